"""What a terminal is handed of a text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.reporters.visible import visible

SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"

SPELLED = {
    "newline": ("a\nb\r", "a\\nb\\r"),
    "escape": ("\x1b[31mred", "\\x1b[31mred"),
    "C1 introducer": ("\x9b31m", "\\x9b31m"),
    "null and bell": ("\x00\x07", "\\x00\\x07"),
    "bidi override": ("\u202eevil\u2069", "<U+202E>evil<U+2069>"),
    "zero width": ("a\u200bb\ufeff", "a<U+200B>b<U+FEFF>"),
    "soft hyphen": ("a\u00adb", "a\\xadb"),
    "tags without a flag": ("a\U000e0041", "a<U+E0041>"),
    "lone surrogate": ("\ud83d", "<U+D83D>"),
    "line separator": ("a\u2028b", "a<U+2028>b"),
    "markup stays": ("[bold]a[/bold]", "[bold]a[/bold]"),
    "no-break spaces stay": ("40\u202f000\u00a0$", "40\u202f000\u00a0$"),
    "tab": ("a\tb", "a    b"),
    "flag of Scotland stays": (SCOTLAND, SCOTLAND),
    "half a flag of tags": ("\U000e0067\U000e007f", "<U+E0067><U+E007F>"),
    "emoji stay": ("👩‍👩‍👧❤️🇨🇦", "👩‍👩‍👧❤️🇨🇦"),
    "direction marks stay": ("\u200fسلام\u200e", "\u200fسلام\u200e"),
}


@pytest.mark.parametrize(("text", "shown"), SPELLED.values(), ids=SPELLED)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_acts_on_a_terminal_gets_through(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert visible(shown) == shown
    shown.encode()
