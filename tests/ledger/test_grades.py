"""Grades in a ledger: who may give which, what stands of them on a day, what is shown before the source is."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tests.ledger.graded import (
    FERRY,
    GROUNDS,
    HALE,
    LIND,
    OFFICIALS,
    SAID,
    add,
    begun,
    call,
    claim,
    grade,
    run,
    shown,
    warnings,
)
from wherefrom import api
from wherefrom.api.checking import Identity
from wherefrom.cli import grading as commands
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.merging import merge
from wherefrom.ledger.replaying import replay
from wherefrom.model import Unreadable
from wherefrom.model.entry import Graded, Supposed
from wherefrom.model.judgement import Scale


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A ledger with one origin that is not named."""
    return begun(tmp_path / "case", OFFICIALS)


# --- what may be graded


def test_a_grade_is_kept_with_who_gave_it_when_and_on_what_grounds(case: Path) -> None:
    given = grade(case, claim(case).id, "credibility", "2")
    (one,) = given.sheet.credibility or ()
    assert (one.value, one.words, one.by, one.grounds) == ("2", "STANAG 2511: 2, probably true", "ada", GROUNDS)
    with Ledger.open(case) as ledger:
        (entry,) = ledger.entries(Graded)
    assert one.told == entry.at


def test_an_outlet_is_graded_by_its_name_and_is_the_same_by_its_partys_id(tmp_path: Path) -> None:
    cites = ("Morning Brief", "2031-05-06", f"{SAID}, the Saleth Courier reported.")
    case = begun(tmp_path / "case", OFFICIALS, cites)
    (party,) = [one for one in api.findings(case).parties if one.name == "Saleth Courier"]
    grade(case, "the saleth courier", "reliability", "b")
    grade(case, party.id, "reliability", "C", "ben")
    assert [one[:3] for one in shown(case, "Saleth Courier")] == [
        ("ada", "reliability", "STANAG 2511: B, usually reliable"),
        ("ben", "reliability", "STANAG 2511: C, fairly reliable"),
    ]
    assert len(api.grades(case).sheets) == 1


def test_a_person_is_graded_by_name_or_id(tmp_path: Path) -> None:
    case = begun(tmp_path / "case", LIND)
    (party,) = [one for one in api.findings(case).parties if one.name == "Petra Lind"]
    grade(case, "petra lind", "reliability", "B")
    assert shown(case, party.id) == shown(case, "Petra Lind") != []


def test_a_hypothesis_that_somebody_posed_has_a_likelihood(case: Path) -> None:
    with Ledger.open(case) as ledger, ledger.writing("ada") as writer:
        writer.append(Supposed("h0", "q0", "He stays."))
    grade(case, "h0", "likelihood", "unlikely")
    (sheet,) = api.grades(case).sheets
    assert (sheet.kind, sheet.text, (sheet.likelihood or ())[0].words) == (
        "hypothesis",
        "He stays.",
        "ICD 203: unlikely (20–45 %)",
    )


@pytest.mark.parametrize(
    ("about", "scale", "told"),
    [
        ("document", "reliability", "reliability is a source's: .* (here: Saleth Courier)"),
        ("statement", "credibility", "grade a claim, by its id"),
        ("claim", "reliability", "is a claim, and has no reliability"),
        ("Saleth Courier", "credibility", "is a source, and has no credibility"),
        ("Nobody Known", "reliability", "is no person, body or outlet of this ledger"),
        ("c000000000000", "credibility", "is no claim of this ledger"),
        ("", "reliability", "has no name"),
    ],
)
def test_what_cannot_be_graded_so_is_refused_in_one_line(case: Path, about: str, scale: Scale, told: str) -> None:
    found = claim(case)
    named = {"document": api.findings(case).documents[0].id, "statement": found.appearances[0].id, "claim": found.id}
    with pytest.raises(Unreadable, match=told.replace("(here", r"\(here").replace("Courier)", r"Courier\)")) as refused:
        grade(case, named.get(about, about), scale, "2" if scale == "credibility" else "B")
    assert "\n" not in str(refused.value)


def test_a_refused_grade_leaves_no_entry(case: Path) -> None:
    with pytest.raises(Unreadable):
        grade(case, claim(case).id, "credibility", "1")
    with pytest.raises(Unreadable, match="needs grounds"):
        grade(case, claim(case).id, "credibility", "2", grounds=" ")
    with Ledger.open(case) as ledger:
        assert list(ledger.entries(Graded)) == []


def test_a_protected_source_is_graded_by_its_handle(case: Path) -> None:
    logged = api.log(case, "call", f"{SAID}.", source=Identity("Rolf Tamsin", "by phone"), vault="horse")
    grade(case, str(logged.handle), "reliability", "B")
    assert [one[2] for one in shown(case, str(logged.handle))] == ["STANAG 2511: B, usually reliable"]


@pytest.mark.parametrize("change", [lambda name: name[:8], str.upper])
def test_an_id_that_is_cut_short_or_in_capitals_is_told_to_be_none(case: Path, change: Callable[[str], str]) -> None:
    name = change(claim(case).id)
    with pytest.raises(Unreadable, match="is no claim of this ledger"):
        grade(case, name, "credibility", "3")


# --- what stands


def test_a_later_grade_of_the_same_person_stands_and_others_stand_beside_it(case: Path) -> None:
    name = claim(case).id
    for by, value in (("ada", "2"), ("ben", "4"), ("ada", "3")):
        grade(case, name, "credibility", value, by)
    assert [(by, words[-13:]) for by, _, words, _ in shown(case, name)] == [
        ("ben", ": 4, doubtful"),
        ("ada", "possibly true"),
    ]
    (sheet,) = api.grades(case, name, history=True).sheets
    assert [one.value for one in sheet.history or ()] == ["2", "4", "3"]


def test_what_is_taken_back_is_gone_and_stays_in_the_history(case: Path) -> None:
    name = claim(case).id
    grade(case, name, "credibility", "2")
    api.grade(case, name, "credibility", None, grounds="was hasty", by="ada")
    (sheet,) = api.grades(case, name, history=True).sheets
    assert sheet.credibility is None
    assert [(one.withdrawn, one.grounds) for one in sheet.history or ()] == [(False, GROUNDS), (True, "was hasty")]
    assert api.grades(case).sheets == ()


def test_nobody_takes_back_what_another_gave(case: Path) -> None:
    grade(case, claim(case).id, "credibility", "2")
    with pytest.raises(Unreadable, match=r"has no credibility of yours \(ben\) to take back"):
        api.grade(case, claim(case).id, "credibility", None, grounds="no", by="ben")


def test_a_ledger_keeps_to_the_words_of_its_first_grade(case: Path) -> None:
    with pytest.raises(Unreadable, match="the first grade of a ledger: says in whose words it is"):
        api.grade(case, claim(case).id, "credibility", "2", grounds=GROUNDS, by="ada")
    grade(case, "Saleth Courier", "reliability", "B", wording="fm")
    with pytest.raises(Unreadable, match=r"this ledger grades in the words of FM 2-22\.3"):
        grade(case, claim(case).id, "credibility", "2", wording="stanag")
    found = api.grade(case, claim(case).id, "credibility", "4", grounds=GROUNDS, by="ada")
    assert (found.sheet.credibility or ())[0].words == "FM 2-22.3: 4, doubtfully true"


def test_ledgers_in_other_words_are_shown_each_in_its_own_when_they_are_joined(tmp_path: Path) -> None:
    ours, theirs = begun(tmp_path / "ours", OFFICIALS), begun(tmp_path / "theirs", OFFICIALS)
    name = claim(ours).id
    grade(theirs, name, "credibility", "4", "ben", wording="fm")
    grade(ours, name, "credibility", "4")
    api.merge(ours, theirs, tmp_path / "both.ledger", by="ada")
    both = tmp_path / "both.ledger"
    assert {words for _, _, words, _ in shown(both, name)} == {
        "STANAG 2511: 4, doubtful",
        "FM 2-22.3: 4, doubtfully true",
    }
    with pytest.raises(Unreadable, match="in the words of STANAG 2511"):
        grade(both, name, "credibility", "3", "ben", wording="fm")
    api.grade(both, name, "credibility", None, grounds="in other words", by="ben")
    assert [one[0] for one in shown(both, name)] == ["ada"]


# --- a credibility of 1


def test_one_origin_is_not_confirmed_by_others(case: Path) -> None:
    with pytest.raises(Unreadable, match=r"one origin.*two officials.*own check"):
        grade(case, claim(case).id, "credibility", "1")


def test_two_origins_may_be(tmp_path: Path) -> None:
    case = begun(tmp_path / "case", LIND, HALE)
    grade(case, claim(case).id, "credibility", "1")
    assert shown(case, claim(case).id)[0][2] == "STANAG 2511: 1, confirmed by other sources"
    assert warnings(case, claim(case).id) == []


def test_a_call_with_another_source_is_a_second_origin(case: Path) -> None:
    call(case, "Ana Velez, harbour master")
    assert claim(case).origins.at_least == 1  # the officials may be anybody, but we know whom we called
    grade(case, claim(case).id, "credibility", "1")


def test_a_call_with_an_official_is_none_beside_two_officials_who_may_be_the_same(case: Path) -> None:
    call(case, "an official")
    with pytest.raises(Unreadable, match=r"or may, since neither is named"):
        grade(case, claim(case).id, "credibility", "1")


def test_a_call_with_somebody_described_is_none_beside_the_same_by_name(tmp_path: Path) -> None:
    case = begun(tmp_path / "lind", LIND)
    call(case, "the party's secretary, Petra Lind")
    with pytest.raises(Unreadable, match="goes back to the same origin"):
        grade(case, claim(case).id, "credibility", "1")


def test_a_call_with_the_same_source_is_none(tmp_path: Path) -> None:
    case = begun(tmp_path / "case", LIND)
    call(case, "Petra Lind, the party's secretary")
    with pytest.raises(Unreadable, match="the call of 2031-05-06 goes back to the same origin"):
        grade(case, claim(case).id, "credibility", "1")


def test_a_call_about_it_whose_words_were_not_found_to_support_it_counts_when_it_is_mended(case: Path) -> None:
    name = claim(case).id
    call(case, "Ana Velez, harbour master", "He goes at the end of the week.", about=name)
    with pytest.raises(Unreadable, match=r"no statement in it was found to support it.*wherefrom regroup merge"):
        grade(case, name, "credibility", "1")
    other = next(one.id for one in api.findings(case).claims if "end of the week" in one.text)
    api.merge_claims(case, [name, other], by="ada")
    grade(case, name, "credibility", "1")


def test_a_one_stays_as_it_was_given_when_its_second_origin_is_taken_back(tmp_path: Path) -> None:
    case = begun(tmp_path / "case", LIND, HALE)
    name = claim(case).id
    grade(case, name, "credibility", "1")
    document = next(one.id for one in api.findings(case).documents if one.publisher == "Bay Radio")
    api.take_back(case, document, "retracted", by="ada")
    assert warnings(case, name) == ["given when there were two origins; there is one now"]
    assert shown(case, name)[0][2] == "STANAG 2511: 1, confirmed by other sources"
    with pytest.raises(Unreadable, match="one origin"):
        grade(case, name, "credibility", "1", "ben")


def test_and_when_its_reading_is_rejected(tmp_path: Path) -> None:
    case = begun(tmp_path / "case", LIND, HALE)
    name = claim(case).id
    grade(case, name, "credibility", "1")
    told = [one for one in api.findings(case).appearances if "resign" in one.text]
    api.correct(case, told[-1].id, "reject", by="ada")
    assert "given when there were two origins; there is one now" in warnings(case, claim(case).id)


@pytest.mark.parametrize("words", [f"Perhaps {SAID}.", f"If the vote fails, {SAID}."])
def test_a_call_that_only_says_perhaps_or_if_confirms_nothing(case: Path, words: str) -> None:
    call(case, "Ana Velez, harbour master", words)
    with pytest.raises(Unreadable, match="1 says that another source confirms it"):
        grade(case, claim(case).id, "credibility", "1")


# --- merged and split


def test_a_grade_given_before_a_merge_says_so_and_one_given_to_both_takes_its_place(tmp_path: Path) -> None:
    case = begun(tmp_path / "case", LIND, HALE, FERRY)
    first, second = claim(case), claim(case, "ferry")
    grade(case, first.id, "credibility", "2")
    grade(case, second.id, "credibility", "4")
    merged = next(one for one in api.merge_claims(case, [first.id, second.id], by="ada").claims if one is not None)
    assert warnings(case, merged) == [
        "given before the merge, on 2 of the 3 statements",
        "given before the merge, on 1 of the 3 statements",
    ]
    grade(case, merged, "credibility", "3")
    assert [one[2] for one in shown(case, merged)] == ["STANAG 2511: 3, possibly true"]
    assert warnings(case, merged) == []


def test_a_grade_out_of_a_colleagues_ledger_is_not_said_to_be_from_before_a_merge(tmp_path: Path) -> None:
    case, other = begun(tmp_path / "case", LIND, HALE), begun(tmp_path / "other", LIND)
    grade(other, claim(other).id, "credibility", "2", "ben")
    with Ledger.open(case) as ours, Ledger.open(other) as theirs:
        merge(ours, theirs, "ada")
    told = "given in another ledger that was joined in, on 1 of the 2 statements"
    assert warnings(case, claim(case).id) == [told]


def test_a_grade_given_before_a_split_stands_with_its_statements_on_either_side(tmp_path: Path) -> None:
    case = begun(tmp_path / "case", LIND, HALE)
    grade(case, claim(case).id, "credibility", "2")
    told = [one.id for one in claim(case).appearances if one.bearing == "sure"]
    api.split_claim(case, told[-1], by="ada")
    held = {
        sheet.id: [told for one in sheet.credibility or () for told in one.warnings]
        for sheet in api.grades(case).sheets
    }
    assert list(held.values()) == [["given before the split, on 2 statements, of which 1 stands here"]] * 2
    assert len(held) == 2


# --- what people see


def test_likelihood_and_confidence_never_stand_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = begun(tmp_path / "case", LIND, HALE)
    name = claim(case).id
    grade(case, name, "likelihood", "very likely")
    grade(case, name, "confidence", "moderate")
    for call_ in (
        ("grades",),
        ("grades", "--history"),
        ("claims", name),
        ("changes", "--since", "2020-01-01"),
        ("grades", "--json"),
    ):
        assert run(*call_, "--ledger", case) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [one for one in lines if "likel" in one.casefold() and "confidence" in one.casefold()] == []
        assert [one for one in lines if "very likely" in one and "moderate" in one] == []
        if "--json" not in call_:
            assert any("very likely (80–95 %)" in one for one in lines)
            assert any("moderate" in one for one in lines)


def test_the_words_of_the_source_stand_apart_from_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hedged = ("Ardent Post", "2031-05-04", f"{SAID.replace('will resign', 'will probably resign')}, Petra Lind said.")
    case = begun(tmp_path / "case", hedged)
    grade(case, claim(case).id, "likelihood", "likely")
    assert run("grades", "--ledger", case) == 0
    lines = [one.strip() for one in capsys.readouterr().out.splitlines()]
    (source,) = [one for one in lines if one.startswith("In the words of the source: “probably”")]
    (ours,) = [one for one in lines if "likely (55–80 %)" in one]
    assert lines.index(source) < lines.index("Likelihood, as we judge it") < lines.index(ours)


def test_claims_and_sources_show_grades_where_there_are_any(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = begun(tmp_path / "case", LIND, HALE)
    name = claim(case).id
    grade(case, name, "credibility", "1")
    grade(case, "Petra Lind", "reliability", "C")
    assert run("claims", name, "--ledger", case) == 0
    page = capsys.readouterr().out
    assert "STANAG 2511: 1, confirmed by other sources — ada" in page
    assert "fairly reliable" not in page
    assert run("sources", "--ledger", case) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(place for place, line in enumerate(lines) if "Petra Lind (person)" in line)
    assert "STANAG 2511: C, fairly reliable — ada" in lines[at + 2]


def test_a_grader_on_the_diagonal_is_told_with_the_grade_and_in_the_list(tmp_path: Path) -> None:
    outlets = ("Ardent Post", "Bay Radio", "Corvale Mail", "Morning Brief", "Velden Times")
    case = begun(tmp_path / "case", *((one, "2031-05-04", f"Nine trawlers reached {one} harbour.") for one in outlets))
    told: tuple[str, ...] = ()
    for outlet in outlets:
        grade(case, outlet, "reliability", "B")
        told = grade(case, claim(case, f"{outlet} harbour").id, "credibility", "2").warnings
    assert "5 of ada's 5 grades of a claim only follow the grade of its source" in " ".join(told)
    assert api.grades(case).warnings == told


def test_at_a_terminal_a_confidence_is_asked_for_factor_by_factor(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["none hidden", "one unnamed source", "weak"])
    monkeypatch.setattr(commands, "_asks", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    name = claim(case).id
    assert run("grade", name, "--confidence", "low", "--ledger", case, "--by", "ada") == 0
    assert shown(case, name)[0][3] == (
        "Key assumptions: none hidden. Credibility and diversity of the sourcing: one unnamed source. Strength of the argument: weak."
    )


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((), "what is it? One of --reliability"),
        (("--credibility", "2"), "needs grounds"),
        (("--blind", "--reliability", "B"), "is for the credibility of a claim"),
        (("--credibility", "2", "--grounds", "x", "--yardstick", "phia"), "goes with --likelihood"),
        (("--likelihood", "likely", "--grounds", "x", "--wording", "fm"), "goes with --reliability and --credibility"),
    ],
)
def test_a_call_that_says_too_little_or_too_much_is_at_fault(
    case: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], why: str
) -> None:
    assert run("grade", claim(case).id, *options, "--ledger", case) == 2
    told = capsys.readouterr()
    assert why in told.err
    assert len(told.err.splitlines()) == 1


# --- laws

RETOLD = st.tuples(
    st.sampled_from([OFFICIALS[2], f"{SAID}, the Saleth Courier reported.", f"The Saleth Courier wrote: {SAID}."]),
    st.sampled_from(["Ardent Post", "Bay Radio", "Morning Brief", "Tarn Herald"]),
    st.sampled_from(["2031-05-04", "2031-05-09"]),
)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with one origin, whose claim and outlet are graded."""
    case = begun(tmp_path_factory.mktemp("graded"), OFFICIALS)
    grade(case, claim(case).id, "credibility", "3")
    grade(case, "Saleth Courier", "reliability", "B")
    with sqlite3.connect(case) as held:
        held.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return case


@given(st.lists(RETOLD, min_size=1, max_size=3, unique=True))
@settings(max_examples=8, deadline=None)
def test_law_2_a_copy_or_a_citing_retelling_changes_no_grade_and_allows_none(
    graded: Path, retold: list[tuple[str, str, str]]
) -> None:
    with TemporaryDirectory() as folder:
        case = Path(folder) / "case.ledger"
        copyfile(graded, case)
        name = claim(case).id
        before = [shown(case, one) for one in (name, "Saleth Courier")]
        add(case, *((outlet, day, text) for text, outlet, day in retold))
        assert [shown(case, one) for one in (name, "Saleth Courier")] == before
        assert warnings(case, name) == []
        with pytest.raises(Unreadable, match="one origin"):
            grade(case, name, "credibility", "1", "ben")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["ada", "ben"]),
        st.sampled_from(
            [
                ("reliability", "B"),
                ("reliability", "F"),
                ("reliability", None),
                ("credibility", "2"),
                ("credibility", "6"),
                ("credibility", None),
                ("likelihood", "likely"),
                ("confidence", "low"),
                ("copy", None),
            ]
        ),
    ),
    min_size=1,
    max_size=6,
)


@given(STEPS)
@settings(max_examples=8, deadline=None)
def test_law_6_and_8_what_stood_on_a_day_is_told_again_and_nothing_that_nobody_entered(
    graded: Path, steps: list[tuple[str, tuple[Scale, str | None]]]
) -> None:
    with TemporaryDirectory() as folder:
        case = Path(folder) / "case.ledger"
        copyfile(graded, case)
        name = claim(case).id
        entered = {("ada", "credibility", "3", GROUNDS), ("ada", "reliability", "B", GROUNDS)}
        told = []
        for number, (by, (scale, value)) in enumerate(steps):
            if scale not in {"reliability", "credibility", "likelihood", "confidence"}:
                add(case, (f"Copy {number}", "2031-05-09", OFFICIALS[2]))
            else:
                try:
                    grade(
                        case,
                        "Saleth Courier" if scale == "reliability" else name,
                        scale,
                        value,
                        by,
                        grounds=f"g{number}",
                    )
                except Unreadable:
                    assert value is None  # nothing was there to take back
                else:
                    entered.add((by, scale, "" if value is None or value in {"F", "6"} else value, f"g{number}"))
            with Ledger.open(case) as ledger:
                told.append(
                    (ledger.one("SELECT max(at) FROM entries"), ledger.head().seq, api.grades(ledger, history=True))
                )
        for at, seq, grades in told:
            assert api.grades(case, history=True, as_of=at) == grades
            shown_ = [one for sheet in grades.sheets for one in sheet.history or ()]
            assert {(one.by, one.scale, one.value or "", one.grounds) for one in shown_} <= entered
            with Ledger.open(case) as ledger, Ledger.open(Path(folder) / f"{seq}.db", create=True) as again:
                if again.head().seq == 0:
                    replay(ledger, again, seq)
                assert api.grades(again, history=True) == grades
