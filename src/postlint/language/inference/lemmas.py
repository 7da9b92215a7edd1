"""Makes a word's lemma with an edit tree: what to cut and put at its ends.

Chrupała 2008, “Towards a machine-learning architecture for lexical functional
grammar parsing”. A tree that does not fit the word is passed over for the next best.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOWEST = -3e38
_PARTS = 2
Tree = list[Any]
"""[what is put in the place of what], or [prefix length, suffix length, tree, tree] (-1: none)."""


class Lemmas:
    """Chooses among the edit trees that the model knows."""

    def __init__(self, trees: Sequence[Tree], labels: Sequence[int], tries: int) -> None:
        """Take the trees, the tree of each label, and how many of the best to try."""
        self._trees, self._labels, self._tries = trees, labels, tries

    def of(self, words: Sequence[str], scores: Any) -> list[str]:
        """Return the lemma of each word; the word itself where no tree fits."""
        best = scores.argmax(axis=1).tolist()
        lemmas = []
        for row, (word, label) in enumerate(zip(words, best, strict=True)):
            lemma = self._applied(self._labels[label], word)
            lemmas.append(self._next_best(word, scores[row], label) if lemma is None else lemma)
        return lemmas

    def _next_best(self, word: str, scores: Any, label: int) -> str:
        for _ in range(1, self._tries):
            scores[label] = _LOWEST
            label = int(scores.argmax())
            lemma = self._applied(self._labels[label], word)
            if lemma is not None:
                return lemma
        return word

    def _applied(self, number: int, form: str) -> str | None:
        """Return the form as the tree rewrites it; None when it does not fit."""
        tree = self._trees[number]
        if len(tree) == _PARTS:
            return tree[1] if form == tree[0] else None
        before, behind, first, last = tree
        if before + behind > len(form):
            return None
        cut = len(form) - behind
        head = "" if first < 0 else self._applied(first, form[:before])
        tail = "" if last < 0 else self._applied(last, form[cut:])
        return None if head is None or tail is None else head + form[before:cut] + tail
