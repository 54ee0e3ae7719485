"""A document in, its appearances and parties out: the reader's one public function."""

import re
from dataclasses import dataclass
from hashlib import sha256

from wherefrom.model import Appearance, Document, Link, Party, Polarity, Reader, slice_of

from . import encoder, lexicon
from .carried import carry
from .chains import ChainReader, Statement
from .hedges import Speech, certainty
from .places import Stretches
from .quotations import quotations, quote_of
from .sources import is_pronoun
from .wordpiece import shipped

CLAIMING = frozenset({"headline", "heading", "paragraph", "caption"})
"""Kinds of blocks that are read for statements; bylines, credits and boilerplate never become claims."""


_DEPENDENT = re.compile(
    r"\b(?:who|whom|whose|which|that|because|if|unless|while|since|although|though)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader returns for one document; comparing makes the rest."""

    appearances: tuple[Appearance, ...]
    parties: tuple[Party, ...]


def identity() -> Reader:
    """This reader's name and the version of its weights."""
    return Reader("wherefrom-minilm", encoder.version())


def read(document: Document) -> Reading:
    """Read one document: every statement in it with its chain, hedges and words.

    What depends on later work (parties, quantities, times, conditions, nature) is left empty.
    """
    name = document.id  # a hash over all its bytes
    blocks = [block for block in document.blocks if block.kind in CLAIMING]
    quoted = quotations(document.text, blocks)
    found = carry(document, ChainReader(document, quoted, shipped()).read(blocks))
    appearances: dict[str, Appearance] = {}
    for statement in found:
        appearance = _appearance(document.text, name, statement, quoted)
        appearances.setdefault(appearance.id, appearance)
    return Reading(tuple(appearances.values()), ())


def _appearance(text: str, document: str, statement: Statement, quoted: Stretches) -> Appearance:
    spans, chain = statement.spans, statement.chain
    words = slice_of(text, spans)
    holder = len(chain) - 1 if chain else None
    quote = quote_of(text, spans, quoted)
    speeches = (Speech(spans, holder), *statement.around)
    return Appearance(
        id=_identity(document, statement),
        document=document,
        spans=spans,
        text=words,
        block=statement.block.kind,
        chain=chain,
        polarity=_polarity_of(words),
        nature=None,
        quote=quote if chain or quote != "indirect" else None,
        certainty=certainty(text, speeches, quoted),
        condition=None,
        quantities=(),
        times=(),
        validity=None,
        about=(),
        unsure=tuple(sorted(statement.unsure | _doubts_of_parties(chain))),
    )


def _polarity_of(words: str) -> Polarity:
    """Negative where the main clause is negated; what stands in a clause that depends on it does not count."""
    dependent = _DEPENDENT.search(words, 1)
    main = words[: dependent.start()] if dependent is not None else words
    return "negative" if lexicon.NEGATION.search(main) else "positive"


def _identity(document: str, statement: Statement) -> str:
    """Made from what anchors an appearance: document, spans, reader; and the cues, since two may share a content."""
    cues = [link.cue.spans for link in statement.chain if link.cue is not None]
    anchor = repr((document, statement.spans, cues, encoder.version()))
    return f"a{sha256(anchor.encode()).hexdigest()[:12]}"


def _doubts_of_parties(chain: tuple[Link, ...]) -> frozenset[str]:
    """Whom a pronoun means is told from what stands near it, and not yet from the whole text."""
    pronouns = any(link.source is not None and is_pronoun(link.source.text) for link in chain)
    return frozenset({"party"}) if pronouns else frozenset()
