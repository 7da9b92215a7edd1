"""Packs made of a few lines, for tests of what is read and what is refused."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RULE = """\
    severity: warning
    message: "“{match}” says nothing."
    why: "Nobody outside says it."
    how: "Say what happens."
    check: phrase
    words: ${worn}
    examples:
      flag: ["Our [[synergy]].", "A [[hub]]."]
      pass: ["Our work.", "A husband."]
"""
PACK = "pack: ours\nlanguage: en\nwords: {worn: [synergy, hub]}\nrules:\n  worn-out:\n" + RULE


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a pack: the text of one file, or of several by name."""

    def folder(text: str = PACK, **more: str) -> Path:
        for name, content in {"rules": text, **more}.items():
            (tmp_path / f"{name}.yaml").write_text(dedent(content), encoding="utf-8")
        return tmp_path

    return folder
