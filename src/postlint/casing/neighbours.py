"""Words that are a name, a month or an hour's zone only beside certain others."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint.casing.known import doubtful, doubtful_countries, neighbourly
from postlint.casing.words import is_strange
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.casing.known import Neighbourly
    from postlint.casing.page import Page
    from postlint.casing.stretches import Stretch
    from postlint.lexicon import Spot

_OFFICE: Final = (
    "president|prime minister|minister|ministry|government|parliament|people|republic|king|queen"
    "|embassy|ambassador|consul|consulate|capital|authorities|army|troops|borders?|city|town"
    "|elections?|protests?|citizens|economy|state|flag|high commissioner|high commission|leaders?"
    "|officials|military|navy|police|senate|foreign minister|economy|soldiers|regime|constitution"
)
_JOURNEY: Final = (
    "mission|trips?|visits?|flights?|relations|friends|partners|colleagues|neighbours|land|landed"
    "|landing|arriv(?:e|ed|ing)|travel|travelled|travelling|trade|exports?|imports?|flew|fly|flying"
    "|back|home|refugees|greetings|hello|morning|evening|afternoon|welcome|thanks|support|aid"
    "|support|solidarity|talks|agreement|treaty|deal|living|live|lives|born|based|earthquake"
)
_OF_A_STATE: Final = Pattern(
    rf"\b(?:{_OFFICE}|north|south|east|west) (?:of|in|to|from) (?:the )?(?:republic of )?$"
)
_ON_A_JOURNEY: Final = Pattern(
    rf"\b(?:{_JOURNEY}) (?:of|in|to|from|with|for|at|between|on|against) (?:the )?$"
)
_PLACED: Final = Pattern(r"\b(?:in|from|across|throughout|inside|to|towards?|against|visiting) $")
_ENDS: Final = Pattern(
    r"\s*(?:$|[.,!?;:)…\U0001f1e6-\U0001f1ff]"
    r"|(?:and|or|but|for|on|at|is|was|are|has|will|this|today|tonight|tomorrow|last|next|where"
    r"|who|which|after|before|since|during|by|with|to|must|should|as|because|when|while)\b)"
)
_OWN: Final = Pattern(rf"(?:'s )?(?:new |former |own )?(?:{_OFFICE}|{_JOURNEY})\b|'s (?!own\b)\w")
_FLAG: Final = Pattern(r"[ ,!.]{0,2}[\U0001f1e6-\U0001f1ff]")
_ORDERED: Final = Pattern(
    r" (?:must|should|has to|needs to|ought to) (?:immediately |now |finally |at once )?(?:stop|end"
    r"|release|free|respect|withdraw|apologi[sz]e|explain|answer|condemn|halt|cease|lift|allow"
    r"|honou?r|choose|comply|reverse|return|hold|let)\b"
)
_WORD_BEFORE: Final = Pattern(r"([^\W\d_]+)(?:,| and| or| &)(?: the)? $")
_WORD_AFTER: Final = Pattern(r"(?:,| and| or| &)(?: the)? ([^\W\d_])")
_BEHIND: Final = Pattern(r"(?:'s)?[ -]([^\W\d_][^\W_-]*)")
_AHEAD: Final = Pattern(r"([^\W\d_]+) $")
_ARTICLE: Final = frozenset(
    {"the", "a", "an", "my", "our", "some", "roast", "wild", "fine", "bone"}
)
_REACH: Final = 48

_DAYS: Final = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS: Final = "january|february|april|june|july|august|september|october|november|december"
_ALWAYS: Final = Pattern(rf"\b(?:{_DAYS}|{_MONTHS})s?\b")
_SHORT: Final = (
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|may|march|mon|tues?|wed|thur?s?|fri|sat|sun"
)
_DATED: Final = Pattern(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?(?: ?(?:-|–|to|and) ?\d{1,2})? (?:of )?(march|may|jan|feb|mar|apr"
    r"|jun|jul|aug|sept?|oct|nov|dec)\b"
    rf"|({_SHORT})\.?,? (?:the )?(?=\d{{1,2}}(?!\d| ?(?:%|percent|per cent|million|people)))"
    r"|(mon|tues?|wed|thur?s?|fri|sat|sun)\.?,? (?=(?:the )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec))"
    r"|(?:since|until|early|late|mid|last|next|in|by|of) (march|may)\b"
    r"(?! (?:be|have|not|also|we|i)\b))"
)
_ZONED: Final = Pattern(
    r"(?:\d[:h]\d\d|\d ?[ap]m|[ap]\.m\.?|noon|midnight) ?\(?(?:[ap]\.?m\.? ?)?\(?"
    r"([ecmpan][sd]?t|utc|gmt|bst|ces?t|ees?t|west|eat|cat|wat|ist|jst|kst|msk|aes?t|aedt|nzdt|nzst)\b"
)
_ZONE_ALWAYS: Final = Pattern(r"\b(?:utc|gmt|cest|edt|pdt)\b")
_NUMBERED: Final = Pattern(r"\b(?:[a-z]{1,2}\d{6,7}[a-z]?|[a-z]{2}\d{3,4})\b")
_HOME: Final = Pattern(r"\b(?:from|near|in) ([^\W\d_]{4,})(?<!s)(?=[ ,.!?;:]|$)(?! (?:the|of)\b)")
_CITED: Final = Pattern(r"\(([^()\n]{2,60})\)")
_OF_A_YEAR: Final = Pattern(r", (?:19|20)\d\d$")
_FIRST_PERSON: Final = Pattern(r"(?<![\w.'’-])i(?=['’ ,;!?)]|$)(?!['’]\w{4})")


def mark(page: Page, stretch: Stretch) -> None:
    """Give capitals to what is a name beside its neighbours, to dates, zones and “I”."""
    start, end = stretch.span.start, stretch.span.end
    for pattern in (_ALWAYS, _FIRST_PERSON):
        for found in pattern.finditer(page.low, start, end):
            page.capital(found.start())
    for found in _DATED.finditer(page.low, start, end):
        page.capital(found.start(found.lastindex or 0))
    for pattern in (_ZONED, _ZONE_ALWAYS, _NUMBERED):
        for found in pattern.finditer(page.low, start, end):
            page.capital(*found.span(found.lastindex or 0))
    for found in _HOME.finditer(page.low, start, end):
        if is_strange(found[1]):
            page.capital(found.start(1))
    for spot in _sought()[1].find(page.low, start, end):
        _judge(page, spot)


def cite(page: Page, stretch: Stretch) -> None:
    """Let a source in brackets begin with a capital: one that holds a name, or ends in a year."""
    for found in _CITED.finditer(page.low, stretch.span.start, stretch.span.end):
        named = any(page.is_capital(at) for at in range(*found.span(1)))
        if named or _OF_A_YEAR.search(found[1]):
            page.capital(found.start(1))


@lru_cache(maxsize=1)
def _sought() -> tuple[Mapping[str, list[Neighbourly]], Lexicon]:
    rows: dict[str, list[Neighbourly]] = {}
    for row in neighbourly():
        rows.setdefault(fold(row.name), []).append(row)
    return rows, Lexicon((*rows, *doubtful()))


def _judge(page: Page, spot: Spot) -> None:
    for row in _sought()[0].get(spot.literal, ()):
        if _beside(page, spot, row):
            page.spell(spot.start, row.name)
            return
    if spot.literal in doubtful() and _is_place(page, spot):
        page.spell(spot.start, doubtful()[spot.literal])


def _beside(page: Page, spot: Spot, row: Neighbourly) -> bool:
    behind = _BEHIND.match(page.low, spot.end)
    ahead = _AHEAD.search(page.low, max(0, spot.start - _REACH), spot.start)
    follows = not row.before or (behind is not None and behind[1] in row.before)
    return follows and (not row.after or (ahead is not None and ahead[1] in row.after))


def _is_place(page: Page, spot: Spot) -> bool:
    """Tell whether a word that may be a place is one here."""
    before = page.low[max(0, spot.start - _REACH) : spot.start]
    ahead = _AHEAD.search(before)
    if _OF_A_STATE.search(before):
        return True
    if _ON_A_JOURNEY.search(before) and _ENDS.match(page.low, spot.end):
        return True
    if _among_names(page, spot, before):
        return True
    if ahead is not None and ahead[1] in _ARTICLE and spot.literal in doubtful_countries():
        return False
    if spot.literal not in doubtful_countries():
        return _adjective(page, spot)
    return bool(
        _OWN.match(page.low, spot.end)
        or _FLAG.match(page.low, spot.end)
        or _ORDERED.match(page.low, spot.end)
        or (_PLACED.search(before) and _ENDS.match(page.low, spot.end))
    )


@lru_cache(maxsize=1)
def _of_people() -> Pattern:
    return Pattern(rf" (?:{_OFFICE}|friends|partners|colleagues|students|artists|language)\b")


def _adjective(page: Page, spot: Spot) -> bool:
    return _of_people().match(page.low, spot.end) is not None


def _among_names(page: Page, spot: Spot, before: str) -> bool:
    """Tell whether a neighbour in a list or an address is a place for certain."""
    left = _WORD_BEFORE.search(before)
    if left and page.is_capital(spot.start - len(before) + left.start(1)):
        return True
    right = _WORD_AFTER.match(page.low, spot.end)
    return bool(right and page.is_capital(right.start(1)))
