"""What kind of statement it is: a fact, an evaluation, a forecast, a rule or an intention.

By the verb phrase of the main clause and by what the statement's last holder does with it; "cannot tell" where there is
no verb. A fact is a statement of the kind that is so or not so; whether it is true is another matter.
"""

import re
from collections.abc import Sequence

from wherefrom.model import Link, Nature
from wherefrom.reader import lexicon

_INTENTION = re.compile(
    r"\b(?:plan(?:s|ned|ning)? (?:to|on)|intend(?:s|ed|ing)? to|vow(?:s|ed|ing)? to|pledg(?:e[sd]?|ing) to|promis(?:e[sd]?|ing) to|"
    r"aim(?:s|ed|ing)? to|want(?:s|ed|ing)? to|hop(?:e[sd]?|ing) to|seek(?:s|ing)? to|sought to|(?:is|are|was|were) (?:determined|prepared|ready|willing|about|trying|preparing|planning|keen|eager) to|"
    r"(?:agreed|decided|resolved|offered|threatened|prepared|refuses|refused) to|has no (?:plans|intention)|had no (?:plans|intention)|(?:I|we)(?:['’]ll| will| shall| are going to|['’]m going to|['’]re going to))\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:will(?! (?:of|and testament)\b)|won['’]t|['’]ll|shall|(?:is|are|was|were|['’]s|['’]re) (?:not )?(?:going|set|due|scheduled|poised|expected|slated|bound|likely|unlikely|about|projected|forecast|predicted|certain|sure) to|"
    r"(?:expected|projected|forecast|predicted|scheduled|slated) to|(?:could|may|might) (?:soon|eventually|one day)|next (?:week|month|year|decade)|by 20[3-9]\d|tomorrow)\b",
    re.IGNORECASE,
)
_LATER_THEN = re.compile(r"\bwould(?:n['’]t)?\b(?! (?:not )?(?:have|like|rather|say|seem|appear))", re.IGNORECASE)
""" "Would" in what somebody said: the future as seen from then."""

_RULE = re.compile(
    r"\b(?:must(?:n['’]t)?(?! have)|ought to|(?:is|are|was|were|be|been|being) (?:not )?(?:required|obliged|obligated|allowed|permitted|entitled|forbidden|prohibited|banned|barred|supposed|authori[sz]ed|exempt)(?= (?:to|from|by)\b)|"
    r"may not(?= (?:be \w+ed|\w+ without|use|enter|leave|carry|disclose|publish))|shall not|(?:has|have|had) to(?= \w)|needs? to|illegal|unlawful|against the law|mandatory|compulsory|should(?:n['’]t)?(?! have\b))\b",
    re.IGNORECASE,
)
_JUDGED = (
    "absurd|admirable|amazing|appalling|atrocious|awful|bad|barbaric|beautiful|best|better|big(?:gest)? (?:mistake|problem)|brave|brilliant|catastroph(?:e|ic)|"
    "clear(?:ly)? wrong|crazy|cruel|dangerous|deeply|deplorable|desperate|despicable|devastating|disappoint\\w+|disast(?:er|rous)|disgrace(?:ful)?|disgusting|dishonest|"
    "dreadful|embarrass\\w+|evil|excellent|extraordinary|extremely|fair|fantastic|foolish|good|great|greatest|harmful|heroic|historic|honest|horrible|horrific|"
    "huge|hypocrit\\w+|ideal|immoral|important|impressive|inadequate|inappropriate|incompetent|incredibl[ey]|inexcusable|insane|insulting|irresponsible|"
    "laughable|ludicrous|magnificent|marvellous|mistake|nasty|naive|nonsense|obscene|offensive|outrage(?:ous)?|outstanding|pathetic|perfect|poor|powerful|"
    "proper|proud|reckless|remarkable|responsible|rid[ei]c\\w+|right|rubbish|sad|scandal(?:ous)?|selfish|sensible|serious|shame(?:ful)?|shocking|"
    "significant|silly|stunning|stupid|successful|superb|terribl[ey]|terrific|tough|tragic|tragedy|ugly|unacceptable|unbelievable|unfair|unfit|unforgivable|unfortunate|"
    "unjust|unnecessary|unprecedented|unreasonable|useful|useless|valuable|vile|weak|wonderful|worst|worse|worth|worthy|wrong"
)
_EVALUATION = re.compile(
    rf"\b(?:is|are|was|were|be|been|being|['’]s|['’]re|['’]m|seems?|seemed|looks?|looked|remains?|feels?|felt|sounds?|made|makes|such|utter|total|complete|clear|pure)\s+"
    rf"(?:(?:not|n['’]t|a|an|the|so|very|too|really|quite|most|more|absolutely|completely|totally|utterly|truly|such|an?|one of the|just|simply|also|politically|morally|deeply|our|his|her|its|their)\s+){{0,3}}(?:{_JUDGED})\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:prais|critici|condemn|hail|slam|blast|denounc|deplor|applaud|lament|regret|welcom|call(?:s|ed|ing)?\b|describ|label|brand|mock)",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"^[\W]{0,3}(?:not )?to\s+\w+", re.IGNORECASE)


_WITHIN = re.compile(r",\s(?:who|whom|whose|which)\b[^,]{0,200},\s")
"""A clause about the subject, between it and the verb: "The ship, which will be sold, sank"."""

_ASIDE = re.compile(
    r",?\s(?:because|who|whom|whose|which|although|though|while|whereas|since|after|before|if|unless|so that)\b.{0,400}$",
    re.IGNORECASE | re.DOTALL,
)
"""A clause that depends on the main one and stands behind it: "… because they are not allowed to speak" is no rule."""


def nature_of(words: str, chain: Sequence[Link]) -> Nature | None:
    """What kind of statement these words are, as the last holder of the chain puts them; None without a verb.

    The main clause decides where it has a verb of its own.
    """
    main = _ASIDE.sub("", _WITHIN.sub(" ", words), count=1)
    words = main if lexicon.FINITE.search(main) is not None else words
    act = chain[-1].act if chain else None
    if act == "intends" or _INTENTION.search(words) is not None:
        return "intention"
    if _TO_DO.match(words) is not None:
        return "rule" if act == "asks" else "intention" if act in {None, "says"} and chain else None
    if _FORECAST.search(words) is not None or (chain and _LATER_THEN.search(words) is not None):
        return "forecast"
    if _RULE.search(words) is not None:
        return "rule"
    judges = bool(chain) and chain[-1].cue is not None and _JUDGES.search(chain[-1].cue.text) is not None
    if _EVALUATION.search(words) is not None or (judges and lexicon.FINITE.search(words) is None):
        return "evaluation"
    return "fact" if lexicon.FINITE.search(words) is not None else None
