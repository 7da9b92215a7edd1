"""Which colours and signs a terminal page uses, by their English names; no layout.

Colour repeats what the words already say. No yellow, white or dim text: they
vanish on a light background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

NONE, BOLD = "", "bold"
GREEN, RED, MAGENTA, CYAN = "bold green", "bold red", "bold magenta", "bold cyan"

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: RED,
    Severity.WARNING: MAGENTA,
    Severity.SUGGESTION: CYAN,
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.HOLD: RED,
    Verdict.REVIEW: MAGENTA,
    Verdict.READY: GREEN,
}
GRADES: Mapping[str, str] = {"A": GREEN, "B": CYAN, "C": MAGENTA, "D": MAGENTA, "F": RED}

PLAIN_SIGNS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "–": "-",
        "—": "-",
        "→": "->",
        "·": "-",
        "│": "|",
        "─": "-",
        "█": "#",
        "░": ".",
        "\u00a0": " ",
        "\u202f": " ",
    }
)
"""What to print where the terminal has no such signs; words only, never an excerpt."""
