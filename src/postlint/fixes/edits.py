"""One round of fixes: spelled for their places, put into the file, and read back.

Fixes of posts that do not read back as meant are skipped, with the reason;
where the whole file does not, the round is halved until those to blame are found.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from postlint.fixes.rawfile import Edit, RawFile
from postlint.model import Post, Unreadable
from postlint.spans import SourceMap
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.model import Fix

Items: TypeAlias = "Sequence[Post | Unreadable]"
Reread: TypeAlias = "Callable[[bytes], Items]"

_NOWHERE: Final = SourceMap.plain("")
_PAIRS: Final = frozenset("'\"\\\r\n")


class Change(NamedTuple):
    """A fix of the post that stands ``at`` so many in what a file holds."""

    at: int
    fix: Fix


@dataclass(frozen=True, slots=True)
class Skipped:
    """A fix that could not be made, and why."""

    post: Post
    fix: Fix
    why: str


@dataclass(frozen=True, slots=True)
class Round:
    """A file after fixes: its text, what it holds now, and the fixes that were made."""

    file: RawFile
    items: Items
    made: tuple[Change, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def apply(file: RawFile, items: Items, changes: Sequence[Change], reread: Reread) -> Round:
    """Make as many of the changes as read back exactly; they must not overlap."""
    return _grow(Round(file, items), Round(file, items), changes, reread)


def _grow(start: Round, so_far: Round, changes: Sequence[Change], reread: Reread) -> Round:
    """Add ``changes`` to those made so far, all at once where possible, else in parts."""
    if not changes:
        return so_far
    tried = _attempt(start, (*so_far.made, *changes), reread)
    if isinstance(tried, Round):
        return replace(tried, skipped=so_far.skipped)
    many = Counter(change.at for change in changes)
    blamed = [
        each for each in changes if len(changes) == 1 or (each.at in tried and many[each.at] == 1)
    ]
    told = set(blamed)
    rest = [each for each in changes if each not in told]
    so_far = replace(so_far, skipped=(*so_far.skipped, *(_skip(start, each) for each in blamed)))
    if blamed:
        return _grow(start, so_far, rest, reread)
    middle = len(changes) // 2
    for half in (changes[:middle], changes[middle:]):
        so_far = _grow(start, so_far, half, reread)
    return so_far


def _skip(start: Round, change: Change) -> Skipped:
    why = "it cannot be written there without changing how the file reads"
    return Skipped(_post(start, change), change.fix, why)


def _attempt(start: Round, changes: tuple[Change, ...], reread: Reread) -> Round | set[int]:
    """Return the file with all changes made, else which posts would not read back as meant.

    None is named where the whole file would not.
    """
    try:
        file = start.file.changed([_edit(start, change) for change in changes])
        items = reread(file.raw)
    except (ValueError, UnicodeEncodeError):
        return set()
    if len(items) != len(start.items):
        return set()
    texts = _texts(start, changes)
    pairs = enumerate(zip(start.items, items, strict=True))
    wrong = {at for at, (old, new) in pairs if not _as_meant(old, new, texts.get(at))}
    return wrong or Round(file, items, changes)


def _texts(start: Round, changes: Sequence[Change]) -> dict[int, str]:
    """Return what the changed posts are meant to say."""
    texts = {change.at: _post(start, change).text for change in changes}
    for change in sorted(changes, key=lambda c: -c.fix.span.start):
        text, fix = texts[change.at], change.fix
        texts[change.at] = text[: fix.span.start] + fix.text + text[fix.span.end :]
    return texts


def _as_meant(old: Post | Unreadable, new: Post | Unreadable, text: str | None) -> bool:
    """Tell whether a post is what it was, but for its text and for where things stand."""
    if not isinstance(old, Post) or not isinstance(new, Post):
        return type(old) is type(new)
    return new.text == (old.text if text is None else text) and _rest(old) == _rest(new)


def _rest(post: Post) -> Post:
    unplaced = tuple(replace(each, line=None) for each in post.accept)
    return replace(post, text="", positions=_NOWHERE, accept=unplaced)


def _post(start: Round, change: Change) -> Post:
    post = start.items[change.at]
    assert isinstance(post, Post)  # noqa: S101 - only posts have fixes
    return post


def _edit(start: Round, change: Change) -> Edit:
    post, span, file = _post(start, change), change.fix.span, start.file
    first = file.index(post.positions.position(span.start))
    last = first if span.start == span.end else _end(post, span.end, file)
    return Edit(first, last, _spelled(change.fix.text, post, file))


def _end(post: Post, end: int, file: RawFile) -> int:
    """Return the index behind the last character of a span.

    The next character may stand elsewhere: behind a comment, a fold, trailing
    blanks. One that is spelled as a pair (a doubled quotation mark, a
    backslash, a newline) reaches as far as the next.
    """
    character = post.text[end - 1]
    index = file.index(post.positions.position(end - 1))
    if character not in _PAIRS and file.text.startswith(character, index):
        return index + 1
    return file.index(post.positions.position(end))


def _spelled(text: str, post: Post, file: RawFile) -> str:
    """Return a replacement as it is written where the post stands.

    A value in quotes begins behind its quotation mark, whatever the format;
    the format decides what the mark asks for.
    """
    begin = file.index(post.positions.position(0))
    mark = file.text[begin - 1] if begin else ""
    ending = post.source.rpartition(".")[2].lower()
    if ending in {"csv", "tsv"}:
        text = text.replace('"', '""') if mark == '"' else text
    elif ending in {"json", "jsonl", "ndjson", "yaml", "yml"} and mark == '"':
        text = json.dumps(text, ensure_ascii=False)[1:-1]
    elif ending in {"yaml", "yml"} and mark == "'":
        text = text.replace("'", "''")
    return text.replace("\n", file.newline)
