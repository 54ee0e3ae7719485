"""Senses of "may", "might" and "could", of "possible" and "potential": only a possibility holds back, no ability, permission or manner.

By the words beside them, which tell most of it, and by what the encoder makes of the verb: what "could be seen" was seen.
"""

import re

_NEAR = 48
"""Characters before and after a modal in which the words stand that tell its sense."""

_MANNER_BEFORE = re.compile(
    r"(?:\bso(?: that)?(?: [\w.]+){1,3} |\b(?:wish|wishes|wished|how|way|ways|as \w+ as|whatever|no one|nobody|nothing|never|hardly|barely|only|all|anything|best) "
    r"(?:\w+ ){0,3}|\bbefore (?:\w+ ){1,3}|\bif (?:[\w.]+ ){0,3}|\bthe only \w+ (?:\w+ ){1,4}|\bsay (?:it|that|whether|how)? ?)$",
    re.IGNORECASE,
)
"""What stands right before a "could" or "might" that tells of a means, a wish or a limit, and not of a doubt."""

_CANNOT = re.compile(
    r"(?:n['’]t|\s+(?:not|never|hardly|barely|scarcely|only)\b)(?! (?:have been|be) (?:the|a|an|true|right)\b)|"
    r"\s+(?:hear|see|feel|tell|smell|find|corroborate|confirm|verify|say|afford|swim|walk|speak|read|remember|recall)\b",
    re.IGNORECASE,
)
"""After "could": what nobody was able to do, or what the senses and the mind are able to."""

_AS_WELL = re.compile(r"\s+as well\b", re.IGNORECASE)
_ASKED_LEAVE = re.compile(r"\b(?:if (?:I|we)|where (?:I|we)|what (?:I|we)) $", re.IGNORECASE)
_ASKS = re.compile(r"^(?:may|could|might) (?:I|we|you)\b", re.IGNORECASE)
_YOU_MAY = re.compile(r"\byou $", re.IGNORECASE)
_ANYBODY = re.compile(r"\b(?:one|you|I|we) $", re.IGNORECASE)
_ASIDE = re.compile(r"^\s+(?:ask|say|think|wonder|call it|add|expect)\b", re.IGNORECASE)
_CONCEDES = re.compile(r"^[^.;!?]{0,100}?, but\b", re.IGNORECASE)
_ROLE = re.compile(
    r"\s+(?:\w+ ){0,2}(?:successors?|candidates?|appointees?|nominees?|buyers?|customers?|clients?|donors?|voters?|recruits?|employers?|hires?|"
    r"partners?|suitors?|rivals?|running mates?|secretary|presidents?|ministers?|replacements?|targets?|witness(?:es)?|jurors?)\b",
    re.IGNORECASE,
)
_UTMOST = re.compile(r"\b(?:best|worst|every|as|only|all|\w+est) $")
_IS_NAMED = re.compile(r" is [A-Z]")
_TO_DO = re.compile(r"\s+(?:to|for)\b", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:his|her|their|its|our|my|your|full|great|growth|earning|economic|untapped|given) $", re.IGNORECASE
)

ABLE = 1.2
"""From where on what follows "could" is taken to have happened, on UDS-IH2's scale of -3 to 3: then it tells of an ability.

Of 28 in `benchmarks/labels` five lie above, four of which are no hedges; below, hedges and others lie mixed.
"""


def holds_back(text: str, start: int, end: int) -> bool:
    """Whether a word of possibility at these places is about what is known, as far as the words beside it tell."""
    word = text[start:end].lower()
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if word in {"may", "might", "could"}:
        return _is_doubtful(word, text[start : end + 120], before, after)
    if word in {"possible", "possibility", "potential"}:
        return _is_in_doubt(word, before, after)
    return True


def _is_doubtful(word: str, onwards: str, before: str, after: str) -> bool:
    """Whether a modal tells of what may be, not of what is allowed, able, wished or conceded."""
    if _AS_WELL.match(after) or _ASKED_LEAVE.search(before) or (_YOU_MAY.search(before) and word != "could"):
        return False
    if _ASIDE.match(after) and _ANYBODY.search(before):
        return False
    if word == "could":
        return not (_CANNOT.match(after) or _MANNER_BEFORE.search(before))
    if word == "may" and _CONCEDES.match(onwards[len(word) :]):
        return False
    return not (_ASKS.match(onwards) or _MANNER_BEFORE.search(before))


def _is_in_doubt(word: str, before: str, after: str) -> bool:
    if word == "potential":
        return not (
            _OWN.search(before) or _ROLE.match(after) or after[:1] in {"", ".", ",", ";"} or _TO_DO.match(after)
        )
    if word == "possible":
        return not (_ROLE.match(after) or _TO_DO.match(after) or _UTMOST.search(before))
    return _IS_NAMED.match(after) is None
