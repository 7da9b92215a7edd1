"""Baseline, statistics and exclusions: what a run leaves out, and what it counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Done

Queue = list[dict[str, object]]

ARCHIVE: Queue = [
    {"text": "A bad day by the sea."},
    {"text": "A bad day by the sea.", "platform": ["x", "bluesky"]},
    {"text": "A weak day.", "platform": ["x", "bluesky"]},
]


def write(home: Path, queue: Queue) -> None:
    lines = [json.dumps(entry) + "\n" for entry in queue]
    (home / "q.jsonl").write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def archive(home: Path, run: Callable[..., Done]) -> Path:
    write(home, ARCHIVE)
    done = run("check", "q.jsonl", "--write-baseline", "known.json")
    assert (done.status, "3 findings written" in done.err) == (0, True)
    return home


def findings(done: Done) -> list[tuple[str, str]]:
    document = json.loads(done.out)
    return [(post["id"], f["match"]) for post in document["posts"] for f in post["findings"]]


CHANGES: dict[str, tuple[Queue, list[tuple[str, str]], int]] = {
    "nothing new": (ARCHIVE, [], 0),
    "moved lines": ([{"text": "Good."}, *ARCHIVE[::-1]], [], 0),
    "one gone": (ARCHIVE[1:], [], 0),
    "a new one": ([*ARCHIVE, {"text": "A bad sea."}], [("line 4", "bad")], 1),
    "once more than was known": (
        [*ARCHIVE, {"text": "A bad day by the sea."}],
        [("line 4", "bad")],
        1,
    ),
    "the same words elsewhere": (
        [{"text": "Never a bad day by the lake."}, *ARCHIVE[1:]],
        [("line 1", "bad")],
        1,
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_known_findings_are_not_told_again(
    name: str, archive: Path, run: Callable[..., Done]
) -> None:
    queue, left, status = CHANGES[name]
    write(archive, queue)
    done = run("check", "q.jsonl", "--baseline", "known.json", "-f", "json")
    assert (findings(done), done.status) == (left, status)


def test_posts_are_graded_without_what_is_known(archive: Path, run: Callable[..., Done]) -> None:
    done = run("check", str(archive / "q.jsonl"), "--baseline", "known.json", "-f", "json")
    # by content: the path was written another way
    assert {post["verdict"] for post in json.loads(done.out)["posts"]} == {"ready"}
    assert {post["grades"]["untrue"] for post in json.loads(done.out)["posts"]} == {"A"}


def test_what_is_gone_is_told(archive: Path, run: Callable[..., Done]) -> None:
    write(archive, ARCHIVE[1:])
    done = run("check", "q.jsonl", "--baseline", "known.json")
    assert "2 known findings not shown; 1 more in the baseline no longer found" in done.err


BROKEN = ["", "[]", "{}", '{"postlint-baseline": 2}', '{"postlint-baseline": 1, "findings": [3]}']


@pytest.mark.parametrize("text", BROKEN, ids=repr)
def test_a_broken_baseline_is_refused(text: str, home: Path, run: Callable[..., Done]) -> None:
    (home / "known.json").write_text(text)
    done = run("check", "--text", "bad", "--baseline", "known.json")
    assert (done.status, "known.json" in done.err) == (2, True)


def test_a_missing_baseline_is_refused(run: Callable[..., Done]) -> None:
    assert run("check", "--text", "bad", "--baseline", "none.json").status == 2


# ---------------------------------------------------------------- statistics


def test_findings_are_counted_by_rule(archive: Path, run: Callable[..., Done]) -> None:
    assert (archive / "q.jsonl").exists()
    table = "     2  error       ours/bad\n     1  warning     ours/weak\n"
    assert run("check", "q.jsonl", "--statistics").out.endswith(table)
    beside = run("check", "q.jsonl", "--statistics", "-f", "json")
    assert beside.err == table
    assert json.loads(beside.out)


# ---------------------------------------------------------------- exclusions

EXCLUDED = {
    "a folder": ["archive"],
    "a folder with a slash": ["archive/"],
    "a path": ["archive/old.md"],
    "a pattern of a name": ["*ld.md"],
    "a pattern of a path": ["arch*/o*"],
}


@pytest.mark.parametrize("name", EXCLUDED)
@pytest.mark.parametrize("where", ["option", "file"])
@pytest.mark.parametrize("how", ["walked", "named", "standard input"])
def test_what_is_excluded_is_not_checked(
    name: str, where: str, how: str, home: Path, run: Callable[..., Done]
) -> None:
    (home / "archive").mkdir()
    (home / "archive" / "old.md").write_text("bad")
    options = ["-f", "json"]
    if where == "option":
        options += [part for pattern in EXCLUDED[name] for part in ("--exclude", pattern)]
    else:
        config = home / "postlint.yaml"
        listed = f"exclude: {json.dumps(EXCLUDED[name])}\n"
        config.write_text(config.read_text() + listed)
    arguments = {
        "walked": ["."],
        "named": ["archive/old.md"],
        "standard input": ["-", "--stdin-filename", "archive/old.md"],
    }[how]
    done = run("check", *arguments, *options, stdin="bad")
    sources = {post["source"] for post in json.loads(done.out)["posts"]}
    assert not any("old.md" in source for source in sources)
    assert done.status == 0


def test_what_is_not_excluded_is_checked(home: Path, run: Callable[..., Done]) -> None:
    (home / "new.md").write_text("bad")
    assert run("check", "new.md", "--exclude", "archive", "--exclude", "old*").status == 1
