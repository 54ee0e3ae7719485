"""A ledger copied whole into a new file, as SQLite copies a database that is in use."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from wherefrom.model import Unreadable

from .encryption import PLAIN, unlock
from .file import Ledger


def encrypted(path: Path) -> bool:
    """Whether a ledger's file is encrypted."""
    with path.open("rb") as file:
        return file.read(len(PLAIN)) != PLAIN


@contextmanager
def copied(ledger: Ledger, path: Path, passphrase: str | None = None) -> Iterator[Ledger]:
    """A copy of a ledger that gets its name at the end of the block, if that ends well: nobody ever finds half of it.

    It is encrypted if the ledger is, and then under this passphrase.

    Raises:
        Unreadable: there is such a file already, or it cannot be written, or the copy would need a passphrase and has none.
    """
    if path.exists():
        raise Unreadable(str(path), "is there already; name a new file")
    if encrypted(ledger.path) and passphrase is None:
        raise Unreadable(str(path), "needs a passphrase: the ledger that it is made of is encrypted")
    part = path.with_name(f".{path.name}.part")
    _drop(part)
    try:
        given = passphrase if encrypted(ledger.path) else None
        _copy(ledger, part, given)
        with Ledger.open(part, given) as copy:
            yield copy
        part.rename(path)
    except (OSError, apsw.Error) as error:
        raise Unreadable(str(path), f"cannot be written ({getattr(error, 'strerror', None) or error})") from error
    finally:
        _drop(part)


def _copy(ledger: Ledger, part: Path, passphrase: str | None) -> None:
    target = apsw.Connection(str(part))
    try:
        if passphrase is not None:
            unlock(target, passphrase)
        with target.backup("main", ledger.db, "main") as backup:
            backup.step()
    finally:
        target.close()


def _drop(part: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            part.with_name(part.name + ending).unlink(missing_ok=True)
