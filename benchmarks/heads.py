"""Of words that mention an event the one that heads them, and its lemma: by small rules, since the program has no parser.

Both sides of `benchmarks.same_event` go by them, the baseline and the method.
"""

from collections.abc import Sequence

_BEHIND = frozenset(
    """of in on at to into onto for from with by against over up down out off about after before between through as than
    under that away back together aside along around herself himself themselves itself it them him his her the a an -
    %""".split()
)
"""Words that head no mention, and behind which no head stands: "checked into", "an attack on"."""

_IRREGULAR = {
    form: forms.split()[0]
    for forms in """be am is are was were been being|have has had having|do does did done|go goes went gone going|say said
    take took taken taking|get got gotten|make made making|see saw seen|come came coming|give gave given giving|find found
    think thought|tell told|become became becoming|leave left leaving|feel felt|bring brought|begin began begun|keep kept
    hold held|write wrote written|stand stood|hear heard|mean meant|meet met|run ran running|pay paid|sit sat|speak spoke spoken
    lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built|draw drew drawn|break broke broken|spend spent
    rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|fight fought|throw threw thrown
    catch caught|deal dealt|win won winning|forget forgot forgotten|shoot shot|sell sold|strike struck stricken
    steal stole stolen|hide hid hidden|fly flew flown flies|sink sank sunk|shake shook shaken|teach taught|swear swore sworn
    bear bore born borne|die dies died dying|lie lies lied lying|tie ties tied tying|slay slew slain|flee fled|feed fed
    bleed bled|breed bred|seek sought|sleep slept|sweep swept|weep wept|creep crept|leap leapt|dig dug|hang hung|stick stuck
    sting stung|swing swung|spin spun|light lit|slide slid|bite bit bitten|eat ate eaten|ride rode ridden|drink drank drunk
    sing sang sung|ring rang rung|swim swam swum|freeze froze frozen|wake woke woken|tear tore torn|blow blew blown
    know knew known|show shown|bind bound|lend lent|bend bent|burn burnt|learn learnt|foresee foresaw|arise arose arisen
    withdraw withdrew withdrawn|undergo underwent undergone|overtake overtook overtaken|forbid forbade forbidden|lay laid
    understand understood|man men|woman women|child children|agree agreed|free freed|use used|sue sued suing
    control controlled controlling|cancel cancelled cancelling|travel travelled travelling|quarrel quarrelled""".replace(
        "\n", "|"
    ).split("|")
    for form in forms.split()
}

_ENDINGS = (
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("ings", "", 3),
    ("ing", "", 3),
    ("eed", "eed", 0),
    ("ed", "", 3),
    ("sses", "ss", 0),
    ("shes", "sh", 0),
    ("ches", "ch", 0),
    ("xes", "x", 0),
    ("ss", "ss", 0),
    ("us", "us", 0),
    ("is", "is", 0),
    ("s", "", 3),
)
"""An ending, what stands in its place, and how many letters must be left; the first that fits counts."""

_DOUBLED = "bdgkmnprt"
"""Letters that are doubled before an ending."""


def head(words: Sequence[str]) -> str:
    """The word that heads a mention, in lower case: the last before a preposition or particle, or before what it governs."""
    plain = [word.strip().lower() for word in words]
    kept = [word for word in plain if word]
    while len(kept) > 1 and kept[0] in _BEHIND:
        del kept[0]
    until = next((place for place, word in enumerate(kept) if place and word in _BEHIND), len(kept))
    return kept[until - 1] if kept else ""


def lemma(word: str) -> str:
    """What a word's forms share: "killed", "kills" and "killing" are one, and so are "said" and "say".

    A key, not always a word: a last "e" and a doubled consonant are dropped ("hir" for "hire", "hired" and "hiring").
    """
    low = word.lower().strip("'’`\".,-")
    if low in _IRREGULAR:
        return _bare(_IRREGULAR[low])
    for ending, instead, least in _ENDINGS:
        left = low.removesuffix(ending)
        if left != low and len(left) >= least and (not least or any(letter in "aeiouy" for letter in left)):
            return _bare(left + instead)
    return _bare(low)


def _bare(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        return word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
