"""The fixes of the shipped rules, as ``--fix --unsafe-fixes`` makes them: they come to an end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postlint import packs, posts, runner
from postlint.cli.mend import wanted
from postlint.fixes import mend
from postlint.linter import Linter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.fixes import Mended
    from postlint.model import Fix, Post

KINDS = {"swap", "repeat", "hashtag"}
RULES = [rule for rule in packs.shipped() if rule.kind in KINDS]
TEXTS = [example.text for rule in RULES for example in rule.flag]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(runner.compiled(RULES))


def mended(raw: bytes, source: str, linter: Linter) -> Mended:
    def fixes(asked: Sequence[Post]) -> Iterator[list[Fix]]:
        return wanted(asked, linter, unsafe=True)

    return mend(raw, lambda changed: list(posts.read(changed, source)), fixes)


FEW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@FEW
@given(texts=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=5), as_json=st.booleans())
def test_mending_again_changes_nothing(texts: list[str], as_json: bool, linter: Linter) -> None:
    source = "q.json" if as_json else "a.md"
    text = json.dumps([{"text": text} for text in texts]) if as_json else "\n".join(texts)
    once = mended(text.encode(), source, linter)
    assert not once.endless
    twice = mended(once.raw, source, linter)
    assert (twice.raw, twice.made) == (once.raw, 0)


@pytest.mark.parametrize("text", TEXTS)
def test_each_example_of_a_rule_comes_to_an_end(text: str, linter: Linter) -> None:
    once = mended(text.encode(), "a.md", linter)
    assert not once.endless
    assert not once.skipped
    assert mended(once.raw, "a.md", linter).raw == once.raw
