"""What all pages have in common: templates that escape every value, style and script put into the page, and what may act in it."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wherefrom.model import GAP

from .cards import is_language
from .graph import HEADINGS
from .shared import UNKNOWN_OUTLET
from .standing_words import STANCES
from .wording import counted, visible

MOST_OPEN = 20
"""Shared claims that are listed at once; the rest opens, so that a long story stays a page that one can read."""

MOST_ROWS = 12
"""Likewise for conflicts, changes on the way and times."""


@cache
def environment() -> Environment:
    """The templates, with every value escaped on its way into a page."""
    made = Environment(
        loader=PackageLoader("wherefrom.output"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    made.filters["counted"] = counted
    made.filters["file_name"] = _file_name
    made.tests["lettered"] = is_language
    made.globals |= {
        "GAP": GAP,
        "headings": HEADINGS,
        "most_open": MOST_OPEN,
        "most_rows": MOST_ROWS,
        "stances": STANCES,
        "unknown_outlet": UNKNOWN_OUTLET,
    }
    return made


def _file_name(path: str) -> str:
    """A file's name without its folders, which tell of the machine and not of the report."""
    return re.split(r"[/\\]", path)[-1]


def _harmless(value: object) -> object:
    """Every value on its way into the page: characters that would steer the screen are shown instead."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def inlined(*names: str) -> Markup:
    """Files of our own, put into the page as they are."""
    folder = files("wherefrom.output").joinpath("templates")
    text = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
    return Markup(text)  # noqa: S704  # our own style and script, never a document's words


def policy(style: str, script: str = "") -> str:
    """The page's Content-Security-Policy: nothing may be loaded, and only these two blocks, or this one, may act."""
    acts = f"script-src '{_hash(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{_hash(style)}'; {acts}base-uri 'none'; form-action 'none'"


def _hash(block: str) -> str:
    return f"sha256-{b64encode(sha256(block.encode()).digest()).decode()}"
