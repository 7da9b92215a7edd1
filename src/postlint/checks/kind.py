"""What a kind of check is: a module with three names, and what its ``compile`` returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document
    from postlint.lexicon import Spot
    from postlint.model import Hit, Layer, Way
    from postlint.options import Option, Options


class Finder(Protocol):
    """A compiled check, ready to run on any number of documents.

    A finder with layers must have literals, for parsing is dear, and must not
    depend on ``spots``: tests call it with none, to see that nothing is lost.
    """

    @property
    def literals(self) -> frozenset[str] | None:
        """Folded words of which a text with a hit must hold at least one.

        The linter calls ``find`` only where one stands. None: call it always.
        """
        ...

    @property
    def layers(self) -> frozenset[Layer]:
        """What it needs of the grammar; empty means text alone."""
        ...

    def find(self, document: Document, spots: Sequence[Spot]) -> Iterator[Hit]:
        """Yield bare hits; ``spots`` are the places of the literals.

        Who flags the hits, and how badly, is not its business.
        """
        ...


class ByWays(Protocol):
    """A finder whose hits come about in one way or another, each with strings that it requires."""

    @property
    def required(self) -> tuple[Way, ...]:
        """What each way requires of a text (see `postlint.prefilter`)."""
        ...

    def find_by(self, document: Document, ways: Sequence[int]) -> Iterator[Hit]:
        """Yield the hits of some ways alone: the others are not open in this text."""
        ...


class Kind(Protocol):
    """A module of this folder."""

    OPTIONS: Mapping[str, Option]
    PLACEHOLDERS: frozenset[str]
    """Names that a message may use besides ``{match}`` and ``{platform}``; “*” any."""

    def compile(self, options: Options) -> Finder:
        """Make a finder of complete options; ``ValueError`` says what is wrong with them."""
        ...
