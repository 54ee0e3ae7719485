"""Which of the encodings in use a text is in, when nothing states it and it is no Unicode."""

import re
import unicodedata
from collections.abc import Iterable

_IN_USE = (
    "cp1252", "cp1250", "iso8859_2", "cp1251", "koi8_r", "iso8859_5", "cp1253", "iso8859_7", "cp1254", "cp1255",
    "cp1256", "cp1257", "cp1258", "cp874", "gb18030", "big5", "cp932", "euc_jp", "iso2022_jp", "cp949",
)  # fmt: skip
"""What the web's Encoding Standard knows, less what no press has used for decades. Rare ones would only be mistaken."""

_MAX_CHAOS = 0.1
"""charset-normalizer's measure of disorder: right readings of prose stay below, most wrong ones do not."""

_PRIOR = 0.1
"""By how much another encoding of Latin letters must look better than Windows-1252, the usual one by far."""

_SAMPLE = 200_000
"""So many bytes tell an encoding as well as all of a long file do."""

_IN_WORD = re.compile(r"(?<=[^\W\d_])(?=[\x80-\u2bff])[^\w\s'’‘\-­·.,:/&@()\[\]\"“”«»*+|](?=[^\W\d_])")
"""A sign inside a word, where no language has one: "w³aœciciel" was read in the wrong encoding. Chinese and Japanese
marks do stand between letters without a space."""

_MAX_SIGNS_IN_WORDS = 0.03
"""Of all characters beyond ASCII, at most this share may be such signs."""


def guessed(raw: bytes) -> str | None:
    """The encoding that these bytes clearly look like; None if several fit about as well, or none does."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, and most files are UTF-8

    raw = _sample(raw)
    found = from_bytes(raw, cp_isolation=list(_IN_USE), enable_fallback=False)
    fits = [
        (match.coherence - match.chaos, name, raw.decode(name))
        for match in found
        if match.chaos <= _MAX_CHAOS
        for name in _names(match.could_be_from_charset)
        if _decodes(raw, name)
    ]
    likely = [(score, name, text) for score, name, text in fits if _is_plausible(text)]
    if not likely:
        return None
    best = max(score for score, _, _ in likely)
    usual = [name for score, name, _ in likely if name == "cp1252" and score >= best - _PRIOR]
    if usual:
        return usual[0]
    winners = [(name, text) for score, name, text in likely if score >= best - 1e-9]
    return winners[0][0] if len({text for _, text in winners}) == 1 else None


def _sample(raw: bytes) -> bytes:
    """The beginning of a long text, up to a line end: a cut elsewhere may part the bytes of one character."""
    end = raw.rfind(b"\n", 0, _SAMPLE) if len(raw) > _SAMPLE else -1
    return raw[:end] if end > 0 else raw


def _names(could_be: Iterable[str]) -> list[str]:
    """The encodings in use among those that give the same text, the commonest first."""
    given = set(could_be)
    return [name for name in _IN_USE if name in given]


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_plausible(text: str) -> bool:
    """Whether what is beyond ASCII stands where writing has it."""
    beyond = [char for char in text if char > "\x7f"]
    signs = len(_IN_WORD.findall(text))
    controls = sum(1 for char in beyond if unicodedata.category(char) in ("Cc", "Cn", "Co") and char != "\x85")
    return signs + controls <= _MAX_SIGNS_IN_WORDS * len(beyond)
