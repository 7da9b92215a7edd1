"""The loopback server, for systems without Unix sockets; its transport runs everywhere."""

from __future__ import annotations

import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from postlint.server import wire
from postlint.server.loopback import ADDRESS

if TYPE_CHECKING:
    from pathlib import Path

    from server.conftest import Client, Start

DIRECT = (99, b"direct\n", b"")


@pytest.fixture
def port_file(meeting: Path) -> Path:
    return meeting.with_suffix(".port")


def test_the_clients_streams_folder_and_environment(
    visit: Client, stub: Start, tmp_path: Path
) -> None:
    stub("loopback")
    status, out, err = visit("where", cwd=tmp_path)
    assert (status, err) == (7, b"problem\n")
    assert out.decode().startswith(f"{tmp_path} maroon postlint ")


def test_one_after_another_and_each_as_if_alone(visit: Client, stub: Start) -> None:
    stub("loopback")
    assert visit("cat", given="é\n".encode() * 90_000)[1] == "É\n".encode() * 90_000
    assert len(visit("much")[1]) == 3_000_001
    assert visit("bug")[0] == 3
    assert visit("where")[0] == 7


def test_interrupted(visit: Client, stub: Start) -> None:
    stub("loopback")
    slow = visit.begin("sleep")
    assert slow.stdout is not None
    assert slow.stdout.readline() == b"begun\n"
    slow.send_signal(signal.SIGINT)
    assert slow.communicate(timeout=30)[0] == b"interrupted\n"
    assert slow.returncode == 130
    assert visit("where")[0] == 7


def test_a_busy_server_holds_up_nobody(visit: Client, stub: Start) -> None:
    stub("loopback")
    slow = visit.begin("sleep")
    assert slow.stdout is not None
    slow.stdout.readline()
    assert visit("where") == DIRECT
    slow.kill()
    slow.communicate(timeout=10)


def test_the_secret_is_the_users_alone(stub: Start, port_file: Path) -> None:
    stub("loopback")
    assert port_file.stat().st_mode & 0o777 == 0o600


def test_without_the_secret_nothing_is_answered(
    visit: Client, stub: Start, port_file: Path
) -> None:
    stub("loopback")
    port, secret = port_file.read_text(encoding="ascii").split()
    with socket.create_connection((ADDRESS, int(port)), timeout=5) as line:
        assert len(line.recv(32)) == 32
        line.sendall(b"\0" * 64 + wire.frame(wire.STOP))
        assert line.recv(100) == b""
    port_file.write_text(f"{port} {'00' * 32}", encoding="ascii")
    assert visit("where") == DIRECT
    port_file.write_text(f"{port} {secret}", encoding="ascii")
    assert visit("where")[0] == 7


def test_a_stranger_at_the_port_learns_nothing(visit: Client, port_file: Path) -> None:
    port_file.parent.mkdir(mode=0o700)
    with socket.create_server((ADDRESS, 0)) as door:
        port_file.write_text(f"{door.getsockname()[1]} {'11' * 32}", encoding="ascii")
        client = visit.begin("where")
        line, _ = door.accept()
        with line:
            line.sendall(b"\0" * 64)
            heard = b""
            while data := line.recv(4096):
                heard += data
        assert client.communicate(timeout=10) == (b"direct\n", b"")
    assert len(heard) == 64  # a challenge and a proof, and no word of the request


def test_it_goes_when_idle_or_stale(
    visit: Client, stub: Start, port_file: Path, watched: Path
) -> None:
    assert stub("loopback", idle=0.3 / 60).wait(timeout=10) == 0
    assert not port_file.exists()
    server = stub("loopback")
    (watched / "new.yaml").write_text("more", encoding="utf-8")
    assert visit("where") == DIRECT
    assert server.wait(timeout=10) == 0


def test_a_terminals_command_runs_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from postlint.server import visitor

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert visitor.visit(["postlint", "check"], os.devnull) is None
