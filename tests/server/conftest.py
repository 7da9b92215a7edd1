"""Servers with commands of a few lines, and clients, in processes of their own."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING, TypeAlias

import pytest

from postlint.server import place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

STUB = r"""
import os, sys, time
from pathlib import Path
from postlint.server import loopback, place, state, unix

def main(argv):
    if argv[1:2] == ["cat"]:
        print(sys.stdin.read().upper(), end="")
    elif argv[1:2] == ["sleep"]:
        try:
            print("begun", flush=True)
            for _ in range(200):
                time.sleep(0.1)
        except KeyboardInterrupt:
            print("interrupted")
            return 130
    elif argv[1:2] == ["where"]:
        print(os.getcwd(), os.environ.get("COLOUR"), sys.argv[0], oct(os.umask(0)))
        print("problem", file=sys.stderr)
    elif argv[1:2] == ["die"]:
        os._exit(9) if len(argv) == 2 else (print("half", flush=True), os._exit(9))
    elif argv[1:2] == ["bug"]:
        raise RuntimeError("oh")
    elif argv[1:2] == ["much"]:
        print("x" * 3_000_000)
    elif argv[1:2] == ["length"]:
        print(sum(map(len, argv)))
    return 7

kind, watched, idle = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
stem = Path(place.folder(make=True)) / place.name(place.identity())
made = unix.Server if kind == "unix" else loopback.Server
path = stem.with_suffix(".sock" if kind == "unix" else ".port")
about = state.State((watched,), idle)
server = made(path, main, about, place.identity())
print("ready", flush=True)
server.serve()
"""

CLIENT = r"""
import os, sys
from postlint.server.client import ask
from postlint.server.visitor import visit
argv = ["postlint", "check", *sys.argv[1:]]
status = visit(argv) if os.environ.get("VISIT") else ask(argv, lambda: None)
if status is None:
    print("direct")
    status = 99
sys.stdout.flush()
os._exit(status)
"""

Start: TypeAlias = "Callable[..., Popen[bytes]]"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Return an environment with a runtime folder of its own."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    given = {name: value for name, value in os.environ.items() if name != "POSTLINT_SERVER"}
    return {**given, "XDG_RUNTIME_DIR": str(folder), "COLOUR": "maroon"}


class Client:
    """Runs a client in a process of its own, as somebody's command would."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = dict(environ)

    def begin(self, *arguments: str, code: str = CLIENT, cwd: Path | None = None) -> Popen[bytes]:
        command = [sys.executable, "-c", code, *arguments]
        return Popen(  # noqa: S603 - our own code
            command, env=self.environ, cwd=cwd, stdin=PIPE, stdout=PIPE, stderr=PIPE
        )

    def __call__(
        self, *arguments: str, given: bytes = b"", code: str = CLIENT, cwd: Path | None = None
    ) -> tuple[int, bytes, bytes]:
        """Return exit status, output and errors."""
        process = self.begin(*arguments, code=code, cwd=cwd)
        out, err = process.communicate(given, timeout=30)
        return process.returncode, out, err


@pytest.fixture
def ask(environ: Mapping[str, str]) -> Client:
    return Client(environ)


@pytest.fixture
def visit(environ: Mapping[str, str]) -> Client:
    """Return a client of the loopback server."""
    return Client({**environ, "VISIT": "1"})


@pytest.fixture
def stub(environ: Mapping[str, str], watched: Path) -> Iterator[Start]:
    """Return who starts a server with simple commands, and ends it with the test."""
    begun: list[Popen[bytes]] = []

    def start(kind: str = "unix", idle: float = 1) -> Popen[bytes]:
        command = [sys.executable, "-c", STUB, kind, str(watched), str(idle)]
        server = Popen(command, env=dict(environ), stdout=PIPE)  # noqa: S603 - our own code
        begun.append(server)
        assert server.stdout is not None
        assert server.stdout.readline() == b"ready\n"
        return server

    yield start
    for server in begun:
        with suppress(ProcessLookupError):
            server.terminate()
        server.communicate(timeout=10)


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    """Return a folder that a stub takes for its rules."""
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "rule.yaml").write_text("one", encoding="utf-8")
    return folder


@pytest.fixture
def meeting(environ: Mapping[str, str]) -> Path:
    """Return where the socket of our Python's server is."""
    name = place.name(place.identity())
    return Path(environ["XDG_RUNTIME_DIR"], "postlint", name + ".sock")
