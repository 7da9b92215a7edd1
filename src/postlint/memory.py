"""What earlier runs found, kept by content: an unchanged post need not be judged again.

One SQLite file in the user's own cache folder (0600), safe for several runs at
once, bounded. It holds findings, and with them words of the posts, but no post
as a whole. Whatever does not fit exactly is judged anew; a file that cannot be
used is left alone, for to remember is never needed.
"""

from __future__ import annotations

import json
import os
import sys
from _blake2 import blake2b  # hashlib would load all of OpenSSL
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from postlint import keeping
from postlint.model import (
    Accepted,
    Basis,
    Coverage,
    Finding,
    Fix,
    Length,
    Needless,
    Result,
    Severity,
    Source,
    Unused,
    Verdict,
)
from postlint.spans import Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from postlint.document import Document
    from postlint.model import Acceptance, Rule

FORM: Final = 1
"""Changes with what the file holds."""

MOST: Final = 50_000
"""About so many results are kept; those not asked for the longest go first."""

COUNTED: Final = 64
"""Of so many new results, about one has all of them counted, for that reads the whole file."""

_PATIENCE: Final = 1.0
"""Seconds to wait for another run that is writing."""

_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, day INTEGER, result TEXT)"
    " WITHOUT ROWID"
)


def ready() -> None:
    """Import what a memory needs at its first use: for a process that will fork."""
    import sqlite3  # noqa: F401


def fingerprint(settings: object, files: Iterable[str]) -> bytes:
    """Return a name for everything that a run rests on, besides its posts.

    ``settings`` tells itself by ``repr``; ``files`` are those of the user, folders
    with all that they hold. The program and its rules count by their files' times.
    """
    seen = blake2b(f"{FORM} {sys.version_info[:3]} {keeping.program()}".encode(), digest_size=20)
    for name in files:
        for path in _files(Path(name)):
            seen.update(f"\n{path}\n".encode())
            seen.update(path.read_bytes())
    seen.update(repr(settings).encode("utf-8", "surrogatepass"))
    return seen.digest()


def _files(place: Path) -> list[Path]:
    """Return a file, or the files of a folder in order; nothing where there is nothing."""
    if not place.is_dir():
        return [place] if place.is_file() else []
    return sorted(
        Path(folder, name)
        for folder, _, names in os.walk(place)
        for name in names
        if not name.endswith(".pyc")
    )


class Memory:
    """Results of earlier runs with the same fingerprint; ``accept`` are the run's own acceptances.

    Each process opens the file for itself: a connection does not survive a fork.
    """

    def __init__(self, fingerprint: bytes, accept: Sequence[Acceptance] = ()) -> None:
        """Take what names the run; nothing is opened before it is asked."""
        self._fingerprint = fingerprint
        self._accept = tuple(accept)
        self._opened: tuple[int, sqlite3.Connection | None] | None = None

    @cached_property
    def _today(self) -> int:
        return date.today().toordinal()  # noqa: DTZ011 - the age of an entry, no more

    def key(self, document: Document, beside: Sequence[Finding] = ()) -> bytes:
        """Return the name of a document's result: its content and context.

        ``beside`` is what was found by comparing it with other posts.
        """
        post = document.post
        context = (
            *(post.text, document.platform, post.language, post.account, post.reply_to),
            *(post.publish_at, post.embargo_until, post.media, post.sources, post.translation_of),
            [(each.rule, each.reason, each.by, each.until) for each in post.accept],
            *(document.today, document.is_dated),
            [_told(finding) for finding in beside],
        )
        content = repr(context).encode("utf-8", "surrogatepass")
        return blake2b(content, key=self._fingerprint, digest_size=20).digest()

    def take(self, keys: Sequence[bytes]) -> dict[bytes, Any]:
        """Return what is remembered under these keys, as plain values (see `restored`)."""
        import sqlite3

        opened = self._connection()
        if opened is None or not keys:
            return {}
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, day, result FROM found WHERE key IN ({marks})"  # noqa: S608 - marks
        try:
            rows = opened.execute(query, keys).fetchall()
            old = [(self._today, key) for key, day, _ in rows if day != self._today]
            with opened:
                opened.executemany("UPDATE found SET day = ? WHERE key = ?", old)
            return {key: json.loads(result) for key, _, result in rows}
        except (sqlite3.Error, ValueError):
            return {}

    def put(self, results: Iterable[tuple[bytes, Result]]) -> None:
        """Remember results; what cannot be written is forgotten."""
        import sqlite3

        opened = self._connection()
        if opened is None:
            return
        rows = [(key, self._today, self._packed(result)) for key, result in results]
        try:
            with opened:
                opened.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)
                if any(key[0] % COUNTED == 0 for key, _, _ in rows):
                    self._trim(opened)
        except (sqlite3.Error, UnicodeEncodeError):
            return

    def restored(self, kept: Any, document: Document, rules: Mapping[str, Rule]) -> Result | None:
        """Return the result that was kept, for this document; None where it does not fit."""
        own = document.post.accept
        given = (*own, *self._accept)
        try:
            return Result(
                post=document.post,
                platform=document.platform,
                language=kept["language"],
                length=Length(*kept["length"]),
                findings=tuple(_finding(told, rules) for told in kept["findings"]),
                accepted=tuple(
                    Accepted(_finding(told, rules), given[number])
                    for told, number in kept["accepted"]
                ),
                unused=tuple(Unused(own[number], Needless(why)) for number, why in kept["unused"]),
                grades=kept["grades"],
                verdict=Verdict(kept["verdict"]),
                strengths=tuple(kept["strengths"]),
                coverage=Coverage(*kept["coverage"]),
            )
        except (KeyError, IndexError, TypeError, ValueError):
            return None

    def _packed(self, result: Result) -> str:
        own = result.post.accept
        given = (*own, *self._accept)
        kept = {
            "language": result.language,
            "length": result.length,
            "findings": [_told(finding) for finding in result.findings],
            "accepted": [
                (_told(each.finding), given.index(each.acceptance)) for each in result.accepted
            ],
            "unused": [(own.index(each.acceptance), each.why) for each in result.unused],
            "grades": dict(result.grades),
            "verdict": result.verdict,
            "strengths": result.strengths,
            "coverage": result.coverage,
        }
        return json.dumps(kept, separators=(",", ":"))

    def _connection(self) -> sqlite3.Connection | None:
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = os.getpid(), _open()
        return self._opened[1]

    def _trim(self, opened: sqlite3.Connection) -> None:
        """Forget the oldest of too many, a tenth more than need be, so that it is seldom done."""
        [count] = opened.execute("SELECT count(*) FROM found").fetchone()
        if count > MOST:
            oldest = "SELECT key FROM found ORDER BY day LIMIT ?"
            query = f"DELETE FROM found WHERE key IN ({oldest})"  # noqa: S608 - constants
            opened.execute(query, (count - MOST + MOST // 10,))


def _open() -> sqlite3.Connection | None:
    """Open the file, made first where there is none; None where that cannot be."""
    try:
        import sqlite3
    except ImportError:
        return None
    place = keeping.folder()
    path = place / f"results-{FORM}.sqlite3"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
        opened = sqlite3.connect(path, timeout=_PATIENCE)
        opened.execute("PRAGMA synchronous = OFF")
        opened.execute(_TABLE)
    except (OSError, sqlite3.Error):
        return None
    return opened


def _told(finding: Finding) -> list[Any]:
    """Return a finding as plain values, its rule by name."""
    basis = finding.basis
    source = basis.source if basis else None
    return [
        finding.rule.id,
        int(finding.severity),
        finding.message,
        [finding.span.start, finding.span.end],
        finding.match,
        [[fix.span.start, fix.span.end, fix.text, fix.safe] for fix in finding.fixes],
        basis
        and [
            basis.why,
            source and [source.title, source.url, source.date],
            basis.good_until and basis.good_until.isoformat(),
        ],
    ]


def _finding(told: list[Any], rules: Mapping[str, Rule]) -> Finding:
    rule, severity, message, span, match, fixes, basis = told
    return Finding(
        rule=rules[rule],
        severity=Severity(severity),
        message=message,
        span=Span(*span),
        match=match,
        fixes=tuple(Fix(Span(start, end), text, safe) for start, end, text, safe in fixes),
        basis=basis and _basis(*basis),
    )


def _basis(why: str, source: list[str] | None, until: str | None) -> Basis:
    end = date.fromisoformat(until) if until else None
    return Basis(why, Source(*source) if source else None, end)
