"""The public API: two functions that cost nothing before they are called."""

from __future__ import annotations

import subprocess
import sys
from itertools import repeat

import pytest

import postlint
from postlint.errors import PostError, UsageError
from postlint.model import Verdict
from postlint.posts import from_values, read

INSULT = "President Okoro is a jerk."


def test_a_text_is_judged() -> None:
    result = postlint.check(INSULT)
    assert result.verdict is Verdict.HOLD
    assert result.grades["embarrass-government"] == "F"
    assert "jerk" in [finding.match for finding in result.findings]
    assert all(finding.span.of(INSULT) == finding.match for finding in result.findings)


def test_front_matter_counts() -> None:
    result = postlint.check("Bonjour à tous.", platform="bluesky", lang="fr")
    assert (result.platform, result.language, result.length.limit) == ("bluesky", "fr", 300)


def test_a_mistake_in_front_matter_is_told() -> None:
    with pytest.raises(PostError, match=r"unknown key “plattform” .* did you mean “platform”"):
        postlint.check("x", plattform="x")


def test_one_text_is_for_one_platform() -> None:
    with pytest.raises(UsageError, match="lint yields a result for each"):
        postlint.check("x", platform=["x", "bluesky"])


def test_posts_are_judged_in_order_and_as_they_are_needed() -> None:
    posts = repeat(from_values("Good morning.", {"platform": ["x", "bluesky"]}, "draft.md"))
    results = postlint.lint(posts, compare=False)
    assert [next(results).platform for _ in range(3)] == ["x", "bluesky", "x"]


def test_posts_are_compared_with_one_another() -> None:
    text = "The consulate in Halifax will be closed on Monday for the holiday."
    posts = [from_values(text, {"id": name, "lang": "en"}, "q.yaml") for name in "ab"]
    rules = [[found.rule.id for found in each.findings] for each in postlint.lint(iter(posts))]
    assert ["boring/near-duplicate" in found for found in rules] == [False, True]
    *_, alone = postlint.lint(posts, compare=False)
    assert "boring/near-duplicate" not in [found.rule.id for found in alone.findings]
    first = next(postlint.lint(posts, bilingual=["en", "fr"]))
    assert "missing-translation" in [found.rule.id.partition("/")[2] for found in first.findings]


def test_what_cannot_be_read_is_raised_with_its_place() -> None:
    results = postlint.lint(read(b"---\nplatfrom: x\n---\nGood morning.\n", "a.md"))
    with pytest.raises(PostError, match=r"a\.md:2:1: unknown key “platfrom”"):
        next(results)


def test_the_import_is_light() -> None:
    code = (
        "import sys; before = set(sys.modules); import postlint; "
        "print(*{name.split('.')[0] for name in set(sys.modules) - before} - {'postlint'})"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    light = {"functools", "typing", "collections", "reprlib", "types", "_thread", "__future__"}
    standard = set(sys.stdlib_module_names)
    assert set(done.stdout.split()) <= standard | light


def test_what_is_promised_is_there() -> None:
    for name in postlint.__all__:
        assert hasattr(postlint, name)
