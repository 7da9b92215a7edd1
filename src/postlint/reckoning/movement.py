"""Directions and multiples: rises that fall, “doubled” that is not, falls of more than all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.model import Hit
from postlint.reckoning.fromto import REACH, found, is_down
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_RANK: Final = re.compile(
    r"\b(?:rank\w*|place\w*|position\w*|table|standings|index|seed\w*|league|list|golf|handicap"
    r"|level \d|grade|age"
    r"|floor|chapter|page|volume|rate of|time|minutes?|seconds?|hours?|days?|weeks?|a\.?m|p\.?m"
    r"|o'clock|scale)\b"
)


@lru_cache(maxsize=1)
def _moving() -> re.Pattern[str]:
    up = (
        "rose|risen|increased|grew|grown|jumped|climbed|surged|soared|rising|growing|went up|raised"
    )
    down = (
        "fell|fallen|decreased|dropped|declined|shrank|plunged|reduced|lowered|falling|went down"
        "|slashed|sank"
    )
    nouns = "increase|rise|growth|gain|jump|decrease|decline|drop|reduction|fall"
    return re.compile(
        rf"\b(?P<move>{up}|{down})\b[^.;!?\d]{{0,40}}$"
        rf"|\ban?\s(?P<noun>{nouns})\s(?:in\s(?:[a-z]+\s){{1,3}})?$"
        r"|\b(?:was|were|been|being|be)\s(?P<cut>cut)\s$"
    )


def directions(document: Document) -> Iterator[Hit]:
    """Yield rises from more to less, and falls from less to more."""
    text = document.folded
    for change in found(text):
        sentence = document.sentence_at(change.span.start)
        move = _moving().search(text[sentence.start : change.span.start])
        around = text[sentence.start : min(len(text), change.span.end + 20)]
        if (
            not move
            or _RANK.search(around)
            or re.match(r"(?:st|nd|rd|th)\b", text[change.new.span.end :])
        ):
            continue
        if text[change.span.start : change.span.start + 2] == "to":
            continue
        group = next(name for name in ("move", "noun", "cut") if move[name])
        down = is_down(move[group]) or move[group] in ("went down", "lowered")
        wrong = change.new.value > change.old.value if down else change.new.value < change.old.value
        if wrong:
            start = sentence.start + move.start(group)
            span = Span(start, start + len(move[group]))
            old, new = (one.span.of(document.text) for one in (change.old, change.new))
            which = "more" if down else "less"
            yield Hit(span, {"truth": f"{new} is {which} than {old}"})


_TIMES: Final = {
    "doubled": (2, 1.85, 2.35), "doubling": (2, 1.85, 2.35), "tripled": (3, 2.7, 3.5),
    "trebled": (3, 2.7, 3.5), "tripling": (3, 2.7, 3.5), "quadrupled": (4, 3.6, 4.7),
    "halved": (0.5, 0.44, 0.56), "halving": (0.5, 0.44, 0.56), "twofold": (2, 1.85, 2.35),
    "threefold": (3, 2.7, 3.5), "fourfold": (4, 3.6, 4.7), "fivefold": (5, 4.5, 5.7),
    "tenfold": (10, 9, 11.5), "double": (2, 1.85, 2.35), "doubles": (2, 1.85, 2.35),
    "triple": (3, 2.7, 3.5), "triples": (3, 2.7, 3.5), "quadruple": (4, 3.6, 4.7),
    "quadrupling": (4, 3.6, 4.7), "halve": (0.5, 0.44, 0.56), "halves": (0.5, 0.44, 0.56),
    "quintupled": (5, 4.5, 5.7), "twice as many": (2, 1.85, 2.35), "twice as much": (2, 1.85, 2.35),
}  # fmt: skip
_MULTIPLE: Final = re.compile(
    r"\b(?P<about>nearly\s|almost\s|more than\s|over\s|about\s|roughly\s|not quite\s)?(?:(?P<word>"
    + "|".join(_TIMES)
    + r")(?!\sback)|(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:-?\s?fold|\stimes\sas\s(?:many|much|high|large|big))|by\sa\sfactor\sof\s"
    r"(?P<factor>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten))\b"
)


def _times(match: re.Match[str]) -> tuple[float, float, float]:
    """Return a multiple with the smallest and the largest that may be called so."""
    if match["word"]:
        return _TIMES[match["word"]]
    said = match["number"] or match["factor"]
    times = float(said) if said.isdigit() else figures.words()[said]
    return times, times * 0.92, times * 1.17


def multiples(document: Document) -> Iterator[Hit]:
    """Yield “doubled” and the like where “from A to B” beside it is no such multiple."""
    text = document.folded
    for change in found(text):
        sentence = document.sentence_at(change.span.start)
        for match in _MULTIPLE.finditer(text, sentence.start, max(sentence.end, change.span.end)):
            gap = text[match.end() : change.span.start] + text[change.span.end : match.start()]
            ahead = match.end() <= change.span.start
            if len(gap) > REACH or re.search(r"\d|;|\band\b" + "|:" * ahead, gap):
                continue
            times, low, high = _times(match)
            about = (match.group("about") or "").strip()
            low, high = _loosened(about, times, low, high)
            (old_low, old_high), (new_low, new_high) = change.old.means, change.new.means
            if new_high / max(old_low, 1e-9) >= low and new_low / old_high <= high:
                continue
            ratio = change.new.value / change.old.value
            old, new = (one.span.of(document.text) for one in (change.old, change.new))
            truth = f"From {old} to {new} is {ratio:.2g} times as much"
            start = match.end("about") if match["about"] else match.start()
            yield Hit(Span(start, match.end()), {"truth": truth})


def _loosened(about: str, times: float, low: float, high: float) -> tuple[float, float]:
    if about in ("more than", "over"):
        return (times * 0.98, high * 1.25) if times > 1 else (low * 0.6, times * 1.02)
    if about in ("nearly", "almost", "not quite"):
        return (times * 0.8, times * 1.03) if times > 1 else (times * 0.97, times * 1.25)
    if about:
        return low * 0.93, high * 1.07
    return low, high


_FALL: Final = re.compile(
    r"\b(?:fell|fallen|falls?|falling|dropped|drops?|declined?|declines|decreased?|decreases"
    r"|shrank|shrunk|plunged|cut|cuts"
    r"|cutting|reduced?|reduces|reducing|reduction|slashed|lowered|down|saved?|saves"
    r"|saving)\s(?:(?:our|the|their|its|(?!to\b|from\b)[a-z]+)\s){0,3}?(?:by\s|of\s)?"
    r"(?:an?\s)?(?:about\s|nearly\s|over\s|more than\s|almost\s|up to\s"
    r"|around\s)?(?P<a>\d{3,}(?:[.,]\d+)?)(?:\s?%|\s(?:per\scent|percent)\b)"
    r"|(?<!\d)(?P<b>\d{3,12}(?:[.,]\d+)?)(?:\s?%|\s(?:per\scent|percent)\b)\s(?:less|fewer|lower|cheaper"
    r"|smaller|reduction|decrease|decline|drop|fall|cut)\b"
)
_BELOW_ZERO: Final = re.compile(
    r"\b(?:profits?|earnings|income|balance|returns?|surplus|net|cash flow|growth|margin|from"
    r"|overcapacity|target|quota)\b"
)
_WHOLE: Final = 100


def falls(document: Document) -> Iterator[Hit]:
    """Yield falls of more than a hundred percent of things that cannot go below nothing."""
    for match in _FALL.finditer(document.folded):
        group = "a" if match.group("a") else "b"
        value = float(match.group(group).replace(",", "."))
        sentence = document.sentence_at(match.start()).of(document.folded)
        if value <= _WHOLE or _BELOW_ZERO.search(sentence):
            continue
        number = match.group(group)
        yield Hit(
            Span(match.start(), match.end()),
            {"truth": f"A fall of 100 % leaves nothing; {number} % is more than all"},
        )
