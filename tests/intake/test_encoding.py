"""Texts are read in the encoding they are in, or refused."""

import pytest

from wherefrom.intake import document_from_bytes
from wherefrom.model import Unreadable

PROSE = {
    "cp1252": "The minister said the café on Rue de l’Étoile had been searched – “nothing was found,” she told reporters.",
    "latin-1": "El ministro dijo que la investigación continuará mañana. Según los vecinos, el señor Ibáñez no regresó.",
    "gb18030": "记者周二从有关部门获悉，该市港口的货物吞吐量今年上半年同比增长百分之十二。一位不愿透露姓名的官员说，具体数字将在下月公布。",
    "big5": "記者週二從有關部門獲悉，該市港口的貨物吞吐量今年上半年同比增長百分之十二。一位不願透露姓名的官員說，具體數字將在下月公布。",
    "shift_jis": "政府は火曜日、港の貨物取扱量が今年上半期に十二パーセント増加したと発表した。匿名を希望した当局者は、詳しい数字は来月公表されると述べた。",
    "euc_jp": "政府は火曜日、港の貨物取扱量が今年上半期に十二パーセント増加したと発表した。匿名を希望した当局者は、詳しい数字は来月公表されると述べた。",
    "euc_kr": "정부는 화요일 항구의 화물 처리량이 올해 상반기에 십이 퍼센트 증가했다고 발표했다. 당국자는 자세한 수치가 다음 달 공개될 것이라고 말했다.",
    "cp1251": "Министр заявил во вторник, что расследование продолжается. По словам очевидцев, владелец порта покинул город ночью.",
    "koi8-r": "Министр заявил во вторник, что расследование продолжается. По словам очевидцев, владелец порта покинул город ночью.",
    "iso8859-2": "Minister powiedział, że śledztwo będzie kontynuowane. Według świadków właściciel portu opuścił miasto w nocy.",
    "cp1250": "Minister powiedział, że „śledztwo” będzie kontynuowane. Według świadków właściciel portu opuścił miasto w nocy.",
}


def text_of(raw: bytes, path: str = "report.txt") -> str:
    return document_from_bytes(raw, path).text


def why(raw: bytes, path: str = "report.txt") -> str:
    with pytest.raises(Unreadable) as caught:
        document_from_bytes(raw, path)
    assert "\n" not in caught.value.why
    return caught.value.why


@pytest.mark.parametrize("encoding", PROSE)
def test_prose_in_older_encodings_is_read_right(encoding: str) -> None:
    assert text_of(PROSE[encoding].encode(encoding)) == PROSE[encoding]


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le"), ("utf-16-be", "utf-16-be")],
)
def test_a_byte_order_mark_is_dropped_and_the_bytes_are_kept(codec: str, name: str) -> None:
    mark = "\ufeff" if codec == "utf-16-be" else ""
    raw = (mark + "The bridge fell – says Müller.").encode(codec)
    document = document_from_bytes(raw, "report.txt")
    assert document.text == "The bridge fell – says Müller."
    assert document.capture.raw == raw
    assert document.capture.encoding == name


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_known_by_its_nul_bytes(codec: str) -> None:
    assert text_of("The bridge fell – says Müller.".encode(codec)) == "The bridge fell – says Müller."


def test_a_page_is_read_in_the_encoding_it_states() -> None:
    told = "Министр заявил во вторник, что расследование продолжается, и порт закрыт до осени."
    raw = f'<html><head><meta charset="koi8-r"></head><body><article><p>{told}</p><p>{told} Да.</p></article></body></html>'
    document = document_from_bytes(raw.encode("koi8-r"), "page.html")
    assert told in document.text
    assert document.capture.encoding == "koi8-r"


def test_a_page_with_a_stray_byte_is_read_as_browsers_do() -> None:
    told = "<p>The bridge of Karvo fell on Monday at noon, officials said, and the café beside it was shut.</p>" * 9
    raw = (
        f'<html><head><meta charset="utf-8"></head><body><article>{told}</article></body></html>'.encode()
        + b"<i>\xff</i>"
    )
    assert "café" in document_from_bytes(raw, "page.html").text


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"PK\x03\x04\x14\0\x06\0", "zip"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"{\\rtf1\\ansi The bridge fell.}", "RTF"),
        (b"RIFF\x24\x10\0\0WEBPVP8 ", "WebP"),
    ],
)
def test_binary_files_are_refused_by_name(raw: bytes, told: str) -> None:
    assert told in why(raw)


def test_nul_bytes_and_control_characters_are_no_text() -> None:
    assert why(b"The bridge\0fell at noon") == "is not text (it has NUL bytes)"
    assert why(bytes(range(1, 32)) * 4) == "is not text (it has many control characters)"


def test_what_cannot_be_told_is_refused_with_advice() -> None:
    raw = bytes((place * 89 + place * place * 31) % 95 + 161 for place in range(400))
    assert why(raw) == "its encoding cannot be told; save it as UTF-8"


def test_nothing_is_no_report() -> None:
    assert why(b"") == "is empty"
    assert why(b" \n\t ") == "holds nothing but white space"
    assert why(" \n".encode("utf-16")) == "holds nothing but white space"
