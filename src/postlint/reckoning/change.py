"""The percentage, or the points, that a post says of “from A to B”."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.model import Fix, Hit, Severity
from postlint.reckoning.fromto import DOWN, PERCENT, REACH, UP, Change, found, is_down, rounded
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.figures import Figure

_SLACK: Final = 1.5
_CLEAR: Final = 8.0
"""Points between a percentage and the true one that no rounding of a reader explains."""


@lru_cache(maxsize=1)
def _alone() -> re.Pattern[str]:
    number = figures.pattern("p_", worded=False)
    return re.compile(
        rf"(?:\s[a-z]+){{0,2}}\s?(?:\(|,\s|[–—-]\s)(?:a\s|that\sis,?\s|i\.e\.,?\s)?[+]?{number}{PERCENT}"
        r"(?=\)|[.!;]|$|\s(?:growth|rise|increase|more)\b(?!\sthan))"
    )


@lru_cache(maxsize=1)
def _percentage() -> re.Pattern[str]:
    number = figures.pattern("p_", worded=False)
    return re.compile(
        rf"\b(?P<verb>{UP}|{DOWN})\s(?:of\s|by\s|de\s|d'|in\s\w+\sof\s)?(?:an?\s)?{number}"
        rf"(?:(?P<percent>{PERCENT})|\s(?P<points>(?:percentage\s)?points?|pp))"
        rf"|{number.replace('p_', 'q_')}(?:(?P<percent2>{PERCENT})"
        rf"|\s(?P<points2>(?:percentage\s)?points?|pp)|-(?P<points3>point))"
        rf"(?:\s[a-z]+)?\s(?P<noun>{UP}|{DOWN})\b"
        rf"|(?P<sign>[+−-]){number.replace('p_', 'r_')}(?:(?P<percent3>{PERCENT})"
        rf"|\s(?P<points4>(?:percentage\s)?points?|pp))"
    )


def changes(document: Document) -> Iterator[Hit]:
    """Yield percentages that are not those of “from A to B” beside them."""
    text = document.folded
    for change in found(text):
        sentence = document.sentence_at(change.span.start)
        begin = max(sentence.start, change.span.start - REACH)
        end = min(max(sentence.end, change.span.end), change.span.end + REACH)
        for match in _percentage().finditer(text, begin, end):
            if match.end() > change.span.start and match.start() < change.span.end:
                continue
            prefix = next(p for p in ("p_", "q_", "r_") if match.group(f"{p}digits"))
            said = figures.read(match, prefix)
            if said is not None and not _between(text, change, match):
                yield from _judge(document, change, match, said)
                break
        else:
            yield from _bare(document, change)


def _between(text: str, change: Change, match: re.Match[str]) -> bool:
    """Tell whether another number stands between the change and the percentage."""
    gap = text[change.span.end : match.start()] or text[match.end() : change.span.start]
    gap = re.sub(r"\b(?:in|by|since)\s(?:19|20)\d\d\b", "", gap)
    if re.match(r"\sthan\s(?:in\s|the\s)?(?:last|previous|20\d\d|before)", text[match.end() :]):
        return True  # “20 % more than last year” is another change
    return bool(re.search(r"\d|\band\b|\bwhile\b|\bbut\b|;", gap))


def _judge(document: Document, change: Change, match: re.Match[str], said: Figure) -> Iterator[Hit]:
    groups = match.groupdict()
    points = any(groups[name] for name in ("points", "points2", "points3", "points4"))
    word = groups["verb"] or groups["noun"] or ""
    down = is_down(word) or groups["sign"] in ("−", "-")
    said_low, said_high = rounded(said).means
    if down:
        said_low, said_high = -said_high, -said_low
    difference = change.new.value - change.old.value
    if points:
        if not change.percent:
            return
        low = difference - change.old.half - change.new.half
        high = difference + change.old.half + change.new.half
    else:
        low, high = change.bounds
    least = None
    if low - _SLACK <= said_high and said_low <= high + _SLACK:
        if points or down or not _is_turned(change, said):
            return
        least = Severity.WARNING
    hit = _wrong(document, change, said, points=points, difference=difference)
    yield replace(hit, severity=least)


def _is_turned(change: Change, said: Figure) -> bool:
    """Tell the difference in percent of the new number: 33 % from 2 to 3, which is 50 %."""
    old, new = change.old, change.new
    if old.about or new.about or said.about or new.value <= old.value:
        return False
    rise = new.value - old.value
    right, turned = 100 * rise / old.value, 100 * rise / new.value
    return abs(said.value - turned) < 1 and abs(said.value - right) > _CLEAR


def _bare(document: Document, change: Change) -> Iterator[Hit]:
    """Yield “from 40 to 60 (20 %)”: a percentage alone, right behind the change."""
    match = _alone().match(document.folded, change.span.end)
    said = figures.read(match, "p_") if match else None
    if match is None or said is None or change.percent:
        return
    low, high = change.bounds
    said_low, said_high = rounded(said).means
    if change.new.value < change.old.value:
        low, high = -high, -low
    near = low - _SLACK <= said_high and said_low <= high + _SLACK
    if near and not _is_turned(change, said):
        return
    difference = change.new.value - change.old.value
    hit = _wrong(document, change, said, points=False, difference=difference)
    yield replace(hit, severity=Severity.WARNING if near else None)


def _wrong(
    document: Document, change: Change, said: Figure, *, points: bool, difference: float
) -> Hit:
    """Return the hit with its reckoning, and the corrected number as a fix."""
    percent = 100 * difference / change.old.value
    old, new = (one.span.of(document.text) for one in (change.old, change.new))
    sign = "%" if change.percent else ""
    rest = document.text[said.span.end : said.span.end + len(" per cent")]
    tail = re.match(r"\s?%|\s(?:per cent|percent)", rest)
    end = said.span.end + (tail.end() if tail else 0)
    truth = f"From {old}{sign} to {new}{sign} is {percent:+.0f} %"
    right = f"{abs(percent):.0f}"
    fix = Fix(said.span, right)
    if change.percent:
        truth += f", or {difference:+g} points".replace(".0 ", " ")
        wanted = f"{abs(difference):g}"
        if points:
            fix = Fix(said.span, wanted)
        elif abs(abs(difference) - said.value) < _SLACK:
            fix = Fix(Span(said.span.start, end), f"{wanted} points")
    return Hit(Span(said.span.start, end), {"truth": truth.replace("-", "−", 1)}, (fix,))
