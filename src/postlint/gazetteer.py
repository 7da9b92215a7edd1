"""Which countries and cities a text names, and what the dated tables know of each.

Longest names win and false friends (“Jordan River”, “London, Ontario”) are left
out; what two names standing together claim is for the checks to decide.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from postlint import tables
from postlint.lexicon import Lexicon, Spot, fold, longest
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What a name can mean, in alpha-2 codes; a name may mean several things (Singapore).

    ``country``: the name of these; ``people``: their adjective or people;
    ``city``: a city there; ``capital``: the capital of these. ``embassies``
    tells a city that is no capital and has embassies all the same;
    ``spellings`` are the ways it is written.
    """

    country: frozenset[str] = NONE
    people: frozenset[str] = NONE
    city: frozenset[str] = NONE
    capital: frozenset[str] = NONE
    embassies: bool = False
    spellings: frozenset[str] = NONE


@dataclass(frozen=True, slots=True)
class Place:
    """A name in a text and what it can mean."""

    span: Span
    text: str
    known: Known


def _merged(old: Known, new: Known) -> Known:
    return Known(
        country=old.country | new.country,
        people=old.people | new.people,
        city=old.city | new.city,
        capital=old.capital | new.capital,
        embassies=old.embassies or new.embassies,
        spellings=old.spellings | new.spellings,
    )


def _entries() -> Iterator[tuple[Iterable[str], Known]]:
    for country in tables.countries():
        iso = frozenset({country.iso})
        yield (*country.names, *country.french), Known(country=iso)
        yield (*country.adjectives, *country.people), Known(people=iso)
        capitals = (*country.capitals, *country.capital_aliases, *country.french_capitals)
        yield capitals, Known(city=iso, capital=iso)
    for row in tables.load("not-capitals").rows:
        iso = frozenset({row.text("of")})
        yield (
            (row.text("city"), *row.texts("aliases")),
            Known(city=iso, embassies=row.flag("embassies")),
        )


_TABLES: Final = ("countries", "not-capitals", "titles", "institutions")
"""The tables that the names and their false friends come from."""
_FORM: Final = 1
_ISOS: Final = 4


def _gathered() -> dict[str, Any]:
    """Return names, each with what it can mean, and false friends, as JSON keeps them."""
    known: dict[str, Known] = {}
    for written, entry in _entries():
        for name in written:
            key = fold(name)
            known[key] = _merged(
                known.get(key, Known()), _merged(entry, Known(spellings=frozenset({name})))
            )
    return {
        "names": {
            name: [
                *(" ".join(sorted(isos)) for isos in (k.country, k.people, k.city, k.capital)),
                k.embassies,
                sorted(k.spellings),
            ]
            for name, k in known.items()
        },
        "friends": [f for f in tables.false_friends() if fold(f) not in known],
    }


@lru_cache(maxsize=1)
def _built() -> tuple[Mapping[str, Any], Lexicon, Lexicon]:
    """Return what each folded name means, the names and the friends: kept, or gathered anew."""
    kept = tables.gathered("places", _TABLES, _FORM, _gathered)
    return kept["names"], Lexicon(kept["names"], folded=True), Lexicon(kept["friends"])


@lru_cache(maxsize=4096)
def _known(folded: str) -> Known:
    """Return what a folded name means."""
    entry = _built()[0].get(folded)
    if entry is None:
        return Known()
    country, people, city, capital = (frozenset(part.split()) for part in entry[:_ISOS])
    embassies, spellings = entry[_ISOS:]
    return Known(country, people, city, capital, embassies, frozenset(spellings))


def names(wanted: Callable[[Known], object] | None = None) -> frozenset[str]:
    """Return every name, folded; or those that mean what is wanted."""
    every = _built()[1].literals
    return every if wanted is None else frozenset(name for name in every if wanted(_known(name)))


def about(name: str) -> Known:
    """Return what the tables know of a name, nothing where they do not have it."""
    return _known(fold(name))


def _is_spelled(text: str, spot: Spot, known: Known) -> bool:
    """Tell a name from a common word by its capitals (Turkey, Polish, US)."""
    written = text[spot.start : spot.end].replace("’", "'")
    if written.startswith("the "):
        written = f"The {written.removeprefix('the ')}"
    return any(written in (name, name.upper()) for name in known.spellings) or (
        written.islower() is False and len(written) > len("Chad") and written == written.title()
    )


@lru_cache(maxsize=512)
def find(masked: str, folded: str) -> tuple[Place, ...]:
    """Return the places that a text names, in order; several checks ask for the same text."""
    _, lexicon, friends = _built()
    spots = longest(lexicon.find(folded))
    false = [Span(spot.start, spot.end) for spot in friends.find(folded)] if spots else []
    found = []
    for spot in spots:
        span = Span(spot.start, spot.end)
        entry = _known(spot.literal)
        if any(span.overlaps(other) for other in false) or not _is_spelled(masked, spot, entry):
            continue
        found.append(Place(span, span.of(masked), entry))
    return tuple(found)


def called(iso: str) -> str:
    """Return the common English name of a country, with its article where it has one."""
    country = tables.country(iso)
    name = country.name if country else iso
    return f"the {name}" if iso in _WITH_ARTICLE else name


_WITH_ARTICLE: Final = frozenset("AE BS CD CF DO GB GM KM MH MV NL PH SB US".split())
