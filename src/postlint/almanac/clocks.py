"""One moment on two clocks: “3 p.m. EDT (18:00 UTC)”, “14:00 in Ottawa / 20:00 in Paris”.

Offsets of the cities as in the IANA time zone database, 2025; by arithmetic,
for a laptop may have no zone database.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from postlint.almanac.zone import ZONES, day_of, is_summer
from postlint.lazily import Pattern
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from postlint.document import Document

_SIXTY: Final = 60
_HALF_DAY: Final = 12
_DAY: Final = 24 * _SIXTY
_FIXED: Final = {
    "UTC": 0, "GMT": 0, "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180, "MSK": 180, "JST": 540,
    "KST": 540, "BST": 60, "SGT": 480, "HKT": 480, "IST": 330,
}  # fmt: skip
_SHARED: Final = {"ET": "EST", "CT": "CST", "MT": "MST", "PT": "PST", "AT": "AST"}
"""Names that follow the clock, with the standard zone that they stand for."""
_CITIES: Final = {
    "EST": "Ottawa, Toronto, Montreal, Montréal, Washington, Gatineau, New York,"
    " Quebec City, Boston",
    "CST": "Winnipeg, Chicago", "MST": "Calgary, Edmonton, Denver", "AST": "Halifax, Fredericton",
    "PST": "Vancouver, Seattle, Los Angeles, San Francisco", "NST": "St. John's",
    "CET": "Paris, Berlin, Rome, Madrid, Brussels, Geneva, Vienna, Oslo, Stockholm, Copenhagen,"
    " Warsaw, Prague, Budapest, Belgrade, Bern, Zagreb, The Hague, Amsterdam",
    "EET": "Kyiv, Athens, Helsinki, Bucharest, Sofia, Vilnius, Riga, Tallinn",
    "AEST": "Canberra, Sydney", "NZST": "Wellington, Auckland",
}  # fmt: skip
_STEADY: Final = {
    "Tokyo": 540, "Seoul": 540, "Beijing": 480, "Shanghai": 480, "Singapore": 480, "Manila": 480,
    "Hong Kong": 480, "Taipei": 480, "Bangkok": 420, "Jakarta": 420, "Hanoi": 420, "Dhaka": 360,
    "Delhi": 330, "New Delhi": 330, "Mumbai": 330, "Islamabad": 300, "Kathmandu": 345,
    "Abu Dhabi": 240, "Dubai": 240, "Riyadh": 180, "Doha": 180, "Nairobi": 180, "Ankara": 180,
    "Istanbul": 180, "Moscow": 180, "Addis Ababa": 180, "Pretoria": 120, "Johannesburg": 120,
    "Lusaka": 120, "Kigali": 120, "Lagos": 60, "Abuja": 60, "Kinshasa": 60, "Accra": 0, "Dakar": 0,
    "Abidjan": 0, "Reykjavik": 0, "Brasília": -180, "Brasilia": -180, "Buenos Aires": -180,
    "Bogotá": -300, "Bogota": -300, "Lima": -300, "Mexico City": -360, "Regina": -360,
}  # fmt: skip
"""Cities whose clocks never change, with their minutes ahead of UTC."""
_LONDON: Final = frozenset({"London", "Edinburgh", "Dublin", "Lisbon", "Belfast", "Cardiff"})
_PLACES: Final = {name: zone for zone, names in _CITIES.items() for name in names.split(", ")}
_NAMES: Final = {*(n for z in ZONES for n in (z.standard, z.summer)), *_FIXED, *_SHARED}


def _either(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_CLOCKED: Final = Pattern(
    r"(?<![\d.,:/$€£-])(?P<hour>\d{1,2})(?:[:h](?P<minute>\d\d))?\s?(?P<half>[ap]\.?m\.?|[AP]\.?M\.?)?,?\s?"
    r"(?:\(?(?:local time \()?(?:UTC|GMT)\s?(?P<shift>[+−-]\d{1,2}(?::\d\d)?)\)?"
    rf"|\(?(?P<zone>{_either(_NAMES)})\b"
    rf"|(?:in\s|\()?(?P<city>{_either({*_PLACES, *_STEADY, *_LONDON})})\b(?:\stime)?)"
)
_SIDE: Final = Pattern(r"^\)?\s?(?:/|\(|,|\||;|–|-|=|or)\s?\(?$")
_RESTATED: Final = Pattern(r"^(?:\s?[/=|]\s?|\s?\((?:or\s|i\.e\.,?\s|that is,?\s)?)$")


def clocks(document: Document) -> Iterator[Hit]:
    """Yield a time given in a second zone or city that is not the first.

    Between cities only a slash, an upright stroke, an equals sign or brackets
    make one moment of two: “18:00 in Paris, 20:00 in London” are two shows.
    """
    opened = False
    for one, other in pairwise(_CLOCKED.finditer(document.masked)):
        between = document.masked[one.end() : other.start()]
        placed = bool(one["city"] or other["city"] or other["shift"])
        if placed:
            opened = bool(_RESTATED.match(between)) or (opened and between == ", ")
        if not (opened if placed else _SIDE.match(between)):
            opened = False
            continue
        day = day_of(document, one.start()) or document.today
        first, second = minutes(one, day), minutes(other, day)
        if first is None or second is None or (first - second) % _DAY == 0:
            continue
        if (first + _lapse(one, day) - second - _lapse(other, day)) % _DAY == 0:
            continue  # only the letters are wrong, “CEST” in December: another rule's affair
        yield _wrong(one, other, (first + (_offset(other, day) or 0)) % _DAY)


def _wrong(one: re.Match[str], other: re.Match[str], local: int) -> Hit:
    """Return the hit, with the hour in the style of the one written as a fix."""
    hour, minute = divmod(local, _SIXTY)
    right = f"{hour}:{minute:02}"
    start, end = other.start("hour"), other.end("minute" if other["minute"] else "hour")
    span = Span(other.start(), other.end())
    if other["half"]:
        half = "p" if hour >= _HALF_DAY else "a"
        right = f"{(hour - 1) % _HALF_DAY + 1}" + (
            f":{minute:02}" if minute or other["minute"] else ""
        )
        end = other.start("half") + 1
        right += other.string[other.end("minute" if other["minute"] else "hour") : end - 1]
        right += half.upper() if other["half"][0].isupper() else half
        shown = right + other["half"][1:]
    else:
        shown = right
    where = other.group()[other.end("half" if other["half"] else "minute") - other.start() :]
    truth = f"{one.group().strip(' (')} is {shown} {where.strip(' ,()')}"
    return Hit(span, {"truth": truth, "right": shown}, (Fix(Span(start, end), right),))


def _offset(match: re.Match[str], day: date) -> int | None:
    """Return minutes ahead of UTC on that day, None where it is in doubt."""
    if match["shift"]:
        sign = 1 if match["shift"][0] == "+" else -1
        hours, _, minutes = match["shift"][1:].partition(":")
        return sign * (int(hours) * _SIXTY + int(minutes or 0))
    name = match["zone"] or match["city"]
    if name in _LONDON:
        summer = is_summer("europe", day)
        return None if summer is None else _SIXTY * summer
    if name in _FIXED or name in _STEADY:
        return _FIXED.get(name, _STEADY.get(name))
    follows = _SHARED.get(name) or _PLACES.get(name)
    zone = next((z for z in ZONES if (follows or name) in (z.standard, z.summer)), None)
    if zone is None:
        return None
    if follows:
        summer = is_summer(zone.rule, day)
        return None if summer is None else zone.minutes + _SIXTY * summer
    return zone.minutes + (_SIXTY if name == zone.summer else 0)


def _lapse(match: re.Match[str], day: date) -> int:
    """Return by how many minutes “CEST” in December is off."""
    zone = next((z for z in ZONES if match["zone"] in (z.standard, z.summer)), None)
    summer = zone and is_summer(zone.rule, day)
    if zone is None or summer is None:
        return 0
    return _SIXTY * ((match["zone"] == zone.summer) - bool(summer))


def times(document: Document) -> Iterator[re.Match[str]]:
    """Yield the hours of a text that stand with a zone or a city."""
    return _CLOCKED.finditer(document.masked)


def minutes(match: re.Match[str], day: date) -> int | None:
    """Return minutes from midnight UTC of that day to one of :func:`times`, None in doubt."""
    offset, hour, half = _offset(match, day), int(match["hour"]), match["half"]
    if offset is None or hour > 2 * _HALF_DAY:
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half[0] in "pP" else 0)
    elif match["minute"] is None:
        return None
    return hour * _SIXTY + int(match["minute"] or 0) - offset
