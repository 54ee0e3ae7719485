"""Terms that links and appearances share."""

from typing import Literal

Polarity = Literal["positive", "negative"]
"""Of the words themselves: "did not defect" is negative, whoever says it."""

Degree = Literal["certain", "probable", "possible", "unspecified"]
"""How sure the words put it; unspecified is a bare assertion."""
