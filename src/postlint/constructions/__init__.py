"""Whom a judging word concerns: one small function for each construction of English.

Each takes a ``Scene`` (the text and its targets) and the span of the word, and
returns the ``Aim`` or None. Those of ``wording`` and ``calling`` read the words from left to
right and hold even where the parser errs; those of ``grammar`` follow the tree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from postlint.constructions import calling, failing, grammar, wording
from postlint.constructions.scene import Aim, Scene
from postlint.spans import Span

Way: TypeAlias = Callable[[Scene, Span], Aim | None]

SAID_OF: Final[tuple[Way, ...]] = (
    wording.said,
    wording.apposed,
    wording.likened,
    grammar.predicate,
    grammar.simile,
    grammar.naming,
    wording.exclamation,
    wording.of_target,
    wording.address,
    wording.verdict,
    wording.led_by,
)
"""Ways to say a noun or adjective *of* somebody: “X is a joke”, “What a joke.”."""

CALLED: Final[tuple[Way, ...]] = (
    calling.nickname,
    calling.possessed,
    grammar.attribute,
    wording.fragment,
    failing.of_work,
)
"""Ways to call somebody names: “that clown X”, “the clueless president”."""

TARGET_OF_WORD: Final[tuple[Way, ...]] = (*SAID_OF, *CALLED)
TARGET_OF_FAULT: Final[tuple[Way, ...]] = (
    failing.owned,
    failing.shown,
    failing.committed,
    wording.fragment,
)
"""Ways to lay a failing to somebody: “his lies”, “incompetence from X”."""

TARGET_OF_VERB: Final[tuple[Way, ...]] = (wording.doing, grammar.acting)

__all__ = ["SAID_OF", "TARGET_OF_FAULT", "TARGET_OF_VERB", "TARGET_OF_WORD", "Aim", "Scene", "Way"]
