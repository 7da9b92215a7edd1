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
def shown() -> Iterator[Progress]:
    """Give who is told how many posts there are and are done; what it shows goes at the end."""
    counter = _Counter() if sys.stderr.isatty() else Progress()
    try:
        yield counter
    finally:
        counter.stop()


class Progress:
    """Hears how far a run is, and shows nothing."""

    def begin(self, total: int) -> None:
        """Hear how many posts there are."""

    def tell(self, done: int) -> None:
        """Hear how many of them are done."""

    def stop(self) -> None:
        """Take away what is shown."""


class _Counter(Progress):
    """A bar with the number of posts and the time, for runs of 200 posts and more."""

    def __init__(self) -> None:
        self._show: Callable[[int], None] = lambda _: None
        self._stop: Callable[[], None] = lambda: None

    def begin(self, total: int) -> None:
        if total >= MANY:
            self._start(total)

    def tell(self, done: int) -> None:
        self._show(done)

    def stop(self) -> None:
        self._stop()

    def _start(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        bar = Progress(
            BarColumn(),
            TextColumn("{task.completed:,.0f} of {task.total:,.0f} posts checked"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        task = bar.add_task("", total=total)
        bar.start()
        self._show = lambda done: bar.update(task, completed=done)
        self._stop = bar.stop
