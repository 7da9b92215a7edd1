"""Write the tables of `postlint.social`: top-level domains and emoji.

    python scripts/social_tables.py tlds-alpha-by-domain.txt

The file is IANA's list of top-level domains; the emoji properties are those of
the `regex` package that is installed. Not run at build time: the tables are
committed, and their head says which versions they hold.
"""

# ruff: noqa: INP001 - a script, run by path

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import regex

WIDTH = 90
ASTRAL = 0x10000
FOLDER = Path(__file__).parent.parent / "src" / "postlint" / "social"

DOMAINS = '''"""Top-level domains of the internet, in lower case, international ones decoded.

Source: IANA, tlds-alpha-by-domain.txt, {version}; and ``onion``
(RFC 7686), which the root does not hold. Written by scripts/social_tables.py.
"""

from __future__ import annotations

TOP_LEVEL = frozenset(
    """
{names}
""".split()
)

INTERNATIONAL = frozenset(
    """
{international}
""".split()
)
"""Those with letters beyond ASCII, which run on into a following word without a break."""
'''

EMOJI = '''"""Ranges of emoji code points, as the inside of a pattern's character class.

Source: the emoji-data properties of Unicode {version}, as the package regex {package}
holds them. Written by scripts/social_tables.py.
"""

from __future__ import annotations

# Shown as a picture unless U+FE0E follows (Emoji_Presentation, less flags' letters).
PICTURES = (
{pictures}
)

# Shown as text unless U+FE0F follows (Emoji without Emoji_Presentation, less ASCII).
TEXTS = (
{texts}
)

# Takes a skin tone (Emoji_Modifier_Base).
PEOPLE = (
{people}
)
'''


def domains(source: Path) -> str:
    """Return the module of top-level domains."""
    lines = source.read_text(encoding="ascii").splitlines()
    version = lines[0].removeprefix("# ").partition(",")[0].lower()
    names = {line.strip().lower() for line in lines[1:] if line.strip()} | {"onion"}
    plain = sorted(name for name in names if not name.startswith("xn--"))
    coded = sorted(name.encode().decode("idna") for name in names if name.startswith("xn--"))
    return DOMAINS.format(
        version=version,
        names=textwrap.fill(" ".join(plain), 96),
        international=textwrap.fill(" ".join(coded), 48),
    )


def ranges(pattern: str) -> str:
    """Return the code points that match, as the lines of a literal."""
    matcher = regex.compile(pattern)
    points = [code for code in range(0x80, 0x110000) if matcher.fullmatch(chr(code))]
    parts: list[str] = []
    start = previous = points[0]
    for code in [*points[1:], -1]:
        if code != previous + 1:
            parts.append(escape(start) + (f"-{escape(previous)}" if previous > start else ""))
            start = code
        previous = code
    lines: list[str] = [""]
    for part in parts:
        if len(lines[-1]) + len(part) > WIDTH:
            lines.append("")
        lines[-1] += part
    return "\n".join(f'    "{line}"' for line in lines)


def escape(code: int) -> str:
    """Return a code point as Python writes it."""
    return f"\\u{code:04x}" if code < ASTRAL else f"\\U{code:08x}"


def emoji() -> str:
    """Return the module of emoji ranges."""
    return EMOJI.format(
        version="17.0",
        package=".".join(regex.__version__.split(".")[:3]),
        pictures=ranges(r"(?V1)[\p{Emoji_Presentation}--[\U0001F1E6-\U0001F1FF]]"),
        texts=ranges(r"(?V1)[\p{Emoji}--\p{Emoji_Presentation}]"),
        people=ranges(r"\p{Emoji_Modifier_Base}"),
    )


def main() -> None:
    """Write both modules."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "domains.py").write_text(domains(Path(sys.argv[1])), encoding="utf-8")
    (FOLDER / "emoji_ranges.py").write_text(emoji(), encoding="utf-8")


if __name__ == "__main__":
    main()
