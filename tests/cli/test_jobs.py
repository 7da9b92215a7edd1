"""Long queues: several processes, and an interruption that says how far it came."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from postlint.linter import Linter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cli.conftest import Done
    from postlint.model import Result


@pytest.fixture
def queue(home: Path) -> str:
    entries = [{"text": f"A {'bad' if n % 3 == 0 else 'good'} day {n}"} for n in range(150)]
    path = home / "q.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path.name


@pytest.mark.parametrize("jobs", ["2", "0"])
def test_several_processes_tell_the_same(jobs: str, queue: str, run: Callable[..., Done]) -> None:
    alone = run("check", queue, "-f", "json")
    assert run("check", queue, "-f", "json", "--jobs", jobs) == alone


@pytest.mark.parametrize("jobs", ["-1", "many"])
def test_a_number_of_processes_is_wanted(jobs: str, queue: str, run: Callable[..., Done]) -> None:
    assert run("check", queue, "--jobs", jobs).status == 2


def test_an_interruption_says_how_far_it_came(
    queue: str, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Linter.lint

    def interrupted(*given: object, **named: object) -> Iterator[Result]:
        for count, result in enumerate(whole(*given, **named)):  # type: ignore[arg-type]
            if count == 20:
                raise KeyboardInterrupt
            yield result

    monkeypatch.setattr(Linter, "lint", interrupted)
    done = run("check", queue)
    assert (done.status, done.out) == (130, "")
    assert done.err.strip() == "postlint: interrupted after 20 of 150 posts"


def test_json_lines_stream_while_the_run_goes_on(
    queue: str, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Linter.lint
    complete = run("check", queue, "-f", "jsonl").out.splitlines()

    def interrupted(*given: object, **named: object) -> Iterator[Result]:
        for count, result in enumerate(whole(*given, **named)):  # type: ignore[arg-type]
            if count == 20:
                raise KeyboardInterrupt
            yield result

    monkeypatch.setattr(Linter, "lint", interrupted)
    done = run("check", queue, "-f", "jsonl")
    assert (done.status, done.out.splitlines()) == (130, complete[:20])
