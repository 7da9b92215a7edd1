"""What the mission itself is: its kind and its capital, its languages, its days of mourning."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from postlint import gazetteer, tables
from postlint.facts import SolemnDay
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, fold
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.facts import Facts

_WORDS: Final = {
    "embassy": {"high-commission": "High Commission", "consulate": "Consulate"},
    "ambassador": {"high-commission": "High Commissioner", "consulate": "Consul"},
    "high commission": {"embassy": "Embassy", "consulate": "Consulate"},
    "high commissioner": {"embassy": "Ambassador", "consulate": "Consul"},
}
_OURS: Final = Pattern(
    r"\b(?:our|here at the|at our)\s(?:(?:own|new|whole|little|canadian)\s){0,2}"
    r"(?P<noun>embassy|ambassador|high\scommission(?:er)?)\b(?!\s(?:to|in|of|for|at)\b)"
    r"|\b(?P<of>embassy|high\scommission)\sof\scanada\b(?!\s(?:to|in|at)\b)"
)
_THERE: Final = Pattern(
    r"\bour\s(?:new\s|own\s)?(?P<noun>embassy|high\scommission)\sin\s(?:the\scity\sof\s)?$"
)
_WISH: Final = Lexicon(
    [
        *("happy", "merry", "joyous", "cheerful", "festive", "fun", "party", "parties", "cheers"),
        *("celebrate", "celebrates", "celebrating", "celebration", "hooray", "hurray", "woohoo"),
        *("yay", "dance party", "karaoke", "happy hour", "joyeux", "joyeuse", "fête", "fêtons"),
        *("🎉", "🥳", "🎊", "🍾", "🥂", "🎈", "💃", "🕺", "🪩", "🍻", "🎆"),
    ]
)
_GRAVE: Final = Pattern(
    r"\b(?:remember|remembrance|mourn\w*|honou?r\w*|victims?|silence|memory|memorial|flags? at half"
    r"|half-mast|no (?:party|celebration)|postponed?|cancel\w*|souvenir|mémoire|deuil|victimes)\b"
)


def _told(span: Span, truth: str, facts: Facts, fix: str | None = None) -> Hit:
    where = PurePath(facts.path).name if facts.path else "the mission's file"
    fixes = () if fix is None else (Fix(span, fix),)
    return Hit(span, {"truth": truth, "source": where}, fixes)


class House:
    """Knows whether the mission is an embassy, and in which city."""

    def __init__(self, facts: Facts) -> None:
        """Take the mission as its file has it."""
        self._facts = facts
        self._capital = fold(facts.capital or "")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield the wrong word for the own mission or its head, and the wrong city."""
        kind, folded = self._facts.kind or "", document.folded
        for match in _OURS.finditer(folded):
            group = "noun" if match["noun"] else "of"
            right = _WORDS[match[group].replace("\n", " ")].get(kind)
            if right is not None:
                span = Span(match.start(group), match.end(group))
                written = right if span.of(document.text)[:1].isupper() else right.lower()
                yield _told(span, f"{self._facts.mission} is a {kind}", self._facts, written)
        if self._capital and kind in ("embassy", "high-commission"):
            yield from self._elsewhere(document)

    def _elsewhere(self, document: Document) -> Iterator[Hit]:
        for place in gazetteer.find(document.masked, document.folded):
            found = _THERE.search(document.folded[max(0, place.span.start - 60) : place.span.start])
            city = place.known.city and not place.known.country
            if found and city and fold(place.text) != self._capital:
                truth = f"{self._facts.mission} is in {self._facts.capital}"
                yield _told(place.span, truth, self._facts, self._facts.capital)


class Languages:
    """Knows in which languages the mission posts."""

    def __init__(self, facts: Facts) -> None:
        """Take the languages, each by its code."""
        self._facts = facts

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a post that says itself to be in another language."""
        said = document.post.language
        if said and self._facts.languages and said[:2] not in self._facts.languages:
            listed = " and ".join(self._facts.languages)
            truth = f"{self._facts.mission} posts in {listed}, not in {said}"
            yield _told(Span(0, len(document.text)), truth, self._facts)


class SolemnDays:
    """Knows on which days the mission does not celebrate."""

    def __init__(self, facts: Facts) -> None:
        """Take the mission's own days, and those of the table that it names."""
        self._facts = facts
        self._own = [day for day in facts.solemn_days if isinstance(day, SolemnDay)]
        named = {day for day in facts.solemn_days if isinstance(day, str)}
        days = tables.days("solemn-days") if named else ()
        self._table = [day for day in days if named & {*day.names}]
        self._names = Lexicon(name for day in self._own for name in day.names)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield festive words on such a day, and right before the name of one of the own."""
        if not self._own and not self._table:
            return
        name = self._today(document)
        for spot in _WISH.find(document.folded_text):
            span = Span(spot.start, spot.end)
            end = min(len(document.folded), spot.end + 40)
            beside = self._names.find(document.folded, spot.end, end)
            called = next((s for s in beside if s.start - spot.end <= len(" the day of ")), None)
            if called is not None:
                day = document.text[called.start : called.end]
                yield _told(span, f"{day} is a day of mourning here", self._facts)
                return
            if name and not _GRAVE.search(document.folded):
                yield _told(span, f"{document.today} is {name}", self._facts)
                return

    def _today(self, document: Document) -> str:
        """Return what the day of the post is called, nothing where it is like any other."""
        if not document.is_dated:
            return ""
        for own in self._own:
            if own.is_on(document.today):
                return own.names[0] if own.names else "a solemn day of the mission"
        for day in self._table:
            if day.falls_on(document.today.year) == document.today:
                return day.names[0]
        return ""
