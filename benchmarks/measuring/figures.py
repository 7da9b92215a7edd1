"""Medians and ratios of runs, and how figures are written."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from measuring.processes import Timing

Clock: TypeAlias = Literal["wall", "cpu"]
MEGABYTE: Final = 1e6
NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Series:
    """The runs of one command, in the order of the rounds; never empty."""

    runs: Sequence[Timing]

    def median(self, clock: Clock) -> float:
        """Return the median of the runs, in seconds."""
        return median(_read(run, clock) for run in self.runs)

    def spread(self) -> tuple[float, float]:
        """Return the shortest and the longest run by the wall clock, in seconds."""
        return min(run.wall for run in self.runs), max(run.wall for run in self.runs)

    def peak(self) -> float:
        """Return the median of the peaks, in bytes."""
        return median(run.peak for run in self.runs)

    def ratio(self, other: Series, clock: Clock) -> float:
        """Return how many times as long as ``other`` it took: the median of the rounds' ratios.

        Runs of one round were neighbours, so a slow minute slowed both.
        """
        pairs = zip(self.runs, other.runs, strict=False)
        return median(_read(own, clock) / _read(its, clock) for own, its in pairs)


def _read(run: Timing, clock: Clock) -> float:
    return run.wall if clock == "wall" else run.cpu


def seconds(value: float) -> str:
    """Write seconds with two or three figures: “1.62 ms”, “62 ms”, “0.48 s”, “12.3 s”."""
    for below, unit, digits in ((0.01, 1000, 2), (0.1, 1000, 0), (10.0, 1, 2)):
        if value < below:
            return f"{value * unit:.{digits}f} {'s' if unit == 1 else 'ms'}"
    return f"{value:.1f} s"


def times(value: float) -> str:
    """Write a ratio: “0.85 ×”, “12 ×”."""
    return f"{value:.2f} ×" if value < 10 else f"{value:.0f} ×"  # noqa: PLR2004


def megabytes(value: float) -> str:
    """Write bytes as megabytes of a million."""
    return f"{value / MEGABYTE:,.0f} MB"
