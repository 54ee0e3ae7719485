"""docs/vetting-a-source.md: from reports to a matrix and back, run as it stands; what it shows is what the commands print."""

import json
from pathlib import Path

import pytest

from tests.pages import Answer, desk, parts, same, walked
from wherefrom import api

PAGE = Path(__file__).parents[1] / "docs" / "vetting-a-source.md"

LOOKED_AT = "wherefrom check draft.md --ledger desk.db"
REFUSED = 'wherefrom grade c6bd7d864e2ce --credibility 1 --grounds "two papers have it" --ledger desk.db'


@pytest.fixture(scope="module")
def answers() -> tuple[Answer, ...]:
    with desk(PAGE.with_suffix("")):
        return tuple(walked(PAGE.read_text(encoding="utf-8")))


def test_every_call_prints_what_the_page_shows(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        if answer.calls.shown is not None:
            assert answer.calls.shown.strip(), answer.calls.lines
            assert same(answer.calls.shown, answer.printed), answer.calls.lines


def test_every_call_ends_well_but_for_the_refusal_and_the_draft(answers: tuple[Answer, ...]) -> None:
    assert {answer.calls.lines[-1]: answer.status for answer in answers if answer.status} == {REFUSED: 2, LOOKED_AT: 1}
    assert not [line for answer in answers for line in answer.printed.splitlines() if line.startswith("wherefrom:")][1:]


def test_if_one_column_is_wrong_the_order_changes_and_so_it_does_when_that_is_found_out(
    answers: tuple[Answer, ...],
) -> None:
    before, after = (one.printed for one in answers if one.calls.lines[-1].startswith("wherefrom hypothesis show"))
    assert "if E7 is wrong, H1 comes before" in " ".join(before.split())
    assert "first: H2 and H3, level" in before
    assert "first: H1 " in after


def test_what_stood_on_the_18th_can_still_be_asked_for() -> None:
    with desk(PAGE.with_suffix("")):
        list(walked(PAGE.read_text(encoding="utf-8")))
        (question,) = (one.id for one in api.questions("desk.db"))
        then, now = (api.matrix("desk.db", question, as_of=day) for day in ("2031-03-18", "2031-03-24"))
    assert (len(then.columns), len(now.columns)) == (7, 8)


def test_the_reports_are_those_of_the_page() -> None:
    named = {word for calls in parts(PAGE.read_text(encoding="utf-8")) for line in calls.lines for word in line.split()}
    reports = {path.name for path in PAGE.with_suffix("").glob("*.txt")}
    assert {word for word in named if word.endswith(".txt")} == reports
    assert all(json.loads(path.read_text(encoding="utf-8"))["outlet"] for path in PAGE.with_suffix("").glob("*.json"))
