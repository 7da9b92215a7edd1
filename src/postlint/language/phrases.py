"""Base noun phrases of a parse: “the new minister”, “President Okoro”, without what follows them.

Works on Universal Dependencies, which every parse has; spaCy's own iterator
expects other labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.spans import Span

if TYPE_CHECKING:
    from postlint.model import Parse, Token

_HEADS = {"NOUN", "PROPN", "PRON"}
_INNER = {"flat", "fixed", "goeswith", "compound", "nmod:desc", "expl"}
_BEFORE = {
    "det",
    "det:predet",
    "amod",
    "nummod",
    "compound",
    "nmod:poss",
    "nmod:desc",
    "flat",
    "nmod:unmarked",
}
_AFTER = {"flat", "compound", "fixed", "goeswith", "nmod:desc"}


def noun_phrases(parse: Parse) -> list[Span]:
    """Return the base noun phrases in order, as spans of the text; none overlap.

    The parse must have tags and tree; without them the list is empty.
    """
    children: dict[int, list[int]] = {}
    for index, token in enumerate(parse.tokens):
        if token.role and token.head != index:
            children.setdefault(token.head, []).append(index)
    phrases: list[tuple[int, int]] = []
    for index, token in enumerate(parse.tokens):
        if token.tag in _HEADS and token.role and token.role not in _INNER:
            phrases.append(_edges(parse.tokens, children, index))
    return _outermost(parse.tokens, phrases)


def _edges(tokens: tuple[Token, ...], children: dict[int, list[int]], head: int) -> tuple[int, int]:
    """Return first and last word, growing outwards from the head while the words touch."""
    first = last = head
    for child in reversed([c for c in children.get(head, []) if c < head]):
        start, end = _subtree(children, child)
        if tokens[child].role not in _BEFORE or end + 1 != first:
            break
        first = start
    for child in [c for c in children.get(head, []) if c > head]:
        start, end = _subtree(children, child)
        if tokens[child].role not in _AFTER or start != last + 1:
            break
        last = end
    return first, last


def _subtree(children: dict[int, list[int]], top: int) -> tuple[int, int]:
    first = last = top
    waiting = [top]
    while waiting:
        word = waiting.pop()
        first, last = min(first, word), max(last, word)
        waiting += children.get(word, [])
    return first, last


def _outermost(tokens: tuple[Token, ...], phrases: list[tuple[int, int]]) -> list[Span]:
    spans: list[Span] = []
    reached = -1
    for first, last in sorted(phrases, key=lambda edges: (edges[0], -edges[1])):
        if first > reached:
            spans.append(Span(tokens[first].span.start, tokens[last].span.end))
            reached = last
    return spans
