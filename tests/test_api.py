"""The public functions: what `import wherefrom` gives, and which files become which documents."""

import itertools
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wherefrom
from wherefrom.model import Document, Findings, Unread, Unreadable

REPORT = "The harbour master of Veldmark has left the city, two pilots told the Saleth Courier on Monday.\n"
OTHER = "The ferry sank, a fisherman said. Its owner, Ann Bell, denied it.\n"


def written(folder: Path, name: str, content: str | bytes = REPORT, **sidecar: str) -> Path:
    """A report in a folder, with a sidecar if anything is known about it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    if sidecar:
        path.with_suffix(".json").write_text(json.dumps(sidecar), encoding="utf-8")
    return path


def known(documents: Iterable[Document]) -> list[tuple[str | None, str | None]]:
    return [(document.publisher, document.published) for document in documents]


def test_the_package_gives_exactly_its_public_names() -> None:
    public = {name for name in vars(wherefrom) if not name.startswith("_")} - {"TYPE_CHECKING"}
    rooms = {path.stem for path in Path(wherefrom.__file__).parent.iterdir()}
    assert public - rooms <= {*wherefrom.__all__}
    assert {*wherefrom.api.__all__} == {*wherefrom.__all__} - {"Busy", "Findings", "Unreadable", "WherefromError"}
    assert wherefrom.__all__ == sorted(wherefrom.__all__)
    assert all(getattr(wherefrom, name).__doc__ for name in wherefrom.__all__)


def test_paths_may_be_strings(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt")
    assert wherefrom.read([path]) == wherefrom.read([str(path)]) == wherefrom.read(iter((str(path), path)))


def test_nothing_to_read_gives_empty_findings() -> None:
    found = wherefrom.read([])
    assert (found.documents, found.unread, found.appearances) == ((), (), ())


def test_a_report_is_kept_as_it_came(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbfThe ferry sank,\r\na fisherman said.\r\n"
    (document,) = wherefrom.read([written(tmp_path, "a.txt", raw)]).documents
    assert document.capture.raw == raw
    assert document.text == "The ferry sank,\r\na fisherman said.\r\n"
    assert (tmp_path / "a.txt").read_bytes() == raw


def test_reading_leaves_the_files_and_the_folder_alone(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", outlet="Saleth Courier")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    wherefrom.read([tmp_path / "a.txt"])
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()} == before


def test_a_file_named_twice_is_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "a.txt")
    found = wherefrom.read(["a.txt", "./a.txt", tmp_path / "a.txt", Path("a.txt")])
    assert len(found.documents) == 1
    assert len({one.id for one in found.appearances}) == len(found.appearances)
    assert found.appearances == wherefrom.read(["a.txt"]).appearances


def test_copies_with_the_same_metadata_are_one_document(tmp_path: Path) -> None:
    one = written(tmp_path / "one", "a.txt", outlet="Saleth Courier", published="2026-03-09")
    two = written(tmp_path / "two", "b.txt", outlet="Saleth Courier", published="2026-03-09")
    found = wherefrom.read([two, one])
    assert known(found.documents) == [("Saleth Courier", "2026-03-09")]
    assert found.appearances == wherefrom.read([two]).appearances


@pytest.mark.parametrize(
    "differing",
    [
        ({"outlet": "Saleth Courier"}, {"outlet": "Daily Lantern"}),
        ({"published": "2026-03-09"}, {"published": "2026-03-10"}),
        ({"url": "https://courier.example.com/1"}, {"url": "https://courier.example.com/2"}),
        ({"outlet": "Saleth Courier"}, {}),
    ],
)
def test_equal_bytes_from_two_places_are_two_documents(
    tmp_path: Path, differing: tuple[dict[str, str], dict[str, str]]
) -> None:
    paths = [written(tmp_path, f"{number}.txt", **sidecar) for number, sidecar in enumerate(differing)]
    found = wherefrom.read(paths)
    one, two = found.documents
    assert one.sha256 == two.sha256
    assert one.id != two.id
    mine, theirs = ([it for it in found.appearances if it.document == document.id] for document in (one, two))
    assert [it.spans for it in mine] == [it.spans for it in theirs]
    assert not {it.id for it in mine} & {it.id for it in theirs}


def test_what_the_call_says_wins_over_the_sidecar(tmp_path: Path) -> None:
    path = written(
        tmp_path, "a.txt", outlet="Daily Lantern", published="2026-01-01", author="Ida Terhune", url="https://a.example"
    )
    assert known(wherefrom.read([path]).documents) == [("Daily Lantern", "2026-01-01")]
    (document,) = wherefrom.read([path], outlet="Saleth Courier", published="2026-03-09").documents
    assert (document.publisher, document.published) == ("Saleth Courier", "2026-03-09")
    assert (document.author, document.url) == ("Ida Terhune", "https://a.example")


def test_what_nobody_states_is_none(tmp_path: Path) -> None:
    (document,) = wherefrom.read([written(tmp_path, "2026-03-09-saleth-courier.txt")]).documents
    told = (document.publisher, document.published, document.title, document.author, document.url, document.language)
    assert told == (None,) * 6


def _story(folder: Path) -> list[Path]:
    """Reports whose names, dates and contents sort in three different ways."""
    return [
        written(folder, "c.txt", REPORT, published="2026-03-09"),
        written(folder, "b.txt", OTHER, published="2026-03-10"),
        written(folder, "a.txt", OTHER),
        written(folder, "d.txt", REPORT * 2, published="2026-03-09T10:00Z"),
    ]


def test_documents_stand_in_the_order_of_publication_and_the_undated_last(tmp_path: Path) -> None:
    found = wherefrom.read(_story(tmp_path))
    assert [one.published for one in found.documents] == ["2026-03-09", "2026-03-09T10:00Z", "2026-03-10", None]


def test_appearances_stand_in_the_order_of_documents_and_of_the_text(tmp_path: Path) -> None:
    found = wherefrom.read(_story(tmp_path))
    place = {document.id: number for number, document in enumerate(found.documents)}
    order = [(place[one.document], one.spans[0]) for one in found.appearances]
    assert order == sorted(order)
    assert len({one.id for one in found.appearances}) == len(found.appearances)


def test_any_order_of_files_gives_equal_findings(tmp_path: Path) -> None:
    paths = _story(tmp_path)
    first, *others = (wherefrom.read(order) for order in itertools.islice(itertools.permutations(paths), 0, 24, 5))
    assert all(other == first for other in others)


def test_what_cannot_be_read_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    good = written(tmp_path, "good.txt")
    bad = written(tmp_path, "bad.txt", b"\x89PNG\r\n\x1a\n\0\0")
    sided = written(tmp_path, "sided.txt")
    sided.with_suffix(".json").write_text("{", encoding="utf-8")
    found = wherefrom.read([tmp_path / "missing.txt", sided, good, bad, tmp_path, bad])
    assert [document.path for document in found.documents] == [str(good)]
    expected = sorted(str(path) for path in (tmp_path, bad, tmp_path / "missing.txt", tmp_path / "sided.json"))
    assert [one.path for one in found.unread] == expected
    assert all(isinstance(one, Unread) and one.why and "\n" not in one.why for one in found.unread)


def test_a_date_that_is_none_is_told_and_never_taken(tmp_path: Path) -> None:
    found = wherefrom.read([written(tmp_path, "a.txt")], published="soon")
    assert found.documents == ()
    assert "soon" in found.unread[0].why


def test_what_reports_have_in_common_is_told(tmp_path: Path) -> None:
    first = (
        "The harbour master of Veldmark, Ilvar Brandt, has left the city by boat, two pilots told the Saleth Courier."
    )
    later = (
        "Ilvar Brandt, the harbour master of Veldmark, left the city by boat, the Saleth Courier reported on Tuesday."
    )
    for name, text, outlet, day in (("a", first, "Saleth Courier", "09"), ("b", later, "Daily Lantern", "10")):
        written(tmp_path, f"{name}.txt", text, outlet=outlet, published=f"2026-03-{day}")
    found = wherefrom.read(sorted(tmp_path.glob("*.txt")))
    (shared,) = [claim for claim in found.claims if len(claim.appearances) > 1]
    assert (shared.origins.at_least, shared.origins.at_most) == (1, 1)
    assert [one.label for one in shared.origins.roots] == ["two pilots (Saleth Courier)"]
    assert [(one.on, one.how) for one in found.relies_on] == [(found.documents[0].id, "cites")]


def test_outlets_can_be_added_and_a_list_that_is_at_fault_is_named(tmp_path: Path) -> None:
    report = written(tmp_path, "a.txt", REPORT)
    with pytest.raises(Unreadable, match=r"absent\.tsv"):
        wherefrom.read([report], outlets=tmp_path / "absent.tsv")


def test_how_sure_how_many_and_when_are_told(tmp_path: Path) -> None:
    report = (
        "Up to 300 sailors may leave the port next month if it rains, two pilots told the Veldmark Herald on Friday."
    )
    found = wherefrom.read([written(tmp_path, "a.txt", report)], published="2026-03-09")
    (one,) = found.appearances
    assert [(hedge.text, hedge.owner) for hedge in one.certainty.hedges] == [("may", 1)]
    assert (one.certainty.degree, one.polarity) == ("possible", "positive")
    assert one.condition is not None
    assert one.condition.text == "if it rains"
    assert [(each.relation, each.value, each.of) for each in one.quantities] == [("<=", 300.0, "sailors")]
    assert [(each.value, each.role) for each in one.times] == [("2026-04", "event"), ("2026-03-06", "said")]


def test_without_a_date_of_publication_a_weekday_has_no_date(tmp_path: Path) -> None:
    found = wherefrom.read([written(tmp_path, "a.txt", "The port was closed on Friday.")])
    assert [(each.text, each.value) for one in found.appearances for each in one.times] == [("Friday", None)]


def test_the_demo_reads_seven_reports_of_seven_outlets() -> None:
    found = wherefrom.demo()
    assert isinstance(found, Findings)
    assert len(found.documents) == 7
    assert len({document.publisher for document in found.documents}) == 7
    assert all(document.title and document.published and document.url for document in found.documents)
    assert found.unread == ()
    assert {one.document for one in found.appearances} == {document.id for document in found.documents}
    assert any(len(one.chain) > 1 for one in found.appearances)
    assert found == wherefrom.demo()


@settings(deadline=None, max_examples=60, derandomize=True)
@given(
    st.binary(max_size=80)
    | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.text(st.sampled_from("<>/!-[]&;#html body\n\"'*`_|\x00"), max_size=80).map(str.encode),
    st.sampled_from(["a.txt", "a.md", "a.html", "a"]),
)
def test_any_bytes_are_read_or_listed_with_one_line(raw: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), name, raw)
        found = wherefrom.read([path])
        assert [one.path for one in found.documents] + [one.path for one in found.unread] == [str(path)]
        assert all(one.why and one.why.isprintable() for one in found.unread)
