"""Names are taken from the treebank and trimmed on every side by the same rules; agreement is counted by kind."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks import entities, floors
from benchmarks.entities import ALL, ANY, ours, score, shown
from benchmarks.floors import Floors
from training.gum import GumDocument, documents
from training.gum_names import Kind, Name, gold_names, trimmed
from wherefrom.model import Span

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"

# Form, universal and Penn part of speech, governor, relation, what opens and closes there; "_" is nothing.
STORY = """
NASA            PROPN NNP  2  compound  (1-person-new-n-cf1-1,2,3,4-coref(2-organization-new-n-cf1-1-coref)
Administrator   PROPN NNP  3  nmod:desc _
Ann             PROPN NNP  8  nsubj     _
Lee             PROPN NNP  3  flat      1)
and             CCONJ CC   6  cc        _
spokeswoman     NOUN  NN   3  conj      (3-person-new-n-cf1-1,2,3-sgl
Eva             PROPN NNP  6  flat      3)
left            VERB  VBD  0  root      _
the             DET   DT   10 det       (4-place-new-n-cf1-2-coref
Port            PROPN NNP  8  obj       _
of              ADP   IN   12 case      _
Sel             PROPN NNP  10 nmod      (5-place-new-n-cf1-1-sgl)
,               PUNCT ,    14 punct     _
Norland         PROPN NNP  10 appos     (6-place-new-n-cf1-1-sgl)4)

The             DET   DT   2  det       (7-person-new-n-cf1-2-sgl
Senator         PROPN NNP  3  nsubj     7)
met             VERB  VBD  0  root      _
Texans          PROPN NNPS 3  obj       (8-person-new-n-cf1-1-sgl)
,               PUNCT ,    6  punct     _
Tom             PROPN NNP  3  dep       (9-person-new-n-cf1-1-sgl(10-person-new-n-cf1-1-sgl)
and             CCONJ CC   8  cc        _
Ada             PROPN NNP  6  conj      (11-person-new-n-cf1-1-sgl)9)
in              ADP   IN   11 case      _
Western         ADJ   NNP  11 amod      (12-place-new-n-cf1-1,2-sgl
Norland         PROPN NNP  3  obl       12)
at              ADP   IN   13 case      _
lunch           NOUN  NN   3  obl       (13-event-new-n-cf1-1-sgl)
"""


@pytest.fixture
def story(tmp_path: Path) -> GumDocument:
    """A text of our own in the corpus' layout."""
    lines = ["# newdoc id = GUM_news_nasa"]
    for number, sentence in enumerate(STORY.strip().split("\n\n"), start=1):
        lines.append(f"# sent_id = GUM_news_nasa-{number}")
        for place, row in enumerate(sentence.splitlines(), start=1):
            form, upos, xpos, governor, relation, brackets = row.split()
            misc = "_" if brackets == "_" else f"Entity={brackets}"
            lines.append("\t".join([str(place), form, form, upos, xpos, "_", governor, relation, "_", misc]))
        lines.append("")
    (tmp_path / "dep").mkdir()
    (tmp_path / "dep" / "GUM_news_nasa.conllu").write_text("\n".join(lines), encoding="utf-8")
    (document,) = documents(tmp_path, "test", "news")
    return document


def at(story: GumDocument, words: str) -> Span:
    start = story.text.index(words)
    return Span(start, start + len(words))


def told(story: GumDocument, names: Sequence[Name]) -> list[tuple[str, str]]:
    return [(story.text[slice(*name.span)], name.kind) for name in names]


# --- names in the treebank


def test_gold_names_are_without_titles_appositions_offices_and_lists(story: GumDocument) -> None:
    assert told(story, gold_names(story)) == [
        ("NASA", "organisation"),
        ("Ann Lee", "person"),
        ("Eva", "person"),
        ("Port of Sel", "place"),
        ("Norland", "place"),
        ("Tom", "person"),
        ("Ada", "person"),
        ("Western Norland", "place"),
    ]


@pytest.mark.parametrize(
    ("found", "kind", "name"),
    [
        ("NASA Administrator Ann Lee", "person", "Ann Lee"),
        ("spokeswoman Eva", "person", "Eva"),
        ("the Port of Sel , Norland", "place", "Port of Sel"),
        ("Western Norland at lunch", "place", "Western Norland"),
        ("Western Norland", "place", "Western Norland"),
    ],
)
def test_what_a_side_finds_is_trimmed_in_the_same_way(story: GumDocument, found: str, kind: Kind, name: str) -> None:
    assert told(story, trimmed(story, [Name(at(story, found), kind)])) == [(name, kind)]


def test_what_has_no_proper_noun_stays_as_it_is(story: GumDocument) -> None:
    assert told(story, trimmed(story, [Name(at(story, "at lunch"), "place")])) == [("at lunch", "place")]


def test_of_names_within_one_another_the_longest_counts(story: GumDocument) -> None:
    both = [Name(at(story, "Sel"), "place"), Name(at(story, "Port of Sel"), "place")]
    assert told(story, trimmed(story, both)) == [("Port of Sel", "place")]


# --- the measure


def test_the_gold_names_score_full_marks_and_nothing_scores_nothing(story: GumDocument) -> None:
    full, none = score([story], gold_names), score([story], lambda _: [])
    assert {share.f1 for share in (*full.exact.values(), *full.overlap.values())} == {100.0}
    assert {share.f1 for share in (*none.exact.values(), *none.overlap.values())} == {0.0}


def test_kind_and_extent_count_as_they_should(story: GumDocument) -> None:
    found = [
        Name(at(story, "NASA"), "place"),  # another kind
        Name(at(story, "Lee"), "person"),  # a part
        Name(at(story, "Eva"), "person"),  # right
        Name(at(story, "lunch"), "person"),  # no name
    ]
    reached = score([story], lambda _: found)
    people, everything = reached.exact["person"], reached.exact[ALL]
    assert (people.right, people.found, people.annotated) == (1, 3, 4)
    assert (everything.right, everything.found, everything.annotated) == (1, 4, 8)
    assert reached.overlap["person"].right == 2
    assert reached.overlap[ALL].right == 2
    assert (reached.exact[ANY].right, reached.overlap[ANY].right) == (2, 3)


def test_two_halves_of_a_name_are_not_counted_twice(story: GumDocument) -> None:
    halves = [Name(at(story, "Ann"), "person"), Name(at(story, "Lee"), "person")]
    people = score([story], lambda _: halves).overlap["person"]
    assert (people.right, people.found) == (1, 2)


def test_the_table_has_a_line_for_each_kind_and_side(story: GumDocument) -> None:
    table = shown({"one": score([story], gold_names), "other": score([story], lambda _: [])})
    assert len(table.splitlines()) == 1 + 2 * 5
    assert "100.0" in table


# --- our side, and the benchmark itself


@dataclass(frozen=True)
class Entity:
    span: Span
    kind: str


def given(story: GumDocument) -> list[Entity]:
    """What a reader may find, of all kinds."""
    kinds = {"NASA": "outlet", "Ann Lee": "person", "Western Norland": "place", "lunch": "event", "Texans": "group"}
    return [Entity(at(story, words), kind) for words, kind in kinds.items()]


def test_outlets_are_organisations_and_other_kinds_do_not_count(
    story: GumDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = SimpleNamespace(entities_of=lambda document: given(story) if document.text == story.text else [])
    monkeypatch.setitem(sys.modules, "wherefrom.reader.entities", fake)
    assert told(story, ours(story)) == [("NASA", "organisation"), ("Ann Lee", "person"), ("Western Norland", "place")]


def test_the_benchmark_runs_keeps_its_floors_and_fails_under_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (CORPORA / "gum").is_dir():
        pytest.skip("GUM is not beside this checkout")
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    monkeypatch.setitem(sys.modules, "wherefrom.reader.entities", SimpleNamespace(entities_of=lambda _: []))
    monkeypatch.setattr(entities, "spacy_finder", lambda: None)

    def run(*arguments: str) -> None:
        monkeypatch.setattr(sys, "argv", ["entities", str(CORPORA), *arguments])
        entities.main()

    run("--update")
    assert "GUM news test: news_nasa, news_sensitive" in capsys.readouterr().out
    corpus, _ = Floors.stored().by_benchmark["entities"]
    with pytest.raises(SystemExit) as passed:
        run("--check")
    assert passed.value.code == 0
    Floors({"entities": (corpus, {"exact F1 person": 1.0})}).store()
    with pytest.raises(SystemExit, match="exact F1 person"):
        run("--check")


@pytest.mark.parametrize(("split", "names"), [("dev", 54), ("test", 120)])
def test_the_news_documents_have_as_many_gold_names_as_were_counted(split: str, names: int) -> None:
    if not (CORPORA / "gum").is_dir():
        pytest.skip("GUM is not beside this checkout")
    corpus = [document for document in documents(CORPORA / "gum", genre="news") if document.split == split]
    assert sum(len(gold_names(document)) for document in corpus) == names
