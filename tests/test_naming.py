"""Names of rules: ids, bare names, packs and patterns; what means nothing, and what means two."""

from __future__ import annotations

import pytest

from postlint import naming
from postlint.errors import UsageError
from postlint.model import Rule, Severity


def rule(identifier: str) -> Rule:
    pack = identifier.partition("/")[0]
    return Rule(
        id=identifier,
        pack=pack,
        panel="boring",
        language="en",
        severity=Severity.WARNING,
        message="",
        why="",
        how="",
        kind="phrase",
        options={},
    )


IDS = ("one/cut-hashtag", "one/jargon", "two/long-hashtag", "two/jargon", "two/slip", "three/two")
RULES = [rule(each) for each in IDS]

CHOSEN = {
    "one/jargon": {"one/jargon"},
    "slip": {"two/slip"},
    "one": {"one/cut-hashtag", "one/jargon"},
    "one/*": {"one/cut-hashtag", "one/jargon"},
    "*-hashtag": {"one/cut-hashtag", "two/long-hashtag"},
    "*/jargon": {"one/jargon", "two/jargon"},
    "jarg?n": {"one/jargon", "two/jargon"},
    "[lc]*-hashtag": {"one/cut-hashtag", "two/long-hashtag"},
}


@pytest.mark.parametrize("name", CHOSEN)
def test_a_name_means(name: str) -> None:
    assert naming.chosen(RULES, name) == CHOSEN[name]


REFUSED = {
    "jargon": "“jargon” means several: one/jargon or two/jargon",
    "two": "“two” means several: the pack two or three/two",
    "slop": "no rule or pack is called “slop”; did you mean “slip”",
    "one/slip": "no rule or pack is called “one/slip”; did you mean",
    "four/*": "no rule or pack is called “four/*”",
    "": "no rule or pack is called “”",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_is_refused(name: str) -> None:
    with pytest.raises(UsageError) as told:
        naming.chosen(RULES, name)
    assert REFUSED[name] in str(told.value)


def test_one_rule_is_found_by_id_or_bare_name_but_not_by_pack() -> None:
    assert naming.find(RULES, "slip") is naming.find(RULES, "two/slip") is RULES[4]
    with pytest.raises(UsageError, match="one/jargon or two/jargon"):
        naming.find(RULES, "jargon")
    with pytest.raises(UsageError, match="no rule is called “one”"):
        naming.find(RULES, "one")
