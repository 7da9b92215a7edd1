"""From hits to findings: guards acquit and lower, the rule gives severity and message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.model import Finding, Severity
from postlint.platforms import PLATFORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from postlint.document import Document
    from postlint.model import Hit, Rule
    from postlint.packs import CompiledRule


def stamp(compiled: CompiledRule, document: Document, hits: Iterable[Hit]) -> Iterator[Finding]:
    """Yield the findings of a rule's hits: those that no guard acquits, graded and explained."""
    rule = compiled.rule
    for hit in hits:
        if rule.language not in ("any", document.language_at(hit.span.start)):
            continue
        if any(acquits(document, hit) for acquits in compiled.unless):
            continue
        match = hit.span.of(document.text)
        on = PLATFORMS[document.platform].name
        doubt = _doubt(rule, document, hit)
        severity = _severity(compiled, document, hit)
        yield Finding(
            rule=rule,
            severity=min(severity, Severity.SUGGESTION) if doubt else severity,
            message=_message(rule.message, {**hit.values, "match": match, "platform": on}) + doubt,
            span=hit.span,
            match=match,
            fixes=hit.fixes,
            basis=hit.basis,
        )


def _doubt(rule: Rule, document: Document, hit: Hit) -> str:
    """Return what to add to a message whose table is past its date; empty where it is not.

    An entry that the hit itself rests on wins over the rule's table.
    """
    from postlint import tables

    if hit.basis is not None:
        what, end = "entry", hit.basis.good_until
    else:
        what, end = "table", tables.load(rule.table).review_by if rule.table else None
    if end is None or end >= document.today:
        return ""
    return f" (The {what} behind this was good until {end}: check it first.)"


def _severity(compiled: CompiledRule, document: Document, hit: Hit) -> Severity:
    levels = [compiled.rule.severity]
    if hit.severity is not None:
        levels.append(hit.severity)
    levels += [level for acquits, level in compiled.lower if acquits(document, hit)]
    return min(levels)


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _message(template: str, values: Mapping[str, str]) -> str:
    flat = {key: " ".join(value.split()) for key, value in values.items()}
    return template.format_map(_Values(flat))
