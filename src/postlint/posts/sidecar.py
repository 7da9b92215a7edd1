"""Alt texts from a file beside the queue, for formats that have no place for them.

``queue.alt.yaml`` beside ``queue.csv`` maps the id of a post, or the number of
its row, to the alt text of its picture, or to a list of them in the pictures'
order::

    row 2: Two people plant a cedar in front of a school.
    7: [A ferry at the quay, seen from above., ""]
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from postlint import yamlfile
from postlint.errors import PostError
from postlint.model import Post, Unreadable
from postlint.posts.encoding import MAX_BYTES, decode
from postlint.posts.queue import unreadable
from postlint.yamlfile import Fields, Key

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDING = ".alt.yaml"


def path_for(queue: str) -> Path:
    """Return where the alt texts of a queue stand, if it has any."""
    return Path(queue).parent / (Path(queue).stem + ENDING)


def fill(found: Iterator[Post | Unreadable], queue: str) -> Iterator[Post | Unreadable]:
    """Yield the same posts, alt text added where the queue gives none.

    An entry that fits no post, or gives more texts than its post has pictures,
    is an Unreadable behind the posts; so is a file that makes no sense.
    """
    path = path_for(queue)
    if not os.path.isfile(path):  # noqa: PTH113 - false for a name that no file can have
        yield from found
        return
    try:
        given = _texts(path)
    except PostError as fault:
        yield from found
        yield unreadable(fault)
        return
    for one in found:
        key = _key(one, given) if isinstance(one, Post) else None
        if isinstance(one, Post) and key is not None:
            texts = given.pop(key)
            yield _filled(one, texts)
            if len(texts) > len(one.media):
                count = f"alt texts: {len(texts)}, but pictures and videos: {len(one.media)}"
                yield Unreadable(str(path), f"“{key}”: {count}", key.line, key.column)
        else:
            yield one
    for key in given:
        problem = f"no post of {Path(queue).name} is called “{key}”"
        yield Unreadable(str(path), problem, key.line, key.column)


def _texts(path: Path) -> dict[Key, tuple[str, ...]]:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as fault:
        problem = f"cannot be opened: {fault.strerror}"
        raise PostError(problem, str(path)) from None
    root = yamlfile.read(decode(raw, str(path)), str(path), error=PostError)
    if root.value is None:
        return {}
    fields = Fields(root, str(path), PostError, "file of alt texts")
    return {key: fields.texts(key) for key in fields.keys()}  # noqa: SIM118 - not a dict


def _key(post: Post, given: dict[Key, tuple[str, ...]]) -> Key | None:
    """Return the key for a post: its id, or the bare number of “row 7”."""
    names = (post.id or "", (post.id or "").removeprefix("row "))
    if not any(Key(name) in given for name in names):
        return None
    return next(key for key in given if key in names)


def _filled(post: Post, texts: tuple[str, ...]) -> Post:
    padded = [*texts, *[""] * len(post.media)]
    media = (
        replace(item, alt=item.alt or text or None)
        for item, text in zip(post.media, padded, strict=False)
    )
    return replace(post, media=tuple(media))
