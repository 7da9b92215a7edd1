"""Posts compared with one another: what counts as the same, and what is exempt."""

from __future__ import annotations

import json
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import packs, posts, runner
from postlint.linter import Linter
from postlint.model import Post
from postlint.queues import Queue

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = "near-duplicate opener-monotony double-booked-slot missing-translation".split()
RULES = [rule for rule in packs.shipped() if rule.id.partition("/")[2] in KINDS]
TEXT = "The consulate in Halifax will be closed on Monday for the holiday."
NOON = "2026-11-24T12:00Z"


def queue(entries: Sequence[dict[str, Any]], source: str = "q.json") -> list[Post]:
    found = [*posts.read(json.dumps(entries).encode(), source)]
    return [post for post in found if isinstance(post, Post)]


def found(read: Sequence[Post], **settings: Any) -> list[tuple[str | None, str, str]]:
    report = runner.run(Linter(runner.compiled(RULES)), read, "1", **settings)
    return [
        (result.post.id, finding.rule.id.partition("/")[2], finding.message)
        for result in report.results
        for finding in result.findings
    ]


CASES: dict[str, tuple[list[dict[str, Any]], list[tuple[str, str]]]] = {
    "a draft alone": ([{"text": TEXT, "translation_of": "x"}], []),
    "told twice": ([{"text": TEXT}] * 2, [("post 2", "near-duplicate")]),
    "case, links and handles aside": (
        [{"text": TEXT + " https://a.ca/1"}, {"text": "@all " + TEXT.upper() + " https://a.ca/2"}],
        [("post 2", "near-duplicate")],
    ),
    "other accounts": ([{"text": TEXT}, {"text": TEXT, "account": "personal"}], []),
    "a thread in one slot": (
        [
            {"text": "One.", "publish_at": NOON, "id": "t, part 1"},
            {"text": "Two.", "publish_at": NOON, "id": "t, part 2"},
            {"text": "Three.", "publish_at": NOON, "reply_to": "t"},
        ],
        [],
    ),
    "one slot, written in two zones": (
        [
            {"text": "One.", "publish_at": NOON},
            {"text": "Two.", "publish_at": "2026-11-24T08:00-04:00"},
        ],
        [("post 2", "double-booked-slot")],
    ),
    "openers by schedule, not by place": (
        [
            {"text": "Join us now.", "publish_at": "2026-11-24T12:00Z"},
            {"text": "Join us here.", "publish_at": "2026-11-26T12:00Z"},
            {"text": "Join us there.", "publish_at": "2026-11-25T12:00Z"},
        ],
        [("post 2", "opener-monotony")],
    ),
    "an id that is not there": (
        [{"text": "One.", "id": "a"}, {"text": "Un.", "translation_of": "b", "lang": "fr"}],
        [("post 2", "missing-translation")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_posts_are_compared(name: str) -> None:
    entries, expected = CASES[name]
    assert [each[:2] for each in found(queue(entries))] == expected


def test_a_message_names_the_other_post() -> None:
    read = [*queue([{"text": TEXT}], "a.json"), *queue([{"text": TEXT}, {"text": TEXT}], "b.json")]
    assert [each[2] for each in found(read)] == [
        "Says the same as a.json post 1.",
        "Says the same as a.json post 1.",
    ]


def test_a_queue_of_two_languages() -> None:
    entries = [
        {"id": "a", "text": "The kitchen is open.", "lang": "en"},
        {"text": "La cuisine est ouverte.", "lang": "fr", "translation_of": "a"},
        {"id": "b", "text": "There is snow.", "lang": "en"},
    ]
    assert found(queue(entries)) == []
    assert found(queue(entries), bilingual=("en", "fr")) == [
        ("b", "missing-translation", "The French version is not in the queue.")
    ]


def test_an_accepted_risk_of_a_queue_is_accepted() -> None:
    accept = [{"rule": "boring/near-duplicate", "reason": "A reminder on purpose."}]
    report = runner.run(
        Linter(runner.compiled(RULES)),
        queue([{"text": TEXT}, {"text": TEXT, "accept": accept}]),
        "1",
    )
    assert [len(result.accepted) for result in report.results] == [0, 1]
    assert not report.results[1].unused


def test_many_posts_are_compared_in_linear_time() -> None:
    entries = [
        {"text": f"Welcome to day {n} of our week: word{n} word{n + 1} #tag{n % 7} at the gate."}
        for n in range(2_000)
    ]
    read = queue(entries)
    start = process_time()
    compared = Queue(read)
    assert all(compared.twin(at) is not None for at in range(1, len(read)))
    assert process_time() - start < 10


WORDS = st.lists(st.sampled_from("one two three four five six seven".split()), max_size=14)


@given(st.lists(WORDS.map(" ".join), max_size=8), st.sampled_from([0.2, 0.5, 0.6, 1.0]))
def test_no_twin_is_missed_for_what_is_asked(texts: list[str], least: float) -> None:
    read = queue([{"text": text or "-"} for text in texts]) if texts else []
    compared = Queue(read)
    for at in range(len(read)):
        best = compared.twin(at)
        asked = compared.twin(at, least)
        if best is not None and best.similarity >= least:
            assert asked == best
