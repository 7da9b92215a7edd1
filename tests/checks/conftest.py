"""One way to test a kind of check: options, a text with ``[[ ]]`` round what it must mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from postlint.checks import KINDS
from postlint.lexicon import Lexicon
from postlint.linter import open_document
from postlint.packs.examples import unmark
from postlint.posts import from_values
from postlint.prefilter import Prefilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.checks.kind import Finder
    from postlint.model import Hit


def make(kind: str, options: dict[str, Any]) -> Finder:
    """Compile a kind with defaults for what is not given, as a pack would."""
    unknown = options.keys() - KINDS[kind].OPTIONS.keys()
    assert not unknown
    defaults = {key: option.default for key, option in KINDS[kind].OPTIONS.items()}
    return KINDS[kind].compile({**defaults, **options})


def run(kind: str, text: str, options: dict[str, Any], front: dict[str, Any]) -> list[Hit]:
    """Ask a check as the linter does, only where one of its words stands; what it requires holds.

    A text with a hit contains all that is required in one way, and the ways that are open in
    it lead to all of its hits.
    """
    finder = make(kind, options)
    post = from_values(text, front, "draft.md")
    document = open_document(post)
    spots = list(Lexicon(finder.literals or ()).find(document.folded))
    if finder.literals is not None and not spots:
        return []
    hits = list(finder.find(document, spots))
    required = getattr(finder, "required", ())
    if required:
        over_text = getattr(finder, "over_text", False)
        edged = document.edged_text if over_text else document.edged
        ways = sorted(Prefilter(required).awake(edged))
        assert ways or not hits
        assert not hasattr(finder, "find_by") or list(finder.find_by(document, ways)) == hits
    return hits


@pytest.fixture(scope="session")
def find() -> Callable[..., list[Hit]]:
    """Return a function that runs a kind over a text with front matter."""

    def find(kind: str, text: str, options: dict[str, Any], **front: Any) -> list[Hit]:
        return run(kind, text, options, front)

    return find


@pytest.fixture(scope="session")
def marks() -> Callable[..., None]:
    """Return a function that compares what is marked in a text with what must be."""

    def marks(kind: str, marked: str, options: dict[str, Any], **front: Any) -> None:
        text, spans = unmark(marked)
        hits = run(kind, text, options, front)
        found = sorted(hit.span for hit in hits)
        assert [(s, s.of(text)) for s in found] == [(s, s.of(text)) for s in spans]

    return marks


@pytest.fixture(scope="session")
def refuses() -> Callable[..., None]:
    """Return a function that expects a kind to refuse its options, and says why."""

    def refuses(kind: str, problem: str, options: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match=problem):
            make(kind, options)

    return refuses
