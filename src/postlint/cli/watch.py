"""``--watch``: check again whenever a post was saved, until somebody has seen enough."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import click

from postlint import posts
from postlint.cli.sources import STDIN
from postlint.errors import PostlintError, UsageError
from postlint.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Stamp: TypeAlias = "tuple[int, int]"
Stamps: TypeAlias = "Mapping[str, Stamp]"

PAUSE: Final = 0.5
"""Seconds between two looks."""


TOLD: Final = 3
"""So many changed files are named."""


class Setup(NamedTuple):
    """A run, ready to be repeated, and the files and folders that it was made from."""

    check: Callable[[], int]
    files: Sequence[str]


def watch(paths: Sequence[str], prepare: Callable[[], Setup]) -> int:
    """Check now and after each change below ``paths``; return the last status.

    When configuration, packs or fact sheets change, the run is prepared anew.
    An interruption is the way to end it. A file that is gone for a moment, as
    editors do while they save, is told and waited for.
    """
    if STDIN in paths or not paths:
        problem = "--watch needs files or folders to look at"
        raise UsageError(problem)
    setup = prepare()
    seen, made = _stamps(paths), _below(setup.files)
    status = setup.check()
    try:
        while True:
            time.sleep(PAUSE)
            now, other = _stamps(paths), _below(setup.files)
            changed = [*_changed(seen, now), *_changed(made, other)]
            if changed:
                setup, status = _again(setup, prepare if other != made else None, changed)
                seen, made = now, _below(setup.files)
    except KeyboardInterrupt:
        return status


def _again(
    setup: Setup, prepare: Callable[[], Setup] | None, changed: Sequence[str]
) -> tuple[Setup, int]:
    """Run once more, prepared anew where ``prepare`` is given; return what to run next time too."""
    if sys.stdout.isatty():
        click.clear()
    more = f" and {len(changed) - TOLD:,} more" if len(changed) > TOLD else ""
    click.echo(f"postlint: {visible(', '.join(changed[:TOLD]))} changed{more}", err=True)
    try:
        setup = setup if prepare is None else prepare()
        return setup, setup.check()
    except PostlintError as fault:
        click.echo(f"postlint: {visible(str(fault))}", err=True)
        return setup, 2


def _changed(before: Stamps, now: Stamps) -> list[str]:
    """Return the files that are new, gone or other than before."""
    return sorted(each for each in before.keys() | now.keys() if before.get(each) != now.get(each))


def _stamps(paths: Sequence[str]) -> Stamps:
    """Return the stamps of the posts' files, and of the alt texts beside them."""
    found: dict[str, Stamp] = {}
    for path in paths:
        try:
            for each in posts.find([path]):
                found |= _stamp(Path(each)) | _stamp(posts.alt_texts_of(each))
        except (PostlintError, OSError):
            continue
    return found


def _below(files: Sequence[str]) -> Stamps:
    """Return the stamps of files, and of what stands in folders."""
    found: dict[str, Stamp] = {}
    for name in files:
        path = Path(name)
        for each in sorted(path.rglob("*.y*ml")) if path.is_dir() else (path,):
            found |= _stamp(each)
    return found


def _stamp(path: Path) -> dict[str, Stamp]:
    """Return when a file was changed, and its size; nothing for one that is not there."""
    try:
        stat = path.stat()
    except OSError:
        return {}
    return {str(path): (stat.st_mtime_ns, stat.st_size)}
