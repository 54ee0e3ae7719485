"""Which country words mean where they stand: the country, a state of it, or the people who belong to it."""

import re
import unicodedata
from typing import NamedTuple

from wherefrom.comparing.countries import leading
from wherefrom.model import Span

_PEOPLES = frozenset(
    """afghan albanian algerian angolan argentine argentinian armenian australian austrian azerbaijani azeri bahraini
    bangladeshi barbadian belarusian belgian bermudian beninese bolivian bosnian brazilian british bulgarian burkinabe burmese
    burundian cambodian cameroonian canadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch
    ecuadorian ecuadorean egyptian emirati english estonian ethiopian fijian filipino philippine finnish french gambian
    german ghanaian greek guatemalan guyanese haitian honduran hungarian icelandic indian indonesian iranian iraqi irish
    israeli italian ivorian jamaican japanese jordanian kazakh kazakhstani kenyan korean kosovan kosovar kuwaiti kyrgyz lao
    laotian latvian lebanese liberian libyan lithuanian luxembourgish macanese macedonian malagasy malaysian malian maltese
    mauritian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien
    norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan
    salvadoran salvadorean samoan saudi scottish senegalese serbian singaporean slovak slovakian slovene slovenian somali
    spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai trinidadian tunisian turkish turkmen ugandan
    ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean american""".split()
)
"""Adjectives of countries; two words of them end in one ("South Korean")."""

_STATES = {
    **dict.fromkeys(
        """alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana
        iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
        nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming calif mass conn fla
        mich minn tex wash ariz colo ill ore tenn""".split(),
        "US",
    ),
    **dict.fromkeys("ontario quebec alberta manitoba saskatchewan newfoundland".split(), "CA"),
}
_TWO_WORDS = {
    **dict.fromkeys(
        """new hampshire,new jersey,new mexico,new york,north carolina,north dakota,rhode island,south carolina,south dakota,
        west virginia""".replace("\n        ", "").split(","),
        "US",
    ),
    **dict.fromkeys("nova scotia,british columbia,new brunswick".split(","), "CA"),
}
"""States that tell the country without naming it. Georgia may be either, and is none here."""

NAME = r"[A-Z][\w.’'-]{0,30}(?:\s(?:of\sthe\s|of\s|and\s)?[A-Z][\w.’'-]{0,30}){0,3}"
"""What may be the name of a country, with words that may be no part of it behind."""

_WORD = re.compile(r"[^\W\d_][\w.]*")
_JOINING = frozenset("the of and".split())


class Nation(NamedTuple):
    """A country by its ISO 3166-1 code, where the words for it stand, and whether they mean its people."""

    code: str
    span: Span
    people: bool


def nation(text: str, start: int, end: int) -> Nation | None:
    """The country that the first words of a stretch mean; None where they mean none."""
    told = [(_folded(match.group()), match) for match in _WORD.finditer(text, start, end)]
    kept = [(word, match) for word, match in told if word not in _JOINING]
    if not kept or told[0][1].start() != start or not kept[0][1].group()[0].isupper():
        return None
    words = [word for word, _ in kept]
    found = _TWO_WORDS.get(" ".join(words[:2]))
    code, count = (found, 2) if found else leading(words) or (_STATES.get(words[0]), 1)
    if code is None:
        return None
    people = words[count - 1] in _PEOPLES
    last = kept[count - 1][1]
    stop = last.end() - (last.group().endswith(".") and "." not in last.group()[:-1])
    return Nation(code, Span(kept[0][1].start(), stop), people)


def _folded(word: str) -> str:
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return bare.lower().replace(".", "")
