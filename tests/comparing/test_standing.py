"""How a claim stood over time: changes only, each with the statements that make it so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.comparing.retold import ONE_ORIGIN, Report, document, findings, link, origins, read, said
from tests.quickness import grows_in_step
from wherefrom.comparing.drift.tellings import Relied
from wherefrom.comparing.material import Group, Material
from wherefrom.comparing.standing import standing_of
from wherefrom.model import Appearance, Document, Membership, Origins, Reliance, Stance

Listed = tuple[str | None, str, tuple[str, ...]]


@dataclass(frozen=True)
class Told:
    """A document with one statement under the claim, or with none."""

    document: Document
    appearance: Appearance | None
    stance: Stance = "supports"


DAY = "2031-03-{:02}"


def flat(outlet: str, published: str | None, text: str = "The dam at Sunmere has cracked.") -> Told:
    one = document(text, published, outlet)
    return Told(one, said(one, text))


def sourced(
    outlet: str, published: str | None, source: str = "Officials", cue: str = "said", words: str = "the dam has cracked"
) -> Told:
    one = document(f"{source} {cue} that {words}.", published, outlet)
    return Told(one, said(one, words, link(one, source, cue, parties=(source,))))


def against(outlet: str, published: str | None, source: str, stance: Stance = "denies") -> Told:
    return replace(sourced(outlet, published, source, "denied"), stance=stance)


def course(told: Sequence[Told], held: Origins = ONE_ORIGIN, relies_on: Sequence[Reliance] = ()) -> list[Listed]:
    """The changes: date, status and the outlets whose statements make it so."""
    carrying = [(one.appearance, one.stance) for one in told if one.appearance is not None]
    material = Material.of(findings([one.document for one in told], [one for one, _ in carrying]))
    stances = {one.id: stance for one, stance in carrying}
    members = tuple(Membership(one.id, stances[one.id]) for one in material.in_time(stances))
    changes = standing_of(material, Group("c", "it", members), held, Relied.of(relies_on))
    return [
        (one.date, one.status, tuple(material.document_of(name).publisher or "" for name in one.because))
        for one in changes
    ]


def relying(later: Told, earlier: Told, *, version: bool = False) -> Reliance:
    return Reliance(later.document.id, earlier.document.id, "version-of" if version else "cites", (), "it says so")


def test_the_first_day_is_first_reported_and_later_days_repeat_it_once() -> None:
    told = [sourced(f"Paper {n}", DAY.format(n)) for n in (4, 5, 6, 9)]
    assert course(told) == [
        ("2031-03-04", "first-reported", ("Paper 4",)),
        ("2031-03-05", "repeated", ("Paper 5", "Paper 6", "Paper 9")),
    ]


def test_nobody_can_tell_the_order_within_a_day_unless_one_relies_on_the_other() -> None:
    one, other = sourced("Ardent Post", "2031-03-04"), sourced("Bay Radio", "2031-03-04")
    ((date, status, outlets),) = course([one, other])
    assert (date, status, set(outlets)) == ("2031-03-04", "first-reported", {"Ardent Post", "Bay Radio"})
    assert course([one, other], relies_on=[relying(one, other)]) == [
        ("2031-03-04", "first-reported", ("Bay Radio",)),
        ("2031-03-04", "repeated", ("Ardent Post",)),
    ]


def test_documents_without_a_date_come_last_and_get_none() -> None:
    told = [sourced("Bay Radio", None), sourced("Ardent Post", "2031-03-04")]
    assert course(told) == [
        ("2031-03-04", "first-reported", ("Ardent Post",)),
        (None, "repeated", ("Bay Radio",)),
    ]
    assert course(told[:1]) == [(None, "first-reported", ("Bay Radio",))]


def test_a_month_may_lie_before_the_first_day_in_it() -> None:
    month, day, later = (
        sourced("Bay Radio", "2031-03"),
        sourced("Ardent Post", "2031-03-04"),
        flat("Brief", "2031-03-09"),
    )
    first, *rest = course([month, day, later])
    assert first == ("2031-03", "first-reported", ("Ardent Post", "Bay Radio"))
    assert rest == [("2031-03-09", "hardened", ("Brief",))]
    assert course([month, day], relies_on=[relying(month, day)])[0][2] == ("Ardent Post",)


def test_what_the_first_relies_on_cannot_have_come_after_it() -> None:
    undated, first = sourced("Bay Radio", None), sourced("Ardent Post", "2031-03-04")
    assert course([undated, first], relies_on=[relying(first, undated)]) == [
        ("2031-03-04", "first-reported", ("Ardent Post", "Bay Radio"))
    ]


def test_to_assert_flatly_what_a_source_said_hardens_it() -> None:
    told = [sourced("Ardent Post", "2031-03-04"), flat("Brief", "2031-03-06"), flat("Bay Radio", "2031-03-08")]
    assert course(told) == [
        ("2031-03-04", "first-reported", ("Ardent Post",)),
        ("2031-03-06", "hardened", ("Brief",)),
        ("2031-03-08", "repeated", ("Bay Radio",)),
    ]


def test_a_hedge_that_is_dropped_hardens_it_and_one_that_is_kept_does_not() -> None:
    one = document("The dam at Sunmere may have cracked.", "2031-03-04", "Ardent Post")
    first = Told(one, said(one, one.text, hedge=("may", "possible")))
    two = document("The dam at Sunmere has perhaps cracked.", "2031-03-05", "Brief")
    second = Told(two, said(two, two.text, hedge=("perhaps", "possible")))
    assert [status for _, status, _ in course([first, second])] == ["first-reported", "repeated"]
    assert [status for _, status, _ in course([first, flat("Brief", "2031-03-05")])] == ["first-reported", "hardened"]


def test_a_rumour_that_becomes_a_report_hardens() -> None:
    rumour = replace(flat("Ardent Post", "2031-03-04"), stance="reports-as-rumour")
    assert [status for _, status, _ in course([rumour, flat("Brief", "2031-03-05")])] == ["first-reported", "hardened"]


@pytest.mark.parametrize(
    "later",
    [
        sourced("Brief", "2031-03-06", "Engineers"),  # a source of its own
        flat("Brief", "2031-03-06", "The dam has cracked, a survey found."),  # whose word it is the reader missed
        flat("Brief", "2031-03-06", "Fishing is slow."),  # another detail
        flat("Brief", "2031-03"),  # perhaps earlier
        flat("Brief", None),
    ],
)
def test_nothing_hardens_on_somebody_elses_word_or_without_an_order(later: Told) -> None:
    assert "hardened" not in [status for _, status, _ in course([sourced("Ardent Post", "2031-03-04"), later])]


def test_an_outlet_that_is_an_origin_of_its_own_hardens_nothing() -> None:
    one, other = sourced("Ardent Post", "2031-03-04"), flat("Brief", "2031-03-06")
    assert one.appearance is not None
    assert other.appearance is not None
    held = origins([one.appearance], [other.appearance], at_least=1)
    assert [status for _, status, _ in course([one, other], held)] == ["first-reported", "repeated"]


def test_denials_are_listed_once_for_each_who_denies() -> None:
    told = [
        sourced("Ardent Post", "2031-03-04"),
        against("Ardent Post", "2031-03-05", "Sunmere Council"),
        sourced("Bay Radio", "2031-03-06"),
        against("Brief", "2031-03-07", "Sunmere Council"),
        against("Bay Radio", "2031-03-08", "Mara Quill"),
    ]
    assert course(told) == [
        ("2031-03-04", "first-reported", ("Ardent Post",)),
        ("2031-03-05", "denied", ("Ardent Post", "Brief")),
        ("2031-03-06", "repeated", ("Bay Radio",)),
        ("2031-03-08", "denied", ("Bay Radio",)),
    ]


def test_what_is_repeated_in_spite_of_a_denial_is_a_change() -> None:
    told = [
        sourced("Ardent Post", "2031-03-04"),
        sourced("Brief", "2031-03-05"),
        against("Brief", "2031-03-06", "Sunmere Council"),
        sourced("Bay Radio", "2031-03-07"),
    ]
    assert [(date, status) for date, status, _ in course(told)] == [
        ("2031-03-04", "first-reported"),
        ("2031-03-05", "repeated"),
        ("2031-03-06", "denied"),
        ("2031-03-07", "repeated"),
    ]


def test_a_claim_may_be_denied_before_anybody_brings_it() -> None:
    told = [against("Brief", "2031-03-03", "Sunmere Council"), sourced("Ardent Post", "2031-03-04")]
    assert [status for _, status, _ in course(told)] == ["denied", "first-reported"]
    assert [status for _, status, _ in course(told[:1])] == ["denied"]


def test_doubts_that_follow_each_other_are_one_change() -> None:
    told = [sourced("Ardent Post", "2031-03-04")] + [
        against("Brief", DAY.format(n), f"Expert {n}", "doubts") for n in (5, 6, 7)
    ]
    assert course(told)[1:] == [("2031-03-05", "doubted", ("Brief", "Brief", "Brief"))]


def test_no_number_of_outlets_confirms_anything() -> None:
    told = [sourced(f"Paper {n}", DAY.format(n)) for n in range(4, 24)]
    held = [one.appearance for one in told if one.appearance is not None]
    assert "confirmed" not in [status for _, status, _ in course(told, origins(held, at_least=1))]
    apart = origins(*([one] for one in held), at_least=1)
    assert "confirmed" not in [status for _, status, _ in course(told, apart)]


@pytest.mark.parametrize(("at_least", "outlets"), [(3, ("Paper 5",)), (2, ("Paper 6",)), (1, ())])
def test_a_second_origin_confirms_as_soon_as_it_is_one_for_certain(at_least: int, outlets: tuple[str, ...]) -> None:
    told = [sourced(f"Paper {n}", DAY.format(n), f"Source {n}") for n in (4, 5, 6)]
    held = [one.appearance for one in told if one.appearance is not None]
    found = course(told, origins(*([one] for one in held), at_least=at_least))
    assert [who for _, status, who in found if status == "confirmed"] == ([outlets] if outlets else [])


def test_an_origin_that_gives_other_figures_confirms_nothing(tmp_path: Path) -> None:
    reports = [Report(f"{n} houses burned down in Hallow Bay.", f"2031-03-0{n}", f"Paper {n}") for n in (4, 5)]
    found = read(tmp_path, *reports)
    one, other = found.appearances
    held = origins([one], [other], at_least=2)
    members = (Membership(one.id, "supports"), Membership(other.id, "supports"))
    changes = standing_of(Material.of(found), Group("c", "it", members), held)
    assert [change.status for change in changes] == ["first-reported", "repeated"]


def test_what_only_a_report_of_its_withdrawal_tells_of_was_reported_all_the_same() -> None:
    one = document(
        "The Ardent Post wrote that the dam has cracked. It has since deleted the post.", "2031-03-06", "Brief"
    )
    told = Told(one, said(one, "the dam has cracked", link(one, "Ardent Post", "wrote")))
    assert [status for _, status, _ in course([told])] == ["first-reported", "withdrawn"]


def test_two_origins_in_the_first_report_are_no_change() -> None:
    one = document("Mara Quill and Tomas Hale said that the dam has cracked.", "2031-03-04", "Ardent Post")
    told = said(one, "the dam has cracked", link(one, "Mara Quill"))
    assert course([Told(one, told)], origins([told], [told], at_least=2)) == [
        ("2031-03-04", "first-reported", ("Ardent Post",))
    ]


@pytest.mark.parametrize(
    ("source", "cue", "confirmed"),
    [
        ("Mara Quill", "confirmed", True),
        ("Mara Quill", "said", False),
        ("Mara Quill", "could not confirm", False),
        ("an aide", "confirmed", False),  # nobody can tell what an unnamed source knows
        ("Officials", "confirmed", False),  # they had said it before
    ],
)
def test_somebody_named_who_had_not_said_it_can_confirm(source: str, cue: str, confirmed: bool) -> None:  # noqa: FBT001
    told = [sourced("Ardent Post", "2031-03-04"), sourced("Brief", "2031-03-06", source, cue)]
    assert ("confirmed" in [status for _, status, _ in course(told)]) == confirmed


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Ardent Post, which wrote that the dam has cracked, has taken its story down.", "withdrawn"),
        ("The Ardent Post wrote that the dam has cracked. It has since deleted the post.", "withdrawn"),
        ("The Ardent Post wrote that the dam has cracked. The paper later retracted the report.", "withdrawn"),
        ("An earlier version of this article said that the dam has cracked.", "corrected"),
        ("The Ardent Post wrote that the dam has cracked. It has corrected the figure.", "corrected"),
        (
            "The Ardent Post wrote that the dam has cracked. The mayor wants the paper to withdraw its story.",
            "repeated",
        ),
        ("The Ardent Post wrote that the dam has cracked. It should retract the report.", "repeated"),
        ("The Ardent Post wrote that the dam has cracked. It published no retraction.", "repeated"),
        ("The Ardent Post wrote that the dam has cracked. Water was pulled from the lake.", "repeated"),
    ],
)
def test_what_a_text_says_was_done_to_a_report_is_listed(text: str, status: str) -> None:
    one = document(text, "2031-03-06", "Brief")
    chain = [link(one, "Ardent Post", "wrote")] if "wrote" in text else []
    later = Told(one, said(one, "the dam has cracked", *chain))
    assert [found for _, found, _ in course([sourced("Ardent Post", "2031-03-04"), later])][1:] == [status]


def test_a_source_that_admits_the_opposite_withdraws_what_it_said() -> None:
    one = document("Mara Quill admitted that the dam has not cracked.", "2031-03-06", "Brief")
    admitted = said(one, "the dam has not cracked", link(one, "Mara Quill", "admitted", "discloses", ("Mara Quill",)))
    first = sourced("Ardent Post", "2031-03-04", "Mara Quill")
    assert [status for _, status, _ in course([first, Told(one, admitted, "denies")])] == [
        "first-reported",
        "withdrawn",
    ]
    other = sourced("Ardent Post", "2031-03-04", "Tomas Hale")
    assert [status for _, status, _ in course([other, Told(one, admitted, "denies")])] == ["first-reported", "denied"]


def test_a_later_version_that_drops_the_claim_withdraws_it_and_one_that_denies_it_corrects_it() -> None:
    first = flat("Ardent Post", "2031-03-04")
    text = "Fishing on the lake is slow this year."
    one = document(text, "2031-03-06", "Ardent Post")
    without = Told(one, None)
    assert course([first, without], relies_on=[relying(without, first, version=True)]) == [
        ("2031-03-04", "first-reported", ("Ardent Post",)),
        ("2031-03-06", "withdrawn", ("Ardent Post",)),
    ]
    assert len(course([first, without])) == 1
    reversed_ = replace(flat("Ardent Post", "2031-03-06", "The dam at Sunmere has not cracked."), stance="denies")
    assert course([first, reversed_], relies_on=[relying(reversed_, first, version=True)])[1][1] == "corrected"


def test_a_claim_told_thousands_of_times_takes_time_in_step_with_their_number() -> None:
    def prepared(number: int) -> Callable[[], object]:
        told = [sourced(f"Paper {n}", f"2031-{1 + n % 12:02}-{1 + n % 28:02}") for n in range(number)]
        relies_on = [relying(one, told[0]) for one in told[1:]]
        return lambda: course(told, relies_on=relies_on)

    assert grows_in_step(prepared, 200)
