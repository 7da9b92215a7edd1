"""Accepted risks: what they cover, and why one covers nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from postlint import accepted
from postlint.model import Acceptance, Accepted, Finding, Needless, Rule, Severity, Unused
from postlint.spans import Span

TODAY = date(2026, 11, 24)
RULE = Rule(
    id="ours/figure",
    pack="ours",
    panel="untrue",
    language="en",
    severity=Severity.WARNING,
    message="",
    why="",
    how="",
    kind="phrase",
    options={},
)
FINAL = replace(RULE, id="ours/secret", acceptable=False)
RULES = {RULE.id: RULE, FINAL.id: FINAL}


def finding(rule: Rule = RULE, start: int = 0) -> Finding:
    return Finding(rule, rule.severity, "", Span(start, start + 1), "x")


def acceptance(rule: str = "ours/figure", until: date | None = None) -> Acceptance:
    return Acceptance(rule, "The minister said so.", "hom", until)


CASES = {
    "covered": (acceptance(), finding(), True),
    "until today": (acceptance(until=TODAY), finding(), True),
    "run out": (acceptance(until=date(2026, 11, 23)), finding(), False),
    "another rule": (acceptance("ours/other"), finding(), False),
    "a whole pack": (acceptance("ours"), finding(), False),
    "not acceptable": (acceptance("ours/secret"), finding(FINAL), False),
    "no reason yet": (replace(acceptance(), reason="“Say why here.”"), finding(), False),
}


@pytest.mark.parametrize("name", CASES)
def test_it_covers(name: str) -> None:
    risk, found, covered = CASES[name]
    assert accepted.covers(risk, found, TODAY) is covered


def test_one_acceptance_covers_all_findings_of_its_rule() -> None:
    findings = [finding(), finding(start=9), finding(FINAL)]
    standing, taken = accepted.divide(findings, [acceptance()], TODAY)
    assert standing == [findings[2]]
    assert taken == [Accepted(findings[0], acceptance()), Accepted(findings[1], acceptance())]


@pytest.mark.parametrize(
    ("risk", "why"),
    [
        (acceptance("ours/figur"), Needless.NOT_RUN),
        (acceptance("ours/secret"), Needless.NOT_ACCEPTABLE),
        (acceptance(until=date(2026, 1, 1)), Needless.EXPIRED),
        (replace(acceptance(), reason="say why here"), Needless.NO_REASON),
        (acceptance(), Needless.NOTHING_FOUND),
    ],
    ids=lambda value: value if isinstance(value, str) else value.rule,
)
def test_an_unused_one_says_why(risk: Acceptance, why: Needless) -> None:
    assert accepted.unused([risk], [], RULES, TODAY) == [Unused(risk, why)]


def test_a_used_one_is_not_unused() -> None:
    taken = [Accepted(finding(), acceptance())]
    assert not accepted.unused([acceptance()], taken, RULES, TODAY)


def test_a_bare_name_stands_for_the_one_rule_that_has_it() -> None:
    given = (acceptance("figure"), acceptance("ours/secret"), acceptance("figur"))
    meant = accepted.by_id(given, RULES.values())
    assert [each.rule for each in meant] == ["ours/figure", "ours/secret", "figur"]


def test_a_name_of_two_rules_accepts_neither_and_says_which() -> None:
    rules = {**RULES, "theirs/figure": replace(RULE, id="theirs/figure", pack="theirs")}
    (risk,) = accepted.by_id([acceptance("figure")], rules.values())
    (left,) = accepted.unused([risk], [], rules, TODAY)
    assert left == Unused(risk, Needless.AMBIGUOUS, ("ours/figure", "theirs/figure"))
