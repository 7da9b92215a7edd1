r"""What a pattern requires of a text, read from the pattern itself.

Every match of ``\b(?:rose|fell) by \d`` holds “rose” or “fell” as a word, and
“ by ”, and a digit. To look for such strings first is a hundred times cheaper
than to run the pattern (the idea of RE2's own FilteredRE2, which its Python
binding offers for sets of patterns only). Reads patterns that RE2 accepts;
what it does not understand promises nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.lazily import Pattern
from postlint.patterns.edges import EDGE, is_word, marked
from postlint.patterns.pieces import (
    LITERAL,
    Piece,
    closings,
    inside,
    is_edge,
    least_of,
    piece_at,
    spelled,
)
from postlint.patterns.telling import best_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from postlint.model import Way


MOST_SPELLINGS: Final = 32
"""Strings that a run of characters and groups of words may be spelled as."""
DEEPEST: Final = 60
"""Groups in groups; of a pattern with more nothing is promised."""
_PLAIN: Final = Pattern(r"(?:[A-Za-z0-9 ,-]|\\[ -])+(?![?*+{])")
_WORDS: Final = Pattern(r"(?:[A-Za-z0-9 ,|-]|\\[ -])+(?=[|)])")
"""Branches of nothing but plain characters."""


def required(pattern: str) -> Way:
    """Return sets of strings; an edged text with a match contains one string of each set.

    A few of them, the most telling first; empty where the pattern promises nothing.
    """
    if LITERAL in pattern:
        return ()  # what is spelled between \Q and \E is no pattern; few write it so
    reader = _Reader(pattern)
    read = reader.alternatives(0, _Edges(left=False, right=False))
    return best_of(read.way) if read.end == len(pattern) else ()


class _Edges(NamedTuple):
    """Whether a word must begin where a piece begins, and end where it ends."""

    left: bool
    right: bool


class _Rims(NamedTuple):
    """Whether a group begins where no word goes on, and ends so."""

    begins: bool
    ends: bool


_NO_RIMS: Final = _Rims(begins=False, ends=False)


class _Read(NamedTuple):
    """What was read of a pattern, and where the rest begins."""

    way: Way
    end: int


class _Gathered:
    """The required strings of a branch, and the run of characters that is being read.

    The run may be spelled in a few ways (“https?” is “http” or “https”).
    """

    def __init__(self, *, at_edge: bool) -> None:
        self.sets: list[frozenset[str]] = []
        self.runs = [EDGE if at_edge else ""]

    @property
    def at_edge(self) -> bool:
        """Whether a word that comes next must begin here."""
        return all(run and not is_word(run[-1]) for run in self.runs)

    def add(self, chars: Iterable[str]) -> None:
        """Go on with one of some characters; the empty string is none."""
        self.runs = [run + char for run in self.runs for char in chars]

    def close(self, *, ends: bool = False, begins: bool = False) -> None:
        """Keep the run, whose last word may end here, and open one where a word may begin."""
        strings = frozenset(marked(run + (EDGE if ends else "")) for run in self.runs)
        if "" not in strings:
            self.sets.append(_shortest(strings))
        self.runs = [EDGE if begins else ""]


class _Reader:
    """Reads one pattern, no place more often than groups lie around it."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._closings = closings(pattern)
        self._depth = 0
        self._known: dict[int, tuple[str, ...] | None] = {}
        self._rims_of: dict[int, _Rims] = {}

    def alternatives(self, at: int, edges: _Edges) -> _Read:
        """Read branches up to the closing parenthesis or the end; each must promise something."""
        branches: list[Way] = []
        while True:
            words = _WORDS.match(self.pattern, at)
            if words is not None:
                way, at = _any_word(words.group(), edges), words.end()
            else:
                way, at = self._sequence(at, edges)
            branches.append(best_of(way))
            if at >= len(self.pattern) or self.pattern[at] == ")":
                return _Read(_either(branches), at)
            at += 1

    def _sequence(self, at: int, edges: _Edges) -> _Read:
        """Read one branch; return what its pieces promise."""
        pattern, gathered = self.pattern, _Gathered(at_edge=edges.left)
        while at < len(pattern) and pattern[at] not in "|)":
            plain = _PLAIN.match(pattern, at)
            if plain is not None:
                gathered.add((_plainly(plain.group()),))
                at = plain.end()
            elif (spelled := self._spelled_group(at)) is not None:
                strings, end = spelled
                if len(strings) * len(gathered.runs) > MOST_SPELLINGS:
                    gathered.close(begins=gathered.at_edge)
                gathered.add(strings)
                at = end
            elif pattern[at] == "(":
                way, end = self._group(at, gathered, right=edges.right)
                begins = self._rims(at, end).ends
                gathered.close(ends=self._edge_follows(at, right=edges.right), begins=begins)
                gathered.sets += way
                at = end
            else:
                at = self._add(piece_at(pattern, at), at, gathered, right=edges.right)
        gathered.close(ends=edges.right)
        return _Read(tuple(gathered.sets), at)

    def _add(self, piece: Piece, at: int, gathered: _Gathered, *, right: bool) -> int:
        """Add the piece at ``at``, with its quantifier; return where the next begins."""
        least, end = least_of(self.pattern, piece.end)
        chars = spelled(piece, least, self.pattern[piece.end : end])
        first = chars or (spelled(piece, 1, "") if least else ())
        if first:
            if len(first) * len(gathered.runs) > MOST_SPELLINGS:
                ends = self._edge_follows(at, right=right)
                gathered.close(ends=ends, begins=gathered.at_edge)
            gathered.add(first)
            if not chars:  # it repeats: the last one stands before what comes next
                gathered.close()
                gathered.add(first)
        else:
            begins = is_edge(piece) and (bool(least) or gathered.at_edge)
            gathered.close(ends=self._edge_follows(at, right=right), begins=begins)
            gathered.sets += piece.way if least else ()
        return end

    def _spelled_group(self, at: int) -> tuple[tuple[str, ...], int] | None:
        """Return the few strings that a group at ``at`` stands for, and where it ends.

        None where there is no group, or it may stand for many strings, or for none in particular.
        """
        if self.pattern[at] != "(" or self._depth >= DEEPEST:
            return None
        closing = self._closings[at]
        least, end = least_of(self.pattern, closing + 1)
        start = inside(self.pattern, at + 1)
        if start is None or self.pattern[closing + 1 : end] not in ("", "?", "??"):
            return None
        if start not in self._known:
            self._depth += 1
            self._known[start] = self._spellings(start)
            self._depth -= 1
        strings = self._known[start]
        return None if strings is None else ((*strings, *([] if least else [""])), end)

    def _spellings(self, at: int) -> tuple[str, ...] | None:
        """Return all that the branches from ``at`` on stand for, where these are few strings."""
        found: list[str] = []
        while True:
            runs = [""]
            while self.pattern[at] not in "|)":
                strings: tuple[str, ...]
                plain = _PLAIN.match(self.pattern, at)
                inner = None if plain else self._spelled_group(at)
                if plain is not None:
                    strings, at = (_plainly(plain.group()),), plain.end()
                elif inner is not None:
                    strings, at = inner
                elif self.pattern[at] == "(":
                    return None
                else:
                    piece = piece_at(self.pattern, at)
                    least, at = least_of(self.pattern, piece.end)
                    strings = spelled(piece, least, self.pattern[piece.end : at])
                if not strings or len(strings) * len(runs) > MOST_SPELLINGS:
                    return None
                runs = [run + string for run in runs for string in strings]
            found += runs
            if len(found) > MOST_SPELLINGS:
                return None
            if self.pattern[at] == ")":
                return tuple(found)
            at += 1

    def _group(self, at: int, before: _Gathered, *, right: bool) -> _Read:
        """Read a group and its quantifier, with what stands on either side of it."""
        closing = self._closings[at]
        least, end = least_of(self.pattern, closing + 1)
        start = inside(self.pattern, at + 1)
        if start is None or not least or self._depth >= DEEPEST:
            return _Read((), end)
        once = least == 1 and end == closing + 1
        left = before.at_edge  # of the first, if it repeats; the edge behind is that of the last
        edges = _Edges(left, right=(once or not left) and self._edge_follows(end, right=right))
        self._depth += 1
        way, _ = self.alternatives(start, edges)
        self._depth -= 1
        return _Read(way, end)

    def _rims(self, at: int, end: int) -> _Rims:
        """Tell whether a group from ``at`` to ``end`` begins and ends where no word goes on.

        Groups in it are not looked into: of them it is not known.
        """
        closing, start = self._closings[at], inside(self.pattern, at + 1)
        if start is None or end != closing + 1:
            return _NO_RIMS
        if start not in self._rims_of:
            self._rims_of[start] = self._rims_from(start, closing)
        return self._rims_of[start]

    def _rims_from(self, at: int, closing: int) -> _Rims:
        begins = ends = True
        first, last = True, False
        while at <= closing and (begins or ends):
            if self.pattern[at] in "|)":
                begins, ends = begins and not first, ends and last
                at, first, last = at + 1, True, False
            elif self.pattern[at] == "(":
                return _NO_RIMS
            else:
                piece = piece_at(self.pattern, at)
                least, at = least_of(self.pattern, piece.end)
                last = bool(least) and is_edge(piece)
                begins, first = begins and (last or not first), False
        return _Rims(begins, ends)

    def _edge_follows(self, at: int, *, right: bool) -> bool:
        """Tell whether no word can go on at ``at``; ``right``: whether none can at the end."""
        pattern = self.pattern
        while at < len(pattern) and pattern[at] not in "|)":
            if pattern[at] == "(":
                return self._rims(at, least_of(pattern, self._closings[at] + 1)[1]).begins
            piece = piece_at(pattern, at)
            least, at = least_of(pattern, piece.end)
            if not is_edge(piece):
                return False
            if least or piece.is_edge:
                return True
        return right


def _shortest(strings: frozenset[str]) -> frozenset[str]:
    """Leave out strings that hold another."""
    return frozenset(
        each for each in strings if not any(other in each and other != each for other in strings)
    )


def _any_word(words: str, edges: _Edges) -> Way:
    """Return what branches of nothing but plain characters promise."""
    left, right = EDGE * edges.left, EDGE * edges.right
    strings = frozenset(marked(f"{left}{_plainly(word)}{right}") for word in words.split("|"))
    return () if "" in strings else (strings,)


def _plainly(literal: str) -> str:
    return literal.replace("\\", "").lower()


def _either(branches: Sequence[Way]) -> Way:
    """Return what one branch or another promises: best sets joined, next best, and so on."""
    shared = min(map(len, branches))
    return tuple(frozenset().union(*(way[n] for way in branches)) for n in range(shared))
