"""Times and their values: `python -m benchmarks.times CORPORA`.

CORPORA is a folder with recognizers_text_specs/ and gum/ in it. Two corpora, ours beside dateparser's `search_dates`
(installed or not: its column appears where it is):

- The English cases of DateTimeModel.json of Recognizers-Text, each with the moment it is written at. A case is right when
  every result that counts is overlapped by a time of ours of the same value; a case without results is right when we find no
  time with a value in it. What is left out, by a named rule with its reason, is in `RULES`, and counted in the table.
  Where several values are given (the past and the coming Friday), one of them is enough.
- The dates of GUM, whose annotators gave each a value; read as whole documents, against the day they were made. Here what we
  find counts as well: every time of ours whose value is a date or an interval of dates, against the annotated dates.
  GUM marks no lengths of time, repetitions or vague times, so that those of ours count for nobody. Marked dates whose
  words name no time ("the anniversary"), and lengths of time that annotators placed by knowing the story, are left out
  (`left_out_of_gum`) and counted; what of ours overlaps them counts neither way.

Two values are the same when they cover the same days or are the same moment. Conventions are mapped as follows: an
interval's last day, month or year is part of ours and not of the specifications' ("2014 to 2018" ends with 2018-01-01
there, and with 2018 here); a part of a day or of a longer time ("Monday night", "early June") is the whole of it, since
EDTF has no such parts; "two years ago" is a year here and a day there, which must lie in it, and the ends of "the last
two years" likewise; a mark "about" counts for nothing; GUM's day without a year is compared without ours.

dateparser gives a moment and not how exact it is. So its moment only needs to lie in the time wanted. It has no lengths of
time, intervals or open ends.

Both corpora were in view when the grammar and the rules were written: there is no held-out part, and what is reached on
other text may be lower.

    --misses     print what is wrong, in the same order as the corpora
    --check      fail where a score is under its floor in benchmarks/floors.json
    --update     raise the floors to what was reached; --allow-regression lowers them as well
"""

import argparse
import datetime as dt
import importlib.util
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from wherefrom.model import Time
from wherefrom.reader.times import times_in

from .floors import Floors, add_options
from .times_covering import Finder, Found, Moment
from .times_marked import DatedText, dated_texts, score_dates
from .times_specified import RULES, SPECIFICATIONS, Case, Wanted, cases, score_cases

# --- the two sides


def ours(text: str, published: Moment | None) -> list[Found]:
    """The times that we find."""
    return [_placed(time) for time in times_in(text, 0, len(text), published)]


def _placed(time: Time) -> Found:
    return time.spans[0].start, time.spans[-1].end, time.value


def dateparser_finder() -> Finder | None:
    """What finds times with dateparser; None where it is not installed."""
    if importlib.util.find_spec("dateparser") is None:
        return None
    search = importlib.import_module("dateparser.search").search_dates

    def found(text: str, published: Moment | None) -> list[Found]:
        base = published if isinstance(published, dt.datetime) or published is None else _midnight(published)
        settings = {"RELATIVE_BASE": base} if base is not None else {}
        times, place = [], 0
        for words, moment in search(text, languages=["en"], settings=settings) or []:
            start = text.find(words, place)
            if start >= 0:
                place = start + len(words)
                times.append((start, place, moment.replace(tzinfo=None)))
        return times

    return found


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


# --- the table


def digest(given: Sequence[Case], texts: Sequence[DatedText]) -> str:
    """SHA-256 of what is wanted and of the names of the rules, so that floors hold for these and no others."""
    return sha256(repr([given, texts, [(rule.name, rule.why) for rule in RULES]]).encode()).hexdigest()


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    add_options(parser)
    given = parser.parse_args()
    theirs = dateparser_finder()
    if theirs is None:
        print("dateparser is not installed: only our own times are shown")
    sides = {"wherefrom": ours} | ({"dateparser": theirs} if theirs else {})
    wanted, texts = cases(given.corpora / SPECIFICATIONS), dated_texts(given.corpora / "gum")
    reached: dict[str, float] = {}
    for side, finder in sides.items():
        scored = score_cases(wanted, finder)
        print(f"\n{side}: specifications {scored.right} of {scored.counted} cases right, {scored.share:.1f} %")
        print(f"  left out {sum(scored.out.values())} of {len(wanted)}: {_counts(scored.out)}")
        news = [text for text in texts if text.genre == "news"]
        for name, part in (("all", texts), ("news", news)):
            share, out, wrong = score_dates(part, finder)
            print(
                f"  GUM {name:<5} P {share.precision:5.1f} R {share.recall:5.1f} F1 {share.f1:5.1f}  {share.annotated} dates"
            )
            print(f"    left out {sum(out.values())}: {_counts(out)}")
            if side == "wherefrom":
                reached[f"GUM {name} F1"] = share.f1
                if given.misses and name == "all":
                    print("\n".join(wrong))
        if side == "wherefrom":
            reached["specifications"] = scored.share
            if given.misses:
                print("\n".join(_miss(*one) for one in scored.wrong))
    Floors.stored().settle("times", digest(wanted, texts), reached, given, where=given.corpora)


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))


def _miss(case: Case, missed: Sequence[Wanted], found: Sequence[Found]) -> str:
    wanted = [(one.words, one.kind, [_brief(value) for value in one.values]) for one in missed]
    return f"{case.text!r} at {case.moment}\n    wanted {wanted}\n    found {[(case.text[a:b], value) for a, b, value in found]}"


def _brief(value: Mapping[str, str]) -> str:
    return " ".join(value[key] for key in ("timex", "Mod", "value", "start", "end") if key in value)


if __name__ == "__main__":
    main()
