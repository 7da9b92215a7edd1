"""What is gathered from several tables at once, kept between runs as the tables themselves are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint import keeping
from postlint.shipped import rules_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def gathered(
    kind: str, tables: Iterable[str], form: int, gather: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """Return what ``gather`` makes of those tables, in terms of JSON.

    It is gathered anew when one of the tables has changed, or ``form``, which
    tells what it looks like.
    """
    place = rules_folder() / "tables"
    digest = keeping.digest(((place / f"{name}.yaml").read_bytes() for name in tables), form)
    kept = keeping.take(kind, digest)
    if isinstance(kept, dict):
        return kept
    made = gather()
    keeping.put(kind, digest, made)
    return made
