"""The larger cities of the world, and in which countries a place is called so.

Not for capitals, nor for what a city is called in other languages: the table of
countries knows those.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from postlint.shipped import rules_folder
from postlint.values import dataclass

MILLION = 3


@dataclass(frozen=True, slots=True)
class City:
    """A name of a city.

    ``homes`` are the alpha-2 codes of the countries that have a place of that
    name, ``small`` those whose place has fewer than 5,000 people and a
    hundredth of the largest. ``size`` tells the largest: 1 from 50,000 people,
    2 from 100,000, 3 from a million. ``capital`` tells the capital of a state.
    """

    homes: frozenset[str]
    small: frozenset[str]
    size: int
    capital: bool


@lru_cache(maxsize=1)
def _text() -> str:
    """Return the table as it stands: a search for a line takes less than reading 11,000."""
    return (rules_folder() / "tables" / "cities.txt").read_text(encoding="utf-8")


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=4096)
def city(name: str) -> City | None:
    """Return what is known of a city by its name, with accents or without; None where nothing is.

    From GeoNames (https://www.geonames.org, CC BY 4.0); scripts/cities_table.py writes the table.
    """
    text, line = _text(), f"\n{_plain(name)}\t"
    start = text.find(line)
    if start == -1:
        return None
    start += len(line)
    homes, small, size = text[start : text.index("\n", start)].split("\t")
    return City(
        frozenset(homes.split(",")),
        frozenset(small.split(",")) - {""},
        int(size[0]),
        size.endswith("*"),
    )
