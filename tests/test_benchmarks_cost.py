"""Stories are made of readings in such a way that what is said of their texts is right, and each is a story of its own."""

import argparse
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from benchmarks import cost
from benchmarks.cost import Cost, Stages
from benchmarks.multiplied import Models, Told, as_findings, multiplied, story
from benchmarks.redating import Dates, sites
from benchmarks.renaming import TOKEN, Renaming
from wherefrom import intake
from wherefrom.comparing import pipeline
from wherefrom.model import Appearance, Findings, Span, Spans, slice_of
from wherefrom.reader import reader_named

REPORTS = {
    "Saleth Courier": """Harbour chief quits over crane report

PORT SALETH, March 30 (SC) - Harbour chief Orla Brandt resigned on Thursday, two officials told the Saleth Courier.

About 1,450 tonnes of grain were lost when the crane fell in 2019, Brandt said. She denied that she had known of the cracks.

The crane may have been cracked since May 4, 2019, according to an engineer who asked not to be named. "Nobody looked," he said.
""",
    "Daily Lantern": """Crane boss Brandt is gone

Orla Brandt has allegedly fled Port Saleth, the Saleth Courier reported on Thursday. The police declined to comment.

Between 20 and 30 dockers were hurt, the union's secretary Pavel Rowe claimed.
""",
}


@cache
def reading() -> Findings:
    """The reports as they are read."""
    ours = reader_named(None)
    documents = [
        intake.document_from_bytes(text.encode(), f"{number}.txt", outlet=outlet, published="2023-03-31")
        for number, (outlet, text) in enumerate(REPORTS.items())
    ]
    documents.sort(key=lambda one: (one.published or "", one.id))
    read = [ours.read(one) for one in documents]
    return Findings(
        ours.identity(),
        tuple(documents),
        appearances=tuple(one for held in read for one in held.appearances),
        parties=tuple(one for held in read for one in held.parties),
    )


@cache
def models() -> Models:
    return Models.of([reading()])


def made(numbers: range = range(12)) -> list[Told]:
    return [told for number in numbers for told in story(models(), number)]


def quoted(told: Any) -> Iterator[tuple[str, Spans]]:  # noqa: ANN401  any of the nouns, or what they are made of
    """Everything that is said to be the words at some place."""
    if isinstance(told, tuple):
        for one in told:
            yield from quoted(one)
    elif hasattr(told, "__dataclass_fields__"):
        if hasattr(told, "text") and hasattr(told, "spans"):
            yield told.text, told.spans
        for name in told.__dataclass_fields__:
            yield from quoted(getattr(told, name))


# --- one story


def test_all_words_stand_where_they_are_said_to_stand() -> None:
    for told in made():
        found = [words for one in told.appearances for words in quoted(one)]
        assert found
        for text, spans in found:
            assert text == slice_of(told.document.text, spans)


def test_what_is_said_of_a_text_points_to_words_and_not_to_parts_of_them() -> None:
    for told in made():
        text = told.document.text
        for spans in (mention.spans for party in told.parties for mention in party.mentions):
            for start, end in spans:
                assert 0 <= start < end <= len(text)
                assert not (text[start - 1 : start].isalnum() and text[start].isalnum())
                assert not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


def test_blocks_follow_one_another_and_hold_what_they_held() -> None:
    whole = {one.document.text.count("\n\n") for one in made(range(1))}
    assert whole
    for told in made():
        places = [(block.start, block.end) for block in told.document.blocks]
        assert places == sorted(places)
        assert all(first[1] <= second[0] for first, second in pairwise(places))
        assert told.document.blocks[0].kind == "headline"


def test_a_story_has_names_years_and_figures_of_its_own() -> None:
    texts = [" ".join(told.document.text for told in story(models(), number)) for number in range(8)]
    for text in texts:
        assert not {"Brandt", "Saleth", "SALETH", "Orla", "Rowe"} & set(TOKEN.findall(text))
    for name in ("harbour", "crane"):
        assert sum(name in text.lower() for text in texts) < len(texts) / 2
    for one, other in combinations(texts, 2):
        assert one != other


def test_the_same_name_is_the_same_throughout_a_story() -> None:
    for number in range(8):
        renaming = Renaming(models().lexicon, number, 0)
        surname = renaming.of("Brandt")
        told = list(story(models(), number))
        assert sum(surname in one.document.text for one in told) >= 2
        assert renaming.of("BRANDT") == surname.upper()


def test_what_says_who_said_it_stays() -> None:
    cues = {link.cue.text for told in made() for one in told.appearances for link in one.chain if link.cue}
    assert cues <= {link.cue.text for one in reading().appearances for link in one.chain if link.cue}


def test_values_are_what_the_new_figures_say() -> None:
    tonnes = [
        one
        for told in made()
        for appearance in told.appearances
        for one in appearance.quantities
        if "tonnes" in one.text
    ]
    assert tonnes
    for one in tonnes:
        digits = next(word for word in TOKEN.findall(one.text) if word[0].isdigit())
        assert one.value == float(digits.replace(",", ""))
    assert len({one.value for one in tonnes}) > 3


def test_a_range_keeps_both_ends() -> None:
    ranges = [
        one
        for told in made()
        for appearance in told.appearances
        for one in appearance.quantities
        if one.text.startswith("Between")
    ]
    for one in ranges:
        first, last = (float(word) for word in TOKEN.findall(one.text) if word[0].isdigit())
        assert {one.value, one.high} == {first, last}


def test_parties_are_those_of_the_document_and_all_that_are_meant_are_there() -> None:
    for told in made():
        known = {party.id for party in told.parties}
        assert len(known) == len(told.parties)
        for party in told.parties:
            assert {mention.document for mention in party.mentions} == {told.document.id}
        for one in told.appearances:
            assert set(one.about) <= known
            assert {name for link in one.chain if link.source for name in link.source.parties} <= known


def test_sentences_are_left_out_with_all_that_rests_on_them() -> None:
    many = made(range(60))
    lengths = {len(told.appearances) for told in many}
    assert len(lengths) > 3


# --- dates


def test_a_date_is_later_by_as_many_days_wherever_it_stands() -> None:
    dates, text = Dates(45), "PORT, March 30 - On Aug 4, 2022 and in 1917; 28 December 2021. We march, and May is gone."
    found = sites(text, "2023-03-31")
    words = {text[start : start + len(site.word)]: dates.part(site) for start, site in found.items()}
    assert words == {
        "March": "May",
        "30": "14",
        "Aug": "Sep",
        "4": "18",
        "2022": "2022",
        "1917": "1917",
        "28": "11",
        "December": "February",
        "2021": "2022",
    }
    assert dates.moment("2022-08-04") == "2022-09-18"
    assert dates.moment("2021-12-28/2022-01-03") == "2022-02-11/2022-02-17"
    assert dates.moment("2022-08-04T05:48:00") == "2022-09-18T05:48:00"
    assert dates.moment("2022-08") == "2022-09"
    assert dates.moment("XXXX-03-30") == "XXXX-05-14"
    assert dates.moment("P5Y") == "P5Y"
    assert dates.weekday("Thursday") == "Sunday"
    assert dates.weekday("MONDAY") == "THURSDAY"


def test_days_of_the_week_go_with_the_dates() -> None:
    for told in made():
        times = [time for one in told.appearances for time in one.times]
        for one in times:
            if one.value and one.text.endswith("day") and len(one.value) == 10 and one.text != "today":
                assert date.fromisoformat(one.value).strftime("%A") == one.text.split()[-1]


# --- many stories


def test_a_number_always_makes_the_same_story() -> None:
    assert list(story(models(), 5)) == list(story(models(), 5))
    assert list(story(models(), 5)) != list(story(models(), 6))


def test_further_outlets_print_what_others_wrote() -> None:
    found = [list(story(models(), number)) for number in range(40)]
    assert max(map(len, found)) > min(map(len, found)) == len(REPORTS)
    copies = [told for held in found for told in held[len(REPORTS) :]]
    assert any("Source: " in told.document.text for told in copies)
    for held in found:
        assert len({told.document.id for told in held}) == len(held)
        first = min(told.document.published or "" for told in held)
        assert all((told.document.published or "") >= first for told in held)


def test_so_many_statements_are_made_as_are_wanted() -> None:
    told = list(multiplied(models(), 500))
    size = sum(len(one.appearances) for one in told)
    assert 500 <= size < 500 + max(len(one.appearances) for one in told)


def test_findings_are_in_their_order_and_every_id_is_there_once() -> None:
    found = as_findings(multiplied(models(), 300), reading())
    place = {document.id: number for number, document in enumerate(found.documents)}
    dates = [document.published or "" for document in found.documents]
    assert dates == sorted(dates)

    def order(one: Appearance) -> tuple[int, tuple[Span, ...]]:
        return place[one.document], one.spans

    assert list(found.appearances) == sorted(found.appearances, key=order)
    for held in (found.documents, found.appearances, found.parties):
        assert len({one.id for one in held}) == len(held)


def test_what_is_made_can_be_compared() -> None:
    found = pipeline.compare(as_findings(multiplied(models(), 200), reading()))
    assert found.claims
    assert any(len(claim.appearances) > 1 for claim in found.claims)


# --- what is measured


def a_cost(appearances: int, seconds: float, gigabytes: float = 1.0) -> Cost:
    return Cost(appearances, appearances // 20, seconds, seconds, gigabytes, gigabytes / 2, {"joined": seconds / 2})


def test_the_exponent_is_one_where_ten_times_as_much_takes_ten_times_as_long() -> None:
    assert cost.exponent(a_cost(1_000, 2), a_cost(10_000, 20)) == pytest.approx(1)
    assert cost.exponent(a_cost(1_000, 2), a_cost(10_000, 200)) == pytest.approx(2)


def test_every_limit_that_is_passed_is_told() -> None:
    good = [a_cost(100_000, 60), a_cost(1_000_000, 620)]
    assert cost.passed(good) == []
    slow = [a_cost(100_000, 60), a_cost(1_000_000, 1_000, gigabytes=4.5)]
    assert [line.split(":")[0] for line in cost.passed(slow)] == ["cost"] * 3


def test_stages_are_timed_one_by_one() -> None:
    now = iter([0.0, 2.0, 5.0, 6.0])
    stages = Stages(lambda: next(now))

    class Room:
        first = staticmethod(lambda: "one")
        second = staticmethod(lambda: "two")

    with stages.watching(Room, ("first", "second", "third")):
        assert (Room.first(), Room.second()) == ("one", "two")
    assert dict(stages.spent) == {"first": 2.0, "second": 1.0}


def test_it_measures_in_a_process_of_its_own_and_holds_the_floor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def costs(sizes: list[int], profile: int = 0, processes: int = 1) -> Iterator[Cost]:
        del profile, processes
        return (a_cost(size, size**2 / 1e6) for size in sizes)

    monkeypatch.setattr(cost, "costs", costs)
    given = argparse.Namespace(
        workers=1, sizes=[100, 1_000], profile=0, check=True, update=False, allow_regression=False
    )
    with pytest.raises(SystemExit):
        cost.told(given)
    assert "exponent 2.000" in capsys.readouterr().out


def test_all_cases_of_our_own_are_read() -> None:
    found = cost.folders()
    assert found[0].name == "demo_case"
    assert all(isinstance(folder, Path) and folder.is_dir() for folder in found)
    assert len(found) == 6
