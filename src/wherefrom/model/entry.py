"""What a ledger remembers: entries, each of which says one thing that somebody did, and is never changed afterwards."""

from dataclasses import dataclass
from typing import Literal

from .appearance import Appearance
from .findings import Reader
from .handling import Level
from .judgement import Consistency, Diagnosticity, HypothesisKind, Outcome, Scale, Scheme
from .span import Spans

Kind = Literal[
    "document", "appearance", "claim", "party", "note", "release", "grade", "question", "hypothesis", "case", "window"
]

LASTING: frozenset[Kind] = frozenset({"note", "release", "grade", "question", "hypothesis", "case", "window"})
"""What an entry names once and for all, so that its id needs no words to be found by."""

Verdict = Literal["accepts", "corrects", "rejects"]

TakingBack = Literal["corrected", "retracted", "rescinded"]

CheckKind = Literal["call", "request", "refusal", "seen"]

ReviewState = Literal["open", "in-review", "done"]


@dataclass(frozen=True, slots=True)
class Target:
    """What an entry is about.

    Claims and parties have no ids that last: what is read later may name them anew. They are anchored by the words of a document that they
    were known by (`document`, `spans`), and `id` is what they were called on that day.
    """

    kind: Kind
    id: str
    document: str | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Custody:
    """How a capture came to be here (Berkeley Protocol): by whom, when, from where, with what; what is not known is None."""

    by: str | None = None
    at: str | None = None
    source: str | None = None
    tool: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A document: `sha256` of the bytes as they came, `working` of the text and what is known of it as they are kept here."""

    document: str
    sha256: str
    working: str
    custody: Custody = Custody()


@dataclass(frozen=True, slots=True)
class Read:
    """A reader's reading of a document: `sha256` of it as it is kept, `statements` how many it has."""

    document: str
    reader: Reader
    sha256: str
    statements: int


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a statement stands: its words, and the cues of its chain, which tell apart two that share their words."""

    spans: Spans
    cues: Spans = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """A person accepts, corrects or rejects what was read at these words; `appearance` is the reading that holds instead.

    `cues` are those of the chain as it was read. `beside` are the statements that shared words with this one on that day and were left as
    they were: what a better reader makes of those is not meant.
    """

    document: str
    spans: Spans
    verdict: Verdict
    appearance: Appearance | None = None
    why: str = ""
    cues: Spans = ()
    beside: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A person says that claims are one, or that a statement is under a claim of its own."""

    verb: Literal["merges", "splits"]
    targets: tuple[Target, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """How a thing may be handled from now on; `since` says from which day on it should have been handled so."""

    target: Target
    level: Level
    why: str = ""
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """A person's words about something."""

    note: str
    target: Target
    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    """An own check, kept as the document of this id: `on` is whom we asked or what we saw, as that document calls it.

    `handle` stands for a protected source, whom `on` then only describes.
    """

    document: str
    kind: CheckKind
    on: str
    claim: Target | None = None
    handle: str | None = None


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who looks after a claim, and how far that is."""

    target: Target
    to: str | None
    state: ReviewState


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A document was corrected or retracted by its outlet, or a source rescinded; `since` is the day on which that was."""

    target: Target
    verb: TakingBack
    since: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Released:
    """Findings went to somebody: what the release held (ids of the ledger, notes too), under which level, and the hash of what left."""

    release: str
    to: str
    level: Level
    sha256: str
    documents: tuple[str, ...]
    claims: tuple[Target, ...]
    form: str = "findings"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """The identity that a handle stood for is gone from the vault."""

    handle: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Came:
    """Where an entry that was joined in came from: when it was first written (UTC), and its hash there."""

    at: str
    hash: str


@dataclass(frozen=True, slots=True)
class Revealed:
    """Somebody had the vault show whom a handle stands for."""

    handle: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Another ledger's entries came in, which follow this one, by whoever wrote them; `head` was that ledger's head.

    `came` has one for each of the `entries` that follow, in their order.
    """

    ledger: str
    head: str
    entries: int
    came: tuple[Came, ...] = ()


@dataclass(frozen=True, slots=True)
class Graded:
    """What a person judged of a party, a claim or a hypothesis: `value` in the words of a scheme, on these grounds.

    `value` None takes back what the same person said before on this scale. `on` are the statements of the claim that there were, which the
    grade stays with: after a merge it is still the grade of these. `blind`: the claim was judged before its source was shown.
    """

    grade: str
    target: Target
    scale: Scale
    scheme: Scheme
    value: str | None
    grounds: str
    on: tuple[Target, ...] = ()
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Posed:
    """A question that hypotheses answer; `targets` is what it is about."""

    question: str
    text: str
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Supposed:
    """A hypothesis under a question; `target` is the source that would deceive or be honestly wrong. `dropped` takes it out again."""

    hypothesis: str
    question: str
    text: str
    kind: HypothesisKind = "open"
    target: Target | None = None
    why: str = ""
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Adduced:
    """A claim or a statement is evidence under a question, or no longer is."""

    question: str
    target: Target
    verb: Literal["adds", "drops"]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Discounted:
    """Whether evidence (`target`, a statement of it) tells the hypotheses of a question apart, and why not.

    `origin` is whose evidence is meant, where several stand behind that statement.
    """

    question: str
    target: Target
    diagnosticity: Diagnosticity
    why: str
    origin: Target | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """How well evidence (`target`, a statement of it) goes with a hypothesis; None takes back what the same person said before.

    `origin` is whose evidence is meant, where several stand behind that statement.
    """

    question: str
    hypothesis: str
    target: Target
    consistency: Consistency | None
    why: str = ""
    origin: Target | None = None


@dataclass(frozen=True, slots=True)
class Vetted:
    """What became of something (`claim`) that a party (`target`) disclosed, as a person sees it; `open` takes it back."""

    target: Target
    claim: Target
    outcome: Outcome
    why: str


@dataclass(frozen=True, slots=True)
class Windowed:
    """Until when a person thinks that something holds, which stands beside what its source said of that.

    `until` is a date (EDTF), `duration` a length of time (ISO 8601) from the day of the entry on; both None takes it back.
    """

    window: str
    target: Target
    until: str | None
    duration: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Cased:
    """An earlier case of some kind, as people chose it from the ledger: who and what had which part in it, and how it ended.

    `roles` has one for each of the `targets`. A later entry of the same `case` says what it is from then on; `dropped`: it is none.
    """

    case: str
    name: str
    kind: str
    targets: tuple[Target, ...]
    roles: tuple[str, ...]
    ended: str = ""
    why: str = ""
    dropped: bool = False


Said = (
    Added
    | Read
    | Corrected
    | Regrouped
    | Marked
    | Noted
    | Checked
    | Assigned
    | TakenBack
    | Released
    | Erased
    | Revealed
    | Joined
    | Graded
    | Posed
    | Supposed
    | Adduced
    | Discounted
    | Rated
    | Vetted
    | Windowed
    | Cased
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of a ledger's history: `at` is when the ledger learned it (UTC), `by` who said it.

    `body` is what is said as it is kept, in JSON; `hash` covers all the rest and the hash of the entry before.
    """

    seq: int
    at: str
    by: str
    kind: str
    body: str
    previous: str
    hash: str
    said: Said
