"""Questions in a ledger: what people say under them is kept, stays with the words it was said of, and is told as of any moment."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from wherefrom import api
from wherefrom.api import weighing
from wherefrom.cli import main
from wherefrom.judging.weighing import Matrix
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.replaying import replay
from wherefrom.ledger.weighing import matrix_of
from wherefrom.model import Unreadable
from wherefrom.output.weighing_words import change_lines, gap_words, order_words

Report = tuple[str, str, str]
"""Outlet, date, text."""

FLED = "The technician Piet Haver brought the plans of the Corvale reactor with him"
LIND: Report = ("Saleth Courier", "2031-05-03", f"{FLED}, the intelligence officer Petra Lind said in Saleth.\n")
COPY: Report = ("Tarn Herald", "2031-05-04", LIND[2])
CITES: Report = ("Morning Brief", "2031-05-05", f"{FLED}, Petra Lind told the Saleth Courier.\n")
DENIED: Report = (
    "Ardent Post",
    "2031-05-06",
    "The ministry's spokesman Joran Pell denied that the technician Piet Haver brought the plans of the Corvale reactor with him.\n",
)
DEBTS: Report = (
    "Bay Radio",
    "2031-05-07",
    "Haver owed the casino of Saleth 90,000 crowns, its owner Dario Brandt said.\n",
)
TOLD = (LIND, DENIED, DEBTS)


def add(ledger: Path, *reports: Report) -> None:
    folder = ledger.parent / "in"
    folder.mkdir(exist_ok=True)
    paths = []
    for outlet, day, text in reports:
        path = folder / f"{len(list(folder.glob('*.txt')))}.txt"
        path.write_text(text, encoding="utf-8")
        path.with_suffix(".json").write_text(json.dumps({"outlet": outlet, "published": day}), encoding="utf-8")
        paths.append(path)
    api.add(paths, ledger, by="desk")


def claim(ledger: Path, words: str) -> str:
    """The claim with these words that most statements carry."""
    found = [one for one in api.findings(ledger).claims if words in one.text]
    return max(found, key=lambda one: len(one.appearances)).id


def begun(folder: Path, reports: Sequence[Report] = TOLD) -> tuple[Path, str]:
    """A ledger with these reports and a question: E1 Lind, E2 the denial, E3 the debts; H1 genuine, H2 a plant."""
    ledger = folder / "desk.db"
    add(ledger, *reports)
    question = api.ask(ledger, "Is the technician genuine or a plant?", by="ada").id
    api.suppose(ledger, question, "He is genuine", by="ada")
    api.suppose(ledger, question, "He is a plant", by="ada")
    api.adduce(ledger, question, [claim(ledger, "plans"), claim(ledger, "casino")], by="ada")
    return ledger, question


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Path, str]:
    return begun(tmp_path)


def rate_all(ledger: Path, question: str, by: str = "ada") -> Matrix:
    api.rate(ledger, question, "E1", {"H1": "consistent", "H2": "consistent"}, by=by)
    api.rate(ledger, question, "E2", {"H1": "inconsistent", "H2": "consistent"}, by=by)
    return api.rate(ledger, question, "E3", {"H1": "consistent", "H2": "very-inconsistent"}, by=by)


def last_entry(ledger: Path) -> str:
    with Ledger.open(ledger) as kept:
        return str(kept.one("SELECT at FROM entries ORDER BY seq DESC LIMIT 1"))


# --- the matrix of a question


def test_evidence_is_a_column_for_each_origin_and_stance(desk: tuple[Path, str]) -> None:
    found = api.matrix(*desk)
    assert [(one.name, one.stance, one.sources[0].name) for one in found.columns] == [
        ("E1", "supports", "Petra Lind"),
        ("E2", "denies", "Joran Pell"),
        ("E3", "supports", "Dario Brandt"),
    ]
    assert [(one.name, one.text) for one in found.hypotheses] == [("H1", "He is genuine"), ("H2", "He is a plant")]
    assert found.ratings == ()


def test_the_order_is_told_by_what_speaks_against_each_and_what_would_change_it(desk: tuple[Path, str]) -> None:
    (found,) = rate_all(*desk).ratings
    assert order_words(found) == (
        "ada, from E1, E2 and E3 alone, what speaks against it least first:",
        "  first: H1 (inconsistent with E2)",
        "  then: H2 (very inconsistent with E3)",
    )
    assert change_lines(found) == (
        "if E3 is wrong, H2 comes before H1; H2 comes first then",
        "if E3 is left out, H2 comes before H1; H2 comes first then",
    )
    assert gap_words(found) == ("E1 is rated alike for all, and tells nothing apart",)


def test_no_word_of_the_order_is_a_number(desk: tuple[Path, str]) -> None:
    (found,) = rate_all(*desk).ratings
    for line in (*order_words(found), *change_lines(found)):
        assert not any(word.strip(",;().:").isdigit() for word in line.split()), line


def test_a_question_is_named_by_the_beginning_of_its_id_and_listed(desk: tuple[Path, str]) -> None:
    ledger, question = desk
    assert api.matrix(ledger, question[:6]).question.id == question
    rate_all(ledger, question, "ben")
    (line,) = api.questions(ledger)
    assert (line.id, line.hypotheses, line.evidence, line.raters) == (question, 2, 2, ("ben",))
    with pytest.raises(Unreadable, match="is no question"):
        api.matrix(ledger, "q")


def test_what_is_said_stands_until_it_is_taken_back(desk: tuple[Path, str]) -> None:
    ledger, question = desk
    rate_all(ledger, question)
    found = api.rate(ledger, question, "E3", {"H2": None}, by="ada")
    assert found.ratings[0].cell("H2", "E3").consistency is None
    assert found.ratings[0].order.incomplete == ("E3",)
    found = api.adduce(ledger, question, [claim(ledger, "casino")], drops=True, by="ada")
    assert [one.name for one in found.columns] == ["E1", "E2"]
    found = api.drop_hypothesis(ledger, question, "H2", why="nobody holds it", by="ben")
    assert [one.name for one in found.hypotheses] == ["H1"]
    assert [(one.text, one.by, one.why) for one in found.declined] == [("He is a plant", "ben", "nobody holds it")]
    assert api.suppose(ledger, question, "He sold the plans", by="ada").name == "H3"


def test_ratings_of_two_people_stand_side_by_side(desk: tuple[Path, str]) -> None:
    ledger, question = desk
    rate_all(ledger, question)
    found = api.rate(ledger, question, "E2", {"H1": "very-inconsistent"}, by="ben", why="he would not say so")
    assert [one.by for one in found.ratings] == ["ada", "ben"]
    assert found.ratings[0].cell("H1", "E2").consistency == "inconsistent"
    assert found.ratings[1].cell("H1", "E2").why == "he would not say so"
    assert found.ratings[1].order.tiers == ()
    assert [one.one_step for one in found.agreements] == [(("H1", "E2"),)]


def test_proposals_are_taken_up_or_declined_and_are_no_rows_before(desk: tuple[Path, str]) -> None:
    ledger, question = desk
    before = api.matrix(ledger, question)
    assert [(one.kind, one.source.name) for one in before.proposals] == [
        (kind, name)
        for name in ("Petra Lind", "Joran Pell", "Dario Brandt")
        for kind in ("deception", "honestly-wrong")
    ]
    row = api.suppose(ledger, question, kind="deception", source="petra lind", by="ada")
    assert (row.name, row.kind, row.source is not None and row.source.name) == ("H3", "deception", "Petra Lind")
    found = api.drop_hypothesis(
        ledger, question, kind="honestly-wrong", source="Joran Pell", why="it is his own ministry", by="ada"
    )
    assert [(one.kind, one.source.name) for one in found.proposals] == [
        ("honestly-wrong", "Petra Lind"),
        ("deception", "Joran Pell"),
        ("deception", "Dario Brandt"),
        ("honestly-wrong", "Dario Brandt"),
    ]
    with pytest.raises(Unreadable, match="has no words"):
        api.drop_hypothesis(ledger, question, kind="deception", source="Joran Pell", why=" ", by="ada")
    with pytest.raises(Unreadable, match="H3 says that of it already"):
        api.suppose(ledger, question, kind="deception", source="Petra Lind", by="ada")


def test_a_column_is_discounted_with_a_reason_and_counts_no_more(desk: tuple[Path, str]) -> None:
    ledger, question = desk
    rate_all(ledger, question)
    with pytest.raises(Unreadable, match="the reason for discounting evidence: has no words"):
        api.discount(ledger, question, "E3", "deceiver-too", by="ada")
    found = api.discount(ledger, question, "E3", "deceiver-too", why="debts can be made up", by="ada")
    assert found.ratings[0].order.tiers == (("H2",), ("H1",))
    assert [(one.by, one.diagnosticity) for one in found.discounted["E3"]] == [("ada", "deceiver-too")]
    assert api.discount(ledger, question, "E3", "counts", by="ada").discounted == {}


# --- laws


@pytest.mark.parametrize("more", [(COPY,), (CITES,), (COPY, CITES)], ids=["copy", "citing", "both"])
def test_law_2_a_copy_or_a_retelling_that_cites_it_changes_no_column_and_no_lead(
    desk: tuple[Path, str], more: Sequence[Report]
) -> None:
    ledger, question = desk
    before = rate_all(ledger, question)
    add(ledger, *more)
    after = api.matrix(ledger, question)
    assert [(one.name, one.stance, one.sources[0].name) for one in after.columns] == [
        (one.name, one.stance, one.sources[0].name) for one in before.columns
    ]
    assert sum(one.echoes for one in after.columns) > sum(one.echoes for one in before.columns)
    assert after.ratings[0].order == before.ratings[0].order
    assert after.ratings[0].changes == before.ratings[0].changes
    assert [(one.kind, one.source.name) for one in after.proposals] == [
        (one.kind, one.source.name) for one in before.proposals
    ]


def test_an_echo_that_came_first_takes_over_what_was_rated_of_the_column(tmp_path: Path) -> None:
    ledger, question = begun(tmp_path, (CITES, DENIED, DEBTS))
    before = rate_all(ledger, question)
    add(ledger, LIND)
    after = api.matrix(ledger, question)
    assert after.columns[0].echoes == before.columns[0].echoes + 1
    assert [one.consistency for one in after.ratings[0].cells] == [one.consistency for one in before.ratings[0].cells]


def test_law_6_as_of_a_moment_is_what_replaying_up_to_it_gives(desk: tuple[Path, str], tmp_path: Path) -> None:
    ledger, question = desk
    told: list[tuple[str, Matrix]] = []

    def note() -> None:
        told.append((last_entry(ledger), api.matrix(ledger, question)))

    note()
    rate_all(ledger, question)
    note()
    add(ledger, COPY)
    api.discount(ledger, question, "E2", "state-controlled", why="he is told what to say", by="ben")
    note()
    api.suppose(ledger, question, kind="deception", source="Petra Lind", by="ada")
    api.rate(ledger, question, "E1", {"H3": "very-consistent", "H1": None}, by="ada")
    api.drop_hypothesis(ledger, question, "H2", why="tired of it", by="ada")
    note()
    assert len({repr(found) for _, found in told}) == len(told)
    for place, (at, found) in enumerate(told):
        assert api.matrix(ledger, question, as_of=at) == found
        with Ledger.open(ledger) as kept, Ledger.open(tmp_path / f"again{place}.db", create=True) as again:
            replay(kept, again, kept.seq_at(at))
            assert matrix_of(again, question) == found


def test_evidence_may_be_adduced_in_any_order(tmp_path: Path) -> None:
    orders = []
    for place, words in enumerate((["plans", "casino"], ["casino", "plans"])):
        folder = tmp_path / str(place)
        folder.mkdir()
        ledger = folder / "desk.db"
        add(ledger, *TOLD)
        question = api.ask(ledger, "Is he genuine?", by="ada").id
        for text in ("He is", "He is not"):
            api.suppose(ledger, question, text, by="ada")
        found = api.adduce(ledger, question, [claim(ledger, one) for one in words], by="ada")
        for column in found.columns:
            against = "H1" if column.sources[0].name == "Joran Pell" else "H2"
            other = "H2" if against == "H1" else "H1"
            found = api.rate(ledger, question, column.name, {against: "inconsistent", other: "neither"}, by="ada")
        orders.append(found.ratings[0].order.tiers)
    assert orders == [(("H1",), ("H2",))] * 2


def test_ratings_of_claims_that_are_merged_are_on_the_column_they_became(tmp_path: Path) -> None:
    ledger = tmp_path / "desk.db"
    add(
        ledger,
        LIND,
        ("Bay Radio", "2031-05-07", "Two suitcases of papers were found in a lorry near Velden, Petra Lind said.\n"),
    )
    question = api.ask(ledger, "Is he genuine?", by="ada").id
    for text in ("He is", "He is not"):
        api.suppose(ledger, question, text, by="ada")
    first, second = claim(ledger, "plans"), claim(ledger, "suitcases")
    api.adduce(ledger, question, [first, second], by="ada")
    api.rate(ledger, question, "E1", {"H1": "consistent", "H2": "neither"}, by="ada")
    assert api.rate(ledger, question, "E2", {"H1": "inconsistent"}, by="ada").columns[1].same_origin == ("E1",)
    api.merge_claims(ledger, [first, second], by="ada")
    found = api.matrix(ledger, question)
    (column,) = found.columns
    cell = found.ratings[0].cell("H1", column.name)
    assert (cell.consistency, cell.also) == ("inconsistent", ("consistent",))
    assert found.ratings[0].cell("H2", column.name).consistency == "neither"
    settled = api.rate(ledger, question, "E1", {"H1": "very-consistent"}, by="ada").ratings[0].cell("H1", "E1")
    assert (settled.consistency, settled.also) == ("very-consistent", ())
    gone = api.rate(ledger, question, "E1", {"H1": None}, by="ada").ratings[0].cell("H1", "E1")
    assert gone.consistency is None


def test_what_is_said_in_a_colleagues_ledger_comes_along_once(desk: tuple[Path, str], tmp_path: Path) -> None:
    ledger, question = desk
    other = tmp_path / "bens.db"
    other.write_bytes(_whole(ledger))
    rate_all(ledger, question)
    rate_all(other, question, "ben")
    api.merge(ledger, other, by="ada")
    head = api.head(ledger).seq
    api.merge(ledger, other, by="ada")
    assert api.head(ledger).seq == head
    found = api.matrix(ledger, question)
    assert [one.by for one in found.ratings] == ["ada", "ben"]
    assert found.ratings[0].order == found.ratings[1].order
    assert [one.name for one in found.hypotheses] == ["H1", "H2"]


def _whole(ledger: Path) -> bytes:
    with Ledger.open(ledger) as kept:
        kept.db.pragma("wal_checkpoint(TRUNCATE)")
    return ledger.read_bytes()


def test_what_no_longer_bears_on_a_claim_for_sure_is_lost_and_not_weighed_as_another(desk: tuple[Path, str]) -> None:
    ledger, question = desk
    rate_all(ledger, question)
    debts = api.matrix(ledger, question).columns[2]
    api.correct(ledger, debts.tellings[0].id, "reject", by="ben", why="that was another man")
    found = api.matrix(ledger, question)
    assert [one.name for one in found.columns] == ["E1", "E2"]
    assert found.lost == (debts.claim,)
    assert {one.statement for one in found.stray} == {debts.tellings[0].id}
    assert found.ratings[0].order.tiers == (("H2",), ("H1",))
    assert api.adduce(ledger, question, [debts.claim], drops=True, by="ada").lost == ()


def test_how_likely_a_hypothesis_is_held_stands_beside_it_and_moves_nothing(
    desk: tuple[Path, str], capfd: pytest.CaptureFixture[str]
) -> None:
    ledger, question = desk
    before = rate_all(ledger, question)
    row = before.hypotheses[1].id
    api.grade(ledger, row, "likelihood", "very unlikely", grounds="no plant owes money", wording="icd-203", by="ada")
    assert api.matrix(ledger, question) == before
    shown = said(capfd, "show", question, "--ledger", str(ledger))
    assert shown.index("very unlikely") > shown.index("H2 He is a plant")
    assert shown.index("very unlikely") < shown.index("Evidence")


# --- the command


def said(capfd: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    capfd.readouterr()
    assert main(["hypothesis", *words]) == status
    done = capfd.readouterr()
    return done.err if status else done.out


def test_the_matrix_is_shown_with_what_is_not_rated_and_no_verdict(
    desk: tuple[Path, str], capfd: pytest.CaptureFixture[str]
) -> None:
    ledger, question = str(desk[0]), desk[1]
    at = ("--ledger", ledger)
    assert "E2 (denied)" in said(capfd, "evidence", question, claim(desk[0], "plans"), *at)
    assert "E1 “" in said(capfd, "rate", question, "e1", "h1=i", "H2=very-consistent", *at, "--by", "ada")
    shown = said(capfd, "show", question, *at)
    assert "□ not rated, which is no rating" in shown
    assert "4 cells not rated: H1 E2, H1 E3, H2 E2, H2 E3" in shown
    assert "Proposed, until somebody adds or declines it: no rows yet" in shown
    assert "if E1 is wrong, H1 comes before H2; H1 comes first then" in " ".join(shown.split())
    assert "verdict" in shown
    assert question in said(capfd, "list", *at)


def test_the_json_has_null_for_every_cell_that_nobody_rated(
    desk: tuple[Path, str], capfd: pytest.CaptureFixture[str]
) -> None:
    ledger, question = str(desk[0]), desk[1]
    said(capfd, "rate", question, "E2", "H1=neither", "--ledger", ledger, "--by", "ada")
    shown = json.loads(said(capfd, "show", question, "--json", "--ledger", ledger))
    (ada,) = shown["ratings"]
    assert [(one["hypothesis"], one["column"]) for one in ada["cells"] if one["consistency"]] == [("H1", "E2")]
    assert [one["consistency"] for one in ada["cells"]].count(None) == 5
    assert {"question", "hypotheses", "proposals", "columns", "discounted", "ratings", "agreements"} <= shown.keys()
    assert ada["order"]["tiers"] == []
    assert shown["columns"][0]["tellings"][0]["text"].startswith("The technician")


def test_the_page_is_whole_in_itself_and_says_that_it_is_no_release(
    desk: tuple[Path, str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    ledger, question = str(desk[0]), desk[1]
    api.suppose(ledger, question, "<script>alert(1)</script> \x1b[31m", by="ada", why="<b>")
    rate_all(desk[0], question)
    page = tmp_path / "matrix.html"
    assert "cut to no level" in said(capfd, "show", question, "--html", str(page), "--ledger", ledger)
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "\x1b" not in text
    assert "http" not in text.replace('http-equiv="', "")
    assert "no verdict" in text
    assert "Not cleared for release" in text
    assert "□" in text
    shown = said(capfd, "show", question, "--ledger", ledger)
    assert "\x1b[31m" not in shown


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("rate", "E9", "H1=c"), "E9: is no evidence of this question"),
        (("rate", "E1", "H9=c"), "H9: is no hypothesis of this question"),
        (("evidence", "c000000000000"), "the ledger has no claim of this id"),
        (("evidence", "p000000000000"), "is no claim or statement"),
        (("add", " "), "the hypothesis: has no words"),
        (("add", "--deception", "Nobody"), "Nobody: stands behind no evidence of this question"),
        (("drop", "--why", "so"), "drop takes either a hypothesis or a source"),
    ],
)
def test_faults_are_one_plain_line(
    desk: tuple[Path, str], capfd: pytest.CaptureFixture[str], words: Sequence[str], why: str
) -> None:
    told = said(capfd, words[0], desk[1], *words[1:], "--ledger", str(desk[0]), status=2)
    assert why in told
    assert told.count("\n") == 1


def test_what_is_no_rating_is_refused(desk: tuple[Path, str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        said(capfd, "rate", desk[1], "E1", "H1=5", "--ledger", str(desk[0]))
    assert "is no rating" in capfd.readouterr().err
    with pytest.raises(Unreadable, match="is no rating"):
        weighing.rate(desk[0], desk[1], "E1", {"H1": "likely"})  # type: ignore[dict-item]
