"""Shelf life: what a source says of how long something holds, what people judge of that, and what has run out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.kept import Clock, begun
from tests.ledger.test_worklist import _read
from wherefrom import api
from wherefrom.cli import main
from wherefrom.judging.shelf_life import duration_of, last_day
from wherefrom.ledger import content
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.projection import project
from wherefrom.ledger.views import findings
from wherefrom.ledger.windows import Window, judge, windows
from wherefrom.ledger.worklist import due
from wherefrom.model import Unreadable
from wherefrom.model.entry import Target
from wherefrom.reader import reader_named

NOTICE = "The permit of the pier at Corvale is valid until 18 March 2031, the harbour office said."


def with_notice(folder: Path) -> Ledger:
    ledger = begun(folder, 0, 1)
    document, reading = _read(NOTICE)
    with ledger.writing("ada", Clock()) as writer:
        content.add(writer, document, reader_named(None).identity(), reading)
        project(writer)
    return ledger


def claim(ledger: Ledger, words: str) -> str:
    return next(one.id for one in findings(ledger).claims if words in one.text)


def test_what_the_source_said_and_what_two_people_judge_stand_beside_each_other(tmp_path: Path) -> None:
    with with_notice(tmp_path) as ledger:
        name = claim(ledger, "permit")
        api.window(ledger, name, until="2031-04", why="the pier is new", by="ada")
        api.window(ledger, name, until="2031-03-20", why="as in the last flood", by="ben")
        found = api.windows(ledger, name)
        assert [(one.judged, one.by, one.until, one.why) for one in found] == [
            (False, "the harbour office", "2031-03-18", "valid until 18 March 2031"),
            (True, "ada", "2031-04-30", "the pier is new"),
            (True, "ben", "2031-03-20", "as in the last flood"),
        ]


def test_a_later_judgement_of_one_person_stands_and_the_earlier_one_is_what_was_held_then(tmp_path: Path) -> None:
    with with_notice(tmp_path) as ledger:
        name = claim(ledger, "permit")
        api.window(ledger, name, until="2031-04", why="the pier is new", by="ada")
        then = str(ledger.one("SELECT max(at) FROM entries"))
        api.window(ledger, name, until="2031-06", why="it is newer than that", by="ada")
        assert [one.until for one in api.windows(ledger, name) if one.judged] == ["2031-06-30"]
        assert [one.until for one in api.windows(ledger, name, as_of=then) if one.judged] == ["2031-04-30"]
        assert api.window(ledger, name, withdraw=True, why="cannot tell after all", by="ada") is None
        assert not [one for one in api.windows(ledger, name) if one.judged]


def test_due_lists_what_has_run_out_and_what_soon_will(tmp_path: Path) -> None:
    with with_notice(tmp_path) as ledger:
        dam, permit = claim(ledger, "dam"), claim(ledger, "permit")
        judge(ledger, Target("claim", dam, *_place(ledger, dam)), ("2031-03-30", None), "the snow melts by then", "ada")

        def told(today: str, within: int) -> list[tuple[str, str]]:
            kinds = {"run-out", "runs-out"}
            return sorted((one.kind, one.why) for one in due(ledger, today=today, within=within) if one.kind in kinds)

        source, judged = "“valid until 18 March 2031”: that", "ada judged: the snow melts by then; that"
        assert told("2031-03-10", 0) == []
        assert told("2031-03-14", 5) == [("runs-out", f"{source} is up to 2031-03-18")]
        assert told("2031-03-19", 30) == [
            ("run-out", f"{source} was up to 2031-03-18"),
            ("runs-out", f"{judged} is up to 2031-03-30"),
        ]
        assert told("2031-03-31", 0) == [
            ("run-out", f"{judged} was up to 2031-03-30"),
            ("run-out", f"{source} was up to 2031-03-18"),
        ]
        assert permit != dam


def _place(ledger: Ledger, name: str) -> tuple[str, tuple]:  # type: ignore[type-arg]
    statement = next(one for one in findings(ledger).appearances if one.id == f"a{name[1:]}")
    return statement.document, statement.spans


def test_nothing_has_a_judged_window_that_nobody_judged(tmp_path: Path) -> None:
    with with_notice(tmp_path) as ledger:
        assert not [one for one in windows(ledger) if one.judged]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (["--why", "x"], "the window: needs --until with a date, or --for with a length of time"),
        (["--for", "soon", "--why", "x"], "soon: is no length of time, as in “18 months” or P18M"),
        (["--until", "tomorrow", "--why", "x"], "tomorrow: is no date, as in 2032, 2032-06 or 2032-06-30"),
        (["--until", "2032", "--why", " "], "the window: needs grounds: --why says what makes it so"),
    ],
)
def test_what_is_no_window_is_told_in_one_line(
    more: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with with_notice(tmp_path) as ledger:
        name, path = claim(ledger, "permit"), str(ledger.path)
    assert main(["window", name, *more, "--ledger", path]) == 2
    assert capsys.readouterr().err == f"wherefrom: {why}\n"


def test_a_document_has_no_shelf_life(tmp_path: Path) -> None:
    with with_notice(tmp_path) as ledger:
        document = findings(ledger).documents[0].id
        with pytest.raises(Unreadable, match="is no id of a claim"):
            api.window(ledger, document, until="2032", why="x", by="ada")


def test_the_terminal_says_who_judged_and_on_what_grounds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with with_notice(tmp_path) as ledger:
        name, path = claim(ledger, "permit"), str(ledger.path)
        day = judge(ledger, Target("claim", name, *_place(ledger, name)), ("2031-04", None), "new pipes", "ada")
        since = next(one.since for one in windows(ledger) if one.window == day)
    assert main(["windows", name, "--ledger", path]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"{name} “The permit of the pier at Corvale is valid until 18 March 2031”: up to 2031-04-30, ada judged on {since}: new pipes"
    )


@given(st.integers(1, 9999), st.sampled_from(["day", "week", "month", "year"]), st.sampled_from(["", "s"]))
def test_a_length_of_time_is_the_same_in_words_and_as_iso_8601_has_it(number: int, unit: str, ending: str) -> None:
    written = f"P{number}{unit[0].upper()}"
    assert duration_of(f"{number} {unit}{ending}") == written == duration_of(written)


@given(st.text(max_size=20))
def test_a_length_of_time_that_is_none_is_not_guessed(words: str) -> None:
    found = duration_of(words)
    assert found is None or last_day(None, found, "2031-01-01") is not None or len(words) > 4


def test_where_neither_is_told_there_is_no_last_day() -> None:
    assert last_day(None, None, "2031-01-01") is None
    assert last_day(None, "P1M", None) is None
    assert isinstance(last_day("2031", None, None).isoformat(), str)  # type: ignore[union-attr]
    assert Window.__doc__
