"""Time whole processes, from start to exit: wall clock, processor time and peak memory.

Commands that are compared run in turn, one after another and round after round,
so that a noisy minute falls on all of them alike. POSIX only (``os.wait4``).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ANY_STATUS: Final = frozenset(range(256))
"""For tools whose exit status counts their findings."""
KIBIBYTE: Final = 1 if sys.platform == "darwin" else 1024
"""What the system counts memory in, in bytes."""
_STEERING: Final = ("POSTLINT_", "PYTHON", "NODE_")
_KEPT: Final = frozenset({"PYTHONPATH", "PYTHONHOME"})
_LAST: Final = 300
"""Bytes of a failed command's output that are shown."""


@dataclass(frozen=True, slots=True)
class Timing:
    """One run: seconds of wall clock and of processor (user and system), and peak bytes.

    Processor time and memory hold the children that the command waited for; the
    peak is that of the largest single process.
    """

    wall: float
    cpu: float
    peak: int


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, in which environment, and what to do before each run, untimed.

    ``prepare`` hears the number of the run. A status outside ``statuses`` is a failure.
    """

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    prepare: Callable[[int], None] = lambda _: None
    statuses: frozenset[int] = frozenset({0, 1})


class FailedError(Exception):
    """A command ended otherwise than it should; ``str()`` says how."""


def clean_environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return an environment without what would steer the tools, and with absolute paths.

    Above all without PYTHONDONTWRITEBYTECODE, under which a checkout is compiled anew
    at each start, as no installed package is.
    """
    kept = {
        name: value
        for name, value in given.items()
        if not name.startswith(_STEERING) or name in _KEPT
    }
    if kept.get("PYTHONPATH"):
        folders = kept["PYTHONPATH"].split(os.pathsep)
        kept["PYTHONPATH"] = os.pathsep.join(str(Path(folder).resolve()) for folder in folders)
    return kept | {"NO_COLOR": "1", "POSTLINT_SERVER": "off"}


def run(command: Command, folder: Path, number: int = 0) -> tuple[Timing, str]:
    """Run a command in ``folder`` once; return what it took and what it printed on both streams.

    Raises ``FailedError`` for a status that it should not have.
    """
    command.prepare(number)
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command.arguments,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=clean_environment(os.environ) | dict(command.environment),
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode("utf-8", "replace")
    if process.returncode not in command.statuses:
        problem = f"{command.name} ended with {process.returncode}: {printed[-_LAST:].strip()}"
        raise FailedError(problem)
    return Timing(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIBIBYTE), printed


def in_turn(
    commands: Sequence[Command],
    folder: Path,
    runs: int,
    *,
    warm_up: bool = True,
    tell: Callable[[str], None] = lambda _: None,
) -> dict[str, list[Timing]]:
    """Run every command ``runs`` times, in turn; return the timings by the commands' names.

    With ``warm_up`` a first round is not counted: it fills the file system's memory.
    """
    timings: dict[str, list[Timing]] = {command.name: [] for command in commands}
    for number in range(-1 if warm_up else 0, runs):
        for command in commands:
            tell(f"round {number + 1} of {runs}: {command.name}")
            timing, _ = run(command, folder, number + 1)
            if number >= 0:
                timings[command.name].append(timing)
    return timings
