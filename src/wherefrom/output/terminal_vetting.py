"""What a source disclosed, for the terminal: the counts with the items behind them, then each item with its words and who else speaks of it.

As everywhere in the terminal, all that comes from a document or a person is plain text.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from wherefrom.judging.vetting import Changed, Clash, Count, Item, Relayed, Result, TakenAway, Timing, Told, Voice
from wherefrom.ledger.vetting import Opinion, Vet

from .lines import plain, short
from .wording import counted, one_line

RESULTS: Mapping[Result, str] = {
    "confirmed": "confirmed later",
    "contradicted": "contradicted",
    "both": "confirmed and contradicted",
    "perhaps-confirmed": "perhaps confirmed",
    "perhaps-contradicted": "perhaps contradicted",
    "perhaps-both": "perhaps confirmed, perhaps contradicted",
    "public-before": "told by others only before",
    "cannot-be-tested": "cannot be tested",
    "open": "open",
}
"""What became of an item, in words; `perhaps` where it cannot be told whether it is another origin, the same thing, or came after."""

TIMINGS: Mapping[Timing, str] = {
    "new": "new: nothing public here told it before",
    "public-before": "public before",
    "same-day": "public on the same day",
    "unknown": "cannot tell whether it was public before",
}

STYLES: Mapping[Result, str] = {"confirmed": "green", "contradicted": "red", "both": "yellow"}
"""Colours only repeat what the words say."""

ALWAYS, TIMINGS_ALWAYS = frozenset({"confirmed", "contradicted"}), frozenset({"new", "public-before"})
"""What is told although there is none of it: that nothing was contradicted is something to know."""

QUOTES = frozenset('“"‘«„')

LONGEST, LABELS, MOST = 300, 11, 4


def show_vet(found: Vet, console: Console, item: str | None = None) -> None:
    """Prints what a source disclosed; the item of that id alone, if one is given."""
    made = found.disclosed
    number = {one.id: place for place, one in enumerate((*made.items, *made.retold), 1)}
    if item is not None:
        shown = [one for one in (*made.items, *made.retold) if one.id == item]
        console.print(Group(*(_item(number[one.id], one, found.opinions) for one in shown)))
        return
    console.print(plain(f"{found.name}: {counted(len(made.items), 'thing')} disclosed", "bold"))
    console.print(plain(f"forecasts were due by {found.day}; no count here is a grade", "dim"), Text(""))
    console.print(_counts("What became of them", made.results, tuple(RESULTS.items()), ALWAYS, number))
    console.print(_counts("Against what was public", made.timings, tuple(TIMINGS.items()), TIMINGS_ALWAYS, number))
    _section(console, "What it disclosed", [_item(number[one.id], one, found.opinions) for one in made.items])
    known = [_item(number[one.id], one, found.opinions) for one in made.retold]
    _section(console, "Known from retellings alone, in no count", known)
    _section(console, "Where its own statements differ", [_changed(one) for one in made.changed])
    _section(
        console, "What it passed on for somebody else, who answers for it", [_relayed(one) for one in made.relayed]
    )
    gone = [_opinion(one) for one in found.opinions if one.item is None]
    _section(console, "Said by people of words that are read otherwise now", gone)
    _section(console, "What the counts do not tell", [plain(f"- {line}") for line in made.caveats])


def _section(console: Console, title: str, rows: Sequence[RenderableType]) -> None:
    if rows:
        console.print(Rule(Text(title, "bold"), style="dim", align="left"), Text(""))
        console.print(Group(*rows))
        console.print(Text(""))


def _quoted(words: str) -> str:
    """Words in quotation marks; those that have their own get no second ones."""
    told = short(words, LONGEST)
    return told if told[:1] in QUOTES else f"“{told}”"


def _counts(
    title: str,
    counts: Iterable[Count],
    words: Sequence[tuple[str, str]],
    always: Collection[str],
    number: Mapping[str, int],
) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=3, justify="right", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row("", Text(title, "bold"))
    for one in counts:
        if one.number or one.of in always:
            which = ", ".join(str(number[name]) for name in one.items)
            table.add_row(
                str(one.number), Text.assemble(dict(words)[one.of], (f"  (no. {which})" if which else "", "dim"))
            )
    table.add_row("", "")
    return table


# --- an item


def _item(number: int, one: Item, opinions: Iterable[Opinion]) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=3, justify="right", style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    denies = "it denies that: " if one.stance == "denies" and one.sure else ""
    head = Text.assemble(denies, (_quoted(one.text), "bold"), (f"  {one.id}", "dim"), overflow="fold")
    rows = Table.grid(padding=(0, 1), expand=True)
    rows.add_column(width=LABELS, style="dim", no_wrap=True)
    rows.add_column(ratio=1, overflow="fold")
    for label, words in _rows(one, [it for it in opinions if it.item == one.id]):
        rows.add_row(label, words)
    table.add_row(str(number), Group(head, rows, Text("")))
    return table


def _rows(one: Item, opinions: Sequence[Opinion]) -> Iterator[tuple[str, Text]]:
    yield "when", plain(_when(one))
    yield from _listed("through", [plain(_through(told)) for told in one.told])
    if one.repeated_by:
        yield "repeated by", plain(f"{', '.join(one.repeated_by)}; that makes it no firmer", "dim")
    yield "public", plain(_public(one))
    yield from _listed(
        "", [plain(f"earlier, perhaps of something else: {_told(told)}", "dim") for told in one.public.perhaps]
    )
    yield from _listed("for it", [_voice(voice) for voice in one.supported])
    yield from _listed(
        "against it", [*map(_voice, one.opposed), *map(_clash, one.clashes), *map(_away, one.taken_away)]
    )
    yield (
        "so far",
        Text.assemble((RESULTS[one.result], STYLES.get(one.result, "bold")), ": ", plain(one.why), overflow="fold"),
    )
    yield from _listed("people say", [_opinion(said) for said in opinions])


def _listed(label: str, rows: Sequence[Text]) -> Iterator[tuple[str, Text]]:
    for place, words in enumerate(rows[:MOST]):
        yield "" if place else label, words
    if len(rows) > MOST:
        yield "", plain(f"and {len(rows) - MOST:,} more (--json has them)", "dim")


def _when(one: Item) -> str:
    if one.when.date is None:
        return "not known"
    if one.when.how == "said" and one.when.words is not None:
        return f"{one.when.date}, as the text says: “{one.when.words.text}”"
    return f"{one.when.date}, when it was published; when it was said is not told"


def _through(told: Told) -> str:
    outlet = "our own check" if told.check else told.outlet or "an unknown outlet"
    outer = f", which has it from {' ← '.join(told.through)}" if told.through else ""
    return f"{outlet}, {told.published or 'undated'}{outer}: {'denied: ' if told.stance == 'denies' else ''}{_quoted(told.text)}"


def _public(one: Item) -> str:
    said = TIMINGS[one.public.timing]
    first = f": {_told(one.public.first)}" if one.public.first is not None else ""
    could = f"; as its source, {one.public.could_be_source}" if one.public.could_be_source else ""
    besides = f"; but not {', '.join(f'“{words}”' for words in one.public.besides)}" if one.public.besides else ""
    return f"{said}{first}{could}{besides}"


def _told(told: Told) -> str:
    return f"{'own check' if told.check else told.outlet or 'unknown outlet'}, {told.published or 'undated'}: {_quoted(told.text)}"


def _voice(voice: Voice) -> Text:
    order = {"before": ", before it", "same-time": ", on the same day", "after": "", "unknown": ", when is not known"}
    check = " (our own check)" if voice.check else ""
    words = f"{voice.who}{check}{order[voice.order]}: {_told(voice.told[0])}"
    return Text.assemble(plain(words), (f"  {one_line(voice.why)}", "dim"), overflow="fold")


def _clash(clash: Clash) -> Text:
    own = ", ".join(_value(one.value, one.unit) for one in clash.own)
    others = ", ".join(_value(one.value, one.unit) for one in clash.others)
    how = "cannot all hold" if clash.sure else "perhaps cannot all hold"
    return plain(f"{how}: {own} here, {others} elsewhere; {clash.why}")


def _value(value: str | float, unit: str | None) -> str:
    words = value if isinstance(value, str) else f"{value:,g}"
    return f"{words} {unit}" if unit else words


def _away(one: TakenAway) -> Text:
    who = "by the party itself" if one.own else f"in {_told(one.told[0])}" if one.told else ""
    return plain(f"{one.status} {one.date or ''} {who}")


def _opinion(one: Opinion) -> Text:
    gone = "" if one.item is not None else f"{_quoted(one.words)}: "
    held = "" if one.holds else ", since taken back or said anew"
    words = f"{gone}{one.outcome.replace('-', ' ')}{held}: {one.why}"
    return Text.assemble(plain(words), (f"  {one_line(one.by)}, {one.told[:10]}", "dim"), overflow="fold")


# --- the rest


def _changed(one: Changed) -> Text:
    values = f" ({' / '.join(_value(it.value, it.unit) for it in one.values)})" if one.values else ""
    head = f"{'' if one.sure else 'perhaps: '}{one.why}{values}"
    return Text.assemble(
        plain(head), "\n  ", plain(_told(one.first)), "\n  ", plain(_told(one.second)), "\n", overflow="fold"
    )


def _relayed(one: Relayed) -> Text:
    more = f" and {len(one.told) - 1:,} more" if len(one.told) > 1 else ""
    return plain(f"{', '.join(one.whose)}: {_told(one.told[0])}{more}")
