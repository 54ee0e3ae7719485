"""The file encrypted at rest: which cipher, how its key is made of a passphrase, and how that passphrase is changed."""

import unicodedata
from pathlib import Path

import apsw

from wherefrom.model import Busy, Unreadable

CIPHER = "chacha20"
"""SQLite3 Multiple Ciphers' own default: every page, of the file and of its -wal, under ChaCha20 and authenticated by Poly1305."""

ROUNDS = 600_000
"""Rounds of PBKDF2-HMAC-SHA256 from the passphrase to the key, as OWASP advises (2023); the library's own default is 64,007.

A third of a second for us each time a ledger is opened, and for whoever guesses each time they guess.
"""

PLAIN = b"SQLite format 3\0"
"""How a database that is not encrypted begins."""


def unlock(connection: apsw.Connection, passphrase: str) -> None:
    """Have a connection, fresh from opening, read and write with this passphrase; whether it is the right one the first query tells.

    Raises:
        Unreadable: the passphrase is empty: SQLite would leave the file unencrypted without a word.
    """
    _prepare(connection)
    connection.pragma("hexkey", _hexadecimal(passphrase))


def change(connection: apsw.Connection, path: Path, passphrase: str | None) -> None:
    """Encrypt an open ledger's whole file under a new passphrase; with None it is not encrypted from then on.

    It holds wholly or not at all, whenever the program ends. What the disk held before in other words, its free blocks may still hold.

    Raises:
        Unreadable: the passphrase is empty.
        Busy: another program has the ledger open.
    """
    key = "" if passphrase is None else _hexadecimal(passphrase)
    try:
        mode = connection.pragma("journal_mode", "delete")  # one who is alone with it can do this, nobody else
    except apsw.BusyError:
        mode = "wal"
    if mode != "delete":
        raise Busy(f"{path}: another program has it open; its passphrase can be changed once that has ended")
    try:
        _prepare(connection)
        connection.pragma("hexrekey", key) if key else connection.pragma("rekey", "")
    finally:
        connection.pragma("journal_mode", "wal")


def why_not_opened(path: Path) -> str:
    """Why SQLite finds no database in a file, in plain words: it may be encrypted, or be not and a passphrase was given."""
    try:
        with path.open("rb") as file:
            plain = file.read(len(PLAIN)) == PLAIN
    except OSError:
        plain = False
    if plain:
        return "is not encrypted; open it without a passphrase"
    return "is no ledger, or is encrypted and this is not its passphrase"


def _prepare(connection: apsw.Connection) -> None:
    connection.pragma("cipher", CIPHER)
    connection.pragma("kdf_iter", ROUNDS)


def _hexadecimal(passphrase: str) -> str:
    """A passphrase as SQLite takes it whatever signs it has; one that is typed on another keyboard gives the same letters."""
    if not passphrase:
        raise Unreadable("the passphrase", "is empty")
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass").hex()
