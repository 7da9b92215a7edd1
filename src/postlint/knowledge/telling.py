"""How a contradiction is told: the truth and who says so; a fact past its date speaks softly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from postlint.model import Fix, Hit, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.facts.sheet import Dated
    from postlint.spans import Span


class Knower(Protocol):
    """What is prepared once from a mission's facts, and asked about every post."""

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield what contradicts the facts."""
        ...


def contradiction(  # noqa: PLR0913, PLR0917 - what there is to tell
    span: Span,
    truth: str,
    dated: Dated,
    document: Document,
    fix: str | None = None,
    least: Severity | None = None,
) -> Hit:
    """Return a hit with the fact and its source; ``fix`` replaces the span.

    ``least`` is the severity of a contradiction that is less than certain.
    """
    past = dated.stale(document.today)
    note = f"; the fact itself is past its date, {dated.until}" if past else ""
    values = {"truth": truth, "source": f"{dated.source.title}, {dated.as_of}{note}"}
    fixes = () if fix is None else (Fix(span, fix),)
    return Hit(span, values, fixes, Severity.SUGGESTION if past else least)


def distance(one: str, other: str) -> int:
    """Return the edit distance (Levenshtein 1966) with neighbours swapped as one step."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]
