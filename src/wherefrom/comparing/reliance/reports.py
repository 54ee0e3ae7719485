"""Which report of an outlet a later text means when it credits the outlet."""

from bisect import bisect_right
from collections import defaultdict

from wherefrom.comparing.material import Material
from wherefrom.model import Document

from .direction import order_of
from .matter import Matter
from .press import Folded, Press

_LOOKED_AT = 40
"""Reports of an outlet that are looked at for one text by their words: the latest before it, and those without a date.

Reports that carry one of the text's claims are looked at however old they are.
"""


class Reports:
    """The documents at hand, by publisher and claim."""

    def __init__(self, material: Material, press: Press, matter: Matter) -> None:
        self._material = material
        self._matter = matter
        self._meant: dict[tuple[str, Folded], str | None] = {}
        self._dated: dict[Folded, list[str]] = defaultdict(list)
        self._places: dict[Folded, list[int]] = defaultdict(list)
        self._undated: dict[Folded, list[str]] = defaultdict(list)
        self._carrying: dict[tuple[Folded, int], list[str]] = defaultdict(list)
        for place, (own, document) in enumerate(material.documents.items()):
            publisher = press.publisher(document)
            if document.published is None:
                self._undated[publisher].append(own)
            else:
                self._dated[publisher].append(own)
                self._places[publisher].append(place)
            for claim in matter.claims_of(own):
                self._carrying[publisher, claim].append(own)

    def meant(self, document: Document, publisher: Folded) -> str | None:
        """The report of this publisher that shares most with a document and is not later; None where none does.

        Of reports that share as much the earliest is meant.
        """
        own = document.id  # a hash, made each time it is asked for
        if (own, publisher) not in self._meant:
            self._meant[own, publisher] = self._nearest(own, document, publisher)
        return self._meant[own, publisher]

    def _nearest(self, own: str, document: Document, publisher: Folded) -> str | None:
        best, most = None, 0.0
        for on in self._candidates(own, document, publisher):
            if on == own or order_of(self._material.documents[on], document) == "later":
                continue
            shared = self._matter.shared(own, on)
            if shared > most:
                best, most = on, shared
        return best

    def _candidates(self, own: str, document: Document, publisher: Folded) -> list[str]:
        """Reports that may be meant, in the order of the material."""
        found = set(self._undated[publisher][:_LOOKED_AT])
        for claim in self._matter.claims_of(own):
            found.update(self._carrying.get((publisher, claim), ())[:_LOOKED_AT])
        dated = self._dated[publisher]
        # those of the same day may come after it in the order of the material
        end = bisect_right(self._places[publisher], self._material.place[own]) + _LOOKED_AT // 4
        begin = 0 if document.published is None else max(0, end - _LOOKED_AT)
        found.update(dated[begin:end] if document.published is not None else dated[-_LOOKED_AT:])
        return sorted(found, key=lambda one: self._material.place[one])
