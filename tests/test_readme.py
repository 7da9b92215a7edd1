"""The README shows what really happens: every console block is run and compared.

After a change that is meant: UPDATE_GOLDENS=1 python -m pytest tests/test_readme.py
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from postlint.cli import main

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ postlint (?P<command>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)
BLOCKS = list(BLOCK.finditer(README.read_text(encoding="utf-8")))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block["command"])
def test_the_readme_shows_what_happens(
    block: re.Match[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    main(shlex.split(block["command"]))
    output = capsys.readouterr().out
    if os.environ.get("UPDATE_GOLDENS"):
        text = README.read_text(encoding="utf-8")
        shown = f"```console\n$ postlint {block['command']}\n"
        start = text.index(shown) + len(shown)
        end = text.index("```", start)
        README.write_text(text[:start] + output + text[end:], encoding="utf-8")
        return
    assert output == block["output"]


def test_there_are_blocks_to_compare() -> None:
    assert len(BLOCKS) > 2
