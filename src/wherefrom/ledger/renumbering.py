"""New ids for what goes out: an id made from content would confirm a guess, and one that counts what was cut would tell of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from wherefrom.model import Appearance, Claim, Conflict, Document, Findings, Link, Party, Reliance, Root
from wherefrom.model.release import ReleasedDocument

from .codec import digest, read_in, written
from .vault import HANDLE

Ids = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Renumbered:
    """Findings with new ids, and which id stands for which old one."""

    findings: Findings
    documents: Ids
    appearances: Ids
    parties: Ids
    claims: Ids


def renumbered(findings: Findings) -> Renumbered:
    """The same findings with ids that are their places: d1, a1, p1, c1, k1 and so on, of equal length so that they sort as they stand.

    Documents are called by their new ids in place of a path, and leave their bytes behind.
    """
    documents = _numbered("d", (one.id for one in findings.documents))
    appearances = _numbered("a", (one.id for one in findings.appearances))
    parties = _numbered("p", (one.id for one in findings.parties))
    claims = _numbered("c", (one.id for one in findings.claims))
    conflicts = _numbered("k", (one.id for one in findings.conflicts))
    new = Renumbered(findings, documents, appearances, parties, claims)
    told = Findings(
        findings.reader,
        tuple(_document(one, documents[one.id]) for one in findings.documents),
        appearances=tuple(_appearance(one, new) for one in findings.appearances),
        parties=tuple(_party(one, new) for one in findings.parties),
        claims=tuple(_claim(one, new) for one in findings.claims),
        conflicts=tuple(_conflict(one, conflicts[one.id], new) for one in findings.conflicts),
        relies_on=tuple(_reliance(one, documents) for one in findings.relies_on),
    )
    return replace(new, findings=_without_handles(told))


def _without_handles(told: Findings) -> Findings:
    """The same with other handles of protected sources, of equal length: by those of the ledger two recipients could tell that theirs are one."""
    words = "\n".join(part for one in told.documents for part in (one.text, one.author or "", one.title or ""))
    handles = dict.fromkeys(HANDLE.findall(words))
    if not handles:
        return told
    new = {handle: f"source-{number:012}" for number, handle in enumerate(handles, 1)}

    def said(words: str) -> str:
        return HANDLE.sub(lambda found: new.get(found[0], found[0]), words)

    documents = tuple(_retold(one, said) for one in told.documents)
    rest = read_in(said(written(replace(told, documents=()))).encode(), Findings)
    return replace(rest, documents=documents)


def _retold(one: Document, said: Callable[[str], str]) -> Document:
    text = said(one.text)
    if text == one.text or not isinstance(one, ReleasedDocument):
        return one
    author, title = (None if words is None else said(words) for words in (one.author, one.title))
    return replace(one, text=text, digest=digest(text.encode()), author=author, title=title)


def _numbered(letter: str, names: Iterable[str]) -> Ids:
    held = list(dict.fromkeys(names))
    width = len(str(len(held)))
    return {name: f"{letter}{number:0{width}}" for number, name in enumerate(held, 1)}


def _document(one: Document, name: str) -> ReleasedDocument:
    known: dict[str, Any] = {field.name: getattr(one, field.name) for field in fields(Document)}
    known |= {"path": name, "capture": replace(one.capture, raw=b"")}
    return ReleasedDocument(**known, name=name, digest=one.sha256)


def _appearance(one: Appearance, new: Renumbered) -> Appearance:
    return replace(
        one,
        id=new.appearances[one.id],
        document=new.documents[one.document],
        chain=tuple(_link(link, new.parties) for link in one.chain),
        about=_known(one.about, new.parties),
    )


def _link(link: Link, parties: Ids) -> Link:
    if link.source is None:
        return link
    return replace(link, source=replace(link.source, parties=_known(link.source.parties, parties)))


def _known(names: Iterable[str], new: Ids) -> tuple[str, ...]:
    return tuple(new[name] for name in names if name in new)


def _party(one: Party, new: Renumbered) -> Party:
    mentions = tuple(replace(mention, document=new.documents[mention.document]) for mention in one.mentions)
    return replace(one, id=new.parties[one.id], mentions=mentions)


def _claim(one: Claim, new: Renumbered) -> Claim:
    origins = replace(
        one.origins,
        roots=tuple(_root(root, new) for root in one.origins.roots),
        against=tuple(_root(root, new) for root in one.origins.against),
    )
    return replace(
        one,
        id=new.claims[one.id],
        appearances=tuple(replace(member, id=new.appearances[member.id]) for member in one.appearances),
        origins=origins,
        status=tuple(replace(step, because=_known(step.because, new.appearances)) for step in one.status),
    )


def _root(root: Root, new: Renumbered) -> Root:
    return replace(
        root, parties=_known(root.parties, new.parties), appearances=_known(root.appearances, new.appearances)
    )


def _conflict(one: Conflict, name: str, new: Renumbered) -> Conflict:
    values = tuple(
        replace(
            value,
            document=new.documents[value.document],
            appearance=None if value.appearance is None else new.appearances[value.appearance],
        )
        for value in one.values
    )
    return replace(one, id=name, claim=None if one.claim is None else new.claims.get(one.claim), values=values)


def _reliance(one: Reliance, documents: Ids) -> Reliance:
    return replace(one, document=documents[one.document], on=documents.get(one.on, one.on))
