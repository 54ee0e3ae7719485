"""What comparing costs: `python -m benchmarks.cost`.

Compares 10 thousand, 100 thousand and a million statements, made of the bundled case and of `benchmarks/cases`
(`benchmarks.multiplied`), each number in a process of its own, on two cores at most. Told for each: seconds by the clock and of the
processor, the most memory that the process held (the readings that are compared are part of it), and the share of
each stage. Making the stories is not counted. The exponent is the growth from the last size but one to the last: 1 where ten
times as much takes ten times as long.

    --sizes N,N      other numbers of statements
    --workers N      compare in so many processes: quicker, but each holds some 0.4 GB of its own, and what is sent to and fro; the stages are told of one only
    --check          fail where one of the limits is passed, or where the exponent's floor is
    --update         raise the floor to what was reached; --allow-regression lowers it as well
    --profile N      show the N functions that the smallest size spends most time in
"""

import argparse
import cProfile
import json
import math
import os
import pickle
import pstats
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from wherefrom import intake
from wherefrom.comparing import pipeline
from wherefrom.model import Findings
from wherefrom.reader import reader_named
from wherefrom.workers import workers

from .cases import digest
from .floors import Floors, add_options
from .multiplied import Models, as_findings, multiplied

SIZES = (10_000, 100_000, 1_000_000)

CORES = 2

MOST_EXPONENT = 1.15
"""To which power of the number of statements the time may grow."""

MOST_MINUTES, MOST_GIGABYTES = 15.0, 4.0
"""That a million statements may take, by the clock, and hold."""

STAGES = (
    "joined",
    "joining",
    "stories",
    "gathered",
    "standpoints",
    "relies_on",
    "origins_of",
    "standing_of",
    "conflicts",
)
"""The functions of `wherefrom.comparing.pipeline` that are timed one by one."""

MEASURE = "linear, %"
"""What has a floor: 100 where the time grows like the number of statements, 85 where the exponent is 1.15."""

SLACK = 5.0
"""Points by which it may be under its floor: that much two runs on a busy machine differ."""

CASES = Path(__file__).with_name("cases")


@dataclass(frozen=True, slots=True)
class Cost:
    """What comparing so many statements took; `stages` in seconds of the processor."""

    appearances: int
    documents: int
    seconds: float
    processor_seconds: float
    gigabytes: float
    gigabytes_before: float
    stages: Mapping[str, float]


# --- what is compared


def readings(folders: Sequence[Path]) -> list[Findings]:
    """Each folder's reports as read, before they are compared."""
    ours = reader_named(None)
    found: list[Findings] = []
    for folder in folders:
        reports = (path for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".md", ".html"})
        documents = sorted(map(intake.open_document, reports), key=lambda one: (one.published or "", one.id))
        read = [ours.read(document) for document in documents]
        found.append(
            Findings(
                reader=ours.identity(),
                documents=tuple(documents),
                appearances=tuple(one for held in read for one in held.appearances),
                parties=tuple(one for held in read for one in held.parties),
            )
        )
    return found


def folders() -> list[Path]:
    """The bundled case and the invented stories."""
    with as_file(files("wherefrom") / "demo_case") as bundled:
        return [bundled, *sorted(path.parent for path in CASES.glob("*/gold.json"))]


# --- measuring, in a process of its own


class Stages:
    """Seconds of the processor by stage."""

    def __init__(self, clock: Callable[[], float] = time.process_time) -> None:
        self._clock = clock
        self.spent: dict[str, float] = defaultdict(float)

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, timed under this name."""

        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401  whatever the work takes and gives
            began = self._clock()
            try:
                return work(*given, **named)
            finally:
                self.spent[name] += self._clock() - began

        return run

    @contextmanager
    def watching(self, module: object, names: Sequence[str]) -> Iterator[None]:
        """Time the functions that a module knows by these names; those it does not know are left out."""
        with ExitStack() as stack:
            for name in names:
                if hasattr(module, name):
                    stack.enter_context(patch.object(module, name, self.timed(name, getattr(module, name))))
            yield


def measured(kept: Path, appearances: int, profile: int = 0, processes: int = 1) -> Cost:
    """What comparing so many statements takes in so many processes; `kept` holds the readings they are made of."""
    read: list[Findings] = pickle.loads(kept.read_bytes())  # noqa: S301  written by ourselves a moment ago
    findings = [as_findings(multiplied(Models.of(read), appearances), read[0])]
    size = len(findings[0].appearances), len(findings[0].documents)
    pipeline.compare(read[0])  # loads what is loaded lazily
    stages, before, watch = Stages(), gigabytes(), cProfile.Profile()
    began, spent = time.perf_counter(), processor_seconds()
    with stages.watching(pipeline, STAGES), workers(processes) as each:
        if profile:
            watch.enable()
        pipeline.compare(findings.pop(), None, each)
        watch.disable()
    took, spent = time.perf_counter() - began, processor_seconds() - spent
    if profile:
        pstats.Stats(watch, stream=sys.stderr).sort_stats("tottime").print_stats(profile)
    rest = {"the rest": spent - sum(stages.spent.values())}
    return Cost(*size, took, spent, gigabytes(processes), before, {**stages.spent, **rest})


def processor_seconds() -> float:
    """What this process and those that it started have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def gigabytes(processes: int = 1) -> float:
    """The most that this process has held, and if it has started others, as much for each as the largest of them has."""
    mine, theirs = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (mine + (processes if processes > 1 else 0) * theirs) / (1e9 if sys.platform == "darwin" else 1e9 / 1024)


def on_two_cores() -> None:
    """Keep this process, and what it starts, on two cores."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:CORES]))


def started(*given: object) -> str:
    """What this program prints when it is started again with these arguments; it must succeed."""
    command = [sys.executable, "-m", __spec__.name, *map(str, given)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603  our own program
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return done.stdout


def costs(sizes: Sequence[int], profile: int = 0, processes: int = 1) -> Iterator[Cost]:
    """What each number of statements takes in so many processes; the functions of the first are profiled."""
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "readings"
        started("--read", kept)
        for number, size in enumerate(sizes):
            first = () if number else ("--profile", profile)
            given = ("--kept", kept, "--size", size, "--workers", processes, *first)
            yield Cost(**json.loads(started(*given)))


# --- what comes of it


def exponent(smaller: Cost, larger: Cost) -> float:
    """To which power of the number of statements the time of the processor grows between two sizes."""
    return math.log(larger.processor_seconds / smaller.processor_seconds) / math.log(
        larger.appearances / smaller.appearances
    )


def passed(done: Sequence[Cost]) -> list[str]:
    """A line for every limit that is passed."""
    lines: list[str] = []
    if len(done) > 1 and (grows := exponent(*done[-2:])) > MOST_EXPONENT:
        lines.append(f"cost: the time grows with the power {grows:.2f}, more than {MOST_EXPONENT}")
    for one in done:
        share = one.appearances / SIZES[-1]
        if one.seconds / 60 > MOST_MINUTES * max(share, 0.01):
            lines.append(f"cost: {one.appearances} statements take {one.seconds / 60:.1f} minutes")
        if one.gigabytes > MOST_GIGABYTES:
            lines.append(f"cost: {one.appearances} statements take {one.gigabytes:.1f} GB")
    return lines


def line(one: Cost) -> str:
    """A cost as a row of the table."""
    each = 1e6 * one.seconds / one.appearances
    return (
        f"{one.appearances:11,d}{one.documents:11,d}{one.seconds:10.1f} s{one.processor_seconds:10.1f} s{each:8.0f} µs"
        f"{one.gigabytes:8.2f} GB ({one.gigabytes_before:.2f} GB)"
    )


def shares(one: Cost) -> str:
    """Where the time went."""
    told = sorted(one.stages.items(), key=lambda stage: -stage[1])
    return "  ".join(f"{name} {100 * spent / one.processor_seconds:.0f} %" for name, spent in told)


def main() -> None:
    """Read the command line and measure; or be the process that reads, or measures one size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=lambda told: [int(one) for one in told.split(",")], default=list(SIZES))
    parser.add_argument("--profile", type=int, default=0)
    for name, kind in (("--read", Path), ("--kept", Path), ("--size", int)):
        parser.add_argument(name, type=kind, help=argparse.SUPPRESS)
    parser.add_argument("--workers", type=int, default=1)
    add_options(parser)
    given = parser.parse_args()
    on_two_cores()
    if given.read:
        given.read.write_bytes(pickle.dumps(readings(folders())))
        return
    if given.kept:
        print(json.dumps(asdict(measured(given.kept, given.size, given.profile, given.workers))))
        return
    told(given)


def told(given: argparse.Namespace) -> None:
    """Measure, print, and hold against floor and limits."""
    print(" statements  documents     clock   processor    each       held (the readings)")
    done: list[Cost] = []
    for one in costs(given.sizes, given.profile, given.workers):
        done.append(one)
        print(f"{line(one)}\n    {shares(one)}", flush=True)
    if len(done) < 2:
        return
    print(f"exponent {exponent(*done[-2:]):.3f}")
    scores = {MEASURE: min(100.0, 100 * (2 - exponent(*done[-2:])))}
    floors, key = Floors.stored(), digest(CASES)
    if given.update:
        floors.raised("cost", key, scores, allow_regression=given.allow_regression, slack=SLACK).store()
    if given.check and not floors.hold_for("cost", key):
        raise SystemExit("no floors are kept for these cases")
    if given.check and (lines := floors.below("cost", key, scores, slack=SLACK) + passed(done)):
        raise SystemExit("\n".join(lines))


if __name__ == "__main__":
    main()
