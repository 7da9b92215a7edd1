"""One way to test a guard: a text with ``[[ ]]`` round the hit, and whether it is acquitted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from postlint.guards import GUARDS
from postlint.linter import open_document
from postlint.model import Hit
from postlint.packs.examples import unmark
from postlint.posts import from_values

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def acquits() -> Callable[..., bool]:
    """Return a function that asks a guard about the marked words of a text."""

    def acquits(
        guard: str, marked: str, options: dict[str, Any] | None = None, **front: Any
    ) -> bool:
        text, (span,) = unmark(marked)
        defaults = {key: option.default for key, option in GUARDS[guard].OPTIONS.items()}
        assert (options or {}).keys() <= defaults.keys()
        judge = GUARDS[guard].compile({**defaults, **(options or {})})
        return judge(open_document(from_values(text, front, "draft.md")), Hit(span))

    return acquits
