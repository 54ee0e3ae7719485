"""Laws 1, 3 and 5 of the design, on invented reports: quotes are slices, company changes nothing, and the same is the same."""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wherefrom import api, intake, reader
from wherefrom.model import Appearance, Document, Spans, Words, slice_of
from wherefrom.model.release import Release
from wherefrom.output.findings_json import findings_json

SENTENCES = (
    "The harbour master of Veldmark, Ilvar Brandt, has left the city by boat, two pilots told the Saleth Courier on Monday.",
    "“We have no reason to think that he is ill,” said a spokeswoman, Orla Tenn.",
    '"The log," she added, "was never ours." He laughed. "It was theirs."',
    "The council denied that it had dismissed him; his deputy, Ann Bell, said that he might return.",
    "He could reportedly be in Korvia 🛳, according to three people familiar with the matter, who asked not to be named.",
    "The Daily Lantern noted that investigators were at first worried about him being a plant.",
    "It was reported that the seals did not match, and there were rumours of a second ship.",
    "Forty-three of the 61 ferries failed the drill.",
    "She said she believed that he had told the agency that the records were forged.",
    "An official quoted by Harbour Wire, citing people close to the board, said the sale was off.",
    "The plan was then changed. They moved it to Saturday, and the two engineers went home.",
    "Zoë Ångström’s naïve cousin — a 漁師 from e\u0301ire — allegedly saw it\u00a0first: “Nobody else did!”",
    "‘Never,’ he is said to have told ''the board'' when asked; the ministry declined to comment.",
    "Reports: crane sold twice",
    "",
)

TITLES = ("Harbour master flees Veldmark — reports", "CRANE SOLD TWICE", "Council denies sale, officials say", "")

ENDS = ("\n\n", "\n", "\r\n\r\n", "\r\n")

UNHURRIED = settings(
    deadline=None, max_examples=30, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)


@st.composite
def reports(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file's ending and its bytes: a few sentences in paragraphs, in one of the formats."""
    ending = draw(st.sampled_from([".txt", ".txt", ".md", ".html"]))
    paragraphs = draw(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=3))
    title, gap = draw(st.sampled_from(TITLES)), draw(st.sampled_from(ENDS))
    told = [" ".join(sentences) for sentences in paragraphs]
    if ending == ".html":
        body = "".join(f"<p>{words.replace(' said', ' <b>said</b>')}</p>{gap}" for words in told)
        text = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{gap}{body}</article></body></html>"
    elif ending == ".md":
        text = gap.join([f"# {title}", *(words.replace("said", "*said*") for words in told)])
    else:
        text = gap.join([title, *told])
    return ending, text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig"])))


def quoted(appearance: Appearance) -> Iterator[tuple[str, Spans]]:
    """Every piece of text that an appearance shows, with the spans that it is said to stand at."""
    yield appearance.text, appearance.spans
    yield from ((held.text, held.spans) for held in appearance.certainty.hedges)
    yield from ((held.text, held.spans) for held in appearance.quantities)
    yield from ((held.text, held.spans) for held in appearance.times)
    for link in appearance.chain:
        parts: tuple[Words | None, ...] = (link.cue, link.to)
        yield from ((part.text, part.spans) for part in parts if part is not None)
        if link.source is not None:
            yield link.source.text, link.source.spans
    for one in (appearance.condition, appearance.validity):
        if one is not None:
            yield one.text, one.spans


def check(document: Document, appearances: Sequence[Appearance]) -> None:
    """What is said about a text is anchored in it."""
    for appearance in appearances:
        assert appearance.document == document.id
        for text, spans in quoted(appearance):
            assert text == slice_of(document.text, spans)
            assert text
            anchored(document, spans)
        block = document.block_of(appearance.spans[0])
        assert block is not None
        assert block.kind == appearance.block
        for place, link in enumerate(appearance.chain):
            anchored(document, link.content)
            assert link.content
            inside = all(any(b <= start and end <= e for b, e in link.content) for start, end in appearance.spans)
            assert inside, f"link {place} does not govern {appearance.text!r}"
        owners = {hedge.owner for hedge in appearance.certainty.hedges} - {None}
        assert owners <= set(range(len(appearance.chain)))


def anchored(document: Document, spans: Spans) -> None:
    """Spans lie in the text, hold something, and stand in order without overlap."""
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(document.text)
        at = end


def by_document(shown: str) -> dict[str, tuple[Any, ...]]:
    """All that findings say about each document, by its id; everything but its path.

    A party that an earlier document means as well has that one's id; here it is called by its first mention in each.
    """
    found = json.loads(shown)
    first: dict[tuple[str, str], Any] = {}
    for party in found["parties"]:
        for mention in party["mentions"]:
            first.setdefault((party["id"], mention["document"]), mention["spans"])
    for one in found["appearances"]:
        one["about"] = [first[name, one["document"]] for name in one["about"]]
        for source in (link["source"] for link in one["chain"] if link["source"] is not None):
            source["parties"] = [first[name, one["document"]] for name in source["parties"]]
    return {
        document["id"]: (
            {name: value for name, value in document.items() if name != "path"},
            [one for one in found["appearances"] if one["document"] == document["id"]],
        )
        for document in found["documents"]
    }


def in_files(folder: Path, told: Sequence[tuple[str, bytes]], stem: str) -> list[Path]:
    """The reports as files of this name."""
    paths = [folder / f"{stem}{number}{ending}" for number, (ending, _) in enumerate(told)]
    for path, (_, raw) in zip(paths, told, strict=True):
        path.write_bytes(raw)
    return paths


def shown(paths: Sequence[Path]) -> str:
    return findings_json(Release.of_reading(api.read(paths)))


# --- law 1: every quote is the slice of the text that it points to


@UNHURRIED
@given(reports(), st.sampled_from([None, "Saleth Courier", "Daily Lantern"]))
def test_every_quote_equals_the_slice_it_points_to(report: tuple[str, bytes], outlet: str | None) -> None:
    ending, raw = report
    document = intake.document_from_bytes(raw, f"report{ending}", outlet=outlet)
    check(document, reader.read(document).appearances)


@UNHURRIED
@given(st.lists(st.sampled_from("he said that “ ” \" ' — , . ; ( ) \n Ann Bell may not\u2028".split(" ")), max_size=40))
def test_broken_prose_keeps_its_anchors(words: list[str]) -> None:
    document = intake.document_from_bytes(f"A {' '.join(words)}".encode(), "report.txt")
    check(document, reader.read(document).appearances)


def test_every_quote_of_the_demo_equals_the_slice_it_points_to() -> None:
    found = api.demo()
    for document in found.documents:
        check(document, [one for one in found.appearances if one.document == document.id])


# --- law 3: order, names, company and number of workers change no finding about a document


@UNHURRIED
@given(st.lists(reports(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_order_and_names_and_company_change_no_finding(told: list[tuple[str, bytes]], chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = in_files(Path(folder), told, "a")
        together = shown(paths)
        shuffled = chance.sample(paths, len(paths))
        assert shown(shuffled) == together
        names = chance.sample(range(len(paths)), len(paths))
        renamed = [path.rename(path.with_stem(f"z{name}")) for name, path in zip(names, paths, strict=True)]
        assert by_document(shown(renamed)) == by_document(together)
        alone: dict[str, tuple[Any, ...]] = {}
        for path in renamed:
            alone |= by_document(shown([path]))
        assert alone == by_document(together)


def test_what_is_said_of_equal_files_does_not_hang_on_their_names(tmp_path: Path) -> None:
    # Bytes, outlet, address and date are the same, so they are one document; only one sidecar tells a title.
    text = "Crane sold twice\n\nThe port sold its crane twice, two pilots said.\n"
    findings = []
    for titled, plain in (("a", "b"), ("b", "a")):
        folder = tmp_path / titled
        folder.mkdir()
        for stem in (titled, plain):
            (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
        (folder / f"{titled}.json").write_text(
            '{"title": "Port sells crane", "author": "Ida Terhune"}', encoding="utf-8"
        )
        findings.append(by_document(shown(sorted(folder.glob("*.txt")))))
    assert findings[0] == findings[1]


def test_the_same_bytes_in_another_format_change_no_finding(tmp_path: Path) -> None:
    # Markdown and plain text make two texts of these bytes; under one id, one would hide the other.
    raw = b"# Crane *sold* twice\n\nThe port sold it, two pilots said.\n"
    paths = [tmp_path / name for name in ("a.md", "b.txt")]
    for path in paths:
        path.write_bytes(raw)
    alone: list[tuple[str, tuple[Any, ...]]] = [item for path in paths for item in by_document(shown([path])).items()]
    together = by_document(shown(paths))
    assert [identity for identity, said in alone if together.get(identity) != said] == []


def test_bad_company_changes_no_finding(tmp_path: Path) -> None:
    (path,) = in_files(tmp_path, [(".txt", SENTENCES[0].encode())], "a")
    bad = tmp_path / "0.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    assert by_document(shown([bad, path, tmp_path])) == by_document(shown([path]))


# --- law 5, and law 3 for workers: the same input gives the same bytes, in whichever process


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A few reports of several paragraphs."""
    pages = ["\n\n".join([*SENTENCES[start:], *SENTENCES[:start]]) for start in (0, 5)]
    return in_files(tmp_path_factory.mktemp("story"), [(".txt", page.encode()) for page in pages], "report")


def elsewhere(paths: Sequence[Path], seed: int) -> str:
    """The findings as another process gives them."""
    program = "import sys; from wherefrom.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, "read", "--json", *paths],
        env={"PYTHONHASHSEED": str(seed)},
        capture_output=True,
        timeout=120,
        check=True,
    )
    return done.stdout.decode()


def test_another_process_gives_the_same_bytes(story: list[Path]) -> None:
    assert elsewhere(story, 1) == shown(story)


def test_a_process_for_each_document_gives_the_same_findings(story: list[Path]) -> None:
    apart: dict[str, tuple[Any, ...]] = {}
    for seed, path in enumerate(story):
        apart |= by_document(elsewhere([path], seed))
    assert apart == by_document(shown(story))


def test_reading_again_in_one_process_gives_the_same_bytes(story: list[Path]) -> None:
    assert shown(story) == shown(list(reversed(story)))
