"""Runs token patterns over a parse: by ourselves where we can, else with spaCy's matcher.

`patterns` checks them, `runs` does what it understands on the embedded model's
columns; what is left, and every other pipeline, is spaCy's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from postlint.language.patterns import check_pattern
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from postlint.language.columns import Columns
    from postlint.model import Parse


def matcher(patterns: Sequence[Sequence[Mapping[str, Any]]]) -> Callable[[Parse], list[Span]]:
    """Return a function from a parse to the spans of the longest matches, in order.

    The parse must have the layers that the patterns name (`patterns.layers_of`).
    ``ValueError`` in our words when a pattern is wrong; in spaCy's, from the
    function, when spaCy has to be asked and does not take it.
    """
    from postlint.language import runs
    from postlint.language.embedded import Native

    for pattern in patterns:
        check_pattern(pattern)
    search, spacys = runs.understood(patterns), _spacys(patterns)

    def find(parse: Parse) -> list[Span]:
        native = parse.native
        if isinstance(native, Native):
            if search is not None and search.can_read(native.columns):
                return _spans_in_columns(native.columns, search.find(native.columns))
            native = native.doc
        return [] if native is None else _spans_in_doc(native, spacys(native))

    return find


def _spans_in_columns(columns: Columns, found: Sequence[tuple[int, int]]) -> list[Span]:
    starts, words = columns.starts, columns.words
    return [Span(starts[s], starts[e - 1] + len(words[e - 1])) for s, e in found]


def _spans_in_doc(doc: Doc, found: Sequence[tuple[int, int]]) -> list[Span]:
    return [Span(doc[s].idx, doc[e - 1].idx + len(doc[e - 1])) for s, e in found]


def _spacys(
    patterns: Sequence[Sequence[Mapping[str, Any]]],
) -> Callable[[Doc], list[tuple[int, int]]]:
    """Return the same search by spaCy's matcher, made at its first use."""

    @lru_cache(maxsize=1)
    def made(vocab: Vocab) -> Any:
        from spacy.matcher import Matcher

        native = Matcher(vocab, validate=True)
        native.add("pattern", [[dict(token) for token in p] for p in patterns], greedy="LONGEST")
        return native

    def find(doc: Doc) -> list[tuple[int, int]]:
        return sorted((start, end) for _, start, end in made(doc.vocab)(doc)) if len(doc) else []

    return find
