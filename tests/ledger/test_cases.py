"""Cases are chosen by people from the ledger and kept as entries; what they are on a day is found again by its words."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.ledger.kept import Clock, begun, keep
from wherefrom import cli
from wherefrom.api import checking, correcting, vetting
from wherefrom.api.vetting import Kept, add_case, beside, case, cases, change_case, drop_case
from wherefrom.cli.faults import AT_FAULT
from wherefrom.ledger import cases as room
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.replaying import replay
from wherefrom.ledger.views import findings
from wherefrom.model import Unreadable
from wherefrom.model.entry import Cased

DAM = "The dam at Sunmere has cracked"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with begun(tmp_path, *range(7)) as made:
        yield made


def claim(ledger: Ledger, text: str = DAM) -> str:
    return next(one.id for one in findings(ledger).claims if one.text.startswith(text))


def dam(ledger: Ledger, **changes: str) -> Kept:
    roles = (("denies", "Lea Orrin"), ("told", claim(ledger)), ("outlet", "Ardent Post"))
    ended = changes.get("ended", "2031-07-01: the dam was mended")
    return add_case(
        ledger, changes.get("name", "Sunmere"), kind="cracked dam", roles=roles, ended=ended, why="seen", by="ada"
    )


def run(capsys: pytest.CaptureFixture[str], ledger: Ledger, *given: str) -> str:
    assert cli.main([*given, "--ledger", str(ledger.path)]) == 0
    return capsys.readouterr().out


# --- keeping


def test_a_case_has_its_roles_with_what_they_are_today(ledger: Ledger) -> None:
    found = dam(ledger)
    one = found.case
    assert [(part.role, part.kind, part.words) for part in one.parts if part.kind != "claim"] == [
        ("denies", "person", "Lea Orrin"),
        ("outlet", "outlet", "Ardent Post"),
    ]
    (told,) = one.claims
    held = next(it for it in findings(ledger).claims if it.id == told.id)
    assert (told.words, told.at_least, told.at_most) == (held.text, held.origins.at_least, held.origins.at_most)
    assert [(step.date, step.status) for step in told.course] == [(step.date, step.status) for step in held.status]
    assert found.lasted is not None
    assert (found.lasted.first, found.lasted.least) == ("2031-03-02", 121)
    assert (one.ended, one.why, one.by) == ("2031-07-01: the dam was mended", "seen", "ada")


def test_nothing_is_a_case_that_nobody_chose(ledger: Ledger) -> None:
    assert cases(ledger) == ()
    one = dam(ledger, ended="").case
    assert one.ended == ""
    assert one.lasted is None


def test_a_change_is_a_new_entry_and_the_history_keeps_all(ledger: Ledger) -> None:
    first = dam(ledger, ended="")
    change_case(ledger, "sunmere", ended="2031-08-01: drained", roles=[("denies", "Tomas Hale")], by="ben")
    found = change_case(ledger, first.case.case, without=["outlet"], why="the file", by="ada")
    assert [(it.by, it.said.ended) for it in found.history] == [
        ("ada", ""),
        ("ben", "2031-08-01: drained"),
        ("ada", "2031-08-01: drained"),
    ]
    assert {part.role: part.words for part in found.case.parts if part.kind != "claim"} == {"denies": "Tomas Hale"}
    assert found.case.case == first.case.case
    with pytest.raises(Unreadable, match="nothing would change"):
        change_case(ledger, "Sunmere", kind="cracked dam")
    with pytest.raises(Unreadable, match="no role of this case"):
        change_case(ledger, "Sunmere", without=["spy"])


def test_a_dropped_case_is_shown_by_its_id_alone(ledger: Ledger) -> None:
    one = dam(ledger).case
    dropped = drop_case(ledger, "Sunmere", why="was none", by="ben")
    assert dropped.dropped
    assert dropped.case.parts == one.parts
    assert cases(ledger) == ()
    assert case(ledger, one.case).dropped
    with pytest.raises(Unreadable):
        case(ledger, "Sunmere")
    assert dam(ledger).case.case != one.case


@pytest.mark.parametrize(
    ("name", "kind", "roles"),
    [
        ("", "x", (("a", "Lea Orrin"),)),
        ("n" * 201, "x", (("a", "Lea Orrin"),)),
        ("one", " ", (("a", "Lea Orrin"),)),
        ("one", "x", ()),
        ("one", "x", (("a", "Nobody"),)),
        ("one", "x", (("a", "c000000000000"),)),
        ("one", "x", ((" ", "Lea Orrin"),)),
        ("sunmere", "x", (("a", "Lea Orrin"),)),
    ],
)
def test_what_is_missing_or_unknown_keeps_nothing(
    ledger: Ledger, name: str, kind: str, roles: tuple[tuple[str, str], ...]
) -> None:
    dam(ledger)
    head = ledger.head()
    with pytest.raises(Unreadable):
        add_case(ledger, name, kind=kind, roles=roles)
    assert ledger.head() == head


def test_a_role_whose_words_are_read_otherwise_is_shown_with_them_and_as_gone(ledger: Ledger) -> None:
    sunk = claim(ledger, "A ferry sank")
    add_case(ledger, "Corvale", kind="ferry", roles=[("told", sunk)], by="ada")
    (before,) = case(ledger, "Corvale").case.parts
    moment = next(ledger.entries_at(ledger.head().seq)).at
    for one in findings(ledger).appearances:
        if one.text.startswith("A ferry sank"):
            correcting.correct(ledger, one.id, "reject", by="ben")
    (gone,) = case(ledger, "Corvale").case.parts
    assert (gone.id, gone.words, gone.course, gone.at_least) == (None, "A ferry sank off Corvale on Tuesday", (), None)
    assert case(ledger, "Corvale", as_of=moment).case.parts == (before,)


def test_a_protected_source_has_a_role_by_its_handle(ledger: Ledger) -> None:
    logged = checking.log(
        ledger,
        "call",
        "The dam leaks.",
        source=checking.Identity("Nils Farr", ""),
        vault="open sesame",
        on="2031-03-08",
    )
    assert logged.handle is not None
    add_case(ledger, "Leak", kind="leak", roles=[("source", logged.handle)])
    (part,) = case(ledger, "Leak").case.parts
    assert (part.id, part.words) == (logged.handle, logged.handle)


# --- beside each other


def test_one_case_is_put_beside_all_others_of_its_kind(ledger: Ledger) -> None:
    dam(ledger)
    add_case(ledger, "Corvale", kind="Cracked Dam", roles=[("denies", "Dario Brandt")], by="ben")
    add_case(ledger, "Ferry", kind="ferry", roles=[("owner", "Dario Brandt")], by="ben")
    found = beside(ledger, ["Corvale"])
    assert [one.name for one in found.cases] == ["Corvale", "Sunmere"]
    assert beside(ledger, kind="cracked dam").cases == found.cases[::-1]
    assert {row.role: [len(parts) for parts in row.parts] for row in found.roles} == {
        "denies": [1, 1],
        "told": [0, 1],
        "outlet": [0, 1],
    }
    assert beside(ledger, ["Ferry", "Sunmere"]).kinds == ("ferry", "cracked dam")
    for named in (["Ferry"], []):
        with pytest.raises(Unreadable, match="no other case"):
            beside(ledger, named)


def test_cases_of_one_name_are_asked_by_id(ledger: Ledger) -> None:
    one = dam(ledger).history[-1].said
    with ledger.writing("ben") as writer:  # as a colleague's ledger that is joined in brings it
        writer.append(Cased("k000000000000", "Sunmere", "hoax", one.targets, one.roles))
    with pytest.raises(Unreadable, match=rf"several cases, ask by id: {one.case} .*; k000000000000"):
        case(ledger, "Sunmere")
    assert case(ledger, "k000000000000").case.kind == "hoax"


# --- on an earlier day


def test_as_of_a_moment_is_what_replaying_up_to_it_gives(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        dam(ledger, ended="")
        keep(ledger, 2, Clock())
        change_case(ledger, "Sunmere", ended="2031-08-01: drained", by="ben")
        drop_case(ledger, "Sunmere", by="ada")
        seen = set()
        for seq in sorted({entry.seq for entry in ledger.entries()}):
            at = next(ledger.entries_at(seq)).at
            if ledger.seq_at(at) != seq:
                continue
            then = room.kept(ledger, at)
            seen.add(then)
            with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "again.db", create=True) as again:
                replay(ledger, again, seq)
                assert room.kept(again) == then
        assert len(seen) == 5


# --- the commands


def test_the_commands_keep_change_list_show_and_compare(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    added = run(
        capsys, ledger, "case", "add", "Sunmere", "--kind", "dam", "--role", "denies=Lea Orrin", "--role", f"told={claim(ledger)}",
        "--ended", "2031-07-01: mended", "--why", "seen", "--by", "ada",
    )  # fmt: skip
    assert "first reported 2031-03-02" in " ".join(added.split())
    assert "121 days, 2031-03-02 to 2031-07-01" in added
    run(capsys, ledger, "case", "add", "Corvale", "--kind", "dam", "--role", "owner=Dario Brandt", "--by", "ben")
    assert "Corvale (dam, ben" in run(capsys, ledger, "case", "list")
    changed = run(capsys, ledger, "case", "change", "Corvale", "--ended", "sold", "--by", "ada")
    assert "cannot tell: how it ended has no day in it" in changed
    shown = run(capsys, ledger, "case", "beside", "Sunmere")
    assert "role “owner”: Corvale; not noted in Sunmere" in shown
    assert "that is no “no”" in shown
    told = json.loads(run(capsys, ledger, "case", "beside", "--kind", "dam", "--json"))
    assert [one["name"] for one in told["cases"]] == ["Sunmere", "Corvale"]
    run(capsys, ledger, "case", "drop", "Corvale", "--why", "was none")
    assert "Corvale" not in run(capsys, ledger, "case", "list")
    assert json.loads(run(capsys, ledger, "case", "show", "Sunmere", "--json"))["lasted"]["least"] == 121


@pytest.mark.parametrize("width", ["40", "100"])
def test_cases_fit_narrow_and_wide_terminals(
    ledger: Ledger, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    dam(ledger)
    add_case(ledger, "Corvale", kind="cracked dam", roles=[("owner", "Dario Brandt")])
    monkeypatch.setenv("COLUMNS", width)
    shown = run(capsys, ledger, "case", "beside", "Sunmere")
    assert max(map(len, shown.splitlines())) <= int(width)
    assert "Dario Brandt" in " ".join(shown.split())


@pytest.mark.parametrize(
    "given",
    [
        ("add", "one", "--kind", "x", "--role", "Lea Orrin"),
        ("add", "one", "--kind", "x", "--role", "=Lea Orrin"),
        ("add", "one", "--kind", "x", "--role", "who=Orrin"),
        ("add", "one", "--role", "who=Lea Orrin"),
        ("show", "no\x1b[31mne"),
        ("beside",),
        ("beside", "--kind", "x"),
        (),
    ],
)
def test_a_call_at_fault_is_one_plain_line(
    ledger: Ledger, capsys: pytest.CaptureFixture[str], given: tuple[str, ...]
) -> None:
    try:
        status = cli.main(["case", *given, *(["--ledger", str(ledger.path)] if given else [])])
    except SystemExit as ended:
        status = int(ended.code or 0)
    told = capsys.readouterr().err
    assert (status, told.count("\n")) == (AT_FAULT, 1)
    assert "\x1b" not in told


def test_no_words_of_a_person_steer_the_terminal(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one\x1b[2J", "two\u202e"):
        vetting.add_case(
            ledger,
            name,
            kind="k\x07",
            roles=[("ro\x1ble", "Lea Orrin")],
            ended="2031-05-04\x1b]0;x\x07",
            why="w\x1b",
            by="b\x1b",
        )
    for given in (("list",), ("show", "one\x1b[2J"), ("beside", "--kind", "k\x07")):
        shown = run(capsys, ledger, "case", *given)
        assert "Lea Orrin" in shown or given == ("list",)
        assert not set(shown) & set("\x1b\x07\u202e")
