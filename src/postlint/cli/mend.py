"""``--fix`` and ``--diff``: put fixes into files, or show what that would change."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from postlint import fixes, posts
from postlint.cli import output
from postlint.cli.sources import STDIN, TEXT
from postlint.errors import UsageError
from postlint.reporters import places
from postlint.reporters.visible import visible
from postlint.reporters.words import many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.cli.sources import Sources
    from postlint.fixes import Mended
    from postlint.linter import Linter
    from postlint.model import Fix, Post, Unreadable

_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")


def mended(sources: Sources, linter: Linter, *, diff: bool, unsafe: bool) -> Sources:
    """Write fixes into the files, or only show them; return the sources as they are now."""
    if diff:
        show(sources, linter, unsafe=unsafe)
        return sources
    return fix(sources, linter, unsafe=unsafe)


def fix(sources: Sources, linter: Linter, *, unsafe: bool) -> Sources:
    """Write fixes into the files, and tell what was done; return the sources as they are now.

    Mended standard input goes to standard output.
    """
    if TEXT in sources.paths:
        problem = "--fix needs a file or standard input to change; --diff shows fixes of --text"
        raise UsageError(problem)
    made = files = 0
    for path, raw, mended in _mended(sources, linter, unsafe=unsafe):
        if path == STDIN:
            sources = sources.holding(path, mended.raw)
        elif mended.raw != raw:
            _replace(path, raw, mended.raw)
        made += mended.made
        files += mended.raw != raw
    if STDIN in sources.held:
        _write_raw(sources.held[STDIN])  # excluded or unreadable, it goes through as it is
    if made:
        _tell(f"{many(made, 'replacement')} made in {many(files, 'file')}")
    return sources


def show(sources: Sources, linter: Linter, *, unsafe: bool) -> None:
    """Print what ``fix`` would change as a unified diff; write nothing."""
    import difflib

    for path, raw, mended in _mended(sources, linter, unsafe=unsafe):
        if mended.raw != raw:
            name = places.path(sources.name(path)).lstrip("/")
            legacy = _legacy(sources, path)
            before, after = _lines(raw, legacy), _lines(mended.raw, legacy)
            changed = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
            output.write("".join(_whole(line) for line in changed), output.STDOUT)


def _mended(
    sources: Sources, linter: Linter, *, unsafe: bool
) -> Iterator[tuple[str, bytes, Mended]]:
    """Yield each source with its bytes before and after."""
    for path in sources.paths:
        raw = sources.raw(path)
        if raw is None or len(raw) > posts.MAX_BYTES:
            continue

        def reread(changed: bytes, path: str = path) -> list[Post | Unreadable]:
            return list(sources.parse(path, changed))

        def fixes_of(asked: Sequence[Post]) -> Iterator[list[Fix]]:
            return wanted(asked, linter, unsafe=unsafe)

        with _silence():
            mended = fixes.mend(raw, reread, fixes_of, _legacy(sources, path))
        yield path, raw, mended
        _tell_what_is_left(sources.name(path), mended)


def wanted(asked: Sequence[Post], linter: Linter, *, unsafe: bool) -> Iterator[list[Fix]]:
    """Yield, post by post, the first fix of each finding that may be made."""
    results = linter.lint(asked)
    for post in asked:
        found = []
        for _ in post.platforms or (None,):
            for finding in next(results).findings:
                allowed = (fix for fix in finding.fixes if unsafe or fix.safe)
                found += list(allowed)[:1]
        yield found


def _legacy(sources: Sources, path: str) -> str | None:
    return posts.READERS[posts.format_of(sources.name(path)) or "text"].legacy


def _replace(path: str, before: bytes, after: bytes) -> None:
    try:
        if Path(path).read_bytes() != before:
            problem = f"{path}: was changed by somebody else meanwhile; nothing was written"
            raise UsageError(problem)
        output.replace_file(Path(path), after)
    except OSError as fault:
        problem = f"{path}: the fixes cannot be written: {fault.strerror}"
        raise UsageError(problem) from None


def _write_raw(raw: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(raw)
    sys.stdout.buffer.flush()


def _lines(raw: bytes, legacy: str | None) -> list[str]:
    """Return the lines of a file, each with its line feed; other newlines stay within."""
    return _LINE.findall(fixes.RawFile.of(raw, legacy).text)


def _whole(line: str) -> str:
    """Return a line of a diff that ends; where somebody watches, it paints nothing."""
    ending = "\n" if line.endswith("\n") else "\n\\ No newline at end of file\n"
    line = line.removesuffix("\n")
    return (visible(line) if sys.stdout.isatty() else line) + ending


def _tell_what_is_left(name: str, mended: Mended) -> None:
    if mended.endless:
        _tell(f"{name}: not fixed, for its fixes ask for one another without end")
    for each in mended.skipped:
        words = each.fix.span.of(each.post.text)
        line, column = each.post.positions.position(each.fix.span.start)
        _tell(f"{name}:{line}:{column}: “{words}” is not replaced by “{each.fix.text}”: {each.why}")


def _tell(what: str) -> None:
    click.echo(f"postlint: {visible(what)}", err=True)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the readers from saying in every round what the report's reading says once."""
    import logging

    log = logging.getLogger("postlint")
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = False
