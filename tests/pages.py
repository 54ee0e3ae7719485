"""Pages of the docs whose commands are run as they stand, each part on its own day, and whose answers are what the commands print.

A part is a heading that begins with its day, as in "## 2031-03-05: what the reports say". A block of `sh` has one call of the program on each
line; a block of `text` right below it is all that these print. Ids that are made of the history are other ones in another version of the
program: they may differ, if they differ in the same way throughout.

    python -m tests.pages docs/vetting-a-source.md     writes the answers anew
"""

import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from os import chdir, environ
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from wherefrom.cli import main
from wherefrom.ledger import file

_PART = re.compile(
    r"^## (?P<day>\d{4}-\d\d-\d\d)\b|^```sh\n(?P<calls>.*?)^```\n(?:\n?```text\n(?P<shown>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_ID = re.compile(r"\b(?:[a-z]|source-)[0-9a-f]{12}\b")


@dataclass(frozen=True, slots=True)
class Calls:
    """Calls of the program on a day, what the page shows as their answer, and where that stands in the page."""

    day: str
    lines: tuple[str, ...]
    shown: str | None
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page's calls printed; `status` is that of the last one, `ids` what those that the page has shown so far are today."""

    calls: Calls
    printed: str
    status: int
    ids: Mapping[str, str]


def parts(page: str) -> Iterator[Calls]:
    """The calls of a page in their order."""
    day = ""
    for found in _PART.finditer(page):
        if found["day"]:
            day = found["day"]
        elif lines := tuple(line for line in found["calls"].splitlines() if line.startswith("wherefrom ")):
            yield Calls(day, lines, found["shown"], found.span("shown"))


@contextmanager
def desk(case: Path) -> Iterator[Path]:
    """A folder with the reports of a case, in which a page is gone through by ada."""
    here = Path.cwd()
    with TemporaryDirectory() as folder, patch.dict(environ, {"WHEREFROM_BY": "ada", "COLUMNS": "100"}):
        for report in case.iterdir():
            shutil.copy(report, folder)
        chdir(folder)
        try:
            yield Path(folder)
        finally:
            chdir(here)


def walked(page: str) -> Iterator[Answer]:
    """A page gone through in the present folder, call by call; ids are those of today from the first one on that was shown."""
    ids: dict[str, str] = {}
    for calls in parts(page):
        when = datetime.fromisoformat(calls.day).replace(hour=12, tzinfo=UTC)
        printed = ""
        with patch.object(file, "_now", lambda when=when: when):
            for line in calls.lines:
                told, status = _called(_with(line, ids))
                printed += told
                ids |= _paired(calls.shown or "", printed)
        yield Answer(calls, printed, status, dict(ids))


def same(shown: str, printed: str) -> bool:
    """Whether an answer is the one that a page shows, but for ids, which must differ one for one."""
    ids = _paired(shown, printed)
    one_for_one = len(set(ids.values())) == len(ids)
    return one_for_one and _with(shown, ids) == printed


def _paired(shown: str, printed: str) -> dict[str, str]:
    """The ids of lines that say the same but for these."""
    old, new = shown.splitlines(), printed.splitlines()
    before, after = ([_ID.sub("·", line) for line in lines] for lines in (old, new))
    found: dict[str, str] = {}
    for one, other, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for first, second in zip(old[one : one + size], new[other : other + size], strict=True):
            found |= dict(zip(_ID.findall(first), _ID.findall(second), strict=True))
    return found


def _with(words: str, ids: Mapping[str, str]) -> str:
    """Words with other ids in them."""
    return _ID.sub(lambda found: ids.get(found[0], found[0]), words)


def _called(line: str) -> tuple[str, int]:
    """What a call prints on both outputs, and its status."""
    into = io.StringIO()
    with redirect_stdout(into), redirect_stderr(into):
        status = main(shlex.split(line, comments=True)[1:])
    return into.getvalue(), status


def written_anew(page: str) -> str:
    """A page with the answers that its calls give today, and with today's ids."""
    pieces: list[str] = []
    last = 0
    ids: dict[str, str] = {}
    for answer in walked(page):
        start, end = answer.calls.place
        if start >= 0:
            pieces += [page[last:start], answer.printed]
            last = end
        ids |= answer.ids
    # What was printed is of today already, and no id of today is another one's of before.
    return "".join(
        [*(one if place % 2 else _with(one, ids) for place, one in enumerate(pieces)), _with(page[last:], ids)]
    )


if __name__ == "__main__":
    path = Path(sys.argv[1]).resolve()
    before = path.read_text(encoding="utf-8")
    with desk(path.with_suffix("")):
        after = written_anew(before)
    path.write_text(after, encoding="utf-8")
    print("changed" if after != before else "as it was")  # noqa: T201
