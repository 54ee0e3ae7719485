"""Which endings of a claim's chains are one origin."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wherefrom.comparing.material import Material

from .endings import Ending, Kind
from .lineage import TALK, Lineage, Node
from .newsroom import Newsroom


@dataclass(slots=True)
class Origin:
    """One origin: `own` are the endings that are it, `repeats` go back to it, `late` give no source and came after it."""

    kind: Kind
    outlet: str
    own: list[Ending] = field(default_factory=list)
    repeats: list[Ending] = field(default_factory=list)
    late: list[Ending] = field(default_factory=list)

    def endings(self) -> list[Ending]:
        """All that go back to it."""
        return self.own + self.repeats + self.late


def joined(material: Material, newsroom: Newsroom, endings: Sequence[Ending]) -> list[Origin]:
    """The origins behind these endings, in the order in which they came out.

    What gives no source is an origin of its own where nobody gives one: each outlet's word, and talk. Beside a report
    with a source all of it together is one more origin at most, for nothing tells it apart; talk that came after such a
    report goes back to it. What is retold of an outlet whose report is at hand and does not tell it is surely nothing
    beside what others tell: its report says something else, or says it in words that nobody can be sure of.
    """
    lineage = Lineage(material, newsroom, endings)
    nodes_of = [lineage.nodes_of(ending) for ending in endings]
    aside = [one.announced or lineage.is_told_otherwise(nodes) for one, nodes in zip(endings, nodes_of, strict=True)]
    if all(aside):
        aside = [one.announced for one in endings]
    told = [(one, nodes) for one, nodes, beside in zip(endings, nodes_of, aside, strict=True) if not beside]
    first = min((material.place[one.document] for one, nodes in told if lineage.is_sourced(nodes)), default=None)
    origins: dict[Node, Origin] = {}
    late: list[Ending] = []

    def origin(node: Node) -> Origin:
        return origins.setdefault(node, Origin(*node))

    for ending, nodes, beside in zip(endings, nodes_of, aside, strict=True):
        came_late = first is not None and material.place[ending.document] > first
        if beside:
            late.append(ending)
        elif nodes == (TALK,):
            (late if came_late or lineage.rests_on_others(ending.document) else origin(TALK).own).append(ending)
        elif first is not None and not lineage.is_sourced(nodes):
            origin(TALK).own.append(ending)
        else:
            for node in nodes:
                held = origin(node)
                (held.own if _is_itself(ending, node) else held.repeats).append(ending)
    if late and not origins:
        return [Origin(*TALK, own=late)]
    found = sorted(origins.values(), key=lambda one: min(material.place[held.document] for held in one.endings()))
    found[0].late = late
    return found


def _is_itself(ending: Ending, node: Node) -> bool:
    kind, outlet = node
    if ending.kind == "unnamed":
        return kind == "unnamed"
    return ending.kind in {"voice", "quoted"} or (ending.kind == "own" and outlet == ending.outlet)
