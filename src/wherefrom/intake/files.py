"""From a path to bytes, without ever hanging, and without filling the memory."""

import os
import stat
from pathlib import Path

from .refusal import Refused

_OTHER_KINDS = (
    (stat.S_ISDIR, "is a directory; name the files in it"),
    (stat.S_ISFIFO, "is a pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def contents(path: Path, limit: int) -> bytes:
    """The bytes of a regular file that has at most `limit` of them.

    What is not a regular file is refused before it is opened: opening a pipe waits for somebody to write to it.

    Raises:
        Refused: it is no such file, or may not be read.
    """
    try:
        status = path.stat()
        _must_be_regular(status.st_mode)
        _must_fit(status.st_size, limit)
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise Refused(_told(path, error)) from None
    except ValueError:  # a NUL in the name, which no file has
        why = "no such file"
        raise Refused(why) from None
    _must_fit(len(raw), limit)  # some files, as in /proc, have more in them than their size says
    return raw


def _must_be_regular(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    raise Refused(next((why for is_kind, why in _OTHER_KINDS if is_kind(mode)), "is not a regular file"))


def _must_fit(size: int, limit: int) -> None:
    if size > limit:
        why = f"is larger than {limit // 1_000_000} MB; no report is, so split it or name its text"
        raise Refused(why)


def _told(path: Path, error: OSError) -> str:
    """What the system says, in plain words."""
    if isinstance(error, FileNotFoundError):
        return "is a link to a file that is not there" if path.is_symlink() else "no such file"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    reason = os.strerror(error.errno) if error.errno else str(error)
    return f"cannot be read ({reason.lower()})"
