"""Custody of captures: what came, from where, by whom and with what, what was done with it since, and the bytes as they came."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from wherefrom.api import checking
from wherefrom.api.keeping import add, findings
from wherefrom.cli import Parser
from wherefrom.cli.checking import add_to
from wherefrom.ledger.file import Ledger
from wherefrom.model import Unreadable
from wherefrom.model.entry import Marked, Noted, Released, TakenBack, Target

RAW = "\ufeffThe crane at Saleth fell on Monday, two dockers said.\r\n\r\nNobody was hurt.\r\n".encode("utf-8")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A ledger with one report, as the bytes came: with a byte-order mark and Windows' line ends."""
    report = tmp_path / "home" / "of-eve" / "crane.txt"
    report.parent.mkdir(parents=True)
    report.write_bytes(RAW)
    known = {"outlet": "Saleth Courier", "published": "2031-05-03", "url": "https://courier.example/crane"}
    report.with_suffix(".json").write_text(json.dumps(known), encoding="utf-8")
    add([report], tmp_path / "case.ledger", by="eve")
    return tmp_path / "case.ledger"


def document(case: Path) -> str:
    (one,) = findings(case).documents
    return one.id


def test_the_record_tells_what_came_when_from_where_by_whom_and_with_what(case: Path) -> None:
    record = checking.custody(case, document(case))
    assert (record.sha256, record.size, record.format) == (sha256(RAW).hexdigest(), len(RAW), "text")
    assert (record.by, record.source, record.tool) == ("eve", "https://courier.example/crane", "wherefrom add")
    assert record.captured == record.added
    assert record.file == "crane.txt"  # folders would tell who works where
    assert record.whole


def test_every_later_step_stands_in_the_record_with_its_day_and_who_did_it(case: Path) -> None:
    name = document(case)
    (statement, *_) = findings(case).appearances
    with Ledger.open(case) as ledger, ledger.writing("ada") as writer:
        writer.append(Marked(Target("document", name), "TLP:AMBER", "named dockers"))
        writer.append(Noted("n1", Target("appearance", statement.id, name, statement.spans), "ask them again"))
        writer.append(TakenBack(Target("document", name), "corrected", "2031-05-06"))
        writer.append(Released("r1", "the lawyers", "TLP:AMBER", "0" * 64, (name,), ()))
        writer.append(Noted("n2", Target("document", "d000000000000"), f"about another, which cites {name}"))
    check = checking.log(case, "seen", "The crane fell.", source="the quay", on="2031-05-07", by="ada")
    record = checking.custody(case, name)
    assert [step.what.split(": ", 1)[-1].split(",")[0].split(" (")[0] for step in record.steps] == [
        "added",
        "read by wherefrom-minilm " + findings(case).reader.version,
        "marked TLP:AMBER",
        "note “ask them again”",
        "corrected since 2031-05-06",
        "to the lawyers",
    ]
    assert {step.by for step in record.steps} == {"ada", "eve"}
    assert [step.at for step in record.steps] == sorted(step.at for step in record.steps)
    assert checking.custody(case, check.document).tool == "wherefrom log"


def test_the_bytes_are_written_as_they_came(case: Path, tmp_path: Path) -> None:
    to = tmp_path / "evidence.bin"
    checking.custody(case, document(case), to=to)
    assert to.read_bytes() == RAW


def test_evidence_is_written_over_nothing(case: Path, tmp_path: Path) -> None:
    to = tmp_path / "evidence.bin"
    to.write_bytes(b"mine")
    with pytest.raises(Unreadable, match="is there already"):
        checking.custody(case, document(case), to=to)
    assert to.read_bytes() == b"mine"


@pytest.mark.parametrize("to", ["missing/folder/evidence.bin", "evi\0dence"])
def test_a_file_that_cannot_be_written_is_one_plain_line(case: Path, tmp_path: Path, to: str) -> None:
    with pytest.raises(Unreadable, match="cannot be written"):
        checking.custody(case, document(case), to=tmp_path / to)


def test_bytes_that_were_changed_from_outside_are_found_and_not_handed_out(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = document(case)
    with Ledger.open(case) as ledger, ledger.writing("eve") as writer:
        writer.put("UPDATE captures SET raw = ?", (RAW.replace(b"Monday", b"Friday"),))
    assert not checking.custody(case, name).whole
    with pytest.raises(Unreadable, match="not those that came"):
        checking.custody(case, name, to=tmp_path / "evidence.bin")
    assert not (tmp_path / "evidence.bin").exists()
    assert given("custody", name, "--ledger", str(case)) == 1
    assert "NO: the bytes or the working text" in capsys.readouterr().out


def test_a_document_that_is_not_there_is_one_plain_line(case: Path) -> None:
    with pytest.raises(Unreadable, match="is no document of this ledger"):
        checking.custody(case, "d000000000000")


def given(*words: str) -> int:
    parser = Parser(prog="wherefrom")
    add_to(parser.add_subparsers(parser_class=Parser))
    asked = parser.parse_args(words)
    return int(asked.run(asked))


def test_the_command_shows_the_record_and_writes_the_bytes(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, to = document(case), tmp_path / "evidence.bin"
    assert given("custody", name, "--ledger", str(case), "--bytes", str(to)) == 0
    shown = capsys.readouterr().out
    assert sha256(RAW).hexdigest() in shown
    assert f"written to    {to}" in shown
    assert given("custody", name, "--ledger", str(case), "--json") == 0
    assert json.loads(capsys.readouterr().out)["sha256"] == sha256(RAW).hexdigest()
