"""What single lines are, and what only looks like it."""

import pytest

from wherefrom.intake.boilerplate import is_boilerplate
from wherefrom.intake.bylines import is_byline
from wherefrom.intake.credits import credit_start, is_credit, opens_caption


@pytest.mark.parametrize(
    "line",
    [
        "Read also: A ship sank off Karvo",
        "READ MORE: The port reopens",
        "Also read | The port reopens",
        "Read more",
        "Related: The port reopens",
        "Recommended",
        "Related stories",
        "You may also like:",
        "Sign up for our newsletter",
        "Sign up for free",
        "Follow us on Telegram",
        "Follow the Karvo Courier on Facebook",
        "Subscribe",
        "Subscribe to our newsletter",
        "Subscribe to The Karvo Courier",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Share this",
        "Share this article on Facebook",
        "Click here to join",
        "Read the rest here.",
        "Read the full story at the Karvo Courier",
        "The Karvo Courier 2021. All rights reserved.",
        "(c) 2021 The Karvo Courier",
        "© Karvo Press",
        "This website uses cookies to improve your visit.",
        "We use cookies",
        "By continuing to use this site you accept our privacy policy",
        "12 comments",
        "No comments yet",
        "Leave a comment",
        "3 min read",
        "Tags: ports, Karvo",
        "Log in to comment",
    ],
)
def test_lines_of_the_page_are_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Follow-up tests showed nothing.",
        "Related parties said no.",
        "Recommended doses were ignored, the clinic said.",
        "Subscribers left in droves.",
        "Sign up rates fell by half.",
        "Share prices fell on Monday.",
        "More than 30 people died.",
        "Copyright law changed in 2021.",
        "Comment on the case was refused.",
        "Log in to the system was impossible, officials said.",
        "“Read more: the port reopens,” the sign said.",
        "Watch officers left the ship.",
        "Topics discussed included the port.",
        "Advertisement spending fell.",
        "The company said all rights reserved for Karvo had lapsed. It will sue.",
    ],
)
def test_statements_that_begin_alike_are_no_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "By JANE DOE",
        "By Jane Doe and John Roe, Staff Writers",
        "By Ana de la Cruz in Karvo",
        "By The Karvo Courier",
        "Written by J. R. Doe",
        "Jane Doe | Updated 3 May 2021",
        "Jane Doe, May 3, 2021",
        "Jane Doe, defence correspondent",
        "Newsroom, January 27",
        "3 May 2021",
        "Published: 2021-05-03 10:00 GMT",
        "Updated May 3, 2021, 10:15 a.m.",
        "By Jane Doe, 3/11/2021, updated 3/13/2021",
        "(Reporting by Jane Doe; additional reporting by John Roe; Editing by Ann Poe)",
    ],
)
def test_lines_of_writers_and_dates_are_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, the army had left.",
        "By March 2021",
        "By Monday the port was shut",
        "By and large",
        "Jane Doe said on 3 May 2021 that the port was shut",
        "Jane Doe, Minister of Defence",
        "In May 2021",
        "Ministers meet in May 2021",
        "Is Jane Doe | 3 May 2021?",
        "2021",
    ],
)
def test_sentences_and_headings_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "(Shutterstock image)",
        "(Photo: Jane Doe/Karvo Agency)",
        "Photo: Jane Doe/Agency",
        "Image credit: Jane Doe",
        "Credit: Jane Doe",
        "Credit...Jane Doe/The Karvo Courier",
        "Photograph: Jane Doe for the Karvo Courier",
        "Photo by Jane Doe",
        "Courtesy of Karvo Police",
        "For representational purpose only.",
        "Representational image",
        "Image for representation only",
        "File photo.",
        "REUTERS/Jane Doe",
    ],
)
def test_lines_of_owners_of_pictures_are_credits(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Credit: the bank said it would pay.",
        "Photo by the army shows a tank",
        "(He took photographs)",
        "(Reuters)",
        "(via Lisbon)",
        "The file was opened.",
        "Photos of the port were burnt.",
    ],
)
def test_prose_about_pictures_and_credit_is_no_credit(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The ship lies off Karvo. (via Twitter)", "(via Twitter)"),
        ("The minister in Karvo on Monday (AP Photo/Jane Doe)", "(AP Photo/Jane Doe)"),
        ("The minister arrives. Photo: Jane Doe/Agency", "Photo: Jane Doe/Agency"),
        ("The minister arrives.Credit...Jane Doe/The Karvo Courier", "Credit...Jane Doe/The Karvo Courier"),
        ("The minister arrives. She waves. REUTERS/Jane Doe", "REUTERS/Jane Doe"),
        ("Docks at Karvo | Photo: Jane Doe", "Photo: Jane Doe"),
        ("The bridge. Picture courtesy of Karvo Police.", "Picture courtesy of Karvo Police."),
    ],
)
def test_a_credit_is_found_at_the_end_of_a_caption(line: str, credit: str) -> None:
    start = credit_start(line, caption=False)
    assert start is not None
    assert line[start:] == credit


@pytest.mark.parametrize(
    "line",
    [
        "She sold everything (including her photographs).",
        "He went to Karvo (via Lisbon)",
        "The port is shut, the army said. (Reuters)",
        "The mayor met AFP/Reuters staff. He left.",
        "She gave credit: the bank had helped.",
        "He said nothing. Credit: the bank said it would pay.",
    ],
)
def test_prose_has_no_credit_at_its_end(line: str) -> None:
    assert credit_start(line, caption=False) is None


def test_an_agency_in_brackets_is_a_credit_only_in_what_is_known_for_a_caption() -> None:
    line = "The port of Karvo on Monday. (Reuters)"
    assert credit_start(line, caption=True) == line.index("(")
    assert credit_start(line, caption=False) is None


@pytest.mark.parametrize("line", ["From left: Jane Doe and John Roe.", "Pictured: the port.", "FILE PHOTO: A tank."])
def test_some_openings_are_of_captions_only(line: str) -> None:
    assert opens_caption(line)


@pytest.mark.parametrize("line", ["From left to right, parties agreed.", "Pictured rocks fell.", "Above all, no."])
def test_prose_that_begins_alike_opens_no_caption(line: str) -> None:
    assert not opens_caption(line)
