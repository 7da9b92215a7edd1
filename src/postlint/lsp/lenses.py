"""The report card above each post: verdict, the four letters, and the length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from postlint.lsp import positions
from postlint.model import PANEL
from postlint.reporters.words import VERDICTS, length_of

if TYPE_CHECKING:
    from postlint.lsp.judging import Judged
    from postlint.model import Result


def of(judged: Judged) -> list[types.CodeLens]:
    """Return one line for each post and platform, at the line on which the post begins."""
    return [
        types.CodeLens(
            range=positions.of_line(judged.lines, result.post.line),
            command=types.Command(title=card(result), command=""),
        )
        for _, result in judged.results
    ]


def card(result: Result) -> str:
    """Return the report card in one line."""
    panels = [*PANEL, *(panel for panel in result.grades if panel not in PANEL)]
    letters = " ".join(f"{result.grades[panel]}" for panel in panels if panel in result.grades)
    verdict = f"{result.verdict.upper()} {VERDICTS[result.verdict]}"
    accepted = f" · {len(result.accepted)} accepted" if result.accepted else ""
    return f"{verdict} · {letters} · {length_of(result)}{accepted}"
