"""A matrix is written over nothing that would be lost, and a claim stays evidence where its earliest statement bears on it less surely."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ledger.kept import begun
from wherefrom import api, cli
from wherefrom.ledger.views import findings
from wherefrom.ledger.weighing import weighed


def test_a_matrix_is_written_over_no_ledger_and_no_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        path = ledger.path
        question = api.ask(ledger, "Is the dam sound?").id
    report = tmp_path / "report.html"
    report.write_text("<!DOCTYPE html><title>Ardent Post</title><p>The dam has cracked.</p>", encoding="utf-8")
    page = tmp_path / "matrix.html"
    for taken in (path, report):
        before = taken.read_bytes()
        assert cli.main(["hypothesis", "show", question, "--html", str(taken), "--ledger", str(path)]) == 2
        told = f"wherefrom: {taken}: is there already, and no page of Wherefrom; name another file\n"
        assert capsys.readouterr().err == told
        assert taken.read_bytes() == before
    for _ in range(2):  # an earlier page may go
        assert cli.main(["hypothesis", "show", question, "--html", str(page), "--ledger", str(path)]) == 0
    assert "Is the dam sound?" in page.read_text(encoding="utf-8")


def test_a_claim_whose_first_statement_bears_on_it_only_perhaps_is_evidence_all_the_same(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1, 2, 3) as ledger:
        found = findings(ledger)
        claim = next(one for one in found.claims if sum(it.bearing == "sure" for it in one.appearances) > 1)
        first = f"a{claim.id[1:]}"
        told = tuple(replace(it, bearing="perhaps") if it.id == first else it for it in claim.appearances)
        loose = replace(
            found, claims=tuple(replace(one, appearances=told) if one == claim else one for one in found.claims)
        )
        question = api.ask(ledger, "Is the dam sound?").id
        api.adduce(ledger, question, [claim.id])
        stands = weighed(ledger, question, loose, ledger.head().seq)
    assert [one.id for one in stands.adduced] == [claim.id]
    assert stands.lost == ()
