"""``outside``: only within the mission's own times does a rule speak."""

from __future__ import annotations

from typing import Any

import pytest

from postlint import facts, posts
from postlint.document import Document
from postlint.guards import outside
from postlint.model import Hit
from postlint.spans import Span


class NoGrammar:
    def parse(self, *_: object) -> None:
        raise AssertionError


WRIT = {"name": "M", "caretaker": [{"from": "2026-03-23", "until": "2026-05-05"}]}


@pytest.mark.parametrize(
    ("of", "mission", "day", "acquitted"),
    [
        ("caretaker", WRIT, "2026-03-22", True),
        ("caretaker", WRIT, "2026-03-23", False),
        ("caretaker", WRIT, "2026-05-05T23:00", False),
        ("caretaker", WRIT, "2026-05-06", True),
        ("caretaker", None, "2026-04-01", True),
        ("caretaker", {"name": "M"}, "2026-04-01", True),
        ("crisis", {"name": "M", "crisis": True}, "2026-04-01", False),
        ("crisis", WRIT, "2026-04-01", True),
    ],
    ids=[
        "eve", "first day", "last evening", "day after", "no mission", "no election", "crisis",
        "no crisis",
    ],
)  # fmt: skip
def test_outside(of: str, mission: dict[str, Any] | None, day: str, acquitted: bool) -> None:
    known = None if mission is None else facts.of_values({"mission": mission}, "mission.yaml")
    post = posts.from_values("We announce it.", {"publish_at": day}, "draft.md")
    document = Document(post, NoGrammar(), facts=known)  # type: ignore[arg-type]
    assert outside.compile({"of": of})(document, Hit(Span(0, 2))) is acquitted
