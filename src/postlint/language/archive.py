"""The embedded model's file: one msgpack of weights, labels and tree strings; no pickle.

Reads and writes a pipeline of `postlint.language.english` for spaCy, with an
index for `postlint.language.inference`; knows nothing of texts. Weights are
stored in 16 bits and computed with in 32.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from postlint.language.indexing import of
from postlint.language.startup import collector_off, import_spacy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language

CONFIG, WEIGHTS, INDEX, META = "config.cfg", "model.msgpack", "index.json", "meta.json"
_NO_TREE = 2**32 - 1
_NEVER = -10_000.0


def write(nlp: Language, folder: Path) -> None:
    """Write the pipeline into ``folder``: its configuration, weights and the few strings needed.

    The pipeline's own weights are rounded to 16 bits on the way.
    """
    import srsly  # type: ignore[import-untyped]

    folder.mkdir(parents=True, exist_ok=True)
    _cast(nlp, "float16")
    pipes: list[tuple[str, Any]] = nlp.pipeline
    parts = {
        "strings": sorted(_tree_strings(nlp) | _labels(nlp)),
        "pipes": {name: pipe.to_bytes(exclude=["vocab"]) for name, pipe in pipes},
    }
    (folder / WEIGHTS).write_bytes(srsly.msgpack_dumps(parts))
    write_index(nlp, folder)
    nlp.config.to_disk(folder / CONFIG)
    _cast(nlp, "float32")


def write_index(nlp: Language, folder: Path) -> None:
    """Write what `inference` must know to run the file of weights without spaCy."""
    index = of(nlp, (folder / WEIGHTS).read_bytes())
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    (folder / INDEX).write_text(text + "\n", encoding="utf-8")


def read(folder: Path) -> Language:
    """Return the pipeline of ``folder``; an ``OSError`` when it is not there."""
    import_spacy()
    from thinc.api import use_ops

    # numpy's matrix product is half as fast again as the one that spaCy chooses
    with collector_off(), use_ops("numpy", use_blis=False):
        return _read(folder)


def _read(folder: Path) -> Language:
    import srsly
    from spacy.util import load_config, load_model_from_config

    from postlint.language import english  # noqa: F401  (registers the language)

    parts: dict[str, Any] = srsly.msgpack_loads((folder / WEIGHTS).read_bytes())
    config = load_config(folder / CONFIG)
    nlp = load_model_from_config(config, auto_fill=False, validate=False)
    for string in parts["strings"]:
        nlp.vocab.strings.add(string)
    pipes: list[tuple[str, Any]] = nlp.pipeline
    for name, pipe in pipes:
        pipe.from_bytes(parts["pipes"][name], exclude=["vocab"])
    _cast(nlp, "float32")
    return nlp


def _models(nlp: Language) -> Iterator[Any]:
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None:
            yield from model.walk()


def _cast(nlp: Language, kind: str) -> None:
    """Store every weight as ``float16``, or as the ``float32`` that spaCy computes in."""
    for node in _models(nlp):
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, node.get_param(name).astype(kind))


def _labels(nlp: Language) -> set[str]:
    """Return the labels that the components give to words, and the features' parts."""
    return {
        part
        for labels in nlp.pipe_labels.values()
        for label in labels
        for part in (str(label), *str(label).split("|"))
    }


def _tree_strings(nlp: Language) -> set[str]:
    """Return what the lemmatizer's edit trees put and take, of those trees that it can choose.

    Training leaves many more in its store, with rare words whole; they stay behind,
    and so do edits that hold an address: they are silenced here, never to be chosen.
    """
    import srsly

    found: set[str] = set()
    pipes: list[tuple[str, Any]] = nlp.pipeline
    for _, pipe in pipes:
        if not hasattr(pipe, "trees"):
            continue
        nodes = srsly.msgpack_loads(pipe.trees.to_bytes())["trees"]
        [output] = [node for node in pipe.model.walk() if node.name == "softmax"]
        bias = output.get_param("b").copy()
        for place, tree in enumerate(pipe.labels):
            strings = {nlp.vocab.strings[key] for key in _edits(nodes, tree)}
            if any("@" in string or "." in string[1:] for string in strings):
                bias[place] = _NEVER
            else:
                found |= strings
        output.set_param("b", bias)
    return found


def _edits(nodes: list[dict[str, int]], tree: int) -> set[int]:
    """Return the hashes of the strings in a tree, which is a number in ``nodes``."""
    if tree == _NO_TREE:
        return set()
    node = nodes[tree]
    inner = [_edits(nodes, node[key]) for key in ("prefix_tree", "suffix_tree") if key in node]
    return {node[key] for key in ("orig", "subst") if node.get(key)}.union(*inner)
