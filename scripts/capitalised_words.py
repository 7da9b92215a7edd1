"""Make ``rules/tables/capitalised-words.txt``: words that English writes with a capital only.

    python scripts/capitalised_words.py SCOWL LAST FEMALE MALE

``SCOWL`` is its list “american-english” (a word a line); the others are the
1990 US Census' files dist.all.last, dist.female.first and dist.male.first.
"""

# ruff: noqa: INP001 - a script, run by path

from __future__ import annotations

import re
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "rules" / "tables" / "capitalised-words.txt"
HEAD = """\
# Words that English writes with a capital only: names of people, places, peoples, brands.
# From SCOWL 2020.12.07 (http://wordlist.aspell.net/), list “american-english”: words that it has
# in no lower-case form; and the most frequent names of the US Census of 1990 (public domain).
# A star marks a given name, a plus a surname, a question mark one that is a word as well (Grace,
# Smith). Made by scripts/capitalised_words.py; SCOWL's notice is in NOTICE.
"""
LEFT_OUT = frozenset(
    "abcs ais ala anglo ave blu christ com dec decs del dem der des die dps faqs feb fms jan"
    " las los mac mar min max mon neo newses pcs phd pms rems san sat sec soses sun texes tvs"
    " urls val vips von wifi ill gop blvd wang".split()
)
"""Abbreviations and parts of names that mean something else by themselves."""
SURNAMES, GIVEN, GIVEN_TOO, SURNAMES_TOO = 3_000, 1_000, 350, 250
"""How many of the Census' names, the most frequent first."""
_NAME = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|O)?[A-Z][a-zà-ÿ]+")


def _names(path: Path, most: int) -> list[str]:
    lines = path.read_text(encoding="ascii").splitlines()[:most]
    return [line.split()[0].lower() for line in lines]


def _spelled(name: str) -> str:
    return f"Mc{name[2:].title()}" if name.startswith("mc") else name.title()


def main(scowl: str, last: str, *given: str) -> None:
    """Write the list from the four files."""
    listed = Path(scowl).read_text(encoding="utf-8").split()
    ordinary = {word for word in listed if word == word.lower()}

    def is_good(word: str) -> bool:
        return len(word) > 2 and word not in ordinary and word not in LEFT_OUT  # noqa: PLR2004

    found = {
        word.lower(): word for word in listed if _NAME.fullmatch(word) and is_good(word.lower())
    }
    first = {name for path in given for name in _names(Path(path), GIVEN) if is_good(name)}
    for name in (*_names(Path(last), SURNAMES), *first):
        if is_good(name):
            found.setdefault(name, _spelled(name))
    last_names = set(_names(Path(last), SURNAMES))
    words = [
        found[word] + "*" * (word in first) + "+" * (word in last_names) for word in sorted(found)
    ]
    first_too = {name for path in given for name in _names(Path(path), GIVEN_TOO)} & ordinary
    last_too = set(_names(Path(last), SURNAMES_TOO)) & ordinary
    words += [
        _spelled(word) + "?" + "*" * (word in first_too) + "+" * (word in last_too)
        for word in sorted(first_too | last_too)
    ]
    TARGET.write_text(HEAD + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
