"""What most tests share: documents made in a line, and the shipped rules, loaded once."""

from __future__ import annotations

import signal
from datetime import date
from typing import TYPE_CHECKING

import pytest

from postlint import packs, posts, runner
from postlint.linter import Linter, open_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from postlint.document import Document
    from postlint.model import Post
    from postlint.packs import CompiledRule

TODAY = date(2026, 11, 24)


def make_post(text: str, **front: object) -> Post:
    """Return a post as a draft would give it; ``front`` is its front matter."""
    return posts.from_values(text, front, "draft.md")


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the tests out of the user's own cache."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POSTLINT_CACHE_DIR", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Hear SIGINT, and let children hear it, where a background job was told to ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def post() -> Callable[..., Post]:
    return make_post


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    def document(text: str, **front: object) -> Document:
        return open_document(make_post(text, **front))

    return document


@pytest.fixture(scope="session")
def shipped_rules() -> tuple[CompiledRule, ...]:
    return runner.compiled(packs.shipped())


@pytest.fixture(scope="session")
def linter(shipped_rules: tuple[CompiledRule, ...]) -> Linter:
    return Linter(shipped_rules, today=TODAY)
