"""``--fix`` and ``--diff``: what is written, what is shown, and what stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Done

SAFE = """\
pack: more
language: any
rules:
  the-the:
    severity: warning
    message: "“{word}” stands twice."
    why: "It is a slip."
    how: "Say it once."
    check: repeat
    words: [the]
    examples: {flag: ["Say [[the the]].", "[[The the]] end."], pass: [the, then the]}
"""


@pytest.fixture
def queue(home: Path) -> Path:
    (home / "more").mkdir()
    (home / "more" / "rules.yaml").write_text(SAFE, encoding="utf-8")
    (home / "postlint.yaml").write_text("packs: [ours, more]\nselect: [ours, more]\n")
    path = home / "q.csv"
    path.write_bytes('\ufeffid;text\r\n1;"See ""the the"" sea"\r\n2;In Oldtown\r\n'.encode())
    return path


def test_safe_fixes_are_made(queue: Path, run: Callable[..., Done]) -> None:
    queue.chmod(0o640)
    done = run("check", "q.csv", "--fix", "-f", "json")
    assert done.status == 0
    assert done.err == "postlint: 1 replacement made in 1 file\n"
    assert [
        each["match"] for post in json.loads(done.out)["posts"] for each in post["findings"]
    ] == ["Oldtown"]
    wanted = '\ufeffid;text\r\n1;"See ""the"" sea"\r\n2;In Oldtown\r\n'
    assert queue.read_bytes().decode() == wanted
    assert queue.stat().st_mode & 0o777 == 0o640


def test_unsafe_fixes_are_asked_for(queue: Path, run: Callable[..., Done]) -> None:
    assert run("check", "q.csv", "--fix", "--unsafe-fixes").status == 0
    wanted = '\ufeffid;text\r\n1;"See ""the"" sea"\r\n2;In Newtown\r\n'
    assert queue.read_bytes().decode() == wanted
    again = run("check", "q.csv", "--fix", "--unsafe-fixes")
    assert (again.err, queue.read_bytes().decode()) == ("", wanted)


def test_a_link_stays_a_link(queue: Path, home: Path, run: Callable[..., Done]) -> None:
    (home / "linked.csv").symlink_to(queue)
    run("check", "linked.csv", "--fix")
    assert (home / "linked.csv").is_symlink()
    assert b"the the" not in queue.read_bytes()


def test_an_accepted_risk_is_not_mended(queue: Path, run: Callable[..., Done]) -> None:
    before = queue.read_bytes()
    run("check", "q.csv", "--fix", "--accept", "more/the-the=It is a line of verse.")
    assert queue.read_bytes() == before


def test_a_diff_is_shown_and_nothing_written(home: Path, run: Callable[..., Done]) -> None:
    (home / "a.md").write_text("In Oldtown.\nA bad day.")
    done = run("check", "a.md", "--diff", "--unsafe-fixes")
    assert done.out == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-In Oldtown.\n+In Newtown.\n"
        " A bad day.\n\\ No newline at end of file\n"
    )
    assert done.status == 1
    assert (home / "a.md").read_text() == "In Oldtown.\nA bad day."


def test_a_diff_may_stand_beside_a_report(home: Path, run: Callable[..., Done]) -> None:
    done = run("check", "--text", "In Oldtown.", "--diff", "-f", "json", "-o", "report.json")
    assert (done.status, done.out) == (0, "")
    assert json.loads((home / "report.json").read_text())["summary"]["warning"] == 1


def test_standard_input_is_mended_to_standard_output(run: Callable[..., Done]) -> None:
    done = run("check", "-", "--fix", "--unsafe-fixes", stdin="In Oldtown\r\nA bad day.\n")
    assert (done.status, done.out) == (1, "In Newtown\r\nA bad day.\n")


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [(["--exclude", "a.md"], b"In Oldtown"), ([], b"---\nunknown: key\n---\nIn Oldtown")],
    ids=["excluded", "unreadable"],
)
def test_standard_input_is_never_lost(
    arguments: list[str], stdin: bytes, run: Callable[..., Done]
) -> None:
    options = ["--fix", "--unsafe-fixes", "--stdin-filename", "a.md"]
    done = run("check", "-", *options, *arguments, stdin=stdin)
    assert done.out.encode() == stdin


WRONG = {
    "no file": (["--text", "x", "--fix"], "--fix needs a file"),
    "unsafe alone": (["--text", "x", "--unsafe-fixes"], "goes with --fix or --diff"),
    "two at once": (["--text", "x", "--diff", "-f", "json"], "--output FILE"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_makes_no_sense_is_refused(name: str, run: Callable[..., Done]) -> None:
    arguments, problem = WRONG[name]
    done = run("check", *arguments)
    assert done.status == 2
    assert problem in done.err
