"""Listed words, spelled out and folded at once: the same as one after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postlint.lexicon import fold
from postlint.listed import lexicon, listed
from postlint.options import spell_out

WORDS = st.lists(st.sampled_from(["Liar", "tell(s|) a lie", "İzmir’s ﬁne", "Σ", "clown", "ſo"]))


@given(WORDS, st.sampled_from(["exact", "lemma"]))
def test_words_are_spelled_and_folded_one_by_one(words: list[str], forms: str) -> None:
    assert listed(words, forms) == frozenset(map(fold, spell_out(words, forms)))


def test_words_are_looked_for_in_their_forms() -> None:
    assert [spot.literal for spot in lexicon(["Lie"], "lemma").find("they lied again")] == ["lied"]
