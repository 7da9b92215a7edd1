"""Token patterns: what is refused, which layers they need, what they find."""

from __future__ import annotations

from typing import Any

import pytest

from postlint.language import check_pattern, layers_of, load, matcher
from postlint.model import Layer

WRONG = [
    pytest.param([], "list of one mapping", id="empty"),
    pytest.param("POS", "list of one mapping", id="no-list"),
    pytest.param(["is"], "token 1 is not a mapping", id="no-mapping"),
    pytest.param([{"POSS": "DET"}], "did you mean POS", id="misspelt"),
    pytest.param([{"LOWER": {"REGEX": "(a+)+"}}], "has no 'REGEX'", id="regular-expression"),
    pytest.param([{"LOWER": "a", "OP": "{2,}"}], "OP is one of", id="operator"),
    pytest.param([{"LOWER": "a"}] * 41, "at most 40 tokens", id="long"),
    pytest.param([{"OP": "*"}] * 5, "at most 4", id="loops"),
]


@pytest.mark.parametrize(("pattern", "problem"), WRONG)
def test_wrong_patterns(pattern: Any, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        check_pattern(pattern)
    with pytest.raises(ValueError, match=problem):
        matcher([pattern])


def test_spacy_has_its_say() -> None:
    with pytest.raises(ValueError, match=r"LOWER|pattern"):
        matcher([[{"LOWER": 3}]])


def test_layers_of() -> None:
    assert layers_of([{"LOWER": "a"}]) == frozenset()
    pattern = [{"POS": "DET", "DEP": "det"}, {"lemma": "be"}, {"ENT_TYPE": "PERSON"}]
    assert layers_of(pattern) == frozenset(Layer)


FOUND = [
    pytest.param([[{"LEMMA": "be"}, {"POS": "DET"}, {"POS": "NOUN"}]], ["is a jerk"], id="layers"),
    pytest.param([[{"LOWER": "a"}, {"OP": "?"}]], ["a jerk"], id="longest"),
    pytest.param([[{"DEP": "ROOT"}]], ["jerk"], id="tree"),
    pytest.param([[{"LOWER": "nothing"}]], [], id="none"),
]


@pytest.mark.parametrize(("patterns", "expected"), FOUND)
def test_found(patterns: list[list[dict[str, Any]]], expected: list[str]) -> None:
    text = "President X is a jerk."
    pipeline = load()
    [parse] = pipeline.parse([text], None, frozenset(Layer))
    assert [span.of(text) for span in matcher(patterns)(parse)] == expected
