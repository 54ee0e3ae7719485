"""Judgements in a ledger: they are told in plain words, are touched where what they rest on falls, and none is lost when two ledgers are joined."""

from pathlib import Path
from typing import get_args

import pytest

from tests.ledger.kept import begun
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.impact import JUDGED, impact
from wherefrom.ledger.merging import merge
from wherefrom.ledger.saying import line_of
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.views import findings
from wherefrom.model.entry import (
    Adduced,
    Cased,
    Discounted,
    Graded,
    Posed,
    Rated,
    Said,
    Supposed,
    Target,
    Vetted,
    Windowed,
)

DAM, PARTY = Target("claim", "c1", "d1", ()), Target("party", "p1", "d1", ())

JUDGEMENTS: tuple[tuple[Said, str], ...] = (
    (
        Graded("g1", DAM, "credibility", "stanag-2511", "2", "two engineers saw it"),
        "claim c1: credibility, STANAG 2511: 2, probably true (two engineers saw it)",
    ),
    (
        Graded("g2", DAM, "credibility", "stanag-2511", None, "too early"),
        "claim c1: credibility taken back (too early)",
    ),
    (
        Graded("g3", PARTY, "reliability", "fm-2-22.3", "C", "right twice", blind=True),
        "party p1: reliability, FM 2-22.3: C, fairly reliable, given before the source was shown (right twice)",
    ),
    (Posed("q1", "Is the dam sound?"), "question q1: “Is the dam sound?”"),
    (Supposed("h1", "q1", "It has cracked"), "question q1: supposed h1 “It has cracked”"),
    (
        Supposed("h1", "q1", "It has cracked", why="nobody holds it", dropped=True),
        "question q1: dropped h1 “It has cracked” (nobody holds it)",
    ),
    (Adduced("q1", DAM, "adds"), "claim c1: is evidence under q1"),
    (Adduced("q1", DAM, "drops", "off the point"), "claim c1: is no longer evidence under q1 (off the point)"),
    (
        Discounted("q1", DAM, "deceiver-too", "he would say so"),
        "claim c1: discounted, deceiver-too under q1 (he would say so)",
    ),
    (Discounted("q1", DAM, "counts", "seen ourselves"), "claim c1: tells hypotheses apart under q1 (seen ourselves)"),
    (Rated("q1", "h1", DAM, "very-consistent"), "claim c1: very-consistent with h1"),
    (Rated("q1", "h1", DAM, None, "misread"), "claim c1: not rated any more with h1 (misread)"),
    (Vetted(PARTY, DAM, "confirmed", "seen"), "party p1: claim c1 confirmed (seen)"),
    (Windowed("w1", DAM, "2032", None, "repairs"), "claim c1: judged to hold up to 2032 (repairs)"),
    (Windowed("w1", DAM, None, "P2Y", "repairs"), "claim c1: judged to hold for P2Y (repairs)"),
    (Windowed("w1", DAM, None, None, "who knows"), "claim c1: judged window taken back (who knows)"),
    (Cased("k1", "Sunmere", "dam", (DAM,), ("claim",)), "case k1: dam “Sunmere”"),
    (Cased("k1", "Sunmere", "dam", (), (), dropped=True), "case k1: dropped “Sunmere”"),
)


@pytest.mark.parametrize(("said", "line"), JUDGEMENTS)
def test_every_judgement_is_told_in_one_plain_line(said: Said, line: str) -> None:
    assert line_of(said) == line


def test_these_are_all_kinds_of_judgement_that_came_with_grades() -> None:
    known = {type(said) for said, _ in JUDGEMENTS}
    assert known <= set(JUDGED)
    after = get_args(Said)[get_args(Said).index(Graded) :]
    assert known == set(after)


def anchored(ledger: Ledger) -> tuple[Target, Target]:
    """The dam's claim, and another one of the same reports."""
    found = findings(ledger)
    dam = next(one.id for one in found.claims if "dam" in one.text)
    other = next(one.id for one in found.claims if "people" in one.text)
    return target_of(found, "claim", dam), target_of(found, "claim", other)


def weighed(ledger: Ledger) -> None:
    dam, other = anchored(ledger)
    judgements: tuple[Said, ...] = (
        Graded("g1", Target("hypothesis", "h1"), "likelihood", "icd-203", "likely", "by and large"),
        Posed("q1", "Is the dam sound?"),
        Supposed("h1", "q1", "It has cracked"),
        Adduced("q1", dam, "adds"),
        Rated("q1", "h1", dam, "very-consistent"),
        Posed("q2", "Who lives there?"),
        Supposed("h2", "q2", "Nobody"),
        Adduced("q2", other, "adds"),
        Graded("g2", Target("hypothesis", "h2"), "likelihood", "icd-203", "unlikely", "by and large"),
    )
    with ledger.writing("ben") as writer:
        for one in judgements:
            writer.append(one)


def test_a_likelihood_is_touched_where_evidence_under_its_question_falls_and_no_other_is(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        weighed(ledger)
        touched = [one.said for one in impact(ledger, findings(ledger).documents[0].id).judgements]
    assert [one.grade for one in touched if isinstance(one, Graded)] == ["g1"]
    assert [one.question for one in touched if isinstance(one, Posed | Adduced | Rated)] == ["q1"] * 3


def test_joining_two_ledgers_keeps_the_judgements_of_both(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with begun(tmp_path / "one", 0, 1) as one, begun(tmp_path / "two", 0) as two:
        dam, _ = anchored(one)
        for ledger, who, value in ((one, "ada", "2"), (two, "ben", "4")):
            with ledger.writing(who) as writer:
                writer.append(Graded(f"g{who}", dam, "credibility", "stanag-2511", value, "as I see it", (dam,)))
        merge(one, two, "ada")
        held = [(entry.by, entry.said.value) for entry in one.entries(Graded) if isinstance(entry.said, Graded)]
    assert held == [("ada", "2"), ("ben", "4")]
