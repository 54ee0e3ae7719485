"""How many know it themselves: `python -m benchmarks.origins CORPORA`, where copying hides it.

**Values without text** (`benchmarks.values`): of the values that editors of an encyclopedia give for a city's population,
how often is the one with most origins the true one, beside plain voting.

**Invented newsrooms** (`benchmarks.newsrooms`), through the whole program. How many people, papers and reporters knew a
claim themselves is known there, also where no text tells. Of the claims' bounds on the number of origins:

- falsely independent: the lower bound is above the truth, independence that nobody can prove: the error that counts;
- hold: the truth lies within the bounds;
- width: from the lower bound to the upper, on the mean; bounds that hold because they are wide tell little;
- mixed: the program's claim also holds statements of another claim.

Of who relies on whom: precision over the pairs that the program gives (one is right, too, if it skips a hand or takes one
copy of a text for another), and recall over the reports that were made from another, by how they were made.

Beside the bounds stands what counting outlets and always answering one would give. A claim whose figure is told in two ways is
left out: whether it is one claim or two is a matter of taste.

    --rooms N    how many newsrooms (60)
    --errors N   show so many claims whose bounds do not hold the truth
    --check, --update, --allow-regression: floors, as for the other benchmarks
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from wherefrom import api
from wherefrom.model import Appearance, Claim, Findings

from . import values
from .floors import Floors, add_options
from .measures import Share
from .newsrooms import Newsroom, Statement, TrueClaim, newsroom

ROOMS = 60

ENOUGH = 0.3
"""Dice overlap from which on an appearance stands for a statement, as in the scorer of whole stories."""

Bounds = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of a newsroom: what is true, what the program says (None where it has no such claim), and whether it mixes."""

    room: int
    claim: TrueClaim
    found: Bounds | None
    mixed: bool

    @property
    def true(self) -> int:
        """How many knew it themselves."""
        return len(self.claim.origins)


def rooms(count: int) -> Iterator[Newsroom]:
    """Newsrooms of several sorts: one to three reports with sources of their own, some with a figure told otherwise."""
    for seed in range(count):
        yield newsroom(seed, first=1 + seed % 3, more=5, differing=seed % 4 == 0, unrelated=seed % 2 == 0)


def written(room: Newsroom, folder: Path) -> list[Path]:
    """The reports of a newsroom as files, with what is known of them beside."""
    paths = []
    for report in room.reports:
        path = folder / f"{report.name}.txt"
        path.write_bytes(report.text.encode())
        known = {"outlet": report.outlet, "published": report.published, "title": report.headline.text}
        path.with_suffix(".json").write_text(json.dumps(known), encoding="utf-8")
        paths.append(path)
    return paths


def through_the_program(room: Newsroom) -> Findings:
    """What the program finds in a newsroom's reports."""
    with TemporaryDirectory() as folder:
        return api.read(written(room, Path(folder)))


def stands_for(statement: Statement, appearances: Iterable[Appearance]) -> Appearance | None:
    """The appearance in a report that a statement is found as."""
    scored = [(_dice(statement, one), one.id, one) for one in appearances]
    most = max(scored, key=lambda one: one[:2], default=None)
    return most[2] if most is not None and most[0] >= ENOUGH else None


def _dice(statement: Statement, one: Appearance) -> float:
    shared = sum(max(0, min(end, statement.end) - max(start, statement.start)) for start, end in one.spans)
    return 2 * shared / (statement.end - statement.start + sum(end - start for start, end in one.spans))


def judged(number: int, room: Newsroom, findings: Findings) -> list[Judged]:
    """The claims of a newsroom that somebody supports and that are told in one way, beside what was found."""
    reports = {Path(document.path).stem: document.id for document in findings.documents}
    told: dict[str, list[Appearance]] = {document.id: [] for document in findings.documents}
    for one in findings.appearances:
        told[one.document].append(one)
    under = _claims_of(findings)
    served = {
        claim.id: [
            found.id
            for statement in claim.statements
            if (found := stands_for(statement, told[reports[statement.report]])) is not None
        ]
        for claim in room.claims
    }
    matched = {name: _most_common(ids, under) for name, ids in served.items()}
    return [
        Judged(number, claim, _bounds(matched[claim.id]), _mixed(claim.id, matched[claim.id], served))
        for claim in room.claims
        if claim.origins and not claim.disputed
    ]


def _claims_of(findings: Findings) -> dict[str, list[Claim]]:
    under: dict[str, list[Claim]] = {}
    for claim in findings.claims:
        for member in claim.appearances:
            under.setdefault(member.id, []).append(claim)
    return under


def _most_common(appearances: Iterable[str], under: Mapping[str, Sequence[Claim]]) -> Claim | None:
    """The program's claim that holds most of these appearances."""
    claims = {claim.id: claim for one in appearances for claim in under.get(one, ())}
    counts = Counter(claim.id for one in appearances for claim in under.get(one, ()))
    return claims[max(sorted(counts), key=counts.__getitem__)] if counts else None


def _bounds(claim: Claim | None) -> Bounds | None:
    return None if claim is None else (claim.origins.at_least, claim.origins.at_most)


def _mixed(name: str, claim: Claim | None, served: Mapping[str, Sequence[str]]) -> bool:
    members = {member.id for member in claim.appearances} if claim is not None else set()
    return any(members & set(ids) - set(served[name]) for other, ids in served.items() if other != name)


# --- who relies on whom


@dataclass(frozen=True, slots=True)
class Relying:
    """What was found of who relies on whom: pairs that are right, of so many, and reports made from others that have one."""

    right: int
    found: int
    recalled: Mapping[str, Share]


def relying(room: Newsroom, findings: Findings) -> Relying:
    """Who relies on whom by the program, held against how the reports were made."""
    names = {document.id: Path(document.path).stem for document in findings.documents}
    outlets = {report.outlet.lower(): report.outlet for report in room.reports}
    of = {report.name: report.outlet for report in room.reports}
    true = {report.name: {of[name] for name in accepted(room, report.name)} for report in room.reports}
    pairs = {
        (names[one.document], of[names[one.on]] if one.on in names else outlets.get(_bare(one.on), ""))
        for one in findings.relies_on
    }
    known = {(name, on) for name, on in pairs if on}
    right = {(name, on) for name, on in known if on in true[name]}
    recalled: dict[str, Share] = {}
    for name, how in sorted({(name, how) for name, _, how in room.relies_on}):
        held = recalled.get(how, Share(0, 0, 0))
        hit = any(name == one for one, _ in right)
        recalled[how] = Share(held.right + hit, held.found + 1, held.annotated + 1)
    return Relying(len(right), len(known), recalled)


def rests_on(room: Newsroom, name: str) -> set[str]:
    """The reports that a report was made from, directly or at second hand."""
    direct = [on for on, _ in room.report(name).relies_on]
    return {*direct, *(other for on in direct for other in rests_on(room, on))}


def accepted(room: Newsroom, name: str) -> set[str]:
    """The reports on which a report may be said to rest: also other copies of one that it was made from."""
    known = rests_on(room, name)
    roots = {same_text(room, one) for one in known}
    return known | {report.name for report in room.reports if same_text(room, report.name) in roots} - {name}


def same_text(room: Newsroom, name: str) -> str:
    """The first of the reports that print one text, in one version or another."""
    for on, how in room.report(name).relies_on:
        if how in {"copies", "version-of"}:
            return same_text(room, on)
    return name


def _bare(outlet: str) -> str:
    return outlet.lower().removeprefix("the ")


def together(all_rooms: Sequence[Relying]) -> Relying:
    """The sums over all newsrooms."""
    recalled: dict[str, Share] = {}
    for one in all_rooms:
        for how, share in one.recalled.items():
            held = recalled.get(how, Share(0, 0, 0))
            recalled[how] = Share(*(a + b for a, b in zip(_counts(held), _counts(share), strict=True)))
    return Relying(
        sum(one.right for one in all_rooms), sum(one.found for one in all_rooms), dict(sorted(recalled.items()))
    )


def _counts(share: Share) -> tuple[int, int, int]:
    return share.right, share.found, share.annotated


def precision_and_recall(told: Relying) -> tuple[float, float]:
    """In per cent: of the pairs given, and of the reports that were made from another."""
    right = sum(share.right for share in told.recalled.values())
    of = sum(share.annotated for share in told.recalled.values())
    return 100 * told.right / max(1, told.found), 100 * right / max(1, of)


# --- measures


Answer = Callable[[Judged], Bounds | None]

ANSWERS: Mapping[str, Answer] = {
    "the program": lambda one: one.found,
    "one origin an outlet": lambda one: (len(one.claim.outlets), len(one.claim.outlets)),
    "always one": lambda _: (1, 1),
}


@dataclass(frozen=True, slots=True)
class Score:
    """Of claims with an answer, in per cent: too many origins; bounds that hold the truth; that are at most one apart.

    `width` is the mean of bounds with an upper end, `open_ended` how many have none, `answered` of how many claims (`of`).
    """

    falsely_independent: float
    hold: float
    narrow: float
    width: float
    open_ended: int
    answered: int
    of: int


def score(claims: Sequence[Judged], answer: Answer) -> Score:
    """How good the bounds are that a way of answering gives."""
    found = [(bounds, one.true) for one in claims if (bounds := answer(one)) is not None]
    widths = [high - low for (low, high), _ in found if high is not None]
    most = max(1, len(found))
    return Score(
        falsely_independent=100 * sum(low > true for (low, _), true in found) / most,
        hold=100 * sum(holds(bounds, true) for bounds, true in found) / most,
        narrow=100 * sum(width <= 1 for width in widths) / most,
        width=sum(widths) / max(1, len(widths)),
        open_ended=len(found) - len(widths),
        answered=len(found),
        of=len(claims),
    )


def holds(bounds: Bounds, true: int) -> bool:
    """Whether the truth lies within the bounds."""
    low, high = bounds
    return low <= true and (high is None or true <= high)


def measured(claims: Sequence[Judged], told: Relying, accuracy: values.Accuracy) -> dict[str, float]:
    """The numbers that have floors."""
    ours = score(claims, ANSWERS["the program"])
    precision, recall = precision_and_recall(told)
    return {
        "population, origins right": accuracy.earliest,
        "population, origins right, lots drawn": accuracy.drawn,
        "claims found": 100 * ours.answered / max(1, ours.of),
        "not falsely independent": 100 - ours.falsely_independent,
        "bounds that hold": ours.hold,
        "bounds at most one apart": ours.narrow,
        "claims not mixed": 100 * sum(not one.mixed for one in claims) / max(1, len(claims)),
        "relies on, precision": precision,
        "relies on, recall": recall,
    }


def table(claims: Sequence[Judged], told: Relying) -> list[str]:
    """The scores of all ways of answering, and of who relies on whom, as lines."""
    lines = [
        f"{len(claims)} claims of invented newsrooms; mixed with another: {sum(one.mixed for one in claims)}",
        f"{'':24}answered  falsely independent    hold  width  at most one apart  open",
    ]
    for name, answer in ANSWERS.items():
        one = score(claims, answer)
        lines.append(
            f"{name:24}{one.answered:8d}{one.falsely_independent:21.1f}{one.hold:8.1f}{one.width:7.2f}"
            f"{one.narrow:19.1f}{one.open_ended:6d}"
        )
    precision, recall = precision_and_recall(told)
    by_how = ", ".join(f"{how} {share.right}/{share.annotated}" for how, share in told.recalled.items())
    return [*lines, f"who relies on whom: precision {precision:.1f}, recall {recall:.1f} ({by_how})"]


def errors(claims: Iterable[Judged], most: int) -> list[str]:
    """Claims whose bounds do not hold the truth, those with too many origins first."""
    wrong = [one for one in claims if one.found is not None and not holds(one.found, one.true)]
    wrong.sort(key=lambda one: (one.found is not None and one.found[0] <= one.true, one.room, one.claim.id))
    return [
        f"newsroom {one.room}, {one.claim.text!r}: {one.found} for {one.true}: {', '.join(one.claim.origins)}"
        + (" (mixed with another claim)" if one.mixed else "")
        for one in wrong[:most]
    ]


def digest(folder: Path, told: Iterable[Newsroom]) -> str:
    """What tells this corpus and these newsrooms from others."""
    texts = "\0".join(report.text for room in told for report in room.reports)
    return sha256(f"{values.digest(folder)}{texts}".encode()).hexdigest()[:16]


def main() -> None:
    """Read the command line, measure, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--rooms", type=int, default=ROOMS)
    parser.add_argument("--errors", type=int, default=0)
    add_options(parser)
    given = parser.parse_args()
    folder = given.corpora / values.FOLDER
    if not (folder / values.CLAIMS).exists():
        raise SystemExit(f"{folder}: is not there")
    pages = values.Pages.of(folder)
    reached = {name: values.accuracy(pages, way) for name, way in values.ways(pages).items()}
    print("\n".join(values.table(pages, reached)), end="\n\n")
    told = list(rooms(given.rooms))
    found = [through_the_program(room) for room in told]
    claims = [
        one
        for number, (room, findings) in enumerate(zip(told, found, strict=True))
        for one in judged(number, room, findings)
    ]
    relied = together([relying(room, findings) for room, findings in zip(told, found, strict=True)])
    print("\n".join([*table(claims, relied), *errors(claims, given.errors)]))
    scores = measured(claims, relied, reached[values.ORIGINS])
    Floors.stored().settle("origins", digest(folder, told), scores, given, where=given.corpora)


if __name__ == "__main__":
    main()
