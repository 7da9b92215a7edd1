"""``name``: part of a proper name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACQUITTED: list[tuple[str, dict[str, Any]]] = [
    ("The [[Genocide]] Convention is old.", {}),
    ("Her years at [[Queen]] Mary were good.", {}),
    ("At the Museum of [[War]] in Halifax.", {}),
    ("Welcome to [[dildo]], newfoundland.", {"names": ["dildo, newfoundland"]}),
    ("See the Republic of [[Ireland]].", {}),
]
GUILTY: list[tuple[str, dict[str, Any]]] = [
    ("It is a [[genocide]] by law.", {}),
    ("[[Genocide]] is a crime.", {}),
    ("The [[genocide]] Convention", {}),
    ("IT IS A [[GENOCIDE]] CONVENTION", {}),
    ("The [[Genocide]] Convention is old.", {"capitals": False}),
    ("It was Ama. [[War]] is over.", {}),
    ("They call it [[Genocide]]. We met.", {}),
    ("Yesterday in Halifax, of [[War]]", {}),
    ("The [[Goverment]] of Canada", {}),
    ("The Museum of the day and night of [[War]]", {}),
]


@pytest.mark.parametrize(("marked", "options"), ACQUITTED, ids=str)
def test_it_acquits(marked: str, options: dict[str, Any], acquits: Callable[..., bool]) -> None:
    assert acquits("name", marked, options)


@pytest.mark.parametrize(("marked", "options"), GUILTY, ids=str)
def test_it_does_not_acquit(
    marked: str, options: dict[str, Any], acquits: Callable[..., bool]
) -> None:
    assert not acquits("name", marked, options)
