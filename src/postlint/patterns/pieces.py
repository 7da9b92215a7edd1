"""One piece of a pattern that RE2 accepts, and its quantifier: what it matches, as far as is known.

Not what pieces come to together: `postlint.patterns.required` knows that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.lazily import Pattern
from postlint.patterns.edges import EDGE, RARE, is_rare, is_word

if TYPE_CHECKING:
    from postlint.model import Way

LITERAL: Final = r"\Q"
"""Behind it a pattern is spelled as it is meant, up to ``\\E``."""
FEW_CHARS: Final = 10
_RANGE: Final = Pattern(r"([0-9])-([0-9])|([a-z])-([a-z])")
_FOLDED_ALIKE: Final = {"’": "'", "‘": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"}
_ESCAPED: Final = Pattern(r"\\([^\w\\-])")
_BRACKETS: Final = Pattern(r"\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|[()]", re.DOTALL)
_ESCAPES: Final = Pattern(r"\\(.)")
_SPACES: Final = frozenset("sWntrfv")


class Piece(NamedTuple):
    """One piece: what it promises, or the one character that it is."""

    end: int
    char: str | None = None
    way: Way = ()
    is_edge: bool = False
    no_word: bool = False
    """Whether all that it matches are characters of no word."""
    few: tuple[str, ...] = ()
    """The characters of a small class."""


def piece_at(pattern: str, at: int) -> Piece:
    """Read the piece at ``at``, which is no group."""
    char = pattern[at]
    if char == "[":
        return _class(pattern, at + 1)
    if char == "\\":
        return _escape(pattern, at + 1)
    if char in "^$":
        return Piece(at + 1, is_edge=True)
    if char == ".":
        return Piece(at + 1)
    return Piece(at + 1, char=_folded_char(char))


def least_of(pattern: str, at: int) -> tuple[int, int]:
    """Read a quantifier; return how often the piece stands at least (2: more than once)."""
    if at >= len(pattern) or pattern[at] not in "?*+{":
        return 1, at
    if pattern[at] == "{":
        end = pattern.find("}", at)
        low = pattern[at + 1 : end].partition(",")[0]
        at, least = end + 1, (0 if low in ("", "0") else 2)
    else:
        least = 2 if pattern[at] == "+" else 0
        at += 1
    return least, at + (pattern[at : at + 1] == "?")


_DIGIT: Final = Piece(0, way=(frozenset("0123456789"),), few=tuple("0123456789"))


def is_edge(piece: Piece) -> bool:
    """Tell whether no word goes on where the piece stands once."""
    return piece.is_edge or piece.no_word or bool(piece.char and not is_word(piece.char))


def spelled(piece: Piece, least: int, quantifier: str) -> tuple[str, ...]:
    """Return the few characters that a piece is one of; nothing where they are many."""
    if piece.is_edge:
        return (EDGE,)
    if least > 1 or quantifier not in ("", "?", "??"):
        return ()
    chars = (piece.char,) if piece.char is not None else piece.few
    return (*chars, "") if chars and not least else tuple(chars)


def closings(pattern: str) -> dict[int, int]:
    """Return where each group ends, by where it begins."""
    found, opened = {}, []
    for match in _BRACKETS.finditer(pattern):
        if match.group() == "(":
            opened.append(match.start())
        elif match.group() == ")":
            found[opened.pop()] = match.start()
    return found


def inside(pattern: str, at: int) -> int | None:
    """Return where the first branch of a group begins; None for a group of flags alone."""
    if not pattern.startswith("?", at):
        return at
    end = at + 1
    while pattern[end] not in ":>)":
        end += 1
    return None if pattern[end] == ")" else end + 1


def _folded_char(char: str) -> str | None:
    low = char.lower()
    single = len(low) == 1 and not low.isspace()
    return _FOLDED_ALIKE.get(low, low) if single or low == " " else None


def _class(pattern: str, at: int) -> Piece:
    """Read a class; one that is a single character in its folded form counts as that."""
    end = at + (pattern[at] == "^")
    end += pattern[end] == "]"
    while pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
        if pattern.startswith("[:", end):
            end = pattern.index(":]", end) + 2
    inside = pattern[at:end]
    if inside and inside[0] != "^" and is_rare(inside):
        return Piece(end + 1, way=(frozenset({RARE}),))
    if inside in ("0-9", "\\d"):
        return _DIGIT._replace(end=end + 1)
    inside = _RANGE.sub(_members, inside)
    simple = _ESCAPED.sub(r"\1", inside.replace("\\s", "\n").replace("\\n", "\n"))
    if inside.startswith("^") or "\\" in simple or "-" in simple[1:-1] or "[:" in inside:
        return Piece(end + 1, no_word=inside[:1] == "^" and "w" in _ESCAPES.findall(inside))
    no_word = not any(char.isalnum() or char == "_" for char in simple)
    folded = {_folded_char(char) for char in simple}
    if None in folded:
        return Piece(end + 1, no_word=no_word)
    only = frozenset(char for char in folded if char is not None)
    if len(only) == 1:
        return Piece(end + 1, char=next(iter(only)))
    few = tuple(sorted(only)) if len(only) <= FEW_CHARS else ()
    return Piece(end + 1, way=(only,), no_word=no_word, few=few)


def _members(match: re.Match[str]) -> str:
    """Return the characters of a short range of a class, or the range itself."""
    first, last = ord(match[0][0]), ord(match[0][2])
    short = 0 <= last - first < FEW_CHARS
    return "".join(map(chr, range(first, last + 1))) if short else match[0]


def _escape(pattern: str, at: int) -> Piece:
    char = pattern[at]
    if char == "d":
        return _DIGIT._replace(end=at + 1)
    if char in "bAz":
        return Piece(at + 1, is_edge=True)
    if char in "pPx":
        named = pattern[at + 1] == "{"
        end = pattern.index("}", at) + 1 if named else at + (3 if char == "x" else 2)
        rare = named and is_rare(pattern[at - 1 : end])
        if char == "x" and not rare:
            return Piece(end, char=_folded_char(chr(int(pattern[at + 1 : end].strip("{}"), 16))))
        return Piece(end, way=(frozenset({RARE}),) if rare else ())
    if char.isalnum():
        return Piece(at + 1, no_word=char in _SPACES)
    return Piece(at + 1, char=_folded_char(char))
