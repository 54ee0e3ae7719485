"""The sample of sources is what its page says, and who is meant is measured as the papers and the rules have it."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from benchmarks import floors, parties
from benchmarks.coreference import Cluster, compared
from benchmarks.floors import Floors
from benchmarks.parties import (
    LABELS,
    Labelled,
    Meant,
    by_head,
    by_span,
    clusters_of,
    coreference,
    drawn,
    head_word,
    judged,
    kind_of,
    labels,
    left_out,
    of_equal_names,
    share_right,
    shown_sources,
)
from training.gum import GumDocument, GumMention, GumToken
from training.gum import documents as gum_documents
from training.polnear import GoldDocument, documents
from wherefrom.model import Appearance, Certainty, Link, Mention, Party, Source, Span, slice_of
from wherefrom.reader import Reading

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
DEV = CORPORA / "polnear" / "dev"


@pytest.fixture(scope="module")
def dev() -> list[GoldDocument]:
    """PolNeAR's dev split."""
    if not DEV.is_dir():
        pytest.skip("PolNeAR is not beside this checkout")
    return list(documents(DEV))


@pytest.fixture(scope="module")
def news() -> list[GumDocument]:
    """GUM's news documents outside the training split."""
    if not (CORPORA / "gum").is_dir():
        pytest.skip("GUM is not beside this checkout")
    return [one for one in gum_documents(CORPORA / "gum", genre="news") if one.split != "train"]


# --- the sample


def test_the_labels_hold_offsets_and_no_words() -> None:
    kept = json.loads(LABELS.read_text(encoding="utf-8"))
    assert kept.keys() == {"sources", "left_out"}
    for entry in kept["sources"]:
        assert entry.keys() == {"document", "source", "kind", "doubtful", "parties"}
        assert entry["kind"] in {"pronoun", "description"}
        assert isinstance(entry["doubtful"], bool)
        for party in entry["parties"]:
            assert party.keys() == {"named", "answers"}
            assert isinstance(party["named"], bool)
            assert party["answers"]
    for entry in kept["left_out"]:
        assert entry.keys() == {"document", "source"}


def test_places_are_in_order_and_no_source_is_labelled_twice() -> None:
    places = [(label.document, label.source) for label in labels()]
    assert places == sorted(set(places))
    assert not set(places) & set(left_out())
    spans = [label.source for label in labels()]
    spans += [answer for label in labels() for meant in label.parties for answer in meant.answers]
    assert all(0 <= start < end for start, end in spans)
    for label in labels():
        for meant in label.parties:
            assert list(meant.answers) == sorted(set(meant.answers))


def test_the_sample_has_the_size_that_its_page_tells() -> None:
    page = LABELS.with_name("README.md").read_text(encoding="utf-8")
    kinds = [label.kind for label in labels()]
    assert (kinds.count("pronoun"), kinds.count("description"), len(left_out())) == (70, 51, 5)
    assert "whom 121 sources" in page
    assert sum(label.doubtful for label in labels()) == 16
    assert "Sixteen are marked" in page


def test_the_sample_is_the_one_that_was_drawn(dev: list[GoldDocument]) -> None:
    labelled = {(label.kind, label.document, label.source) for label in labels()}
    assert {one[1:] for one in drawn(dev)} == {one[1:] for one in labelled} | set(left_out())
    assert labelled <= set(drawn(dev))


def test_every_offset_lies_between_words(dev: list[GoldDocument]) -> None:
    texts = {gold.name: gold.text for gold in dev}
    for label in labels():
        text = texts[label.document]
        for start, end in [label.source, *(answer for meant in label.parties for answer in meant.answers)]:
            assert text[start:end] == text[start:end].strip()
            for place in (start, end):
                assert not (text[place - 1 : place].isalnum() and text[place : place + 1].isalnum())


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("she", "pronoun"),
        ("Who", "pronoun"),
        ("you", None),
        ("the senator", "description"),
        ("His former aides", "description"),
        ("the South Carolina senator", "description"),
        ("the Brandt campaign", None),
        ("a senator", None),
        ("the senator, who left", None),
        ("officials", None),
    ],
)
def test_what_may_be_drawn(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind


# --- sources

ARTICLE = "Mayor Ann Brandt spoke. Brandt's aides were quiet. Tom Bell and Brandt met; they agreed, she said. A web video ran."


def at(words: str, after: int = 0) -> Span:
    start = ARTICLE.index(words, after)
    return Span(start, start + len(words))


BRANDT = (at("Ann Brandt"), at("Brandt", 20), at("Brandt met").start)
SHE = at("she")
THEY = at("they")


def party(name: str, *mentions: Span, named: bool = True) -> Party:
    return Party(f"p-{name}", name, "person", named, tuple(Mention("d", (span,)) for span in mentions))


def reading(source: Span | None, given: Sequence[Party], *others: Party) -> Reading:
    """A reading with one appearance, whose source stands here and has these parties."""
    chain: tuple[Link, ...] = ()
    if source is not None:
        words = Source(
            slice_of(ARTICLE, [source]), (source,), "person", named=False, parties=tuple(p.id for p in given)
        )
        chain = (Link(words, None, "says", "stated", ()),)
    appearance = Appearance(
        "a",
        "d",
        (Span(0, 5),),
        "Mayor",
        "paragraph",
        chain,
        "positive",
        None,
        None,
        Certainty(),
        None,
        (),
        (),
        None,
        (),
        (),
    )
    return Reading((appearance,), (*given, *others))


def label(source: Span, *meant: Meant) -> Labelled:
    return Labelled("d", source, "pronoun", doubtful=False, parties=meant)


ANN = Meant(named=True, answers=(at("Ann Brandt"), at("Brandt", 20)))
TOM = Meant(named=True, answers=(at("Tom Bell"),))
VIDEO = Meant(named=False, answers=(at("A web video"),))


def outcome(meant: Labelled, given: Reading) -> str:
    return judged(meant, ARTICLE, given).outcome


def test_a_source_joined_with_the_name_is_right() -> None:
    ann = party("Ann Brandt", at("Mayor Ann Brandt"), SHE)
    one = judged(label(SHE, ANN), ARTICLE, reading(SHE, [ann]))
    assert (one.outcome, one.in_full, one.taken_for) == ("right", True, ("Ann Brandt",))


def test_a_party_that_was_torn_in_two_is_right_but_not_in_full() -> None:
    surname = party("Brandt", at("Brandt", 20), SHE)
    one = judged(label(SHE, ANN), ARTICLE, reading(SHE, [surname], party("Ann Brandt", at("Ann Brandt"))))
    assert (one.outcome, one.in_full) == ("right", False)


def test_the_reader_may_cut_the_source_otherwise() -> None:
    ann = party("Ann Brandt", at("Ann Brandt"), SHE)
    assert outcome(label(SHE, ANN), reading(at("she said"), [ann])) == "right"


def test_a_source_that_the_reader_does_not_have_is_absent() -> None:
    assert outcome(label(SHE, ANN), reading(None, [])) == "absent"
    assert outcome(label(SHE, ANN), reading(THEY, [])) == "absent"


def test_a_place_that_is_no_source_may_be_right_as_a_mention() -> None:
    ann, tom = party("Ann Brandt", at("Ann Brandt"), SHE), party("Tom Bell", at("Tom Bell"), SHE)
    assert judged(label(SHE, ANN), ARTICLE, reading(None, [ann])).as_mention
    assert not judged(label(SHE, ANN), ARTICLE, reading(None, [tom])).as_mention
    assert not judged(label(SHE, ANN), ARTICLE, reading(None, [])).as_mention


def test_a_source_joined_with_nothing_is_unresolved() -> None:
    assert outcome(label(SHE, ANN), reading(SHE, [])) == "unresolved"
    assert outcome(label(SHE, ANN), reading(SHE, [party("she", SHE, named=False)])) == "unresolved"


def test_another_party_is_wrong() -> None:
    assert outcome(label(SHE, ANN), reading(SHE, [party("Tom Bell", at("Tom Bell"), SHE)])) == "wrong"


def test_a_party_that_is_called_by_a_pronoun_or_after_its_aides_is_wrong() -> None:
    assert outcome(label(SHE, ANN), reading(SHE, [party("she", at("Ann Brandt"), SHE)])) == "wrong"
    aides = party("Brandt's aides", at("Brandt's aides"), SHE)
    assert outcome(label(SHE, ANN), reading(SHE, [aides])) == "wrong"


def test_of_several_all_must_be_there_and_no_other() -> None:
    ann, tom = party("Ann Brandt", at("Ann Brandt")), party("Tom Bell", at("Tom Bell"))
    other = party("Port Sel", Span(0, 5))
    both = label(THEY, ANN, TOM)
    assert outcome(both, reading(THEY, [ann, tom])) == "right"
    assert outcome(both, reading(THEY, [ann, tom, party("they", THEY, named=False)])) == "right"
    assert outcome(both, reading(THEY, [ann])) == "wrong"
    assert outcome(both, reading(THEY, [ann, tom, other])) == "wrong"


def test_a_party_mentioned_once_only_is_right_by_itself() -> None:
    video = party("A web video", at("A web video"), named=False)
    own = label(at("A web video"), VIDEO)
    assert outcome(own, reading(at("A web video"), [video])) == "right"
    assert outcome(own, reading(at("A web video"), [party("Ann Brandt", at("Ann Brandt"))])) == "wrong"


def test_whoever_cannot_be_told_must_not_be_named() -> None:
    assert outcome(label(THEY), reading(THEY, [])) == "right"
    assert outcome(label(THEY), reading(THEY, [party("they", THEY, named=False)])) == "right"
    assert outcome(label(THEY), reading(THEY, [party("Tom Bell", at("Tom Bell"))])) == "wrong"


def test_the_labels_themselves_are_right_in_full(dev: list[GoldDocument]) -> None:
    texts = {gold.name: gold.text for gold in dev}
    for one in labels():
        text = texts[one.document]
        given = []
        for number, meant in enumerate(one.parties):
            name = max((text[slice(*answer)] for answer in meant.answers), key=lambda words: len(words.split()))
            mentions = tuple(Mention("d", (answer,)) for answer in (*meant.answers, one.source))
            given.append(Party(f"p{number}", name, "other", meant.named, mentions))
        found = judged(one, text, reading(one.source, given))
        assert (found.outcome, found.in_full) == ("right", True)


def test_shares_are_of_all_that_are_labelled() -> None:
    ann = party("Ann Brandt", at("Ann Brandt"), SHE)
    found = [judged(label(SHE, ANN), ARTICLE, given) for given in (reading(SHE, [ann]), reading(None, []))]
    assert share_right(found, "pronouns") == 50.0
    assert share_right(found, "descriptions") == 0.0
    (row,) = [line for line in shown_sources(found).splitlines() if line.startswith("pronouns")]
    assert row.split()[1:] == ["2", "1", "0", "0", "1", "50.0", "100.0", "1", "1"]


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("President Obama", "obama"),
        ("Mrs. Clinton’s", "clinton"),
        ("Sen. Ted Cruz (R-Tex)", "cruz"),
        ("Ann Lee, the mayor", "lee"),
        ("a web video by the committee", "video"),
        ("Brandt's aides", "aides"),
        ("aides to Brandt", "aides"),
        ("a group of researchers at Leeds", "researchers"),
        ("“13th.”", "13th"),
        ("she", "she"),
        ("", ""),
    ],
)
def test_the_word_that_heads_a_name(name: str, head: str) -> None:
    assert head_word(name) == head


# --- the measures of coreference


def clusters(*words: str) -> list[Cluster]:
    return [frozenset(word) for word in words]


def test_measures_equal_the_worked_example_of_the_reference_scorer_and_of_lea() -> None:
    # Pradhan et al. 2014 and Moosavi and Strube 2016 work the same example by hand.
    one = compared(clusters("abc", "defg"), clusters("ab", "cd", "fghi"))
    assert (one.muc.recall, one.muc.precision) == pytest.approx((40, 40))
    assert (one.b_cubed.recall, one.b_cubed.precision) == pytest.approx((100 * 35 / 12 / 7, 50))
    assert (one.ceaf_e.recall, one.ceaf_e.precision) == pytest.approx((65, 130 / 3))
    assert (one.lea.recall, one.lea.precision) == pytest.approx((100 * (1 + 4 / 6) / 7, 100 * (2 + 4 / 6) / 8))
    assert one.conll == pytest.approx(46, abs=0.5)
    assert (one.mentions.recall, one.mentions.precision) == pytest.approx((600 / 7, 600 / 8))


def test_muc_equals_the_examples_of_its_paper() -> None:
    # Vilain et al. 1995: A-B-C-D against A-B and C-D, and the other way round.
    one = compared(clusters("abcd"), clusters("ab", "cd"))
    assert (one.muc.recall, one.muc.precision) == pytest.approx((200 / 3, 100))
    other = compared(clusters("ab", "cd"), clusters("abcd"))
    assert (other.muc.recall, other.muc.precision) == pytest.approx((100, 200 / 3))


def test_b_cubed_equals_the_example_of_its_paper() -> None:
    # Bagga and Baldwin 1998: two responses with the same MUC precision, of which the second joins the large clusters.
    key = clusters("12345", "67", "89abc")
    small = compared(key, clusters("12345", "6789abc"))
    large = compared(key, clusters("1234589abc", "67"))
    assert small.muc.precision == large.muc.precision == pytest.approx(90)
    assert small.b_cubed.precision == pytest.approx(76, abs=0.5)
    assert large.b_cubed.precision == pytest.approx(58, abs=0.5)


def test_the_annotation_itself_agrees_fully_and_nothing_agrees_with_nothing_found() -> None:
    key = clusters("abc", "de")
    full, none = compared(key, key), compared(key, [])
    assert {full.muc.f1, full.b_cubed.f1, full.ceaf_e.f1, full.lea.f1, full.conll} == {100.0}
    assert {none.muc.f1, none.b_cubed.f1, none.ceaf_e.f1, none.lea.f1, none.conll} == {0.0}


# --- from texts to clusters

Word = tuple[str, str, int, str]
"""A form, its part of speech, the number of its governor in the sentence (0: the root), and how it depends on it."""

FIRST: Sequence[Word] = (
    ("Ann", "PROPN", 6, "nsubj"),
    ("Lee", "PROPN", 1, "flat"),
    (",", "PUNCT", 5, "punct"),
    ("the", "DET", 5, "det"),
    ("mayor", "NOUN", 1, "appos"),
    ("saw", "VERB", 0, "root"),
    ("the", "DET", 8, "det"),
    ("storm", "NOUN", 6, "obj"),
)
SECOND: Sequence[Word] = (
    ("Lee", "PROPN", 3, "nmod:poss"),
    ("'s", "PART", 1, "case"),
    ("aides", "NOUN", 4, "nsubj"),
    ("say", "VERB", 0, "root"),
    ("she", "PRON", 6, "nsubj"),
    ("left", "VERB", 4, "ccomp"),
    ("it", "PRON", 6, "obj"),
)


def gum(*sentences: Sequence[Word], mentions: Sequence[tuple[int, int, str, str]]) -> GumDocument:
    """A document of these words, with mentions from one word to another, their kinds and clusters."""
    words = [word for sentence in sentences for word in sentence]
    text, starts = "", []
    for form, *_ in words:
        text += " " if text and form != "'s" else ""
        starts.append(len(text))
        text += form
    told: list[tuple[GumToken, ...]] = []
    for sentence in sentences:
        first = sum(len(one) for one in told)
        told.append(
            tuple(
                GumToken(
                    (starts[first + place], starts[first + place] + len(form)),
                    upos,
                    "NNP" if upos == "PROPN" else "X",
                    form,
                    first + governor - 1 if governor else None,
                    relation,
                )
                for place, (form, upos, governor, relation) in enumerate(sentence)
            )
        )
    tokens = [token for sentence in told for token in sentence]
    found = tuple(
        GumMention(
            (tokens[first].span[0], tokens[last].span[1]),
            tokens[first].span,
            kind,
            cluster,
            None,
            tokens[first].upos == "PRON",
        )
        for first, last, kind, cluster in mentions
    )
    return GumDocument("made_up", "news", "test", text, tuple(told), found)


MADE_UP = gum(
    FIRST,
    SECOND,
    mentions=[
        (0, 4, "person", "lee"),
        (3, 4, "person", "lee"),
        (6, 7, "event", "storm"),
        (8, 9, "person", "lee"),
        (8, 10, "person", "aides"),
        (12, 12, "person", "lee"),
        (14, 14, "event", "storm"),
    ],
)


def span(words: str, after: int = 0) -> Span:
    start = MADE_UP.text.index(words, after)
    return Span(start, start + len(words))


def meant_by(aligned: Mapping[Span, GumMention]) -> dict[str, str]:
    return {MADE_UP.text[slice(*one)]: MADE_UP.text[slice(*mention.span)] for one, mention in aligned.items()}


def test_exact_spans_differ_in_a_possessive_at_most() -> None:
    spans = [span("Ann Lee"), span("Lee", 20), span("Ann Lee , the mayor"), span("she")]
    assert meant_by(by_span(MADE_UP, spans)) == {
        "Lee": "Lee's",
        "Ann Lee , the mayor": "Ann Lee , the mayor",
        "she": "she",
    }


def test_a_mention_matches_by_its_head_if_it_lies_in_the_annotated_one() -> None:
    spans = [span("Ann Lee"), span("the mayor"), span("aides"), span("storm Lee"), span(", the")]
    assert meant_by(by_head(MADE_UP, spans)) == {
        "Ann Lee": "Ann Lee , the mayor",
        "the mayor": "the mayor",
        "aides": "Lee's aides",
    }


def test_a_family_name_is_a_head_too() -> None:
    assert meant_by(by_head(MADE_UP, [span("Lee")])) == {"Lee": "Ann Lee , the mayor"}


def test_each_annotated_mention_is_matched_once_by_the_fullest() -> None:
    aligned = by_head(MADE_UP, [span("Lee"), span("Ann"), span("Ann Lee")])
    assert meant_by(aligned) == {"Ann Lee": "Ann Lee , the mayor"}


def test_only_parties_with_a_name_or_pronoun_count_and_clusters_of_one_never() -> None:
    found = [[span("Ann Lee"), span("she"), span("the storm")], [span("saw"), span("it")], [span("aides")]]
    gold, given = clusters_of(MADE_UP, found, by_head, parties_only=True)
    assert [len(cluster) for cluster in gold] == [4]
    assert [len(cluster) for cluster in given] == [2]
    gold, given = clusters_of(MADE_UP, found, by_head, parties_only=False)
    assert sorted(len(cluster) for cluster in gold) == [2, 4]
    assert sorted(len(cluster) for cluster in given) == [2, 3]


def test_what_is_no_mention_counts_against_precision() -> None:
    found = {"made_up": [[span("Ann Lee"), span("she"), span("saw")]]}
    one = coreference([MADE_UP], found, by_head, parties_only=True)
    assert one.mentions.precision == pytest.approx(200 / 3)
    assert one.mentions.recall == pytest.approx(50)


def test_the_baseline_joins_equal_names() -> None:
    twice = gum(FIRST, SECOND, FIRST, mentions=[])
    assert [[twice.text[slice(*one)] for one in many] for many in of_equal_names(twice) if len(many) > 1] == [
        ["Ann Lee"] * 2
    ]


@pytest.mark.parametrize("parties_only", [True, False])
def test_the_annotated_clusters_score_full_marks(news: list[GumDocument], *, parties_only: bool) -> None:
    found = {}
    for document in news:
        names = dict.fromkeys(mention.cluster for mention in document.mentions)
        found[document.name] = [[Span(*one.span) for one in document.mentions if one.cluster == name] for name in names]
    one = coreference(news, found, by_span, parties_only=parties_only)
    # Two mentions of the corpus at one place are one span: what is lost so is little.
    assert min(one.mentions.f1, one.conll, one.lea.f1) > 98


def test_the_baseline_finds_a_part_of_the_clusters(news: list[GumDocument]) -> None:
    found = {document.name: of_equal_names(document) for document in news}
    one = coreference(news, found, by_head, parties_only=True)
    assert 15 < one.conll < 60


# --- the benchmark itself


def test_the_benchmark_runs_keeps_its_floors_and_fails_under_them(
    dev: list[GoldDocument],
    news: list[GumDocument],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    monkeypatch.setattr("benchmarks.parties.reader.read", lambda _: Reading((), ()))
    test = [document for document in news if document.split == "test"]
    held_for = parties.digest(dev, test)

    def run(*arguments: str) -> None:
        monkeypatch.setattr(sys, "argv", ["parties", str(CORPORA), *arguments])
        parties.main()

    run("--update")
    told = capsys.readouterr().out
    assert "121 labelled sources" in told
    assert "clusters of one never count" in told
    assert Floors.stored().by_benchmark["parties"][0] == held_for
    with pytest.raises(SystemExit) as passed:
        run("--check")
    assert passed.value.code == 0
    Floors({"parties": (held_for, {"pronouns right": 1.0})}).store()
    with pytest.raises(SystemExit, match="pronouns right"):
        run("--check")
