"""What a person says of a reading holds, whatever a better reader finds, and nothing of what was held before is lost."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.kept import begun, read
from wherefrom.api import correcting
from wherefrom.cli import Parser
from wherefrom.cli import correcting as commands
from wherefrom.ledger.content import all_effective, effective
from wherefrom.ledger.corrections import beside, corrected, where
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.projection import project
from wherefrom.ledger.views import findings
from wherefrom.model import (
    Appearance,
    Document,
    Link,
    Mention,
    Party,
    Reader,
    Source,
    Span,
    Spans,
    UnfitReader,
    Unreadable,
    Words,
    slice_of,
)
from wherefrom.model.entry import Corrected, Stated
from wherefrom.reader import Reading

TEXT = "Ilka Brandt said the old bridge at Corvale is closed and the new one at Sunmere is open, Tomas Hale wrote."


def place(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def said(words: str, *, name: str = "", cue: str | None = None, source: str | None = None) -> Appearance:
    spans = place(words)
    who = None if source is None else Source(source, place(source), "person", named=True, parties=(f"p{source}",))
    cues = None if cue is None else Words.of(TEXT, place(cue))
    chain = () if cue is None and who is None else (Link(who, cues, "says", "stated", spans),)
    named = name or f"a{spans[0].start}-{spans[0].end}-{cue}"
    return Appearance(named, "d1", spans, slice_of(TEXT, spans), "paragraph", chain, unsure=("chain",))


def reading(*held: Appearance, parties: tuple[Party, ...] = ()) -> Reading:
    return Reading(held, parties)


def of(one: Appearance, verdict: str, now: Appearance | None = None, *among: Appearance) -> Corrected:
    return Corrected("d1", one.spans, verdict, now, "", where(one).cues, beside(one, now, among))  # type: ignore[arg-type]


def texts(found: Reading) -> list[str]:
    return [one.text for one in found.appearances]


CLOSED, OPEN = said("the old bridge at Corvale is closed"), said("the new one at Sunmere is open")
LONGER = said("the old bridge at Corvale is closed and the new one")
BOTH = said("the old bridge at Corvale is closed and the new one at Sunmere is open")


def test_a_reading_of_which_nobody_spoke_is_as_it_was() -> None:
    read_ = reading(OPEN, CLOSED)
    assert corrected(read_, []) is read_


def test_a_rejected_statement_is_out_and_the_others_stay() -> None:
    assert texts(corrected(reading(CLOSED, OPEN), [of(CLOSED, "rejects")])) == [OPEN.text]


def test_a_rejected_statement_stays_out_where_a_better_reader_gives_it_other_bounds() -> None:
    assert texts(corrected(reading(LONGER, OPEN), [of(CLOSED, "rejects")])) == [OPEN.text]


def test_what_stood_beside_a_rejected_statement_stays_however_much_they_share() -> None:
    seen = reading(CLOSED, LONGER)
    out = of(CLOSED, "rejects", None, *seen.appearances)
    assert texts(corrected(seen, [out])) == [LONGER.text]
    better = said("the old bridge at Corvale is closed and the new one at")
    assert texts(corrected(reading(better), [out])) == [better.text]


def test_of_two_statements_with_the_same_words_only_the_one_with_these_cues_is_meant() -> None:
    first, second = said(CLOSED.text, cue="said"), said(CLOSED.text, cue="wrote")
    found = corrected(reading(first, second), [of(first, "rejects", None, first, second)])
    assert [one.id for one in found.appearances] == [second.id]


def test_an_accepted_statement_stays_as_it_was_and_a_rival_reading_gives_way() -> None:
    found = corrected(reading(LONGER, OPEN), [of(CLOSED, "accepts", CLOSED)])
    assert texts(found) == [CLOSED.text, OPEN.text]
    assert found.appearances[0] == replace(CLOSED, unsure=())


def test_an_accepted_statement_stays_where_a_better_reader_finds_nothing() -> None:
    assert texts(corrected(reading(OPEN), [of(CLOSED, "accepts", CLOSED)])) == [CLOSED.text, OPEN.text]


def test_a_persons_reading_stands_instead_of_what_was_read_and_of_what_is_read_at_its_own_words() -> None:
    put = of(BOTH, "corrects", CLOSED, BOTH)
    assert texts(corrected(reading(BOTH), [put])) == [CLOSED.text]
    shorter = said("old bridge at Corvale is closed")
    assert texts(corrected(reading(shorter, OPEN), [put])) == [CLOSED.text, OPEN.text]


def test_what_is_said_later_of_the_same_words_holds() -> None:
    first, then = of(CLOSED, "corrects", LONGER), of(CLOSED, "rejects")
    assert texts(corrected(reading(CLOSED), [first, then])) == []
    assert texts(corrected(reading(CLOSED), [then, first])) == [LONGER.text]


def test_what_a_person_put_can_be_taken_back_and_put_again() -> None:
    put, back = of(BOTH, "corrects", CLOSED, BOTH), of(CLOSED, "rejects", None, CLOSED)
    again = of(BOTH, "accepts", BOTH)
    assert texts(corrected(reading(BOTH), [put, back])) == []
    assert texts(corrected(reading(BOTH), [put, back, again])) == [BOTH.text]


def test_a_persons_statement_names_parties_that_this_reading_knows_or_has_at_its_words_or_none() -> None:
    one = said(CLOSED.text, cue="said", source="Ilka Brandt")
    accepted = [of(one, "accepts", replace(one, about=("pgone",)))]

    def parties(*known: Party) -> tuple[tuple[str, ...], tuple[str, ...]]:
        (found,) = corrected(reading(parties=known), accepted).appearances
        source = found.chain[0].source
        assert source is not None
        return source.parties, found.about

    same = Party("pIlka Brandt", "Ilka Brandt", "person", named=True, mentions=(Mention("d1", place("Ilka Brandt")),))
    assert parties(same) == (("pIlka Brandt",), ())
    assert parties(replace(same, id="pnew")) == (("pnew",), ())
    assert parties(
        Party("pelse", "Tomas Hale", "person", named=True, mentions=(Mention("d1", place("Tomas Hale")),))
    ) == ((), ())


def stretch(pair: tuple[int, int]) -> Appearance:
    spans = (Span(min(pair), max(pair) + 1),)
    return Appearance(f"a{min(pair)}-{max(pair)}", "d1", spans, slice_of(TEXT, spans), "paragraph", ())


STRETCHES = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(stretch)
SAID = st.tuples(STRETCHES, st.sampled_from(["accepts", "corrects", "rejects"]), STRETCHES, st.lists(STRETCHES))


@given(st.lists(STRETCHES, max_size=6), st.lists(SAID, max_size=4))
@settings(max_examples=300, deadline=None)
def test_correcting_again_changes_nothing_nor_does_saying_it_twice(
    held: list[Appearance], told: list[tuple[Appearance, str, Appearance, list[Appearance]]]
) -> None:
    read_ = reading(*{one.id: one for one in held}.values())
    corrections = [
        of(one, verdict, None if verdict == "rejects" else one if verdict == "accepts" else now, *among)
        for one, verdict, now, among in told
    ]
    once = corrected(read_, corrections)
    assert corrected(once, corrections) == once or not corrections
    assert corrected(read_, [again for one in corrections for again in (one, one)]) == once
    assert len({one.id for one in once.appearances}) == len(once.appearances)
    for last in corrections[-1:]:
        anchors = {one.spans for one in once.appearances}
        assert (last.appearance.spans in anchors) if last.appearance else (last.spans not in anchors or last.beside)


# --- in a ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with begun(tmp_path, 0, 1, 2, 6) as made:
        yield made


def statement(ledger: Ledger, words: str, outlet: str) -> Appearance:
    document = next(one for one in findings(ledger).documents if one.publisher == outlet)
    return next(one for one in effective(ledger, document.id).appearances if words in one.text)


def origins(ledger: Ledger, words: str, as_of: str | None = None) -> tuple[int, int | None]:
    """Of the claim under which the first statement with these words stands."""
    found = findings(ledger, as_of)
    one = next(one for one in found.appearances if words in one.text)
    claim = next(claim for claim in found.claims if any(member.id == one.id for member in claim.appearances))
    return claim.origins.at_least, claim.origins.at_most


def test_a_rejected_reading_counts_nowhere_from_then_on_and_as_before_then(ledger: Ledger) -> None:
    before, head = findings(ledger), ledger.head().seq
    moment = next(iter(ledger.entries_at(head))).at
    mayor = statement(ledger, "cracked", "Sunmere Sun")
    assert origins(ledger, "has cracked") == (1, 2)
    done = correcting.correct(ledger, mayor.id, "reject", why="she denied it", by="ben")
    assert (done.verdict, done.was, done.now, done.by) == ("rejects", mayor, None, "ben")
    assert mayor.id not in {one.id for one in findings(ledger).appearances}
    assert origins(ledger, "has cracked") == (1, 1)
    assert findings(ledger, as_of=moment) == before


def test_a_statement_is_changed_and_its_words_are_those_of_the_text(ledger: Ledger) -> None:
    one = statement(ledger, "cracked", "Sunmere Sun")
    changes = {"content": "the dam at Sunmere has cracked. It will be mended by July", "polarity": "negative"}
    done = correcting.correct(ledger, one.id, "change", changes=changes, by="ben")
    assert done.now is not None
    found = next(held for held in findings(ledger).appearances if held.id == done.now.id)
    text = next(held.text for held in findings(ledger).documents if held.id == found.document)
    assert found.text == slice_of(text, found.spans) == changes["content"]
    assert (found.polarity, found.unsure) == ("negative", ())
    assert [time.text for time in found.times] == ["by July"]
    assert found.chain[0].source is not None
    assert found.chain[0].source.parties


def test_a_link_is_dropped_or_added_and_the_origins_follow(ledger: Ledger) -> None:
    brief = statement(ledger, "has cracked", "Morning Brief")
    done = correcting.correct(ledger, brief.id, "change", changes={"drop": ["the Ardent Post"]})
    assert done.now is not None
    assert done.now.chain == ()
    link = {"source": "the Ardent Post", "kind": "outlet", "cue": "reported", "act": "says"}
    again = correcting.correct(ledger, done.now.id, "change", changes={"add": [link]})
    assert again.now is not None
    (held,) = again.now.chain
    (first,) = brief.chain
    assert held.source is not None
    assert first.source is not None
    assert (held.source.text, held.source.kind, held.cue) == (first.source.text, "outlet", first.cue)
    found = statement(ledger, "has cracked", "Morning Brief")
    assert found.chain[0].source is not None
    assert found.chain[0].source.parties == first.source.parties


def test_an_id_that_a_statement_once_had_still_means_it(ledger: Ledger) -> None:
    one = statement(ledger, "cracked", "Sunmere Sun")
    done = correcting.correct(ledger, one.id, "change", changes={"polarity": "negative"})
    back = correcting.correct(ledger, one.id, "accept")
    assert back.was == one
    held = statement(ledger, "cracked", "Sunmere Sun")
    assert held == replace(one, unsure=())
    assert done.now is not None
    assert correcting.correct(ledger, done.now.id, "accept").now == done.now


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"colour": "red"}, "colour: cannot be changed"),
        ({"polarity": "upside"}, "polarity: 'upside' is none of positive, negative"),
        ({"content": "the moon"}, "nowhere"),
        ({"content": "Sunmere"}, "2 times"),
        ({"content": [[0, 5000]]}, "has no words at"),
        ({"chain": [{"link": 7}]}, "there is no link 7"),
        ({"chain": "she"}, "is a list of links"),
        ({"drop": [9]}, "is no link"),
        ({"add": [{"source": "nobody here"}]}, "nowhere"),
        ({"polarity": "positive"}, "nothing of it would change"),
        ({"chain": [{"source": "Lea Orrin", "owner": 1}]}, "owner: cannot be changed"),
    ],
)
def test_what_cannot_be_changed_is_told_in_one_line_and_changes_nothing(
    ledger: Ledger, changes: dict[str, Any], why: str
) -> None:
    one, head = statement(ledger, "cracked", "Tarn Herald"), ledger.head()
    with pytest.raises(Unreadable, match=why):
        correcting.correct(ledger, one.id, "change", changes=changes)
    assert ledger.head() == head


def test_an_unknown_statement_or_verdict_is_told(ledger: Ledger) -> None:
    one = statement(ledger, "cracked", "Sunmere Sun")
    for at, verdict, why in (
        ("anothing", "accept", "no statement"),
        (one.id, "praise", "accepted, changed or rejected"),
        (("dnothing", [(0, 4)]), "accept", "no document"),
        ((one.document, [(0, 1)]), "accept", "no statement is held"),
    ):
        with pytest.raises(Unreadable, match=why):
            correcting.correct(ledger, at, verdict)  # type: ignore[arg-type]


def test_a_statement_is_found_by_its_document_and_spans(ledger: Ledger) -> None:
    one = statement(ledger, "cracked", "Sunmere Sun")
    (start, end) = one.spans[0]
    assert correcting.correct(ledger, (one.document, [(start, end - 4)]), "accept").was == one


# --- another reader


class Keen:
    """A reader that takes the first word off every statement, and calls each otherwise."""

    def identity(self) -> Reader:
        return Reader("keen", "2")

    def read(self, document: Document) -> Reading:
        if "denied" in document.text:
            raise UnfitReader("keen", "does not like denials")
        found = next(one for held, one in read() if held.id == document.id)
        return replace(found, appearances=tuple(map(self._shorter, found.appearances)))

    @staticmethod
    def _shorter(one: Appearance) -> Appearance:
        (first, *rest) = one.spans
        start = first.start + one.text.index(" ") + 1
        spans = (Span(start, first.end), *rest)
        return replace(one, id=f"k{one.id}", spans=spans, text=one.text[one.text.index(" ") + 1 :])


@contextmanager
def keen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr(correcting, "reader_named", lambda _: Keen())
        yield


def test_corrections_survive_a_better_reader_and_both_readings_can_be_seen(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = next(iter(ledger.entries_at(ledger.head().seq))).at
    before = findings(ledger)
    out, kept = statement(ledger, "mended", "Sunmere Sun"), statement(ledger, "cracked", "Sunmere Sun")
    correcting.correct(ledger, out.id, "reject", why="an opinion", by="ben")
    correcting.correct(ledger, kept.id, "accept", by="ada")
    with keen(monkeypatch):
        done = correcting.reread(ledger, by="ada")
    assert (done.reader.name, done.documents, len(done.changed)) == ("keen", 4, 3)
    assert [one.why for one in done.unread] == ["reader keen: does not like denials"]
    assert effective(ledger, out.document).appearances == (replace(kept, unsure=()),)
    assert [one.id for one in findings(ledger).appearances if one.document == out.document] == [kept.id]
    assert findings(ledger).reader.name == "keen"
    assert findings(ledger, as_of=moment) == before
    first, second = correcting.readings_of(ledger, out.document)
    assert [read_.reader.name for read_ in first.readings] == ["wherefrom-minilm", "keen"]
    assert [read_.appearances[0].id for read_ in first.readings] == [kept.id, f"k{kept.id}"]
    assert [(one.verdict, one.by) for one in first.said] == [("accepts", "ada")]
    assert [(one.verdict, one.by, one.why) for one in second.said] == [("rejects", "ben", "an opinion")]
    assert second.holds == ()
    assert len(second.readings[1].appearances) == 1
    assert correcting.readings_of(ledger, kept.id) == (first,)
    assert correcting.readings_of(ledger, out.document, as_of=moment) == ()
    assert len(correcting.readings_of(ledger, out.document, as_of=moment, every=True)) == 2


def test_reading_anew_with_the_same_reader_adds_nothing(ledger: Ledger) -> None:
    head = ledger.head()
    assert correcting.reread(ledger).changed == ()
    assert ledger.head() == head


def test_a_corrected_ledger_equals_one_that_is_projected_anew(ledger: Ledger) -> None:
    one, other = statement(ledger, "cracked", "Sunmere Sun"), statement(ledger, "cracked", "Morning Brief")
    correcting.correct(ledger, one.id, "change", changes={"polarity": "negative"})
    correcting.correct(ledger, other.id, "reject")
    found = findings(ledger)
    with ledger.writing("ada") as writer:
        for emptied in ("search WHERE kind = 'claim'", "claims", "sources", "told", "held", "stories"):
            writer.put(f"DELETE FROM {emptied}")  # noqa: S608  written above
        project(writer)
    assert findings(ledger) == found


def test_beside_and_cues_are_kept_with_what_was_said(ledger: Ledger) -> None:
    one = statement(ledger, "cracked", "Sunmere Sun")
    correcting.correct(
        ledger, one.id, "change", changes={"content": "the dam at Sunmere has cracked. It will be mended"}
    )
    (entry,) = ledger.entries(Corrected)
    assert isinstance(entry.said, Corrected)
    mended = next(held for held in findings(ledger).appearances if "mended by" in held.text)
    assert entry.said.beside == (Stated(mended.spans),)
    assert entry.said.cues == one.chain[0].cue.spans  # type: ignore[union-attr]


# --- commands


def run(*given: str) -> int:
    top = Parser()
    commands.add_to(top.add_subparsers(required=True, parser_class=Parser))
    parsed = top.parse_args(given)
    return int(parsed.run(parsed))


def test_the_commands_correct_a_reading_and_show_both(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    one, file = statement(ledger, "cracked", "Sunmere Sun"), str(ledger.path)
    change = ("correct", one.id, "change", "--polarity", "negative", "--drop", "0", "--why", "see above")
    assert run(*change, "--source", "Lea Orrin", "--cue", "confirmed", "--ledger", file, "--by", "ben", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["now"]["chain"][0]["source"]["text"] == "Lea Orrin"
    assert told["by"] == "ben"
    assert run("readings", one.document, "--ledger", file) == 0
    shown = capsys.readouterr().out
    assert "wherefrom-minilm" in shown
    assert "ben corrects" in shown
    assert run("reread", "--ledger", file) == 0
    assert "4 documents read" in capsys.readouterr().out
    assert run("correct", one.id, "reject", "--ledger", file) == 0
    assert "(nothing)" in capsys.readouterr().out


def test_a_place_that_is_no_number_is_one_plain_line(ledger: Ledger) -> None:
    one = statement(ledger, "cracked", "Sunmere Sun")
    with pytest.raises(Unreadable, match="spans"):
        correcting.correct(ledger, one.id, "change", changes={"content": [[float("inf"), 3]]})


def test_of_many_documents_what_holds_is_what_holds_of_each(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    one = statement(ledger, "cracked", "Sunmere Sun")
    correcting.correct(ledger, one.id, "reject")
    names = [document.id for document in findings(ledger).documents]
    each = [effective(ledger, name) for name in names]
    assert list(all_effective(ledger, names)) == each
    monkeypatch.setattr("wherefrom.ledger.content.FEW", 0)
    assert list(all_effective(ledger, names)) == each
    before = ledger.head().seq - 1
    assert list(all_effective(ledger, names, before)) == [effective(ledger, name, before) for name in names] != each
