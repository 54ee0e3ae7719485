"""Whether a draft's sentences are backed by what is held, and as firmly as they are put."""

from .checking import backing
from .verdicts import VERDICTS, Backing, DraftSentence, Held, Reason, Verdict

__all__ = ["VERDICTS", "Backing", "DraftSentence", "Held", "Reason", "Verdict", "backing"]
