"""Who is meant: the mentions of one party in a document joined, and every source told who it is.

Applied after the chains are read. Rules say which mentions cannot be one party (kind, number, gender, name, whose words
they stand in); what is left open is decided by evidence with weights (`evidence`), among it the encoder's own opinion.
Whom a pronoun means may stay open: then the source is a party of its own and the appearance says so.
"""

from collections.abc import Iterable

from wherefrom.model import Appearance, Document
from wherefrom.reader.mentions import Affinity, Mention

from .assembling import Assembly, Known, Meant
from .bundles import Bundles
from .gathering import gathered
from .naming_joins import join_names
from .pointing import Pointing
from .scene import Scene
from .structure import join_structure
from .taking_up import name_later, take_up
from .voices import Voices

__all__ = ["Meant", "who_is_meant"]


def who_is_meant(
    document: Document,
    appearances: Iterable[Appearance],
    mentions: Iterable[Mention],
    affinity: Affinity | None = None,
) -> Meant:
    """The appearances with their sources' parties and what they are about, and the parties of the document.

    `affinity` is asked for pairs of these mentions, and of mentions made from sources that are none of them.
    """
    appearances = tuple(appearances)
    scene = Scene(document, appearances)
    noted = gathered(scene, mentions)
    voices = Voices(scene, noted)
    bundles = Bundles(noted)
    join_names(noted, bundles)
    join_structure(noted, scene, bundles)
    guessed = take_up(scene.text, noted, voices, bundles) | name_later(noted, voices, bundles)
    pointing = Pointing(noted, scene, voices, bundles, affinity)
    pointing.resolve()
    known = Known(document, scene, noted, voices, bundles, frozenset(pointing.doubtful) | guessed)
    return Assembly(known).meant(appearances)
