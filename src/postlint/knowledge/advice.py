"""Claims that travel is safe, or to be avoided, against the government's travel advice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint import dates, gazetteer
from postlint.facts.sheet import LEVELS
from postlint.knowledge.telling import contradiction
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, fold, longest
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.facts import Facts, Region
    from postlint.model import Hit

_SURE: Final = r"(?:perfectly|completely|totally|entirely|absolutely|100\s?%|fully|very|so|really)"
_SAFE: Final = Pattern(
    rf"\b(?:(?P<sure>{_SURE})\s)?(?:safe|sûr)\s(?:(?:for\s(?:everyone|everybody|you|us|tourists"
    r"|travell?ers|visitors|families|canadians)\s)?to\s(?:travel|visit|come|fly|tour|return|explore"
    r"|go\sthere|be\shere)|for\s(?:tourists|travell?ers|visitors|canadians|families)"
    r"|(?:de|à)\s(?:voyager|visiter|venir))\b"
    rf"|\b(?:(?P<sure2>{_SURE})\s)?(?:safe|secure)\s(?:destination|country|place\sto\s(?:visit"
    r"|travel|be)|here)\b"
    r"|\b(?P<sure3>safest)\s(?:country|countries|destinations?|places?)\b"
    r"|\b(?P<sure4>(?:there\sis|there's|at)\sno\s(?:risk|danger)\s(?:to|for|in)\s(?:travell?ers"
    r"|tourists|visitors|canadians|travell?ing|visiting|coming)"
    r"|nothing\sto\s(?:fear|worry\sabout)(?=[^.!?]{0,40}\b(?:travel|trip|visit|come))"
    r"|travel\s(?:here\s)?is\s(?:perfectly\s|completely\s|totally\s)?safe"
    r"|(?:pays|destination|voyage)\s(?:sûre?|sans\sdanger)|sans\sdanger\sde\svoyager"
    r"|voyagez\sl'esprit\stranquille)\b"
)
_IS_SAFE: Final = Pattern(
    rf"\b(?:is|are|remains?|stays?)\s(?:now\s|again\s|still\s)?(?:{_SURE}\s)?(?:safe|calm\sand\ssafe)\b"
    r"(?!\s(?:and\ssound|from|bet|distance|house|haven))"
)
_ADVISED: Final = (
    (
        "avoid-all",
        r"avoid\sall\stravel|do\snot\stravel|don't\stravel\shere|évitez\stout\svoyage(?!\snon)",
    ),
    (
        "avoid-non-essential",
        r"avoid\s(?:all\s)?non-?essential\stravel|évitez\stout\svoyage\snon\sessentiel",
    ),
    (
        "high-caution",
        r"exercise\sa\shigh\sdegree\sof\scaution|faites\spreuve\sd'une\sgrande\sprudence",
    ),
    (
        "normal",
        r"(?:take|exercise)\snormal\s(?:security\s)?precautions|prenez\sdes\sprécautions\snormales",
    ),
)
_ELSEWHERE: Final = Pattern(
    r"\belsewhere\b|\brest of\b|\bother (?:parts|regions)\b|\bthan\b|\bexcept\b"
)
_ADVICE: Final = tuple((level, Pattern(rf"\b(?:{shape})\b")) for level, shape in _ADVISED)
_REGION: Final = Pattern(
    r"\s(?:to|in|within|near|along|around|dans|vers)\s(?:the\s|all\s|any\s|la\s|le\s|les\s)?(?:\d"
    r"|(?:[\w'-]+\s){0,2}?(?:area|areas|region|regions|border|borders|north|south|east|west|province"
    r"|state|district|island|islands|coast|km|kilometres|city|frontière|région|nord|sud|est))"
)
_WHERE: Final = Pattern(
    r"(?:[^.!?,;\n]{0,24}?\b(?:to|in|en|au|aux)\s(?:the\s)?|\s)(?P<place>[A-ZÀ-Þ][\w’'-]+)"
)
_CALENDAR: Final = frozenset({*dates.MONTH_NAMES, *dates.WEEKDAY_NAMES})
_DENIED: Final = Pattern(
    r"(?:\b(?:not|never|no\slonger|isn't|aren't|wasn't|hardly|neither|nor|less|pas|how|if|whether"
    r"|when|until|once|was|were|will\sbe|be|too|were\sit|seems?|feels?|felt|used\sto\sbe)\s"
    r"|n't\s)(?:[\w'%-]+\s){0,2}$"
)
_REPORTED: Final = Pattern(
    r"\b(?:no\slonger|used\sto|previously|until\s(?:last|yesterday)|lifted|was|were|had|has\sended"
    r"|myth|is\sit|stop\ssaying|nobody\scan\ssay)\b"
)


_MOST: Final = 50
"""Claims of one post that are looked at; a post has one or two."""
_ROUND: Final = 150


class Advice:
    """Knows the level of the travel advice, and the country that it is for."""

    def __init__(self, facts: Facts) -> None:
        """Take the last advice given."""
        self._advice = facts.travel_advice[-1] if facts.travel_advice else None
        self._country = fold(facts.country or "")
        regions = self._advice.regions if self._advice else ()
        self._regions = {fold(name): region for region in regions for name in region.name}
        self._named = Lexicon(self._regions, folded=True)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield claims that say less, or more, than the advice does."""
        if self._advice is None:
            return
        level = LEVELS.index(self._advice.level)
        claims = [*self._safe(document, level), *self._advised(document)]
        for match in sorted(claims, key=lambda found: found.start())[:_MOST]:
            if not self._region(document, match) and self._is_claim(document, match):
                truth = f"the travel advice is “{self._advice.level}”"
                span = Span(match.start(), match.end())
                yield contradiction(span, truth, self._advice.dated, document)
        if self._regions:
            yield from self._regional(document)

    def _region(self, document: Document, match: re.Match[str]) -> Region | None:
        """Return the one region of the sheet that the claim's clause names."""
        sentence, folded = document.sentence_at(match.start()), document.folded
        start = max(sentence.start, folded.rfind(";", 0, match.start()) + 1)
        stop = folded.find(";", match.end(), sentence.end)
        end = sentence.end if stop == -1 else stop
        if _ELSEWHERE.search(folded, start, end):
            return None
        spots = longest(self._named.find(folded, start, end))
        named = {self._regions[spot.literal].name: self._regions[spot.literal] for spot in spots}
        return next(iter(named.values())) if len(named) == 1 else None

    def _regional(self, document: Document) -> Iterator[Hit]:
        """Yield claims about a region that its own level contradicts."""
        assert self._advice is not None  # noqa: S101 - the caller has looked
        claims: list[tuple[str, re.Match[str]]] = []
        claims += [("", match) for match in _SAFE.finditer(document.folded)]
        claims += [("", match) for match in _IS_SAFE.finditer(document.folded)]
        claims += [(lv, m) for lv, shape in _ADVICE for m in shape.finditer(document.folded)]
        seen = -1
        for said, match in sorted(claims, key=lambda claim: claim[1].start())[:_MOST]:
            region = self._region(document, match)
            if region is None or match.start() < seen or region.level == said:
                continue
            mild = LEVELS.index(region.level) <= 1
            if (not said and mild) or not self._is_claim(document, match, here=True):
                continue
            seen = match.end()
            truth = f"the travel advice for {region.name[0]} is “{region.level}”"
            span = Span(match.start(), match.end())
            yield contradiction(span, truth, self._advice.dated, document)

    def _safe(self, document: Document, level: int) -> Iterator[re.Match[str]]:
        """Yield claims of safety: none where all is normal, only bold ones in high caution."""
        if not level:
            return
        for match in _SAFE.finditer(document.folded):
            if level > 1 or any(match[name] for name in ("sure", "sure2", "sure3", "sure4")):
                yield match

    def _advised(self, document: Document) -> Iterator[re.Match[str]]:
        """Yield advice of another level for the whole country."""
        assert self._advice is not None  # noqa: S101 - the caller has looked
        for level, pattern in _ADVICE:
            for match in pattern.finditer(document.folded) if level != self._advice.level else ():
                if not _REGION.match(document.folded, match.end()):
                    yield match

    def _is_claim(self, document: Document, match: re.Match[str], *, here: bool = False) -> bool:
        """Tell a claim from a question, a denial, the past, and talk of another country."""
        sentence = document.sentence_at(match.start())
        if sentence.of(document.text).rstrip('"”» ').endswith("?"):
            return False
        round_it = Span(
            max(sentence.start, match.start() - _ROUND), min(sentence.end, match.end() + _ROUND)
        )
        before = document.folded[round_it.start : match.start()]
        if _DENIED.search(before) or _REPORTED.search(round_it.of(document.folded)):
            return False
        return here or not self._is_elsewhere(document, match, round_it)

    def _is_elsewhere(self, document: Document, match: re.Match[str], sentence: Span) -> bool:
        """Tell whether the sentence speaks of another country than the mission's."""
        own = sentence.of(document.folded)
        if re.search(r"\bhere\b|\bici\b", own) or (self._country and self._country in own):
            return False
        where = _WHERE.match(document.masked, match.end())
        if where and where.end() <= sentence.end and where["place"] not in _CALENDAR:
            return True
        return any(
            place.known.country and "CA" not in place.known.country
            for place in gazetteer.find(sentence.of(document.masked), own)
        )
