"""What a kind of check is: a module with three names, and what its ``compile`` returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Hit, Layer
    from postlint.options import Option, Options


class Finder(Protocol):
    """A compiled check, ready to run on any number of documents.

    ``literals``: folded words of which every hit's text must contain at least
    one; the linter calls ``find`` only where one stands, with the places
    where they do. None means that there are no such words: call always.
    ``layers``: what it needs of the grammar; empty means text alone. A finder
    with layers must have literals, and must not depend on ``spots``.
    """

    @property
    def literals(self) -> frozenset[str] | None: ...

    @property
    def layers(self) -> frozenset[Layer]: ...

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield bare hits; who flags them, and how badly, is not its business."""
        ...


class Kind(Protocol):
    """A module of this folder."""

    OPTIONS: Mapping[str, Option]
    PLACEHOLDERS: frozenset[str]
    """Names that a message may use besides ``{match}``, ``{platform}`` and ``{sentence}``."""

    def compile(self, options: Options) -> Finder:
        """Make a finder of complete options; ``ValueError`` says what is wrong with them."""
        ...
