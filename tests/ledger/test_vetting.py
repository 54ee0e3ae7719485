"""Vetting with a ledger: whom a name means, what people say beside what is counted, and what all of it was on an earlier day."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.judging.test_vetting import HERALD, POST, STORY, WELDERS, Report, item, read
from tests.ledger.kept import Clock
from wherefrom import cli
from wherefrom.api import checking, correcting, sharing
from wherefrom.api.vetting import Vet, assess, vet
from wherefrom.cli.faults import AT_FAULT
from wherefrom.ledger.content import add
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.projection import project
from wherefrom.ledger.queries import story_of
from wherefrom.ledger.replaying import replay
from wherefrom.ledger.views import findings
from wherefrom.model import Findings, Unreadable
from wherefrom.model.entry import Vetted
from wherefrom.reader import reader_named

BRANDT = "Ilvar Brandt"


def kept(path: Path, *reports: Report) -> Ledger:
    """A ledger with these reports, each kept a minute after the one before."""
    ledger, clock = Ledger.open(path, create=True), Clock()
    for report in reports:
        document, reading = read(report)
        with ledger.writing("ada", clock) as writer:
            add(writer, document, reader_named(None).identity(), reading)
            project(writer)
    return ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with kept(tmp_path / "ledger.db", *STORY) as made:
        yield made


def party(ledger: Ledger, name: str, place: int = 0) -> str:
    return [one.id for one in findings(ledger).parties if one.name == name][place]


def run(capsys: pytest.CaptureFixture[str], ledger: Ledger, *given: str) -> str:
    assert cli.main([*given, "--ledger", str(ledger.path)]) == 0
    return capsys.readouterr().out


def fault(capsys: pytest.CaptureFixture[str], ledger: Ledger, *given: str) -> str:
    assert cli.main([*given, "--ledger", str(ledger.path)]) == AT_FAULT
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    return told


def results(found: Vet) -> dict[str, int]:
    return {one.of: one.number for one in found.disclosed.results if one.number}


# --- who is meant


def test_a_source_is_found_by_name_and_by_id(ledger: Ledger) -> None:
    by_name = vet(ledger, "ilvar  brandt", as_of="2031-04-02")
    assert by_name.disclosed == vet(ledger, party(ledger, BRANDT), as_of="2031-04-02").disclosed
    assert item(by_name.disclosed, WELDERS).result == "confirmed"


def test_a_part_of_a_name_is_not_taken_for_it_and_the_candidates_are_told(ledger: Ledger) -> None:
    with pytest.raises(
        Unreadable, match=rf"nobody's whole name here; it may be: p\w{{12}} \({BRANDT}, person, first in"
    ):
        vet(ledger, "Brandt")


@pytest.mark.parametrize("name", ["Nobody Special", "p000000000000", "source-000000000000", " ", "?!"])
def test_who_is_not_in_the_ledger_is_told(ledger: Ledger, name: str) -> None:
    with pytest.raises(Unreadable):
        vet(ledger, name)


def test_a_document_discloses_nothing(ledger: Ledger) -> None:
    with pytest.raises(Unreadable, match="is a document"):
        vet(ledger, findings(ledger).documents[0].id)


def test_an_unnamed_source_is_vetted_where_it_stands_and_that_is_told(ledger: Ledger) -> None:
    found = vet(ledger, party(ledger, "an official"))
    assert [one.text for one in found.disclosed.items] == ["The crane at Tarn had collapsed on three workers"]
    assert any("has no name" in line for line in found.disclosed.caveats)


def test_two_of_one_name_are_asked_by_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept(tmp_path / "ledger.db", *STORY) as ledger:
        first, second = party(ledger, "Mara Lenz"), party(ledger, "Hal Ober")

        def doubled(kept: Ledger, key: str) -> Findings:
            found = story_of(kept, key)  # a text may tell of two by one name, whom its reading keeps apart
            parties = tuple(replace(one, name="Mara Lenz") if one.id == second else one for one in found.parties)
            return replace(found, parties=parties)

        monkeypatch.setattr("wherefrom.ledger.whom.story_of", doubled)
        with pytest.raises(Unreadable, match="may mean several here, ask by id") as told:
            vet(ledger, "Mara Lenz")
        assert first in str(told.value)
        assert second in str(told.value)
        only = vet(ledger, first)
        assert {one.stance for one in only.disclosed.items} == {"denies"}


def test_a_protected_source_is_vetted_over_all_its_checks_by_its_handle(ledger: Ledger) -> None:
    def call(text: str, source: checking.Identity | str, on: str) -> str:
        logged = checking.log(
            ledger, "call", text, source=source, on=on, describe="a person at the yard", vault="open sesame", by="ada"
        )
        assert logged.handle is not None
        return logged.handle

    handle = call("The shipyard at Tarn has dismissed 400 welders.", checking.Identity("Nils Farr", ""), "2031-03-01")
    again = call("The chapel of Tarn was sold to a brewer.", handle, "2031-03-28")
    assert again == handle
    found = vet(ledger, handle, as_of="2031-05-01")
    assert {one.when.date for one in found.disclosed.items} == {"2031-03-01", "2031-03-28"}
    assert all(one.told[0].check for one in found.disclosed.items)
    assert "Farr" not in json.dumps(found.disclosed.caveats) + found.name
    assess(ledger, handle, found.disclosed.items[0].id, "confirmed", "we saw the list", by="ada")
    assert [one.outcome for one in vet(ledger, handle).opinions] == ["confirmed"]


def test_an_own_check_confirms_and_is_named_as_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kept(tmp_path / "ledger.db", *STORY[:2]) as ledger:
        assert item(vet(ledger, BRANDT).disclosed, WELDERS).result == "open"
        text = "The shipyard at Tarn has dismissed 400 welders. Ilvar Brandt was an engineer there. The frigate Sturmvogel is in Tarn."
        checking.log(ledger, "call", text, source="Jona Reuss", on="2031-03-12", by="ada")
        one = item(vet(ledger, BRANDT).disclosed, WELDERS)
        assert (one.result, one.why, one.public.timing) == ("confirmed", "by Jona Reuss (own check)", "new")
        assert "Jona Reuss (our own check)" in run(capsys, ledger, "vet", BRANDT)


# --- what people say


def test_what_a_person_says_stands_beside_the_count_and_replaces_nothing(ledger: Ledger) -> None:
    before = vet(ledger, BRANDT, as_of="2031-04-02")
    one = item(before.disclosed, "The chapel of Tarn was sold to a brewer")
    after = assess(ledger, BRANDT, one.id, "confirmed", "the land register has it", by="ben")
    (said,) = after.opinions
    assert (said.item, said.outcome, said.by, said.holds) == (one.id, "confirmed", "ben", True)
    assert said.words == one.text
    assert item(after.disclosed, one.text).result == "open"
    assert results(after) == results(vet(ledger, BRANDT))


def test_the_last_word_of_each_person_holds_and_none_is_lost(ledger: Ledger) -> None:
    name = item(vet(ledger, BRANDT).disclosed, WELDERS).id
    assess(ledger, BRANDT, name, "confirmed", "the union has it, too", by="ada")
    assess(ledger, party(ledger, BRANDT), name, "public-before", "it was in the gazette", by="ben")
    found = assess(ledger, BRANDT, name, "open", "the list was a forgery", by="ada")
    assert [(one.by, one.outcome, one.holds) for one in found.opinions] == [
        ("ada", "confirmed", False),
        ("ben", "public-before", True),
        ("ada", "open", False),
    ]


def test_what_was_said_of_an_outlet_stands_by_whichever_of_its_names_it_is_asked_for(tmp_path: Path) -> None:
    times: Report = ("The New York Times", "2031-04-03", "The quay at Corvale was closed on Monday.")
    with kept(tmp_path / "times.db", times) as ledger:
        one = vet(ledger, "NYT").disclosed.items[0]
        assess(ledger, "NYT", one.id, "confirmed", "we stood before it", by="ada")
        assert [said.item for said in vet(ledger, "The New York Times").opinions] == [one.id]


def test_no_outcome_is_ever_filled_in_by_the_program(ledger: Ledger) -> None:
    assert vet(ledger, BRANDT).opinions == ()
    assert list(ledger.entries(Vetted)) == []


@pytest.mark.parametrize(
    ("name", "outcome", "why"),
    [("c000000000000", "confirmed", "x"), (WELDERS, "true", "x"), (WELDERS, "confirmed", " ")],
)
def test_an_outcome_needs_an_item_a_word_of_the_list_and_a_reason(
    ledger: Ledger, name: str, outcome: str, why: str
) -> None:
    head = ledger.head()
    known = item(vet(ledger, BRANDT).disclosed, WELDERS).id
    with pytest.raises(Unreadable):
        assess(ledger, BRANDT, known if name == WELDERS else name, outcome, why)  # type: ignore[arg-type]
    assert ledger.head() == head


def test_an_outcome_stays_with_its_words_when_they_are_read_otherwise(ledger: Ledger) -> None:
    one = item(vet(ledger, BRANDT).disclosed, "The chapel of Tarn was sold to a brewer")
    assess(ledger, BRANDT, one.id, "contradicted", "it still stands", by="ada")
    correcting.correct(ledger, one.told[0].statement, "reject", by="ada")
    found = vet(ledger, BRANDT)
    assert one.text not in {it.text for it in found.disclosed.items}
    assert [(it.item, it.words) for it in found.opinions] == [(None, one.text)]


def test_a_report_that_was_taken_back_is_told(ledger: Ledger) -> None:
    post = next(one.id for one in findings(ledger).documents if one.publisher == "Ardent Post")
    correcting.take_back(ledger, post, "retracted", since="2031-03-30", why="no such engineer", by="ben")
    told = vet(ledger, BRANDT).disclosed.caveats
    assert "The report of Ardent Post was retracted on 2031-03-30, ben notes: no such engineer." in told


# --- on an earlier day


def test_as_of_a_moment_is_what_replaying_up_to_it_gives(ledger: Ledger) -> None:
    told: list[tuple[str, Vet]] = []
    name = item(vet(ledger, BRANDT).disclosed, WELDERS).id
    assess(ledger, BRANDT, name, "confirmed", "the union has it, too", by="ada")
    sharing.note(ledger, name, "ask the union", by="ada")
    for seq in sorted({entry.seq for entry in ledger.entries()}):
        at = next(ledger.entries_at(seq)).at
        if ledger.seq_at(at) == seq:
            told.append((at, vet(ledger, BRANDT, as_of=at)))
    assert len({len(one.disclosed.items) for _, one in told} | {len(one.opinions) for _, one in told}) > 1
    for at, found in told:
        with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "again.db", create=True) as again:
            replay(ledger, again, found.seq)
            assert vet(again, BRANDT, as_of=at) == found


def test_before_anybody_wrote_of_a_source_it_is_not_known(ledger: Ledger) -> None:
    with pytest.raises(Unreadable):
        vet(ledger, BRANDT, as_of="2030-01-01")


# --- the command


def test_the_command_shows_counts_items_words_and_reasons(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    name = item(vet(ledger, BRANDT).disclosed, WELDERS).id
    said = run(capsys, ledger, "vet", BRANDT, "--item", name, "--outcome", "confirmed", "--why", "seen", "--by", "ben")
    assert "people say  confirmed: seen" in said
    shown = " ".join(run(capsys, ledger, "vet", BRANDT).split())
    for words in (
        "1 confirmed later (no.",
        "2 contradicted (no.",
        f"“{WELDERS}” {name}",
        "repeated by Morning Brief; that makes it no firmer",
        "so far confirmed later: by Jona Reuss",
        "an evaluation: others may share it",
        "chicken feed",
    ):
        assert words in shown
    assert "%" not in shown


def test_the_command_in_json_has_the_same(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(run(capsys, ledger, "vet", BRANDT, "--json"))
    assert {one["of"]: one["number"] for one in told["disclosed"]["results"]}["contradicted"] == 2
    only = json.loads(run(capsys, ledger, "vet", BRANDT, "--item", told["disclosed"]["items"][0]["id"], "--json"))
    assert only == {"item": told["disclosed"]["items"][0], "opinions": []}


@pytest.mark.parametrize(
    "given",
    [
        ("Brandt",),
        (BRANDT, "--outcome", "confirmed"),
        (BRANDT, "--why", "x"),
        (BRANDT, "--item", "c000000000000"),
        (BRANDT, "--item", "c1", "--outcome", "open", "--why", "x", "--as-of", "2031-04-02"),
        ("Nobody\x1b[31m",),
    ],
)
def test_a_call_at_fault_is_one_plain_line(
    ledger: Ledger, capsys: pytest.CaptureFixture[str], given: tuple[str, ...]
) -> None:
    assert "\x1b" not in fault(capsys, ledger, "vet", *given)


def test_no_words_of_a_text_or_a_person_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nasty = ("Ardent\x1b[2J Post", "2031-03-02", POST.replace("a brewer", "a \x1b[31mbrewer\u202e"))
    with kept(tmp_path / "ledger.db", nasty, ("Tarn Herald", "2031-03-20", HERALD)) as ledger:
        name = item(vet(ledger, BRANDT).disclosed, WELDERS).id
        assess(ledger, BRANDT, name, "confirmed", "seen\x1b]0;owned\x07", by="b\x1ben")
        shown = run(capsys, ledger, "vet", BRANDT)
        assert "brewer" in shown
        assert not set(shown) & set("\x1b\x07\u202e")
