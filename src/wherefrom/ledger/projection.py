"""Stories and claims as they follow from the documents: kept with the entries from which and up to which each of them held.

A story is compared as a pure function of its documents' readings, so that what was found is kept by them: adding a document compares only the
stories that it changes, and the outcome is the same as if all had been added at once.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version

from wherefrom.comparing import Outlets, compare_story
from wherefrom.model import Findings, Reader

from .codec import digest, packed
from .content import all_effective, documents
from .file import Ledger, Writer
from .placing import placed
from .regrouping import Regroupings, joined_by, regroupings

UNREAD = Reader("none", "0")


@cache
def made_by() -> str:
    """What compares stories, as `stories` has it: another version of the program may find something else."""
    return version("wherefrom")


def project(writer: Writer, outlets: Outlets | None = None) -> None:
    """Bring the stories in line with the documents as they are now."""
    ledger = writer.ledger
    known = outlets if outlets is not None else Outlets.shipped()
    said = regroupings(ledger)
    now = dict(_stories(writer, said))
    before = {row[0] for row in ledger.rows("SELECT story FROM held WHERE until IS NULL")}
    kept = {row[0] for row in ledger.rows("SELECT key FROM stories")}
    for key, names in now.items():
        if key not in kept:
            read = _read(ledger, names)
            _keep(writer, key, names, compare_story((read, known), said.within(names).of(read)))
    seq = writer.last.seq
    writer.put_many(
        "UPDATE held SET until = ? WHERE story = ? AND until IS NULL",
        ((seq, key) for key in sorted(before - now.keys())),
    )
    writer.put_many("INSERT INTO held VALUES (?, ?, NULL)", ((key, seq) for key in now if key not in before))


def _stories(writer: Writer, said: Regroupings) -> Iterator[tuple[str, list[str]]]:
    """The documents of each story, after the key under which what is found in them is kept; claims that people merged make stories one."""
    ledger = writer.ledger
    order = "ORDER BY published IS NULL, published, id"
    known = list(ledger.rows(f"SELECT document, size, state FROM profiles JOIN documents ON id = document {order}"))
    spoken_of = said.documents()
    place = {name: number for number, (name, *_) in enumerate(known)}
    stories = placed(writer, [(name, size) for name, size, _ in known])
    found = [[place[name] for name in story] for story in stories]
    for part in joined_by(said, found, [name for name, *_ in known]):
        names = [known[place][0] for place in part]
        states = [f"{known[place][0]} {known[place][2]}" for place in part]
        told = [] if spoken_of.isdisjoint(names) else [said.within(names).key()]
        yield digest("\n".join([made_by(), *states, *told]).encode()), names


def _read(ledger: Ledger, names: Sequence[str], until: int | None = None) -> Findings:
    """What holds of these documents, uncompared."""
    held = list(documents(ledger, names))
    read = list(all_effective(ledger, [one.id for one in held], until))
    return Findings(
        UNREAD,
        tuple(held),
        appearances=tuple(one for found in read for one in sorted(found.appearances, key=lambda it: (it.spans, it.id))),
        parties=tuple(one for found in read for one in found.parties),
    )


def _keep(writer: Writer, key: str, names: Sequence[str], found: Findings) -> None:
    writer.put("INSERT INTO stories VALUES (?, ?, ?)", (key, made_by(), packed(found)))
    writer.put_many("INSERT INTO told VALUES (?, ?)", ((key, name) for name in names))
    _keep_sources(writer, key, found)
    of = {one.id: one.document for one in found.appearances}
    for claim in found.claims:
        sure = {of[one.id] for one in claim.appearances if one.bearing == "sure"}
        bounds = (claim.origins.at_least, claim.origins.at_most)
        writer.put("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)", (key, claim.id, claim.text, *bounds, len(sure)))
        writer.put("INSERT INTO search VALUES ('claim', ?, ?, ?)", (claim.id, key, claim.text))


def _keep_sources(writer: Writer, key: str, found: Findings) -> None:
    """Who stands in the chains of a story's statements, document by document: by the best name of those who have one, else in the text's words."""
    names = {party.id: party.name for party in found.parties if party.named}
    counted: Counter[tuple[str, str, bool, str]] = Counter()
    for one in found.appearances:
        for source in (link.source for link in one.chain if link.source is not None):
            called = [names[party] for party in source.parties if party in names] if source.named else []
            for name in called or [source.text]:
                counted[name, source.kind, source.named, one.document] += 1
    rows = ((key, *who, number) for who, number in counted.items())
    writer.put_many("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?)", rows)
