"""Regular expressions that come from data, on RE2: linear in the text, whatever the pattern."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from postlint.patterns.outline import outline
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMORY: Final = 8 << 20
"""Bytes that one compiled pattern may take; RE2 refuses a larger one."""


def linear(pattern: str, *, case: bool = False) -> Any:
    """Compile ``pattern`` for texts; ``ValueError`` carries the engine's reason."""
    return _compiled(pattern, case=case)


@lru_cache(maxsize=2048)
def _compiled(pattern: str | bytes, *, case: bool) -> Any:
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
        spelled = pattern if isinstance(pattern, str) else pattern.decode()
        msg = f"“{spelled}” is not a pattern that RE2 knows: {reason}"
        raise ValueError(msg) from None


class Found(NamedTuple):
    """A match: its group called “hit”, else all of it, and its other named groups."""

    span: Span
    values: dict[str, str]


class Linear:
    """A pattern that looks at encoded texts, as RE2 itself does.

    Most patterns are looked for in vain, so an outline of it is looked for first
    where that is compiled faster; what is found is told in code points.
    """

    __slots__ = ("_case", "_engine", "_outline", "_pattern")

    def __init__(self, pattern: str, *, case: bool = False) -> None:
        """Take a pattern, which is compiled when a text may match it."""
        self._pattern = pattern
        self._case = case
        self._engine: Any = None
        self._outline: Any = None

    def compile(self) -> Any:
        """Compile the pattern, and return what does the looking; ``ValueError`` tells why not."""
        if self._engine is None:
            self._engine = _compiled(self._pattern.encode(), case=self._case)
        return self._engine

    def _may_match(self, encoded: bytes) -> bool:
        if self._outline is None:
            wider = outline(self._pattern)
            if wider == self._pattern:
                self.compile()
                return True
            self._outline = _compiled(wider.encode(), case=self._case)
        return self._outline.search(encoded) is not None

    def finditer(self, encoded: bytes) -> Iterator[Found]:
        """Yield the matches in a text in UTF-8 that are not empty, with places in code points."""
        if self._engine is None and not self._may_match(encoded):
            return
        engine = self.compile()
        bytes_before = chars_before = 0
        for match in engine.finditer(encoded):
            groups = {name: value for name, value in match.groupdict().items() if value}
            start, end = match.span(engine.groupindex[b"hit"] if b"hit" in groups else 0)
            if start == end:
                continue
            chars_before += len(encoded[bytes_before:start].decode())
            bytes_before = start
            length = len(encoded[start:end].decode())
            yield Found(
                Span(chars_before, chars_before + length),
                {name.decode(): value.decode() for name, value in groups.items()},
            )
