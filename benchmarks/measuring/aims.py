"""What the project aims at, held against what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from measuring import peers
from measuring.figures import MEGABYTE, NOTHING, megabytes, seconds, times
from measuring.scenarios.growth import LARGEST
from measuring.scenarios.throughput import ONE, PIPELINE, TWO
from measuring.tables import markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from measuring.bench import Section
    from measuring.figures import Series


@dataclass(frozen=True, slots=True)
class Aim:
    """A series of a section must stay within ``limit``.

    The limit counts seconds; with ``against`` it counts times another series of the
    section; with ``memory`` it counts bytes.
    """

    words: str
    section: str
    series: str
    limit: float
    against: str = ""
    memory: bool = False

    def row(self, sections: Mapping[str, Section]) -> list[str]:
        """Return the aim's line: what was asked, by the wall clock, by CPU, whether it is met."""
        known: Mapping[str, Series] = (
            sections[self.section].series if self.section in sections else {}
        )
        own, other = known.get(self.series), known.get(self.against)
        if own is None or (self.against and other is None):
            return [self.words, self._limit(), NOTHING, NOTHING, "not measured"]
        if self.memory:
            met = own.peak() <= self.limit
            return [self.words, self._limit(), megabytes(own.peak()), NOTHING, _met(met)]
        if other is None:
            wall, cpu, write = own.median("wall"), own.median("cpu"), seconds
        else:
            wall, cpu, write = own.ratio(other, "wall"), own.ratio(other, "cpu"), times
        return [self.words, self._limit(), write(wall), write(cpu), _met(wall <= self.limit)]

    def _limit(self) -> str:
        if self.memory:
            return megabytes(self.limit)
        return f"{times(self.limit)} {self.against}" if self.against else seconds(self.limit)


def _met(met: bool) -> str:
    return "yes" if met else "no"


_BLINK: Final = 0.1
_CACHED: Final = ("postlint, no grammar", "postlint, with grammar")
AIMS: Final = (
    *(
        Aim(name, "help", name, _BLINK)
        for name in ("postlint --help", "postlint rules", "postlint explain", "an error of usage")
    ),
    Aim("a draft that needs no grammar, cold", "plain", "postlint", 1.5, peers.PROSELINT),
    Aim("a draft that asks for grammar, cold", "trigger", "postlint", 1.0, peers.ALEX),
    *(Aim(f"cached: {name}", "cached", name, 1.0, peers.PROSELINT) for name in _CACHED),
    *(Aim(f"through the server: {name}", "warm", name, 0.06) for name in _CACHED),
    Aim("throughput", "throughput", ONE, 1.0, peers.PROSELINT),
    Aim("throughput, two processes", "throughput", TWO, 1.0, peers.PROSELINT),
    Aim("grammar on demand", "throughput", ONE, 1.0, PIPELINE),
    Aim("memory, 100,000 posts", "growth", f"{LARGEST:,}", 1000 * MEGABYTE, memory=True),
)
"""In the order of the page."""


def table(sections: Mapping[str, Section]) -> str:
    """Return the table of all aims."""
    head = ["aim", "at most", "wall or peak", "CPU", "met"]
    return markdown(head, [aim.row(sections) for aim in AIMS])
