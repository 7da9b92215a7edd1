"""The examples of a rule: texts with ``[[ ]]`` round what must be flagged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from postlint.model import Example
from postlint.spans import Span
from postlint.yamlfile import plain

if TYPE_CHECKING:
    from postlint.yamlfile import Fields, Node

OPEN: Final = "[["
CLOSE: Final = "]]"
LEAST: Final = 2
"""Examples of each sort that a rule must have."""


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return the text without marks, and the marked spans; ``ValueError`` where one stays open."""
    text, spans = "", []
    rest = marked
    while OPEN in rest:
        before, _, rest = rest.partition(OPEN)
        close = rest.find(CLOSE)
        if close < 0:
            msg = f"“{OPEN}” is never closed"
            raise ValueError(msg)
        while rest.startswith(CLOSE, close + 1):  # [[[NAME]]] marks brackets too
            close += 1
        inside, rest = rest[:close], rest[close + len(CLOSE) :]
        text += before
        spans.append(Span(len(text), len(text) + len(inside)))
        text += inside
    return text + rest, tuple(spans)


def _example(fields: Fields, node: Node) -> Example:
    context: dict[str, Any] = {}
    written = node
    if isinstance(node.value, dict):
        context = {str(key): plain(value) for key, value in node.value.items() if key != "text"}
        written = node.value.get("text", node)  # type: ignore[call-overload]
    if not isinstance(written.value, str):
        problem = "an example is a text, or a mapping with “text” and front-matter keys"
        raise fields.fault(problem, written)
    try:
        text, spans = unmark(written.value)
    except ValueError as error:
        raise fields.fault(f"example: {error}", written) from None
    return Example(text, spans, context, written.line)


def read_examples(fields: Fields) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """Return the flagging examples and the near-misses; at least two of each."""
    inner = fields.mapping("examples", required=True)
    assert inner is not None  # noqa: S101 - it is required
    flag = tuple(_example(inner, node) for node in inner.items("flag", required=True))
    quiet = tuple(_example(inner, node) for node in inner.items("pass", required=True))
    inner.done()
    for name, found in (("flag", flag), ("pass", quiet)):
        if len(found) < LEAST:
            problem = f"examples: “{name}” needs at least {LEAST}, not {len(found)}"
            raise inner.fault(problem)
    for example in quiet:
        if example.spans:
            problem = "a “pass” example is a near-miss: nothing in it is marked"
            raise fields.error(problem, fields.path, example.line, 1)
    return flag, quiet
