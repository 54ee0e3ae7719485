"""The commands `vet` and `case`: what a source disclosed and what became of that; earlier cases beside this one."""

import argparse
import sys
from typing import TYPE_CHECKING, get_args

from wherefrom.model.judgement import Outcome

from .faults import Fault
from .ledger import opened, print_json, say, takes_ledger

if TYPE_CHECKING:
    from wherefrom.api.vetting import Kept

    from . import Commands


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    _add_vet(commands)
    _add_case(commands)


def _add_vet(commands: "Commands") -> None:
    vet = commands.add_parser(
        "vet",
        help="what a source disclosed, and what became of that",
        description="What somebody disclosed, item by item: when and through whom, what was public before, who confirmed or contradicted it "
        "later, what cannot be tested. Counts with the items behind them, and no score: copies and retellings that go back to the source "
        "count for nothing. With --outcome you say yourself what became of an item, which stands beside what is counted.",
    )
    vet.add_argument(
        "party",
        metavar="PARTY",
        help="a party's id; the name of a person, an organisation, an outlet; a source's handle",
    )
    vet.add_argument("--item", metavar="ID", help="only this item, by the id that the list shows")
    vet.add_argument(
        "--outcome", choices=get_args(Outcome), help="say what became of the item (open: take back what you said)"
    )
    vet.add_argument("--why", default="", metavar="WORDS", help="on what grounds you say so")
    takes_ledger(vet, writes=True, as_of=True)
    vet.set_defaults(run=_vet)


def _add_case(commands: "Commands") -> None:
    case = commands.add_parser(
        "case",
        help="earlier cases of the same kind beside this one",
        description="Cases that people chose from the ledger: who and what had which role, how it went, how it ended. Nothing is suggested, and "
        "what nobody noted is never taken for a no.",
    )
    verbs = case.add_subparsers(title="what to do", metavar="VERB", required=True)
    add = verbs.add_parser("add", help="keep a case")
    add.add_argument("name", metavar="NAME", help="what to call it")
    change = verbs.add_parser("change", help="say anew what a case is; what was said before stays in its history")
    change.add_argument("case", metavar="CASE", help="a case's id or name")
    change.add_argument("--name", metavar="NAME", help="what to call it from now on")
    change.add_argument("--without", action="append", default=[], metavar="ROLE", help="a role that goes (repeatable)")
    for one in (add, change):
        one.add_argument(
            "--kind", required=one is add, metavar="KIND", help="what kind of case it is, as in “defector”"
        )
        one.add_argument(
            "--role",
            dest="roles",
            action="append",
            default=[],
            required=one is add,
            metavar="ROLE=WHO",
            help="who or what has which role: a claim's or a party's id, a name, a handle (repeatable)",
        )
        one.add_argument("--ended", metavar="WORDS", help="how it ended, with the day, as in “2031-05-04: charged”")
    add.set_defaults(run=_case_add)
    change.set_defaults(run=_case_change)

    drop = verbs.add_parser("drop", help="say that a case is none; it stays in the history")
    drop.add_argument("case", metavar="CASE", help="a case's id or name")
    drop.set_defaults(run=_case_drop)
    for one in (add, change, drop):
        one.add_argument("--why", default="", metavar="WORDS", help="on what grounds")
        takes_ledger(one, writes=True)

    show = verbs.add_parser("show", help="a case, and all that was said of it")
    show.add_argument("case", metavar="CASE", help="a case's id or name")
    show.set_defaults(run=_case_show)
    listed = verbs.add_parser("list", help="the cases in a ledger")
    listed.add_argument("--kind", metavar="KIND", help="only cases of this kind")
    listed.set_defaults(run=_case_list)
    beside = verbs.add_parser("beside", help="cases side by side")
    beside.add_argument(
        "cases", nargs="*", metavar="CASE", help="a case's id or name; one alone: beside all of its kind"
    )
    beside.add_argument("--kind", metavar="KIND", help="all cases of this kind")
    beside.set_defaults(run=_case_beside)
    for one in (show, listed, beside):
        takes_ledger(one, as_of=True)


def _vet(given: argparse.Namespace) -> int:
    from wherefrom.api import vetting  # noqa: PLC0415  only these commands load the database

    if given.outcome is None and given.why:
        raise Fault("--why: belongs to an --outcome")
    if given.outcome is not None and given.item is None:
        raise Fault("--outcome: of which --item?")
    if given.outcome is not None and given.as_of is not None:
        raise Fault("--as-of: goes with looking, not with saying what became of something")
    with opened(given) as ledger:
        if given.outcome is not None:
            found = vetting.assess(ledger, given.party, given.item, given.outcome, given.why, by=given.by)
        else:
            found = vetting.vet(ledger, given.party, as_of=given.as_of)
    item = None if given.item is None else vetting.item_of(found, given.item)
    if given.json:
        opinions = () if item is None else tuple(one for one in found.opinions if one.item == item.id)
        print_json(found if item is None else {"item": item, "opinions": opinions})
        return 0
    from wherefrom.output.terminal import console_for  # noqa: PLC0415  only where there is something to show
    from wherefrom.output.terminal_vetting import show_vet  # noqa: PLC0415

    show_vet(found, console_for(sys.stdout), None if item is None else item.id)
    return 0


def _case_add(given: argparse.Namespace) -> int:
    from wherefrom.api import vetting  # noqa: PLC0415

    with opened(given) as ledger:
        found = vetting.add_case(
            ledger,
            given.name,
            kind=given.kind,
            roles=_roles(given.roles),
            ended=given.ended or "",
            why=given.why,
            by=given.by,
        )
    return _shown(found, given)


def _case_change(given: argparse.Namespace) -> int:
    from wherefrom.api import vetting  # noqa: PLC0415

    with opened(given) as ledger:
        found = vetting.change_case(
            ledger,
            given.case,
            name=given.name,
            kind=given.kind,
            ended=given.ended,
            roles=_roles(given.roles),
            without=given.without,
            why=given.why,
            by=given.by,
        )
    return _shown(found, given)


def _case_drop(given: argparse.Namespace) -> int:
    from wherefrom.api import vetting  # noqa: PLC0415

    with opened(given) as ledger:
        found = vetting.drop_case(ledger, given.case, why=given.why, by=given.by)
    return _shown(found, given)


def _case_show(given: argparse.Namespace) -> int:
    from wherefrom.api import vetting  # noqa: PLC0415

    with opened(given) as ledger:
        found = vetting.case(ledger, given.case, as_of=given.as_of)
    return _shown(found, given)


def _case_list(given: argparse.Namespace) -> int:
    from wherefrom.api import vetting  # noqa: PLC0415

    with opened(given) as ledger:
        found = vetting.cases(ledger, kind=given.kind, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        ended = f"; ended: {one.case.ended}" if one.case.ended else ""
        say(
            " ".join(
                f"{one.case.case}  {one.case.name} ({one.case.kind}, {one.case.by}, {one.case.told[:10]}){ended}".split()
            )
        )
    if not found:
        say("no cases")
    return 0


def _case_beside(given: argparse.Namespace) -> int:
    from wherefrom.api import vetting  # noqa: PLC0415

    if not given.cases and given.kind is None:
        raise Fault("beside: which cases? Name some, or a --kind")
    with opened(given) as ledger:
        found = vetting.beside(ledger, given.cases, kind=given.kind, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    from wherefrom.output.terminal import console_for  # noqa: PLC0415
    from wherefrom.output.terminal_cases import show_beside  # noqa: PLC0415

    show_beside(found, console_for(sys.stdout))
    return 0


def _roles(given: list[str]) -> list[tuple[str, str]]:
    found = [one.partition("=") for one in given]
    for role, sign, who in found:
        if not sign or not role.strip() or not who.strip():
            raise Fault(f"--role: is written ROLE=WHO, as in “defector=Lea Orrin”: {f'{role}{sign}{who}'[:60]!r}")
    return [(role.strip(), who.strip()) for role, _, who in found]


def _shown(found: "Kept", given: argparse.Namespace) -> int:
    if given.json:
        print_json(found)
        return 0
    from wherefrom.output.terminal import console_for  # noqa: PLC0415
    from wherefrom.output.terminal_cases import show_case  # noqa: PLC0415

    show_case(found, console_for(sys.stdout))
    return 0
