"""Words that the joining of mentions goes by: pronouns, titles, and nouns that tell a gender or a kind.

Closed classes, or the common members of open ones; see also the reader's own lexicon.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Pronouns.

HE = _set("he him his himself")
SHE = _set("she her hers herself")
IT = _set("it its itself")
THEY = _set("they them their theirs themselves")
I = _set("i me my mine myself")  # noqa: E741 -- the pronoun's own name
WE = _set("we us our ours ourselves")
YOU = _set("you your yours yourself yourselves")
RELATIVE = _set("who whom whose which that")
POSSESSIVE = _set("his her its their my our your whose")
OBJECTS = _set("him them me us")
"""Forms that are never the subject of a clause; "her" may also be a possessive."""

NOBODY = _set(
    """this that these those there here what whatever whoever one ones other others another some someone somebody
    any anyone anybody everyone everybody everything nothing something anything none no nobody all both each either
    neither many most much few several such same former latter more"""
)
"""Words in a pronoun's place that point to no party that a text could be asked for."""

# Determiners.

DEFINITE = _set("the this that these those both")
INDEFINITE = _set(
    """a an another some any no every each several many most few more one two three four five six seven eight nine ten
    eleven twelve dozens scores hundreds thousands at nearly almost about around roughly over up"""
)

# Titles and the nouns that they stand for.

HE_TITLES = _set("mr sir lord king prince father brother")
SHE_TITLES = _set("mrs ms miss lady dame queen princess mother sister")
TITLE_NOUNS = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "maj": "major",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "adm": "admiral",
    "pres": "president",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
}
"""Shortened titles, without the full stop."""

TITLES = (
    HE_TITLES
    | SHE_TITLES
    | frozenset(TITLE_NOUNS)
    | frozenset(TITLE_NOUNS.values())
    | _set(
        """mx professor vice deputy prime minister secretary chancellor ambassador judge justice mayor pope chairman
        chairwoman chair director spokesman spokeswoman spokesperson attorney officer detective inspector lawyer analyst
        commander councilman councilwoman congressman congresswoman speaker chief executive ceo founder editor author
        columnist reporter candidate nominee strategist manager adviser advisor aide leader coach sheriff sergeant
        constable former acting assistant associate senior then-candidate then-president first democratic republican
        conservative president-elect commissioner administrator economist scientist engineer writer actor actress singer
        pollster activist historian journalist host anchor dean bishop archbishop cardinal rabbi imam marshal senators
        reps sens presidents messrs bill majority minority whip house senate state district"""
    )
)
"""Words before a person's name that are no part of it, with what commonly stands among them."""

SUFFIXES = _set("jr sr ii iii iv phd md esq")

# Nouns that tell a gender.

HE_NOUNS = _set(
    """man boy father son husband brother uncle nephew grandfather king prince lord gentleman businessman spokesman
    congressman chairman policeman fireman salesman fisherman actor grandson stepfather boyfriend widower monk priest
    councilman guy"""
)
SHE_NOUNS = _set(
    """woman girl mother daughter wife sister aunt niece grandmother queen princess lady businesswoman spokeswoman
    congresswoman chairwoman policewoman actress granddaughter stepmother girlfriend widow nun councilwoman heroine
    waitress"""
)

# Nouns that stand for one another when a text points back.

ALIKE = (
    _set("newspaper paper daily weekly tabloid broadsheet publication outlet magazine journal"),
    _set("broadcaster channel station network outlet"),
    _set("website site portal outlet blog"),
    _set("wire newswire agency service outlet"),
    _set("company firm corporation manufacturer maker business giant startup group supplier carmaker retailer"),
    _set("agency bureau service department ministry office body watchdog"),
    _set("group organisation organization association body charity nonprofit"),
    _set("report study survey research analysis paper assessment findings document"),
    _set("memo document letter cable note email dossier file paper"),
    _set("poll survey"),
    _set("book memoir"),
    _set("official source person man woman insider aide"),
    _set("officer policeman policewoman official"),
    _set("senator lawmaker"),
    _set("representative lawmaker congressman congresswoman"),
    _set("candidate nominee contender hopeful frontrunner front-runner"),
    _set("businessman mogul billionaire tycoon magnate"),
    _set("country nation state government"),
    _set("spokesman spokeswoman spokesperson"),
    _set("author writer journalist reporter columnist"),
    _set("scientist researcher expert technician engineer"),
    _set("defector technician scientist engineer spy agent"),
    _set("scholar professor researcher academic"),
    _set("people source official person"),
)
"""Within a line, one noun may take up what another introduced: "a study … the report"."""

OF_ANY_PERSON = _set("man woman person guy lady gentleman")
OF_ANY_OUTLET = _set(
    "newspaper paper outlet publication magazine daily broadcaster network website site channel station"
)
OF_ANY_BODY = _set(
    "company firm agency group organisation organization body corporation institution department ministry"
)
"""Nouns that take up a name of their kind without having been used of it before."""

PUBLISHED = _set("report article story piece exclusive scoop")
"""What an outlet publishes stands for the outlet: "the report said"."""

DEFINITE_ALONE = _set("police authorities prosecutors investigators")
"""Plurals that point back without an article: "police" are the same police all through a report."""


_ALIKE = {
    noun: frozenset[str]().union(*(line for line in ALIKE if noun in line)) for noun in frozenset[str]().union(*ALIKE)
}


def alike(noun: str, nouns: frozenset[str]) -> bool:
    """Whether a noun may take up what any of these introduced."""
    return noun in _ALIKE and not _ALIKE[noun].isdisjoint(nouns)
