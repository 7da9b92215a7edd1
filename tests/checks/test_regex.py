"""``regex``: patterns, on the words or on the text as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

NUMBER = {"patterns": [r"(?P<hit>[0-9,]+) (?P<thing>people|ships)"]}
MARKED: list[tuple[str, dict[str, Any]]] = [
    ("[[3,000]] people and [[2]] ships", NUMBER),
    ("🇨🇦🎉 café: [[12]] SHIPS", NUMBER),
    ("12 ships", NUMBER | {"case": True, "patterns": ["[0-9]+ SHIPS"]}),
    ("see https://example.org/2-ships", {"patterns": ["[0-9]-ships"]}),
    ("see https://example.org/[[2-ships]]", {"patterns": ["[0-9]-ships"], "over": "text"}),
    ("shipshape", {"patterns": ["ship"]}),
    ("[[ship]]shape", {"patterns": ["ship"], "whole": False}),
    ("an [[old ship]] sails", {"patterns": ["old ship", "ship sails"]}),
    ("an [[old ship]]", {"patterns": ["old <words>"], "words": ["boat", "ship"]}),
    ("an old house", {"patterns": ["old <words>"], "words": ["boat", "ship"]}),
    ("the [[captain’s ship]]", {"patterns": ["<words> ship"], "words": ["captain's"]}),
    ("x", {"patterns": ["y*"]}),
    ("[[two ships]]", {"patterns": [r"\w+ ships"], "triggers": ["ships"]}),
    ("@[[rt_com]] says", {"patterns": ["rt_com"], "over": "text", "triggers": ["rt_com"]}),
]


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("regex", marked, options)


def test_named_groups_are_values(find: Callable[..., list[Hit]]) -> None:
    values = find("regex", "3,000 people", NUMBER)[0].values
    assert values["thing"] == "people"


def test_a_word_is_no_pattern(find: Callable[..., list[Hit]]) -> None:
    options = {"patterns": ["<words>"], "words": ["a.b", "a+"], "whole": False}
    assert [hit.span.start for hit in find("regex", "axb a.b aa a+", options)] == [4, 11]
