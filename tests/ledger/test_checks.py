"""Own checks: what we were told, asked, refused and saw stands in chains, counts as it should, and gives no protected source away."""

import io
import json
from pathlib import Path

import pytest

from wherefrom.api import checking
from wherefrom.api.checking import Identity
from wherefrom.api.handling import mark, release
from wherefrom.api.keeping import add, findings
from wherefrom.cli import Parser
from wherefrom.cli.checking import add_to
from wherefrom.cli.faults import Fault
from wherefrom.ledger import vault as vaults
from wherefrom.ledger.checks import Check, document_of, names, reading_of
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.history import faults
from wherefrom.model import Appearance, Claim, Findings, Unreadable
from wherefrom.model.entry import Checked, Erased, Revealed
from wherefrom.output.findings_json import release_json
from wherefrom.reader import Reading
from wherefrom.reader.laws import breach

SAID = "Joran Pell, the fisheries minister, will resign on Friday over the sinking of the Marigold."
UNNAMED = (
    "The fisheries minister, Joran Pell, will resign on Friday over the sinking of the Marigold, two officials told the "
    "Saleth Courier.\n\nThe Marigold sank off Saleth on 28 April. Eleven people died.\n"
)
NAMED = UNNAMED.replace("two officials told", "Petra Lindqvist told")
TOVE = Identity("Tove Brandt", "tove@example.invalid")
VAULT = "vault words"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "_key", lambda words, salt, _: (words.encode() + salt + bytes(32))[:32])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A ledger with one report, whose sources are not named."""
    return begun(tmp_path, UNNAMED)


def begun(folder: Path, text: str) -> Path:
    report = folder / "in" / "courier.txt"
    report.parent.mkdir()
    report.write_text(text, encoding="utf-8")
    known = {"outlet": "The Saleth Courier", "published": "2031-05-03"}
    report.with_suffix(".json").write_text(json.dumps(known), encoding="utf-8")
    add([report], folder / "case.ledger", by="ada")
    return folder / "case.ledger"


def claim(case: Path) -> Claim:
    """The claim that the minister will resign."""
    return next(one for one in findings(case).claims if "resign" in one.text)


def counted(case: Path) -> tuple[int, int | None]:
    origins = claim(case).origins
    return origins.at_least, origins.at_most


def call(case: Path, source: str | Identity, text: str = SAID, on: str = "2031-05-04") -> checking.Logged:
    vault = VAULT if isinstance(source, Identity) or source.startswith("source-") else None
    return checking.log(case, "call", text, source=source, on=on, vault=vault, by="ada")


def told(source: str, text: str, handle: str | None = None) -> Reading:
    check = Check("call", source, text, "2031-05-04", handle=handle)
    document = document_of(check)
    _, reading = reading_of(document, "call")
    assert breach(document, reading) is None
    return reading


def chain(one: Appearance) -> list[tuple[str | None, bool, str]]:
    return [
        (None, False, link.basis) if link.source is None else (link.source.text, link.source.named, link.basis)
        for link in one.chain
    ]


# --- chains


def test_what_somebody_told_us_stands_in_their_chain() -> None:
    (one,) = told("Ana Velez, harbour master", "The minister will resign on Friday.").appearances
    assert one.text == "The minister will resign on Friday."
    assert chain(one) == [("Ana Velez", True, "stated")]
    assert one.chain[0].cue is not None
    assert one.chain[0].cue.text == "told us"
    assert "chain" not in one.unsure  # we know who told us


def test_whom_they_passed_on_comes_after_them() -> None:
    (one,) = told("Ana Velez, harbour master", "The pilot, Ruud Amsel, said that nobody was hurt.").appearances
    assert [who for who, *_ in chain(one)] == ["Ana Velez", "The pilot, Ruud Amsel"]


@pytest.mark.parametrize("text", ["She said that the crane fell.", "I said that the crane fell.", "The crane fell."])
def test_nobody_stands_twice_in_a_chain(text: str) -> None:
    (one,) = told("Ana Velez, harbour master", text).appearances
    assert len(one.chain) == 1
    assert one.chain[0].source is not None
    assert one.chain[0].source.named


def test_a_hedge_in_the_notes_is_of_whoever_told_us() -> None:
    (one,) = told("Ana Velez", "The crane probably fell at night.").appearances
    assert [(hedge.text, hedge.owner) for hedge in one.certainty.hedges] == [("probably", 0)]


def test_what_the_first_line_says_is_no_statement() -> None:
    reading = told("Ana Velez, harbour master of Saleth", "The crane fell. Two men died.")
    assert [one.text for one in reading.appearances] == ["The crane fell.", "Two men died."]
    assert not any(party.kind == "outlet" for party in reading.parties)


def test_a_protected_source_is_not_named_whatever_it_is_called() -> None:
    handle = "source-0123456789ab"
    reading = told("an aide of Joran Pell, the minister", "I think that he will resign.", handle)
    (one,) = reading.appearances
    assert chain(one) == [("an aide of Joran Pell, the minister", False, "stated")]
    assert not any(handle in party.name for party in reading.parties)


def test_a_document_that_we_saw_is_the_source_of_what_it_says() -> None:
    document = document_of(Check("seen", "the harbour log for 4 May", "The Marigold left at 02:40.", "2031-05-05"))
    _, reading = reading_of(document, "seen")
    (one,) = reading.appearances
    assert one.chain[0].source is not None
    assert (one.chain[0].source.text, one.chain[0].source.kind) == ("the harbour log for 4 May", "document")


@pytest.mark.parametrize("kind", ["request", "refusal"])
def test_a_request_and_a_refusal_state_nothing(kind: str) -> None:
    assert kind in {"request", "refusal"}
    check = Check("request" if kind == "request" else "refusal", "the Ministry of Fisheries", SAID, "2031-05-04")
    assert reading_of(document_of(check), check.kind)[1] == Reading((), ())


def test_the_notes_stay_as_they_were_typed_and_are_no_headlines() -> None:
    text = "Minister to resign\r\n\r\nPhoto: the quay.\n\n  By Friday he is gone"
    document = document_of(Check("call", "Ana  Velez", text, "2031-05-04T14:30", desk="The Saleth Desk"))
    raw = document.capture.raw.decode()
    assert raw == f"On 4 May 2031 at 14:30, Ana Velez told us:\n\n{text}\n"
    assert document.text == raw
    assert {block.kind for block in document.blocks} == {"paragraph"}
    assert (document.kind, document.publisher, document.published) == ("check", "The Saleth Desk", "2031-05-04T14:30")
    assert (document.title, document.url) == ("Call, 2031-05-04", None)


@pytest.mark.parametrize(
    ("source", "text", "on", "why"),
    [
        ("Ana Velez", " \n", "2031-05-04", "has no text"),
        (" ", SAID, "2031-05-04", "needs a name"),
        ("x" * 201, SAID, "2031-05-04", "needs a name"),
        ("Ana Velez", SAID, "2031-05", "is no date"),
    ],
)
def test_what_is_missing_is_one_plain_line(source: str, text: str, on: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        document_of(Check("call", source, text, on))


# --- origins


def test_a_named_source_of_ours_beside_a_named_one_of_an_outlet_is_a_second_origin(tmp_path: Path) -> None:
    case = begun(tmp_path, NAMED)
    assert counted(case) == (1, 1)
    call(case, "Ana Velez, harbour master")
    assert counted(case) == (2, 2)
    assert {root.label for root in claim(case).origins.roots} == {"Petra Lindqvist", "Ana Velez"}


def test_a_named_source_of_ours_may_be_the_unnamed_one_of_an_outlet(case: Path) -> None:
    assert counted(case) == (1, 1)
    call(case, "Ana Velez, harbour master")
    assert counted(case) == (1, 2)


def test_a_protected_source_raises_what_there_is_at_most_and_never_at_least(case: Path) -> None:
    call(case, TOVE)
    assert counted(case) == (1, 2)


def test_two_protected_sources_may_be_two_origins_and_one_who_called_twice_is_one(case: Path) -> None:
    first = call(case, TOVE)
    assert first.handle is not None
    call(case, first.handle, "The fisheries minister, Joran Pell, will resign on Friday.", "2031-05-05")
    assert counted(case) == (1, 2)
    call(case, Identity("Ruud Amsel"))
    assert counted(case) == (1, 3)


def test_two_sources_whose_words_were_put_down_alike_are_no_copies_of_each_other(tmp_path: Path) -> None:
    case = begun(tmp_path, NAMED)
    call(case, "Ana Velez, harbour master")
    call(case, "Imre Dorn, a pilot")
    call(case, TOVE)
    assert counted(case) == (3, 4)
    assert [one for one in findings(case).relies_on if one.how != "cites"] == []


def test_whom_our_source_passes_on_is_the_origin_and_not_our_source(tmp_path: Path) -> None:
    case = begun(tmp_path, NAMED)
    call(case, "Ana Velez, harbour master", f"Petra Lindqvist said that {SAID[0].upper()}{SAID[1:]}")
    assert counted(case) == (1, 1)


@pytest.mark.parametrize("kind", ["request", "refusal"])
def test_a_request_and_a_refusal_change_no_count(case: Path, kind: str) -> None:
    before, page = counted(case), claim(case)
    check = checking.log(
        case,
        "request" if kind == "request" else "refusal",
        SAID,
        source="the Ministry of Fisheries",
        on="2031-05-04",
        about=page.id,
        by="ada",
    )
    assert (counted(case), claim(case)) == (before, page)
    assert check.statements == 0
    with Ledger.open(case) as ledger:
        (said,) = [entry.said for entry in ledger.entries(Checked) if isinstance(entry.said, Checked)]
    assert said.document == check.document
    assert (said.kind, said.on) == (kind, "the Ministry of Fisheries")
    assert said.claim is not None
    assert (said.claim.kind, said.claim.id) == ("claim", page.id)
    assert said.claim.spans


def test_the_same_check_again_changes_nothing(case: Path) -> None:
    assert call(case, "Ana Velez").new
    with Ledger.open(case) as ledger:
        before = ledger.head()
    assert not call(case, "Ana Velez").new
    with Ledger.open(case) as ledger:
        assert ledger.head() == before
        assert list(faults(ledger.history(), ledger.id)) == []


def test_a_claim_that_the_ledger_does_not_hold_is_told_and_nothing_is_kept(case: Path) -> None:
    with pytest.raises(Unreadable, match="no claim"):
        checking.log(case, "call", SAID, source="Ana Velez", about="c000000000000", by="ada")
    assert len(findings(case).documents) == 1


# --- protected sources


def on_disk(case: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(case.parent.glob("case.ledger*")))


def shown(found: Findings) -> str:
    return repr(found)


def test_a_protected_source_stands_nowhere_but_in_the_vault(case: Path) -> None:
    kept = call(case, TOVE)
    assert kept.handle is not None
    words = shown(findings(case))
    assert kept.handle in words
    assert [word for word in ("Tove", "Brandt", "example.invalid") if word in words] == []
    with Ledger.open(case) as ledger:
        assert [word for word in (b"Tove", b"Brandt", b"example.invalid") if word in on_disk(case)] == []
        assert list(ledger.rows("SELECT id FROM search WHERE search MATCH 'brandt'")) == []
    found = checking.reveal(case, kept.handle, vault=VAULT, why="standards desk", by="eve")
    assert found == TOVE
    with Ledger.open(case) as ledger:
        (seen,) = list(ledger.entries(Revealed))
    assert (seen.by, seen.said) == ("eve", Revealed(kept.handle, "standards desk"))


def test_erasing_a_source_leaves_the_check_and_its_count(case: Path) -> None:
    kept = call(case, TOVE)
    assert kept.handle is not None
    before = counted(case)
    assert checking.erase(case, kept.handle, why="promised", by="ada").wiped
    assert counted(case) == before
    assert b"Tove" not in on_disk(case)
    with Ledger.open(case) as ledger:
        assert [entry.said for entry in ledger.entries(Erased)] == [Erased(kept.handle, "promised")]
        assert list(faults(ledger.history(), ledger.id)) == []
    with pytest.raises(Unreadable, match="or no longer"):
        checking.reveal(case, kept.handle, vault=VAULT)


@pytest.mark.parametrize(
    "text",
    [
        "Tove Brandt says that he will go.",
        "tove  BRANDT says so.",
        "Brandt says so.",
        "She signs as brandt.",
        "Write to tove@example.invalid about it.",
        "Töve Brändt says so.",
    ],
)
def test_notes_that_would_give_a_source_away_are_refused_without_saying_whom(case: Path, text: str) -> None:
    with pytest.raises(Unreadable, match="give the protected source away") as refused:
        call(case, TOVE, text)
    assert "brandt" not in str(refused.value).lower()
    assert len(findings(case).documents) == 1
    with Ledger.open(case) as ledger:
        assert vaults.handles(ledger) == []


def test_common_words_give_nobody_away() -> None:
    assert not names(Identity("Lea May"), "He may go on Friday.")
    assert names(Identity("Lea May"), "May goes on Friday.")


def test_a_handle_is_used_again_for_the_same_source_with_the_vaults_passphrase_only(case: Path) -> None:
    kept = call(case, TOVE)
    assert kept.handle is not None
    with pytest.raises(Unreadable, match="not the passphrase"):
        checking.log(case, "call", SAID, source=kept.handle, on="2031-05-06", vault="wrong", by="ada")
    with pytest.raises(Unreadable, match="give the protected source away"):
        call(case, kept.handle, "Brandt called again.")
    with pytest.raises(Unreadable, match="nobody under this handle"):
        call(case, "source-000000000000")
    assert call(case, kept.handle, on="2031-05-06").handle == kept.handle


# --- the commands


def given(*words: str) -> int:
    parser = Parser(prog="wherefrom")
    add_to(parser.add_subparsers(parser_class=Parser))
    asked = parser.parse_args(words)
    return int(asked.run(asked))


def secret(path: Path, text: str) -> str:
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_log_keeps_a_call_whose_text_comes_from_standard_input(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SAID.encode())))
    assert given("log", "call", "--ledger", str(case), "--with", "Ana Velez", "--on", "2031-05-04", "-") == 0
    assert "call kept, 1 statement" in capsys.readouterr().out
    assert counted(case) == (1, 2)


def test_who_a_protected_source_is_is_never_an_argument(case: Path) -> None:
    with pytest.raises(Fault, match="does not belong in a command"):
        given("log", "call", "--ledger", str(case), "--protected", "--with", "Tove Brandt", SAID)


def test_a_protected_source_is_kept_shown_and_erased_by_commands(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    who = secret(case.with_name("who"), "Tove Brandt\ntove@example.invalid\n")
    words = ("--vault-passphrase-file", secret(case.with_name("vault"), VAULT))
    at = ("--ledger", str(case), "--by", "ada")
    described = ("--protected", "--with-file", who, "--describe", "a person with direct knowledge")
    assert given("log", "call", *at, *words, *described, "--json", "--on", "2031-05-04", SAID) == 0
    handle = json.loads(capsys.readouterr().out)["handle"]
    assert "a person with direct knowledge" in shown(findings(case))
    assert given("source", "reveal", handle, *at, *words) == 0
    assert capsys.readouterr().out == "Tove Brandt\ntove@example.invalid\n"
    assert given("source", "erase", handle, *at, "--why", "promised") == 0
    assert capsys.readouterr().out == f"{handle}: the identity is erased\n"


def test_the_vault_does_not_open_with_the_files_passphrase(tmp_path: Path) -> None:
    case = tmp_path / "case.ledger"
    Ledger.open(case, "one for all", create=True).close()
    same = secret(tmp_path / "words", "one for all")
    who = secret(tmp_path / "who", "Tove Brandt")
    with pytest.raises(Fault, match="is the file's"):
        given(
            *("log", "call", "--ledger", str(case), "--passphrase-file", same, "--vault-passphrase-file", same),
            *("--protected", "--with-file", who, SAID),
        )


def test_the_vaults_passphrase_can_be_changed(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = call(case, TOVE)
    old, new = secret(case.with_name("old"), VAULT), secret(case.with_name("new"), "other words")
    change = ("--vault-passphrase-file", old, "--new-passphrase-file", new)
    assert given("passphrase", "--vault", "--ledger", str(case), *change) == 0
    assert "its vault has a new passphrase" in capsys.readouterr().out
    assert kept.handle is not None
    assert checking.reveal(case, kept.handle, vault="other words") == TOVE


def test_a_release_has_another_handle_than_the_ledger(case: Path) -> None:
    logged = checking.log(case, "call", SAID, source=TOVE, describe="a person at the ministry", vault=VAULT, by="ada")
    handle = logged.handle
    assert handle is not None
    for document in findings(case).documents:
        mark(case, "document", document.id, "TLP:GREEN")
    sent = release_json(release(case, "TLP:GREEN", "the Velden Times"))
    assert handle not in sent
    assert "source-000000000001" in sent
    told = json.loads(sent)["findings"]
    texts = {document["id"]: document["text"] for document in told["documents"]}
    assert any("source-000000000001" in text for text in texts.values())
    for one in told["appearances"]:
        first, last = one["spans"][0][0], one["spans"][-1][1]
        assert len(one["spans"]) > 1 or texts[one["document"]][first:last] == one["text"]
