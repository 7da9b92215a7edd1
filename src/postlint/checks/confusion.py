"""``confusion``: countries with similar names, where one word says the one and one the other."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from postlint import gazetteer, marks, tables
from postlint.lazily import Pattern
from postlint.model import Hit, Layer
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.gazetteer import Known, Place
    from postlint.lexicon import Spot
    from postlint.model import Way
    from postlint.options import Options

_IN: Final = Pattern(
    r"^\s(?:[\w'-]+\s){1,2}?(?:in|from|of|across|at)\s(?:the\s)?(?:[\w'-]+\s){0,2}$"
)
_ABROAD: Final = Pattern(
    r"^\s(?:embassy|ambassador|president|minister|troops|forces|refugees|exiles|diaspora|delegation"
    r"|consulate|workers|migrants|visitors|tourists|investors|companies|ties|border|community"
    r"|high)\b"
)


@lru_cache(maxsize=1)
def _twins() -> Mapping[str, frozenset[str]]:
    """Return, for each country, those with which it is confused."""
    found: dict[str, frozenset[str]] = {}
    for row in tables.load("confusables").rows:
        pair = frozenset(row.texts("countries"))
        for iso in pair:
            found[iso] = found.get(iso, frozenset()) | (pair - {iso})
    return found


def _one(isos: frozenset[str]) -> str:
    return next(iter(isos)) if len(isos) == 1 else ""


def _spoken_of(places: Sequence[Place]) -> frozenset[str]:
    """Return the countries that are named by name, adjective or people."""
    return frozenset().union(*(p.known.country | p.known.people for p in places))


def _country(document: Document, places: Sequence[Place]) -> Iterator[Hit]:
    """Yield a country named where only the capital of its twin fits."""
    spoken = _spoken_of(places)
    for city in places:
        home = _one(city.known.capital)
        if not home or city.known.country or home in spoken:
            continue
        here = document.sentence_index(city.span.start)
        twins = _twins().get(home, frozenset())
        if any(p.known.city and not p.known.city & (twins | {home}) for p in places):
            continue
        for land in places:
            iso = _one(land.known.country)
            close = abs(document.sentence_index(land.span.start) - here) <= 1
            if close and iso and iso in twins:
                name = gazetteer.called(home)
                yield Hit(
                    land.span,
                    {"truth": f"{city.text} is the capital of {name}", "right": name},
                )


def _people(document: Document, places: Sequence[Place]) -> Iterator[Hit]:
    """Yield an adjective of one country for people in its twin."""
    for people, place in pairwise(places):
        one, other = _one(people.known.people), _one(place.known.country or place.known.capital)
        if not one or not other or one not in _twins().get(other, ()):
            continue
        others = [p for p in places if p is not people and p is not place]
        if one in _spoken_of(others) or other in frozenset().union(
            *(p.known.people for p in others)
        ):
            continue
        after = document.folded[people.span.end : place.span.start]
        if _IN.match(after) and not _ABROAD.match(after):
            land = tables.country(other)
            right = land.adjectives[0] if land and land.adjectives else ""
            yield Hit(
                Span(people.span.start, people.span.end),
                {"truth": f"People of {gazetteer.called(other)} are {right}", "right": right},
            )


CLAIMS: Final[Mapping[str, Callable[[Document, Sequence[Place]], Iterator[Hit]]]] = {
    "country": _country,
    "people": _people,
}


def _named(isos: Callable[[Known], frozenset[str]]) -> frozenset[str]:
    """Return what stands in a text that names one country with a twin, by name or people."""
    return marks.named(gazetteer.names(lambda known: _one(isos(known)) in _twins()))


def _required(claim: str) -> tuple[Way, ...]:
    """Return which names a text holds where a country may be taken for its twin."""
    if claim == "country":
        return ((_named(lambda known: known.capital), _named(lambda known: known.country)),)
    place = _named(lambda known: known.country or known.capital)
    return ((_named(lambda known: known.people), place),)


OPTIONS: Final[Mapping[str, Option]] = {
    "claim": Option(
        "choice",
        "country: a country where its twin's capital stands; people: an adjective of the twin.",
        required=True,
        choices=tuple(CLAIMS),
    ),
}
PLACEHOLDERS: Final = frozenset({"truth", "right"})


@dataclass(frozen=True, slots=True)
class ConfusionFinder:
    """Yields the name or adjective that seems to mean its twin."""

    claim: str
    literals: frozenset[str] | None = None
    layers: frozenset[Layer] = frozenset()

    @property
    def required(self) -> tuple[Way, ...]:
        """The names of two countries that may be confused."""
        return _required(self.claim)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a name."""
        yield from CLAIMS[self.claim](document, gazetteer.find(document.masked, document.folded))


def compile(options: Options) -> ConfusionFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return ConfusionFinder(options["claim"])
