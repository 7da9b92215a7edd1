"""Finishes dependency trees: crossing arcs are put back, and sentences found by their roots.

Crossing arcs are learnt as plain ones whose label names where they belong:
“obj||xcomp” (Nivre and Nilsson 2005, scheme HEAD).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = "||"
_ROUNDS = 12


def uncross(heads: list[int], roles: list[str], spaces: Sequence[bool]) -> None:
    """Hang every word with a marked label on the word that the label names, in place."""
    if not any(_MARK in role for role in roles):
        return
    edges = _edges(heads)
    for word, role in enumerate(roles):
        if _MARK in role:
            own, above = role.split(_MARK)
            heads[word] = _wanted(word, above, heads, roles, spaces, edges)
            roles[word] = own


def _wanted(  # noqa: PLR0913, PLR0917
    word: int,
    role: str,
    heads: list[int],
    roles: list[str],
    spaces: Sequence[bool],
    edges: tuple[list[int], list[int]],
) -> int:
    """Return the first word with that role below the word's head, breadth first; else the head."""
    left, right = edges
    row = [heads[word]]
    while row:
        below = []
        for above in row:
            for child in range(left[above], right[above] + 1):
                if heads[child] != above or child in {above, word} or spaces[child]:
                    continue
                if roles[child] == role:
                    return child
                below.append(child)
        row = below
    return heads[word]


def sentence_starts(heads: list[int]) -> list[bool]:
    """Return whether a sentence begins at each word: where what hangs on a root begins."""
    left, _ = _edges(heads)
    starts = [False] * len(heads)
    for word, head in enumerate(heads):
        if head == word:
            starts[left[word]] = True
    return starts


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """Return the first and the last word of what hangs on each word."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for _ in range(_ROUNDS):
        for order in (range(len(heads)), range(len(heads) - 1, -1, -1)):
            for word in order:
                head = heads[word]
                left[head] = min(left[head], left[word])
                right[head] = max(right[head], right[word])
        if _sentences_hold(heads, left):
            break
    return left, right


def _sentences_hold(heads: list[int], left: list[int]) -> bool:
    """Tell whether every head lies in the sentence of its word."""
    starts = {left[word] for word, head in enumerate(heads) if head == word}
    first, last = 0, len(heads) - 1
    for end in range(len(heads)):
        if (end > 0 and end in starts) or end == last:
            if any(not first <= heads[word] <= end for word in range(first, end)):
                return False
            first = end
    return True
