"""Findings as a dossier: one HTML file that opens the exact words behind every claim, and needs no network.

A document's text can become neither markup nor script: the template escapes every value, the script is given nothing
but attributes, and the page's policy allows no style or script but the two whose hashes it names.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wherefrom.judging import Yardstick
from wherefrom.model import GAP, Findings

from .cards import FILTERS, sheets, totals
from .wording import counted, visible


def dossier(findings: Findings, yardstick: Yardstick | None = None) -> str:
    """The whole page; `yardstick` gives estimative words their ranges in documents that name no scheme themselves.

    The same findings always give the same characters: it tells no time of making.
    """
    style, script = _inlined("dossier.css"), _inlined("dossier.js")
    shown = sheets(findings, yardstick)
    return (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            policy=_policy(style, script),
            style=style,
            script=script,
            sheets=shown,
            totals=totals(shown),
            filters=FILTERS,
            unread=findings.unread,
            reader=findings.reader,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("wherefrom.output"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    environment.filters["counted"] = counted
    environment.filters["file_name"] = _file_name
    environment.globals["GAP"] = GAP
    return environment


def _file_name(path: str) -> str:
    """A file's name without its folders, which tell of the machine and not of the report."""
    return re.split(r"[/\\]", path)[-1]


def _harmless(value: object) -> object:
    """Every value on its way into the page: characters that would steer the screen are shown instead."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _inlined(name: str) -> Markup:
    """A file of our own, put into the page as it is."""
    text = files("wherefrom.output").joinpath("templates", name).read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704  # our own style and script, never a document's words


def _policy(style: str, script: str) -> str:
    """The page's Content-Security-Policy: nothing may be loaded, and only these two blocks may act."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(block: str) -> str:
    return f"sha256-{b64encode(sha256(block.encode()).digest()).decode()}"
