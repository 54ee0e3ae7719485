"""Words by which origins are told apart: what names somebody, and what only says that there is talk."""

import re
import unicodedata
from functools import lru_cache

from wherefrom.reader import lexicon
from wherefrom.reader.parties import vocabulary

_TALK = frozenset(
    """report reports reporting rumour rumours rumor rumors media press internet web online post posts tweet tweets
    thread threads video videos clip clips user users account accounts tale tales story stories claim claims talk gossip
    whispers whisper word buzz speculation chatter twitter facebook telegram weibo tiktok reddit youtube whatsapp
    networks blogs bloggers commenters outlets newspapers newspaper websites sites""".split()
)
"""Nouns of what goes about: whoever said it first stands behind them, unseen."""

_GOES_ABOUT = re.compile(
    r"\b(?:viral|social|unconfirmed|unverified|circulat\w+|rumou?r\w*|posted|tweeted|unnamed reports?)\b", re.IGNORECASE
)
_HEARD_IT = re.compile(
    r"\b(?:my understanding|from what (?:i|we) (?:hear|understand)|(?:i|we) (?:hear|heard|understand)|(?:i['’]m|i am|i was|we were) told"
    r"|word is|heard (?:that|the same|it|from)|had heard)\b",
    re.IGNORECASE,
)
_SEEN_BY = re.compile(
    r",?\s(?:(?:that|which) (?:was|were|has been|have been)\s)?"
    r"(?:seen|reviewed|obtained|viewed|read|examined|shared|published|verified|leaked) (?:by|to|with)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_TOKEN = re.compile(r"[^\W_][\w&’']*(?:\.[^\W_])*")
_NO_NAME = (
    lexicon.PERSONAL
    | lexicon.IMPERSONAL
    | vocabulary.NOBODY
    | vocabulary.INDEFINITE
    | vocabulary.DEFINITE
    | frozenset(lexicon.MONTHS)
    | frozenset(lexicon.WEEKDAYS)
    | frozenset("of and for in at on by to from with as but when after before inside us uk eu u.s u.k".split())
)
_GENERAL = (
    lexicon.ORGANISATIONS
    | vocabulary.TITLES
    | vocabulary.SUFFIXES
    | frozenset("co plc gmbh llc public general national international federal royal statement letter report".split())
)
"""Capitalised words that many names share: "Ministry of Finance" is told by its finance."""


@lru_cache(maxsize=65536)  # the same few names come under many claims
def folded(text: str) -> str:
    """Lower case, without accents and with straight apostrophes."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).replace("’", "'")
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


@lru_cache(maxsize=65536)
def naming_words(text: str) -> frozenset[str]:
    """The words of `text` that name somebody: capitalised, and not of a kind that many names share.

    Where all are of such a kind ("the Treasury", "Government Press Office") they are what there is. A name run
    together is one of its words ("Super Micro" and "Supermicro"), and so are the initials of three words or more.
    """
    words = [word for word in _TOKEN.findall(text.replace("-", " ")) if word[0].isupper()]
    plain = [folded(word).removesuffix("'s").strip("'.") for word in words]
    names = [word.replace(".", "") for word in plain if word not in _NO_NAME]
    telling = [word for word in names if word not in _GENERAL] or names
    together = {"".join(telling)} if 1 < len(telling) < 4 else set()  # more words than that are no single name
    initials = {"".join(word[0] for word in names)} if len(names) > 2 else set()
    return frozenset(telling) | together | initials


def without_readers(words: str) -> str:
    """A document's name without those who have seen it: "a log reviewed by the Herald" is no word of the Herald's."""
    return _SEEN_BY.sub("", words)


def is_talk(words: str) -> bool:
    """Whether these words only say that something goes about: "rumours", "media reports", "some users"."""
    if _SEEN_BY.search(words):
        return False  # a paper that somebody has seen is more than talk
    plain = folded(words)
    return bool(_GOES_ABOUT.search(plain)) or not _TALK.isdisjoint(re.findall(r"[a-z]+", plain.split(",")[0]))


def has_only_heard(words: str) -> bool:
    """Whether somebody's words say that he passes on what he was told: "my understanding is"."""
    return bool(_HEARD_IT.search(words))
