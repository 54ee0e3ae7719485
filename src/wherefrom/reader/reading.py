"""A document in, its appearances and parties out: the reader's one public function."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256

from wherefrom.model import Appearance, Certainty, Document, Party, Polarity, Reader, slice_of

from . import encoder, lexicon
from .carried import carry
from .chains import ChainReader, Statement
from .doubts import marked
from .hedges import Speech, certainty
from .introduced import through_others
from .parties import who_is_meant
from .places import Stretches
from .quotations import quotations, quote_of
from .wordpiece import shipped

CLAIMING = frozenset({"headline", "heading", "paragraph", "caption"})
"""Kinds of blocks that are read for statements; bylines, credits and boilerplate never become claims."""


_DEPENDENT = re.compile(
    r"\b(?:who|whom|whose|which|that|because|if|unless|while|since|although|though)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader returns for one document; comparing makes the rest."""

    appearances: tuple[Appearance, ...]
    parties: tuple[Party, ...]


def identity() -> Reader:
    """This reader's name and the version of its weights."""
    return Reader("wherefrom-minilm", encoder.version())


def read(document: Document) -> Reading:
    """Read one document: every statement in it with its chain, hedges and words, and the parties that these mean.

    What depends on later work (quantities, times, conditions, validity, nature) is left empty.
    """
    name = document.id  # a hash over all its bytes
    blocks = [block for block in document.blocks if block.kind in CLAIMING]
    quoted = quotations(document.text, blocks)
    chains = ChainReader(document, quoted, shipped())
    statements = chains.read(blocks)
    drafts = [_appearance(document.text, name, statement) for statement in statements]
    meant = who_is_meant(document, drafts, chains.scan.mentions, chains.scan.affinity())
    told = [_with_parties(*both) for both in zip(statements, meant.appearances, strict=True)]
    appearances: dict[str, Appearance] = {}
    for statement in marked(document, through_others(document, carry(document, told))):
        appearance = _appearance(document.text, name, statement, quoted)
        appearances.setdefault(appearance.id, appearance)
    return Reading(tuple(appearances.values()), meant.parties)


def _with_parties(statement: Statement, meant: Appearance) -> Statement:
    """The statement with the parties that were found for its draft."""
    return replace(statement, chain=meant.chain, about=meant.about, unsure=frozenset(meant.unsure))


def _appearance(text: str, document: str, statement: Statement, quoted: Stretches | None = None) -> Appearance:
    """The appearance of a statement; without `quoted` a draft, from which who is meant can be told."""
    spans, chain = statement.spans, statement.chain
    words = slice_of(text, spans)
    holder = len(chain) - 1 if chain else None
    quote = None if quoted is None else quote_of(text, spans, quoted)
    speeches = (Speech(spans, holder), *statement.around)
    return Appearance(
        id=identity_of(document, statement),
        document=document,
        spans=spans,
        text=words,
        block=statement.block.kind,
        chain=chain,
        polarity=_polarity_of(words),
        nature=None,
        quote=quote if chain or quote != "indirect" else None,
        certainty=Certainty() if quoted is None else certainty(text, speeches, quoted),
        condition=None,
        quantities=(),
        times=(),
        validity=None,
        about=statement.about,
        unsure=tuple(sorted(statement.unsure)),
    )


def _polarity_of(words: str) -> Polarity:
    """Negative where the main clause is negated; what stands in a clause that depends on it does not count."""
    dependent = _DEPENDENT.search(words, 1)
    main = words[: dependent.start()] if dependent is not None else words
    return "negative" if lexicon.NEGATION.search(main) else "positive"


def identity_of(document: str, statement: Statement) -> str:
    """Made from what anchors an appearance: document, spans, reader; and the cues, since two may share a content."""
    cues = [link.cue.spans for link in statement.chain if link.cue is not None]
    anchor = repr((document, statement.spans, cues, encoder.version()))
    return f"a{sha256(anchor.encode()).hexdigest()[:12]}"
