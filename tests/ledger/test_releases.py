"""Law 7: what is marked above the level of a release is nowhere in it: not in text, ids, names, counts, ordering or metadata."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.canaries import CRANE, MARKS, STORY, Clock, Mark, Report, World, kept, may_go, outputs, world
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.releasing import cut
from wherefrom.model.handling import LEVELS, Level
from wherefrom.output.findings_json import release_json

KINDS_OF_PLACES = 45

SEEN_IN_FINDINGS = {
    "headline", "author", "sidecar title", "outlet", "address", "source", "described source", "text", "quoted content", "caption",
    "relayed content", "given name", "last name", "claim",
}  # fmt: skip
"""Places whose words are in findings that may show them; else a test that finds nothing would say nothing."""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    where = tmp_path_factory.mktemp("all") / "ledger.db"
    with kept(where, world(), Clock(7, 2031), gossip=True) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def gone(everything: Ledger) -> dict[Level, dict[str, str]]:
    return {level: outputs(everything, level) for level in LEVELS}


def test_words_are_planted_in_many_kinds_of_places_at_every_level(everything: Ledger) -> None:
    assert everything.id
    planted = world().canaries.words.values()
    assert len({place for _, place in planted}) >= KINDS_OF_PLACES
    assert {level for level, _ in planted} >= {*MARKS, "never"}


@pytest.mark.parametrize("level", LEVELS)
def test_no_word_from_above_the_level_is_in_any_output(gone: dict[Level, dict[str, str]], level: Level) -> None:
    for name, output in gone[level].items():
        seen = output.lower()
        leaked = [
            (place, own)
            for word, (own, place) in world().canaries.words.items()
            if not may_go(own, level) and word.lower() in seen
        ]
        assert leaked == [], name


@pytest.mark.parametrize("level", LEVELS)
def test_what_may_go_at_the_level_does_go(gone: dict[Level, dict[str, str]], level: Level) -> None:
    seen = {name: output.lower() for name, output in gone[level].items()}
    for word, (own, place) in world().canaries.words.items():
        if may_go(own, level) and place in SEEN_IN_FINDINGS:
            assert word.lower() in seen["findings"], place
            assert word.lower() in seen["dossier"], place
        if may_go(own, level) and place.startswith("note on"):
            assert all(word.lower() in seen[name] for name in ("release", "dossier", "terminal")), place
            assert word.lower() not in seen["findings"]


@pytest.mark.parametrize("level", LEVELS)
def test_no_id_or_hash_of_the_ledger_is_in_any_output(
    everything: Ledger, gone: dict[Level, dict[str, str]], level: Level
) -> None:
    names = {everything.id, *(str(one) for row in everything.rows("SELECT at, hash FROM entries") for one in row)}
    for asked in ("SELECT id FROM documents", "SELECT id FROM claims", "SELECT key FROM stories"):
        names |= {row[0] for row in everything.rows(asked)}
    for report in world().reports:
        names |= {one.id for one in report.reading.appearances} | {one.id for one in report.reading.parties}
    went = {one.document.sha256 for one in world().reports if may_go(one.goes, level)}
    names |= {one.document.sha256 for one in world().reports} - went
    for name, output in gone[level].items():
        assert sorted(one for one in names if one in output) == [], name
        ids = re.findall(r"\b[acdkpx][0-9a-f]{12}\b", output)
        assert ids == [], name


@pytest.mark.parametrize("level", LEVELS)
def test_a_release_is_that_of_a_ledger_in_which_the_rest_never_was(
    gone: dict[Level, dict[str, str]], level: Level, tmp_path: Path
) -> None:
    with kept(tmp_path / "ledger.db", world().within(level), Clock(11, 2034), gossip=False) as never:
        assert outputs(never, level) == gone[level]


def test_what_is_cut_would_have_changed_what_is_found_in_the_rest(gone: dict[Level, dict[str, str]]) -> None:
    found = {level: json.loads(output["findings"]) for level, output in gone.items()}
    claims = {level: next(one for one in told["claims"] if CRANE in one["text"]) for level, told in found.items()}
    assert len({str(one["origins"]["at_most"]) for one in claims.values()}) > 1
    assert len({len(one["appearances"]) for one in claims.values()}) > 1
    assert len({sum(len(one["values"]) for one in told["conflicts"]) for told in found.values()}) > 1
    assert len({len(told["relies_on"]) for told in found.values()}) > 1


@pytest.fixture(scope="module")
def few() -> tuple[Report, ...]:
    """The story that everybody tells, and a report of it at every level."""
    return tuple(one for one in world().reports if one.label == one.goes)


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_whatever_the_labels_a_release_tells_of_nothing_that_is_cut(
    few: tuple[Report, ...], data: st.DataObject
) -> None:
    labels = data.draw(st.lists(st.sampled_from(MARKS), min_size=len(few), max_size=len(few)))
    level = data.draw(st.sampled_from(LEVELS))
    order = random.Random(data.draw(st.integers(0, 1000)))  # noqa: S311  it hides nothing
    told = [
        Report(one.document, one.reading, label, label, one.custody, one.reader)
        for one, label in zip(few, labels, strict=True)
    ]
    order.shuffle(told)
    whole = World(tuple(told), (), (), (), world().canaries)
    with TemporaryDirectory() as folder:
        where = Path(folder)
        with (
            kept(where / "all.db", whole, Clock(1, 2031), gossip=False) as everything,
            kept(where / "few.db", whole.within(level), Clock(3, 2033), gossip=False) as never,
        ):
            assert release_json(cut(everything, level)) == release_json(cut(never, level))


def test_the_story_is_there_at_every_level(gone: dict[Level, dict[str, str]]) -> None:
    label: Mark
    for label in LEVELS:
        assert all(text[:30] in gone[label]["findings"] for _, _, text in STORY)
