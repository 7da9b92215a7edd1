"""How words look to the model."""

from __future__ import annotations

import pytest

from postlint.language import spelling


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Peace", "peace", id="case"),
        pytest.param("@freedonia", "@user", id="handle"),
        pytest.param("@", "@", id="bare-at"),
        pytest.param("https://example.org", "http", id="link"),
        pytest.param("#Peace", "peace", id="hashtag"),
        pytest.param("#", "#", id="bare-hash"),
        pytest.param("👍🏽", "😀", id="emoji"),
        pytest.param("n’t", "n't", id="curly"),
        pytest.param("soooo", "soo", id="stretched"),
        pytest.param("&amp;", "&", id="entity"),
        pytest.param("", "", id="empty"),
    ],
)
def test_norm(word: str, expected: str) -> None:
    assert spelling.norm(word) == expected


def test_affixes_are_lower_case() -> None:
    assert (spelling.prefix("Ruritania"), spelling.suffix("RURITANIA")) == ("rur", "nia")
