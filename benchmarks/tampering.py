"""Whether tampering with a ledger is found: `python -m benchmarks.tampering`.

A real ledger is made of the bundled case, with marks, notes and corrections, and heads of it are kept. Each instance takes a copy of the
file, changes it from outside through SQLite (the triggers that forbid it are dropped first), closes it, and has it verified.

    flip       one character or byte of an entry, a capture, a document or a reading is another one
    drop       an entry that is not the last is gone; the later ones keep their numbers, or close up
    reorder    two entries have changed places, or one has moved
    truncate   the last entries are gone, with all that they spoke of: nothing in the file shows it
    rewrite    an entry says something else, and all from there on is hashed anew: nothing in the file shows it

The last two are found by a head that was kept elsewhere, and by nothing else: they are verified without it as well, and what is found
then is counted, so as to see that they are done well. Exits with status 1 where any instance escapes, or an untouched copy is not whole.

    --instances N   how many of each kind (1000)
    --seed N        which (1)
"""

import argparse
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import apsw

from wherefrom.api.keeping import add
from wherefrom.ledger.codec import digest, packed, said_in, unpacked, written
from wherefrom.ledger.content import note_state
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.history import GENESIS, Head, seal
from wherefrom.ledger.projection import project
from wherefrom.ledger.proving import faults
from wherefrom.model import Document
from wherefrom.model.entry import Added, Corrected, Marked, Noted, TakenBack, Target

INSTANCES = 1_000

Tampering = Callable[["File", Random], Head | None]
"""Changes a file; returns the head that finds it, where one is needed."""

_TABLES = {
    "entries": "at by kind body previous hash".split(),
    "captures": "sha256 raw".split(),
    "documents": "id seq sha256 published publisher body".split(),
    "readings": "document seq body".split(),
}
_COLUMNS = "seq, at, by, kind, body, previous, hash"


@dataclass(frozen=True, slots=True)
class Sample:
    """A closed ledger, and the heads that were kept of it: one after each block of writing."""

    path: Path
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A copy that can be changed at will."""

    db: apsw.Connection
    heads: tuple[Head, ...]

    def rows(self, sql: str, *given: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  whatever the columns hold
        """What a query finds."""
        return list(self.db.execute(sql, given))

    @property
    def entries(self) -> list[list[Any]]:
        """All entries."""
        return [list(row) for row in self.rows(f"SELECT {_COLUMNS} FROM entries ORDER BY seq")]  # noqa: S608  our own words

    def put(self, entries: Sequence[Sequence[Any]]) -> None:
        """Have these entries and no others."""
        self.db.execute("DELETE FROM entries")
        self.db.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", [tuple(row) for row in entries])


def sample(folder: Path) -> Sample:
    """A ledger in use: the bundled case, and what people said of it."""
    path, heads = folder / "ledger.db", []
    with as_file(files("wherefrom") / "demo_case") as case:
        reports = sorted(one for one in case.iterdir() if one.suffix in {".txt", ".md", ".html"})
        for some in (reports[:3], reports[3:]):
            add(some, path, by="ada")
            with Ledger.open(path) as ledger:
                heads += [ledger.head(), *_spoken_of(ledger)]
    return Sample(path, tuple(heads))


def _spoken_of(ledger: Ledger) -> Iterator[Head]:
    for number, (name, body) in enumerate(list(ledger.rows("SELECT id, body FROM documents ORDER BY id"))):
        target = Target("document", name, name)
        (block, *_) = unpacked(body, Document).blocks
        with ledger.writing("ben") as writer:
            writer.append(Marked(target, "TLP:AMBER", "as agreed by telephone"))
            writer.append(Noted(f"n{writer.last.seq}", target, f"To be asked: who else was there? ({number})"))
        yield ledger.head()
        with ledger.writing("cleo") as writer:
            writer.append(Corrected(name, (block.span,), "rejects", why="a headline"))
            note_state(writer, name)
            writer.append(TakenBack(target, "corrected", "2031-04-02"))
            project(writer)
        yield ledger.head()


@contextmanager
def copied(one: Sample, folder: Path) -> Iterator[Path]:
    """A copy of the file alone."""
    path = folder / "copy.db"
    shutil.copyfile(one.path, path)
    try:
        yield path
    finally:
        for left in folder.glob("copy.db*"):
            left.unlink()


def tampered(path: Path, heads: tuple[Head, ...], how: Tampering, chance: Random) -> Head | None:
    """Change a copy from outside, all at once."""
    with closing(apsw.Connection(str(path))) as db:
        db.pragma("synchronous", "off")
        for (name,) in list(db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")):
            db.execute(f"DROP TRIGGER {name}")
        with db:
            head = how(File(db, heads), chance)
        return head  # noqa: RET504  what closes the transaction may swallow an error, as far as types tell


def verified(path: Path, *heads: Head) -> tuple[str, ...]:
    """What verifying finds."""
    with Ledger.open(path) as ledger:
        return faults(ledger, *heads)


# --- the five kinds


def flip(file: File, chance: Random) -> None:
    """Make one character or byte another one."""
    while True:
        table = chance.choice(list(_TABLES))
        column = chance.choice(_TABLES[table])
        rows = file.rows(f"SELECT {column} FROM {table}")  # noqa: S608
        place = chance.randrange(len(rows))
        key = "rowid" if table != "captures" else "sha256"
        (at,) = file.rows(f"SELECT {key} FROM {table}")[place]  # noqa: S608
        (was,) = file.rows(f"SELECT {column} FROM {table} WHERE {key} = ?", at)[0]  # noqa: S608
        try:
            file.db.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (_another(was, chance), at))  # noqa: S608
        except apsw.ConstraintError:
            continue  # there is such a row already
        return


def _another(was: Any, chance: Random) -> Any:  # noqa: ANN401  whatever the column holds
    if was is None:
        return chance.choice("ab")
    if isinstance(was, int):
        return was + chance.choice([-2, -1, 1, 2, 1000])
    place = chance.randrange(len(was))
    if isinstance(was, bytes):
        return was[:place] + bytes([was[place] ^ chance.randrange(1, 256)]) + was[place + 1 :]
    letters = [letter for letter in '0123456789abcdefXYZ{}" .é\N{GREEK SMALL LETTER ALPHA}' if letter != was[place]]
    return was[:place] + chance.choice(letters) + was[place + 1 :]


def drop(file: File, chance: Random) -> None:
    """Take an entry out that is not the last; half of the time the later ones close up."""
    entries = file.entries
    place = chance.randrange(len(entries) - 1)
    left = entries[:place] + entries[place + 1 :]
    file.put(_numbered(left) if chance.random() < 0.5 else left)


def reorder(file: File, chance: Random) -> None:
    """Let two entries change places, or one move to another place."""
    entries = file.entries
    one, other = sorted(chance.sample(range(len(entries)), 2))
    if chance.random() < 0.5:
        entries[one], entries[other] = entries[other], entries[one]
    else:
        entries.insert(other, entries.pop(one))
    file.put(_numbered(entries))


def _numbered(entries: Sequence[list[Any]]) -> list[list[Any]]:
    return [[number, *row[1:]] for number, row in enumerate(entries, 1)]


def truncate(file: File, chance: Random) -> Head:
    """Take the last entries away, and all that they spoke of."""
    last = chance.randrange(1, len(file.entries))
    for change in (
        "DELETE FROM entries WHERE seq > :last",
        "DELETE FROM readings WHERE seq > :last",
        "DELETE FROM documents WHERE seq > :last",
        "DELETE FROM captures WHERE sha256 NOT IN (SELECT sha256 FROM documents)",
        "DELETE FROM profiles WHERE document NOT IN (SELECT id FROM documents)",
        "DELETE FROM held WHERE since > :last",
        "UPDATE held SET until = NULL WHERE until > :last",
        "DELETE FROM told WHERE story NOT IN (SELECT story FROM held)",
        "DELETE FROM claims WHERE story NOT IN (SELECT story FROM held)",
        "DELETE FROM sources WHERE story NOT IN (SELECT story FROM held)",
        "DELETE FROM stories WHERE key NOT IN (SELECT story FROM held)",
    ):
        file.db.execute(change, {"last": last})
    return chance.choice([head for head in file.heads if head.seq > last])


def rewrite(file: File, chance: Random) -> Head:
    """Let an entry say something else, and hash it and all that follow anew, so that the history is sound in itself."""
    entries = file.entries
    place = chance.randrange(len(entries))
    entries[place] = _said_otherwise(file, entries[place], chance)
    before = entries[place - 1][-1] if place else GENESIS
    for row in entries[place:]:
        row[5] = before
        row[6] = before = seal(row[0], row[1], row[2], row[3], row[4], before)
    file.put(entries)
    return chance.choice([head for head in file.heads if head.seq > place])


def _said_otherwise(file: File, row: list[Any], chance: Random) -> list[Any]:
    seq, at, by, kind, body, *hashes = row
    match said_in(kind, body):
        case Noted() as said:
            body = written(replace(said, text=chance.choice(["Nothing.", "All was asked.", said.text[:-1]])))
        case Marked() as said:
            body = written(replace(said, level="TLP:CLEAR"))
        case Added() as said if chance.random() < 0.7:
            (kept,) = file.rows("SELECT body FROM documents WHERE id = ?", said.document)[0]
            anew = packed(replace(unpacked(kept, Document), title="Nothing has happened", author="Nobody"))
            file.db.execute("UPDATE documents SET body = ? WHERE id = ?", (anew, said.document))
            body = written(replace(said, working=digest(anew)))
        case _:
            by = f"{by}{chance.randrange(1000)}"
    return [seq, at, by, kind, body, *hashes]


KINDS: dict[str, Tampering] = {
    "flip": flip,
    "drop": drop,
    "reorder": reorder,
    "truncate": truncate,
    "rewrite": rewrite,
}


# --- counted


@dataclass(frozen=True, slots=True)
class Count:
    """Of so many instances so many were found, and so many of those that need a head without it too."""

    tried: int
    found: int
    without: int


def count(one: Sample, how: Tampering, instances: int, chance: Random, folder: Path) -> Count:
    """Tamper with so many copies, and verify each."""
    found = without = 0
    for _ in range(instances):
        with copied(one, folder) as path:
            head = tampered(path, one.heads, how, chance)
            seen = bool(verified(path))
            without += seen
            found += bool(verified(path, head)) if head is not None else seen
    return Count(instances, found, without)


def main() -> None:
    """Read the command line, tamper, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--instances", type=int, default=INSTANCES)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        one = sample(Path(name))
        with copied(one, Path(name)) as path:
            wrong = verified(path, *one.heads)
        print(f"a ledger of {one.heads[-1].seq} entries; untouched: {'; '.join(wrong) or 'whole'}")
        done = {}
        for kind, how in KINDS.items():
            chance = Random(f"{given.seed} {kind}")  # noqa: S311  no secret
            done[kind] = told = count(one, how, given.instances, chance, Path(name))
            beside = f"   (without a head {told.without})" if kind in {"truncate", "rewrite"} else ""
            print(f"{kind:10}{told.found:7,d} of {told.tried:,d} found{beside}", flush=True)
    if wrong or any(one.found < one.tried for one in done.values()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
