"""Write reports: to standard output in its own style, or to files, whole or not at all."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postlint.errors import UsageError
from postlint.reporters import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

STDOUT: Final = "-"
_OPTION: Final = re.compile(r"^(?:--(format|output)|-(f|o))(?:=(.*))?$", re.DOTALL)


def pair(arguments: Sequence[str]) -> list[tuple[str, str]]:
    """Return (format, file) pairs: each --output belongs to the --format before it.

    An --output before the first --format waits for it; a format without a
    file goes to standard output. Raises ``UsageError`` where a file has no
    format, or two formats go to standard output.
    """
    pairs: list[list[str | None]] = []
    waiting: str | None = None
    for option, value in _given(arguments):
        if option == "format":
            pairs.append([value, waiting])
            waiting = None
        elif pairs and pairs[-1][1] is None:
            pairs[-1][1] = value
        elif not pairs and waiting is None:
            waiting = value
        else:
            problem = f"--output {value} belongs to no --format: write --format NAME --output FILE"
            raise UsageError(problem)
    if waiting is not None:
        problem = f"--output {waiting} needs a --format"
        raise UsageError(problem)
    found = [(str(name), file or STDOUT) for name, file in pairs] or [("terminal", STDOUT)]
    if sum(file == STDOUT for _, file in found) > 1:
        problem = "two reports cannot share standard output: give one of them --output FILE"
        raise UsageError(problem)
    return found


def _given(arguments: Sequence[str]) -> list[tuple[str, str]]:
    found, rest = [], list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            break
        match = _OPTION.match(argument)
        if match:
            option = match.group(1) or {"f": "format", "o": "output"}[match.group(2)]
            value = match.group(3) if match.group(3) is not None else (rest.pop(0) if rest else "")
            found.append((option, value))
    return found


def terminal_style() -> Style:
    """Return the width, colour and alphabet of standard output."""
    tty = sys.stdout.isatty()
    color = tty and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    color = color or (bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR"))
    return Style(
        width=_columns() if tty else 80,
        color=color,
        unicode=_has_signs(sys.stdout.encoding),
    )


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def write(text: str, file: str) -> None:
    """Write a report; a file is replaced whole, so that nobody ever reads half of one."""
    if file == STDOUT:
        encoding = sys.stdout.encoding or "utf-8"
        try:
            sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as fault:
            give_up_stdout()
            problem = f"standard output cannot be written: {fault.strerror}"
            raise UsageError(problem) from None
        return
    try:
        replace_file(Path(file), text.encode("utf-8", "backslashreplace"))
    except OSError as fault:
        problem = f"--output {file}: cannot be written: {fault.strerror}"
        raise UsageError(problem) from None


def give_up_stdout() -> None:
    """Let what is still to be written vanish: Python flushes once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def plain(text: str, encoding: str | None) -> str:
    """Return words of ours with plain signs where an encoding has no others."""
    from postlint.reporters.terminal.ink import PLAIN_SIGNS

    return text if _has_signs(encoding) else text.translate(PLAIN_SIGNS)


def _has_signs(encoding: str | None) -> bool:
    return (encoding or "utf-8").lower().replace("-", "").startswith("utf")


def replace_file(path: Path, raw: bytes) -> None:
    """Put ``raw`` in the place of a file, or make one, whole or not at all.

    A link stays a link, a file keeps its permissions. Raises ``OSError``.
    """
    if str(path).startswith("/dev/") or (path.exists() and not path.is_file()):
        path.write_bytes(raw)  # a device or a pipe is no file to replace
        return
    from tempfile import NamedTemporaryFile

    path = Path(os.path.realpath(path))
    try:
        mode = path.stat().st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    with NamedTemporaryFile("wb", dir=path.parent, delete=False, prefix=".postlint-") as temporary:
        temporary.write(raw)
    try:
        Path(temporary.name).chmod(mode)
        Path(temporary.name).replace(path)
    except OSError:
        Path(temporary.name).unlink(missing_ok=True)
        raise
