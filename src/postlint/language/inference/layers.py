"""The network's layers: embedding by hashes, maxout, layer norm, windows over words.

Forward only. Weights are stored in 16 bits; those of the layers are widened to
32 when they are first needed, the embedding tables row by row at first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from postlint.language.inference.features import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.language.inference.index import Index

_TINY = 1e-08
_GAP = 4
"""Rows of nothing between two texts: as many as there are windows, so that they never meet."""


class Affine:
    """A matrix and a bias."""

    def __init__(self, index: Index, name: str) -> None:
        """Take the weights of that name."""
        self._matrix = index.array(f"{name}.W").T
        self._bias = index.array(f"{name}.b")

    def __call__(self, given: Any) -> Any:
        """Return one row for each row."""
        return given @ self._matrix + self._bias


class Maxout:
    """The best of a few affine pieces for each output, then brought to one scale."""

    def __init__(self, index: Index, name: str) -> None:
        """Take the weights of that name; the pieces are put apart to be compared whole."""
        weights = index.stored(f"{name}.W")
        self._outputs, self._pieces = weights.shape[:2]
        apart = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])
        self._matrix = apart.astype(np.float32).T
        self._bias = index.array(f"{name}.b").T.reshape(-1)
        self._gain, self._shift = index.array(f"{name}.G"), index.array(f"{name}.shift")

    def __call__(self, given: Any) -> Any:
        """Return one row for each row."""
        pieces = given @ self._matrix
        pieces += self._bias
        best = best_piece(pieces, self._outputs, self._pieces)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.square(best).mean(axis=1, keepdims=True) + _TINY
        best *= spread ** (-1.0 / 2.0)
        best *= self._gain
        best += self._shift
        return best


def best_piece(pieces: Any, outputs: int, count: int) -> Any:
    """Return the largest of ``count`` blocks of ``outputs`` columns."""
    best = np.maximum(pieces[:, :outputs], pieces[:, outputs : 2 * outputs])
    for number in range(2, count):
        np.maximum(best, pieces[:, number * outputs : (number + 1) * outputs], out=best)
    return best


class Table:
    """An embedding table, widened as a whole when it was asked for as many rows as it has."""

    def __init__(self, weights: Any) -> None:
        """Take the weights as they are stored."""
        self._weights = weights
        self._left = len(weights)

    def sums(self, places: Any) -> Any:
        """Return the sum of the rows at each row of ``places``."""
        if self._left > 0:
            self._left -= places.size
            if self._left <= 0:
                self._weights = self._weights.astype(np.float32)
        return self._weights[places].astype(np.float32, copy=False).sum(axis=1)


class Encoder:
    """Gives every word of a text a vector that knows its neighbours."""

    def __init__(self, index: Index, name: str) -> None:
        """Take the tables and windows of that name."""
        self._seeds = index.seeds(name)
        stored = [index.stored(f"{name}.E{number}") for number in range(len(self._seeds))]
        self._counts = [len(weights) for weights in stored]
        self._tables = [Table(weights) for weights in stored]
        self._mix = Maxout(index, f"{name}.mix")
        self._windows = [Maxout(index, f"{name}.window{i}") for i in range(_GAP)]

    def __call__(self, keys: Any, places: Any, lengths: Sequence[int]) -> Any:
        """Return one vector for each word.

        ``keys`` has a row for each different word, ``places`` says which of them
        stands where, and ``lengths`` how many words each text has.
        """
        asked = rows(keys[:, : len(self._tables)], self._seeds, self._counts)
        found = [table.sums(asked[:, column]) for column, table in enumerate(self._tables)]
        alone = self._mix(np.concatenate(found, axis=1))
        at = _apart(lengths)
        vectors = np.zeros((len(places) + _GAP * (len(lengths) + 1), alone.shape[1]), np.float32)
        vectors[at] = alone[places]
        width = vectors.shape[1]
        around = np.zeros((len(vectors), 3 * width), np.float32)
        for window in self._windows:
            around[1:, :width] = vectors[:-1]
            around[:, width : 2 * width] = vectors
            around[:-1, 2 * width :] = vectors[1:]
            vectors = vectors + window(around)
        return vectors[at]


def _apart(lengths: Sequence[int]) -> Any:
    """Return the rows of the words when a gap is before and behind every text."""
    texts = np.repeat(np.arange(1, len(lengths) + 1), lengths)
    return np.arange(len(texts)) + _GAP * texts


class Scorer:
    """Scores the moves of a transition system from a few words of its state."""

    def __init__(self, index: Index, name: str) -> None:
        """Take the weights of that name."""
        self._narrow = Affine(index, f"{name}.narrow")
        weights = index.stored(f"{name}.lower.W")
        self._slots, self._hidden, self._pieces, _ = weights.shape
        self._slot = np.arange(self._slots)
        apart = weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[3])
        self._lower = apart.astype(np.float32).T
        self._bias = index.array(f"{name}.lower.b").T.reshape(-1)
        self._nothing = index.array(f"{name}.lower.pad")[0].transpose(0, 2, 1).reshape(1, -1)
        self._upper = Affine(index, f"{name}.upper")

    def prepare(self, vectors: Any) -> Any:
        """Return what each word adds in each slot; word 0 stands for none."""
        cached = np.empty((len(vectors) + 1, self._lower.shape[1]), np.float32)
        cached[0] = self._nothing
        np.matmul(self._narrow(vectors), self._lower, out=cached[1:])
        return cached.reshape(-1, self._hidden * self._pieces)

    def scores(self, cached: Any, words: Any) -> Any:
        """Return a row of scores for each row of ``words``, which are numbers from 1 on, or 0."""
        summed = cached.take(words * self._slots + self._slot, axis=0).sum(axis=1)
        summed += self._bias
        return self._upper(best_piece(summed, self._hidden, self._pieces))
