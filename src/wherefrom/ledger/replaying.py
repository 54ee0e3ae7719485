"""A ledger written anew from its own history: what follows from the entries must come out the same."""

from collections.abc import Iterable

from wherefrom.comparing import Outlets
from wherefrom.model import Document
from wherefrom.model.entry import Added, Corrected, Read, Regrouped

from .codec import unpacked
from .content import note_state
from .file import Ledger, Writer
from .history import Head
from .placing import keep_profile
from .projection import project


def replay(
    ledger: Ledger, into: Ledger, until: int | None = None, outlets: Outlets | None = None, *, each: bool = False
) -> None:
    """Write a ledger's entries up to one of them, and what they refer to, into an empty ledger, and make the rest of them.

    The entries stay what they are, hash for hash; what was kept of stories and claims is not copied but found anew: for the last
    state alone, or with `each` for every state that the ledger ever had.
    """
    last = ledger.head().seq if until is None else until
    with into.writing("replay") as writer:
        touched: dict[str, None] = {}
        at, due = "", False
        for entry in ledger.entries(until=last):
            if each and due and entry.at != at:  # the entries of one block of writing have one time
                _derive(writer, touched, outlets)
                touched, due = {}, False
            at = entry.at
            row = (entry.seq, entry.at, entry.by, entry.kind, entry.body, entry.previous, entry.hash)
            writer.put("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            writer.last = Head(writer.last.ledger, entry.seq, entry.hash)
            if isinstance(entry.said, Added):
                _copy_document(ledger, writer, entry.said.document, entry.seq)
            elif isinstance(entry.said, Read):
                reading = "SELECT document, seq, body FROM readings WHERE document = ? AND seq = ?"
                for found in ledger.rows(reading, (entry.said.document, entry.seq)):
                    writer.put("INSERT INTO readings VALUES (?, ?, ?)", found)
            if isinstance(entry.said, Read | Corrected):
                touched[entry.said.document] = None
            due = due or isinstance(entry.said, Read | Corrected | Regrouped)
        if last:
            _derive(writer, touched, outlets)


def _derive(writer: Writer, touched: Iterable[str], outlets: Outlets | None) -> None:
    note_state(writer, *touched)
    project(writer, outlets)


def _copy_document(ledger: Ledger, writer: Writer, document: str, seq: int) -> None:
    """Of a document that two joined ledgers had there are two such entries, and the text is kept with the first."""
    captures = "SELECT captures.sha256, raw FROM captures JOIN documents USING (sha256) WHERE id = ?"
    for found in ledger.rows(captures, (document,)):
        writer.put("INSERT OR IGNORE INTO captures VALUES (?, ?)", found)
    for found in ledger.rows(
        "SELECT id, seq, sha256, published, publisher, body FROM documents WHERE id = ? AND seq = ?", (document, seq)
    ):
        writer.put("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", found)
        held = unpacked(found[-1], Document)
        keep_profile(writer, document, held)
        text = "\n".join(part for part in (held.title, held.text) if part)
        writer.put("INSERT INTO search VALUES ('document', ?, NULL, ?)", (document, text))
