"""What a source disclosed, against what was public and what others say: counts with the items behind them, and no score."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wherefrom.comparing import Outlets, compare
from wherefrom.intake import document_from_bytes
from wherefrom.judging.days import days_of, order
from wherefrom.judging.vetting import Hearing, Item, Teller, Vetting, vetted
from wherefrom.judging.vetting.untestable import is_firm, untestable
from wherefrom.model import Appearance, Document, Findings, Nature, Time
from wherefrom.reader import Reading, reader_named

Report = tuple[str, str | None, str]
"""Outlet, date and text."""

POST = (
    "Ilvar Brandt, an engineer, has left Korvia. Brandt said that the shipyard at Tarn has dismissed 400 welders. Brandt said that "
    "the frigate Sturmvogel sank in the harbour of Tarn in January. “It is the worst shipyard in the country,” Brandt said. Brandt said "
    "that the director of the shipyard, Mara Lenz, had been arrested. The navy will leave Tarn by April 2031, Brandt said. Brandt said "
    "that the crane at Tarn had collapsed on three workers. Brandt believes that the minister knew of the loss of the frigate. The "
    "chapel of Tarn was sold to a brewer, Brandt said. Lea Orrin, the mayor, declined to comment."
)
BRIEF = (
    "The shipyard at Tarn has dismissed 400 welders, Ilvar Brandt told the Ardent Post. The frigate Sturmvogel sank in the harbour of "
    "Tarn in January, he told the newspaper."
)
HERALD = (
    "The shipyard at Tarn has dismissed 400 welders, the union leader Jona Reuss said. The director of the shipyard, Mara Lenz, denied "
    "that she had been arrested. The navy's spokesman, Hal Ober, denied that the frigate Sturmvogel sank in the harbour of Tarn."
)
RADIO = "The crane at Tarn had collapsed on three workers, an official said. The shipyard at Tarn is where Ilvar Brandt worked."
STORY: tuple[Report, ...] = (
    ("Ardent Post", "2031-03-02", POST),
    ("Morning Brief", "2031-03-04", BRIEF),
    ("Tarn Herald", "2031-03-20", HERALD),
    ("Bay Radio", "2031-03-25", RADIO),
)
WELDERS = "the shipyard at Tarn has dismissed 400 welders"
FRIGATE = "the frigate Sturmvogel sank in the harbour of Tarn in January"
NAVY = "The navy will leave Tarn by April 2031"
CRANE = "the crane at Tarn had collapsed on three workers"
DAY = date(2031, 4, 1)


@lru_cache(maxsize=256)
def read(report: Report) -> tuple[Document, Reading]:
    outlet, day, text = report
    document = document_from_bytes(text.encode(), "r.txt", outlet=outlet, published=day)
    return document, reader_named(None).read(document)


@lru_cache(maxsize=64)
def story(reports: Sequence[Report]) -> Findings:
    held = sorted(map(read, reports), key=lambda one: (one[0].published is None, one[0].published or "", one[0].id))
    return compare(
        Findings(
            reader_named(None).identity(),
            tuple(document for document, _ in held),
            (),
            tuple(one for _, found in held for one in sorted(found.appearances, key=lambda it: (it.spans, it.id))),
            tuple(one for _, found in held for one in found.parties),
        )
    )


def hearing(found: Findings, name: str = "Ilvar Brandt") -> Hearing:
    parties = frozenset(one.id for one in found.parties if one.name == name)
    outlets = Outlets.shipped()
    return Hearing(found, outlets, Teller(parties, frozenset(d.id for d in found.documents if d.publisher == name)))


def vet(reports: Iterable[Report] = STORY, name: str = "Ilvar Brandt", day: date = DAY) -> Vetting:
    return vetted([hearing(story(tuple(reports)), name)], day)


def item(found: Vetting, words: str) -> Item:
    return next(one for one in (*found.items, *found.retold) if one.text == words)


def without_repeats(found: Vetting) -> tuple[object, ...]:
    """All that is counted: everything but who repeated it, and in which further documents."""
    items = [
        (one.id, one.text, one.result, one.public.timing, one.when, len(one.supported), len(one.opposed))
        for one in found.items
    ]
    return items, found.results, found.timings


# --- one item


def test_a_later_voice_that_is_surely_another_confirms() -> None:
    one = item(vet(), WELDERS)
    assert (one.result, one.why) == ("confirmed", "by Jona Reuss")
    (voice,) = one.supported
    assert (voice.sure, voice.order, voice.told[0].outlet) == (True, "after", "Tarn Herald")
    assert voice.why.startswith("another origin for certain")


def test_who_cites_the_source_only_repeats_it() -> None:
    one = item(vet(STORY[:2]), WELDERS)
    assert (one.result, one.why) == ("open", "nobody else speaks of it")
    assert one.repeated_by == ("Morning Brief",)
    assert [told.outlet for told in one.told] == ["Ardent Post"]


def test_at_least_one_at_most_two_stays_undecided() -> None:
    one = item(vet(), CRANE)
    assert one.result == "perhaps-confirmed"
    assert one.why == "an official (Bay Radio): cannot tell whether it is another origin"


def test_a_denial_by_another_contradicts() -> None:
    found = vet()
    assert {one.text for one in found.items if one.result == "contradicted"} == {
        FRIGATE,
        "the director of the shipyard, Mara Lenz, had been arrested",
    }
    assert item(found, FRIGATE).why == "by Hal Ober"


def test_a_source_that_denies_is_contradicted_by_those_who_tell_it() -> None:
    one = next(one for one in vet(name="Hal Ober").items if one.stance == "denies")
    assert (one.result, one.why) == ("contradicted", "by Ilvar Brandt")
    assert one.opposed[0].order == "before"


def test_what_others_told_before_is_no_confirmation() -> None:
    earlier = ("Lindholm Mirror", "2031-02-20", HERALD)
    one = item(vet((earlier, *STORY[:2])), WELDERS)
    assert (one.result, one.public.timing) == ("public-before", "public-before")
    assert one.public.first is not None
    assert (one.public.first.outlet, one.public.first.text) == (
        "Lindholm Mirror",
        "The shipyard at Tarn has dismissed 400 welders",
    )
    assert one.public.could_be_source == "it could be: it was public 10 days before"


def test_what_others_told_on_the_same_day_is_undecided() -> None:
    same = ("Lindholm Mirror", "2031-03-02", HERALD)
    one = item(vet((*STORY[:2], same)), WELDERS)
    assert (one.result, one.public.timing) == ("perhaps-confirmed", "same-day")
    assert "told on the same day" in one.why


def test_without_a_date_nobody_can_tell_what_came_first() -> None:
    undated = ("Ardent Post", None, POST)
    found = vet((undated, *STORY[1:]))
    one = item(found, WELDERS)
    assert one.when.date is None
    assert (one.result, one.public.timing) == ("perhaps-confirmed", "unknown")
    assert any("no day" in line for line in found.caveats)
    assert {one.public.timing for one in found.items} == {"unknown"}  # nobody is told to have been the first


def test_what_the_public_words_have_not_it_cannot_have_from_there() -> None:
    earlier = (
        "Lindholm Mirror",
        "2031-02-20",
        HERALD.replace("400 welders", "welders"),
    )
    one = item(vet((earlier, *STORY[:2])), WELDERS)
    assert one.public.timing == "public-before"
    assert one.public.besides == ("400",)


def test_the_words_are_slices_of_their_documents() -> None:
    found, made = story(STORY), vet()
    texts = {one.id: one.text for one in found.documents}
    told = [
        it for one in made.items for it in (*one.told, *(t for v in (*one.supported, *one.opposed) for t in v.told))
    ]
    assert told
    for one in told:
        assert one.text == " … ".join(texts[one.document][start:end] for start, end in one.spans)


# --- what cannot be tested


def test_an_evaluation_cannot_be_tested_and_neither_can_a_state_of_mind() -> None:
    found = vet()
    kinds = {one.text: one.why for one in found.items if one.result == "cannot-be-tested"}
    assert kinds["“It is the worst shipyard in the country,”"].startswith("an evaluation")
    assert "state of mind (“believes”)" in kinds["the minister knew of the loss of the frigate"]


@pytest.mark.parametrize(
    ("day", "result"),
    [(date(2031, 4, 1), "cannot-be-tested"), (date(2031, 4, 30), "cannot-be-tested"), (date(2031, 5, 1), "open")],
)
def test_a_forecast_can_be_tested_once_its_time_has_come(day: date, result: str) -> None:
    assert item(vet(day=day), NAVY).result == result


def statement() -> Appearance:
    return next(one for one in story(STORY).appearances if one.text == WELDERS)


def test_the_rules_of_what_cannot_be_tested() -> None:
    plain = statement()
    (link,) = plain.chain
    assert untestable(plain, DAY) is None
    assert untestable(replace(plain, nature=None), DAY) is None
    assert untestable(replace(plain, nature="rule"), DAY) is None
    kinds: tuple[tuple[Nature, bool], ...] = (("evaluation", True), ("intention", True), ("forecast", False))
    for nature, ever in kinds:
        rule = untestable(replace(plain, nature=nature), DAY)
        assert rule is not None
        assert rule.ever is ever
    open_end = Time("by May", (), "../2031-05", "event")
    rule = untestable(replace(plain, nature="forecast", times=(open_end,)), DAY)
    assert rule is not None
    assert "2031-05-31" in rule.why
    assert untestable(replace(plain, chain=(replace(link, once=True),)), DAY) is not None


def test_what_only_may_be_confirms_nothing() -> None:
    (link,) = statement().chain
    assert is_firm(statement())
    one = statement()
    assert not is_firm(replace(one, certainty=replace(one.certainty, degree="possible")))
    assert not is_firm(replace(one, nature="forecast"))
    assert not is_firm(replace(one, chain=(replace(link, act="believes"),)))
    hedged = (*STORY[:2], (*STORY[2][:2], HERALD.replace("has dismissed", "may have dismissed")))
    assert item(vet(hedged), WELDERS).result != "confirmed"


# --- what is an item


def test_nothing_that_was_not_said_is_a_disclosure() -> None:
    assert vet(name="Lea Orrin").items == ()


def test_what_was_passed_on_for_somebody_else_is_told_apart() -> None:
    found = vet(name="Ardent Post")
    assert ("Ilvar Brandt",) in {one.whose for one in found.relayed}
    assert {one.text for one in found.items} == {"Ilvar Brandt, an engineer, has left Korvia."}


def test_what_is_known_from_a_retelling_alone_is_in_no_count() -> None:
    brief = (*STORY[1][:2], BRIEF + " The mayor of Tarn owns a casino, Brandt said.")
    found = vet((STORY[0], brief))
    assert [one.text for one in found.retold] == ["The mayor of Tarn owns a casino"]
    assert without_repeats(found) == without_repeats(vet((STORY[0],)))
    assert any("retellings alone" in line for line in found.caveats)


def test_who_says_the_opposite_later_is_shown_with_both_words() -> None:
    later = ("Bay Radio", "2031-03-28", "Ilvar Brandt denied that the frigate Sturmvogel sank in the harbour of Tarn.")
    (changed,) = vet((STORY[0], later)).changed
    assert (changed.kind, changed.sure, changed.why) == ("stance", True, "told it and then denied it")
    assert (changed.first.outlet, changed.second.outlet) == ("Ardent Post", "Bay Radio")


def test_who_says_the_opposite_in_other_words_perhaps_speaks_of_something_else() -> None:
    later = (
        "Bay Radio",
        "2031-03-28",
        "Ilvar Brandt denied that Mara Lenz, the director, was ever held by the police of Tarn.",
    )
    assert not any(one.sure for one in vet((STORY[0], later)).changed)


def test_other_figures_of_its_own_differ_and_a_retelling_is_told_as_one() -> None:
    later = ("Bay Radio", "2031-03-28", "Ilvar Brandt said that the shipyard at Tarn has dismissed 900 welders.")
    (changed,) = vet((STORY[0], later)).changed
    assert (changed.kind, changed.sure, [one.value for one in changed.values]) == ("value", True, [400.0, 900.0])
    retold = (
        "Fen Post",
        "2031-03-28",
        "The shipyard at Tarn has dismissed 900 welders, Ilvar Brandt told the Ardent Post.",
    )
    (changed,) = vet((STORY[0], retold)).changed
    assert (changed.sure, "known from a retelling" in changed.why) == (False, True)


def test_figures_of_others_that_cannot_hold_beside_it_contradict() -> None:
    text = f"{HERALD.replace('400', '900')} Ilvar Brandt has left Korvia."
    one = item(vet((STORY[0], ("Bay Radio", "2031-03-28", text))), WELDERS)
    (clash,) = one.clashes
    assert ([it.value for it in clash.own], [it.value for it in clash.others], clash.sure) == ([400.0], [900.0], True)
    assert one.result in {"contradicted", "both"}


# --- the counts


def test_every_number_stands_with_its_items_and_nothing_is_a_score() -> None:
    found = vet()
    for counts in (found.results, found.timings):
        assert sum(one.number for one in counts) == len(found.items)
        assert all(one.number == len(one.items) for one in counts)
    for kind in (Vetting, Item):
        assert not {one.name for one in fields(kind)} & {"score", "share", "rate", "percent", "grade"}
        assert not any(one.type is float for one in fields(kind))


def test_caveats_stand_where_they_apply_and_only_there() -> None:
    told = " ".join(vet().caveats)
    assert "items are of one day, 2031-03-02" in told
    assert "chicken feed" in told
    bare = vet(
        ((*STORY[0][:2], "Ilvar Brandt has left Korvia. The chapel of Tarn was sold to a brewer, Ilvar Brandt said."),)
    )
    assert (len(bare.items), bare.caveats) == (1, ())


COPIES: tuple[Report, ...] = tuple(
    (outlet, day, POST) for outlet, day in (("Dock Daily", "2031-03-05"), ("Quay News", "2031-03-30"))
)
RETELLINGS: tuple[Report, ...] = (
    ("Fen Post", "2031-03-26", "The shipyard at Tarn has dismissed 400 welders, the Ardent Post reported."),
    (
        "Fen Courier",
        "2031-03-06",
        "The shipyard at Tarn has dismissed 400 welders, the Ardent Post reported, citing Ilvar Brandt.",
    ),
    (
        "Pier Gazette",
        "2031-03-07",
        "The frigate Sturmvogel sank in the harbour of Tarn in January, Ilvar Brandt told the Ardent Post.",
    ),
    ("Isle Mail", "2031-03-29", "According to the Ardent Post, the crane at Tarn had collapsed on three workers."),
    (
        "Cape Observer",
        "2031-03-08",
        "The shipyard at Tarn has dismissed 400 welders, Morning Brief reported, citing the Ardent Post.",
    ),
)


MIRROR = (
    "The frigate Sturmvogel lies in the harbour of Tarn. The shipyard at Tarn is building two submarines for the navy, the union leader "
    "Orlo Venn said. The director of the shipyard is Mara Lenz."
)
BLURRED: tuple[Report, ...] = (
    ("Lindholm Mirror", "2031-02-20", MIRROR),
    (
        "Ardent Post",
        "2031-03-02",
        f"{POST} Brandt said that the shipyard at Tarn is building two submarines for the navy.",
    ),
    *STORY[1:],
)
"""The same with a report by which it is no longer sure what the other reports speak of."""


def test_whether_others_speak_of_the_same_thing_can_stay_undecided() -> None:
    found = vet(BLURRED)
    one = item(found, WELDERS)
    assert (one.sure, one.result) == (False, "perhaps-confirmed")
    assert one.why == "Jona Reuss: cannot tell whether it speaks of the same thing"
    assert one.id == one.told[0].statement
    assert any("resemble" in line for line in found.caveats)


@given(st.sampled_from((STORY, BLURRED)), st.sets(st.sampled_from((*COPIES, *RETELLINGS)), max_size=7))
@settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
def test_copies_and_retellings_that_cite_the_source_change_no_count(
    reports: tuple[Report, ...], further: set[Report]
) -> None:
    found, plain = vet(sorted((*reports, *further), key=str)), vet(reports)
    assert without_repeats(found) == without_repeats(plain)
    assert set(plain.caveats) <= set(found.caveats)


@given(st.permutations(STORY))
@settings(max_examples=8, deadline=None, derandomize=True, database=None)
def test_the_order_of_the_reports_changes_nothing(reports: list[Report]) -> None:
    assert vet(reports) == vet()


# --- days


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2031-03-02", "2031-03-03", "before"),
        ("2031-03-02", "2031-03-02", "same-time"),
        ("2031-03-02T10:00:00", "2031-03-01", "after"),
        ("2031-03", "2031-03-02", "unknown"),
        ("2031-03", "2031-04-01", "before"),
        ("2031-03", "2031-03", "unknown"),
        ("2030", "2031-21", "before"),
        ("2031-03/2031-05", "2031-06", "before"),
        (None, "2031", "unknown"),
        ("XXXX-06", "2031", "unknown"),
        ("../2031", "2032", "unknown"),
        ("2031-13", "2032", "unknown"),
    ],
)
def test_a_date_is_before_another_only_if_all_its_days_are(one: str | None, other: str, expected: str) -> None:
    assert order(days_of(one), days_of(other)) == expected
