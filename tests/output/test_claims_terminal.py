import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console

from tests.output.retold import SOLD, members, retold, told_twice
from wherefrom.model import Claim, Findings, Origins, Root
from wherefrom.model.release import Release
from wherefrom.output import terminal_shared
from wherefrom.output.terminal import show


@pytest.fixture(scope="module")
def story() -> Findings:
    return retold()


def shown(findings: Findings, width: int = 120) -> str:
    stream = io.StringIO()
    show(Release.of_reading(findings), Console(file=stream, width=width, color_system=None))
    return stream.getvalue()


def across(findings: Findings, width: int = 120) -> str:
    """What stands after the documents' own listings."""
    lines = shown(findings, width)
    return lines[lines.find("shared claim") :]


def test_a_shared_claim_tells_who_tells_it_and_on_how_many_origins(story: Findings) -> None:
    lines = across(story)
    assert lines.startswith("shared claim: told in several reports")
    assert f"1 {SOLD}" in lines
    assert "told by 4 outlets in 5 documents" in lines
    assert "at least 1 origin, at most 2" in " ".join(lines.split())
    assert "harbour officials — all go back to the same officials" in lines
    assert "Edda Brahe — she may have it from the officials" in lines


def test_who_denies_and_doubts_it_stands_below_with_the_course(story: Findings) -> None:
    lines = across(story, 160)
    assert re.search(r"denied +by Marek Dolle \(Ostrava Bay Gazette, 2031-05-05\)", lines)
    assert re.search(r"doubted +by Lawyers, not named \(Night Post, 2031-05-06\)", lines)
    assert re.search(r"course +2031-05-03 first reported by Lindholm Mirror → 2031-05-04 repeated by", lines)


def test_values_that_differ_stand_side_by_side_with_their_words(story: Findings) -> None:
    lines = across(story)
    assert "price of the crane: cannot all hold, only between retellings of one origin" in lines
    assert re.search(r"4,200,000 crowns +“The crane cost 4.2 million crowns” Lindholm Mirror, 2031-05-03", lines)
    assert re.search(r"4,250,000 crowns +“It cost 4.25 million crowns” The Lindholm Courier, 2031-05-04", lines)


def test_who_rests_on_whom_is_one_line_each(story: Findings) -> None:
    lines = across(story)
    assert "Lindholm Mirror ← cites: The Lindholm Courier" in lines
    assert "Harbour Wire, not read here ← cites: Ostrava Bay Gazette" in lines


def test_claims_told_once_are_not_listed_again(story: Findings) -> None:
    assert "The crane cost 4.2 million crowns" not in across(replace(story, conflicts=()))


def test_where_nothing_is_shared_nothing_is_said(story: Findings) -> None:
    assert "shared claim" not in shown(replace(story, claims=(), conflicts=(), relies_on=()))


@pytest.mark.parametrize("width", [100, 80, 60, 40])
def test_it_fits_any_width(story: Findings, width: int) -> None:
    assert max(map(len, shown(story, width).splitlines())) <= width


def test_beyond_its_limit_it_says_how_many_more_there_are(story: Findings) -> None:
    sold, most = story.claims[1], terminal_shared.MOST_CLAIMS
    lines = across(replace(story, claims=tuple(replace(sold, id=f"c{n}") for n in range(most + 3))))
    assert lines.count(SOLD) == most
    assert "and 3 more shared claims (--html shows them)" in lines


def test_what_only_one_document_tells_twice_is_counted_and_not_listed(story: Findings) -> None:
    sold = story.claims[1]
    twice = Claim(
        "c-twice", "twice", members(*((one.id, "supports") for one in story.appearances[:2])), Origins(1, 1, (), ()), ()
    )
    lines = across(replace(story, claims=(sold, twice)))
    assert "1 claim in one report only, more than once or perhaps in others, too (--html shows them)" in lines
    assert "twice" not in lines.replace("sold twice", "")


def test_a_reason_that_several_origins_share_is_given_once(story: Findings) -> None:
    sold = story.claims[1]
    roots = tuple(Root(name, (), (), "nobody can tell them apart") for name in ("one", "another"))
    lines = across(replace(story, claims=(replace(sold, origins=Origins(1, 2, roots, ())),)))
    assert lines.count("nobody can tell them apart") == 1


def test_shared_words_cannot_steer_the_terminal(over: Callable[[str], Findings]) -> None:
    hostile = "[bold red]x[/] :smile: \x1b]0;owned\x07\x1b[2J \u202edlog \x9b31m\x08"
    for width in (160, 60):
        lines = across(told_twice(over(hostile), hostile), width)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", lines)
        assert lines.count("[bold red]x[/]") > 4
        assert ":smile:" in lines
