"""The sidecar NAME.json beside NAME.txt: what a person knows about a report, kept beside it."""

import json
from pathlib import Path

from wherefrom.model import Unreadable

from .dates import iso_date
from .files import contents
from .metadata import Metadata, one_line
from .refusal import Refused

MAX_SIDECAR_BYTES = 1_000_000
"""A sidecar holds five short strings; what is larger is some other file that happens to have its name."""

_KEYS = ("outlet", "published", "title", "url", "author")


def sidecar_of(path: Path) -> Metadata | None:
    """What the sidecar of this report says, None without a sidecar; keys that are not ours are passed over.

    Raises:
        Unreadable: there is one, but it cannot be read; it is the sidecar that is named.
    """
    sidecar = sidecar_path(path)
    if not sidecar.exists() and not sidecar.is_symlink():
        return None
    try:
        return _parsed(contents(sidecar, MAX_SIDECAR_BYTES))
    except Refused as refused:
        raise Unreadable(writable_path(sidecar), refused.why) from None


def sidecar_path(path: Path) -> Path:
    """Where the sidecar of a report is, if there is one; a path without a name is its own."""
    return path.with_suffix(".json") if path.name else path


def writable_path(path: Path) -> str:
    """The path as text that can be written as UTF-8, whatever bytes the file's name has."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _parsed(raw: bytes) -> Metadata:
    """The metadata in these bytes."""
    try:
        held = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        why = "is not UTF-8, as a sidecar must be"
        raise Refused(why) from None
    except (ValueError, RecursionError):
        why = "is a sidecar, but not valid JSON"
        raise Refused(why) from None
    if not isinstance(held, dict):
        why = "is a sidecar, but not a JSON object"
        raise Refused(why)
    known = {key: _string(key, held.get(key)) for key in _KEYS}
    if known["published"] is not None:
        known["published"] = _date(known["published"])
    return Metadata(**known)


def _string(key: str, value: object) -> str | None:
    """The value, when it is a string or null."""
    if value is not None and not isinstance(value, str):
        why = f'"{key}" is neither a string nor null'
        raise Refused(why)
    return one_line(value)


def _date(value: str) -> str:
    """The value, when it is a date."""
    try:
        return iso_date(value)
    except ValueError as error:
        why = f'"published": {error}'
        raise Refused(why) from None
