"""What tells whether a ledger is whole."""

from collections.abc import Iterable

from wherefrom.ledger.history import Head
from wherefrom.ledger.proving import faults as _faults

from .opening import LedgerFile, opened

__all__ = ["Head", "head", "verify"]


def head(ledger: LedgerFile) -> Head:
    """The state of a ledger's history now, as `Head.line()` a line to be kept elsewhere: on paper, with a colleague, in a message.

    A history that was cut at its end or written anew as a whole is sound in itself. Only a head that whoever did it could not change
    shows it.

    Raises:
        Unreadable: the ledger cannot be used.
    """
    with opened(ledger) as kept:
        return kept.head()


def verify(
    ledger: LedgerFile, head: str | Head | Iterable[str | Head] | None = None, *, rebuild: bool = False
) -> tuple[str, ...]:
    """What is wrong with a ledger, a plain line for each fault; empty where it is whole.

    Looked at are the pages of the file; the history, whose entries hash each other; the bytes of every document as they came, its text and
    every reading of it, which the history has the hashes of; and every quotation, which must be the slice of the text that it points to.
    `head` is a line that `head` gave earlier, or several: the history must go through each of them. With `rebuild` what is kept of stories
    and claims is made anew from the history and compared, which takes as long as adding all of it did.

    Raises:
        Unreadable: the file is no ledger that can be opened, or a head is no such line.
        Busy: somebody else has locked the file.
    """
    given = () if head is None else (head,) if isinstance(head, str | Head) else tuple(head)
    heads = tuple(one if isinstance(one, Head) else Head.of_line(one) for one in given)
    with opened(ledger) as kept:
        return _faults(kept, *heads, rebuild=rebuild)
