"""Reporters turn a report into text; they read no file, no clock and no environment.

A new format is a module with ``render`` here, and a line in ``REPORTERS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from postlint.lazily import Modules
from postlint.reporters.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.model import Report

__all__ = ["FINDINGS_ONLY", "REPORTERS", "Reporter", "Style"]


class Reporter(Protocol):
    """What a reporter module offers."""

    def render(self, report: Report, style: Style) -> str:
        """Return the report as text that ends with a newline, or is empty."""


FINDINGS_ONLY = frozenset({"concise", "checkstyle", "gitlab", "rdjson"})
"""Formats with no place for what is not a finding."""

REPORTERS: Mapping[str, Reporter] = Modules(
    __name__,
    "terminal",
    "concise",
    "json",
    "jsonl",
    "markdown",
    "html",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
)
