"""Sums that a sentence does by itself: each finder yields those that cannot be right.

Works on the folded text alone. Every hit carries its reckoning under ``truth``;
tolerances are those of people who round honestly: see ``figures``.
"""

from __future__ import annotations

from postlint.reckoning.average import averages
from postlint.reckoning.change import changes
from postlint.reckoning.counted import counted
from postlint.reckoning.movement import directions, falls, multiples
from postlint.reckoning.numeral import commas, double_scales, malformed, restated, retold
from postlint.reckoning.parts import outnumbered, parts
from postlint.reckoning.ratio import ratios
from postlint.reckoning.share import over, shares
from postlint.reckoning.sum import sums
from postlint.reckoning.total import totals
from postlint.reckoning.unit import units

__all__ = [
    "averages",
    "changes",
    "commas",
    "counted",
    "directions",
    "double_scales",
    "falls",
    "malformed",
    "multiples",
    "outnumbered",
    "over",
    "parts",
    "ratios",
    "restated",
    "retold",
    "shares",
    "sums",
    "totals",
    "units",
]
