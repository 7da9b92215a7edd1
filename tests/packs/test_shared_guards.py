"""Guards in the head of a pack file: every rule of that file has them, no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint import packs
from postlint.errors import PackError
from postlint.packs.schema import pack_schema

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
  {name}:
    severity: suggestion
    message: "No."
    why: "It says nothing."
    how: "Say what."
    check: phrase
    words: [synergy]
    unless: [negated]
    examples: {{flag: ["[[synergy]]", "[[synergy]]"], pass: [a, b]}}
"""


def write(folder: Path, name: str, head: str) -> None:
    text = f"pack: ours\npanel: boring\n{head}rules:\n{RULE.format(name=name)}"
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_the_guards_of_the_head_follow_the_rules_own(tmp_path: Path) -> None:
    write(tmp_path, "guarded", "unless: [quoted, {occasion: {of: [condolence]}}]\n")
    write(tmp_path, "plain", "")
    rules = {rule.id: [name for name, _ in rule.unless] for rule in packs.load(tmp_path).rules}
    assert rules == {"ours/guarded": ["negated", "quoted", "occasion"], "ours/plain": ["negated"]}


def test_a_guard_that_is_none_is_refused_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "guarded", "unless: [qouted]\n")
    with pytest.raises(PackError, match="quoted") as caught:
        packs.load(tmp_path)
    assert caught.value.line == 3


def test_the_schema_knows_them() -> None:
    assert "unless" in pack_schema()["properties"]
