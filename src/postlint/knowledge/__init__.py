"""What a post says against the mission's own facts, by sort of fact.

Each class is made once of a mission's facts and asked about any number of
posts. The facts are read in ``facts``; what a rule makes of a hit is decided
by the rule. Every hit carries the truth and its source.
"""

from __future__ import annotations

from postlint.knowledge.accounts import Contacts, Handles, Names
from postlint.knowledge.advice import Advice
from postlint.knowledge.amounts import Amounts
from postlint.knowledge.house import House, Languages, SolemnDays
from postlint.knowledge.opening import Opening
from postlint.knowledge.sayings import Sayings
from postlint.knowledge.telling import Knower
from postlint.knowledge.titles import Misspelt, Titles

__all__ = [
    "Advice",
    "Amounts",
    "Contacts",
    "Handles",
    "House",
    "Knower",
    "Languages",
    "Misspelt",
    "Names",
    "Opening",
    "Sayings",
    "SolemnDays",
    "Titles",
]
