"""Markings, releases and what has to be called back."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.kept import REPORTS, Clock, begun, keep
from wherefrom.api import correcting, keeping
from wherefrom.api import handling as api
from wherefrom.api.reading import readings
from wherefrom.cli import handling as cli
from wherefrom.comparing import Outlets
from wherefrom.ledger.content import effective
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.history import Head
from wherefrom.ledger.markings import history, in_force, level_of, mark
from wherefrom.ledger.releasing import cut
from wherefrom.ledger.sought import Sought, Text
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.views import findings
from wherefrom.model import Document, Findings, Party, Unreadable
from wherefrom.model.entry import Came, Corrected, Joined, Marked, Noted, TakenBack, Target
from wherefrom.model.handling import UNMARKED, Level
from wherefrom.output.dossier import dossier
from wherefrom.reader import Reading

DAM = (0, 1, 2, 3)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Four reports of a dam, with no label."""
    return begun(tmp_path, *DAM)


@pytest.fixture
def clear(ledger: Ledger) -> Ledger:
    """The same, and everybody may see them."""
    for name in names(ledger):
        api.mark(ledger, "document", name, "TLP:CLEAR", by="ada")
    return ledger


def names(ledger: Ledger) -> list[str]:
    return [one.id for one in findings(ledger).documents]


def party(ledger: Ledger, name: str) -> Target:
    found = findings(ledger)
    return target_of(found, "party", next(one.id for one in found.parties if one.name == name))


def cracked(found: Findings) -> str:
    return next(one.id for one in found.claims if "cracked" in one.text)


def texts(ledger: Ledger, level: Level) -> list[str]:
    return [one.text for one in cut(ledger, level).findings.documents]


def sent(ledger: Ledger, tmp_path: Path, level: Level = "TLP:CLEAR", to: str = "the desk") -> api.Exported:
    return api.export(ledger, tmp_path / f"{to}.json", tlp=level, to=to, by="ada")


# Markings.


def test_what_has_no_label_is_red_and_goes_at_no_level(ledger: Ledger) -> None:
    (name, *_) = names(ledger)
    assert level_of(ledger, Target("document", name, name)) == UNMARKED == "TLP:RED"
    assert texts(ledger, "TLP:RED") == []


def test_the_last_label_holds_and_all_before_it_stay_in_the_history(ledger: Ledger) -> None:
    (name, *_) = names(ledger)
    for level in ("TLP:GREEN", "TLP:RED", "TLP:AMBER+STRICT"):
        api.mark(ledger, "document", name, level, why=f"now {level}", by="bo")
    target = Target("document", name, name)
    assert level_of(ledger, target) == "TLP:AMBER+STRICT"
    told = api.markings(ledger, "document", name)
    assert [(one.level, one.why, one.by) for one in told] == [
        (level, f"now {level}", "bo") for level in ("TLP:GREEN", "TLP:RED", "TLP:AMBER+STRICT")
    ]
    assert level_of(ledger, target, as_of=told[0].at) == "TLP:GREEN"


def test_a_label_may_hold_from_an_earlier_day_on(ledger: Ledger) -> None:
    (name, *_) = names(ledger)
    target = Target("document", name, name)
    for day, level in ((4, "TLP:GREEN"), (20, "TLP:RED")):
        clock = Clock()
        clock.now = clock.now.replace(month=5, day=day)
        since = "2031-05-10" if level == "TLP:RED" else None
        with ledger.writing("ada", clock) as writer:
            mark(writer, target, level, since=since)  # type: ignore[arg-type]  # both are labels
    told = history(ledger, target)
    held = {day: in_force(told, f"2031-05-{day:02}") for day in (3, 5, 10, 15)}
    assert [next((one.level for one in each.values()), None) for each in held.values()] == [
        None,
        "TLP:GREEN",
        "TLP:RED",
        "TLP:RED",
    ]
    assert level_of(ledger, target, as_of="2031-05-15") == "TLP:GREEN", "what was known on that day"
    assert level_of(ledger, target, on="2031-05-15") == "TLP:RED", "what is known now of that day"


@pytest.mark.parametrize(("since", "why"), [("yesterday", "is no date"), ("2999-01-01", "lies ahead")])
def test_a_day_that_is_none_or_lies_ahead_is_refused(ledger: Ledger, since: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        api.mark(ledger, "document", names(ledger)[0], "TLP:RED", since=since)


@pytest.mark.parametrize("kind", ["document", "party", "claim", "note"])
def test_what_is_not_there_cannot_be_marked(ledger: Ledger, kind: str) -> None:
    with pytest.raises(Unreadable, match="nowhere"):
        api.mark(ledger, kind, "nowhere", "TLP:RED")  # type: ignore[arg-type]  # it is one of the kinds
    assert history(ledger) == ()


def test_a_claim_is_handled_as_strictly_as_the_strictest_of_what_it_is_made_of(clear: Ledger) -> None:
    found = findings(clear)
    claim = target_of(found, "claim", cracked(found))
    assert level_of(clear, claim) == "TLP:CLEAR"
    api.mark(clear, "party", "Lea Orrin", "TLP:GREEN")
    assert level_of(clear, claim) in {"TLP:CLEAR", "TLP:GREEN"}
    with clear.writing("ada") as writer:
        writer.append(Noted("n1", claim, "Who says so?"))
    api.mark(clear, "note", "n1", "TLP:AMBER")
    assert level_of(clear, claim) == "TLP:AMBER"
    api.mark(clear, "claim", claim.id, "TLP:AMBER+STRICT")
    assert level_of(clear, claim) == "TLP:AMBER+STRICT"
    api.mark(clear, "document", found.documents[2].id, "TLP:RED")
    assert level_of(clear, claim) == "TLP:RED"


def test_a_claim_with_a_report_without_label_is_red(ledger: Ledger) -> None:
    api.mark(ledger, "document", names(ledger)[0], "TLP:CLEAR")
    found = findings(ledger)
    assert level_of(ledger, target_of(found, "claim", cracked(found))) == "TLP:RED"


def test_a_party_keeps_its_label_when_another_report_names_it_first(tmp_path: Path) -> None:
    ledger = begun(tmp_path, 2)
    api.mark(ledger, "party", "Lea Orrin", "TLP:RED")
    keep(ledger, 0, Clock())
    now = party(ledger, "Lea Orrin")
    assert now.document != history(ledger)[0].target.document
    assert [one.level for one in api.markings(ledger, "party", "Lea Orrin")] == ["TLP:RED"]
    assert level_of(ledger, now) == "TLP:RED"
    with_both = api.mark(ledger, "party", "Lea Orrin", "TLP:GREEN")
    assert len(with_both) == 2
    assert {one.level for one in in_force(history(ledger)).values()} == {"TLP:GREEN"}


def test_a_label_that_came_in_with_another_ledger_does_not_lower_one_that_is_there(ledger: Ledger) -> None:
    (name, *_) = names(ledger)
    target = Target("document", name, name)
    api.mark(ledger, "document", name, "TLP:AMBER")
    came = tuple(Came(f"2031-04-0{day}T00:00:00Z", "0" * 64) for day in (1, 2))
    with ledger.writing("bo") as writer:
        writer.append(Joined("another", Head("another", 9, "0" * 64).hash, 2, came))
        writer.append(Marked(target, "TLP:RED"))
        writer.append(Marked(target, "TLP:CLEAR"))
    assert level_of(ledger, target) == "TLP:AMBER", "there it was lowered, by somebody who did not know of ours"
    api.mark(ledger, "document", name, "TLP:GREEN")
    assert level_of(ledger, target) == "TLP:GREEN", "here both were known"


# What is cut.


def test_a_report_above_the_level_stays_behind_and_nothing_of_it_is_counted(clear: Ledger) -> None:
    before = cut(clear, "TLP:CLEAR").findings
    api.mark(clear, "document", names(clear)[3], "TLP:AMBER")
    after = cut(clear, "TLP:CLEAR").findings
    assert (len(before.documents), len(after.documents)) == (4, 3)
    assert "Tomas Hale" not in repr(after)
    assert cut(clear, "TLP:AMBER").findings == before


def test_everything_goes_where_everything_may(clear: Ledger) -> None:
    found, gone = findings(clear), cut(clear, "TLP:CLEAR").findings
    assert [one.text for one in gone.documents] == [one.text for one in found.documents]
    assert [one.text for one in gone.appearances] == [one.text for one in found.appearances]
    assert [one.origins.at_least for one in gone.claims] == [one.origins.at_least for one in found.claims]
    assert [one.id for one in gone.documents] == [one.path for one in gone.documents] == ["d1", "d2", "d3", "d4"]
    assert [one.sha256 for one in gone.documents] == [one.sha256 for one in found.documents]
    assert all(not one.capture.raw for one in gone.documents)


def test_a_marked_party_takes_every_report_with_it_that_has_its_name(clear: Ledger) -> None:
    api.mark(clear, "party", "Lea Orrin", "TLP:RED")
    assert texts(clear, "TLP:AMBER+STRICT") == [REPORTS[1][2], REPORTS[3][2]]
    assert len(texts(clear, "TLP:RED")) == 4


def test_a_marked_claim_takes_every_report_with_it_that_carries_it_or_says_it_in_the_same_words(clear: Ledger) -> None:
    keep(clear, 4, Clock())
    api.mark(
        clear,
        "document",
        next(one for one in names(clear) if one not in {m.target.id for m in history(clear)}),
        "TLP:CLEAR",
    )
    found = findings(clear)
    api.mark(clear, "claim", cracked(found), "TLP:GREEN")
    assert texts(clear, "TLP:CLEAR") == [REPORTS[3][2], REPORTS[4][2]]
    assert len(texts(clear, "TLP:GREEN")) == 5


def test_a_rejected_statement_is_in_no_release(clear: Ledger) -> None:
    (name, *_) = names(clear)
    read = effective(clear, name).appearances[0]
    with clear.writing("ada") as writer:
        writer.append(Corrected(name, read.spans, "rejects"))
    assert read.text not in [one.text for one in cut(clear, "TLP:CLEAR").findings.appearances if one.document == "d1"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Lea Orrin said so.", True),
        ("as ORRIN’S office said", True),
        ("the Orrins of Tarn", True),
        ("@leaorrin wrote", True),
        ("Ms Or\u00adrin was there", True),
        ("the mayor, Or-\nrin, left", True),
        ("Léa Örrin", True),
        ("Lea Morrin and Corrine", False),
        ("the mayor said", False),
        ("She said so.", False),
    ],
)
def test_a_name_is_found_however_it_is_written(words: str, found: bool) -> None:  # noqa: FBT001
    mayor = Party("p1", "Lea Orrin", "person", named=True, mentions=())
    sought = Sought.of(mayor, ("Mayor Orrin", "She", "the mayor", "Mayor"), Outlets.shipped())
    assert sought.in_value(words) is found


def test_initials_are_looked_for_as_they_are_written() -> None:
    body = Party("p1", "World Harbour Office", "organisation", named=True, mentions=())
    sought = Sought.of(body, ("WHO",), Outlets.shipped())
    assert sought.in_value("The WHO said so.")
    assert sought.in_value("The W.H.O. said so.")
    assert not sought.in_value("Who said so?")


def test_somebody_without_a_name_is_looked_for_by_a_description_that_says_enough() -> None:
    clerk = Party("p1", "a customs clerk at Pier Nine", "person", named=False, mentions=())
    assert Sought.of(clerk, (), Outlets.shipped()).in_value("A customs clerk at pier nine said so")
    assert not Sought.of(
        Party("p1", "officials", "group", named=False, mentions=()), ("two officials",), Outlets.shipped()
    )


def test_an_outlet_is_looked_for_under_all_its_names_and_addresses() -> None:
    outlets = Outlets.shipped()
    outlet = outlets.known("New York Times")
    assert outlet is not None
    assert outlet.aliases
    sought = Sought.of(Party("p1", outlet.name, "outlet", named=True, mentions=()), (), outlets)
    assert all(map(sought.in_value, (outlet.name, *outlet.aliases)))
    assert sought.among(Text.of_words("", f"https://www.{outlet.domains[0]}/a/b"))


# Notes.


def test_a_note_goes_with_a_label_of_its_own_and_what_it_is_on(clear: Ledger, tmp_path: Path) -> None:
    first, second, *_ = names(clear)
    with clear.writing("ada") as writer:
        writer.append(Noted("n1", Target("document", first, first), "Read this <b>first</b>."))
        writer.append(Noted("n2", Target("document", second, second), "Without label."))
        writer.append(Noted("n3", Target("document", second, second), "Lea Orrin will know."))
    api.mark(clear, "note", "n1", "TLP:CLEAR")
    api.mark(clear, "note", "n3", "TLP:CLEAR")
    release = cut(clear, "TLP:CLEAR")
    assert [(one.on, one.text) for one in release.notes] == [
        ("d1", "Read this <b>first</b>."),
        ("d2", "Lea Orrin will know."),
    ]
    assert "Read this &lt;b&gt;first&lt;/b&gt;." in dossier(release)
    api.mark(clear, "party", "Lea Orrin", "TLP:RED")
    assert cut(clear, "TLP:CLEAR").notes == (), "the first report names her, and the last note does"
    api.export(clear, tmp_path / "out.json", tlp="TLP:RED", to="us")
    assert api.releases(clear)[-1].said.notes == ("n1", "n3")


# What leaves.


def test_what_leaves_is_logged_with_the_hash_of_the_file(clear: Ledger, tmp_path: Path) -> None:
    done = sent(clear, tmp_path)
    (log,) = api.releases(clear)
    body = (tmp_path / "the desk.json").read_bytes()
    assert log.said.sha256 == done.sha256 == sha256(body).hexdigest()
    assert (log.said.to, log.said.level, log.by) == ("the desk", "TLP:CLEAR", "ada")
    assert sorted(log.said.documents) == sorted(names(clear))
    found = findings(clear)
    assert [one.id for one in log.said.claims] == [one.id for one in found.claims]
    told = json.loads(body)
    assert list(told) == ["tlp", "format", "notes", "findings"]
    assert (told["tlp"], told["format"]) == ("TLP:CLEAR", "wherefrom-release/1")
    assert "the desk" not in body.decode()
    assert done.release not in body.decode()


@pytest.mark.parametrize("form", ["findings", "release", "dossier", "dossier-without-words"])
def test_the_same_release_again_is_the_same_bytes(clear: Ledger, tmp_path: Path, form: str) -> None:
    for number, to in enumerate(("one", "two")):
        api.export(clear, tmp_path / str(number), tlp="TLP:CLEAR", to=to, form=form)  # type: ignore[arg-type]
    assert (tmp_path / "0").read_bytes() == (tmp_path / "1").read_bytes()
    assert len({log.said.release for log in api.releases(clear)}) == 2


def test_a_release_is_a_value_and_is_logged_too(clear: Ledger) -> None:
    release = api.release(clear, "TLP:CLEAR", "a colleague", by="ada")
    (log,) = api.releases(clear)
    assert (release.id, release.to, release.at) == (log.said.release, "a colleague", log.at)


def test_the_dossier_has_its_label_in_header_and_footer(clear: Ledger, tmp_path: Path) -> None:
    for name in names(clear):
        api.mark(clear, "document", name, "TLP:AMBER+STRICT")
    api.export(clear, tmp_path / "page.html", tlp="TLP:AMBER+STRICT", to="us", form="dossier")
    page = (tmp_path / "page.html").read_text()
    assert page.count('<p class="tlp">TLP:AMBER+STRICT</p>') == 2
    assert "color: #FFC000; background: #000; font: bold 12pt" in page
    assert page.count('content: "TLP:AMBER+STRICT"') == 2


def test_a_file_that_is_there_is_only_written_over_by_force(clear: Ledger, tmp_path: Path) -> None:
    (tmp_path / "the desk.json").write_text("mine")
    with pytest.raises(Unreadable, match="is there already"):
        sent(clear, tmp_path)
    assert api.releases(clear) == ()
    api.export(clear, tmp_path / "the desk.json", tlp="TLP:CLEAR", to="x", force=True)
    assert json.loads((tmp_path / "the desk.json").read_text())["tlp"] == "TLP:CLEAR"
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".part")] == []


@pytest.mark.parametrize("end", ["", "-wal"])
def test_the_ledger_is_never_written_over(clear: Ledger, end: str) -> None:
    with pytest.raises(Unreadable, match="is the ledger itself"):
        api.export(clear, f"{clear.path}{end}", tlp="TLP:CLEAR", to="x", force=True)


def test_where_nothing_can_be_written_nothing_is_logged(clear: Ledger, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be written"):
        api.export(clear, tmp_path / "no" / "such" / "folder.json", tlp="TLP:CLEAR", to="x")
    assert api.releases(clear) == ()


@pytest.mark.parametrize(
    ("level", "to", "why"), [("TLP:RED", "x", "nothing in the ledger"), ("TLP:RED", " ", "to whom")]
)
def test_a_release_of_nothing_or_to_nobody_is_refused(
    ledger: Ledger, tmp_path: Path, level: Level, to: str, why: str
) -> None:
    with pytest.raises(Unreadable, match=why):
        api.export(ledger, tmp_path / "out.json", tlp=level, to=to)
    assert api.releases(ledger) == ()
    assert not (tmp_path / "out.json").exists()


# What has to be called back.


def test_nothing_is_called_back_while_nothing_has_changed(clear: Ledger, tmp_path: Path) -> None:
    assert api.recall(clear) == ()
    sent(clear, tmp_path)
    assert api.recall(clear) == ()


def test_a_release_is_called_back_once_a_report_in_it_is_marked_higher(clear: Ledger, tmp_path: Path) -> None:
    first, second, *_ = names(clear)
    sent(clear, tmp_path)
    sent(clear, tmp_path, to="the archive")
    api.mark(clear, "document", first, "TLP:AMBER")
    called = api.recall(clear)
    assert [(one.to, [(held.id, held.why, held.level) for held in one.held]) for one in called] == [
        (to, [(first, "is TLP:AMBER now", "TLP:AMBER")]) for to in ("the desk", "the archive")
    ]
    api.mark(clear, "document", second, "TLP:GREEN")
    assert len(api.recall(clear)[0].held) == 2
    api.mark(clear, "document", first, "TLP:CLEAR")
    assert [held.id for held in api.recall(clear)[0].held] == [second], "what may go again need not come back"


def test_a_release_at_a_level_is_not_called_back_for_what_may_go_there(clear: Ledger, tmp_path: Path) -> None:
    sent(clear, tmp_path, level="TLP:AMBER")
    api.mark(clear, "document", names(clear)[0], "TLP:AMBER")
    assert api.recall(clear) == ()


def test_what_did_not_go_is_not_called_back(clear: Ledger, tmp_path: Path) -> None:
    name = names(clear)[0]
    api.mark(clear, "document", name, "TLP:AMBER")
    sent(clear, tmp_path)
    api.mark(clear, "document", name, "TLP:RED")
    assert api.recall(clear) == ()


def test_a_release_is_called_back_once_somebody_in_it_or_a_claim_or_note_of_it_is_marked_higher(
    clear: Ledger, tmp_path: Path
) -> None:
    first, *_ = names(clear)
    with clear.writing("ada") as writer:
        writer.append(Noted("n1", Target("document", first, first), "Mind the date."))
    api.mark(clear, "note", "n1", "TLP:CLEAR")
    sent(clear, tmp_path)
    api.mark(clear, "party", "Tomas Hale", "TLP:RED")
    (called,) = api.recall(clear)
    assert all("TLP:RED now" in held.why for held in called.held)
    assert {held.id for held in called.held} == {one.id for one in findings(clear).documents if "Hale" in one.text}
    api.mark(clear, "note", "n1", "TLP:GREEN")
    assert "n1" in {held.id for held in api.recall(clear)[0].held}
    api.mark(clear, "claim", cracked(findings(clear)), "TLP:GREEN")
    assert {held.id for held in api.recall(clear)[0].held} == {*names(clear), "n1"}, "claim, party, note"


def test_a_release_is_called_back_once_a_report_in_it_was_retracted_or_its_reading_corrected(
    clear: Ledger, tmp_path: Path
) -> None:
    first, second, third, *_ = names(clear)
    with clear.writing("ada") as writer:
        writer.append(TakenBack(Target("document", first, first), "corrected", "2031-03-09"))
    sent(clear, tmp_path)
    assert api.recall(clear) == (), "that was known when it went"
    read = effective(clear, third).appearances[0]
    with clear.writing("ada") as writer:
        writer.append(TakenBack(Target("document", second, second), "retracted", "2031-03-10", "made up"))
        writer.append(Corrected(third, read.spans, "rejects"))
        writer.append(Corrected(first, effective(clear, first).appearances[0].spans, "accepts"))
    (called,) = api.recall(clear)
    assert [(held.id, held.why, held.since) for held in called.held] == [
        (second, "was retracted", "2031-03-10"),
        (third, "a statement in it was rejected", None),
    ]


def test_a_rescinded_source_calls_back_what_rests_on_it(clear: Ledger, tmp_path: Path) -> None:
    sent(clear, tmp_path)
    with clear.writing("ada") as writer:
        writer.append(TakenBack(party(clear, "Tomas Hale"), "rescinded"))
    (called,) = api.recall(clear)
    assert {held.id for held in called.held} == {one.id for one in findings(clear).documents if "Hale" in one.text}
    assert all("rescinded" in held.why for held in called.held)


# The commands.


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    cli.add_to(parser.add_subparsers())  # type: ignore[arg-type]  # the program's own parser only complains otherwise
    given = parser.parse_args(arguments)
    return int(given.run(given))


def test_the_commands_mark_export_list_and_call_back(
    ledger: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = str(ledger.path), str(tmp_path / "out.html")
    held: Sequence[Document] = findings(ledger).documents
    for one in held:
        assert run("mark", "document", one.id, "white", "--ledger", file, "--by", "ada", "--why", "printed") == 0
    assert f"document {held[0].id}: TLP:CLEAR\n" in capsys.readouterr().out
    assert run("markings", "--ledger", file) == 0
    assert capsys.readouterr().out.count("(ada): printed\n") == len(held)
    assert run("export", "--ledger", file, "--tlp", "clear", "--to", "the desk", "--format", "dossier", "-o", out) == 0
    assert "4 documents at TLP:CLEAR to the desk" in capsys.readouterr().out
    assert run("releases", "--ledger", file) == 0
    assert "to the desk: 4 documents as dossier" in capsys.readouterr().out
    assert run("recall", "--ledger", file) == 0
    assert capsys.readouterr().out == "nothing is to be called back\n"
    assert run("mark", "party", "Lea Orrin", "amber+strict", "--ledger", file, "--json") == 0
    assert json.loads(capsys.readouterr().out)["level"] == "TLP:AMBER+STRICT"
    assert run("recall", "--ledger", file) == 0
    assert "Lea Orrin, which is TLP:AMBER+STRICT now since" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["markings", "releases", "recall"])
def test_every_list_is_there_as_json(clear: Ledger, command: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    api.release(clear, "TLP:CLEAR", "x")
    api.mark(clear, "document", names(clear)[0], "TLP:RED")
    assert run(command, "--ledger", str(clear.path), "--json") == 0
    assert len(json.loads(capsysbinary.readouterr().out)) >= 1


def test_a_report_that_is_only_read_otherwise_keeps_its_label(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report, kept = tmp_path / "report.txt", tmp_path / "kept.db"
    report.write_text(REPORTS[0][2], encoding="utf-8")

    def otherwise(paths: Path, **given: Any) -> tuple[Findings, list[Reading]]:  # noqa: ANN401  as `readings` takes them
        found, held = readings(paths, **given)
        return found, [replace(one, appearances=()) for one in held]

    keeping.add(report, kept, tlp="TLP:RED")
    monkeypatch.setattr("wherefrom.api.keeping.readings", otherwise)
    keeping.add(report, kept, tlp="TLP:CLEAR")
    assert [one.level for one in api.markings(kept)] == ["TLP:RED"]
    with Ledger.open(kept) as ledger:
        assert findings(ledger).appearances, "adding it again changes nothing: for another reading there is `reread`"


def test_markings_of_a_day_are_asked_for_by_what_was_called_so_then(ledger: Ledger) -> None:
    claim = cracked(findings(ledger))
    api.mark(ledger, "claim", claim, "TLP:AMBER")
    day = ledger.one("SELECT at FROM entries ORDER BY seq DESC")
    for one in findings(ledger).appearances:
        correcting.correct(ledger, one.id, "reject")
    ledger_then = findings(ledger, day)
    other = next(one.id for one in ledger_then.claims if one.id != claim)
    assert api.markings(ledger, "claim", other, as_of=day) == ()
    assert [one.level for one in api.markings(ledger, "claim", claim, as_of=day)] == ["TLP:AMBER"]


def test_a_split_that_undoes_a_merge_with_what_stays_behind_changes_no_release(ledger: Ledger) -> None:
    keep(ledger, 4, Clock())
    for document in findings(ledger).documents:
        if document.publisher != REPORTS[4][0]:
            api.mark(ledger, "document", document.id, "TLP:GREEN")
    before = cut(ledger, "TLP:GREEN").findings
    found = findings(ledger)
    claim, ferry = cracked(found), next(one.id for one in found.claims if "ferry" in one.text)
    correcting.merge_claims(ledger, [claim, ferry])
    assert cut(ledger, "TLP:GREEN").findings == before
    correcting.split_claim(ledger, f"a{claim.removeprefix('c')}")
    assert cut(ledger, "TLP:GREEN").findings == before
