"""Builds dependency trees with the arc-eager transition system, non-monotonic, as spaCy does.

Nivre 2003; Honnibal and Johnson 2015, “An Improved Non-monotonic Transition
System for Dependency Parsing”. A state is a stack and a buffer of words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.language.inference.layers import Scorer

_SHIFT, _REDUCE, _ARC, _BREAK = 1, 2, 4, 8
_BITS = {"S": _SHIFT, "D": _REDUCE, "L": _ARC, "R": _ARC, "B": _BREAK}
ROOT = "ROOT"
_NONE: list[int] = []


class State:
    """How far one text is parsed.

    ``starts`` are the words that begin a sentence; ``fixed`` says that no other may.
    """

    __slots__ = (
        "back", "fixed", "heads", "kept", "left", "next", "right", "roles", "size", "stack",
        "starts",
    )  # fmt: skip

    def __init__(self, size: int, starts: set[int], *, fixed: bool) -> None:
        """Begin with every word in the buffer."""
        self.size, self.starts, self.fixed = size, starts, fixed
        self.next = 0
        self.stack: list[int] = []
        self.back: list[int] = []
        self.heads = [-1] * size
        self.roles = [ROOT] * size
        self.left: dict[int, list[int]] = {}
        self.right: dict[int, list[int]] = {}
        self.kept: set[int] = set()

    def final(self) -> bool:
        """Tell whether nothing is left to do."""
        return not self.stack and not self.back and self.next >= self.size

    def buffer(self) -> tuple[int, int]:
        """Return the first two words of the buffer, -1 for none."""
        back, at, size = self.back, self.next, self.size
        if len(back) > 1:
            return back[-1], back[-2]
        if back:
            return back[-1], at if at < size else -1
        return at if at < size else -1, at + 1 if at + 1 < size else -1

    def context(self) -> tuple[tuple[int, ...], int]:
        """Return the thirteen words that the next move is judged by, and the moves allowed."""
        stack, left, right = self.stack, self.left, self.right
        b0, b1 = self.buffer()
        depth = len(stack)
        s0 = stack[-1] if depth else -1
        s1 = stack[-2] if depth > 1 else -1
        s2 = stack[-3] if depth > 2 else -1  # noqa: PLR2004
        l0, r0 = left.get(s0, _NONE), right.get(s0, _NONE)
        l1, r1 = left.get(s1, _NONE), right.get(s1, _NONE)
        lb = left.get(b0, _NONE)
        words = (
            b0, b1, s0, s1, s2,
            l0[-1] if l0 else -1,
            r0[-1] if r0 else -1,
            lb[-1] if lb else -1,
            r0[-2] if len(r0) > 1 else -1,
            l1[-1] if l1 else -1,
            l1[-2] if len(l1) > 1 else -1,
            r1[-1] if r1 else -1,
            r1[-2] if len(r1) > 1 else -1,
        )  # fmt: skip
        return words, self._allowed(b0, b1, depth)

    def _allowed(self, b0: int, b1: int, depth: int) -> int:
        allowed = 0
        starts = self.starts
        opens = b0 in starts
        if depth == 0 or (b1 >= 0 and not opens and b0 not in self.kept):
            allowed = _SHIFT
        if depth:
            if b0 < 0 or depth > 1 or not self.fixed or opens:
                allowed |= _REDUCE
            if b0 >= 0 and not opens:
                allowed |= _ARC
        if b1 >= 0 and b1 == b0 + 1 and not self.fixed and b1 not in starts:
            allowed |= _BREAK
        return allowed

    def move(self, kind: str, role: str) -> None:
        """Make a move that is allowed."""
        if kind == "S":
            self._push()
        elif kind == "D":
            self._reduce()
        elif kind == "L":
            b0 = self.buffer()[0]
            self._arc(b0, self.stack.pop(), role)
            self.kept.discard(b0)
        elif kind == "R":
            self._arc(self.stack[-1], self.buffer()[0], role)
            self._push()
        else:
            self.starts.add(self.buffer()[1])

    def give_up(self) -> None:
        """End the parse where no move is allowed."""
        self.stack.clear()
        self.back.clear()
        self.next = self.size

    def _push(self) -> None:
        if self.back:
            self.stack.append(self.back.pop())
        else:
            self.stack.append(self.next)
            self.next += 1

    def _reduce(self) -> None:
        """Pop the stack; a word without a head goes back to the buffer, once."""
        top = self.stack.pop()
        if self.stack and self.heads[top] < 0:
            self.kept.add(top)
            self.back.append(top)

    def _arc(self, head: int, child: int, role: str) -> None:
        """Hang ``child`` on ``head``, whatever it hung on before."""
        old = self.heads[child]
        if old >= 0:
            arcs = (self.left if old > child else self.right)[old]
            if arcs[-1] == child:
                arcs.pop()
        (self.left if head > child else self.right).setdefault(head, []).append(child)
        self.heads[child], self.roles[child] = head, role


def build(
    states: Sequence[State], vectors: Any, scorer: Scorer, moves: Sequence[tuple[str, str]]
) -> None:
    """Parse all states to their end; ``vectors`` are those of their words, one text after another.

    The states move in step, so that one product of matrices scores them all.
    """
    cached = scorer.prepare(vectors)
    masks = _masks(moves)
    offsets = np.cumsum([0] + [state.size for state in states])
    active = [(state, at) for state, at in zip(states, offsets, strict=False) if state.size]
    while active:
        seen = [state.context() for state, _ in active]
        words = np.array([row for row, _ in seen])
        base = np.array([at for _, at in active])[:, None] + 1
        words = np.where(words < 0, 0, words + base)
        scores = scorer.scores(cached, words) + masks[[allowed for _, allowed in seen]]
        for (state, _), (_, allowed), best in zip(
            active, seen, scores.argmax(axis=1).tolist(), strict=True
        ):
            if allowed:
                state.move(*moves[best])
            else:
                state.give_up()
        active = [(state, at) for state, at in active if not state.final()]


def _masks(moves: Sequence[tuple[str, str]]) -> Any:
    """Return for each set of allowed moves what to add to the scores."""
    bits = np.array([_BITS[kind] for kind, _ in moves])
    sets = np.arange(_SHIFT + _REDUCE + _ARC + _BREAK + 1)
    return np.where(sets[:, None] & bits, np.float32(0), np.float32(-np.inf))
