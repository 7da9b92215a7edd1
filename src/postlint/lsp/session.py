"""Open documents, judged while they change: not before a pause, and never twice for one text.

One thread judges, so that the server always answers; who types on cancels what
is not wanted any more.
"""

from __future__ import annotations

import asyncio
import traceback
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Final

from postlint.lsp.judging import Cancelled, judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.lsp.desk import Desks
    from postlint.lsp.judging import Judged, Sheet

PAUSE: Final = 0.2
"""Seconds without a keystroke before a document is judged."""


class Session:
    """What is open, and what was found in it.

    ``open_sheet`` returns a document as the editor holds it now, None once it is
    closed; ``publish`` hears of each new judgement, ``complain`` of a bug of ours.
    """

    def __init__(
        self,
        desks: Desks,
        open_sheet: Callable[[str], Sheet | None],
        publish: Callable[[str, Judged], None],
        complain: Callable[[str], None],
    ) -> None:
        """Start with nothing open."""
        self._desks = desks
        self._sheet = open_sheet
        self._publish = publish
        self._complain = complain
        self._thread = ThreadPoolExecutor(1, "postlint")
        self._judged: dict[str, Judged] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._stops: dict[str, Event] = {}

    def changed(self, uri: str, pause: float = PAUSE) -> None:
        """Judge a document after a pause, instead of what it was before."""
        self._stop(uri)
        stop = self._stops[uri] = Event()
        self._tasks[uri] = asyncio.get_running_loop().create_task(self._judge(uri, stop, pause))

    def closed(self, uri: str) -> None:
        """Forget a document."""
        self._stop(uri)
        for kept in (self._judged, self._tasks, self._stops):
            kept.pop(uri, None)

    def all_changed(self) -> None:
        """Judge every open document anew."""
        for uri in list(self._tasks):
            self.changed(uri, 0)

    def ended(self) -> None:
        """Stop everything; the thread ends with its present post."""
        for uri in list(self._tasks):
            self._stop(uri)
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def current(self, uri: str) -> Judged | None:
        """Return the judgement of a document as it is now, waited for; None once it is closed."""
        while (task := self._tasks.get(uri)) is not None and not task.done():
            await asyncio.wait([task])
        judged = self._judged.get(uri)
        return judged if judged and judged.sheet == self._sheet(uri) else None

    def _stop(self, uri: str) -> None:
        if uri in self._tasks:
            self._stops[uri].set()
            self._tasks[uri].cancel()

    async def _judge(self, uri: str, stop: Event, pause: float) -> None:
        await asyncio.sleep(pause)
        sheet = self._sheet(uri)
        if sheet is None:
            return
        loop = asyncio.get_running_loop()
        try:
            judged = await loop.run_in_executor(self._thread, judge, sheet, self._desks, stop)
        except Cancelled:
            return
        except Exception:  # noqa: BLE001 - a bug of ours must not end the server
            self._complain(traceback.format_exc())
            return
        self._judged[uri] = judged
        self._publish(uri, judged)
