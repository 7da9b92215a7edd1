"""The real server: its answers are, byte for byte, those of a direct run; and its own commands."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from subprocess import DEVNULL, PIPE, Popen, run
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no Unix sockets")

LIE = "The minister of Freedonia lied on Monday, 24 November 2026! \U0001f341"
FINE = "Good morning, Halifax! What will you read today?"


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment with a runtime folder of its own, which no variable colours."""
    folder = tmp_path_factory.mktemp("run")
    folder.chmod(0o700)
    unset = ("POSTLINT_SERVER", "FORCE_COLOR", "NO_COLOR", "COLUMNS")
    given = {name: value for name, value in os.environ.items() if name not in unset}
    return {**given, "XDG_RUNTIME_DIR": str(folder)}


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with drafts, queues and a configuration."""
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "lie.md").write_text(f"---\nplatform: bluesky\n---\n{LIE}\n", encoding="utf-8")
    (folder / "fine.txt").write_text(FINE, encoding="utf-8")
    (folder / "broken.yaml").write_text("posts: [", encoding="utf-8")
    rows = "".join(f'{{"id": "{n}", "text": "{LIE} ({n})"}}\n' for n in range(70))
    (folder / "queue.jsonl").write_text(rows, encoding="utf-8")
    config = "select: [embarrass-government]\nseverity:\n  accused-of-lying: warning\n"
    (folder / "mild.yaml").write_text(config, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def server(environ: Mapping[str, str]) -> Iterator[None]:
    """Run a server of this very postlint."""
    command = [sys.executable, "-m", "postlint", "server", "start", "--foreground"]
    process = Popen(command, env=dict(environ), stdout=PIPE, stdin=DEVNULL)  # noqa: S603
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    yield
    with suppress(ProcessLookupError):
        process.terminate()
    process.communicate(timeout=10)


def postlint(
    arguments: Sequence[str], environ: Mapping[str, str], folder: Path, given: bytes = b""
) -> tuple[int, bytes, bytes]:
    command = [sys.executable, "-m", "postlint", *arguments]
    done = run(  # noqa: S603 - our own code
        command, env=dict(environ), cwd=folder, input=given, capture_output=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def counted(environ: Mapping[str, str], folder: Path) -> int:
    told = postlint(["server", "status"], environ, folder)[1].decode()
    return int(told.partition("answered")[2].split()[0])


CASES = [
    pytest.param(["check", "lie.md", "fine.txt"], {}, id="files"),
    pytest.param(["check", "-", "-f", "json"], {}, id="standard input as json"),
    pytest.param(["check", "--text", FINE, "-f", "concise"], {}, id="nothing found"),
    pytest.param(["check", "--text", LIE], {"FORCE_COLOR": "1"}, id="colour"),
    pytest.param(["check", "lie.md", "--config", "mild.yaml"], {}, id="other severities"),
    pytest.param(["check", "broken.yaml", "fine.txt"], {}, id="unreadable"),
    pytest.param(["check", "missing.md"], {}, id="missing"),
    pytest.param(["check", "lie.md", "--fail-onn", "error"], {}, id="wrong use"),
    pytest.param(["check", "queue.jsonl", "-f", "jsonl", "--jobs", "2"], {}, id="queue"),
    pytest.param(["inspect", "lie.md"], {}, id="inspect"),
]


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(("arguments", "more"), CASES)
def test_byte_for_byte(
    arguments: list[str], more: dict[str, str], environ: dict[str, str], drafts: Path
) -> None:
    before = counted(environ, drafts)
    given = f"{LIE}\n".encode()
    served = postlint(arguments, {**environ, **more}, drafts, given)
    assert counted(environ, drafts) == before + 1
    direct = postlint(arguments, {**environ, **more, "POSTLINT_SERVER": "off"}, drafts, given)
    assert served == direct


@pytest.mark.usefixtures("server")
def test_files_are_mended_and_reports_written(environ: dict[str, str], drafts: Path) -> None:
    before = counted(environ, drafts)
    seen = []
    for mode in ("", "off"):
        (drafts / "mend.txt").write_text("We meet on Monday, 24 November 2026.", encoding="utf-8")
        command = ["check", "mend.txt", "--fix", "--unsafe-fixes", "-f", "json", "-o", "out.json"]
        done = postlint(command, {**environ, "POSTLINT_SERVER": mode}, drafts)
        seen.append((done, *((drafts / each).read_bytes() for each in ("mend.txt", "out.json"))))
    assert seen[0] == seen[1]
    assert counted(environ, drafts) == before + 1


@pytest.mark.usefixtures("server")
def test_a_second_server_is_not_needed(environ: dict[str, str], drafts: Path) -> None:
    status, out, _ = postlint(["server", "start"], environ, drafts)
    assert (status, b"runs already" in out) == (0, True)


@pytest.mark.usefixtures("server")
def test_status_then_stop(environ: dict[str, str], drafts: Path) -> None:
    status, out, err = postlint(["server", "status"], environ, drafts)
    assert (status, err) == (0, b"")
    for words in ("A server runs since", "under way", "goes after 15 min", "check and inspect"):
        assert words in out.decode()
    off = postlint(["server", "status"], {**environ, "POSTLINT_SERVER": "off"}, drafts)[1]
    assert b"nobody here" in off
    assert postlint(["server", "stop"], environ, drafts)[:2] == (0, b"The server has stopped.\n")
    assert postlint(["server", "stop"], environ, drafts)[:2] == (0, b"No server runs.\n")
    status, out, _ = postlint(["server", "status"], environ, drafts)
    assert (status, b"POSTLINT_SERVER=auto" in out) == (1, True)


def test_a_wrong_value_is_told(environ: dict[str, str], drafts: Path) -> None:
    done = postlint(["check", "fine.txt"], {**environ, "POSTLINT_SERVER": "yes"}, drafts)
    assert done == (2, b"", "postlint: POSTLINT_SERVER “yes”: write auto or off\n".encode())


def test_a_place_that_is_none_is_told(environ: dict[str, str], drafts: Path) -> None:
    (drafts / f"postlint-{os.getuid()}").mkdir(mode=0o755)
    wrong = {**environ, "XDG_RUNTIME_DIR": "", "TMPDIR": str(drafts)}
    status, _, err = postlint(["server", "start"], wrong, drafts)
    assert status == 2
    assert b"not yours, or open to others" in err
