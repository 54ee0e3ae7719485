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
from wherefrom.model import GAP
from wherefrom.model.release import Release

from .cards import FILTERS, is_language, sheets, totals
from .compared import Compared
from .graph import HEADINGS
from .pages import pages, pages_of
from .shared import UNKNOWN_OUTLET
from .standing_words import STANCES
from .tlp import label, noted
from .wording import counted, visible

MOST_OPEN = 20
"""Shared claims that are listed at once; the rest opens, so that a long story stays a page that one can read."""

MOST_ROWS = 12
"""Likewise for conflicts, changes on the way and times."""


def dossier(release: Release, yardstick: Yardstick | None = None) -> str:
    """The whole page; `yardstick` gives estimative words their ranges in documents that name no scheme themselves.

    The same findings at the same level always give the same characters: it tells no time of making, and not for whom. The label stands in
    header and footer, and in the margins of every page that is printed.
    """
    findings, shown_as = release.findings, label(release)
    style, script = _inlined("dossier.css", "across.css"), _inlined("dossier.js")
    if shown_as is not None:
        style += Markup(shown_as.style)  # noqa: S704  # our own, made of nothing but one of five labels
    shown, compared = sheets(findings, yardstick), Compared.of(findings, yardstick)
    leaves = pages(compared)
    sheet_of = {sheet.document.id: sheet.anchor for sheet in shown}
    return (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            policy=_policy(style, script),
            style=style,
            script=script,
            sheets=shown,
            totals=totals(shown, len(leaves)),
            filters=FILTERS,
            compared=compared,
            pages=leaves,
            across=bool(leaves or compared.beyond),
            anchors=sheet_of | {card.appearance: card.anchor for sheet in shown for card in sheet.cards},
            sheet_of=sheet_of,
            page_of={page.shared.claim.id: page for page in leaves},
            pages_of=pages_of(leaves),
            unread=findings.unread,
            label=shown_as,
            notes=release.notes,
            noted=noted(release),
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
    environment.tests["lettered"] = is_language
    environment.globals |= {
        "GAP": GAP,
        "headings": HEADINGS,
        "most_open": MOST_OPEN,
        "most_rows": MOST_ROWS,
        "stances": STANCES,
        "unknown_outlet": UNKNOWN_OUTLET,
    }
    return environment


def _file_name(path: str) -> str:
    """A file's name without its folders, which tell of the machine and not of the report."""
    return re.split(r"[/\\]", path)[-1]


def _harmless(value: object) -> object:
    """Every value on its way into the page: characters that would steer the screen are shown instead."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _inlined(*names: str) -> Markup:
    """Files of our own, put into the page as they are."""
    folder = files("wherefrom.output").joinpath("templates")
    text = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
    return Markup(text)  # noqa: S704  # our own style and script, never a document's words


def _policy(style: str, script: str) -> str:
    """The page's Content-Security-Policy: nothing may be loaded, and only these two blocks may act."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(block: str) -> str:
    return f"sha256-{b64encode(sha256(block.encode()).digest()).decode()}"
