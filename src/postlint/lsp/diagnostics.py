"""What was found, as an editor underlines it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from postlint.accepted import is_placeholder
from postlint.lsp import positions
from postlint.model import Needless, Post, Severity
from postlint.reporters.words import UNREADABLE, needless

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.lsp.judging import Judged, Mark
    from postlint.model import Unreadable

SEVERITIES: Final[Mapping[Severity, types.DiagnosticSeverity]] = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.SUGGESTION: types.DiagnosticSeverity.Information,
}
SOURCE: Final = "postlint"
NEEDLESS_CODE: Final = "unused-acceptance"
REASON_CODE: Final = "no-reason-yet"
FAULT_CODE: Final = "configuration"


def of(judged: Judged) -> list[types.Diagnostic]:
    """Return everything to underline in a document."""
    if judged.fault is not None:
        top = positions.of_line(judged.lines, 1)
        return [_plain(top, str(judged.fault), types.DiagnosticSeverity.Error, FAULT_CODE)]
    return [
        *(_unreadable(judged, item) for item in judged.unreadable),
        *(of_mark(judged, mark) for mark in judged.marks),
        *_needless(judged),
        *_without_reason(judged),
    ]


def of_mark(judged: Judged, mark: Mark) -> types.Diagnostic:
    """Return one finding; the address behind its rule's name is its source's."""
    found = mark.finding
    url = found.source.url if found.source else None
    return types.Diagnostic(
        range=positions.of_span(judged.lines, mark.result.post, found.span),
        message=found.message,
        severity=SEVERITIES[found.severity],
        code=found.rule.id,
        code_description=types.CodeDescription(href=url) if url else None,
        source=SOURCE,
    )


def _unreadable(judged: Judged, item: Unreadable) -> types.Diagnostic:
    place = positions.of_line(judged.lines, item.line or 1, item.column or 1)
    return _plain(place, item.error, types.DiagnosticSeverity.Error, UNREADABLE)


def _needless(judged: Judged) -> Iterator[types.Diagnostic]:
    """Yield acceptances that accept nothing in any part or on any platform, where they stand."""
    told = {
        (each.acceptance.line, each.acceptance.rule)
        for _, result in judged.results
        for each in result.accepted
    }
    for _, result in judged.results:
        for unused in result.unused:
            line, rule = unused.acceptance.line, unused.acceptance.rule
            if unused.why is Needless.NO_REASON:  # told as such below
                continue
            if line is not None and (line, rule) not in told:
                told.add((line, rule))
                place = positions.of_line(judged.lines, line)
                message = f"{rule}: {needless(unused)}"
                found = _plain(place, message, types.DiagnosticSeverity.Information, NEEDLESS_CODE)
                found.tags = [types.DiagnosticTag.Unnecessary]
                yield found


def _without_reason(judged: Judged) -> Iterator[types.Diagnostic]:
    """Yield acceptances whose reason is still the one that we put there."""
    lines = {
        each.line: each.rule
        for item in judged.items
        if isinstance(item, Post)
        for each in item.accept
        if is_placeholder(each.reason) and each.line is not None
    }
    for line, rule in lines.items():
        message = f"{rule}: say in your own words why this risk is accepted."
        place = positions.of_line(judged.lines, line)
        yield _plain(place, message, types.DiagnosticSeverity.Warning, REASON_CODE)


def _plain(
    place: types.Range, message: str, severity: types.DiagnosticSeverity, code: str
) -> types.Diagnostic:
    return types.Diagnostic(
        range=place, message=message, severity=severity, code=code, source=SOURCE
    )
