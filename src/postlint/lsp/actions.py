"""What an editor offers to do about a finding: fix it, fix all, accept the risk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from postlint.fixes.edits import Change
from postlint.lsp import acceptance, diagnostics, edits, positions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.lsp.judging import Judged, Mark
    from postlint.model import Fix

FIX_ALL: Final = "source.fixAll.postlint"
KINDS: Final = (types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll)
MOST: Final = 20
"""So many findings of a selection are offered actions: each has to be tried."""

LONGEST: Final = 60


def of(judged: Judged, uri: str, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return the actions for a range of a document, those of the kinds asked for."""
    only = params.context.only
    found: list[types.CodeAction] = []
    if _wanted(only, types.CodeActionKind.QuickFix):
        marks = [
            (mark, place)
            for mark in judged.marks
            if positions.touch((place := diagnostics.of_mark(judged, mark)).range, params.range)
        ]
        for mark, diagnostic in marks[:MOST]:
            found += _fixes(judged, uri, mark, diagnostic)
        for mark, diagnostic in marks[:MOST]:
            found += _acceptance(judged, uri, mark, diagnostic)
    if _wanted(only, FIX_ALL):
        found += _fix_all(judged, uri)
    return found


def _wanted(only: Sequence[str] | None, kind: str) -> bool:
    """Tell whether a kind, or one that holds it, is asked for; everything is by default."""
    return not only or any(kind == each or kind.startswith(f"{each}.") for each in only)


def _fixes(
    judged: Judged, uri: str, mark: Mark, diagnostic: types.Diagnostic
) -> Iterator[types.CodeAction]:
    for fix in mark.finding.fixes:
        text = edits.fixed(judged, [Change(mark.at, fix)])
        if text is not None:
            yield types.CodeAction(
                title=title(fix, fix.span.of(mark.result.post.text)),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                is_preferred=fix.safe or None,
                edit=_edit(judged, uri, text),
            )


def _acceptance(
    judged: Judged, uri: str, mark: Mark, diagnostic: types.Diagnostic
) -> Iterator[types.CodeAction]:
    rule = mark.finding.rule
    text = acceptance.accepted(judged, mark.at, rule.id) if rule.acceptable else None
    if text is not None:
        yield types.CodeAction(
            title=f"Accept this risk… ({rule.id})",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            edit=_edit(judged, uri, text),
        )


def _fix_all(judged: Judged, uri: str) -> Iterator[types.CodeAction]:
    changes = edits.safe(judged)
    text = edits.fixed(judged, changes) if changes else None
    if text is not None:
        yield types.CodeAction(
            title="Fix all that is safe to fix (postlint)",
            kind=FIX_ALL,
            edit=_edit(judged, uri, text),
        )


def title(fix: Fix, old: str) -> str:
    """Say what a fix does to the words ``old``."""
    if not fix.text:
        return f"Leave out “{_short(old)}”"
    return f"Replace “{_short(old)}” by “{_short(fix.text)}”" if old else f"Insert “{fix.text}”"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _edit(judged: Judged, uri: str, text: str) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={uri: [edits.between(judged, text)]})
