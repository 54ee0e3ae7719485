"""The ledger's file: opened, written to by one at a time, read by many; entries are appended and never changed."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

import apsw

from wherefrom.model import Busy, Unreadable
from wherefrom.model.entry import Entry, Said

from .codec import digest, written
from .encryption import change, unlock, why_not_opened
from .history import GENESIS, Head, Row, entry_of, sealed
from .schema import APPLICATION, MIGRATIONS

WAIT = 10_000
"""Milliseconds that a second writer waits for the first."""

_COLUMNS = "seq, at, by, kind, body, previous, hash"


class Ledger:
    """An open ledger. Reading from it never changes it; all that changes it goes through `writing`."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self.path = path
        self.db = connection

    @classmethod
    def open(cls, path: str | Path, passphrase: str | None = None, *, create: bool = False, wait: int = WAIT) -> Self:
        """Open the ledger in a file, or begin one there if it is to be created.

        A ledger that is begun with a passphrase is encrypted throughout, and can be opened with it alone.

        Raises:
            Unreadable: there is no such file, or it is no ledger, or it is encrypted and this is not its passphrase.
            Busy: somebody else is writing to it, and has not ended within `wait` milliseconds.
        """
        where = Path(path)
        if not create and not _is_there(where):
            raise Unreadable(str(path), "is not there; `wherefrom add ... --ledger FILE` begins a ledger")
        with _plainly(where):
            flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
            connection = apsw.Connection(str(where), flags=flags)
            connection.set_busy_timeout(wait)
            if passphrase is not None:
                unlock(connection, passphrase)
            new = next(iter(connection.execute("SELECT count(*) FROM sqlite_schema")))[0] == 0
            if new and not create:
                raise Unreadable(str(path), "is empty, and no ledger")
            if not new and connection.pragma("application_id") != APPLICATION:
                raise Unreadable(str(path), "is a database, and no ledger of Wherefrom")
            for name, value in (
                ("journal_mode", "wal"),
                ("synchronous", "full"),
                ("foreign_keys", True),
                ("secure_delete", True),
                ("temp_store", 2),  # in memory: SQLite's temporary files would not be encrypted
            ):
                connection.pragma(name, value)
            ledger = cls(where, connection)
            ledger._migrate()
            return ledger

    def _migrate(self) -> None:
        version = int(self.db.pragma("user_version"))
        if version > len(MIGRATIONS):
            raise Unreadable(str(self.path), f"was written by a newer Wherefrom (its tables are of version {version})")
        if version == len(MIGRATIONS):
            return
        with self._transaction():
            version = int(self.db.pragma("user_version"))  # another may have done it meanwhile
            for change in MIGRATIONS[version:]:
                self.db.execute(change)
            self.db.pragma("application_id", APPLICATION)
            self.db.pragma("user_version", len(MIGRATIONS))
            self.db.execute("INSERT OR IGNORE INTO meta VALUES ('ledger', ?)", (secrets.token_hex(8),))

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- reading

    def rows(self, sql: str, given: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """What a query finds, row by row."""
        with _plainly(self.path):
            yield from self.db.execute(sql, tuple(given))

    def one(self, sql: str, given: Sequence[Any] = ()) -> Any:  # noqa: ANN401  whatever the column holds
        """The first column of the first row, None where there is none."""
        return next((row[0] for row in self.rows(sql, given)), None)

    @property
    def id(self) -> str:
        """The ledger's own name, drawn by chance when it was begun."""
        return str(self.one("SELECT value FROM meta WHERE name = 'ledger'"))

    def head(self) -> Head:
        """The state of the history now."""
        row = next(self.rows("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"), (0, GENESIS))
        return Head(self.id, row[0], row[1])

    def history(self) -> Iterator[Row]:
        """All entries as the table has them."""
        return self.rows(f"SELECT {_COLUMNS} FROM entries ORDER BY seq")

    def entries(self, *kinds: type, until: int | None = None) -> Iterator[Entry]:
        """The entries that say something of these kinds, of every kind if none is named; up to a number."""
        names = ", ".join(f"'{kind.__name__.lower()}'" for kind in kinds)
        where = f"kind IN ({names})" if kinds else "1"
        last = until if until is not None else self.head().seq
        found = self.rows(f"SELECT {_COLUMNS} FROM entries WHERE {where} AND seq <= ? ORDER BY seq", (last,))
        return (entry_of(row) for row in found)

    def entries_at(self, seq: int) -> Iterator[Entry]:
        """The entry of a number, if there is one."""
        found = self.rows(f"SELECT {_COLUMNS} FROM entries WHERE seq = ?", (seq,))
        return (entry_of(row) for row in found)

    def seq_at(self, moment: str | None) -> int:
        """The number of the last entry at a moment (UTC, ISO 8601; a day means its end), of the last of all if there is none given."""
        if moment is None:
            return self.head().seq
        return int(self.one("SELECT coalesce(max(seq), 0) FROM entries WHERE at <= ?", (end_of(moment),)))

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Read everything as it is at one moment, though somebody adds to it meanwhile."""
        if self.db.in_transaction:
            yield
            return
        with _plainly(self.path):
            self.db.execute("BEGIN")
        try:
            yield
        finally:
            self.db.execute("ROLLBACK")

    def lies_ahead(self, moment: str) -> bool:
        """Whether a moment is one of which nothing can be known yet; raises Unreadable where it is none."""
        return end_of(moment)[:10] > _stamp(_now())[:10]

    # --- writing

    @contextmanager
    def writing(self, by: str, now: Callable[[], datetime] | None = None) -> Iterator["Writer"]:
        """Write, all or nothing: what was appended is on disk when this block ends, and if it ends with an error none of it is.

        All entries of one block have one time, which is later than that of every entry before.

        Raises:
            Busy: somebody else is writing.
        """
        with self._transaction():
            head = self.head()
            last = self.one("SELECT at FROM entries ORDER BY seq DESC LIMIT 1")
            yield Writer(self, by, _after(last, (now or _now)()), head)

    def change_passphrase(self, passphrase: str | None) -> None:
        """Encrypt the whole file under a new passphrase, or no longer encrypt it if it is None; all or nothing.

        Raises:
            Unreadable: the passphrase is empty.
            Busy: another program has the ledger open.
        """
        with _plainly(self.path):
            change(self.db, self.path, passphrase)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _plainly(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise


@dataclass(slots=True)
class Writer:
    """What a block of `writing` appends with; `last` is the head so far."""

    ledger: Ledger
    by: str
    at: str
    last: Head

    def append(self, said: Said) -> Entry:
        """Append an entry."""
        entry = sealed(self.last.seq + 1, self.at, self.by, said, self.last.hash)
        row = (entry.seq, entry.at, entry.by, entry.kind, entry.body, entry.previous, entry.hash)
        self.put("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self.last = Head(self.last.ledger, entry.seq, entry.hash)
        return entry

    def name(self, letter: str, *parts: object) -> str:
        """An id that lasts for what is about to be said, made from it and from the hash before.

        That hash makes it another one in every ledger, so that what two ledgers have can be held side by side.
        """
        return f"{letter}{digest(written([self.last.hash, self.at, self.by, *parts]).encode())[:12]}"

    def put(self, sql: str, given: Sequence[Any] = ()) -> None:
        """Change a table; `entries` and the documents' own are only ever added to."""
        self.ledger.db.execute(sql, tuple(given))

    def put_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """The same for many rows."""
        self.ledger.db.executemany(sql, [tuple(row) for row in rows])


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Errors of the database in one plain line each."""
    try:
        yield
    except apsw.BusyError as error:
        raise Busy(f"{path}: somebody else is writing to it; try again") from error
    except apsw.NotADBError as error:
        raise Unreadable(str(path), why_not_opened(path)) from error
    except apsw.CantOpenError as error:
        raise Unreadable(str(path), "cannot be opened") from error
    except apsw.ReadOnlyError as error:
        raise Unreadable(str(path), "cannot be written to") from error
    except apsw.CorruptError as error:
        raise Unreadable(str(path), "is broken: SQLite finds its pages torn") from error
    except apsw.SQLError as error:
        raise Unreadable(str(path), f"has not the tables of a ledger of this version ({error})") from error
    except (apsw.IOError, apsw.FullError) as error:
        raise Unreadable(str(path), f"cannot be read or written ({error})") from error
    except UnicodeEncodeError as error:
        raise Unreadable("what was given", "has a sign that no text in UTF-8 can have") from error


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise Unreadable(str(path), f"cannot be opened ({error.strerror or error})") from error


# --- time


def _now() -> datetime:
    return datetime.now(UTC)


def _after(last: str | None, now: datetime) -> str:
    """The time of a new entry: now, but later than the last one, even where a clock was set back."""
    at = _stamp(now)
    if last is not None and at <= last:
        at = _stamp(datetime.fromisoformat(last) + timedelta(microseconds=1))
    return at


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def end_of(moment: str) -> str:
    """The last instant that a date or time means, as entries have theirs; raises Unreadable where it is neither."""
    try:
        if len(moment) == len("2031-05-04"):
            return _stamp(
                datetime.fromisoformat(moment).replace(hour=23, minute=59, second=59, microsecond=999_999, tzinfo=UTC)
            )
        told = datetime.fromisoformat(moment)
        return _stamp(told if told.tzinfo else told.replace(tzinfo=UTC))
    except (ValueError, OverflowError) as error:
        raise Unreadable("--as-of", f"is no date or time of ISO 8601: {moment}") from error
