"""The embedded model run by numpy says what the same model says when spaCy runs it."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.errors import UsageError
from postlint.language import Pipeline, archive, embedded, load, matcher
from postlint.language.embedded import Embedded
from postlint.language.inference import arcs, trees
from postlint.language.inference.engine import _batches
from postlint.language.inference.features import rows, shape, string_hash
from postlint.language.inference.lemmas import Lemmas
from postlint.language.loading import EMBEDDED
from postlint.model import Layer, Parse
from postlint.spans import Span

EVERYTHING = frozenset(Layer)
LAYERS = [EVERYTHING, *(frozenset({layer}) for layer in Layer)]
DATA = os.environ.get("POSTLINT_DATA")

TEXTS = [
    "President X is a jerk.",
    "Mistakes were made, and nobody — nobody! — will say by whom…",
    "Who did the minister say that she met?  What a day it has been.\n\nThank you, Freedonia 🎉🇨🇦",
    "Angela Smith of the World Health Organization flew from New York to Port of Spain on Monday.",
    "RT @freedonia_gov: The talks #PeaceTalks begin at 9:30am https://example.org/a_b. Don't miss!",
    "soooo proud of y'all!!! can't wait to see u there :) gonna be GREAT",
    "X ORG NOUN dep det nsubj VERB ROOT",
    "The book that I told you about yesterday, whose author I met in Ottawa, is out.",
    "$5M for 1,200 children; €3.50 each (up 12%).",
    "Il fait beau aujourd'hui à Montréal.",
    "", " ", "\n\n", "\x00", "\ud800 a", "a\x00b \udfff", "🎉", "#",
]  # fmt: skip


@pytest.fixture(scope="module")
def spacys() -> Pipeline:
    return Pipeline(archive.read(EMBEDDED), "in spaCy")


@pytest.fixture(scope="module")
def own() -> Pipeline:
    pipeline = load()
    assert isinstance(pipeline, Embedded)
    return pipeline


def sentences(text: str) -> list[Span]:
    ends = [match.end() for match in re.finditer(r"[.!?\n](?=\s)", text)]
    return [Span(a, b) for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]


def both(
    own: Pipeline, spacys: Pipeline, texts: list[str], layers: frozenset[Layer], *, cut: bool
) -> tuple[list[Parse], list[Parse]]:
    bounds = [sentences(text) for text in texts] if cut else None
    return own.parse(texts, bounds, layers), spacys.parse(texts, bounds, layers)


@pytest.mark.parametrize("cut", [True, False], ids=["sentences given", "sentences found"])
@pytest.mark.parametrize("layers", LAYERS, ids=lambda layers: "+".join(sorted(layers)))
def test_same_parses(
    own: Pipeline, spacys: Pipeline, layers: frozenset[Layer], *, cut: bool
) -> None:
    ours, theirs = both(own, spacys, TEXTS, layers, cut=cut)
    assert ours == theirs


MIXED = st.lists(
    st.sampled_from(
        "the minister's did not lie Ruritania (or) “so” he says , . ! ? and who \n  #Peace @un 🎉 "
        "which was Okoro told me of to be is a jerk 12% US$5".split(" ")
    ),
    max_size=40,
).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(st.lists(MIXED, max_size=4))
def test_same_parses_of_any_words(own: Pipeline, spacys: Pipeline, texts: list[str]) -> None:
    for cut in (True, False):
        ours, theirs = both(own, spacys, texts, EVERYTHING, cut=cut)
        assert ours == theirs


@pytest.mark.skipif(not DATA, reason="POSTLINT_DATA is not set")
def test_same_parses_of_posts(own: Pipeline, spacys: Pipeline) -> None:
    lines = [
        line
        for path in sorted(Path(DATA or "", "posts").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()[:100]
    ]
    posts = [json.loads(line) for line in lines]
    texts = [post.get("text") or post.get("body") or "" for post in posts]
    ours, theirs = both(own, spacys, texts, EVERYTHING, cut=True)
    assert ours == theirs


PATTERNS = [
    [[{"POS": "DET"}, {"POS": "NOUN"}]],
    [[{"TAG": "NNP", "OP": "+"}]],
    [[{"DEP": "nsubj"}]],
    [[{"LEMMA": "be"}, {"LOWER": "a"}]],
    [[{"ENT_TYPE": "PERSON", "OP": "+"}]],
    [[{"LIKE_NUM": True}]],
    [[{"IS_SENT_START": True}]],
    [[{"MORPH": {"IS_SUPERSET": ["Number=Plur"]}}]],
]


@pytest.mark.parametrize("patterns", PATTERNS, ids=str)
def test_same_matches(own: Pipeline, spacys: Pipeline, patterns: Any) -> None:
    ours, theirs = both(own, spacys, TEXTS, EVERYTHING, cut=True)
    find = matcher(patterns)
    assert [find(parse) for parse in ours] == [find(parse) for parse in theirs]


def test_the_index_belongs_to_the_weights(tmp_path: Path) -> None:
    shutil.copy(EMBEDDED / archive.WEIGHTS, tmp_path)
    archive.write_index(archive.read(EMBEDDED), tmp_path)
    made, shipped = tmp_path / archive.INDEX, EMBEDDED / archive.INDEX
    assert json.loads(made.read_text("utf-8")) == json.loads(shipped.read_text("utf-8"))


def broken(folder: Path, index: str | None) -> Pipeline:
    """Return the model of a folder whose index is this."""
    shutil.copytree(EMBEDDED, folder, dirs_exist_ok=True)
    (folder / archive.INDEX).unlink()
    if index is not None:
        (folder / archive.INDEX).write_text(index, encoding="utf-8")
    return load()


@pytest.mark.parametrize(
    "index",
    [None, "", "{", "[]", '{"version": 2}', '{"version": 1, "size": 3}'],
    ids=["none", "empty", "no-json", "list", "other-version", "other-file"],
)
def test_without_a_fitting_index_spacy_runs_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: str | None, own: Pipeline
) -> None:
    monkeypatch.setattr("postlint.language.loading.EMBEDDED", tmp_path)
    load.cache_clear()
    try:
        pipeline = broken(tmp_path, index)
    finally:
        load.cache_clear()
    assert not isinstance(pipeline, Embedded)
    texts = TEXTS[:1]
    assert pipeline.parse(texts, None, EVERYTHING) == own.parse(texts, None, EVERYTHING)


def test_no_model_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postlint.language.loading.EMBEDDED", tmp_path)
    load.cache_clear()
    with pytest.raises(UsageError, match="install postlint again"):
        load()
    load.cache_clear()
    assert embedded.load(tmp_path) is None


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_hashes_and_shapes_are_spacys(word: str) -> None:
    from spacy.lang.lex_attrs import word_shape
    from spacy.strings import StringStore
    from spacy.symbols import IDS

    store = StringStore()
    assert (string_hash(word) == store.add(word)) or word in IDS
    assert shape(word) == word_shape(word)
    assert shape(word * 100) == word_shape(word * 100)


@given(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=9), st.integers(1, 99))
def test_rows_are_thincs(keys: list[int], seed: int) -> None:
    import numpy as np
    from thinc.api import NumpyOps

    given_keys = np.array(keys, dtype=np.uint64)
    theirs = NumpyOps().hash(given_keys, seed) % 2500
    assert rows(given_keys, seed, 2500).tolist() == theirs.tolist()
    columns = rows(np.stack([given_keys] * 2, axis=1), [seed + 1, seed], [99, 2500])
    assert columns[:, 1].tolist() == theirs.tolist()


TREES: list[list[Any]] = [["ere", "is"], [0, 2, -1, 2], ["ed", ""], [None, "x"]]
LEMMAS = [
    pytest.param("walked", [0.1, 0.9, 0.2, 0.0], "walk", id="best"),
    pytest.param("were", [0.9, 0.5, 0.2, 0.1], "were", id="none-of-three-fits"),
    pytest.param("ere", [0.9, 0.5, 0.2, 0.1], "is", id="whole-word"),
    pytest.param("jumped", [0.9, 0.8, 0.2, 0.1], "jump", id="second-best"),
    pytest.param("d", [0.1, 0.9, 0.2, 0.3], "d", id="too-short"),
]


@pytest.mark.parametrize(("word", "scores", "lemma"), LEMMAS)
def test_edit_trees(word: str, scores: list[float], lemma: str) -> None:
    import numpy as np

    assert Lemmas(TREES, [0, 1, 2, 3], 3).of([word], np.array([scores])) == [lemma]


def test_crossing_arcs_are_put_back() -> None:
    heads, roles = [1, 1, 1, 2], ["nsubj", "ROOT", "xcomp", "obj"]
    trees.uncross(heads, roles, [False] * 4)
    assert (heads, roles) == ([1, 1, 1, 2], ["nsubj", "ROOT", "xcomp", "obj"])
    heads, roles = [1, 1, 1], ["obj||xcomp", "ROOT", "xcomp"]
    trees.uncross(heads, roles, [False] * 3)
    assert (heads, roles) == ([2, 1, 1], ["obj", "ROOT", "xcomp"])


def test_sentences_by_roots() -> None:
    assert trees.sentence_starts([1, 1, 3, 3]) == [True, False, True, False]
    assert trees.sentence_starts([]) == []


def test_a_state_keeps_to_given_sentences() -> None:
    state = arcs.State(5, 8, sight=8, starts={5, 7}, fixed=True)
    _, allowed = state.context()
    assert allowed == 1
    state.move("S", "")
    state.move("R", "obj")
    _, allowed = state.context()
    assert allowed == 2
    state.move("D", "")
    state.move("D", "")
    state.move("S", "")
    state.move("D", "")
    assert state.final()
    assert (state.found(), state.roles) == ([5, 5, 7], ["ROOT", "obj", "ROOT"])


def test_given_sentences_are_parsed_side_by_side() -> None:
    one, two = arcs.states_of([True, False, True], 5, fixed=True)
    assert (one.first, one.end, one.sight) == (5, 7, 8)
    assert (two.first, two.end, two.sight) == (7, 8, 8)
    for move in ("S", "R"):
        one.move(move, "obj")
    assert one.context() == ((7, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 6, 0), 2)
    for _ in range(2):
        one.move("D", "")
    assert one.final()
    [whole] = arcs.states_of([True, False, True], 5, fixed=False)
    assert (whole.first, whole.end, whole.starts) == (5, 8, {5, 7})


def test_a_batch_has_not_many_words() -> None:
    sizes = [0, 1500, 500, 1, 5000, 0, 1999, 1, 1, 0]
    found = [sizes[batch] for batch in _batches(sizes)]
    assert found == [[0, 1500, 500], [1], [5000], [0, 1999, 1], [1, 0]]
    assert [list(_batches(none)) for none in ([], [0, 0])] == [[], []]
