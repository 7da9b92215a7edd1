"""Makes the index of the embedded model's file, from the pipeline that was packed into it.

Needs spaCy, and is needed when the model is packed, never when it is run. What
it finds in a pipeline that `inference` cannot run raises ``ValueError``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

VERSION = 1
COLUMNS = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "ORTH")
_NO_TREE = 2**32 - 1
_ENCODERS = ("tok2vec", "ner")
_HEADS = ("tagger", "morphologizer", "trainable_lemmatizer")


def of(nlp: Language, file: bytes) -> dict[str, Any]:
    """Return the index of ``file``, into which the pipeline's weights were written in 16 bits."""
    from spacy.lang.norm_exceptions import BASE_NORMS
    from spacy.symbols import IDS

    arrays = {name: _place(file, array) for name, array in _weights(nlp)}
    trees, lemmas = _edit_trees(nlp)
    return {
        "version": VERSION,
        "size": len(file),
        "arrays": arrays,
        "seeds": {name: [t.attrs["seed"] for t in _tables(nlp, name)] for name in _ENCODERS},
        "symbols": IDS,
        "norms": BASE_NORMS,
        "tags": list(_pipe(nlp, "tagger").labels),
        "features": _features(nlp),
        "trees": trees,
        "lemmas": lemmas,
        "tries": _pipe(nlp, "trainable_lemmatizer").top_k,
        "moves": _moves(nlp, "parser"),
        "entities": _moves(nlp, "ner"),
    }


def _pipe(nlp: Language, name: str) -> Any:
    return nlp.get_pipe(name)


def _place(file: bytes, array: Any) -> tuple[int, tuple[int, ...]]:
    at = file.find(array.astype("float16").tobytes())
    _expect(at >= 0, "a weight is not in the file")
    return at, array.shape


def _expect(true: bool, problem: str) -> None:
    if not true:
        msg = f"postlint cannot run this pipeline by itself: {problem}"
        raise ValueError(msg)


def _tables(nlp: Language, name: str) -> list[Any]:
    """Return the embedding tables of a component, one for each column."""
    found = [node for node in _pipe(nlp, name).model.walk() if node.name == "hashembed"]
    columns = [node.attrs["column"] for node in found]
    _expect(columns == list(range(len(found))), "its tables are not in the order of the columns")
    [extract] = [n for n in _pipe(nlp, name).model.walk() if n.name == "extract_features"]
    _expect(tuple(extract.attrs["columns"]) == COLUMNS[: len(found)], "it looks at other columns")
    return found


def _weights(nlp: Language) -> Iterator[tuple[str, Any]]:
    """Yield every weight by its name in `inference`."""
    for name in _ENCODERS:
        for number, table in enumerate(_tables(nlp, name)):
            yield f"{name}.E{number}", table.get_param("E")
        yield from _layers(name, _pipe(nlp, name).model)
    for name in _HEADS:
        [output] = [n for n in _pipe(nlp, name).model.walk() if n.name == "softmax"]
        yield from _matrix(name, output)
    for name in ("parser", "ner"):
        model = _pipe(nlp, name).model
        [narrow] = [n for n in model.get_ref("tok2vec").walk() if n.name == "linear"]
        lower = model.get_ref("lower")
        _expect(not model.attrs["unseen_classes"], "it has moves that were never seen")
        yield from _matrix(f"{name}.narrow", narrow)
        yield from _matrix(f"{name}.lower", lower)
        yield f"{name}.lower.pad", lower.get_param("pad")
        yield from _matrix(f"{name}.upper", model.get_ref("upper"))


def _layers(name: str, model: Any) -> Iterator[tuple[str, Any]]:
    """Yield the weights of the layer that mixes the tables, and of the windows above it."""
    nodes = list(model.walk(order="dfs_pre"))
    outs = [node for node in nodes if node.name == "maxout"]
    norms = [node for node in nodes if node.name == "layernorm"]
    names = ["mix", *(f"window{number}" for number in range(4))]
    _expect(len(outs) == len(norms) == len(names), "it has not four windows")
    for layer, out, norm in zip(names, outs, norms, strict=True):
        yield from _matrix(f"{name}.{layer}", out)
        yield f"{name}.{layer}.G", norm.get_param("G")
        yield f"{name}.{layer}.shift", norm.get_param("b")


def _matrix(name: str, node: Any) -> Iterator[tuple[str, Any]]:
    yield f"{name}.W", node.get_param("W")
    yield f"{name}.b", node.get_param("b")


def _moves(nlp: Language, name: str) -> list[tuple[str, str]]:
    """Return the moves of a transition system in order: “L-nsubj” → L, nsubj."""
    moves = _pipe(nlp, name).moves
    found = [moves.get_class_name(number).partition("-") for number in range(moves.n_moves)]
    _expect("subtok" not in {label for _, _, label in found}, "its parser joins words")
    return [(kind, label) for kind, _, label in found]


def _features(nlp: Language) -> list[tuple[str, str]]:
    """Return tag and features for each label of the morphologizer."""
    pipe, strings = _pipe(nlp, "morphologizer"), nlp.vocab.strings
    rows = []
    for label in pipe.labels:
        morph = nlp.vocab.morphology.add(pipe.cfg["labels_morph"].get(label, 0))
        rows.append((strings[pipe.cfg["labels_pos"].get(label, 0)], strings[morph].strip("_")))
    return rows


def _string(strings: Any, key: int) -> str | None:
    """Return the string; None for one that was left behind with the edits nobody may choose."""
    return strings[key] if key in strings else None  # noqa: SIM401 (it is no dict)


def _edit_trees(nlp: Language) -> tuple[list[list[Any]], list[int]]:
    """Return the edit trees that can be chosen, and the place of each label's tree among them."""
    pipe, strings = _pipe(nlp, "trainable_lemmatizer"), nlp.vocab.strings
    trees: list[list[Any]] = []
    places: dict[int, int] = {}

    def add(number: int) -> int:
        if number == _NO_TREE:
            return -1
        if number not in places:
            node = pipe.trees[number]
            if "orig" in node:
                tree: list[Any] = [_string(strings, node[key]) for key in ("orig", "subst")]
            else:
                inner = [add(node["prefix_tree"]), add(node["suffix_tree"])]
                tree = [node["prefix_len"], node["suffix_len"], *inner]
            places[number] = len(trees)
            trees.append(tree)
        return places[number]

    labels = [add(number) for number in pipe.labels]
    return trees, labels
