"""Patterns and modules that wait for their first use."""

from __future__ import annotations

import re

import pytest

from postlint import lazily


def test_a_pattern_is_compiled_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    compiled = re.compile

    def heard(text: str, flags: int) -> re.Pattern[str]:
        made.append(text)
        return compiled(text, flags)

    monkeypatch.setattr(re, "compile", heard)
    pattern = lazily.Pattern("[a-c]+", re.IGNORECASE)
    assert pattern.pattern == "[a-c]+"
    assert not made
    assert pattern.findall("xABCyab") == ["ABC", "ab"]
    assert pattern.sub("-", "xABCyab") == "x-y-"
    assert [match.span() for match in pattern.finditer("xABCyab", 2, 5)] == [(2, 4)]
    assert made == ["[a-c]+"]


def test_what_is_no_method_is_not_there() -> None:
    with pytest.raises(AttributeError, match="serach"):
        _ = lazily.Pattern("a").serach  # type: ignore[attr-defined]


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    with pytest.raises(re.error, match="missing"):
        lazily.Pattern("(").search("a")
