"""One entry's keys to a Post: the same keys in every format.

Not for where the text stands: the reader of the format knows that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postlint.errors import PostError
from postlint.lazily import Pattern
from postlint.model import Acceptance, Media, Post
from postlint.yamlfile import Fields, Node

if TYPE_CHECKING:
    from postlint.spans import SourceMap

PLATFORMS = ("x", "bluesky", "mastodon", "threads", "linkedin", "facebook", "instagram")
ACCOUNTS = ("institutional", "personal", "head-of-mission")
MAX_TEXT = 100_000
"""Code points of one post; the longest platform allows 63,206."""

_LANGUAGE = Pattern(r"[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}", re.IGNORECASE)
_OTHER_NAMES = ("message", "content", "body", "post", "tweet", "caption")
WORDS_OF_A_REASON = 3


def text_node(fields: Fields) -> Node | None:
    """Return the scalar that holds the words of a queue's entry, None where it has none."""
    if not fields.has("text"):
        for key in fields.keys():  # noqa: SIM118 - not a dict
            if key in _OTHER_NAMES:
                problem = f"unknown key “{key}” in a post; its words stand under “text”"
                raise fields.fault(problem, key)
    node = fields.node("text")
    if node is None or node.value is None:
        if node is not None and node.spelling:
            return node
        return None
    check_length(fields.text("text", ""), fields.path, node.line, node.column)
    return node


def make(fields: Fields, text: str, positions: SourceMap, name: str | None) -> Post:
    """Return the Post of an entry; ``name`` is its id where the entry gives none.

    Raises PostError for an unknown key or a wrong value, for a text that is
    too long, and for an entry with neither text nor media.
    """
    post = Post(
        text=text,
        source=fields.path,
        positions=positions,
        id=fields.text("id", None) or name,
        platforms=tuple(dict.fromkeys(fields.choices("platform", PLATFORMS))),
        language=_language(fields),
        account=fields.choice("account", ACCOUNTS, None),
        publish_at=fields.moment("publish_at", None),
        embargo_until=fields.moment("embargo_until", None),
        reply_to=fields.text("reply_to", None),
        media=tuple(_media(fields, node) for node in fields.items("media")),
        sources=fields.texts("sources"),
        translation_of=fields.text("translation_of", None),
        accept=tuple(_acceptance(fields, node) for node in fields.items("accept")),
    )
    fields.done()
    if not text.strip() and not post.media:
        problem = "nothing to check: neither text nor media"
        raise PostError(problem, post.source, *positions.position(0))
    return post


def check_length(text: str, source: str, line: int, column: int) -> None:
    """Refuse a text that no platform would take, with PostError at ``line``:``column``."""
    if len(text) > MAX_TEXT:
        problem = f"too long: {len(text):,} characters in one post, at most {MAX_TEXT:,}"
        raise PostError(problem, source, line, column)


def _language(fields: Fields) -> str | None:
    code = fields.text("lang", None)
    if code is not None and not _LANGUAGE.fullmatch(code):
        problem = f"lang: “{code}” is not a language code such as en, fr or pt-BR"
        raise fields.fault(problem, fields.node("lang"))
    return code


def _media(fields: Fields, node: Node) -> Media:
    if isinstance(node.value, str):
        return Media(node.value)
    item = Fields(node, fields.path, PostError, "media item")
    media = Media(
        file=item.text("file"),
        alt=item.text("alt", None),
        consent=item.flag("consent", None),
        taken=item.day("taken", None),
        generated=item.flag("generated", None),
    )
    item.done()
    return media


def _acceptance(fields: Fields, node: Node) -> Acceptance:
    item = Fields(node, fields.path, PostError, "accepted risk")
    reason = item.text("reason")
    if len(reason.split()) < WORDS_OF_A_REASON:
        problem = "reason: say in three words or more why the risk is accepted"
        raise item.fault(problem, item.node("reason"))
    acceptance = Acceptance(
        rule=item.text("rule"),
        reason=reason,
        by=item.text("by", None),
        until=item.day("until", None),
        line=item.line,
    )
    item.done()
    return acceptance
