"""How the parts of this room say that an input cannot be read, before anybody knows its path."""


class Refused(Exception):
    """An input that cannot be read, and why; `opening` adds the path and makes it `Unreadable`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
