"""Counts of parts beside the count of their whole: “of the 120 observers, 70 are women …”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.model import Hit, Severity
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_COUNT: Final = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_NOUN: Final = r"(?P<noun>[a-zà-ÿ'’-]+(?:\s[a-zà-ÿ'’-]+){0,2}?)"
_WORD: Final = r"[a-zà-ÿ'’-]+"
_ITEM: Final = (
    rf"(?:{_COUNT})\s(?:(?:are|were|is|was|come|came|go|went)\s)?{_WORD}(?:\s{_WORD}){{0,3}}?"
)
_LIST: Final = rf"(?P<list>{_ITEM}(?:(?:,\s(?:and\s)?|\s?&\s|\sand\s){_ITEM}){{1,4}})"
_END: Final = r"(?=\s?(?:[).;:!?–—]|$)|,\s(?!\d)|\s(?:will|are|were|have|had|travel|took|take)\b)"
_SHAPES: Final = (
    Pattern(
        rf"\b(?:out\s)?of\s(?:the\s|our\s|its\s|these\s|their\s|all\s)?(?<![\d.,])(?P<total>{_COUNT})"
        rf"\s{_NOUN},\s{_LIST}{_END}"
    ),
    Pattern(
        rf"(?<![\w.,$€£-])(?P<total>{_COUNT})\s{_NOUN}\s?(?::|\(|–|—|,|,?\sincluding|,?\sof\swhom|,?\samong"
        rf"\sthem)\s?{_LIST}{_END}"
    ),
    Pattern(
        rf"\b{_NOUN}\sof\s(?P<total>{_COUNT})\s?(?:has|have|with|includes|include|:|,|\(|–|—)\s?{_LIST}{_END}"
    ),
    Pattern(
        rf"(?<![\w.,$€£-]){_LIST}(?::|\s=|\s[–—])\s(?:that's\s|makes\s)?(?P<total>{_COUNT})\s"
        r"(?P<noun>medals|in all|in total|people|visitors|guests|students|delegates|observers)\b"
    ),
)
_PART: Final = Pattern(
    rf"(?P<count>{_COUNT})\s(?:(?:are|were|is|was|come|came|go|went)\s)?(?P<what>[^\d]+)"
)
_EXCLUSIVE: Final = (
    ("women", "men"), ("girls", "boys"), ("adults", "children"), ("gold", "silver", "bronze"),
    ("wins", "draws", "losses"), ("dogs", "cats"), ("students", "teachers"),
    ("provinces", "territories"), ("civilians", "soldiers"), ("yes", "no"),
)  # fmt: skip
_FROM: Final = frozenset({"from", "in", "for"})
_LOOSE: Final = Pattern(
    r"\b(?:each|also|both|some of|several|multiple|overlap\w*|more than one|as well as|plus|joined"
    r"|per|respectively|twice)\b"
)
_MOST: Final = 6_000
_NUMBER: Final = Pattern(r"\d+")
_LISTED: Final = Pattern(r"(?:,\s(?:and\s)?|\s?&\s|\sand\s)\d")
"""What joins two parts, in every list of them."""
_FEWEST: Final = 3


def parts(document: Document) -> Iterator[Hit]:
    """Yield parts of a counted whole that are together more than it.

    People are women or men, medals gold or bronze: those are errors. Parts
    “in health” and “in schools” may be counted twice: a warning.
    """
    text = document.folded[:_MOST]
    if len(_NUMBER.findall(text)) < _FEWEST or not _LISTED.search(text):
        return
    seen: list[Span] = []
    for shape in _SHAPES:
        for match in shape.finditer(text):
            whole = Span(match.start(), match.end())
            sentence = document.sentence_at(match.start()).of(document.folded)
            if any(whole.overlaps(other) for other in seen) or _LOOSE.search(sentence):
                continue
            hit = _judged(match)
            if hit is not None:
                seen.append(whole)
                yield hit


def _judged(match: re.Match[str]) -> Hit | None:
    items = list(_PART.finditer(match["list"]))
    whats = [re.sub(r"(?:\s?&|,?\sand|,)\s*$", "", item["what"].strip()).strip() for item in items]
    counts = [int(item["count"].replace(",", "")) for item in items]
    total = int(match["total"].replace(",", ""))
    kind = next((one for one in _EXCLUSIVE if _are(one, whats)), None)
    prepositions = {what.split(" ")[0] for what in whats if " " in what}
    same = len(prepositions) == 1 and prepositions <= _FROM and all(" " in what for what in whats)
    medals = kind is not None and kind[0] == "gold" and len(whats) == len(kind)
    if kind and set(match["noun"].split(" ")) & set(kind):
        return None  # “5 gold, 4 silver and 3 bronze” begins with a part
    if not (kind or same) or not (sum(counts) > total or (medals and sum(counts) != total)):
        return None
    listed = " + ".join(f"{count:,}" for count in counts)
    truth = f"{listed} = {sum(counts):,}, not {match['total']}"
    severity = None if kind else Severity.WARNING
    return Hit(Span(*match.span("total")), {"truth": truth}, (), severity)


def _are(kinds: tuple[str, ...], whats: list[str]) -> bool:
    """Tell whether each part is one of the kinds, each of them once."""
    found = [next((kind for kind in kinds if what.split(" ")[0] == kind), None) for what in whats]
    return None not in found and len(set(found)) == len(found) > 1


_OUT_OF: Final = Pattern(
    rf"(?:^|[.!?,;:]\s)(?:out\s)?of\s(?:the\s|our\s|its\s|these\s|their\s)?(?P<total>\d{{1,6}})\s"
    rf"(?P<noun>{_WORD}),\s(?:only\s|women\shold\s|we\s[a-z]+\s)?(?P<part>\d{{1,6}})"
    r"(?=\s(?:were|was|are|is|have|has|had|came|won|passed|voted|attended|will|remain)\b|[.!]|$)"
    rf"|(?<![\w.,$€£#/-])(?P<part2>\d{{1,5}})\s(?:out\s)?of\s(?:our|these|those)\s(?P<total2>\d{{1,5}})\s"
    r"(?!st\b|nd\b|rd\b|th\b)[a-z]{3,}"
)
_YEARS: Final = range(1900, 2101)


def outnumbered(document: Document) -> Iterator[Hit]:
    """Yield “out of 10 applicants, 12 were accepted”: a part larger than its whole."""
    for match in _OUT_OF.finditer(document.folded):
        group, whole = ("part", "total") if match["part"] else ("part2", "total2")
        part, total = int(match[group]), int(match[whole])
        if part > total and part not in _YEARS:
            truth = f"{part} cannot be part of {total}"
            yield Hit(Span(*match.span(group)), {"truth": truth})
