"""Links with and without a protocol, by the rules of twitter-text 3.1.

A text is cut into runs of what a host name may hold, and a run is read label by
label: no pattern here can backtrack far, so that any text takes linear time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.social.found import Link
from postlint.social.hosts import bare_domains, domain_end, encodable
from postlint.social.letters import ACCENTS, DIRECTIONS, INVALID, SPACES
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ASCII_WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_NOT_BEFORE = frozenset(_ASCII_WORD + "@＠$#＃" + INVALID)
_NOT_BEFORE_BARE = frozenset("-_./")

_RUN = Pattern(rf"[^!\"#$%&'()*+,/:;<=>?@\[\]^`{{|}}~\x00-\x1f\x7f{SPACES}{DIRECTIONS}{INVALID}]+")
_POINT = Pattern(r"\.(?=[^\W_])")
"""Every name of a top-level domain begins with a letter."""
_PROTOCOL = Pattern(r"https?://\Z", re.IGNORECASE)
_LONGEST_PROTOCOL = len("https://")

_PORT = Pattern(":[0-9]+")
_IN_PATH = rf"a-zA-Z0-9\u0400-\u04ff!*';:=+,.$/%#\[\]\-\u2013_~@|&{ACCENTS}"
_PATH = Pattern(rf"[{_IN_PATH}]+")
_NEVER_LAST = "!*';:,.$%[]\u2013~@|&"
_PARENTHESES = Pattern(rf"\((?!\))[{_IN_PATH}]*+(?:\([{_IN_PATH}]++\)[{_IN_PATH}]*+)?\)")
_QUERY = Pattern(r"\?[a-zA-Z0-9!?*'();:&=+$/%#\[\]\-_.,~|@]*[a-zA-Z0-9_&=#/\-]")
_SHORTENED = Pattern(r"https?://t\.co/([a-zA-Z0-9]+)", re.IGNORECASE)

_LONGEST_LINK = 4096
_LONGEST_SLUG = 40


def find_links(text: str) -> Iterator[Link]:
    """Yield each link of ``text``, in order."""
    free = 0  # where the last match ended; the next needs a character of its own before it
    for start, stop in _dotted_runs(text):
        if stop <= free:
            continue
        links, end = _protocol_link(text, start, stop, free) or _bare_links(text, start, stop, free)
        free = max(free, end)
        yield from links


def _dotted_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of what a host name may hold that have a point, and a name behind it."""
    done = 0
    for point in _POINT.finditer(text):
        if point.start() < done:
            continue
        begin = max(done, text.rfind(" ", done, point.start()) + 1)
        for run in _RUN.finditer(text, begin):
            if run.end() > point.start():
                done = run.end()
                yield run.span()
                break


def _protocol_link(text: str, start: int, stop: int, free: int) -> tuple[list[Link], int] | None:
    """Read the run as the host of a link with a protocol; None where it is not one."""
    before = text[max(0, start - _LONGEST_PROTOCOL) : start]
    protocol = _PROTOCOL.search(before) if before.endswith("://") else None
    if not protocol:
        return None
    begin = start - len(protocol[0])
    if begin and (text[begin - 1] in _NOT_BEFORE or begin <= free):
        return None
    host_end, _ = domain_end(text, start, stop)
    if host_end is None:
        return None
    end = _tail_end(text, host_end)
    host = text[start:host_end]
    if not encodable(host) or end - begin > _LONGEST_LINK:
        return [], end
    link_end = end
    if shortened := _SHORTENED.match(text, begin, end):
        if len(shortened[1]) > _LONGEST_SLUG:
            return [], end
        query = _QUERY.match(text, shortened.end())
        link_end = query.end() if query else shortened.end()
    span = Span(begin, link_end)
    return [Link(span, span.of(text), host=host.lower(), protocol=True)], end


def _bare_links(text: str, start: int, stop: int, free: int) -> tuple[list[Link], int]:
    """Read the run as links without a protocol; return them, and where reading ended."""
    at = start if start > free or free == 0 else free + 1
    while at < stop:
        if (at and text[at - 1] in _NOT_BEFORE) or text[at] in "-_.":
            at += 1
            continue
        host_end, read = domain_end(text, at, stop)
        if host_end is None:
            at = read + 1
            continue
        end = _tail_end(text, host_end)
        if at and text[at - 1] in _NOT_BEFORE_BARE:
            return [], end
        return list(_bare(text, at, host_end, end)), end
    return [], 0


def _bare(text: str, start: int, host_end: int, end: int) -> Iterator[Link]:
    """Yield the links whose host is Latin between ``start`` and ``host_end``.

    Scripts that write without spaces run on into a name, so only its Latin
    labels count; what follows the host belongs to the last of them.
    """
    for first, last in bare_domains(text, start, host_end):
        host = text[first:last]
        span = Span(first, end if last == host_end else last)
        if encodable(host) and span.end - first + _LONGEST_PROTOCOL <= _LONGEST_LINK:
            yield Link(span, span.of(text), host=host.lower())


def _tail_end(text: str, end: int) -> int:
    """Return where port, path and query that follow a host end."""
    if text.startswith(":", end) and (port := _PORT.match(text, end)):
        end = port.end()
    if text.startswith("/", end):
        end = _path_end(text, end)
    query = _QUERY.match(text, end) if text.startswith("?", end) else None
    return query.end() if query else end


def _path_end(text: str, slash: int) -> int:
    """Return where the path from ``slash`` on ends: not at punctuation, brackets balanced."""
    at = end = slash + 1
    while True:
        if run := _PATH.match(text, at):
            kept = run[0].rstrip(_NEVER_LAST)
            end = at + len(kept) if kept else end
            at = run.end()
        elif brackets := _PARENTHESES.match(text, at):
            at = end = brackets.end()
        else:
            return end
