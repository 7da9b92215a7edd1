"""Parts and wholes: “3 of 4 (60 %)”, shares over a hundred, sums that are written out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_PERCENT: Final = r"(?:\s?%|\s(?:per\scent|percent)\b)"
_FRACTIONS: Final = {
    "half": (50, 3), "a third": (33.3, 3.4), "one third": (33.3, 3.4), "one-third": (33.3, 3.4),
    "two thirds": (66.7, 3.4), "two-thirds": (66.7, 3.4), "a quarter": (25, 2.6),
    "one quarter": (25, 2.6), "one-quarter": (25, 2.6), "three quarters": (75, 3),
    "three-quarters": (75, 3), "a fifth": (20, 2.3), "one fifth": (20, 2.3), "one-fifth": (20, 2.3),
    "a tenth": (10, 1.2), "four fifths": (80, 3), "four-fifths": (80, 3), "two fifths": (40, 3),
    "two-fifths": (40, 3), "three fifths": (60, 3), "three-fifths": (60, 3),
}  # fmt: skip
_ABOUT: Final = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|over|more than|less than|some|fewer than"
    r"|just (?:over|under)|close to|at least"
    r"|up to|well over|under|approximately)\s(?:\w+\s)?$"
)
_LOOSE: Final = 6.0
_SMALL: Final = 10
_ROUND: Final = 1.0


@lru_cache(maxsize=1)
def _ratio() -> re.Pattern[str]:
    number = "|".join(sorted(figures.words(), key=len, reverse=True))
    part = rf"(?P<part>\d[\d,]*|{number})"
    whole = rf"(?P<whole>\d[\d,]*|{number})"
    fraction = "|".join(sorted(_FRACTIONS, key=len, reverse=True))
    percent = rf"(?P<percent>\d+(?:\.\d+)?)(?P<sign>{_PERCENT})"
    noun = r"(?:\s[a-zà-ÿ'-]+){0,4}?"
    return re.compile(
        rf"(?<![\w.,$-])(?:{part}\s(?P<link>of|in|out\sof)\s(?:the\s|our\s|every\s|its\s"
        rf"|their\s)?{whole}"
        rf"|(?P<fraction>{fraction}))(?![\w.])(?!\s(?:million|billion|thousand"
        rf"|hundred)){noun},?\s?(?:\(|[–—-]\s?|,\sor\s|or\s)(?:or\s|i\.e\.,?\s|that's\s|about\s"
        rf"|nearly\s|almost\s)?{percent}"
    )


@lru_cache(maxsize=1)
def _turned() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,])(?P<percent>\d+(?:\.\d+)?)(?P<sign>{_PERCENT})\s?\((?P<part>\d[\d,]*)\s(?P<link>of|in|out\sof)\s(?:the\s)?(?P<whole>\d[\d,]*)"
    )


def _number(text: str) -> float:
    return float(figures.words().get(text, 0) or text.replace(",", ""))


def ratios(document: Document) -> Iterator[Hit]:
    """Yield percentages that are not those of the parts beside them."""
    text = document.folded
    if "%" not in text and "cent" not in text:
        return
    matches = [*_ratio().finditer(text), *_turned().finditer(text)]
    for match in matches:
        groups = match.groupdict()
        fraction = groups.get("fraction")
        if fraction:
            true, slack = _FRACTIONS[fraction]
        else:
            part, whole = _number(groups["part"]), _number(groups["whole"])
            if whole <= 0 or part > whole:
                continue
            true, slack = 100 * part / whole, _tolerance(part, whole, groups["link"])
        if _ABOUT.search(text[max(0, match.start() - 25) : match.start()]):
            slack = max(slack, _LOOSE)
        if "about" in match.group() or "nearly" in match.group() or "almost" in match.group():
            slack = max(slack, _LOOSE)
        said = float(groups["percent"])
        if abs(said - true) <= slack:
            continue
        span = Span(match.start("percent"), match.end("sign"))
        words = fraction or f"{groups['part']} {groups['link']} {groups['whole']}"
        fix = Fix(Span(*match.span("percent")), f"{true:.0f}")
        yield Hit(span, {"truth": f"{words[:1].upper()}{words[1:]} is {true:.0f} %"}, (fix,))


def _tolerance(part: float, whole: float, link: str) -> float:
    """“1 in 5” is rounded to the whole, “3 of 4 towns” is counted."""
    if link == "of" or whole > _SMALL:
        return _ROUND
    share = 100 * part / whole
    return max(_ROUND, min(3.0, abs(share - 100 * part / (whole - 0.5))))


_SHARE: Final = re.compile(
    rf"(?<![\w.,-])(?P<share>\d{{1,3}}(?:\.\d+)?){_PERCENT}\s?(?P<what>[a-zà-ÿ'’ -]{{0,40}})"
)
_WHOLE: Final = re.compile(
    r"\b(?:of (?:our|the|all|its|their|every|canada's) [a-z' ]{2,40}|made up of|consists? of"
    r"|comes? from|breakdown|mix|split"
    r"|budget|electricity|energy mix|composition|divided|shares?|where (?:it|the money"
    r"|your money) goes|spent on|goes to|population)\b"
)
_SEVERAL: Final = re.compile(
    r"\b(?:several answers|multiple|more than one|survey|poll|chose|choose|each|respectively"
    r"|compared|versus|vs|than|up|down"
    r"|rose|fell|increase|increased|growth|grew|by 20\d\d|target|in 20\d\d|from|at least|nearly"
    r"|overlap|also|both|years?|rate|rates"
    r"|women|girls|men|boys|youth|voted|agree|support|believe|say|think|want|trust|discount|off"
    r"|more|less|higher|lower)\b"
)
_PAIRS: Final = (
    (
        {"yes", "for", "in favour", "in favor", "voted yes", "said yes"},
        {"no", "against", "voted no", "said no", "opposed"},
    ),
)
_ALL: Final = 100
_ENOUGH: Final = 3


def shares(document: Document) -> Iterator[Hit]:
    """Yield lists of shares of one whole that add up to more than it."""
    for sentence in document.sentences:
        text = document.folded[sentence.start : sentence.end]
        found = list(_SHARE.finditer(text))
        if len(found) < 2 or not _listed(text, found):  # noqa: PLR2004 - a list has two
            continue
        total = sum(float(match.group("share")) for match in found)
        # Each share may be rounded up by half a point.
        if total <= _ALL + max(1.0, len(found) / 2):
            continue
        span = Span(sentence.start + found[0].start(), sentence.start + found[-1].start("what"))
        listed = " + ".join(match.group("share") for match in found)
        trimmed = span.of(document.text).rstrip()
        yield Hit(
            Span(span.start, span.start + len(trimmed)),
            {"truth": f"{listed} = {figures.spell(total, 1)} %"},
        )


def _listed(text: str, found: list[re.Match[str]]) -> bool:
    """Tell a list of parts of one whole from percentages of different things."""
    ends = [match.start("what") for match in found]
    gaps = [text[end : match.start()] for end, match in zip(ends, found[1:], strict=False)]
    if any(len(gap) > 45 or " of " in gap for gap in gaps):  # noqa: PLR2004 - a few words each
        return False
    if len(found) == 2:  # noqa: PLR2004 - yes and no
        first, second = (
            re.sub(r"^(?:of \w+ )?(?:are |is )?", "", m.group("what").strip()) for m in found
        )
        first = re.sub(r"(?:,? and|,)$", "", first).strip()
        return any(first in yes and second.split(" ")[0] in no for yes, no in _PAIRS)
    return len(found) >= _ENOUGH and bool(_WHOLE.search(text)) and not _SEVERAL.search(text)


_SAME: Final = 1e-6
_SUM: Final = re.compile(
    r"(?<![\w.,+*/×-])(?P<left>\d[\d,]*(?:\.\d+)?(?:\s?\+\s?\d[\d,]*(?:\.\d+)?){1,20})"
    r"\s?=\s?(?P<total>\d[\d,]*(?:\.\d+)?)(?![\w%])"
)
_TOTAL: Final = re.compile(
    r"(?<![\w.,$])(?P<total>\d{1,4})\s(?P<noun>[a-zà-ÿ'’-]+(?:\s[a-zà-ÿ'’-]+)?)\s?(?::|–|—|,|\()\s?"
    r"(?P<a>\d{1,4})\s(?P<a_noun>[a-zà-ÿ'’ -]{2,30}?)\s?"
    r"(?:,\s?(?P<b>\d{1,4})\s(?P<b_noun>[a-zà-ÿ'’ -]{2,30}?)\s?)?"
    r"(?:,\s?)?(?:and|et|&)\s(?P<c>\d{1,4})\s(?P<c_noun>[a-zà-ÿ'’-]+)(?=[\s.,!?)]|$)"
)
_PEOPLE: Final = re.compile(
    r"\b(?:women|men|girls|boys|adults|children|gold|silver|bronze|dogs|cats|wins|losses|draws"
    r"|students|teachers|provinces|territories)\b"
)


def sums(document: Document) -> Iterator[Hit]:
    """Yield sums that are written out and wrong, and parts that do not make their whole."""
    for match in _SUM.finditer(document.folded):
        parts = [float(one.replace(",", "")) for one in re.split(r"\s?\+\s?", match.group("left"))]
        total = float(match.group("total").replace(",", ""))
        if abs(sum(parts) - total) > _SAME:
            right = figures.spell(sum(parts), 2)
            span = Span(*match.span("total"))
            yield Hit(span, {"truth": f"{match.group('left')} = {right}"}, (Fix(span, right),))
    for match in _TOTAL.finditer(document.folded):
        parts = [int(match.group(name)) for name in ("a", "b", "c") if match.group(name)]
        nouns = f"{match.group('a_noun')} {match.group('c_noun')}"
        total = int(match.group("total"))
        if _PEOPLE.search(nouns) and sum(parts) > total and len(_PEOPLE.findall(nouns)) > 1:
            listed = " + ".join(map(str, parts))
            span = Span(*match.span("total"))
            yield Hit(span, {"truth": f"{listed} = {sum(parts)}, not {total}"})
