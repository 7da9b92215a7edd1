"""Tables in Markdown, aligned so that they read well in a terminal too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measuring.figures import NOTHING, megabytes, seconds, times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from measuring.figures import Series


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table: the first column flush left, the others, which hold figures, flush right.

    A bar within a cell is escaped.
    """
    cells = [[cell.replace("|", "\\|") for cell in row] for row in (head, *rows)]
    widths = [max(3, *(len(row[at]) for row in cells)) for at in range(len(head))]
    lines = ["| " + " | ".join(_set(row, widths)) + " |" for row in cells]
    rule = [f"{'-' * widths[0]}", *(f"{'-' * (width - 1)}:" for width in widths[1:])]
    return "\n".join([lines[0], "| " + " | ".join(rule) + " |", *lines[1:]])


def _set(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first = row[0].ljust(widths[0])
    return [first, *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]


def compared(series: Mapping[str, Series], yardstick: str | None) -> str:
    """Return the table of commands that ran in turn: time, memory, ratios to the yardstick.

    A yardstick that did not run leaves the ratios empty.
    """
    base = series.get(yardstick or "")
    head = ["command", "wall", "shortest–longest", "CPU", "peak memory"]
    if yardstick:
        head += [f"wall, to {yardstick}", f"CPU, to {yardstick}"]
    rows = []
    for name, each in series.items():
        short, long = each.spread()
        row = [
            name,
            seconds(each.median("wall")),
            f"{seconds(short)}–{seconds(long)}",
            seconds(each.median("cpu")),
            megabytes(each.peak()),
        ]
        if yardstick:
            row += [times(each.ratio(base, c)) if base else NOTHING for c in ("wall", "cpu")]
        rows.append(row)
    return markdown(head, rows)
