"""Words around a place that say whose it is: “Yalta, Russia”, “Israel's Golan Heights”.

Finds the shapes; which places and which states is for the table of contested places.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.spans import Span
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.tables.naming import Territory

_FILL: Final = (
    r"(?:(?:southern|western|northern|eastern|now|beautiful|sunny|lovely|part of|in|today[’']s"
    r"|the (?:south|north|east|west) of|province of|a (?:part|province|city|region) of) )*"
)
_JOIN: Final = r"(?:(?:,? in|,? now|,| is| are| remains?| belongs? to| [–—-]) | \()"
_THE: Final = r"(?:[Tt]he )?"
_KIND: Final = (
    r"(?:(?:[Cc]ity|[Tt]own|[Rr]egion|[Pp]rovince|[Rr]esort|[Pp]ort|[Pp]art|[Ss]ide|[Ii]sland"
    r"|[Tt]erritory|[Ll]ands?) of |(?:beautiful|sunny|lovely|historic|own|eternal|new) )"
)
_ENDS: Final = Pattern(
    r"(?:\s*$|\s*[^\w\s’'-]|\s+(?:in|on|at|by|for|from|with|and|or|to|is|was|are|were|has|have|had"
    r"|will|this|that|these|today|tonight|tomorrow|yesterday|next|last|where|who|which|when|while"
    r"|as|but|again|now|during|after|before|over|under|via|welcomes?|joined|every|all|our|we|i|the"
    r"|a|an|so|because|since|until|can|must|should)\b)",
    re.IGNORECASE,
)
"""What may follow “Israel's Golan Heights”: not a noun, as in “China's Taiwan policy”."""
_MONTHS: Final = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June"
    "|July|August|September|October|November|December"
)
_LISTED_AFTER: Final = Pattern(
    rf"(?:,? (?:and|or|&|vs\.?) (?:[Tt]he |[Oo]ur )?|, (?:[Tt]he )?)(?!(?:{_MONTHS})\b)[A-ZÀ-Þ]"
)
_LISTED_BEFORE: Final = Pattern(r"(?:[A-ZÀ-Þ][\w’'-]+(?:,| and|,? &) (?:[Tt]he )?)$")
"""“Lebanon, Gaza, Israel”: a list, in which nobody owns anybody."""
_OPENS: Final = Pattern(
    r"^\W*(?:(?:today|tonight|tomorrow|yesterday|now) )?(?:in|on|after|before|from|since|when|while"
    r"|over|about|unlike|like|with|to|as|for|during|besides|outside|beyond|across|if|though"
    r"|although)\b",
    re.IGNORECASE,
)
_VERB: Final = Pattern(
    r" (?:is|was|are|were|has|have|had|will|would|can|could|should|must|may|might|does|did|do"
    r"|[a-z]{2,}(?:[^s\W]s|ed))\b"
)
"""“After Kosovo, Serbia was next”: a clause of its own, after one that opens the sentence."""
_SAYS: Final = Pattern(
    r" (?:also |now |again )?(?:sa(?:ys|id)|(?:confirm|warn|claim|report|insist|announc|den|add"
    r"|argu|stat|vow|promis)(?:e?s|e?d|ies|ied))\b"
)
"""“Outside Gaza, Israel says”: the state speaks, it does not own the place."""
_AT_HOME: Final = Pattern(
    r"(?:^|[.!?:]\s|\b(?:in|at|to|near|around|of|visit|visits|visiting|visited|toured|touring"
    r"|(?:hello|greetings|live|postcards?|back|morning|evening|sunset|news) from))\s?"
    r"(?:the |beautiful |sunny |lovely |our )*$",
    re.IGNORECASE,
)
"""What stands before “Sevastopol in Russia”, unlike “refugees from Kosovo in Serbia”."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that say whose a place is; ``plain`` where the place alone could stand for them."""

    span: Span
    plain: bool = False


def _any(words: tuple[str, ...]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace("'", "[’']") for word in longest)


@lru_cache(maxsize=128)
def _after(names: tuple[str, ...], adjectives: tuple[str, ...]) -> re.Pattern[str]:
    states = _any(tuple(name for name in names if name[0].isalpha()))
    flags = _any(tuple(name for name in names if not name[0].isalpha()))
    shapes = [rf"(?P<join>{_JOIN}){_FILL}{_THE}(?P<owner>{states})(?![\w-])(?![’']s)"]
    if flags:
        shapes.append(rf"(?:,| \()? ?(?P<flag>{flags})")
    if adjectives:
        shapes.append(
            rf" (?:is|are|remains?) (?:now |part of )?(?:{_any(adjectives)})"
            r"(?: territory| land| soil| again| forever)?(?=\s*(?:$|[^\w\s-]))"
        )
    return re.compile("|".join(shapes))


@lru_cache(maxsize=128)
def _before(names: tuple[str, ...], adjectives: tuple[str, ...]) -> re.Pattern[str]:
    states = _any(tuple(name for name in names if name[0].isalpha()))
    owns = rf"(?:{states})[’']s? (?:(?!in |on |at |over |and |near |for |with )[\w-]+ (?:of )?)?"
    shapes = [owns] if states else []
    if adjectives:
        shapes.append(rf"(?:{_any(adjectives)}) {_KIND}*")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(shapes)}){_THE}$")


@lru_cache(maxsize=128)
def _called(nouns: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what makes a country of a place, before it and after it."""
    noun = rf"(?:{_any(nouns)})"
    many = _any(tuple(n[:-1] + "ies" if n.endswith("y") else n + "s" for n in nouns))
    free = r"|(?:[Ii]ndependent|[Ss]overeign) " if "country" in nouns else ""
    before = (
        rf"(?<![\w-])(?:{_THE}(?:(?i:{noun}) (?:of|in|called) )"
        rf"|(?i:{many}) (?:like|such as) {free}){_THE}$"
    )
    after = (
        rf"(?:,| is| are| as|, which is|, now) (?:an? |the )(?:[\w-]+ ){{0,2}}(?i:{noun})(?![\w-])"
    )
    return re.compile(before), re.compile(after)


@lru_cache(maxsize=32)
def _capital(states: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    state, words = rf"(?:{_any(states)})", r"(?:[\w-]+,? ){0,3}"
    before = rf"(?:{state}[’']s {words}capital,? (?:city,? )?|capital of {state},? )$"
    verb = r"(?:,| is| remains| will be| as)"
    after = (
        rf"{verb} (?:the |forever )?{words}capital of {state}(?!\w)"
        rf"|{verb} {state}[’']s {words}capital\b"
    )
    return re.compile(before), re.compile(after)


def find(land: Territory, text: str, place: Span, sentence: Span) -> Iterator[Said]:
    """Yield what the words of a sentence around one of a territory's places say of its owner."""
    head, tail = text[sentence.start : place.start], text[place.end : place.end + 80]
    if land.owners:
        yield from _owned_after(land, text, place, head)
        yield from _owned_before(land, place, head, tail)
    if land.called:
        yield from _around(_called(land.called), place, head, tail)
    if land.capital_of:
        yield from _around(_capital(land.capital_of), place, head, tail)


def _owned_after(land: Territory, text: str, place: Span, head: str) -> Iterator[Said]:
    found = _after(land.owners, land.adjectives).match(text, place.end)
    if found is None:
        return
    join = (found["join"] or "").strip()
    if found["owner"]:
        rest = text[found.end() : found.end() + 40]
        listed = _LISTED_AFTER.match(rest) or _LISTED_BEFORE.search(head)
        clause = re.split(r"[,;:]", head)[-1]
        other = _SAYS.match(rest) or (_OPENS.match(clause) and _VERB.match(rest))
        if join == "," and (listed or other):
            return
        if join == "in" and not _AT_HOME.search(head):
            return
    yield Said(Span(place.start, found.end()), plain=join in (",", "in", ", in"))


def _owned_before(land: Territory, place: Span, head: str, tail: str) -> Iterator[Said]:
    found = _before(land.owners, land.adjectives).search(head)
    if found is not None and _ENDS.match(tail):
        yield Said(Span(place.start - len(head) + found.start(), place.end))


def _around(
    shapes: tuple[re.Pattern[str], re.Pattern[str]], place: Span, head: str, tail: str
) -> Iterator[Said]:
    before, after = shapes
    if (found := before.search(head)) is not None:
        yield Said(Span(place.start - len(head) + found.start(), place.end))
    if (found := after.match(tail)) is not None:
        yield Said(Span(place.start, place.end + found.end()))
