"""The rules of the house that no single module can keep: locks, size, direction of imports, what README and changelog say."""

import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

HOUSE = Path(__file__).resolve().parent.parent
PROJECT: dict[str, Any] = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("build", "run", "dev", "bench")
MOST_LINES = 600

IMPORTED_AS = {"apsw-sqlite3mc": "apsw", "markdown-it-py": "markdown_it", "pynacl": "nacl"}
"""Where a distribution's module has another name than the distribution."""

HEAVY = ("jinja2", "lxml", "onnxruntime", "rich", "trafilatura")

LOCKED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)( ; [^\\]+?)?(\s+--hash=sha256:[0-9a-f]{64})+")

PLACE = re.compile(r"\S*://\S*|file:\S*|--(?:extra-)?index-url|--find-links|(?<!\S)/\S+|(?<!\S)[A-Z]:\\\S*")
"""An address, an option that brings one, or a path from a machine's root."""


def _name(requirement: str) -> str:
    """The bare name of a requirement such as `rich>=13.9`."""
    named = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert named, requirement
    return named.group().lower()


DEPENDENCIES: list[str] = [_name(requirement) for requirement in PROJECT["dependencies"]]


def _locked(lock: str) -> list[str]:
    """The requirements of a lock, each with its hashes on one line."""
    text = (HOUSE / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return [line for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]


def _pins(lock: str) -> dict[str, list[str]]:
    """The versions of every package in a lock: one, or one a platform."""
    found: dict[str, list[str]] = {}
    for line in _locked(lock):
        if pin := LOCKED.fullmatch(line.strip()):
            found.setdefault(pin["name"], []).append(pin["version"])
    return found


def _run(program: str) -> str:
    """What a program in a fresh interpreter prints; it must succeed."""
    done = subprocess.run([sys.executable, "-c", program], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("dependency", [*DEPENDENCIES, "lxml-html-clean"])
def test_every_run_time_dependency_is_installed(dependency: str) -> None:
    # lxml-html-clean is trafilatura's need: pip 23.2 leaves it out, since it is asked for as an extra of lxml.
    import_module(IMPORTED_AS.get(dependency, dependency.replace("-", "_")))


@pytest.mark.parametrize("dependency", [*DEPENDENCIES, "lxml-html-clean"])
def test_every_run_time_dependency_is_locked(dependency: str) -> None:
    assert dependency in _pins("run")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_with_hashes(lock: str) -> None:
    loose = [line for line in _locked(lock) if not LOCKED.fullmatch(line.strip())]
    assert loose == []


@pytest.mark.parametrize("lock", ["dev", "bench"])
def test_what_is_tested_and_measured_is_what_users_run(lock: str) -> None:
    pins = _pins(lock)
    assert {name: pins.get(name) for name in _pins("run")} == _pins("run")


@pytest.mark.parametrize("lock", ["run", "dev", "bench"])
def test_the_locks_can_be_installed_beside_the_one_that_builds(lock: str) -> None:
    build, pins = _pins("build"), _pins(lock)
    assert [name for name in build.keys() & pins.keys() if build[name] != pins[name]] == []


@pytest.mark.parametrize("lock", [*(f"requirements/{lock}.txt" for lock in LOCKS), "training/requirements.txt"])
def test_a_lock_names_no_address_and_no_place_on_a_machine(lock: str) -> None:
    text = (HOUSE / lock).read_text(encoding="utf-8")
    assert PLACE.findall(text) == []


def test_no_module_grows_past_what_one_can_read_at_once() -> None:
    lengths = {
        path.relative_to(HOUSE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for room in ("src", "tests", "benchmarks", "training")
        for path in sorted((HOUSE / room).rglob("*.py"))
    }
    assert lengths
    assert {name: length for name, length in lengths.items() if length >= MOST_LINES} == {}


def test_data_flows_one_way() -> None:
    _run("from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])")


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = _run("import sys, wherefrom; print(*{name.partition('.')[0] for name in sys.modules})").split()
    assert "wherefrom" in loaded
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize("dependency", DEPENDENCIES)
def test_the_readme_names_every_run_time_dependency(dependency: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(dependency)}(?![\w-])", (HOUSE / "README.md").read_text("utf-8").lower())


def test_the_newest_entry_of_the_changelog_is_this_version() -> None:
    entries = re.findall(r"^## (\S+)", (HOUSE / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert entries[0] == PROJECT["version"]


def test_every_report_of_the_demo_has_its_sidecar() -> None:
    case = HOUSE / "src" / "wherefrom" / "demo_case"
    reports = {path.stem for path in case.iterdir() if path.suffix in {".txt", ".md", ".html"}}
    assert len(reports) == 7
    assert {path.stem for path in case.glob("*.json")} == reports
