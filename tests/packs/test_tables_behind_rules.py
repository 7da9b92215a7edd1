"""Rules that rest on a dated table agree with it, and speak softly once it is past its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint import packs, posts, tables
from postlint.linter import Linter
from postlint.model import Severity

if TYPE_CHECKING:
    from datetime import date

RULES = {rule.id: rule for rule in packs.shipped()}
RESTING = sorted(name for name, rule in RULES.items() if rule.table)


@pytest.mark.parametrize("name", RESTING)
def test_a_rule_past_its_table_s_date_speaks_softly_and_says_so(name: str) -> None:
    rule = RULES[name]
    assert rule.table is not None
    end = tables.load(rule.table).review_by
    assert end is not None
    example = next(e for e in rule.flag if not e.context)
    post = posts.from_values(example.text, {"lang": "en"}, "x")
    compiled = packs.compile_rule(rule)

    def find(day: date) -> list[tuple[Severity, bool]]:
        (result,) = Linter([compiled], today=day).lint([post])
        return [(f.severity, str(end) in f.message) for f in result.findings]

    assert all(not said for _, said in find(end.replace(year=end.year - 1)))
    past = find(end.replace(year=end.year + 1))
    assert past
    assert set(past) == {(Severity.SUGGESTION, True)}
