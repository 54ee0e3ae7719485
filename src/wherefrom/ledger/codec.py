"""Values to what is kept and back: JSON, the longer ones compressed."""

import zlib
from hashlib import sha256
from types import UnionType
from typing import TypeVar, get_args

import msgspec

from wherefrom.model import Unreadable
from wherefrom.model.entry import Said

T = TypeVar("T")

KINDS: dict[str, type] = {one.__name__.lower(): one for one in get_args(Said)}
"""What entries can say, by the name that the table has for it."""


def kind_of(said: Said) -> str:
    """The name of what an entry says."""
    return type(said).__name__.lower()


def written(value: object) -> str:
    """A value as JSON: the same value always gives the same characters."""
    return msgspec.json.encode(value, order="deterministic").decode()


def said_in(kind: str, body: str) -> Said:
    """What an entry says; raises Unreadable where this program does not know it."""
    known = KINDS.get(kind)
    if known is None:
        raise Unreadable("the ledger", f"has an entry of a kind that this version does not know: {kind}")
    return read_in(body.encode(), known)


def packed(value: object) -> bytes:
    """A value as it is kept where it is long."""
    return zlib.compress(msgspec.json.encode(value, order="deterministic"), 6)


def unpacked(body: bytes, of: type[T] | UnionType) -> T:
    """What was packed; raises Unreadable where that is broken."""
    try:
        return read_in(zlib.decompress(body), of)
    except zlib.error as error:
        raise Unreadable("the ledger", f"a part of it is broken ({error})") from error


def read_in(told: bytes, of: type[T] | UnionType) -> T:
    """The value that JSON tells; raises Unreadable where it is none of that type."""
    try:
        found: T = msgspec.json.decode(told, type=of)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Unreadable("the ledger", f"a part of it is broken ({error})") from error
    return found


def digest(body: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(body).hexdigest()
