"""``swap``: a better word, with the capitals of the one it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.model import Hit

SWAPS = {"swaps": {"Kiev": "Kyiv", "utili(z|s)e": "use", "very unique": "(unique)"}}
MARKED: list[tuple[str, dict[str, Any]]] = [
    ("[[Kiev]], [[kiev]] and [[KIEV]]", {}),
    ("chicken-Kiev and Kievan", {}),
    ("[[Utilize]] or [[utilise]]", {}),
    ("We mean [[Kiev]], kiev and KIEV", {"case": True}),
]
FIXES = {
    "in Kiev": ("Kyiv", "Kyiv", False),
    "IN KIEV": ("KYIV", "KYIV", False),
    "utilize it": ("use", "use", False),
    "Utilise it": ("Use", "Use", False),
}


@pytest.mark.parametrize(("marked", "options"), MARKED, ids=str)
def test_it_marks(marked: str, options: dict[str, Any], marks: Callable[..., None]) -> None:
    marks("swap", marked, SWAPS | options)


@pytest.mark.parametrize("text", FIXES)
def test_the_fix_keeps_the_capitals(text: str, find: Callable[..., list[Hit]]) -> None:
    hit = find("swap", text, SWAPS)[0]
    fix = hit.fixes[0]
    assert (hit.values["replacement"], fix.text, fix.safe) == FIXES[text]
    assert fix.span == hit.span


def test_advice_is_no_fix(find: Callable[..., list[Hit]]) -> None:
    hit = find("swap", "a very unique day", SWAPS)[0]
    assert (hit.values["replacement"], hit.fixes) == ("unique", ())


def test_a_rule_may_say_that_its_fix_is_safe(find: Callable[..., list[Hit]]) -> None:
    assert find("swap", "Kiev", SWAPS | {"safe": True})[0].fixes[0].safe
