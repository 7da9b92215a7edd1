"""What a guard is: a module with two names; its ``compile`` returns a test of a hit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from postlint.document import Document
from postlint.model import Hit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.options import Option, Options

Acquits: TypeAlias = Callable[[Document, Hit], bool]
"""Tell whether the hit is innocent; works on text alone, never on the grammar."""


class Guard(Protocol):
    """A module of this folder."""

    OPTIONS: Mapping[str, Option]

    def compile(self, options: Options) -> Acquits:
        """Make the test of complete options; ``ValueError`` says what is wrong with them."""
        ...
