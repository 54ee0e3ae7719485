"""Several processes read as one does: the same findings, the same complaints; and none of them outlives the first."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wherefrom import api
from wherefrom.cli import main
from wherefrom.model import Stopped
from wherefrom.model.release import Release
from wherefrom.output.findings_json import findings_json
from wherefrom.workers import EACH_WORTH, workers, worth

SENTENCES = (
    "The harbour master of Veldmark has left the city by boat, two pilots told the Saleth Courier.",
    "The council denied that it had dismissed him; his deputy, Ann Bell, said that he might return.",
    "“It was never ours,” said a spokeswoman, Orla Tenn. It was reported that the seals did not match.",
)


@pytest.fixture
def story(tmp_path: Path) -> list[Path]:
    """Six reports, two of them copies, and two files that are none."""
    told = [*SENTENCES, *(" ".join(SENTENCES[place:]) for place in (0, 1)), SENTENCES[0]]
    paths = [tmp_path / f"{number}.txt" for number in range(len(told))]
    for path, words in zip(paths, told, strict=True):
        path.write_text(f"Crane sold twice\n\n{words}\n", encoding="utf-8")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"%PDF-1.7\n1 0 obj")
    return [*paths, bad, tmp_path / "missing.txt"]


# --- law 3: how many workers read changes no finding


@pytest.mark.parametrize("number", [2, 3])
def test_the_findings_are_the_same_bytes_for_any_number_of_workers_and_any_order(
    story: list[Path], number: int
) -> None:
    alone = findings_json(Release.of_reading(api.read(story)))
    assert len(json.loads(alone)["documents"]) == 5
    assert findings_json(Release.of_reading(api.read(story, workers=number))) == alone
    assert findings_json(Release.of_reading(api.read(reversed(story), workers=number))) == alone


def test_the_program_says_the_same_with_one_worker_and_with_two(
    story: list[Path], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    said = []
    for number in ("1", "2"):
        status = main(["read", "--json", "--workers", number, *map(str, story)])
        said.append((status, *capfdbinary.readouterr()))
    assert said[0] == said[1]
    status, _, complaints = said[0]
    assert status == 2
    assert complaints.count(b"\n") == 2


# --- how many


def test_a_few_documents_are_read_in_this_process() -> None:
    assert [worth(number) for number in (0, 1, EACH_WORTH, 2 * EACH_WORTH - 1)] == [1, 1, 1, 1]


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system does not tell")
def test_there_are_no_more_workers_than_cores() -> None:
    assert worth(1_000_000) == len(os.sched_getaffinity(0))


@pytest.mark.parametrize("number", ["0", "-1", "two", "", "1.5", "²"])
def test_a_number_of_workers_that_is_none_is_told_in_one_line(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["read", f"--workers={number}", "a.txt"])
    assert capsys.readouterr().err.count("\n") == 1


# --- what ends


def _cut_off(_: int) -> None:
    os._exit(1)


def test_a_worker_that_the_system_ends_is_told_as_such() -> None:
    with pytest.raises(Stopped, match="--workers 1"), workers(2) as each:
        list(each(_cut_off, range(3)))


def test_work_in_several_processes_comes_back_in_order() -> None:
    with workers(2) as each:
        assert list(each(abs, [-3, 2, -1])) == [3, 2, 1]


@pytest.fixture
def endless(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The program over so many reports that it does not end by itself soon, in two workers that have begun."""
    paths = [tmp_path / f"{number}.txt" for number in range(8)]
    for path in paths:
        path.write_text("\n\n".join(SENTENCES * 400) + path.name, encoding="utf-8")
    program = (sys.executable, "-c", "import sys; from wherefrom.cli import main; sys.exit(main())")
    process = subprocess.Popen(
        [*program, "read", "--workers", "2", *paths],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    _until(lambda: len(_family(process.pid)) >= 3)
    time.sleep(1)
    yield process
    process.kill()
    process.communicate()


def _until(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def _family(group: int) -> set[int]:
    """The processes of a group that are alive."""
    found: set[int] = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group and state != "Z":
            found.add(int(stat.parent.name))
    return found


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="this system does not list its processes so"
)


@needs_proc
@pytest.mark.parametrize("all_of_them", [True, False], ids=["from the keyboard", "by its number"])
def test_an_interrupt_ends_all_processes_without_a_word(
    endless: "subprocess.Popen[bytes]", *, all_of_them: bool
) -> None:
    (os.killpg if all_of_them else os.kill)(endless.pid, signal.SIGINT)
    _, complaints = endless.communicate(timeout=60)
    assert (endless.returncode, complaints) == (130, b"")
    _until(lambda: not _family(endless.pid))


@needs_proc
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_workers_do_not_outlive_the_program(endless: "subprocess.Popen[bytes]", how: signal.Signals) -> None:
    endless.send_signal(how)
    endless.wait(timeout=60)
    _until(lambda: not _family(endless.pid))
