"""Find literal words and phrases in a text, all of them in one pass.

Whole tokens only, never substrings; an Aho-Corasick automaton does the
looking, so that time grows with the text and not with the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahocorasick import Automaton

_PLAIN = (("\n", " "), ("\r", " "), ("\t", " "))
_TYPESET = (
    *(("\u2019", "'"), ("\u2018", "'"), ("\u02bc", "'")),
    *(("\u2010", "-"), ("\u2011", "-")),
    *(("\u00a0", " "), ("\u202f", " "), ("\u2009", " ")),
    ("\u017f", "s"),
)
_SAME_WIDTH = (*_PLAIN, *_TYPESET)
"""Signs and what they are folded to. To replace one after the other is ten times as fast as
``str.translate``, for most texts hold two of them at most."""
_ELISIONS = frozenset({"l", "d", "j", "n", "s", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu"})
_VARIATION = "\ufe0f"


class Spot(NamedTuple):
    """Where a literal stands: code points ``[start, end)`` and the literal as listed."""

    start: int
    end: int
    literal: str


def fold(text: str) -> str:
    """Return ``text`` in lower case with plain apostrophes, hyphens, spaces; as long as it was."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for sign, plain in _PLAIN if lower.isascii() else _SAME_WIDTH:
        if sign in lower:
            lower = lower.replace(sign, plain)
    return lower


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _opens(folded: str, start: int) -> bool:
    """Tell whether a word can begin at ``start``: nothing of a longer word stands before it."""
    if start == 0 or not _is_word(folded[start]):
        return True
    before = folded[start - 1]
    if _is_word(before):
        return False
    if before not in "-'" or start == 1 or not _is_word(folded[start - 2]):
        return True
    if before == "-":
        return False
    begin = start - 1
    while begin and _is_word(folded[begin - 1]):
        begin -= 1
    return folded[begin : start - 1] in _ELISIONS


def _closes(folded: str, end: int) -> bool:
    """Tell whether a word can end at ``end``; a possessive ’s may follow."""
    if end >= len(folded) or not _is_word(folded[end - 1]):
        return True
    after = folded[end]
    if _is_word(after):
        return False
    if after not in "-'" or end + 1 == len(folded) or not _is_word(folded[end + 1]):
        return True
    if after == "-":
        return False
    possessive = folded[end + 1] == "s"
    return possessive and (end + 2 == len(folded) or not _is_word(folded[end + 2]))


def is_whole(folded: str, start: int, end: int) -> bool:
    """Tell whether ``[start, end)`` of a folded text begins and ends at edges of words."""
    return _opens(folded, start) and _closes(folded, end)


def spellings(literals: Iterable[str]) -> dict[str, str]:
    """Return each way that folded literals may be spelled, and the literal."""
    spelled = {literal: literal for literal in literals}
    for literal in tuple(spelled):
        if _VARIATION in literal:
            spelled.setdefault(literal.replace(_VARIATION, ""), literal)
    return spelled


class Lexicon:
    """A set of literals, ready to be looked for in folded texts."""

    __slots__ = ("_automaton", "_longest", "_looked", "_spelled", "literals")

    def __init__(self, literals: Iterable[str], *, folded: bool = False) -> None:
        """Take literals in any case (or ``folded`` already); emoji count without selector too."""
        self.literals = frozenset(
            literals if folded else (fold(literal) for literal in literals if literal)
        )
        self._automaton: Automaton | None = None
        self._spelled: dict[str, str] | None = None
        self._longest = 0
        self._looked = 0

    def _spellings(self) -> dict[str, str]:
        """Return each way a literal may be spelled, and the literal."""
        if self._spelled is None:
            self._spelled = spellings(self.literals)
            self._longest = max(map(len, self._spelled), default=0)
        return self._spelled

    def build(self) -> None:
        """Build the automaton now, for a process that will look through many texts."""
        if self.literals:
            self._built()

    def _built(self) -> Automaton:
        if self._automaton is None:
            from ahocorasick import Automaton

            automaton = Automaton()
            for spelling, literal in self._spellings().items():
                automaton.add_word(spelling, (len(spelling), literal))
            automaton.make_automaton()
            self._automaton = automaton
        return self._automaton

    def find(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[Spot]:
        """Yield every whole-token occurrence in ``folded[start:end]``, in order of its end.

        To build the automaton costs as much for each literal as to look through
        a character or so slice by slice; so that is done until there were as many
        characters as there are literals. Both find the same.
        """
        if not self.literals:
            return
        stop = len(folded) if end is None else end
        if self._automaton is None:
            self._looked += stop - start
            if self._looked < len(self.literals):
                yield from self._sliced(folded, start, stop)
                return
        for last, (length, literal) in self._built().iter(folded, start, stop):
            begin = last + 1 - length
            if begin < start or not is_whole(folded, begin, last + 1):
                continue
            if length == len(literal) or not folded.startswith(literal, begin):
                yield Spot(begin, last + 1, literal)

    def _sliced(self, folded: str, start: int, stop: int) -> Iterator[Spot]:
        spelled = self._spellings()
        starts = [at for at in range(start, stop) if _opens(folded, at)]
        found = []
        ends = [at for at in range(start + 1, stop + 1) if _closes(folded, at)]
        first = 0
        for begin in starts:
            while first < len(ends) and ends[first] <= begin:
                first += 1
            for index in range(first, len(ends)):
                finish = ends[index]
                if finish - begin > self._longest:
                    break
                literal = spelled.get(folded[begin:finish])
                short = literal is not None and finish - begin < len(literal)
                if literal is not None and not (short and folded.startswith(literal, begin)):
                    found.append(Spot(begin, finish, literal))
        yield from sorted(found, key=lambda spot: (spot.end, spot.start))

    def any(self, folded: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether at least one literal stands in ``folded[start:end]``."""
        return next(self.find(folded, start, end), None) is not None


def longest(spots: Iterable[Spot]) -> list[Spot]:
    """Keep the leftmost of spots that overlap, and the longest of those that begin together."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: (spot.start, -spot.end)):
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return kept
