"""The laws, kept by comparing: over invented newsrooms, of which it is known who copied whom."""

import math
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.happenings import KINDS
from benchmarks.newsrooms import Newsroom, Report, newsroom, unrelated_to
from tests.comparing.strategies import (
    CHANCE,
    SEEDS,
    UNHURRIED,
    OneMore,
    compared,
    document_of,
    in_files,
    newsrooms,
    one_origin_and_its_repeats,
    readings,
    with_one_more,
)
from wherefrom import api
from wherefrom.comparing import compare
from wherefrom.model import Claim, Document, Findings, Spans, slice_of
from wherefrom.model.release import Release
from wherefrom.output.findings_json import findings_json

# --- law 1: every quote is the slice of the text that it points to


def anchored(document: Document, spans: Spans) -> str:
    """The slice at these spans, which lie in the text, hold something, and stand in order without overlap."""
    place = 0
    for start, end in spans:
        assert place <= start < end <= len(document.text)
        place = end
    return slice_of(document.text, spans)


def check(found: Findings) -> None:
    """What comparing says of texts is anchored in them, and what it points to is there."""
    documents = {document.id: document for document in found.documents}
    appearances = {one.id: one for one in found.appearances}
    for claim in found.claims:
        members = {member.id for member in claim.appearances}
        assert members <= appearances.keys()
        texts = {appearances[one].document: documents[appearances[one].document].text for one in members}
        assert any(all(piece in text for piece in claim.text.split(" … ")) for text in texts.values())
        assert claim.text.strip()
        for root in (*claim.origins.roots, *claim.origins.against):
            assert set(root.appearances) <= members
            assert root.why
        assert all(set(step.because) <= members for step in claim.status)
        assert 0 <= claim.origins.at_least <= most(claim)
    for conflict in found.conflicts:
        assert len(conflict.values) > 1
        assert conflict.why
        for value in conflict.values:
            assert anchored(documents[value.document], value.spans)
            assert value.appearance is None or appearances[value.appearance].document == value.document
    for reliance in found.relies_on:
        anchored(documents[reliance.document], reliance.spans)
        assert reliance.why
        assert reliance.on != reliance.document


def most(claim: Claim) -> float:
    return math.inf if claim.origins.at_most is None else claim.origins.at_most


@UNHURRIED
@given(newsrooms())
def test_what_comparing_says_is_anchored_in_the_texts(room: Newsroom) -> None:
    check(compared(room))


def test_what_comparing_says_of_the_demo_is_anchored_in_its_texts() -> None:
    found = api.demo()
    assert found.claims
    check(found)


# --- law 2: a copy, or a retelling that cites, adds no origin


def matched(before: Findings, after: Findings) -> Iterator[tuple[list[Claim], Claim]]:
    """Each claim of the findings after with the claims before that it is, by the statements that both count.

    Several where they are equally near. What only touches a claim does not make it the same: two facts may stand under
    one claim, and then it is about the one whose sources are counted.
    """
    known = {one.id for one in before.appearances}
    under: dict[str, list[Claim]] = {}
    for claim in before.claims:
        for name in sorted(counted(claim)):
            under.setdefault(name, []).append(claim)
    for claim in after.claims:
        own = counted(claim) & known
        met = {one.id: one for name in sorted(own) for one in under.get(name, ())}
        near = {name: _likeness(own, counted(one)) for name, one in met.items()}
        if near:
            yield [met[name] for name, likeness in near.items() if likeness == max(near.values())], claim


def counted(claim: Claim) -> set[str]:
    """The statements whose sources count as a claim's origins, for it or against it."""
    return {name for root in (*claim.origins.roots, *claim.origins.against) for name in root.appearances}


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)


def raised(before: Findings, after: Findings, *, upper: bool = True) -> list[str]:
    """Claims whose bounds on the number of origins rose: the lower bound, and where that is asked the upper one."""
    return [
        f"{old[0].text!r} {[bounds(one) for one in old]} -> {new.text!r} {bounds(new)}"
        for old, new in matched(before, after)
        if new.origins.at_least > max(one.origins.at_least for one in old)
        or (upper and most(new) > max(map(most, old)))
    ]


def bounds(claim: Claim) -> tuple[int, int | None]:
    return claim.origins.at_least, claim.origins.at_most


@UNHURRIED
@given(with_one_more("copy", "reprint"))
def test_a_verbatim_copy_adds_no_origin(rooms: OneMore) -> None:
    assert raised(compared(rooms.before), compared(rooms.after)) == []


@UNHURRIED
@given(with_one_more("retelling", "retelling", "digest"))
def test_a_retelling_that_cites_adds_no_origin(rooms: OneMore) -> None:
    assert raised(compared(rooms.before), compared(rooms.after)) == []


@UNHURRIED
@given(with_one_more("version"))
def test_a_second_version_adds_no_origin(rooms: OneMore) -> None:
    assert raised(compared(rooms.before), compared(rooms.after)) == []


@UNHURRIED
@given(with_one_more("echo", "rumour", "denial"))
def test_what_shows_no_source_of_its_own_proves_no_origin(rooms: OneMore) -> None:
    assert raised(compared(rooms.before), compared(rooms.after), upper=False) == []


@UNHURRIED
@given(newsrooms(), CHANCE)
def test_copies_of_every_report_at_once_add_no_origin(room: Newsroom, chance: random.Random) -> None:
    others = [f"{name} Bote" for name in ("Aalto", "Birk", "Cerin", "Dovre", "Esker", "Fjell", "Grane", "Holm", "Ivar")]
    names = chance.sample(others, len(others))
    copies = [
        replace(
            report, name=f"{90 - number}-{names[number]}", outlet=names[number], published=room.reports[-1].published
        )
        for number, report in enumerate(room.reports[: len(names)])
    ]
    assert raised(compared(room), compared(room.beside(*copies))) == []


# --- law 3: order, names, company and number of workers


def among(found: Findings, documents: Iterable[str]) -> tuple[Any, ...]:
    """What findings say of some documents: everything that names none but these, without what claims are called."""
    kept = set(documents)
    of = {one.id: one.document for one in found.appearances}
    claims = [claim for claim in found.claims if any(of[one.id] in kept for one in claim.appearances)]
    conflicts = [one for one in found.conflicts if any(value.document in kept for value in one.values)]
    return (
        [one for one in found.appearances if one.document in kept],
        claims,
        conflicts,
        [one for one in found.relies_on if one.document in kept],
        [document for document in found.documents if document.id in kept],
    )


def shown(paths: Sequence[Path], workers: int | None = 1) -> str:
    return findings_json(Release.of_reading(api.read(paths, workers=workers)))


@UNHURRIED
@given(newsrooms(), CHANCE)
def test_the_order_of_files_changes_nothing(room: Newsroom, chance: random.Random) -> None:
    shuffled = chance.sample(room.reports, len(room.reports))
    with TemporaryDirectory() as folder:
        paths = {path.stem: path for path in in_files(Path(folder), room)}
        together = shown(list(paths.values()))
        assert shown([paths[report.name] for report in shuffled]) == together


@UNHURRIED
@given(newsrooms(more=(1, 2)), CHANCE)
def test_the_names_of_files_change_nothing(room: Newsroom, chance: random.Random) -> None:
    names = chance.sample(range(len(room.reports)), len(room.reports))
    renamed = replace(
        room, reports=tuple(replace(one, name=f"z{name}") for name, one in zip(names, room.reports, strict=True))
    )
    assert _without_paths(compared(renamed)) == _without_paths(compared(room))


def _without_paths(found: Findings) -> Findings:
    return replace(found, documents=tuple(replace(document, path="") for document in found.documents))


@UNHURRIED
@given(newsrooms(more=(1, 3)), CHANCE, st.integers(1, len(KINDS) - 1))
def test_an_unrelated_report_beside_changes_no_finding(room: Newsroom, chance: random.Random, step: int) -> None:
    kind = KINDS[(KINDS.index(room.happenings[0].kind) + step) % len(KINDS)]
    assert beside(room, unrelated_to(room, chance, kind)) == beside(room)


@UNHURRIED
@given(newsrooms(more=(1, 3)), CHANCE)
def test_a_report_of_a_like_happening_beside_changes_no_finding(room: Newsroom, chance: random.Random) -> None:
    assert beside(room, unrelated_to(room, chance, room.happenings[0].kind)) == beside(room)


def beside(room: Newsroom, *others: Report) -> tuple[Any, ...]:
    """What is found of a newsroom's reports with others beside them."""
    return among(compared(room.beside(*others)), [document_of(report).id for report in room.reports])


@pytest.fixture(scope="module")
def rooms_in_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The reports of two newsrooms, as files."""
    paths = []
    for seed in (4, 12):
        folder = tmp_path_factory.mktemp(f"room{seed}")
        paths += in_files(folder, newsroom(seed, first=2, more=4, differing=True), stem=f"{seed}-")
    return paths


def test_the_number_of_workers_changes_nothing(rooms_in_files: list[Path]) -> None:
    assert shown(rooms_in_files, workers=2) == shown(rooms_in_files, workers=1)


# --- law 4: without the origin's document the repeats are unverified


@UNHURRIED
@given(one_origin_and_its_repeats())
def test_repeats_are_no_origins_when_the_report_they_go_back_to_is_gone(room: Newsroom) -> None:
    before, after = compared(room), compared(room.without(room.reports[0].name))
    assert raised(before, after, upper=False) == []
    assert [claim.text for claim in after.claims if claim.origins.at_least > 1] == []
    assert [claim.text for claim in after.claims if any(step.status == "confirmed" for step in claim.status)] == []


@UNHURRIED
@given(newsrooms(first=(2, 3)), SEEDS)
def test_taking_any_report_away_proves_no_origin(room: Newsroom, seed: int) -> None:
    gone = room.reports[seed % len(room.reports)]
    assert raised(compared(room), compared(room.without(gone.name)), upper=False) == []


# --- law 5: the same input, the same bytes


def elsewhere(paths: Sequence[Path], seed: int) -> str:
    """The findings as another process gives them."""
    program = "import sys; from wherefrom.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, "read", "--json", *paths],
        env={"PYTHONHASHSEED": str(seed)},
        capture_output=True,
        timeout=120,
        check=True,
    )
    return done.stdout.decode()


def test_another_process_gives_the_same_bytes(rooms_in_files: list[Path]) -> None:
    here = shown(rooms_in_files)
    assert '"claims"' in here
    assert elsewhere(rooms_in_files, 1) == here
    assert elsewhere(rooms_in_files, 2) == here


@UNHURRIED
@given(newsrooms())
def test_comparing_again_gives_the_same(room: Newsroom) -> None:
    assert findings_json(Release.of_reading(compared(room))) == findings_json(Release.of_reading(compared(room)))


# --- renaming outlets changes nothing but names


VOWELS = str.maketrans("aeiouAEIOU", "eioauEIOAU")


def renamed(held: Any, names: dict[str, str]) -> Any:  # noqa: ANN401  whatever findings are made of
    """The same with other names in every text; names are as long as before, so that spans stay."""
    if isinstance(held, str):
        for old, new in names.items():
            held = held.replace(old, new)
        return held
    if isinstance(held, bytes):
        return renamed(held.decode(), names).encode()
    if isinstance(held, tuple):
        told = [renamed(one, names) for one in held]
        return type(held)(*told) if hasattr(held, "_fields") else tuple(told)
    if is_dataclass(held) and not isinstance(held, type):
        return replace(held, **{one.name: renamed(getattr(held, one.name), names) for one in fields(held)})
    return held


@UNHURRIED
@given(newsrooms())
def test_renaming_outlets_changes_nothing_but_names(room: Newsroom) -> None:
    # Each on a day of its own: between reports of one day the id decides, which is made from the outlet's name, too.
    dated = replace(
        room,
        reports=tuple(replace(one, published=f"2027-03-{day:02}") for day, one in enumerate(room.reports, start=1)),
    )
    found = readings([document_of(report) for report in dated.reports])
    # A statement that is about an outlet is another one when that has another name.
    told = " ".join(one.text for one in found.appearances)
    outlets = sorted({report.outlet for report in dated.reports if report.outlet not in told})
    names = {name: " ".join([name.split()[0].translate(VOWELS), *name.split()[1:]]) for name in outlets}
    other = renamed(found, names)
    ids = {old.id: new.id for old, new in zip(found.documents, other.documents, strict=True)}
    other = renamed(other, ids)
    left, right = compare(found), compare(other)
    assert shape(left) == shape(right)


def shape(found: Findings) -> tuple[Any, ...]:
    """Findings without any words."""
    place = {document.id: number for number, document in enumerate(found.documents)}
    of_outlet = {str(document.publisher).lower(): number for number, document in enumerate(found.documents)}
    return (
        [
            (
                [(member.id, member.stance) for member in claim.appearances],
                bounds(claim),
                [root.appearances for root in claim.origins.roots],
                [root.appearances for root in claim.origins.against],
                claim.status,
            )
            for claim in found.claims
        ],
        [
            (one.kind, one.between, one.cannot_all_hold, [(place[value.document], value.spans) for value in one.values])
            for one in found.conflicts
        ],
        [
            (place[one.document], one.how, one.spans, place.get(one.on, of_outlet.get(one.on.lower())))
            for one in found.relies_on
        ],
    )
