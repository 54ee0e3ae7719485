"""From bytes to text: which encoding a file has, told by what it states and what it looks like, or not at all."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from .binary import binary_kind
from .guessing import guessed
from .refusal import Refused

_MARKS = (  # the longer first: the mark of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_TEXT_CONTROLS = b"\t\n\v\f\r\x1b\x85"
"""Control characters that texts have: white space, and the escape that switches alphabets in ISO-2022."""

_MAX_CONTROLS = 0.05
"""A greater share of control characters than this is no text; stray ones in a text stay far below."""

_MAX_BROKEN = 0.005
"""In a page that states its encoding, up to this share of bytes may break it, as browsers let them."""

_STATED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)

_AS_BROWSERS_READ = {  # https://encoding.spec.whatwg.org/#names-and-labels
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",  # what states this in single bytes is not UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte-order mark, and the encoding it was in, in Python's spelling."""

    text: str
    encoding: str


def decoded(raw: bytes, *, page: bool) -> Decoded:
    """The text in these bytes; `page` says that it is HTML, which may state its encoding itself.

    Raises:
        Refused: it is no text, or its encoding cannot be told.
    """
    kind = binary_kind(raw)
    if kind is not None:
        why = f"is {kind}" if ";" in kind else f"is {kind}, not text"
        raise Refused(why)
    found = _marked(raw) or _wide(raw)
    if found is not None:
        return found
    _must_be_text(raw)
    found = _strictly(raw, "utf-8") or (_as_stated(raw) if page else None) or _as_guessed(raw)
    if found is None:
        why = "its encoding cannot be told; save it as UTF-8"
        raise Refused(why)
    return found


def _strictly(raw: bytes, encoding: str) -> Decoded | None:
    """The text, if every byte is right in this encoding."""
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _marked(raw: bytes) -> Decoded | None:
    """The text behind a byte-order mark."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark) and (found := _strictly(raw[len(mark) :], encoding)) is not None:
            if _share_of_strange(found.text) > _MAX_CONTROLS:
                why = "is not text, though it begins with a byte-order mark"
                raise Refused(why)
            return found
    return None


def _wide(raw: bytes) -> Decoded | None:
    """The text in two or four bytes a character without a mark: the NUL bytes of its common characters stand in step."""
    if b"\0" not in raw:
        return None
    nuls = [raw[place::4].count(0) for place in range(4)]
    unit = len(raw) // 4
    for encoding, step in _wide_candidates(nuls, unit):
        found = _strictly(raw, encoding) if len(raw) % step == 0 else None
        if found is not None and "\0" not in found.text and _share_of_strange(found.text) <= _MAX_CONTROLS:
            return found
    return None


def _wide_candidates(nuls: list[int], unit: int) -> list[tuple[str, int]]:
    """Encodings that put NUL bytes where these are: how many there are at each place of four, of `unit` in all.

    A single NUL among single-byte characters is none of them: at least a third of the characters must have one. Texts
    without letters of Latin scripts have fewer in UTF-16; they need a byte-order mark.
    """
    if nuls[2] == nuls[3] == unit > 0 and nuls[1] * 3 >= unit > nuls[0]:
        return [("utf-32-le", 4)]
    if nuls[0] == nuls[1] == unit > 0 and nuls[2] * 3 >= unit > nuls[3]:
        return [("utf-32-be", 4)]
    even, odd = nuls[0] + nuls[2], nuls[1] + nuls[3]
    if not even and odd * 3 >= unit * 2:
        return [("utf-16-le", 2)]
    if not odd and even * 3 >= unit * 2:
        return [("utf-16-be", 2)]
    return []


def _share_of_strange(text: str) -> float:
    """The share of characters that no text has: controls, private use, code points that mean nothing."""
    strange = sum(
        unicodedata.category(char) in ("Cc", "Cn", "Co") and char not in "\t\n\v\f\r\x85\ufffe\uffff" for char in text
    )
    return strange / max(1, len(text))


def _must_be_text(raw: bytes) -> None:
    """Refuse what has NUL bytes or mostly control characters in single-byte text."""
    if b"\0" in raw:
        why = "is not text (it has NUL bytes)"
        raise Refused(why)
    controls = len(raw) - len(raw.translate(None, bytes(code for code in range(32) if code not in _TEXT_CONTROLS)))
    if controls > _MAX_CONTROLS * len(raw):
        why = "is not text (it has many control characters)"
        raise Refused(why)


def _as_stated(raw: bytes) -> Decoded | None:
    """The text in the encoding that the page states near its beginning, as browsers would read it."""
    stated = _STATED.search(raw[:4096])
    if stated is None:
        return None
    try:
        name = codecs.lookup(stated[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    encoding = _AS_BROWSERS_READ.get(name, name)
    try:
        text = raw.decode(encoding, "replace")
    except (LookupError, ValueError):  # a codec that is none of text, such as "hex"
        return None
    broken = text.count("\ufffd")
    return Decoded(text, encoding) if broken <= _MAX_BROKEN * len(raw) else None


def _as_guessed(raw: bytes) -> Decoded | None:
    """The text in the encoding that it looks like, if it clearly looks like one."""
    encoding = guessed(raw)
    return _strictly(raw, encoding) if encoding else None
