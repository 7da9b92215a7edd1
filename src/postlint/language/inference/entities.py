"""Finds names by labelling words Begin, In, Last, Unit or Out, one after another.

All texts go in step; a name neither crosses into the next sentence nor begins
at white space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.language.inference.layers import Scorer

Name = tuple[int, int, str]


def find(
    spaces: Sequence[Sequence[bool]],
    firsts: Sequence[Sequence[bool]],
    vectors: Any,
    scorer: Scorer,
    moves: Sequence[tuple[str, str]],
) -> list[list[Name]]:
    """Return the names of each text: first word, end (exclusive) and label."""
    cached = scorer.prepare(vectors)
    masks = _masks(moves)
    found: list[list[Name]] = [[] for _ in spaces]
    opened: list[tuple[int, str] | None] = [None] * len(spaces)
    sizes = [len(row) for row in spaces]
    offsets = np.cumsum([0, *sizes]).tolist()
    for at in range(max(sizes, default=0)):
        active = [text for text, size in enumerate(sizes) if at < size]
        words, allowed = [], []
        for text in active:
            ends = at + 1 == sizes[text]
            row, name = offsets[text] + at + 1, opened[text]
            words.append((row, offsets[text] + name[0] + 1, row - 1) if name else (row, 0, 0))
            must_end = ends or firsts[text][at + 1]
            key = (name[1], must_end) if name else ("", must_end, spaces[text][at])
            allowed.append(masks[key])
        scores = scorer.scores(cached, np.array(words)) + np.stack(allowed)
        for text, best in zip(active, scores.argmax(axis=1).tolist(), strict=True):
            kind, label = moves[best]
            start, label = opened[text] or (at, label)
            if kind == "B":
                opened[text] = at, label
            elif kind in {"L", "U"}:
                found[text].append((start, at + 1, label))
                opened[text] = None
    return found


def _masks(moves: Sequence[tuple[str, str]]) -> dict[tuple[Any, ...], Any]:
    """Return what to add to the scores, by the open name's label and what stands around.

    In an open name: whether it must end here. Outside: whether the next word is
    out of reach, and whether this one is white space.
    """
    masks: dict[tuple[Any, ...], Any] = {}
    for must_end in (False, True):
        for label in {label for kind, label in moves if kind == "B"}:
            kinds = {"L"} if must_end else {"I", "L"}
            masks[label, must_end] = _mask([k in kinds and r == label for k, r in moves])
        for space in (False, True):
            kinds = {"O"} | (set() if space else {"U"} if must_end else {"U", "B"})
            allowed = [k in kinds and (k == "O" or bool(r)) for k, r in moves]
            masks["", must_end, space] = _mask(allowed)
    return masks


def _mask(allowed: list[bool]) -> Any:
    return np.where(allowed, np.float32(0), np.float32(-np.inf))
