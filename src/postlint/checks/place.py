"""``place``: what a post says of a city against the tables: whose capital, in which country."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from postlint import gazetteer, tables, whereabouts
from postlint.lazily import Pattern
from postlint.model import Fix, Hit, Layer, Severity
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.gazetteer import Place
    from postlint.lexicon import Spot
    from postlint.options import Options

_PRAISE: Final = (
    r"(?:(?:beautiful|lovely|sunny|rainy|snowy|vibrant|bustling|great|wonderful|magnificent|amazing"
    r"|busy|charming|historic|proud|national|official|federal|political|administrative)\s+)*"
)
_CAPITAL_OF: Final = Pattern(
    rf"^(?:,|\s[–—-]|\s\()?\s*(?:(?:which\s)?is\s|as\s)?(?:the\s"
    rf"|our\s)?{_PRAISE}capital(?:\scity)?\s+of\s+(?:the\s)?$"
)
_CAPITAL_IS: Final = Pattern(
    rf"^(?:'s|')?\s+{_PRAISE}capital(?:\scity)?(?:,|:|\sof|\sis|\s\()?\s*(?:the\scity\sof\s)?$"
)
_OF_COUNTRY: Final = Pattern(rf"\bthe\s{_PRAISE}capital(?:\scity)?\sof\s(?:the\s)?$")
_IS_CITY: Final = Pattern(r"^(?:,|:|\sis|\s\()\s*$")
_NO_CITY: Final = (
    "markets?|gains?|letters?|punishment|investments?|costs?|projects?|region|district|area|budget"
    "|expenditures?|spending|flows?|stock|account"
)
_MOST_NAMED: Final = 3
_CAPITAL_TOO: Final = Pattern(rf"^(?:,|\s[–—-]|\s\(|\sis)\s?(?:the\s|our\s)?{_PRAISE}$")
_IS_CAPITAL: Final = Pattern(rf"^\scapital(?:\scity)?(?!\s(?:of|{_NO_CITY})\b|-)")
_APPOSED: Final = Pattern(r"^(?:,|\s[–—-]|\s\(|\sis)\s?$")
_OWN_CAPITAL: Final = Pattern(rf"^(?:'s|')\s{_PRAISE}capital(?:\scity)?(?!\s(?:of|{_NO_CITY})\b)")
_FORMERLY: Final = Pattern(r"^\s*(?:from|until|till|before|between|in|after)\s+\d{4}")
_EMBASSY: Final = Pattern(
    r"\b(embass(?:y|ies)(?:\sof\s(?:the\s)?[\w’' ]{3,40}?)?,?\s(?:in|at)\s(?:the\scity\sof\s)?)$"
)


@dataclass(frozen=True, slots=True)
class _View:
    document: Document
    places: tuple[Place, ...]

    def between(self, one: Place, other: Place) -> str:
        return self.document.folded[one.span.end : other.span.start]

    def before(self, place: Place) -> str:
        return self.document.folded[max(0, place.span.start - 60) : place.span.start]

    def after(self, place: Place) -> str:
        return self.document.masked[place.span.end : place.span.end + 30]

    def pairs(self) -> Iterator[tuple[Place, Place]]:
        yield from pairwise(self.places)


def _claims(view: _View) -> Iterator[tuple[Place, Place]]:
    """Yield each city with the country whose capital the text says it is."""
    for one, other in view.pairs():
        between = view.between(one, other)
        possessive = view.after(other)[:1] in ("'", "’")
        if one.known.city and other.known.country and _CAPITAL_OF.match(between) and not possessive:
            yield one, other
        elif other.known.city and (one.known.country or one.known.people):
            said = _CAPITAL_IS.match(between)
            turned = (
                _IS_CITY.match(between)
                and _OF_COUNTRY.search(view.before(one))
                and not view.after(other).lower().startswith((" the ", " its ", " is "))
            )
            if said or turned:
                yield other, one
        after = view.document.folded[other.span.end : other.span.end + 60]
        shapes = (
            (other.known.people, _CAPITAL_TOO, _IS_CAPITAL),
            (other.known.country, _APPOSED, _OWN_CAPITAL),
        )
        if one.known.city and any(
            isos and ahead.match(between) and behind.match(after) for isos, ahead, behind in shapes
        ):
            yield one, other


def _capital(view: _View) -> Iterator[Hit]:
    for span, name, truth in whereabouts.capitals(view.document):
        yield Hit(span, {"truth": truth, "city": name})
    for city, land in _claims(view):
        isos = land.known.country or land.known.people
        if city.known.capital & isos or (city.known.country and city.known.country & isos):
            continue
        later = city if city.span.start > land.span.start else land
        right = [c for iso in sorted(isos) if (c := tables.country(iso)) and c.capitals]
        if not right or _FORMERLY.match(view.after(later)):
            continue
        truth = right[0].capitals[0] if len(right) == 1 else ""
        fixes = (Fix(city.span, truth),) if truth and len(right[0].capitals) == 1 else ()
        names = " or ".join(" and ".join(c.capitals) for c in right)
        said = f"The capital of {gazetteer.called(right[0].iso)} is {names}"
        yield Hit(city.span, {"truth": said, "city": city.text}, fixes)


def _city(view: _View) -> Iterator[Hit]:
    for claim in whereabouts.find(view.document):
        truth = f"{claim.city} is in {_several(claim.homes)}"
        if claim.small:
            land = gazetteer.called(min(claim.said))
            truth += f"; a place of that name in {land} would be a very small one"
        severity = Severity.WARNING if claim.small else None
        yield Hit(claim.span, {"truth": truth, "city": claim.city}, severity=severity)


def _several(isos: frozenset[str]) -> str:
    """Return the names of countries, as many as a reader needs."""
    names = [gazetteer.called(iso) for iso in sorted(isos)]
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_MOST_NAMED])} and elsewhere"
    return " and ".join(names)


def _embassy(view: _View) -> Iterator[Hit]:
    for span, name, truth in whereabouts.embassies(view.document):
        yield Hit(span, {"truth": truth, "city": name})
    for city in view.places:
        known = city.known
        if not known.city or known.capital or known.country or known.embassies:
            continue
        found = _EMBASSY.search(view.before(city))
        if found:
            start = city.span.start - len(found.group(1))
            lands = [c for iso in sorted(known.city) if (c := tables.country(iso))]
            capital = next((c.capitals[0] for c in lands if c.capitals), "the capital")
            truth = f"{city.text} is no capital: the embassy is in {capital}"
            yield Hit(Span(start, city.span.end), {"truth": truth, "city": city.text})


CLAIMS: Final[Mapping[str, tuple[Callable[[_View], Iterator[Hit]], frozenset[str]]]] = {
    "capital": (_capital, frozenset({"capital"})),
    "city": (_city, frozenset()),
    "embassy": (_embassy, frozenset({"embassy", "embassies"})),
}
OPTIONS: Final[Mapping[str, Option]] = {
    "claim": Option(
        "choice",
        "capital: a city is said to be a capital; city: a city is said to be in a country; "
        "embassy: an embassy is said to be in a city.",
        required=True,
        choices=tuple(CLAIMS),
    ),
}
PLACEHOLDERS: Final = frozenset({"truth", "city"})


@dataclass(frozen=True, slots=True)
class PlaceFinder:
    """Yields what contradicts the tables."""

    claim: str
    layers: frozenset[Layer] = frozenset()

    @property
    def literals(self) -> frozenset[str] | None:
        """The words of the claim, or the names of all countries and peoples."""
        return CLAIMS[self.claim][1] or gazetteer.names(whereabouts.is_land)

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield one hit a wrong claim."""
        if self.claim == "city" and not whereabouts.may_hold(document.masked, spots):
            return
        places = gazetteer.find(document.masked, document.folded)
        if places or self.claim == "embassy":
            yield from CLAIMS[self.claim][0](_View(document, places))


def compile(options: Options) -> PlaceFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return PlaceFinder(options["claim"])
