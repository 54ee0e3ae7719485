"""Lines that belong to the page and not to the report: "read also", subscriptions, rights, cookies, counts."""

import re

MAX_BOILERPLATE = 300
"""Longer lines than this say something of their own."""

_NETWORKS = r"(?:twitter|x|facebook|instagram|telegram|whatsapp|google\s+news|youtube|linkedin|tiktok|threads|bluesky|mastodon|weibo)"

_WHOLE = (
    r"(?:(?:read|see|watch|listen)\s+(?:also|more|next|now|on)|also\s+(?:read|see|watch)|more|read\s+more\s+about\s+.+)",
    r"(?:(?:story|article)\s+continues?\s+below(?:\s+(?:this\s+)?(?:advertisement|ad))?|continue\s+reading(?:\s+below|\s+the.+)?)",
    r"(?:advertisements?|advertising|sponsored(?:\s+content)?|promoted(?:\s+content)?|paid\s+(?:content|post)|scroll\s+(?:down\s+)?(?:to\s+continue|for\s+more).*)",
    r"(?:related|recommended|trending(?:\s+now)?|most\s+(?:read|popular|viewed)|you\s+(?:may|might)\s+also\s+(?:like|be\s+interested\s+in)|editor[’']?s[’']?\s+picks?|more\s+on\s+this(?:\s+(?:story|topic))?|top\s+stories)",
    r"(?:related|recommended|more)\s+(?:articles?|stories|news|coverage|topics?|content|posts?|links?|reading|videos?|for\s+you)",
    r"(?:share|tweet|pin|print|e-?mail|comment|save|copy\s+link|bookmark)(?:\s+(?:this|the|it|article|story|page|post|link|now|(?:on|via|to)\s+\S+))*",
    r"\d[\d.,]*\s*k?\s*(?:comments?|shares?|views?|likes?|reactions?|replies|retweets?|min(?:ute)?s?\s+read)",
    r"(?:no\s+comments?(?:\s+yet)?|(?:leave|post|add)\s+a\s+(?:comment|reply)|(?:view\s+)?comments?\s*\(\d+\)|join\s+the\s+(?:conversation|discussion))",
    r"(?:log|sign)\s+in(?:\s*(?:or\b|/).*|\s+to\s+(?:comment|continue|your|view|read|save)\b.*)?|(?:create\s+(?:an\s+)?account|register)(?:\s+(?:now|for\s+free|here))?",
    r"subscribe(?:\s+(?:now|today|here|for\s+.+))?",
    r"(?:skip\s+to\s+(?:main\s+)?content|back\s+to\s+top|next\s+(?:article|story|post)|previous\s+(?:article|story|post))",
)
"""Lines that are nothing but these words and marks."""

_OPENINGS = (
    r"(?:(?:read|see|watch|listen)\s+(?:also|more|next|now)|also\s+(?:read|see|watch))(?:\s+(?:on|at|in|from)\s+[^:]{1,40})?\s*[:|>»–—]",
    r"(?:related|recommended|trending|most\s+read|more\s+from\s+[^:]{1,40}|you\s+(?:may|might)\s+also\s+like|(?:related|recommended)\s+\w+)\s*[:|>»]",
    r"(?:tags|topics|filed\s+under|categories|labels)\s*:",
    rf"follow\s+(?:us|our|me)\b|follow\s+(?:\S+\s+){{1,6}}on\s+{_NETWORKS}\b",
    r"sign\s+up\s*:|sign\s+up\b.*\b(?:newsletters?|alerts?|updates|inbox)\b|sign\s+up\s+(?:now|today|here|for\s+free|by\s+e-?mail)\b",
    r"subscribe\s+to\s+(?:our\b|my\b|(?-i:[A-Z])|.*\b(?:newsletters?|channel|podcast|alerts?|feed)\b)|subscribe\s+(?:now|today|here)\b",
    r"(?:get|receive)\s+(?:the|our|all)\s.*\b(?:newsletters?|your\s+inbox|notifications)\b",
    r"(?:download|get|install)\s+(?:our|the)\s+(?:\S+\s+){0,3}app\b",
    r"(?:thanks|thank\s+you)\s+for\s+(?:signing\s+up|subscribing)|keep\s+an\s+eye\s+on\s+your\s+inbox",
    r"there\s+was\s+an\s+error\s+(?:processing|submitting|sending)\b|please\s+(?:enter|provide)\s+(?:a|your)\s+(?:valid\s+)?e-?mail",
    r"(?:click|tap)\s+(?:here|on\s+the\s+link|the\s+link)\b",
    r"(?:read|see|watch)\s+(?:the\s+|this\s+|our\s+)?(?:rest|full|whole|complete|original|entire)\b.{0,60}\b(?:here|at|on|by)\b",
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b|copyright\s*(?:©|\(c\))|©\s",
    r"(?:this|our)\s+(?:web\s?)?site\s+uses\s+cookies|we\s+(?:and\s+our\s+(?:\w+\s+)?partners\s+)?use\s+cookies",
    r"by\s+(?:continuing|using|clicking|browsing|signing\s+up|subscribing)\b.*\b(?:cookies|privacy\s+policy|terms)\b",
    r"(?:accept|manage|reject)\s+(?:all\s+)?cookies\b|cookie\s+(?:policy|settings|preferences|notice)\b",
)
"""How lines begin that are such, whatever follows."""

_WITHIN = r"\ball\s+rights\s+reserved\b"

_MARKS = r"[\s.:!…|>»→\-–—*]*"

_BOILERPLATE = re.compile(
    rf"{_MARKS}(?:(?:{'|'.join(_WHOLE)}){_MARKS}$|(?:{'|'.join(_OPENINGS)})|.*{_WITHIN}(?:[^.]*\.?)$)", re.IGNORECASE
)


def is_boilerplate(line: str) -> bool:
    """Whether a line belongs to the page around a report: it links, asks, counts or reserves, and reports nothing.

    Sentences that only begin alike are none: "Related parties said no.", "Follow-up tests showed nothing."
    """
    return len(line) <= MAX_BOILERPLATE and _BOILERPLATE.match(line) is not None
