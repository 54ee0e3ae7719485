"""Vetting a source: what it disclosed against what was public, what was confirmed later, contradicted, or cannot be tested."""

from .disclosures import (
    Changed,
    Clash,
    Count,
    Item,
    Public,
    Relayed,
    Result,
    TakenAway,
    Timing,
    Told,
    Vetting,
    Voice,
    When,
)
from .hearing import Hearing, Teller
from .itemizing import vetted

__all__ = [
    "Changed",
    "Clash",
    "Count",
    "Hearing",
    "Item",
    "Public",
    "Relayed",
    "Result",
    "TakenAway",
    "Teller",
    "Timing",
    "Told",
    "Vetting",
    "Voice",
    "When",
    "vetted",
]
