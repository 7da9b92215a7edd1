"""Read posts that are typed all in lower case, or shouted in capitals, as if they were not.

A *cased* view is as long as the text, and only letters change their case in
it: no position moves. Links, handles, hashtags and quoted code stay as they
are. A post with its capitals in place is its own view, after one look. What
cannot be known for certain stays small: “turkey” and “polish” are words
unless what stands beside them says otherwise. Not for what is reported: that
is the post's own text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.casing.stretches import blanked, stretches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.social import Social

__all__ = ["cased"]


def cased(text: str, social: Social, language: str, names: Iterable[str] = ()) -> str:
    """Return ``text`` with capitals where its writer left them out, or left them on.

    ``social`` is what is live in the text, ``language`` its two-letter code;
    ``names`` are further names that it may hold, as they are spelled.
    """
    blank = blanked(text, social)
    found = stretches(text, blank)
    if not found:
        return text
    from postlint.casing.view import view  # most posts need none of what it reads

    return view(text, blank, found, language, names)
