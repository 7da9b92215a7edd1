"""Keep what loading the shipped packs comes to, so that the next run need not load them again.

A JSON file in the user's own cache folder, named by a digest of the packs'
files and of this version: what does not fit exactly is made anew, and what
cannot be kept is simply not kept. Holds rules, never anybody's posts.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from postlint import keeping
from postlint.model import Layer, Rule, Severity, Sign, Source
from postlint.tables import rules_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from postlint.packs.compiled import CompiledRule

FORM: Final = 3
"""Changes with what the file holds."""

MOST_KEPT: Final = 4
"""Files of other versions and packs that may stay beside the newest."""


def digest() -> str:
    """Return a name for the shipped packs and checks as they are, byte for byte."""
    root = rules_folder()
    checks = Path(__file__).parents[1] / "checks"
    parts = [
        part
        for path in sorted(root.rglob("*.yaml"))
        for part in (str(path.relative_to(root)).encode(), path.read_bytes())
    ]
    parts += [path.read_bytes() for path in sorted(checks.glob("*.py"))]
    return keeping.digest(parts, FORM)


def take() -> tuple[Rule, ...] | None:
    """Return the shipped rules, with signs and without examples; None where nothing fits."""
    kept = keeping.take("rules", digest())
    try:
        return tuple(_rule(entry) for entry in kept["rules"])
    except (ValueError, KeyError, TypeError):
        return None


def put(compiled: Iterable[CompiledRule]) -> None:
    """Keep compiled rules for the next run; a folder that cannot be written is no error."""
    content = {"rules": [_entry(rule) for rule in compiled]}
    keeping.put("rules", digest(), content, MOST_KEPT)


def _entry(compiled: CompiledRule) -> dict[str, Any]:
    rule, sign = compiled.rule, compiled.sign
    source = rule.source
    return {
        "id": rule.id,
        "pack": rule.pack,
        "panel": rule.panel,
        "language": rule.language,
        "severity": int(rule.severity),
        "message": rule.message,
        "why": rule.why,
        "how": rule.how,
        "kind": rule.kind,
        "options": dict(rule.options),
        "unless": [[name, dict(options)] for name, options in rule.unless],
        "lower": [[name, dict(options), int(level)] for name, options, level in rule.lower],
        "when": dict(rule.when),
        "supersedes": list(rule.supersedes),
        "acceptable": rule.acceptable,
        "table": rule.table,
        "source": None if source is None else [source.title, source.url, source.date],
        "path": rule.path,
        "line": rule.line,
        "literals": None if sign.literals is None else sorted(sign.literals),
        "as_written": sign.as_written,
        "ways": [[sorted(strings) for strings in way] for way in sign.ways],
        "layers": sorted(sign.layers),
    }


def _rule(entry: Mapping[str, Any]) -> Rule:
    source = entry["source"]
    return Rule(
        id=entry["id"],
        pack=entry["pack"],
        panel=entry["panel"],
        language=entry["language"],
        severity=Severity(entry["severity"]),
        message=entry["message"],
        why=entry["why"],
        how=entry["how"],
        kind=entry["kind"],
        options=entry["options"],
        unless=tuple((name, options) for name, options in entry["unless"]),
        lower=tuple((name, opts, Severity(level)) for name, opts, level in entry["lower"]),
        when=entry["when"],
        supersedes=tuple(entry["supersedes"]),
        acceptable=entry["acceptable"],
        table=entry["table"],
        source=None if source is None else Source(*source),
        path=entry["path"],
        line=entry["line"],
        sign=_sign(entry),
    )


def _sign(entry: Mapping[str, Any]) -> Sign:
    literals = entry["literals"]
    return Sign(
        literals=None if literals is None else frozenset(literals),
        ways=tuple(tuple(map(frozenset, way)) for way in entry["ways"]),
        layers=frozenset(map(Layer, entry["layers"])),
        as_written=entry["as_written"],
    )
