"""What retellings lose or change: both wordings side by side, and nothing where nothing was lost."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from tests.comparing.retold import (
    Report,
    at,
    document,
    document_of,
    findings,
    link,
    read,
    relying,
    said,
    under_one_claim,
)
from tests.quickness import grows_in_step
from wherefrom.comparing.drift import drift
from wherefrom.model import Claim, Findings, Membership, Mention, Origins, Party, PartyKind, Reliance, slice_of
from wherefrom.model.retelling import Drift

LATER = "2031-03-09"


def between(folder: Path, earlier: str, later: str, *, relies: bool = False) -> tuple[Drift, ...]:
    first, second = Report(earlier), Report(later, LATER, "Morning Brief")
    found = under_one_claim(read(folder, first, second))
    return drift(relying(found, second, first) if relies else found)


def kinds(found: tuple[Drift, ...]) -> set[str]:
    return {one.kind for one in found}


@pytest.mark.parametrize(
    ("earlier", "later", "lost"),
    [
        (
            "Intelligence sources told the Ardent Post that Vesmark could need up to two years to rebuild its radar network.",
            "Vesmark needs two years to rebuild its radar network.",
            {"source-lost", "hedge-lost", "bound-lost"},
        ),
        (
            "The engineer allegedly sold the drawings to a rival yard.",
            "The engineer sold the drawings to a rival yard.",
            {"hedge-lost"},
        ),
        (
            "Police said that the driver may have fallen asleep at the wheel.",
            "Police said that the driver had fallen asleep at the wheel.",
            {"hedge-lost"},
        ),
        (
            "The ferry may have struck a rock, the harbour master said.",
            "The ferry probably struck a rock, the harbour master said.",
            {"degree-raised"},
        ),
        (
            "If the court agrees, the bank will sell its northern branches, a spokesman said.",
            "The bank will sell its northern branches, a spokesman said.",
            {"condition-lost"},
        ),
        (
            "Officials said the dam might fail before the weekend.",
            "The dam could fail before the weekend.",
            {"source-lost"},
        ),
        (
            "The missile can fly up to 2,000 miles, the ministry said.",
            "The missile can fly 2,000 miles, the ministry said.",
            {"bound-lost"},
        ),
        (
            "The tunnel is 900 metres long, the ministry said.",
            "The tunnel is more than 900 metres long, the ministry said.",
            {"bound-changed"},
        ),
        (
            "About 600 people were moved out of the valley, the sheriff said.",
            "About 900 people were moved out of the valley, the sheriff said.",
            {"figure-changed"},
        ),
        (
            "Researchers believe the virus jumped from bats.",
            "The virus jumped from bats.",
            {"source-lost", "hedge-lost"},
        ),
    ],
)
def test_a_retelling_that_drops_or_changes_something_is_shown(
    tmp_path: Path, earlier: str, later: str, lost: set[str]
) -> None:
    assert kinds(between(tmp_path, earlier, later)) == lost


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (  # the same hedge in another word
            "The ferry may have struck a rock, the harbour master said.",
            "The ferry might have struck a rock, the harbour master said.",
        ),
        (  # the same length in another unit
            "The missile can fly 2,000 miles, the ministry said.",
            "The missile can fly 3,219 kilometres, the ministry said.",
        ),
        (  # a bound that the other figure fits
            "At least 20 miners were killed, a union leader said.",
            "A union leader said that 31 miners were killed.",
        ),
        (  # a hedge that has become an attribution to somebody else is a report of its own
            "The general was reportedly arrested at the airport.",
            "The general was arrested at the airport, two guards told the Ardent Post.",
        ),
        (  # passed on as hearsay
            "Two people familiar with the talks said the airline would be sold in May.",
            "The airline will be sold in May, according to reports.",
        ),
        (  # another detail of the same matter
            "The shop may be in quarantine after the return of its owner from Vesmark.",
            "The owner had returned from Vesmark.",
        ),
        (  # the source is named inside the statement
            "The lake is rising, the Sunmere Institute said.",
            "The Sunmere Institute finds that the lake is rising.",
        ),
    ],
)
def test_what_is_kept_or_is_another_detail_is_no_drift(tmp_path: Path, earlier: str, later: str) -> None:
    assert between(tmp_path, earlier, later) == ()


def test_both_wordings_are_slices_of_their_documents(tmp_path: Path) -> None:
    first = Report("Officials said the dam might fail before the weekend.")
    second = Report("The dam will fail before the weekend.", LATER, "Morning Brief")
    found = under_one_claim(read(tmp_path, first, second))
    texts = {one.id: one.text for one in found.documents}
    shown = drift(found)
    assert {one.kind: slice_of(texts[one.earlier.document], one.earlier.marked) for one in shown} == {
        "source-lost": "Officials said",
        "hedge-lost": "might",
    }
    for one in chain.from_iterable((each.earlier, each.later) for each in shown):
        assert one.said.text == slice_of(texts[one.document], one.said.spans)
    assert shown[0].earlier.document == document_of(found, first).id
    assert shown[0].how is None
    assert "nothing shows that one took it from the other" in shown[0].why


def test_that_the_later_document_relies_on_the_earlier_is_said(tmp_path: Path) -> None:
    found = between(
        tmp_path, "Officials said the dam might fail.", "The dam might fail, and it is an old one.", relies=True
    )
    assert [(one.kind, one.how) for one in found] == [("source-lost", "cites")]
    assert "relies on the earlier one: it names it" in found[0].why


def test_what_the_later_document_says_elsewhere_is_not_lost(tmp_path: Path) -> None:
    later = "The dam will fail before the weekend.\n\nOfficials said the dam might fail before the weekend."
    assert between(tmp_path, "Officials said the dam might fail before the weekend.", later) == ()


def test_a_headline_may_leave_out_what_the_text_says(tmp_path: Path) -> None:
    later = (
        "Dam will fail before weekend\n\nThe dam might fail before the weekend, officials said. They spoke on Monday."
    )
    assert between(tmp_path, "Officials said the dam might fail before the weekend.", later) == ()


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (None, LATER),  # no date
        (LATER, None),
        ("2031-03", LATER),  # a month in which the day lies
        (LATER, LATER),  # one day
    ],
)
def test_without_a_known_order_there_is_no_drift_unless_one_relies_on_the_other(
    tmp_path: Path, earlier: str | None, later: str | None
) -> None:
    first = Report("Officials said the dam might fail.", earlier)
    second = Report("The dam will fail.", later, "Morning Brief")
    found = under_one_claim(read(tmp_path, first, second))
    assert drift(found) == ()
    assert kinds(drift(relying(found, second, first))) == {"source-lost", "hedge-lost"}


def test_who_denies_or_tells_it_as_a_rumour_has_lost_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, Report("Officials said the dam might fail."), Report("The dam will fail.", LATER, "Brief"))
    assert drift(under_one_claim(found, {"will fail": "reports-as-rumour"})) == ()
    assert drift(under_one_claim(found, {"will fail": "denies"})) == ()


def test_the_outlet_that_was_the_source_speaks_for_itself(tmp_path: Path) -> None:
    first = Report("The dam is cracked, the Ardent Post reported.")
    second = Report("The dam is cracked.", LATER, "The Ardent Post")
    assert drift(under_one_claim(read(tmp_path, first, second))) == ()


def test_the_same_source_made_to_say_the_opposite_is_shown_only_in_a_document_that_relies_on_the_first() -> None:
    first = document("The minister said that she had not received the letter.")
    second = document("The minister said that she had received the letter.", LATER, "Morning Brief")
    no = said(first, "she had not received the letter", link(first, "The minister"), polarity="negative")
    yes = said(second, "she had received the letter", link(second, "The minister"))
    members = (Membership(no.id, "denies"), Membership(yes.id, "supports"))
    found = replace(findings([first, second], [no, yes]), claims=(claim(*members),))
    assert drift(found) == ()
    later, earlier = (Report(one.text, one.published, one.publisher or "") for one in (second, first))
    assert [one.kind for one in drift(relying(found, later, earlier))] == ["polarity-turned"]


def claim(*members: Membership) -> Claim:
    return Claim("c", "it", members, Origins(1, 1, (), ()), ())


KINDS: tuple[tuple[PartyKind, str], ...] = (("place", "place-changed"), ("person", "name-changed"))


@pytest.mark.parametrize(("kind", "shown"), KINDS)
def test_another_name_in_the_same_words_is_shown_and_another_name_of_the_same_party_is_not(
    kind: PartyKind, shown: str
) -> None:
    found = told_of("Ardenia", "Vesmark", kind, one_party=False)
    assert [one.kind for one in drift(found)] == [shown]
    assert drift(told_of("Ardenia", "Vesmark", kind, one_party=True)) == ()
    assert drift(told_of("Ardenia", "Greater Ardenia", kind, one_party=False)) == ()


def told_of(name: str, other: str, kind: PartyKind, *, one_party: bool) -> Findings:
    first = document(f"The treasurer followed {name} across the border in May.")
    second = document(f"The treasurer followed {other} across the border in May.", LATER, "Morning Brief")
    told = [said(one, one.text) for one in (first, second)]
    mentions = [Mention(first.id, at(first, name)), Mention(second.id, at(second, other))]
    parties = (
        (Party("p1", name, kind, named=True, mentions=tuple(mentions)),)
        if one_party
        else tuple(
            Party(f"p{n}", words, kind, named=True, mentions=(mention,))
            for n, (words, mention) in enumerate(zip((name, other), mentions, strict=True))
        )
    )
    members = (Membership(one.id, "supports") for one in told)
    return replace(findings([first, second], told), parties=parties, claims=(claim(*members),))


def test_names_in_another_order_are_no_change() -> None:
    first = document("The treaty between Ardenia and Vesmark was signed in May.")
    second = document("The treaty between Vesmark and Ardenia was signed in May.", LATER, "Morning Brief")
    told = [said(one, one.text) for one in (first, second)]
    parties = tuple(
        Party(
            name, name, "place", named=True, mentions=tuple(Mention(one.id, at(one, name)) for one in (first, second))
        )
        for name in ("Ardenia", "Vesmark")
    )
    members = (Membership(one.id, "supports") for one in told)
    assert drift(replace(findings([first, second], told), parties=parties, claims=(claim(*members),))) == ()


def test_what_else_is_read_changes_no_drift(tmp_path: Path) -> None:
    pair = (Report("Officials said the dam might fail."), Report("The dam will fail.", LATER, "Morning Brief"))
    (tmp_path / "more").mkdir()
    alone = under_one_claim(read(tmp_path, *pair))
    other = Report("A lorry overturned near Hallow Bay, police said.", "2031-03-01", "Bay Radio")
    more = read(tmp_path / "more", *pair, other)
    beside = replace(more, claims=alone.claims)
    assert drift(beside) == drift(alone)


def test_a_claim_that_thousands_repeat_takes_time_in_step_with_their_number() -> None:
    def prepared(number: int) -> Callable[[], object]:
        documents = [
            document(
                f"Officials said the dam at Lake {n} might fail soon.",
                f"2031-{1 + n % 12:02}-{1 + n % 28:02}",
                f"Paper {n}",
            )
            for n in range(number)
        ]
        told = [said(one, one.text[len("Officials said ") :], link(one, "Officials")) for one in documents]
        members = (Membership(one.id, "supports") for one in told)
        relies_on = [Reliance(one.id, documents[0].id, "cites", (), "it names it") for one in documents[1:]]
        found = replace(findings(documents, told, relies_on), claims=(claim(*members),))
        return lambda: drift(found)

    assert grows_in_step(prepared, 200)
