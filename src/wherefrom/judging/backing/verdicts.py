"""What is said of a draft's sentences: a verdict, why, and the held words that it rests on."""

from dataclasses import dataclass
from typing import Literal, get_args

from wherefrom.model import Document, Spans, Unread

Verdict = Literal[
    "contradicted",
    "figure-changed",
    "nothing-held",
    "attribution-lost",
    "hedge-lost",
    "weaker",
    "backed",
    "no-statement",
]
"""What holds of a sentence, the gravest first: a sentence has the gravest of what is said of its statements."""

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
CLEAN: frozenset[Verdict] = frozenset({"backed", "no-statement"})


@dataclass(frozen=True, slots=True)
class Held:
    """Words of a held document; `text` is the slice at `spans`, `appearance` the statement that they are part of, if one was read there."""

    document: str
    publisher: str | None
    published: str | None
    appearance: str | None
    spans: Spans
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is said of a sentence: why in plain words, the draft's words at issue, and the held words."""

    verdict: Verdict
    why: str
    spans: Spans
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence of a draft with its verdict, the gravest of its reasons'."""

    text: str
    spans: Spans
    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def clean(self) -> bool:
        """Whether there is nothing to put right."""
        return self.verdict in CLEAN


@dataclass(frozen=True, slots=True)
class Backing:
    """A draft, sentence by sentence, against what is held; `unread` are files that it was to be held against and could not be read."""

    draft: Document
    sentences: tuple[DraftSentence, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many sentences have each verdict, the gravest first; verdicts that none has are left out."""
        found = [one.verdict for one in self.sentences]
        return {verdict: found.count(verdict) for verdict in VERDICTS if verdict in found}

    @property
    def clean(self) -> bool:
        """Whether no sentence has anything to put right."""
        return all(one.clean for one in self.sentences)


def gravest(reasons: tuple[Reason, ...]) -> Verdict:
    """The gravest verdict of these."""
    return min((one.verdict for one in reasons), key=VERDICTS.index)
