"""Words on their way to a terminal: on one line, unable to steer it, no longer than can be taken in."""

from rich.text import Text

from .wording import one_line


def plain(words: str, style: str = "") -> Text:
    """Words as a text that folds where it must."""
    return Text(one_line(words), style=style, overflow="fold")


def short(words: str, most: int) -> str:
    """The words up to a length, cut between two of them."""
    line = one_line(words)
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0] or line[:most]} …"
