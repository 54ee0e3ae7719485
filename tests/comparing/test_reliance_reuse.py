"""Shared wording: copies, reused passages, versions, and the details that a text repeats."""

from dataclasses import replace

import pytest

from tests.comparing.printed import LEDE, claimed, printed, quoted, reliances, relied, statement
from wherefrom.model import Document

OPENING = (
    "The car ferry Alma went down in heavy seas off Vesterholm late on Tuesday, and by dawn the lifeboats had brought"
    " in most of those who had been aboard when water burst through the bow door."
)
MIDDLE = (
    "Harbour pilots said the ship had listed for almost an hour before anybody on the bridge asked for help, and that"
    " two of her three pumps had been out of use since the spring."
)
CLOSE = "The owners, who bought her at an auction in Ostmark nine years ago, have called a meeting for Friday."
OTHER = "Snow fell on the hills above the town for a third day, and the road to the quarry was closed to lorries."
QUOTE = (
    "“We heard a bang, then everything slid to one side, and my brother shouted that we should climb up to the boats"
    " before the lights went out,” Olaf Bruun said."
)


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def hows(*documents: Document) -> list[tuple[str, str, str]]:
    names = {document.id: document.publisher or "" for document in documents}
    return [(names[one.document], one.how, names.get(one.on, one.on)) for one in reliances(*documents)]


# --- copies


def test_a_verbatim_copy_relies_on_the_earlier_text() -> None:
    first, second = printed(text(OPENING, MIDDLE), "Dravna Post", 3), printed(text(OPENING, MIDDLE), "Karst Herald", 4)
    assert hows(first, second) == [("Karst Herald", "copies", "Dravna Post")]


def test_the_shared_stretches_of_the_later_text_are_shown() -> None:
    first = printed(text(OPENING, CLOSE), "Dravna Post", 3)
    second = printed(text("The Alma is lost.", OPENING, OTHER), "Karst Herald", 4)
    (one,) = reliances(first, second)
    assert quoted(second, one) == OPENING.rstrip(".")
    assert "words outside quotations are the same" in one.why


def test_a_near_copy_is_one() -> None:
    changed = text(OPENING, MIDDLE).replace("late on Tuesday", "on Tuesday night").replace("almost", "nearly")
    first, second = printed(text(OPENING, MIDDLE), "Dravna Post", 3), printed(changed, "Karst Herald", 4)
    assert hows(first, second) == [("Karst Herald", "copies", "Dravna Post")]


def test_a_passage_is_taken_from_each_of_two_texts() -> None:
    first, second = printed(text(OPENING, OTHER), "Dravna Post", 3), printed(text(MIDDLE, CLOSE), "Fjordposten", 3)
    third = printed(text(OPENING, MIDDLE), "Karst Herald", 5)
    assert sorted(hows(first, second, third)) == [
        ("Karst Herald", "copies", "Dravna Post"),
        ("Karst Herald", "copies", "Fjordposten"),
    ]


def test_of_many_copies_each_relies_on_the_first() -> None:
    outlets = ["Dravna Post", "Karst Herald", "Fjordposten", "Ostmark Review", "Coast Flare", "Kanal Lumo"]
    copies = [printed(text(OPENING, MIDDLE), outlet, day) for day, outlet in enumerate(outlets, 3)]
    assert hows(*copies) == [(outlet, "copies", "Dravna Post") for outlet in outlets[1:]]


def test_the_same_quotation_is_no_copy() -> None:
    first = printed(text("The ferry Alma sank on Tuesday.", QUOTE, CLOSE), "Dravna Post", 3)
    second = printed(text("Most were saved when a ship was lost.", QUOTE, OTHER), "Karst Herald", 4)
    assert hows(first, second) == []


def test_common_phrases_are_no_copy() -> None:
    first = printed(text(OPENING, "It did not immediately respond to a request for comment on Tuesday."), "A Post", 3)
    second = printed(text(OTHER, "It did not immediately respond to a request for comment on Tuesday."), "B Post", 4)
    assert hows(first, second) == []


def test_captions_and_credits_are_no_wording_of_ones_own() -> None:
    caption = f"Pictured: {OPENING} Photo: Jan Holm/Dravna Post"
    first, second = printed(text(MIDDLE, caption), "Dravna Post", 3), printed(text(OTHER, caption), "Karst Herald", 4)
    assert hows(first, second) == []


def test_equal_bytes_from_two_outlets_are_two_documents_and_one_a_copy() -> None:
    first, second = printed(QUOTE, "Dravna Post", 3), printed(QUOTE, "Karst Herald", 4)
    assert first.id != second.id
    assert hows(first, second) == [("Karst Herald", "copies", "Dravna Post")]


def test_a_copy_that_credits_its_source_is_one_reliance_with_both_reasons() -> None:
    first = printed(text(OPENING, MIDDLE), "Dravna Post", 3)
    second = printed(text(OPENING, MIDDLE, "The newspaper Dravna Post reported it."), "Karst Herald", 4)
    (one,) = reliances(first, second)
    assert one.how == "copies"
    assert "Dravna Post reported" in one.why


# --- which is the later


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2031-03-03", "2031-03-04", "other"),
        ("2031-03-04", "2031-03-03", "one"),
        ("2031-03-03T08:00:00+00:00", "2031-03-03T10:30:00+01:00", "other"),
        ("2031-02", "2031-03-01", "other"),
    ],
)
def test_dates_tell_which_is_the_later(one: str, other: str, later: str) -> None:
    first = printed(text(OPENING, MIDDLE), "Dravna Post", published=one)
    second = printed(text(OPENING, MIDDLE, CLOSE), "Karst Herald", published=other)
    (found,) = reliances(first, second)
    assert found.document == (second if later == "other" else first).id
    assert "published earlier" in found.why


@pytest.mark.parametrize("day", [None, 3])
def test_without_dates_that_tell_whoever_credits_the_other_is_the_later(day: int | None) -> None:
    first = printed(text(OPENING, MIDDLE), "Karst Herald", day)
    second = printed(text(OPENING, MIDDLE, "The Karst Herald reported it."), "Dravna Post", day)
    (found,) = reliances(first, second)
    assert (found.document, found.on) == (second.id, first.id)
    assert "which it credits" in found.why


@pytest.mark.parametrize(("one", "other"), [(None, None), ("2031-03-03", "2031-03-03"), ("2031-03", "2031-03-03")])
def test_where_nothing_tells_the_reason_says_so(one: str | None, other: str | None) -> None:
    first = replace(printed(text(OPENING, MIDDLE), "Dravna Post"), published=one)
    second = replace(printed(text(OPENING, MIDDLE), "Karst Herald"), published=other)
    (found,) = reliances(first, second)
    assert "cannot be told" in found.why


def test_a_third_whom_both_credit_is_named() -> None:
    first = printed(text(OPENING, MIDDLE, "Source: Reuters"), "Dravna Post")
    second = printed(text(OPENING, MIDDLE, CLOSE, "Source: Reuters"), "Karst Herald")
    assert [one.why for one in reliances(first, second) if "both credit Reuters" in one.why]


# --- versions


def test_a_text_of_the_same_outlet_is_a_version_of_the_one_before() -> None:
    first = printed(text(OPENING, MIDDLE), "Dravna Post", 3)
    second = printed(text(OPENING, MIDDLE, CLOSE), "Dravna Post", 4)
    third = printed(text(OPENING, MIDDLE, CLOSE, OTHER), "Dravna Post", 5)
    found = [(one.document, one.how, one.on) for one in reliances(first, second, third)]
    assert found == [(second.id, "version-of", first.id), (third.id, "version-of", second.id)]


def test_a_page_of_one_address_is_a_version_however_much_it_changed() -> None:
    url = "https://dravnapost.example/ferry"
    first, second = printed(OPENING, "Dravna Post", 3, url=url), printed(CLOSE, "Dravna Post", 4, url=url)
    assert [one.how for one in reliances(first, second)] == ["version-of"]


def test_background_that_an_outlet_uses_again_makes_no_version() -> None:
    first = printed(text(OPENING, MIDDLE), "Dravna Post", 3)
    second = printed(text(OTHER, CLOSE, QUOTE, OPENING.split(",", maxsplit=1)[0]), "Dravna Post", 4)
    assert reliances(first, second) == ()


# --- headlines that an outlet calls its own


def test_a_headline_that_another_outlet_points_to_as_its_own_is_that_outlets_text() -> None:
    title = "Ferry sinks off Vesterholm with hundreds aboard"
    one, other = (
        printed(text(title, f"{OPENING} {end}"), outlet, 3)
        for outlet, end in (("Karst Herald", OTHER), ("Coast Flare", CLOSE))
    )
    owner = printed(text("A week after the Alma", OTHER, f"Read more: {title}", "It was cold."), "Dravna Post", 9)
    assert {(who, how) for who, how, on in hows(one, other, owner) if on == "Dravna Post"} == {
        ("Karst Herald", "copies"),
        ("Coast Flare", "copies"),
        ("Dravna Post", "cites"),
    }


def test_a_pointer_to_the_only_text_of_that_headline_may_lead_to_its_own_outlet() -> None:
    title = "Ferry sinks off Vesterholm with hundreds aboard"
    one = printed(text(title, OPENING), "Karst Herald", 3)
    owner = printed(text("A week after the Alma", OTHER, f"Read more: {title}", "It was cold."), "Dravna Post", 9)
    assert hows(one, owner) == []


# --- echoes


def echoed(second: str, day: int = 4) -> list[tuple[str, str]]:
    """Who relies on whom, of a first report and a second that tells the same three things."""
    one = printed("The firm paid 86,400 crowns. The valve held 4,200 litres. The chief was told.", "Dravna Post", 3)
    other = printed(second, "Karst Herald", day)
    figures = [("86,400", 86400.0), ("4,200", 4200.0)]
    told = [
        statement(document, sentence, figures=[it for it in figures if it[0] in sentence])
        for document in (one, other)
        for sentence in document.text.removesuffix(".").split(". ")
    ]
    half = [it for it in told if it.document == one.id]
    groups = [claimed(first, again) for first, again in zip(half, told[len(half) :], strict=False)]
    return relied(one, other, told=told, groups=groups)


def test_a_text_that_credits_nobody_and_tells_the_same_exact_figures_echoes_the_earlier() -> None:
    assert echoed("A sum of 86,400 crowns changed hands. It could hold 4,200 litres. Its head knew.") == [
        ("Karst Herald", "Dravna Post")
    ]


def test_whoever_credits_anybody_echoes_nobody() -> None:
    text_ = "A sum of 86,400 crowns changed hands. It could hold 4,200 litres. Its head knew, Reuters reported."
    assert echoed(text_) == [("Karst Herald", "Reuters")]


def test_other_figures_are_no_echo() -> None:
    assert echoed("A sum of some crowns changed hands. It could hold 4,200 litres. Its head knew.") == []


def test_where_no_date_tells_there_is_no_echo() -> None:
    assert echoed("A sum of 86,400 crowns changed hands. It could hold 4,200 litres. Its head knew.", day=3) == []


# --- laws


def test_the_order_of_documents_and_their_file_names_change_nothing() -> None:
    texts = [(text(OPENING, MIDDLE), "Dravna Post"), (text(OPENING, MIDDLE), "Karst Herald"), (LEDE, "Fjordposten")]
    documents = [printed(body, outlet, day) for day, (body, outlet) in enumerate(texts, 3)]
    renamed = [replace(one, path=f"{9 - at}.txt") for at, one in enumerate(reversed(documents))]
    assert reliances(*documents) == reliances(*renamed)


def test_what_is_read_beside_two_documents_changes_nothing_between_them() -> None:
    first, second = printed(text(OPENING, MIDDLE), "Dravna Post", 3), printed(text(OPENING, MIDDLE), "Karst Herald", 4)
    beside = printed(text(OTHER, CLOSE), "Fjordposten", 4)
    alone = reliances(first, second)
    assert [one for one in reliances(first, second, beside) if one.document == second.id] == list(alone)


def test_of_hundreds_of_copies_each_is_compared_with_a_few() -> None:
    outlets = [printed(text(OPENING, f"{MIDDLE} Part {number}."), f"Paper {number}", 3) for number in range(600)]
    assert len([one for one in reliances(*outlets) if one.how == "copies"]) == 599


def test_a_further_version_copies_nobody_who_copied_the_first() -> None:
    first = printed(text(OPENING, MIDDLE), "Dravna Post", 3)
    copy = printed(text(OPENING, MIDDLE), "Karst Herald", 4)
    version = printed(text(OPENING, MIDDLE, OTHER), "Dravna Post", 5)
    assert hows(first, copy, version) == [
        ("Karst Herald", "copies", "Dravna Post"),
        ("Dravna Post", "version-of", "Dravna Post"),
    ]
