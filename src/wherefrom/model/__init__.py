"""The nouns of Wherefrom: immutable values, without input or output.

Their fields are, in name and order, those of the findings' JSON (`docs/findings.md`).
"""

from .appearance import (
    Appearance,
    Certainty,
    Hedge,
    Nature,
    Quantity,
    Quote,
    Relation,
    Time,
    TimeRole,
    Validity,
)
from .chain import Act, Basis, KnowsBy, Link, Number, Source, SourceKind
from .claim import Bearing, Claim, Conflict, ConflictValue, Membership, Origins, Reliance, Root, Stance, StatusChange
from .document import Block, BlockKind, Capture, Document, FileFormat
from .errors import Busy, Stopped, UnfitReader, Unreadable, WherefromError
from .findings import FORMAT, Findings, Reader, Unread
from .party import Mention, Party, PartyKind
from .retelling import Drift, DriftKind, Occurrence, Report, Revision, RevisionKind, Telling
from .span import GAP, Span, Spans, Words, healed, joined, slice_of
from .terms import Degree, Polarity

__all__ = [
    "FORMAT",
    "GAP",
    "Act",
    "Appearance",
    "Basis",
    "Bearing",
    "Block",
    "BlockKind",
    "Busy",
    "Capture",
    "Certainty",
    "Claim",
    "Conflict",
    "ConflictValue",
    "Degree",
    "Document",
    "Drift",
    "DriftKind",
    "FileFormat",
    "Findings",
    "Hedge",
    "KnowsBy",
    "Link",
    "Membership",
    "Mention",
    "Nature",
    "Number",
    "Occurrence",
    "Origins",
    "Party",
    "PartyKind",
    "Polarity",
    "Quantity",
    "Quote",
    "Reader",
    "Relation",
    "Reliance",
    "Report",
    "Revision",
    "RevisionKind",
    "Root",
    "Source",
    "SourceKind",
    "Span",
    "Spans",
    "Stance",
    "StatusChange",
    "Stopped",
    "Telling",
    "Time",
    "TimeRole",
    "UnfitReader",
    "Unread",
    "Unreadable",
    "Validity",
    "WherefromError",
    "Words",
    "healed",
    "joined",
    "slice_of",
]
