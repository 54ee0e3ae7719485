import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from wherefrom.model import Claim, Findings, Membership, Origins, Reader, Unread
from wherefrom.model.release import Release
from wherefrom.output.findings_json import findings_json

SCHEMA = Path(__file__).parents[2].parent / "shared" / "measure" / "findings.schema.json"

DOCUMENT = "id path sha256 title publisher author url published language text blocks".split()
APPEARANCE = (
    "id document spans text block chain polarity nature quote certainty condition quantities times validity about unsure"
).split()
LINK = "source cue act basis content to polarity degree once".split()


@pytest.fixture(scope="module")
def valid() -> Callable[[Findings], None]:
    if not SCHEMA.exists():
        pytest.skip("the schema of findings is not beside this checkout")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return lambda findings: jsonschema.validate(json.loads(findings_json(Release.of_reading(findings))), schema)


def test_findings_are_valid_json_of_the_format(findings: Findings, valid: Callable[[Findings], None]) -> None:
    valid(findings)


def test_no_documents_are_valid_findings(valid: Callable[[Findings], None]) -> None:
    valid(Findings(Reader("none", "0"), ()))


def test_keys_stand_in_the_order_of_the_format(findings: Findings) -> None:
    shown = json.loads(findings_json(Release.of_reading(findings)))
    top = "format reader documents unread appearances parties claims conflicts relies_on".split()
    assert list(shown) == top
    assert list(shown["documents"][0]) == DOCUMENT
    assert list(shown["appearances"][0]) == APPEARANCE
    assert list(shown["appearances"][0]["chain"][0]) == LINK


def test_the_bytes_of_a_document_stay_behind_and_their_hash_goes_with_it(findings: Findings) -> None:
    shown = json.loads(findings_json(Release.of_reading(findings)))["documents"][0]
    assert shown["sha256"] == findings.documents[0].sha256
    assert shown["id"] == findings.documents[0].id
    assert "capture" not in shown


def test_how_surely_a_statement_bears_on_a_claim_stays_behind(
    findings: Findings, valid: Callable[[Findings], None]
) -> None:
    name = findings.appearances[0].id
    claim = Claim("c1", "it sank", (Membership(name, "supports", "akin"),), Origins(0, None, (), ()), ())
    told = replace(findings, claims=(claim,))
    assert json.loads(findings_json(Release.of_reading(told)))["claims"][0]["appearances"] == [
        {"id": name, "stance": "supports"}
    ]
    valid(told)


def test_whole_numbers_have_no_point_and_others_keep_theirs(findings: Findings) -> None:
    written = findings_json(Release.of_reading(findings))
    assert '"value": 4200000,' in written
    assert '"value": 4.25,' in written


def test_letters_stand_as_they_are_and_the_file_ends_with_a_line(findings: Findings) -> None:
    written = findings_json(Release.of_reading(findings))
    assert "Veldmark’s new harbour crane" in written
    assert written.endswith("}\n")
    assert written == findings_json(Release.of_reading(findings))


def test_a_path_that_is_no_text_can_still_be_written_and_read_back(findings: Findings) -> None:
    odd = replace(findings, unread=(Unread("caf\udce9.txt", "not a file"),))
    written = findings_json(Release.of_reading(odd)).encode()
    assert json.loads(written)["unread"][0]["path"] == "caf\udce9.txt"
