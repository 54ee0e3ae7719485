"""Who took a picture or owns it, at the end of a caption or alone, and the openings that only captions have."""

import re

from .names import only_names, words_of

MAX_CAPTION = 600
"""Longer paragraphs than this are told under no picture, whatever stands in brackets at their end."""

_MAX_CREDIT = 200
"""Characters at the end of a line within which its credit begins, if it has one."""

_MAX_CREDIT_WORDS = 12

_PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|screen ?(?:shot|grab)s?|video|graphics?|artwork)"
)

_LABEL = re.compile(
    rf"(?:file\s+)?{_PICTURE}\s*(?:credits?|courtesy(?:\s+of)?|by|via|from|source)?\s*[:/]\s*"
    rf"|(?:file\s+)?{_PICTURE}\s+(?:credits?|courtesy(?:\s+of)?|by|via|source)\s+|file\s*:\s*|credits?\s*(?::|\.\.\.|…)\s*|courtesy(?:\s+of\s+|\s*:\s*)",
    re.IGNORECASE,
)

_PICTURE_AT_END = re.compile(rf"(?:^|[\s/-])(?:{_PICTURE}|handout|file)(?:\s+only)?$", re.IGNORECASE)

_PICTURE_HOUSES = re.compile(
    r"(?:getty|shutterstock|istock|alamy|unsplash|pexels|pixabay|flickr|wikimedia|wikipedia|dreamstime|depositphotos|adobe stock"
    r"|ap photo|afp photo|reuters file|(?:via|courtesy)\s+(?:twitter|x|facebook|instagram|telegram|youtube|weibo|tiktok"
    r"|reddit|vk|linkedin|flickr|ap|afp|reuters|getty|wikimedia|wikipedia|google|[a-z]+ images))\b",
    re.IGNORECASE,
)

_AGENCY = re.compile(
    r"(?:AP|AFP|EPA|EPA-EFE|EFE|UPI|PTI|ANI|Reuters|Xinhua|TASS|dpa|PA|DPA|Kyodo|Bloomberg)(?:\s*/.*)?"
)

_AGENCY_NAME = r"(?:AP|AFP|EPA|EPA-EFE|EFE|UPI|PTI|Reuters|REUTERS|Xinhua|TASS|PA|DPA|Kyodo|Getty(?: Images)?|GETTY)"

_OF_AGENCY = re.compile(rf"{_AGENCY_NAME}\s*/\s*[^.!?]+|[^!?:;,]+\s*/\s*{_AGENCY_NAME}(?:\s+(?:file|pool|photo))?\.?")

_WORDS_OF_SENTENCES = frozenset(
    """he she it they we i you his her their our my your was were is are be been had has have will would could no not
    did do does that which who including with""".split()
)

_BRACKETED = re.compile(r"(?P<space>\s*)(?P<credit>[(\[](?P<inner>[^()\[\]]{2,160})[)\]])(?P<stop>\.?)$")

_STOP = re.compile(r"(?<=[.!?…\"'”’)])\s*(?=\S)|\s*\|\s*(?=\S)|\s+[–—]\s+(?=\S)")
"""After what a credit without brackets may begin."""

_FOR_SHOW = re.compile(
    rf"""(?:(?:this|the)\s+)?(?:for\s+)?(?:{_PICTURE}\s+)?(?:is\s+|are\s+|used\s+|shown\s+)*(?:for\s+)?(?:only\s+for\s+)?
        (?:representation(?:al)?|representative|illustrative|illustration|symbolic|file|stock|archive)
        (?:\s+(?:purposes?|use|only|{_PICTURE}))*\.?""",
    re.IGNORECASE | re.VERBOSE,
)

_CAPTION_OPENING = re.compile(
    rf"""(?:from|clockwise\s+from)\s+(?:left|right|top)(?:\s+to\s+right|\s+left)?\s*(?::|,\s+(?-i:[A-Z]))
    |(?:left|right|top|bottom|above|below|cent(?:re|er)|inset)(?:\s+to\s+right)?\s*:
    |l\s*[-–]\s*r\s*:|\(l\s*[-–]\s*r\)
    |pictured(?:\s+(?:above|below|here|left|right))?\s*[:,]
    |(?:file\s*)?{_PICTURE}\s*:|file\s*[:–—-]\s|file\s+{_PICTURE}\b|(?:{_PICTURE}\s+)?caption\s*:""",
    re.IGNORECASE | re.VERBOSE,
)

_CAPTION_LIKE = re.compile(
    rf"""(?:an?|this|the|these|in\s+this)\s+(?:\w+\s+){{0,3}}(?:{_PICTURE}|still)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_credit(line: str) -> bool:
    """Whether a line only says whose picture it is, or that the picture is there for show."""
    bracketed = _BRACKETED.fullmatch(line)
    if bracketed is not None:
        return _names_pictures(bracketed["inner"])
    return _is_labelled(line) or _FOR_SHOW.fullmatch(line) is not None


def credit_start(line: str, *, caption: bool) -> int | None:
    """Where the credit at the end of a line begins, None where it has none.

    `caption` says that the line is known for a caption: then the bare name of an agency in brackets is a credit too,
    which at the end of a report only says whose report it is; and a full stop may follow the brackets, which elsewhere
    makes them a part of the sentence.
    """
    begin = max(0, len(line) - _MAX_CREDIT)
    tail = line[begin:]
    found = _BRACKETED.search(tail)
    if found is None:
        starts = (stop.end() for stop in _STOP.finditer(tail) if _is_labelled(tail[stop.end() :]))
        start = next(starts, None)
    else:
        inner = found["inner"].strip()
        is_picture = _is_labelled(inner) or (_names_pictures(inner) and (caption or not found["stop"]))
        start = found.start("credit") if is_picture or (caption and _AGENCY.fullmatch(inner)) else None
    return begin + start if start is not None and begin + start > 0 else None


def opens_caption(line: str) -> bool:
    """Whether a line begins as only captions do: "From left:", "Pictured:", "File photo"."""
    return _CAPTION_OPENING.match(line) is not None and len(line) <= MAX_CAPTION


def may_open_caption(line: str) -> bool:
    """Whether a line begins as captions do, but prose may as well: "A photo shows"."""
    return _CAPTION_LIKE.match(line) is not None and len(line) <= MAX_CAPTION


def _is_labelled(line: str) -> bool:
    """Whether it is "Photo: Jane Doe/Agency" or "AGENCY/Jane Doe"; "Credit: the bank said it would" is prose."""
    label = _LABEL.match(line)
    if label is not None:
        return _are_names(line[label.end() :])
    return _OF_AGENCY.fullmatch(line) is not None and _are_names(line)


def _are_names(line: str) -> bool:
    """Whether there are names only, a few of them, in what follows a label."""
    words = [word for word in words_of(line.rstrip(".")) if not _PICTURE_AT_END.search(word)]
    return len(words) <= _MAX_CREDIT_WORDS and only_names(words, roles=False, times=True)


def _names_pictures(inner: str) -> bool:
    """Whether words in brackets are a credit: "Shutterstock image", "Photo: X/Agency", "via Twitter"."""
    inner = inner.strip()
    words = inner.split()
    if len(words) > _MAX_CREDIT_WORDS or _WORDS_OF_SENTENCES & {word.lower() for word in words}:
        return False
    if _is_labelled(inner) or _PICTURE_HOUSES.match(inner) is not None or _PICTURE_HOUSES.search(inner.split("/")[-1]):
        return True
    return len(words) <= 6 and inner[:1].isupper() and _PICTURE_AT_END.search(inner) is not None
