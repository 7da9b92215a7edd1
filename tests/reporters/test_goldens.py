"""Every reporter, from one canonical report, against its golden file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint.model import Report
from postlint.reporters import REPORTERS, Style

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = {
    "terminal-80.txt": ("terminal", Style()),
    "terminal-100.txt": ("terminal", Style(width=100)),
    "terminal-color.txt": ("terminal", Style(color=True)),
    "terminal-ascii-60.txt": ("terminal", Style(width=60, unicode=False)),
    "concise.txt": ("concise", Style()),
    "report.json": ("json", Style()),
    "report.jsonl": ("jsonl", Style()),
    "report.md": ("markdown", Style()),
    "report.html": ("html", Style()),
    "sarif.json": ("sarif", Style()),
    "github.txt": ("github", Style()),
    "gitlab.json": ("gitlab", Style()),
    "junit.xml": ("junit", Style()),
    "checkstyle.xml": ("checkstyle", Style()),
    "rdjson.json": ("rdjson", Style()),
}


@pytest.mark.parametrize("name", PAGES)
def test_golden(name: str, report: Report, golden: Callable[[str, str], None]) -> None:
    reporter, style = PAGES[name]
    golden(name, REPORTERS[reporter].render(report, style))


def test_every_reporter_has_a_golden() -> None:
    assert {reporter for reporter, _ in PAGES.values()} == set(REPORTERS)


@pytest.mark.parametrize("name", REPORTERS)
def test_the_same_report_gives_the_same_text(name: str, report: Report) -> None:
    render = REPORTERS[name].render
    assert render(report, Style()) == render(report, Style())


@pytest.mark.parametrize("name", REPORTERS)
def test_an_empty_report_is_no_fault(name: str) -> None:
    text = REPORTERS[name].render(Report("0.1.0", ()), Style())
    assert text == "" or text.endswith("\n")
