"""``--watch``: check again whenever a post was saved, until somebody has seen enough."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from postlint import posts
from postlint.cli.sources import STDIN
from postlint.errors import PostlintError, UsageError
from postlint.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PAUSE: Final = 0.5
"""Seconds between two looks."""


def watch(paths: Sequence[str], check: Callable[[], int]) -> int:
    """Run ``check`` now and after each change below ``paths``; return its last status.

    An interruption is the way to end it. A file that is gone for a moment, as
    editors do while they save, is told and waited for.
    """
    if STDIN in paths or not paths:
        problem = "--watch needs files or folders to look at"
        raise UsageError(problem)
    seen = _stamps(paths)
    status = check()
    try:
        while True:
            time.sleep(PAUSE)
            now = _stamps(paths)
            if now != seen:
                seen = now
                status = _again(check)
    except KeyboardInterrupt:
        return status


def _again(check: Callable[[], int]) -> int:
    if sys.stdout.isatty():
        click.clear()
    try:
        return check()
    except PostlintError as fault:
        click.echo(f"postlint: {visible(str(fault))}", err=True)
        return 2


def _stamps(paths: Sequence[str]) -> Mapping[str, tuple[int, int]]:
    """Return when each file was changed, and its size; nothing for one that is not there."""
    found: dict[str, tuple[int, int]] = {}
    for path in paths:
        try:
            for each in posts.find([path]):
                stat = Path(each).stat()
                found[each] = (stat.st_mtime_ns, stat.st_size)
        except (PostlintError, OSError):
            continue
    return found
