"""`wherefrom check` as people and shells meet it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.judging.drafted import drafted, kept_in
from wherefrom.api.keeping import add
from wherefrom.cli import main
from wherefrom.ledger.file import Ledger

Call = Callable[..., tuple[int, str, str]]
GOOD = "Some 4,000 lorries use the bridge every day."
BAD = "The crack is 41 centimetres long, said an engineer who saw it."


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str]) -> Call:
    """Runs the program in this process: its status, output and complaints."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            status = main([str(one) for one in arguments])
        except SystemExit as ended:
            status = int(ended.code or 0)
        return (status, *capfd.readouterr())

    return run


def test_a_draft_that_is_backed_ends_with_0(tmp_path: Path, call: Call) -> None:
    status, out, err = call("check", drafted(tmp_path, GOOD), *kept_in(tmp_path))
    assert (status, err) == (0, "")
    assert out == "2 sentences: 1 backed, 1 nothing to check.\n"


def test_a_draft_with_something_to_put_right_ends_with_1(tmp_path: Path, call: Call) -> None:
    status, out, err = call("check", drafted(tmp_path, GOOD, BAD), *kept_in(tmp_path))
    assert (status, err) == (1, "")
    assert out.startswith("FIGURE CHANGED  “The crack is 41 centimetres long")


def test_the_json_is_all_that_stands_on_standard_output(tmp_path: Path, call: Call) -> None:
    status, out, _ = call("check", drafted(tmp_path, GOOD, BAD), *kept_in(tmp_path), "--json")
    told = json.loads(out)
    assert (status, told["format"]) == (1, "wherefrom-check/1")
    assert told["counts"] == {"figure-changed": 1, "backed": 1, "no-statement": 1}
    wrong = told["sentences"][2]
    assert (wrong["text"], wrong["verdict"]) == (BAD, "figure-changed")
    (start, end) = wrong["reasons"][0]["spans"][0]
    assert told["draft"]["text"][start:end] == "41 centimetres"
    assert wrong["reasons"][0]["held"][0]["publisher"] == "Ardent Post"
    assert set(wrong["reasons"][0]["held"][0]) == {"document", "publisher", "published", "appearance", "spans", "text"}


def test_the_same_call_gives_the_same_bytes(tmp_path: Path, call: Call) -> None:
    draft, reports = drafted(tmp_path, GOOD, BAD), kept_in(tmp_path)
    assert call("check", draft, *reports, "--json") == call("check", draft, *reversed(reports), "--json")


def test_a_ledger_backs_what_it_held_then(tmp_path: Path, call: Call) -> None:
    ledger = tmp_path / "ledger"
    add(kept_in(tmp_path, "post"), ledger, by="ada")
    draft = drafted(tmp_path, GOOD)
    assert call("check", draft, "--ledger", ledger)[0] == 0
    status, out, _ = call("check", draft, "--ledger", ledger, "--as-of", "2001-01-01")
    assert status == 1
    assert "NOTHING HELD" in out


def test_a_ledger_and_its_documents_say_the_same(tmp_path: Path, call: Call) -> None:
    ledger = tmp_path / "ledger"
    add(kept_in(tmp_path), ledger, by="ada")
    draft = drafted(tmp_path, GOOD, BAD)
    by_ledger = json.loads(call("check", draft, "--ledger", ledger, "--json")[1])
    assert by_ledger == json.loads(call("check", draft, *kept_in(tmp_path), "--json")[1])


def test_an_encrypted_ledger_needs_its_passphrase(tmp_path: Path, call: Call) -> None:
    with Ledger.open(tmp_path / "ledger", "sesame", create=True) as ledger:
        add(kept_in(tmp_path, "post"), ledger, by="ada")
    secret = tmp_path / "secret"
    secret.write_text("sesame\n", encoding="utf-8")
    secret.chmod(0o600)
    draft = drafted(tmp_path, GOOD)
    assert call("check", draft, "--ledger", tmp_path / "ledger")[0] == 2
    assert call("check", draft, "--ledger", tmp_path / "ledger", "--passphrase-file", secret)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "name reports to hold the draft against, or a ledger"),
        (("post.txt", "--ledger", "x"), "hold the draft against reports or against a ledger, not both"),
        (
            ("post.txt", "--as-of", "2031-03-03"),
            "documents have no earlier state; only a ledger is looked at as of a day",
        ),
        (("post.txt", "--outlets", "gone.tsv"), "gone.tsv: no such file"),
        (("--ledger", "gone"), "gone: "),
        (("draft.txt",), "draft.txt: is one of the documents that it is held against"),
    ],
)
def test_a_call_at_fault_is_told_of_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call, arguments: tuple[str, ...], complaint: str
) -> None:
    kept_in(tmp_path)
    drafted(tmp_path, GOOD)
    monkeypatch.chdir(tmp_path)
    status, out, err = call("check", "draft.txt", *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert complaint in err


@pytest.mark.parametrize("held", [b"", b"\0\x01\x02\0", None])
def test_a_draft_that_cannot_be_read_is_named(tmp_path: Path, call: Call, held: bytes | None) -> None:
    draft = tmp_path / "draft.txt"
    if held is not None:
        draft.write_bytes(held)
    status, out, err = call("check", draft, *kept_in(tmp_path))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "draft.txt: " in err


def test_a_report_that_cannot_be_read_is_named_and_the_rest_is_used(tmp_path: Path, call: Call) -> None:
    status, out, err = call("check", drafted(tmp_path, GOOD), tmp_path / "gone.txt", *kept_in(tmp_path))
    assert (status, err.count("\n")) == (2, 1)
    assert "gone.txt: " in err
    assert "1 backed" in out
