"""Read what ``python -X importtime`` prints: which package cost how long to import."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \| ( *)(\S+)$", re.MULTILINE)
OWN: Final = "postlint"
STANDARD: Final = "standard library"
_ALIASES: Final = {"_yaml": "yaml", "_re2": "re2", "_regex": "regex"}


@dataclass(frozen=True, slots=True)
class Import:
    """One module: its name, its own microseconds, and how deep in other imports it stood."""

    module: str
    microseconds: int
    depth: int


def read(printed: str) -> list[Import]:
    """Return the imports in the order of the print-out: a module behind all that it imported."""
    return [
        Import(module, int(own), len(indent) // 2) for own, indent, module in _LINE.findall(printed)
    ]


def by_package(imports: list[Import]) -> Counter[str]:
    """Return microseconds by package.

    What a third-party package imports, of the standard library too, is charged to
    the outermost such package: that is what leaving it out would save.
    """
    found: Counter[str] = Counter()
    for item, payers in _with_payers(imports):
        found[payers[0] if payers else _package(item.module)] += item.microseconds
    return found


def _with_payers(imports: list[Import]) -> Iterator[tuple[Import, list[str]]]:
    """Yield each import with the third-party packages around it, itself included, outermost first.

    Read backwards a module comes before those that it imported.
    """
    around: list[tuple[int, str]] = []
    for item in reversed(imports):
        around = [each for each in around if each[0] < item.depth]
        package = _package(item.module)
        if package not in (OWN, STANDARD):
            around.append((item.depth, package))
        yield item, [name for _, name in around]


def _package(module: str) -> str:
    root = module.partition(".")[0]
    root = _ALIASES.get(root, root)
    builtin = root in sys.stdlib_module_names or root.startswith("_") or root == "sitecustomize"
    return STANDARD if builtin else root
