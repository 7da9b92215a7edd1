"""Words that decide whether two posts speak of the same thing, in English and French.

Closed lists of grammar and of announcements; not of subjects, which are whatever is left.
"""

from __future__ import annotations

from typing import Final

from postlint.lazily import Pattern
from postlint.prose.function_words import FUNCTION_WORDS

CORRECTED: Final = Pattern(
    r"\b(?:correct(?:ion|ed|s)|erratum|extend(?:s|ed)|extension|updated?|postpone[ds]|resched\w+"
    r"|delayed|moved (?:to|from)|brought forward|instead|originally|previously|no longer"
    r"|chang(?:ed|es?) (?:of|to|in)|new (?:dates?|deadline|figures?|day|time|number)"
    r"|(?:has|have) changed|not on"
    r"|now (?:clos|open|end|start|begin|on\b|run|offer|fund|has\b|have\b|take|is\b|will\b|stand)\w*"
    r"|(?:is|are|will) now|more time|another chance|again|cancel+ed|rectificati\w+"
    r"|prolong\w+|report[ée]e?s?|d[ée]sormais|mise? à jour|nouvelles? dates?|au lieu|plus tard que"
    r"|nouveaux? d[ée]lais?)\b"
)
"""A post that says so knows that it says something else than one before it."""

RECURRING: Final = Pattern(
    r"\b(?:every|each|weekly|monthly|daily|annual(?:ly)?|series|sessions?|rounds?|edition|episode"
    r"|weeks? \d|days? (?:\d|one|two|three)|part (?:\d|one|two)|chaque|tous les|toutes les|hebdo\w*"
    r"|mensuel\w*|annuel\w*|série|séances?|édition)\b"
)
"""What comes more than once has more than one date."""

GROWING: Final = Pattern(
    r"\b(?:so far|already|to date|today|yesterday|this (?:week|month|year|morning|time)|last"
    r"|left|remain\w*|still|only|to go|until|ago|old|more|additional|another|extra"
    r"|rose|risen|grew|grown|fell|fallen|up|down|increas\w+|decreas\w+|doubl\w+|tripl\w+|per|each"
    r"|every|first|next|regist\w+|signed|joined|reach\w+|rais\w+|donat\w+|collect\w+|confirm\w+"
    r"|evacuat\w+|arriv\w+|kill\w*|dead|died|deaths|injur\w+|wounded|missing|affected|displaced"
    r"|cases|follow\w*|attend\w+|visited|helped|received|sold|voted|average|top|among|some of"
    r"|déjà|encore|reste\w*|hier|aujourd'hui|cette (?:semaine|année)|inscri\w+|morts?|blessés?)\b"
)
"""Counts that grow, shrink, run down or are part of one another: two of them may both be true."""

NEGATED: Final = Pattern(r"\b(?:not|never|no|nor|without|ne|n'|pas|jamais|sans|cannot)\b|n['’]t\b")
SHUT: Final = Pattern(
    r"\b(?:closed|clos(?:ure|ing) day|fermée?s?|holiday|férié|(?:is|are|be) open)\b"
)
"""Closed today, and closed tomorrow too."""

APPLY: Final = frozenset(
    "apply application register registration deadline due rsvp submit submission sign-up signup"
    " inscription candidature inscrivez inscrivez-vous postulez limite enrolment enrollment"
    " enroll".split()
)
"""One stage under many names."""

CALLS: Final = frozenset(
    "scholarship bursary fellowship contest competition call grant prize award internship survey"
    " consultation bourse concours appel prix stage sondage".split()
)
"""What closes when its applications do."""

END: Final = frozenset(
    "deadline close closing end ending due expire until by before limite clôture ferme terminent"
    " termine jusqu'au avant clos finish conclude".split()
)
BEGIN: Final = frozenset(
    "open opening start begin launch beginning starting kick from ouvre ouvrent commence"
    " commencent débute débutent dès".split()
)

FILLERS: Final = frozenset(
    " ".join((FUNCTION_WORDS["en"], FUNCTION_WORDS["fr"])).split()
) | frozenset(
    "join come take place held happen happening hold save date see reminder remember forget miss"
    " don t last final chance day hurry soon quick note mark calendar alert deadline apply time"
    " noon midnight sharp local eastern pacific est edt ast adt pst pdt cst cdt mst mdt gmt utc et"
    " pt am pm a.m p.m offer provide fund award give include feature available await run return"
    " offering providing funding awarding giving including featuring awaiting"
    " back set announce proud pleased delighted excited glad grab up heads friendly s re ve ll"
    " rappel dernier dernière jour chance date lieu aura tiendra tient tiennent rendez-vous"
    " rejoignez offrent offre finance propose midi minuit heure manquez oubliez nos votre"
    " monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi"
    " samedi dimanche".split()
)
"""What a post may say or leave out and still speak of the same."""

SPANS_OF_TIME: Final = frozenset(
    "second minute hour day week month heure jour semaine mois".split()
)
PEOPLE: Final = frozenset("people children women men youth personnes enfants femmes hommes".split())
"""Plurals without an s, and some with one."""

_ELISION: Final = Pattern("^(?:[cdjlnst]|qu)'(?=..)")


def stem(word: str) -> str:
    """Return a folded word without its possessive and its plural."""
    word = _ELISION.sub("", word.replace("’", "'")).removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > len("its"):
        word = word[:-1]
    return "program" if word == "programme" else word


def is_plural(word: str) -> bool:
    """Tell whether a folded word looks like several of something."""
    return word in PEOPLE or (word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s")))
