"""Elements of HTML, made from texts that are escaped here and nowhere else."""

from __future__ import annotations

from html import escape
from typing import NewType

from postlint.reporters.escaped import marked_up, one_line

Markup = NewType("Markup", str)
"""A piece of HTML that is whole and harmless; nothing else is put into a page as it is."""


def text(said: str) -> Markup:
    """Return words of anybody's as one line."""
    return _escaped(one_line(said))


def kept(said: str) -> Markup:
    """Return words of anybody's with their blanks and lines, for where these are shown."""
    return _escaped(said)


def _escaped(said: str) -> Markup:
    return Markup(escape(marked_up(said), quote=True))


def tag(name: str, *inside: Markup, **attributes: str) -> Markup:
    """Return an element; ``class_`` and ``aria_label`` become attributes without underscores."""
    given = "".join(
        f' {key.strip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value
    )
    return Markup(f"<{name}{given}>{''.join(inside)}</{name}>")


def lines(*pieces: Markup) -> Markup:
    """Set pieces one below the other in the source."""
    return Markup("\n".join(filter(None, pieces)))
