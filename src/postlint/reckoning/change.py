"""From A to B: the percentage, the direction and the multiple that are said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.figures import Figure

_PERCENT: Final = r"(?:\s?%|\s(?:per\scent|percent)\b)"
_UP: Final = (
    "up|rose|risen|rise|rises|rising|increase|increased|increases|increasing|grew|grown|grow|grows"
    "|growth|growing|jump"
    "|jumped|climbed|climb|gain|gained|gains|surge|surged|soared|higher|more|hausse|augmentation"
    "|raised|improved"
)
_DOWN: Final = (
    "down|fell|fallen|fall|falls|falling|decrease|decreased|decreases|decreasing|drop|dropped"
    "|drops|decline"
    "|declined|declines|cut|cuts|reduced|reduction|reduces|lower|lowered|fewer|less|shrank|shrunk"
    "|shrinking|plunged"
    "|slashed|baisse|recul|diminution|sank|dipped"
)
_RANK: Final = re.compile(
    r"\b(?:rank\w*|place\w*|position\w*|table|standings|index|seed\w*|league|list|golf|handicap"
    r"|level \d|grade|age"
    r"|floor|chapter|page|volume|rate of|time|minutes?|seconds?|hours?|days?|weeks?|a\.?m|p\.?m"
    r"|o'clock|scale)\b"
)
_SLACK: Final = 1.5
_REACH: Final = 70


@dataclass(frozen=True, slots=True)
class _Change:
    """“from A to B” with whether both are percentages, and where it stands."""

    span: Span
    old: Figure
    new: Figure
    percent: bool

    @property
    def bounds(self) -> tuple[float, float]:
        """The smallest and the largest change in percent that the two numbers allow."""
        (old_low, old_high), (new_low, new_high) = self.old.means, self.new.means
        old_low = max(old_low, 1e-9)
        return 100 * (new_low / old_high - 1), 100 * (new_high / old_low - 1)


@lru_cache(maxsize=1)
def _from_to() -> re.Pattern[str]:
    old, new = figures.pattern("old_"), figures.pattern("new_")
    noun = r"(?:\s[a-zà-ÿ-]+){0,3}?"
    when = r"(?:\s(?:in|during|en)\s(?:[a-z]+\s)?\d{4})?"
    tail = rf"(?:{_PERCENT})?"
    back = figures.pattern("back_"), figures.pattern("forth_")
    return re.compile(
        rf"\b(?:from|de)\s{old}(?P<old_percent>{_PERCENT})?{noun}{when},?\s(?:to"
        rf"|à)\s{new}(?P<new_percent>{_PERCENT})?"
        rf"|\bto\s{back[1]}(?P<forth_percent>{_PERCENT})?{noun}{when},?\s(?:up\s"
        rf"|down\s)?from\s{back[0]}{tail}"
    )


@lru_cache(maxsize=1)
def _percentage() -> re.Pattern[str]:
    number = figures.pattern("p_", worded=False)
    return re.compile(
        rf"\b(?P<verb>{_UP}|{_DOWN})\s(?:of\s|by\s|de\s|d'|in\s\w+\sof\s)?(?:an?\s)?{number}"
        rf"(?:(?P<percent>{_PERCENT})|\s(?P<points>(?:percentage\s)?points?|pp))"
        rf"|{number.replace('p_', 'q_')}(?:(?P<percent2>{_PERCENT})"
        rf"|\s(?P<points2>(?:percentage\s)?points?|pp)|-(?P<points3>point))"
        rf"(?:\s[a-z]+)?\s(?P<noun>{_UP}|{_DOWN})\b"
        rf"|(?P<sign>[+−-]){number.replace('p_', 'r_')}(?:(?P<percent3>{_PERCENT})"
        rf"|\s(?P<points4>(?:percentage\s)?points?|pp))"
    )


def _found(text: str) -> Iterator[_Change]:
    for match in _from_to().finditer(text):
        forward = match.group("old_digits") or match.group("old_word")
        names = ("old_", "new_") if forward else ("back_", "forth_")
        old, new = (figures.read(match, name) for name in names)
        if old is None or new is None or old.value <= 0 or new.value < 0:
            continue
        percent = bool(match.group("new_percent") or match.group("forth_percent"))
        if percent:
            old, new = (_rounded(one) for one in (old, new))
        elif (
            _scale(match, names[1]) and not _scale(match, names[0]) and old.value < new.value / 1e3
        ):
            factor = figures.SCALES[match.group(f"{names[1]}scale")]  # “from 2 to 3 million”
            old = figures.Figure(old.span, old.value * factor, factor / 2, old.about)
        yield _Change(Span(match.start(), match.end()), old, new, percent)


def _scale(match: re.Match[str], prefix: str) -> bool:
    return bool(match.group(f"{prefix}scale"))


def _rounded(one: Figure) -> Figure:
    return figures.Figure(one.span, one.value, max(one.half, 0.5), one.about)


def _is_down(word: str) -> bool:
    return re.fullmatch(_DOWN, word) is not None


def changes(document: Document) -> Iterator[Hit]:
    """Yield percentages that are not those of “from A to B” beside them."""
    text = document.folded
    for change in _found(text):
        sentence = document.sentence_at(change.span.start)
        begin = max(sentence.start, change.span.start - _REACH)
        end = min(max(sentence.end, change.span.end), change.span.end + _REACH)
        for match in _percentage().finditer(text, begin, end):
            if match.end() > change.span.start and match.start() < change.span.end:
                continue
            prefix = next(p for p in ("p_", "q_", "r_") if match.group(f"{p}digits"))
            said = figures.read(match, prefix)
            if said is not None and not _between(text, change, match):
                yield from _judge(document, change, match, said)
                break


def _between(text: str, change: _Change, match: re.Match[str]) -> bool:
    """Tell whether another number stands between the change and the percentage."""
    gap = text[change.span.end : match.start()] or text[match.end() : change.span.start]
    return bool(re.search(r"\d|\band\b|\bwhile\b|\bbut\b|;", gap))


def _judge(
    document: Document, change: _Change, match: re.Match[str], said: Figure
) -> Iterator[Hit]:
    groups = match.groupdict()
    points = any(groups[name] for name in ("points", "points2", "points3", "points4"))
    word = groups["verb"] or groups["noun"] or ""
    down = _is_down(word) or groups["sign"] in ("−", "-")
    said_low, said_high = _rounded(said).means
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
    if low - _SLACK <= said_high and said_low <= high + _SLACK:
        return
    yield _wrong(document, change, said, points=points, difference=difference)


def _wrong(
    document: Document, change: _Change, said: Figure, *, points: bool, difference: float
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


@lru_cache(maxsize=1)
def _moving() -> re.Pattern[str]:
    up = (
        "rose|risen|increased|grew|grown|jumped|climbed|surged|soared|rising|growing|went up|raised"
    )
    down = (
        "fell|fallen|decreased|dropped|declined|shrank|plunged|reduced|lowered|falling|went down"
        "|slashed|sank"
    )
    return re.compile(rf"\b(?P<move>{up}|{down})\b[^.;!?\d]{{0,40}}$")


def directions(document: Document) -> Iterator[Hit]:
    """Yield rises from more to less, and falls from less to more."""
    text = document.folded
    for change in _found(text):
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
        down = _is_down(move.group("move")) or move.group("move") in ("went down", "lowered")
        wrong = change.new.value > change.old.value if down else change.new.value < change.old.value
        if wrong:
            start = sentence.start + move.start("move")
            span = Span(start, start + len(move.group("move")))
            old, new = (one.span.of(document.text) for one in (change.old, change.new))
            which = "more" if down else "less"
            yield Hit(span, {"truth": f"{new} is {which} than {old}"})


_TIMES: Final = {
    "doubled": (2, 1.85, 2.35), "doubling": (2, 1.85, 2.35), "tripled": (3, 2.7, 3.5),
    "trebled": (3, 2.7, 3.5), "tripling": (3, 2.7, 3.5), "quadrupled": (4, 3.6, 4.7),
    "halved": (0.5, 0.44, 0.56), "halving": (0.5, 0.44, 0.56), "twofold": (2, 1.85, 2.35),
    "threefold": (3, 2.7, 3.5), "fourfold": (4, 3.6, 4.7), "fivefold": (5, 4.5, 5.7),
    "tenfold": (10, 9, 11.5),
}  # fmt: skip
_MULTIPLE: Final = re.compile(
    r"\b(?P<about>nearly\s|almost\s|more than\s|over\s|about\s|roughly\s|not quite\s)?(?P<word>"
    + "|".join(_TIMES)
    + r")\b"
)


def multiples(document: Document) -> Iterator[Hit]:
    """Yield “doubled” and the like where “from A to B” beside it is no such multiple."""
    text = document.folded
    for change in _found(text):
        sentence = document.sentence_at(change.span.start)
        for match in _MULTIPLE.finditer(text, sentence.start, max(sentence.end, change.span.end)):
            gap = text[match.end() : change.span.start] + text[change.span.end : match.start()]
            if len(gap) > _REACH or re.search(r"\d|;|\band\b", gap):
                continue
            times, low, high = _TIMES[match.group("word")]
            about = (match.group("about") or "").strip()
            low, high = _loosened(about, times, low, high)
            (old_low, old_high), (new_low, new_high) = change.old.means, change.new.means
            if new_high / max(old_low, 1e-9) >= low and new_low / old_high <= high:
                continue
            ratio = change.new.value / change.old.value
            old, new = (one.span.of(document.text) for one in (change.old, change.new))
            truth = f"From {old} to {new} is {ratio:.2g} times as much"
            yield Hit(Span(match.start("word"), match.end()), {"truth": truth})


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
    r"|saving)\s(?:(?:our|the|their|its|[a-z]+)\s){0,3}?(?:by\s|of\s)?"
    r"(?:an?\s)?(?:about\s|nearly\s|over\s|more than\s|almost\s|up to\s"
    r"|around\s)?(?P<a>\d{3,}(?:[.,]\d+)?)(?:\s?%|\s(?:per\scent|percent)\b)"
    r"|(?P<b>\d{3,}(?:[.,]\d+)?)(?:\s?%|\s(?:per\scent|percent)\b)\s(?:less|fewer|lower|cheaper"
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
