"""Law 8: a machine never fills in a grade; a missing grade is no grade, never the middle of a scale, and what cannot be judged is none either."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from tests.ledger.graded import FERRY, HALE, LIND, OFFICIALS, begun, claim
from wherefrom import api, cli
from wherefrom.ledger.grades import Grade
from wherefrom.model.entry import Graded
from wherefrom.model.release import Form

SOURCE = Path(__file__).resolve().parents[2] / "src" / "wherefrom"

TELLS_A_GRADE = re.compile(
    r"STANAG|FM 2-22\.3|ICD 203|PHIA|\bKent\b|admiralty|(?:usually|fairly|completely) reliable|(?:probably|possibly|doubtfully) true|"
    r"confirmed by other sources|cannot be judged|Reliability of|Credibility of|Likelihood,|Confidence in",
    re.IGNORECASE,
)

FUSED = re.compile(r"\b[A-F][1-6]\b")
"""Both axes in one sign, which is nowhere, with grades or without."""

SHOWS = (
    ("claims",),
    ("sources",),
    ("origins",),
    ("conflicts",),
    ("drift",),
    ("timeline",),
    ("due",),
    ("search", "minister"),
    ("claims", "--json"),
    ("sources", "--json"),
    ("origins", "--json"),
    ("conflicts", "--json"),
    ("drift", "--json"),
    ("timeline", "--json"),
    ("due", "--json"),
)
"""Commands that show what a ledger holds, and are not about grades."""

FORMS: tuple[Form, ...] = get_args(Form)

Told = Callable[..., str]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """What a call of the program prints."""

    def printed(*arguments: str | Path) -> str:
        capsys.readouterr()
        assert cli.main([str(one) for one in arguments]) == 0
        return capsys.readouterr().out

    return printed


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A ledger that nobody graded anything in, all of which may go out."""
    ledger = begun(tmp_path / "case", OFFICIALS, LIND, HALE, FERRY)
    for document in api.findings(ledger).documents:
        api.mark(ledger, "document", document.id, "TLP:CLEAR", by="ada")
    return ledger


def outputs(ledger: Path, told: Told) -> dict[str, str]:
    """All that the program shows or writes of a ledger, but for what is about grades."""
    name = claim(ledger).id
    shown = {" ".join(one): told(*one, "--ledger", ledger) for one in SHOWS}
    shown["claims ID"] = told("claims", name, "--ledger", ledger)
    shown["claims ID --json"] = told("claims", name, "--json", "--ledger", ledger)
    shown["blind"] = told("grade", name, "--blind", "--ledger", ledger, "--by", "cyd")
    shown["blind --json"] = told("grade", name, "--blind", "--json", "--ledger", ledger, "--by", "cyd")
    for form in FORMS:
        file = ledger.parent / f"{form}.out"
        api.export(ledger, file, tlp="TLP:CLEAR", to="ben", form=form, by="ada", force=True)
        shown[form] = file.read_text(encoding="utf-8")
    return shown


def shown_words(name: str, text: str) -> str:
    """What of an output is words for people: of a page without its style and its program, whose names are ids and colours."""
    if not name.startswith("dossier"):
        return text
    return re.sub(r"<[^>]*>", " ", re.sub(r"<(style|script)\b.*?</\1>", " ", text, flags=re.DOTALL))


def grade_all(ledger: Path) -> None:
    """Say of all that is graded elsewhere that it cannot be judged."""
    api.grade(ledger, claim(ledger).id, "credibility", "6", grounds="too new", wording="stanag", by="ada")
    for name in ("Saleth Courier", "Ardent Post", "Petra Lind", "Tomas Hale"):
        api.grade(ledger, name, "reliability", "F", grounds="not used before", by="ada")


def leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from leaves(one)
    else:
        yield value


# --- outputs


def test_where_nobody_graded_no_output_has_a_grade(case: Path, told: Told) -> None:
    found = {name: TELLS_A_GRADE.findall(shown_words(name, text)) for name, text in outputs(case, told).items()}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_an_absent_grade_is_null(case: Path, told: Told) -> None:
    for about in (claim(case).id, "Petra Lind", "Saleth Courier"):
        (sheet,) = json.loads(told("grades", about, "--json", "--ledger", case))["sheets"]
        assert [sheet[scale] for scale in ("reliability", "credibility", "likelihood", "confidence")] == [None] * 4
        assert [one for one in leaves(sheet) if isinstance(one, int | float)] == []
    assert told("grades", claim(case).id, "--ledger", case).splitlines()[-1].strip() == "no grade"
    assert told("grades", "--ledger", case) == "nobody has graded anything\n"


def test_a_claim_that_is_graded_lends_its_grade_to_no_other_and_to_no_source(case: Path, told: Told) -> None:
    api.grade(case, claim(case).id, "credibility", "2", grounds="x", wording="stanag", by="ada")
    api.grade(case, "Petra Lind", "reliability", "B", grounds="x", by="ada")
    for about in (claim(case, "ferry").id, "Tomas Hale", "Ardent Post"):
        assert "no grade" in told("grades", about, "--ledger", case)
    assert len(api.grades(case).sheets) == 2


def test_what_cannot_be_judged_changes_nothing_else_and_gets_no_number(case: Path, told: Told) -> None:
    before = outputs(case, told)
    grade_all(case)
    after = outputs(case, told)
    graded = {"claims ID", "sources"}
    assert {name for name in before if _without_ids(before[name]) != _without_ids(after[name])} == graded
    for name in graded:
        added = [one for one in after[name].splitlines() if one not in before[name].splitlines()]
        assert any("cannot be judged" in one for one in added)
        assert [
            one for one in added if re.search(r"\b(?:6|F|50|0\.5|3)\b", re.sub(r"\d{4}-\d\d-\d\d|STANAG 2511", "", one))
        ] == []


def _without_ids(text: str) -> str:
    """Releases have ids of their own each time."""
    return re.sub(r"\br[0-9a-f]{12}\b", "", text)


def test_what_cannot_be_judged_is_null_in_json_and_told_in_words(case: Path, told: Told) -> None:
    grade_all(case)
    found = json.loads(told("grades", "--history", "--json", "--ledger", case))
    held = [one for sheet in found["sheets"] for scale in ("reliability", "credibility") for one in sheet[scale] or ()]
    assert len(held) == 5
    assert {one["value"] for one in held} == {None}
    assert {one["words"] for one in held} == {
        "STANAG 2511: reliability cannot be judged",
        "STANAG 2511: truth cannot be judged",
    }
    assert [one for one in leaves(found) if isinstance(one, int | float) and not isinstance(one, bool)] == []
    assert found["warnings"] == []


def test_every_grade_that_is_shown_is_an_entry_that_somebody_wrote(case: Path) -> None:
    api.grade(case, claim(case).id, "likelihood", "likely", grounds="x", wording="icd-203", by="ben")
    (sheet,) = api.grades(case, claim(case).id).sheets
    assert sheet.credibility is None
    assert sheet.confidence is None
    assert [(one.by, one.value) for one in sheet.likelihood or ()] == [("ben", "likely")]


def test_reliability_and_credibility_are_never_one_sign(case: Path, told: Told) -> None:
    api.grade(case, claim(case).id, "credibility", "2", grounds="x", wording="stanag", by="ada")
    for name in ("Saleth Courier", "Ardent Post", "Petra Lind", "Tomas Hale"):
        api.grade(case, name, "reliability", "B", grounds="x", by="ada")
    shown = outputs(case, told) | {
        one: told("grades", *one.split(), "--ledger", case) for one in ("--json", "--history")
    }
    assert [name for name, text in shown.items() if FUSED.search(shown_words(name, text))] == []
    assert [
        name
        for name, text in shown.items()
        for line in text.splitlines()
        if "usually reliable" in line and "probably true" in line
    ] == []


# --- the program itself

SIGNS = frozenset((*"ABCDEFGabcdefg", *"123456"))


def numbers_for_signs(tree: ast.AST) -> list[int]:
    """The lines where letters or figures of the Admiralty system are given numbers: as a mapping, or by their place in a row."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Dict(keys=keys, values=values):
                signs = [key for key in keys if isinstance(key, ast.Constant) and key.value in SIGNS]
                if len(signs) > 1 and len(signs) == len(keys) and any(map(_is_number, values)):
                    found.append(node.lineno)
            case ast.Call(func=ast.Attribute(attr="index" | "find", value=ast.Constant(value=str(row)))):
                if set(row) <= SIGNS:
                    found.append(node.lineno)
            case ast.Call(func=ast.Name(id="enumerate" | "zip"), args=[*args]):
                rows = [one.value for one in args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                others = [one for one in args if not isinstance(one, ast.Constant)]
                if any(set(row) <= SIGNS and len(row) > 1 for row in rows) and (others or len(rows) == 1):
                    found.append(node.lineno)
            case _:
                pass
    return found


def _is_number(node: ast.AST) -> bool:
    return any(isinstance(one, ast.Constant) and type(one.value) in {int, float} for one in ast.walk(node))


def casts(tree: ast.AST) -> list[int]:
    """The lines where something is made a number."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"int", "float", "ord"}
    ]


@pytest.mark.parametrize(
    "code",
    [
        '{"A": 100, "B": 75, "F": 50}',
        '{"1": 90, "6": None, "2": 70}',
        '{"a": (0, 1), "b": (2, 3)}',
        '"ABCDE".index(value)',
        'dict(enumerate("ABCDEF"))',
        'dict(zip("ABCDE", range(5)))',
    ],
)
def test_a_number_for_a_grade_would_be_found(code: str) -> None:
    assert numbers_for_signs(ast.parse(code)) == [1]


def test_nothing_in_the_program_maps_a_grade_to_a_number() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
    assert len(trees) > 100
    assert {path.name: lines for path, tree in trees.items() if (lines := numbers_for_signs(tree))} == {}


@pytest.mark.parametrize(
    "module",
    [
        "judging/scales.py",
        "judging/grading.py",
        "ledger/grades.py",
        "ledger/gradable.py",
        "output/graded.py",
        "api/grading.py",
    ],
)
def test_what_handles_grades_makes_no_number_of_anything(module: str) -> None:
    assert casts(ast.parse((SOURCE / module).read_text(encoding="utf-8"))) == []


def test_a_grade_has_no_field_that_could_hold_a_number() -> None:
    for noun in (Graded, Grade):
        assert {field.name for field in fields(noun) if re.search(r"\b(?:int|float)\b", str(field.type))} == set()
