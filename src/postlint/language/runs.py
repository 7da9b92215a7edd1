"""Finds the runs of words that token patterns describe, in a time that grows with the text alone.

Of all runs, as spaCy's matcher with ``greedy="LONGEST"``: the longest first, of
equals the first, and then the longest of those that overlap none before. The
patterns go through the text as automata that remember, for each of their
states, the earliest word from which it can be reached; so no run is spelt out
that is not the longest at its end.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any, NamedTuple

from postlint.language import descriptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from postlint.language.columns import Columns
    from postlint.language.descriptions import Question


class Step(NamedTuple):
    """One description of a pattern, and how often a word of that kind may stand there."""

    question: Question
    negated: bool = False
    may_skip: bool = False
    may_stay: bool = False


class Track(NamedTuple):
    """A step in a certain text: which of its words take it; no word stands behind the last."""

    takes: Sequence[bool]
    may_skip: bool
    may_stay: bool


class Search:
    """The patterns of one rule; make it with `understood`."""

    def __init__(self, patterns: Sequence[Sequence[Step]]) -> None:
        """Take the patterns step by step."""
        self._patterns = patterns
        self._columns = frozenset(
            column for steps in patterns for step in steps for column in step.question.columns()
        )

    def can_read(self, columns: Columns) -> bool:
        """Tell whether all that the patterns look at was filled in."""
        return all(any(getattr(columns, name)) for name in self._columns)

    def find(self, columns: Columns) -> list[tuple[int, int]]:
        """Return first word and end (exclusive) of the longest runs, in order, none overlapping."""
        return longest(
            [[_track(step, columns) for step in steps] for steps in self._patterns],
            len(columns.words),
        )


def understood(patterns: Sequence[Sequence[Mapping[str, Any]]]) -> Search | None:
    """Return the search for checked patterns; None when spaCy has to be asked for one of them."""
    read = []
    for pattern in patterns:
        steps: list[Step] = []
        for description in pattern:
            question = descriptions.read(description)
            if question is None:
                return None
            steps += _steps(question, description)
        read.append(steps)
    return Search(read)


def _steps(question: Question, description: Mapping[str, Any]) -> list[Step]:
    """Return the steps that the operator of a description makes of its question."""
    once, any_number = Step(question), Step(question, may_skip=True, may_stay=True)
    return {
        "": [once],
        "!": [Step(question, negated=True)],
        "?": [Step(question, may_skip=True)],
        "*": [any_number],
        "+": [once, any_number],
    }[descriptions.operator_of(description)]


def _track(step: Step, columns: Columns) -> Track:
    takes = [each != step.negated for each in step.question.answers(columns)]
    return Track([*takes, False], step.may_skip, step.may_stay)


def longest(patterns: Sequence[Sequence[Track]], size: int) -> list[tuple[int, int]]:
    """Return the longest runs of a text of ``size`` words, in order, none overlapping.

    Whoever chooses a run of *n* words need look again at *n* words behind it at
    most: a run that began before its end and goes further would have been longer.
    """
    never, taken = size + 1, -1
    starts = [never] * (size + 1)
    waiting: list[tuple[int, int, int]] = []

    def look(first: int, last: int) -> None:
        for end in range(first + 1, last + 1):
            starts[end] = never
        for tracks in patterns:
            for end, start in _earliest(tracks, first, last):
                if start < starts[end]:
                    starts[end] = start
                    heappush(waiting, (start - end, start, end))

    look(0, size)
    chosen = []
    while waiting:
        minus, start, end = heappop(waiting)
        if starts[end] != start:
            continue
        chosen.append((start, end))
        starts[start + 1 : end + 1] = [taken] * (end - start)
        last = end
        while last < min(size, end - minus) and starts[last + 1] != taken:
            last += 1
        look(end, last)
    return sorted(chosen)


def _earliest(tracks: Sequence[Track], first: int, last: int) -> list[tuple[int, int]]:
    """Return the ends in ``first`` … ``last`` of runs within, each with the earliest start."""
    found = []
    never = last + 1
    reached = [never] * (len(tracks) + 1)
    for word in range(first, last + 1):
        after = [never] * (len(tracks) + 1)
        start = min(reached[0], word)
        for number, (takes, may_skip, may_stay) in enumerate(tracks):
            if takes[word]:
                to = number if may_stay else number + 1
                after[to] = min(after[to], start)
            start = min(reached[number + 1], start) if may_skip else reached[number + 1]
        if start < word:
            found.append((word, start))
        reached = after
    return found
