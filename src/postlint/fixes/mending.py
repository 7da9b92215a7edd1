"""Round after round of fixes, until a file needs none: mending it again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from postlint.fixes.edits import Change, Round, Skipped, apply
from postlint.fixes.rawfile import RawFile
from postlint.model import Fix, Post
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from postlint.fixes.edits import Items, Reread

Wanted: TypeAlias = "Callable[[Sequence[Post]], Iterable[Sequence[Fix]]]"

ROUNDS: Final = 100
"""More rounds than this mean that a fix asks for another without end."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's bytes with its fixes made, how many were, and those that could not be.

    ``endless`` tells that fixes kept asking for one another, so that none was made.
    """

    raw: bytes
    made: int = 0
    skipped: tuple[Skipped, ...] = ()
    endless: bool = False


def mend(raw: bytes, reread: Reread, wanted: Wanted, legacy: str | None = None) -> Mended:
    """Make the fixes that ``wanted`` names for each post, and those for what they lead to.

    ``reread`` reads a file's bytes; ``wanted`` gives the fixes of each of some
    posts, in order; ``legacy`` is the encoding of files that are not Unicode.
    Two fixes that undo one another leave the file at the first of its states.
    """
    try:
        now = Round(RawFile.of(raw, legacy), reread(raw))
    except UnicodeDecodeError:
        return Mended(raw)
    states = [Mended(raw)]
    asked: set[int] | None = None
    for _ in range(ROUNDS):
        now = apply(now.file, now.items, list(_changes(now.items, asked, wanted)), reread)
        last = states[-1]
        skipped = _once((*last.skipped, *now.skipped))
        state = Mended(now.file.raw, last.made + len(now.made), skipped)
        again = next((each for each in states if each.raw == state.raw), None)
        if again is not None:
            return replace(again, skipped=skipped)
        states.append(state)
        asked = {change.at for change in now.made}
    return Mended(raw, endless=True)


def _changes(items: Items, asked: set[int] | None, wanted: Wanted) -> Iterator[Change]:
    """Yield the changes that posts want; after the first round, only those that were changed."""
    found = [
        (index, item)
        for index, item in enumerate(items)
        if isinstance(item, Post) and (asked is None or index in asked)
    ]
    for (index, _), fixes in zip(found, wanted([post for _, post in found]), strict=True):
        for fix in apart(fixes):
            yield Change(index, fix)


def _once(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    """Leave out what an earlier round has said of a post that was asked again."""
    told = {
        (each.post.id, each.fix.span.of(each.post.text), each.fix.text): each for each in skipped
    }
    return tuple(told.values())


def apart(fixes: Iterable[Fix]) -> Iterator[Fix]:
    """Yield fixes that do not touch the same words, the first of those that do."""
    start, end = -1, 0
    for fix in sorted(fixes, key=lambda fix: (fix.span, fix.text)):
        if fix.span.start >= end and fix.span.start != start:
            yield fix
            start, end = fix.span.start, fix.span.end
