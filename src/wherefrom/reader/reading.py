"""A document in, its appearances and parties out: the reader's one public function."""

from dataclasses import dataclass, replace
from hashlib import sha256

from wherefrom.model import Appearance, Document, Party, Reader, slice_of

from . import encoder
from .carried import carry
from .chains import ChainReader, Statement
from .doubts import marked
from .introduced import through_others
from .particulars import Particulars
from .parties import who_is_meant
from .quotations import quotations
from .wordpiece import shipped

CLAIMING = frozenset({"headline", "heading", "paragraph", "caption"})
"""Kinds of blocks that are read for statements; bylines, credits and boilerplate never become claims."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader returns for one document; comparing makes the rest."""

    appearances: tuple[Appearance, ...]
    parties: tuple[Party, ...]


def identity() -> Reader:
    """This reader's name and the version of its weights."""
    return Reader("wherefrom-minilm", encoder.version())


def read(document: Document) -> Reading:
    """Read one document: every statement in it with its chain and all that its words tell, and the parties it means."""
    blocks = [block for block in document.blocks if block.kind in CLAIMING]
    quoted = quotations(document.text, blocks)
    chains = ChainReader(document, quoted, shipped())
    statements = chains.read(blocks)
    name = document.id  # a hash over all its bytes
    drafts = [_appearance(document.text, name, statement) for statement in statements]
    meant = who_is_meant(document, drafts, chains.scan.mentions, chains.scan.affinity())
    told = [_with_parties(*both) for both in zip(statements, meant.appearances, strict=True)]
    particulars = Particulars(document, [block.span for block in blocks], quoted, chains.scan.happened())
    appearances: dict[str, Appearance] = {}
    for statement in marked(document, through_others(document, carry(document, told))):
        appearance = particulars.told(_appearance(document.text, name, statement), statement.around)
        appearances.setdefault(appearance.id, appearance)
    return Reading(tuple(appearances.values()), meant.parties)


def _with_parties(statement: Statement, meant: Appearance) -> Statement:
    """The statement with the parties that were found for its draft."""
    return replace(statement, chain=meant.chain, about=meant.about, unsure=frozenset(meant.unsure))


def _appearance(text: str, document: str, statement: Statement) -> Appearance:
    """The appearance of a statement, as yet without what its own words tell."""
    return Appearance(
        id=identity_of(document, statement),
        document=document,
        spans=statement.spans,
        text=slice_of(text, statement.spans),
        block=statement.block.kind,
        chain=statement.chain,
        about=statement.about,
        unsure=tuple(sorted(statement.unsure)),
    )


def identity_of(document: str, statement: Statement) -> str:
    """Made from what anchors an appearance: document, spans, reader; and the cues, since two may share a content."""
    cues = [link.cue.spans for link in statement.chain if link.cue is not None]
    anchor = repr((document, statement.spans, cues, encoder.version()))
    return f"a{sha256(anchor.encode()).hexdigest()[:12]}"
