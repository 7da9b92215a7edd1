"""The Unix socket's server, with commands of a few lines: what it passes on, what it refuses."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING

import pytest

from postlint.server import unix, wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.conftest import Client, Start

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no Unix sockets")
DIRECT = (99, b"direct\n", b"")


def gone(path: Path, seconds: float = 5) -> bool:
    until = time.monotonic() + seconds
    while path.exists() and time.monotonic() < until:
        time.sleep(0.02)
    return not path.exists()


def test_without_a_server_the_client_does_the_work(ask: Client) -> None:
    assert ask("where") == DIRECT


def test_folder_environment_name_and_umask_are_the_clients(
    ask: Client, stub: Start, tmp_path: Path
) -> None:
    stub()
    status, out, err = ask("where", cwd=tmp_path)
    umask = os.umask(0)
    os.umask(umask)
    assert (status, err) == (7, b"problem\n")
    assert out.decode() == f"{tmp_path} maroon postlint {umask:#o}\n"


def test_input_is_the_clients(ask: Client, stub: Start) -> None:
    stub()
    assert ask("cat", given="é\n".encode() * 50_000) == (7, "É\n".encode() * 50_000, b"")


def test_much_output_arrives(ask: Client, stub: Start) -> None:
    stub()
    status, out, _ = ask("much")
    assert (status, len(out)) == (7, 3_000_001)


def test_a_very_long_command_line(ask: Client, stub: Start) -> None:
    stub()
    words = ["y" * 100_000] * 12
    assert ask("length", *words)[1] == b"%d\n" % (12 * 100_000 + len("check") + len("length"))


def test_a_bug_is_told_and_the_server_lives(ask: Client, stub: Start) -> None:
    stub()
    status, _, err = ask("bug")
    assert status == 3
    assert b"RuntimeError: oh" in err
    assert ask("where")[0] == 7


def test_a_child_that_dies_before_its_first_byte_costs_nothing(ask: Client, stub: Start) -> None:
    stub()
    assert ask("die") == DIRECT


def test_a_child_that_dies_in_the_middle_is_told(ask: Client, stub: Start) -> None:
    stub()
    status, out, err = ask("die", "later")
    assert (status, out) == (3, b"half\n")
    assert b"the server ended before its answer was complete" in err


def test_two_at_once(ask: Client, stub: Start) -> None:
    stub()
    slow = ask.begin("sleep")
    assert slow.stdout is not None
    assert slow.stdout.readline() == b"begun\n"
    assert ask("where")[0] == 7
    slow.send_signal(signal.SIGINT)
    assert slow.communicate(timeout=10)[0] == b"interrupted\n"
    assert slow.returncode == 130


def children(pid: int) -> set[int]:
    """Return the processes below one that run (what has ended and was not reaped does not)."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return {int(each) for each in found if runs(int(each))}


def runs(pid: int) -> bool:
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    assert true()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system shows no children")
def test_two_wait_and_none_outlives_the_server(ask: Client, stub: Start) -> None:
    server = stub()
    until(lambda: len(children(server.pid)) == 2)
    assert ask("where")[0] == 7
    until(lambda: len(children(server.pid)) == 2)
    waiting = children(server.pid)
    server.kill()
    until(lambda: not any(map(runs, waiting)))


def test_a_client_that_is_killed_takes_its_child_along(ask: Client, stub: Start) -> None:
    server = stub()
    slow = ask.begin("sleep")
    assert slow.stdout is not None
    slow.stdout.readline()
    slow.kill()
    slow.communicate(timeout=10)
    server.terminate()
    assert server.wait(timeout=10) == 0


def test_only_the_user_can_open_it(ask: Client, stub: Start, meeting: Path) -> None:
    stub()
    assert meeting.stat().st_mode & 0o777 == 0o600
    assert meeting.parent.stat().st_mode & 0o777 == 0o700
    meeting.chmod(0o666)
    assert ask("where") == DIRECT


def test_somebody_elses_call_is_not_answered(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(unix, "peer", lambda _: os.getuid() + 1)
    server = unix.Server(tmp_path / "s", lambda _: 0, None, b"")  # type: ignore[arg-type]
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(tmp_path / "s"))
        server._accept()
        assert line.recv(1) == b""
    assert not server._visits
    server._stop()
    server._bell.close()
    server._ring.close()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\xff" * 100_000,
        wire.frame(wire.RUN, b"nonsense"),
        wire.frame(wire.GO),
        wire.frame(wire.INTERRUPT),
        wire.frame(wire.RUN, wire.pack([b"another Python", b""])),
        b"r\x00\x00\x00\x09half",
    ],
    ids=range(8),
)
def test_hostile_bytes_harm_nobody(data: bytes, ask: Client, stub: Start, meeting: Path) -> None:
    stub()
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(meeting))
        with suppress(BrokenPipeError):
            line.sendall(data)
        assert ask("where")[0] == 7


def test_files_beyond_three_are_not_taken(ask: Client, stub: Start, meeting: Path) -> None:
    stub()
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(meeting))
        socket.send_fds(line, [b"r"], [0] * 50)
        line.settimeout(5)
        with suppress(ConnectionResetError):
            assert line.recv(1) == b""
    assert ask("where")[0] == 7


def test_it_goes_when_nobody_asks(stub: Start, meeting: Path) -> None:
    server = stub(idle=0.3 / 60)
    assert server.wait(timeout=10) == 0
    assert not meeting.exists()


def test_it_goes_when_the_files_are_others(
    ask: Client, stub: Start, meeting: Path, watched: Path
) -> None:
    server = stub()
    (watched / "rule.yaml").write_text("another", encoding="utf-8")
    assert ask("where") == DIRECT
    assert server.wait(timeout=10) == 0
    assert gone(meeting)


def test_another_python_is_refused(ask: Client, stub: Start) -> None:
    stub()
    ask.environ["PYTHONUTF8"] = "1"
    assert ask("where") == DIRECT


def test_a_stopped_server_holds_up_nobody(ask: Client, stub: Start) -> None:
    server = stub()
    server.send_signal(signal.SIGSTOP)
    try:
        assert ask("where") == DIRECT
    finally:
        server.send_signal(signal.SIGCONT)


def test_a_leftover_of_a_killed_server_is_passed_over(
    ask: Client, stub: Start, meeting: Path
) -> None:
    server = stub()
    server.kill()
    server.wait(timeout=10)
    assert meeting.exists()
    assert ask("where") == DIRECT
    stub()
    assert ask("where")[0] == 7


def test_auto_starts_one_behind_the_command(ask: Client, tmp_path: Path) -> None:
    ask.environ["POSTLINT_SERVER"] = "auto"
    made = tmp_path / "made"
    code = f"""
import os, sys
from postlint.server.client import ask
status = ask(["postlint", "check"], lambda: os.close(os.open({str(made)!r}, os.O_CREAT)))
print(status)
"""
    assert ask(code=code)[1] == b"None\n"
    until = time.monotonic() + 5
    while not made.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert made.exists()


def test_the_client_loads_next_to_nothing(ask: Client, stub: Start) -> None:
    stub()
    code = """
import os, sys
from postlint.server.client import ask
import postlint.cli
assert ask(["postlint", "check", "where"], lambda: None) == 7
print(*sorted(set(sys.modules) & {"typing", "re", "socket", "json", "click", "pathlib", "signal"}))
"""
    assert ask(code=code)[1].splitlines()[-1] == b""


def test_a_closed_output_is_no_harm(ask: Client, stub: Start) -> None:
    stub()
    process = ask.begin("much")
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    process.communicate(timeout=10)
    assert ask("where")[0] == 7


def test_the_locale_of_a_first_process_tells_no_servers_apart(environ: dict[str, str]) -> None:
    plain = {name: given for name, given in environ.items() if not name.startswith(("LC_", "LANG"))}
    command = [sys.executable, "-c", "from postlint.server import place; print(place.identity())"]

    def told(**more: str) -> bytes:
        done = run(command, env={**plain, **more}, capture_output=True, check=True)  # noqa: S603
        return done.stdout

    assert told() == told(LC_CTYPE="C.UTF-8") != b""
