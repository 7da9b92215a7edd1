"""Sums that a sentence does by itself: each finder yields those that cannot be right.

Works on the folded text alone. Every hit carries its reckoning under ``truth``;
tolerances are those of people who round honestly: see ``figures``.
"""

from __future__ import annotations

from postlint.reckoning.change import changes
from postlint.reckoning.movement import directions, falls, multiples
from postlint.reckoning.numeral import double_scales, malformed, restated
from postlint.reckoning.share import ratios, shares, sums
from postlint.reckoning.unit import units

__all__ = [
    "changes",
    "directions",
    "double_scales",
    "falls",
    "malformed",
    "multiples",
    "ratios",
    "restated",
    "shares",
    "sums",
    "units",
]
