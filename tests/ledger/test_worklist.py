"""The list of what to do next, notes and assignments, and the commands that show them."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from tests.ledger.kept import Clock, begun, read
from wherefrom import cli
from wherefrom.api import sharing
from wherefrom.cli import sharing as commands
from wherefrom.intake import document_from_bytes
from wherefrom.judging.shelf_life import ends
from wherefrom.ledger import checks, content
from wherefrom.ledger.content import note_state
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.notes import LONGEST
from wherefrom.ledger.projection import project
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.views import findings
from wherefrom.ledger.worklist import Todo, due
from wherefrom.model import Document, Unreadable, Validity
from wherefrom.model.entry import Assigned, CheckKind, Corrected, Marked, Said, Target
from wherefrom.reader import Reading, reader_named

THEN = "2031-04-01T00:02:00Z"
"""When two reports were kept, and nothing was done with them yet."""

DAM = "The dam at Sunmere has cracked"


def say(ledger: Ledger, *said: Said, by: str = "ben") -> None:
    with ledger.writing(by) as writer:
        for one in said:
            writer.append(one)
            if isinstance(one, Corrected):
                note_state(writer, one.document)
        project(writer)


def doc(number: int) -> Target:
    name = read()[number][0].id
    return Target("document", name, name)


def claim_of(ledger: Ledger, text: str = DAM) -> Target:
    found = findings(ledger)
    return target_of(found, "claim", next(one.id for one in found.claims if one.text == text))


def log(ledger: Ledger, kind: CheckKind, whom: str, about: Target | None = None, text: str = "Nothing new.") -> None:
    with ledger.writing("ben") as writer:
        checks.log(writer, checks.Check(kind, whom, text, "2031-04-02"), about)


@lru_cache(maxsize=4)
def _read(text: str) -> tuple[Document, Reading]:
    document = document_from_bytes(text.encode(), "w.txt", outlet="Bay Radio", published="2031-03-11")
    return document, reader_named(None).read(document)


def report(ledger: Ledger, text: str) -> None:
    """Keep a further report, by Bay Radio."""
    document, reading = _read(text)
    with ledger.writing("ada", Clock()) as writer:
        content.add(writer, document, reader_named(None).identity(), reading)
        project(writer)


def kinds(todos: tuple[Todo, ...], kind: str) -> list[Todo]:
    return [one for one in todos if one.kind == kind]


# --- claims


def test_a_claim_that_several_outlets_have_from_one_origin_is_to_be_confirmed(tmp_path: Path) -> None:
    with begun(tmp_path, 0) as ledger:
        report(
            ledger, "The dam at Sunmere has cracked, the Ardent Post reported. Mayor Lea Orrin said nothing, it wrote."
        )
        (todo,) = (one for one in kinds(due(ledger), "one-origin") if one.text == DAM)
        assert (todo.text, todo.outlets, todo.since) == (DAM, 2, "2031-03-02")
        assert "two engineers" in todo.why
        assert todo.id == claim_of(ledger).id == todo.target.id


def test_a_claim_that_one_outlet_tells_is_not(tmp_path: Path) -> None:
    with begun(tmp_path, 0) as ledger:
        assert kinds(due(ledger), "one-origin") == []


def test_where_origins_cannot_be_told_apart_the_bounds_are_told(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1, 2, 3, 6) as ledger:
        (todo,) = kinds(due(ledger), "origins-unclear")
        assert (todo.text, "at least 1, at most 2" in todo.why) == (DAM, True)


def test_what_is_denied_is_to_be_looked_at_until_somebody_does(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1, 2) as ledger:
        (todo,) = kinds(due(ledger), "disputed")
        assert todo.text == DAM
        say(ledger, Assigned(claim_of(ledger), "ben", "open"))
        assert len(kinds(due(ledger), "disputed")) == 1
        say(ledger, Assigned(claim_of(ledger), "ben", "in-review"))
        assert kinds(due(ledger), "disputed") == []


def test_a_note_or_a_check_on_a_claim_shows_that_it_was_looked_at(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 2) as ledger:
        assert len(kinds(due(ledger), "disputed")) == 1
        log(ledger, "request", "Lea Orrin", claim_of(ledger))
        assert kinds(due(ledger), "disputed") == []


# --- who was asked


def test_who_is_named_and_was_not_asked_could_confirm(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1, 2) as ledger:
        (todo,) = kinds(due(ledger), "ask")
        assert (todo.who, todo.target.kind, todo.outlets) == (("Lea Orrin",), "party", 2)
        assert all(one.who == ("Lea Orrin",) for one in kinds(due(ledger), "disputed"))


@pytest.mark.parametrize("whom", ["Lea Orrin", "Lea Orrin, the mayor", "MAYOR LEA ORRIN"])
def test_who_was_asked_by_name_is_not_listed_again(tmp_path: Path, whom: str) -> None:
    with begun(tmp_path, 0, 1, 2) as ledger:
        log(ledger, "request", whom)
        assert not any("Lea Orrin" in one.who for one in due(ledger) if one.kind != "no-answer")


def test_that_somebody_else_was_asked_does_not_count(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1, 2) as ledger:
        log(ledger, "request", "Lea Marsh")
        assert any("Lea Orrin" in one.who for one in kinds(due(ledger), "ask"))


def test_a_request_waits_for_an_answer_or_a_refusal(tmp_path: Path) -> None:
    with begun(tmp_path, 0) as ledger:
        log(ledger, "request", "Lea Orrin", claim_of(ledger))
        (todo,) = kinds(due(ledger), "no-answer")
        assert (todo.who, todo.text) == (("Lea Orrin",), DAM)
        log(ledger, "refusal", "Tomas Hale")
        assert len(kinds(due(ledger), "no-answer")) == 1
        log(ledger, "refusal", "Lea Orrin, the mayor")
        assert kinds(due(ledger), "no-answer") == []
        log(ledger, "request", "Lea Orrin", text="Has it cracked since?")
        assert len(kinds(due(ledger), "no-answer")) == 1


def test_own_checks_are_no_outlets(tmp_path: Path) -> None:
    with begun(tmp_path, 0) as ledger:
        log(ledger, "call", "Tomas Hale", text="The dam at Sunmere has cracked.")
        assert all(one.outlets <= 1 for one in due(ledger))


# --- what has run out


def test_a_window_that_its_source_gave_runs_out_when_its_day_is_over(tmp_path: Path) -> None:
    with begun(tmp_path) as ledger:
        report(ledger, "The permit of the pier at Corvale is valid until 18 March 2031, the harbour office said.")
        assert kinds(due(ledger, today="2031-03-18"), "run-out") == []
        (todo,) = kinds(due(ledger, today="2031-03-19"), "run-out")
        assert "valid until 18 March 2031" in todo.why
        assert todo.who == ("the harbour office",)


@pytest.mark.parametrize(
    ("until", "duration", "published", "last"),
    [
        ("2031-03-20", None, None, date(2031, 3, 20)),
        ("2031-03-20T10:00", None, None, date(2031, 3, 20)),
        ("2031-02", None, None, date(2031, 2, 28)),
        ("2031", None, None, date(2031, 12, 31)),
        ("2031-03/2031-05~", None, None, date(2031, 5, 31)),
        ("2031-22", None, None, date(2031, 8, 31)),
        ("2031-24", None, None, date(2032, 2, 29)),
        ("XXXX-06", None, None, None),
        ("2031-02-30", None, None, None),
        (None, "P3D", "2031-03-01", date(2031, 3, 4)),
        (None, "P2W", "2031-03-01T10:00", date(2031, 3, 15)),
        (None, "P9999Y", "2031-03-01", None),
        (None, "P3D", None, None),
        (None, "soon", "2031-03-01", None),
        (None, None, "2031-03-01", None),
    ],
)
def test_the_last_day_of_a_window(
    until: str | None, duration: str | None, published: str | None, last: date | None
) -> None:
    assert ends(Validity("", (), until, duration, None), published) == last


# --- handling and work


def test_documents_without_a_label_are_listed_until_they_have_one(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 4) as ledger:
        assert {one.id for one in kinds(due(ledger), "unmarked")} == {doc(0).id, doc(4).id}
        say(ledger, Marked(doc(0), "TLP:RED"))
        assert [one.id for one in kinds(due(ledger), "unmarked")] == [doc(4).id]


def test_what_somebody_has_in_hand_is_listed_until_it_is_done(tmp_path: Path) -> None:
    with begun(tmp_path, 0) as ledger:
        sharing.assign(ledger, claim_of(ledger).id, to="cai", state="in-review", by="ben")
        (todo,) = kinds(due(ledger), "assigned")
        assert (todo.who, todo.text) == (("cai",), DAM)
        sharing.assign(ledger, claim_of(ledger).id, to="cai", state="done", by="cai")
        assert kinds(due(ledger), "assigned") == []


def test_an_assignment_of_a_claim_that_is_gone_is_told_and_given_to_no_other(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        one = next(it for it in read()[0][1].appearances if it.text == DAM)
        say(ledger, Assigned(claim_of(ledger), "cai", "open"), Corrected(one.document, one.spans, "rejects"))
        (todo,) = kinds(due(ledger), "assignment-lost")
        assert todo.who == ("cai",)
        assert kinds(due(ledger), "assigned") == []
        assert [it.claim for it in sharing.assignments(ledger)] == [None]


def test_what_most_outlets_tell_comes_first_and_of_that_the_oldest(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1, 2, 3, 4, 5, 6) as ledger:
        todos = due(ledger)
        assert [one.outlets for one in todos] == sorted((one.outlets for one in todos), reverse=True)
        unmarked = [one.since for one in kinds(todos, "unmarked")]
        assert unmarked == sorted(unmarked, key=str)


def test_the_list_of_a_day_is_what_it_was_then(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        before = due(ledger, THEN)
        say(ledger, Marked(doc(0), "TLP:RED"))
        assert due(ledger, THEN) == before
        assert due(ledger, "2031-03-01") == ()


# --- notes


def test_a_note_stays_with_what_it_is_about(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        claim = claim_of(ledger)
        note = sharing.note(ledger, claim.id, "  Ask the mayor again. ", by="ben")
        assert (note.text, note.by, note.stands) == ("Ask the mayor again.", "ben", claim.id)
        other = sharing.note(ledger, note.note, "She said no.", by="cai")
        assert [one.text for one in sharing.notes(ledger, claim.id)] == ["Ask the mayor again."]
        assert [one.note for one in sharing.notes(ledger, note.note)] == [other.note]
        assert sharing.notes(ledger, as_of=THEN) == ()


def test_a_note_on_a_claim_whose_words_are_gone_is_kept_and_belongs_to_no_other(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        sharing.note(ledger, claim_of(ledger).id, "Doubtful.", by="ben")
        one = next(it for it in read()[0][1].appearances if it.text == DAM)
        say(ledger, Corrected(one.document, one.spans, "rejects"))
        (note,) = sharing.notes(ledger)
        assert (note.stands, note.text) == (None, "Doubtful.")


def test_the_same_words_written_twice_are_two_notes(tmp_path: Path) -> None:
    with begun(tmp_path, 0) as ledger:
        names = {sharing.note(ledger, doc(0).id, "Again.", by="ben").note for _ in range(3)}
        assert len(names) == 3


def test_what_cannot_be_noted_or_assigned_is_told(tmp_path: Path) -> None:
    with begun(tmp_path, 0) as ledger:
        head = ledger.head()
        for name in ("c000000000000", "n000000000000", "x1", ""):
            with pytest.raises(Unreadable):
                sharing.note(ledger, name, "words", by="ben")
        for words in (" ", "x" * (LONGEST + 1)):
            with pytest.raises(Unreadable, match="the note"):
                sharing.note(ledger, doc(0).id, words, by="ben")
        with pytest.raises(Unreadable, match="only a claim"):
            sharing.assign(ledger, doc(0).id, to="ben", by="ben")
        with pytest.raises(Unreadable, match="no state"):
            sharing.assign(ledger, claim_of(ledger).id, state="later", by="ben")  # type: ignore[arg-type]
        assert ledger.head() == head


# --- commands


def run(*arguments: str) -> int:
    parser = cli.Parser(prog="wherefrom")
    commands.add_to(parser.add_subparsers(parser_class=cli.Parser))
    given = parser.parse_args(arguments)
    return int(given.run(given))


def test_every_command_answers_in_words_and_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with begun(tmp_path, 0, 1, 2) as ledger:
        claim = claim_of(ledger).id
    (tmp_path / "b").mkdir()
    with begun(tmp_path / "b", 3) as other:
        sharing.note(other, doc(3).id, "His.", by="ben")
    own, second = str(tmp_path / "ledger.db"), str(tmp_path / "b" / "ledger.db")
    for number, arguments in enumerate(
        (
            ("note", claim, "Ask", "her", "--by", "ada", "--ledger", own),
            ("notes", "--ledger", own),
            ("notes", claim, "--ledger", own),
            ("assign", claim, "--to", "cai", "--by", "ada", "--ledger", own),
            ("assignments", "--ledger", own),
            ("changes", "--since", "2031-04-01", "--ledger", own),
            ("due", "--ledger", own),
            ("merge", own, second, "--by", "mia", "-o", str(tmp_path / "out")),
        )
    ):
        last = (f"{arguments[-1]}.json",) if arguments[0] == "merge" else arguments[-1:]
        assert run(*arguments) == 0
        assert capsys.readouterr().out.strip(), number
        assert run(*arguments[:-1], *last, "--json") == 0
        assert json.loads(capsys.readouterr().out), number


def test_words_of_documents_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with begun(tmp_path, 0) as ledger:
        sharing.note(ledger, doc(0).id, "a\x1b[2Jb\nc", by="ben")
    assert run("notes", "--ledger", str(tmp_path / "ledger.db")) == 0
    assert "\x1b" not in capsys.readouterr().out
