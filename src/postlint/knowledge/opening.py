"""Opening hours of the sheet: a subject, a day, and hours that are not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.facts.sheet import DAYS
from postlint.knowledge.telling import contradiction
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, Spot, fold, longest
from postlint.spans import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.facts import Facts, Hours
    from postlint.model import Hit

_TIME: Final = r"(?P<{0}>\d{{1,2}})(?:[:h.](?P<{0}_minute>\d\d))?\s?(?P<{0}_half>[ap]\.?m\b\.?)?"
_UNTIL: Final = Pattern(
    r"\b(?:open(?:s|ed)?|closes?|closing)\b[^.!?;\n\d]{0,40}?\b(?:until|till|til|up to|at)\s"
    + _TIME.format("to")
)
_FROM: Final = Pattern(
    r"\b(?:opens?|opening|open\sfrom)\b[^.!?;\n\d]{0,30}?\b(?:at|from)\s" + _TIME.format("from")
)
_BETWEEN: Final = Pattern(
    _TIME.format("from") + r"\s?(?:to|until|till|-|–|—|and)\s?" + _TIME.format("to")
)
_DAY: Final = Pattern(r"\b(?P<day>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b")
_EXCEPTION: Final = Pattern(
    r"\b(?:today|tonight|tomorrow|this|next|only|special|extended|holidays?|exceptionally|late|longer"
    r"|event|party|concert|film|screening|reading|was|were|used\sto|from\s\d{1,2}\s[a-z]{3,}|new"
    r"|winter|summer|ramadan|christmas|moved?|changed?|instead)\b"
)
_CLOSE: Final = Pattern(r"\bclos(?:es?|ing)\b|\buntil\b|\btill\b")
_NEAR: Final = 35
"""So many characters from the hours, “today” is of them; farther off it may be “nowadays”."""
_HALF_DAY: Final = 12
_SIXTY: Final = 60


class Opening:
    """Knows when the places of the sheet are open."""

    def __init__(self, facts: Facts) -> None:
        """Look for every name at once."""
        self._hours: dict[str, list[Hours]] = {}
        for hours in facts.hours:
            for what in hours.what:
                self._hours.setdefault(fold(what), []).append(hours)
        self._places = Lexicon(self._hours, folded=True)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield hours that no row of their place has; a special day is no contradiction."""
        seen: set[tuple[str, int]] = set()
        for spot in longest(self._places.find(document.folded)) if self._hours else ():
            key = spot.literal, document.sentence_index(spot.start)
            if key not in seen:
                seen.add(key)
                yield from self._wrong(spot, document)

    def _wrong(self, spot: Spot, document: Document) -> Iterator[Hit]:
        sentence = document.sentence_at(spot.start)
        text = sentence.of(document.folded)
        if text.rstrip().endswith("?"):
            return
        rows = self._hours[spot.literal]
        named = {_number(match) for match in _DAY.finditer(text)}
        rows = [row for row in rows if not named or named & {*row.days}]
        if not rows:
            return
        for match, opens, closes in _said(document, sentence):
            near = (
                max(sentence.start, match.start() - _NEAR),
                min(sentence.end, match.end() + _NEAR),
            )
            if _EXCEPTION.search(document.folded, *near):
                continue
            if not any(_fits(row, opens, closes) for row in rows):
                row = rows[0]
                ends = (match.start("from" if opens is not None else "to"), match.end())
                shown = document.text[slice(*ends)].rstrip()
                span = Span(ends[0], ends[0] + len(shown))
                yield contradiction(span, _spelled(row), row.dated, document)


def _number(match: re.Match[str]) -> int:
    return DAYS.index(match["day"][:3].capitalize())


def _said(
    document: Document, sentence: Span
) -> Iterator[tuple[re.Match[str], int | None, int | None]]:
    """Yield hours said in a sentence, in minutes; None for an end that is not said."""
    folded, seen = document.folded, []
    for match in _BETWEEN.finditer(folded, sentence.start, sentence.end):
        half = match["to_half"]
        opens, closes = _minutes(match, "from", match["from_half"]), _minutes(match, "to", half)
        if opens is not None and closes is not None and closes > opens:
            seen.append(match.span())
            yield match, opens, closes
    for pattern, end in ((_UNTIL, "to"), (_FROM, "from")):
        for match in pattern.finditer(folded, sentence.start, sentence.end):
            at = match.start(end)
            minutes = _minutes(match, end, match[f"{end}_half"])
            if minutes is None or any(first <= at < last for first, last in seen):
                continue
            if end == "to" and not _CLOSE.search(match.group()):
                continue
            yield match, minutes if end == "from" else None, minutes if end == "to" else None


def _minutes(match: re.Match[str], end: str, half: str | None) -> int | None:
    """Return minutes from midnight, None where a.m. or p.m. is left to the reader."""
    hour, minute = int(match[end]), int(match[f"{end}_minute"] or 0)
    if hour > 2 * _HALF_DAY or minute >= _SIXTY or not (half or match[f"{end}_minute"]):
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half.startswith("p") else 0)
    return hour * _SIXTY + minute


def _fits(row: Hours, opens: int | None, closes: int | None) -> bool:
    """Tell whether the hours are the row's; half a day off may be a clock without p.m."""
    half = _HALF_DAY * _SIXTY
    return (opens is None or opens in (row.opens, row.opens - half)) and (
        closes is None or closes in (row.closes, row.closes - half)
    )


def _spelled(row: Hours) -> str:
    opens, closes = (f"{m // _SIXTY}:{m % _SIXTY:02}" for m in (row.opens, row.closes))
    days = " ".join(DAYS[day] for day in row.days)
    return f"{row.what[0]}: {days} {opens}–{closes}"
