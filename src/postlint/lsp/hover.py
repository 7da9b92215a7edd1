"""The words under the pointer: why they are marked, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from postlint.lazily import Pattern
from postlint.lsp import diagnostics, positions
from postlint.reporters import words

if TYPE_CHECKING:
    from postlint.lsp.judging import Judged
    from postlint.model import Finding, Rule

_ID = Pattern(r"[\w.-]+/[\w.-]+")
_SPECIAL = Pattern(r"([\\`*_{}\[\]<>#|!])")


def of(judged: Judged, place: types.Position) -> types.Hover | None:
    """Return what to say of a place: its findings, else the rule that is named there."""
    here = types.Range(place, place)
    found = []
    for mark in judged.marks:
        marked = diagnostics.of_mark(judged, mark).range
        if positions.touch(marked, here):
            finding = mark.finding
            head = f"**{finding.severity.word}** {_escaped(finding.message)}"
            found.append((marked, f"{head}\n\n{_about(finding.rule, finding)}"))
    if found:
        return _hover("\n\n---\n\n".join(said for _, said in found), found[0][0])
    return _named(judged, place)


def _named(judged: Judged, place: types.Position) -> types.Hover | None:
    """Explain a rule whose id stands at the place, as in an accepted risk."""
    at = judged.lines.from_units(place.line, place.character)
    begin = judged.lines.index(at._replace(column=1))
    for match in _ID.finditer(judged.lines.line(at.line)):
        rule = next((rule for rule in judged.known if rule.id == match.group()), None)
        if rule is not None and match.start() <= at.column - 1 <= match.end():
            extent = positions.extent(judged.lines, begin + match.start(), begin + match.end())
            return _hover(_about(rule), extent)
    return None


def _about(rule: Rule, found: Finding | None = None) -> str:
    said = dict(words.reasons(rule, found))
    source = rule.source if found is None else found.source
    if source is not None and source.url:
        said["source"] = f"[{_escaped(said.get('source', source.url))}](<{source.url}>)"
    elif "source" in said:
        said["source"] = _escaped(said["source"])
    lines = [
        f"{label}: {text if label == 'source' else _escaped(text)}" for label, text in said.items()
    ]
    return "\n\n".join([*lines, f"`{rule.id}`"])


def _escaped(text: str) -> str:
    """Return words of a post or a pack so that Markdown takes them for words."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _hover(text: str, place: types.Range) -> types.Hover:
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), place)
