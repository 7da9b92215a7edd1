"""``sourced``: where the post has it from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED: list[tuple[str, dict[str, Any]]] = [
    ("[[3,000]] people https://example.org", {}),
    ("[[3,000]] people https://www.canada.ca/x", {"by": ["official-link"]}),
    ("[[3,000]] people https://data.gov.uk", {"by": ["official-link"]}),
    ("According to Statistics Canada, [[3,000]] people", {"by": ["words"]}),
    ("[[3,000]] people, the ministry said.", {"by": ["words"]}),
    ("[[3,000]] people came. According to the police, fewer.", {"by": ["words"]}),
    ("[[3,000]] people, via @statcan", {"by": ["mention"]}),
    ("Selon le ministère, [[3 000]] personnes", {"by": ["words"]}),
    ("[[3,000]] people (UNHCR, 2026)", {"by": ["words"]}),
]
GUILTY: list[tuple[str, dict[str, Any]]] = [
    ("[[3,000]] people", {}),
    ("[[3,000]] people https://bit.ly/x", {}),
    ("[[3,000]] people https://example.org", {"by": ["official-link"]}),
    ("[[3,000]] people https://notcanada.ca", {"by": ["official-link"]}),
    ("[[3,000]] people met @statcan", {"by": ["mention"]}),
    ("[[3,000]] people https://www.canada.ca", {"by": ["words"]}),
]


@pytest.mark.parametrize(("marked", "options"), ACQUITTED, ids=str)
def test_it_acquits(marked: str, options: dict[str, Any], acquits: Callable[..., bool]) -> None:
    assert acquits("sourced", marked, options)


@pytest.mark.parametrize(("marked", "options"), GUILTY, ids=str)
def test_it_does_not_acquit(
    marked: str, options: dict[str, Any], acquits: Callable[..., bool]
) -> None:
    assert not acquits("sourced", marked, options)


def test_the_front_matter_counts(acquits: Callable[..., bool]) -> None:
    sources = ["https://example.org/report"]
    assert acquits("sourced", "[[3,000]] people", sources=sources)
    assert not acquits("sourced", "[[3,000]] people", {"by": ["words"]}, sources=sources)
