"""Word lists inside patterns, and marks round brackets in examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint import packs
from postlint.errors import PackError
from postlint.packs.examples import unmark
from postlint.spans import Span

if TYPE_CHECKING:
    from pathlib import Path

    from postlint.model import Rule

PACK = """\
pack: ours
panel: boring
words:
  fruit: [(red|green) apple, kiwi, a.b]
rules:
  fruity:
    severity: suggestion
    message: "{{match}}"
    why: "It is fruit."
    how: "Eat it."
    check: regex
    patterns: ["my ${{{name}}}"]
    examples: {{flag: ["[[my kiwi]]", "[[my red apple]]"], pass: [a, b]}}
"""


def load(tmp_path: Path, name: str) -> Rule:
    (tmp_path / "fruit.yaml").write_text(PACK.format(name=name), encoding="utf-8")
    return packs.load(tmp_path).rules[0]


def test_a_list_becomes_a_group_longest_first_with_its_signs_escaped(tmp_path: Path) -> None:
    patterns = load(tmp_path, "fruit").options["patterns"]
    assert patterns == (r"my (?:green apple|red apple|kiwi|a\.b)",)


def test_an_unknown_list_in_a_pattern_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="fruits"):
        load(tmp_path, "fruits")


@pytest.mark.parametrize(
    ("marked", "text", "span"),
    [
        ("a [[b]] c", "a b c", Span(2, 3)),
        ("Mr [[[NAME]]]!", "Mr [NAME]!", Span(3, 9)),
        ("[[[x](y)]] z", "[x](y) z", Span(0, 6)),
    ],
    ids=["plain", "brackets", "inner bracket"],
)
def test_marks_may_hold_brackets(marked: str, text: str, span: Span) -> None:
    assert unmark(marked) == (text, (span,))
