"""Which components of a pipeline give which layer: what can be left out, and what is missing.

Knows spaCy's component names, not their labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Layer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.language import Language

_SHARED = frozenset({"tok2vec", "transformer", "curated_transformer"})
_TAGS = frozenset({"tagger", "morphologizer", "attribute_ruler"})
_GIVES: Mapping[Layer, frozenset[str]] = {
    Layer.TAGS: _TAGS,
    Layer.TREE: _TAGS | {"parser"},
    Layer.LEMMAS: _TAGS | {"lemmatizer", "trainable_lemmatizer"},
    Layer.NAMES: frozenset({"ner", "entity_ruler", "beam_ner"}),
}


def stages_for(nlp: Language, layers: frozenset[Layer]) -> list[str]:
    """Return the names of the components that need not run for these layers.

    A trainable lemmatizer does without tags; spaCy's rule lemmatizer needs them.
    """
    factories = {name: nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    wanted = {factory for layer in layers for factory in _GIVES[layer]}
    untagged = not layers & {Layer.TAGS, Layer.TREE}
    if untagged and "trainable_lemmatizer" in factories.values():
        wanted -= _TAGS
    listened = any(_listens(nlp, name) for name, kind in factories.items() if kind in wanted)
    if listened:
        wanted |= _SHARED
    return [name for name, kind in factories.items() if kind not in wanted]


def usable(nlp: Language) -> str | None:
    """Return why the pipeline cannot serve postlint, or None."""
    factories = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    if "parser" not in factories:
        return "it has no parser"
    if not factories & {"tagger", "morphologizer"}:
        return "it has no tagger"
    if "nsubj" not in tree_labels(nlp):
        return "its parser speaks neither Universal Dependencies nor spaCy's English labels"
    return None


def tree_labels(nlp: Language) -> frozenset[str]:
    """Return the relations that the pipeline's parser can give."""
    return frozenset(
        label
        for name in nlp.pipe_names
        if nlp.get_pipe_meta(name).factory == "parser"
        for label in nlp.pipe_labels[name]
    )


def _listens(nlp: Language, name: str) -> bool:
    model = getattr(nlp.get_pipe(name), "model", None)
    return model is not None and any("listener" in node.name for node in model.walk())
