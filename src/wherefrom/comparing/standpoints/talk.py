"""Words with which news passes something on as talk: rumours, and what anybody can post."""

import re

_NETWORKS = (
    r"(?:social media|the internet|twitter|facebook|weibo|wechat|reddit|telegram|whatsapp|tiktok|youtube|instagram|x)"
)

_WORD = r"^\W*word (?:on the street )?(?:is|was|has it|had it)\b"

RUMOUR = re.compile(
    r"\b(?:rumou?r(?:s|ed)?|whispers?|gossip|hearsay|speculat(?:e[sd]?|ing|ion)|talk (?:that|of)|unconfirmed|(?:is|are) reputed to|said to show|"
    r"unverified (?:\w+ )?(?:posts?|accounts?|reports?|claims?|messages?)|grapevine|urban legend|tales|chatter|"
    rf"^\W*talk\W*$|word (?:has it|had it|on the street)|conspirac(?:y theor(?:y|ies|ists?)|ists?))\b|{_WORD}",
    re.IGNORECASE,
)
"""The words that introduce a statement make it talk, for which nobody stands."""

ONLINE = re.compile(
    r"\b(?:viral|social media|netizens|on the internet|hashtags?|tweets?|anonymous (?:users|accounts|posts)|"
    rf"(?:internet|online|twitter|facebook|weibo|reddit|telegram|tiktok|x) users|accounts on {_NETWORKS}|"
    rf"on {_NETWORKS}|(?:telegram|whatsapp|wechat|facebook|youtube|reddit) (?:channels?|groups?|accounts?|posts?|messages?|pages?)|bloggers|vloggers|influencers|"
    r"online (?:posts?|chatter|claims?)|(?:posts?|users?|claims?|videos?) online|viewed (?:\w+ ){1,3}times|"
    rf"(?:shared|circulat(?:ed|ing)|viewed|spread(?:ing)?) (?:\w+ ){{0,3}}(?:on|across|via|in) {_NETWORKS})\b",
    re.IGNORECASE,
)
"""It comes from anybody; that is talk where no name stands behind it: a minister too may speak in a tweet."""

TALKED = re.compile(
    # what is said there follows: "rumours of a coup", "rumour has it that"
    r"\b(?:rumou?rs?|whispers?|gossip|speculation|chatter) (?:(?:on|in|across) (?:\w+ ){1,3})?"
    r"(?:that|of|about|over|ha[sd]|is|was|sa(?:ys?|id)|claim(?:s|ed)?|h[eo]ld|goes|went|suggest(?:s|ed)?)\b|"
    # it goes round
    r"\b(?:rumou?rs?|whispers?|gossip|speculation) (?:(?:are|were|have been|has been) (?:\w+ ){0,2}(?:circulating|spreading|swirling|rife|growing|flying|doing the rounds)|"
    r"swirl(?:s|ed)?|abound(?:s|ed)?|swept|spreads?|flew|circulate[sd]?|persist(?:s|ed)?|grew|mounted)\b|"
    rf"\b(?:popular|spreads|spreading|circulat(?:es?|ed|ing)|trend(?:s|ed|ing)|swept|sweeps?|swirl(?:s|ed|ing)?|viral)\b[^.;]{{0,40}}\b(?:{_NETWORKS}|online)\b|"
    r"\b(?:unconfirmed|rumou?red|hearsay|(?:is|are) reputed to|said to show|speculat(?:es|ed))\b|"
    rf"\bthere (?:is|was|has been|had been) (?:\w+ )?(?:talk|gossip|speculation|chatter)\b|{_WORD}|^on {_NETWORKS}\b|"
    # somebody's post is what speaks
    r"^\W?(?:an?|one|another|some|several|many|viral) (?:\w+ ){0,2}(?:tweets?|posts?|users|hashtags?)\b",
    re.IGNORECASE,
)
"""A statement is passed on as talk in its own words; to speak about a rumour is not yet to pass it on."""

TALK_WORDS = frozenset(
    """rumour rumours rumoured rumor rumors rumored whisper whispers gossip hearsay speculated speculates speculating
    speculation unconfirmed unverified reputed show viral social internet netizens online hashtag hashtags users tweet tweets
    viewed grapevine legend tales chatter talk word conspiracy conspiracist conspiracists anonymous accounts post posts popular
    spreads spreading circulate circulates circulated circulating swept trended trending trends swirl swirls twitter facebook
    weibo wechat reddit telegram whatsapp tiktok youtube instagram x speculate bloggers vloggers influencers""".split()
)
"""Words of which one stands in whatever RUMOUR, ONLINE or TALKED matches."""

VOUCHES_NOT = re.compile(
    r"\b(?:claim|alleg|purport|post|shar|tweet|speculat|circulat|spread)(?:e?[sd]|ing)?\b", re.IGNORECASE
)
"""A cue with which a statement goes round."""

POSTED = re.compile(
    r"^(?:(?:an?|the|one|another|some|many|several|this|these) )?(?:\w+ ){0,3}"
    r"(?:posts?|clips?|videos?|threads?|memes?|footage|screenshots?|users)\b",
    re.IGNORECASE,
)
"""Anybody, or what anybody can put before the public."""
