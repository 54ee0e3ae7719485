"""The command line: thin over `wherefrom.api`, one file a command group.

Exit status 0: done; 1: it ran and found something wrong; 2: the call or an input is at fault, with one plain line on
standard error for each fault. Never a traceback.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias

from wherefrom.model import WherefromError

from . import (
    checking,
    correcting,
    drafting,
    grading,
    handling,
    keeping,
    proving,
    reading,
    sharing,
    shelf_life,
    sourcing,
    vetting,
    weighing,
)
from .faults import AT_FAULT, Fault, complain, drop

INTERRUPTED = 130
"""What shells report for a program that Ctrl-C ended."""


class ShowVersion(argparse.Action):
    """Shows the version of the package and ends; only then is it looked up, which takes as long as parsing does."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print it on standard output."""
        from importlib.metadata import version  # noqa: PLC0415

        print(f"{parser.prog} {version('wherefrom')}")  # noqa: T201
        raise SystemExit(0)


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        """Complain about the call and exit with status 2."""
        complain(f"{message} (see {self.prog} --help)")
        raise SystemExit(AT_FAULT)


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001
"""What each command group adds its commands to; argparse keeps the type private."""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole program, with all its commands."""
    top = Parser(
        prog="wherefrom",
        description="Who says so, on whose word, and how sure? Reads reports and shows every claim in them with the "
        "chain of people who passed it on. Runs on this machine alone, without a network.",
    )
    top.add_argument("--version", action=ShowVersion, nargs=0, help="show program's version number and exit")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    for group in (
        reading,
        drafting,
        keeping,
        correcting,
        checking,
        sharing,
        handling,
        proving,
        shelf_life,
        sourcing,
        grading,
        weighing,
        vetting,
    ):
        group.add_to(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, or the process's own; its exit status."""
    _prepare_output()
    try:
        given = parser().parse_args(arguments)
        status = int(given.run(given))
        sys.stdout.flush()
    except (Fault, WherefromError) as fault:
        complain(str(fault))
        return AT_FAULT
    except BrokenPipeError:
        drop(sys.stdout)  # whoever read it has seen enough
        return 0
    except OSError as error:
        drop(sys.stdout)
        complain(f"standard output cannot be written ({error.strerror or error})")
        return AT_FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _prepare_output() -> None:
    """Make sure that there is an output, and that letters which it cannot show do not stop the program."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  it lives as long as the process
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
