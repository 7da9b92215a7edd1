r"""What a terminal must never be handed raw: it is spelled out (``\x1b``, ``<U+202E>``).

A draft may hold anything that moves the cursor, reorders the line or hides.
Not for widths, lines or colours: the terminal's side measures and paints.
"""

from __future__ import annotations

import re
import unicodedata

from postlint.lazily import Pattern

TAB = " " * 4

SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": TAB}
KEPT_FORMATS = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Format characters that scripts and emoji need: joiners and direction marks."""

FLAG_OR_CHARACTER = Pattern("\U0001f3f4[\U000e0020-\U000e007f]+|.", re.DOTALL)
"""Tag characters are hidden text, except in the flags of Scotland, Wales and their like."""


def visible(text: str) -> str:
    """Return ``text`` as one harmless line; doing it twice changes nothing more."""
    if text.isprintable():
        return text
    return FLAG_OR_CHARACTER.sub(_shown, text)


def must_be_spelled(char: str) -> bool:
    """Tell whether ``char`` would act on the terminal, or hide, instead of being seen.

    Controls, lone surrogates, line separators and format characters such as
    the bidi overrides of “Trojan Source” (CVE-2021-42574).
    """
    category = unicodedata.category(char)
    return category in {"Cc", "Cs", "Zl", "Zp"} or (category == "Cf" and char not in KEPT_FORMATS)


def _shown(found: re.Match[str]) -> str:
    piece = found[0]
    return _spelled(piece) if len(piece) == 1 and must_be_spelled(piece) else piece


def _spelled(char: str) -> str:
    code = ord(char)
    return SHORT_ESCAPES.get(char) or (f"\\x{code:02x}" if code <= 0xFF else f"<U+{code:04X}>")  # noqa: PLR2004
