"""What a statement tells beyond its chain: how sure, how many, when, and for how long."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

from wherefrom.model import Appearance, Document, Link, Span, Spans, Time, TimeRole, Validity

from .certainty import Happened, Speech, certainty, condition_in, degree_of, nature_of, polarity_of, validity_in
from .places import Stretches
from .quantities import quantities_in
from .quotations import quote_of
from .times import times_in

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")


class _Placed(Protocol):
    @property
    def spans(self) -> Spans: ...


_Found = TypeVar("_Found", bound=_Placed)


class _Ordered(Generic[_Found]):
    """What was found in a text, in its order, for asking what stands in a stretch."""

    def __init__(self, found: Iterable[_Found]) -> None:
        self.all = tuple(found)
        self._starts = [one.spans[0].start for one in self.all]

    def within(self, spans: Spans) -> Iterable[_Found]:
        """Those that stand in these spans as a whole."""
        for start, end in spans:
            for one in self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
                if one.spans[-1].end <= end:
                    yield one


class Particulars:
    """The quantities and times of one document, and what its statements tell by them and by their words.

    `places` are the stretches that are read, one a block; `happened` is what the encoder makes of a verb.
    """

    def __init__(self, document: Document, places: Iterable[Span], quoted: Stretches, happened: Happened) -> None:
        self._text = document.text
        self._quoted = quoted
        self._happened = happened
        published = _moment(document.published)
        stretches = sorted(places)
        self._quantities = _Ordered(one for place in stretches for one in quantities_in(document.text, *place))
        self._times = _Ordered(one for place in stretches for one in times_in(document.text, *place, published))

    def told(self, appearance: Appearance, around: Sequence[Speech]) -> Appearance:
        """The appearance with its particulars; `around` are the words that introduce it, at every level of its chain."""
        text, spans, chain = self._text, appearance.spans, tuple(map(self._with_degree, appearance.chain))
        own = Speech(spans, len(chain) - 1 if chain else None)
        condition = condition_in(text, spans)
        quote = quote_of(text, spans, self._quoted)
        validity = self._validity(own, around)
        return replace(
            appearance,
            chain=chain,
            polarity=polarity_of(appearance.text),
            nature=nature_of(appearance.text, chain),
            quote=quote if chain or quote != "indirect" else None,
            certainty=certainty(
                text,
                (own, *around),
                self._quoted,
                conditional=condition is not None,
                happened=self._happened,
            ),
            condition=condition,
            quantities=tuple(self._quantities.within(spans)),
            times=self._times_of(spans, around, validity),
            validity=validity,
        )

    def _with_degree(self, link: Link) -> Link:
        return link if link.cue is None else replace(link, degree=degree_of(link.cue.text))

    def _validity(self, own: Speech, around: Sequence[Speech]) -> Validity | None:
        """The window that a statement's own words give, else those that introduce it, the innermost first."""
        for speech in (own, *reversed(around)):
            found = validity_in(self._text, speech.spans, speech.speaker, self._times.all)
            if found is not None:
                return found
        return None

    def _times_of(self, spans: Spans, around: Sequence[Speech], validity: Validity | None) -> tuple[Time, ...]:
        """The times of a statement and of what introduces it: when it happened, and when that was said."""
        window = () if validity is None else validity.spans
        own = [_with_role(one, "event", window) for one in self._times.within(spans)]
        said = [_with_role(one, "said", window) for speech in around for one in self._times.within(speech.spans)]
        return tuple(sorted({*own, *said}, key=lambda one: (one.spans, one.role or "")))


def _with_role(time: Time, role: TimeRole, window: Spans) -> Time:
    """The time with its role: that of a window it stands in, the one that its own words tell, else the one given."""
    if any(start <= time.spans[0].start < end for start, end in window):
        return replace(time, role="valid-to")
    return time if time.role is not None and role == "event" else replace(time, role=role)


def _moment(published: str | None) -> date | datetime | None:
    """When the document was published, where at least a whole day is known."""
    if published is None or _DAY.fullmatch(published) is None:
        return None
    return datetime.fromisoformat(published) if "T" in published else date.fromisoformat(published)
