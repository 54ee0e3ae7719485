"""To which origins an ending goes back, across documents."""

from collections import deque
from collections.abc import Iterable, Sequence

from wherefrom.comparing.material import Material

from .apart import mutually_apart
from .endings import Ending, Kind
from .newsroom import Newsroom

Node = tuple[Kind, str]
"""An origin in the making: a voice by its place, unnamed sources by their outlet, an outlet by its key."""

TALK: Node = ("talk", "")

_HANDS = 50
"""Hands through which a telling is followed; further ones end the same way."""

_SOURCES = frozenset({"voice", "quoted", "unnamed"})


class Lineage:
    """Follows the endings of a claim's chains to where they come from, outlet by outlet.

    Voices are told apart by the words of each document alone, and only those count that speak in a document themselves:
    so neither can a retelling add one, nor can taking a document away make two of one. What goes back to whom takes
    the other documents of the claim: an outlet that is cited has its own sources there.
    """

    def __init__(self, material: Material, newsroom: Newsroom, endings: Sequence[Ending]) -> None:
        self._material = material
        self._newsroom = newsroom
        self._voices = _nodes("voice", [one.names for one in endings if one.kind == "voice"])
        quoted = [one.names for one in endings if one.kind == "quoted" and self._voices.keys().isdisjoint(one.names)]
        self._voices |= _nodes("quoted", quoted)
        self._documents: dict[str, dict[str, None]] = {}
        self._passed_on: dict[str, dict[str, None]] = {}
        for one in endings:
            publisher = newsroom.publisher[one.document]
            self._documents.setdefault(publisher, {})[one.document] = None
            if one.outlet != publisher and one.kind != "talk":
                self._passed_on.setdefault(one.document, {})[one.outlet] = None
        more_than_talk = {newsroom.publisher[one.document] for one in endings if one.kind != "talk"}
        self._only_talk = self._documents.keys() - more_than_talk
        self._cited = {outlet for outlets in self._passed_on.values() for outlet in outlets}
        self._sources: dict[str, dict[Node, None]] = {}
        self._reported: dict[str, dict[Node, None]] = {}
        self._nodes: dict[Ending, tuple[Node, ...]] = {}
        self._found: dict[str, tuple[Node, ...]] = {}
        self._open: dict[str, deque[Ending]] = {}
        for told in sorted((one for one in endings if one.kind in _SOURCES), key=self._distance):
            self._open.setdefault(newsroom.publisher[told.document], deque()).append(told)
        for publisher in [*self._open]:
            self._note_all(publisher)

    def nodes_of(self, ending: Ending) -> tuple[Node, ...]:
        """The origins of one ending: more than one where it goes back to an outlet with several sources."""
        if ending.kind == "talk":
            return (TALK,)
        if ending.kind in _SOURCES:
            return self._nodes[ending]
        if ending.outlet not in self._found:
            self._found[ending.outlet] = self._behind(ending.outlet)
        return self._found[ending.outlet]

    def is_sourced(self, nodes: Iterable[Node]) -> bool:
        """Whether a source stands behind these nodes, or an outlet that is cited for the claim and has no report of it here."""
        return any(kind in _SOURCES or (kind == "outlet" and of in self._cited) for kind, of in nodes)

    def is_told_otherwise(self, nodes: Iterable[Node]) -> bool:
        """Whether these go back to outlets whose reports are at hand, and do not tell the claim or take the other side."""
        return all(
            kind in {"outlet", "unnamed"} and of not in self._documents and self._newsroom.has_a_report(of)
            for kind, of in nodes
        )

    def rests_on_others(self, document: str) -> bool:
        """Whether a document rests on an outlet that has the claim too, or is cited for it."""
        return any(self._takes_part(one.outlet) for one in self._newsroom.cited[document])

    def _distance(self, ending: Ending) -> int:
        """From how far a source comes to its document: it told the outlet itself, a passage is retold, the whole report."""
        if self._newsroom.repeated(ending.document):
            return 3
        publisher = self._newsroom.publisher[ending.document]
        return (self._teller(ending) != publisher) + (ending.outlet != publisher)

    def _note_all(self, publisher: str, hands: int = 0) -> None:
        """Put down all sources in an outlet's documents, and before them those of the outlets that it repeats."""
        while held := self._open.get(publisher):
            told = held.popleft()
            if told.kind == "unnamed" and hands < _HANDS:
                for other in (*self._newsroom.repeated(told.document), self._teller(told)):
                    self._note_all(other, hands + 1)
            self._note(told)

    def _note(self, told: Ending) -> None:
        """Put a source down for the outlet that it told and for the one that passes it on."""
        nodes = (self._voice(told),) if told.kind in {"voice", "quoted"} else self._unnamed(told)
        publisher = self._newsroom.publisher[told.document]
        self._nodes[told] = nodes
        self._reported.setdefault(publisher, {}).update(dict.fromkeys(nodes))
        for outlet in (self._teller(told), publisher):
            self._sources.setdefault(outlet, {}).update(dict.fromkeys(nodes))

    def _teller(self, ending: Ending) -> str:
        """The outlet that a source told: the one cited for it, also where the passage shows only that it is retold."""
        if ending.kind == "unnamed" and ending.outlet == self._newsroom.publisher[ending.document]:
            credited = self._newsroom.credited(self._material, self._material.appearances[ending.appearance])
            return next(iter((*self._passed_on.get(ending.document, ()), *credited)), ending.outlet)
        return ending.outlet

    def _voice(self, ending: Ending) -> Node:
        """Of the voices that are surely different the first that this one may be: there always is one."""
        return min(self._voices[word] for word in ending.names if word in self._voices)

    def _unnamed(self, ending: Ending) -> tuple[Node, ...]:
        """Unnamed sources are those of the outlet that they told; retold from one whose report is here, its sources there."""
        teller, publisher = self._teller(ending), self._newsroom.publisher[ending.document]
        for outlet in (*self._newsroom.repeated(ending.document), teller):
            if outlet in self._reported and outlet != publisher:
                return tuple(self._reported[outlet])
        return (("unnamed", teller),) if ending.outlet == publisher else self._retold(teller)

    def _retold(self, teller: str) -> tuple[Node, ...]:
        """The unnamed sources of an outlet that names none itself: of whom it rests on, where it does for this."""
        seen = {teller}
        while (further := self._rests_on(teller, seen)) is not None and self._takes_part(further):
            self._note_all(further)
            if further in self._reported:
                return tuple(self._reported[further])
            seen.add(further)
            teller = further
        return (("unnamed", teller),)

    def _behind(self, outlet: str) -> tuple[Node, ...]:
        """An outlet's own sources; where it names none, those of the outlet that it rests on, and so on."""
        seen = {outlet}
        while outlet not in self._sources:
            if outlet in self._only_talk:
                return (TALK,)
            further = self._rests_on(outlet, seen)
            if further is None:
                return (("own" if outlet in self._documents else "outlet", outlet),)
            seen.add(further)
            outlet = further
        return tuple(self._sources[outlet])

    def _rests_on(self, outlet: str, seen: set[str]) -> str | None:
        """The first that its documents rest on: those first that they cite for this, then those that have it, then any."""
        documents = self._documents.get(outlet, ())
        if not documents:
            return self._rests_elsewhere(outlet, seen)
        passed_on = (other for document in documents for other in self._passed_on.get(document, ()))
        cited = [one.outlet for document in documents for one in self._newsroom.cited[document]]
        others = (other for other in (*passed_on, *filter(self._takes_part, cited), *cited) if other not in seen)
        return next(others, None)

    def _rests_elsewhere(self, outlet: str, seen: set[str]) -> str | None:
        """The same of an outlet whose report is at hand without the claim: only whoever takes part in it counts."""
        documents = self._newsroom.elsewhere.get(outlet, ())
        cited = (one.outlet for document in documents for one in self._newsroom.cited[document])
        return next((one for one in cited if one not in seen and self._takes_part(one)), None)

    def _takes_part(self, outlet: str) -> bool:
        return outlet in self._documents or outlet in self._cited


def _nodes(kind: Kind, voices: Sequence[frozenset[str]]) -> dict[str, Node]:
    """For each word that names one of the voices that are surely different, that voice."""
    apart = mutually_apart(voices)
    return {word: (kind, f"{place:06}") for place in apart for word in voices[place]}
