"""Event mentions are read from ECB+'s layout, grouped by comparing or by lemma, and scored with what they mix."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from benchmarks import same_event
from benchmarks.coreference import Cluster, compared
from benchmarks.ecbplus import EcbDocument, EventMention, documents, spaced
from benchmarks.floors import Floors
from benchmarks.heads import head, lemma
from benchmarks.mentions import Mention, Telling, by_comparing, by_lemma, log_odds, measures, rows_of
from benchmarks.same_event import (
    TOPICS,
    Scores,
    agreement,
    annotated,
    baseline,
    by_topic,
    claims_of,
    digest,
    findings,
    grouped,
    measured,
    mixed,
    ours,
    scored,
    shown,
    told_apart,
)
from training.gum import GumDocument, GumMention, GumToken
from training.same_event import agreement as agreement_on
from training.same_event import fitted, marked

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"

FERRY = (
    "The ferry Asta Brenn ran aground off Orvick on Monday .",
    "Ida Terhune , who led the rescue off Orvick , said 41 passengers were hurt when the Asta Brenn ran aground .",
)
FERRY_AGAIN = (
    "Forty-one passengers were hurt as the ferry Asta Brenn ran aground near Orvick .",
    "The grounding of the Asta Brenn was reported by Ida Terhune on Monday .",
)
OTHER_FERRY = (
    "A car ferry , the Queen Ysolde , ran aground at Delvik in March .",
    "Pavel Corvin of the Delvik coastguard said nobody aboard the Queen Ysolde was hurt .",
)


def layout(sentences: Sequence[str], marked: Sequence[tuple[str, str, str]], chains: Sequence[str] = ()) -> str:
    """A document in the corpus' XML: `marked` are (id, tag, words), the words standing once; `chains` are relations."""
    tokens, markables, place = [], [], 0
    numbers: dict[str, int] = {}
    for sentence, text in enumerate(sentences):
        for word in text.split():
            place += 1
            numbers.setdefault(word, place)
            tokens.append(f'<token t_id="{place}" sentence="{sentence}" number="0">{word}</token>')
    for name, tag, words in marked:
        anchors = "".join(f'<token_anchor t_id="{numbers[word]}"/>' for word in words.split())
        markables.append(f'<{tag} m_id="{name}">{anchors}</{tag}>')
    inside = f"<Markables>{''.join(markables)}</Markables><Relations>{''.join(chains)}</Relations>"
    return f'<Document doc_name="x">{"".join(tokens)}{inside}</Document>'


def chain(kind: str, name: str, *mentions: str) -> str:
    known = f'note="{name}"' if kind == "CROSS_DOC_COREF" else f'r_id="{name}"'
    sources = "".join(f'<source m_id="{mention}"/>' for mention in mentions)
    return f'<{kind} {known}>{sources}<target m_id="99"/></{kind}>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents of a topic of our own, one for each of its happenings."""
    (tmp_path / "ECB+" / "1").mkdir(parents=True)
    (tmp_path / "ECB+" / "1" / "1_1ecb.xml").write_text(
        layout(
            FERRY,
            [
                ("1", "ACTION_OCCURRENCE", "ran aground"),
                ("2", "ACTION_OCCURRENCE", "rescue"),
                ("3", "NEG_ACTION_STATE", "hurt"),
                ("4", "HUMAN_PART_PER", "Ida Terhune"),
                ("5", "ACTION_REPORTING", "said"),
            ],
            [
                chain("CROSS_DOC_COREF", "ACT7", "1"),
                chain("INTRA_DOC_COREF", "12", "2", "3"),
                chain("CROSS_DOC_COREF", "HUM1", "4"),
            ],
        ),
        encoding="utf-8",
    )
    (tmp_path / "ECB+" / "1" / "1_1ecbplus.xml").write_text(
        layout(
            ["http : / / delvik . invalid", *OTHER_FERRY],
            [
                ("0", "ACTION_STATE", "delvik"),
                ("1", "ACTION_OCCURRENCE", "ran"),
                ("2", "ACTION_STATE", "aboard"),
                ("3", "ACTION_OCCURRENCE", "hurt"),
            ],
            [chain("CROSS_DOC_COREF", "ACT8", "1")],
        ),
        encoding="utf-8",
    )
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(
        "Topic,File,Sentence Number\n1,1ecb,0\n1,1ecb,1\n1,1ecbplus,0\n1,1ecbplus,1\n", encoding="utf-8"
    )
    return tmp_path


def told(name: str, sentences: Sequence[str], *mentions: tuple[int, str]) -> Telling:
    return Telling(name, tuple(spaced(one.split()) for one in sentences), tuple(Mention(*one) for one in mentions))


def ecb(name: str, happening: str, sentences: Sequence[str], *mentions: tuple[int, str, str]) -> EcbDocument:
    held = tuple(EventMention(sentence, (word,), cluster) for sentence, word, cluster in mentions)
    texts = {number: spaced(text.split()) for number, text in enumerate(sentences)}
    return EcbDocument(name, int(name.partition("_")[0]), happening, texts, held)


# --- the corpus


def test_only_actions_in_checked_sentences_are_mentions(folder: Path) -> None:
    first, second = documents(folder, [1])
    assert [mention.words for mention in first.mentions] == [("ran", "aground"), ("rescue",), ("said",), ("hurt",)]
    assert [mention.words for mention in second.mentions] == [("ran",)]


def test_a_mention_belongs_to_its_instance_or_its_chain_or_itself(folder: Path) -> None:
    first, _ = documents(folder, [1])
    assert [mention.cluster for mention in first.mentions] == [
        "ACT7",
        "1_1ecb/chain 12",
        "1_1ecb/5",
        "1_1ecb/chain 12",
    ]


def test_the_address_of_a_later_document_is_no_part_of_its_text(folder: Path) -> None:
    _, second = documents(folder, [1])
    assert second.happening == "ecbplus"
    assert second.text.startswith("A car ferry, the Queen Ysolde, ran aground")


def test_topics_that_are_not_there_are_passed_over(folder: Path) -> None:
    assert [document.topic for document in documents(folder, range(5))] == [1, 1]


def test_words_are_put_together_as_they_are_printed() -> None:
    assert spaced("`` It 's ( nearly ) over , '' she did n't say .".split()) == "“It's (nearly) over,” she didn't say."


# --- heads and lemmas


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("checked into", "checked"),
        ("an attack on", "attack"),
        ("heart attack", "attack"),
        ("on suspicion", "suspicion"),
        ("passed away", "passed"),
        ("Of", "of"),
        ("", ""),
    ],
)
def test_the_head_stands_before_a_preposition_or_last(words: str, expected: str) -> None:
    assert head(words.split()) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "kill kills killed killing killings",
        "stop stops stopped stopping",
        "hire hires hired hiring",
        "say says said saying",
        "die dies died dying",
        "carry carries carried carrying",
        "crash crashes crashed crashing",
        "make made making makes",
        "agree agreed agrees",
        "pass passes passed",
    ],
)
def test_the_forms_of_a_word_have_one_lemma(forms: str) -> None:
    assert len({lemma(form) for form in forms.split()}) == 1


def test_other_words_have_other_lemmas() -> None:
    assert len({lemma(word) for word in "kill fill bus string bring speed crisis need".split()}) == 8


# --- grouping


def test_by_lemma_the_same_word_is_the_same_event() -> None:
    tellings = [told("one", FERRY, (0, "ran"), (1, "hurt")), told("other", OTHER_FERRY, (0, "runs"), (1, "said"))]
    assert sorted(map(sorted, by_lemma(tellings))) == [[(0, 0), (1, 0)], [(0, 1)], [(1, 1)]]
    assert len(by_lemma(tellings, ["a", "b"])) == 4


def test_by_comparing_reports_of_one_happening_share_its_events_also_in_other_words() -> None:
    tellings = [told("one", FERRY, (0, "ran"), (1, "hurt")), told("other", FERRY_AGAIN, (0, "ran"), (0, "hurt"))]
    assert sorted(map(sorted, by_comparing(tellings))) == [[(0, 0), (1, 0)], [(0, 1), (1, 1)]]


def test_by_comparing_reports_without_a_common_name_share_no_event() -> None:
    tellings = [told("one", FERRY, (0, "ran"), (1, "hurt")), told("other", OTHER_FERRY, (0, "ran"), (1, "hurt"))]
    assert all(len(group) == 1 for group in by_comparing(tellings))


def test_the_order_of_documents_changes_no_group() -> None:
    tellings = [
        told("one", FERRY, (0, "ran"), (1, "hurt"), (1, "rescue")),
        told("other", FERRY_AGAIN, (0, "hurt"), (0, "ran"), (1, "grounding")),
        told("third", OTHER_FERRY, (0, "ran"), (1, "said")),
    ]
    named = [{frozenset((tellings[number].name, place) for number, place in group) for group in by_comparing(tellings)}]
    tellings.reverse()
    named.append(
        {frozenset((tellings[number].name, place) for number, place in group) for group in by_comparing(tellings)}
    )
    assert named[0] == named[1]


def test_documents_without_mentions_or_none_at_all_give_no_events() -> None:
    assert by_comparing([told("one", FERRY)]) == []
    assert by_comparing([]) == []


def test_one_lemma_and_close_heads_raise_the_odds() -> None:
    rows = rows_of([told("one", FERRY, (0, "ran"), (1, "ran"), (1, "hurt"))])
    odds = log_odds(rows)
    assert measures(rows).shape == (3, 3, 3)
    assert odds[0, 1] > odds[0, 2]
    assert odds[0, 1] == pytest.approx(odds[1, 0])


# --- scores


def test_scoring_part_by_part_is_scoring_at_once() -> None:
    chance = Random(5)  # noqa: S311  it guards nothing
    for _ in range(20):
        sides: list[list[Cluster]] = []
        for _ in range(2):
            groups: dict[int, set[int]] = {}
            for mention in range(30):
                groups.setdefault(chance.randrange(14), set()).add(mention)
            sides.append([frozenset(group) for group in groups.values()])
        whole, parts = compared(*sides), agreement(*sides)
        for name in ("mentions", "muc", "b_cubed", "ceaf_e", "lea"):
            assert getattr(parts, name).precision == pytest.approx(getattr(whole, name).precision)
            assert getattr(parts, name).recall == pytest.approx(getattr(whole, name).recall)


def test_mentions_that_one_side_lacks_count_against_the_other() -> None:
    found = agreement([frozenset({1, 2})], [frozenset({1, 2}), frozenset({3, 4})])
    assert (found.b_cubed.precision, found.b_cubed.recall) == (50.0, 100.0)
    assert agreement([], []).conll == 0.0


def test_an_event_of_two_happenings_is_mixed_unless_the_annotation_joins_it_across_them() -> None:
    read = [
        ecb("1_1ecb", "ecb", FERRY, (0, "ran", "a"), (1, "said", "both")),
        ecb("1_1ecbplus", "ecbplus", OTHER_FERRY, (0, "ran", "b"), (1, "said", "both")),
    ]
    first, second = "1_1ecb", "1_1ecbplus"
    wrong: Cluster = frozenset({(first, 0), (second, 0)})
    right: Cluster = frozenset({(first, 1), (second, 1)})
    assert list(mixed(read, [wrong, right, frozenset({(first, 0)})])) == [wrong]


def test_a_table_and_floors_are_made_of_both_ways_of_reading_the_corpus() -> None:
    read = [
        ecb("1_1ecb", "ecb", FERRY, (0, "ran", "a"), (1, "hurt", "c")),
        ecb("1_2ecb", "ecb", FERRY_AGAIN, (0, "ran", "a"), (0, "hurt", "c")),
        ecb("1_1ecbplus", "ecbplus", OTHER_FERRY, (0, "ran", "b")),
        ecb("2_1ecb", "ecb", OTHER_FERRY[::-1], (1, "ran", "d")),
    ]
    topics = by_topic(read)
    assert [len(topic) for topic in topics] == [3, 1]
    assert scored(read, annotated(read)).whole.conll == 100.0
    by_word = scored(read, grouped(topics, baseline))
    assert (by_word.several, by_word.mixed, by_word.apart) == (2, 1, 50.0)
    assert scored(read, grouped([read], told_apart)).mixed == 0
    own = scored(read, grouped(topics, ours))
    assert own.whole.conll > by_word.whole.conll
    assert set(measured(own, by_word)) == {
        "within topics CoNLL",
        "within topics apart",
        "all topics CoNLL",
        "all topics apart",
    }
    assert "1 of 2" in shown({"head lemma": by_word})


def test_where_nothing_is_mentioned_twice_nothing_is_apart() -> None:
    nothing = agreement([], [])
    assert Scores(nothing, nothing, 0, 0).apart == 0.0


def test_claims_are_counted_that_documents_of_two_happenings_share() -> None:
    read = [
        ecb("1_1ecb", "ecb", FERRY),
        ecb("1_2ecb", "ecb", FERRY_AGAIN),
        ecb("1_1ecbplus", "ecbplus", OTHER_FERRY),
    ]
    whole = findings(read)
    found = claims_of(read, whole)
    assert found.shared > 0
    assert found.mixed == 0
    assert claims_of(read[:1], whole).shared == 0
    as_if = [read[0], ecb("1_2ecb", "ecbplus", FERRY_AGAIN)]
    assert claims_of(as_if, whole).mixed == claims_of(as_if, whole).shared > 0


# --- fitting


def gum(name: str, words: str, clusters: str) -> GumDocument:
    """A document of one sentence a line; every word is an event of the cluster that its letter names, or none of "-"."""
    text, tokens, mentions, sentences = "", [], [], []
    for line, letters in zip(words.split("|"), clusters.split("|"), strict=True):
        for word, letter in zip(line.split(), letters.split(), strict=True):
            span = (len(text), len(text) + len(word))
            tokens.append(GumToken(span, "PRON" if word == "it" else "VERB", "VB", word, None, "root"))
            if letter != "-":
                mentions.append(GumMention(span, span, "event", letter, None, pronoun=False))
            text += f"{word} "
        sentences.append(tuple(tokens))
        tokens = []
    return GumDocument(name, "news", "train", text.rstrip(), tuple(sentences), tuple(mentions))


def test_events_of_a_treebank_are_marked_with_their_sentences_and_heads() -> None:
    telling, clusters = marked(gum("a", "They attacked|it ended", "- x|x y"))
    assert telling.sentences == ("They attacked", "it ended")
    assert [(mention.sentence, mention.head) for mention in telling.mentions] == [(0, "attacked"), (1, "ended")]
    assert clusters == ("x", "y")


def test_what_one_event_shares_gets_a_weight() -> None:
    corpus = [
        marked(gum("a", "attacked fled|attacks shouted|sang attack", "x y|x z|w x")),
        marked(gum("b", "voted left|vote danced|slept voting", "x y|x z|w x")),
    ]
    weights = fitted(corpus)
    assert weights.lemma > 0
    assert weights.heads > 0
    muc, conll = agreement_on(corpus, weights, 0.0)
    assert muc == pytest.approx(100.0)
    assert conll == pytest.approx(100.0)


# --- the corpus itself


def test_the_corpus_has_as_many_mentions_and_events_as_its_users_publish() -> None:
    if not (CORPORA / "ecbplus").is_dir():
        pytest.skip("ECB+ is not beside this checkout")
    read = list(documents(CORPORA / "ecbplus", TOPICS))
    assert (sum(len(document.mentions) for document in read), len(annotated(read))) == (5053, 1936)


def test_ours_is_ahead_of_the_head_lemma_over_some_topics() -> None:
    if not (CORPORA / "ecbplus").is_dir():
        pytest.skip("ECB+ is not beside this checkout")
    read = list(documents(CORPORA / "ecbplus", (20, 24, 27)))
    own, theirs = (scored(read, grouped([read], grouping)) for grouping in (ours, baseline))
    assert own.whole.conll > theirs.whole.conll


def test_the_command_measures_and_holds_its_floors(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpora = folder.parent / "corpora"
    corpora.mkdir()
    folder.rename(corpora / "ecbplus")
    read = list(documents(corpora / "ecbplus", TOPICS))
    kept = Floors({"same event": (digest(read), {"within topics CoNLL": 10.0})})
    monkeypatch.setattr(Floors, "stored", lambda: kept)
    monkeypatch.setattr("sys.argv", ["same_event", str(corpora), "--claims", "--check"])
    with pytest.raises(SystemExit) as ended:
        same_event.main()
    told_in = capsys.readouterr().out
    assert ended.value.code == 0
    assert "2 documents of 1 topics, 5 mentions of 4 events" in told_in
    assert "claims told by two or more documents, all topics: 0, of two happenings: 0" in told_in


def test_a_folder_without_the_corpus_is_told_in_a_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "ecbplus").mkdir()
    (folder / "ECBplus_coreference_sentences.csv").rename(folder / "ecbplus" / "ECBplus_coreference_sentences.csv")
    monkeypatch.setattr("sys.argv", ["same_event", str(folder)])
    with pytest.raises(SystemExit, match="none of these topics"):
        same_event.main()
