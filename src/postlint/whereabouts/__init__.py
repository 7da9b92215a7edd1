"""Where a text says that a city lies, and what it says a city is: “Barcelona, Portugal”.

Knows the whole gazetteer of cities; what the tables of capitals alone can
judge is for the checks.
"""

from __future__ import annotations

from postlint.whereabouts.lying import NAME, Claim, find, is_land, may_hold
from postlint.whereabouts.seats import capitals, embassies

__all__ = ["NAME", "Claim", "capitals", "embassies", "find", "is_land", "may_hold"]
