"""Shipped lists of plain words, one a line; a line that begins with “#” is a remark."""

from __future__ import annotations

from functools import cache

from postlint.shipped import rules_folder


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the words of ``rules/tables/<name>.txt``, in the order of the file."""
    path = rules_folder() / "tables" / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and line[0] != "#")
