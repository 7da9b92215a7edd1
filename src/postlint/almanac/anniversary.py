"""Years counted from a year: “150 years since 1867”, “founded in 1966, our club turns 60”."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.lazily import Pattern
from postlint.model import Fix, Hit, Severity
from postlint.spans import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from postlint.document import Document

_ABOUT: Final = (
    r"(?:(?P<about>about|around|some|roughly|nearly|almost|over|more than|at least|just under"
    r"|just over|approximately|close to|well over|up to|plus de|près de|environ|presque)\s)?"
)
_WORDS: Final = (
    "ten twenty thirty forty fifty sixty seventy eighty ninety two three four five six seven eight"
    " nine eleven twelve fifteen"
)
_TIES: Final = {
    "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "fifth": 5,
    "twenty-fifth": 25, "thirty-fifth": 35, "forty-fifth": 45, "fifty-fifth": 55, "sixty-fifth": 65,
    "seventy-fifth": 75, "eighty-fifth": 85,
}  # fmt: skip
"""The anniversaries that are written out."""
_CARDINALS: Final = {
    **{word: figures.words()[word] for word in _WORDS.split()},
    **{word: number for word, number in figures.words().items() if " " not in word and number > 20},  # noqa: PLR2004
    "a": 1, "one": 1, "half a": 0.5,
}  # fmt: skip
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_SMALL: Final = sorted((w for w in _CARDINALS if "-" not in w), key=len, reverse=True)
_ANY: Final = f"(?:{_TENS})-(?:{_ONES})|{'|'.join(_SMALL)}"
_ANY_TH: Final = "|".join(sorted(_TIES, key=len, reverse=True))
_N: Final = rf"(?P<count>\d{{1,3}}|{_ANY})"
_TH: Final = rf"(?P<count>\d{{1,3}}(?:st|nd|rd|th)|{_ANY_TH})"
_UNIT: Final = r"(?P<unit>years?|decades?|century|centuries)"
_YEAR: Final = r"(?P<year>1[4-9]\d\d|20\d\d)(?![\d/]|[–—-]\d|s\b|\s?%|[.,]\d)"
_GAP: Final = r"(?:[^.!?;\n\d]|\b\d{1,2}\b(?=\s(?:of\s)?[a-z])){0,70}?"
_BEGUN: Final = (
    "founded established created opened built born launched signed begun began started inaugurated"
    " formed made adopted joined"
).split()
_SINCE, _AGO, _TURNS, _AFTER, _ANS = ["since"], ["ago"], ["turns"], ["after", "later"], ["ans"]
_FEAST, _UNITS = ["anniversary", "birthday"], ["year", "decade", "centur"]
"""Cues: without one of them a text need not be looked through for a shape."""
_SHAPES: Final = (
    (
        _SINCE,
        (
            r"\bABOUT N (?:\s|-)UNIT\b(?!\s(?:old|later|after|before|until"
            r"|to))GAP\bsince\s(?:[\w'-]+\s){0,5}?YEAR"
        ),
    ),
    (
        _AGO,
        (
            r"\bABOUT N \sUNIT\sago,?\s(?:today,?\s|this\s\w+,?\s)?(?:\(|in\s"
            r"|on\s)(?:\w+\s(?:\d{1,2},?\s)?|\d{1,2}\s\w+\s)?YEAR"
        ),
    ),
    (
        _SINCE,
        (
            r"\bsince\s(?:\w+\s)?YEAR,?\s(?:that(?:'s|\sis)\s|for\s|:\s|–\s"
            r"|—\s)?(?:\w+\s){0,3}ABOUT N \sUNIT\b(?!\s(?:old|later|ago|before))"
        ),
    ),
    (_SINCE, r"\bsince\sYEAR\b(?:\s[a-z']+){1,5}:\sABOUT N \sUNIT(?=\s?[!.,]|$)"),
    (
        _BEGUN,
        (
            r"\bBEGUN\s(?:back\s)?in\s(?:\w+\s)?YEARGAP\b(?:turns?|turned|is\sturning"
            r"|celebrates?(?:\sits)?|marks?(?:\sits)?|is\snow|is)\s(?P<count>\d{1,3})(?:th|st|nd|rd)?"
            r"(?!"
            r"\s(?:km|%|percent|days|months|people|members|m\b|per|dollars|million|minutes|hours|\$))(?:\syears"
            r"|\sbirthday|\sanniversary|[.!,\s]|$)"
        ),
    ),
    (
        _BEGUN,
        (
            r"\bBEGUN\s(?:back\s)?in\s(?:\w+\s)?YEARGAP\b(?:is|are|turns?)\s(?:now"
            r"\s)?ABOUT N \sUNIT\sold\b"
        ),
    ),
    (
        _TURNS,
        r"\bturns\s(?P<count>\d{1,3})\s(?:today|this\s\w+)[:,]?(?:\s[a-z']+){0,4}\sBEGUN\sin\sYEAR",
    ),
    (
        _TURNS,
        r"\bYEAR\s(?:treaty|agreement|accord|convention|charter|pact)\sturns\s(?P<count>\d{1,3})\b",
    ),
    (
        _FEAST,
        (
            r"\bTH \s(?:anniversary|birthday)\b(?:\sof\s)?GAP(?:\(|\bin\s|\bof\s"
            r"|\bsince\s|\bfounded\sin\s)(?:\w+\s(?:\d{1,2},?\s)?)?YEAR"
        ),
    ),
    (_FEAST, r"\b(?:in|of|since)\sYEAR\b,?\sGAP\bTH \s(?:anniversary|birthday)"),
    (
        _UNITS,
        (
            r"\bABOUT N \sUNIT\sof\sGAP(?:,\s(?:established|founded|begun|started|launched"
            r"|signed)\sin\s|\bsince|\(|,\sfrom)\s?YEAR\b(?!\s(?:to|until))"
        ),
    ),
    (
        _AGO,
        (
            r"\bin\s(?:the\s)?YEARX(?P<era>s)?,\s(?:just\s|exactly\s|now\s)?ABOUT N \sUNIT"
            r"\sago\b"
        ),
    ),
    (
        _UNITS,
        (
            r"\b(?P<year>1[4-9]\d\d|20\d\d)\s?[–—-]\s?END\b\)?[:,–—]?\s(?:our\s)?ABOUT N "
            r"\sUNIT\b(?=\sof|\stogether|[!.]|$)"
        ),
    ),
    (
        _FEAST,
        (
            r"\bTH \s(?:anniversary|birthday)\b(?:\s[a-z']+){0,6}"
            r"\s\((?P<year>1[4-9]\d\d|20\d\d)\s?[–—-]\s?END\)"
        ),
    ),
    (
        _UNITS,
        (
            r"\bABOUT N \sUNIT\s(?:of|together)\b(?:\s[a-z']+){0,5}"
            r"\s\((?P<year>1[4-9]\d\d|20\d\d)\s?[–—-]\s?END\)"
        ),
    ),
    (_AFTER, r"\bABOUT N \sUNIT\safter\s(?:\w+\s(?:of|in)\s)?YEAR,\sin\sEND\b"),
    (_AFTER, r"\bin\sYEAR\b[^!?\n\d]{0,80}[.,;]\sABOUT N \sUNIT\slater,\sin\sEND\b"),
    (_ANS, r"\bil\sy\sa\sABOUT (?P<count>\d{1,3})\sans,?\s(?:en|le\s\d{1,2}(?:er)?\s\w+)\sYEAR"),
    (_ANS, r"\bABOUT (?P<count>\d{1,3})\sans\b(?!\splus\stard)GAP\bdepuis\sYEAR"),
)


def _spelled(shape: str) -> str:
    """Return a shape with its words in capitals spelled out as patterns."""
    bare = _YEAR[: _YEAR.index("(?!")]
    for word, meant in (
        ("YEARX", bare), ("YEAR", _YEAR), ("END", bare.replace("year", "end")), ("ABOUT ", _ABOUT),
        ("TH ", _TH), ("N ", _N), ("GAP", _GAP), ("UNIT", _UNIT),
        ("BEGUN", f"(?:{'|'.join(_BEGUN)})"),
    ):  # fmt: skip
        shape = shape.replace(word, meant)
    return shape


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[list[str], Pattern], ...]:
    """Return the pattern of each shape, behind its cues."""
    return tuple((cues, Pattern(_spelled(shape))) for cues, shape in _SHAPES)


_YEARS: Final = Pattern(r"\b(?:1[4-9]\d\d|20\d\d)s?\b")
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_FEWEST: Final = 2
_LONG: Final = 20
_MORE: Final = ("over", "more than", "at least", "just over", "well over", "plus de")
_LESS: Final = ("nearly", "almost", "just under", "close to", "up to", "près de", "presque")


def anniversaries(document: Document) -> Iterator[Hit]:
    """Yield each count of years that does not fit its year and the day of the post.

    Where the post does not say when it goes out, a hit is a warning.
    """
    text = document.folded
    taken: list[Span] = []
    for cues, shape in _shapes() if _YEARS.search(text) else ():
        for match in shape.finditer(text) if any(cue in text for cue in cues) else ():
            span = Span(*match.span("count"))
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield from _judged(document, match)


def _judged(document: Document, match: re.Match[str]) -> Iterator[Hit]:
    groups = match.groupdict()
    said, year, about = groups["count"], int(groups["year"]), groups.get("about")
    count = _count(said)
    unit = {"d": 10, "c": 100}.get((groups.get("unit") or "y")[0], 1)
    hyphened = match.string[match.end("count")] == "-" if groups.get("unit") else False
    if unit == 1 and count < (_LONG if hyphened else _FEWEST):
        return  # “a year”, “the strongest two-year growth since 2000”
    sentence = document.sentence_at(match.start()).of(document.folded)
    others = {int(found[:4]) for found in _YEARS.findall(sentence)} - {year}
    now = document.today.year
    if " next year" in sentence:
        others.add(now + 1)
    ends = {int(groups["end"])} if groups.get("end") else {now, *others}
    begins = range(year, year + 10) if groups.get("era") else (year,)
    turned = "turns" in match.group() and about is None
    # Whoever turns 80 this year was not born 81 years ago.
    late = turned and count == now - year - 1 and len(ends) == 1
    honest = any(_honest(count, unit, abs(end - one), about) for end in ends for one in begins)
    if honest and not late:
        return
    end = min(ends) if groups.get("end") else now
    years = end - year
    if years <= 0:
        return
    ordinal = (said[0].isdigit() and not said.isdigit()) or said in _TIES
    span = Span(match.start("count"), match.end("unit" if unit > 1 else "count"))
    right = _ordinal(years) if ordinal else str(years)
    fixes = () if about or unit > 1 or groups.get("era") else (Fix(span, right),)
    least = None if document.is_dated or groups.get("end") else Severity.WARNING
    yield Hit(span, {"truth": f"{end} − {year} = {years}", "right": right}, fixes, least)


def _count(said: str) -> float:
    digits = said.rstrip("stndrh")
    return int(digits) if digits.isdigit() else _TIES.get(said) or _CARDINALS[said]


def _honest(count: float, unit: int, years: int, about: str | None) -> bool:
    """Tell whether so many years, decades or centuries may be said of these years."""
    if unit == 1:
        return _fits(int(count), years, about)
    slack = {10: 5, 100: 15}[unit]
    return abs(count * unit - years) <= slack * (2 if about else 1)


def _ordinal(number: int) -> str:
    tens = number % 100 // 10 == 1
    return f"{number}{'th' if tens else _ENDINGS.get(number % 10, 'th')}"


def _fits(count: int, years: int, about: str | None) -> bool:
    """Tell whether somebody honest may say ``count`` of so many years."""
    if count in (years, years - 1):
        return True
    slack = max(2, round(years * 0.12))
    if about in _MORE:
        return 0 <= years - count <= max(10, slack)
    if about in _LESS:
        return 0 <= count - years <= slack
    return about is not None and abs(count - years) <= slack
