"""Numbers in digits and in words: pieces joined to whole numbers, fractions and words for many, each with its value."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .atoms import Atom, atoms_in

Gap = Literal["none", "space", "hyphen", "and", "comma", "of a", "apart"]

_GAPS: tuple[tuple[Gap, re.Pattern[str]], ...] = (
    ("space", re.compile(r"[\s\u00a0]{1,3}")),
    ("hyphen", re.compile(r"\s{0,2}[-‑]\s{0,2}")),
    ("and", re.compile(r",?\s{1,3}(?:and|&)\s{1,3}")),
    ("comma", re.compile(r",\s{1,2}")),
    ("of a", re.compile(r"\s{1,2}of\s{1,2}")),
)
_LONGEST_GAP = 9
_SIGN = re.compile(r"(?:(?:^|[\s(\[:,;=<>~∼≈$£€])(?:[-−]|[+](?=\d))|(?:^|\W)(?:minus|negative)\s{1,2})$")
_SIGN_WORDS = 12
_FIRST = re.compile(
    r"[- ]firsts?\b|-(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?:\s(?:century|anniversary|birthday|place))"
)
_SHARE_ENDS = re.compile(
    r"\s{0,2}(?:$|[.,;:!?)\]\"”’'—–%]|\s(?:of|more|less|fewer|higher|lower|bigger|larger|smaller|to|in|since|from|as|and|or|"
    r"by|for|on|at|below|above|over|than|this|last|year|compared|across|between|is|are|was|were|have|has|will|said|say)\b)"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number from `start` to `end`.

    `scale` is what its last word multiplies by ("3 million": 1e6) and so may count for a number before it as well;
    `share` tells a fraction, `vague` a word for many ("dozens"), `digits` that it is nothing but digits.
    """

    start: int
    end: int
    value: float
    scale: float = 1.0
    share: bool = False
    vague: bool = False
    digits: bool = False
    signed: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A number up to, not including, piece `after`."""

    value: float
    after: int
    scale: float = 1.0
    plain: bool = False


def numerals_in(low: str) -> list[Numeral]:
    """All numbers in a text of small letters, in order, never overlapping."""
    return _Joining(low, atoms_in(low)).all()


def _fraction_value(atom: Atom) -> float:
    """What a share is of one whole."""
    return atom.value if atom.value < 1 else 1 / atom.value


class _Joining:
    """The pieces of one text, and what they join to."""

    def __init__(self, low: str, atoms: Sequence[Atom]) -> None:
        self.low = low
        self.atoms = atoms

    def all(self) -> list[Numeral]:
        """Every number, from the first piece to the last."""
        found: list[Numeral] = []
        at = 0
        while at < len(self.atoms):
            numeral, after = self._numeral(at)
            if numeral is not None and math.isfinite(numeral.value) and abs(numeral.value) < 1e30:
                found.append(self._signed(numeral))
            at = max(after, at + 1)
        return found

    # --- what stands where

    def _kind(self, at: int) -> str:
        return self.atoms[at].kind if at < len(self.atoms) else ""

    def _gap(self, at: int) -> Gap:
        """What stands between piece `at` and the one before it."""
        if not 0 < at < len(self.atoms):
            return "apart"
        start, end = self.atoms[at - 1].end, self.atoms[at].start
        if start == end:
            return "none"
        if end - start > _LONGEST_GAP:
            return "apart"
        between = self.low[start:end]
        return next((name for name, pattern in _GAPS if pattern.fullmatch(between)), "apart")

    # --- numbers of growing size

    def _numeral(self, at: int) -> tuple[Numeral | None, int]:
        kind = self._kind(at)
        if kind == "point" or (kind == "a" and self._kind(at + 1) == "a"):
            return None, at + 1
        if kind == "vague" or (kind == "a" and self._kind(at + 1) == "vague"):
            return self._vague(at)
        if kind == "share" or (kind == "a" and self._kind(at + 1) == "share"):
            return self._lone_share(at)
        whole = self._whole(at)
        if whole is None:
            return None, at + 1
        if self._kind(whole.after - 1) == "ten" and _FIRST.match(self.low, self.atoms[whole.after - 1].end):
            return None, whole.after
        return self._with_share(at, whole)

    def _below_hundred(self, at: int) -> _Read | None:
        if at >= len(self.atoms):
            return None
        atom = self.atoms[at]
        if atom.kind == "digits":
            return _Read(atom.value, at + 1, atom.scale, plain=atom.scale == 1)
        if atom.kind == "ten" and self._kind(at + 1) == "small" and self._gap(at + 1) in {"space", "hyphen"}:
            return _Read(atom.value + self.atoms[at + 1].value, at + 2)
        if atom.kind in {"zero", "small", "teen", "ten", "a"}:
            return _Read(atom.value, at + 1)
        return None

    def _group(self, at: int) -> _Read | None:
        """A number with at most one "hundred": "three hundred and twenty-one", "a hundred", "322 hundred"."""
        first = _Read(1, at) if self._kind(at) == "hundred" else self._below_hundred(at)
        if first is None:
            return None
        after = first.after
        if self._kind(after) != "hundred" or (after > at and self._gap(after) not in {"space", "hyphen"}):
            return first if self._kind(at) != "a" or self._kind(after) in {"scale", "dozen"} else None
        value, after = first.value * 100, after + 1
        rest = self._below_hundred(after) if self._gap(after) in {"and", "space"} else None
        if rest is None or self._kind(after) == "a" or not 0 < rest.value < 100 or rest.value % 1:
            return _Read(value, after, 100)
        if rest.plain and self._gap(after) == "space":
            return _Read(value, after, 100)
        taken = self._kind(rest.after) in {"hundred", "share"} and self._gap(rest.after) in {"space", "hyphen"}
        return _Read(value, after, 100) if taken else _Read(value + rest.value, rest.after)

    def _whole(self, at: int) -> _Read | None:
        """A number with its thousands, millions and the like."""
        group = _Read(1, at) if self._kind(at) == "scale" else self._group(at)
        if group is None:
            return None
        total, last, after = 0.0, math.inf, group.after
        scale = group.scale
        while True:
            scaled = self._scaled(group, first=after == at)
            if scaled.after == group.after and last != math.inf:
                total, after, scale = total + group.value, group.after, 1.0
                break
            total, after, scale = total + scaled.value, scaled.after, scaled.scale
            if scaled.after == group.after:
                break
            last = scale
            following = self._next_group(after, last)
            if following is None:
                break
            group = following
        plain = group.plain and after == at + 1
        return self._with_point(self._with_dozen(_Read(total, after, scale, plain)))

    def _scaled(self, group: _Read, *, first: bool) -> _Read:
        """A group times the scales behind it: "three lakh crore"."""
        value, after, scale = group.value, group.after, group.scale
        for _ in range(2):
            if self._kind(after) != "scale" or (not first and self._gap(after) not in {"space", "hyphen", "none"}):
                break
            value, scale, after = value * self.atoms[after].value, self.atoms[after].value, after + 1
            first = False
        return _Read(value, after, scale, group.plain and after == group.after)

    def _next_group(self, at: int, last: float) -> _Read | None:
        """The group that goes on a number behind a scale, where it is of a smaller order."""
        gap = self._gap(at)
        if gap not in {"space", "and", "comma"} or self._kind(at) == "a":
            return None
        group = self._group(at)
        if group is None or group.value % 1:
            return None
        scaled = self._scaled(group, first=False)
        whole = scaled.after > group.after or group.scale == 100 or group.after - at > 1
        if scaled.value >= last or scaled.value == 0 or self._kind(scaled.after) == "share":
            return None
        if (gap == "comma" or group.plain) and not (whole and scaled.value >= 100):
            return None
        return group

    def _with_dozen(self, read: _Read) -> _Read:
        """A number of dozens."""
        dozens = self._kind(read.after) == "dozen" or (
            self._kind(read.after) == "vague" and self.atoms[read.after].word == "dozens"
        )
        if dozens and self._gap(read.after) in {"space", "hyphen"}:
            return _Read(read.value * 12, read.after + 1, 12)
        return read

    def _with_point(self, read: _Read) -> _Read:
        """With decimals in words: "two point five"."""
        at = read.after
        if self._kind(at) != "point" or self._gap(at) != "space" or read.plain:
            return read
        decimals, after = "", at + 1
        while self._kind(after) in {"zero", "small", "teen", "ten"} and self._gap(after) in {"space", "hyphen"}:
            group = self._below_hundred(after)
            if group is None:
                break
            decimals, after = f"{decimals}{int(group.value)}", group.after
        if not decimals:
            return read
        value = read.value + float(f"0.{decimals[:15]}")
        if self._kind(after) == "scale" and self._gap(after) == "space":
            scale = self.atoms[after].value
            return _Read(value * scale, after + 1, scale)
        return _Read(value, after)

    # --- shares

    def _with_share(self, at: int, whole: _Read) -> tuple[Numeral | None, int]:
        """The number with a share behind it: "two thirds", "2 1/2", "three and a half million"."""
        after, gap = whole.after, self._gap(whole.after)
        first, last = self.atoms[at], self.atoms[whole.after - 1]
        plain = Numeral(first.start, last.end, whole.value, whole.scale, digits=whole.plain, word=first.word)
        if first.word == "ratio" and whole.value < 1:
            plain = replace(plain, share=True)
        if self._kind(after) == "share" and gap in {"space", "hyphen", "none"}:
            return self._shared(whole, plain)
        if gap != "and":
            return plain, after
        share = self._share_behind(after)
        if share is None:
            return plain, after
        value, behind = share
        unit = whole.scale if whole.scale >= 1000 else 1.0
        if self._kind(behind) == "scale" and self._gap(behind) == "space":
            scale = self.atoms[behind].value
            total = whole.value + value * scale if whole.scale >= 1000 else (whole.value + value) * scale
            return replace(plain, end=self.atoms[behind].end, value=total, scale=scale, digits=False), behind + 1
        total = whole.value + value * unit
        return replace(plain, end=self.atoms[behind - 1].end, value=total, digits=False), behind

    def _share_behind(self, at: int) -> tuple[float, int] | None:
        """The share at a place, as in "and a half", "and three quarters", and the piece after it."""
        if self._kind(at) == "a" and self._kind(at + 1) == "share":
            return _fraction_value(self.atoms[at + 1]), at + 2
        if self._kind(at) == "share" and self.atoms[at].word in {"half", "quarter"}:
            return _fraction_value(self.atoms[at]), at + 1
        group = self._group(at) if self._kind(at) in {"small", "teen", "ten"} else None
        if group is None or self._kind(group.after) != "share" or self._gap(group.after) not in {"space", "hyphen"}:
            return None
        return group.value * _fraction_value(self.atoms[group.after]), group.after + 1

    def _shared(self, whole: _Read, plain: Numeral) -> tuple[Numeral | None, int]:
        """A number right before a share: a count of shares, digits with a fraction sign, or an ordinal, which is none."""
        atom = self.atoms[whole.after]
        if atom.value < 1:
            if not whole.plain:
                return plain, whole.after
            numeral = replace(plain, end=atom.end, value=whole.value + atom.value, digits=False)
            return self._of_scale(numeral, whole.after + 1)
        plural = atom.word.endswith("s")
        if (atom.word == "half" and whole.value != 1) or (
            whole.plain and atom.value != 4 and not plural and whole.value == 1
        ):
            return plain, whole.after + (atom.word != "half")
        if not plural and (whole.value != 1 or not self._ends_share(atom)):
            return None, whole.after + 1  # "twenty-fifth" and "hundred and fifth" are ordinals
        numeral = replace(plain, end=atom.end, value=whole.value / atom.value, share=True, digits=False, scale=1.0)
        return self._of_scale(numeral, whole.after + 1)

    def _lone_share(self, at: int) -> tuple[Numeral | None, int]:
        """A share without a number: "half", "a third of", "½"; a mere ordinal is none."""
        article = self._kind(at) == "a"
        share = at + article
        atom = self.atoms[share]
        numeral = Numeral(self.atoms[at].start, atom.end, _fraction_value(atom), share=True, word=atom.word)
        if atom.value < 1:
            return numeral, share + 1
        if atom.word == "half":
            if self._kind(share + 1) == "a" and self._gap(share + 1) == "space":
                return self._half_a(numeral, share + 1)
            return self._of_scale(numeral, share + 1)
        if atom.word == "quarter" and self._kind(share + 1) == "scale" and self._gap(share + 1) == "space":
            return self._of_scale(numeral, share + 1)
        if not article or atom.word.endswith("s") or not self._ends_share(atom):
            return None, share + 1
        return self._of_scale(numeral, share + 1)

    def _half_a(self, half: Numeral, at: int) -> tuple[Numeral, int]:
        """A half of what follows: "half a million", "half a dozen"."""
        following = self.atoms[at + 1] if at + 1 < len(self.atoms) else None
        if following is None or following.kind not in {"scale", "dozen", "hundred"} or self._gap(at + 1) != "space":
            return half, at
        value, end = half.value * following.value, following.end
        return replace(half, end=end, value=value, scale=following.value, share=False), at + 2

    def _ends_share(self, atom: Atom) -> bool:
        """Whether what follows shows a share and no ordinal: "a third of them", not "a third man"."""
        if _SHARE_ENDS.match(self.low, atom.end):
            return True
        after = self.low[atom.end : atom.end + 12].lstrip(" -")
        return after.startswith(("million", "billion", "trillion", "mile", "inch", "cup"))

    def _of_scale(self, numeral: Numeral, at: int) -> tuple[Numeral, int]:
        """A share times what follows: "half million", "two thirds of a million"."""
        if self._kind(at) == "scale" and self._gap(at) in {"space", "hyphen"}:
            scale, after = at, at + 1
        elif self._gap(at) == "of a" and self._kind(at) == "a" and self._kind(at + 1) == "scale":
            scale, after = at + 1, at + 2
        else:
            return numeral, at
        atom = self.atoms[scale]
        value = numeral.value * atom.value
        return replace(numeral, end=atom.end, value=value, scale=atom.value, share=False), after

    # --- words for many

    def _vague(self, at: int) -> tuple[Numeral | None, int]:
        """A word for many: "dozens", "tens of thousands", "several hundred", "a couple"."""
        first = at
        at += self._kind(at) == "a"
        atom = self.atoms[at]
        if atom.word in {"few", "couple", "handful"} and first == at:
            return None, at + 1
        if atom.word in {"scores", "tens"} and not self.low.startswith(" of ", atom.end):
            return None, at + 1
        value, after, end = (atom.value or math.nan), at + 1, atom.end
        if atom.word in {"several", "few", "couple", "handful"}:
            of = self._gap(after) == "of a"
            if self._kind(after) in {"hundred", "scale", "dozen"} and (self._gap(after) == "space" or of):
                while self._kind(after) in {"hundred", "scale", "dozen"} and (
                    end == atom.end or self._gap(after) == "space"
                ):
                    base = 2.0 if math.isnan(value) else value
                    value, end, after = base * self.atoms[after].value, self.atoms[after].end, after + 1
        else:
            while self._kind(after) == "vague" and self._gap(after) == "of a" and after < at + 3:
                value = value * self.atoms[after].value / 2
                end, after = self.atoms[after].end, after + 1
        nothing = math.isnan(value)
        numeral = Numeral(self.atoms[first].start, end, 0.0 if nothing else value, vague=True, word=atom.word)
        return (replace(numeral, word="") if nothing else numeral), after

    # --- signs

    def _signed(self, numeral: Numeral) -> Numeral:
        """With the minus sign or word before it, where it is no hyphen of a range or a word."""
        start = max(0, numeral.start - _SIGN_WORDS)
        match = _SIGN.search(self.low[start : numeral.start])
        if match is None or numeral.vague:
            return numeral
        sign = match.group().lstrip(" \t\n([:,;=<>~∼≈$£€\u00a0")
        if sign.startswith("+"):
            return replace(numeral, start=numeral.start - len(sign))
        if sign.startswith("-") and numeral.word[:1].isalpha() and numeral.word != "ratio":
            return numeral
        return replace(numeral, start=numeral.start - len(sign), value=-numeral.value, signed=True)
