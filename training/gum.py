"""Reading GUM's CoNLL-U files: the text put together again, with its mentions of people, bodies, places and things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Span = tuple[int, int]

Split = Literal["train", "dev", "test"]

DEV = frozenset(
    """academic_exposure academic_librarians bio_byron bio_emperor court_loan court_negligence interview_cyclone
    interview_gaming news_homeopathic news_iodine speech_impeachment speech_inauguration textbook_governments
    textbook_labor voyage_athens voyage_coron""".split()
)
TEST = frozenset(
    """academic_discrimination academic_eegimaa bio_dvorak bio_jespersen court_insanity court_mitigation interview_hill
    interview_libertarian news_nasa news_sensitive speech_austria speech_newzealand textbook_chemistry textbook_union
    voyage_oakland voyage_vavau""".split()
)
"""The corpus' own splits (splits.md of github.com/amir-zeldes/gum), as far as the genres at hand go."""


@dataclass(frozen=True, slots=True)
class GumToken:
    """A syntactic word: where it stands, its universal and its Penn part of speech, and its lemma.

    `governor` is the place, among the document's tokens, of the word that this one depends on by `relation`; None for
    the root of a sentence.
    """

    span: Span
    upos: str
    xpos: str
    lemma: str
    governor: int | None
    relation: str


@dataclass(frozen=True, slots=True)
class GumMention:
    """A noun phrase or pronoun that means something: its span, that of its head, and what it means.

    `kind` is the corpus' own (person, organization, place, event, object, abstract, time, substance, animal, plant);
    `cluster` is shared by mentions of one thing in the document. `name` is the run of proper nouns around the head, None
    where the head is no proper noun.
    """

    span: Span
    head: Span
    kind: str
    cluster: str
    name: Span | None
    pronoun: bool


@dataclass(frozen=True, slots=True)
class GumDocument:
    """A document with its words, sentences and mentions; offsets are code points in `text`, paragraphs are lines."""

    name: str
    genre: str
    split: Split
    text: str
    sentences: tuple[tuple[GumToken, ...], ...]
    mentions: tuple[GumMention, ...]


def documents(folder: Path, split: Split | None = None, genre: str | None = None) -> Iterator[GumDocument]:
    """The documents in `folder/dep`, by name; of one split or genre if asked."""
    for path in sorted((folder / "dep").glob("GUM_*.conllu")):
        name = path.stem.removeprefix("GUM_")
        if split in {None, _split_of(name)} and genre in {None, _genre_of(name)}:
            yield _read(path, name)


def _split_of(name: str) -> Split:
    return "dev" if name in DEV else "test" if name in TEST else "train"


def _genre_of(name: str) -> str:
    return name.partition("_")[0]


def _read(path: Path, name: str) -> GumDocument:
    text = ""
    sentences: list[list[GumToken]] = []
    brackets: list[tuple[int, str]] = []  # the Entity field of every token that has one
    tokens: list[GumToken] = []
    joined_to, space_after_joined = 0, True
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            text = text.rstrip() + "\n" if text else ""
        elif line.startswith("# sent_id"):
            sentences.append([])
        columns = line.split("\t")
        if len(columns) < 10 or "." in columns[0]:
            continue
        number, form, lemma, upos, xpos, _, governor, relation, _, misc = columns
        spaced = "SpaceAfter=No" not in misc
        if "-" in number:
            joined_to, space_after_joined = int(number.split("-")[1]), spaced
            continue
        first = len(tokens) - len(sentences[-1])
        above = first + int(governor) - 1 if governor != "0" else None
        token = GumToken((len(text), len(text) + len(form)), upos, xpos, lemma, above, relation)
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        if entity is not None:
            brackets.append((len(tokens), entity[1]))
        tokens.append(token)
        sentences[-1].append(token)
        inside = int(number) < joined_to
        space = not inside and (space_after_joined if int(number) == joined_to else spaced)
        joined_to = joined_to if inside else 0
        text += form + (" " if space else "")
    return GumDocument(
        name,
        _genre_of(name),
        _split_of(name),
        text.rstrip(),
        tuple(tuple(sentence) for sentence in sentences),
        tuple(sorted(_mentions(tokens, brackets), key=lambda mention: mention.span)),
    )


def _mentions(tokens: list[GumToken], brackets: list[tuple[int, str]]) -> Iterator[GumMention]:
    """The mentions whose brackets open and close at these tokens: `(7-person-…-1,2-coref` and `7)`, or both in one."""
    open_ones: dict[str, list[tuple[int, list[str]]]] = {}
    for place, field in brackets:
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", field):
            columns = part.strip("()").split("-")
            group = columns[0]
            if part.startswith("("):
                open_ones.setdefault(group, []).append((place, columns))
            if part.endswith(")"):
                first, about = open_ones[group].pop()
                yield _mention(tokens, first, place, about)


def _mention(tokens: list[GumToken], first: int, last: int, columns: list[str]) -> GumMention:
    # Fields: group, kind, information status, salience, centering, minimal span, link, identity.
    least = next((field for field in columns[4:] if re.fullmatch(r"\d+(?:,\d+)*", field)), "1")
    head = min(first + int(least.split(",")[0]) - 1, last)
    return GumMention(
        (tokens[first].span[0], tokens[last].span[1]),
        tokens[head].span,
        columns[1],
        columns[0],
        _name(tokens, head, first, last),
        tokens[head].upos == "PRON",
    )


_JOINS_NAMES = frozenset({"of", "the", "for", "and", "&", "de", "van", "von", "la", "el", "al", "-", "."})


def _name(tokens: list[GumToken], head: int, first: int, last: int) -> Span | None:
    """The run of proper nouns around the head, with "of the" and the like between them, inside the mention."""
    if tokens[head].upos != "PROPN":
        return None

    def reach(step: int, bound: int) -> int:
        best = place = head
        while place != bound and abs(place - best) < 3:
            place += step
            if tokens[place].upos == "PROPN":
                best = place
            elif tokens[place].lemma.lower() not in _JOINS_NAMES:
                break
        return best

    return tokens[reach(-1, first)].span[0], tokens[reach(1, last)].span[1]
