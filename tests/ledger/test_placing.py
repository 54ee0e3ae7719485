"""Among very many documents a new one joins the story that it is nearest to; what was there stays as it was."""

from pathlib import Path

import pytest

from tests.ledger.kept import REPORTS, Clock, begun, keep, read
from wherefrom import api
from wherefrom.ledger import placing
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.replaying import replay
from wherefrom.ledger.views import findings

NUMBERS = range(len(REPORTS))


def stories(ledger: Ledger) -> set[frozenset[int]]:
    """The reports of each story, by their numbers."""
    number = {document.id: place for place, (document, _) in enumerate(read())}
    held: dict[str, set[int]] = {}
    for story, name in ledger.rows("SELECT story, document FROM told JOIN held USING (story) WHERE until IS NULL"):
        held.setdefault(story, set()).add(number[name])
    return {frozenset(one) for one in held.values()}


@pytest.fixture
def very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let documents be very many from the first on."""
    monkeypatch.setattr(placing, "MANY", 0)


@pytest.mark.usefixtures("very_many")
def test_a_new_document_joins_the_nearest_story_or_begins_its_own(tmp_path: Path) -> None:
    with begun(tmp_path, *NUMBERS) as ledger:
        found = stories(ledger)
    assert sorted(number for story in found for number in story) == list(NUMBERS)
    assert any({2, 6} <= story for story in found)  # both name Mayor Lea Orrin and Sunmere
    assert not any({2, 4} <= story for story in found)


@pytest.mark.usefixtures("very_many")
def test_stories_that_were_there_lose_nothing(tmp_path: Path) -> None:
    with begun(tmp_path) as ledger:
        for number in NUMBERS:
            before = stories(ledger)
            keep(ledger, number, Clock())
            after = stories(ledger)
            assert all(any(story <= other for other in after) for story in before)


@pytest.mark.usefixtures("very_many")
def test_a_replay_of_the_history_places_documents_as_they_were_placed(tmp_path: Path) -> None:
    with begun(tmp_path, 2, 0, 6, 1, 5, 4, 3) as ledger, Ledger.open(tmp_path / "again.db", create=True) as again:
        replay(ledger, again, each=True)
        assert stories(again) == stories(ledger)
        assert findings(again) == findings(ledger)


@pytest.mark.usefixtures("very_many")
def test_what_very_many_have_brings_no_two_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "COMMON", 0)
    with begun(tmp_path, 2, 6) as ledger:
        assert stories(ledger) == {frozenset({2}), frozenset({6})}


def test_many_that_come_at_once_are_looked_at_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with begun(tmp_path, *NUMBERS) as ledger:
        together = stories(ledger)
    monkeypatch.setattr(placing, "MANY", 0)
    monkeypatch.setattr(placing, "AT_ONCE", 0)
    (tmp_path / "other").mkdir()
    with begun(tmp_path / "other", *NUMBERS) as ledger:
        assert stories(ledger) == together


@pytest.mark.usefixtures("very_many")
def test_what_people_merged_and_split_again_is_apart_as_before(tmp_path: Path) -> None:
    with begun(tmp_path, *NUMBERS) as ledger:
        before = stories(ledger)
        dam, ferry = (
            next(one.id for one in findings(ledger).claims if word in one.text) for word in ("cracked", "ferry")
        )
        api.merge_claims(ledger, [dam, ferry])
        assert stories(ledger) != before
        (_, tied) = api.regroupings(ledger).tied[0]
        api.split_claim(ledger, [tied.id])
        assert stories(ledger) == before


def test_stories_stay_whole_where_documents_become_very_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with begun(tmp_path, 0, 1, 2, 3, 4, 5) as ledger:
        before = stories(ledger)
        monkeypatch.setattr(placing, "MANY", 6)
        monkeypatch.setattr(placing, "AT_ONCE", 3)
        keep(ledger, 6, Clock())
        assert all(any(story <= other for other in stories(ledger)) for story in before)
