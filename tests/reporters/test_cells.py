"""What a terminal is handed of a text, and how many cells it takes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.reporters.cells import cells, glyphs, visible, wrapped

SIZES = {
    "ascii": ("jerk", 4),
    "accents": ("été", 3),
    "combining": ("e\u0301te\u0301", 3),
    "chinese": ("漢字", 4),
    "hangul jamo": ("\u1112\u1161\u11ab", 2),
    "fullwidth": ("Ａ！", 4),
    "flag": ("🇨🇦", 2),
    "two flags": ("🇨🇦🇫🇷", 4),
    "half a flag": ("🇨!", 2),
    "flag of Scotland": ("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e007f", 2),
    "family": ("👩‍👩‍👧", 2),
    "skin": ("👍🏽", 2),
    "red heart": ("❤️", 2),
    "keycap": ("1️⃣", 2),
    "joiner at the end": ("👩\u200d", 2),
    "arabic": ("سلام", 4),
    "tab": ("a\tb", 5),
    "tab at a stop": ("abcd\tb", 9),
}


@pytest.mark.parametrize(("text", "size"), SIZES.values(), ids=SIZES)
def test_cells(text: str, size: int) -> None:
    assert cells(text) == size


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


@given(st.text())
def test_every_code_point_has_a_glyph(text: str) -> None:
    row = glyphs(text)
    assert len(row) == len(text)
    assert "".join(glyph.shown for glyph in row) == visible(text)


WRAPPED = {
    "fits": ("one two", 7, ["one two"]),
    "breaks between words": ("one two", 6, ["one", "two"]),
    "folds blanks": (" one\n two\t", 9, ["one two"]),
    "keeps a long word whole": (
        "see https://example.org/a/b now",
        10,
        ["see", "https://example.org/a/b", "now"],
    ),
    "no-break space holds": ("40\u00a0000 tonnes", 8, ["40\u00a0000", "tonnes"]),
    "counts wide characters": ("漢字 漢字", 8, ["漢字", "漢字"]),
    "empty": ("", 8, [""]),
}


@pytest.mark.parametrize(("text", "width", "lines"), WRAPPED.values(), ids=WRAPPED)
def test_wrapped(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines
