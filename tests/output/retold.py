"""A story retold by six reports, with what comparing finds in it: outlets, people and places are invented."""

from dataclasses import replace

from wherefrom.model import (
    Appearance,
    Block,
    Capture,
    Claim,
    Conflict,
    ConflictValue,
    Document,
    Findings,
    Link,
    Membership,
    Mention,
    Origins,
    Party,
    Reader,
    Reliance,
    Root,
    Source,
    SourceKind,
    Span,
    Spans,
    Stance,
    StatusChange,
    Time,
)

SOLD = "Veldmark sold one crane to two buyers on 2 May"


def spans_of(text: str, words: str) -> Spans:
    start = text.index(words)
    return (Span(start, start + len(words)),)


class Report:
    """One report, its paragraphs one a line, and the statements found in it."""

    def __init__(self, outlet: str | None, published: str | None, text: str) -> None:
        self.text = text
        blocks, at = [], 0
        for line in text.split("\n"):
            caption = line.startswith("Photo")
            blocks.append(Block("caption" if caption else "paragraph", at, at + len(line)))
            at += len(line) + 1
        raw = text.encode("utf-8", "surrogatepass")
        self.document = Document(
            f"{outlet}.txt",
            Capture(raw, "text", "utf-8"),
            text,
            tuple(blocks),
            title=f"{outlet or 'A blog'} on the crane",
            publisher=outlet,
            published=published,
            language="en",
        )
        self.found: list[Appearance] = []

    def source(self, words: str, kind: SourceKind, *parties: str, named: bool = True) -> Source:
        return Source(words, spans_of(self.text, words), kind, named, parties)

    def says(self, words: str, *sources: Source) -> str:
        """A statement on these sources, outermost first; its id."""
        spans = spans_of(self.text, words)
        block = self.document.block_of(spans[0])
        chain = tuple(Link(source, None, "says", "stated", spans) for source in sources)
        name = f"{self.document.id}-{len(self.found)}"
        kind = block.kind if block else "paragraph"
        self.found.append(Appearance(name, self.document.id, spans, words, kind, chain))
        return name

    def last(self, **changes: object) -> None:
        self.found[-1] = replace(self.found[-1], **changes)  # type: ignore[arg-type]


def mirror() -> Report:
    one = Report("Lindholm Mirror", "2031-05-03", f"{SOLD}, harbour officials said. The crane cost 4.2 million crowns.")
    one.says(SOLD, one.source("harbour officials", "group", "officials", named=False))
    one.last(times=(Time("on 2 May", spans_of(one.text, "on 2 May"), "2031-05-02", "event"),))
    one.says("The crane cost 4.2 million crowns")
    return one


def courier() -> Report:
    text = (
        "The crane was sold to two buyers, harbour officials told the Lindholm Mirror. It cost 4.25 million crowns.\n"
        "Photo: the crane, sold to two buyers"
    )
    one = Report("The Lindholm Courier", "2031-05-04T08:30Z", text)
    officials = one.source("harbour officials", "group", "officials", named=False)
    one.says("The crane was sold to two buyers", one.source("the Lindholm Mirror", "outlet", "mirror"), officials)
    one.says("It cost 4.25 million crowns")
    one.says("sold to two buyers")
    one.found[-1] = replace(one.found[-1], spans=(Span(text.rindex("sold"), len(text)),), block="caption")
    return one


def gazette() -> Report:
    text = "Two buyers bought the crane, the Harbour Wire reports. Marek Dolle denied that it was sold twice."
    one = Report("Ostrava Bay Gazette", "2031-05-05", text)
    wire = one.source("the Harbour Wire", "outlet", "wire")
    one.says("Two buyers bought the crane", wire)
    one.says("it was sold twice", one.source("Marek Dolle", "person", "dolle"))
    one.last(chain=(replace(one.found[-1].chain[0], act="denies"),))
    return one


def radio() -> Report:
    one = Report("Quay Radio", "2031-05-06", "Two firms paid for one crane, said Edda Brahe, an auditor.")
    one.says("Two firms paid for one crane", one.source("Edda Brahe", "person", "brahe"))
    return one


def post() -> Report:
    one = Report("Night Post", "2031-05-06", "Lawyers doubt that the crane was sold twice.")
    one.says("the crane was sold twice", one.source("Lawyers", "group", named=False))
    one.last(chain=(replace(one.found[-1].chain[0], act="doubts"),), unsure=("chain",))
    return one


def blog() -> Report:
    one = Report(None, None, "Rumour has it that the crane went to two buyers.")
    one.says("the crane went to two buyers")
    return one


def members(*held: tuple[str, Stance]) -> tuple[Membership, ...]:
    return tuple(Membership(name, stance) for name, stance in held)


def retold() -> Findings:
    """Six reports: one origin retold by three outlets, a second one, a denial, a doubt, a rumour, a conflict."""
    reports = [mirror(), courier(), gazette(), radio(), post(), blog()]
    told, again, wired, paid, doubted, rumour = (one.found[0].id for one in reports)
    caption, denied = reports[1].found[2].id, reports[2].found[1].id
    price, dearer = reports[0].found[1], reports[1].found[1]
    officials = Root("harbour officials", ("officials",), (told, again, wired), "all go back to the same officials")
    brahe = Root("Edda Brahe", ("brahe",), (paid,), "she may have it from the officials")
    dolle = Root("Marek Dolle", ("dolle",), (denied,), "he denies it himself")
    sold = Claim(
        "c-sold",
        SOLD,
        members(
            (told, "supports"),
            (again, "supports"),
            (caption, "supports"),
            (wired, "supports"),
            (denied, "denies"),
            (paid, "supports"),
            (doubted, "doubts"),
            (rumour, "reports-as-rumour"),
        ),
        Origins(1, 2, (officials, brahe), (dolle,)),
        (
            StatusChange("2031-05-03", "first-reported", (told,)),
            StatusChange("2031-05-04", "repeated", (again, wired)),
            StatusChange("2031-05-05", "denied", (denied,)),
        ),
    )
    alone = Claim("c-price", price.text, members((price.id, "supports")), Origins(1, 1, (), ()), ())
    values = (
        ConflictValue(price.document, price.id, spans_of(reports[0].text, "4.2 million crowns"), 4200000.0, "crown"),
        ConflictValue(dearer.document, dearer.id, spans_of(reports[1].text, "4.25 million crowns"), 4250000.0, "crown"),
    )
    first, second = reports[0].document, reports[1].document
    parties = (
        Party("mirror", "Lindholm Mirror", "outlet", named=True, mentions=(Mention(first.id, ()),)),
        Party("wire", "Harbour Wire", "outlet", named=True, mentions=(Mention(first.id, ()),)),
        Party("dolle", "Marek Dolle", "person", named=True, mentions=(Mention(first.id, ()),)),
        Party("brahe", "Edda Brahe", "person", named=True, mentions=(Mention(first.id, ()),)),
        Party("officials", "harbour officials", "group", named=False, mentions=(Mention(first.id, ()),)),
    )
    return Findings(
        Reader("wherefrom-test", "0.1.0"),
        tuple(one.document for one in reports),
        appearances=tuple(it for one in reports for it in sorted(one.found, key=lambda it: it.spans)),
        parties=parties,
        claims=(alone, sold),
        conflicts=(Conflict("k1", "c-sold", "value", "price of the crane", True, "echoes", "two prices", values),),  # noqa: FBT003
        relies_on=(
            Reliance(second.id, first.id, "cites", spans_of(reports[1].text, "told the Lindholm Mirror"), "it says so"),
            Reliance(reports[2].document.id, "Harbour Wire", "cites", (), "it names the wire"),
        ),
    )


def told_twice(findings: Findings, words: str) -> Findings:
    """Findings of one report made into two that share everything, each name and reason in it being these words."""
    (document,), (first,) = findings.documents, findings.appearances
    other = replace(document, publisher=f"{words} too", published="2031-05-05")
    second = replace(first, id="second", document=other.id, chain=())
    root = Root(words, (), (first.id,), words)
    claim = Claim(
        words,
        words,
        members((first.id, "denies"), ("second", "supports")),
        Origins(1, 1, (replace(root, appearances=("second",)),), (root,)),
        (StatusChange(words, "denied", (first.id,)), StatusChange(None, "repeated", ("second",))),
    )
    values = tuple(ConflictValue(one.document, one.id, one.spans, words + one.id, words) for one in (first, second))
    return replace(
        findings,
        documents=(document, other),
        appearances=(first, second),
        claims=(claim,),
        conflicts=(Conflict(words, words, "name", words, None, "unknown", words, values),),
        relies_on=(
            Reliance(other.id, document.id, "echoes", first.spans, words),
            Reliance(other.id, words, "cites", (), words),
        ),
    )
