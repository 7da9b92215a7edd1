"""The shipped rules keep what their examples promise; one row for each rule."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import pytest

from postlint import packs
from postlint.checks import KINDS
from postlint.guards import GUARDS
from postlint.linter import Linter
from postlint.model import PANEL
from postlint.packs import testing

if TYPE_CHECKING:
    from postlint.facts import Facts
    from postlint.model import Finding, Post, Rule
    from postlint.queues import Queue

RULES = packs.shipped()
BY_ID = {rule.id: rule for rule in RULES}


@pytest.mark.parametrize("name", BY_ID)
def test_examples(name: str) -> None:
    rule = BY_ID[name]
    compiled = packs.compile_rule(rule)

    def find(post: Post, facts: Facts | None, queue: Queue | None) -> list[Finding]:
        linter = Linter([compiled], facts=facts)
        results = list(linter.lint(queue.posts if queue else [post], queue))
        own = results[-len(post.platforms or "x") :]
        return [finding for result in own for finding in result.findings]

    failures = [
        f"{rule.path}:{failure.example.line}: {failure.problem}: {failure.example.text}"
        for failure in testing.run(rule, find)
    ]
    assert not failures, "\n".join(failures)


def marked(rule: Rule) -> int:
    return sum(bool(example.spans) for example in rule.flag)


@pytest.mark.parametrize("name", BY_ID)
def test_a_rule_speaks_to_people(name: str) -> None:
    rule = BY_ID[name]
    assert min(len(rule.flag), len(rule.quiet)) >= 2
    assert rule.pack in PANEL
    assert rule.panel == rule.pack
    assert rule.why.endswith((".", "”", "?", "!", ")"))
    assert rule.how.endswith((".", "”", "?", "!", ")"))
    texts = [example.text for example in (*rule.flag, *rule.quiet)]
    assert len(set(texts)) == len(texts) or any(e.context for e in (*rule.flag, *rule.quiet))
    assert rule.source is None or rule.source.title


@pytest.mark.parametrize("name", BY_ID)
def test_what_it_supersedes_is_there(name: str) -> None:
    for pattern in BY_ID[name].supersedes:
        assert any(fnmatchcase(each, pattern) for each in BY_ID if each != name), pattern


def test_every_kind_is_used() -> None:
    assert not KINDS.keys() - {rule.kind for rule in RULES}


def test_every_guard_is_used() -> None:
    used = {guard for rule in RULES for guard, *_ in (*rule.unless, *rule.lower)}
    assert not GUARDS.keys() - used
