"""Files are opened with their sidecars, or refused in one plain line."""

import json
import os
import socket
from pathlib import Path

import pytest

from wherefrom.intake import Metadata, document_from_bytes, iso_date, open_document, opening
from wherefrom.model import Unreadable

TOLD = "The bridge fell.\n\nIt was old.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TOLD)
    return path


def refusal(path: Path, **known: str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        open_document(path, **known)
    assert "\n" not in str(caught.value)
    str(caught.value).encode("utf-8")
    return caught.value


def test_a_report_alone_has_no_metadata(report: Path) -> None:
    document = open_document(report)
    assert document.text == TOLD
    assert document.path == str(report)
    assert document.capture.raw == TOLD.encode()
    assert {document.title, document.publisher, document.author, document.url, document.published} == {None}
    assert document.language is None


def test_a_sidecar_gives_metadata_and_the_call_wins_over_it(report: Path) -> None:
    known = {"outlet": "Courier", "published": "2021-05", "title": "A title", "url": None, "author": " ", "more": [1]}
    report.with_suffix(".json").write_text(json.dumps(known))
    document = open_document(report)
    assert (document.publisher, document.published, document.title) == ("Courier", "2021-05", "A title")
    assert document.url is None
    assert document.author is None
    document = open_document(report, outlet="Another", published="2021-05-03 10:00")
    assert (document.publisher, document.published, document.title) == ("Another", "2021-05-03T10:00", "A title")


@pytest.mark.parametrize(
    ("held", "why"),
    [
        (b"{broken", "is a sidecar, but not valid JSON"),
        (b"[" * 100_000, "is a sidecar, but not valid JSON"),
        (b"[]", "is a sidecar, but not a JSON object"),
        (b'{"outlet": "\xff"}', "is not UTF-8, as a sidecar must be"),
        (b'{"outlet": 5}', '"outlet" is neither a string nor null'),
        (b'{"published": "3 May"}', "\"published\": '3 May' is not an ISO 8601 date such as 2021-05-03"),
    ],
)
def test_a_bad_sidecar_is_named(report: Path, held: bytes, why: str) -> None:
    sidecar = report.with_suffix(".json")
    sidecar.write_bytes(held)
    error = refusal(report)
    assert (error.path, error.why) == (str(sidecar), why)


def test_surrogates_in_a_sidecar_are_replaced(report: Path) -> None:
    report.with_suffix(".json").write_text('{"outlet": "A \\ud800 B", "title": "\\ud83d\\ude00"}')
    document = open_document(report)
    assert (document.publisher, document.title) == ("A \ufffd B", "\N{GRINNING FACE}")


def test_json_is_no_report(report: Path) -> None:
    assert "sidecar or JSON" in refusal(report.with_suffix(".json")).why


def test_a_date_that_is_none_is_refused(report: Path) -> None:
    assert "not an ISO 8601 date" in refusal(report, published="yesterday").why


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).why == "is a directory; name the files in it"
    assert refusal(tmp_path / "missing.txt").why == "no such file"
    assert refusal(tmp_path / "nul\0.txt").why == "no such file"
    assert refusal(tmp_path / ("long" * 100)).why == "cannot be read (file name too long)"
    (tmp_path / "link.txt").symlink_to(tmp_path / "missing.txt")
    assert refusal(tmp_path / "link.txt").why == "is a link to a file that is not there"
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "cannot be read" in refusal(tmp_path / "loop.txt").why


def test_a_pipe_a_socket_and_a_device_are_refused_without_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt").why == "is a pipe, not a file"
    monkeypatch.chdir(tmp_path)  # a socket's path may only be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        assert refusal(tmp_path / "socket.txt").why == "is a socket, not a file"
    assert refusal(Path("/dev/null")).why == "is a device, not a file"


def test_a_file_that_may_not_be_read_is_refused(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert refusal(report).why == "may not be read (permission denied)"


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(opening.MAX_BYTES + 1)
    monkeypatch.setattr(Path, "open", None)  # to read it would fail
    assert refusal(path).why.startswith("is larger than 20 MB")


def test_a_long_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_CHARACTERS", 10)
    with pytest.raises(Unreadable, match="million characters"):
        document_from_bytes(TOLD.encode(), "report.txt")


def test_a_name_that_is_no_utf_8_can_still_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(TOLD)
    assert open_document(path).path.endswith("caf\ufffd.txt")
    path.write_bytes(b"")
    assert refusal(path).why == "is empty"


def test_order_of_what_is_known() -> None:
    assert Metadata(outlet="A").or_else(Metadata(outlet="B", url="u")) == Metadata(outlet="A", url="u")


@pytest.mark.parametrize(
    "date",
    ["2021", "2021-05", "2021-05-03", "2021-05-03T10:00", "2021-05-03T10:00:05.25Z", "2021-05-03T10:00:05+05:30"],
)
def test_iso_dates_stay_as_they_are(date: str) -> None:
    assert iso_date(date) == date


@pytest.mark.parametrize(
    "date",
    [
        "",
        "3 May 2021",
        "2021-13",
        "2021-02-30",
        "20210503",
        "2021-05-03T25:00",
        "0000",
        "2021-05-03T10",
        "２０２１",
        "2021-W18",
    ],
)
def test_other_dates_are_refused(date: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        iso_date(date)
