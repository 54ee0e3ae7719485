"""Which statements carry one claim: those that say the same, in reports of one story, and nothing else."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import wherefrom
from wherefrom.comparing import compare
from wherefrom.comparing.material import Material
from wherefrom.comparing.sameness.evidence import likeness
from wherefrom.comparing.sameness.features import features_of, proper_words
from wherefrom.comparing.sameness.stories import stories
from wherefrom.comparing.sameness.subjects import judges_a_report
from wherefrom.model import Claim, Findings

COURIER = """Harbour master leaves Veldmark

Ilvar Brandt, the harbour master of Veldmark, has left the city by boat, two pilots told the Saleth Courier. The customs office
in Veldmark seized 14 crates of antique clocks on Sunday, said the customs chief, Orla Tenn."""
LANTERN = """Brandt gone from Veldmark

The harbour master of Veldmark, Ilvar Brandt, left the town in a boat, the Saleth Courier reported. Orla Tenn said that
customs officers in Veldmark had seized 14 crates of old clocks."""
ELSEWHERE = """Harbour master leaves Oststrand

Petra Holm, the harbour master of Oststrand, has left the city by boat, two divers told the Oststrand Post."""


def read(folder: Path, **texts: str) -> Findings:
    for day, (outlet, text) in enumerate(texts.items(), 9):
        (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
        (folder / f"{outlet}.json").write_text(
            f'{{"outlet": "{outlet.title()}", "published": "2026-03-{day:02}"}}', encoding="utf-8"
        )
    return wherefrom.read(sorted(folder.glob("*.txt")))


def claim_with(found: Findings, words: str) -> Claim:
    """The claim of the earliest statement with these words."""
    first = next(one for one in found.appearances if words in one.text)
    return next(claim for claim in found.claims if claim.id == f"c{first.id[1:]}")


def texts_of(found: Findings, claim: Claim) -> list[str]:
    said = {one.id: one.text for one in found.appearances}
    return [said[member.id] for member in claim.appearances]


def test_the_same_statement_in_other_words_is_one_claim_and_another_is_another(tmp_path: Path) -> None:
    found = read(tmp_path, courier=COURIER, lantern=LANTERN)
    crates = texts_of(found, claim_with(found, "14 crates"))
    assert len(crates) == 2
    assert all("crates" in text for text in crates)


def test_two_happenings_of_one_kind_stay_apart(tmp_path: Path) -> None:
    found = read(tmp_path, courier=COURIER, post=ELSEWHERE)
    material = Material.of(found)
    assert [len(story) for story in stories(material)] == [1, 1]
    documents = {one.id: one.document for one in found.appearances}
    assert all(len({documents[member.id] for member in claim.appearances}) == 1 for claim in found.claims)


def test_a_report_of_something_else_changes_no_claim(tmp_path: Path) -> None:
    (tmp_path / "alone").mkdir()
    (tmp_path / "beside").mkdir()
    alone = read(tmp_path / "alone", courier=COURIER, lantern=LANTERN)
    beside = read(tmp_path / "beside", courier=COURIER, lantern=LANTERN, post=ELSEWHERE)
    assert set(alone.claims) <= set(beside.claims)


def test_a_claim_is_named_after_its_earliest_own_statement_and_says_words_of_a_report(tmp_path: Path) -> None:
    found = read(tmp_path, courier=COURIER, lantern=LANTERN)
    said = [document.text for document in found.documents]
    first = {f"c{one.id[1:]}" for one in found.appearances}
    for claim in found.claims:
        assert claim.id in first
        assert all(any(part in text for text in said) for part in claim.text.split(" … "))


def test_origins_and_course_rest_on_what_surely_bears_on_the_claim(tmp_path: Path) -> None:
    found = read(tmp_path, courier=COURIER, lantern=LANTERN)
    for claim in found.claims:
        sure = {one.id for one in claim.appearances if one.bearing == "sure"}
        assert claim.id.replace("c", "a", 1) in {one.id for one in claim.appearances if one.bearing != "akin"}
        assert sure >= {name for root in claim.origins.roots for name in root.appearances}
        assert sure >= {name for change in claim.status for name in change.because}
    own = Counter(one.id for claim in found.claims for one in claim.appearances if one.bearing != "akin")
    assert set(own.values()) == {1}


def test_captions_carry_no_claim(tmp_path: Path) -> None:
    found = read(tmp_path, courier=COURIER)
    below_pictures = [replace(one, block="caption") if "crates" in one.text else one for one in found.appearances]
    compared = compare(replace(found, appearances=tuple(below_pictures)))
    captions = {one.id for one in below_pictures if one.block == "caption"}
    assert captions
    assert captions.isdisjoint(member.id for claim in compared.claims for member in claim.appearances)


def test_likeness_gives_its_reasons(tmp_path: Path) -> None:
    found = read(tmp_path, courier=COURIER, lantern=LANTERN)
    held = features_of(Material.of(found), [document.id for document in found.documents])
    one, other = (row for row, said in enumerate(held.appearances) if "crates" in said.text)
    seen = likeness(held, one, other)
    assert seen.probability > 0.5
    assert any("both give 14" in why for why in seen.why)
    assert any("their words mean" in why for why in seen.why)


def test_words_that_only_begin_sentences_are_no_names(tmp_path: Path) -> None:
    found = read(tmp_path, courier="Pilots spoke. Pilots said that Ilvar Brandt left.\n\nPilots were asked by Brandt.")
    assert {"ilvar", "brandt"} <= proper_words(found.documents[0])
    assert "pilot" not in proper_words(found.documents[0])


def test_a_judgement_of_a_report_leans_on_what_was_reported() -> None:
    assert judges_a_report("There is no truth in the rumours")
    assert judges_a_report("None of it was accurate")
    assert not judges_a_report("The ferry sank")
    assert not judges_a_report("The report was published on Monday")
