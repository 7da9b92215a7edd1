"""Colours and signs of a terminal page, as its style allows; no layout.

Colour repeats what the words already say. No yellow, white or dim text: they
vanish on a light background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Severity, Verdict
from postlint.reporters.cells import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.reporters.style import Style

BOLD, GREEN, RED, MAGENTA, CYAN = "1", "1;32", "1;31", "1;35", "1;36"

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


class Ink:
    """Text made harmless, spelled with the signs and painted with the colours of one style."""

    def __init__(self, style: Style) -> None:
        """Remember the style."""
        self.style = style

    def sign(self, text: str) -> str:
        """Return words of ours with plain signs where the style asks for them."""
        return text if self.style.unicode else text.translate(PLAIN_SIGNS)

    def paint(self, color: str, text: str) -> str:
        """Return ``text``, made visible, in a colour (an SGR code; empty for none)."""
        shown = visible(text)
        return f"\x1b[{color}m{shown}\x1b[0m" if color and shown and self.style.color else shown
