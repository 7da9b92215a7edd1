"""``occasion``: the whole post is of a kind that excuses the hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED: list[tuple[str, dict[str, Any]]] = [
    ("We mourn. [[We]] came.", {"of": ["condolence"]}),
    ("Nos pensées. [[We]]", {"of": ["condolence"]}),
    ("[[STAY AWAY]]: tsunami", {"of": ["emergency"]}),
    ("Call SOS@international.gc.ca, [[NOW]]", {"of": ["emergency"]}),
    ("[[NOW]]: https://travel.gc.ca/x", {"of": ["emergency"]}),
    ("@ama [[Yes]]", {"of": ["reply"]}),
    ("We mourn. [[We]] came.", {"of": ["reply", "condolence"]}),
]
GUILTY: list[tuple[str, dict[str, Any]]] = [
    ("We came. [[We]] saw.", {"of": ["condolence", "emergency", "reply", "media"]}),
    ("[[Yes]] @ama", {"of": ["reply"]}),
    ("[[Yes]] https://example.org/tsunami", {"of": ["emergency"]}),
]


@pytest.mark.parametrize(("marked", "options"), ACQUITTED, ids=str)
def test_it_acquits(marked: str, options: dict[str, Any], acquits: Callable[..., bool]) -> None:
    assert acquits("occasion", marked, options)


@pytest.mark.parametrize(("marked", "options"), GUILTY, ids=str)
def test_it_does_not_acquit(
    marked: str, options: dict[str, Any], acquits: Callable[..., bool]
) -> None:
    assert not acquits("occasion", marked, options)


def test_the_front_matter_counts(acquits: Callable[..., bool]) -> None:
    assert acquits("occasion", "[[Yes]]", {"of": ["reply"]}, reply_to="@ama")
    assert acquits("occasion", "[[Yes]]", {"of": ["media"]}, media=["a.jpg"])
