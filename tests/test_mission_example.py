"""The mission of the examples: one post gets six facts wrong, one gets everything right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from postlint import facts, posts
from postlint.linter import Linter
from postlint.model import Post

if TYPE_CHECKING:
    from postlint.packs import CompiledRule

FOLDER = Path(__file__).parents[1] / "examples" / "mission"
MISSION = facts.load(FOLDER / "mission.yaml")
RIGHT = (FOLDER / "all-facts-right.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def linter(shipped_rules: tuple[CompiledRule, ...]) -> Linter:
    return Linter(shipped_rules, facts=MISSION)


def rules_of(linter: Linter, text: str) -> list[str]:
    (post,) = posts.read(text.encode(), "post.md")
    assert isinstance(post, Post)
    (result,) = linter.lint([post])
    return [finding.rule.id for finding in result.findings]


def test_a_post_that_gets_everything_right(linter: Linter) -> None:
    assert rules_of(linter, RIGHT) == []


def test_a_post_that_gets_six_facts_wrong(linter: Linter) -> None:
    wrong = (FOLDER / "six-facts-wrong.md").read_text(encoding="utf-8")
    assert len(rules_of(linter, wrong)) == 6


@pytest.mark.parametrize(
    ("true", "false", "rule"),
    [
        ("06:00Z", "06:30Z", "embarrass-government/embargo-broken"),
        ("no boat", "no home", "untrue/altered-quote"),
        ("Minister Okoro", "President Okoro", "untrue/wrong-title"),
        ("Commissioner Marchand", "Commissioner Marchnad", "untrue/misspelt-name"),
        ("in 1957", "in 1959", "untrue/contradicted-figure"),
        ("twenty-five", "thirty-five", "untrue/contradicted-figure"),
        ("Maple Library", "Canadian Library", "untrue/name-not-preferred"),
        ("17:00", "18:00", "untrue/wrong-hours"),
        ("Exercise a high degree of caution", "Avoid all travel", "untrue/travel-advice-conflict"),
        ("996 8885", "996 8858", "untrue/wrong-contact"),
        ("@CanadaRuritania", "@CanadaRuritana", "untrue/handle-of-somebody-else"),
    ],
    ids=lambda value: value.split("/")[-1],
)
def test_each_fact_gone_wrong_is_found_alone(
    linter: Linter, true: str, false: str, rule: str
) -> None:
    assert true in RIGHT
    assert rules_of(linter, RIGHT.replace(true, false)) == [rule]


def test_an_announcement_before_the_election(linter: Linter) -> None:
    during = RIGHT.replace("2026-11-25", "2027-03-10").replace(
        "News:", "Canada announces $40 million for new harbours. News:"
    )
    assert "embarrass-government/caretaker-announcement" in rules_of(linter, during)
    after = during.replace("2027-03-10", "2027-04-27")
    assert "embarrass-government/caretaker-announcement" not in rules_of(linter, after)
