"""Words by which a text credits others: closed classes of news prose, and the common members of open ones."""

import re

# What outlets are called by those who credit them.

OUTLET_NOUN = (
    r"(?:newspapers?|dailies|daily|weekly|magazines?|tabloids?|broadsheets?|broadcasters?|(?:news|press|wire)\s(?:agency|agencies)|"
    r"newswires?|wire\sservices?|(?:radio|TV|television|news|YouTube|Telegram)\s(?:station|channel|network|show|programme|program)|"
    r"(?:news\s)?(?:website|site|portal|outlet|blog)|podcast|journal|publication)"
)
"""Nouns beside an outlet's name: "the Norwegian daily Fjordposten", "the Risky Hours podcast"."""

# What outlets do with what they pass on.

_ADVERB = (
    r"(?:also|then|first|later|earlier|yesterday|today|tonight|now|already|since|still|itself|exclusively|recently|"
    r"previously|further|even|both|all|only|just|once|has|have|had|was|were|will|would|"
    r"(?:on|in|late|early|last|this)\s\w{1,12}|\w{1,12}ly)"
)

_TELLS = (
    r"(?:report(?:s|ed|ing)|sa(?:ys?|id)|wr(?:ites|ote|itten)|reveal(?:s|ed)|disclos(?:es|ed)|claim(?:s|ed)|alleg(?:es|ed)|"
    r"not(?:es|ed)|add(?:s|ed)|quot(?:es|ed)|cit(?:es|ed)|publish(?:es|ed)|print(?:s|ed)?|carr(?:y|ies|ied)|r[au]ns?|br(?:eaks?|oke)|"
    r"air(?:s|ed)|show(?:s|ed|n)?|broadcasts?|post(?:s|ed)|describ(?:es?|ed)|obtain(?:s|ed)|learn(?:s|ed|t)|confirm(?:s|ed)?|"
    r"ask(?:s|ed)?(?!\s(?:by|whether|if|about)\b)|f(?:inds|ound)|suggest(?:s|ed)|estimat(?:es|ed)|speculat(?:es?|ed)|t(?:ells?|old)\s(?:of|about|how|readers|viewers|listeners|its)|mention(?:s|ed)|"
    r"rel(?:y|ies|ied)\son|ha[sd]\sit\b|puts?\s(?:it|the|its)|stat(?:es|ed)|explain(?:s|ed)|announc(?:es|ed)|predict(?:s|ed)|warn(?:s|ed)|"
    r"argu(?:es|ed)|identif(?:y|ies|ied)|nam(?:es|ed)|list(?:s|ed)|interview(?:s|ed)|got\shold\sof|uncover(?:s|ed)|expos(?:es|ed)|"
    r"detail(?:s|ed)|recount(?:s|ed)|calculat(?:es|ed)|maintain(?:s|ed)|insist(?:s|ed)|contend(?:s|ed)|reckon(?:s|ed)|conclud(?:es|ed)|"
    r"point(?:s|ed)\s(?:out|to)|understands?|summari[sz](?:es|ed)|sums?\s(?:it\s)?up|saw|seen)"
)

_ASIDE = r"(?:\s*\([^()]{1,40}\))?(?:,\s[^,.;:]{1,70},)?"

_ALSO_NAMED = r"(?:(?:,|,?\s(?:and|or))\s(?:the\s)?[A-Z][\w&.’'-]{0,30}(?:\s(?:of\s)?[A-Z][\w&.’'-]{0,30}){0,4}){1,3}"
"""More names after a first one: "The Lantern and the Evening Globe"."""

TELLS_AFTER = re.compile(
    rf"{_ASIDE}(?:\s{OUTLET_NOUN})?{_ASIDE}(?:{_ALSO_NAMED})?(?:,?\s(?:which|that|who))?(?:\s{_ADVERB}){{0,4}}\s{_TELLS}\b"
)
"""After a name: it tells. "The Lantern, a local daily, has since reported"."""

STANDS_BY = re.compile(
    rf"(?:[’']s)?{_ASIDE}(?:\s{_ADVERB}|\sagain|\sgoes){{0,4}}\s(?:st(?:ands?|ood|anding)\sby|defend(?:s|ed|ing)?|sticks?\sto|stuck\sto|"
    r"hold(?:s|ing)?\son\sto|believing|should|must|ought|needs?\sto|apologi[sz]|retract|withdr|declin|refus|did\snot|has\snot|denie[sd]|"
    r"deni(?:es|ed)|sued|sues|neither)",
)
"""After a name: the outlet is a party to the matter and passes nothing on. "The Lantern stands by its story"."""

STANDS_BY_CUE = re.compile(
    r"\b(?:stands?|stood|standing)\sby|\bdefend|\bsticks?\sto|\bstuck\sto|\bholds?\son|\bholding\son|\bgoes\son\sbelieving"
    r"|\bapologi|\bretract|\bwithdr|\bdeclin|\brefus|\bden(?:y|ie)|\bdisputed\b|\bplan|\bwant|\bhop(?:es|ed)\b|\binten[dt]|\bdoes\snot|\bhas\snot",
    re.IGNORECASE,
)
"""The same, of the cue of a link."""

_PUBLISHED = (
    r"(?:report|reveal|publish|disclos|print|broadcast|air|broke|break|carri|post|made|rais|uncover|obtain|expos|relay|circulat|pick|cit|quot)"
    r"(?:ed|en|n|e)?(?:\sup)?"
)

_FILL = (
    r"(?:(?!(?:that|which|who|whom|and|or|but|of|to|for|from|with|by|in|on|at|as|if|when|whether|he|she|they|it|his|her|their|him|them|"
    r"said|says|was|were|is|are|had|has|have)\b)[\w’'.-]{1,24}\s)"
)
"""A word between a cue and a name: "according to the state broadcaster"."""

_BESIDE = r"(?:(?:the\s)?(?:(?-i:[A-Z])[\w&.’'-]{0,30},?\s){1,6}and\s(?:[a-z]{1,12}\s)?(?:by\s)?)?"
"""Another name before this one: "first made by the Lantern and afterwards by the"."""

PASSIVE_BEFORE = re.compile(
    rf"(?:\b(?:first|originally|earlier|exclusively|initially)\s)?\b{_PUBLISHED}\s(?:(?:first|originally|initially|later|also)\s)?by\s{_BESIDE}{_FILL}{{0,5}}$",
    re.IGNORECASE,
)
"""Before a name: "first reported by the"."""

FIRST_BEFORE = re.compile(
    rf"\b(?:first\s(?:appeared|ran|surfaced|emerged|came)\s(?:in|on|from)|(?:began|started|originated)\s(?:with|in|on))\s{_FILL}{{0,5}}$",
    re.IGNORECASE,
)

TOLD_BEFORE = re.compile(
    r"\b(?:t(?:old|ells?|elling)|sp(?:oke|eaks?|eaking|oken)\s(?:to|with|on)|talk(?:ed|s|ing)\s(?:to|with)|interview(?:s|ed)?\s(?:with|to|for|on|in|by)|asked\sby|"
    r"(?:statements?|remarks?|comments?|emails?|letters?|confirmed|said|admitted|wrote|written)\s(?:to|in|on|for)|it\sto|"
    r"(?:appear|feature)(?:s|ed|ing|ance)?\s(?:in|on)|seen\son|shown\son|heard\son|shared\swith|leaked\sto|given\sto)"
    rf"\s{_BESIDE}{_FILL}{{0,5}}$",
    re.IGNORECASE,
)
"""Before a name: whoever was told or where it was shown. "told the Dutch daily", "appeared on"."""

CITED_BEFORE = re.compile(
    r"\b(?:according\sto|per|via|cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|as\s(?:reported|cited|quoted)\s(?:by|in)|read\s(?:about\s)?(?:it\s)?in|"
    r"(?:report(?:s|ed|ing)?|reveal(?:ed)?|publish(?:ed)?|print(?:ed)?|carried|stor(?:y|ies)|articles?|piece|column|editorial|op-ed|coverage|"
    r"account|investigation|interview|footage|images?|video|claims?|allegations?|documents?)\s(?:in|by|on|from|for|of)|"
    r"(?:seen|reviewed|obtained|verified)\sby|(?:emails?|memo|documents?)\s(?:in|from|by))"
    rf"\s{_BESIDE}{_FILL}{{0,5}}$",
    re.IGNORECASE,
)
"""Before a name: "according to the state broadcaster", "a story in the"."""

IN_BEFORE = re.compile(r"(?:^|[“\"])(?:[Ww]riting\s)?[Ii]n\s(?:the\s)?$")
"""Before a name that a comma follows: "In the Lantern, the general warned"."""

CONTRIBUTED_AFTER = re.compile(r"\s(?:has\s)?contributed\s(?:\w+\s)?to\sthis\s(?:report|article|story|piece)\b")
"""After a name: an agency's material stands in the text."""

WITNESS_AFTER = re.compile(
    r"(?:[’']s)?(?:\s[\w’'-]{1,20}){0,2}?\s(?:reporters?|journalists?|correspondents?|crew|photographers?)\s(?:[a-z]+\s){0,4}?"
    r"(?:saw|seen|said|says|told|counted|reported|reports|witnessed|heard|visited)\b"
)
"""After a name: its people saw it. "a Lantern reporter saw"."""

SAYS_BEFORE = re.compile(
    rf"[,”\"’)]\s(?:reports?|reported|says|said|notes|noted|writes|wrote|claims|claimed|adds|added)\s{_FILL}{{0,4}}$",
    re.IGNORECASE,
)
"""Before a name, the other way round: ", reports the"."""

PRODUCT_AFTER = re.compile(
    r"(?:[’']s(?:\s(?!stor|report|articl)[\w’'-]{1,20}){0,2}|)\s(?:reports?|reporting|story|stories|articles?|accounts?|version|figures?|e-?mails?|scoop|"
    r"investigation|piece|exclusive|footage|interview|exposé|revelations?|coverage|column|editorial|dispatch|documentary|analysis|tally|review|"
    r"survey|broadcast|programme|video|count|estimate|numbers)\b|[’']s\s[£$€]?\d"
)
"""After a name: what it published. "a Lantern report", "the Lantern's disputed figure", "the Lantern's 23"."""

TARGET_BEFORE = re.compile(
    r"\b(?:call(?:s|ed|ing)?\s(?:on|for|upon)|urg(?:es?|ed|ing)|wants?|wanted|asks|asked|demand(?:s|ed)?\sthat|press(?:es|ed)|su(?:es?|ed|ing)|"
    r"accus(?:es?|ed|ing)|blam(?:es?|ed|ing)|attack(?:s|ed|ing)?|thank(?:s|ed)?|pleased\swith|angry\s(?:with|at))\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before a name: something is done to the outlet. "wants the Lantern to withdraw it"."""

_STAFF = (
    r"(?:editors?|reporters?|journalists?|correspondents?|columnists?|analysts?|hosts?|anchors?|presenters?|owners?|founders?|publishers?|chief|head|boss|"
    r"directors?|president|spokes(?:man|woman|person|people)|executives?|lawyers?|attorney|contributors?|writers?|authors?|photographers?|critics?|staff(?:ers?)?|"
    r"employees?|veteran|parent|shares|unit|subsidiary|meteorologists?)"
)
STAFF_BEFORE = re.compile(
    rf"\b{_STAFF}(?:[\s-]in[\s-]chief)?\s(?:at|for|of|with|from|in)\s{_FILL}{{0,4}}$", re.IGNORECASE
)
"""Before a name: somebody's place of work. "an editor at the magazine"."""

STAFF_AFTER = re.compile(rf"(?:[’']s)?(?:\s[\w’'-]{{1,20}}){{0,2}}?\s{_STAFF}\b", re.IGNORECASE)
"""After a name: the same. "the Lantern's former editor"."""

PERSON_OF = re.compile(r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,2}\sof\s(?:the\s)?$")
"""Before a name: a writer of the outlet. "Brook of"."""

LISTED = re.compile(
    r"\b(?:newspapers|magazines|tabloids|dailies|broadcasters|(?:news\s)?outlets|(?:news\s)?(?:web)?sites|(?:news\s)?agencies|(?:TV\s|radio\s)?channels)"
    r"\s(?:are|were|named|called)\s(?P<names>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}(?:(?:,|\sand|,\sand)\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}){0,4})"
)
"""Outlets told of before are named at last: "The magazines are Dawn and Open Window"."""

LISTING = tuple(
    f"{noun} {verb} "
    for noun in "newspapers magazines tabloids dailies broadcasters outlets sites websites agencies channels".split()
    for verb in "are were named called".split()
)
"""Words that such a text has."""

NAMED_BEFORE = re.compile(
    r"\b(?:newspapers|magazines|tabloids|dailies|broadcasters|outlets|sites|websites|agencies|channels)\s(?:are|were|named|called)\s(?:[A-Z][\w.’' -]{0,60}(?:,|and)\s)?$"
)
"""The same, before a name."""

QUOTES_BEFORE = re.compile(r"[a-z]\s(?:quotes|quoted|quoting)\s(?:the\s)?$")
"""Before the name of a text's own publisher: somebody else hands it on. "A reader quotes the"."""

NO_MORE_NOUNS = re.compile(
    r"(?:[’']s)?(?:[^\w\s]|\s[^\w\s]|$|\s(?:that|which|who|on|in|last|this|and|or|as|about|at|by|to|for|of|earlier|he|she|it|they|we|how|why|was|had|has|is|are|were|after|before|when|if|while|but|stor(?:y|ies)|article|report|reporter|correspondent|journalist|[a-z]+(?:s|ed))\b)"
)
"""After a name that is one by its shape only: it ends there, and is no part of a longer one."""

LEAD_IN = re.compile(
    r"(?:^|\s)(?:sources?|via|with\sreporting\sby|additional\sreporting\sby|reporting\sby|h/t|courtesy\sof)\s?:?\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before a name: a credit. "Source:", "with reporting by"."""

HEADLINE_TAIL = re.compile(r"(?:\s[—–-]|\s?[:|])\s(?:the\s)?$", re.IGNORECASE)
"""Before a name that ends a headline: "Ferry sinks: "."""

DATELINE = re.compile(r"(?:^|[\s.])[^\W\d_a-z][^()\n]{0,60}\((?P<who>[^()\n]{2,40})\)\s{0,2}[-–—•:.]")
"""The opening of a paragraph: "TARN, March 11 (Herald) -"."""

READ_MORE = re.compile(r"(?:read|see)\s(?:more|also|next|now)\s*[:|>»–—-]\s*(?P<title>[^\n]{12,200})$", re.IGNORECASE)
"""A line that points to another article by its headline."""
