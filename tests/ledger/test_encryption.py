"""Encryption at rest: nothing of a ledger can be read on disk, and it opens with its passphrase alone."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from wherefrom.cli import Parser
from wherefrom.cli import ledger as options
from wherefrom.cli.checking import add_to
from wherefrom.cli.faults import Fault
from wherefrom.ledger import encryption
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.history import faults
from wherefrom.model import Busy, Unreadable
from wherefrom.model.entry import Noted, Target

WORDS = "The crane at Saleth fell because of a cracked bolt"
OPEN = "open sesame"


def note(ledger: Ledger, text: str = WORDS) -> None:
    with ledger.writing("ada") as writer:
        writer.append(Noted("n1", Target("document", "d1"), text))
        writer.put("INSERT INTO search VALUES ('document', 'd1', NULL, ?)", (text,))


def on_disk(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(path.parent.iterdir()) if one.name.startswith(path.name))


def read_all(path: Path) -> None:
    with Ledger.open(path, OPEN) as opened:
        for (table,) in list(opened.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")):
            list(opened.rows(f"SELECT * FROM {table}"))  # noqa: S608  the tables' own names
        list(opened.rows("PRAGMA integrity_check"))


def notes(path: Path, passphrase: str | None) -> list[str]:
    with Ledger.open(path, passphrase) as ledger:
        assert list(faults(ledger.history(), ledger.id)) == []
        return [entry.said.text for entry in ledger.entries(Noted) if isinstance(entry.said, Noted)]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encryption, "ROUNDS", 1_000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.ledger"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """An encrypted ledger with a note, open, so that its -wal is there."""
    with Ledger.open(path, OPEN, create=True) as opened:
        note(opened)
        yield opened


def test_neither_the_file_nor_its_wal_holds_plain_words(ledger: Ledger) -> None:
    wal = ledger.path.with_name(f"{ledger.path.name}-wal")
    assert wal.stat().st_size > 0
    for word in (b"crane", b"Saleth", b"CREATE TABLE", b"entries", b"ada", b"SQLite format"):
        assert word not in on_disk(ledger.path)
    ledger.db.wal_checkpoint()
    assert b"crane" not in on_disk(ledger.path)


def test_without_encryption_the_same_words_can_be_read(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        note(ledger)
        assert b"crane" in on_disk(path)


@pytest.mark.parametrize("passphrase", [None, "open sesame ", "Open sesame", "raw:" + "0" * 64])
def test_a_wrong_or_missing_passphrase_is_one_plain_line(ledger: Ledger, passphrase: str | None) -> None:
    with pytest.raises(Unreadable) as told:
        Ledger.open(ledger.path, passphrase)
    assert str(told.value) == f"{ledger.path}: is no ledger, or is encrypted and this is not its passphrase"


def test_a_passphrase_for_a_ledger_that_is_not_encrypted_is_told_as_that(path: Path) -> None:
    Ledger.open(path, create=True).close()
    with pytest.raises(Unreadable, match="is not encrypted; open it without a passphrase"):
        Ledger.open(path, OPEN)


def test_an_empty_passphrase_never_begins_an_unencrypted_ledger(path: Path) -> None:
    with pytest.raises(Unreadable, match="the passphrase: is empty"):
        Ledger.open(path, "", create=True)


@pytest.mark.parametrize("passphrase", ['it\'s "so"', "søren 🐚", "a\0b", "caf\u00e9", "\\x'00'"])
def test_any_signs_make_a_passphrase(path: Path, passphrase: str) -> None:
    with Ledger.open(path, passphrase, create=True) as ledger:
        note(ledger)
    assert notes(path, passphrase) == [WORDS]
    with pytest.raises(Unreadable):
        Ledger.open(path, passphrase[:-1])


def test_the_cipher_is_the_one_that_is_told(ledger: Ledger) -> None:
    assert ledger.db.pragma("cipher") == encryption.CIPHER == "chacha20"
    assert int(ledger.db.pragma("kdf_iter")) == encryption.ROUNDS


def test_guessing_a_passphrase_takes_as_many_rounds_as_are_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert encryption.ROUNDS == 600_000
    Ledger.open(path, OPEN, create=True).close()
    monkeypatch.setattr(encryption, "ROUNDS", 64_007)  # the library's own
    with pytest.raises(Unreadable):
        Ledger.open(path, OPEN)


def test_temporary_tables_stay_in_memory(ledger: Ledger) -> None:
    # SQLite's temporary files would hold plain words beside an encrypted file.
    assert ledger.db.pragma("temp_store") == 2


def test_a_changed_byte_is_found_when_it_is_read(ledger: Ledger) -> None:
    ledger.close()
    raw = bytearray(ledger.path.read_bytes())
    raw[len(raw) // 2] ^= 1
    ledger.path.write_bytes(raw)
    with pytest.raises(Unreadable):
        read_all(ledger.path)


def test_a_new_passphrase_opens_it_and_the_old_no_longer(ledger: Ledger) -> None:
    ledger.change_passphrase("new words")
    note(ledger, "after")
    ledger.close()
    assert notes(ledger.path, "new words") == [WORDS, "after"]
    with pytest.raises(Unreadable):
        Ledger.open(ledger.path, OPEN)


def test_a_ledger_can_be_encrypted_later_and_then_holds_no_plain_words(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        note(ledger)
        ledger.change_passphrase(OPEN)
        assert b"crane" not in on_disk(path)
        assert ledger.db.pragma("journal_mode") == "wal"
    assert notes(path, OPEN) == [WORDS]


def test_encryption_can_be_taken_away(ledger: Ledger) -> None:
    ledger.change_passphrase(None)
    ledger.close()
    assert notes(ledger.path, None) == [WORDS]


def test_while_another_has_it_open_the_passphrase_stays_and_that_is_told(ledger: Ledger) -> None:
    with Ledger.open(ledger.path, OPEN) as other:
        assert other.head() == ledger.head()
        ledger.db.set_busy_timeout(50)
        with pytest.raises(Busy, match="another program has it open"):
            ledger.change_passphrase("new words")
        note(other, "more")
    ledger.close()
    assert notes(ledger.path, OPEN) == [WORDS, "more"]


# --- where passphrases come from


def given(*words: str) -> int:
    """Run one of these commands."""
    parser = Parser(prog="wherefrom")
    add_to(parser.add_subparsers(parser_class=Parser))
    call = parser.parse_args(words)
    return int(call.run(call))


def kept(path: Path, text: str) -> str:
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_passphrase_comes_from_a_file_or_a_prompt_and_is_no_argument(path: Path, ledger: Ledger) -> None:
    ledger.close()
    wrong = kept(path.with_name("wrong"), "something else\n")
    right = kept(path.with_name("right"), f"{OPEN}\r\nand a second line\n")
    new = kept(path.with_name("new"), "new words")
    call = ("passphrase", "--ledger", str(path), "--new-passphrase-file", new)
    with pytest.raises(Unreadable):
        given(*call, "--passphrase-file", wrong)
    assert given(*call, "--passphrase-file", right) == 0
    assert notes(path, "new words") == [WORDS]
    with pytest.raises(SystemExit):
        given(*call, "--passphrase", "new words")


def test_a_new_passphrase_is_typed_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(path, create=True) as ledger:
        note(ledger)
    typed = iter(["new words", "new wrods", "new words", "new words"])
    monkeypatch.setattr(options, "getpass", lambda _: next(typed))
    with pytest.raises(Fault, match="the second time"):
        given("passphrase", "--ledger", str(path))
    assert notes(path, None) == [WORDS]
    assert given("passphrase", "--ledger", str(path)) == 0
    assert notes(path, "new words") == [WORDS]


def test_where_nobody_can_type_it_that_is_one_plain_line(
    path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(_: str) -> str:
        raise EOFError

    ledger.close()
    monkeypatch.setattr(options, "getpass", nobody)
    with pytest.raises(Fault, match="nobody is there to type it"):
        given("passphrase", "--ledger", str(path), "--passphrase")


@pytest.mark.parametrize("content", [b"", b"\nsecond", b"\xff\xfe\x00"])
def test_a_passphrase_file_without_a_passphrase_is_one_plain_line(path: Path, content: bytes) -> None:
    file = path.with_name("empty")
    file.write_bytes(content)
    with pytest.raises(Fault, match=r"has no passphrase|cannot be read"):
        given("passphrase", "--ledger", str(path), "--passphrase-file", str(file))


@pytest.mark.skipif(os.name != "posix", reason="who may read a file is told otherwise there")
def test_a_passphrase_file_that_others_can_read_is_told_of(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Ledger.open(path, OPEN, create=True).close()
    file = Path(kept(path.with_name("shared"), OPEN))
    assert given("passphrase", "--ledger", str(path), "--passphrase-file", str(file), "--remove") == 0
    assert capsys.readouterr().err == ""
    file.chmod(0o644)
    Path(path).unlink()
    Ledger.open(path, OPEN, create=True).close()
    assert given("passphrase", "--ledger", str(path), "--passphrase-file", str(file), "--remove") == 0
    told = capsys.readouterr().err
    assert "others on this machine may read this passphrase" in told
    assert OPEN not in told


def test_the_passphrase_that_a_ledger_begins_with_is_typed_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["one thing", "another"])
    monkeypatch.setattr(options, "getpass", lambda _: next(typed))
    parser = Parser()
    options.takes_ledger(parser)
    given = parser.parse_args(["--ledger", str(path), "--passphrase"])
    with pytest.raises(Fault, match="the second time"), options.opened(given, create=True):
        pass
    assert not path.exists()
