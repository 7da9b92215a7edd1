"""Where a finding stands, as other programs want it: paths, addresses, ranges, fingerprints.

Not for reading files: what is not in the report is not known here.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from postlint.lazily import Pattern
from postlint.reporters import escaped
from postlint.spans import Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.model import Finding, Post
    from postlint.spans import Anchor, Span

AROUND = 40
"""How many code points on either side tell one “jerk” from another."""

DRIVE = Pattern("[A-Za-z]:/")
SLASH = ord("/")


class Range(NamedTuple):
    """A half-open range in a source file, 1-based."""

    start: Position
    end: Position


def path(source: str) -> str:
    """Return a source with slashes, as every system's tools read it."""
    return source.replace("\\", "/").removeprefix("./")


def uri(source: str) -> str:
    """Return a source as a reference of RFC 3986: relative, unless the path is not."""
    given = path(source)
    encoded = escaped.percent(given, escaped.UNRESERVED | {SLASH})
    if given.startswith("/"):
        return f"file://{encoded}" if not given.startswith("//") else f"file:{encoded}"
    if DRIVE.match(given):
        return f"file:///{given[:2]}{encoded.removeprefix(escaped.percent(given[:2]))}"
    return encoded


def characters(post: Post, span: Span) -> Range:
    """Return the range in code points; the end is the place just after the span."""
    start, end = post.positions.position(span.start), post.positions.position(span.end)
    return Range(start, max(start, end))


def in_bytes(post: Post, span: Span) -> Range:
    """Return the range with columns in bytes of UTF-8.

    Exact where the post was read from a file. Of one made in memory, what
    stands on a line before the text is taken to be ASCII, and so are escapes.
    """
    start, end = _in_bytes(post, span.start), _in_bytes(post, span.end)
    return Range(start, max(start, end))


def verbatim(post: Post, span: Span, text: str) -> bool:
    """Tell whether ``text`` can be put into the file as it is, in the place of ``span``.

    A value of JSON, YAML or CSV would need quoting there, except for plain words;
    where the text begins a line it stands in no such value.
    """
    in_step = not any(span.start < each.offset <= span.end for each in post.positions.anchors)
    plain = all(char.isalnum() or char in " -." for char in text)
    return in_step and (plain or post.positions.position(0).column == 1)


def fingerprints(findings: Iterable[tuple[Post, Finding]], *, with_path: bool) -> list[str]:
    """Return for each finding a name that outlives moved lines, unique within ``findings``.

    It comes from the rule, the matched words and those around them, never from
    line numbers; like passages of one file are counted. With the path, it is
    unique over all files.
    """
    seen: Counter[tuple[str, str]] = Counter()
    names = []
    for post, found in findings:
        name = digest(found.rule.id, *_surroundings(post.text, found.span))
        seen[post.source, name] += 1
        number = str(seen[post.source, name])
        names.append(digest(path(post.source), name, number) if with_path else f"{name}:{number}")
    return names


def digest(*parts: str) -> str:
    """Return a short name that only these parts have."""
    from hashlib import sha256

    joined = "\0".join(parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _surroundings(text: str, span: Span) -> tuple[str, str, str]:
    before = " ".join(text[: span.start][-AROUND:].split())
    after = " ".join(text[span.end :][:AROUND].split())
    return before, " ".join(span.of(text).split()), after


def _in_bytes(post: Post, offset: int) -> Position:
    known = post.positions.in_bytes(offset)
    if known is not None:
        return known
    anchors = post.positions.anchors
    line = post.positions.position(offset).line
    on_line = [each for each in anchors if each.offset <= offset and each.line == line]
    column = on_line[0].column
    for each, following in pairwise(on_line):
        column += _size(post.text, each, following)
    last = on_line[-1]
    return Position(line, column + _bytes(post.text[last.offset : offset]))


def _size(text: str, each: Anchor, following: Anchor) -> int:
    """Count the bytes between two anchors of one line, of which the last may be an escape."""
    wide = following.column - each.column
    chars = text[each.offset : following.offset]
    if wide == len(chars) or not chars:
        return _bytes(chars) if wide == len(chars) else wide
    return _bytes(chars[:-1]) + wide - len(chars) + 1


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
