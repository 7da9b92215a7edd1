"""Phrases in which a word of the tables means something else, all in one list.

For whoever looks for names of all tables at once; not for the exonyms and the
contested places, whose guards belong to their own rules.
"""

from __future__ import annotations

from functools import lru_cache

from postlint.tables.people import institutions, not_titles, titles
from postlint.tables.places import countries


@lru_cache(maxsize=1)
def false_friends() -> tuple[str, ...]:
    """Return every phrase that acquits the words within it: “Jordan River”, “King Street”.

    A phrase that is itself the name of a country, title or body (“Papua New
    Guinea” guards “Guinea”) is left out: there the longest name wins.
    """
    phrases = dict.fromkeys(not_titles())
    names: set[str] = set()
    for title in titles():
        phrases.update(dict.fromkeys(title.guards))
        names.update((*title.names, *title.french, *title.plurals))
    for body in institutions():
        phrases.update(dict.fromkeys(body.guards))
        names.update((*body.names, *body.french))
    for country in countries():
        phrases.update(dict.fromkeys(country.guards))
        names.update((*country.names, *country.french))
    return tuple(phrase for phrase in phrases if phrase not in names)
