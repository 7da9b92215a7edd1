r"""How a terminal shows a text: its cells, and what it must never be handed raw.

Not for colours. A draft may hold anything; whatever could move the cursor,
reorder the line or hide is spelled out (``\x1b``, ``<U+202E>``).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

TAB = 4
"""Cells between tab stops, counted from the start of the line."""

SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r"}
JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
BLACK_FLAG = "\U0001f3f4"
KEPT_FORMATS = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Format characters that scripts and emoji need: joiners and direction marks."""

REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")
SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
TAG = re.compile("[\U000e0020-\U000e007f]")
BLANKS = re.compile(r"[ \t\r\n]+")


class Glyph(NamedTuple):
    """One code point as shown: what is printed, its cells, and whether it belongs to the last."""

    shown: str
    cells: int
    joined: bool


PLAIN = {chr(code): Glyph(chr(code), 1, joined=False) for code in range(0x20, 0x7F)}
"""Glyphs of ASCII, looked up because they are nearly everything."""


def glyphs(text: str) -> list[Glyph]:
    """Return one glyph for each code point of ``text``, which should be a single line.

    Emoji sequences and flags take two cells together, combining marks none
    (Unicode Standard Annex 11 and Technical Standard 51).
    """
    row: list[Glyph] = []
    column = 0
    in_tags = half_flag = False
    for index, char in enumerate(text):
        if char in PLAIN:
            in_tags = half_flag = False
            row.append(PLAIN[char])
            column += 1
            continue
        before = text[index - 1] if index else ""
        in_tags = char == BLACK_FLAG or (in_tags and TAG.match(char) is not None)
        regional = REGIONAL.match(char) is not None
        completes_flag = regional and half_flag
        half_flag = regional and not half_flag
        if char == "\t":
            glyph = Glyph(" " * (TAB - column % TAB), TAB - column % TAB, joined=False)
        elif must_be_spelled(char) and not (in_tags and TAG.match(char)):
            glyph = Glyph(spelled(char), len(spelled(char)), joined=False)
        else:
            last = row[-1] if row else None
            glyph = _printable(char, before, last, completes_flag=completes_flag)
        row.append(glyph)
        column += glyph.cells
    return row


def _printable(char: str, before: str, last: Glyph | None, *, completes_flag: bool) -> Glyph:
    """Show ``char`` as it is; its cells depend on what it joins."""
    if char == EMOJI_STYLE:
        return Glyph(char, int(last is not None and last.cells == 1), joined=True)
    if completes_flag:
        return Glyph(char, 1, joined=True)
    if before == JOINER and width_of(char) == 2:  # noqa: PLR2004 - two cells
        return Glyph(char, 0, joined=True)
    if SKIN.match(char) and last is not None and (last.cells == 2 or last.joined):  # noqa: PLR2004
        return Glyph(char, 0, joined=True)
    cells = width_of(char)
    return Glyph(char, cells, joined=cells == 0)


def width_of(char: str) -> int:
    """Return the cells of a single printable code point: 0, 1 or 2."""
    if unicodedata.category(char) in {"Mn", "Me", "Mc", "Cf"} or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def must_be_spelled(char: str) -> bool:
    """Tell whether ``char`` would act on the terminal, or hide, instead of being seen.

    Controls, lone surrogates, line separators and format characters such as
    the bidi overrides of “Trojan Source” (CVE-2021-42574).
    """
    category = unicodedata.category(char)
    return category in {"Cc", "Cs", "Zl", "Zp"} or (category == "Cf" and char not in KEPT_FORMATS)


def spelled(char: str) -> str:
    r"""Return a visible name: ``\n``, ``\x1b`` or ``<U+202E>``."""
    code = ord(char)
    return SHORT_ESCAPES.get(char) or (f"\\x{code:02x}" if code <= 0xFF else f"<U+{code:04X}>")  # noqa: PLR2004


def visible(text: str) -> str:
    """Return ``text`` as one harmless line; doing it twice changes nothing more."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(glyph.shown for glyph in glyphs(text))


def cells(text: str) -> int:
    """Return how many terminal cells ``text`` takes once it is made visible."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(glyph.cells for glyph in glyphs(text))


def wrapped(text: str, width: int) -> list[str]:
    """Break ``text`` between words into visible lines of at most ``width`` cells.

    No-break spaces hold; a word longer than a line (an address) stays whole,
    so that it can be clicked and copied.
    """
    return list(_lines([visible(word) for word in BLANKS.split(text) if word], width)) or [""]


def _lines(words: list[str], width: int) -> Iterator[str]:
    line: list[str] = []
    used = 0
    for word in words:
        size = cells(word)
        if line and used + 1 + size > width:
            yield " ".join(line)
            line, used = [], 0
        used += size + bool(line)
        line.append(word)
    if line:
        yield " ".join(line)
