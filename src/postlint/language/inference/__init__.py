"""Runs the embedded model on plain arrays: numpy does the sums, no framework is imported.

The same model, weights and decisions as spaCy's own run of it (`archive`), at a
tenth of the start. What comes out are `columns.Columns`; what goes in are words.
"""

from __future__ import annotations

from postlint.language.inference.engine import Engine, engine

__all__ = ["Engine", "engine"]
