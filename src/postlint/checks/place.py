"""``place``: what a post says of a city against the tables: whose capital, in which country."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from postlint import gazetteer, tables
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.model import Fix, Hit, Layer
from postlint.options import Option
from postlint.spans import Span

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
_APPOSED: Final = Pattern(r"^(?:,|\s[–—-]|\s\(|\sis)\s?$")
_NO_CITY: Final = (
    "markets?|gains?|letters?|punishment|investments?|costs?|projects?|region|district|area|budget"
    "|expenditures?|spending|flows?|stock|account"
)
_OWN_CAPITAL: Final = Pattern(rf"^(?:'s|')\s{_PRAISE}capital(?:\scity)?(?!\s(?:of|{_NO_CITY})\b)")
_FORMERLY: Final = Pattern(r"^\s*(?:from|until|till|before|between|in|after)\s+\d{4}")
_COMMA: Final = Pattern(r"^,\s(?:in\s(?:the\s)?)?$|^\s(?:in\s)(?:the\s)?$")
_ENDS: Final = Pattern(
    r"^(?:\s*(?:$|[.!?:;)\n–—#@•|]|[^\w\s,'’&\"”])|,\s(?!and|or\b|et\b)[a-z]|\s(?:on|for|to|with|this|today|tonight|where|who|from|at|last|next|as|by)\b)"
)
_LISTED: Final = Pattern(r"[A-ZÀ-Þ][\w’'-]*(?:,| and| &)\s$")
_SETTLED: Final = frozenset({"US", "CA", "GB", "ZA", "AU", "NZ", "IE"})
"""Countries full of namesakes: “London, Canada”, “Athens, USA”, “Perth, Scotland”."""
_ANTIPODES: Final = frozenset({"AU", "NZ"})
_NAMESAKES: Final = frozenset(
    "george town|georgetown|san josé|san jose|santiago|victoria|st. john's|saint john's|st john's"
    "|kingstown|kingston|hamilton|san juan|santo domingo|san salvador|santa cruz|valencia|córdoba"
    "|cordoba|león|leon|cartagena|granada|tripoli|la paz|lima|alexandria|livingstone|split|florence"
    "|rosario|salvador|colón|malé|male|jamestown|canton|hyderabad|guadalajara|trinidad|freetown"
    "|monrovia|plymouth|douglas|stanley|beira|cork|porto|bonn|basseterre|castries|boston|mérida"
    "|barcelona|valence|oran|bata|aden|nadi|madras|naples|dover|port louis|saint-louis|sucre"
    "|willemstad|charlotte amalie|st. petersburg".split("|")
)
"""Names that cities of several countries have, for want of a full gazetteer."""
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
        if one.known.city and other.known.country and _CAPITAL_OF.match(between):
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
        if one.known.city and other.known.country and _APPOSED.match(between):
            after = view.document.folded[other.span.end : other.span.end + 60]
            if _OWN_CAPITAL.match(after):
                yield one, other


def _capital(view: _View) -> Iterator[Hit]:
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
    for city, land in view.pairs():
        known = city.known
        if not known.city or known.country or not land.known.country or land.known.city:
            continue
        if not _COMMA.match(view.between(city, land)) or not _ENDS.match(view.after(land)):
            continue
        text = view.document.masked
        if fold(city.text) in _NAMESAKES:
            continue
        if known.city & land.known.country or _LISTED.search(text[: city.span.start]):
            continue
        if land.known.country & _SETTLED and not (known.city | land.known.country) <= _ANTIPODES:
            continue
        home = sorted(known.city)
        where = " and ".join(gazetteer.called(iso) for iso in home)
        span = Span(city.span.start, land.span.end)
        yield Hit(span, {"truth": f"{city.text} is in {where}", "city": city.text})


def _embassy(view: _View) -> Iterator[Hit]:
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


@dataclass(slots=True)
class PlaceFinder:
    """Yields what contradicts the tables."""

    claim: str
    literals: frozenset[str] | None
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a wrong claim."""
        places = gazetteer.find(document.masked, document.folded)
        if places:
            yield from CLAIMS[self.claim][0](_View(document, places))


def compile(options: Options) -> PlaceFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return PlaceFinder(options["claim"], CLAIMS[options["claim"]][1] or gazetteer.names())
