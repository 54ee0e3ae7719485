"""Whether a claim was corrected or withdrawn: by what a text says, by its source, or by a later version."""

from collections import defaultdict
from collections.abc import Sequence

from wherefrom.comparing.drift.tellings import Relied
from wherefrom.comparing.drift.wording import Wording, likeness
from wherefrom.comparing.material import Material
from wherefrom.model.claim import CARRYING, Standing

from .course import Course
from .said_of import said_of_report
from .tellings import Telling, When, voice_of


def taken_back(material: Material, course: Course, one: Telling) -> Standing | None:
    """Whether a telling says that the claim was withdrawn or corrected, or is itself the one that takes it back."""
    told = said_of_report(material, one.appearance)
    if told is not None or one.stance != "denies":
        return told
    admits = bool(one.guard.sourced) and one.guard.sourced[-1].act == "discloses"
    if admits and one.guard.sourced[-1].polarity == "positive" and _had_told(course, one):
        return "withdrawn"
    before = {name for name, how in course.relied.on.get(one.name, {}).items() if how.how == "version-of"}
    return "corrected" if not course.documents.isdisjoint(before) else None


def _had_told(course: Course, one: Telling) -> bool:
    return voice_of(one.document, one.appearance) in course.voices


def dropped(material: Material, relied: Relied, told: Sequence[Telling]) -> dict[When, list[str]]:
    """When later versions of articles dropped the claim, with the earlier tellings: nothing like them is left."""
    held = {one.name for one in told}
    found: defaultdict[When, list[str]] = defaultdict(list)
    for one in told:
        later = relied.versions.get(one.name, ()) if one.stance in CARRYING else ()
        for name in later:
            if name not in held and name in material.documents and not _is_left(material, one, name):
                found[When.of(material.documents[name])].append(one.id)
    return found


def _is_left(material: Material, one: Telling, name: str) -> bool:
    wording, document = Wording.of(one.document, one.appearance), material.documents[name]
    return any(likeness(Wording.of(document, other), wording) for other in material.of_document[name])
