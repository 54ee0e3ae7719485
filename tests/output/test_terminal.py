import io
import re
from collections.abc import Callable

import pytest
from rich.console import Console

from wherefrom.model import Findings
from wherefrom.model.release import Release
from wherefrom.output.terminal import console_for, show
from wherefrom.output.wording import one_line


def shown(findings: Findings, width: int) -> str:
    stream = io.StringIO()
    show(Release.of_reading(findings), Console(file=stream, width=width, color_system=None))
    return stream.getvalue()


@pytest.mark.parametrize("width", [100, 80, 60, 40])
def test_every_claim_is_shown_whole_at_any_width(findings: Findings, width: int) -> None:
    lines = shown(findings, width)
    assert max(map(len, lines.splitlines())) <= width
    letters = re.sub(r"\s", "", lines) if width < 76 else ""
    for claim in findings.appearances:
        words = one_line(claim.text).split()
        assert all(word in lines for word in words)
        if letters:
            assert "".join(words) in letters


def test_the_table_tells_chain_firmness_place_and_doubt(findings: Findings) -> None:
    lines = shown(findings, 160)
    assert re.search(
        r"1 +The port of Veldmark … sold.*the Lindholm Mirror \(was told\).*hedged: “allegedly”.*¶ 1", lines
    )
    assert "unsure: chain, spans" in lines
    assert "“It was reported that”, no source named" in lines
    assert "The Lindholm Courier · 2031-05-04 · 14 claims" in lines


def test_the_end_counts_and_names_what_could_not_be_read(findings: Findings) -> None:
    lines = shown(findings, 200)
    assert "2 documents, 16 claims: 7 on the outlet’s own word, 6 on named sources, 3 on sources not named" in lines
    assert "Could not be read: scan.pdf: not a text, Markdown or HTML file" in lines


def test_without_a_terminal_it_is_a_hundred_columns_wide_and_without_colour(findings: Findings) -> None:
    stream = io.StringIO()
    console = console_for(stream)
    show(Release.of_reading(findings), console)
    assert console.width == 100
    assert "\x1b" not in stream.getvalue()


def test_a_document_cannot_steer_the_terminal_or_write_markup(over: Callable[[str], Findings]) -> None:
    hostile = "[bold red]x[/] :smile: \x1b]0;owned\x07\x1b[2J \u202edlog \x9b31m\x08 [link=https://a.example]y[/link]"
    for width in (160, 60):
        lines = shown(over(hostile), width)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", lines)
        assert "[bold red]x[/]" in lines
        assert ":smile:" in lines
