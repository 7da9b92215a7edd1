"""Shares of one whole that add up to more than it, and shares above a hundred percent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.lazily import Pattern
from postlint.model import Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_PERCENT: Final = r"(?:\s?%|\s(?:per\scent|percent)\b)"
_SHARE: Final = Pattern(
    rf"(?<![\w.,-])(?P<share>\d{{1,3}}(?:\.\d+)?){_PERCENT}\s?(?P<what>[a-zà-ÿ'’ -]{{0,40}})"
)
_WHOLE: Final = Pattern(
    r"\b(?:of (?:our|the|all|its|their|every|canada's) [a-z' ]{2,40}|made up of|consists? of"
    r"|comes? from|breakdown|mix|split"
    r"|budget|electricity|energy mix|composition|divided|shares?|where (?:it|the money"
    r"|your money) goes|spent on|goes to|population)\b"
)
_SEVERAL: Final = Pattern(
    r"\b(?:several answers|multiple|more than one|survey|poll|chose|choose|each|respectively"
    r"|compared|versus|vs|than|up|down"
    r"|rose|fell|increase|increased|growth|grew|by 20\d\d|target|in 20\d\d|from|at least|nearly"
    r"|overlap|also|both|years?|rate|rates"
    r"|women|girls|men|boys|youth|voted|agree|support|believe|say|think|want|trust|discount|off"
    r"|more|less|higher|lower)\b"
)
_PAIRS: Final = (
    ("yes|for|in favou?r", "no|against|opposed"), ("agree|agreed", "disagree|disagreed"),
    ("support|supported|supporters", "oppose|opposed|opponents"), ("women", "men"),
    ("female", "male"), ("girls", "boys"), ("urban", "rural"), ("satisfied", "dissatisfied"),
    ("renewable|renewables", "fossil|fossils"),
)  # fmt: skip
"""Answers and parts of which nobody and nothing is both."""
_LEAD: Final = Pattern(
    r"^(?:of (?:our|the|all|its|their|those|them) (?:[a-z]+ )?)?(?:are |is |were |was |voted |said "
    r"|say |do |does )?"
)
_RATE: Final = Pattern(
    r"\b(?:rates?|literacy|turnout|vaccinat\w+|employ\w+|finish|complete[ds]?|can|have|has|read|attend"
    r"|passed|participat\w+|among|by gender|graduat\w+|enrol\w+|approval|satisfaction|several"
    r"|multiple|up|down|rose|fell|year|years)\b"
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
    if _is_opposed([match.group("what") for match in found]) and not _RATE.search(text):
        return True
    return len(found) >= _ENOUGH and bool(_WHOLE.search(text)) and not _SEVERAL.search(text)


def _is_opposed(whats: list[str]) -> bool:
    """Tell “60 % yes, 45 % no”: the parts begin with two answers that exclude each other."""
    heads = [re.sub(r"(?:,? and|,)$", "", _LEAD.sub("", what.strip())).strip() for what in whats]
    if any(re.search(r"\b(?:in|of|from) (?!total)", head) for head in heads[:-1]):
        return False
    firsts = [" ".join(head.split(" ")[:2]) for head in heads]
    return any(
        any(re.fullmatch(rf"(?:{one})(?: .*)?", head) for head in firsts)
        and any(re.fullmatch(rf"(?:{other})(?: (?!in ).*)?", head) for head in firsts)
        for one, other in _PAIRS
    )


_OVER: Final = Pattern(
    rf"(?<![\w.,-])(?P<share>[1-9]\d{{2}}(?:\.\d+)?){_PERCENT}\sof\s(?:all\s|the\s|our\s|its\s|their\s"
    r"|every\s)?(?:adult\s|young\s|eligible\s|registered\s|local\s)?(?P<who>canadians|people|women|men"
    r"|children|girls|boys|voters|students|pupils|respondents|citizens|residents|households|countries"
    r"|embassies|missions|schools|staff|employees|visitors|participants|teachers|families|population"
    r"|applicants|delegates|observers|seats|territory)\b"
    rf"|\bturnout\s(?:of|was|is|reached|hit|stood\sat)\s(?P<turnout>[1-9]\d{{2}}(?:\.\d+)?){_PERCENT}"
)
_EXCEEDING: Final = Pattern(
    r"\b(?:target|goal|capacity|quota|planned|expected|level|compared|last year|income|wages?"
    r"|salar\w+|average|budget|gdp|commit\w*|give|gives|effort|energy|more|size)\b"
)


def over(document: Document) -> Iterator[Hit]:
    """Yield “150 % of Canadians”: more than all of those of whom there are only so many."""
    for match in _OVER.finditer(document.folded):
        group = "share" if match["share"] else "turnout"
        sentence = document.sentence_at(match.start()).of(document.folded)
        if float(match[group]) <= _ALL or _EXCEEDING.search(sentence):
            continue
        span = Span(match.start(group), match.end("who" if match["who"] else group))
        yield Hit(span, {"truth": f"100 % is all of them; {match[group]} % is more"})
