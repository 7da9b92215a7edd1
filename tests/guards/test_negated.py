"""``negated``: a negation shortly before the hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED: list[tuple[str, dict[str, Any]]] = [
    ("This is not a [[joke]].", {}),
    ("It isn’t a [[joke]].", {}),
    ("That is anything but a [[joke]].", {}),
    ("She is far from an [[idiot]].", {}),
    ("Ce n'est pas une [[blague]].", {}),
    ("not one two three [[joke]]", {}),
    ("not one two three four [[joke]]", {"window": 6}),
]
GUILTY: list[tuple[str, dict[str, Any]]] = [
    ("It is a [[joke]].", {}),
    ("It is nothing but a [[joke]].", {}),
    ("not one two three four [[joke]]", {}),
    ("No, it is a [[joke]].", {}),
    ("It is not over. A [[joke]] it is.", {}),
    ("He is not only a [[liar]].", {}),
    ("[[Not]] a joke", {}),
    ("A [[joke]], not more.", {}),
]


@pytest.mark.parametrize(("marked", "options"), ACQUITTED, ids=str)
def test_it_acquits(marked: str, options: dict[str, Any], acquits: Callable[..., bool]) -> None:
    assert acquits("negated", marked, options)


@pytest.mark.parametrize(("marked", "options"), GUILTY, ids=str)
def test_it_does_not_acquit(
    marked: str, options: dict[str, Any], acquits: Callable[..., bool]
) -> None:
    assert not acquits("negated", marked, options)
