"""Papers that stand for whoever wrote them: after "Velez said in a statement", "the statement" is Velez speaking."""

from collections.abc import Sequence

from .bundles import Bundle, Bundles
from .gathering import Noted
from .scene import Scene, Telling
from .voices import Voices

PAPERS = frozenset("statement letter email e-mail post note message tweet release op-ed column essay blog".split())
"""What somebody writes in order to say something; a report or a memo is somebody's work, and may be anybody's."""

_BACK = 60
"""Mentions back among which the paper was first spoken of."""

_BLOCKS = 2
"""Paragraphs back in which it was."""


def author_of(one: Noted, noted: Sequence[Noted], scene: Scene, voices: Voices, bundles: Bundles) -> Bundle | None:
    """Who wrote the paper that a mention means, None where it is no paper or the text does not tell."""
    bundle = bundles.of(one)
    if bundle.names or not bundle.nouns & PAPERS or one.traits.form not in {"definite", "personal"}:
        return None
    same = [each for each in bundle.before(one) if not each.mention.pronoun]
    if not same:
        back = noted[max(0, one.number - _BACK) : one.number]
        same = [each for each in back if each.traits.noun == one.traits.noun and _near(each, one)]
    for each in same:
        for telling in scene.told_in(scene.sentence(each.place)):
            if _written(each, telling, scene):
                heads = voices.heads(telling.source)
                if len(heads) == 1 and bundles.of(heads[0]) is not bundle:
                    return bundles.of(heads[0])
    return None


def _near(one: Noted, other: Noted) -> bool:
    return 0 <= other.place.block - one.place.block <= _BLOCKS


def _written(one: Noted, telling: Telling, scene: Scene) -> bool:
    """Whether somebody spoke in this paper: "said in a statement", "wrote in the letter"."""
    before = scene.text[max(0, one.span.start - 8) : one.span.start].lower().split()
    return not telling.governs(one.span) and before[-1:] in (["in"], ["by"], ["via"])
