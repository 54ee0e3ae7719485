"""Words that the reader's rules go by, each list under the term that the rules use for it.

They are closed classes, or the common members of open ones; the trained encoder finds attributions without them. They
decide what kind of thing a found word is: an act, a hedge, a kind of source.
"""

import re

from wherefrom.model import Act


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Acts: what a cue says its source does with the content. Stems, matched at the start of a word; "says" is the rest.

DENIES = "den(?:y|ies|ied|ying|ials?)|refut|reject|rebut|disput(?:e|es|ing)\\b|disputed(?! (?:report|story|claim|account|article))|dismiss|disavow|contradict|debunk|scoff"
DOUBTS = "doubt|play(?:s|ed|ing)? down|mock|question(?:s|ed|ing) (?:whether|if|how)|s[ck]eptic|unsure|uncertain|unconvinced|puzzl"
DISCLOSES = "reveal|disclos|divulg|leak|admit|acknowledg|confess|conced|unveil|expos|g[ai]ve[sn]? away|learned"
ASKS = "ask|demand|request|urg(?:e|es|ed|ing)\\b|call(?:s|ed|ing)? (?:for|on|upon)\\b|appeal|order|insist(?:s|ed|ing)? on|plead|inquir|petition|press(?:es|ed|ing)?\\b(?: for)?"
INTENDS = "plan|intend|want|vow|pledg|promis|agree[sd]? to|offer|seek|sought|refus|declin|propos|prepar|aim|threaten|decid|will(?:ing)?\\b|hop(?:e|es|ed|ing) to|commit"
BELIEVES = "believ|think|thought|feel|felt|fear|worr|concern|suspect|consider|see[sn]?\\b|saw\\b|view|regard|hop(?:e|es|ed|ing)\\b|expect|know|knew|aware|understand|understood|assum|suppos|trust|guess|wonder|imagin|favou?r|support|oppos|back(?:s|ed|ing)?\\b|endors|optimis|pessimis|confident|convinced|predict|anticipat|reckon|opinion|impression|unhapp|happ(?:y|ier)\\b|angr|glad\\b|proud|afraid|eager|keen\\b|reluctan|upset|pleased|disappointed|frustrated|excited|alarm|surpris|shocked|nervous|anxious"

_STEMS: tuple[tuple[Act, str], ...] = (
    ("denies", DENIES),
    ("doubts", DOUBTS),
    ("discloses", DISCLOSES),
    ("asks", ASKS),
    ("intends", INTENDS),
    ("believes", BELIEVES),
)
ACTS = tuple((act, re.compile(rf"\b(?:{stems})", re.IGNORECASE)) for act, stems in _STEMS)

SPEAKS = re.compile(
    r"\b(?:said|say(?:s|ing)?|told|tell(?:s|ing)?|wrote|writ(?:es?|ing|ten)|report(?:s|ed|ing)?|stat(?:es?|ed|ing)|"
    r"announc\w+|add(?:s|ed|ing)|not(?:es?|ed|ing)|according|confirm\w*|claim\w*|alleg\w+|tweet\w*|declar\w+)\b",
    re.IGNORECASE,
)
"""Verbs that only pass something on. Where a cue has one of them beside another act's word, it still speaks."""

TELLS = re.compile(
    r"\b(?:told|tells?|telling|inform(?:s|ed|ing)?|assur(?:es?|ed|ing)|brief(?:s|ed|ing)?)\b", re.IGNORECASE
)
"""Verbs whose next words name who was told."""

PAST_STANCE = re.compile(
    r"\b(?:at first|first|initially|originally|previously|once|earlier|no longer|used to|to begin with|at the time)\b",
    re.IGNORECASE,
)
"""Beside an attitude: its holder no longer holds it, or only at first did."""

ATTITUDES = frozenset({"believes", "doubts", "intends"})

# Cues that are no links, but hedges or names.

_INFINITIVE = (
    r"to\s+(?!(?:the|a|an|this|that|these|those|him|her|me|us|them|it|his|their|my|our|its|your|you|whom|what|all|both|"
    r"\w+sel(?:f|ves)|\w+(?:ers|ors|ists|ians|ials|police|media|press|people))\b|(?-i:[A-Z])|\d)(?=\w)"
)
INFINITIVE = re.compile(_INFINITIVE, re.IGNORECASE)
""" "to" with a verb after it, as in "is said to have fled", and not "said to reporters"."""

EVIDENTIAL_ADVERB = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|ostensibly|apparently|seemingly|presumably)\b", re.IGNORECASE
)

HEDGING_CUE = re.compile(
    r"^(?:(?:has|have|had|may|(?<!military )might|could|would|will|also|now|still|even|that|apparently) )*(?:seem(?:s|ed|ingly)?|"
    r"appear(?:s|ed)?|reportedly|allegedly|apparently|purportedly|supposedly|looks?(?: like)?|sound(?:s|ed)?(?: like)?|"
    r"(?:un)?likely|expected|(?:is|are|was|were|be|been)(?: not)?(?: widely)? expected)(?: to\b)?$",
    re.IGNORECASE,
)
"""Cues that are hedges of whoever speaks, and no links, where no source goes with them: raising verbs and adverbs."""

RAISED_CUE = re.compile(
    r"^(?:\w+ )*?(?:said|believed|thought|reported|alleged|rumou?red|understood|supposed|reputed|considered|presumed|"
    r"suspected|estimated|deemed|feared)(?: to\b)?$",
    re.IGNORECASE,
)
"""Cues that are hedges where an infinitive follows: "is said to have fled", "believed to be in his 30s"."""

NAMING_CUE = re.compile(
    r"^(?:(?:is|are|was|were|been|also|better|best|widely|now|formerly|once) )*"
    r"(?:named|titled|entitled|known as|dubbed|nicknamed|called|a\.?k\.?a\.?)$",
    re.IGNORECASE,
)
"""Cues that give a thing its name, where no source goes with them: nothing is claimed."""

REPORTING = re.compile(
    r"\b(?:report|claim|alleg|rumou?r|sa(?:y|id)|not(?:ed|ing|e that)|reveal|announc|suggest|believ|think|thought|learn|accus|"
    r"t(?:old|ell)|speculat|call(?:s|ed)? (?:for|on)|complain|ask|question|stat(?:ed|ing)|describ|confirm|den(?:y|ie|ial)|warn|"
    r"predict|estimat|fear|suspect|hope|expect|argu|insist|acknowledg|admi[ts]|demand|promis|vow|threat|plan|propos|accord|"
    r"cit(?:e|ing)|quot|wr(?:ite|ote|itten)|tweet|post|show|found|find|conclud|indicat|disclos|leak|charg|critici|concern|"
    r"worr|doubt|support|oppos|request|urg|order|declar|explain|mention|insinuat|assert|contend|chant|shout|view|seen|"
    r"consider|deem|talk|idea|news|accounts?|gossip|opinion|feeling|sense|impression|belief|notion|theor)",
    re.IGNORECASE,
)
"""Stems without which a cue that has no source passes nothing on: "it is interesting that" is the writer's own."""

SAYS_OR_THINKS = re.compile(
    "|".join([REPORTING.pattern, SPEAKS.pattern, r"\bcall(?:s|ed|ing)?\b", *(words.pattern for _, words in ACTS)]),
    re.IGNORECASE,
)
"""Any word that could be a cue. What the encoder finds in contents without one is wrong more often than right: of 24 such
findings in 84 articles, looked at one by one, five were links, four of them by "called"."""

# Kinds of sources, by the noun that heads them.

PERSONAL = _set("he she him her his hers himself herself who i me my we us our ours you your they them their theirs")
IMPERSONAL = _set("it its which that this itself")
FIRST_PERSON = _set("i me my we us our ours myself ourselves")

PERSONS = _set(
    """man woman boy girl person source official officer spokesman spokeswoman spokesperson minister president
    senator congressman congresswoman governor mayor secretary ambassador director chief head chairman chairwoman
    leader lawyer attorney analyst expert critic aide adviser advisor author journalist reporter editor activist
    professor researcher scientist economist investor candidate nominee lawmaker insider witness poster user resident
    neighbor neighbour worker employee soldier policeman diplomat envoy executive manager defector technician engineer
    inspector captain judge prosecutor doctor nurse teacher student voter blogger commentator historian strategist
    pollster host anchor columnist veteran commander general admiral colonel king queen prince princess pope bishop
    priest pastor father mother son daughter wife husband brother sister friend colleague veteran whistleblower leaker
    translator driver farmer fisherman passenger survivor victim suspect somebody someone anyone everyone nobody"""
)
PLURALS = _set(
    """people officials sources officers spokesmen spokeswomen spokespeople ministers senators analysts experts
    critics aides advisers advisors authors journalists reporters editors activists researchers scientists economists
    lawmakers insiders witnesses posters users residents neighbors neighbours workers employees soldiers police
    diplomats executives investigators prosecutors doctors nurses teachers students voters bloggers commentators
    historians strategists observers supporters opponents republicans democrats conservatives liberals members leaders
    others many some most few several those both all families relatives friends colleagues veterans commanders men
    women lawyers attorneys defenders campaigners engineers inspectors captains passengers survivors victims donors
    staffers operatives hosts protesters americans authorities rivals allies parents locals fishermen crew watchers
    media outlets newspapers magazines dailies broadcasters channels stations tabloids agencies companies firms governments parties groups countries none two three four
    five six seven eight nine ten dozens hundreds thousands friends insiders politicians scholars academics"""
)
DOCUMENTS = _set(
    """report reports document documents paper papers study studies survey poll polls memo memos letter letters email
    emails e-mail e-mails statement statements filing filings lawsuit complaint indictment affidavit transcript
    transcripts record records book article articles story stories post posts tweet tweets video videos dossier file
    files log logs message messages text texts release analysis assessment estimate audit ad ads website
    page blog column editorial op-ed data figures statistics census document order bill law ruling opinion decision
    plan platform resolution treaty agreement cable cables note notes diary petition caption rumour rumours rumor
    rumors claim claims account accounts news tale tales buzz speculation results research findings headline
    announcement speech testimony chart map rule rules"""
)
ORGANISATIONS = _set(
    """ministry department agency bureau office company firm corporation corp inc ltd group party government
    administration council committee commission court congress senate parliament house university institute
    foundation association union federation league bank fund police army navy force forces military campaign team
    organisation organization center centre board authority court service services regime embassy church club
    coalition think-tank nonprofit charity hospital school college watchdog secretariat directorate command pentagon
    guard brigade kremlin nato un eu fbi cia nsa mi5 mi6 state city county chamber alliance network movement trust operator panel taskforce regulator retailer insurer airline"""
)
STATES = _set(
    """beijing washington moscow london tehran brussels pyongyang seoul tokyo delhi islamabad kyiv kiev ankara jerusalem
    riyadh damascus baghdad kabul cairo paris berlin rome madrid havana caracas taipei minsk warsaw china russia iran
    israel ukraine taiwan japan india pakistan turkey britain france germany america syria iraq afghanistan egypt
    italy spain poland canada australia mexico cuba venezuela belarus qatar us uk u.s u.k"""
)
"""States and their capitals: as sources they mean a government."""

OUTLET_NOUNS = _set(
    """newspaper daily weekly magazine tabloid broadcaster outlet paper channel station site website newswire
    wire journal broadsheet publication portal radio television tv podcast programme"""
)
OUTLET_NAMES = _set(
    """times post journal herald tribune guardian telegraph gazette chronicle courier observer globe mail mirror
    express independent news press standard examiner inquirer dispatch sentinel ledger bulletin monitor mercury
    register record star sun echo argus advertiser reporter beacon newsweek time economist spectator atlantic nation
    reuters ap afp upi bbc cnn nbc abc cbs pbs npr msnbc cnbc fox bloomberg politico breitbart axios vox slate salon
    buzzfeed huffpost xinhua tass interfax kyodo yonhap dpa efe ansa dw rt scmp wsj nyt cctv itv sky jazeera spiegel
    monde figaro bild zeit welt variety wired engadget techcrunch macrumors forbes fortune businessweek
    insider quartz politifact snopes univision telemundo c-span tmz gawker mashable verge vice"""
)
"""Last words, in lower case, of the names of newspapers, broadcasters and agencies; they count when capitalised."""

UNNAMED_QUALIFIERS = _set("unnamed anonymous unidentified undisclosed confidential")

SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen""".split()
    )
}
TENS = {
    word: number
    for number, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
NUMBER_WORDS = {word: number for word, number in SMALL_NUMBERS.items() if number <= 12}
"""Those with which a text counts its sources."""

MONTHS = tuple("january february march april may june july august september october november december".split())
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())

# Statements.

FINITE = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|does|do|did|will|would|can|could|may|might|must|shall|should|"
    r"isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|hadn['’]t|won['’]t|wouldn['’]t|didn['’]t|doesn['’]t|"
    r"don['’]t|can['’]t|couldn['’]t|it['’]s|he['’]s|she['’]s|they['’]re|we['’]re|i['’]m|there['’]s|that['’]s|"
    r"became|began|begun|brought|built|bought|came|caught|chose|cut|drew|drove|fell|felt|fled|flew|forgot|found|fought|"
    r"gave|gets?|got|goes|went|grew|held|hid|hit|kept|knew|knows?|laid|leads?|led|left|lies|lost|made|makes?|means?|meant|"
    r"met|needs?|paid|put|ran|remains?|rose|said|says|sat|saw|sees?|sent|set|shot|shows?|shut|sold|spent|spoke|stands?|"
    r"stood|stole|struck|takes?|took|taught|thinks?|thought|threw|told|wants?|wins?|won|wore|wrote|works?|comes?|gives?|"
    r"sank|sang|rang|drank|ate|blew|broke|froze|hung|hurt|rode|shook|shrank|slept|slid|spread|swept|swore|tore|woke|beat|"
    r"bent|bled|burst|dealt|dug|fed|swung|wept|withdrew|overthrew|understood|undertook|swam|shone|quit|lay|lit|"
    r"keeps?|holds?|seems?|appears?|includes?|allows?|plans?|says?|believes?|helps?|lets?|\w{2,}ed)\b",
    re.IGNORECASE,
)
"""Words that are commonly the finite verb of a clause: auxiliaries, irregular pasts, common presents, and "-ed"."""
