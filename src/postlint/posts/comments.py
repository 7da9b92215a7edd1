"""Risks accepted in a comment of a draft, which is for postlint and not for publishing.

    <!-- postlint: accept untrue/unsourced-figure because the minister said so
         on 3 November (by hom, until 2026-12-31) -->

Other comments are part of the text: what would be pasted is what is checked.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.errors import PostError
from postlint.lazily import Pattern
from postlint.model import Acceptance
from postlint.posts.entry import WORDS_OF_A_REASON
from postlint.posts.spelling import Lines, Spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.spans import SourceMap

_OPENING: Final = Pattern(r"<!--[ \t\n]*postlint:", re.IGNORECASE)
_CLOSING: Final = "-->"
_BLANKS: Final = Pattern(r"[ \t]*")
_BLANK_LINES: Final = Pattern(r"(?:[ \t]*\n)*")
_DETAIL: Final = Pattern(r"(by|until) (.+)")
_FORM: Final = "write <!-- postlint: accept RULE because REASON (by NAME, until 2026-12-31) -->"


class Comment(NamedTuple):
    """A comment: the code points ``start`` to ``end`` of the file, and what it accepts."""

    start: int
    end: int
    acceptance: Acceptance


def find(text: str, source: str, lines: Lines, start: int, end: int) -> list[Comment]:
    """Return the comments between two indexes of a file; raises PostError for a wrong one."""
    found = []
    opening = _OPENING.search(text, start, end)
    while opening:
        place = lines.position(opening.start())
        closing = text.find(_CLOSING, opening.end(), end)
        if closing < 0:
            problem = "this comment for postlint never closes: write --> behind it"
            raise PostError(problem, source, *place)
        words = " ".join(text[opening.end() : closing].split())
        try:
            acceptance = _acceptance(words, place.line)
        except ValueError as fault:
            raise PostError(str(fault), source, *place) from None
        found.append(Comment(opening.start(), closing + len(_CLOSING), acceptance))
        opening = _OPENING.search(text, found[-1].end, end)
    return found


def without(
    text: str, lines: Lines, found: list[Comment], start: int, end: int
) -> tuple[str, SourceMap]:
    """Return the text between two indexes without its comments, and its places."""
    spelling = Spelling()
    last = start
    for begin, stop in _kept(text, found, start, end):
        for line in re.finditer(r"[^\n]*(\n?)", text[begin:stop]):
            words = line.group().removesuffix("\n")
            spelling.stretch(words, begin + line.start())
            if line[1]:
                spelling.spelled("\n", begin + line.start(1))
        last = stop
    return spelling.finish(lines, last)


def _kept(text: str, found: list[Comment], start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches that stay: no line, and no blank, is left where a comment was."""
    kept: list[tuple[int, int]] = []
    for comment in found:
        first, last = comment.start, comment.end
        begins = text.rfind("\n", start, first) + 1 or start
        rest = _BLANKS.match(text, last, end)
        behind = rest.end() if rest else last
        if not text[max(begins, start) : first].strip() and text[behind : behind + 1] in {"", "\n"}:
            first, last = begins, min(behind + 1, end)
            if not text[start:first].strip() or text[start:first].endswith("\n\n"):
                blank = _BLANK_LINES.match(text, last, end)
                last = blank.end() if blank else last
        elif first > start and text[first - 1] in " \t":
            first -= 1
        kept.append((start, first))
        start = last
    kept.append((start, end))
    return _trimmed(text, kept)


def _trimmed(text: str, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take the newlines off the end of what stays."""
    while kept:
        begin, stop = kept.pop()
        size = len(text[begin:stop].rstrip("\n"))
        if size:
            return [*kept, (begin, begin + size)]
    return []


def _acceptance(words: str, line: int) -> Acceptance:
    """Read what a comment says; ``ValueError`` says what is wrong with it."""
    command, _, rest = words.partition(" ")
    rule, because, reason = rest.partition(" because ")
    if command != "accept" or not because or " " in rule:
        msg = f"not understood: {_FORM}"
        raise ValueError(msg)
    reason, details = _details(reason)
    if len(reason.split()) < WORDS_OF_A_REASON:
        msg = "say in three words or more why the risk is accepted"
        raise ValueError(msg)
    until = details.get("until")
    try:
        day = None if until is None else date.fromisoformat(until)
    except ValueError:
        msg = f"until “{until}”: write a day such as 2026-12-31"
        raise ValueError(msg) from None
    return Acceptance(rule, reason, details.get("by"), day, line)


def _details(reason: str) -> tuple[str, dict[str, str]]:
    """Split “(by NAME, until DATE)” from the end of a reason; other parentheses belong to it."""
    words, opening, inside = reason.rpartition("(")
    parts = list(_parts(inside.removesuffix(")")))
    if not opening or not reason.endswith(")") or None in parts:
        return reason, {}
    return words.strip(), {part[1]: part[2] for part in parts if part}


def _parts(inside: str) -> Iterator[re.Match[str] | None]:
    for part in inside.split(","):
        yield _DETAIL.fullmatch(part.strip())
