"""One hour written twice: “12 a.m. (noon)”, “3 p.m. (16:00)”, lunch at 12 a.m."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lazily import Pattern
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from postlint.document import Document

_TWELVE: Final = r"12(?:[:.]00)? ?(?P<half>[ap])\.?m\b\.?"
_NAMED: Final = (
    Pattern(rf"(?<![\d:.]){_TWELVE} ?[(/,] ?(?P<name>noon|midday|midnight)\b"),
    Pattern(rf"\b(?P<name>noon|midday|midnight) ?[(/] ?{_TWELVE}"),
    Pattern(rf"\b(?P<name>lunch(?:eon|time)?)\b[^.;!?\d]{{0,25}}\bat {_TWELVE}"),
)
_HALF: Final = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?"
_WHOLE: Final = r"(?P<whole>\d{1,2})[:h](?P<whole_minute>\d\d)"
_TWICE: Final = (
    Pattern(rf"(?<![\d:.,$-]){_HALF} ?\( ?{_WHOLE}(?: ?h)?\)"),
    Pattern(rf"(?<![\d:.,$-]){_WHOLE} ?\( ?{_HALF}\)"),
)
_HALF_DAY: Final = 12
_DAY: Final = 24


def doubled_hours(document: Document) -> Iterator[Hit]:
    """Yield an hour that is given on both clocks, and is not the same on both."""
    for shape in _NAMED:
        for match in shape.finditer(document.folded):
            right = "a" if match["name"] == "midnight" else "p"
            if match["half"] != right:
                start = match.start("half")
                name = match["name"] if match["name"] in ("midnight", "midday") else "noon"
                written = document.text[start]
                fix = Fix(Span(start, start + 1), right.upper() if written.isupper() else right)
                begin = match.group().index("12") + match.start()
                span = Span(begin, document.folded.index("m", start) + 1)
                yield Hit(span, {"truth": f"12 {match['half']}.m. is not {name}"}, (fix,))
    for shape in _TWICE:
        for match in shape.finditer(document.folded):
            yield from _compared(match)


def _compared(match: re.Match[str]) -> Iterator[Hit]:
    hour, minute = int(match["hour"]), match["minute"] or "00"
    if not 1 <= hour <= _HALF_DAY or int(match["whole"]) > _DAY:
        return
    true = hour % _HALF_DAY + (_HALF_DAY if match["half"] == "p" else 0)
    if (true, minute) == (int(match["whole"]) % _DAY, match["whole_minute"]):
        return
    span = Span(match.start("whole"), match.end("whole_minute"))
    truth = f"{hour}:{minute} {match['half']}.m. is {true}:{minute}"
    shown = f"{match['whole']}:{match['whole_minute']}"
    yield Hit(span, {"truth": f"{truth}, not {shown}"}, (Fix(span, f"{true}:{minute}"),))
