"""Builds dependency trees with the arc-eager transition system, non-monotonic, as spaCy does.

Nivre 2003; Honnibal and Johnson 2015, “An Improved Non-monotonic Transition
System for Dependency Parsing”. A state is a stack and a buffer of words.
"""

from __future__ import annotations

from itertools import pairwise
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
    """How far a stretch of words is parsed. Words have numbers from 1 on, 0 is none.

    The stretch goes from ``first`` to ``end``; up to ``sight``, the end of the text,
    words may be looked at. ``starts`` are the words that begin a sentence, in and right
    behind it; ``fixed`` says that no other may.
    """

    __slots__ = (
        "back", "end", "first", "fixed", "heads", "kept", "left", "next", "right", "roles",
        "sight", "stack", "starts",
    )  # fmt: skip

    def __init__(self, first: int, end: int, *, sight: int, starts: set[int], fixed: bool) -> None:
        """Begin with every word in the buffer."""
        self.first, self.end, self.sight = first, end, sight
        self.starts, self.fixed = starts, fixed
        self.next = first
        self.stack: list[int] = []
        self.back: list[int] = []
        self.heads = [0] * (end - first)
        self.roles = [ROOT] * (end - first)
        self.left: dict[int, list[int]] = {}
        self.right: dict[int, list[int]] = {}
        self.kept: set[int] = set()

    def final(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.next >= self.end and not self.stack and not self.back

    def found(self) -> list[int]:
        """Return each word's head; a root's is its own."""
        return [head or word for word, head in enumerate(self.heads, self.first)]

    def buffer(self) -> tuple[int, int]:
        """Return the first two words of the buffer."""
        back, at, sight = self.back, self.next, self.sight
        if len(back) > 1:
            return back[-1], back[-2]
        if back:
            return back[-1], at if at < sight else 0
        return at if at < sight else 0, at + 1 if at + 1 < sight else 0

    def context(self) -> tuple[tuple[int, ...], int]:
        """Return the thirteen words that the next move is judged by, and the moves allowed."""
        stack, left, right = self.stack, self.left, self.right
        b0, b1 = self.buffer()
        depth = len(stack)
        s0 = stack[-1] if depth else 0
        s1 = stack[-2] if depth > 1 else 0
        s2 = stack[-3] if depth > 2 else 0  # noqa: PLR2004
        l0, r0 = left.get(s0, _NONE), right.get(s0, _NONE)
        l1, r1 = left.get(s1, _NONE), right.get(s1, _NONE)
        lb = left.get(b0, _NONE)
        words = (
            b0, b1, s0, s1, s2,
            l0[-1] if l0 else 0,
            r0[-1] if r0 else 0,
            lb[-1] if lb else 0,
            r0[-2] if len(r0) > 1 else 0,
            l1[-1] if l1 else 0,
            l1[-2] if len(l1) > 1 else 0,
            r1[-1] if r1 else 0,
            r1[-2] if len(r1) > 1 else 0,
        )  # fmt: skip
        return words, self._allowed(b0, b1, depth)

    def _allowed(self, b0: int, b1: int, depth: int) -> int:
        allowed = 0
        starts = self.starts
        opens = b0 in starts
        if depth == 0 or (b1 and not opens and b0 not in self.kept):
            allowed = _SHIFT
        if depth:
            if not b0 or depth > 1 or not self.fixed or opens:
                allowed |= _REDUCE
            if b0 and not opens:
                allowed |= _ARC
        if b1 and b1 == b0 + 1 and not self.fixed and b1 not in starts:
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
        self.next = self.end

    def _push(self) -> None:
        if self.back:
            self.stack.append(self.back.pop())
        else:
            self.stack.append(self.next)
            self.next += 1

    def _reduce(self) -> None:
        """Pop the stack; a word without a head goes back to the buffer, once."""
        top = self.stack.pop()
        if self.stack and not self.heads[top - self.first]:
            self.kept.add(top)
            self.back.append(top)

    def _arc(self, head: int, child: int, role: str) -> None:
        """Hang ``child`` on ``head``, whatever it hung on before."""
        place = child - self.first
        old = self.heads[place]
        if old:
            arcs = (self.left if old > child else self.right)[old]
            if arcs[-1] == child:
                arcs.pop()
        (self.left if head > child else self.right).setdefault(head, []).append(child)
        self.heads[place], self.roles[place] = head, role


def states_of(firsts: Sequence[bool], number: int, *, fixed: bool) -> list[State]:
    """Return states for a text whose first word has that number.

    ``firsts`` tells which words begin a sentence. Where no others may, each
    sentence is parsed by itself: nothing that is behind another's end lasts.
    """
    sight = number + len(firsts)
    starts = [word for word, begins in enumerate(firsts, number) if begins]
    if not fixed:
        return [State(number, sight, sight=sight, starts=set(starts), fixed=False)]
    return [
        State(first, end, sight=sight, starts={first, end}, fixed=True)
        for first, end in pairwise([*starts, sight])
    ]


class Parser:
    """Moves states until all words hang together."""

    def __init__(self, scorer: Scorer, moves: Sequence[tuple[str, str]]) -> None:
        """Take what scores the moves, and the moves: kind and role."""
        self._scorer, self._moves = scorer, moves
        self._masks = _masks(moves)

    def build(self, states: Sequence[State], vectors: Any) -> None:
        """Parse all states to their end; word 1 has the first of the ``vectors``, and so on.

        The states move in step, so that one product of matrices scores them all.
        """
        cached = self._scorer.prepare(vectors)
        active = [state for state in states if not state.final()]
        while active:
            seen = [state.context() for state in active]
            scores = self._scorer.scores(cached, np.array([words for words, _ in seen]))
            scores += self._masks[[allowed for _, allowed in seen]]
            best = scores.argmax(axis=1).tolist()
            for state, (_, allowed), number in zip(active, seen, best, strict=True):
                if allowed:
                    state.move(*self._moves[number])
                else:
                    state.give_up()
            active = [state for state in active if not state.final()]


def _masks(moves: Sequence[tuple[str, str]]) -> Any:
    """Return for each set of allowed moves what to add to the scores."""
    bits = np.array([_BITS[kind] for kind, _ in moves])
    sets = np.arange(_SHIFT + _REDUCE + _ARC + _BREAK + 1)
    return np.where(sets[:, None] & bits, np.float32(0), np.float32(-np.inf))
