"""What happens to findings after they are stamped: a visible list of small functions."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from postlint.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.document import Document
    from postlint.model import Finding

MOST_SUGGESTIONS: Final = 3


def superseded(findings: Sequence[Finding], document: Document) -> list[Finding]:
    """Leave out what a more telling finding in the same sentence supersedes."""

    def sentence(finding: Finding) -> int:
        return document.sentence_index(finding.span.start)

    def is_superseded(finding: Finding) -> bool:
        return any(
            other.rule.id != finding.rule.id
            and sentence(other) == sentence(finding)
            and any(fnmatchcase(finding.rule.id, pattern) for pattern in other.rule.supersedes)
            for other in findings
        )

    return [finding for finding in findings if not is_superseded(finding)]


def one_per_place(findings: Sequence[Finding], document: Document) -> list[Finding]:  # noqa: ARG001
    """Keep, of findings of one rule of the panel on overlapping words, the gravest."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (-f.severity, f.span.start, f.span.end)):
        if not any(
            other.rule.panel == finding.rule.panel and other.span.overlaps(finding.span)
            for other in kept
        ):
            kept.append(finding)
    return kept


def few_suggestions(findings: Sequence[Finding], document: Document) -> list[Finding]:  # noqa: ARG001
    """Keep at most three suggestions, of different rules first, then in order of the text."""
    suggestions = [f for f in findings if f.severity is Severity.SUGGESTION]
    seen: dict[str, int] = {}
    ranked = []
    for finding in sorted(suggestions, key=lambda f: f.span):
        seen[finding.rule.id] = seen.get(finding.rule.id, 0) + 1
        ranked.append((seen[finding.rule.id], len(ranked), finding))
    kept = [finding for _, _, finding in sorted(ranked, key=lambda r: r[:2])[:MOST_SUGGESTIONS]]
    return [f for f in findings if f.severity is not Severity.SUGGESTION or f in kept]


def in_order(findings: Sequence[Finding], document: Document) -> list[Finding]:  # noqa: ARG001
    """Sort by place, then by severity."""
    return sorted(findings, key=lambda f: (f.span.start, -f.severity, f.rule.id))


FILTERS: Final[tuple[Callable[[Sequence[Finding], Document], list[Finding]], ...]] = (
    superseded,
    one_per_place,
    few_suggestions,
    in_order,
)
