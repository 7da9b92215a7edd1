"""How far a long run has come, on standard error, where somebody watches; silent elsewhere."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MANY: Final = 200
"""A run of fewer posts is over before anybody wonders."""


@contextmanager
def shown() -> Iterator[Callable[[int], None]]:
    """Give a function that is told how many posts are done; what it shows goes when all are."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    counter = _Counter()
    try:
        yield counter.tell
    finally:
        counter.stop()


class _Counter:
    """A line with the number of posts and the time, from the 200th post on."""

    def __init__(self) -> None:
        self._show: Callable[[int], None] | None = None
        self._stop: Callable[[], None] = lambda: None

    def tell(self, done: int) -> None:
        if self._show is None and done >= MANY:
            self._start()
        if self._show is not None:
            self._show(done)

    def stop(self) -> None:
        self._stop()

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.completed:,.0f} posts checked"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        task = progress.add_task("", total=None)
        progress.start()
        self._show = lambda done: progress.update(task, completed=done)
        self._stop = progress.stop
