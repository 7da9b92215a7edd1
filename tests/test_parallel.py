"""Several processes find what one finds, in the same order."""

from __future__ import annotations

import json
import multiprocessing
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from postlint import packs, parallel, posts, runner
from postlint.errors import UsageError
from postlint.linter import Linter
from postlint.memory import Memory
from postlint.model import Post
from postlint.queues import Queue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from postlint.model import Result

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="this system cannot fork"
)

TEXTS = ("Teh sea.", "We will utilize the the boat.", "Join us at noon.", "Snow in Halifax, again.")


@pytest.fixture(scope="module")
def linter() -> Linter:
    wanted = {"swap", "repeat", "queue"}
    rules = [rule for rule in packs.shipped() if rule.kind in wanted]
    return Linter(runner.compiled(rules), account="personal")


@pytest.fixture(scope="module")
def queue() -> list[Post]:
    accept = [{"rule": "embarrass-yourself/doubled-word", "reason": "It is a line of verse."}]
    entries = [
        {"text": f"{TEXTS[n % 4]} {n}", "platform": ["x", "bluesky"][: 1 + n % 2], "accept": accept}
        for n in range(parallel.CHUNK * 3 + 5)
    ]
    read = posts.read(json.dumps(entries).encode(), "q.json")
    return [post for post in read if isinstance(post, Post)]


def test_the_results_are_the_same(linter: Linter, queue: list[Post]) -> None:
    alone = runner.run(linter, queue, "1")
    shared = runner.run(linter, queue, "1", jobs=2)
    assert shared == alone
    assert any(result.findings for result in alone.results)
    assert any(result.accepted for result in alone.results)


def test_progress_is_told(linter: Linter, queue: list[Post]) -> None:
    heard: list[int] = []
    report = runner.run(linter, queue, "1", heard.append, jobs=2)
    assert heard == list(range(1, len(report.results) + 1))


@pytest.mark.parametrize(
    ("fault", "expected"),
    [(UsageError("mend it"), UsageError), (ValueError("a bug"), RuntimeError)],
    ids=["ours", "a bug"],
)
def test_a_fault_in_a_child_is_told(
    fault: Exception,
    expected: type[Exception],
    linter: Linter,
    queue: list[Post],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = linter.lint

    def broken(posts: list[Post], queue: Queue, *, first: int = 0) -> Iterator[Result]:
        if first:
            raise fault
        return whole(posts, queue)

    monkeypatch.setattr(linter, "lint", broken)
    with pytest.raises(expected, match=str(fault)):
        list(parallel.lint(linter, queue, Queue(queue), 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interruption_says_how_far_it_came(jobs: int, linter: Linter, queue: list[Post]) -> None:
    def stop(done: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt, match=f"after 7 of {len(queue)} posts"):
        runner.run(linter, queue, "1", stop, jobs=jobs)


def test_few_posts_need_no_company(
    linter: Linter, queue: list[Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    no: Callable[..., object] = lambda *_: pytest.fail("forked")  # noqa: E731
    monkeypatch.setattr(multiprocessing, "get_context", no)
    few = [replace(post) for post in queue[: parallel.CHUNK]]
    assert list(parallel.lint(linter, few, Queue(few), 8))


@pytest.mark.parametrize(
    ("posts", "platform", "expected"),
    [
        (1, "linux", 1),
        (999, "linux", 1),
        (1_000, "linux", 2),
        (9_999, "linux", 4),
        (9_999, "darwin", 1),
    ],
)
def test_as_many_processes_as_pay(
    posts: int, platform: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "processors", lambda: 4)
    monkeypatch.setattr(sys, "platform", platform)
    assert parallel.that_pay(posts) == expected


def test_what_is_remembered_needs_no_company(
    linter: Linter, queue: list[Post], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path))

    def fresh() -> Linter:
        return Linter(linter.rules, account="personal", memory=Memory(b"settings"))

    alone = runner.run(linter, queue, "1")
    assert runner.run(fresh(), queue, "1", jobs=2) == alone
    monkeypatch.setattr(parallel, "_pool", lambda *_: pytest.fail("forked"))
    assert runner.run(fresh(), queue, "1", jobs=2) == alone


def test_a_system_without_room_for_children_does_it_alone(
    linter: Linter, queue: list[Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(multiprocessing.get_context("fork"), "Pool", full)
    assert runner.run(linter, queue, "1", jobs=2) == runner.run(linter, queue, "1")
