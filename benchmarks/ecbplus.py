"""Reading ECB+ (Cybulska and Vossen 2014): news of 43 topics, each with two happenings of one kind, and its event mentions.

A mention is a marked action (ACTION_… or NEG_ACTION_…) in a sentence that `ECBplus_coreference_sentences.csv` lists: only
there was coreference checked. Its cluster is its instance across documents, else the chain that it is linked in within its
document, else itself alone.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ACTIONS = ("ACTION", "NEG_ACTION")


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that mention an event: in which of the document's sentences they stand, and what shares its cluster is one event."""

    sentence: int
    words: tuple[str, ...]
    cluster: str


@dataclass(frozen=True, slots=True)
class EcbDocument:
    """A document of a topic, with its sentences by number and its mentions in the order of its text.

    `happening` is which of the topic's two it tells of: "ecb", as the older corpus had it, or "ecbplus".
    """

    name: str
    topic: int
    happening: str
    sentences: Mapping[int, str]
    mentions: tuple[EventMention, ...]

    @property
    def text(self) -> str:
        """The sentences, each a paragraph."""
        return "\n\n".join(self.sentences.values())


_Token = tuple[int, int, str]
"""Its place in the document, its sentence, itself."""


def documents(folder: Path, topics: Sequence[int]) -> Iterator[EcbDocument]:
    """The documents of these topics, by topic and name; topics that are not there are passed over.

    Raises:
        OSError: the list of checked sentences cannot be read.
    """
    checked = _checked(folder / "ECBplus_coreference_sentences.csv")
    for topic in topics:
        for path in sorted((folder / "ECB+" / str(topic)).glob("*.xml")):
            yield _read(path, topic, checked.get(path.stem, frozenset()))


def _checked(path: Path) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            found[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _read(path: Path, topic: int, checked: frozenset[int]) -> EcbDocument:
    root = ET.parse(path).getroot()  # noqa: S314  a corpus that the caller chose
    tokens: dict[str, _Token] = {
        token.get("t_id", ""): (place, int(token.get("sentence", "0")), (token.text or "").strip())
        for place, token in enumerate(root.iter("token"))
    }
    happening = "ecbplus" if path.stem.endswith("plus") else "ecb"
    words: dict[int, list[str]] = defaultdict(list)
    for _, sentence, word in tokens.values():
        if happening == "ecb" or sentence > 0:  # the later documents' first sentence is their address, cut into words
            words[sentence].append(word)
    clusters = _clusters(root, path.stem)
    marked = sorted((_anchors(one, tokens), one.get("m_id", "")) for one in root.findall("Markables/*") if _acts(one))
    return EcbDocument(
        path.stem,
        topic,
        happening,
        {number: spaced(held) for number, held in sorted(words.items()) if any(held)},
        tuple(
            EventMention(at[0][1], tuple(word for _, _, word in at), clusters.get(name, f"{path.stem}/{name}"))
            for at, name in marked
            if at and at[0][1] in checked and at[0][1] in words
        ),
    )


def _acts(markable: ET.Element) -> bool:
    return markable.tag.startswith(ACTIONS)


def _anchors(markable: ET.Element, tokens: Mapping[str, _Token]) -> tuple[_Token, ...]:
    """The words of a mention; what only names an instance has none."""
    return tuple(sorted(tokens[anchor.get("t_id", "")] for anchor in markable.iter("token_anchor")))


def _clusters(root: ET.Element, document: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for relation in root.findall("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF"
        name = relation.get("note", "") if across else f"{document}/chain {relation.get('r_id')}"
        found.update({source.get("m_id", ""): name for source in relation.iter("source")})
    return found


_TIGHT_BEFORE = re.compile(r" (?=[.,;:!?%)”’]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)")
_TIGHT_AFTER = re.compile(r"(?<=[(“$‘]) ")


def spaced(words: Sequence[str]) -> str:
    """Words of a treebank put together as they are printed: no space before a comma, quotation marks that open and close."""
    plain = " ".join(word for word in words if word).replace("``", "“").replace("''", "”")
    return _TIGHT_AFTER.sub("", _TIGHT_BEFORE.sub("", plain)).replace(" - ", "-")
