"""What is wrong with a call or an input, in one plain line on standard error."""

import os
import sys
from typing import TextIO

AT_FAULT = 2
"""The exit status where the call or an input is at fault."""


class Fault(Exception):
    """A fault that ends the command; its text is one line for a person."""


def harmless(words: str) -> str:
    """Words that cannot steer the terminal: marks that would are shown as what they are not."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)


def complain(line: str) -> None:
    """Print one line on standard error, whatever characters a file name brought into it."""
    if sys.stderr is None:
        return
    shown = harmless(line)
    encoding = sys.stderr.encoding or "utf-8"
    try:
        print(f"wherefrom: {shown}".encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        drop(sys.stderr)  # where even this cannot be written, the exit status still tells


def drop(stream: TextIO) -> None:
    """Send what a stream still holds nowhere, so that it cannot fail again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
