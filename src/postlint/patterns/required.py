r"""What a pattern requires of a text, read from the pattern itself.

Every match of ``\b(?:rose|fell) by \d`` holds “rose” or “fell” as a word, and
“ by ”, and a digit. To look for such strings first is a hundred times cheaper
than to run the pattern (the idea of RE2's own FilteredRE2, which its Python
binding offers for sets of patterns only). Reads patterns that RE2 accepts;
what it does not understand promises nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from postlint.model import Way

EDGE: Final = "\x01"
"""Stands in required strings, and in texts made by `edged`, where a word begins or ends."""

RARE: Final = "\x02"
"""Stands behind a text with characters that are neither Latin letters nor usual signs."""

MOST_SETS: Final = 3
MOST_SPELLINGS: Final = 12
FEW_CHARS: Final = 3
DEEPEST: Final = 60
"""Groups in groups; of a pattern with more nothing is promised."""
_USUAL: Final = (
    *((0x00, 0xAC), (0xAE, 0x24F), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20BF)),
    *((0x2122, 0x2122), (0x2190, 0x21FF), (0x2600, 0x27BF), (0xFE0F, 0xFE0F), (0xFFFC, 0xFFFC)),
    *((0x1F1E6, 0x1F1FF), (0x1F300, 0x1FAFF)),
)
"""Ranges of usual characters: Latin, punctuation, currencies, arrows, emoji, what masks a link."""
_UNUSUAL: Final = Pattern("[^" + "".join(f"{chr(a)}-{chr(b)}" for a, b in _USUAL) + "]")
_RARE_MEMBER: Final = Pattern(
    r"\\p\{(?:Cyrillic|Greek)\}|(\\x\{[0-9A-Fa-f]+\}|[^\\\]-])(?:-(\\x\{[0-9A-Fa-f]+\}|[^\\\]-]))?"
)
_DIGITS: Final = frozenset("0123456789")
_FOLDED_ALIKE: Final = {"’": "'", "‘": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"}
_BOUNDARY: Final = Pattern(r"\b", re.ASCII)
_PLAIN: Final = Pattern(r"(?:[A-Za-z0-9 ,-]|\\[ -])+(?![?*+{])")
_WORDS: Final = Pattern(r"(?:[A-Za-z0-9 ,|-]|\\[ -])+(?=\))")
_BRACKETS: Final = Pattern(r"\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|[()]", re.DOTALL)
_ESCAPED: Final = Pattern(r"\\([^\w\\-])")
_SPACES: Final = frozenset("sWntrfv")
_COMMON: Final = frozenset(
    "a an and are as at be but by can do for from had has have he her his how i if in is it its "
    "just me my no not of on or our out she so that the their them there they this to up us was "
    "we were what when who will with you your".split()
)
_FREQUENT: Final = frozenset(" .,'-:/;()")


def edged(folded: str) -> str:
    """Return a folded text with every edge of a word (of ASCII letters, as in RE2) marked.

    A mark at its end tells of characters that few texts have.
    """
    marked = _BOUNDARY.sub(EDGE, folded)
    return marked if folded.isascii() or not _UNUSUAL.search(folded) else marked + RARE


def required(pattern: str) -> Way:
    """Return sets of strings; an edged text with a match contains one string of each set.

    At most `MOST_SETS`, the most telling first; empty where the pattern promises nothing.
    """
    reader = _Reader(pattern)
    read = reader.alternatives(0, _Edges(left=False, right=False))
    return _best(read.way) if read.end == len(pattern) else ()


class _Edges(NamedTuple):
    """Whether a word must begin where a piece begins, and end where it ends."""

    left: bool
    right: bool


class _Read(NamedTuple):
    """What was read of a pattern, and where the rest begins."""

    way: Way
    end: int


class _Piece(NamedTuple):
    """One piece: what it promises, or the one character that it is."""

    end: int
    char: str | None = None
    way: Way = ()
    is_edge: bool = False
    no_word: bool = False
    """Whether all that it matches are characters of no word."""
    few: tuple[str, ...] = ()
    """The characters of a small class."""


def _is_word(char: str) -> bool:
    return char == "_" or (char.isascii() and char.isalnum())


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
        return all(run and not _is_word(run[-1]) for run in self.runs)

    def add(self, chars: Iterable[str]) -> None:
        """Go on with one of some characters; the empty string is none."""
        self.runs = [run + char for run in self.runs for char in chars]

    def close(self, *, ends: bool = False, begins: bool = False) -> None:
        """Keep the run, whose last word may end here, and open one where a word may begin."""
        strings = frozenset(_marked(run + (EDGE if ends else "")) for run in self.runs)
        if "" not in strings:
            self.sets.append(strings)
        self.runs = [EDGE if begins else ""]


def _marked(run: str) -> str:
    """Return a run with the edges that stand in every text where it stands."""
    body = run.replace(EDGE, "")
    if not body.strip():
        return ""
    marked = edged(body)
    if _is_word(body[0]) and run[0] != EDGE:
        marked = marked[1:]
    if _is_word(body[-1]) and run[-1] != EDGE:
        marked = marked[:-1]
    return marked


class _Reader:
    """Reads one pattern, each place once."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._closings = _closings(pattern)
        self._depth = 0

    def alternatives(self, at: int, edges: _Edges) -> _Read:
        """Read branches up to the closing parenthesis or the end; each must promise something."""
        words = _WORDS.match(self.pattern, at)
        if words is not None:
            return _Read(_any_word(words.group(), edges), words.end())
        branches: list[Way] = []
        while True:
            way, at = self._sequence(at, edges)
            branches.append(_best(way))
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
            elif pattern[at] == "(":
                way, end = self._group(at, gathered, right=edges.right)
                gathered.close(ends=self._edge_follows(at, right=edges.right))
                gathered.sets += way
                at = end
            else:
                at = self._add(_piece(pattern, at), at, gathered, right=edges.right)
        gathered.close(ends=edges.right)
        return _Read(tuple(gathered.sets), at)

    def _add(self, piece: _Piece, at: int, gathered: _Gathered, *, right: bool) -> int:
        """Add the piece at ``at``, with its quantifier; return where the next begins."""
        least, end = _least(self.pattern, piece.end)
        chars = _spelled(piece, least, self.pattern[piece.end : end])
        if chars and len(chars) * len(gathered.runs) <= MOST_SPELLINGS:
            gathered.add(chars)
        elif piece.char is not None and least > 1:
            gathered.add(piece.char)
            gathered.close()
        else:
            no_word = piece.no_word or bool(piece.char and not _is_word(piece.char))
            begins = no_word and (bool(least) or gathered.at_edge)
            gathered.close(ends=self._edge_follows(at, right=right), begins=begins)
            gathered.sets += piece.way if least else ()
        return end

    def _group(self, at: int, before: _Gathered, *, right: bool) -> _Read:
        """Read a group and its quantifier, with what stands on either side of it."""
        closing = self._closings[at]
        least, end = _least(self.pattern, closing + 1)
        start = _inside(self.pattern, at + 1)
        if start is None or not least or self._depth >= DEEPEST:
            return _Read((), end)
        once = least == 1 and end == closing + 1
        edges = _Edges(
            left=once and before.at_edge, right=once and self._edge_follows(end, right=right)
        )
        self._depth += 1
        way, _ = self.alternatives(start, edges)
        self._depth -= 1
        return _Read(way, end)

    def _edge_follows(self, at: int, *, right: bool) -> bool:
        """Tell whether no word can go on at ``at``; ``right``: whether none can behind the branch.

        Groups are not looked into: of them it is not known.
        """
        pattern = self.pattern
        while at < len(pattern) and pattern[at] not in "|)":
            if pattern[at] == "(":
                return False
            piece = _piece(pattern, at)
            least, at = _least(pattern, piece.end)
            no_word = piece.no_word or bool(piece.char and not _is_word(piece.char))
            if piece.is_edge or (no_word and least):
                return True
            if not no_word:
                return False
        return right


def _spelled(piece: _Piece, least: int, quantifier: str) -> tuple[str, ...]:
    """Return the few characters that a piece is one of; nothing where they are many."""
    if piece.is_edge:
        return (EDGE,)
    if least > 1 or quantifier not in ("", "?", "??"):
        return ()
    chars = (piece.char,) if piece.char is not None else piece.few
    return (*chars, "") if chars and not least else tuple(chars)


def _closings(pattern: str) -> dict[int, int]:
    """Return where each group ends, by where it begins."""
    found, opened = {}, []
    for match in _BRACKETS.finditer(pattern):
        if match.group() == "(":
            opened.append(match.start())
        elif match.group() == ")":
            found[opened.pop()] = match.start()
    return found


def _any_word(words: str, edges: _Edges) -> Way:
    """Return what branches of nothing but plain characters promise."""
    left, right = EDGE * edges.left, EDGE * edges.right
    strings = frozenset(_marked(f"{left}{_plainly(word)}{right}") for word in words.split("|"))
    return () if "" in strings else (strings,)


def _plainly(literal: str) -> str:
    return literal.replace("\\", "").lower()


def _either(branches: Sequence[Way]) -> Way:
    """Return what one branch or another promises: best sets joined, next best, and so on."""
    shared = min(map(len, branches))
    return tuple(frozenset().union(*(way[n] for way in branches)) for n in range(shared))


def _inside(pattern: str, at: int) -> int | None:
    """Return where the first branch of a group begins; None for a group of flags alone."""
    if not pattern.startswith("?", at):
        return at
    end = at + 1
    while pattern[end] not in ":>)":
        end += 1
    return None if pattern[end] == ")" else end + 1


def _least(pattern: str, at: int) -> tuple[int, int]:
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


def _piece(pattern: str, at: int) -> _Piece:
    char = pattern[at]
    if char == "[":
        return _class(pattern, at + 1)
    if char == "\\":
        return _escape(pattern, at + 1)
    if char in "^$":
        return _Piece(at + 1, is_edge=True)
    if char == ".":
        return _Piece(at + 1)
    return _Piece(at + 1, char=_folded(char))


def _folded(char: str) -> str | None:
    low = char.lower()
    single = len(low) == 1 and not low.isspace()
    return _FOLDED_ALIKE.get(low, low) if single or low == " " else None


def _class(pattern: str, at: int) -> _Piece:
    """Read a class; one that is a single character in its folded form counts as that."""
    end = at + (pattern[at] == "^")
    end += pattern[end] == "]"
    while pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
        if pattern.startswith("[:", end):
            end = pattern.index(":]", end) + 2
    inside = pattern[at:end]
    if inside and inside[0] != "^" and _is_rare(inside):
        return _Piece(end + 1, way=(frozenset({RARE}),))
    if inside in ("0-9", "\\d"):
        return _Piece(end + 1, way=(_DIGITS,))
    simple = _ESCAPED.sub(r"\1", inside.replace("\\s", "\n").replace("\\n", "\n"))
    if inside.startswith("^") or "\\" in simple or "-" in inside[1:-1] or "[:" in inside:
        return _Piece(end + 1)
    no_word = not any(char.isalnum() or char == "_" for char in simple)
    folded = {_folded(char) for char in simple}
    if None in folded:
        return _Piece(end + 1, no_word=no_word)
    only = frozenset(char for char in folded if char is not None)
    if len(only) == 1:
        return _Piece(end + 1, char=next(iter(only)))
    few = tuple(sorted(only)) if len(only) <= FEW_CHARS else ()
    return _Piece(end + 1, way=(only,), no_word=no_word, few=few)


def _is_rare(members: str) -> bool:
    """Tell whether a class holds none but unusual characters."""
    at = 0
    while at < len(members):
        member = _RARE_MEMBER.match(members, at)
        if member is None:
            return False
        first, last = member.groups()
        if first:
            low, high = _code(first), _code(last or first)
            if any(low <= end and high >= start for start, end in _USUAL):
                return False
        at = member.end()
    return True


def _code(spelled: str) -> int:
    return int(spelled[3:-1], 16) if len(spelled) > 1 else ord(spelled)


def _escape(pattern: str, at: int) -> _Piece:
    char = pattern[at]
    if char == "d":
        return _Piece(at + 1, way=(_DIGITS,))
    if char in "bAz":
        return _Piece(at + 1, is_edge=True)
    if char in "pPx":
        named = pattern[at + 1] == "{"
        end = pattern.index("}", at) + 1 if named else at + (3 if char == "x" else 2)
        rare = named and _is_rare(pattern[at - 1 : end])
        return _Piece(end, way=(frozenset({RARE}),) if rare else ())
    if char.isalnum():
        return _Piece(at + 1, no_word=char in _SPACES)
    return _Piece(at + 1, char=_folded(char))


def _best(sets: Iterable[frozenset[str]]) -> Way:
    """Return the sets that tell most, the best first, without those that tell next to nothing."""
    rated = sorted({each: _telling(each) for each in sets if each}.items(), key=_rating)
    telling = tuple(each for each, worth in rated if worth > 1)[:MOST_SETS]
    return telling or tuple(each for each, worth in rated if worth > 0)[:1]


def _rating(rated: tuple[frozenset[str], int]) -> tuple[int, int, str]:
    strings, telling = rated
    return -telling, len(strings), min(strings)


def _telling(strings: frozenset[str]) -> int:
    """Return how much it tells that one of the strings stands in a text; 0 is nothing."""
    return min(map(_rarity, strings))


@lru_cache(maxsize=1 << 16)
def _rarity(string: str) -> int:
    body = string.replace(EDGE, "")
    bare = body.strip()
    if string == RARE:
        return 4
    if len(bare) == 1 and not (bare.isascii() and bare.isalnum()):
        return 0 if bare in _FREQUENT else 3
    if len(bare) == 1 and bare.isdigit():
        return 2
    if bare in _COMMON or len(bare) == 1:
        return 1 if len(string) - len(bare) > 1 else 0
    return len(body) + (len(string) - len(body)) // 2
