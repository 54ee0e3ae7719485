"""The commands that set right what a ledger holds: `correct`, `readings`, `reread`, `regroup`, `impact`, `rescind`."""

import argparse
import json
from typing import TYPE_CHECKING, Any, get_args

from wherefrom.model import Act, Appearance, Degree, Nature, Polarity, Quote, SourceKind, Spans
from wherefrom.model.entry import TakingBack, Target

from .faults import AT_FAULT, Fault, complain
from .ledger import opened, print_json, say, takes_ledger

if TYPE_CHECKING:
    from wherefrom.api.correcting import Accounts, Correction, Impact, Regrouping, Regroupings

    from . import Commands

LONGEST = 100
"""Characters of a statement that are shown; --json has all of them."""


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    _add_correct(commands)
    _add_readings(commands)
    _add_regroup(commands)
    _add_impact(commands)


def _add_correct(commands: "Commands") -> None:
    correct = commands.add_parser(
        "correct",
        help="accept, change or reject what was read of a statement",
        description="Accept, change or reject the reading of a statement. It is anchored to the words, so that it survives a better reader, and "
        "is an entry: what was held before stays in the history. Claims follow.",
    )
    correct.add_argument("appearance", metavar="APPEARANCE", help="the statement's id")
    correct.add_argument("verdict", choices=("accept", "change", "reject"), help="what is said of its reading")
    correct.add_argument("--content", metavar="WORDS", help="the words of the statement, which the document has once")
    correct.add_argument("--polarity", choices=get_args(Polarity), help="of the content's own words")
    correct.add_argument("--nature", choices=get_args(Nature), help="what sort of statement it is")
    correct.add_argument("--quote", choices=(*get_args(Quote), "none"), help="how far it stands in quotation marks")
    correct.add_argument("--degree", choices=get_args(Degree), help="how sure the words put it")
    correct.add_argument(
        "--drop",
        action="append",
        default=[],
        metavar="LINK",
        help="a link of the chain that is none: its number, 0 the outermost, or its source's words (may be repeated)",
    )
    correct.add_argument(
        "--source", metavar="WORDS", help="a source that the chain lacks, by words the document has once"
    )
    correct.add_argument("--cue", metavar="WORDS", help="with --source: the words that say that it says so")
    correct.add_argument("--act", choices=get_args(Act), help="with --source: what it does (says)")
    correct.add_argument("--kind", choices=get_args(SourceKind), help="with --source: what it is (person)")
    correct.add_argument("--unnamed", action="store_true", help="with --source: the words do not name it")
    correct.add_argument(
        "--before",
        type=int,
        metavar="LINK",
        help="with --source: before which link it comes (after the last: the origin)",
    )
    correct.add_argument("--chain", metavar="JSON", help="the whole chain, outermost first (docs/ledger.md)")
    correct.add_argument(
        "--in", dest="document", metavar="DOCUMENT", help="its document, so that it need not be sought"
    )
    correct.add_argument("--why", default="", metavar="WORDS", help="the reason, for those who read the history")
    takes_ledger(correct, writes=True)
    correct.set_defaults(run=_correct)


def _add_readings(commands: "Commands") -> None:
    readings = commands.add_parser(
        "readings",
        help="what each reader read, and what people said of it",
        description="What each reader made of the words of a document or of one statement, and what people said of it. Of a document only "
        "the places are shown of which there is more than one account.",
    )
    readings.add_argument("name", metavar="DOCUMENT", help="a document's or a statement's id")
    readings.add_argument("--all", dest="every", action="store_true", help="show every statement of the document")
    takes_ledger(readings, as_of=True)
    readings.set_defaults(run=_readings)

    reread = commands.add_parser(
        "reread",
        help="read all documents of a ledger anew",
        description="Read all documents of a ledger anew, with the reader of today or another. Earlier readings stay, and what people corrected "
        "holds on.",
    )
    reread.add_argument("--reader", metavar="NAME", help="another reader that is installed")
    takes_ledger(reread, writes=True)
    reread.set_defaults(run=_reread)


def _add_regroup(commands: "Commands") -> None:
    regroup = commands.add_parser(
        "regroup",
        help="merge claims, or put a statement under a claim of its own",
        description="Merge claims that are one, or split off a statement that is about something else. Both are entries that later groupings keep "
        "to; each undoes the other.",
    )
    verbs = regroup.add_subparsers(title="what to do", metavar="VERB", required=True)
    merge = verbs.add_parser("merge", help="make these claims one")
    merge.add_argument("names", nargs="+", metavar="CLAIM", help="a claim's id; two at least")
    split = verbs.add_parser("split", help="put a statement under a claim of its own, several under one together")
    split.add_argument("names", nargs="+", metavar="APPEARANCE", help="a statement's id")
    for one, verb in ((merge, "merge"), (split, "split")):
        one.add_argument("--why", default="", metavar="WORDS", help="the reason, for those who read the history")
        takes_ledger(one, writes=True)
        one.set_defaults(run=_regroup, verb=verb)
    listed = verbs.add_parser("list", help="which claims were merged, and which statements split off")
    takes_ledger(listed, as_of=True)
    listed.set_defaults(run=_regroupings)


def _add_impact(commands: "Commands") -> None:
    impact = commands.add_parser(
        "impact",
        help="what rests on a source",
        description="Every statement, claim, judgement and release that a document, a party or an outlet touches, and how many origins the claims "
        "would have without it.",
    )
    impact.add_argument("name", metavar="SOURCE", help="a document's or party's id, or a name")
    takes_ledger(impact, as_of=True)
    impact.set_defaults(run=_impact)

    rescind = commands.add_parser(
        "rescind",
        help="note that a source was taken back, and tell what rests on it",
        description="Note that a document was corrected or retracted by its outlet, or that a source is no longer to be relied on; then tell what "
        "rests on it. It is a new entry: nothing that was held is changed.",
    )
    rescind.add_argument("name", metavar="SOURCE", help="a document's or party's id, or a name")
    rescind.add_argument("--verb", choices=get_args(TakingBack), default="rescinded", help="what happened (rescinded)")
    rescind.add_argument("--since", metavar="DATE", help="on which day that was, as in 2031-05-04")
    rescind.add_argument("--why", default="", metavar="WORDS", help="the reason, for those who read the history")
    takes_ledger(rescind, writes=True)
    rescind.set_defaults(run=_rescind)


# --- doing it


def _correct(given: argparse.Namespace) -> int:
    from wherefrom.api import correcting  # noqa: PLC0415  only these commands load the database

    changes = _changes(given)
    if given.verdict == "change" and not changes:
        raise Fault("change: what is to be changed? See `wherefrom correct --help`")
    if given.verdict != "change" and changes:
        raise Fault(f"{given.verdict}: says that the reading stands as it is, or not at all; to change it, say change")
    with opened(given) as ledger:
        done = correcting.correct(
            ledger,
            given.appearance,
            given.verdict,
            changes=changes or None,
            document=given.document,
            why=given.why,
            by=given.by,
        )
    print_json(done) if given.json else _show_correction(done)
    return 0


def _changes(given: argparse.Namespace) -> dict[str, Any]:
    fields = ("content", "polarity", "nature", "quote", "degree")
    changes = {name: getattr(given, name) for name in fields if getattr(given, name) is not None}
    if changes.get("quote") == "none":
        changes["quote"] = None
    if given.drop:
        changes["drop"] = [int(one) if one.isascii() and one.isdigit() else one for one in given.drop]
    link = {"source": given.source, "cue": given.cue, "act": given.act, "kind": given.kind, "at": given.before}
    told = {name: value for name, value in link.items() if value is not None}
    if (told or given.unnamed) and given.source is None:
        raise Fault("--source: whose words are they?")
    if told:
        changes["add"] = [told | ({"named": False} if given.unnamed else {})]
    if given.chain is not None:
        try:
            changes["chain"] = json.loads(given.chain)
        except ValueError as error:
            raise Fault(f"--chain: is no JSON ({error})") from error
    return changes


def _readings(given: argparse.Namespace) -> int:
    from wherefrom.api import correcting  # noqa: PLC0415

    with opened(given) as ledger:
        found = correcting.readings_of(ledger, given.name, as_of=given.as_of, every=given.every)
    if given.json:
        print_json(found)
    elif not found:
        say("There is one account of every statement; --all shows them.")
    else:
        for one in found:
            _show_accounts(one)
    return 0


def _reread(given: argparse.Namespace) -> int:
    from wherefrom.api import correcting  # noqa: PLC0415

    with opened(given) as ledger:
        done = correcting.reread(ledger, reader=given.reader, by=given.by)
    for one in done.unread:
        complain(f"{one.path}: {one.why}")
    if given.json:
        print_json(done)
    else:
        say(
            f"{done.documents} documents read by {done.reader.name} {done.reader.version}; {len(done.changed)} read otherwise"
        )
    return AT_FAULT if done.unread else 0


def _regroup(given: argparse.Namespace) -> int:
    from wherefrom.api import correcting  # noqa: PLC0415

    with opened(given) as ledger:
        work = correcting.merge_claims if given.verb == "merge" else correcting.split_claim
        done = work(ledger, given.names, why=given.why, by=given.by)
    print_json(done) if given.json else _show_regrouping(done)
    return 0


def _regroupings(given: argparse.Namespace) -> int:
    from wherefrom.api import correcting  # noqa: PLC0415

    with opened(given) as ledger:
        found = correcting.regroupings(ledger, as_of=given.as_of)
    print_json(found) if given.json else _show_regroupings(found)
    return 0


def _impact(given: argparse.Namespace) -> int:
    from wherefrom.api import correcting  # noqa: PLC0415

    with opened(given) as ledger:
        found = correcting.impact(ledger, given.name, as_of=given.as_of)
    print_json(found) if given.json else _show_impact(found)
    return 0


def _rescind(given: argparse.Namespace) -> int:
    from wherefrom.api import correcting  # noqa: PLC0415

    with opened(given) as ledger:
        found = correcting.take_back(ledger, given.name, given.verb, since=given.since, why=given.why, by=given.by)
    if given.json:
        print_json(found)
        return 0
    say(f"{found.name}: {given.verb}{f' since {given.since}' if given.since else ''}")
    _show_impact(found)
    return 0


# --- showing it


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def _chain(one: Appearance) -> str:
    sources = [link.source.text if link.source else "(nobody is named)" for link in one.chain]
    return " <- ".join(_short(source) for source in sources) or "(no voice)"


def _statement(one: Appearance | None) -> str:
    return "(nothing)" if one is None else f"{one.id}  “{_short(one.text)}”, {one.polarity}; {_chain(one)}"


def _place(spans: Spans) -> str:
    return ", ".join(f"{start}-{end}" for start, end in spans)


def _show_correction(done: "Correction") -> None:
    say(f"was  {_statement(done.was)}")
    say(f"now  {_statement(done.now)}")
    say(f"entry {done.seq}, {done.by}, {done.at}")


def _show_accounts(one: "Accounts") -> None:
    say(f"{one.document} {_place(one.spans)}  “{_short(one.text)}”")
    for read in one.readings:
        for number, statement in enumerate(read.appearances or (None,)):
            say(f"  {f'{read.reader.name} {read.reader.version}' if not number else '':<28}{_statement(statement)}")
    for said in one.said:
        why = f" ({said.why})" if said.why else ""
        say(f"  {said.by} {said.verdict}, {said.at[:10]}{why}: {_statement(said.appearance)}")
    for statement in one.holds or (None,):
        say(f"  {'holds':<28}{_statement(statement)}")


def _show_regrouping(done: "Regrouping") -> None:
    for target, claim in zip(done.said.targets, done.claims, strict=True):
        say(f"{target.id} is under {claim or 'no claim'}")
    say(f"entry {done.seq}, {done.by}, {done.at}")


def _show_regroupings(found: "Regroupings") -> None:
    for name, said in (("one claim", found.tied), ("a claim of its own", found.apart)):
        for together in said:
            say(f"{name}: {'; '.join(_anchor(one) for one in together)}")
    if not found:
        say("Nobody merged or split anything.")


def _anchor(one: Target) -> str:
    return f"{one.id} ({one.document} {_place(one.spans)})"


def _show_impact(found: "Impact") -> None:
    from wherefrom.ledger.saying import line_of  # noqa: PLC0415

    falling = [one for one in found.appearances if one.falls]
    places = len({one.document for one in falling})
    statements = f"{len(falling)} statement{'' if len(falling) == 1 else 's'}"
    say(f"{found.name}: {statements} in {places} document{'' if places == 1 else 's'} rest on it")
    for document in found.documents:
        how = "its own" if document.on is None else f"{document.how} {document.on}"
        what = ", ".join(part for part in (document.publisher or "(no outlet)", _short(document.title or "")) if part)
        say(f"  {document.document}  {what} ({how})")
    for claim in found.claims:
        before, after = ((one.at_least, one.at_most) for one in (claim.before, claim.after))
        told = (
            f"{_bounds(*before)}, without it {_bounds(*after)}" if before != after else f"{_bounds(*before)} either way"
        )
        say(f"  {claim.id}  “{_short(claim.text)}”: {told}")
    for name, several in (("judged", found.judgements), ("released", found.releases)):
        for entry in several:
            say(f"  {name}: {entry.at[:10]}, {entry.by}, entry {entry.seq}: {line_of(entry.said)}")


def _bounds(least: int, most: int | None) -> str:
    if most == least:
        return f"{least} origin{'s' * (least != 1)}"
    return f"{least} to {most} origins" if most is not None else f"{least} origins or more"
