"""What happens to findings after they are stamped: a visible list of small functions."""

from __future__ import annotations

from collections import Counter
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from postlint.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from postlint.document import Document
    from postlint.model import Finding
    from postlint.spans import Span

MOST_SUGGESTIONS: Final = 3
SAME_SIZE: Final = 4
"""Marks of which one is so many times as long as the other are not about the same words."""

STRUCTURE: Final = 0
TELLING: Final[Mapping[str, int]] = {
    **dict.fromkeys(("phrase", "swap", "hashtag", "repeat"), 1),
    **dict.fromkeys(("count", "readability", "length"), 2),
}
"""How much a kind tells of a post: structure before single words, those before measures."""


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


def _same_place(one: Span, other: Span) -> bool:
    """Tell whether two marks overlap and are of about one size.

    A whole sentence that is too long and a word in it are two things to mend.
    """
    shorter, longer = sorted((one.end - one.start, other.end - other.start))
    return one.overlaps(other) and longer <= SAME_SIZE * max(1, shorter)


def one_per_place(findings: Sequence[Finding], document: Document) -> list[Finding]:  # noqa: ARG001
    """Keep, of findings of one rule of the panel about the same words, the gravest."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (-f.severity, f.span.start, f.span.end)):
        if not any(
            other.rule.panel == finding.rule.panel and _same_place(other.span, finding.span)
            for other in kept
        ):
            kept.append(finding)
    return kept


def few_suggestions(findings: Sequence[Finding], document: Document) -> list[Finding]:  # noqa: ARG001
    """Keep the three most useful suggestions.

    Different rules come first. Then what guards have lowered from a warning or
    an error; then risks before dullness; then rules that see structure before
    single words, and those before measures of the whole; then the order of the
    text.
    """
    if sum(f.severity is Severity.SUGGESTION for f in findings) <= MOST_SUGGESTIONS:
        return list(findings)
    seen: Counter[str] = Counter()
    ranked: list[tuple[tuple[int, ...], int, Finding]] = []
    for finding in sorted(findings, key=lambda f: (f.span, f.rule.id)):
        if finding.severity is Severity.SUGGESTION:
            rule = finding.rule
            telling = TELLING.get(rule.kind, STRUCTURE)
            merit = (seen[rule.id], -rule.severity, int(rule.panel == "boring"), telling)
            ranked.append((merit, len(ranked), finding))
            seen[rule.id] += 1
    kept = [finding for _, _, finding in sorted(ranked, key=lambda r: r[:2])[:MOST_SUGGESTIONS]]
    return [f for f in findings if f.severity is not Severity.SUGGESTION or f in kept]


def in_order(findings: Sequence[Finding], document: Document) -> list[Finding]:  # noqa: ARG001
    """Sort by place, then by severity."""
    return sorted(findings, key=lambda f: (f.span.start, -f.severity, f.rule.id))


FILTERS: Final[tuple[Callable[[Sequence[Finding], Document], list[Finding]], ...]] = (
    superseded,
    one_per_place,
    in_order,
)
"""For all that was found: one finding for one cause, whether somebody accepts it or not."""

FILTERS_OF_STANDING: Final[tuple[Callable[[Sequence[Finding], Document], list[Finding]], ...]] = (
    few_suggestions,
)
"""For what nobody accepts: an accepted suggestion takes no other one's place."""
