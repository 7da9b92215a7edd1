"""Grammar: what a post's words are and how they hang together.

The embedded model runs on numpy alone (`inference`). This is the only package
that imports spaCy: for another pipeline (`--model`), and for spaCy's matcher.

    pipeline = load()
    parses = pipeline.parse([text], [sentence_spans], frozenset({Layer.TREE}))
"""

from __future__ import annotations

from postlint.language.loading import load
from postlint.language.matching import matcher
from postlint.language.patterns import check_pattern, layers_of
from postlint.language.phrases import noun_phrases
from postlint.language.pieces import is_emoji, pieces
from postlint.language.pipeline import Pipeline

__all__ = [
    "Pipeline",
    "check_pattern",
    "is_emoji",
    "layers_of",
    "load",
    "matcher",
    "noun_phrases",
    "pieces",
]
