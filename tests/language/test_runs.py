"""Token patterns without spaCy: the same runs as spaCy's matcher finds, in linear time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.language import load, matcher, runs
from postlint.language.embedded import Embedded
from postlint.model import Layer, Parse

EVERYTHING = frozenset(Layer)
WORDS = (
    "the The a workshop meeting on of water was is been held HELD jointly not by us 12 1,000 ½ "
    "four #Peace @un 🎉 Ruritania's “so” , . ! \n\n é É ﬀ İ"
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)

STRINGS = {
    "ORTH": ["The", "the", "HELD", "12", ",", "nowhere"],
    "TEXT": ["a", "water", "🎉", "\n\n", "#Peace"],
    "lower": ["the", "a", "of", "HELD", "held", "was", "é", "i̇", "ff"],
    "POS": ["NOUN", "VERB", "AUX", "DET", "PUNCT", "SPACE", "noun"],
    "TAG": ["NN", "VBN", "DT", ",", "_SP"],
    "DEP": ["nsubj:pass", "ROOT", "det", "punct", "dep", "case"],
    "LEMMA": ["be", "hold", "the", "workshop"],
}
FLAGS = [
    "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "is_upper", "IS_TITLE", "IS_SPACE", "LIKE_NUM",
]  # fmt: skip
SIZES = st.integers(0, 9)


def strings(name: str) -> st.SearchStrategy[Any]:
    one = st.sampled_from(STRINGS[name])
    several = st.lists(one, max_size=4)
    sets = st.dictionaries(st.sampled_from(["IN", "NOT_IN"]), several, min_size=1)
    return one | sets


LENGTHS = SIZES | st.dictionaries(
    st.sampled_from(["==", "!=", ">=", "<=", ">", "<"]), SIZES, min_size=1, max_size=2
)
ATTRIBUTES = st.one_of(
    *(st.tuples(st.just(name), strings(name)) for name in STRINGS),
    st.tuples(st.sampled_from(FLAGS), st.booleans()),
    st.tuples(st.just("LENGTH"), LENGTHS),
)
DESCRIPTIONS = st.builds(
    lambda attributes, sign: dict([*attributes, *sign]),
    st.lists(ATTRIBUTES, max_size=2),
    st.sampled_from([[], [], *([("OP", sign)] for sign in "!?+*")]),
)
PATTERNS = st.lists(
    st.lists(DESCRIPTIONS, min_size=1, max_size=5).filter(
        lambda pattern: sum(each.get("OP") in {"+", "*"} for each in pattern) <= 4
    ),
    min_size=1,
    max_size=3,
)


@pytest.fixture(scope="module")
def own() -> Embedded:
    pipeline = load()
    assert isinstance(pipeline, Embedded)
    return pipeline


def by_spacy(parse: Parse) -> Parse:
    """Return a parse in which only spaCy can look."""
    return replace(parse, native=parse.native.doc)


@settings(deadline=None, max_examples=300)
@given(TEXTS, PATTERNS)
def test_the_same_runs_as_spacys(own: Embedded, text: str, patterns: Any) -> None:
    [parse] = own.parse([text], None, EVERYTHING)
    assert runs.understood(patterns), "spaCy would have to be asked"
    find = matcher(patterns)
    assert find(parse) == find(by_spacy(parse))


TRACKS = st.integers(0, 12).flatmap(
    lambda size: st.lists(
        st.lists(
            st.builds(
                lambda takes, skip, stay: runs.Track([*takes, False], skip, stay and skip),
                st.lists(st.booleans(), min_size=size, max_size=size),
                st.booleans(),
                st.booleans(),
            ),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=3,
    ).map(lambda patterns: (patterns, size))
)


def spelt_out(tracks: list[runs.Track], size: int) -> set[tuple[int, int]]:
    """Return every run of a pattern, one step after the other."""
    found = {(word, word) for word in range(size + 1)}
    for takes, may_skip, may_stay in tracks:
        behind = set(found) if may_skip else set()
        here = found
        while here:
            here = {(start, end + 1) for start, end in here if takes[end]} - behind
            behind |= here
            here = here if may_stay else set()
        found = behind
    return {(start, end) for start, end in found if start < end}


@settings(deadline=None, max_examples=300)
@given(TRACKS)
def test_the_longest_first_and_none_overlapping(
    given_tracks: tuple[list[list[runs.Track]], int],
) -> None:
    patterns, size = given_tracks
    every = {run for tracks in patterns for run in spelt_out(tracks, size)}
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(every, key=lambda run: (run[0] - run[1], run[0])):
        if all(end <= first or start >= last for first, last in chosen):
            chosen.append((start, end))
    assert runs.longest(patterns, size) == sorted(chosen)


HOSTILE: dict[str, Any] = {
    "everything": [[(True, True, True)]],
    "pairs": [[(True, False, False)] * 2],
    "many-loops": [[(True, True, True)] * 8],
    "pairs-and-triples": [[(True, False, False)] * 2, [(True, False, False)] * 3],
    "every-other": [[("ab", True, True), ("a", False, False)], [("b", False, False)]],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_word_is_looked_at_often(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    size, looked = 3000, 0
    earliest = runs._earliest

    def counted(tracks: Any, first: int, last: int) -> Any:
        nonlocal looked
        looked += last - first + 1
        return earliest(tracks, first, last)

    monkeypatch.setattr(runs, "_earliest", counted)
    text = "ab" * (size // 2)
    patterns = [
        [
            runs.Track([takes is True or each in takes for each in text] + [False], skip, stay)
            for takes, skip, stay in steps
        ]
        for steps in HOSTILE[name]
    ]
    assert runs.longest(patterns, size)
    assert looked <= 4 * size * len(patterns)


NOT_OURS: list[Any] = [
    [[{"MORPH": "Number=Plur"}]],
    [[{"LOWER": "the"}], [{"ENT_TYPE": "PERSON"}]],
    [[{"LOWER": {"IS_SUBSET": ["the"]}}]],
]


@pytest.mark.parametrize("patterns", NOT_OURS, ids=str)
def test_of_the_rest_spacy_is_asked(patterns: Any) -> None:
    assert runs.understood(patterns) is None


def test_a_layer_that_is_not_there_is_spacys_affair(own: Embedded) -> None:
    [parse] = own.parse(["The harbour is open."], None, frozenset({Layer.TREE}))
    find = matcher([[{"LEMMA": "be"}]])
    with pytest.raises(ValueError, match="lemmatizer"):
        find(parse)


def test_every_attribute_is_tried() -> None:
    from postlint.language.descriptions import _ATTRIBUTES

    assert {name.upper() for name in (*STRINGS, *FLAGS, "LENGTH")} == set(_ATTRIBUTES)
