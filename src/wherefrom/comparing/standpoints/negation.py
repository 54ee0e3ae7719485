"""Words that tell a clause in the negative, and where clauses begin and end."""

import re

NOT = r"(?:not|\w{2,6}n['’]t)"
""" "Not", alone or in a short form: "didn't"."""

NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least|long|to mention|surprisingly|unlike)\b)|never(?!theless)|cannot|neither|nor|nobody|nothing(?! (?:more|less|but)\b)|nowhere|"
    r"none|no one|no(?!\.? ?\d| (?:doubt|matter|sooner|fewer|less)\b)|(?:hardly|scarcely) any|rul(?:ed?|es|ing) out|fail(?:s|ed)? to|"
    r"(?:refus|declin)(?:e[sd]?|ing) to|lack(?:s|ed|ing)?|free of|far from|(?:clear(?:s|ed|ing)?|acquit(?:s|ted)?|exonerated?|absolved?) (?:\w+ ){0,2}of|cleared (?:him|her|them))\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that turn a clause round, "failed to" and "cleared of" by what they mean."""

NEGATION_WORDS = frozenset(
    """not never cannot neither nor nobody nothing nowhere none no hardly scarcely rule ruled rules ruling fail fails
    failed refuse refused refuses refusing decline declined declines declining lack lacks lacked lacking free far t clear clears
    cleared clearing acquit acquits acquitted exonerate exonerated absolve absolved""".split()
)
"""Words of which one stands in whatever NEGATION matches."""

NO_DENIAL = re.compile(
    # one thing set against another: "a valve, not a spark, caused it"
    r"\bnot (?:because |for |by |from |on |in |to |an? |the )?[^,;.]{1,60}?,? but\b|, (?:and )?not [^,;.]{1,60}(?=[,;.”\"]|$)|"
    # it came late: "was told nothing until the story broke"
    rf"\b(?:{NOT}|nothing|never|nobody|no)\b[^,;.]{{0,60}}\buntil\b|"
    # nothing was more so: "he had never been keener", "no such storm had been seen for years"
    r"\bnever (?:been |felt |looked |seemed )?(?:(?:more|less|so|better|worse)\b|\w{3,}er\b)|\bno \w+ (?:\w+ )?(?:of such(?! an?\b)|so|as much|more|better)\b|"
    # it was so before: "is no longer for sale"
    r"\bno longer\b|\b(?:not|n['’]t) any (?:more|longer)\b|"
    # a negation of what would be bad luck: "could not have been foreseen"
    r"\b(?:could|can)(?: not|n['’]t|not) have (?:been )?(?:foreseen|known|predicted|prevented|avoided)\b",
    re.IGNORECASE,
)
"""Negative words with which nothing is denied of what the statement asserts."""

NEXT_CLAUSE = re.compile(
    r"[;:—–…]|, (?=(?:but|and|or|so|yet|although|though|while|whereas|because)\b)|\bbut\b|"
    r"\b(?:said|says?|saying|maintain(?:s|ed|ing)?|insist(?:s|ed|ing)?|read|heard|claim(?:s|ed)?|add(?:s|ed)|believe[sd]?|thinks?|thought|told \w+) (?=that\b)|"
    r"\band (?=(?:he|she|it|they|we|i|nothing|nobody|no|none|the|that|had|has|have|was|were|is|are|did|resolved|voted|decided|not)\b)",
    re.IGNORECASE,
)
"""Where a clause begins beside another."""

ASIDE = re.compile(r"(?:, |\s)(?:which|who|whose|whom|where)\b[^,;.]*,?|, \w+ing\b[^,;.]*,?", re.IGNORECASE)
"""A clause that hangs on a noun: what is negated there leaves the statement as it is."""
