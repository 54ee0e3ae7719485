"""What a ledger held on a day."""

from wherefrom.comparing import Outlets, together
from wherefrom.model import Findings
from wherefrom.model.entry import Read

from .codec import unpacked
from .content import documents
from .file import Ledger
from .projection import UNREAD
from .schema import HELD


def findings(ledger: Ledger, as_of: str | None = None, outlets: Outlets | None = None) -> Findings:
    """What was found in all documents that the ledger had at a moment, now if none is given, as it was found then."""
    seq = ledger.seq_at(as_of)
    held = f"SELECT story FROM held WHERE {HELD}"
    names = ledger.rows(
        f"SELECT DISTINCT id FROM told JOIN documents ON id = document WHERE story IN ({held}) ORDER BY published IS NULL, published, id",
        (seq, seq),
    )
    stories = [
        unpacked(body, Findings)
        for (body,) in ledger.rows(f"SELECT body FROM stories WHERE key IN ({held}) ORDER BY key", (seq, seq))
    ]
    last = ledger.one("SELECT max(seq) FROM entries WHERE kind = 'read' AND seq <= ?", (seq,))
    said = (entry.said for entry in ledger.entries_at(last)) if last is not None else ()
    reader = next((one.reader for one in said if isinstance(one, Read)), UNREAD)
    whole = Findings(reader, tuple(documents(ledger, [name for (name,) in names])))
    return together(whole, stories, outlets if outlets is not None else Outlets.shipped())
