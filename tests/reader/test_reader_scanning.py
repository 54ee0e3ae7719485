"""From hand-made scores to everything that one pass finds: names, mentions, predicates, attributions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wherefrom.model import Span
from wherefrom.reader import scanning
from wherefrom.reader.encoder import Said, Scored, Scores
from wherefrom.reader.places import Stretches
from wherefrom.reader.scanning import Scan, scan
from wherefrom.reader.tags import HEADS, NAMES, ROLES, begins, spanning
from wherefrom.reader.windows import Sentence, Window, windows
from wherefrom.reader.wordpiece import shipped

SURE = 9.0
WIDTH = 4


@dataclass
class Labels:
    """What an invented encoder finds in a text, by words; of words that come twice, the first is meant."""

    text: str
    names: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    facts: dict[str, float] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)
    points_back: dict[str, str] = field(default_factory=dict)
    outer: list[tuple[str, str, str]] = field(default_factory=list)
    inner: list[tuple[str, str, str]] = field(default_factory=list)

    def __call__(self, window: Window) -> Scored:
        size = len(window.ids)
        names, heads = self._outside(size, len(spanning(NAMES))), self._outside(size, 1 + len(HEADS))
        facts = np.full((size, 2), -SURE, dtype=np.float32)
        first = np.eye(size, dtype=np.float32)
        for words, kind in self.names.items():
            self._span(window, names, words, NAMES.index(kind))
        for words, kind in self.heads.items():
            heads[self._places(window, words), 1 + HEADS.index(kind)] = 2 * SURE
        for words, factuality in self.facts.items():
            facts[self._places(window, words)] = SURE, factuality
        for head, words in self.first.items():
            for place, column in zip(self._places(window, head)[:1], self._places(window, words)[:1], strict=False):
                first[place, column] = SURE
        later, earlier = (np.zeros((size, WIDTH), dtype=np.float32) for _ in range(2))
        for number, (one, other) in enumerate(self.points_back.items()):
            for place in self._places(window, one):
                later[place, number % WIDTH] = SURE
            for place in self._places(window, other):
                earlier[place, number % WIDTH] = SURE
        return Scored(
            self._said(window, self.outer), self._said(window, self.inner), names, heads, facts, first, later, earlier
        )

    def _said(self, window: Window, attributions: list[tuple[str, str, str]]) -> Said:
        size = len(window.ids)
        tags = self._outside(size, len(spanning(ROLES)))
        links = [np.full((size, size), -SURE, dtype=np.float32) for _ in range(2)]
        for table in links:
            table[:, 0] = 0.0
        for parts in attributions:
            source, cue, content = (self._span(window, tags, words, role) for role, words in enumerate(parts))
            for table, one, other in ((links[0], content, cue), (links[1], cue, source)):
                if one and other:
                    table[one[0], other[0]] = SURE
        return Said(tags, *links)

    def _span(self, window: Window, scores: Scores, words: str, kind: int) -> list[int]:
        places = self._places(window, words)
        for place in places:
            scores[place, begins(kind) + (place != places[0])] = 2 * SURE
        return places

    def _places(self, window: Window, words: str) -> list[int]:
        start = self.text.index(words) if words else -1
        end = start + len(words)
        return [place for place, span in enumerate(window.spans) if start <= span[0] < span[1] <= end and span[0] >= 0]

    @staticmethod
    def _outside(size: int, labels: int) -> Scores:
        scores = np.zeros((size, labels), dtype=np.float32)
        scores[:, 0] = SURE
        return scores


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> Callable[[Labels], Scan]:
    """Scans a text with an encoder that finds just these labels in it."""

    def with_labels(labels: Labels) -> Scan:
        monkeypatch.setattr(scanning, "read_window", labels)
        return scan(labels.text, sentences(labels.text), shipped(), Stretches(()))

    return with_labels


def sentences(text: str) -> list[Sentence]:
    found: list[Sentence] = []
    at = 0
    for line in text.split("\n"):
        found.append(Sentence(tuple(shipped().pieces(text, at, at + len(line))), opens_block=True))
        at += len(line) + 1
    return found


Scanned = Callable[[Labels], Scan]


def names(text: str, found: Scan) -> list[tuple[str, str]]:
    return [(text[slice(*one.span)], one.kind) for one in found.names]


def mentions(text: str, found: Scan) -> list[tuple[str, str, str, str | None, bool]]:
    """Of each mention: its words, its head, its kind, its name, whether it is a pronoun."""
    return [
        (
            text[slice(*one.span)],
            text[slice(*one.head)],
            one.kind,
            None if one.name is None else text[slice(*one.name)],
            one.pronoun,
        )
        for one in found.mentions
    ]


def test_nothing_is_found_where_the_encoder_labels_nothing(scanned: Scanned) -> None:
    found = scanned(Labels("Anna said boats left."))
    assert (found.outer, found.inner, found.names, found.mentions, found.predicates) == ((),) * 5


def test_a_name_is_found_with_its_kind(scanned: Scanned) -> None:
    text = "Anna Velez left Orrin with the Harbour Courier."
    labels = Labels(text, names={"Anna Velez": "person", "Orrin": "place", "Harbour Courier": "outlet"})
    assert names(text, scanned(labels)) == [("Anna Velez", "person"), ("Orrin", "place"), ("Harbour Courier", "outlet")]


def test_a_name_has_no_article(scanned: Scanned) -> None:
    text = "He left the United Ports of Korvia."
    assert names(text, scanned(Labels(text, names={"the United Ports": "organisation"}))) == [
        ("United Ports", "organisation")
    ]


def test_names_that_a_hyphen_joins_are_one(scanned: Scanned) -> None:
    text = "Then Marsh-Abara left."
    found = scanned(Labels(text, names={"Marsh": "person", "Abara": "person"}))
    assert names(text, found) == [("Marsh-Abara", "person")]
    assert [each[3] for each in mentions(text, found)] == ["Marsh-Abara"]


def test_a_name_goes_on_to_the_end_of_its_capitals(scanned: Scanned) -> None:
    text = "Then Marsh Abara and Orrin-Velez left."
    labels = Labels(text, names={"Marsh": "person", "Abara": "person", "Orrin": "place", "Velez": "person"})
    assert names(text, scanned(labels)) == [
        ("Marsh Abara", "person"),
        ("Orrin-Velez", "place"),
    ]


def test_in_a_headline_a_capital_goes_on_with_no_name(scanned: Scanned) -> None:
    text = "Velez Hid Health Problems From Public"
    assert names(text, scanned(Labels(text, names={"Velez": "person"}))) == [("Velez", "person")]


@pytest.mark.parametrize("words", ["the", "harbour", ","])
def test_small_letters_and_marks_name_nobody(words: str, scanned: Scanned) -> None:
    text = "Then, in the harbour, all was well."
    found = scanned(Labels(text, names={words: "organisation"}))
    assert found.names == ()
    assert found.mentions == ()


def test_a_number_may_be_a_name(scanned: Scanned) -> None:
    text = "Channel was called 4 by all."
    assert names(text, scanned(Labels(text, names={"4": "outlet"}))) == [("4", "outlet")]


def test_predicates_are_found_with_how_sure_a_reader_is_of_them(scanned: Scanned) -> None:
    text = "It could sink though it sailed."
    found = scanned(Labels(text, facts={"sink": -0.5, "sailed": 2.0}))
    assert [(text[slice(*one.span)], one.factuality) for one in found.predicates] == [("sink", -1.5), ("sailed", 3.0)]


def test_what_happened_is_told_by_the_first_predicate_close_behind_a_place(scanned: Scanned) -> None:
    text = "It could sink though in the end and after many long years it sailed."
    happened = scanned(Labels(text, facts={"sink": -0.5, "sailed": 1.0})).happened()
    assert happened(text.index("could")) == -1.5
    assert happened(text.index("though")) is None
    assert happened(text.index("it sailed")) == 3.0
    assert happened(len(text)) is None


def test_a_mention_begins_where_its_head_says(scanned: Scanned) -> None:
    text = "Then the old captain left."
    found = scanned(Labels(text, heads={"captain": "person"}, first={"captain": "the"}))
    assert mentions(text, found) == [("the old captain", "captain", "person", None, False)]


def test_a_mention_never_begins_in_another_sentence(scanned: Scanned) -> None:
    text = "The old\ncaptain left."
    found = scanned(Labels(text, heads={"captain": "person"}, first={"captain": "The"}))
    assert mentions(text, found) == [("captain", "captain", "person", None, False)]


def test_a_mention_never_begins_far_before_its_head(scanned: Scanned) -> None:
    text = "the " + "old " * 40 + "captain left."
    ((words, *_),) = mentions(text, scanned(Labels(text, heads={"captain": "person"}, first={"captain": "the"})))
    assert len(words.split()) < 20


@pytest.mark.parametrize(
    ("noun", "kind", "expected"),
    [
        ("captain", "person", "person"),
        ("newspaper", "organisation", "outlet"),
        ("newspaper", "object", "outlet"),
        ("memo", "object", "document"),
        ("memo", "abstract", "document"),
        ("ship", "object", "other"),
        ("fear", "abstract", "other"),
        ("thing", "other", "other"),
        ("storm", "event", "event"),
        ("harbour", "place", "place"),
    ],
)
def test_a_noun_means_what_the_encoder_says_where_that_is_a_kind_of_ours(
    noun: str, kind: str, expected: str, scanned: Scanned
) -> None:
    text = f"Then the {noun} came."
    ((_, _, found, name, _),) = mentions(text, scanned(Labels(text, heads={noun: kind}, first={noun: "the"})))
    assert (found, name) == (expected, None)


@pytest.mark.parametrize(("word", "pronoun"), [("he", True), ("it", True), ("who", True), ("captain", False)])
def test_a_pronoun_is_told_apart(word: str, pronoun: bool, scanned: Scanned) -> None:  # noqa: FBT001
    text = f"Now {word} left."
    ((_, _, _, _, found),) = mentions(text, scanned(Labels(text, heads={word: "person"})))
    assert found == pronoun


def test_a_name_in_a_mention_gives_it_its_kind_and_its_whole_length(scanned: Scanned) -> None:
    text = "Then captain Anna Velez left."
    labels = Labels(text, names={"Anna Velez": "person"}, heads={"Velez": "object"}, first={"Velez": "captain"})
    assert mentions(text, scanned(labels)) == [("captain Anna Velez", "Velez", "person", "Anna Velez", False)]


def test_a_name_without_a_head_is_a_mention_and_one_with_two_heads_is_one(scanned: Scanned) -> None:
    text = "Then Anna Velez left."
    expected = [("Anna Velez", "Anna Velez", "person")]
    for heads in ({}, {"Anna": "person"}, {"Velez": "person"}, {"Anna": "person", "Velez": "person"}):
        found = mentions(text, scanned(Labels(text, names={"Anna Velez": "person"}, heads=heads)))
        assert [(words, name, kind) for words, _, kind, name, _ in found] == expected


def test_a_mark_heads_no_mention(scanned: Scanned) -> None:
    text = "Then — he left."
    assert mentions(text, scanned(Labels(text, heads={"—": "person"}))) == []


def test_attributions_of_both_levels_are_found_apart(scanned: Scanned) -> None:
    text = "Anna said Peter denied the fire had spread."
    labels = Labels(
        text,
        outer=[("Anna", "said", "Peter denied the fire had spread")],
        inner=[("Peter", "denied", "the fire had spread")],
    )
    found = scanned(labels)
    assert [[text[slice(*one.anchor)] for one in level] for level in (found.outer, found.inner)] == [
        ["said"],
        ["denied"],
    ]


def test_whom_a_mention_points_back_to_is_scored_against_none(scanned: Scanned) -> None:
    text = "Then Anna saw the ship, and she left it."
    labels = Labels(
        text,
        heads={"Anna": "person", "ship": "object", "she": "person", "it": "object"},
        points_back={"she": "Anna", " it": "ship"},
    )
    found = scanned(labels)
    affinity = found.affinity()
    anna, ship, she, it = found.mentions
    assert affinity(she, anna) == pytest.approx(SURE * SURE / WIDTH**0.5)
    assert affinity(she, ship) == pytest.approx(0.0)
    assert affinity(it, ship) == pytest.approx(SURE * SURE / WIDTH**0.5)
    assert affinity(it, anna) == pytest.approx(0.0)


def test_of_a_mention_that_was_not_read_nothing_is_said(scanned: Scanned) -> None:
    one, other = "Then Anna left.", "He saw the captain, who saw the old ship."
    found = scanned(Labels(one, heads={"Anna": "person"}))
    others = scanned(Labels(other, heads={"captain": "person"}))
    assert found.affinity()(found.mentions[0], others.mentions[0]) is None


def long_text(sentences_in_it: int) -> str:
    return "\n".join(
        f"Then Captain{chr(97 + n % 26)} number {n} perhaps left the port of Orrin." for n in range(sentences_in_it)
    )


def test_what_two_windows_read_is_found_once_and_in_the_order_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = long_text(60)
    assert len(windows(sentences(text), shipped())) > 2

    def everything(window: Window) -> Scored:
        """Labels "perhaps", "port" and "Orrin" wherever a window sees them, its context included."""
        labels = Labels(text)
        scored = labels(window)
        for place, (start, end) in enumerate(window.spans):
            word = text[start:end] if start >= 0 else ""
            if word == "perhaps":
                scored.facts[place] = SURE, 1.0
            elif word == "port":
                scored.heads[place, 1] = 2 * SURE
            elif text[start : start + 5] == "Orrin" and start >= 0:
                scored.names[place, begins(NAMES.index("place")) + (word != "Orrin" and word[:1] != "O")] = 2 * SURE
        return scored

    monkeypatch.setattr(scanning, "read_window", everything)
    found = scan(text, sentences(text), shipped(), Stretches(()))
    assert len({one.span for one in found.predicates}) == len(found.predicates) == text.count("perhaps")
    assert len({one.span.start for one in found.names}) == len(found.names) == text.count("Orrin")
    heads = [one.head for one in found.mentions if text[slice(*one.head)] == "port"]
    assert len(heads) == len(set(heads)) == text.count("port")
    for spans in (
        [one.span for one in found.predicates],
        [one.span for one in found.names],
        [one.head for one in found.mentions],
    ):
        assert list(spans) == sorted(spans)


def test_a_text_without_sentences_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(window: Window) -> Scored:
        raise AssertionError(window)

    monkeypatch.setattr(scanning, "read_window", never)
    assert scan("", [], shipped(), Stretches(())).outer == ()


@settings(deadline=None, max_examples=40)
@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(["Anna Velez-Kern said it, perhaps.", "“Zorlandish!” — the O'Hara", "a 港口 b — c"]),
)
def test_whatever_the_scores_what_is_found_lies_in_the_text(seed: int, text: str) -> None:
    chance = np.random.default_rng(seed)

    def scores(window: Window, labels: int) -> Scores:
        return (chance.normal(size=(len(window.ids), labels)) * 4).astype(np.float32)

    def said(window: Window) -> Said:
        size = len(window.ids)
        return Said(scores(window, len(spanning(ROLES))), scores(window, size), scores(window, size))

    def anything(window: Window) -> Scored:
        sizes = (len(spanning(NAMES)), 1 + len(HEADS), 2, len(window.ids), WIDTH, WIDTH)
        return Scored(said(window), said(window), *(scores(window, labels) for labels in sizes))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanning, "read_window", anything)
        found = scan(text, sentences(text), shipped(), Stretches(()))
    for one in found.mentions:
        for span in (one.span, one.head, one.name or one.head):
            assert 0 <= span.start < span.end <= len(text)
        assert one.span.start <= one.head.start
        assert one.head.end <= one.span.end
        assert one.name is None or one.span.start <= one.name.start < one.name.end <= one.span.end
    for name in found.names:
        assert 0 <= name.span.start < name.span.end <= len(text)
        assert name.kind in NAMES
    for spans in ([one.span for one in found.predicates], [name.span for name in found.names]):
        assert all(before.end <= after.start for before, after in pairwise(spans))
    for attribution in (*found.outer, *found.inner):
        assert all(0 <= start < end <= len(text) for start, end in attribution.covered)
    affinity = found.affinity()
    assert all(isinstance(affinity(one, other), float) for one in found.mentions for other in found.mentions)


def test_a_head_is_a_place_in_the_text_only_once(scanned: Scanned) -> None:
    text = "Then the captain and the captain left."
    found = scanned(Labels(text, heads={"captain": "person"}))
    assert [one.head for one in found.mentions] == [Span(9, 16)]
