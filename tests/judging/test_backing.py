"""Our own text against what is held: every verdict, in the words that a person sees."""

import io
from collections.abc import Callable
from importlib.resources import as_file, files
from json import loads
from pathlib import Path

import pytest

from benchmarks.drafts import judged, reports
from tests.judging.drafted import drafted, kept_in
from wherefrom import api
from wherefrom.judging.backing import Backing, DraftSentence
from wherefrom.model import slice_of
from wherefrom.output.drafting import show_backing
from wherefrom.output.terminal import console_for

Check = Callable[..., DraftSentence]
DRAFTS = Path(__file__).parents[2] / "benchmarks" / "drafts"


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """What is said of one sentence, against the story."""

    def run(sentence: str) -> DraftSentence:
        found = api.check(drafted(tmp_path, sentence), kept_in(tmp_path))
        return found.sentences[1]

    return run


def shown(found: Backing, *, every: bool = False) -> str:
    """What the terminal shows, on lines as long as they come."""
    stream = io.StringIO()
    console = console_for(stream)
    console.width = 1000
    show_backing(found, console, every=every)
    return stream.getvalue()


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge over the Tarn was closed on Saturday after a crack was found in its eastern pier, the city said.",
        "An engineer who saw the crack told the Ardent Post that it is 14 centimetres long.",
        "Repairs may cost 3.2 million crowns, according to Mayor Lea Orrin.",
        "About 4,000 lorries use the bridge each day.",
        "Halden & Sons denied having used the wrong steel.",
        "Morning Brief was unable to confirm the Ardent Post's report.",
        "From Thursday two ferries will carry lorries to Corvale, the harbour master said.",
    ],
)
def test_what_is_held_as_it_is_put_is_backed(check: Check, sentence: str) -> None:
    found = check(sentence)
    assert found.verdict == "backed", found.reasons
    assert found.reasons[-1].held


@pytest.mark.parametrize(
    ("sentence", "verdict", "why"),
    [
        (
            "Several engineers say that the crack is 14 centimetres long.",
            "weaker",
            "“Several engineers”: the held words go back to “an engineer who saw it”",
        ),
        (
            "Two newspapers have reported independently that the crack is 14 centimetres long.",
            "weaker",
            "the held words go back to",
        ),
        (
            "The crack is 14 centimetres long.",
            "attribution-lost",
            "told on our own word; held words have it from “an engineer who saw it”",
        ),
        (
            "Dario Brandt said that the crack is 14 centimetres long.",
            "attribution-lost",
            "attributed to “Dario Brandt”; held words have “an engineer who saw it”",
        ),
        (
            "Repairs will cost 3.2 million crowns, Mayor Lea Orrin said.",
            "hedge-lost",
            "the held words hold back: “may”; the draft does not",
        ),
        (
            "The contractor Halden & Sons used the wrong steel, Morning Brief wrote.",
            "hedge-lost",
            "the held words hold back: “allegedly”; the draft does not",
        ),
        (
            "The crack is 41 centimetres long, said an engineer who saw it.",
            "figure-changed",
            "“41 centimetres”: the held words have “14 centimetres”",
        ),
        (
            "The bridge over the Tarn was closed on Monday after a crack was found in its eastern pier, the city said.",
            "figure-changed",
            "“Monday”: the held words have “Saturday”",
        ),
        (
            "Morning Brief said that it had confirmed the report.",
            "contradicted",
            "something held says the opposite: the held words have it in the negative",
        ),
        (
            "The mayor answered questions about the inspection of 2029.",
            "contradicted",
            "something held says the opposite: the held words have it in the negative",
        ),
        (
            "From Thursday two ferries will carry the lorries to Velden, the harbour master said.",
            "contradicted",
            "another name: where the draft has “Velden”, the held words have “Corvale”",
        ),
        (
            "Orrin studied architecture in Vienna and plays the cello.",
            "nothing-held",
            "nothing held says it: no held words for",
        ),
        ("What happens now?", "no-statement", "a question"),
        ("Here is what we know so far.", "no-statement", "our own framing"),
    ],
)
def test_every_verdict_tells_why_in_plain_words(check: Check, sentence: str, verdict: str, why: str) -> None:
    found = check(sentence)
    assert found.verdict == verdict, found.reasons
    assert any(why in one.why for one in found.reasons if one.verdict == verdict), found.reasons


def test_a_headline_is_nothing_to_check(tmp_path: Path) -> None:
    found = api.check(drafted(tmp_path, "Nothing here."), kept_in(tmp_path))
    assert (found.sentences[0].verdict, found.sentences[0].reasons[0].why) == ("no-statement", "a heading")


def test_a_sentence_has_the_gravest_verdict_and_all_reasons(check: Check) -> None:
    found = check("Several engineers say that the crack is 41 centimetres long.")
    assert found.verdict == "figure-changed"
    assert {one.verdict for one in found.reasons} >= {"figure-changed", "weaker"}


def test_what_is_to_be_looked_at_is_shown_with_the_held_words_their_outlet_and_day(tmp_path: Path) -> None:
    draft = drafted(
        tmp_path,
        "The crack is 41 centimetres long, said an engineer who saw it.",
        "Some 4,000 lorries use the bridge every day.",
    )
    found = shown(api.check(draft, kept_in(tmp_path, "post")))
    assert found.splitlines() == [
        "FIGURE CHANGED  “The crack is 41 centimetres long, said an engineer who saw it.”",
        "    “41 centimetres”: the held words have “14 centimetres”",
        "    held: “The crack is 14 centimetres long, according to an engineer who saw it.” (Ardent Post, 2031-03-02)",
        "",
        "3 sentences: 1 figure changed, 1 backed, 1 nothing to check.",
    ]


def test_all_shows_what_backs_the_rest(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "Some 4,000 lorries use the bridge every day.")
    found = shown(api.check(draft, kept_in(tmp_path, "post")), every=True)
    assert "backed  “Some 4,000 lorries use the bridge every day.”\n    by Ardent Post\n" in found


def test_words_that_would_steer_the_terminal_are_shown_as_what_they_are(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "Orrin \x1b[31mstudied\x1b[0m architecture in Vienna and plays the cello.")
    assert "\x1b" not in shown(api.check(draft, kept_in(tmp_path)), every=True)


def test_every_quote_is_the_slice_that_it_points_to(tmp_path: Path) -> None:
    texts = {one.id: one.text for one in api.read(kept_in(tmp_path)).documents}
    sentences = [
        "Several engineers say that the crack is 41 centimetres long.",
        "Repairs will cost 3.2 million crowns, Orrin said.",
    ]
    found = api.check(drafted(tmp_path, *sentences), kept_in(tmp_path))
    quoted = [held for one in found.sentences for reason in one.reasons for held in reason.held]
    assert quoted
    assert [one for one in quoted if slice_of(texts[one.document], one.spans) != one.text] == []
    assert [one for one in found.sentences if slice_of(found.draft.text, one.spans) != one.text] == []


def test_what_some_hold_and_others_deny_is_backed_by_the_ones_and_told_of_the_others(check: Check) -> None:
    found = check("The contractor Halden & Sons allegedly used the wrong steel, Morning Brief wrote.")
    assert found.verdict == "backed"


def test_in_a_draft_that_is_only_a_headline_there_is_nothing_to_put_right(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("The bridge at Sunmere", encoding="utf-8")
    assert api.check(path, kept_in(tmp_path)).clean


def test_ten_planted_errors_over_the_bundled_case_are_found_and_one_clean_sentence_in_twenty_flagged_at_most() -> None:
    with as_file(files("wherefrom") / "demo_case") as story:
        found = {one.text: one for one in api.check(DRAFTS / "demo" / "draft.txt", reports(story)).sentences}
    labelled = loads((DRAFTS / "demo" / "gold.json").read_text(encoding="utf-8"))["sentences"]
    planted = [one for one in labelled if one["label"] not in {"backed", "no-statement"}]
    assert (len(labelled), len(planted), len({one["label"] for one in planted})) == (30, 10, 6)
    assert [one["text"] for one in planted if found[one["text"]].clean] == []
    assert sum(not found[one["text"]].clean for one in labelled if one not in planted) <= 1


def test_the_benchmark_counts_what_the_command_says(tmp_path: Path) -> None:
    draft = judged(DRAFTS / "demo", Path(__file__).parents[2])
    assert draft is not None
    assert sum(one.planted for one in draft.sentences) == 10
    assert judged(DRAFTS / "demo", tmp_path) is None
