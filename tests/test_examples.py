"""The examples folder: every file's report is pinned by a golden, as a reader sees it.

After a change that is meant: UPDATE_GOLDENS=1 python -m pytest tests/test_examples.py
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from postlint import posts, runner
from postlint.linter import Linter
from postlint.reporters import REPORTERS, Style

if TYPE_CHECKING:
    from postlint.packs import CompiledRule

ROOT = Path(__file__).parents[1]
GOLDENS = Path(__file__).parent / "goldens" / "examples"
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".md", ".yaml"})


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_report_of_an_example(path: Path, shipped_rules: tuple[CompiledRule, ...]) -> None:
    linter = Linter(shipped_rules, today=date(2026, 11, 24))
    name = f"examples/{path.name}"
    report = runner.run(linter, posts.read(path.read_bytes(), name), "0.0.0")
    text = REPORTERS["terminal"].render(report, Style(width=80))
    golden = GOLDENS / f"{path.name}.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_examples_show_every_verdict(shipped_rules: tuple[CompiledRule, ...]) -> None:
    linter = Linter(shipped_rules, today=date(2026, 11, 24))
    read = (item for path in EXAMPLES for item in posts.read(path.read_bytes(), path.name))
    report = runner.run(linter, read, "0.0.0")
    assert not report.unreadable
    assert {result.verdict for result in report.results} == {"ready", "review", "hold"}
    assert any(result.accepted for result in report.results)
