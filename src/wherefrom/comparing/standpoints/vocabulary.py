"""Words with which news takes a stand on a claim: that it is false, open, or denied.

They are closed classes, or the common members of open ones. Beside a pattern may stand a set of words of which every match
has one: a text that holds none of them need not be searched.
"""

import re
from collections.abc import Iterable

from .negation import NOT


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


WORD = re.compile(r"[a-z]+")
"""A word of a text in lower case; "didn't" is "didn" and "t"."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case."""
    return frozenset(WORD.findall(text.lower()))


def first(patterns: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    """The match of the first of these patterns that is found in a text."""
    return next((match for pattern in patterns if (match := pattern.search(text)) is not None), None)


_TOLD = (
    r"(?:reports?|reporting|stor(?:y|ies)|claims?|rumou?rs?|allegations?|accusations?|accounts?|news|talk|gossip|"
    r"speculations?|suggestions?|ideas?|notions?|theor(?:y|ies)|tales?|assertions?|posts?|articles?|whispers?|coverage)"
)
"""What a claim is called by those who speak about it."""

CLAIMED = re.compile(
    rf"^\W*(?:(?:the|a|an|any|all|these|those|this|that|such|its|his|her|their) )?(?:\w+ ){{0,2}}{_TOLD}\b",
    re.IGNORECASE,
)
"""A cue that is, or begins with, a name for a claim."""

# That a claim is false.

_ADVERB = r"(?:\w+ly |so |very |all |just |quite |pure |total |complete |utter |an? |pack of |nothing but |[“\"‘])"

_FALSE = (
    r"(?:false|falsehoods?|untrue|wrong|mistaken|inaccurate|incorrect|erroneous|baseless|unfounded|unsubstantiated|groundless|"
    r"fabricat(?:ed|ions?)|made[- ]up|invented|(?:\w+ )?inventions?|fakes?|faked|hoax(?:es)?|nonsens(?:e|ical)|(?:\w+ )?rubbish|"
    r"fantas(?:y|ies)|fiction|fanciful|lies?|ridiculous|absurd|preposterous|ludicrous|bogus|misleading|misinformation|"
    r"disinformation|slander(?:ous)?|libell?ous|defamatory|(?:\w+ )?smears?|(?:\w+ )?myths?|garbage|fake news|"
    r"(?:plucked|pulled) (?:from|out of) (?:the |thin )?air|without (?:any )?(?:foundation|basis|merit)|"
    r"not (?:true|correct|accurate|right|the case)|far from (?:the truth|true))"
)
"""What a claim is said to be that is not true."""

_FALSE_BEFORE = (
    r"(?:false|untrue|baseless|unfounded|unsubstantiated|groundless|bogus|fabricated|debunked|discredited|disproved|disproven|"
    r"fake|invented|inaccurate|erroneous)"
)

_BE = r"(?:(?:is|was|are|were|be|been|being|as)|(?:is|was|are|were)n['’]t)"

_CLOSES = r"(?=[\s”\"’]*(?:$|[.,;:!?)—–]|(?:and|but|or|in|on|as|about|from|by|for|at|after|since|while|because)\b))"
"""A word of judgement ends here: "the report is false", and not "the report is false advertising"."""

FALSE = (
    # "the report “pure invention”", "recent reports of debriefings were completely false"
    re.compile(
        rf"\b{_TOLD}\b[^.;!?]{{0,120}}?(?:\b{_BE} |[“\"‘])(?<!not ){_ADVERB}{{0,3}}{_FALSE}\b{_CLOSES}", re.IGNORECASE
    ),
    # "it is a lie", "calling it nonsense"; "it was wrong" may be about what is right
    re.compile(
        rf"\b(?:(?:it|this|that|these) {_BE}|(?:it|that)['’]s|call(?:s|ed|ing)? (?:it|this|that|them)) (?<!not ){_ADVERB}{{0,3}}"
        rf"(?!wrong|mistaken|absurd|not right){_FALSE}\b{_CLOSES}",
        re.IGNORECASE,
    ),
    # "no truth in the story", "none of it was accurate"
    re.compile(
        rf"\b(?:no|{NOT} an?|nothing|any|little|without) (?:\w+ )?(?:truth|basis|substance|foundation|merit|credence|validity) "
        r"(?:in|to|for|behind|whatsoever)\b|"
        r"\bnone of (?:it|this|that|these|them|the \w+) (?:is|was|were|are|had|has|have|ever)\b|"
        r"\bnot a (?:word|shred of truth) (?:of|in) (?:it|this|that|the)\b",
        re.IGNORECASE,
    ),
    # "the story has been debunked", "quashing rumours", "the report was retracted"
    re.compile(
        rf"\b{_TOLD}\b[^.;!?]{{0,120}}?\b(?:debunked|disproved|disproven|refuted|discredited|quashed|scotched|rubbished|laid to rest|put to rest|"
        r"(?:was|were|been|has|have|had|is) (?:\w+ly |since |now |later )?(?:retracted|withdrawn))\b|"
        rf"\b(?:debunk|disprov|refut|quash|scotch|rubbish)(?:s|es|ed|ing)? (?:\w+ ){{0,2}}{_TOLD}\b",
        re.IGNORECASE,
    ),
    # "the video is staged"
    re.compile(
        r"\b(?:photos?|photographs?|pictures?|images?|videos?|clips?|footage|screenshots?|recordings?)\b[^.;!?]{0,120}?"
        rf"\b{_BE} {_ADVERB}{{0,3}}(?:fakes?|faked|fabricated|doctored|staged|manipulated|photoshopped|altered|a hoax|years old|unrelated|out of context)\b",
        re.IGNORECASE,
    ),
    # nothing but the verdict: "categorically untrue"
    re.compile(rf"^(?:as )?[“\"‘]?{_ADVERB}{{0,3}}{_FALSE}[”\"’.,! ]*$", re.IGNORECASE),
)
"""A claim is called false, and that is what is said."""

FALSE_TALK = re.compile(
    rf"\b(?<!not )(?<!if ){_FALSE_BEFORE} (?:\w+ and \w+ |and \w+ |, \w+ )?(?:rumou?rs?|reports?|stor(?:y|ies)|claims?|allegations?|speculation|gossip|accusations?)\b|"
    r"\b(?:rumou?rs?|claims?) and false \w+|"
    r"\b(?:end(?:s|ed|ing)?|end to|dispel(?:s|led|ling)?|quell(?:s|ed|ing)?|silenc(?:es?|ed|ing)|despite|whatever|contrary to|defy|def(?:ies|ied|ying)) "
    r"(?:\W?\w+\W? ){0,4}?(?:rumou?rs?|speculation|gossip)\b|"
    r"\b(?:lies|falsehoods|misinformation|disinformation|fake news|untruths|myths) (?:about|that|on|over)\b|"
    rf"\b(?:information|figures?|numbers?|data|statements?) (?:\w+ ){{0,3}}{_BE} (?<!not ){_ADVERB}{{0,3}}{_FALSE}\b",
    re.IGNORECASE,
)
"""Something is called false in passing ("unfounded rumours of", "whatever the rumours say"), or what is false may be a thing and
no claim ("the figures were wrong"): that decides only where others make the claim."""

FALSE_WORDS = _set(
    """false falsehood falsehoods untrue wrong mistaken inaccurate incorrect erroneous baseless unfounded unsubstantiated
    groundless fabricated fabrication fabrications made invented invention inventions fake fakes faked hoax hoaxes nonsense
    nonsensical rubbish fantasy fantasies fiction fanciful lie lies ridiculous absurd preposterous ludicrous bogus misleading
    misinformation disinformation slander slanderous libellous libelous defamatory smear smears myth myths garbage plucked
    pulled without true correct accurate right case truth basis substance foundation merit credence validity none word shred
    debunk debunks debunked debunking disproved disproven disproves disproving refuted refutes refuting discredited quash
    quashed quashes quashing scotch scotched scotches scotching rubbished rubbishes rubbishing rest end ends ended ending
    dispel dispels dispelled dispelling quell quells quelled quelling silence silences silenced silencing despite whatever
    contrary defy defies defied defying retracted withdrawn doctored staged manipulated photoshopped altered old unrelated
    context untruths"""
)

FALSE_AT_LAST = re.compile(rf"\b{_FALSE}\W*$", re.IGNORECASE)
"""What something is called, at the end of the words: "the story a fabrication"."""

IS_FALSE = re.compile(rf"\b{_BE} {_ADVERB}{{0,3}}{_FALSE}\W*$", re.IGNORECASE)
"""What is said of something, at the end of the words: "he was seized is false"."""

JUDGED = re.compile(
    rf"^\W*(?P<before>(?:the |this |that |these |those |any |all |recent |such )?(?:\w+ ){{0,3}}{_TOLD}\b[^.;!?]{{0,160}}?)"
    rf"(?: {_BE}| has been| have been)? ?[“\"‘]?{_ADVERB}{{0,3}}{_FALSE}\b|"
    rf"\b(?:truth|basis|substance|foundation|merit|credence|validity) (?:in|to|for|behind) (?P<after>[^.;!?]{{3,200}})",
    re.IGNORECASE,
)
"""What it is that is called false."""

EITHER = re.compile(r"\beither\b.{1,300}\bor\b", re.IGNORECASE | re.DOTALL)
"""Two readings of which none is taken."""

# That a claim is open.

_CONFIRM = (
    r"(?:verif(?:y|ied|ication)|confirm(?:ed|ation)?|corroborat(?:e|ed|ion)|substantiated?|authenticated?|prove[dn]?)"
)

OPEN = re.compile(
    r"\b(?:(?<!in )doubt(?:s|ed|ing|ful)?|(?:little|scant|scarce) (?:\w+ )?(?:evidence|proof|sign)|s[ck]eptic(?:al|ism|s)?|"
    r"(?:hard|difficult|impossible) to (?:believe|credit|swallow)|beggars belief|open question|"
    r"(?:evidence|proof)\b[^.;]{0,40}\b(?:thin|flimsy|weak|inconclusive|circumstantial)|"
    r"(?:not (?:yet |entirely |immediately )?|far from |un)clear (?:whether|if|that)|remain(?:s|ed)? to be seen|"
    rf"(?:{NOT}|never|cannot|nobody|no one)(?: (?:yet|been|be|has|had|have|could|can|independently|immediately|ever)){{0,4}} {_CONFIRM}|"
    rf"{NOT} (?:\w+ )?possible to {_CONFIRM}|(?:{NOT}|no|nothing)\b[^.;]{{0,60}}\bwhether|"
    rf"{_TOLD}\b[^.;]{{0,80}}? with (?:\w+ )?(?:caution|s[ck]epticism|suspicion|a (?:pinch|grain) of salt)|"
    rf"yet to be {_CONFIRM}|(?:no|without|nobody could|no one could|unable to|impossible to|fail(?:s|ed)? to) (?:\w+ )?{_CONFIRM}|"
    rf"{NOT} (?:sound|ring|seem|look|feel|appear)(?: quite| very| at all)? (?:true|right|likely|plausible|credible|genuine)|"
    rf"{NOT} add up|{NOT} (?:bet|put money|swear|rely|count) (?:on|to)|"
    r"only (?:\w+ ){1,8}(?:carry|carries|carried|reports?|reported|ha[sv]e|had|ran|runs?) (?:this|the) (?:story|report|news|claim|rumou?r)|"
    rf"{_TOLD}\b[^.;]{{0,80}}?\b(?:implausible|questionable|dubious|suspicious|suspect|fishy|puzzling|far-fetched))\b",
    re.IGNORECASE,
)
"""The truth of a claim is called open."""

OPEN_WORDS = _set(
    """doubt doubts doubted doubting doubtful implausible questionable dubious suspicious suspect fishy puzzling fetched
    sceptical skeptical scepticism skepticism sceptics skeptics sceptic skeptic far hard difficult impossible beggars open
    clear unclear remains remain remained verify verified verification confirm confirmed confirmation corroborate
    corroborated corroboration substantiate substantiated authenticate authenticated prove proved proven sound ring seem look
    feel appear add bet put swear rely count only little scant scarce evidence proof yet whether
    possible caution suspicion salt"""
)

NO_DOUBT = re.compile(
    rf"\b(?:no|without|any|beyond|{NOT}) (?:\w+ )?doubt\b|\b(?:reason|cause|grounds) to (?:doubt|question)\b|\bundoubted|\bdoubtless",
    re.IGNORECASE,
)
"""Doubt that is turned away."""

DENIAL_BELIEVED = re.compile(
    r"\bno (?:\w+ )?(?:reason|cause|grounds) to (?:doubt|question|disbelieve) (?:[^.;]{0,80}?\b)?"
    r"(?:denials?|statements?|assessments?|assurances?|rebuttals?|compan(?:y|ies)|government|ministry|firms?)\b",
    re.IGNORECASE,
)
"""Somebody has no reason to doubt what those say of whom the claim speaks."""

NOT_KNOWN = re.compile(
    rf"\b(?:{NOT} (?:yet |really )?know (?:what|who|how|why|whether|where|when|if)|no idea (?:what|who|how|why|whether|where|if)|"
    r"too (?:early|soon) to (?:say|tell|talk|know|speculate|judge|draw))\b",
    re.IGNORECASE,
)
"""Somebody does not know, or not yet."""

NOT_KNOWN_WORDS = _set("know idea early soon")

WHETHER = re.compile(r"^\W{0,3}(?:to say,? (?:however,? )?)?whether\b", re.IGNORECASE)
"""A content that is a question passed on."""

IF = re.compile(r"^\W{0,3}if\b", re.IGNORECASE)

WONDERS = re.compile(
    r"\b(?:wonder|ask|question|quer|unsure|uncertain|know|debat|check|investigat|examin|look)\w*", re.IGNORECASE
)
"""A cue after which "if" means "whether"."""

# What the words that pass a statement on do with it, beyond the act of the link.

WITHHOLDS = re.compile(
    r"\b(?:(?:declin|refus)(?:e[sd]?|ing) to (?:say|confirm|comment|discuss|answer|specify|rule|speculate|reveal|disclose|give|name|elaborate)|"
    r"(?:neither|nor) (?:confirm|den)\w*|yet to (?:say|confirm|comment|verify|prove)|without (?:confirming|saying|denying)|no comment|"
    rf"(?:{NOT}|never|cannot) (?:\w+ )?(?:say|saying|said|confirm(?:ed)?|comment(?:ed)?|discuss|answer(?:ed)?|tell|know|swear|speculate|"
    r"verify|specify|rule|disclose|be drawn|want to|respond|exclude|vouch))\b",
    re.IGNORECASE,
)
"""A cue whose source leaves it open."""

DISBELIEVES = re.compile(
    rf"\b(?:refus(?:e[sd]?|ing) to (?:believe|accept|think)|(?:{NOT}|cannot|hardly) (?:believe|think|expect|accept|see|trust|buy)|disbeliev\w+|"
    r"question(?:s|ed|ing)? (?:the|whether|if|this|that|his|her|their)|f(?:ind|inds|ound) (?:\w+ )?(?:puzzling|odd|strange|hard to believe))\b",
    re.IGNORECASE,
)
"""A cue whose source does not believe it."""

LEAVES_WORDS = _set(
    """not t never cannot no neither nor without hardly yet decline declines declined declining refuse refuses refused refusing
    disbelieve disbelieves disbelieved disbelieving question questions questioned questioning find finds found"""
)
"""Words of which one stands in whatever WITHHOLDS or DISBELIEVES matches."""

REBUFFS = re.compile(
    r"\b(?:(?:hit|hits|hitting|push|pushe[sd]|pushing) back (?:at|on|against)|(?:took|takes?|taking) issue with|pour(?:s|ed|ing)? (?:cold water|scorn) on|"
    r"(?:shot|shoots?|knock(?:s|ed)?) down|(?:brush|laugh|wave|shrug)(?:e?s|e?d)? (?:off|aside|away)|rul(?:es?|ed|ing) out|"
    r"rubbish(?:es|ed|ing)|scotch(?:es|ed|ing)|quash(?:es|ed|ing)|contradict(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""A cue whose source turns it away."""

BELITTLES = re.compile(
    r"\b(?:describ|call|brand|label|slam|blast|condemn|decr(?:y|ied)|characteri[sz]|attack|lambast|denounc|derid|brush)\w*\b",
    re.IGNORECASE,
)
"""A cue whose source says what it makes of a claim."""

BELITTLED = re.compile(
    rf"^\W{{0,3}}(?:the|this|that|these|those|such|recent|any|all) (?:\w+ ){{0,2}}{_TOLD}\b"
    r"(?!.*\b(?:credible|accurate|true|serious|correct|fair|plausible|genuine|important|significant|reliable)\b).*(?:\bas |[“\"‘])",
    re.IGNORECASE | re.DOTALL,
)
"""A claim with what its critic calls it: "the allegation that he left as “an attempt to unsettle the markets”"."""

WITHDRAWS = re.compile(
    rf"\b(?:withdr[ae]w(?:n|s|ing)?|retract(?:s|ed|ing)?|t(?:ook|akes?|aken) back)\b.{{0,80}}\b{_TOLD}\b", re.IGNORECASE
)
"""A cue whose source takes back what it said."""

DISTANCED = re.compile(
    r"\b(?:alleg(?:es|ed|ing)|claim(?:ed|ing)|purport\w*|version|assert(?:s|ed|ing))\b", re.IGNORECASE
)
"""A cue with which a writer keeps away from what is said."""

# That somebody denies.

DENIED_BESIDE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|refut(?:e[sd]?|ing|als?)|rebut(?:s|ted|tals?)?|disput(?:e[sd]?|ing)|dismiss(?:ed|es|ing)?|"
    r"debunk(?:s|ed|ing)?|corroborat\w+|rubbish(?:es|ed|ing)|contradict(?:s|ed|ing)?|scoff(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""Words around a statement that tell of a denial."""

DENIAL_ISSUED = re.compile(
    r"\b(?:issu|releas|publish|gave|giv|put out|made|mak|repeat|stood by|stand|sen[dt])\w*[^.;]{0,40}\b(?:denials?|rebuttals?|refutations?)\b|"
    r"\b(?:denials?|rebuttals?)\b[^.;]{0,60}\b(?:came|followed)\b",
    re.IGNORECASE,
)
"""A statement that tells of a denial and not of what is denied."""

DENIAL_WORDS = _set("denial denials rebuttal rebuttals refutation refutations")

REASSURES = re.compile(
    r"\b(?:normal(?:ly)?|harmless|unharmed|unhurt|unchanged|intact|on time|"
    r"(?:will|would) (?:remain|stay|continue)|remain(?:s|ed)? (?:in|open|unchanged|safe|stable)|business as usual|fully operational|"
    r"in good health|alive and well|under control|still (?:afloat|alive|in (?:office|place|charge)|open|standing))\b",
    re.IGNORECASE,
)
"""That all is as it was or should be."""

REASSURING_WORDS = _set(
    """normal normally harmless unharmed unhurt unchanged intact time remain remains remained stay continue usual operational
    health alive control still"""
)
