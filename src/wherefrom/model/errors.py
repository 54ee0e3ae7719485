"""What can go wrong, as values that say it in one plain line.

WherefromError
└── Unreadable    an input that cannot be read
"""


class WherefromError(Exception):
    """The base of all errors that Wherefrom raises on purpose; its text is one line, fit to be shown to a person."""


class Unreadable(WherefromError):
    """An input that cannot be read: `path` as it was given, `why` in one plain line."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why
