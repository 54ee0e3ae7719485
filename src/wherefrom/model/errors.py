"""What can go wrong, as values that say it in one plain line.

WherefromError
├── Unreadable    an input that cannot be read
├── UnfitReader   a reader that is not there, cannot be loaded, or returns what breaks the laws
├── Stopped       the work was cut off from outside
└── Busy          a ledger that somebody else is writing to
"""


class WherefromError(Exception):
    """The base of all errors that Wherefrom raises on purpose; its text is one line, fit to be shown to a person."""


class Unreadable(WherefromError):
    """An input that cannot be read: `path` as it was given, `why` in one plain line."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class UnfitReader(WherefromError):
    """A reader that cannot be used: `reader` as it was asked for, `why` in one plain line."""

    def __init__(self, reader: str, why: str) -> None:
        super().__init__(reader, why)
        self.reader = reader
        self.why = why

    def __str__(self) -> str:
        return f"reader {self.reader}: {self.why}"


class Stopped(WherefromError):
    """The work was cut off from outside, for instance by a system that has no more memory."""


class Busy(WherefromError):
    """A ledger that somebody else is writing to: nothing was changed, and the same call may go through later."""
