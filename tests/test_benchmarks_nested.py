"""GUM's attributions are read with what is nested in them, and nests in chains are measured against them."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import floors, nested
from benchmarks.floors import Floors
from benchmarks.nested import Chain, Scores, one_level, score
from training.gum_attributions import AttributedDocument, GumAttribution, NestedExample, documents, nested_examples
from training.polnear import Spans
from wherefrom.model import Link, Source, Span, Words

GUM = Path(__file__).parents[2] / "shared" / "corpora" / "gum"

VERBS = frozenset("said thinks believes wrote sank denied hinted".split())
PEOPLE = {"Bell": 1, "she": 1, "Tenn": 2, "I": 3, "Lantern": 4}
"""Who is meant by which word of the invented texts: Bell is a woman."""


def conllu(*units: tuple[str, str]) -> str:
    """A file of the corpus' layout from its units, each with its relation and words, the source's *so and the cue's ^so.

    A unit that begins with a bar begins a sentence.
    """
    lines: list[str] = []
    place = 0
    for relation, words in units:
        if words.startswith("| "):
            lines += ["", "# newpar" if not lines else "# sent", f"# sent_id = {len(lines)}"]
            number = 0
        marked = words.removeprefix("| ").split()
        signals = "+".join(
            f"{kind}-{place + at}-_"
            for at, word in enumerate(marked, 1)
            for mark, kind in (("*", "sem-atsrc"), ("^", "lex-indwd"))
            if word.startswith(mark)
        )
        for at, word in enumerate(word.lstrip("*^") for word in marked):
            number += 1
            tag = "VERB\tVBD" if word in VERBS else "NOUN\tNN"
            entity = f"Entity=({PEOPLE[word]}-person-new-x-x-1-coref)|" if word in PEOPLE else ""
            discourse = f"Discourse={relation}:{signals or '_'}|" if at == 0 else ""
            space = "SpaceAfter=No|" if _ends_tight(word, marked[at + 1 :]) else ""
            lines.append(f"{number}\t{word}\t{word}\t{tag}\t_\t0\troot\t_\t{discourse}{entity}{space}X=_")
        place += len(marked)
    return "\n".join([*lines, ""])


def _ends_tight(word: str, following: Sequence[str]) -> bool:
    return word == "“" or (bool(following) and following[0] in {".", ",", "”", ":"})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "dep").mkdir()
    return tmp_path


def read(corpus: Path, *units: tuple[str, str], name: str = "news_ferry") -> AttributedDocument:
    (corpus / "dep" / f"GUM_{name}.conllu").write_text(conllu(*units), encoding="utf-8")
    (document,) = (one for one in documents(corpus) if one.name == name)
    return document


def words(document: AttributedDocument, spans: Spans) -> str:
    return " … ".join(document.text[start:end] for start, end in spans)


def told(document: AttributedDocument) -> list[tuple[str, str]]:
    """The satellite and the content of each attribution."""
    return [(words(document, one.satellite), words(document, one.content)) for one in document.attributions]


NESTED = (
    ("attribution-positive:1->3:1", "| *Bell ^said"),
    ("attribution-positive:2->3:0", "that *Tenn ^believes"),
    ("ROOT:3:0", "it sank ."),
)
SAME_VOICE = (NESTED[0], ("attribution-positive:2->3:0", "that *she ^believes"), NESTED[2])


# --- what an attribution has


def test_an_attribution_has_a_satellite_a_source_a_cue_and_a_content(corpus: Path) -> None:
    document = read(corpus, ("attribution-positive:1->2:0", "| On Monday *Bell ^said"), ("ROOT:2:0", "it sank ."))
    (one,) = document.attributions
    parts = (one.satellite, one.source, one.cue, one.nucleus, one.content)
    assert [words(document, part) for part in parts] == ["On Monday Bell said", "Bell", "said", "it sank.", "it sank."]
    assert (one.denied, one.outer, one.own_voice) == (False, None, False)


def test_a_source_may_stand_before_its_satellite(corpus: Path) -> None:
    units = (
        ("ROOT:1:0", "| Bell left"),
        ("attribution-positive:2->3:0", "and ^said"),
        ("joint-list_m:3->1:0", "it sank ."),
    )
    text = conllu(*units).replace("lex-indwd-4-_", "sem-atsrc-1-_+lex-indwd-4-gold")
    (corpus / "dep" / "GUM_news_ferry.conllu").write_text(text, encoding="utf-8")
    (document,) = documents(corpus)
    (one,) = document.attributions
    assert (words(document, one.satellite), words(document, one.source)) == ("and said", "Bell")


def test_what_was_joined_lower_is_said_and_what_was_joined_higher_is_not(corpus: Path) -> None:
    document = read(
        corpus,
        ("attribution-positive:1->2:1", "| *Bell ^said"),
        ("ROOT:2:0", "it sank"),
        ("causal-cause:3->2:0", "because it leaked ,"),
        ("adversative-contrast:4->2:2", "but it floats ."),
    )
    assert told(document) == [("Bell said", "it sank because it leaked,")]


def test_what_interrupts_a_unit_means_all_of_it(corpus: Path) -> None:
    document = read(
        corpus,
        ("ROOT:1:0", "| The ship ,"),
        ("attribution-positive:2->1:0", "*Bell ^said ,"),
        ("same-unit_m:3->1:1", "sank ."),
    )
    assert told(document) == [("Bell said,", "The ship, … sank.")]
    assert words(document, document.attributions[0].nucleus) == "The ship, … sank."


def test_what_stands_in_a_later_piece_means_that_piece(corpus: Path) -> None:
    document = read(
        corpus,
        ("ROOT:1:0", "| The reason"),
        ("elaboration-attribute:2->1:0", "why we met"),
        ("attribution-positive:3->4:0", "is *Bell ^said"),
        ("same-unit_m:4->1:1", "it sank ."),
    )
    assert told(document) == [("is Bell said", "it sank.")]


def test_a_satellite_has_all_its_pieces(corpus: Path) -> None:
    document = read(
        corpus,
        ("attribution-positive:1->4:0", "| *Bell ,"),
        ("elaboration-attribute:2->1:0", "who saw it ,"),
        ("same-unit_m:3->1:1", "^said"),
        ("ROOT:4:0", "it sank ."),
    )
    assert told(document) == [("Bell, … said", "it sank.")]


def test_relations_beside_the_tree_count(corpus: Path) -> None:
    document = read(
        corpus,
        ("ROOT:1:0", "| It rained"),
        ("elaboration-additional:2->1:0:_;attribution-positive:2->3:0:0", "and *Bell ^said"),
        ("causal-result:3->1:1", "it sank ."),
    )
    assert told(document) == [("and Bell said", "it sank.")]


def test_a_denial_is_told(corpus: Path) -> None:
    document = read(corpus, ("attribution-negative:1->2:0", "| *Bell ^denied"), ("ROOT:2:0", "it sank ."))
    assert document.attributions[0].denied


def test_where_no_cue_is_marked_it_is_the_verb(corpus: Path) -> None:
    document = read(corpus, ("attribution-positive:1->2:0", "| *Bell hinted"), ("ROOT:2:0", "it sank ."))
    assert words(document, document.attributions[0].cue) == "hinted"


def test_content_goes_on_in_later_sentences_only_in_a_quotation(corpus: Path) -> None:
    plain = read(
        corpus,
        ("attribution-positive:1->2:1", "| *Bell ^said"),
        ("ROOT:2:0", "it sank ."),
        ("elaboration-additional:3->2:0", "| The sea was calm ."),
    )
    assert told(plain) == [("Bell said", "it sank.")]
    quoted = read(
        corpus,
        ("attribution-positive:1->2:1", "| *Bell ^said :"),
        ("ROOT:2:0", "“ it sank ."),
        ("elaboration-additional:3->2:0", "| The sea was calm . ”"),
        ("elaboration-additional:4->2:0", "| Nobody saw it ."),
    )
    assert told(quoted) == [("Bell said:", "“it sank. The sea was calm.”")]


# --- the nest


def test_an_attribution_in_anothers_content_is_nested(corpus: Path) -> None:
    document = read(corpus, *NESTED)
    assert told(document) == [("Bell said", "that Tenn believes it sank."), ("that Tenn believes", "it sank.")]
    assert [one.outer for one in document.attributions] == [None, 0]
    assert (document.around(1), document.voices(1)) == ((0,), (0,))


def test_a_source_that_speaks_already_brings_no_voice(corpus: Path) -> None:
    document = read(corpus, *SAME_VOICE)
    assert [one.own_voice for one in document.attributions] == [False, True]


def test_the_writers_own_word_brings_no_voice(corpus: Path) -> None:
    document = read(corpus, ("attribution-positive:1->3:1", "| *I ^thinks"), *NESTED[1:])
    assert [one.own_voice for one in document.attributions] == [True, False]
    assert (document.around(1), document.voices(1)) == ((0,), ())


def test_nothing_is_nested_in_a_byline(corpus: Path) -> None:
    document = read(corpus, ("attribution-positive:1->3:1", "| *Bell ,"), *NESTED[1:])
    assert [(words(document, one.cue), one.outer) for one in document.attributions] == [("", None), ("believes", None)]


def test_training_gets_two_depths_and_where_the_second_is_read(corpus: Path) -> None:
    document = read(corpus, *NESTED)
    examples = list(nested_examples(document))
    assert [(example.depth, words(document, example.content)) for example in examples] == [
        (1, "that Tenn believes it sank."),
        (2, "it sank."),
    ]
    assert [example.within for example in examples] == [None, document.attributions[0].content]


def test_training_gets_no_voice_twice_and_no_byline(corpus: Path) -> None:
    def sources(*units: tuple[str, str]) -> list[tuple[int, str]]:
        document = read(corpus, *units)
        return [(example.depth, words(document, example.source)) for example in nested_examples(document)]

    assert sources(*SAME_VOICE) == [(1, "Bell")]
    assert sources(("attribution-positive:1->3:1", "| *I ^thinks"), *NESTED[1:]) == [(1, "Tenn")]
    assert sources(("attribution-positive:1->3:1", "| *Bell ,"), *NESTED[1:]) == [(1, "Tenn")]


# --- the measure


def link(document: AttributedDocument, cue: str, content: str) -> Link:
    """A stated link with these words of the document."""
    spans = [Span(*match.span()) for part in (cue, content) if (match := re.search(re.escape(part), document.text))]
    source = Source("somebody", (), "person", named=False)
    return Link(source, Words.of(document.text, spans[:1]), "says", "stated", (spans[1],))


def scored(document: AttributedDocument, *chains: Chain) -> Scores:
    return score([document], {document.name: chains})


@pytest.fixture
def ferry(corpus: Path) -> AttributedDocument:
    return read(corpus, *NESTED)


@pytest.fixture
def outer(ferry: AttributedDocument) -> Link:
    return link(ferry, "said", "that Tenn believes it sank")


@pytest.fixture
def inner(ferry: AttributedDocument) -> Link:
    return link(ferry, "believes", "it sank")


def recalls(scores: Scores) -> list[tuple[float, float]]:
    """By depth, what is found at all and what in its nest."""
    return [(scores.found[depth].recall, scores.in_nest[depth].recall) for depth in scores.found]


def test_a_nest_is_found_where_both_links_follow_each_other(
    ferry: AttributedDocument, outer: Link, inner: Link
) -> None:
    scores = scored(ferry, (outer, inner))
    assert recalls(scores) == [(100.0, 100.0), (100.0, 100.0)]
    assert (scores.nests.precision, scores.nests.recall) == (100.0, 100.0)


def test_links_in_two_chains_are_found_but_no_nest(ferry: AttributedDocument, outer: Link, inner: Link) -> None:
    scores = scored(ferry, (outer,), (inner,))
    assert recalls(scores) == [(100.0, 100.0), (100.0, 0.0)]
    assert (scores.nests.found, scores.nests.recall) == (0, 0.0)


def test_a_nest_told_inside_out_is_wrong(ferry: AttributedDocument, outer: Link, inner: Link) -> None:
    scores = scored(ferry, (inner, outer))
    assert recalls(scores) == [(100.0, 100.0), (100.0, 0.0)]
    assert (scores.nests.found, scores.nests.precision) == (1, 0.0)


def test_one_level_finds_the_outer_link_only(ferry: AttributedDocument, outer: Link, inner: Link) -> None:
    assert one_level((outer, inner)) == (outer,)
    scores = scored(ferry, one_level((outer, inner)))
    assert recalls(scores) == [(100.0, 100.0), (0.0, 0.0)]


def test_what_a_link_was_relayed_through_stays_on_its_level(outer: Link, inner: Link) -> None:
    relayed = Link(None, None, "says", "relayed", outer.content)
    assert one_level((relayed, outer, inner)) == (relayed, outer)
    assert one_level((relayed,)) == (relayed,)


def test_a_link_that_covers_less_than_half_of_what_is_said_is_none(corpus: Path) -> None:
    document = read(
        corpus, ("attribution-positive:1->2:0", "| *Bell ^said"), ("ROOT:2:0", "the old ship sank on Monday .")
    )
    assert scored(document, (link(document, "said", "on Monday"),)).found[1].recall == 0.0
    assert scored(document, (link(document, "said", "sank on Monday"),)).found[1].recall == 100.0


def test_carried_links_are_none(ferry: AttributedDocument, outer: Link) -> None:
    carried = Link(outer.source, outer.cue, "says", "carried", outer.content)
    assert scored(ferry, (carried,)).found[1].recall == 0.0


def test_links_without_a_counterpart_are_no_errors(ferry: AttributedDocument, outer: Link, inner: Link) -> None:
    other = link(ferry, "that", "sank")
    assert scored(ferry, (outer, other, inner), (other,)).nests == scored(ferry, (outer, inner)).nests


def test_one_voice_made_two_is_counted(corpus: Path) -> None:
    document = read(corpus, *SAME_VOICE)
    said, believes = link(document, "said", "she believes it sank"), link(document, "believes", "it sank")
    both, one = scored(document, (said, believes)), scored(document, (said,))
    assert [(scores.own, scores.doubled) for scores in (both, one)] == [(1, 1), (1, 0)]
    assert list(both.found) == [1]
    assert both.nests == one.nests


def test_a_document_that_was_not_read_counts_as_empty(ferry: AttributedDocument) -> None:
    assert recalls(score([ferry], {})) == [(0.0, 0.0), (0.0, 0.0)]


# --- the benchmark itself


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> None:
    monkeypatch.setattr(sys, "argv", ["nested", *map(str, arguments)])
    nested.main()


def test_the_benchmark_runs_on_any_corpus_of_the_layout(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    read(corpus, *NESTED)
    read(corpus, *SAME_VOICE, name="voyage_oakland")
    run(monkeypatch, corpus, "--update", "--misses")
    assert capsys.readouterr().out.count("one level") == 3
    assert set(Floors.stored().by_benchmark) == {"nested", "nested, news", "nested, test split"}
    with pytest.raises(SystemExit) as passed:
        run(monkeypatch, corpus, "--check")
    assert passed.value.code == 0


def test_a_check_fails_under_the_floor_and_on_another_corpus(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    read(corpus, *NESTED, name="bio_bell")
    Floors({"nested": (nested.digest(list(documents(corpus))), {"recall at depth 1": 101.0})}).store()
    with pytest.raises(SystemExit, match="recall at depth 1"):
        run(monkeypatch, corpus, "--check")
    read(corpus, *SAME_VOICE, name="bio_bell")
    with pytest.raises(SystemExit, match="no floors"):
        run(monkeypatch, corpus, "--check")


def test_a_nest_that_is_missed_or_wrong_is_listed(ferry: AttributedDocument, outer: Link, inner: Link) -> None:
    assert list(nested.misses(ferry, [(outer, inner)])) == []
    missed, wrong = nested.misses(ferry, [(inner, outer)])
    assert "missed: 'Bell said' <- 'that Tenn believes'" in missed
    assert "wrong: 'that Tenn believes' <- 'Bell said'" in wrong


# --- the corpus


@pytest.fixture(scope="module")
def gum() -> list[AttributedDocument]:
    """All documents of the corpus."""
    if not GUM.is_dir():
        pytest.skip("GUM is not beside this checkout")
    return list(documents(GUM))


def test_all_attributions_of_the_corpus_are_read(gum: list[AttributedDocument]) -> None:
    ones = [one for document in gum for one in document.attributions]
    examples = [example for document in gum for example in nested_examples(document)]
    assert (len(gum), len(ones)) == (138, 963)
    assert [sum(example.depth == depth for example in examples) for depth in (1, 2)] == [574, 22]


def test_the_parts_of_an_attribution_stand_in_the_text_and_apart(gum: list[AttributedDocument]) -> None:
    for document in gum:
        for one in document.attributions:
            _is_sound(document, one)
        for example in nested_examples(document):
            _is_read_inside(example)


def _is_sound(document: AttributedDocument, one: GumAttribution) -> None:
    for part in (one.satellite, one.source, one.cue, one.nucleus, one.content):
        assert all(0 <= start < end <= len(document.text) for start, end in part)
        assert list(part) == sorted(part)
    assert one.satellite
    assert one.source
    assert not _overlap(one.satellite, one.content)
    assert _overlap(one.nucleus, one.content)


def _is_read_inside(example: NestedExample) -> None:
    assert example.within is None or _overlap(example.within, example.satellite)


def _overlap(one: Spans, other: Spans) -> bool:
    return any(start < stop and begin < end for start, end in one for begin, stop in other)


def test_the_reader_is_not_under_its_floors_on_news(gum: list[AttributedDocument]) -> None:
    stored = Floors.stored()
    news = nested.groups(gum)["nested, news"]
    if "nested, news" not in stored.by_benchmark:
        pytest.skip("no floor is stored yet")
    assert stored.hold_for("nested, news", nested.digest(news)), "the floors are those of another corpus"
    chains = {document.name: nested.chains_in(nested.captured(document)) for document in news}
    assert stored.below("nested, news", nested.digest(news), nested.measured(score(news, chains))) == []
