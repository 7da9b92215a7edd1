"""Runs token patterns with spaCy's matcher; `patterns` checks them without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.language.patterns import check_pattern
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from spacy.vocab import Vocab

    from postlint.model import Parse


def matcher(
    vocab: Vocab, patterns: Sequence[Sequence[Mapping[str, Any]]]
) -> Callable[[Parse], list[Span]]:
    """Return a function from a parse to the spans of the longest matches, in order.

    ``ValueError`` with spaCy's words, or our own, when a pattern is wrong.
    """
    from spacy.matcher import Matcher

    from postlint.language.embedded import Native

    for pattern in patterns:
        check_pattern(pattern)
    native = Matcher(vocab, validate=True)
    native.add("pattern", [[dict(token) for token in p] for p in patterns], greedy="LONGEST")

    def find(parse: Parse) -> list[Span]:
        doc = parse.native.doc if isinstance(parse.native, Native) else parse.native
        if doc is None or not len(doc):
            return []
        found = sorted((start, end) for _, start, end in native(doc) if end > start)
        return [Span(doc[s].idx, doc[e - 1].idx + len(doc[e - 1])) for s, e in found]

    return find
