"""How claims are sourced, for the terminal and as JSON: stories in short, claim by claim, a draft sentence by sentence, citations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from wherefrom.judging.briefs import Brief
from wherefrom.judging.citations import Citation, Cited
from wherefrom.judging.needed import Need
from wherefrom.judging.sentences import Sentence, cited, in_marks
from wherefrom.judging.sourcing import Desk, Sourcing

from .inshort import HEADINGS
from .lines import plain
from .sourced import ClaimView, claim_view
from .wording import counted, one_line

FORMAT = "wherefrom-sourcing/1"
"""The name of the JSON format."""

MOST_CLAIMS = 8
"""Claims that are shown where nobody asks for more."""

MOST_NEEDS = 6

MANNER = "In the manner of ICD 206 and ICS 206-01; no compliance is claimed."


def show_story(brief: Brief, console: Console) -> None:
    """Prints a story in short, and what would be needed for more."""
    _head(f"In short: {counted(len(brief.documents), 'document')}", console)
    last = ""
    for line in brief.lines:
        heading = HEADINGS[line.kind]
        if heading != last:
            console.print(plain(heading, "dim"))
        _line(line.sentence, console)
        last = heading
    _show_needs(brief.needs, console)


def show_known(brief: Brief, desk: Desk, console: Console) -> None:
    """Prints what the sources without a name are said to know."""
    grounds = [at for line in brief.lines if line.kind == "knows" for at in line.sentence.grounds]
    if grounds:
        _head("What they are said to know", console)
        for at in grounds:
            document = desk.material.documents[at.document]
            words = cited(desk.material, at).words
            _indent(
                Text.assemble("“", plain(words), f"” {document.publisher or 'outlet not known'}", overflow="fold"),
                console,
            )


def _show_needs(needs: Sequence[Need], console: Console, most: int = MOST_NEEDS) -> None:
    if not needs:
        return
    console.print(plain("What would be needed for more", "dim"))
    for number, need in enumerate(needs[:most], 1):
        _indent(
            Text.assemble(
                f"{number} ", plain(str(need.what), "bold"), " ", plain(str(need.why), "dim"), overflow="fold"
            ),
            console,
        )
    if len(needs) > most:
        _indent(plain(f"and {len(needs) - most} more (--json has them)", "dim"), console)
    console.print()


def show_claim_sourcing(desk: Desk, one: Sourcing, console: Console, *, name: bool = True) -> None:
    """Prints how one claim is sourced."""
    view = claim_view(desk, one)
    _head(in_marks(one_line(view.text)), console)
    console.print(plain(f"{view.claim}  {view.count}" if name else view.count, "bold"))
    for heading, found in _sections(view):
        console.print(plain(heading, "dim"))
        for line in found:
            _line(line, console)
    _show_needs(view.needs, console, 3)


def _sections(view: ClaimView) -> Iterator[tuple[str, Sequence[Sentence]]]:
    """What is told of a claim, under headings; empty ones are left out."""
    found = (
        ("From", view.origins),
        ("Against", view.against),
        ("Outlets", view.outlets),
        ("Apart", view.apart),
        ("A standards desk would ask", tuple(one.sentence for one in view.prompts)),
    )
    return ((heading, held) for heading, held in found if held)


def show_cited(found: Cited, console: Console) -> None:
    """Prints the citations, the summary and the disclosure of the tool."""
    _head("Source reference citations", console)
    for one in found.citations:
        _indent(plain(f"[{one.number}] {citation_words(one)}"), console)
        for fact in one.facts:
            _indent(plain(fact, "dim"), console, 6)
        for note in one.noted:
            _indent(plain(f"noted by {note.by}, {note.at}: {note.words}", "cyan"), console, 6)
    _head("Source summary statement", console)
    for line in found.summary:
        _line(line, console)
    console.print(plain(found.tool.words, "dim"), plain(MANNER, "dim"), sep="\n")


def citation_words(one: Citation) -> str:
    """A citation in one line: what is not known is said."""
    parts = (
        one.author or "author not known",
        in_marks(one_line(one.title)) if one.title else "no title known",
        one.outlet or "outlet not known",
        one.url or "no address known",
        f"published {one.published}" if one.published else "date of publication not known",
        f"taken in {one.accessed}{f' by {one.accessed_by}' if one.accessed_by else ''}"
        if one.accessed
        else "date of access not recorded",
        one.source_type,
        f"SHA-256 {one.sha256}",
    )
    return "; ".join(parts)


def show_line(number: int, text: str, verdict: str, claims: Iterable[str], console: Console) -> None:
    """Prints a sentence of a draft with the claims that it rests on."""
    named = ", ".join(claims) or "rests on no claim that is held"
    console.print(
        Text.assemble(f"{number:>3} ", "“", plain(text), "” ", plain(f"{verdict}: {named}", "dim"), overflow="fold")
    )


def _head(words: str, console: Console) -> None:
    console.print(plain(words, "bold"))


def _line(one: Sentence, console: Console) -> None:
    _indent(plain(str(one)), console)


def _indent(words: Text, console: Console, by: int = 2) -> None:
    console.print(Padding(words, (0, 0, 0, by)))


# --- JSON


def story_json(brief: Brief) -> dict[str, Any]:
    """A story in short, in JSON's terms: sentences with the places that they rest on."""
    return {
        "documents": brief.documents,
        "claims": brief.claims,
        "lines": [{"about": line.kind, **sentence_json(line.sentence)} for line in brief.lines],
        "needed": [_need_json(need) for need in brief.needs],
    }


def claim_json(desk: Desk, one: Sourcing) -> dict[str, Any]:
    """How a claim is sourced, in JSON's terms: the values, the questions that they raise, and what would be needed."""
    view = claim_view(desk, one)
    return {
        **asdict(one),
        "questions": [{"kind": it.kind, **sentence_json(it.sentence)} for it in view.prompts],
        "needed": [_need_json(need) for need in view.needs],
    }


def cited_json(found: Cited) -> Mapping[str, Any]:
    """Citations, summary and disclosure, in JSON's terms."""
    return {
        "manner": MANNER,
        "citations": found.citations,
        "summary": [sentence_json(one) for one in found.summary],
        "tool": found.tool,
    }


def _need_json(need: Need) -> dict[str, Any]:
    return {
        "kind": need.kind,
        "documents": need.documents,
        "what": str(need.what),
        "why": str(need.why),
        "grounds": need.grounds,
    }


def sentence_json(one: Sentence) -> dict[str, Any]:
    """A sentence with the exact words, the places that it rests on, and the claims that it counts."""
    return {"words": str(one), "grounds": one.grounds, "claims": one.claims}
