"""Pages that commands write: whole or not at all, and never over anything that is no earlier page."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from .faults import Fault

_HEAD = 4_096
"""Bytes of a file in which a page of ours says that it is one."""


def write_page(page: str, path: Path, read: Collection[Path] = ()) -> None:
    """Write a page to a file; raises Fault where it cannot be written, is one of the files that were `read`, or is something else than a page of ours."""
    if any(_same(path, one) for one in read) or not _may_go(path):
        raise Fault(f"{path}: is there already, and no page of Wherefrom; name another file")
    part = path.parent / f".{path.name}.part"
    try:
        if path.exists() and not path.is_file():
            path.write_text(page, encoding="utf-8")  # a device or a pipe takes it as it comes
        else:
            part.write_text(page, encoding="utf-8")
            part.replace(path)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            part.unlink(missing_ok=True)
        raise Fault(f"{path}: cannot be written ({getattr(error, 'strerror', None) or error})") from error


def _may_go(path: Path) -> bool:
    """Whether nothing is lost with what stands there: nothing does, or it is empty, a device, or a page of ours."""
    try:
        if not path.is_file():
            return True
        with path.open("rb") as file:
            head = file.read(_HEAD).lower()
    except (OSError, ValueError):
        return True  # it cannot be written either, and that says why
    return not head.strip() or (b"<!doctype html" in head and b"wherefrom" in head)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
