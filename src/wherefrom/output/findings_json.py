"""Findings -> the JSON that other programs read."""

import json
import re
from dataclasses import fields, is_dataclass

from wherefrom.model import FORMAT, Document, Findings, Membership
from wherefrom.model.release import Release

RELEASE_FORMAT = "wherefrom-release/1"
"""The name of the JSON format of releases."""

EXACT_INTEGERS = 2**53
"""Up to here every integral float is the number that was meant; beyond it, digits would be made up."""

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def findings_json(release: Release) -> str:
    """The findings as JSON: the same findings always give the same characters.

    Readable as it stands (one space a level, letters unescaped), with a line end at the end. The format has no place for a label or for notes:
    see `release_json`.
    """
    return _written(_findings(release.findings))


def release_json(release: Release) -> str:
    """A release as JSON: its label before all else, as TLP 2.0 has it, the notes, the findings in their own format."""
    notes = [_fields_of(note) for note in release.notes]
    return _written(
        {"tlp": release.level, "format": RELEASE_FORMAT, "notes": notes, "findings": _findings(release.findings)}
    )


def _findings(findings: Findings) -> dict[str, object]:
    return {"format": FORMAT} | _fields_of(findings)


def _written(shown: dict[str, object]) -> str:
    written = json.dumps(shown, ensure_ascii=False, indent=1, allow_nan=False)
    # A path that is no valid text comes to us with lone surrogates. No encoding can write them; JSON's escapes can.
    return LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"


def _plain(value: object) -> object:
    """The value in JSON's own terms. The model's fields have the names and the order of the format."""
    if isinstance(value, Document):
        return _document(value)
    if isinstance(value, Membership):  # the format has no place for how surely
        return {"id": value.id, "stance": value.stance}
    if is_dataclass(value):
        return _fields_of(value)
    if isinstance(value, tuple):  # spans too
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT_INTEGERS:
        return int(value)
    return value


def _fields_of(value: object) -> dict[str, object]:
    if not is_dataclass(value):
        msg = f"not one of the model's nouns: {type(value).__name__}"
        raise TypeError(msg)
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _document(document: Document) -> dict[str, object]:
    """What the format says of a document: its bytes stay behind, their hash stands for them."""
    names = ("id", "path", "sha256", "title", "publisher", "author", "url", "published", "language", "text", "blocks")
    return {name: _plain(getattr(document, name)) for name in names}
