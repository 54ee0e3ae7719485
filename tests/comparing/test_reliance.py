"""Whom a document itself credits."""

from dataclasses import replace

import pytest

from tests.comparing.printed import (
    LEDE,
    claimed,
    credited,
    link,
    party,
    place,
    printed,
    quoted,
    reliances,
    relied,
    statement,
)
from wherefrom.model import Appearance, Document, Link, Source, Span

# --- words that credit an outlet


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The newspaper Dravna Post reported that the dam broke.", "Dravna Post reported"),
        ("The dam broke, according to the Vesterholm Times.", "according to the Vesterholm Times"),
        ("The dam broke, the weekly Karst Review says.", "Karst Review says"),
        ("The claim was first reported by the Vesterholm Herald.", "first reported by the Vesterholm Herald"),
        ("He told the Norwegian daily Fjordposten that he was fine.", "told the Norwegian daily Fjordposten"),
        ("She said so in an interview with the Vesterholm Times.", "interview with the Vesterholm Times"),
        ("Smoke was seen in footage aired by the broadcaster Kanal Lumo.", "aired by the broadcaster Kanal Lumo"),
        ("He made fun of it on the Risky Tides podcast, he told the Risky Tides podcast.", "told the Risky Tides"),
        ("A story in the Vesterholm Times had the number.", "story in the Vesterholm Times"),
        ("Citing the Vesterholm Gazette, the mayor resigned.", "Citing the Vesterholm Gazette"),
        (
            "The Vesterholm Times, citing two officials, put the number at 40.",
            "Vesterholm Times, citing two officials, put the",
        ),
        ("The Dravna Post and the Karst Herald both claimed it.", "Dravna Post and the Karst Herald both claimed"),
        ("A Vesterholm Times report tied the firm to it.", "Vesterholm Times report"),
        ("The Vesterholm Times's figure is 40.", "Vesterholm Times's figure"),
        ("In the Vesterholm Times, the general warned of war.", "In the Vesterholm Times"),
        ("A Vesterholm Times reporter saw the bodies.", "Vesterholm Times reporter saw"),
    ],
)
def test_a_text_credits_whom_it_names_as_telling_it_or_being_told(text: str, words: str) -> None:
    document = printed(text)
    assert words in [quoted(document, one) for one in reliances(document)]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the Vesterholm Times declined to comment.",
        "The Vesterholm Times stands by its story.",
        "The bank wants the Vesterholm Times to withdraw it.",
        "Ina Dahl, a former editor at the Vesterholm Times, joined the bank.",
        "The Vesterholm Times's owner was fined.",
        "She works for the Vesterholm Times in Dravna.",
        "The shares of the Vesterholm Times fell by a tenth.",
        "It rained on the Vesterholm Register for a week.",
        "He wrote on Facebook that he was leaving.",
    ],
)
def test_an_outlet_that_is_only_told_about_is_not_credited(text: str) -> None:
    assert credited(text) == []


def test_an_outlet_is_credited_once_with_the_best_words() -> None:
    text = "A Vesterholm Times report said so. It was first published by the Vesterholm Times."
    document = printed(text)
    (one,) = reliances(document)
    assert quoted(document, one) == "first published by the Vesterholm Times"
    assert one.how == "cites"
    assert "first published by the Vesterholm Times" in one.why


def test_a_short_name_is_the_whole_one_of_the_same_text() -> None:
    assert credited("The Vesterholm Times reported it. The Times said more. According to the Times it rained.") == [
        "Vesterholm Times"
    ]


def test_outlets_that_are_told_of_before_they_are_named_are_credited() -> None:
    text = "Two magazines have printed the speech. The magazines are Dawn and Open Window."
    assert credited(text) == ["Dawn", "Open Window"]


def test_nationalities_and_days_are_no_names_of_outlets() -> None:
    assert credited("A Norwegian newspaper reported it. The newspaper Friday was late. He told the Dutch daily.") == []


def test_what_somebody_else_says_about_an_outlets_report_is_not_the_writers_credit() -> None:
    document = printed("The agency said that it doubted the Vesterholm Times story about the ferry.")
    link_ = link(
        document, "The agency", "said", "it doubted the Vesterholm Times story about the ferry", "organisation"
    )
    told = statement(document, "it doubted the Vesterholm Times story about the ferry", link_)
    assert relied(document, told=[told]) == []


# --- credits beside the text


def test_the_agency_in_another_outlets_dateline_is_credited() -> None:
    assert credited("Ferry sinks\n\nVESTERHOLM, March 11 (Reuters) - The ferry sank.") == ["Reuters"]


def test_ones_own_agency_in_the_dateline_is_not() -> None:
    assert credited("Ferry sinks\n\nVESTERHOLM, March 11 (BPA) - The ferry sank.", outlet="Basin Press Agency") == []


def test_the_agency_of_a_dateline_is_found_under_its_letters() -> None:
    agency = printed(f"Ferry sinks\n\nVESTERHOLM, March 11 (BPA) - {LEDE}", "Basin Press Agency", 11)
    assert credited(f"{LEDE} The number is from BPA, which said 214.", agency) == ["Basin Press Agency"]


def test_credits_in_brackets_and_at_the_end_of_a_headline_count() -> None:
    assert credited("The club is to be sold. (Reuters)") == ["Reuters"]
    assert credited("Ferry sinks off Vesterholm: Reuters\n\nThe ferry sank.\n\nIt was night.") == ["Reuters"]


def test_a_credit_under_a_text_counts() -> None:
    assert credited("The ferry sank.\n\nSource: Reuters") == ["Reuters"]


def test_names_in_captions_do_not_count() -> None:
    assert credited("The ferry sank.\n\nPictured: the ferry, according to the Vesterholm Times.\n\nIt was night.") == []


def test_an_address_in_the_text_points_to_its_outlet() -> None:
    assert credited("The ferry sank. See https://www.reuters.com/world/ferry-1 for more.") == ["Reuters"]


def test_an_address_in_the_text_points_to_the_document_at_hand() -> None:
    page = printed(LEDE, "Dravna Post", 3, url="https://dravnapost.example/ferry")
    assert credited("More at https://www.dravnapost.example/ferry.", page) == ["Dravna Post"]


# --- oneself


@pytest.mark.parametrize(
    "own", ["told the Gazette", "told the Harrow Valley Gazette", "told HVG", "reported by the Valley Gazette"]
)
def test_an_outlet_does_not_rely_on_itself(own: str) -> None:
    assert credited(f"The dam broke, it was {own}.") == []


def test_a_text_that_somebody_else_hands_on_relies_on_its_outlet() -> None:
    text = "A reader quotes Reuters: the ferry sank\n\nThe ferry sank in the night."
    assert credited(text, outlet="Reuters (repost)") == ["Reuters"]


# --- which report is meant


def test_the_earlier_report_at_hand_is_what_the_citation_rests_on() -> None:
    first = printed(LEDE, "Dravna Post", 3)
    second = printed(f"{LEDE} The Dravna Post reported it.", "Karst Herald", 5)
    (one,) = reliances(first, second)
    assert (one.document, one.on, one.how) == (second.id, first.id, "cites")


def test_a_later_report_is_not_what_an_earlier_text_cites() -> None:
    later = printed(LEDE, "Dravna Post", 7)
    text = printed(f"{LEDE} The newspaper Dravna Post reported it.", "Karst Herald", 5)
    assert [(one.document, one.on) for one in reliances(later, text)] == [(text.id, "Dravna Post")]


def test_a_report_about_another_matter_is_not_what_a_text_cites() -> None:
    other = printed("Bakers in Ostmark want cheaper butter, said Olaf Bruun.", "Dravna Post", 3)
    text = printed(f"{LEDE} The newspaper Dravna Post reported it.", "Karst Herald", 5)
    assert [one.on for one in reliances(other, text)] == ["Dravna Post"]


def test_of_several_reports_of_an_outlet_the_one_that_shares_a_claim_is_meant() -> None:
    one = printed(f"{LEDE} Rescuers searched all night in high waves.", "Dravna Post", 3)
    other = printed(f"{LEDE} The captain had been warned.", "Dravna Post", 4)
    text = printed(f"{LEDE} The captain had a warning, the Dravna Post reported.", "Karst Herald", 5)
    mine, its = statement(text, "The captain had a warning"), statement(other, "The captain had been warned")
    found = reliances(one, other, text, told=[mine, its], groups=[claimed(its, mine)])
    assert [it.on for it in found if it.document == text.id] == [other.id]


def test_the_end_of_a_name_means_the_publisher_at_hand() -> None:
    first = printed(LEDE, "The Nightly Flare", 3)
    assert credited(f"{LEDE} That number is from the Flare.", first) == ["The Nightly Flare"]


def test_the_end_of_a_name_means_nobody_where_two_publishers_have_it() -> None:
    first, second = printed(LEDE, "The Nightly Flare", 3), printed(f"{LEDE} It was cold.", "Coast Flare", 3)
    assert credited(f"{LEDE} That number is from the Flare.", first, second) == []


def test_a_mere_mention_counts_where_the_outlets_own_report_is_at_hand() -> None:
    text = "And then there is Kanal Lumo."
    assert credited(f"{LEDE} {text}") == []
    assert credited(f"{LEDE} {text}", printed(LEDE, "Kanal Lumo", 3)) == ["Kanal Lumo"]


def test_an_outlet_is_known_by_all_its_names() -> None:
    first = printed(LEDE, "Agence France-Presse", 3)
    assert credited(f"{LEDE} According to AFP it was cold.", first) == ["Agence France-Presse"]


def test_where_two_texts_credit_each_other_and_no_date_tells_only_the_outlets_are_relied_on() -> None:
    one = printed(f"{LEDE} The newspaper Karst Herald reported it.", "Dravna Post")
    other = printed(f"{LEDE} It was cold. The newspaper Dravna Post reported it.", "Karst Herald")
    assert {(it.on, it.how) for it in reliances(one, other)} == {("Karst Herald", "cites"), ("Dravna Post", "cites")}


# --- what the reader found


def test_a_single_word_is_an_outlet_where_the_reader_found_one() -> None:
    document = printed("The ferry sank, the Sentinel said.")
    chain = link(document, "the Sentinel", "said", "The ferry sank", "outlet")
    named = replace(chain, source=None if chain.source is None else replace(chain.source, named=True))
    assert relied(document) == []
    assert [on for _, on in relied(document, told=[statement(document, "The ferry sank", named)])] == ["Sentinel"]


def test_whoever_reports_and_bears_no_given_name_is_an_outlet() -> None:
    document, other = printed("Lumo reports that the ferry sank."), printed("Anna reports that the ferry sank.")
    told = [
        statement(one, "the ferry sank", link(one, one.text.split()[0], "reports", "the ferry sank"))
        for one in (document, other)
    ]
    found = relied(document, other, told=told, parties=[party("Lumo"), party("Anna")])
    assert [on for _, on in found] == ["Lumo"]


def test_a_stance_of_the_outlet_itself_is_no_report() -> None:
    document = printed("The Vesterholm Times sticks to its story that the ferry sank.")
    chain = link(document, "The Vesterholm Times", "sticks to", "its story that the ferry sank", "outlet")
    assert relied(document, told=[statement(document, "its story that the ferry sank", chain)]) == []


# --- reports without a name


def media(document: Document, source: str, cue: str, content: str) -> Appearance:
    spans = place(document, source)
    chain = Link(
        Source(source, spans, "group", named=False),
        link(document, None, cue, content).cue,
        "says",
        "stated",
        place(document, content),
    )
    return statement(document, content, chain)


def test_media_without_a_name_are_what_a_text_without_names_relies_on() -> None:
    document = printed("Several British media report that he fled.")
    found = reliances(document, told=[media(document, "Several British media", "report", "he fled")])
    assert [one.on for one in found] == ["Several British media"]


def test_they_are_not_where_an_outlet_is_named() -> None:
    document = printed("Several British media report that he fled. The Vesterholm Times reported it first.")
    found = reliances(document, told=[media(document, "Several British media", "report", "he fled")])
    assert [one.on for one in found] == ["Vesterholm Times"]


def test_a_bare_report_counts_where_others_carry_the_claim() -> None:
    document = printed("It was reported yesterday that the ferry sank.", "Karst Herald", 5)
    other = printed("The ferry sank in the night.", "Dravna Post", 3)
    mine = statement(document, "the ferry sank", link(document, None, "It was reported", "the ferry sank"))
    its = statement(other, "The ferry sank")
    assert relied(document, other, told=[mine, its]) == []
    assert relied(document, other, told=[mine, its], groups=[claimed(its, mine)]) == [
        ("Karst Herald", "It was reported")
    ]


# --- posts


def test_a_named_account_is_relied_on() -> None:
    assert credited("The first to say so was a Twitter account, New Highland View, with many followers.") == [
        "New Highland View"
    ]
    assert credited("Some believed the anonymous account HarrowITK.") == ["HarrowITK"]


def test_whoever_puts_up_a_video_is_relied_on_and_whoever_says_something_is_not() -> None:
    assert credited("The activist Jana Brandt put up a video of the wreck.") == ["Jana Brandt"]
    assert credited("Journalist Jana Brandt shared flight data.") == ["Jana Brandt"]
    assert credited("The senator Jana Brandt tweeted that it should be checked.") == []
    assert credited("The company posted a profit.") == []


def test_a_post_by_somebody_is_relied_on() -> None:
    assert credited("One reason may be a tweet by Jana Brandt, a reporter.") == ["Jana Brandt"]


def test_days_and_months_post_nothing() -> None:
    assert credited("A tweet of September 24 tied it to the flights. He closed his account Monday.") == []


def test_every_span_lies_in_its_text() -> None:
    document = printed("The newspaper Dravna Post and the Karst Herald reported it, told the Vesterholm Times: Reuters")
    for one in reliances(document):
        assert one.spans
        assert all(isinstance(span, Span) and 0 <= span.start < span.end <= len(document.text) for span in one.spans)
