"""A matrix in plain words: what a column rests on, the order and what it leaves out, what would change it, who agrees.

All functions are pure; the terminal and the page say the same. The order is told by what speaks against each hypothesis, never by a number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wherefrom.judging.weighing import (
    Against,
    Agreement,
    Cell,
    Change,
    Column,
    Discount,
    Matrix,
    Move,
    Order,
    Proposal,
    Ratings,
    Source,
)
from wherefrom.judging.weighing.columns import Naming
from wherefrom.ledger.weighing import QuestionLine
from wherefrom.model import Stance
from wherefrom.model.judgement import Consistency, Diagnosticity, HypothesisKind

from .shared import day_of
from .wording import OWN_WORD, counted, one_line

CONSISTENCIES: Mapping[Consistency, str] = {
    "very-inconsistent": "very inconsistent",
    "inconsistent": "inconsistent",
    "neither": "neither",
    "consistent": "consistent",
    "very-consistent": "very consistent",
    "not-applicable": "not applicable",
}

UNRATED = "□"
"""What stands where nobody rated: neither blank, which would look like an omission of ours, nor a word of the scale."""

DIAGNOSTICITIES: Mapping[Diagnosticity, str] = {
    "deceiver-too": "a deceiver would produce it too",
    "preliminary": "it was preliminary",
    "state-controlled": "whoever said it was under orders",
    "unreliable": "it rests on somebody who is not reliable",
}

KINDS: Mapping[HypothesisKind, str] = {"open": "", "deception": "deception", "honestly-wrong": "honestly wrong"}

DOUBTS: Mapping[HypothesisKind, str] = {"deception": "may deceive", "honestly-wrong": "may be honestly wrong"}

STANCES: Mapping[Stance, str] = {
    "supports": "told",
    "denies": "denied",
    "doubts": "doubted",
    "reports-as-rumour": "told as a rumour",
}

_NAMED: Mapping[Naming, str] = {"named": "named", "not-named": "not named", "own-word": OWN_WORD}

MOST_MOVES = 3
"""Pairs of hypotheses that change places, told one by one; where more do, the whole order is told."""

MOST_CELLS = 12
"""Cells that are listed one by one; the matrix shows the rest."""


def source_words(source: Source) -> str:
    """Who stands behind a column: "Lea Orrin, named"."""
    return f"{one_line(source.name)}, {_NAMED[source.naming]}"


def origin_words(column: Column) -> str:
    """Whose word a column is: one origin by its name, several as bounds, with all that it may be."""
    names = "; ".join(map(source_words, column.sources))
    if len(column.sources) == 1 and column.at_most == 1:
        return names
    least, most = column.at_least, column.at_most
    if most is None:
        return f"at least {counted(least, 'origin')}, how many at most cannot be told: {names}"
    return f"{counted(least, 'origin') if least == most else f'{least:,} to {most:,} origins'}: {names}"


def stance_words(column: Column) -> str:
    """What is to be known before the words are read: that they were denied, doubted or passed on as a rumour."""
    return "" if column.stance == "supports" else f" ({STANCES[column.stance]})"


def told_words(column: Column) -> str:
    """How it is told, when, and how often: "told, 2031-03-02 to 2031-03-05, in 3 statements that count once"."""
    first, last = (day_of(one) for one in (column.first, column.last))
    days = first if first == last else f"{first} to {last}"
    once = f", in {len(column.tellings):,} statements that count once" if column.echoes else ""
    return f"{STANCES[column.stance]}, {days}{once}"


def related_words(column: Column) -> tuple[str, ...]:
    """Which other columns have the same origin, or may have."""
    related = (
        (column.same_origin, "same origin as {}"),
        (column.leans_on, "tells much the same as {} and relies on it: perhaps the same origin, weighed twice"),
    )
    return tuple(words.format(listed(held)) for held, words in related if held)


def proposed_words(matrix: Matrix) -> tuple[tuple[str, str], ...]:
    """What is proposed, a source at a time: what to consider of whom, and what to type for it."""
    found: dict[tuple[str, ...], list[Proposal]] = {}
    for one in matrix.proposals:
        found.setdefault((*one.columns, one.source.name), []).append(one)
    return tuple(
        (
            f"{source_words(held[0].source)} ({listed(held[0].columns)}): {' or '.join(DOUBTS[one.kind] for one in held)}",
            " | ".join(f"--{one.kind} {_typed(one.source)}" for one in held),
        )
        for held in found.values()
    )


def _typed(source: Source) -> str:
    return source.parties[0] if source.parties else f"“{one_line(source.name)}”"


def discount_words(one: Discount) -> str:
    """What somebody said of whether a column tells the hypotheses apart."""
    why = f" ({one_line(one.why)})" if one.why else ""
    if one.diagnosticity == "counts":
        return f"{one.by} says that it tells them apart{why}"
    return f"{one.by} discounts it: {DIAGNOSTICITIES[one.diagnosticity]}{why}"


def cell_words(cell: Cell) -> str:
    """A rating, and what the same person had said of part of it; the mark where there is none."""
    if cell.consistency is None:
        return UNRATED
    also = f" (before the columns joined also {listed([CONSISTENCIES[one] for one in cell.also])})" if cell.also else ""
    return CONSISTENCIES[cell.consistency] + also


# --- the order


def order_words(one: Ratings) -> tuple[str, ...]:
    """The order of the hypotheses by one person's ratings, place by place, with what speaks against each."""
    found = one.order
    if not found.tiers:
        return (f"{one.by}: no order, for {_why_none(found)}.",)
    against = {it.row: it for it in found.against}
    lines = [f"{one.by}, from {listed(found.columns)} alone, what speaks against it least first:"]
    if len(found.tiers) == 1:
        lines.append(f"  {listed(found.tiers[0])} are level: nothing tells them apart")
    for place, tier in enumerate(found.tiers if len(found.tiers) > 1 else ()):
        level = ", level" if len(tier) > 1 else ""
        why = "; ".join(_against_words(tier, against[row]) for row in tier)
        lines.append(f"  {'first' if not place else 'then'}: {listed(tier)}{level} ({why})")
    return tuple(lines)


def _against_words(tier: Sequence[str], one: Against) -> str:
    parts = [
        f"{words} with {listed(held)}"
        for words, held in (("very inconsistent", one.very_inconsistent), ("inconsistent", one.inconsistent))
        if held
    ]
    who = f"{one.row} " if len(tier) > 1 else ""
    return f"{who}{', '.join(parts) or 'inconsistent with none of these'}"


def _why_none(found: Order) -> str:
    if found.columns:
        return "fewer than two hypotheses were rated"
    return "no evidence that counts was rated for every hypothesis that was rated at all"


def gap_words(one: Ratings) -> tuple[str, ...]:
    """What the order leaves out, and why: rows without a place, columns that do not count, cells that were not rated."""
    found = one.order
    told = (
        (found.unplaced, "{} {has} no place: nothing that counts was rated for {it}"),
        (found.incomplete, "{} {is_} left out: not rated for every hypothesis"),
        (found.inapplicable, "{} {is_} left out: not applicable to every hypothesis"),
        (found.discounted, "{} {is_} left out: discounted"),
        (found.alike, "{} {is_} rated alike for all, and {tells} nothing apart"),
    )
    return (*(_agreeing(words, held) for held, words in told if held), *_unrated(found))


def _agreeing(words: str, held: Sequence[str]) -> str:
    one = len(held) == 1
    return words.format(
        listed(held),
        has="has" if one else "have",
        is_="is" if one else "are",
        it="it" if one else "them",
        tells="tells" if one else "tell",
    )


def _unrated(found: Order) -> Iterator[str]:
    if not found.unrated:
        return
    yield f"{counted(len(found.unrated), 'cell')} not rated: {_cells(found.unrated)}"


# --- what would change it


def change_lines(one: Ratings) -> tuple[str, ...]:
    """What would change the order, line by line; that nothing would, where nothing does."""
    if not one.order.tiers:
        return ()
    if not one.changes:
        return ("no piece of evidence by itself, and no source, changes the order, be it wrong or left out",)
    return tuple(change_words(it) for it in one.changes)


def change_words(one: Change) -> str:
    """What becomes of the order if a column or a source is wrong or left out: "if E3 is wrong, H2 comes before H1"."""
    columns = listed(one.columns)
    if one.source is not None:
        said = "is wrong altogether" if one.how == "wrong" else "is left out altogether"
        what = f"if {one_line(one.source)} {said} ({columns})"
    else:
        what = f"if {columns} is {'wrong' if one.how == 'wrong' else 'left out'}"
    if not one.tiers:
        return f"{what}, nothing is left to go by"
    then = _then(one) if len(one.moves) > MOST_MOVES else " and ".join(_moves(one.moves))
    return f"{what}, {then}{f'; {_first(one.tiers[0])} then' if one.top and len(one.moves) <= MOST_MOVES else ''}"


def _then(one: Change) -> str:
    """The whole order, where too much of it moves to tell each."""
    tiers = (f"{listed(tier)} (level)" if len(tier) > 1 else tier[0] for tier in one.tiers)
    return f"the order is {', then '.join(tiers)}"


def _first(tier: Sequence[str]) -> str:
    return f"{tier[0]} comes first" if len(tier) == 1 else f"{listed(tier)} come first, level,"


def _moves(moves: Sequence[Move]) -> Iterator[str]:
    """What moves: those that one of them comes before together."""
    before: dict[str, list[str]] = {}
    for one in moves:
        if not one.level:
            before.setdefault(one.first, []).append(one.second)
    yield from (f"{first} comes before {listed(held)}" for first, held in before.items())
    yield from (f"{one.first} and {one.second} are level" for one in moves if one.level)


# --- who agrees


def agreement_words(one: Agreement) -> str:
    """How far two people agree: "ada and ben both rated 15 cells: the same in 12, one step apart in 2 (H1 E2, H2 E4) ..."."""
    who = f"{one.one} and {one.other}"
    if not one.both:
        return f"{who} rated no cell both"
    told = (
        (one.one_step, "one step apart in"),
        (one.further, "further apart in"),
        (one.opposite, "on opposite sides in"),
        (one.applies, "not agreed whether it applies in"),
    )
    differing = [f"{words} {len(held):,} ({_cells(held)})" for held, words in told if held]
    return f"{who} both rated {counted(len(one.both), 'cell')}: " + ", ".join(
        [f"the same in {len(one.same):,}", *differing]
    )


def evidence_words(matrix: Matrix) -> str:
    """How much there is: hypotheses, columns, people who rated."""
    return ", ".join(
        (
            f"{len(matrix.hypotheses):,} {'hypothesis' if len(matrix.hypotheses) == 1 else 'hypotheses'}",
            counted(len(matrix.columns), "column") + " of evidence",
            f"rated by {listed([one.by for one in matrix.ratings])}" if matrix.ratings else "rated by nobody yet",
        )
    )


def _cells(held: Sequence[tuple[str, str]]) -> str:
    shown = ", ".join(f"{row} {column}" for row, column in held[:MOST_CELLS])
    return shown if len(held) <= MOST_CELLS else f"{shown} and {len(held) - MOST_CELLS:,} more"


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: "E1, E2 and E4"."""
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


def question_words(one: QuestionLine) -> str:
    """A question in a line: "q0123 Is he genuine? (2 hypotheses, 4 claims or statements, rated by ada)"."""
    rated = f"rated by {listed(one.raters)}" if one.raters else "rated by nobody yet"
    rows = f"{one.hypotheses:,} {'hypothesis' if one.hypotheses == 1 else 'hypotheses'}"
    return f"{one.id}  {one_line(one.text)} ({rows}, {one.evidence:,} adduced, {rated}; {one.by}, {day_of(one.at)})"
