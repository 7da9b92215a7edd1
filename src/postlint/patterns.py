"""Regular expressions that come from data, on RE2: linear in the text, whatever the pattern."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

MOST_MEMORY: Final = 8 << 20
"""Bytes that one compiled pattern may take; RE2 refuses a larger one."""


@lru_cache(maxsize=2048)
def linear(pattern: str, *, case: bool = False) -> Any:
    """Compile ``pattern``; ``ValueError`` carries the engine's reason."""
    import re2

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = case
    options.max_mem = MOST_MEMORY
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0]
        reason = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        msg = f"“{pattern}” is not a pattern that RE2 knows: {reason}"
        raise ValueError(msg) from None


_DIGITS: Final = frozenset("0123456789")
_CLASSES: Final = {"d": _DIGITS}
_ZERO_WIDTH: Final = frozenset("bBAz")
_FOLDED_ALIKE: Final = {"’": "'", "‘": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"}


def atoms(pattern: str) -> frozenset[str] | None:
    """Return folded strings of which every match of ``pattern`` contains at least one.

    None where the pattern promises nothing. To look for a few strings first is
    a hundred times cheaper than to run the pattern (the idea of RE2's own
    FilteredRE2, which its Python binding offers for sets of patterns only).
    """
    found, end = _alternatives(pattern, 0)
    return found if end == len(pattern) else None


def _alternatives(pattern: str, at: int) -> tuple[frozenset[str] | None, int]:
    """Read branches up to the closing parenthesis or the end; each must promise something."""
    together: frozenset[str] | None = frozenset()
    while True:
        branch, at = _sequence(pattern, at)
        together = None if branch is None or together is None else together | branch
        if at >= len(pattern) or pattern[at] == ")":
            return together, at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[frozenset[str] | None, int]:
    """Read one branch; return the most telling of the sets that its pieces promise."""
    best: frozenset[str] | None = None
    run = ""

    def keep(promise: frozenset[str] | None) -> None:
        nonlocal best
        if promise and (best is None or _telling(promise) > _telling(best)):
            best = promise

    while at < len(pattern) and pattern[at] not in "|)":
        promise, char, at = _piece(pattern, at)
        least, at = _least(pattern, at)
        if char is not None and least == 1:
            run += char
            continue
        if char is not None and least > 1:
            run += char
        keep(frozenset({run}) if run else None)
        run = ""
        if char is None and least:
            keep(promise)
    keep(frozenset({run}) if run else None)
    return best, at


def _telling(promise: frozenset[str]) -> tuple[int, int]:
    return min(map(len, promise)), -len(promise)


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


def _piece(pattern: str, at: int) -> tuple[frozenset[str] | None, str | None, int]:
    """Read one piece: what it promises, or the one character that it is."""
    char = pattern[at]
    if char == "(":
        return _group(pattern, at + 1)
    if char == "[":
        return _class(pattern, at + 1)
    if char == "\\":
        return _escape(pattern, at + 1)
    if char in ".^$":
        return None, None, at + 1
    return None, _folded(char), at + 1


def _folded(char: str) -> str | None:
    low = char.lower()
    single = len(low) == 1 and not low.isspace()
    return _FOLDED_ALIKE.get(low, low) if single or low == " " else None


def _group(pattern: str, at: int) -> tuple[frozenset[str] | None, str | None, int]:
    if pattern.startswith("?", at):
        end = at + 1
        while pattern[end] not in ":>)":
            end += 1
        if pattern[end] == ")":
            return None, None, end + 1
        at = end + 1
    promise, end = _alternatives(pattern, at)
    return promise, None, end + 1


def _class(pattern: str, at: int) -> tuple[frozenset[str] | None, str | None, int]:
    """Read a class; one that is a single character in its folded form counts as that."""
    end = at + (pattern[at] == "^")
    end += pattern[end] == "]"
    while pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
        if pattern.startswith("[:", end):
            end = pattern.index(":]", end) + 2
    inside = pattern[at:end]
    if inside in ("0-9", "\\d"):
        return _DIGITS, None, end + 1
    if inside.startswith("^") or "\\" in inside or "-" in inside[1:-1] or "[:" in inside:
        return None, None, end + 1
    folded = {_folded(char) for char in inside}
    if None in folded:
        return None, None, end + 1
    only = {char for char in folded if char is not None}
    return (None, only.pop(), end + 1) if len(only) == 1 else (frozenset(only), None, end + 1)


def _escape(pattern: str, at: int) -> tuple[frozenset[str] | None, str | None, int]:
    char = pattern[at]
    if char in _CLASSES:
        return _CLASSES[char], None, at + 1
    if char in "pP":
        end = pattern.index("}", at) + 1 if pattern[at + 1] == "{" else at + 2
        return None, None, end
    if char == "x":
        end = pattern.index("}", at) + 1 if pattern[at + 1] == "{" else at + 3
        return None, None, end
    if char.isalnum():
        return None, None, at + 1
    return None, _folded(char), at + 1
