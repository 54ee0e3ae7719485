"""Whether a ledger survives being killed: `python -m benchmarks.crashes`.

A process works on a real ledger, adding, correcting, marking, noting and reading anew, and tells through a pipe what it is about to
commit and what it has committed. Another kills it (SIGKILL) at a random moment after its start, and opens the file: it must be whole, every
head that was acknowledged must be in its history, and its state must be the one last acknowledged or the very one that was being committed,
nothing between. Then the next process goes on with the same file. What this shows is that a killed process tears and loses nothing; what
a machine that loses power does is up to its disk.

    --runs N     how many are killed (2000)
    --file N     a new file is begun after so many (50)
    --seed N     when they are killed, and what they do (1)
    --rebuild    make stories and claims of every file anew at its end and compare, not of the last one alone
"""

import argparse
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from importlib.resources import as_file, files
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from wherefrom.api.reading import readings
from wherefrom.ledger.content import add, effective
from wherefrom.ledger.file import Ledger, Writer
from wherefrom.ledger.history import Head
from wherefrom.ledger.markings import mark
from wherefrom.ledger.projection import project
from wherefrom.ledger.proving import faults
from wherefrom.ledger.rereading import correct
from wherefrom.model import Document, Reader, WherefromError
from wherefrom.model.entry import Noted, Target
from wherefrom.model.handling import LEVELS
from wherefrom.reader import Reading

RUNS, RUNS_OF_A_FILE = 2_000, 50

WITHIN = (0.02, 0.1, 0.3)
"""Seconds within which a process is killed, one of these: opening, small steps, and the adding of a report to a long story."""

CASES = Path(__file__).parent / "cases"

Read = tuple[Document, Reading]


def reports() -> tuple[Reader, tuple[Read, ...]]:
    """Invented reports with their readings; read in other processes, so that this one has no threads when it forks."""
    with as_file(files("wherefrom") / "demo_case") as case:
        folders = [case, CASES / "hospital-breach", CASES / "football-takeover"]
        paths = [one for folder in folders for one in folder.iterdir() if one.suffix in {".txt", ".md", ".html"}]
        found, read = readings(paths, workers=2)
    return found.reader, tuple(zip(found.documents, read, strict=True))


# --- the process that is killed


@dataclass(frozen=True, slots=True)
class Worker:
    """Does one thing after another with a ledger, by chance."""

    reader: Reader
    read: Sequence[Read]
    chance: Random
    small: bool = False
    """Only marks and notes, whose commits follow each other closely."""

    def work(self, path: Path, tell: Callable[[str], None]) -> None:
        """Go on until killed."""
        steps = (self.adds, self.corrects, self.marks, self.notes, self.reads_anew)
        with Ledger.open(path, create=True) as ledger:
            while True:
                (step,) = self.chance.choices(steps, (0, 0, 1, 1, 0) if self.small else (3, 2, 4, 4, 1))
                tell("begins")
                with ledger.writing("ada") as writer:
                    step(writer)
                    head = writer.last
                    tell(f"commits {head.line()}")
                tell(f"committed {head.line()}")

    def _any(self, ledger: Ledger) -> Read | None:
        held = {name for (name,) in ledger.rows("SELECT id FROM documents")}
        there = [one for one in self.read if one[0].id in held]
        return self.chance.choice(there) if there else None

    def adds(self, writer: Writer) -> None:
        """Add a report, which may be there already."""
        document, reading = self.chance.choice(self.read)
        known = writer.ledger.one("SELECT 1 FROM documents WHERE id = ?", (document.id,))
        if not known and add(writer, document, self.reader, reading):
            project(writer)

    def corrects(self, writer: Writer) -> None:
        """Accept or reject a statement."""
        one = self._any(writer.ledger)
        held = effective(writer.ledger, one[0].id).appearances if one is not None else ()
        if held:
            correct(writer, self.chance.choice(held), self.chance.choice(["accepts", "rejects"]), why="as heard")

    def marks(self, writer: Writer) -> None:
        """Put a document under a level."""
        if (one := self._any(writer.ledger)) is not None:
            mark(writer, _target(one), self.chance.choice(LEVELS), why="as agreed")

    def notes(self, writer: Writer) -> None:
        """Write notes, several at once."""
        if (one := self._any(writer.ledger)) is not None:
            for number in range(self.chance.randrange(1, 40)):
                writer.append(Noted(f"n{writer.last.seq}", _target(one), f"Whom else to ask, number {number}? " * 9))

    def reads_anew(self, writer: Writer) -> None:
        """Keep another reading of a report."""
        if (one := self._any(writer.ledger)) is not None:
            document, reading = one
            fewer = replace(reading, appearances=reading.appearances[: self.chance.randrange(1, 9)])
            if add(writer, document, Reader(self.reader.name, "another"), fewer):
                project(writer)


def _target(one: Read) -> Target:
    return Target("document", one[0].id, one[0].id)


# --- the process that kills


@dataclass(slots=True)
class Told:
    """What a process told until it was killed."""

    begun: int = 0
    announced: list[Head] = field(default_factory=list)
    acknowledged: list[Head] = field(default_factory=list)
    failed: str | None = None

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Told":
        """What these lines say; a last one that was cut off says nothing."""
        told = cls()
        for line in lines:
            what, _, rest = line.partition(" ")
            match what:
                case "begins":
                    told.begun += 1
                case "commits":
                    told.announced.append(Head.of_line(rest))
                case "committed":
                    told.acknowledged.append(Head.of_line(rest))
                case _:
                    told.failed = line
        return told

    @property
    def moment(self) -> str:
        """What the process was doing."""
        if self.begun == len(self.acknowledged):
            return "between steps" if self.begun else "opening"
        return "committing" if len(self.announced) > len(self.acknowledged) else "in a transaction"


def killed(worker: Worker, path: Path, after: float) -> Told:
    """Let a process work, and kill it after so many seconds."""
    ours, theirs = os.pipe()
    process = os.fork()
    if process == 0:
        _child(worker, path, theirs)
    os.close(theirs)
    heard = bytearray()
    end = time.monotonic() + after
    while (left := end - time.monotonic()) > 0:
        if select.select([ours], [], [], left)[0]:
            heard += (some := os.read(ours, 65_536))
            if not some:
                break
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    while some := os.read(ours, 65_536):
        heard += some
    os.close(ours)
    return Told.of(heard.decode().split("\n")[:-1])


def _child(worker: Worker, path: Path, pipe: int) -> None:
    """Never returns: nothing of the process that it was forked from may be tidied up twice."""
    try:
        worker.work(path, lambda line: _tell(pipe, line))
    except BaseException as error:  # noqa: BLE001  whatever it is, it is told
        with suppress(OSError):
            _tell(pipe, f"failed: {error!r}"[:500])
    finally:
        os._exit(1)


def _tell(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())


@dataclass(slots=True)
class Life:
    """What became of one file from run to run."""

    path: Path
    heads: list[Head] = field(default_factory=list)

    def after(self, told: Told, *, rebuild: bool) -> Iterator[str]:
        """What is wrong with the file after a process was killed."""
        if told.failed is not None:
            yield told.failed
        self.heads += told.acknowledged
        try:
            with Ledger.open(self.path, create=True) as ledger:
                yield from faults(ledger, *self.heads, rebuild=rebuild)
                now = ledger.head()
        except WherefromError as error:
            yield str(error)
            return
        held = {one.hash for one in (*told.announced[-1:], *self.heads[-1:])}
        if now.seq and now.hash not in held:
            yield f"its state, {now.line()}, is none that was acknowledged or being committed"
        if now.seq:
            self.heads.append(now)  # what was found is there to stay, acknowledged or not


@dataclass(slots=True)
class Tally:
    """What came of all runs."""

    runs: int = 0
    acknowledged: int = 0
    moments: dict[str, int] = field(default_factory=dict)
    kept: int = 0
    """Kills between a commit and its acknowledgement: what was being committed is there."""
    entries: int = 0
    faults: list[str] = field(default_factory=list)


def crashes(worker: Worker, runs: int, folder: Path, each: int = RUNS_OF_A_FILE, *, rebuild: bool = False) -> Tally:
    """Kill so many processes, and look at the file after each."""
    tally = Tally()
    life = Life(folder / "none")
    for run in range(runs):
        if run % each == 0:
            life = Life(folder / f"{run}.db")
        last = run + 1 == runs or (rebuild and (run + 1) % each == 0)
        doing = replace(worker, chance=Random(worker.chance.random()), small=run % 2 == 1)  # noqa: S311  no secret
        told = killed(doing, life.path, worker.chance.uniform(0, worker.chance.choice(WITHIN)))
        tally.faults += [f"run {run}: {fault}" for fault in life.after(told, rebuild=last)]
        tally.runs += 1
        tally.acknowledged += len(told.acknowledged)
        tally.moments[told.moment] = tally.moments.get(told.moment, 0) + 1
        tally.kept += told.moment == "committing" and told.announced[-1:] == life.heads[-1:] != life.heads[-2:-1]
        tally.entries += life.heads[-1].seq if life.heads and ((run + 1) % each == 0 or run + 1 == runs) else 0
    return tally


def main() -> None:
    """Read the command line, kill, look."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--file", type=int, default=RUNS_OF_A_FILE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rebuild", action="store_true")
    given = parser.parse_args()
    if not hasattr(os, "fork"):
        raise SystemExit("this system has no fork")
    reader, read = reports()
    worker = Worker(reader, read, Random(given.seed))  # noqa: S311  no secret
    began = time.monotonic()
    with TemporaryDirectory() as folder:
        tally = crashes(worker, given.runs, Path(folder), given.file, rebuild=given.rebuild)
    print(f"{tally.runs:,d} processes killed in {time.monotonic() - began:.0f} s; {tally.entries:,d} entries kept")
    print(f"steps acknowledged: {tally.acknowledged:,d}")
    print("killed", ", ".join(f"{what}: {number:,d}" for what, number in sorted(tally.moments.items())))
    print(f"of those killed committing, what was being committed is there: {tally.kept:,d}")
    print(f"faults: {len(tally.faults)}")
    for fault in tally.faults[:20]:
        print(f"  {fault}")
    sys.exit(1 if tally.faults else 0)


if __name__ == "__main__":
    main()
