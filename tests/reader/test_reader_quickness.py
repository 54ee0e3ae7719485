"""Lines without end cost the rules no more than a moment, whatever they repeat."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time

import pytest

from wherefrom.intake import document_from_bytes
from wherefrom.model import Block, Link, Source, Span
from wherefrom.reader.asides import asides, pointing_back
from wherefrom.reader.attributions import Attribution
from wherefrom.reader.carried import carry
from wherefrom.reader.chains import Statement
from wherefrom.reader.introduced import through_others
from wherefrom.reader.links import Linker
from wherefrom.reader.mending import mended
from wherefrom.reader.orphans import content_of
from wherefrom.reader.places import Parts, Stretches
from wherefrom.reader.reports import reports
from wherefrom.reader.screening import is_link, reached

LONG = 20_000
"""Characters of a line, more than any sentence has."""

SOURCE = 2_000
"""Characters of a source: what the encoder finds stands in one of its windows."""

SECONDS = 1.5
"""Of the processor's time; a rule that does not go astray needs a tenth of it."""

AWKWARD = [
    "a ",
    "the ",
    ", in its version ",
    "x’s ",
    "to ",
    "x, ",
    ", in ",
    "puts the x at ",
    "is reported by ",
    "stands by its report ",
    "reports of ",
    "such rumours that, ",
    "it was reported that ",
    "X-",
    "X ",
    "’ ",
    "“",
    ": ",
    " - ",
    "and wildly ",
    " ",
    "ly",
    "said that ",
    "its sources ",
    "through his ",
    "an interview with ",
    "that cites ",
    "had been ",
    "A.B. ",
    "(",
]


@contextmanager
def in_a_moment() -> Iterator[None]:
    """What is done in it takes no longer; where the system can, it is stopped then."""

    def stop(*_: object) -> None:
        pytest.fail("it was stopped before it came to an end")

    stops = hasattr(signal, "setitimer")
    begun = process_time()
    if stops:
        signal.signal(signal.SIGVTALRM, stop)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        if stops:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    assert process_time() - begun < SECONDS


def whole(text: str) -> Span:
    return Span(0, len(text))


def of_quarters(text: str) -> Attribution:
    """A source, a cue, a hole and a content, all far longer than any."""
    size = len(text) // 4
    return Attribution((Span(0, size),), (Span(size, 2 * size),), (Span(3 * size, len(text)),), 1.0)


def report(text: str) -> None:
    reports(text, whole(text), [], headline=False, nested=False)


def headline(text: str) -> None:
    reports(text, whole(text), [], headline=True, nested=False)


def aside(text: str) -> None:
    list(asides(text))
    pointing_back(text)


def mend(text: str) -> None:
    mended(text, [of_quarters(text)], (whole(text),))
    line = f"Velez {text} and said it sank"
    place = line.rindex("said")
    one = Attribution((), (Span(place, place + 4),), (Span(place + 5, len(line)),), 1.0)
    mended(line, [one], (whole(line),))


def complete(text: str) -> None:
    line = f"{text}, the board said {text}"
    place = line.index(", the board said ")
    source, cue = Span(place + 2, place + 11), Span(place + 12, place + 16)
    content_of(line, whole(line), (source,), (cue,), [])
    line = f"The board said {text}"
    content_of(line, whole(line), (Span(0, 9),), (Span(10, 14),), [])


def link(text: str) -> None:
    source = text[:SOURCE]
    line = f"{source} said {text}"
    size = len(source)
    one = Attribution((Span(0, size),), (Span(size + 1, size + 5),), (Span(size + 6, len(line)),), 1.0)
    Linker(line, None, ()).links(one, (whole(line),))


def screen(text: str) -> None:
    parts = Parts([(Block("paragraph", 0, len(text)), (whole(text),))])
    is_link(text, of_quarters(text), (), Stretches(()))
    reached(text, of_quarters(text), parts, Stretches(()))


def go_on(text: str) -> None:
    document = document_from_bytes(f"It sank, officials said. {text}it.".encode(), "a.txt")
    block = document.blocks[0]
    officials = Link(Source("officials", (Span(9, 18),), "group", named=False), None, "says", "stated", (Span(0, 7),))
    first = Statement((Span(0, 7),), (officials,), (), block)
    second = Statement((Span(25, block.end),), (), (), block)
    through_others(document, carry(document, [first, second]))


@pytest.mark.parametrize("rule", [report, headline, aside, mend, complete, link, screen, go_on])
@pytest.mark.parametrize("words", AWKWARD)
@pytest.mark.parametrize("end", ["", "!"])
def test_a_rule_is_quick_on_a_line_without_end(rule: Callable[[str], None], words: str, end: str) -> None:
    text = (words * (LONG // len(words) + 1))[:LONG] + end
    with in_a_moment():
        rule(text)


def test_many_statements_are_gone_through_in_a_moment() -> None:
    text = "It sank, officials said.\n\n" + "They had left. " * 4_000
    document = document_from_bytes(text.encode(), "a.txt")
    officials = Link(Source("officials", (Span(9, 18),), "group", named=False), None, "says", "stated", (Span(0, 7),))
    block = document.blocks[-1]
    given = [Statement((Span(0, 7),), (officials,), (), document.blocks[0])]
    given += [Statement((Span(place, place + 14),), (), (), block) for place in range(block.start, block.end - 14, 15)]
    with in_a_moment():
        through_others(document, carry(document, given))
