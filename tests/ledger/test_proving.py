"""A ledger shows whether it is whole: whatever was changed from outside is found, and nothing that stands in it makes verifying fail."""

import argparse
import json
import shutil
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import apsw
import pytest

from benchmarks.tampering import KINDS, Count, Sample, copied, count, sample, tampered, verified
from tests.ledger.kept import Clock, begun, keep
from wherefrom import cli
from wherefrom.api.proving import head, verify
from wherefrom.cli import proving
from wherefrom.cli.faults import Fault
from wherefrom.ledger import history
from wherefrom.ledger.checks import Check, log
from wherefrom.ledger.codec import digest, packed, unpacked, written
from wherefrom.ledger.content import documents, effective, note_state
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.history import GENESIS, Head
from wherefrom.ledger.markings import mark
from wherefrom.ledger.merging import merge
from wherefrom.ledger.projection import project
from wherefrom.ledger.rereading import correct
from wherefrom.model import Unreadable
from wherefrom.model.entry import Corrected, Erased, Noted, Target
from wherefrom.reader import Reading

INSTANCES = 50


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return sample(tmp_path_factory.mktemp("tampering"))


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    """A copy of the ledger."""
    return Path(shutil.copy(whole, tmp_path))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of three reports, of which one was corrected and one is marked; closed."""
    with begun(tmp_path_factory.mktemp("whole"), 0, 1, 2) as ledger:
        clock = Clock()
        names = [name for (name,) in ledger.rows("SELECT id FROM documents ORDER BY seq")]
        with ledger.writing("ada", clock) as writer:
            correct(writer, effective(ledger, names[0]).appearances[0], "accepts")
        with ledger.writing("ben", clock) as writer:
            mark(writer, Target("document", names[1], names[1]), "TLP:AMBER")
        return ledger.path


def change(path: Path, *changes: str, given: tuple[object, ...] = ()) -> None:
    """Change a ledger from outside."""
    with closing(apsw.Connection(str(path))) as db:
        for (name,) in list(db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")):
            db.execute(f"DROP TRIGGER {name}")
        for one in changes:
            db.execute(one, given)


def resealed(path: Path) -> None:
    """Hash all entries anew, as somebody would who knows how."""
    with closing(apsw.Connection(str(path))) as db:
        before = GENESIS
        rows = list(db.execute("SELECT seq, at, by, kind, body FROM entries ORDER BY seq"))
        for seq, at, by, kind, body in rows:
            own = history.seal(seq, at, by, kind, body, before)
            db.execute("UPDATE entries SET previous = ?, hash = ? WHERE seq = ?", (before, own, seq))
            before = own


# --- a whole ledger


def test_a_ledger_in_use_is_whole_and_goes_through_every_head_that_it_had(kept: Sample) -> None:
    assert verify(kept.path, kept.heads, rebuild=True) == ()


def test_a_ledger_that_has_just_begun_is_whole(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "new.db", create=True) as ledger:
        first = head(ledger)
        assert (first.seq, first.hash) == (0, GENESIS)
        assert verify(ledger, first, rebuild=True) == ()
        keep(ledger, 0, Clock())
        assert verify(ledger, first) == ()


def test_a_head_is_a_line_and_back(path: Path) -> None:
    found = head(path)
    assert Head.of_line(found.line() + "\n") == found
    assert verify(path, found.line()) == ()
    with pytest.raises(Unreadable, match="no line as `wherefrom head` prints it"):
        verify(path, "wherefrom-head/1 nothing")


def test_verifying_looks_at_one_moment_though_somebody_writes_meanwhile(path: Path) -> None:
    with Ledger.open(path) as one, Ledger.open(path) as other:
        keep(other, 4, Clock())
        assert verify(one) == ()
        with one.writing("ada") as writer:
            assert verify(one) == ()  # and it goes on with a transaction that is there
            writer.append(Noted("n1", Target("note", "n0"), "still writing"))
        assert verify(other, head(one)) == ()


# --- the five kinds of tampering


@pytest.mark.parametrize("kind", KINDS)
def test_tampering_is_found_every_time(kind: str, kept: Sample, tmp_path: Path) -> None:
    found = count(kept, KINDS[kind], INSTANCES, Random(kind), tmp_path)  # noqa: S311
    unseen = 0 if kind in {"truncate", "rewrite"} else INSTANCES
    assert found == Count(INSTANCES, INSTANCES, unseen)


def test_what_is_found_names_the_entry(kept: Sample, tmp_path: Path) -> None:
    with copied(kept, tmp_path) as path:
        change(path, "UPDATE entries SET by = 'eve' WHERE seq = 7")
        assert verify(path) == ("entry 7: was changed after it was written",)
    with copied(kept, tmp_path) as path:
        change(path, "DELETE FROM entries WHERE seq = 20")
        assert "entry 20: is missing; the next is 21" in verify(path)
    with copied(kept, tmp_path) as path:
        found = tampered(path, kept.heads[-1:], KINDS["truncate"], Random(1))  # noqa: S311
        assert found is not None
        (line,) = verify(path, found)
        assert line.endswith(f"when the head was taken it had {found.seq}")
    with copied(kept, tmp_path) as path:
        found = tampered(path, kept.heads[-1:], KINDS["rewrite"], Random(1))  # noqa: S311
        assert found is not None
        assert verify(path, found) == (
            f"entry {found.seq}: is not the one that the head was taken of; the history was written anew",
        )


def test_another_ledger_is_told_by_its_head(path: Path, kept: Sample) -> None:
    assert any("is another ledger's" in one for one in verify(path, kept.heads[0]))


# --- what the history speaks of


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("UPDATE captures SET raw = x'00' || raw", "the bytes as they came are gone, or were changed"),
        ("DELETE FROM captures", "the bytes as they came are gone, or were changed"),
        ("UPDATE documents SET body = zeroblob(20)", "the text, or what is known of it, was changed"),
        ("UPDATE documents SET body = 'no bytes'", "the text, or what is known of it, was changed"),
        ("UPDATE documents SET publisher = 'The Other Post'", "another day or another publisher"),
        ("UPDATE documents SET published = NULL", "another day or another publisher"),
        ("UPDATE documents SET seq = seq + 1", "no entry says that it was added"),
        ("UPDATE documents SET id = id || 'x'", "no entry says that it was added"),
        ("DELETE FROM documents", "is missing"),
        ("UPDATE readings SET body = x'78da'", "what was kept was changed"),
        ("UPDATE readings SET seq = seq + 100", "no entry says that it was read so"),
        ("DELETE FROM readings", "the reading of d"),
        ("INSERT INTO captures VALUES ('ab', x'00')", "bytes that no entry speaks of: ab"),
        ("INSERT INTO readings VALUES ('d0', 1, x'00')", "a reading of a document that is not there: d0"),
        ("UPDATE held SET story = 'none'", "a row of held points to one of stories that is not there"),
        ("UPDATE meta SET value = x'ff' WHERE name = 'ledger'", "the ledger has no name of its own"),
    ],
)
def test_what_is_not_as_the_history_says_is_found(changed: str, said: str, path: Path) -> None:
    change(path, changed)
    assert any(said in one for one in verify(path))


@pytest.mark.parametrize("column", ["at", "by", "kind", "body", "previous", "hash"])
@pytest.mark.parametrize("value", ["x'ff00'", "CAST(x'ff' AS TEXT)", "17", "''", "char(0)", "'[[['", "zeroblob(9)"])
def test_no_value_makes_verifying_fail(column: str, value: str, path: Path) -> None:
    change(path, f"UPDATE entries SET {column} = {value} WHERE seq = 3")  # noqa: S608
    assert any(one.startswith("entry 3: ") for one in verify(path))


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("captures", "raw"),
        ("captures", "sha256"),
        ("documents", "id"),
        ("documents", "seq"),
        ("documents", "published"),
        ("documents", "body"),
        ("readings", "document"),
        ("readings", "seq"),
        ("readings", "body"),
    ],
)
@pytest.mark.parametrize("value", ["x'ff00'", "CAST(x'ff' AS TEXT)", "1.5", "'é'", "x''"])
def test_nor_does_it_in_the_other_tables(table: str, column: str, value: str, path: Path) -> None:
    order = "id" if table == "documents" else "document" if table == "readings" else "sha256"
    change(path, f"UPDATE {table} SET {column} = {value} WHERE {order} = (SELECT min({order}) FROM {table})")  # noqa: S608
    assert verify(path)


@pytest.mark.parametrize("table", ["entries", "captures", "documents", "readings", "meta", "vault"])
def test_nor_does_a_table_that_is_gone(table: str, path: Path) -> None:
    change(path, "PRAGMA foreign_keys = off", f"DROP TABLE {table}")
    assert verify(path)


def test_pages_that_are_broken_are_told_in_plain_lines(path: Path, tmp_path: Path) -> None:
    whole, chance = path.read_bytes(), Random(5)  # noqa: S311
    for number in range(40):
        torn = bytearray(whole)
        for _ in range(20):
            torn[chance.randrange(100, len(torn))] ^= chance.randrange(1, 256)
        broken = tmp_path / f"broken-{number}.db"
        broken.write_bytes(torn)
        try:
            found = verify(broken)
        except Unreadable as error:
            found = (str(error),)
        assert all("\n" not in one for one in found)


def test_a_false_quotation_is_found_though_every_hash_is_right(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ((name, seq, body),) = ledger.rows("SELECT document, seq, body FROM readings ORDER BY seq LIMIT 1")
        reading = unpacked(body, Reading)
        false = replace(reading.appearances[0], text="The dam is sound")
        anew = packed(replace(reading, appearances=(false, *reading.appearances[1:])))
        (told,) = ledger.entries_at(seq)
    change(path, "UPDATE readings SET body = ? WHERE seq = ?", given=(anew, seq))
    body = told.body.replace(digest(body), digest(anew))
    change(path, "UPDATE entries SET body = ? WHERE seq = ?", given=(body, seq))
    resealed(path)
    assert verify(path) == (
        f"entry {seq}: of the reading of {name}: returned words that are not the text's, 'The dam is sound', in the appearance {false.id!r}",
    )


def test_so_is_one_in_a_correction(path: Path) -> None:
    with Ledger.open(path) as ledger:
        (entry,) = ledger.entries(Corrected)
        assert isinstance(entry.said, Corrected)
        assert entry.said.appearance is not None
    false = replace(entry.said, appearance=replace(entry.said.appearance, text="The dam is sound"))
    change(path, "UPDATE entries SET body = ? WHERE seq = ?", given=(written(false), entry.seq))
    resealed(path)
    assert verify(path) == (f"entry {entry.seq}: of its correction: words that are not the text's: 'The dam is sound'",)


@pytest.mark.parametrize("body", ["no JSON", "{}", "[" * 5_000, '{"document": 3}', "null"])
def test_an_entry_that_says_nothing_is_found_though_every_hash_is_right(body: str, path: Path) -> None:
    change(path, "UPDATE entries SET body = ? WHERE seq = 1", given=(body,))
    resealed(path)
    assert "entry 1: says nothing that this version of the program understands" in verify(path)


def test_an_identity_that_was_erased_and_is_back_is_found(path: Path) -> None:
    with Ledger.open(path) as ledger, ledger.writing("ada") as writer:
        seq = writer.append(Erased("s1")).seq
    assert verify(path) == ()
    change(path, "INSERT INTO vault VALUES ('s1', x'00')")
    assert verify(path) == (f"entry {seq}: the identity that it erased is in the vault",)


# --- what is made of the rest


@pytest.mark.parametrize(
    "changed",
    [
        "UPDATE claims SET at_least = at_least + 1",
        "DELETE FROM claims",
        "UPDATE held SET until = 4 WHERE until IS NULL",
        "DELETE FROM held",
        "UPDATE told SET document = (SELECT max(id) FROM documents)",
        "UPDATE sources SET statements = 9",
        "UPDATE profiles SET state = ''",
        "UPDATE search SET text = 'nothing'",
        "UPDATE stories SET body = zeroblob(9)",
    ],
)
def test_what_does_not_follow_from_the_entries_is_found_by_a_rebuild(changed: str, path: Path) -> None:
    change(path, changed)
    assert verify(path) == ()
    assert any(one.startswith("the table ") for one in verify(path, rebuild=True))


def test_a_changed_story_is_found_by_a_rebuild_and_the_same_packed_otherwise_is_not(path: Path) -> None:
    with Ledger.open(path) as ledger:
        rows = list(ledger.rows("SELECT key, body FROM stories"))
    for key, body in rows:
        change(path, "UPDATE stories SET body = ? WHERE key = ?", given=(zlib.compress(zlib.decompress(body), 9), key))
    assert verify(path, rebuild=True) == ()
    told = zlib.decompress(rows[-1][1]).replace(b"cracked", b"crocked")
    change(path, "UPDATE stories SET body = ? WHERE key = ?", given=(zlib.compress(told), rows[-1][0]))
    assert len(verify(path, rebuild=True)) == 2  # what is there does not follow, what follows is not there


def test_a_rebuild_follows_every_state_that_there_was(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 4, 1, 2) as ledger:
        for name in [name for (name,) in ledger.rows("SELECT id FROM documents ORDER BY id")]:
            (document,) = documents(ledger, [name])
            with ledger.writing("ada") as writer:
                writer.append(Corrected(name, effective(ledger, document.id).appearances[0].spans, "rejects"))
                note_state(writer, name)
                project(writer)
                writer.append(Noted("n1", Target("document", name, name), "after it was projected"))
        keep(ledger, 5, Clock())
        assert verify(ledger, rebuild=True) == ()


def test_own_checks_and_what_came_in_from_another_ledger_are_proved_like_the_rest(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with begun(tmp_path, 0, 1, 4) as ledger, begun(tmp_path / "other", 1, 5, 2) as other:
        for one in (ledger, other):
            (first, *_) = [name for (name,) in one.rows("SELECT id FROM documents ORDER BY id")]
            with one.writing("ada") as writer:
                correct(writer, effective(one, first).appearances[0], "rejects")
        with other.writing("ben") as writer:
            log(
                writer,
                Check("call", "Lea Orrin", "Lea Orrin said that the dam at Sunmere has not cracked.", "2031-03-09"),
            )
        before = head(ledger)
        merge(ledger, other, "ada")
        merge(other, ledger, "ben")
        assert verify(ledger, before, rebuild=True) == ()
        assert verify(other, rebuild=True) == ()


# --- the commands


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> "Run":
    return Run(capsys)


class Run:
    """The two commands, as they are called."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: object) -> tuple[int, str]:
        top = cli.Parser(prog="wherefrom")
        proving.add_to(top.add_subparsers(parser_class=cli.Parser))
        given: argparse.Namespace = top.parse_args([str(word) for word in words])
        status = int(given.run(given))
        return status, self.capsys.readouterr().out


def test_a_head_is_kept_in_a_file_and_verified_later(run: Run, path: Path, tmp_path: Path) -> None:
    heads = tmp_path / "heads.txt"
    for number in (4, 5):
        status, line = run("head", "--ledger", path)
        assert (status, line.count("\n")) == (0, 1)
        heads.write_text((heads.read_text("utf-8") if heads.exists() else "") + line, encoding="utf-8")
        with Ledger.open(path) as ledger:
            keep(ledger, number, Clock())
    status, told = run("verify", "--ledger", path, "--head", heads)
    assert status == 0
    assert told.startswith("whole: 12 entries; ")
    assert "goes through 2 heads" in told
    status, told = run("verify", "--ledger", path, "--head", line.strip())
    assert status == 0
    assert "goes through the head" in told
    status, told = run("verify", "--ledger", path, "--rebuild")
    assert status == 0
    assert "no head from elsewhere" in told


def test_faults_are_lines_and_the_status_is_1(run: Run, path: Path) -> None:
    change(path, "UPDATE entries SET by = 'eve' WHERE seq = 2")
    assert run("verify", "--ledger", path) == (1, "entry 2: was changed after it was written\n")
    status, told = run("verify", "--ledger", path, "--json")
    assert status == 1
    found = json.loads(told)
    assert (found["whole"], found["faults"]) == (False, ["entry 2: was changed after it was written"])


def test_json_tells_the_head(run: Run, path: Path) -> None:
    _, line = run("head", "--ledger", path)
    status, told = run("head", "--ledger", path, "--json")
    assert status == 0
    assert json.loads(told)["line"] == line.strip()
    status, told = run("verify", "--ledger", path, "--json")
    assert (status, json.loads(told)["head"]) == (0, line.strip())


def test_a_head_that_is_none_is_a_fault_of_the_call(run: Run, path: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n", encoding="utf-8")
    for given, why in ((tmp_path / "none.txt", "no file to be read"), (empty, "has no line")):
        with pytest.raises(Fault, match=why):
            run("verify", "--ledger", path, "--head", given)


def test_verified_is_what_the_benchmark_verifies(kept: Sample) -> None:
    assert verified(kept.path, kept.heads[0]) == ()
