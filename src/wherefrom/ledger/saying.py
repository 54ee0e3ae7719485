"""What an entry says, in one plain line for people."""

from wherefrom.judging.scales import words_of
from wherefrom.model.entry import (
    Added,
    Adduced,
    Assigned,
    Cased,
    Checked,
    Corrected,
    Discounted,
    Erased,
    Graded,
    Joined,
    Marked,
    Noted,
    Posed,
    Rated,
    Read,
    Regrouped,
    Released,
    Revealed,
    Said,
    Supposed,
    TakenBack,
    Target,
    Vetted,
    Windowed,
)

_SHORT = 120
"""Characters of a person's words that stand in a line."""


def line_of(said: Said) -> str:
    """What is said, and of what; the words of the ledger's own ids, never a protected source's."""
    about, what = _of_findings(said) or _of_judgement(said) or _of_work(said)
    return f"{about}: {what}" if about else what


def _of_findings(said: Said) -> tuple[str, str] | None:
    match said:
        case Added():
            return _document(said.document), "added"
        case Read():
            return (
                _document(said.document),
                f"read by {said.reader.name} {said.reader.version}, {said.statements} statements",
            )
        case Corrected():
            told = f" to “{_short(said.appearance.text)}”" if said.appearance is not None else ""
            return (
                f"{_document(said.document)}{_place(said.spans)}",
                f"{said.verdict} the reading{told}{_why(said.why)}",
            )
        case Regrouped():
            named = ", ".join(_target(one) for one in said.targets)
            return named, ("these are one claim" if said.verb == "merges" else "stands by itself") + _why(said.why)
        case TakenBack():
            since = f" since {said.since}" if said.since else ""
            return _target(said.target), f"{said.verb}{since}{_why(said.why)}"
        case _:
            return None


def _of_judgement(said: Said) -> tuple[str, str] | None:  # noqa: PLR0911  one line for each thing that can be said
    match said:
        case Graded():
            return _target(said.target), f"{_value(said)}{_why(said.grounds)}"
        case Posed():
            return f"question {said.question}", f"“{_short(said.text)}”"
        case Supposed():
            verb = "dropped" if said.dropped else "supposed"
            return f"question {said.question}", f"{verb} {said.hypothesis} “{_short(said.text)}”{_why(said.why)}"
        case Adduced():
            verb = "is evidence" if said.verb == "adds" else "is no longer evidence"
            return _target(said.target), f"{verb} under {said.question}{_why(said.why)}"
        case Discounted():
            what = "tells hypotheses apart" if said.diagnosticity == "counts" else f"discounted, {said.diagnosticity}"
            return _target(said.target), f"{what} under {said.question}{_why(said.why)}"
        case Rated():
            return _target(
                said.target
            ), f"{said.consistency or 'not rated any more'} with {said.hypothesis}{_why(said.why)}"
        case Vetted():
            return _target(said.target), f"{_target(said.claim)} {said.outcome}{_why(said.why)}"
        case Windowed():
            until = f"up to {said.until}" if said.until else f"for {said.duration}" if said.duration else ""
            what = f"judged to hold {until}" if until else "judged window taken back"
            return _target(said.target), f"{what}{_why(said.why)}"
        case Cased():
            return (
                f"case {said.case}",
                f"{'dropped' if said.dropped else said.kind} “{_short(said.name)}”{_why(said.why)}",
            )
        case _:
            return None


def _value(said: Graded) -> str:
    blind = ", given before the source was shown" if said.blind else ""
    if said.value is None:
        return f"{said.scale} taken back"
    return f"{said.scale}, {words_of(said.scale, said.scheme, said.value)}{blind}"


def _of_work(said: Said) -> tuple[str, str]:  # noqa: PLR0911  one line for each thing that can be said
    match said:
        case Marked():
            since = f" since {said.since}" if said.since else ""
            return _target(said.target), f"marked {said.level}{since}{_why(said.why)}"
        case Noted():
            return _target(said.target), f"note “{_short(said.text)}”"
        case Checked():
            on = "a protected source" if said.handle is not None else said.on
            return ("" if said.claim is None else _target(said.claim)), f"own check ({said.kind}): {on}"
        case Assigned():
            return _target(said.target), f"{said.state}, with {said.to or 'nobody'}"
        case Released():
            return f"release {said.release}", f"to {said.to}, {said.level}, {len(said.documents)} documents"
        case Erased():
            return "", f"the identity behind {said.handle} was erased{_why(said.why)}"
        case Revealed():
            return "", f"the identity behind {said.handle} was shown{_why(said.why)}"
        case Joined():
            return f"ledger {said.ledger}", f"{said.entries} entries joined in"
        case _:
            return "", type(said).__name__.lower()


def _target(target: Target) -> str:
    return f"{target.kind} {target.id}"


def _document(name: str) -> str:
    return f"document {name}"


def _place(spans: tuple[tuple[int, int], ...]) -> str:
    return f" {spans[0][0]}–{spans[-1][1]}" if spans else ""


def _why(why: str) -> str:
    return f" ({_short(why)})" if why else ""


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHORT else f"{plain[: _SHORT - 1]}…"
