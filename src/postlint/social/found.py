"""What the finders of this package return; nothing here looks at a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.values import dataclass

if TYPE_CHECKING:
    from postlint.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Something live in a text: where it stands, and its characters, sign included."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Mention(Found):
    """An account: ``@name``, ``@name/slug`` (a list on X) or ``@name@domain``.

    ``domain`` also holds the rest of a Bluesky handle, ``@name.bsky.social``.
    """

    name: str = ""
    slug: str | None = None
    domain: str | None = None


class Hashtag(Found):
    """A hashtag, with its sign."""

    __slots__ = ()

    @property
    def tag(self) -> str:
        """The hashtag without its sign."""
        return self.text[1:]


@dataclass(frozen=True, slots=True)
class Link(Found):
    """A web address; ``host`` in lower case, ``protocol`` whether it begins with http(s)://."""

    host: str = ""
    protocol: bool = False
