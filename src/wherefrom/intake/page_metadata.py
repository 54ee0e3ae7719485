"""What a page states about its report in so many words: date, outlet, language, headline.

Nothing is made out of addresses, copyright years or figures in the text.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from .dates import iso_date
from .metadata import Metadata, one_line

Element: TypeAlias = Any

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "date",
)
"""Names under which pages state the day of publication, the plainest first."""

_OUTLET_NAMES = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

_DATED = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)

_ARTICLE = re.compile(r"Article|NewsArticle|Report|BlogPosting|WebPage|LiveBlog")

_MAX_OUTLET = 80
"""A publisher's name is shorter; longer contents of these fields are slogans."""


def stated_by(tree: Element) -> Metadata:
    """Outlet, date of publication and language, each only if the page states it for machines to read."""
    stated = _meta(tree)
    linked = list(_linked(tree))
    return Metadata(
        outlet=_outlet(stated, linked),
        published=_published(tree, stated, linked),
        language=_language(tree),
    )


def headline_of(tree: Element, title: str | None, outlet: str | None) -> str | None:
    """The headline as printed: the page's one h1, else the title it states, without the outlet's name behind it."""
    heads = [words for head in tree.iter("h1") if (words := one_line(head.text_content()))]
    if len(heads) == 1 and heads[0] != outlet and len(heads[0]) > 3:
        return heads[0]
    stated = one_line(title)
    if stated and outlet:
        stated = re.sub(rf"\s+[|–—·:»-]\s+{re.escape(outlet)}$", "", stated)
    return stated


def _meta(tree: Element) -> dict[str, str]:
    """The first content of every named meta element, by its name in lower case."""
    stated: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = one_line(element.get("content"))
        if name and content:
            stated.setdefault(name.strip().lower(), content)
    return stated


def _linked(tree: Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's linked data (JSON-LD) that describe its article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            held = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(held, 0):
            kinds = thing.get("@type")
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in _listed(kinds)):
                yield thing


def _things(held: object, depth: int) -> Iterator[dict[str, Any]]:
    """The objects in linked data: itself, a list of them, or those of its graph."""
    if depth > 3:
        return
    for thing in _listed(held):
        if isinstance(thing, dict):
            yield thing
            yield from _things(thing.get("@graph"), depth + 1)
            yield from _things(thing.get("mainEntity"), depth + 1)


def _listed(held: object) -> list[Any]:
    return held if isinstance(held, list) else [held]


def _outlet(stated: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    """The outlet's name; an address or a handle is none."""
    names = [stated.get("og:site_name")]
    for thing in linked:
        names += [who.get("name") for who in _listed(thing.get("publisher")) if isinstance(who, dict)]
    names += [stated.get(name) for name in _OUTLET_NAMES]
    for name in names:
        clean = one_line(name) if isinstance(name, str) else None
        if clean and len(clean) <= _MAX_OUTLET and "://" not in clean and not clean.startswith("@"):
            return clean
    return None


def _published(tree: Element, stated: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    """The first date of publication that is stated as ISO 8601."""
    found: list[object] = [thing.get("datePublished") for thing in linked]
    found += [stated.get(name) for name in _DATE_NAMES]
    for element in tree.iter():
        if element.get("itemprop") == "datePublished" or (element.tag == "time" and element.get("pubdate") is not None):
            found += [element.get("datetime"), element.get("content")]
    found += _times_of_article(tree)
    return next((date for value in found if isinstance(value, str) and (date := _iso(value))), None)


def _times_of_article(tree: Element) -> list[str]:
    """The `time` of the page, when all that it has state one and the same day: several may be of other reports."""
    times = [value for element in tree.iter("time") if _iso(value := element.get("datetime") or "")]
    return times[:1] if len({value[:10] for value in times}) == 1 else []


def _iso(value: str) -> str | None:
    """The date in a stated value, if it begins with one."""
    found = _DATED.match(value.strip())
    if found is None:
        return None
    time = f"T{found['time']}{found['zone'] or ''}" if found["time"] else ""
    try:
        return iso_date(found["day"] + time)
    except ValueError:
        return None


def _language(tree: Element) -> str | None:
    """The primary subtag of the language that the page says it is in."""
    root = tree if tree.tag == "html" else next(tree.iter("html"), None)
    if root is None:
        return None
    stated = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
    primary = re.split(r"[-_]", stated.strip().lower())[0]
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) else None
