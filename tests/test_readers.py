"""Another reader is found by its name, reads instead of ours, and is held to the laws; what is wrong with it is one line."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from wherefrom import Findings, api, intake
from wherefrom.cli import main
from wherefrom.model import (
    Appearance,
    Certainty,
    Document,
    Hedge,
    Link,
    Mention,
    Party,
    Reader,
    Source,
    Span,
    UnfitReader,
)
from wherefrom.reader import SHIPPED, Reading, identity, laws, reader_named
from wherefrom.reader.plugins import names

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "readers.md").read_text(encoding="utf-8")

REPORT = "Ferry sinks off Veldmark\n\nThe ferry sank on Monday, a fisherman said. It was old.\n"

Offer = Callable[..., None]


def fenced(language: str) -> str:
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(block)


@pytest.fixture
def offer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """Installs a package that offers a reader, by its code and entry point."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)

    def install(code: str, *, name: str, module: str, package: str = "") -> None:
        (site / f"{module}.py").write_text(code, encoding="utf-8")
        told = site / f"{package or module}-1.dist-info"
        told.mkdir()
        (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package or module}\nVersion: 1\n", "utf-8")
        (told / "entry_points.txt").write_text(f"[wherefrom.readers]\n{name} = {module}\n", encoding="utf-8")
        monkeypatch.delitem(sys.modules, module, raising=False)

    return install


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def said(found: Findings) -> list[tuple[str, str | None]]:
    """What is claimed, and on whose word."""
    return [
        (one.text, one.chain[-1].source.text if one.chain and one.chain[-1].source else None)
        for one in found.appearances
    ]


# --- the example in the docs


@pytest.fixture
def example(offer: Offer) -> None:
    module = re.search(
        r'^\[project\.entry-points\."wherefrom\.readers"\]\n(\S+) = "(\S+)"$', fenced("toml"), re.MULTILINE
    )
    assert module
    offer(fenced("python"), name=module[1], module=module[2])


@pytest.mark.usefixtures("example")
def test_the_example_in_the_docs_reads_instead_of_ours(report: Path) -> None:
    found = api.read(report, reader="one-pattern")
    assert found.reader == Reader("one-pattern", "1")
    assert said(found) == [("The ferry sank on Monday", "a fisherman")]
    assert found.unread == ()


@pytest.mark.usefixtures("example")
def test_the_call_in_the_docs_is_taken(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), "--reader", "one-pattern"]) == 0
    assert "a fisherman" in capsys.readouterr().out


@pytest.mark.usefixtures("example")
def test_another_reader_reads_in_workers_too(report: Path) -> None:
    other = report.with_name("other.txt")
    other.write_text("Storm\n\nThe pier broke, a pilot said.\n", encoding="utf-8")
    paths = [report, other]
    assert api.read(paths, reader="one-pattern", workers=2) == api.read(paths, reader="one-pattern")


@pytest.mark.usefixtures("example")
def test_the_complaint_in_the_docs_is_the_programs(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), "--reader", "nosuch"]) == 2
    assert capsys.readouterr().err in re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


# --- which readers there are


def test_ours_reads_where_no_other_is_asked_for(report: Path) -> None:
    assert api.read(report).reader == identity()
    assert api.read(report, reader=SHIPPED) == api.read(report)


def test_ours_is_registered_as_others_are() -> None:
    program = f"from importlib.metadata import entry_points; print(*entry_points(group='wherefrom.readers', name='{SHIPPED}'))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    if not done.stdout.strip():
        pytest.skip("the package was installed before it registered its reader")
    assert "wherefrom.reader" in done.stdout


@pytest.mark.usefixtures("example")
def test_the_names_of_readers_begin_with_ours() -> None:
    assert names()[0] == SHIPPED
    assert "one-pattern" in names()


# --- readers that cannot be used

BROKEN = {
    "is not there": (None, "is not installed"),
    "does not load": ("import no_such_module", "cannot be loaded.*no_such_module"),
    "raises nonsense when it is loaded": ("raise RuntimeError('a\\nb')", "cannot be loaded.*a b"),
    "has no function that reads": ("def identity(): return None", "has no read"),
    "is empty": ("", "has no identity and no read"),
    "does not tell its name": ("def identity(): return 'me'\ndef read(document): return None", "name and version"),
    "cannot tell its name": ("def identity(): return 1 / 0\ndef read(document): return None", "name and version.*zero"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_reader_that_cannot_be_used_ends_the_call_in_one_line(
    tmp_path: Path, offer: Offer, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    code, because = BROKEN[kind]
    if code is not None:
        offer(code, name="theirs", module="their_reader")
    path = tmp_path / "empty.txt"
    path.touch()
    assert main(["read", str(path), "--reader", "theirs"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(rf"wherefrom: reader theirs: .*{because}.*{SHIPPED}.*\n", told.err), told.err


def test_a_name_that_two_packages_offer_is_none(offer: Offer) -> None:
    offer("", name="theirs", module="one_reader")
    offer("", name="theirs", module="two_reader")
    with pytest.raises(UnfitReader, match="theirs: is offered twice, as one_reader and as two_reader"):
        reader_named("theirs")


READS_AT_TIMES = """
from wherefrom.model import Reader
from wherefrom.reader import Reading
def identity():
    return Reader("theirs", "1")
def read(document):
    if "ferry" in document.text:
        WRONG
    return Reading((), ())
"""


FAILING = {
    "raises": ("raise KeyError('pier')", "failed .KeyError: 'pier'."),
    "returns nothing": ("return None", "returned a NoneType, no Reading"),
}


@pytest.mark.parametrize("kind", FAILING)
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_document_that_another_reader_fails_on_is_reported_and_the_rest_read(
    report: Path, offer: Offer, capsys: pytest.CaptureFixture[str], kind: str, workers: str
) -> None:
    wrong, because = FAILING[kind]
    offer(READS_AT_TIMES.replace("WRONG", wrong), name="theirs", module="their_reader")
    other = report.with_name("other.txt")
    other.write_text("Storm\n\nThe pier broke.\n", encoding="utf-8")
    assert main(["read", str(report), str(other), "--reader", "theirs", "--workers", workers]) == 2
    told = capsys.readouterr()
    assert re.fullmatch(rf"wherefrom: {re.escape(str(report))}: reader theirs: {because}.*\n", told.err), told.err
    assert "1 document" in told.out


# --- the laws


@pytest.fixture
def document() -> Document:
    return intake.document_from_bytes(REPORT.encode(), "report.txt")


@pytest.fixture
def sound(document: Document) -> Reading:
    """A reading that keeps to the laws."""

    def at(words: str) -> tuple[Span, ...]:
        start = document.text.index(words)
        return (Span(start, start + len(words)),)

    source = Source("a fisherman", at("a fisherman"), "person", named=False, parties=("p1",))
    link = Link(source=source, cue=None, act="says", basis="stated", content=at("The ferry sank on Monday"))
    appearance = Appearance(
        id="a1",
        document=document.id,
        spans=at("The ferry sank on Monday"),
        text="The ferry sank on Monday",
        block="paragraph",
        chain=(link,),
        polarity="positive",
        nature=None,
        quote="indirect",
        certainty=Certainty("possible", (Hedge("Monday", at("Monday"), 0),)),
        condition=None,
        quantities=(),
        times=(),
        validity=None,
        about=("p1",),
        unsure=(),
    )
    party = Party("p1", "a fisherman", "person", named=False, mentions=(Mention(document.id, at("a fisherman")),))
    return Reading((appearance,), (party,))


def test_a_sound_reading_breaks_no_law(document: Document, sound: Reading) -> None:
    assert laws.breach(document, sound) is None


def test_our_own_readings_break_no_law() -> None:
    for document in api.demo().documents:
        assert laws.breach(document, reader_named().read(document)) is None


def _appearance(**changes: object) -> Callable[[Reading], Reading]:
    return lambda sound: replace(sound, appearances=(replace(sound.appearances[0], **changes),))  # type: ignore[arg-type]


def _source(**changes: object) -> Callable[[Reading], Reading]:
    def changed(sound: Reading) -> Reading:
        link = sound.appearances[0].chain[0]
        assert link.source is not None
        return _appearance(chain=(replace(link, source=replace(link.source, **changes)),))(sound)  # type: ignore[arg-type]

    return changed


def _link(**changes: object) -> Callable[[Reading], Reading]:
    def changed(sound: Reading) -> Reading:
        return _appearance(chain=(replace(sound.appearances[0].chain[0], **changes),))(sound)  # type: ignore[arg-type]

    return changed


LAWLESS: dict[str, tuple[Callable[[Reading], Reading], str]] = {
    "words that are not there": (_appearance(text="The ferry left on Monday"), "words that are not the text's"),
    "spans past the end": (_appearance(spans=(Span(80, 900),)), "outside the text"),
    "spans before the start": (_appearance(spans=(Span(-4, 2),)), "outside the text"),
    "empty spans": (_appearance(spans=(Span(3, 3),)), "empty"),
    "spans out of order": (_appearance(spans=(Span(9, 12), Span(2, 4))), "out of order"),
    "no spans": (_appearance(spans=(), text=""), "no spans"),
    "another document": (_appearance(document="d0"), "in another document"),
    "an unknown party": (_appearance(about=("p9",)), "unknown party 'p9'"),
    "an unknown party in a source": (_source(parties=("p8",)), "unknown party 'p8'"),
    "a source's words that are not there": (_source(text="a pilot"), "words that are not the text's, 'a pilot'"),
    "a hedge of nobody in the chain": (
        _appearance(certainty=Certainty("possible", (Hedge("Monday", (Span(44, 50),), 1),))),
        "owner, 1, that is no link",
    ),
    "one appearance twice": (
        lambda sound: replace(sound, appearances=sound.appearances * 2),
        "two appearances with one id",
    ),
    "one party twice": (lambda sound: replace(sound, parties=sound.parties * 2), "two parties with one id"),
    "a mention in another document": (
        lambda sound: replace(sound, parties=(replace(sound.parties[0], mentions=(Mention("d0", ()),)),)),
        "mention of 'p1' in another document",
    ),
    "a party without a mention": (
        lambda sound: replace(sound, parties=(replace(sound.parties[0], mentions=()),)),
        "no mention of 'p1'",
    ),
    "a mention without spans": (
        lambda sound: replace(
            sound, parties=(replace(sound.parties[0], mentions=(Mention(sound.appearances[0].document, ()),)),)
        ),
        "mention of 'p1' without spans",
    ),
    "a kind of party that there is not": (
        lambda sound: replace(sound, parties=(replace(sound.parties[0], kind="pilot"),)),  # type: ignore[arg-type]
        "kind 'pilot', which is none of its values, of the party 'p1'",
    ),
    "a kind of source that there is not": (_source(kind="place"), "kind 'place', which is none of its values"),
    "a polarity that there is not": (_appearance(polarity="neutral"), "polarity 'neutral', which is none"),
    "a degree that there is not": (_appearance(certainty=Certainty("sure")), "degree 'sure', which is none"),  # type: ignore[arg-type]
    "an act that there is not": (_link(act="claims"), "act 'claims', which is none"),
    "a basis that there is not": (_link(basis="guessed"), "basis 'guessed', which is none"),
    "a link over other words": (_link(content=(Span(30, 34),)), "a link, 0, whose content does not hold the words"),
    "a link over half the words": (
        lambda sound: _link(content=(Span(*sound.appearances[0].spans[0])._replace(end=40),))(sound),
        "content does not hold the words",
    ),
    "spans that are none": (_appearance(spans=7), "not of their types"),
    "no appearances at all": (lambda sound: replace(sound, appearances=None), "not of their types"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("kind", LAWLESS)
def test_a_reading_that_breaks_a_law_is_told_in_one_line(document: Document, sound: Reading, kind: str) -> None:
    spoil, because = LAWLESS[kind]
    why = laws.breach(document, spoil(sound))
    assert why is not None
    assert because in why
    assert "\n" not in why
