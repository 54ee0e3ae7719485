"""The bundled case: rumoured, repeated, denied by an official to the first outlet; docs/a-day.md is run as it stands."""

import re
import shlex
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wherefrom import api
from wherefrom.cli import main
from wherefrom.ledger import file

PAGE = Path(__file__).parents[2] / "docs" / "a-day.md"
CASE = PAGE.parent / "a-day"

DAYS = {
    "Monday to Wednesday: what is there": 7,
    "What to do next": 8,
    "Friday: it is denied": 9,
    "Putting things right": 10,
    "What must be called back": 11,
    "Is it still what it was?": 12,
}
"""The day in May 2031 on which each part of the page happens."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with the reports, as the page begins with it."""
    for report in CASE.iterdir():
        shutil.copy(report, tmp_path)
    (tmp_path / "source.txt").write_text("Rolf Tamsin\n+00 5550 123\n", encoding="utf-8")
    for name in ("vault.txt", "secret.txt"):
        (tmp_path / name).write_text("correct horse battery\n", encoding="utf-8")
        (tmp_path / name).chmod(0o600)
    (tmp_path / "source.txt").chmod(0o600)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHEREFROM_BY", "ada")
    return tmp_path


def on(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    """Let it be noon on a day in May 2031."""
    monkeypatch.setattr(file, "_now", lambda: datetime(2031, 5, day, 12, tzinfo=UTC))


def parts() -> list[tuple[int, list[str]]]:
    """The calls of each part of the page, with its day."""
    found = []
    for part in re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        blocks = re.findall(r"^```sh\n(.*?)^```$", rest, re.MULTILINE | re.DOTALL)
        found.append((DAYS[title], [line for block in blocks for line in block.splitlines()]))
    return found


def called(line: str, capfd: pytest.CaptureFixture[str]) -> str:
    """What a call prints; it must end well."""
    words = shlex.split(line, comments=True)[1:]
    into = words[words.index(">") + 1] if ">" in words else None
    capfd.readouterr()
    status = main(words[: words.index(">")] if into else words)
    done = capfd.readouterr()
    assert (status, done.err) == (0, ""), (line, done.err)
    if into:
        Path(into).write_text(done.out, encoding="utf-8")
    return done.out


@pytest.mark.usefixtures("desk")
def test_every_call_of_the_day_does_what_the_page_says(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: dict[str, str] = {}
    handle = ""
    for day, lines in parts():
        on(monkeypatch, day)
        for line in lines:
            if " merge " in line:
                _ben(monkeypatch)
            said[line] = called(line.replace("source-1f2e3d4c5b6a", handle), capfd)
            handle = handle or next(iter(re.findall(r"source-[0-9a-f]{12}", said[line])), "")
    (shown,) = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lists = [told for line, told in said.items() if line.startswith("wherefrom claims --")]
    assert lists[0].startswith(shown)
    _, wednesday = lists
    assert wednesday == lists[0]
    page = next(told for line, told in reversed(said.items()) if line.startswith("wherefrom claims cb30"))
    assert "denied by Treasury" in " ".join(page.split())
    recalled = next(told for line, told in said.items() if line.startswith("wherefrom recall"))
    assert "Velden Times" in recalled
    assert "TLP:AMBER" in recalled
    assert "retracted" in recalled
    assert "Rolf Tamsin" in next(told for line, told in said.items() if "reveal" in line)


def _ben(monkeypatch: pytest.MonkeyPatch) -> None:
    """A colleague who has the last report, and a note on it."""
    monkeypatch.setenv("WHEREFROM_BY", "ben")
    api.add("4-ardent-post.txt", "bens.db", tlp="TLP:GREEN")
    api.note("bens.db", api.claims("bens.db")[0].id, "Marrow answers calls in the morning")


@pytest.mark.usefixtures("desk")
def test_before_the_denial_nobody_denied_it_and_the_ledger_still_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, 7)
    api.add(["1-ardent-post.txt", "2-morning-brief.txt", "3-tarn-herald.txt"], "desk.db", tlp="TLP:GREEN")
    told = api.findings("desk.db")
    on(monkeypatch, 9)
    api.add("4-ardent-post.txt", "desk.db", tlp="TLP:GREEN")
    before, after = (api.findings("desk.db", as_of=day) for day in ("2031-05-08", "2031-05-09"))
    assert before == told
    unsold, sold = (next(claim for claim in found.claims if "to be sold" in claim.text) for found in (before, after))
    assert unsold.origins.against == ()
    assert "denied" not in {change.status for change in unsold.status}
    assert {root.label for root in sold.origins.against} >= {"Ilse Marrow"}
    assert "denied" in {change.status for change in sold.status}
    assert api.findings("desk.db", as_of="2031-05-01").documents == ()


@pytest.mark.usefixtures("desk")
def test_the_release_in_between_is_called_back_after_a_re_marking_and_no_other_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on(monkeypatch, 7)
    api.add(["1-ardent-post.txt", "2-morning-brief.txt"], "desk.db", tlp="TLP:GREEN")
    api.export("desk.db", "one.json", tlp="TLP:GREEN", to="Velden Times")
    assert api.recall("desk.db") == ()
    on(monkeypatch, 9)
    api.mark("desk.db", "document", api.findings("desk.db").documents[0].id, "TLP:RED", why="asked by the source")
    api.export("desk.db", "two.json", tlp="TLP:GREEN", to="Corvale Mail")
    (recalled,) = api.recall("desk.db")
    assert recalled.to == "Velden Times"
    one, two = (Path(f"{name}.json").read_text(encoding="utf-8") for name in ("one", "two"))
    assert "trading floor" in one
    assert "trading floor" not in two


def test_an_origin_that_is_only_talk_is_called_by_the_word_for_it() -> None:
    found = api.read([CASE / "1-ardent-post.txt", CASE / "2-morning-brief.txt"])
    assert "Rumour" in {root.label for claim in found.claims for root in claim.origins.roots}
