"""Quotations of the sheet's speakers, word by word: what is nearly right is altered."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from postlint import prose
from postlint.knowledge.telling import contradiction
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, fold
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.document import Document
    from postlint.facts import Facts, Quote
    from postlint.model import Hit
    from postlint.quotations import Quotation

_ALIKE: Final = 0.75
_ALIKE_OF_SPEAKER: Final = 0.6
_FEWEST: Final = 4
_MOST: Final = 200
_BESIDE: Final = 120
_GAP: Final = Pattern(r"\.\.\.|…|\[[^\]]{0,80}\]|\(\.\.\.\)")
_STOPS: Final = ".!?"
_ENOUGH: Final = 6
"""So many words are nobody's commonplace: who is credited with fewer may have said them too."""
_WHO: Final = r"(?P<who>(?:[A-ZÀ-Þ][\w’'-]*\.?\s){0,4}[A-ZÀ-Þ][\w’'-]*\w)"
_SAYS: Final = (
    r"(?:said|says|told\sus|wrote|writes|added|noted|explained|put\sit|recalled|reminded\sus)"
)
_NOBODY: Final = frozenset(
    "he she they we i it who you one the a an our my his her their somebody someone as".split()
)
_AFTER: Final = Pattern(
    rf"[\s,.]*(?:(?:as\s)?{_SAYS}\s{_WHO}|{_WHO.replace('who', 'who2')}\s{_SAYS}"
    rf"|[–—-]+\s?{_WHO.replace('who', 'who3')})"
)
_BEFORE: Final = Pattern(
    rf"(?:{_WHO}(?:,[^,.!?\n]{{2,40}},)?\s{_SAYS}[:,]?"
    rf"|\b[Aa]s\s{_WHO.replace('who', 'who2')}\s{_SAYS},?"
    rf"|[Aa]ccording\sto\s{_WHO.replace('who', 'who3')}[:,]?)\s?$"
)


class _Said:
    """One quotation of the sheet with its words, folded, and their places."""

    def __init__(self, quote: Quote) -> None:
        self.quote = quote
        self.places = prose.words(quote.text)[:_MOST]
        self.words = _folded(quote.text, self.places)
        self.bag = frozenset(self.words)
        self.speakers = Lexicon(quote.speaker)
        self.starts, self.ends = self._edges()

    def _edges(self) -> tuple[set[int], set[int]]:
        """Return the words with which a sentence begins, and after which one ends."""
        starts, ends = {0}, {len(self.places)}
        for index in range(1, len(self.places)):
            between = self.quote.text[self.places[index - 1].end : self.places[index].start]
            if any(stop in between for stop in _STOPS):
                starts.add(index)
                ends.add(index)
        return starts, ends

    def holds(self, words: Sequence[str]) -> bool:
        """Tell whether the words stand in the quotation, one after the other."""
        many = len(words)
        return any(self.words[i : i + many] == words for i in range(len(self.words) - many + 1))

    def nearest(self, words: list[str]) -> tuple[float, int, int]:
        """Return how like the words the likest passage is, and where it begins and ends."""
        matcher = SequenceMatcher(None, words, self.words, autojunk=False)
        block = matcher.find_longest_match()
        first = max(0, block.b - block.a)
        last = min(len(self.words), first + len(words))
        starts, ends = _closest(first, self.starts), _closest(last, self.ends)
        pairs = {(first, last), *((i, j) for i in starts for j in ends if i < j)}
        return max((_ratio(words, self.words[i:j]), i, j) for i, j in pairs)


def _closest(index: int, among: set[int]) -> list[int]:
    """Return the two edges of sentences that are nearest to a word."""
    return sorted(among, key=lambda other: (abs(other - index), other))[:2]


def _ratio(one: list[str], other: list[str]) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    quick = min(matcher.real_quick_ratio(), matcher.quick_ratio())
    return matcher.ratio() if quick >= _ALIKE_OF_SPEAKER else 0.0


def _folded(text: str, places: Sequence[Span]) -> list[str]:
    return [fold(place.of(text)) for place in places]


class Sayings:
    """Knows what people said, word for word."""

    def __init__(self, facts: Facts) -> None:
        """Take the words apart once."""
        self._said = [_Said(quote) for quote in facts.quotes]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield quotations that are nearly, and not quite, what was said."""
        for quotation in document.quotations if self._said else ():
            if hit := self._altered(document, quotation):
                yield hit

    def _altered(self, document: Document, quotation: Quotation) -> Hit | None:
        text = quotation.inner.of(document.text)
        pieces = [_folded(piece, prose.words(piece)) for piece in _parts(text)]
        words = [word for piece in pieces for word in piece][:_MOST]
        if len(words) < _FEWEST:
            return None
        exact = [said for said in self._said if all(said.holds(piece) for piece in pieces)]
        if exact:
            return self._credited(document, quotation, exact)
        best, found = 0.0, None
        for said in self._said:
            if len(said.bag & set(words)) * 2 < len(set(words)):
                continue
            ratio, first, last = said.nearest(words)
            named = said.speakers.any(_round(document, quotation))
            if ratio > best and ratio >= (_ALIKE_OF_SPEAKER if named else _ALIKE):
                best, found = ratio, (said, first, last)
        if found is None:
            return None
        said, first, last = found
        passage = Span(said.places[first].start, said.places[last - 1].end).of(said.quote.text)
        truth = f"{said.quote.speaker[0]} said “{passage}”"
        start, end = quotation.inner.start, quotation.inner.start + len(text.rstrip(".,… \xa0"))
        start += len(text) - len(text.lstrip())
        fix = passage if len(pieces) == 1 else None
        return contradiction(Span(start, end), truth, said.quote.dated, document, fix)

    def _credited(self, document: Document, quotation: Quotation, exact: list[_Said]) -> Hit | None:
        """Return the name of somebody else whom the post credits with the exact words."""
        if any(said.speakers.any(_round(document, quotation)) for said in exact):
            return None
        text, end = document.masked, quotation.span.end
        start = max(0, quotation.span.start - _BESIDE)
        found = _AFTER.match(text, end) or _BEFORE.search(text[start : quotation.span.start])
        if found is None or len(exact[0].words) < _ENOUGH:
            return None
        shift = 0 if found.string is text else start
        group = next(name for name in ("who", "who2", "who3") if found[name])
        at = Span(found.start(group) + shift, found.end(group) + shift)
        names = {
            part for said in exact for name in said.quote.speaker for part in fold(name).split()
        }
        said_by = set(fold(at.of(text)).replace("'s", "").split())
        if said_by & names or said_by <= _NOBODY:
            return None
        quote = exact[0].quote
        truth = f"these are the words of {quote.speaker[0]}"
        return contradiction(at, truth, quote.dated, document)


def _parts(text: str) -> list[str]:
    """Return what stands between the gaps that a quotation owns up to: “…”, [he]."""
    parts, at = [], 0
    for match in _GAP.finditer(text):
        parts.append(text[at : match.start()])
        at = match.end()
    return [part for part in (*parts, text[at:]) if any(c.isalnum() for c in part)]


def _round(document: Document, quotation: Quotation) -> str:
    """Return the words before and behind a quotation, where its speaker is named."""
    span = quotation.span
    before = document.folded[max(0, span.start - _BESIDE) : span.start]
    return f"{before} | {document.folded[span.end : span.end + _BESIDE]}"
