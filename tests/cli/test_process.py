"""What only a process of its own can show: closed pipes, encodings, and the console script."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

START = [sys.executable, "-c", "from postlint.cli import run; run()"]


def start(*arguments: str, **variables: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own code
        [*START, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **variables},
    )


@pytest.mark.parametrize(
    "arguments",
    [["rules"], ["check", "-", "--stdin-filename", "q.jsonl", "-f", "json"], ["pack", "schema"]],
    ids=str,
)
def test_a_closed_pipe_is_no_error(arguments: list[str]) -> None:
    with start(*arguments) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b'{"text": "The library opens at nine."}\n' * 300)
        process.stdin.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (0, b"")


@pytest.mark.parametrize("module", [START, [sys.executable, "-m", "postlint"]], ids=["run", "-m"])
def test_standard_output_may_be_closed_before_it_begins(module: list[str]) -> None:
    closed = ["bash", "-c", 'exec "$@" >&-', "-", *module, "check", "--text", "ok"]
    done = subprocess.run(closed, stderr=subprocess.PIPE, check=False)  # noqa: S603 - our own code
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_process_ends_as_it_stands_when_all_is_written() -> None:
    code = (
        "import atexit; from postlint.cli import run; "
        "atexit.register(print, 'taken down'); print('first'); run()"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code, "check", "--text", "We are the utilized!", "-f", "concise"],
        capture_output=True,
        check=False,
    )
    first, *rest = done.stdout.splitlines()
    assert (done.returncode, first, len(rest)) == (0, b"first", 1)
    assert b"utilized" in rest[0]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device")  # noqa: PTH110
def test_a_full_disk_is_no_bug_of_ours() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(  # noqa: S603 - our own code
            [*START, "check", "--text", "ok"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"standard output cannot be written: No space left" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("arguments", [["explain", "jargon"], ["rules"], ["explain", "jargn"]])
def test_a_plain_terminal_gets_plain_signs(arguments: list[str]) -> None:
    with start(*arguments, PYTHONIOENCODING="ascii:backslashreplace") as process:
        out, err = process.communicate()
    assert b"\\u20" not in out + err
    assert b"\\xb7" not in out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_every_terminal_can_show_it(encoding: str) -> None:
    with start("inspect", "--text", "Café 🎉 – ok", PYTHONIOENCODING=encoding) as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert ("Café" in out.decode(encoding)) is (encoding != "ascii")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xff\xfe\x00\xd8\x00")
    with start("check", str(path), "-f", "concise") as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (2, b"")
    assert b"a.md:1:1: error unreadable" in out


def test_arguments_that_are_no_text_do_no_harm() -> None:
    with start("check", "--text", "caf\udce9", "-f", "concise") as process:
        _, err = process.communicate()
    assert process.returncode in {0, 2}
    assert b"Traceback" not in err


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="no such device")  # noqa: PTH110
def test_a_report_may_go_to_a_device(tmp_path: Path) -> None:
    with start("check", "--text", "ok", "-f", "json", "-o", "/dev/stdout") as process:
        out, err = process.communicate()
    assert (process.returncode, err, out[:1]) == (0, b"", b"{")
    kept = tmp_path / "report.json"
    with kept.open("wb") as file:
        subprocess.run(  # noqa: S603 - our own code
            [*START, "check", "--text", "ok", "-f", "json", "-o", "/dev/stdout"],
            stdout=file,
            check=True,
        )
    assert kept.read_bytes() == out
