"""Invented newsrooms: reports of invented happenings, of which it is known who knew what himself and who copied whom.

`newsroom(seed)` makes a handful of reports: some outlets have sources of their own, the others copy them word for word,
tell them again with or without credit, deny, pass on rumours, or print a second version. What is true of a claim is
known, not labelled: `Newsroom.claims` counts the different people, papers and reporters who knew it themselves, also
where no text tells (two outlets' unnamed officials may be one man). So bounds on the number of origins can be held
against it: a lower bound above it is independence that nobody could prove.

Everything is a pure function of the seed. Nothing here is used by the program.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain as joined
from random import Random
from typing import Literal

from .happenings import FIRST, KINDS, LAST, Happening, Kind, happening

How = Literal["copies", "echoes", "cites", "version-of"]
"""In which way a report rests on another, as in the findings."""

Stance = Literal["supports", "denies", "reports-as-rumour"]

OUTLETS = (
    *("Hallmere Courier|Orvick Tribune|Daily Lodestar|Evening Plover|Delvik Observer|Coldfell Chronicle".split("|")),
    *(
        "Pellworth Standard|Quorrin Star|Lothmouth Gazette|Tarn Valley Herald|Brennick Examiner|Sunday Kestrel".split(
            "|"
        )
    ),
    *("Isenfell Journal|Moldrup Mercury|Karrow Dispatch|Vessen Morning Post|Ansgate Bulletin|Saltmere Echo".split("|")),
)
"""Papers of our own making; in a text each has "the" before its name."""

UNARTICLED = ("Kestrel Wire", "Radio Marrow", "Channel Fourteen", "Skarsund Avis", "NordBrief", "Harbourside News")
"""Outlets whose names have no article."""

SAID: Mapping[str, tuple[str, ...]] = {
    "named": (
        "{C}, {s} said.",
        "{S} said that {c}.",
        "{S} told {o} that {c}.",
        "According to {s}, {c}.",
        "“{C},” {s} said.",
    ),
    "unnamed": (
        "{C}, {s} told {o}.",
        "{C}, according to {s}, who asked not to be named.",
        "{S} said that {c}.",
        "{S} told {o} that {c}.",
    ),
    "paper": ("{C}, according to {s} seen by {o}.", "{S}, which {o} has seen, shows that {c}."),
    "own": ("{C}.",),
}
"""How an outlet puts what it has from a source of its own, or knows itself."""

CITED = ("{C}, {a} reported.", "{A} reported on {w} that {c}.", "According to {a}, {c}.", "{C}, {a} said on {w}.")
"""How it puts what it has from another outlet."""

CITED_WITH_SOURCE = ("{A}, citing {s}, reported that {c}.", "{C}, {a} reported, citing {s}.")

CITED_AS_TOLD = ("{C}, {s} told {a}.", "{S} told {a} that {c}.")

ECHOED = ("{C}, {s} said.", "{S} said that {c}.")
"""How it puts it where it does not say from whom it has it; or it drops the source as well."""

DENIED = ("{D} denied that {c}.", "{D} said it was not true that {c}.", "{D} rejected reports that {c}.")

REPRINTED = ("This article first appeared in {a}.", "Source: {a}", "This report is from {a}.")

RUMOURED = ("There are rumours that {c}.", "Rumours that {c} could not be confirmed.", "It is rumoured that {c}.")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; with a claim, `quote` is the clause that states it, and `knower` who knew it himself, if anybody did.

    `chain` is who passed it on by the sentence's own words, outermost first.
    """

    text: str
    claim: str | None = None
    quote: str = ""
    stance: Stance = "supports"
    chain: tuple[str, ...] = ()
    knower: str | None = None
    source: "Source | None" = None
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that an outlet has it from: how it is called, and who that truly is."""

    kind: Literal["named", "unnamed", "paper", "own"]
    words: str
    knower: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in a report: where it stands in the text, and what is true of it."""

    report: str
    claim: str
    start: int
    end: int
    told: Sentence


@dataclass(frozen=True, slots=True)
class Report:
    """What an outlet printed; `relies_on` names the reports that it was made from."""

    name: str
    outlet: str
    published: str
    headline: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]
    relies_on: tuple[tuple[str, How], ...] = ()

    @property
    def text(self) -> str:
        """The file as it would be saved."""
        paragraphs = (" ".join(one.text for one in told) for told in self.paragraphs)
        return "\n\n".join([self.headline.text, *paragraphs]) + "\n"

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The headline and all sentences."""
        return joined([self.headline], *self.paragraphs)

    @property
    def statements(self) -> Iterator[Statement]:
        """The claims in it, in the order of the text."""
        text, place = self.text, 0
        for one in self.sentences:
            place = text.index(one.text, place)
            if one.claim is not None:
                start = place + one.text.index(one.quote)
                yield Statement(self.name, one.claim, start, start + len(one.quote), one)
            place += len(one.text)

    @property
    def supported(self) -> list[Sentence]:
        """What it says happened, each thing once, headlines left out."""
        held = {one.claim: one for told in self.paragraphs for one in told if one.claim and one.stance == "supports"}
        return list(held.values())


@dataclass(frozen=True, slots=True)
class TrueClaim:
    """What is known of a claim: where it stands, who knew it, who is against it.

    `disputed`: its figure is told in two ways, so that one may call it two claims.
    """

    id: str
    text: str
    statements: tuple[Statement, ...]
    origins: tuple[str, ...]
    against: tuple[str, ...]
    outlets: tuple[str, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Reports, earliest first, of one happening or several."""

    happenings: tuple[Happening, ...]
    reports: tuple[Report, ...]

    @property
    def claims(self) -> tuple[TrueClaim, ...]:
        """Everything that is said to have happened, with what is true of it."""
        outlets = {report.name: report.outlet for report in self.reports}
        held: dict[str, list[Statement]] = {}
        for report in self.reports:
            for statement in report.statements:
                held.setdefault(statement.claim, []).append(statement)
        return tuple(self._claim(name, held[name], outlets) for name in sorted(held))

    def _claim(self, name: str, told: Sequence[Statement], outlets: Mapping[str, str]) -> TrueClaim:
        which, fact = (int(part) for part in name.split("."))
        supports = [one for one in told if one.told.stance == "supports"]
        return TrueClaim(
            id=name,
            text=self.happenings[which].clause(fact),
            statements=tuple(told),
            origins=tuple(sorted({one.told.knower for one in supports if one.told.knower})),
            against=tuple(sorted({one.told.knower or "" for one in told if one.told.stance == "denies"})),
            outlets=tuple(sorted({outlets[one.report] for one in supports})),
            disputed=len({one.told.figure for one in told}) > 1,
        )

    @property
    def relies_on(self) -> tuple[tuple[str, str, How], ...]:
        """Which report rests on which, and how."""
        return tuple((report.name, on, how) for report in self.reports for on, how in report.relies_on)

    def report(self, name: str) -> Report:
        """A report by its name."""
        return next(report for report in self.reports if report.name == name)

    def without(self, name: str) -> "Newsroom":
        """The same without this report."""
        return replace(self, reports=tuple(report for report in self.reports if report.name != name))

    def beside(self, *others: Report) -> "Newsroom":
        """The same with more reports, in the order of their dates."""
        both = sorted((*self.reports, *others), key=lambda report: (report.published, report.name))
        return replace(self, reports=tuple(both))


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody who writes reports for a newsroom, by chance."""

    room: Newsroom
    chance: Random

    # --- outlets, people and days that are not taken yet

    def outlet(self) -> str:
        """An outlet that has printed nothing yet."""
        taken = {report.outlet for report in self.room.reports}
        return self.chance.choice([name for name in (*OUTLETS, *UNARTICLED) if name not in taken])

    def day(self, after: str | None = None) -> str:
        """A day not before the newest report's, or this."""
        newest = dt.date.fromisoformat(after or self.room.reports[-1].published)
        return (newest + dt.timedelta(days=self.chance.choice([0, 1, 1, 2]))).isoformat()

    def person(self) -> str:
        """A name that nobody has yet, first and last."""
        used = " ".join(report.text for report in self.room.reports)
        used += " ".join(value for one in self.room.happenings for value in one.filled.values())
        first = self.chance.choice([name for name in FIRST if name not in used])
        return f"{first} {self.chance.choice([name for name in LAST if name not in used])}"

    def name(self, outlet: str) -> str:
        """What a new report's file is called."""
        number = 1 + max((int(report.name[:2]) for report in self.room.reports), default=0)
        return f"{number:02}-{outlet.lower().replace(' ', '-')}"

    # --- reports

    def primary(self, which: int = 0, *, day: str | None = None, claims: Iterable[str] = ()) -> Report:
        """A report with sources of its own, of one to three facts; `claims` must be among them."""
        told = self.room.happenings[which]
        outlet = self.outlet()
        wanted = sorted({int(claim.split(".")[1]) for claim in claims})
        rest = [fact for fact in range(3) if fact not in wanted]
        facts = [*wanted, *self.chance.sample(rest, self.chance.choice([0, 1, 1, 2]) if wanted else 2)]
        sources = [self.source(which, outlet) for _ in range(self.chance.choice([1, 2]))]
        body = [self.firsthand(which, fact, self.chance.choice(sources), outlet) for fact in facts]
        return self.laid_out(told, outlet, day or self.day(), self.introduced(body))

    def source(self, which: int, outlet: str) -> Source:
        """A source of an outlet's own: at times one that another outlet has as well, and then perhaps nobody can tell."""
        kind = self.room.happenings[which].kind
        others = [
            one.source
            for report in self.room.reports
            for one in report.supported
            if one.source is not None and str(one.claim).startswith(f"{which}.")
        ]
        form = self.chance.choice(["named", "named", "named", "unnamed", "unnamed", "paper", "own"])
        shared = [one for one in others if one.kind == form and form in {"named", "paper"}]
        if shared and self.chance.random() < 0.35:
            return self.chance.choice(shared)
        if form == "named":
            name = self.person()
            return Source("named", f"{self.fresh(kind.named)} {name}", name)
        if form == "unnamed":
            words = self.chance.choice(kind.unnamed)
            same = self.chance.random() < 0.3 and others
            return Source(
                "unnamed", words, self.chance.choice(others).knower if same else f"{words} of {called(outlet)}"
            )
        if form == "paper":
            words = self.chance.choice(kind.papers)
            return Source("paper", words, f"{words} of happening {which}")
        return Source("own", "", outlet)

    def firsthand(self, which: int, fact: int, source: Source, outlet: str, **otherwise: str) -> Sentence:
        """A sentence with what a source of the outlet's own says."""
        clause = self.fresh(self.room.happenings[which].clauses(fact, **otherwise))
        form = self.chance.choice(SAID[source.kind])
        chain = () if source.kind == "own" else (source.words,)
        return self.sentence(
            form,
            clause,
            {"s": source.words, "o": called(outlet)},
            Sentence("", f"{which}.{fact}", "", "supports", chain, source.knower, source, figure(otherwise)),
        )

    def copy(self, of: Report) -> Report:
        """The same text in another outlet."""
        outlet = self.outlet()
        return replace(
            of, name=self.name(outlet), outlet=outlet, published=self.day(), relies_on=((of.name, "copies"),)
        )

    def reprint(self, of: Report) -> Report:
        """The same text in another outlet, which says where it has it from."""
        credit = self.chance.choice(REPRINTED).format(a=called(of.outlet))
        return replace(self.copy(of), paragraphs=(*of.paragraphs, (Sentence(credit),)))

    def digest(self, of: Report) -> Report:
        """A report that retells two others, with credit to both outlets."""
        others = [one for one in self.room.reports if one.supported and one.outlet != of.outlet]
        if not others:
            return self.retelling(of)
        other = self.chance.choice(others)
        body = [*(self.cited(one, of) for one in of.supported[:2]), self.cited(other.supported[0], other)]
        told = self.laid_out(self.happening_of(of), self.outlet(), self.day(), body)
        return replace(told, relies_on=((of.name, "cites"), (other.name, "cites")))

    def retelling(self, of: Report) -> Report:
        """What a report says, in other words, with credit to its outlet."""
        outlet = self.outlet()
        body = [self.cited(one, of) for one in of.supported]
        told = self.laid_out(self.happening_of(of), outlet, self.day(), body, stating="— report")
        return replace(told, relies_on=((of.name, "cites"),))

    def cited(self, one: Sentence, of: Report) -> Sentence:
        """A sentence that gives what another outlet said, with or without its source."""
        forms: list[tuple[str, ...]] = [CITED]
        words = one.chain[-1] if one.chain else ""
        if words:
            forms.append(CITED_WITH_SOURCE)
        if one.chain and len(one.chain) == 1 and one.source and one.source.kind in {"named", "unnamed"}:
            forms.append(CITED_AS_TOLD)
        kind = self.chance.choice(forms)
        weekday = dt.date.fromisoformat(of.published).strftime("%A")
        chain = (called(of.outlet),) if kind is CITED else (called(of.outlet), words)
        return self.sentence(
            self.chance.choice(kind),
            self.reworded(one),
            {"s": words, "a": called(of.outlet), "w": weekday},
            replace(one, chain=chain),
        )

    def echo(self, of: Report) -> Report:
        """What a report says, in other words and without credit."""
        outlet = self.outlet()
        body = [self.echoed(one) for one in of.supported]
        told = self.laid_out(self.happening_of(of), outlet, self.day(), self.introduced(body))
        return replace(told, relies_on=((of.name, "echoes"),))

    def echoed(self, one: Sentence) -> Sentence:
        """A sentence that gives what another outlet said, with its source's words at most."""
        speaks = one.source is not None and one.source.kind in {"named", "unnamed"}
        chain = one.chain[-1:] if speaks and self.chance.random() < 0.6 else ()
        form = self.chance.choice(ECHOED) if chain else "{C}."
        return self.sentence(form, self.reworded(one), {"s": "".join(chain)}, replace(one, chain=chain))

    def denial(self, of: Report) -> Report:
        """A report in which somebody denies a thing that another report says."""
        return self.answer(of, DENIED, "denies")

    def rumour(self, of: Report) -> Report:
        """A report that passes a thing on as a rumour."""
        return self.answer(of, RUMOURED, "reports-as-rumour")

    def answer(self, of: Report, forms: Sequence[str], stance: Stance) -> Report:
        """A report that takes one thing of another up."""
        outlet, one = self.outlet(), self.chance.choice(of.supported)
        told, name = self.happening_of(of), self.person()
        denier = f"{told.filled['firm']} {self.chance.choice(['press officer', 'director', 'lawyer'])} {name}"
        knower, chain = (name, (denier,)) if stance == "denies" else (None, ("rumours",))
        clause = self.reworded(one)
        made = Sentence("", one.claim, "", stance, chain, knower, None, one.figure)
        body = [self.sentence(self.chance.choice(forms), clause, {"d": denier}, made)]
        return self.laid_out(told, outlet, self.day(), body)

    def version(self, of: Report) -> Report:
        """The same outlet's report some days later, with a paragraph more."""
        more = Sentence(self.fresh(self.happening_of(of).asides))
        return replace(
            of,
            name=self.name(of.outlet),
            published=self.day(),
            paragraphs=(*of.paragraphs, (more,)),
            relies_on=((of.name, "version-of"),),
        )

    def differing(self, of: Report) -> Report | None:
        """A report with a source of its own who gives another figure, if there is one to differ on."""
        outlet, one = self.outlet(), self.chance.choice(of.supported)
        which, fact = (int(part) for part in str(one.claim).split("."))
        told = self.room.happenings[which]
        named = [name for name in told.kind.numbers if f"{{{name}}}" in told.kind.facts[fact][0]]
        if not named:
            return None
        fresh = {named[0]: happening(told.kind, self.chance, told.filled).filled[named[0]]}
        name = self.person()
        source = Source("named", f"{self.fresh(told.kind.named)} {name}", name)
        return self.laid_out(told, outlet, self.day(), [self.firsthand(which, fact, source, outlet, **fresh)])

    # --- sentences and layout

    def fresh(self, words: Sequence[str], otherwise: str | None = None) -> str:
        """One of these that is least like what is printed, so that nobody seems to have copied who did not.

        Where all have been printed, `otherwise`, or any.
        """
        printed = "\n".join(report.text for report in self.room.reports).lower()
        runs = set(_runs(printed))
        likeness = {one: sum(run in runs for run in _runs(one.lower())) for one in words if one.lower() not in printed}
        if not likeness:
            return otherwise or self.chance.choice(words)
        return self.chance.choice([one for one in likeness if likeness[one] == min(likeness.values())])

    def happening_of(self, report: Report) -> Happening:
        """What a report tells of."""
        return self.room.happenings[int(str(report.supported[0].claim).split(".")[0])]

    def reworded(self, one: Sentence) -> str:
        """The clause of a claim in words of its own, with the same figure; or, when no words are left, in the same."""
        which, fact = (int(part) for part in str(one.claim).split("."))
        told = self.room.happenings[which]
        otherwise = dict([one.figure.split("=")]) if one.figure else {}
        clauses = told.clauses(fact, **otherwise)
        return self.fresh(clauses, next(clause for clause in clauses if clause[1:] == one.quote[1:]))

    def sentence(self, form: str, clause: str, words: Mapping[str, str], made: Sentence) -> Sentence:
        """A sentence of this form."""
        capitals = {name.upper(): upper(value) for name, value in words.items()}
        text = form.format(c=clause, C=upper(clause), **words, **capitals)
        return replace(made, text=text, quote=clause if clause in text else upper(clause))

    def introduced(self, body: Sequence[Sentence]) -> list[Sentence]:
        """The same, where whoever was named in full is called by the last name from then on."""
        seen: set[str] = set()
        told = []
        for one in body:
            words = one.chain[-1] if one.chain else ""
            if words and words in seen and one.source is not None and one.source.kind == "named":
                last = words.split()[-1]
                told.append(replace(one, text=one.text.replace(upper(words), last).replace(words, last)))
            else:
                told.append(one)
            seen.add(words)
        return told

    def laid_out(self, told: Happening, outlet: str, day: str, body: Sequence[Sentence], stating: str = "") -> Report:
        """A report with a headline and something that everybody knows."""
        headline = Sentence(self.fresh(told.topics))
        first = body[0]
        if first.stance == "supports" and self.chance.random() < 0.3:
            text = f"{upper(self.reworded(first))} {stating}".strip()
            quote = text.removesuffix(stating).strip()
            headline = replace(first, text=text, quote=quote, chain=("report",) if stating else (), source=None)
        sentences = [*body, Sentence(self.fresh(told.asides))]
        cut = self.chance.choice([1, 2])
        paragraphs = tuple(tuple(sentences[at : at + cut]) for at in range(0, len(sentences), cut))
        return Report(self.name(outlet), outlet, day, headline, paragraphs)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """All stretches of three words."""
    words = text.split()
    return zip(words, words[1:], words[2:], strict=False)


def upper(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]


def called(outlet: str) -> str:
    """An outlet's name as a sentence has it."""
    return outlet if outlet in UNARTICLED else f"the {outlet}"


def figure(otherwise: Mapping[str, str]) -> str | None:
    """What is told otherwise, as `name=value`."""
    return next((f"{name}={value}" for name, value in otherwise.items()), None)


MOVES: Mapping[str, int] = {
    "retelling": 6,
    "copy": 3,
    "echo": 4,
    "primary": 3,
    "version": 2,
    "reprint": 2,
    "digest": 2,
    "denial": 2,
    "rumour": 1,
}
"""What comes after the first report, and how often of 25."""


def newsroom(seed: int, *, first: int = 1, more: int = 5, differing: bool = False, unrelated: bool = False) -> Newsroom:
    """A newsroom: `first` reports with sources of their own of one thing at least, then `more` of any sort.

    `differing` adds one that gives another figure, `unrelated` one of another happening of the same kind.
    """
    chance = Random(f"newsroom {seed}")  # noqa: S311  it guards nothing
    kind = KINDS[seed % len(KINDS)]
    told = happening(kind, chance)
    apart = happening(kind, chance, told.filled)
    begin = (dt.date(2025, 1, 6) + dt.timedelta(days=chance.randrange(600))).isoformat()
    room = Newsroom((told, apart), ())
    for _ in range(first):
        claims = room.reports[0].supported[:1] if room.reports else []
        day = None if room.reports else begin
        room = room.beside(Desk(room, chance).primary(day=day, claims=[str(one.claim) for one in claims]))
    for _ in range(more):
        room = more_of(room, chance, chance.choices(list(MOVES), list(MOVES.values()))[0])
    if differing:
        other = Desk(room, chance).differing(room.reports[0])
        room = room if other is None else room.beside(other)
    return room.beside(Desk(room, chance).primary(1)) if unrelated else room


def more_of(room: Newsroom, chance: Random, move: str, of: str | None = None) -> Newsroom:
    """A newsroom with one more report, made in one of the ways of `MOVES`, from the report named or any that has a claim."""
    desk = Desk(room, chance)
    if move == "primary":
        return room.beside(desk.primary(claims=[str(room.reports[0].supported[0].claim)]))
    made: Mapping[str, Callable[[Report], Report]] = {
        "retelling": desk.retelling,
        "copy": desk.copy,
        "echo": desk.echo,
        "reprint": desk.reprint,
        "digest": desk.digest,
        "version": desk.version,
        "denial": desk.denial,
        "rumour": desk.rumour,
    }
    with_claims = [report for report in room.reports if report.supported]
    return room.beside(made[move](room.report(of) if of else chance.choice(with_claims)))


def unrelated_to(room: Newsroom, chance: Random, kind: Kind) -> Report:
    """A report of another happening, of this kind, in which no name, figure or sentence is one of the room's."""
    apart = happening(kind, chance, room.happenings[0].filled)
    return Desk(replace(room, happenings=(room.happenings[0], apart)), chance).primary(1)
