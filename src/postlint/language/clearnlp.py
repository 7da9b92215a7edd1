"""Turns trees with spaCy's own English labels (ClearNLP) into Universal Dependencies.

Pure: a list of words in, heads and roles out. The structure changes too: the
predicate of a copula becomes the head of its clause, a preposition becomes the
case of its object, and all conjuncts hang on the first. It does not mend what
the parser got wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

RENAMED = {
    "ROOT": "root",
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "neg": "advmod",
    "poss": "nmod:poss",
    "predet": "det:predet",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "nn": "compound",
    "intj": "discourse",
    "meta": "discourse",
    "preconj": "cc:preconj",
    "oprd": "xcomp",
    "complm": "mark",
    "rcmod": "acl:relcl",
    "partmod": "acl",
    "infmod": "acl",
    "number": "nummod",
    "num": "nummod",
    "possessive": "case",
    "hmod": "compound",
    "hyph": "punct",
    "tmod": "obl:unmarked",
    "acomp": "xcomp",
    "attr": "xcomp",
    "prep": "obl",
    "pcomp": "advcl",
    "pobj": "obl",
    "agent": "obl:agent",
    "dative": "iobj",
    "nounmod": "nmod",
    "": "dep",
}
"""Labels that change their name only, or whose structure could not be changed."""

_CLEARNLP_ONLY = {"nsubjpass", "auxpass", "pobj", "dobj", "acomp", "attr"}
_PREPOSITIONS = {"prep", "agent", "dative"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"}
_BE = frozenset("be is are was were am been being 's ’s 're ’re 'm ’m s r".split())


class Word(NamedTuple):
    """One word of a tree: ``head`` is an index, its own at a root; ``tag`` a universal class."""

    text: str
    head: int
    role: str
    tag: str


def is_clearnlp(labels: frozenset[str]) -> bool:
    """Tell whether a parser with these labels speaks spaCy's own English scheme."""
    return bool(labels & _CLEARNLP_ONLY)


def converted(words: list[Word]) -> list[tuple[int, str]]:
    """Return head and Universal Dependencies role of every word, in order.

    A tree goes in (every word reaches a root); a tree comes out.
    """
    tree = _Tree(
        [w.text.lower() for w in words],
        [w.tag for w in words],
        [w.head for w in words],
        [w.role for w in words],
    )
    _prepositions(tree)
    _copulas(tree)
    _conjuncts(tree)
    _rename(tree)
    return list(zip(tree.heads, tree.roles, strict=True))


@dataclass
class _Tree:
    """The tree while it changes."""

    texts: list[str]
    tags: list[str]
    heads: list[int]
    roles: list[str]
    cops: set[int] = field(default_factory=set)

    def children(self, head: int, *roles: str) -> list[int]:
        return [
            i
            for i, h in enumerate(self.heads)
            if h == head and i != head and (not roles or self.roles[i] in roles)
        ]

    def swap(self, old: int, new: int) -> None:
        """Let ``new``, a child of ``old``, take its place and its other children."""
        head, role = self.heads[old], self.roles[old]
        for child in self.children(old):
            self.heads[child] = new
        self.heads[new], self.roles[new] = (new if head == old else head), role
        self.heads[old] = new


def _prepositions(tree: _Tree) -> None:
    """“in the house”: *house* takes the place of *in*, which becomes its case; innermost first."""
    for prep in reversed(range(len(tree.heads))):
        if tree.roles[prep] not in _PREPOSITIONS | {"conj", "pcomp", "mark", "advmod"}:
            continue
        objects = tree.children(prep, "pobj") or tree.children(prep, "pcomp")
        if not objects and tree.tags[prep] == "ADP":
            objects = tree.children(prep, "obl", "nmod")
        if objects and tree.heads[prep] != prep:
            _make_case(tree, prep, objects[0])


def _make_case(tree: _Tree, prep: int, inner: int) -> None:
    head, outer, kind = tree.heads[prep], tree.roles[prep], tree.roles[inner]
    nominal = tree.tags[head] in _NOMINAL and not tree.children(head, "nsubj", "nsubjpass", "aux")
    tree.swap(prep, inner)
    clause = kind == "pcomp" and tree.tags[inner] in {"VERB", "AUX"}
    tree.roles[prep] = "mark" if clause else "case"
    if outer == "agent":
        tree.roles[inner] = "advcl" if clause else "obl:agent"
    elif outer != "conj":
        roles = ("acl", "nmod") if nominal else ("advcl", "obl")
        tree.roles[inner] = roles[0] if clause else roles[1]


def _copulas(tree: _Tree) -> None:
    """“X is a jerk”: *jerk* is the head, *is* its cop; “there is a jerk” keeps its verb."""
    for verb in range(len(tree.heads)):
        if tree.texts[verb] not in _BE or tree.roles[verb] in {"aux", "auxpass", "cop"}:
            continue
        predicates = tree.children(verb, "attr", "acomp")
        if tree.children(verb, "expl"):
            subjects = tree.children(verb, "nsubj")
            for predicate in predicates:
                tree.roles[predicate] = "obj" if subjects else "nsubj"
            continue
        predicates = predicates or _located(tree, verb)
        if predicates:
            tree.swap(verb, predicates[0])
            tree.roles[verb] = "cop"


def _located(tree: _Tree, verb: int) -> list[int]:
    """“She is in London”: the first prepositional phrase behind a verb with nothing else to say."""
    if tree.children(verb, "ccomp", "xcomp", "nsubjpass") or not tree.children(verb, "nsubj"):
        return []
    return [i for i in tree.children(verb, "obl") if i > verb and tree.children(i, "case")][:1]


def _conjuncts(tree: _Tree) -> None:
    """Hang every conjunct on the first, and each conjunction on the conjunct behind it."""
    for word in range(len(tree.heads)):
        if tree.roles[word] != "conj":
            continue
        head, steps = tree.heads[word], 0
        while tree.roles[head] == "conj" and tree.heads[head] != head and steps < len(tree.heads):
            head, steps = tree.heads[head], steps + 1
        for coordinator in tree.children(tree.heads[word], "cc", "punct"):
            if tree.heads[word] < coordinator < word:
                tree.heads[coordinator] = word
        tree.heads[word] = head


def _rename(tree: _Tree) -> None:
    for word, role in enumerate(tree.roles):
        nominal = tree.tags[tree.heads[word]] in _NOMINAL
        if tree.heads[word] == word:
            tree.roles[word] = "root"
        elif role == "npadvmod":
            tree.roles[word] = "nmod:unmarked" if nominal else "obl:unmarked"
        elif role in {"prep", "pobj"} and nominal:
            tree.roles[word] = "nmod"
        else:
            tree.roles[word] = RENAMED.get(role, role)
