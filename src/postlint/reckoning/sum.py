"""Sums and products that are written out with their result: “5 + 8 = 12”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint import figures
from postlint.lazily import Pattern
from postlint.model import Fix, Hit
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

_SAME: Final = 1e-6
_SUM: Final = Pattern(
    r"(?<![\w.,+*/×-])(?P<left>\d[\d,]*(?:\.\d+)?(?:\s?\+\s?\d[\d,]*(?:\.\d+)?){1,20})"
    r"\s?=\s?(?P<total>\d[\d,]*(?:\.\d+)?)(?![\w%])"
)


_PRODUCT: Final = Pattern(
    r"(?<![\w.,+*/×-])(?P<a>\d{1,6})\s?[×*]\s?(?P<b>\d{1,6})\s?=\s?(?P<total>\d{1,9})(?![\w%.,])"
)


def sums(document: Document) -> Iterator[Hit]:
    """Yield sums and products that are written out and wrong."""
    for match in _SUM.finditer(document.folded):
        if re.fullmatch(r"1\s?\+\s?1|2\s?\+\s?2", match.group("left")):
            continue  # “1 + 1 = 3” is a saying
        parts = [float(one.replace(",", "")) for one in re.split(r"\s?\+\s?", match.group("left"))]
        total = float(match.group("total").replace(",", ""))
        if abs(sum(parts) - total) > _SAME:
            right = figures.spell(sum(parts), 2)
            span = Span(*match.span("total"))
            yield Hit(span, {"truth": f"{match.group('left')} = {right}"}, (Fix(span, right),))
    for match in _PRODUCT.finditer(document.folded):
        said = int(match["total"])
        made = int(match["a"]) * int(match["b"])
        if made != said:
            span = Span(*match.span("total"))
            truth = f"{match['a']} × {match['b']} = {made}"
            yield Hit(span, {"truth": truth}, (Fix(span, str(made)),))
