"""Source reference citations and a source summary, in the manner of ICD 206 (22 January 2015) and ICS 206-01 (as rewritten 2 December 2024).

The fields are those that ICS 206-01 asks for of open sources: author, title, address, date of publication, date of access, type of source, a
narrative descriptor of quality, and the name, version and parameters of a tool that read them. A descriptor says what is a fact of the
document or what people noted, never what a machine thinks of it. No compliance is claimed: who issues a product decides that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Document, Findings, Reader, Reliance

from .sentences import Printed, Sentence, counted, listed, said
from .sourcing import Desk, Sourcing, sourcings

_FORMATS = {"html": "web page", "text": "plain text", "markdown": "Markdown text"}
_READ_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Access:
    """When a document was taken in, and by whom, as a ledger has it; None where that is not known."""

    at: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """What a person wrote down or judged about a document: their words, who and when."""

    words: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source reference citation: what is not known is None. `facts` are of the document, `noted` are people's words."""

    number: int
    document: str
    author: str | None
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    accessed: str | None
    accessed_by: str | None
    source_type: str
    sha256: str
    facts: tuple[str, ...]
    noted: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class Tool:
    """The disclosure of the tool that read the sources."""

    name: str
    version: str
    reader: Reader
    words: str


@dataclass(frozen=True, slots=True)
class Cited:
    """The citations, the summary, and the disclosure."""

    citations: tuple[Citation, ...]
    summary: tuple[Sentence, ...]
    tool: Tool


def cited(
    desk: Desk,
    version: str,
    access: Mapping[str, Access] | None = None,
    noted: Mapping[str, Sequence[Noted]] | None = None,
) -> Cited:
    """Citations of all documents, in the order of publication, with the summary; `version` is the program's.

    `access` and `noted` are by the ids of documents: when they came in, and what people said of them.
    """
    taken, words = access or {}, noted or {}
    citations = tuple(
        _citation(desk, number, document, taken.get(document.id, Access()), tuple(words.get(document.id, ())))
        for number, document in enumerate(desk.material.findings.documents, 1)
    )
    return Cited(citations, tuple(_summary(desk)), tool(desk.material.findings, version))


def _citation(desk: Desk, number: int, document: Document, access: Access, noted: tuple[Noted, ...]) -> Citation:
    return Citation(
        number=number,
        document=document.id,
        author=document.author,
        title=document.title,
        outlet=document.publisher,
        url=document.url,
        published=document.published,
        accessed=access.at,
        accessed_by=access.by,
        source_type=source_type(document, desk.outlets),
        sha256=document.sha256,
        facts=tuple(_facts(desk, document)),
        noted=noted,
    )


def source_type(document: Document, outlets: Outlets) -> str:
    """What sort of source it is: an own check; else a report, of which sort of outlet where that is known, and in which form."""
    form = _FORMATS[document.capture.format]
    if document.kind == "check":
        return f"own check, notes ({form})"
    known = None if document.publisher is None else outlets.known(document.publisher)
    sort = (
        "published report" if known is None or not known.kind else f"published report, {known.kind.replace('-', ' ')}"
    )
    return f"{sort} ({form})"


def _facts(desk: Desk, document: Document) -> Iterator[str]:
    """What is a fact of the document and touches on its quality: what is missing, whose wording it is, how it speaks of its sources."""
    missing = [
        words
        for words, value in (
            ("author", document.author),
            ("title", document.title),
            ("outlet", document.publisher),
            ("address", document.url),
            ("date of publication", document.published),
        )
        if not value
    ]
    if missing:
        yield f"not known: {', '.join(missing)}"
    if document.language and not document.language.lower().startswith(_READ_LANGUAGE):
        yield f"in another language than the reader reads ({document.language})"
    paragraphs = sum(block.kind == "paragraph" for block in document.blocks)
    yield f"{counted(len(document.text), 'character')} in {counted(paragraphs, 'paragraph')}; whether that is all that was published is not known"
    for one in desk.reliances.of_document(document.id):
        if one.how in {"copies", "version-of"}:
            yield f"{'wording of' if one.how == 'copies' else 'a version of'} {_on(desk, one)}"
    ends = [one.chain[-1].source if one.chain else None for one in desk.material.of_document[document.id]]
    bare = sum(not one.chain for one in desk.material.of_document[document.id])
    named = sum(one is not None and one.named for one in ends)
    yield (
        f"{counted(len(ends), 'statement')}: {named} on a named source, {len(ends) - named - bare} on a source not named, "
        f"{bare} on its own word"
    )


def _on(desk: Desk, one: Reliance) -> str:
    held = desk.material.documents.get(one.on)
    return one.on if held is None else f"{held.publisher or 'an outlet not known'}, {held.published or 'undated'}"


# --- the summary


def _summary(desk: Desk) -> Iterator[Sentence]:
    documents = desk.material.findings.documents
    if not documents:
        return
    yield from _documents(documents)
    told = [one for one in sourcings(desk) if one.documents > 1]
    if told:
        yield from _origins(told)
    yield from _sources(desk)
    yield from _open(desk)


def _documents(documents: Sequence[Document]) -> Iterator[Sentence]:
    reports = [one for one in documents if one.kind == "report"]
    outlets = {one.publisher for one in reports if one.publisher}
    days = sorted(one.published[:10] for one in documents if one.published)
    undated = sum(not one.published for one in documents)
    between = f", published from {days[0]} to {days[-1]}" if days else ""
    without = f"; {counted(undated, 'has', 'have')} no date" if undated else ""
    yield said(f"{counted(len(reports), 'report')} of {counted(len(outlets), 'outlet')}{between}{without}.")
    if len(reports) < len(documents):
        yield said(f"{counted(len(documents) - len(reports), 'own check')}.")


def _origins(told: Sequence[Sourcing]) -> Iterator[Sentence]:
    one = sum(it.at_most == 1 for it in told)
    two = sum(it.at_least > 1 for it in told)
    words = (
        f"{counted(len(told), 'claim is', 'claims are')} told by more than one document: {one} on one origin, "
        f"{two} on two or more for certain, {len(told) - one - two} on origins that cannot be told apart."
    )
    yield Sentence((words,), (), tuple(it.claim for it in told))


def _sources(desk: Desk) -> Iterator[Sentence]:
    statements = [one for one in desk.material.findings.appearances if one.block != "caption"]
    ends = [one.chain[-1].source for one in statements if one.chain]
    named = sum(one is not None and one.named for one in ends)
    knowing = sum(one is not None and one.knows_by is not None for one in ends)
    yield said(
        f"Of {counted(len(statements), 'statement')} {named} are on a named source, {len(ends) - named} on a source not named, and "
        f"{len(statements) - len(ends)} on the outlet’s own word. How the source knows is said in {knowing}."
    )


def _open(desk: Desk) -> Iterator[Sentence]:
    found = desk.material.findings
    hard = sum(one.cannot_all_hold is True for one in found.conflicts)
    denied = [one.claim for one in desk.sourced.values() if one.against]
    yield said(
        f"{counted(hard, 'contradiction')} that cannot be resolved from the texts; {counted(len(denied), 'claim')} denied."
    )
    here = {one.publisher for one in found.documents}
    away = dict.fromkeys(
        one.on
        for one in found.relies_on
        if one.on not in desk.material.documents and one.on not in here and not desk.names_nobody(one.on)
    )
    if away:
        yield said("Cited by these and not read: ", listed((Printed(name),) for name in away), ".")
    unsure = sum(bool(one.unsure) for one in found.appearances)
    if unsure:
        yield said(f"The reader is not sure of its reading in {counted(unsure, 'statement')}.")
    if found.unread:
        yield said(f"{counted(len(found.unread), 'file')} could not be read.")


def tool(findings: Findings, version: str) -> Tool:
    """The disclosure of the tool: what read the sources, in which version, and what it does and does not do."""
    reader = findings.reader
    words = (
        f"Read by Wherefrom {version} with the reader {reader.name} {reader.version}: machine learning finds who is said to have said what, and "
        "rules count origins. It runs on one machine without a network or a language-model service, writes no text of its own about the "
        "sources, and gives no grade. Every extract is a slice of the stored text."
    )
    return Tool("Wherefrom", version, reader, words)


def noted_by_document(notes: Iterable[tuple[str, Noted]]) -> dict[str, list[Noted]]:
    """People's words by the document that they are about."""
    found: dict[str, list[Noted]] = {}
    for document, note in notes:
        found.setdefault(document, []).append(note)
    return found
