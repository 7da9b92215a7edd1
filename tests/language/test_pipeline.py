"""What the embedded pipeline sees, and that it does no more than it is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.errors import UsageError
from postlint.language import Pipeline, archive, load
from postlint.language.loading import EMBEDDED
from postlint.language.stages import stages_for
from postlint.model import Layer, Parse
from postlint.spans import Span

EVERYTHING = frozenset(Layer)
TREE = frozenset({Layer.TREE})


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


def parsed(pipeline: Pipeline, text: str, layers: frozenset[Layer] = EVERYTHING) -> Parse:
    [parse] = pipeline.parse([text], [[Span(0, len(text))]], layers)
    return parse


def roles(parse: Parse) -> dict[str, tuple[str, str]]:
    """Return word → (role, head's word)."""
    return {t.text: (t.role, parse.tokens[t.head].text) for t in parse.tokens}


ROLES = [
    pytest.param(
        "President X is a jerk.",
        {"jerk": ("root", "jerk"), "X": ("nsubj", "jerk"), "is": ("cop", "jerk")},
        id="copula",
    ),
    pytest.param(
        "The minister is not a liar.",
        {"liar": ("root", "liar"), "minister": ("nsubj", "liar"), "not": ("advmod", "liar")},
        id="negated",
    ),
    pytest.param(
        "Mistakes were made.",
        {"Mistakes": ("nsubj:pass", "made"), "were": ("aux:pass", "made")},
        id="passive",
    ),
    pytest.param(
        "The team thanked the volunteers.",
        {"team": ("nsubj", "thanked"), "volunteers": ("obj", "thanked")},
        id="active",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(pipeline: Pipeline, text: str, expected: dict[str, tuple[str, str]]) -> None:
    found = roles(parsed(pipeline, text))
    assert {word: found[word] for word in expected} == expected


def test_tags_lemmas_and_features(pipeline: Pipeline) -> None:
    parse = parsed(pipeline, "The ministers were told.")
    assert [t.tag for t in parse.tokens] == ["DET", "NOUN", "AUX", "VERB", "PUNCT"]
    assert [t.lemma for t in parse.tokens] == ["the", "minister", "be", "tell", "."]
    assert "Number=Plur" in parse.tokens[1].morph


def test_names_are_guesses(pipeline: Pipeline) -> None:
    text = "Angela Smith visited London on Monday."
    names = parsed(pipeline, text, frozenset({Layer.NAMES})).names
    assert [(name.text, name.kind) for name in names] == [
        ("Angela Smith", "person"),
        ("London", "place"),
    ]
    assert not any(name.certain for name in names)


ALONE = [
    pytest.param(Layer.TAGS, {"tagger", "morphologizer", "tok2vec"}, id="tags"),
    pytest.param(Layer.TREE, {"tagger", "morphologizer", "tok2vec", "parser"}, id="tree"),
    pytest.param(Layer.LEMMAS, {"tok2vec", "trainable_lemmatizer"}, id="lemmas"),
    pytest.param(Layer.NAMES, {"ner"}, id="names"),
]


@pytest.mark.parametrize(("layer", "running"), ALONE)
def test_only_what_is_asked_for_runs(layer: Layer, running: set[str]) -> None:
    nlp = archive.read(EMBEDDED)
    off = stages_for(nlp, frozenset({layer}))
    assert set(nlp.pipe_names) - set(off) == running


def test_layers_not_asked_for_are_empty(pipeline: Pipeline) -> None:
    [parse] = pipeline.parse(["She went home."], None, frozenset())
    assert {(t.tag, t.lemma, t.role, t.morph) for t in parse.tokens} == {("", "", "", "")}
    assert [t.head for t in parse.tokens] == [0, 1, 2, 3]
    assert parse.names == ()


def test_sentences_given_are_kept(pipeline: Pipeline) -> None:
    text = "We met Dr. Okoro today we signed. It works"
    starts = [0, 21, 34]
    spans = [Span(a, b) for a, b in zip(starts, [20, 33, len(text)], strict=True)]
    [parse] = pipeline.parse([text], [spans], TREE)
    assert [t.sentence for t in parse.tokens if t.text in {"We", "today", "we", "It"}] == [
        0,
        0,
        1,
        2,
    ]
    for token in parse.tokens:
        assert parse.tokens[token.head].sentence == token.sentence


def test_sentences_are_found_when_none_are_given(pipeline: Pipeline) -> None:
    [parse] = pipeline.parse(["We signed it today. The minister was there."], None, TREE)
    assert parse.tokens[-1].sentence == 1


def test_no_texts(pipeline: Pipeline) -> None:
    assert pipeline.parse([], [], EVERYTHING) == []


@pytest.mark.parametrize(
    "text", ["", "  ", "\n\n", "\x00", "\ud800 a", "a\x00b \udfff", "🎉", "@", "#"]
)
def test_odd_texts(pipeline: Pipeline, text: str) -> None:
    parse = parsed(pipeline, text)
    assert "".join(t.text for t in parse.tokens) == "".join(text.split())


MIXED = st.text(max_size=80) | st.text(
    alphabet=st.sampled_from("aB1 .@#:/-?!()'’\n\t\xa0&é🇨👍🏽\u200d\ufe0f\x00\ud800"), max_size=80
)


@settings(deadline=None, max_examples=150)
@given(MIXED)
def test_words_tile_the_text(text: str) -> None:
    [parse] = load().parse([text], None, frozenset())
    last = 0
    for token in parse.tokens:
        assert token.span.start >= last
        assert text[last : token.span.start].strip() == ""
        assert token.text == token.span.of(text) != ""
        last = token.span.end
    assert text[last:].strip() == ""


@settings(deadline=None, max_examples=40)
@given(MIXED)
def test_a_tree_for_any_text(text: str) -> None:
    half = len(text) // 2
    sentences = [Span(0, half), Span(half, len(text))] if half else [Span(0, len(text))]
    [parse] = load().parse([text], [sentences], EVERYTHING)
    roots: dict[int, int] = {}
    for index, token in enumerate(parse.tokens):
        assert parse.tokens[token.head].sentence == token.sentence
        if token.head == index:
            assert roots.setdefault(token.sentence, index) == index


@pytest.mark.filterwarnings("ignore")
def test_another_pipeline_keeps_pieces_whole() -> None:
    import spacy

    nlp = spacy.blank("en")
    text = "Thanks @freedonia_gov 👨‍👩‍👧‍👦 #PeaceTalks!! https://example.org/a_b."
    [parse] = Pipeline(nlp, "blank").parse([text], None, frozenset())
    assert [t.text for t in parse.tokens] == [
        "Thanks",
        "@freedonia_gov",
        "👨‍👩‍👧‍👦",
        "#PeaceTalks",
        "!!",
        "https://example.org/a_b",
        ".",
    ]


def test_unknown_pipeline() -> None:
    with pytest.raises(UsageError, match=r"no_such_pipeline.*install it"):
        load("no_such_pipeline")


@pytest.mark.filterwarnings("ignore")
def test_pipeline_without_a_parser(tmp_path: object) -> None:
    import spacy

    folder = f"{tmp_path}/blank"
    spacy.blank("en").to_disk(folder)
    with pytest.raises(UsageError, match="it has no parser"):
        load(folder)
