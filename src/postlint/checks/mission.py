"""``mission``: Embassy or High Commission, by whether both countries are in the Commonwealth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint import gazetteer, tables
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.model import Fix, Hit, Layer
from postlint.options import Option
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.gazetteer import Place
    from postlint.lexicon import Spot
    from postlint.options import Options

OPTIONS: Final[Mapping[str, Option]] = {
    "own": Option("text", "The code of the country that “our” means.", default="CA"),
}
PLACEHOLDERS: Final = frozenset({"truth", "right"})
_WORDS: Final = {
    "embassy": "High Commission",
    "embassies": "High Commissions",
    "ambassador": "High Commissioner",
    "ambassadors": "High Commissioners",
    "high commission": "Embassy",
    "high commissions": "Embassies",
    "high commissioner": "Ambassador",
    "high commissioners": "Ambassadors",
}
_NOUN: Final = Pattern(r"\b(?P<noun>embass(?:y|ies)|ambassadors?|high\scommission(?:er)?s?)\b")
_SENDER_BEFORE: Final = Pattern(r"^(?:'s)?\s(?:(?:deputy|new|former|first|next)\s)*$")
_SENDER_AFTER: Final = Pattern(r"^\s(?:of|for)\s(?:the\s)?$")
_TO: Final = Pattern(r"^,?\s(?:to|in|at)\s(?:the\s)?$")
_NAMED: Final = Pattern(r"^,?\s(?:[a-zà-ÿ.'-]+\s){1,3}to\s(?:the\s)?$")
_OURS: Final = Pattern(r"\b(?:our|my|nos|notre)\s(?:(?:deputy|new|former|first|next)\s)*$")
_INTERNATIONAL: Final = Pattern(r"\b(?:un|nations|eu|allied|inter-?allied|european|rhineland)\s$")
_NOT_A_POST: Final = Pattern(r"\b(?:goodwill|brand|youth|cultural|former)\s$")


@dataclass(frozen=True, slots=True)
class MissionFinder:
    """Yields the wrong word for a mission or its head."""

    own: str
    literals: frozenset[str] | None
    layers: frozenset[Layer] = frozenset()

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one hit a wrong word, where sender and receiver are both named."""
        folded = document.folded
        places = gazetteer.find(document.masked, folded)
        for match in _NOUN.finditer(folded):
            span = Span(match.start(), match.end())
            if _NOT_A_POST.search(folded[max(0, span.start - 20) : span.start]):
                continue
            sender, rest = _sender(folded, places, span)
            if not sender and _OURS.search(folded[max(0, span.start - 25) : span.start]):
                sender = self.own
            receiver = _receiver(folded, places, rest)
            if sender and receiver and sender != receiver:
                yield from _judge(document, span, sender, receiver)
            elif receiver and not sender:
                yield from _nobody_has_one(document, span, receiver)


def _sender(folded: str, places: tuple[Place, ...], noun: Span) -> tuple[str, int]:
    """Return who sends the mission, and where the words about it end."""
    for place in places:
        before = folded[place.span.end : noun.start] if place.span.end <= noun.start else None
        if before is not None and _SENDER_BEFORE.match(before):
            return _one(place.known.people or place.known.country), noun.end
        after = folded[noun.end : place.span.start] if place.span.start >= noun.end else None
        if after is not None and _SENDER_AFTER.match(after):
            return _one(place.known.country), place.span.end
    return "", noun.end


def _receiver(folded: str, places: tuple[Place, ...], start: int) -> str:
    """Return the country where the mission is: the country named, else the city's."""
    for number, place in enumerate(places):
        if place.span.start < start:
            continue
        between = folded[start : place.span.start]
        if not (_TO.match(between) or _NAMED.match(between)):
            return ""
        following = places[number + 1 : number + 2]
        for land in following:
            if place.known.city and folded[place.span.end : land.span.start] in (", ", " in "):
                return _one(land.known.country) or _one(place.known.city)
        return _one(place.known.country) or _one(place.known.capital)
    return ""


def _nobody_has_one(document: Document, span: Span, receiver: str) -> Iterator[Hit]:
    """Yield a High Commission, whosever it is, in a country outside the Commonwealth."""
    word = fold(span.of(document.text))
    land = tables.country(receiver)
    apart = _INTERNATIONAL.search(document.folded[max(0, span.start - 30) : span.start])
    known = land is not None and land.is_state and not land.commonwealth
    if word in ("high commission", "high commissions") and known and not apart:
        name = gazetteer.called(receiver)
        truth = f"{name[:1].upper()}{name[1:]} is not in the Commonwealth"
        right = _WORDS[word]
        yield Hit(span, {"truth": truth, "right": right}, (Fix(span, right),))


def _one(isos: frozenset[str]) -> str:
    return next(iter(isos)) if len(isos) == 1 else ""


def _judge(document: Document, span: Span, sender: str, receiver: str) -> Iterator[Hit]:
    both = [tables.country(iso) for iso in (sender, receiver)]
    if any(one is None or not one.is_state for one in both):
        return
    commonwealth = all(one is not None and one.commonwealth for one in both)
    word = fold(span.of(document.text))
    if word.startswith("high") != commonwealth:
        right = _WORDS[word]
        names = " and ".join(gazetteer.called(iso) for iso in (sender, receiver))
        state = f"are {'' if commonwealth else 'not '}both in the Commonwealth"
        article = re.search(r"\b(?:an?|une?)\s(?:\w+\s)?$", document.folded[: span.start])
        fixes = () if article else (Fix(span, right),)
        truth = f"{names[:1].upper()}{names[1:]} {state}"
        yield Hit(span, {"truth": truth, "right": right}, fixes)


def compile(options: Options) -> MissionFinder:  # noqa: A001 - the protocol's name
    """Make the finder."""
    return MissionFinder(str(options["own"]), frozenset(_WORDS))
