"""Who the protected sources are: sealed in a table of their own, under a passphrase of their own, and erasable there.

Everywhere else a source of this kind is an opaque handle, drawn by chance: one made from a name would confirm a guess. An identity is sealed
under a key of its own, and this key under the vault's, which Argon2id makes of the vault's passphrase. Erasing an identity takes its row
away, and with it the only key that opens whatever copy of the sealed words there may be elsewhere.
"""

import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import Self

import apsw
import msgspec
from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.utils import random

from wherefrom.model import Unreadable
from wherefrom.model.entry import Erased

from .codec import read_in, written
from .file import Ledger, Writer

FILLER = bytes(1024)
"""What a row begins with: more than SQLite keeps of it beside other rows. So the rest stands on pages of its own, which are wiped when
they are freed, while rows that are moved between shared pages may leave a copy behind."""

HANDLE = re.compile(r"source-[0-9a-f]{12}")
"""What a handle looks like."""

BLOCK = 256
"""Bytes to whose multiple an identity is padded, so that its length tells little of a name."""

MOST_MEMORY = 1 << 30
"""Bytes that a ledger may ask for to make the key: more would be no vault of ours but one that is to stop the machine."""

MOST_PASSES = 64

_TOKEN = b"wherefrom-vault/1"
_SEALED_KEY = SecretBox.NONCE_SIZE + SecretBox.KEY_SIZE + SecretBox.MACBYTES


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a protected source is, and how to reach them; never shown by accident, as in the message of an error."""

    name: str = field(repr=False)
    contact: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Effort:
    """What making the vault's key takes: passes over so many bytes of memory (Argon2id)."""

    passes: int = argon2id.OPSLIMIT_MODERATE
    memory: int = argon2id.MEMLIMIT_MODERATE


@dataclass(frozen=True, slots=True)
class _Lock:
    """What stands in the ledger's `meta` of a vault: how its key is made, and what shows that it is the right one."""

    salt: str
    effort: Effort
    token: str


class _Content(msgspec.Struct, frozen=True):
    """What is sealed: the handle is in it, so that rows which were exchanged are found out."""

    handle: str
    name: str
    contact: str


class Vault:
    """An open vault."""

    def __init__(self, ledger: Ledger, key: bytes) -> None:
        self._ledger = ledger
        self._box = SecretBox(key)

    @classmethod
    def open(cls, ledger: Ledger, passphrase: str) -> Self:
        """Open the vault of a ledger.

        Raises:
            Unreadable: the ledger has none, or this is not its passphrase.
        """
        lock = _lock_of(ledger)
        if lock is None:
            raise Unreadable(str(ledger.path), "has no vault: no source in it is protected")
        key = _key(passphrase, bytes.fromhex(lock.salt), lock.effort)
        if _opened(SecretBox(key), bytes.fromhex(lock.token)) != _TOKEN:
            raise Unreadable(str(ledger.path), "this is not the passphrase of its vault")
        return cls(ledger, key)

    @classmethod
    def for_writing(cls, writer: Writer, passphrase: str, effort: Effort = Effort()) -> Self:
        """Open the vault of the ledger that is written to, or begin one with this passphrase if it has none.

        Raises:
            Unreadable: the ledger has a vault, and this is not its passphrase; or the passphrase is empty.
        """
        if has_vault(writer.ledger):
            return cls.open(writer.ledger, passphrase)
        vault = cls(writer.ledger, b"\0" * SecretBox.KEY_SIZE)
        vault._locked_by(writer, passphrase, effort)
        return vault

    def put(self, writer: Writer, identity: Identity) -> str:
        """Put an identity away; the handle that stands for it from now on."""
        handle = _new_handle(writer.ledger)
        content = msgspec.json.encode(_Content(handle, identity.name, identity.contact))
        key = random(SecretBox.KEY_SIZE)
        row = FILLER + self._box.encrypt(key) + SecretBox(key).encrypt(sodium_pad(content, BLOCK))
        writer.put("INSERT INTO vault VALUES (?, ?)", (handle, row))
        return handle

    def reveal(self, handle: str) -> Identity:
        """Who a handle stands for.

        Raises:
            Unreadable: the vault has nobody under this handle, or what it has was tampered with.
        """
        row = self._ledger.one("SELECT sealed FROM vault WHERE handle = ?", (handle,))
        if row is None:
            raise Unreadable(handle, "the vault has nobody under this handle, or no longer")
        key = _opened(self._box, _sealed_key(row))
        padded = _opened(SecretBox(key), bytes(row)[len(FILLER) + _SEALED_KEY :]) if key is not None else None
        content = read_in(sodium_unpad(padded, BLOCK), _Content) if padded is not None else None
        if content is None or content.handle != handle:
            raise Unreadable(handle, "what the vault has under this handle was changed from outside")
        return Identity(content.name, content.contact)

    def change_passphrase(self, writer: Writer, passphrase: str, effort: Effort = Effort()) -> None:
        """Put the vault under another passphrase; the identities stay sealed as they are, their keys are sealed anew.

        Raises:
            Unreadable: the passphrase is empty, or a row was tampered with.
        """
        before = self._box
        rows = list(self._ledger.rows("SELECT handle, sealed FROM vault"))
        self._locked_by(writer, passphrase, effort)
        for handle, row in rows:
            key = _opened(before, _sealed_key(row))
            if key is None:
                raise Unreadable(handle, "what the vault has under this handle was changed from outside")
            anew = FILLER + self._box.encrypt(key) + bytes(row)[len(FILLER) + _SEALED_KEY :]
            writer.put("UPDATE vault SET sealed = ? WHERE handle = ?", (anew, handle))

    def _locked_by(self, writer: Writer, passphrase: str, effort: Effort) -> None:
        salt = random(argon2id.SALTBYTES)
        key = _key(passphrase, salt, effort)
        self._box = SecretBox(key)
        lock = _Lock(salt.hex(), effort, self._box.encrypt(_TOKEN).hex())
        writer.put("INSERT OR REPLACE INTO meta VALUES ('vault', ?)", (written(lock),))


def has_vault(ledger: Ledger) -> bool:
    """Whether a ledger has a vault."""
    return ledger.one("SELECT 1 FROM meta WHERE name = 'vault'") is not None


def handles(ledger: Ledger) -> list[str]:
    """The handles of those whom the vault knows."""
    return [name for (name,) in ledger.rows("SELECT handle FROM vault ORDER BY handle")]


def erase(writer: Writer, handle: str, why: str = "") -> bool:
    """Take an identity out of the vault for good; it takes no passphrase. False where it is gone already, and nothing changes.

    The history stays whole: it never had more than the handle. When the block of `writing` has ended, `wiped` takes the copy of the
    row out of the ledger's -wal.

    Raises:
        Unreadable: there never was such a handle.
    """
    there = writer.ledger.one("SELECT 1 FROM vault WHERE handle = ?", (handle,)) is not None
    if not there and handle not in _erased(writer.ledger):
        raise Unreadable(handle, "the vault has nobody under this handle")
    if there:
        writer.put("UPDATE vault SET sealed = zeroblob(length(sealed)) WHERE handle = ?", (handle,))
        writer.put("DELETE FROM vault WHERE handle = ?", (handle,))
        writer.append(Erased(handle, why))
    return there


def wiped(ledger: Ledger) -> bool:
    """Take what was overwritten out of the ledger's -wal; False where another program still reads it, and it has to be done again."""
    try:
        ledger.db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    except apsw.BusyError:
        return False
    return True


def _erased(ledger: Ledger) -> set[str]:
    return {entry.said.handle for entry in ledger.entries(Erased) if isinstance(entry.said, Erased)}


def _new_handle(ledger: Ledger) -> str:
    while True:
        handle = f"source-{secrets.token_hex(6)}"
        if ledger.one("SELECT 1 FROM vault WHERE handle = ?", (handle,)) is None:
            return handle


def _lock_of(ledger: Ledger) -> _Lock | None:
    told = ledger.one("SELECT value FROM meta WHERE name = 'vault'")
    if told is None:
        return None
    lock = read_in(str(told).encode(), _Lock)
    sound = len(lock.salt) == 2 * argon2id.SALTBYTES and len(lock.token) % 2 == 0
    within = (
        argon2id.OPSLIMIT_MIN <= lock.effort.passes <= MOST_PASSES
        and argon2id.MEMLIMIT_MIN <= lock.effort.memory <= MOST_MEMORY
    )
    if not (sound and within and set(lock.salt + lock.token) <= set("0123456789abcdef")):
        raise Unreadable(str(ledger.path), "what it says of its vault was changed from outside")
    return lock


def _key(passphrase: str, salt: bytes, effort: Effort) -> bytes:
    if not passphrase:
        raise Unreadable("the vault's passphrase", "is empty")
    told = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return argon2id.kdf(SecretBox.KEY_SIZE, told, salt, effort.passes, effort.memory)


def _sealed_key(row: bytes) -> bytes:
    return bytes(row)[len(FILLER) : len(FILLER) + _SEALED_KEY]


def _opened(box: SecretBox, sealed: bytes) -> bytes | None:
    try:
        return box.decrypt(sealed)
    except (CryptoError, ValueError):
        return None
