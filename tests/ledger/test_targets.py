"""What an entry is about is found again by its words, and never in a lookalike."""

from dataclasses import replace

import pytest

from tests.ledger.kept import begun
from wherefrom.ledger.targets import Anchors, agreement, resolved, target_of
from wherefrom.ledger.views import findings
from wherefrom.model import Findings, Span, Unreadable
from wherefrom.model.entry import Kind, Target


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    with begun(tmp_path_factory.mktemp("targets"), 0, 1, 2, 3) as ledger:
        return findings(ledger)


def _all(found: Findings) -> list[tuple[Kind, str]]:
    return [
        *(("document", one.id) for one in found.documents),
        *(("appearance", one.id) for one in found.appearances),
        *(("claim", one.id) for one in found.claims),
        *(("party", one.id) for one in found.parties),
    ]


def test_whatever_has_an_id_is_found_again_under_it(found: Findings) -> None:
    anchors = Anchors.of(found)
    for kind, name in _all(found):
        assert anchors.resolved(target_of(found, kind, name)) == name


def test_a_claim_is_anchored_by_the_statement_that_it_is_named_after(found: Findings) -> None:
    claim = found.claims[0]
    named = next(one for one in found.appearances if one.id == f"a{claim.id[1:]}")
    assert target_of(found, "claim", claim.id) == Target("claim", claim.id, named.document, named.spans)


def test_a_claim_is_the_one_under_which_its_statement_stands_now(found: Findings) -> None:
    claim = next(one for one in found.claims if sum(it.bearing != "akin" for it in one.appearances) > 1)
    later = [one.id for one in claim.appearances if one.bearing != "akin"][-1]
    statement = next(one for one in found.appearances if one.id == later)
    before = Target("claim", f"c{later[1:]}", statement.document, statement.spans)
    assert resolved(found, before) == claim.id


def test_a_statement_that_is_only_akin_to_a_claim_is_not_its_anchor(found: Findings) -> None:
    for claim in found.claims:
        for member in claim.appearances:
            if member.bearing == "akin":
                one = next(it for it in found.appearances if it.id == member.id)
                assert resolved(found, Target("claim", "c0", one.document, one.spans)) != claim.id


def test_words_that_a_better_reader_cuts_otherwise_are_the_same_words(found: Findings) -> None:
    one = found.appearances[0]
    start, end = one.spans[0]
    near = Target("appearance", "a0", one.document, (Span(start + 1, end - 1),))
    assert resolved(found, near) == one.id


def test_words_that_nobody_reads_any_more_belong_to_nothing(found: Findings) -> None:
    one, other = found.appearances[0], next(it for it in found.appearances if it.document != found.documents[0].id)
    gone = replace(found, appearances=tuple(it for it in found.appearances if it.document != one.document))
    assert resolved(gone, Target("appearance", one.id, one.document, one.spans)) is None
    assert resolved(gone, Target("claim", f"c{one.id[1:]}", one.document, one.spans)) is None
    assert resolved(found, Target("appearance", other.id, one.document, (Span(90_000, 90_010),))) is None


def test_what_the_ledger_does_not_have_has_no_target(found: Findings) -> None:
    for kind in ("document", "appearance", "claim", "party"):
        with pytest.raises(Unreadable, match=f"no {kind} of this id"):
            target_of(found, kind, "x000000000000")


def test_notes_and_releases_have_ids_that_last(found: Findings) -> None:
    assert target_of(found, "note", "n1") == Target("note", "n1")
    assert resolved(found, Target("release", "r1")) == "r1"


def test_agreement_is_the_dice_coefficient_of_code_points() -> None:
    assert agreement((Span(0, 10),), (Span(0, 10),)) == 1
    assert agreement((Span(0, 10),), (Span(5, 15),)) == pytest.approx(0.5)
    assert agreement((Span(0, 2), Span(4, 6)), (Span(0, 6),)) == pytest.approx(0.8)
    assert agreement((), ()) == 0
