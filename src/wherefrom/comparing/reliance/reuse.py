"""From shared wording to reliance: which text was made from which, and whether it is a version or a copy."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Protocol

import numpy as np

from wherefrom.comparing.material import Material
from wherefrom.model import Document, Reliance

from .copying import Copying, Overlap
from .direction import order_of
from .press import Press


class Credit(Protocol):
    """Whom documents, by id, credit in their own words."""

    def credits_it(self, one: str, other: str) -> bool:
        """Whether the first credits the second or its publisher."""

    def common(self, one: str, other: str) -> str | None:
        """A third whom both credit."""


_VERSION = 0.5
"""Two texts of one outlet are versions of one from this share of either on."""

_MORE_WORDS = 20
"""A further source counts if it explains so many words that the better ones do not."""

_MOST_SOURCES = 3

WHOLE = 0.5
"""From this share of a text on it is a copy, and not a text with a reused passage."""


def reuse(material: Material, press: Press, credit: Credit) -> list[Reliance]:
    """Versions and copies among the documents, each of them relying on the texts that explain most of its wording."""
    copying = Copying(material)
    versions: dict[str, list[tuple[Overlap, str]]] = defaultdict(list)
    copies: dict[str, list[tuple[Overlap, str]]] = defaultdict(list)
    for one, other in copying.pairs():
        later, earlier, why = _directed(material, one, other, credit)
        overlap = copying.overlap(later, earlier)
        document, source = material.documents[later], material.documents[earlier]
        own = press.publisher(document)
        if own and own == press.publisher(source):
            if _is_version(document, source, overlap):
                versions[later].append((overlap, why))
        elif overlap.is_reuse or document.sha256 == source.sha256:
            copies[later].append((overlap, why))
    found: list[Reliance] = []
    for name in material.documents:
        before = _before(material, versions.get(name, []))
        found.extend(_version(before))
        found.extend(_copies(material, copies.get(name, []), before))
    return found


def _directed(material: Material, one: str, other: str, credit: Credit) -> tuple[str, str, str]:
    """The later and the earlier of two documents in the order of the material, and how that is known."""
    order = order_of(material.documents[one], material.documents[other])
    if order == "earlier":
        return other, one, "published earlier"
    if order == "later":
        return one, other, "published earlier"
    forth, back = credit.credits_it(one, other), credit.credits_it(other, one)
    if forth != back:
        return (one, other, "which it credits") if forth else (other, one, "which it credits")
    third = credit.common(one, other)
    both = "" if third is None else f" (both credit {third})"
    return other, one, f"though which of the two was first cannot be told{both}"


def _is_version(later: Document, earlier: Document, overlap: Overlap) -> bool:
    same_page = later.url is not None and later.url == earlier.url
    return same_page or later.sha256 == earlier.sha256 or max(overlap.share, overlap.share_of_other) >= _VERSION


def _before(material: Material, found: list[tuple[Overlap, str]]) -> tuple[Overlap, str] | None:
    """The version before this one: the latest of those it shares most with."""
    return max(found, key=lambda one: (round(one[0].share, 1), material.place[one[0].other]), default=None)


def _version(before: tuple[Overlap, str] | None) -> Iterator[Reliance]:
    if before is None:
        return
    overlap, why = before
    told = f"the same outlet's text, {why}, with {_percent(overlap.share)} of the wording of this one"
    yield Reliance(overlap.document, overlap.other, "version-of", overlap.spans, told)


def _copies(
    material: Material, found: list[tuple[Overlap, str]], before: tuple[Overlap, str] | None
) -> Iterator[Reliance]:
    """The texts that explain the wording of this one: the one that shares most, then whatever explains more.

    What stood in the outlet's own earlier text needs no other's, which may well be made from that.
    """
    left = sorted(found, key=lambda one: (-one[0].words, material.place[one[0].other]))
    explained: np.ndarray | None = None if before is None else before[0].marked
    for overlap, why in left[:_LOOKED_AT]:
        new = overlap.words if explained is None else int((overlap.marked & ~explained).sum())
        if explained is not None and new < _MORE_WORDS:
            continue
        explained = overlap.marked if explained is None else explained | overlap.marked
        whole = "is" if overlap.share >= WHOLE else "is partly"
        told = (
            f"{whole} the wording of this text, {why}: {overlap.words} words outside quotations are the same"
            f" ({_percent(overlap.share)} of them), {overlap.longest} in a row"
        )
        yield Reliance(overlap.document, overlap.other, "copies", overlap.spans, told)


_LOOKED_AT = 12


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
