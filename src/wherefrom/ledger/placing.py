"""Which documents tell one story, in a ledger: found anew over all of them while they are few; beyond that, each new one joins the nearest story.

Up to MANY documents a ledger's stories are those of its documents, whatever the order in which they came. Of more documents all kinships are too
many to be looked at with every addition: then what there is stays as it is, and a new document joins the story to whose nearest documents it
is most kin on average, as `comparing.sameness` would have it. That is a function of the history: a replay, state by state, gives the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest

from wherefrom.comparing.sameness import Profile, kinship, parts, profile
from wherefrom.comparing.sameness.many import COMMON, LOOKED_AT, NEAREST
from wherefrom.comparing.sameness.stories import KIN, LARGEST
from wherefrom.model import Document

from .codec import packed, unpacked
from .file import Ledger, Writer

MANY = 3_000
"""Documents whose kinships are all looked at with every addition, which takes about a second (`benchmarks.ledger`)."""

AT_ONCE = 1_000
"""New documents that are placed one by one; of more, as when a ledger is filled, the stories of all documents are found anew."""

Known = Sequence[tuple[str, int]]
"""Documents in the order of publication, with the number of their statements."""


def keep_profile(writer: Writer, name: str, document: Document) -> None:
    """Note what a document, of this id, is known by, so that others find it by that."""
    held = profile(document)
    writer.put("INSERT INTO profiles (document, size, state, body) VALUES (?, 0, '', ?)", (name, packed(held)))
    place = writer.ledger.one("SELECT place FROM profiles WHERE document = ?", (name,))
    writer.put_many("INSERT INTO names VALUES (?, ?, ?)", ((name, place, weight) for name, weight in held.items()))


def placed(writer: Writer, known: Known) -> list[list[str]]:
    """The documents of each story, in the order of publication, before people's merges and splits."""
    if len(known) <= MANY:
        return _anew(writer.ledger, known, MANY)
    held: dict[int, list[str]] = defaultdict(list)
    for number, name in writer.ledger.rows("SELECT number, document FROM grouped"):
        held[number].append(name)
    there = {name for names in held.values() for name in names}
    new = [name for name, _ in known if name not in there]
    if len(new) > AT_ONCE:
        # Where they have just become very many, they are still looked at as before, so that no story that was there falls apart.
        found = _anew(writer.ledger, known, MANY + AT_ONCE)
        writer.put("DELETE FROM grouped")
        rows = ((name, number) for number, names in enumerate(found) for name in names)
        writer.put_many("INSERT INTO grouped VALUES (?, ?)", rows)
        return found
    stories = _Stories(writer.ledger, [held[number] for number in range(len(held))], dict(known))
    for name in new:
        stories.place(name)
    writer.put_many("INSERT INTO grouped VALUES (?, ?)", ((name, stories.of[name]) for name in new))
    order = {name: place for place, (name, _) in enumerate(known)}
    return sorted((sorted(one, key=order.__getitem__) for one in stories.held), key=lambda one: order[one[0]])


def _anew(ledger: Ledger, known: Known, many: int) -> list[list[str]]:
    profiles = (unpacked(body, Profile) for (body,) in ledger.rows(_PROFILES))
    return [[known[place][0] for place in part] for part in parts(profiles, [size for _, size in known], many)]


_PROFILES = (
    "SELECT profiles.body FROM profiles JOIN documents ON id = document ORDER BY published IS NULL, published, id"
)


class _Stories:
    """The stories so far, to which documents are added one by one."""

    def __init__(self, ledger: Ledger, held: Iterable[Sequence[str]], sizes: dict[str, int]) -> None:
        self.ledger = ledger
        self.held = [list(names) for names in held]
        self.sizes = sizes
        self.of = {name: number for number, names in enumerate(self.held) for name in names}

    def place(self, name: str) -> None:
        """Add a document to the story that it is nearest to, if it is near enough to one; else it is a story of its own."""
        sums: dict[int, float] = defaultdict(float)
        for other, near in self._nearest(name):
            if other in self.of:
                sums[self.of[other]] += near
        means = {
            number: total / min(len(self.held[number]), NEAREST)
            for number, total in sums.items()
            if self._size(number) + self.sizes[name] <= LARGEST
        }
        best = max(means, key=lambda number: (means[number], -number), default=None)
        if best is None or means[best] < KIN:
            best = len(self.held)
            self.held.append([])
        self.held[best].append(name)
        self.of[name] = best

    def _size(self, number: int) -> int:
        return sum(self.sizes[name] for name in self.held[number])

    def _nearest(self, name: str) -> list[tuple[str, float]]:
        """The documents that are most kin to one, among those that share most with it of what few have."""
        own, place = self._profile("document = ?", name)
        total: dict[int, float] = defaultdict(float)
        for called, weight in own.items():
            found = list(
                self.ledger.rows(f"SELECT place, weight FROM names WHERE name = ? LIMIT {COMMON + 1}", (called,))
            )
            if len(found) <= COMMON:
                for other, theirs in found:
                    total[other] += weight * theirs
        total.pop(place, None)
        likely = nlargest(LOOKED_AT, total.items(), key=lambda it: (it[1], -it[0]))
        near = [(other, kinship(own, self._profile("place = ?", other)[0])) for other, _ in likely]
        nearest = nlargest(NEAREST, near, key=lambda it: (it[1], -it[0]))
        names = {
            other: self.ledger.one("SELECT document FROM profiles WHERE place = ?", (other,)) for other, _ in nearest
        }
        return [(str(names[other]), kin) for other, kin in nearest if kin > 0]

    def _profile(self, where: str, what: str | int) -> tuple[Profile, int]:
        body, place = next(self.ledger.rows(f"SELECT body, place FROM profiles WHERE {where}", (what,)))
        return unpacked(body, Profile), place
