"""Cities said to be in a country: “Barcelona, Portugal”, “the Kenyan city of Kampala”.

Not for what is a capital of what. A namesake anywhere in the country that the
text names makes it right; borders that states dispute are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import gazetteer, tables
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.document import Document
    from postlint.gazetteer import Known, Place
    from postlint.lexicon import Spot

_WORD: Final = r"[A-ZÀ-ÞŁŚŠŽČĆİĀŌ][\w’'.-]*[^\W_]"
_LINK: Final = r"(?:de|da|do|dos|das|del|della|di|la|las|el|al|of|upon|am|sur|on|und|e)"
NAME: Final = rf"{_WORD}(?:[ -](?:{_LINK}[ -]){{0,2}}{_WORD}){{0,3}}"
"""One to four capitalised words, as a city may be called."""

_QUARTER: Final = r"(?:(?:north|south|east|west|central)[a-z-]*\s)?"
_BETWEEN: Final = rf"(?:(?:,\s(?:in\s)?|\sin\s)(?:the\s)?{_QUARTER}|\s\()$"
_COMMA: Final = Pattern(rf"(?P<name>{NAME}){_BETWEEN}")
_LEAD: Final = Pattern(_WORD + _BETWEEN)
_ENDS: Final = Pattern(
    r"(?:\s*(?:$|[.!?:;)\n–—#@•|]|[^\w\s,'’&\"”])|,\s(?!and|or\b|et\b)[a-z]"
    r"|\s(?:on|for|to|with|this|today|tonight|where|who|from|at|last|next|as|by|welcomed|hosts)\b)"
)
_LISTED: Final = Pattern(r"[A-ZÀ-Þ][\w’'-]*(?:,| and| &)\s$")
_PLACED: Final = Pattern(
    r"(?:\b(?:in|from|near|at|to|via|around|outside|of|for|towards?|visit\w*|tour\w*|reach\w*"
    r"|leav\w+|left|greetings|hello|city|port|town)\s|(?:^|[.!?\n:]\s?)[^\w]{0,4})$"
)
_OPENS: Final = Pattern(r"(?:^|[.!?\n:]\s?)[^\w]{0,4}$")
_BESIDE: Final = Pattern(
    r"\b(?:before|after|besides|unlike|like|and|or|against|beyond|despite|than|vs\.?|with|if)\s$"
)
_TOWN: Final = (
    r"(?:[a-zà-ÿ-]+\s){0,2}?(?:port\scity|city|town|port|metropolis|seaport|megacity|resort"
    r"|village)"
)
_TOWN_BEHIND: Final = Pattern(rf"(?:['’]s|['’])?\s{_TOWN}")
_TOWN_OF: Final = Pattern(rf"(?:['’]s|['’])?\s{_TOWN}(?:\sof|,)?\s(?P<name>{NAME})")
_CALLED: Final = Pattern(
    rf"(?P<name>{NAME})(?:,|\s[–—-]|\s\()\s(?:an?|the|that|this)\s(?:[a-z-]+\s){{0,2}}$"
)
_TOWN_ENDS: Final = Pattern(
    rf"\s{_TOWN}(?=\s*(?:$|[.,;:!?)–—])|\s(?:on|that|where|with|which|by|near|at|is|was|has)\b)"
)
_ONCE: Final = Pattern(
    r"\b1\d{3}\b|\b(?:born|then|once|formerly|former|ancient|medieval|empire|colonial|colony"
    r"|partition|before the war|at the time|in those days|reichs?|now (?:part|in|called|poland)"
    r"|renamed|twinned|twin|sister)\b"
)
_BACK: Final = 90

_SETTLED: Final = frozenset({"US", "CA", "GB", "ZA", "AU", "NZ", "IE"})
"""Countries full of namesakes, down to hamlets: “London, Canada”, “Perth, Scotland”."""
_ANTIPODES: Final = frozenset({"AU", "NZ"})
_APART: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "IL PS", "RS XK", "MA EH", "CY TR", "CN TW", "CN HK", "CN MO", "HK TW", "GE US", "GE GB",
        "GE IE", "GE RU", "MD RU", "AM AZ", "GR MK", "BE LU", "AR FK", "KR KP",
    )
)  # fmt: skip
"""Borders in dispute, and names that two neighbours share (Luxembourg, Macedonia, Georgia)."""
_DISPUTED: Final = frozenset(
    "sevastopol|simferopol|yalta|kerch|feodosiya|yevpatoriya|donetsk|luhansk|lugansk|mariupol"
    "|melitopol|berdyansk|kherson|zaporizhzhia|zaporizhzhya|horlivka|makiyivka|srinagar|jammu|leh"
    "|muzaffarabad|mirpur|gilgit|skardu|anantnag|baramula|sopore|itanagar|tawang|belfast|derry"
    "|londonderry|lisburn|newry|bangor|ceuta|melilla|gibraltar|stanley|jerusalem|el aaiun".split(
        "|"
    )
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A city said to be in a country where it is not.

    ``homes`` are the countries that do have a place of that name; ``small``
    tells that the country named has one too, of a few hundred or thousand
    people, or is so full of namesakes that one cannot be sure.
    """

    span: Span
    city: str
    homes: frozenset[str]
    said: frozenset[str]
    small: bool


def is_land(known: Known) -> bool:
    """Tell what is a country or a people and no city."""
    return bool(known.country or known.people) and not known.city


def may_hold(masked: str, lands: Iterable[Spot]) -> bool:
    """Tell whether some city may be said to be in one of the lands of a text: a cheap look."""
    for start, end, _ in lands:
        if _TOWN_BEHIND.match(masked, end):
            return True
        if _ENDS.match(masked, end) and _LEAD.search(masked, max(0, start - _BACK), start):
            return True
    return False


def find(document: Document) -> Iterator[Claim]:
    """Yield each city that the text puts in the wrong country."""
    for land in gazetteer.find(document.masked, document.folded):
        if is_land(land.known):
            yield from _comma(document, land)
            yield from _town_of(document, land)
            yield from _called(document, land)


def _comma(document: Document, land: Place) -> Iterator[Claim]:
    """“Barcelona, Portugal” and “Barcelona (Portugal)”, “Barcelona, in northern Portugal”."""
    text = document.masked
    if not land.known.country or not _ENDS.match(text, land.span.end):
        return
    start = max(0, land.span.start - _BACK)
    found = _last(_COMMA, text[start : land.span.start])
    for name, at in _suffixes(found, start):
        before = text[max(0, at - 40) : at]
        if _LISTED.search(before) or _BESIDE.search(before.lower()):
            return
        known = gazetteer.about(name)
        if known.country or known.people:
            return
        city = tables.city(name)
        sure = known.city or (city and (not _OPENS.search(before) or city.size > 1))
        if not known.city and (not sure or not _PLACED.search(before.lower())):
            continue
        yield from _judged(document, name, Span(at, land.span.end), land)
        return


def _town_of(document: Document, land: Place) -> Iterator[Claim]:
    """“the Kenyan city of Kampala”, “Chile's second city, Córdoba”."""
    found = _TOWN_OF.match(document.masked, land.span.end)
    if found is None or (land.known.country and document.masked[land.span.end] not in "'’"):
        return
    words, at = found["name"], found.start("name")
    while words:
        if _is_city(words):
            yield from _judged(document, words, Span(land.span.start, at + len(words)), land)
            return
        words = words.rpartition(" ")[0]


def _called(document: Document, land: Place) -> Iterator[Claim]:
    """“Kyiv, the Russian city on the Dnipro”."""
    if not land.known.people or not _TOWN_ENDS.match(document.masked, land.span.end):
        return
    start = max(0, land.span.start - _BACK)
    end = land.span.start + (len("the ") if land.text.startswith("the ") else 0)
    for name, at in _suffixes(_last(_CALLED, document.masked[start:end]), start):
        if _is_city(name):
            yield from _judged(document, name, Span(at, land.span.end), land)
            return


def _last(pattern: Pattern, before: str) -> tuple[str, int] | None:
    """Return the words before a place that may name a city, as many as there are."""
    found = pattern.search(before)
    return (found["name"], found.start("name")) if found else None


def _suffixes(found: tuple[str, int] | None, start: int) -> Iterator[tuple[str, int]]:
    """Yield the words found and every shorter ending of them, with their places in the text."""
    words, at = found or ("", 0)
    while words:
        yield words, start + at
        first, gap, rest = words.partition(" ")
        words, at = rest, at + len(first) + len(gap)


def _is_city(name: str) -> bool:
    known = gazetteer.about(name)
    return not known.country and not known.people and bool(known.city or tables.city(name))


def _judged(document: Document, name: str, span: Span, land: Place) -> Iterator[Claim]:
    city = tables.city(name)
    homes = gazetteer.about(name).city | (city.homes if city else frozenset())
    small = city.small if city else frozenset()
    said = land.known.country | land.known.people
    if not homes or homes & said or _is_apart(name, homes, said):
        return
    if _ONCE.search(document.sentence_at(span.start).of(document.folded)):
        return
    doubtful = bool(small & said)
    if said & _SETTLED and not homes | said <= _ANTIPODES:
        if doubtful or city is None or city.size < tables.MILLION:
            return
        doubtful = True
    yield Claim(span, name, homes, said, doubtful)


def _is_apart(name: str, homes: frozenset[str], said: frozenset[str]) -> bool:
    """Tell whether a border in dispute, or a territory, lies between the two."""
    if fold(name) in _DISPUTED:
        return True
    for one in homes:
        for other in said:
            if frozenset({one, other}) in _APART or _state(one) == _state(other):
                return True
    return False


def _state(iso: str) -> str:
    land = tables.country(iso)
    return land.of or iso if land else iso
