"""Accept a risk in the file itself: a new entry under ``accept``, with a reason to be written.

Tries the places where an entry could stand, and takes the first that reads back
as meant. Not for tables: a cell of CSV is no place for a reason.
"""

from __future__ import annotations

import json
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from postlint.accepted import PLACEHOLDER, is_placeholder
from postlint.lazily import Pattern
from postlint.model import Post

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.lsp.judging import Judged, Sheet

MOST_LISTS: Final = 2
"""Of a queue's lists of risks, those before and behind a text."""

_FENCE: Final = Pattern(r"---[ \t]*")
_ENTRY: Final = Pattern(r"([ ]*)-[ ]+")
_ITEM: Final = Pattern(r"([ ]*)- ")
_KEY: Final = Pattern(r"([ ]*)(?:-[ ]+)?accept:[ \t]*(.*?)[ \t]*")
_JSON_LIST: Final = Pattern(r'"accept"\s*:\s*\[')
_JSON_TEXT: Final = Pattern(r'"text"\s*:\s*"')


def accepted(judged: Judged, at: int, rule: str) -> str | None:
    """Return the file with a risk accepted for the post ``at``, None where that cannot be done."""
    post = judged.items[at]
    if not isinstance(post, Post) or _awaits_reason(post, rule):
        return None
    for text in _attempts(judged, post, rule):
        if _reads_back(judged.sheet, text, at, post, rule):
            return text
    return None


def _awaits_reason(post: Post, rule: str) -> bool:
    return any(each.rule == rule and is_placeholder(each.reason) for each in post.accept)


def _reads_back(sheet: Sheet, text: str, at: int, before: Post, rule: str) -> bool:
    items = sheet.read(text)
    after = items[at] if at < len(items) else None
    return (
        isinstance(after, Post)
        and after.text == before.text
        and after.platforms == before.platforms
        and len(after.accept) == len(before.accept) + 1
        and any(each.rule == rule and each.reason == PLACEHOLDER for each in after.accept)
    )


def _attempts(judged: Judged, post: Post, rule: str) -> Iterator[str]:
    text = judged.sheet.text
    match judged.sheet.format:
        case "text":
            yield from _in_front_matter(text, rule)
        case "yaml":
            yield from _in_entry(text, post.line, rule)
        case "json" | "jsonl":
            yield from _in_object(text, judged.lines.index(post.positions.position(0)), rule)


def _flow(rule: str) -> str:
    return f'{{rule: {rule}, reason: "{PLACEHOLDER}"}}'


def _in_front_matter(text: str, rule: str) -> Iterator[str]:
    newline = _newline(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fences = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)][:2]
    if len(fences) == 2 and not "".join(lines[: fences[0]]).strip():  # noqa: PLR2004 - a pair
        yield from _in_mapping(lines, fences[0] + 1, fences[1], 0, rule, newline)
    else:
        opening = ["---", "accept:", f"  - {_flow(rule)}", "---", ""]
        yield newline.join([*opening, *lines])


def _in_entry(text: str, line: int, rule: str) -> Iterator[str]:
    """Yield attempts for the entry of a list in which a line stands."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number in range(min(line, len(lines)) - 1, -1, -1):
        begins = _ENTRY.match(lines[number])
        if begins:
            inside, dash = len(begins.group()), len(begins[1])
            end = _end(lines, number + 1, dash + 1)
            yield from _in_mapping(lines, number, end, inside, rule, _newline(text))


def _in_mapping(  # noqa: PLR0913, PLR0917 - a stretch of lines and what goes there
    lines: Sequence[str], start: int, end: int, indent: int, rule: str, newline: str
) -> Iterator[str]:
    """Yield attempts for a mapping in the lines ``start`` to ``end`` with keys in one column."""

    def with_lines(at: int, *new: str) -> str:
        return newline.join([*lines[:at], *new, *lines[at:]])

    blank = " " * indent
    for number in range(start, end):
        key = _KEY.fullmatch(lines[number])
        if key is None or lines[number].find("accept:") != indent:
            continue
        if key[2].endswith("]"):
            head = lines[number].rstrip()[:-1]
            comma = "" if head.endswith("[") else ", "
            changed = [*lines[:number], f"{head}{comma}{_flow(rule)}]", *lines[number + 1 :]]
            yield newline.join(changed)
            return
        item = _ITEM.match(lines[number + 1]) if number + 1 < end else None
        inner = item[1] if item else blank + "  "
        last = _end(lines[:end], number + 1, len(inner), "-")
        yield with_lines(last, f"{inner}- {_flow(rule)}")
        return
    yield with_lines(end, f"{blank}accept:", f"{blank}  - {_flow(rule)}")


def _end(lines: Sequence[str], start: int, indent: int, mark: str = "") -> int:
    """Return the line behind the last one from ``start`` on that is indented so far.

    One that is indented just so far begins with ``mark``.
    """
    last = start
    for number in range(start, len(lines)):
        words = lines[number]
        if words.strip():
            own = len(words) - len(words.lstrip(" "))
            if own < indent or (own == indent and not words[own:].startswith(mark)):
                break
            last = number + 1
    return last


def _in_object(text: str, begin: int, rule: str) -> Iterator[str]:
    """Yield attempts with a new key before the post's text, or in the lists nearest to it."""
    entry = json.dumps({"rule": rule, "reason": PLACEHOLDER}, ensure_ascii=False)
    for key in _JSON_TEXT.finditer(text, 0, begin):
        if key.end() == begin:
            yield f'{text[: key.start()]}"accept": [{entry}], {text[key.start() :]}'
    ends = (found.end() for found in _JSON_LIST.finditer(text))
    for end in nsmallest(MOST_LISTS, ends, key=lambda end: abs(end - begin)):
        yield f"{text[:end]}{entry}, {text[end:]}"


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
