"""Last year's year in a festive post that is used again: “Happy New Year 2026” for 2027."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from postlint.document import Document

_YEAR: Final = r"(?P<year>20\d\d)(?![\w-]|[.,]\d|/\d)"
_HAPPY: Final = r"(?:happy|merry|joyous|joyful|joyeux|joyeuse|bonne|blessed|wonderful|peaceful)"


def _shapes(*shapes: str) -> tuple[Pattern, ...]:
    """Return the patterns of what a year may stand in, with YEAR spelled out."""
    return tuple(Pattern(shape.replace("YEAR", _YEAR)) for shape in shapes)


_NEW_YEAR: Final = _shapes(
    r"\b(?:happy|bonne|a great|a peaceful|a healthy)\s(?:new\syear|année)[\s,!:]{1,2}YEAR",
    r"\b(?:welcome|hello|bring\son|bienvenue\sen|bonjour)[\s,]{1,2}YEAR\s?[!.]",
    r"#(?:happynewyear|newyear|newyears|bonneannée|bonneannee|hello|welcome)YEAR",
)
_SEASON: Final = _shapes(
    r"\b(?:christmas|holidays|hanukkah|season's\sgreetings|holiday\sseason|noël|fêtes),?\sYEAR",
    r"#\w{0,20}(?:christmas|xmas|holidays|noël|noel|hanukkah)YEAR",
)
_DAY: Final = _shapes(
    rf"\b{_HAPPY}\s(?:[\w'-]+\s){{1,4}}?YEAR",
    r"#\w{0,30}(?:day|week|month|festival|fest|gala|awards|fair|fête|journée)YEAR",
    r"\b(?:the|our|this|annual|of)\sYEAR\s(?:[\w'-]+\s){0,2}(?:edition|festival)\b",
    r"\b(?:edition|édition|festival)\sYEAR",
    r"\bYEAR\s(?:edition|édition)\s(?:of|du|de)\b",
    r"\b(?:day|week)\sYEAR\s?(?:is\s(?:here|today|upon)|starts|begins)",
)
_PAST: Final = Pattern(
    r"\b(?:was|were|had|did|last\syear|photos?|pictures?|throwback|remember\w*|looking\sback|since"
    r"|ago|back\sin|ate|sang|drew|came|went|took|saw|met|won|gave|made|brought|sold|held|began"
    r"|wrote|report|results?|winners?|recap|highlights|archives?|souvenirs?|était|étaient"
    r"|dernière?|after|as\sin|than|compared|before|budget"
    r"|(?!invited|indeed|excited|delighted|thrilled|pleased)[a-z]{3,}ed)\b|#tbt"
)
_RECALLED: Final = Pattern(
    r"\b(?:last\syear|throwback|remember\w*|wrote|said|looking\sback)\b|#tbt"
)
_OLDEST: Final = 3
_DECEMBER: Final = 12
_NOVEMBER: Final = 11
_FEBRUARY: Final = 2


def recycled_years(document: Document) -> Iterator[Hit]:
    """Yield the year of an earlier round; only where it is known when the post goes out."""
    if not document.is_dated:
        return
    today = document.today
    turning = today.year + (today.month >= _NOVEMBER)
    season = {today.year}
    if today.month == _DECEMBER:
        season.add(today.year + 1)
    elif today.month <= _FEBRUARY:
        season.add(today.year - 1)
    seen: set[int] = set()
    for shapes, right in ((_NEW_YEAR, {turning}), (_SEASON, season), (_DAY, {today.year})):
        for match in (match for shape in shapes for match in shape.finditer(document.folded)):
            if match.start("year") not in seen:
                seen.add(match.start("year"))
                yield from _stale(document, match, right, festive=shapes is not _DAY)


def _stale(
    document: Document, match: re.Match[str], right: set[int], *, festive: bool
) -> Iterator[Hit]:
    year = int(match["year"])
    if year in right or not -_OLDEST <= year - document.today.year < (2 if festive else 0):
        return
    sentence = document.sentence_at(match.start())
    rest = sentence.of(document.folded).replace(match.group(), " ")
    if (_RECALLED if festive else _PAST).search(rest):
        return
    span = Span(*match.span("year"))
    meant = str(max(right))
    truth = f"The post goes out in {document.today.year}"
    if festive and max(right) > document.today.year:
        truth += f"; the year to come is {meant}"
    yield Hit(span, {"truth": truth, "right": meant}, (Fix(span, meant),))
