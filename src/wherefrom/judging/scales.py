"""Scales that people judge by: which words each has, of what it may be said, and how a grade is put into words.

A grade is a word on a scale, in the words of one scheme, and never a number. F and 6 of the Admiralty system are no grade: they say that it
cannot be judged, are shown in words alone, and count nowhere.

Two texts of the Admiralty system are in use, with the same letters and figures and other words behind them: NATO STANAG 2511 (January 2003) and
US Army FM 2-22.3 (2006). Each grade is in one of them, by its name. What stands under `meaning` was checked against a text that quotes the
standard. Not checked, and so without a meaning, are: of STANAG 2511 the second half of 2 and all of 3 to 6; of FM 2-22.3 all but A, 1, 4 and 5,
and the short names there, which are the usual ones. Likelihood is in the words of a yardstick (`yardsticks`). Confidence is that of
Intelligence Community Directive 203, with the three factors that it rests on, as they are passed on from Joint Publication 2-0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wherefrom.model import Unreadable
from wherefrom.model.entry import Kind
from wherefrom.model.judgement import Scale, Scheme

from .yardsticks import YARDSTICKS


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a scale: the sign or word that people give, its short name, and its meaning in the scheme's words where these were checked."""

    value: str
    name: str
    meaning: str | None = None


Steps = Mapping[str, Step]


def _steps(*steps: Step) -> Steps:
    return MappingProxyType({one.value: one for one in steps})


STANAG_RELIABILITY = _steps(
    Step("A", "completely reliable", "a tried and trusted source which can be depended upon with confidence"),
    Step(
        "B",
        "usually reliable",
        "successful in the past but for which there is still some element of doubt in a particular case",
    ),
    Step(
        "C",
        "fairly reliable",
        "occasionally been used in the past and upon which some degree of confidence can be based",
    ),
    Step("D", "not usually reliable", "used in the past but has proved more often than not unreliable"),
    Step("E", "unreliable", "used in the past and has proved unworthy of any confidence"),
    Step("F", "reliability cannot be judged", "has not been used in the past"),
)

STANAG_CREDIBILITY = _steps(
    Step(
        "1",
        "confirmed by other sources",
        "if it can be stated with certainty that the reported information originates from another source than the already existing "
        "information on the same subject",
    ),
    Step(
        "2",
        "probably true",
        "if the independence of the source of any item or information cannot be guaranteed …",
    ),
    Step("3", "possibly true"),
    Step("4", "doubtful"),
    Step("5", "improbable"),
    Step("6", "truth cannot be judged"),
)

FM_RELIABILITY = _steps(
    Step(
        "A",
        "reliable",
        "No doubt of authenticity, trustworthiness, or competency; has a history of complete reliability",
    ),
    Step("B", "usually reliable"),
    Step("C", "fairly reliable"),
    Step("D", "not usually reliable"),
    Step("E", "unreliable"),
    Step("F", "reliability cannot be judged"),
)

FM_CREDIBILITY = _steps(
    Step(
        "1",
        "confirmed",
        "Confirmed by other independent sources; logical in itself; Consistent with other information on the subject",
    ),
    Step("2", "probably true"),
    Step("3", "possibly true"),
    Step("4", "doubtfully true", "possible but not logical; no other information"),
    Step("5", "improbable", "not logical in itself; contradicted"),
    Step("6", "truth cannot be judged"),
)

CONFIDENCE = _steps(Step("low", "low"), Step("moderate", "moderate"), Step("high", "high"))

FACTORS = ("key assumptions", "credibility and diversity of the sourcing", "strength of the argument")
"""What a confidence level rests on: the grounds of one speak of these."""

NO_GRADE = frozenset({"F", "6"})
"""What says that it cannot be judged."""

CONFIRMED = "1"
"""The one step that says something of how many sources there are, and so must be proven."""

SCHEMES: Mapping[Scheme, str] = MappingProxyType(
    {
        "stanag-2511": "STANAG 2511",
        "fm-2-22.3": "FM 2-22.3",
        "icd-203": YARDSTICKS["icd-203"].name,
        "phia": YARDSTICKS["phia"].name,
        "kent": YARDSTICKS["kent"].name,
    }
)
"""What each scheme is called."""

OF_SCALE: Mapping[Scale, tuple[Scheme, ...]] = MappingProxyType(
    {
        "reliability": ("stanag-2511", "fm-2-22.3"),
        "credibility": ("stanag-2511", "fm-2-22.3"),
        "likelihood": ("icd-203", "phia", "kent"),
        "confidence": ("icd-203",),
    }
)
"""The schemes that have words for each scale."""

OBJECTS: Mapping[Scale, tuple[Kind, ...]] = MappingProxyType(
    {
        "reliability": ("party",),
        "credibility": ("claim",),
        "likelihood": ("claim", "hypothesis"),
        "confidence": ("claim", "hypothesis"),
    }
)
"""Of what each scale speaks: a source can be relied on, what it says can be believed."""

ROWS_OF_ICD_203: tuple[frozenset[str], ...] = (
    frozenset(
        {
            "almost no chance",
            "very unlikely",
            "unlikely",
            "roughly even chance",
            "likely",
            "very likely",
            "almost certain",
            "almost certainly",
        }
    ),
    frozenset(
        {
            "remote",
            "highly improbable",
            "improbable",
            "improbably",
            "roughly even odds",
            "probable",
            "probably",
            "highly probable",
            "nearly certain",
        }
    ),
)
"""The two rows of words of ICD 203: whoever mixes them owes readers a disclaimer."""

_ADMIRALTY: Mapping[tuple[Scale, Scheme], Steps] = MappingProxyType(
    {
        ("reliability", "stanag-2511"): STANAG_RELIABILITY,
        ("credibility", "stanag-2511"): STANAG_CREDIBILITY,
        ("reliability", "fm-2-22.3"): FM_RELIABILITY,
        ("credibility", "fm-2-22.3"): FM_CREDIBILITY,
    }
)


def steps(scale: Scale, scheme: Scheme) -> Steps:
    """The steps of a scale in a scheme, in their order; a likelihood's have their range for a meaning."""
    if scale == "confidence":
        return CONFIDENCE
    if scale == "likelihood":
        return _steps(*(Step(word, word, str(band)) for word, band in YARDSTICKS[scheme].bands.items()))
    return _ADMIRALTY[scale, scheme]


def value_of(scale: Scale, scheme: Scheme, words: str) -> str:
    """The step that somebody gives, as the scheme writes it; raises Unreadable for what is none of its words, and lists these."""
    plain = " ".join(words.split())
    known = steps(scale, scheme)
    found = next((value for value in known if value.casefold() == plain.casefold()), None)
    if found is None:
        listed = ", ".join(_listed(one, scale) for one in known.values())
        why = f"is no {scale} in {SCHEMES[scheme]}; its words are: {listed}"
        raise Unreadable(plain or "the grade", f"{why}{_because(scale, plain)}")
    return found


def words_of(scale: Scale, scheme: Scheme, value: str) -> str:
    """A grade in words, with its scheme's name: "STANAG 2511: B, usually reliable"; "ICD 203: very likely (80–95 %)".

    What another version of this program let people give, and this one has no words for, is told as it was given.
    """
    one = steps(scale, scheme).get(value) if scheme in OF_SCALE[scale] else None
    if one is None:
        return f"{SCHEMES[scheme]}: “{value}”, which is no word of it that is known here"
    if scale == "likelihood":
        told = f"{one.name} ({one.meaning})"
    elif one.value == one.name or value in NO_GRADE:
        told = one.name
    else:
        told = f"{one.value}, {one.name}"
    return f"{SCHEMES[scheme]}: {told}"


def is_grade(value: str | None) -> bool:
    """Whether this is a grade: what is absent is none, and that something cannot be judged is none either."""
    return value is not None and value not in NO_GRADE


def _listed(step: Step, scale: Scale) -> str:
    if scale == "likelihood":
        return f"{step.name} ({step.meaning})"
    return step.name if step.name == step.value else f"{step.value} {step.name}"


def _because(scale: Scale, plain: str) -> str:
    """What is meant where something is no step at all, as far as that can be told."""
    if scale in {"reliability", "credibility"}:
        if len(plain) == 2 and plain[0].isalpha() and plain[1].isdigit():
            return "; a source's reliability and a claim's credibility are two grades, each on its own object"
        return ""
    if any(letter.isdigit() for letter in plain):
        return "; a number is put in the place of none of them"
    return ""
