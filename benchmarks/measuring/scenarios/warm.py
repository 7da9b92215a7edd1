"""Drafts that a running ``postlint server`` judges; the process that asks it is in the figures."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from measuring import material, peers
from measuring.bench import Bench, Section
from measuring.figures import Series
from measuring.processes import Command, FailedError, run
from measuring.tables import compared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE: Final = "Warm: through `postlint server`"
_ANSWERED: Final = re.compile(r"answered\s+([\d,]+)")


def measure(bench: Bench) -> dict[str, Section]:
    """Time checks through a server of the benchmark's own, or say that there is none."""
    try:
        run(Command("postlint server", (*bench.own, "server", "--help")), bench.folder)
    except FailedError:
        note = "This version has no command `server`: not measured."
        return {"warm": Section(TITLE, "", notes=[note])}
    with _server(bench) as environment:
        commands = [
            _draft(bench, "postlint, no grammar", material.PLAIN, environment),
            _draft(bench, "postlint, with grammar", material.WITH_TRIGGER, environment),
            _again(bench, environment),
        ]
        others = [each for each in bench.peers if each.name == peers.PROSELINT]
        file = material.write_page(bench.folder / "warm.md", [material.PLAIN.strip()])
        floors = [each for each in peers.floors() if each.name == "bare Python"]
        together = [*commands, *(peer.over(file) for peer in others), *floors]
        series = {n: Series(runs) for n, runs in bench.timed(together, bench.runs).items()}
        asked = len(commands) * (bench.runs + 1)
        notes = _notes(bench, environment, asked)
    words = (
        "A new process for each run asks a server that keeps rules and grammar in memory. "
        "The draft is another one at each run, but for “the same draft”. CPU and memory are those "
        "of the process that asks, not of the server."
    )
    return {"warm": Section(TITLE, words, [compared(series, peers.PROSELINT)], notes, series)}


@contextmanager
def _server(bench: Bench) -> Iterator[dict[str, str]]:
    """Start a server that nobody else uses, and stop it; yield the environment that finds it."""
    runtime = bench.folder / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        "XDG_RUNTIME_DIR": str(runtime),
        "POSTLINT_CACHE_DIR": str(bench.folder / "caches" / "warm"),
        "POSTLINT_SERVER": "",
    }
    own = (*bench.own, "server")
    run(Command("postlint server start", (*own, "start"), environment), bench.folder)
    try:
        yield environment
    finally:
        run(Command("postlint server stop", (*own, "stop"), environment), bench.folder)


def _draft(bench: Bench, name: str, text: str, environment: dict[str, str]) -> Command:
    file: Path = bench.folder / f"warm {name}.md"

    def prepare(number: int) -> None:
        material.write_page(file, [f"{text.strip()} Table {number + 2}."])

    return Command(name, (*bench.own, "check", str(file)), environment, prepare)


def _again(bench: Bench, environment: dict[str, str]) -> Command:
    command = _draft(bench, "postlint, the same draft", material.WITH_TRIGGER, environment)
    command.prepare(0)
    return replace(command, prepare=lambda _: None)


def _notes(bench: Bench, environment: dict[str, str], asked: int) -> list[str]:
    """Say so where the server did not answer all that it was asked: the rest ran cold."""
    status = Command("postlint server status", (*bench.own, "server", "status"), environment)
    _, printed = run(status, bench.folder)
    found = _ANSWERED.search(printed)
    answered = int(found.group(1).replace(",", "")) if found else 0
    if answered >= asked:
        return []
    return [f"The server answered {answered} of {asked} checks; the others ran without it."]
