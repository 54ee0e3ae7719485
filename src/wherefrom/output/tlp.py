"""The label of a release as it is shown (TLP 2.0, FIRST, August 2022): in capitals, never translated, its colour on black."""

from collections.abc import Mapping
from dataclasses import dataclass

from wherefrom.model.handling import Level
from wherefrom.model.release import Release

from .wording import one_line, title_of

COLOURS: Mapping[Level, str] = {
    "TLP:CLEAR": "#FFFFFF",
    "TLP:GREEN": "#33FF00",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:RED": "#FF2B2B",
}

_STYLE = """
.tlp { width: fit-content; margin: 0.5rem 0 0.5rem auto; padding: 0 0.5em; text-align: right; }
.tlp { color: COLOUR; background: #000; font: bold 12pt/1.4 sans-serif; print-color-adjust: exact; }
.notes li { margin: 0 0 0.5rem; }
.notes bdi { white-space: pre-wrap; overflow-wrap: anywhere; }
@page {
  @top-right { content: "LABEL"; SHEET }
  @bottom-right { content: "LABEL"; SHEET }
}
"""

_SHEET = (
    "width: WIDTHem; height: 1.4em; margin: auto 0; text-align: center; "
    "color: COLOUR; background: #000; font: bold 12pt/1.4 sans-serif;"
)
"""As it stands in the margins of a sheet of paper."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label, its colour, and how it stands on a page and on each sheet of paper."""

    level: Level
    colour: str
    style: str


def label(release: Release) -> Label | None:
    """The label of a release; None for what was just read and has no marking."""
    if release.level is None:
        return None
    colour = COLOURS[release.level]
    sheet = _SHEET.replace("WIDTH", str(len(release.level)))
    style = _STYLE.replace("SHEET", sheet).replace("COLOUR", colour).replace("LABEL", release.level)
    return Label(release.level, colour, style)


def noted(release: Release) -> Mapping[str, str]:
    """What the notes of a release are on, by its id there, in words."""
    found = release.findings
    named = {one.id: title_of(one) for one in found.documents}
    named |= {one.id: one.name for one in found.parties}
    named |= {one.id: f"“{one_line(one.text)}”" for one in found.claims}
    named |= {one.id: f"“{one_line(one.text)}”" for one in found.appearances}
    return {note.on: named[note.on] for note in release.notes}
