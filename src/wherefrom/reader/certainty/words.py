"""Words about knowledge that hold back, each kind with how much it leaves.

They are closed classes, or the common members of open ones. Modals have senses, which `modals` tells apart.
"""

import re

from wherefrom.reader import lexicon

_INFINITIVE = lexicon.INFINITIVE.pattern

_HELD = "said|believed|thought|reported|alleged|rumou?red|understood|supposed|reputed|considered|presumed|suspected|feared|assumed"

HEARSAY = re.compile(
    r"\b(?:(?:reportedly|allegedly|purportedly|supposedly|unconfirmed|unverified|by some accounts|by all accounts|"
    r"(?:alleged|purported|suspected|rumou?red|supposed|presumed)(?=\s+(?!that\b|in\b|on\b|by\b|he\b|she\b|they\b|it\b|the\b|an?\b|to\b|\w+ed\b)[\w“\"])|"
    r"so-called(?= (?:evidence|proof|leak|confession)))\b|"
    rf"(?:is|are|was|were|been|being|be)(?: \w+ly| also| now| even| then)?\s+(?:{_HELD})\s+(?={_INFINITIVE})to\b|"
    rf"(?:believed|thought|said|reported|alleged|rumou?red|feared|presumed)\s+(?={_INFINITIVE})to\b|"
    r"(?:is|are|was|were|been)\s+(?:reported|rumou?red|feared|believed|presumed)(?=\s+(?:\w+ed|\w+en|missing|dead|lost|trapped)\b))",
    re.IGNORECASE,
)
"""Somebody's word is behind it and is not vouched for; outside quotation marks it is the writer who holds back so."""

DISTANCED = re.compile(
    r"\b(?:alleg(?:e[sd]?|ing|ations?)|speculat\w+|purport\w*|unconfirmed|unverified)\b", re.IGNORECASE
)
"""In the words that introduce a statement: whoever passes it on does not vouch for it. "Claims" is too common to tell: in
the stories of `benchmarks/cases` one in seventeen so introduced is labelled as held back, of "alleged" six in ten."""

EVIDENCE = re.compile(
    r"\b(?:suggest(?:s|ed)?|indicat(?:es?|ed)|hint(?:s|ed)?(?: at)?|points? to|impl(?:y|ies|ied))\b", re.IGNORECASE
)
"""What a document or a thing does to a statement: whoever reads it so draws a conclusion."""

_PHYSICAL = (
    r"behind|in|on|at|before|with|alongside|for|from|beside|there|here|together|under|within|next|along|via|inside|outside|"
    r"onstage|live|regularly|again|this|last|every|since|when|during|and|by|as (?:a|an|the)"
)
"""Words after "appear" with which it is a coming and no seeming: "appears in court", "appears on page 3"."""

PROBABLE = re.compile(
    r"\b(?:more likely than not|(?:most |highly |very |quite )?(?:probably|probable)|(?<!\bmore )(?<!\bless )(?<!\bas )(?:(?:most|highly|very|quite|increasingly|extremely) )?likely"
    r"(?! (?:voters?|candidates?|nominees?))|presumably|apparently|seemingly|ostensibly|doubtless|in all likelihood|"
    r"it (?:seems|appears|seemed|appeared)|(?:seem(?:s|ed)?|seeming)(?: to)?|"
    rf"appear(?:s|ed)?(?! (?:{_PHYSICAL})\b)(?= \w)(?: to)?|"
    r"look(?:s|ed)?(?: (?:to (?:me|us) )?like|(?= (?:set|likely|certain|poised|increasingly|unlikely|headed|to (?:be|have)|as (?:if|though))\b))|"
    r"sound(?:s|ed)? (?:like|as (?:if|though))|"
    r"(?:is|are|was|were|be|been|being)(?: widely)? expected to|expected to|(?:evidence|data|results|figures|signs?|findings|study|studies|story|"
    r"research|analysis|images?|footage|records?) (?:strongly )?(?:suggest|indicate)s?(?=\s))\b",
    re.IGNORECASE,
)

POSSIBLE = re.compile(
    r"\b(?:possibly|perhaps|maybe|conceivably|(?-i:may) well|could well|might well|(?-i:may)|(?<!military )might|could|"
    r"(?<!as soon as )(?<!as much as )(?<!as many as )(?<!as far as )(?<!as quickly as )(?<!as early as )(?<!wherever )(?<!if )(?<!where )possible|"
    r"(?:has|have|had) the potential to|possibility|realistic possibility|potential(?:ly)?|(?:(?:roughly |about )?even|remote|slim|outside|good|fair|strong|real|slight|better than even) (?:chance|odds)|chances about even|"
    r"(?:(?:is|are|was|were|remains?|remained|it['’]s|still|be) (?:still |far from |not |very |also |as yet |not yet |not entirely ){0,2}"
    r"(?:unclear|uncertain|clear|known|certain|sure|unknown|in doubt))(?=(?:,| (?:whether|if|how|what|why|who|when|where|which|that|yet))|[.;]|$)|"
    r"uncertain(?= (?:whether|if|how))|if the reports? (?:were|was|are|is) true|if (?:confirmed|true|accurate|genuine|proven))\b",
    re.IGNORECASE,
)

UNLIKELY = re.compile(
    r"\b(?:(?:highly|very|most|extremely|quite) )?(?:unlikely|improbabl[ey])\b|\b(?:it (?:is|was|remains) doubtful|probably not|almost certainly not|"
    r"remote chance|almost no chance|little chance)\b",
    re.IGNORECASE,
)

ALMOST_CERTAIN = re.compile(r"\b(?:almost|nearly|virtually|all but) certain(?:ly)?\b", re.IGNORECASE)

CERTAIN = re.compile(
    r"\b(?:(?<!not )(?<!almost )(?<!nearly )(?<!virtually )(?<!all but )(?<!less than )(?:certainly|definitely|undoubtedly|unquestionably|indisputabl[ey]|undeniabl[ey])|"
    r"without (?:a )?(?:any )?doubt|beyond (?:a |any |all )?(?:reasonable )?doubt|there (?:is|was|can be) no (?:question|doubt)|no doubt)\b",
    re.IGNORECASE,
)
"""Words that assert with force: they hold back nothing."""
