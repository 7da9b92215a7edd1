"""A document's text to what postlint finds in it, with the places to show it.

Knows no protocol: a document is a name and a text.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postlint import __version__, posts, runner
from postlint.errors import PostlintError
from postlint.model import Post, Report, Unreadable
from postlint.spans import LineIndex
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from threading import Event

    from postlint.lsp.desk import Desk, Desks
    from postlint.model import Finding, Result, Rule

ENDINGS: Final[Mapping[str, str]] = {
    "yaml": ".yaml",
    "json": ".json",
    "jsonl": ".jsonl",
    "jsonlines": ".jsonl",
    "csv": ".csv",
    "tsv": ".tsv",
}
"""How files of an editor's languages end; of others, and without a known end, text."""

HEAD: Final = 64 * 1024
"""So much of a table or tree is looked at to tell a queue from other files."""


class Cancelled(Exception):
    """Nobody wants the answer any more."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as the editor holds it; ``path`` ends as its format asks for."""

    path: str
    text: str
    unit: str = "utf-16"

    @property
    def format(self) -> str:
        """The name of the format's reader."""
        return posts.format_of(self.path) or "text"

    def read(self, text: str | None = None) -> list[Post | Unreadable]:
        """Return what is in the document, or would be in ``text``."""
        raw = (self.text if text is None else text).encode("utf-8", "surrogatepass")
        return list(posts.with_alt_texts(posts.read(raw, self.path, self.format), self.path))

    @property
    def is_ours(self) -> bool:
        """Whether it is a draft or a queue, not some other YAML, JSON or CSV."""
        head = self.text[:HEAD].replace("\r\n", "\n").replace("\r", "\n")
        return posts.READERS[self.format].is_queue(head)


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding of the post that stands ``at`` so many in its document."""

    at: int
    result: Result
    finding: Finding


@dataclass(frozen=True, slots=True)
class Judged:
    """A document, what was read in it, and what was found; or the ``fault`` that forbade it."""

    sheet: Sheet
    lines: LineIndex
    items: tuple[Post | Unreadable, ...] = ()
    results: tuple[tuple[int, Result], ...] = ()
    known: tuple[Rule, ...] = ()
    fault: PostlintError | None = None

    @property
    def unreadable(self) -> Iterator[Unreadable]:
        """What could not be read."""
        return (item for item in self.items if isinstance(item, Unreadable))

    @property
    def marks(self) -> Iterator[Mark]:
        """Yield the findings; what a post is told for two platforms alike is told once."""
        told = set()
        for at, result in self.results:
            for finding in result.findings:
                name = (at, finding.span, finding.rule.id, finding.message)
                if name not in told:
                    told.add(name)
                    yield Mark(at, result, finding)


def name_of(path: str, language: str | None) -> str:
    """Return the name that a document is read under: with the end that its language asks for."""
    return path if posts.format_of(path) else path + ENDINGS.get(language or "", "")


def judge(sheet: Sheet, desks: Desks, cancelled: Event) -> Judged:
    """Read and lint a document; raises ``Cancelled`` soon after ``cancelled`` is set."""
    blank = Judged(sheet, LineIndex(sheet.text, sheet.unit))
    try:
        desk = desks.at(Path(sheet.path).parent)
        if not sheet.is_ours or desk.excluded(sheet.path):
            return replace(blank, known=desk.known)
        items = tuple(sheet.read())
        report = _lint(items, desk, cancelled)
    except PostlintError as fault:
        return replace(blank, fault=fault)
    return replace(blank, items=items, results=_placed(items, report), known=desk.known)


def _lint(items: tuple[Post | Unreadable, ...], desk: Desk, cancelled: Event) -> Report:
    def go_on(_: int) -> None:
        if cancelled.is_set():
            raise Cancelled

    go_on(0)
    return runner.run(desk.linter, items, __version__, go_on, bilingual=desk.bilingual)


def _placed(items: tuple[Post | Unreadable, ...], report: Report) -> tuple[tuple[int, Result], ...]:
    """Pair each result with the number of its post: they come in order, one a platform."""
    results = iter(report.results)
    return tuple(
        (at, result)
        for at, item in enumerate(items)
        if isinstance(item, Post)
        for result in islice(results, max(1, len(item.platforms)))
    )
