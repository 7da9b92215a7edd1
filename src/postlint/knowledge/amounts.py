"""Figures: a number beside a subject of the sheet that is not the subject's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint import figures
from postlint.knowledge import units
from postlint.knowledge.telling import contradiction
from postlint.lazily import Pattern
from postlint.lexicon import Lexicon, Spot, fold, longest
from postlint.options import expand
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.document import Document
    from postlint.facts import Facts, Figure
    from postlint.model import Hit

_ELSEWHEN: Final = Pattern(
    r"\b(?:was|were|had|used to|last year|in|since|by|until|of|for|from) (?:19|20)\d\d\b"
    r"|\bnot\b|\bno longer\b|\bnext year\b|\blast year\b|\bused to\b|\bonce\b"
)
_PERCENT: Final = Pattern(r"\s?%|\sper\s?cent\b|\spour\scent\b")
_MONEY_BEFORE: Final = Pattern(r"[a-z]{0,3}(?P<sign>[$€£¥])\s?$")
_MONEY_AFTER: Final = Pattern(
    r"\s(?:(?:canadian|us|american)\s)?(?:(?P<dollar>dollars?|cad|usd)|(?P<euro>euros?)"
    r"|(?P<pound>pounds?\b))\b|\s?(?P<sign>[$€£])"
)
_SIGNS: Final = {"dollar": "$", "euro": "€", "pound": "£"}
_CURRENCIES: Final = {
    "$": "$", "dollars": "$", "dollar": "$", "cad": "$", "usd": "$", "c$": "$", "ca$": "$",
    "us$": "$", "€": "€", "euros": "€", "euro": "€", "eur": "€", "£": "£", "pounds": "£",
    "gbp": "£",
}  # fmt: skip
_NO_COUNT: Final = Pattern(
    r"\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|[:h]\d|\s?[ap]\.?m\b|(?:st|nd|rd|th)\b"
    r"|\s?[/–-]\s?\d|\s?m\b"
)
_LABEL: Final = Pattern(
    r"\b(?:page|room|no\.?|nr|phase|class|grade|article|step|day|top|round|chapter|level|section"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\s$"
)
_APART: Final = Pattern(
    r"\b(?:of|for|from|with|in|to|and|by|on|at|per|new|more|other|additional|another|extra|who"
    r"|which|that|or|our first|de|des|pour)\b|[.;!?()]"
)
_REACHED: Final = Pattern(
    r"\b(?:rose|risen|grew|grown|fell|fallen|stands?|stood|increased?|went|gone|came|come|up|down"
    r"|amounts?|reach(?:es|ed)?)\s(?:now\s)?(?:to|at)\s(?:[\w%]+\s){0,2}$"
)
_NOUN_AFTER: Final = Pattern(
    r"\s(?!(?:in\s(?:all|total|number)|this|now|altogether|overall|available|strong|and|but|or"
    r"|as|so|places|seats|of\sthem|each|every|today|a\syear|per)\b)[a-zà-ÿ]"
)
_PART: Final = Pattern(
    r"\b(?:went|go|goes|are\sfor|is\sfor|reserved|left|remain\w*|still|already|taken|of\sthem)\b"
)
_OVER: Final = frozenset(
    {"over", "more than", "at least", "just over", "well over", "above", "plus de", "a little over"}
)
_UNDER: Final = frozenset({"less than", "under", "fewer than", "below", "up to", "moins de"})
_PERCENTS: Final = frozenset({"%", "percent", "per cent"})
_NEAR: Final = 7
_YEAR: Final = Pattern(r"(?:19|20)\d\d")


class Number(NamedTuple):
    """A number of the text: how it is written, and what it counts."""

    span: Span
    figure: figures.Figure
    sign: str
    percent: bool


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(figures.pattern("n"))


def _numbers(document: Document, within: Span) -> Iterator[Number]:
    """Yield the numbers of a stretch of text; “one” is a pronoun too often to count."""
    folded = document.folded
    for match in _pattern().finditer(folded, within.start, within.end):
        figure = figures.read(match, "n")
        if figure is None or figure.span.of(folded) == "one":
            continue
        start, end = figure.span.start, figure.span.end
        before = _MONEY_BEFORE.search(folded[max(0, start - 6) : start])
        after = _MONEY_AFTER.match(folded, end)
        sign = ""
        if before:
            sign, start = before["sign"], start - len(before.group().lstrip())
        elif after:
            sign = after["sign"] or _SIGNS[after.lastgroup or "dollar"]
        percent = _PERCENT.match(folded, end)
        span = Span(start, percent.end() if percent else end)
        yield Number(span, figure, sign, bool(percent))
        if match["nscale"] == "m" and not sign:
            yield _in_metres(figure, folded)


def _in_metres(figure: figures.Figure, folded: str) -> Number:
    """Return “932 m” read as metres, where the other reading is millions."""
    digits = figure.span.of(folded).removesuffix("m").rstrip()
    span = Span(figure.span.start, figure.span.start + len(digits))
    value, half = figure.value / figures.SCALES["m"], 0.5 if "." not in digits else 0.05
    return Number(span, figures.Figure(span, value, half, figure.about), "", percent=False)


def _agrees(known: Figure, number: figures.Figure) -> bool:
    """Tell whether an honest writer who knows the figure may write so."""
    low, high = known.value - known.tolerance - 1e-9, known.value + known.tolerance + 1e-9
    if known.unit == "year":
        return low <= number.value <= high
    if number.about in _OVER and number.value <= high:
        return True
    if number.about in _UNDER and number.value >= low:
        return True
    least, most = number.means
    return least <= high and most >= low


def _is_of_kind(known: Figure, number: Number, document: Document) -> bool:
    """Tell whether a number beside the subject counts in the figure's unit."""
    unit = fold(known.unit or "")
    folded, end = document.folded, number.figure.span.end
    if unit in _PERCENTS:
        return number.percent
    if unit in _CURRENCIES:
        return number.sign == _CURRENCIES[unit]
    written = number.span.of(document.text)
    year = bool(_YEAR.fullmatch(written))
    if unit == "year":
        return year
    if number.percent or number.sign:
        return False
    if unit:
        return bool(units.pattern(unit).match(folded, end))
    label = _LABEL.search(folded[max(0, number.span.start - 12) : number.span.start])
    return not (year or label or _NO_COUNT.match(folded, end))


def _of_kind(known: Figure, numbers: Sequence[Number], document: Document) -> Iterator[Number]:
    """Yield the numbers that count in the figure's unit, others of its measure converted."""
    for number in numbers:
        if _is_of_kind(known, number, document):
            yield number
        elif known.unit and not number.sign and not number.percent:
            figure = units.converted(number.figure, known.unit, document.folded)
            if figure is not None:
                yield number._replace(figure=figure)


def _shares(known: Figure, clause: Span, document: Document) -> Iterator[Number]:
    """Yield “one in four” where the figure is a percentage."""
    if fold(known.unit or "") in _PERCENTS:
        for figure in units.shares(document.folded, clause):
            yield Number(figure.span, figure, "", percent=True)


def _counts(number: Number, spot: Spot, document: Document, value: float) -> bool:
    """Tell whether a bare number counts the subject, and not something beside it."""
    folded = document.folded
    if number.span.end <= spot.start:
        between = folded[number.span.end : spot.start]
        behind = folded[spot.end : document.sentence_at(spot.start).end]
        part = number.figure.value < value and _PART.search(behind)
        return not (_APART.search(between) or part)
    between = folded[spot.end : number.figure.span.start]
    clear = not _APART.search(between) or _REACHED.search(between)
    return bool(clear) and not _NOUN_AFTER.match(folded, number.span.end)


def _clause(document: Document, spot: Spot) -> Span:
    """Return the sentence round a spot, no farther than the next semicolons."""
    sentence = document.sentence_at(spot.start)
    before = document.text.rfind(";", sentence.start, spot.start)
    after = document.text.find(";", spot.end, sentence.end)
    return Span(max(sentence.start, before + 1), sentence.end if after == -1 else after)


class Amounts:
    """Knows the figures, by every wording of their subjects."""

    def __init__(self, facts: Facts) -> None:
        """Spell out the alternatives of subjects; the longest subject that stands wins."""
        self._figures: dict[str, list[Figure]] = {}
        for figure in facts.figures:
            for subject in figure.subject:
                for form in expand(subject):
                    self._figures.setdefault(fold(form), []).append(figure)
        self._subjects = Lexicon(self._figures, folded=True)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield the number nearest to a subject that no figure of it allows."""
        seen: set[Span] = set()
        for spot in longest(self._subjects.find(document.folded)) if self._figures else ():
            clause = _clause(document, spot)
            subject = Span(spot.start, spot.end)
            numbers = [n for n in _numbers(document, clause) if not n.span.overlaps(subject)]
            found = [
                (figure, [*_of_kind(figure, numbers, document), *_shares(figure, clause, document)])
                for figure in self._figures[spot.literal]
            ]
            if any(_agrees(known, n.figure) for known, fitting in found for n in fitting):
                continue
            for known, fitting in found:
                number = _nearest(known, fitting, spot, document)
                if number is not None and number.span not in seen:
                    seen.add(number.span)
                    yield contradiction(number.span, _spelled(known), known.dated, document)


def _nearest(
    known: Figure, numbers: Sequence[Number], spot: Spot, document: Document
) -> Number | None:
    """Return the number that the post gives for a figure, none of which is the figure's.

    None where the sentence speaks of another time, of what is planned, or of
    what is not so.
    """
    if not known.unit:
        numbers = [n for n in numbers if _counts(n, spot, document, known.value)]
    if known.unit != "year" and _is_elsewhen(known, _clause(document, spot).of(document.folded)):
        return None

    def gap(number: Number) -> int:
        low, high = min(number.span.end, spot.end), max(number.span.start, spot.start)
        return len(document.words_in(low, high))

    nearest = min(numbers, key=gap, default=None)
    return nearest if nearest is not None and gap(nearest) <= _NEAR else None


def _is_elsewhen(known: Figure, clause: str) -> bool:
    """Tell whether a clause speaks of a year that is not the figure's own, or says no."""
    own = {str(known.dated.as_of.year), *_YEAR.findall(known.about)}
    return any(
        not match.group(0)[-4:].isdigit() or match.group(0)[-4:] not in own
        for match in _ELSEWHEN.finditer(clause)
    )


def _spelled(figure: Figure) -> str:
    """Return the figure as a person writes it: thousands parted, but not in years."""
    if figure.unit == "year":
        return f"{figure.about}: {figure.value:g}"
    unit = "" if figure.unit is None else figure.unit if figure.unit == "%" else f" {figure.unit}"
    value = f"{figure.value:,.0f}" if figure.value == int(figure.value) else f"{figure.value:,}"
    return f"{figure.about}: {value}{unit}"
