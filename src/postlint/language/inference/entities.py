"""Finds names by labelling words Begin, In, Last, Unit or Out, one after another.

All sentences go in step; a name neither crosses into the next one nor begins at
white space.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.language.inference.layers import Scorer

Name = tuple[int, int, str]


class _Sentence:
    """How far the names of a sentence are found; ``opened`` is where one began, and its label."""

    __slots__ = ("first", "names", "opened", "place", "spaces")

    def __init__(self, first: int, place: int, spaces: Sequence[bool], names: list[Name]) -> None:
        """Take the number of the first word, from 1 on, its place in the text, and their list."""
        self.first, self.place, self.spaces, self.names = first, place, spaces, names
        self.opened: tuple[int, str] | None = None

    def words(self, at: int) -> tuple[int, int, int]:
        """Return the words that the move at a word is judged by: it, the name's first and last."""
        here = self.first + at
        return (here, self.first + self.opened[0], here - 1) if self.opened else (here, 0, 0)

    def state(self, at: int) -> tuple[str, bool, bool]:
        """Return the open name's label, whether the sentence ends here, and white space."""
        label = self.opened[1] if self.opened else ""
        return label, at + 1 == len(self.spaces), self.spaces[at]

    def move(self, at: int, kind: str, label: str) -> None:
        """Make a move."""
        start, label = self.opened or (at, label)
        if kind == "B":
            self.opened = at, label
        elif kind in {"L", "U"}:
            self.names.append((self.place + start, self.place + at + 1, label))
            self.opened = None


class Finder:
    """Labels the words of sentences one after another."""

    def __init__(self, scorer: Scorer, moves: Sequence[tuple[str, str]]) -> None:
        """Take what scores the moves, and the moves: kind and label."""
        self._scorer, self._moves = scorer, moves
        masks = _masks(moves)
        self._rows = {state: row for row, state in enumerate(masks)}
        self._masks = np.stack(list(masks.values()))

    def find(
        self, spaces: Sequence[Sequence[bool]], firsts: Sequence[Sequence[bool]], vectors: Any
    ) -> list[list[Name]]:
        """Return the names of each text: first word, end (exclusive) and label."""
        cached = self._scorer.prepare(vectors)
        found: list[list[Name]] = [[] for _ in spaces]
        active = list(_sentences(spaces, firsts, found))
        at = 0
        while active:
            scores = self._scorer.scores(cached, np.array([each.words(at) for each in active]))
            scores += self._masks[[self._rows[each.state(at)] for each in active]]
            for each, best in zip(active, scores.argmax(axis=1).tolist(), strict=True):
                each.move(at, *self._moves[best])
            at += 1
            active = [each for each in active if at < len(each.spaces)]
        return [sorted(names) for names in found]


def _sentences(
    spaces: Sequence[Sequence[bool]], firsts: Sequence[Sequence[bool]], found: list[list[Name]]
) -> Iterator[_Sentence]:
    """Yield every sentence of the texts; what is found in it goes to its text's list."""
    number = 1
    for spaced, begins, names in zip(spaces, firsts, found, strict=True):
        starts = [place for place, first in enumerate(begins) if first and place]
        for start, end in pairwise([0, *starts, len(spaced)] if spaced else ()):
            yield _Sentence(number + start, start, spaced[start:end], names)
        number += len(spaced)


def _masks(moves: Sequence[tuple[str, str]]) -> dict[tuple[str, bool, bool], Any]:
    """Return what to add to the scores, by what `_Sentence.state` tells.

    An open name must end where the sentence does. Elsewhere a longer name may
    begin unless the sentence ends, and none at white space.
    """
    masks: dict[tuple[str, bool, bool], Any] = {}
    labels = {label for kind, label in moves if kind == "B"}
    for ends, space in product((False, True), repeat=2):
        for label in labels:
            kinds = {"L"} if ends else {"I", "L"}
            masks[label, ends, space] = _mask([k in kinds and r == label for k, r in moves])
        kinds = {"O"} | (set() if space else {"U"} if ends else {"U", "B"})
        allowed = [k in kinds and (k == "O" or bool(r)) for k, r in moves]
        masks["", ends, space] = _mask(allowed)
    return masks


def _mask(allowed: list[bool]) -> Any:
    return np.where(allowed, np.float32(0), np.float32(-np.inf))
