"""Countries by the words that mean them: "UK's", "British" and "Britain" are one, by its ISO 3166-1 code."""

from collections.abc import Mapping, Sequence
from functools import cache

_WORDS = """
AE united arab emirates|uae|emirati|dubai|abu dhabi
AF afghanistan|afghan
AL albania|albanian
AM armenia|armenian
AO angola|angolan
AR argentina|argentine|argentinian
AT austria|austrian
AU australia|australian
AZ azerbaijan|azerbaijani|azeri
BA bosnia|bosnian|bosnia herzegovina
BB barbados|barbadian
BD bangladesh|bangladeshi
BE belgium|belgian
BF burkina faso|burkinabe
BG bulgaria|bulgarian
BH bahrain|bahraini
BI burundi|burundian
BM bermuda|bermudian
BO bolivia|bolivian
BR brazil|brazilian
BT bhutan|bhutanese
BW botswana
BY belarus|belarusian
CA canada|canadian
CD dr congo|drc|congolese|democratic republic congo
CG congo|republic congo
CH switzerland|swiss
CI ivory coast|ivorian|cote divoire
CL chile|chilean
CM cameroon|cameroonian
CN china|chinese|prc|people republic china|mainland china|communist china
CO colombia|colombian
CR costa rica|costa rican
CU cuba|cuban
CY cyprus|cypriot
CZ czech republic|czechia|czech
DE germany|german
DK denmark|danish
DO dominican republic|dominican
DZ algeria|algerian
EC ecuador|ecuadorian|ecuadorean
EE estonia|estonian
EG egypt|egyptian
ES spain|spanish
ET ethiopia|ethiopian
EU eu|european union
FI finland|finnish
FJ fiji|fijian
FR france|french
GB uk|united kingdom|britain|great britain|british|england|english|scotland|scottish|wales|welsh|northern ireland|northern irish
GE georgian
GH ghana|ghanaian
GR greece|greek
GT guatemala|guatemalan
GY guyana|guyanese
HK hong kong
HN honduras|honduran
HR croatia|croatian
HT haiti|haitian
HU hungary|hungarian
ID indonesia|indonesian
IE ireland|irish|republic ireland
IL israel|israeli
IN india|indian
IQ iraq|iraqi
IR iran|iranian
IS iceland|icelandic
IT italy|italian
JM jamaica|jamaican
JO jordan|jordanian
JP japan|japanese
KE kenya|kenyan
KG kyrgyzstan|kyrgyz
KH cambodia|cambodian
KP north korea|north korean|dprk
KR south korea|south korean|korea|korean|rok
KW kuwait|kuwaiti
KZ kazakhstan|kazakh|kazakhstani
LA laos|lao|laotian
LB lebanon|lebanese
LK sri lanka|sri lankan
LT lithuania|lithuanian
LU luxembourg|luxembourgish
LV latvia|latvian
LY libya|libyan
MA morocco|moroccan
MD moldova|moldovan
ME montenegro|montenegrin
MG madagascar|malagasy
MK north macedonia|macedonian
ML mali|malian
MM myanmar|burma|burmese
MN mongolia|mongolian
MO macau|macao|macanese
MT malta|maltese
MU mauritius|mauritian
MX mexico|mexican
MY malaysia|malaysian
MZ mozambique|mozambican
NA namibia|namibian
NE niger|nigerien
NG nigeria|nigerian
NI nicaragua|nicaraguan
NL netherlands|dutch|holland
NO norway|norwegian
NP nepal|nepali|nepalese
NZ new zealand|nz
OM oman|omani
PA panama|panamanian
PE peru|peruvian
PG papua new guinea|png
PH philippines|philippine|filipino
PK pakistan|pakistani
PL poland|polish
PR puerto rico|puerto rican
PS palestine|palestinian
PT portugal|portuguese
PY paraguay|paraguayan
QA qatar|qatari
RO romania|romanian
RS serbia|serbian
RU russia|russian|russian federation
RW rwanda|rwandan
SA saudi arabia|saudi|saudi arabian
SB solomon islands
SD sudan|sudanese
SE sweden|swedish
SG singapore|singaporean
SI slovenia|slovenian|slovene
SK slovakia|slovak
SN senegal|senegalese
SO somalia|somali
SS south sudan|south sudanese
SV el salvador|salvadoran|salvadorean
SY syria|syrian
TH thailand|thai
TJ tajikistan|tajik
TM turkmenistan|turkmen
TN tunisia|tunisian
TR turkey|turkish|turkiye
TT trinidad tobago|trinidad|trinidadian
TW taiwan|taiwanese
TZ tanzania|tanzanian
UA ukraine|ukrainian
UG uganda|ugandan
US us|usa|united states|united states america|america|american
UY uruguay|uruguayan
UZ uzbekistan|uzbek
VA vatican|holy see
VE venezuela|venezuelan
VN vietnam|vietnamese
WS samoa|samoan
XK kosovo|kosovar|kosovan
YE yemen|yemeni
ZA south africa|south african
ZM zambia|zambian
ZW zimbabwe|zimbabwean
"""

LONGEST = 3
"""Words of the longest name above."""


@cache
def countries() -> Mapping[tuple[str, ...], str]:
    """Codes by words in lower case, without accents, full stops, possessives and joining words."""
    held: dict[tuple[str, ...], str] = {}
    for line in _WORDS.split("\n"):
        code, _, forms = line.partition(" ")
        held |= {tuple(form.split()): code for form in forms.split("|") if form}
    return held


@cache
def codes() -> frozenset[str]:
    """All codes that a country is known by here."""
    return frozenset(countries().values())


def country_of(words: Sequence[str]) -> str | None:
    """The country that these folded words mean, all of them together; None where they mean none."""
    return countries().get(tuple(words))


def leading(words: Sequence[str]) -> tuple[str, int] | None:
    """The country that the first words mean, and how many they are: the most that mean one."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        code = country_of(words[:length])
        if code is not None:
            return code, length
    return None


def trailing(words: Sequence[str]) -> tuple[str, int] | None:
    """The country that the last words mean, and how many they are."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        code = country_of(words[len(words) - length :])
        if code is not None:
            return code, length
    return None
