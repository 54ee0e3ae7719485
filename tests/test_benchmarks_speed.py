"""The speed benchmark counts fairly, profiles what it says, starts the program as people do, and holds floor and limits."""

import sys
from pathlib import Path

import pytest

from benchmarks import attribution, floors, speed
from benchmarks.floors import Floors
from benchmarks.speed import Article, Start, Stopwatch
from training.polnear import documents
from wherefrom import intake
from wherefrom.reader import encoder, wordpiece

TEXT = "Ferry sinks\n\nThe ferry sank on Monday, a fisherman said. The council denied that it was old.\n"


def article(text: str = TEXT) -> Article:
    return Article(text, intake.document_from_bytes(text.encode(), "article.txt"))


class Clock:
    """A clock that stands still until somebody moves it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


# --- words per second


def test_readers_take_turns_at_every_article_and_the_best_round_of_each_counts() -> None:
    clock, turns = Clock(), []
    costs = {"ours": iter([0, 4, 9, 2, 7]), "theirs": iter([0, 5, 5, 5, 5])}  # the first of each is the warming up

    def reading(name: str) -> speed.Read:
        def read(one: Article) -> object:
            turns.append((name, one.text))
            clock.now += next(costs[name])
            return None

        return read

    told = [article("one two three\n"), article("four five six\n")]
    reached = speed.rates(told, {name: reading(name) for name in costs}, rounds=2, clock=clock)
    assert reached == {"ours": 6 / (2 + 7), "theirs": 6 / (5 + 5)}
    in_turn = [(name, one.text) for one in told for name in costs]
    assert turns[2:] == in_turn * 2


def test_the_ratio_is_ours_in_per_cent_of_theirs() -> None:
    assert speed.ratio({"ours": 450.0, "theirs": 600.0}) == 75.0


# --- the profile


def test_a_stopwatch_adds_up_even_where_the_work_fails() -> None:
    clock = Clock()
    watch = Stopwatch(clock)

    def work(seconds: float) -> float:
        clock.now += seconds
        return 1 / seconds if clock.now < 5 else 1 / 0

    timed = watch.around(work)
    assert timed(2) == 0.5
    clock.now += 1
    with pytest.raises(ZeroDivisionError):
        timed(seconds=3)
    assert watch.spent == 5


def test_the_profile_tells_the_shares_of_all_parts_and_leaves_the_reader_as_it_was() -> None:
    session, pieces = encoder._session(), wordpiece.WordPiece.pieces  # noqa: SLF001
    shares = speed.profile([article()])
    assert list(shares) == ["encoder", "word pieces", "rules", "opening the file"]
    assert all(share > 0 for share in shares.values())
    assert sum(shares.values()) == pytest.approx(100)
    assert encoder._session() is session  # noqa: SLF001
    assert wordpiece.WordPiece.pieces is pieces


# --- the cold start


def test_the_article_is_that_whose_length_is_nearest_to_a_thousand_words() -> None:
    told = [article("word " * length) for length in (300, 980, 1100)]
    assert speed.of_thousand_words(told) is told[1]


def test_what_a_start_takes_is_that_of_the_process_alone() -> None:
    held = b"x" * 300_000_000  # the peak of this process must not count for the one it starts
    start = speed.started([sys.executable, "-c", "print('x' * 100)"])
    assert len(held) == 300_000_000
    assert 0 < start.processor_seconds < 10
    assert start.seconds > 0
    assert 1 < start.megabytes < 100


def test_a_start_that_fails_is_no_measurement() -> None:
    with pytest.raises(SystemExit, match="failed"):
        speed.started([sys.executable, "-c", "raise SystemExit(2)"])


def test_a_cold_start_reads_the_article_as_people_would(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []
    starts = iter([Start(3.0, 0.9, 120.0), Start(2.0, 1.1, 140.0)])

    def pretended(command: list[str]) -> Start:
        assert Path(command[-1]).read_text(encoding="utf-8") == TEXT
        given.append(command[:-1])
        return next(starts)

    monkeypatch.setattr(speed, "started", pretended)
    assert speed.cold_start(article(), 2) == Start(2.0, 0.9, 140.0)
    assert given == [[*speed.program(), "read"]] * 2


def test_limits_that_are_passed_are_told() -> None:
    assert speed.passed(Start(9.0, 1.0, 300.0)) == []
    slow, large = speed.passed(Start(9.0, 1.25, 301.0))
    assert slow == "speed: a cold start takes 1.25 s, more than 1 s"
    assert large == "speed: a cold start holds 301 MB, more than 300 MB"


# --- the command

READING = {"ours": 450.0, "theirs": 500.0}


@pytest.fixture
def split(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "one_0001.ann").touch()
    return tmp_path


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, object]:
    """Results that the command finds instead of measuring; floors of its own."""
    results: dict[str, object] = {"rates": READING, "cold_start": Start(0.5, 0.5, 100.0), "theirs": object}
    monkeypatch.setattr(speed, "on_one_core", lambda: None)
    monkeypatch.setattr(speed, "profile", lambda _: {"encoder": 80.0, "rules": 20.0})
    monkeypatch.setattr(speed, "rates", lambda *_: results["rates"])
    monkeypatch.setattr(speed, "cold_start", lambda *_: results["cold_start"])
    monkeypatch.setattr(speed, "theirs", lambda: results["theirs"])
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    return results


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> object:
    """What the command ends with: nothing, or the lines of its complaint."""
    monkeypatch.setattr(sys, "argv", ["speed", *map(str, arguments)])
    try:
        speed.main()
    except SystemExit as stop:
        return stop.code
    return None


def test_all_that_is_measured_is_shown(
    split: Path, pretended: dict[str, object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pretended
    assert run(monkeypatch, split) is None
    table = capsys.readouterr().out
    for told in ("1 articles", "450 words per second", "500 words", "0.90", "80.0 %", "0.50 s", "100 MB"):
        assert told in table


def test_the_floor_is_kept_raised_and_held(
    split: Path, pretended: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, split, "--check") == f"{split}: no floors are kept for this corpus"
    assert run(monkeypatch, split, "--update") is None
    assert Floors.stored().by_benchmark["speed"] == (attribution.digest([*documents(split)]), {speed.RATIO: 90.0})
    assert run(monkeypatch, split, "--check") is None
    pretended["rates"] = {"ours": 415.0, "theirs": 500.0}
    assert run(monkeypatch, split, "--check") is None, "other work on the machine moves it by so much"
    pretended["rates"] = {"ours": 400.0, "theirs": 500.0}
    assert run(monkeypatch, split, "--check") == f"speed: {speed.RATIO} is 80.0, under its floor of 90.0"
    assert "--allow-regression" in str(run(monkeypatch, split, "--update"))
    pretended["rates"] = {"ours": 600.0, "theirs": 500.0}
    assert run(monkeypatch, split, "--update") is None
    assert Floors.stored().by_benchmark["speed"][1] == {speed.RATIO: 120.0}


def test_a_check_holds_the_limits_too(
    split: Path, pretended: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, split, "--update") is None
    pretended["cold_start"] = Start(5.0, 1.5, 100.0)
    assert run(monkeypatch, split, "--check") == "speed: a cold start takes 1.50 s, more than 1 s"


def test_without_spacy_our_own_speed_is_shown_and_no_floor_is_held(
    split: Path, pretended: dict[str, object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretended |= {"theirs": None, "rates": {"ours": 450.0}}
    assert run(monkeypatch, split) is None
    assert "spaCy is not installed" in capsys.readouterr().out
    for option in ("--check", "--update"):
        assert "make bench" in str(run(monkeypatch, split, option))


def test_a_folder_without_articles_is_told(
    tmp_path: Path, pretended: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pretended
    assert "no annotated articles" in str(run(monkeypatch, tmp_path))
