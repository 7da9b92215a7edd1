"""Acronyms that a text does not write out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import acronyms, prose

KNOWN = frozenset({"un", "who", "unesco", "g20"})
FOUND = {
    "ODA for SRHR via the FIAP now covers IDPs.": ["ODA", "SRHR", "FIAP", "IDP"],
    "R2P was on the table.": ["R2P"],
    "CETA's tenth year.": ["CETA"],
    "The WHO and UNESCO met.": [],
    "The Comprehensive Economic and Trade Agreement (CETA) is ten. CETA!": [],
    "CETA (our trade agreement with Europe) is ten.": [],
    "CETA stands for free trade.": [],
    "Official Development Assistance rose: ODA is up.": [],
    "WATCH: LIVE at noon.": [],
    "VISA OFFICE CLOSED UNTIL CETA DAY": [],
    "#CETA and $CAD and a-CETA-b and CETA-like": [],
    "It is OK.": [],
}


@pytest.mark.parametrize("text", FOUND)
def test_what_is_unexpanded(text: str) -> None:
    found = acronyms.unexpanded(text, prose.words(text), KNOWN)
    assert [span.of(text) for span in found] == FOUND[text]


@given(st.text(st.sampled_from("ABCsR2 ().'’-#é=\n")))
def test_spans_are_capitals_of_the_text_in_order(text: str) -> None:
    found = acronyms.unexpanded(text, prose.words(text), frozenset())
    assert found == sorted(found, key=lambda span: span.start)
    assert all(span.of(text)[0].isupper() and span.of(text).isalnum() for span in found)
