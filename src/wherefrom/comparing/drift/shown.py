"""A loss or change as it is found, before it is shown with both documents."""

from dataclasses import dataclass

from wherefrom.model import Spans
from wherefrom.model.retelling import DriftKind


@dataclass(frozen=True, slots=True)
class Finding:
    """What happened to one detail: where the words are in the earlier and the later document, and why it is told."""

    kind: DriftKind
    earlier: Spans
    later: Spans
    why: str
