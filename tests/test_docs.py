"""What the pages say is what the program does: commands, help, fields, rooms, links and examples."""

import argparse
import json
import re
import shlex
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from tests import how_sure
from wherefrom import api, model
from wherefrom.cli import parser
from wherefrom.model.release import Release
from wherefrom.output.findings_json import findings_json
from wherefrom.reader.doubts import LEAST_SURE

HOUSE = Path(__file__).resolve().parent.parent
DOCS = HOUSE / "docs"
PAGES = {path.relative_to(HOUSE).as_posix(): path for path in (HOUSE / "README.md", *sorted(DOCS.glob("*.md")))}
SCHEMA = HOUSE.parent / "shared" / "measure" / "findings.schema.json"

NOT_SHOWN = {model.Capture, model.Span, model.Drift, model.Occurrence, model.Report, model.Revision, model.Telling}
"""What the JSON does not show by its fields: bytes stay behind, a span is a pair, and retelling is told by functions."""

NOT_SHOWN_VALUES = {"FileFormat", "DriftKind", "RevisionKind"}


def text_of(page: str) -> str:
    return PAGES[page].read_text(encoding="utf-8")


def fenced(page: str, language: str) -> list[str]:
    """The blocks of this language in a page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)


def parsers() -> dict[str, argparse.ArgumentParser]:
    """The parser of the program and of each command, by what calls it."""
    found: dict[str, argparse.ArgumentParser] = {}
    waiting = [parser()]
    for one in waiting:
        found[one.prog] = one
        for action in one._actions:  # noqa: SLF001  argparse has no other way to ask
            if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
                waiting.extend(action.choices.values())
    return found


# --- docs/commands.md


@pytest.fixture
def hundred_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.usefixtures("hundred_columns")
@pytest.mark.parametrize("prog", parsers())
def test_the_help_in_the_docs_is_the_help_of_the_program(prog: str) -> None:
    assert parsers()[prog].format_help() in fenced("docs/commands.md", "text")


@pytest.mark.parametrize("prog", [prog for prog in parsers() if " " in prog])
def test_every_command_has_a_section(prog: str) -> None:
    assert f"\n## `{prog}`\n" in text_of("docs/commands.md")


def test_no_section_is_about_a_command_that_is_not_there() -> None:
    assert set(re.findall(r"^## `(wherefrom[^`]*)`$", text_of("docs/commands.md"), re.MULTILINE)) < set(parsers())


@pytest.mark.parametrize("prog", parsers())
def test_every_option_and_command_has_a_line_of_help(prog: str) -> None:
    actions = parsers()[prog]._actions  # noqa: SLF001  argparse has no other way to ask
    told = [part for action in actions for part in (action, *getattr(action, "_choices_actions", ()))]
    assert [
        part.dest
        for part in told
        if not part.help and not isinstance(part, argparse._SubParsersAction)  # noqa: SLF001
    ] == []


# --- commands and links on every page


def calls() -> list[str]:
    """Each call of the program in a block of shell commands, without comments and redirections."""
    lines = [line for page in PAGES for block in fenced(page, "sh") for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in lines if re.match(r"(?:\$ )?wherefrom\b", line)]


def status_of(arguments: list[str]) -> object:
    """What parsing these ends with: 0, unless the parser complains."""
    try:
        parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code
    return 0


@pytest.mark.parametrize("call", calls())
def test_every_call_on_the_pages_is_one_that_the_program_takes(call: str) -> None:
    words = shlex.split(call, comments=True)
    until = next((place for place, word in enumerate(words) if word in {">", "|", "2>", "&&"}), len(words))
    assert status_of(words[1:until]) == 0


def test_the_readme_and_the_pages_that_are_run_show_calls_of_every_command() -> None:
    run = ("README.md", "docs/a-day.md", "docs/vetting-a-source.md")
    shown = "\n".join(block for page in run for block in fenced(page, "sh"))
    grouped = {prog.rpartition(" ")[0] for prog in parsers()}
    alone = [prog for prog in parsers() if prog not in grouped]
    assert [prog for prog in alone if f"{prog} " not in f"{shown} ".replace("\n", " ")] == []


def test_the_readme_names_only_targets_of_make_that_are_there() -> None:
    named = set(re.findall(r"(?:^ {4}|`)make ([a-z]+)", text_of("README.md"), re.MULTILINE))
    there = set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= named <= there


def test_the_readme_can_be_read_in_one_go() -> None:
    lines = text_of("README.md").splitlines()
    assert len(lines) < 150
    first_screen = "\n".join(lines[:26])
    assert "make demo" in first_screen
    assert "make test" in first_screen
    assert "On whose word" in first_screen


def anchors(page: Path) -> set[str]:
    """The places in a page that a link can point to, as GitHub names them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
        path, _, place = target.partition("#")
        if ":" in path:
            continue
        there = (PAGES[page].parent / path).resolve() if path else PAGES[page]
        assert there.exists(), target
        assert not place or place in anchors(there), target


@pytest.mark.parametrize("page", PAGES)
def test_every_example_of_json_is_json(page: str) -> None:
    for block in fenced(page, "json"):
        json.loads(block)


# --- docs/findings.md


def shown_nouns() -> list[type]:
    """The nouns whose fields the JSON shows."""
    nouns = [getattr(model, name) for name in model.__all__]
    return [noun for noun in nouns if isinstance(noun, type) and is_dataclass(noun) and noun not in NOT_SHOWN]


@pytest.mark.parametrize("noun", shown_nouns(), ids=lambda noun: noun.__name__)
def test_every_field_of_the_findings_is_explained(noun: Any) -> None:  # noqa: ANN401  any of the nouns
    names = [field.name for field in fields(noun) if field.name != "capture"]
    names += ["id", "sha256"] if noun is model.Document else []
    assert [name for name in names if f"`{name}`" not in text_of("docs/findings.md")] == []


def test_every_value_that_a_field_can_have_is_named() -> None:
    choices = {name: get_args(getattr(model, name)) for name in model.__all__ if name not in NOT_SHOWN_VALUES}
    words = {value for values in choices.values() for value in values if isinstance(value, str)}
    assert len(words) > 50
    assert [word for word in sorted(words) if f"`{word}`" not in text_of("docs/findings.md")] == []


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    """The findings that the page shows."""
    (block,) = fenced("docs/findings.md", "json")
    shown: dict[str, Any] = json.loads(block)
    return shown


def test_the_example_is_of_the_format(example: dict[str, Any]) -> None:
    if not SCHEMA.exists():
        pytest.skip("the schema of findings is not beside this checkout")
    jsonschema.validate(example, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_quotes_of_the_example_are_slices_of_its_text(example: dict[str, Any]) -> None:
    (document,) = example["documents"]

    def check(part: object) -> None:
        if isinstance(part, dict):
            if "spans" in part:
                assert part["text"] == " … ".join(document["text"][start:end] for start, end in part["spans"])
            for value in part.values():
                check(value)
        elif isinstance(part, list):
            for value in part:
                check(value)

    assert example["appearances"]
    check(example["appearances"])


def test_the_example_is_what_the_program_finds(example: dict[str, Any], tmp_path: Path) -> None:
    report = tmp_path / "lantern.txt"
    report.write_bytes(example["documents"][0]["text"].encode())
    found = json.loads(
        findings_json(Release.of_reading(api.read(report, outlet="Daily Lantern", published="2026-03-09")))
    )
    found["documents"][0]["path"] = "lantern.txt"
    assert found == example


# --- docs/architecture.md


def test_every_room_is_listed() -> None:
    package = HOUSE / "src" / "wherefrom"
    rooms = {f"`{path.parent.name}/`" for path in package.glob("*/__init__.py")}
    modules = {f"`{path.name}`" for path in package.glob("*.py") if not path.name.startswith("_")}
    assert {"`reader/`", "`workers.py`"} <= rooms | modules
    assert [name for name in sorted(rooms | modules) if name not in text_of("docs/architecture.md")] == []


def test_every_file_that_the_house_plan_names_is_there() -> None:
    named = set(re.findall(r"`([\w]+/[\w/]*\w\.py|\w+/\w*/?)`", text_of("docs/architecture.md")))
    assert len(named) > 10
    assert [
        name for name in sorted(named) if not ((HOUSE / "src" / "wherefrom" / name).exists() or (HOUSE / name).exists())
    ] == []


@pytest.mark.parametrize("page", ["README.md", "training/CARD.md"])
@pytest.mark.parametrize("measure", ["full F1", "soft F1"])
def test_the_figures_told_are_the_floors_that_are_kept(page: str, measure: str) -> None:
    kept = json.loads((HOUSE / "benchmarks" / "floors.json").read_text(encoding="utf-8"))["attribution"]["floors"]
    assert f"| {kept[measure]} |" in (HOUSE / page).read_text(encoding="utf-8")


def test_what_makes_a_chain_unsure_is_told_as_it_is() -> None:
    assert f"chance that all links are right is below {LEAST_SURE}" in (HOUSE / "docs" / "reading.md").read_text(
        encoding="utf-8"
    )


# --- docs/comparing.md


@pytest.mark.parametrize("kinds", [model.DriftKind, model.RevisionKind])
def test_every_kind_of_change_is_named(kinds: Any) -> None:  # noqa: ANN401  a Literal
    assert [kind for kind in get_args(kinds) if f"`{kind}`" not in text_of("docs/comparing.md")] == []


@pytest.mark.parametrize("measure", ["clusters F1", "stance", "origins", "plural", "relies on F1", "disagreements"])
def test_how_well_it_compares_is_told_by_the_floors(measure: str) -> None:
    kept = json.loads((HOUSE / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
    told = [kept[f"comparing {stories}"]["floors"][measure] for stories in ("shared", "benchmarks")]
    assert f"| {told[0]} | {told[1]} |" in text_of("docs/comparing.md")


# --- docs/how-sure.md


def test_the_tables_of_how_sure_are_the_programs_own_output() -> None:
    page = text_of("docs/how-sure.md")
    assert how_sure.written(page) == page


def test_every_heading_with_a_table_has_rows() -> None:
    headings = [heading for heading, _ in how_sure.rows(text_of("docs/how-sure.md"))]
    assert set(headings) == set(how_sure.TOLD)
    assert len(headings) > 80
