"""Which rules run, and how posts become a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from postlint import runner
from postlint.errors import PackError, UsageError
from postlint.linter import Linter
from postlint.model import Rule, Severity, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Post


def rule(name: str, kind: str = "phrase", **options: object) -> Rule:
    return Rule(
        id=name,
        pack=name.partition("/")[0],
        panel="boring",
        language="any",
        severity=Severity.WARNING,
        message="",
        why="",
        how="",
        kind=kind,
        options=options,
        path="rules.yaml",
        line=7,
    )


RULES = (rule("boring/jargon"), rule("boring/cliche"), rule("untrue/figure"))
CHOICES: dict[str, tuple[dict[str, Any], str]] = {
    "all": ({}, "boring/jargon boring/cliche untrue/figure"),
    "one": ({"select": ["untrue/figure"]}, "untrue/figure"),
    "a pack": ({"select": ["boring"]}, "boring/jargon boring/cliche"),
    "a pattern": ({"select": ["*/c*"]}, "boring/cliche"),
    "not one": ({"ignore": ["boring/jargon"]}, "boring/cliche untrue/figure"),
    "a pack but one": (
        {"select": ["boring"], "ignore": ["boring/cliche"]},
        "boring/jargon",
    ),
    "off": ({"severity": {"untrue": "off"}}, "boring/jargon boring/cliche"),
}


@pytest.mark.parametrize("name", CHOICES)
def test_rules_are_chosen(name: str) -> None:
    given, expected = CHOICES[name]
    assert " ".join(chosen.id for chosen in runner.choose(RULES, **given)) == expected


def test_a_severity_may_be_changed() -> None:
    chosen = runner.choose(RULES, severity={"boring/jargon": "error", "untrue": "suggestion"})
    assert [one.severity.word for one in chosen] == ["error", "warning", "suggestion"]


@pytest.mark.parametrize("option", ["select", "ignore", "severity"])
def test_a_name_that_means_nothing_is_refused(option: str) -> None:
    given: dict[str, Any] = {option: ["borng"]}
    if option == "severity":
        given = {"severity": {"boring/jargn": "off"}}
    with pytest.raises(UsageError, match=r"no rule or pack is called .* did you mean “boring"):
        runner.choose(RULES, **given)


def test_a_pattern_that_means_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="no rule or pack"):
        runner.choose(RULES, ignore=["bored/*"])


def test_a_rule_that_cannot_be_compiled_names_its_place() -> None:
    broken = rule("boring/broken", "readability", metric="gunning_fog", above=None, below=None)
    with pytest.raises(PackError, match=r"rules\.yaml:7: rule “boring/broken”: say “above”"):
        runner.compiled([broken])


def test_what_cannot_be_read_is_kept_apart(post: Callable[..., Post]) -> None:
    heard: list[int] = []
    bad = Unreadable("b.md", "no text", 1, 2)
    report = runner.run(Linter(()), [post("a"), bad, post("c")], "1.2.3", heard.append)
    assert [result.post.text for result in report.results] == ["a", "c"]
    assert (report.unreadable, report.version, heard) == ((bad,), "1.2.3", [1, 2])
    assert (report.count(Severity.ERROR), report.accepted) == (0, 0)
