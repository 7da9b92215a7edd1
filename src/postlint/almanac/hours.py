"""Hours of a day: those that no clock shows, and spans that end before they begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.model import Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_HALF: Final = r"[ap]\.?m\b\.?"
_IMPOSSIBLE: Final = Pattern(
    rf"(?<![\d.,:/$€£-])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<half>{_HALF})"
    r"|(?<![\w.])(?:at|from|until|till|starts|à|dès|by(?!\s\d\d?\s?h(?!\s?\d)))\s(?P<hour2>\d{1,2})"
    r"(?::(?P<minute2>\d\d)|\s?h\s?(?P<minute3>\d\d)?)(?![\w:]|\s?[ap]\.?m\b)"
)
_SPAN: Final = Pattern(
    rf"(?<![\d.,:/$€£-])(?P<from>\d{{1,2}})(?:[:h.](?P<from_minute>\d\d)|(?P<from_h>\s?h\b))?"
    rf"\s?(?P<from_half>{_HALF})?\s?(?:to|until|till|-|–|—|à)\s?"
    r"(?P<to>\d{1,2})(?:[:h.](?P<to_minute>\d\d)|(?P<to_h>\s?h\b))?"
    rf"\s?(?P<to_half>{_HALF})?(?![\d:%])"
)
_MOVED: Final = Pattern(
    r"\b(?:moved|changed?|changes|earlier|brought forward|rescheduled|postponed|instead of"
    r"|shifted?|score|scored"
    r"|won|lost|beat|win|match|jet lag|flight|time zone|clocks|next (?:day|morning)|overnight"
    r"|emergenc(?:y|ies)|after hours|after-hours|out of hours|on call|duty|curfew|watch|night|quiet"
    r"|closed|closes|nightly|shift|evenings|sunrise|sunset)\b"
)
_OPEN: Final = Pattern(
    r"\b(?:opening hours|office hours|business hours|visiting hours|hours|open|open daily"
    r"|open weekdays)(?: from)?(?: (?:\w{3,9}day|mon|tue|wed|thu|fri)s?\.?(?: ?(?:to|-|–) ?"
    r"(?:\w{3,9}day|mon|tue|wed|thu|fri|sat|sun)s?\.?)?,?)?:? $"
)
_LONGEST: Final = 14 * 60
_HOURS: Final = 24
_HALF_DAY: Final = 12
_SIXTY: Final = 60


def impossible_hours(document: Document) -> Iterator[Hit]:
    """Yield each time of day that no clock shows: 25:00, 14 p.m., 7:75 a.m."""
    for match in _IMPOSSIBLE.finditer(document.folded):
        half = match.group("half")
        hour = int(match.group("hour") or match.group("hour2"))
        minute = match.group("minute") or match.group("minute2") or match.group("minute3")
        span = Span(match.start("hour" if half else "hour2"), match.end())
        shown = span.of(document.text).strip()
        written = document.text[match.start("half") : match.end("half")] if half else ""
        if written.isupper() and "." not in written and minute is None and hour > _HALF_DAY:
            continue  # “the 13 PM candidates”: PM is also a Prime Minister
        if half and hour == 0 and half.startswith("p"):
            truth = f"“{shown}” is {_HALF_DAY}{':' + minute if minute else ''} p.m."
            yield Hit(Span(span.start, span.start + len(shown)), {"truth": truth})
        elif half and not 0 <= hour <= _HALF_DAY:
            truth = f"“{shown}” is no time: {_HALF_DAY} is the last hour before a.m. and p.m."
            if hour < _HOURS and half.startswith("p"):
                truth = f"“{shown}” is {hour - _HALF_DAY}{':' + minute if minute else ''} p.m."
            yield Hit(Span(span.start, span.start + len(shown)), {"truth": truth})
        elif (not half and hour > _HOURS) or (minute is not None and int(minute) >= _SIXTY):
            yield Hit(
                Span(span.start, span.start + len(shown)), {"truth": f"No clock shows “{shown}”"}
            )


def _minutes(match: re.Match[str], end: str, half: str | None) -> int | None:
    hour, minute = int(match.group(end)), int(match.group(f"{end}_minute") or 0)
    if hour > _HOURS or minute >= _SIXTY or (half and not 1 <= hour <= _HALF_DAY):
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half.startswith("p") else 0)
    return hour * _SIXTY + minute


def _is_clock(document: Document, match: re.Match[str]) -> bool:
    """Tell two hours of a clock from two numbers: halves of the day, minutes, or “open 17–9”."""
    groups = match.groupdict()
    first, last = groups["from_half"], groups["to_half"]
    start, end = (groups[f"{one}_minute"] or groups[f"{one}_h"] for one in ("from", "to"))
    if last and (first or start):
        return True
    if first or last:
        return bool(start and end)
    if _OPEN.search(document.folded[max(0, match.start() - 40) : match.start()]):
        return bool(start) == bool(end)
    return bool(start and end) and "." not in match.group()


def backward_hours(document: Document) -> Iterator[Hit]:
    """Yield spans of hours that end before they begin; a night's work is none."""
    for match in _SPAN.finditer(document.folded):
        first, last = match.group("from_half"), match.group("to_half")
        if not _is_clock(document, match):
            continue
        if bool(first) != bool(last):
            continue
        start, end = _minutes(match, "from", first), _minutes(match, "to", last)
        if start is None or end is None or end >= start:
            continue
        whole = re.match(r"0\d[:h]", match.group()) or re.search(r"\b0\d[:h]", match.group())
        if not first and start < (_HALF_DAY + 1) * _SIXTY and not whole:
            continue  # “9:30 until 3:00” leaves a.m. and p.m. to the reader
        sentence = document.sentence_at(match.start()).of(document.folded)
        if end + _HOURS * _SIXTY - start > _LONGEST and not _MOVED.search(sentence):
            shown = match.group().strip()
            span = Span(match.start(), match.start() + len(match.group().rstrip()))
            yield Hit(span, {"truth": f"“{shown}” ends before it begins"})
