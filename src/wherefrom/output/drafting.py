"""A draft against what is held, for the terminal and as JSON: what is to be looked at first."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from wherefrom.judging.backing import Backing, DraftSentence, Held, Reason, Verdict
from wherefrom.model import Span, Spans

from .lines import plain
from .wording import counted, one_line

FORMAT = "wherefrom-check/1"
"""The name of the JSON format."""

HEADINGS: dict[Verdict, str] = {
    "contradicted": "CONTRADICTED",
    "figure-changed": "FIGURE CHANGED",
    "nothing-held": "NOTHING HELD",
    "attribution-lost": "ATTRIBUTION LOST",
    "hedge-lost": "HEDGE LOST",
    "weaker": "WEAKER THAN PUT",
    "backed": "backed",
    "no-statement": "nothing to check",
}
_STYLES: dict[Verdict, str] = {
    "contradicted": "bold red",
    "figure-changed": "bold red",
    "nothing-held": "bold magenta",
    "attribution-lost": "bold yellow",
    "hedge-lost": "bold yellow",
    "weaker": "bold yellow",
    "backed": "green",
    "no-statement": "dim",
}


def show_backing(found: Backing, console: Console, *, every: bool = False) -> None:
    """Prints what is to be looked at, in the order of the draft, then, if `every`, what is backed and by what, then the counts."""
    wrong = [one for one in found.sentences if not one.clean]
    for one in wrong:
        _show(found, one, console)
    if every:
        for one in found.sentences:
            if one.clean:
                _show(found, one, console)
    console.print(plain(_summary(found), "bold"))


def _show(found: Backing, one: DraftSentence, console: Console) -> None:
    at_issue = [span for reason in one.reasons if reason.verdict == one.verdict for span in reason.spans]
    head = Text(HEADINGS[one.verdict], _STYLES[one.verdict])
    console.print(Text.assemble(head, "  “", _marked(found.draft.text, one.spans[0], at_issue), "”", overflow="fold"))
    shown: set[tuple[str, Spans]] = set()
    for reason in one.reasons:
        _indented(console, plain(_why(one, reason)))
        for held in reason.held:
            if (held.document, held.spans) not in shown and not _part_of(held, reason.held):
                shown.add((held.document, held.spans))
                named = "closest: " if reason.verdict == "nothing-held" else "held: "
                _indented(console, Text.assemble((named, "dim"), _quoted(held, reason.held), overflow="fold"))
    console.print()


def _indented(console: Console, words: Text) -> None:
    console.print(Padding(words, (0, 0, 0, 4), expand=False))


def _part_of(one: Held, others: Iterable[Held]) -> bool:
    """Whether words are part of a sentence that is shown as well; there they are marked."""
    return any(_holds(other, one) for other in others if other != one)


def _holds(other: Held, one: Held) -> bool:
    (start, end), inside = other.spans[0], one.spans
    alone = other.document == one.document and len(other.spans) == 1
    return alone and start <= inside[0].start and inside[-1].end <= end


def _why(one: DraftSentence, reason: Reason) -> str:
    """The reason, with its own verdict's name where the sentence has a graver one."""
    same = reason.verdict == one.verdict
    return reason.why if same else f"{HEADINGS[reason.verdict].lower()}: {reason.why}"


def _marked(text: str, sentence: Span, at_issue: Iterable[Span]) -> Text:
    """A sentence with the words at issue in bold; the whole of it is at issue where nothing is marked."""
    words = Text(overflow="fold")
    at = sentence.start
    for start, end in sorted(set(at_issue)):
        first, last = max(start, at), min(end, sentence.end)
        if first < last and (first, last) != (sentence.start, sentence.end):
            words.append(_flat(text[at:first]))
            words.append(_flat(text[first:last]), "bold underline")
            at = last
    words.append(_flat(text[at : sentence.end]))
    return words


def _flat(words: str) -> str:
    """Words on one line that cannot steer the terminal; the spaces at their ends stay."""
    kept = one_line(words)
    before, after = " " * words[:1].isspace(), " " * words[-1:].isspace()
    return f"{before}{kept}{after}" if kept else before


def _quoted(held: Held, others: Iterable[Held]) -> Text:
    """Held words with their outlet and day; what of them the reason rests on is marked."""
    parts = [span for one in others if one != held and _holds(held, one) for span in one.spans]
    start = held.spans[0].start
    inside = [Span(first - start, last - start) for first, last in parts]
    known = one_line(f"({held.publisher or 'outlet not known'}, {(held.published or 'undated')[:10]})")
    words = _marked(held.text, Span(0, len(held.text)), inside)
    return Text.assemble("“", words, f"” {known}", overflow="fold")


def _summary(found: Backing) -> str:
    told = ", ".join(f"{number} {HEADINGS[verdict].lower()}" for verdict, number in found.counts.items())
    return f"{counted(len(found.sentences), 'sentence')}: {told}." if told else "no sentences in this draft."


def backing_json(found: Backing) -> dict[str, Any]:
    """The same as a value for JSON; spans are code points of the draft's and of the held documents' texts."""
    draft = found.draft
    return {
        "format": FORMAT,
        "draft": {"id": draft.id, "path": draft.path, "sha256": draft.sha256, "title": draft.title, "text": draft.text},
        "sentences": [_sentence(one) for one in found.sentences],
        "counts": dict(found.counts),
        "unread": [{"path": one.path, "why": one.why} for one in found.unread],
    }


def _sentence(one: DraftSentence) -> dict[str, Any]:
    return {"text": one.text, "spans": one.spans, "verdict": one.verdict, "reasons": [*map(_reason, one.reasons)]}


def _reason(one: Reason) -> dict[str, Any]:
    return {"verdict": one.verdict, "why": one.why, "spans": one.spans, "held": [*_held(one.held)]}


def _held(rows: Iterable[Held]) -> Iterator[dict[str, Any]]:
    for one in rows:
        yield {
            "document": one.document,
            "publisher": one.publisher,
            "published": one.published,
            "appearance": one.appearance,
            "spans": one.spans,
            "text": one.text,
        }
