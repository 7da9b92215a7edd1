"""A text whose letters change their case, one by one, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint import prose
from postlint.lazily import Pattern
from postlint.lexicon import fold
from postlint.social import FILLER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.casing.stretches import Stretch

_AFTER_STOP: Final = Pattern(r"(?:[.!?…][\"”’'»)\]*_]{0,3}\s+|\n\s*|\A)[^\w\s]{0,3}([^\W\d_])")
_FIRST: Final = Pattern(r"[\W_]{0,4}([^\W\d_])")
_WRAPPED: Final = 60
"""A line so long that ends without a stop goes on in the next one."""


def _raised(char: str) -> str:
    """Return a letter's capital, itself where that is another letter or two (ı, ß, ა)."""
    high = char.title()
    return high if len(high) == 1 and high.lower() == char else char


def _lowered(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 and low.upper() == char else char


class Page:
    """The letters of a text; only those in its stretches, outside what is live, ever change.

    ``low`` is the text folded, what is live blanked out.
    """

    def __init__(self, text: str, blank: str, stretches: Sequence[Stretch]) -> None:
        """Take a text, the same with everything live blanked out, and the parts to read."""
        self.low = fold(blank)
        self._letters = list(text)
        self._free = bytearray(len(text))
        for stretch in stretches:
            for at in range(stretch.span.start, stretch.span.end):
                self._free[at] = blank[at] != FILLER
                if stretch.shouted and self._free[at]:
                    self._letters[at] = _lowered(self._letters[at])

    def text(self) -> str:
        """Return the text as it now is."""
        return "".join(self._letters)

    def is_capital(self, at: int) -> bool:
        """Tell whether the letter at ``at`` is a capital by now."""
        return self._letters[at].isupper()

    def spell(self, start: int, name: str) -> None:
        """Give the letters from ``start`` on the capitals of ``name``."""
        for at, char in enumerate(name, start):
            if char.isupper():
                self.capital(at)

    def capital(self, start: int, end: int | None = None) -> None:
        """Make the letter at ``start`` a capital, or all letters up to ``end``."""
        for at in range(start, start + 1 if end is None else end):
            if at < len(self._letters) and self._free[at]:
                self._letters[at] = _raised(self._letters[at])

    def begin_sentences(self) -> None:
        """Let every sentence begin with a capital, as the splitter sees sentences.

        The splitter goes by capitals too: it is shown one behind every stop,
        and knows an abbreviation's stop from a last one.
        """
        trial = self.text()
        before = list(trial)
        for found in _AFTER_STOP.finditer(trial):
            if self._free[found.start(1)] and not _is_wrap(trial, found.start()):
                before[found.start(1)] = _raised(found[1])
        for sentence in prose.sentences("".join(before)):
            first = _FIRST.match(trial, sentence.start)
            if first:
                self.capital(first.start(1))


def _is_wrap(text: str, at: int) -> bool:
    """Tell whether the line end at ``at`` is only the margin's."""
    return text[at] == "\n" and at - (text.rfind("\n", 0, at) + 1) > _WRAPPED
