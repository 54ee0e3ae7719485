"""Mentions by name: the full name, the surname alone, the initials."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from .bundles import Bundles, Name, agreeing
from .gathering import Noted
from .names import folded

Form = tuple[Name, frozenset[str]]
"""A name, folded, with the kinds that it leaves open."""


_MOST = 200
"""Names with one word in common among which a further one is looked for: the fullest ones."""


def join_names(noted: Sequence[Noted], bundles: Bundles) -> None:
    """Join all mentions by name in a document, before or after one another; the fullest names come first.

    A short name that fits several parties goes to the one whose title or given name agrees, else to the one named most
    often: a report writes "Velez" of whom it is mainly about.
    """
    forms: dict[Form, list[Noted]] = defaultdict(list)
    for one in noted:
        if one.traits.form == "name":
            forms[folded(one.traits.name), one.traits.agreement.kinds].append(one)
    order = sorted(forms, key=lambda form: (-len(form[0]), -sum(map(len, form[0])), forms[form][0].number))
    seen: dict[str, list[Form]] = defaultdict(list)
    for form in order:
        keys = _keys(form[0])
        fitting = dict.fromkeys(other for key in keys for other in islice(seen[key], _MOST) if _agree(form, other))
        for one in forms[form]:
            _join_one(one, [forms[other][0] for other in (*fitting, form)], bundles)
        for key in keys:
            seen[key].append(form)


def _keys(name: Name) -> list[str]:
    """What a name shares with every name that may be the same party's: a word, its initials, or all its letters."""
    return list(dict.fromkeys((*name, "".join(word[0] for word in name), "".join(name))))


def _join_one(one: Noted, fitting: Sequence[Noted], bundles: Bundles) -> None:
    choices = {
        id(bundles.of(other)): other for other in fitting if other is not one and bundles.joinable(one, other)
    }.values()
    best = max(
        choices,
        key=lambda other: (_rank(one, other, bundles), len(bundles.of(other).members), -other.number),
        default=None,
    )
    if best is not None:
        bundles.join(best, one)


def _rank(one: Noted, other: Noted, bundles: Bundles) -> bool:
    """Whether a known gender speaks for this party, and not only its silence."""
    gender = one.traits.agreement.genders
    return len(gender) == 1 and bundles.of(other).agreement.genders == gender


def _agree(one: Form, other: Form) -> bool:
    kinds = one[1] & other[1]
    return bool(kinds) and agreeing(kinds)(one[0], other[0])
