"""Findings as a dossier: one HTML file that opens the exact words behind every claim, and needs no network.

A document's text can become neither markup nor script: the template escapes every value, the script is given nothing
but attributes, and the page's policy allows no style or script but the two whose hashes it names.
"""

from markupsafe import Markup

from wherefrom.judging import Yardstick
from wherefrom.model.release import Release

from .cards import FILTERS, sheets, totals
from .compared import Compared
from .inshort import in_short
from .page import environment, inlined, policy
from .pages import pages, pages_of
from .tlp import label, noted


def dossier(release: Release, yardstick: Yardstick | None = None) -> str:
    """The whole page; `yardstick` gives estimative words their ranges in documents that name no scheme themselves.

    The same findings at the same level always give the same characters: it tells no time of making, and not for whom. The label stands in
    header and footer, and in the margins of every page that is printed.
    """
    findings, shown_as = release.findings, label(release)
    style, script = inlined("dossier.css", "across.css", "inshort.css"), inlined("dossier.js")
    if shown_as is not None:
        style += Markup(shown_as.style)  # noqa: S704  # our own, made of nothing but one of five labels
    shown, compared = sheets(findings, yardstick), Compared.of(findings, yardstick)
    leaves = pages(compared)
    sheet_of = {sheet.document.id: sheet.anchor for sheet in shown}
    return (
        environment()
        .get_template("dossier.html.j2")
        .render(
            policy=policy(style, script),
            style=style,
            script=script,
            sheets=shown,
            totals=totals(shown, len(leaves)),
            filters=FILTERS,
            compared=compared,
            stories=in_short(compared.shelf, compared.shelf.material.findings),
            claim_text={claim.id: claim.text for claim in findings.claims},
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
