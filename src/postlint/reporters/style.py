"""What a reporter is told about the place its text goes to, and nothing else."""

from __future__ import annotations

from postlint.values import dataclass

NARROWEST = 40
"""Below this many cells a terminal page is not squeezed any further."""

WIDEST = 100
"""Above this many cells lines of prose are too long to read."""


@dataclass(frozen=True, slots=True)
class Style:
    """``width`` in terminal cells; ``color`` allows escape codes, ``unicode`` signs like “│”."""

    width: int = 80
    color: bool = False
    unicode: bool = True

    @property
    def page(self) -> int:
        """The width that is really written to, in cells."""
        return max(NARROWEST, min(self.width, WIDEST))
