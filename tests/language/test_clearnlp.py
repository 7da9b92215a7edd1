"""Trees with spaCy's own English labels become Universal Dependencies."""

from __future__ import annotations

import pytest

from postlint.language.clearnlp import Word, converted, is_clearnlp


def tree(text: str) -> list[Word]:
    """Read “word/TAG/label/head …”; heads count from 1, the root is its own."""
    words = []
    for piece in text.split():
        word, tag, role, head = piece.rsplit("/", 3)
        words.append(Word(word, int(head) - 1, role, tag))
    return words


CASES = [
    pytest.param(
        "President/PROPN/compound/2 X/PROPN/nsubj/3 is/AUX/ROOT/3 a/DET/det/5 jerk/NOUN/attr/3"
        " ././PUNCT/punct/3",
        "compound/2 nsubj/5 cop/5 det/5 root/5 punct/5",
        id="copula",
    ),
    pytest.param(
        "He/PRON/nsubj/2 is/AUX/ROOT/2 n't/PART/neg/2 stupid/ADJ/acomp/2",
        "nsubj/4 cop/4 advmod/4 root/4",
        id="negated-copula",
    ),
    pytest.param(
        "Mistakes/NOUN/nsubjpass/3 were/AUX/auxpass/3 made/VERB/ROOT/3 by/ADP/agent/3"
        " us/PRON/pobj/4",
        "nsubj:pass/3 aux:pass/3 root/3 case/5 obl:agent/3",
        id="passive-with-agent",
    ),
    pytest.param(
        "We/PRON/nsubj/2 met/VERB/ROOT/2 leaders/NOUN/dobj/2 of/ADP/prep/3 Ruritania/PROPN/pobj/4"
        " in/ADP/prep/2 May/PROPN/pobj/6",
        "nsubj/2 root/2 obj/2 case/5 nmod/3 case/7 obl/2",
        id="prepositions",
    ),
    pytest.param(
        "They/PRON/nsubj/2 left/VERB/ROOT/2 after/ADP/prep/2 signing/VERB/pcomp/3 it/PRON/dobj/4",
        "nsubj/2 root/2 mark/4 advcl/2 obj/4",
        id="preposition-and-clause",
    ),
    pytest.param(
        "There/PRON/expl/2 is/VERB/ROOT/2 a/DET/det/4 risk/NOUN/attr/2",
        "expl/2 root/2 det/4 nsubj/2",
        id="existential",
    ),
    pytest.param(
        "She/PRON/nsubj/2 is/AUX/ROOT/2 in/ADP/prep/2 Ruritania/PROPN/pobj/3",
        "nsubj/4 cop/4 case/4 root/4",
        id="located",
    ),
    pytest.param(
        "I/PRON/nsubj/2 know/VERB/ROOT/2 he/PRON/nsubj/4 is/AUX/ccomp/2 a/DET/det/6"
        " fool/NOUN/attr/4",
        "nsubj/2 root/2 nsubj/6 cop/6 det/6 ccomp/2",
        id="embedded-copula",
    ),
    pytest.param(
        "red/ADJ/ROOT/1 ,/PUNCT/punct/1 white/ADJ/conj/1 and/CCONJ/cc/3 blue/ADJ/conj/3",
        "root/1 punct/3 conj/1 cc/5 conj/1",
        id="conjuncts",
    ),
    pytest.param(
        "in/ADP/prep/4 May/PROPN/pobj/1 we/PRON/nsubj/4 go/VERB/ROOT/4 to/ADP/prep/4"
        " Freedonia/PROPN/pobj/5 and/CCONJ/cc/5 to/ADP/conj/5 Ruritania/PROPN/pobj/8",
        "case/2 obl/4 nsubj/4 root/4 case/6 obl/4 cc/9 case/9 conj/6",
        id="coordinated-prepositions",
    ),
    pytest.param(
        "minister/NOUN/poss/3 's/PART/case/1 car/NOUN/ROOT/3 that/PRON/nsubjpass/6"
        " was/AUX/auxpass/6 sold/VERB/relcl/3",
        "nmod:poss/3 case/1 root/3 nsubj:pass/6 aux:pass/6 acl:relcl/3",
        id="possessive-and-relative",
    ),
    pytest.param(
        "They/PRON/nsubj/2 became/VERB/ROOT/2 friends/NOUN/attr/2",
        "nsubj/2 root/2 xcomp/2",
        id="other-linking-verbs",
    ),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_converted(before: str, after: str) -> None:
    assert " ".join(f"{role}/{head + 1}" for head, role in converted(tree(before))) == after


def test_a_tree_comes_out() -> None:
    for case in CASES:
        heads = [head for head, _ in converted(tree(str(case.values[0])))]
        for start in range(len(heads)):
            seen, word = set(), start
            while heads[word] != word:
                assert word not in seen
                seen.add(word)
                word = heads[word]


def test_is_clearnlp() -> None:
    assert is_clearnlp(frozenset({"nsubj", "pobj"}))
    assert not is_clearnlp(frozenset({"nsubj", "obl", "nsubj:pass"}))
