"""Numbers whose form cannot be read: 5,000,00, “$3 billion million”, “1.5 million (1,500)”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.lazily import Pattern
from postlint.model import Fix, Hit, Severity
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_GROUPED: Final = Pattern(
    r"(?<![\w.,/#:-])(?<!\d\s)(?P<money>[$€£¥]\s?)?(?P<number>\d+(?:[.,]\d+)+)(?![\w/])"
)
_RIGHT: Final = Pattern(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+\.\d+")
_DATE: Final = Pattern(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})")
_LIST: Final = Pattern(r"\d{1,2}(?:,\d{1,2})+|\d{4}(?:,\d{4})+|\d+,\d")
_INDIAN: Final = Pattern(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_RUPEES: Final = Pattern(r"\b(?:lakh|crore|rupees?|inr|rs)\b|₹")
_FRENCH: Final = Pattern(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_MILLIONS: Final = Pattern(r"[1-9]\d{0,2}(?:\.000){2,}")
_LABEL: Final = Pattern(r"\b(?:tel|phone|fax|call|lat|long|latitude|longitude|gps)\b[.:]?\s?$")
_COMMA: Final = Pattern(
    r"[$€£](?P<number>\d{1,3},\d{1,2})(?=\s?(?:thousand|million|billion|trillion|bn|mn|m)\b)"
)
_SHORTEST: Final = 4
_CENTS: Final = 2


def malformed(document: Document) -> Iterator[Hit]:
    """Yield numbers that are grouped as no English reader groups them."""
    for match in _GROUPED.finditer(document.masked):
        number = match.group("number")
        digits = re.sub(r"\D", "", number)
        if _RIGHT.fullmatch(number) or len(digits) < _SHORTEST or number.startswith("0,"):
            continue
        if _DATE.fullmatch(number) or _LIST.fullmatch(number):
            continue
        if "," not in number and not match.group("money") and not _MILLIONS.fullmatch(number):
            continue  # telephone numbers, versions and addresses have dots
        if _LABEL.search(document.folded[max(0, match.start() - 12) : match.start()]):
            continue
        if _INDIAN.fullmatch(number) and _RUPEES.search(document.folded):
            continue
        span = Span(*match.span("number"))
        reading = _reading(number)
        values = {"truth": f"“{number}” is grouped as no number is", "right": reading}
        if reading:
            values["truth"] += f"; {reading} perhaps"
        fixes = (Fix(span, reading),) if reading else ()
        yield Hit(span, values, fixes)


def commas(document: Document) -> Iterator[Hit]:
    """Yield “$3,2 million”, with a comma for the point."""
    for match in _COMMA.finditer(document.folded):
        span = Span(*match.span("number"))
        right = match["number"].replace(",", ".")
        truth = f"“{match['number']}” is {right} in English"
        yield Hit(span, {"truth": truth, "right": right}, (Fix(span, right),))


def _reading(number: str) -> str:
    """Return the number as it was probably meant, empty where two readings are as likely."""
    if _FRENCH.fullmatch(number):
        whole, _, cents = number.partition(",")
        return f"{int(whole.replace('.', '')):,}" + (f".{cents}" if cents else "")
    if _INDIAN.fullmatch(number):
        whole, _, cents = number.partition(".")
        return f"{int(whole.replace(',', '')):,}" + (f".{cents}" if cents else "")
    if number.count(".") == 0 and len(number.rsplit(",", 1)[1]) == _CENTS:
        whole, _, cents = number.rpartition(",")
        if _RIGHT.fullmatch(whole):
            return f"{whole}.{cents}"
    return ""


_TWICE: Final = Pattern(
    r"(?P<number>\d[\d,.]{0,30})\s?(?P<first>thousand|million|billion|trillion|bn|mn"
    r"|[mbk])\s(?P<second>million|billion|trillion|thousand|bn|mn)\b"
)
_AND_SCALE: Final = Pattern(
    r"[$€£](?P<number>\d{1,3}(?:,000)(?:,000)+)\s(?:million|billion|trillion)\b"
)
_OLD: Final = {("thousand", "million"), ("million", "million"), ("thousand", "billion")}


def double_scales(document: Document) -> Iterator[Hit]:
    """Yield orders of magnitude that are written twice."""
    for match in _AND_SCALE.finditer(document.folded):
        span = Span(match.start("number"), match.end())
        yield Hit(span, {"truth": f"“{span.of(document.text)}” says two magnitudes"})
    for match in _TWICE.finditer(document.folded):
        pair = match.group("first"), match.group("second")
        if pair in _OLD:
            continue
        span = Span(match.start("first"), match.end())
        yield Hit(span, {"truth": f"“{span.of(document.text)}” says two magnitudes"})


_RESTATED: Final = Pattern(
    r"(?<![\w.,])(?P<value>\d+(?:\.\d+)?)\s?(?P<scale>thousand|million|billion"
    r"|trillion)(?:\s(?:dollars|euros|people))?\s?"
    r"\((?:[a-z]{0,3}\$|€|£)?(?P<again>\d{1,3}(?:,\d{3})+|\d{3,})\)"
)
_AGAIN: Final = Pattern(
    rf"(?<![\w-])(?P<word>{figures.spelled_out()})"
    r"\s\((?P<digits>\d{1,3})\)\s(?!and\b|or\b|to\b)[a-z]{3,}"
)
_ENTITLED: Final = Pattern(
    r"\b(?:grade|chapter|article|class|level|number|no|page|aged?|part|room|resolution|scene|act)\s$"
)
_MANY: Final = 0.6
_YEARS: Final = range(1900, 2101)


def restated(document: Document) -> Iterator[Hit]:
    """Yield “1.5 million (1,500)”: the same number twice, and not the same."""
    for match in _RESTATED.finditer(document.folded):
        value, again = match.group("value"), match.group("again")
        if "," not in again and int(again) in _YEARS:
            continue
        number = float(value) * figures.SCALES[match.group("scale")]
        half = figures.last_digit(value, figures.SCALES[match.group("scale")]) * _MANY
        if abs(number - int(again.replace(",", ""))) <= half:
            continue
        span = Span(*match.span("again"))
        right = figures.spell(number)
        truth = f"{value} {match.group('scale')} is {right}"
        yield Hit(span, {"truth": truth, "right": right}, (Fix(span, right),))


def retold(document: Document) -> Iterator[Hit]:
    """Yield “forty (14) schools”: a number in words and in digits, and not the same."""
    if "(" not in document.folded:
        return
    for match in _AGAIN.finditer(document.folded):
        right = figures.words()[match["word"]]
        before = document.folded[max(0, match.start() - 15) : match.start()]
        if int(match["digits"]) != right and not _ENTITLED.search(before):
            span = Span(*match.span("digits"))
            truth = f"“{match['word']}” is {right}, not {match['digits']}"
            yield Hit(span, {"truth": truth, "right": str(right)}, (), Severity.WARNING)
