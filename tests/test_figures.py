"""Numbers in words: one short pattern finds what the list of all of them finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import figures

PARTS = st.sampled_from([*figures.words(), "-", " ", "teen", "ty", "s", "of"])


@pytest.mark.parametrize("zero", [True, False])
@given(text=st.lists(PARTS, max_size=12).map("".join), behind=st.sampled_from(["", r"(?!\w)"]))
def test_words_are_found_as_a_plain_list_finds_them(zero: bool, text: str, behind: str) -> None:
    words = [word for word in figures.words() if zero or word != "zero"]
    listed = "|".join(sorted(words, key=len, reverse=True))
    plain = [match.span() for match in re.finditer(f"(?:{listed}){behind}", text)]
    found = re.finditer(figures.spelled_out(zero=zero) + behind, text)
    assert [match.span() for match in found] == plain
