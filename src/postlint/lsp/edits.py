"""Fixes as edits of the document, spelled for their places; none that would not read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from postlint.fixes.edits import Change, apply
from postlint.fixes.mending import apart
from postlint.fixes.rawfile import RawFile
from postlint.lsp import positions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.lsp.judging import Judged
    from postlint.model import Fix, Post, Unreadable


def fixed(judged: Judged, changes: Sequence[Change]) -> str | None:
    """Return the document's text with as many changes as can be made, None for none of them."""
    raw = judged.sheet.text.encode("utf-8", "surrogatepass")

    def reread(changed: bytes) -> list[Post | Unreadable]:
        return judged.sheet.read(changed.decode("utf-8", "surrogatepass"))

    try:
        done = apply(RawFile.of(raw), judged.items, changes, reread)
    except UnicodeDecodeError:
        return None
    return done.file.text if done.made else None


def safe(judged: Judged) -> list[Change]:
    """Return the safe fixes of a document, of two for the same words the first."""
    by_post: dict[int, list[Fix]] = {}
    for mark in judged.marks:
        by_post.setdefault(mark.at, []).extend([f for f in mark.finding.fixes if f.safe][:1])
    return [Change(at, fix) for at, fixes in by_post.items() for fix in apart(fixes)]


def between(judged: Judged, new: str) -> types.TextEdit:
    """Return the one edit that makes the document's text the new one, no longer than it must be."""
    old = judged.sheet.text
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    start -= old[start - 1 : start] == "\r"
    most -= start
    same = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    same -= bool(same) and old[len(old) - same] == "\n"
    place = positions.extent(judged.lines, start, len(old) - same)
    return types.TextEdit(place, new[start : len(new) - same])
