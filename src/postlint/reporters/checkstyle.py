"""Checkstyle's XML, which most CI plug-ins read: an error element for each finding.

It knows faults only, so accepted risks and unused acceptances are not in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Severity
from postlint.reporters import escaped, gathered, places, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.model import Report
    from postlint.reporters.style import Style

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "info",
}


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - the same on every screen
    """Return the files that have findings, each once, in the order of the report."""
    from xml.etree.ElementTree import Element, SubElement

    root = Element("checkstyle", version="4.3")
    files: dict[str, Element] = {}
    for source, attributes in _errors(report):
        if source not in files:
            name = escaped.one_line(places.path(source))
            files[source] = SubElement(root, "file", name=name)
        SubElement(files[source], "error", attributes)
    return escaped.xml_text(root)


def _errors(report: Report) -> Iterator[tuple[str, dict[str, str]]]:
    for post, found in gathered.findings(report):
        start = places.characters(post, found.span).start
        yield (
            post.source,
            {
                "line": str(start.line),
                "column": str(start.column),
                "severity": SEVERITIES[found.severity],
                "message": words.advice(found),
                "source": "postlint." + found.rule.id.replace("/", "."),
            },
        )
    for each in report.unreadable:
        yield (
            each.source,
            {
                "line": str(each.line or 1),
                "column": str(each.column or 1),
                "severity": SEVERITIES[Severity.ERROR],
                "message": each.error,
                "source": f"postlint.{words.UNREADABLE}",
            },
        )
