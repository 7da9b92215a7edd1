"""Ask the server that runs, if one runs; whatever is amiss, the caller does the work itself.

Imports next to nothing: a check through the server is over sooner than most
modules are loaded.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = frozenset({"check", "inspect"})
"""The commands that a server answers."""
NEVER = frozenset({"--watch", "--no-cache"})
"""What asks for a process of its own, or for everything anew."""

AUTO, OFF, WHEN_THERE = "auto", "off", ""
VARIABLE = "POSTLINT_SERVER"
INTERRUPTED = 130
WRONG_USE = 2


def ask(argv: Sequence[str], serve: Callable[[], None]) -> int | None:
    """Have a server run the command; return its exit status, None where nobody can.

    None means that nothing was read or written for it yet. Where POSTLINT_SERVER
    is ``auto`` and no server answers, ``serve`` makes one of a process behind this one.
    """
    if len(argv) <= 1 or argv[1] not in COMMANDS or not NEVER.isdisjoint(argv):
        return None
    mode = os.environ.get(VARIABLE, WHEN_THERE)
    if mode == OFF:
        return None
    if mode not in (AUTO, WHEN_THERE):
        words = f"postlint: {VARIABLE} “{mode}”: write auto or off\n"
        os.write(2, words.encode("utf-8", "backslashreplace"))
        return WRONG_USE
    try:
        status = _asked(argv)
    except KeyboardInterrupt:
        os.write(2, b"postlint: interrupted\n")
        return INTERRUPTED
    if status is None and mode == AUTO:
        _begin(serve)
    return status


def _begin(serve: Callable[[], None]) -> None:
    from postlint.server.starting import in_background

    try:
        os.close(in_background(serve))
    except OSError:
        return


def _asked(argv: Sequence[str]) -> int | None:
    try:
        if os.name == "nt":
            from postlint.server.visitor import visit

            return visit(argv)
        from postlint.server.caller import call

        return call(argv)
    except (OSError, ValueError, AttributeError, ImportError):
        return None
