"""The report for programs: the JSON contract, laid out for reading too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from postlint.lazily import Pattern
from postlint.reporters.contract import document

if TYPE_CHECKING:
    from postlint.model import Report
    from postlint.reporters.style import Style

LONE_SURROGATE = Pattern("[\ud800-\udfff]")


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return the document, indented by two, as it is: only lone surrogates are escaped."""
    text = json.dumps(document(report), ensure_ascii=False, indent=2)
    return LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
