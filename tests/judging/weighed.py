"""Findings put together claim by claim, and matrices over them."""

from collections.abc import Sequence

from wherefrom.judging.weighing import (
    Column,
    Discount,
    Evidence,
    Hypothesis,
    Matrix,
    Question,
    Rating,
    Weighed,
    columns,
    matrix,
)
from wherefrom.model import (
    Appearance,
    Bearing,
    Capture,
    Claim,
    Document,
    Findings,
    Link,
    Membership,
    Origins,
    Party,
    Reader,
    Reliance,
    Root,
    Span,
    Stance,
)
from wherefrom.model import Source as Who
from wherefrom.model.judgement import Consistency


class Told:
    """Findings put together claim by claim; each statement stands in a document of its own."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.statements: dict[str, Appearance] = {}
        self.parties: dict[str, Party] = {}
        self.claims: list[Claim] = []
        self.relies_on: list[Reliance] = []

    def statement(self, name: str, *, day: str = "2031-05-04", outlet: str = "Ardent Post", source: str = "") -> str:
        """A statement a…, by somebody if named, printed that day."""
        words = f"what {name} says"
        capture = Capture(words.encode(), "text", "utf-8")
        document = Document(f"{name}.txt", capture, words, (), publisher=outlet, published=day)
        self.documents[name] = document
        span = (Span(0, len(words)),)
        chain: tuple[Link, ...] = ()
        if source:
            named = source[0].isupper()
            who = Who(source, span, "person", named, (self.party(source),))
            chain = (Link(who, None, "says", "stated", span),)
        self.statements[name] = Appearance(name, document.id, span, words, "paragraph", chain)
        return name

    def party(self, name: str) -> str:
        """A party; those whose name begins with a capital are named."""
        self.parties[f"p{name}"] = Party(f"p{name}", name, "person", name[0].isupper(), ())
        return f"p{name}"

    def root(self, label: str, *statements: str, party: bool = True) -> Root:
        return Root(label, (self.party(label),) if party else (), statements, "")

    def claim(
        self,
        name: str,
        *roots: Root,
        at_least: int | None = None,
        against: Sequence[Root] = (),
        others: Sequence[tuple[str, Stance, Bearing]] = (),
        rumours: Sequence[str] = (),
    ) -> str:
        """A claim; as many origins at least as there are roots unless it is said otherwise."""
        held: dict[str, Membership] = {}
        for stance, some in (("supports", roots), ("denies", against)):
            for root in some:
                for one in root.appearances:
                    self.statements.get(one) or self.statement(one, source=root.label if root.parties else "")
                    told: Stance = (
                        "reports-as-rumour" if one in rumours else "denies" if stance == "denies" else "supports"
                    )
                    held[one] = Membership(one, told)
        for one, other, bearing in others:
            self.statements.get(one) or self.statement(one)
            held[one] = Membership(one, other, bearing)
        least = len(roots) if at_least is None else at_least
        origins = Origins(least, len(roots), roots, tuple(against))
        self.claims.append(Claim(name, f"claim {name}", tuple(held.values()), origins, ()))
        return name

    def findings(self) -> Findings:
        return Findings(
            Reader("test", "1"),
            tuple(self.documents.values()),
            appearances=tuple(self.statements.values()),
            parties=tuple(self.parties.values()),
            claims=tuple(self.claims),
            relies_on=tuple(self.relies_on),
        )

    def columns(self, *adduced: str) -> tuple[Column, ...]:
        return columns(self.findings(), [_evidence(one) for one in adduced or [it.id for it in self.claims]]).found


def _evidence(name: str) -> Evidence:
    return Evidence("claim" if name[0] == "c" else "appearance", name)


def rows(*names: str) -> tuple[Hypothesis, ...]:
    return tuple(Hypothesis(f"h{n}", f"H{n}", text, "open", "ada", "") for n, text in enumerate(names, 1))


def weighed(told: Told, ratings: Sequence[Rating] = (), discounts: Sequence[Discount] = (), count: int = 2) -> Matrix:
    """The matrix of everything that was told, under so many hypotheses."""
    return matrix(
        told.findings(),
        Weighed(
            Question("q1", "Who is it?", "ada", ""),
            rows(*(f"it is number {n}" for n in range(count))),
            adduced=tuple(_evidence(one.id) for one in told.claims),
            ratings=tuple(ratings),
            discounts=tuple(discounts),
        ),
    )


def rate(row: str, statement: str, consistency: Consistency, by: str = "ada", source: str | None = None) -> Rating:
    return Rating(row, statement, source, by, "", consistency)


def both(statement: str, first: Consistency, second: Consistency, by: str = "ada") -> list[Rating]:
    """A column rated under both of two hypotheses."""
    return [rate("h1", statement, first, by), rate("h2", statement, second, by)]
