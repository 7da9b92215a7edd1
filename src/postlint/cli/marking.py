"""A text in lines of a width, with ``^`` under what is marked: to be seen without colour too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from postlint.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.spans import Span

_WORD: Final = re.compile(r"\S+")
RED: Final = "\x1b[1;31m"
OFF: Final = "\x1b[0m"


def marked(text: str, spans: Sequence[Span], width: int, *, color: bool = False) -> Iterator[str]:
    """Yield lines of at most ``width`` cells, if words allow it, and marks under their words."""
    from rich.cells import cell_len

    ends = [span.end for span in spans]
    for start, end in _lines(text, width):
        here = [
            (max(start, span.start), min(end, span.end))
            for span in spans
            if (span.start < end and span.end > start) or span.start == span.end == start
        ]
        here += [(end, end)] if end == len(text) and end in ends and not here else []
        line, under, last = "", "", start
        for first, stop in here:
            line += visible(text[last:first])
            under += " " * (cell_len(line if not color else _bare(line)) - len(under))
            shown = visible(text[first:stop])
            under += "^" * max(1, cell_len(shown))
            line += f"{RED}{shown}{OFF}" if color else shown
            last = stop
        yield line + visible(text[last:end])
        if under:
            yield under


def _bare(line: str) -> str:
    return line.replace(RED, "").replace(OFF, "")


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line: at newlines, and between words where one grows too wide."""
    from rich.cells import cell_len

    at = 0
    for written in text.split("\n"):
        start = stop = at
        for word in _WORD.finditer(text, at, at + len(written)):
            if stop > start and cell_len(visible(text[start : word.end()])) > width:
                yield start, stop
                start = word.start()
            stop = word.end()
            while "//" not in word[0] and cell_len(visible(text[start:stop])) > width:
                fits = _fitting(text, start, stop, width)
                yield start, fits
                start = fits
        yield start, max(stop, start)
        at += len(written) + 1


def _fitting(text: str, start: int, stop: int, width: int) -> int:
    """Return where a word without blanks must be broken, as in Japanese, to fit the width."""
    from rich.cells import cell_len

    end = min(stop, start + max(1, width))
    while end > start + 1 and cell_len(visible(text[start:end])) > width:
        end -= 1
    return end
