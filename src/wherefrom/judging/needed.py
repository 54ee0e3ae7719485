"""What would be needed to know more of a claim or a story: concrete, each with its reason and the words that it rests on, the weightiest first.

Nothing is advised that the findings do not support: who is not named, what is cited and not read, who is named and speaks to nobody, what
contradicts. That somebody "could know" says only that the texts name them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wherefrom.comparing.origins.words import is_talk
from wherefrom.model import Appearance, Claim, Conflict, ConflictValue, Link, Party, slice_of
from wherefrom.model.retelling import Drift, DriftKind

from .prompts import in_words, unnamed, with_words
from .scopes import Scope, ends, unnamed_behind
from .sentences import Called, Ground, Piece, Printed, Sentence, cited, counted, listed, said
from .sourcing import Description, Desk, named_after, published_by

NeedKind = Literal[
    "report-cited",
    "outlet-at-origin",
    "one-or-two",
    "somebody-named",
    "document-mentioned",
    "contradiction",
    "lost-on-the-way",
    "own-word-detail",
    "date",
    "file",
]

_PAPERS = re.compile(
    r"\b(?:memos?|letters?|e-?mails?|filings?|lawsuit|complaint|indictment|affidavits?|transcripts?|records|files?|logs?|ledgers?|"
    r"contracts?|minutes|cables?|diary|diaries|treaty|agreement|court order|dossiers?|recordings?|invoices?|certificates?)\b",
    re.IGNORECASE,
)
"""Nouns of papers that one can ask to see; reports, stories and statements are what the outlets wrote themselves."""

_DESIGNATION = re.compile(r"-\d")
"""What follows letters that are part of a type's name, as in DF-17, and no body's."""

_ASKED = frozenset({"person", "organisation"})
_REPORTERS = re.compile(r"\b(?:reporters?|journalists?|press|media|us|newspapers?)\b", re.IGNORECASE)
_LONGEST = 60
"""Letters of words for a paper; longer ones tell a story of their own."""

_LEAST = 2
"""Documents in which somebody is named, or statements that tell of them, so that they belong to the story."""


@dataclass(frozen=True, slots=True)
class Need:
    """What would be needed: `what` to get, `why`; `documents` is in how many documents the reason is found."""

    kind: NeedKind
    what: Sentence
    why: Sentence
    documents: int

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The words behind it, each once."""
        return tuple(dict.fromkeys((*self.what.grounds, *self.why.grounds)))


def needed(scope: Scope) -> tuple[Need, ...]:
    """What would be needed for more: by kind, and of one kind what most documents give reason for first."""
    finders: tuple[Callable[[Scope], Iterator[Need]], ...] = (
        _cited,
        _at_origin,
        _one_or_two,
        _named,
        _papers,
        _contradictions,
        _lost,
        _own_details,
        _dates,
        _files,
    )
    return tuple(need for find in finders for need in sorted(find(scope), key=lambda one: -one.documents))


# --- outlets


def _cited(scope: Scope) -> Iterator[Need]:
    for name, by in ends(scope.desk, scope.documents).items():
        yield Need(
            "report-cited",
            said("What ", Printed(name), " itself published or said."),
            said(
                f"{counted(len(by), 'document rests', 'documents rest')} on it, and nothing of ",
                Printed(name),
                "’s was read here.",
            ).on(Ground(document, spans) for document, spans in by.items() if spans),
            len(by),
        )


def _at_origin(scope: Scope) -> Iterator[Need]:
    """Who told it first, how they know it, why they are not named: only the outlet at the end, or those who cite it, can say."""
    for lead, found in unnamed_behind(scope).items():
        lacks = [
            words
            for words, missing in (
                ("how they know it", all(it.knows_by is None for it in found)),
                ("why they are not named", all(it.why_unnamed is None for it in found)),
            )
            if missing
        ]
        others = {
            name
            for it in found
            if (name := scope.desk.material.documents[it.words.document].publisher) != lead and name
        }
        beside: tuple[Piece, ...] = (
            (" and those who cite it (", *listed(((Printed(name),) for name in sorted(others)), 4), ")")
            if others
            else ()
        )
        reason = {2: " Neither how they know it nor why they are not named is said."}.get(
            len(lacks), f" {lacks[0].capitalize()} is not said." if lacks else ""
        )
        yield Need(
            "outlet-at-origin",
            said("From ", Printed(lead), beside, ": who ", listed([("told it",), *((one,) for one in lacks)]), "."),
            said("Not named: ", in_words(scope.desk, found), ".", reason).on(it.words for it in found),
            len({it.words.document for it in found}),
        )


def _one_or_two(scope: Scope) -> Iterator[Need]:
    """Claims where two outlets have a source without a name each, who may be one."""
    pairs: dict[tuple[str, ...], list[Description]] = defaultdict(list)
    for one in scope.sourced:
        views = [view for view in one.origins if view.kind == "unnamed" and with_words(scope.desk, unnamed([view]))]
        outlets = tuple(sorted({view.outlet for view in views}))
        if len(outlets) > 1 and one.at_most is not None and one.at_least < one.at_most:
            pairs[outlets] += with_words(scope.desk, unnamed(views))
    for outlets, found in pairs.items():
        yield Need(
            "one-or-two",
            said(
                "Whether the sources of ", listed((Printed(name),) for name in outlets), " are one: only they can say."
            ),
            said("Each has a source that it does not name: ", in_words(scope.desk, found), ".").on(
                it.words for it in found
            ),
            len({it.words.document for it in found}),
        )


# --- people, bodies, papers


def _named(scope: Scope) -> Iterator[Need]:
    """People and bodies with a name that the statements are about, and who speak to none of the documents."""
    desk = scope.desk
    about: dict[str, list[Appearance]] = defaultdict(list)
    speaks: set[str] = set()
    for one in scope.statements:
        for name in one.about:
            about[name].append(one)
        for link in one.chain:
            if link.source is not None and (
                desk.material.documents[one.document].kind == "check" or _to_press(desk, link)
            ):
                speaks.update(link.source.parties)
    for name, statements in about.items():
        party = desk.material.parties.get(name)
        if party is None or name in speaks or not _could_be_asked(desk, party):
            continue
        documents = {one.document for one in statements}
        if len(documents) < _LEAST and len(statements) < _LEAST:
            continue
        they, give = ("them", "they give") if party.kind == "person" else ("it", "it gives")
        many = counted(len(statements), "statement is", "statements are")
        yield Need(
            "somebody-named",
            said("A word of ", Called(party.name, party.kind), " itself." if they == "it" else "."),
            said(
                f"{many} about {they}, in {counted(len(documents), 'document')}, and {give} none of these a word of {'their' if they == 'them' else 'its'} own."
            ).on(Ground.of(one) for one in statements),
            len(documents),
        )


def _to_press(desk: Desk, link: Link) -> bool:
    """Whether words were said to reporters, or to nobody in particular: what figures of a story tell each other is no word of theirs to us."""
    if link.to is None or _REPORTERS.search(link.to.text):
        return True
    told = link.to.text.removeprefix("the ").casefold()
    return not any(
        one.named and one.kind in _ASKED and one.name.casefold() == told for one in desk.material.findings.parties
    )


def _could_be_asked(desk: Desk, party: Party) -> bool:
    if not party.named or party.kind not in _ASKED or desk.outlets.known(party.name) is not None:
        return False
    publishers = {one.publisher.casefold() for one in desk.material.findings.documents if one.publisher}
    if any(party.name.casefold() in one for one in publishers):
        return False
    texts = ((desk.material.documents[one.document].text, one.spans) for one in party.mentions)
    return not any(_DESIGNATION.match(text, spans[-1].end) for text, spans in texts if spans)


def _papers(scope: Scope) -> Iterator[Need]:
    """Papers that several documents speak of, or that stand at the end of a chain."""
    found: dict[str, list[Ground]] = defaultdict(list)
    texts = scope.desk.material.documents
    for party in scope.desk.material.findings.parties:
        for mention in party.mentions if party.kind == "document" else ():
            words = slice_of(texts[mention.document].text, mention.spans) if mention.document in scope.documents else ""
            if len(words) <= _LONGEST and (noun := _PAPERS.search(words)) is not None and not is_talk(words):
                found[_singular(noun.group())].append(Ground(mention.document, mention.spans))
    last = {
        _singular(noun.group()) for _, one in scope.speakers if (noun := _PAPERS.search(_words(scope, one))) is not None
    }
    for noun_, grounds in found.items():
        documents = {it.document for it in grounds}
        if len(documents) >= _LEAST or noun_ in last:
            yield Need(
                "document-mentioned",
                said("The paper that is spoken of: ", cited(scope.desk.material, _telling_most(scope, grounds)), "."),
                said(
                    f"{counted(len(documents), 'document speaks', 'documents speak')} of it; it is not among what was read."
                ).on(grounds),
                len(documents),
            )


def _words(scope: Scope, one: Description) -> str:
    return "" if one.named else cited(scope.desk.material, one.words).words


def _singular(noun: str) -> str:
    plain = noun.casefold()
    return {"diaries": "diary", "minutes": "minutes", "e-mails": "email", "e-mail": "email"}.get(
        plain, plain.removesuffix("s")
    )


def _telling_most(scope: Scope, grounds: Sequence[Ground]) -> Ground:
    """The shortest words that tell more of it than its noun."""

    def length(one: Ground) -> tuple[bool, int, int]:
        words = cited(scope.desk.material, one).words.split()
        return (len(words) < 2 or words[0].casefold() == "the", len(words), scope.desk.material.place[one.document])

    return min(grounds, key=length)


# --- what differs, what was lost


def _contradictions(scope: Scope) -> Iterator[Need]:
    claims = {one.claim for one in scope.sourced}
    statements = {one.id for one in scope.statements}
    for one in scope.desk.material.findings.conflicts:
        values = [value for value in one.values if value.document in scope.documents]
        bears = (
            one.claim in claims
            or sum(it.appearance in statements for it in values) > 1
            or (scope.whole and one.claim is None)
        )
        if one.cannot_all_hold and len(values) > 1 and bears:
            yield _contradiction(scope.desk, one, values)


def _contradiction(desk: Desk, one: Conflict, values: Sequence[ConflictValue]) -> Need:
    values = _surely_on_it(desk, one, values)
    sides: dict[object, list[ConflictValue]] = defaultdict(list)
    for value in values:
        sides[value.value].append(value)
    if one.kind == "polarity":
        yes, no = (sides.get(word, []) for word in ("yes", "no"))
        what = said(
            "Whether ",
            _named_after(desk, one, yes) if yes else "it",
            " holds: ",
            _publishers(desk, yes),
            " say so, " if len({it.document for it in yes}) > 1 else " says so, ",
            _publishers(desk, no),
            " have it denied." if len({it.document for it in no}) > 1 else " has it denied.",
        )
    else:
        what = said("Which of these holds: ", listed(_side(desk, held[0]) for held in sides.values()), ".")
    between = {
        "origins": "They come from different origins.",
        "echoes": "Both are retellings of one origin: its own words would settle it.",
        "unknown": "Whether they come from different origins cannot be told.",
    }[one.between]
    return Need(
        "contradiction",
        what,
        said(f"They cannot all hold. {between}").on(Ground(it.document, it.spans, it.appearance) for it in values),
        len({it.document for it in values}),
    )


def _surely_on_it(desk: Desk, one: Conflict, values: Sequence[ConflictValue]) -> Sequence[ConflictValue]:
    """The values whose statements are surely of the claim, where those differ already: what is only akin to it need not be asked about."""
    claim = desk.claims.get(one.claim or "")
    sure = set() if claim is None else {it.id for it in claim.appearances if it.bearing == "sure"}
    kept = [value for value in values if value.appearance in sure]
    return kept if len({value.value for value in kept}) > 1 else values


def _named_after(desk: Desk, one: Conflict, values: Sequence[ConflictValue]) -> Piece:
    """The words that the claim in question is named after, else those of the first who says so."""
    first = None if one.claim is None else named_after(desk, one.claim)
    return cited(desk.material, first or Ground(values[0].document, values[0].spans, values[0].appearance))


def _publishers(desk: Desk, values: Sequence[ConflictValue]) -> tuple[Piece, ...]:
    return published_by(desk, (it.document for it in values), 4)


def _side(desk: Desk, value: ConflictValue) -> tuple[Piece, ...]:
    publisher = desk.material.documents[value.document].publisher
    words = cited(desk.material, Ground(value.document, value.spans, value.appearance))
    return (words, " (", Printed(publisher), ")") if publisher else (words,)


LOST: Mapping[DriftKind, str] = {
    "source-lost": "the source that an earlier telling gives",
    "hedge-lost": "the words that held it back",
    "degree-raised": "words that held it back more",
    "condition-lost": "the condition on which it was told",
    "bound-lost": "the bound of a figure",
    "bound-changed": "the bound of a figure as it was",
    "figure-changed": "the figure as it was",
    "name-changed": "the name as it was",
    "place-changed": "the place as it was",
    "polarity-turned": "the sense that it had",
}
"""What a later telling no longer has."""


def _lost(scope: Scope) -> Iterator[Need]:
    """What later tellings lost: from each of these outlets, on what grounds."""
    by: dict[tuple[str, DriftKind], list[Drift]] = defaultdict(list)
    for one in scope.drifts:
        by[one.later.document, one.kind].append(one)
    for (document, kind), held in by.items():
        publisher = scope.desk.material.documents[document].publisher
        who: Piece = Printed(publisher) if publisher else "the outlet of a document without a publisher"
        grounds = [it for one in held for it in (_telling(one, later=True), _telling(one, later=False))]
        yield Need(
            "lost-on-the-way",
            said("From ", who, f": on what grounds it tells without {LOST[kind]}."),
            said("Nothing in its report says so.").on(grounds),
            len({one.earlier.document for one in held}) + 1,
        )


def _telling(one: Drift, *, later: bool) -> Ground:
    telling = one.later if later else one.earlier
    return Ground(telling.document, telling.said.spans, telling.appearance)


def _own_details(scope: Scope) -> Iterator[Need]:
    """What a document that rests on others states on its own word, and nobody else tells: no origin carries it."""
    alone: dict[str, list[Ground]] = defaultdict(list)
    for one in scope.sourced:
        stand = one.standpoints[0] if len(one.standpoints) == 1 else None
        if (
            stand is not None
            and stand.how == "own-word"
            and stand.rests
            and not one.perhaps
            and _is_fact(scope, stand.tellings)
        ):
            alone[stand.document] += stand.tellings
    for document, grounds in alone.items():
        held = scope.desk.material.documents[document]
        rests = scope.desk.sourced
        on = next(
            stand.rests
            for one in rests.values()
            for stand in one.standpoints
            if stand.document == document and stand.rests
        )
        if held.publisher is not None:
            yield Need(
                "own-word-detail",
                said("From ", Printed(held.publisher), f": where {_it(len(grounds))} from."),
                said(
                    "It rests on ",
                    listed(((Printed(name),) for name in on), 3),
                    f", and states {counted(len(grounds), 'detail')} on its own word that no other document here tells.",
                ).on(grounds),
                1,
            )


def _it(number: int) -> str:
    return "it has a detail" if number == 1 else f"it has {number:,} details"


def _is_fact(scope: Scope, grounds: Sequence[Ground]) -> bool:
    known = scope.desk.material.appearances
    return all(
        known[it.appearance or ""].nature == "fact" and known[it.appearance or ""].block == "paragraph"
        for it in grounds
    )


# --- what is not known of the documents


def _dates(scope: Scope) -> Iterator[Need]:
    undated = [one for one in scope.desk.material.findings.documents if one.id in scope.documents and not one.published]
    if undated:
        names = published_by(scope.desk, (it.id for it in undated), 8)
        yield Need(
            "date",
            said(f"The {'day' if len(undated) == 1 else 'days'} of publication of ", names, "."),
            said(
                f"{counted(len(undated), 'document has', 'documents have')} no date: whether they came before or after the others cannot be told."
            ),
            len(undated),
        )


def _files(scope: Scope) -> Iterator[Need]:
    unread = scope.desk.material.findings.unread
    if unread:
        yield Need(
            "file",
            said(f"{counted(len(unread), 'file')} in a form that can be read."),
            said(f"{counted(len(unread), 'file')} could not be read; what stands there is not known."),
            len(unread),
        )


def of_claim(desk: Desk, claim: Claim) -> tuple[Need, ...]:
    """What would be needed to know more of one claim."""
    return needed(Scope.of_claim(desk, claim.id))
