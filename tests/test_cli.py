"""The command line as people and shells meet it: one plain line for every fault, and never a traceback."""

import json
import os
import re
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest

from wherefrom import api
from wherefrom.cli import main
from wherefrom.model.release import Release
from wherefrom.output.findings_json import findings_json

SCHEMA = Path(__file__).parents[2] / "shared" / "measure" / "findings.schema.json"

PROGRAM = (sys.executable, "-c", "import sys; from wherefrom.cli import main; sys.exit(main())")

REPORT = """\
Harbour master leaves Veldmark

The harbour master of Veldmark, Ilvar Brandt, has left the city by boat, two pilots told the Saleth Courier on Monday.

“We have no reason to think that he is ill,” said a spokeswoman, Orla Tenn. The council denied that he had been dismissed.
"""

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"

BROKEN_PAGE = "<html><p>The harbour master has left the city, <b>two pilots said on Monday.<div><table></p><td"


STRICT = {"PYTHONIOENCODING": "utf-8:strict"}
"""What most terminals are; C and POSIX locales let through bytes that are no text."""


class Done(NamedTuple):
    """What a call left behind."""

    status: int
    out: str
    err: str


Call = Callable[..., Done]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str]) -> Call:
    """Runs the program in this process."""

    def run(*arguments: str | Path) -> Done:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        return Done(status, *capfd.readouterr())

    return run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def spawn(
    *arguments: str | Path, stdout: int = subprocess.PIPE, changes: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Runs the program in a process of its own; its environment is ours with these changes."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        env=_environment(changes or {}),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=120,
        check=False,
    )


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    unwanted = {"FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONHASHSEED", "COLUMNS"}
    return {name: value for name, value in os.environ.items() if name not in unwanted} | {**changes}


def is_one_line(complaint: str, *, names: str, because: str = "") -> None:
    """The complaint is exactly one plain line that names this file and gives this reason."""
    assert "Traceback" not in complaint
    assert re.fullmatch(r"wherefrom: [^\n]+\n", complaint), complaint
    assert complaint.rstrip("\n").isprintable(), ascii(complaint)
    assert names in complaint
    assert re.search(because, complaint), complaint


# --- inputs that are no report


def _of_bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"The harbour master left, two pilots said.\n")
        file.truncate(50_000_000)


def _dense(path: Path) -> None:
    path.write_bytes(b"The harbour master left, two pilots said.\n" * 1_190_000)


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (_of_bytes(b""), "empty"),
    "white space": (_of_bytes(b" \n\t\r\n"), "white space"),
    "picture": (_of_bytes(PNG), "PNG"),
    "PDF": (_of_bytes(b"%PDF-1.7\n1 0 obj"), "PDF"),
    "office document": (_of_bytes(b"PK\x03\x04" + bytes(30)), "docx"),
    "directory": (Path.mkdir, "directory"),
    "missing": (lambda _: None, "no such file"),
    "50 MB, mostly a hole": (_sparse, "larger than"),
    "50 MB of text": (_dense, "larger than"),
    "NUL bytes": (_of_bytes(b"The harbour\0master has left, two pilots said."), "NUL"),
    "UTF-16 cut in two": (_of_bytes(REPORT.encode("utf-16-le")[:101]), "."),
    "a mark and no text": (_of_bytes(b"\xff\xfe"), "."),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere"), "link"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_report_is_refused_in_one_line(tmp_path: Path, call: Call, kind: str) -> None:
    path = tmp_path / "case.txt"
    make, because = BAD[kind]
    make(path)
    began = time.monotonic()
    done = call("read", path)
    assert time.monotonic() - began < 10
    assert done.status == 2
    is_one_line(done.err, names="case.txt", because=because)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "case.txt"
    os.mkfifo(path)
    done = call("read", path)
    assert done.status == 2
    is_one_line(done.err, names="case.txt", because="pipe")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no sockets among its files")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    monkeypatch.chdir(tmp_path)  # the address of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("case.txt")
        done = call("read", "case.txt")
    assert done.status == 2
    is_one_line(done.err, names="case.txt", because="socket")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_what_may_not_be_read_is_refused(report: Path, call: Call) -> None:
    report.chmod(0)
    done = call("read", report)
    report.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert done.status == 2
    is_one_line(done.err, names="report.txt", because="permission")


@pytest.mark.parametrize(
    "held", [b"{", b"[]", b'{"outlet": 3}', b'{"published": "soon"}', b"\xff{}", b"[" * 100_000, b""]
)
def test_a_broken_sidecar_is_named(report: Path, call: Call, held: bytes) -> None:
    report.with_suffix(".json").write_bytes(held)
    done = call("read", report)
    assert done.status == 2
    is_one_line(done.err, names="report.json")


# --- inputs that look odd and are read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_in_use_are_read(tmp_path: Path, call: Call, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode(encoding))
    done = call("read", "--json", path)
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out)["documents"][0]["text"] == REPORT


def test_a_broken_page_is_read(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "page.html"
    path.write_text(BROKEN_PAGE, encoding="utf-8")
    done = call("read", "--json", path)
    assert (done.status, done.err) == (0, "")
    assert "two pilots said on Monday." in json.loads(done.out)["documents"][0]["text"]


@pytest.mark.parametrize(
    "page", ["<html>", "<html><body><p></p>", "<!doctype html><script>if (a<b)", "<html><![CDATA["]
)
def test_a_page_without_words_is_refused_in_one_line(tmp_path: Path, call: Call, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    done = call("read", path)
    assert done.status == 2
    is_one_line(done.err, names="page.html")


@pytest.mark.parametrize("depth", [200, 20_000])
def test_a_deeply_nested_page_is_read_or_refused_in_one_line(tmp_path: Path, call: Call, depth: int) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{'<div>' * depth}The harbour master left, two pilots said.", encoding="utf-8")
    done = call("read", path)
    if done.status == 0:
        assert done.err == ""
    else:
        assert done.status == 2
        is_one_line(done.err, names="page.html")


# --- names of files


def _named(folder: Path, name: bytes, content: str) -> Path:
    path = folder / os.fsdecode(name)
    try:
        path.write_text(content, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    return path


ODD_NAMES = (b"caf\xe9.txt", b"new\nline.txt", b"\x1b[31mred\x1b[0m.txt", b"tab\tand \x07bell.txt", b"-r.txt")


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("option", ["--json", "--outlet=Veldmark Post"])
def test_a_report_with_an_odd_name_is_read(tmp_path: Path, name: bytes, option: str) -> None:
    path = _named(tmp_path, name, REPORT)
    done = spawn("read", option, path, changes=STRICT)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert b"\x07" not in done.stdout


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_bad_file_with_an_odd_name_is_named_in_one_line(tmp_path: Path, name: bytes) -> None:
    path = _named(tmp_path, name, "")
    done = spawn("read", path, changes=STRICT)
    assert done.returncode == 2
    is_one_line(done.stderr.decode(), names=".txt", because="empty")


def test_a_dossier_may_have_a_name_that_is_no_text(report: Path) -> None:
    page = report.with_name(os.fsdecode(b"caf\xe9.html"))
    done = spawn("read", report, "--html", page, changes=STRICT)
    if not page.exists():
        pytest.skip("this file system takes no such name")
    assert (done.returncode, done.stderr) == (0, b"")


# --- many files


def test_one_bad_file_among_good_ones_is_reported_and_the_rest_read(report: Path, call: Call) -> None:
    bad, missing, other = (report.with_name(name) for name in ("bad.txt", "missing.txt", "other.txt"))
    bad.write_bytes(PNG)
    other.write_text("The ferry sank, a fisherman said.", encoding="utf-8")
    done = call("read", "--json", bad, report, missing, other)
    assert done.status == 2
    found = json.loads(done.out)
    assert {one["path"] for one in found["documents"]} == {str(report), str(other)}
    assert [one["path"] for one in found["unread"]] == [str(bad), str(missing)]
    assert all(one["why"] for one in found["unread"])
    told = done.err.splitlines(keepends=True)
    assert len(told) == 2
    for line, path in zip(told, (bad, missing), strict=True):
        is_one_line(line, names=str(path))


def test_the_order_of_the_files_changes_nothing(report: Path, call: Call) -> None:
    other, bad = report.with_name("a.txt"), report.with_name("z.txt")
    other.write_text("The ferry sank, a fisherman said.", encoding="utf-8")
    bad.write_bytes(PNG)
    assert call("read", "--json", report, other, bad, report) == call("read", "--json", bad, other, report)
    assert call("read", report, other, bad) == call("read", bad, other, report)


# --- JSON


def test_the_json_is_all_that_stands_on_standard_output(report: Path, call: Call) -> None:
    done = call("read", "--json", report)
    assert (done.status, done.err) == (0, "")
    assert done.out == findings_json(Release.of_reading(api.read([report])))


def test_the_json_is_of_the_format(report: Path, call: Call) -> None:
    if not SCHEMA.exists():
        pytest.skip("the schema of findings is not beside this checkout")
    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    bad = report.with_name("bad.txt")
    bad.write_bytes(PNG)
    done = call("read", "--json", report, bad, "--outlet", "Veldmark Post", "--published", "2026-03-09")
    jsonschema.validate(json.loads(done.out), schema)


def test_json_and_dossier_in_one_call(report: Path, call: Call) -> None:
    page = report.with_suffix(".html")
    done = call("read", "--json", report, "--html", page)
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out)["documents"]
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_same_input_gives_the_same_bytes(report: Path) -> None:
    other = report.with_name("other.txt")
    other.write_text("The ferry sank, a fisherman said. Its owner, Ann Bell, denied it.", encoding="utf-8")
    one, two = (spawn("read", "--json", report, other, changes={"PYTHONHASHSEED": seed}) for seed in ("1", "2"))
    assert one.returncode == 0
    assert one.stdout == two.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_json_is_utf_8_whatever_the_terminal_takes(report: Path, encoding: str) -> None:
    done = spawn("read", "--json", report, changes={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["documents"][0]["text"] == REPORT


# --- where the output goes


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_terminal_that_cannot_show_all_letters_is_no_reason_to_fail(report: Path, encoding: str) -> None:
    # A pipe on Windows is such a one: it takes cp1252 and no lines, arrows or ticks.
    done = spawn("read", report, changes={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Ilvar" in done.stdout


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "xterm-256color"}])
def test_a_pipe_gets_no_colours(report: Path, environment: dict[str, str]) -> None:
    done = spawn("read", report, changes=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout


def _into_closed_pipe(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return spawn(*arguments, stdout=writing)
    finally:
        os.close(writing)


@pytest.mark.skipif(os.name != "posix", reason="pipes break in another way here")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_whoever_reads_the_output_may_stop(report: Path, options: tuple[str, ...]) -> None:
    done = _into_closed_pipe("read", *options, report)
    assert done.stderr == b""
    assert done.returncode == 0, "1 would say that something wrong was found"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_full_disk_is_told_in_one_line(report: Path, options: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = spawn("read", *options, report, stdout=full.fileno())
    assert done.returncode == 2
    is_one_line(done.stderr.decode(), names="output")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that can close a stream")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_without_standard_output_there_is_no_traceback(report: Path, options: tuple[str, ...]) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *PROGRAM, "read", *options, report],
        env=_environment({}),
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()


@pytest.mark.parametrize("page", ["missing/dossier.html", "folder"])
def test_a_dossier_that_cannot_be_written_is_told_in_one_line(report: Path, call: Call, page: str) -> None:
    (report.parent / "folder").mkdir()
    done = call("read", report, "--html", report.parent / page)
    assert done.status == 2
    is_one_line(done.err, names=page, because="cannot be written")


def test_a_dossier_that_cannot_be_written_hides_no_bad_file(report: Path, call: Call) -> None:
    bad = report.with_name("bad.txt")
    bad.write_bytes(PNG)
    done = call("read", report, bad, "--html", report.parent / "missing" / "dossier.html")
    assert done.status == 2
    assert [name for name in ("bad.txt", "dossier.html") if name not in done.err] == []
    for line in done.err.splitlines(keepends=True):
        is_one_line(line, names="")


def test_no_dossier_is_written_over_a_report(tmp_path: Path, call: Call) -> None:
    # The bytes as they came are the evidence; `read page.html --html page.html` is one slip of the hand away.
    path = tmp_path / "page.html"
    path.write_text(BROKEN_PAGE, encoding="utf-8")
    done = call("read", path, "--html", path)
    assert path.read_text(encoding="utf-8") == BROKEN_PAGE
    assert done.status == 2
    is_one_line(done.err, names="page.html")


@pytest.mark.parametrize("strange", [".", ""])
def test_a_report_without_a_name_is_told_in_one_line(tmp_path: Path, call: Call, strange: str) -> None:
    done = call("read", strange, "--html", tmp_path / "page.html")
    assert done.status == 2
    is_one_line(done.err, names="directory")


def test_a_page_with_too_long_a_name_is_told_in_one_line(report: Path, call: Call) -> None:
    done = call("read", report, "--html", report.parent / ("a" * 300))
    assert done.status == 2
    is_one_line(done.err, names="aaa", because="cannot be written")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that can close a stream")
@pytest.mark.parametrize("errors", ["2>&-", "2>/dev/full"])
def test_where_no_complaint_can_be_written_the_status_still_tells(tmp_path: Path, errors: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$@" {errors}', "sh", *PROGRAM, "read", tmp_path / "missing.txt"],
        env=_environment({}),
        stdout=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2


# --- the call itself


def test_without_arguments_one_line_points_to_the_help(call: Call) -> None:
    done = call()
    assert (done.status, done.out) == (2, "")
    is_one_line(done.err, names="wherefrom --help")


@pytest.mark.parametrize("arguments", [("read",), ("reed", "a.txt"), ("read", "--xml", "a.txt"), ("--what",)])
def test_a_wrong_call_is_told_in_one_line(call: Call, arguments: tuple[str, ...]) -> None:
    done = call(*arguments)
    assert (done.status, done.out) == (2, "")
    is_one_line(done.err, names="--help")


@pytest.mark.parametrize("date", ["soon", "2026-02-30", "09.03.2026", "", "2026-03-09\nx", "２０２６-03-09"])
def test_a_date_that_is_none_is_told_in_one_line(report: Path, call: Call, date: str) -> None:
    done = call("read", report, "--published", date)
    assert (done.status, done.out) == (2, "")
    is_one_line(done.err, names="--published", because="no date")


@pytest.mark.parametrize("arguments", [("--help",), ("read", "--help"), ("demo", "--help")])
def test_help_is_given(call: Call, arguments: tuple[str, ...]) -> None:
    done = call(*arguments)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("usage: wherefrom")


def test_the_version_is_that_of_the_package(call: Call) -> None:
    assert call("--version") == Done(0, f"wherefrom {version('wherefrom')}\n", "")


# --- the demo


def test_the_demo_shows_the_case_and_writes_and_names_the_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    monkeypatch.chdir(tmp_path)
    done = call("demo")
    assert (done.status, done.err) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["wherefrom-demo.html"]
    assert str(tmp_path / "wherefrom-demo.html") in done.out.replace("\n", "")
    assert "7 documents" in done.out


def _taken(folder: Path) -> None:
    (folder / "wherefrom-demo.html").mkdir()


def _forbidden(folder: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("nothing is forbidden to this user")
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)


@pytest.mark.parametrize("spoil", [_taken, _forbidden])
def test_a_demo_that_cannot_write_its_dossier_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call, spoil: Callable[[Path], None]
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    spoil(folder)
    done = call("demo")
    folder.chmod(stat.S_IRWXU)
    assert done.status == 2
    is_one_line(done.err, names="wherefrom-demo.html", because="cannot be written")
