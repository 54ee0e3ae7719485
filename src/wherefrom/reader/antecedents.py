"""Whom pronouns and descriptions among the sources point back to, as far as naming goes.

Only two questions are answered here: is "he", "the paper", "who" somebody whom the text names, and of what kind.
"""

import re
from bisect import bisect_left

from wherefrom.model import SourceKind

from . import lexicon
from .quotations import bare, without_possessive
from .sources import Described, describe, is_pronoun, kind_of

_FAR = 700
"""Characters that a pronoun reaches back: about a paragraph and a half; beyond it nothing is said to be meant."""

_PERSON = re.compile(
    r"\b(?P<name>(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen)\.? [A-Z][\w’'-]+|[A-Z][\w’'-]+(?: [A-Z]\.)?(?: (?:[a-z]{2,3} )?[A-Z][\w’'-]+){1,2})\b"
    rf"|\b(?:the|this|that|a|an)\s+(?:[\w’'-]+\s+){{0,3}}?(?P<noun>{'|'.join(sorted(lexicon.PERSONS))})\b"
)
"""A person's name in full, or words for a person: what "he" and "she" mean where no source is near."""

_BEFORE_WHO = re.compile(r"((?:[A-Z][\w.’'-]*\s)*[A-Z][\w.’'-]*(?:\s?\([^)]*\))?),?(?:\s+[a-z][\w\s’'-]{0,60},)?\s*$")
"""A name right before "who". Words are told apart by white space alone, so that there is one way to match them."""

_DEFINITE = re.compile(r"^(?:the|this|that|these|those)\s+\w+$", re.IGNORECASE)


class Antecedents:
    """The sources noted so far in a text, to which later pronouns and descriptions may point back."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._noted: list[tuple[int, SourceKind, bool]] = []

    def note(self, start: int, words: str) -> None:
        """Remember a source that stands at `start`, unless it only points back itself."""
        if is_pronoun(words) or _DEFINITE.match(words):
            return
        described = describe(words)
        entry = (start, described.kind, described.named)
        at = bisect_left(self._noted, entry)
        if self._noted[at : at + 1] != [entry]:
            self._noted.insert(at, entry)

    def described(self, words: str, start: int) -> Described:
        """What these words mean, with `kind` and `named` of the source they point back to, if they do."""
        own = describe(words)
        plain = without_possessive(bare(words)).lower()
        if plain in {"who", "which", "that", "whose"}:
            return self._relative(start, own)
        if own.named or not (is_pronoun(words) or _DEFINITE.match(words)):
            return own
        if plain in lexicon.FIRST_PERSON:
            return Described(own.kind, named=True, number=None)  # the one who is quoted, or the writer
        kinds: set[SourceKind] = {own.kind}
        if plain in lexicon.IMPERSONAL:
            kinds = {"organisation", "outlet", "document"}
        before = [entry for entry in self._noted[: bisect_left(self._noted, (start,))] if entry[1] in kinds]
        if before and start - before[-1][0] <= _FAR:
            return Described(before[-1][1], named=before[-1][2], number=None)
        if own.kind == "person" and is_pronoun(words):
            return Described("person", named=self._is_person_named(start), number=None)
        return own

    def _relative(self, start: int, own: Described) -> Described:
        """Relative pronouns ("who", "which") point to the words right before them."""
        before = re.split(r"[.;:]\s", self._text[max(0, start - 120) : start])[-1].rstrip(" ,")
        match = _BEFORE_WHO.search(before)
        if match is not None:
            return describe(match.group(1))
        tail = " ".join(before.split()[-4:])
        kind = kind_of(tail) if tail else own.kind
        return Described(kind, named=False, number=None)

    def _is_person_named(self, start: int) -> bool:
        """Whether the last person before this place is one with a name."""
        named = False
        for match in _PERSON.finditer(self._text, max(0, start - _FAR), start):
            if match["noun"] is not None:
                named = False
            elif kind_of(match["name"]) == "person":
                named = True
        return named
