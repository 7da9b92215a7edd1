"""Keep what loading the shipped packs comes to, so that the next run need not load them again.

A JSON file in the user's own cache folder, named by a digest of the packs'
files and of this version: what does not fit exactly is made anew, and what
cannot be kept is simply not kept. Holds rules, never anybody's posts.
"""

from __future__ import annotations

import json
import os
import sys
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, Final

from postlint.model import Layer, Rule, Severity, Sign, Source
from postlint.tables import rules_folder
from postlint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from postlint.packs.compiled import CompiledRule

FORM: Final = 1
"""Changes with what the file holds."""

MOST_KEPT: Final = 4
"""Files of other versions and packs that may stay beside the newest."""


def folder() -> Path:
    """Return the cache folder: as POSTLINT_CACHE_DIR says, else where the system keeps caches."""
    chosen = os.environ.get("POSTLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "postlint" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "postlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "postlint"


def digest() -> str:
    """Return a name for the shipped packs and checks as they are, byte for byte."""
    seen = blake2b(f"{FORM} {VERSION} {sys.version_info[:2]}".encode(), digest_size=16)
    root = rules_folder()
    for path in sorted(root.rglob("*.yaml")):
        seen.update(str(path.relative_to(root)).encode())
        seen.update(path.read_bytes())
    for path in sorted(Path(__file__).parents[1].joinpath("checks").glob("*.py")):
        seen.update(path.read_bytes())
    return seen.hexdigest()


def take() -> tuple[Rule, ...] | None:
    """Return the shipped rules, with signs and without examples; None where nothing fits."""
    try:
        kept = json.loads((folder() / f"rules-{digest()}.json").read_bytes())
        return tuple(_rule(entry) for entry in kept["rules"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def put(compiled: Iterable[CompiledRule]) -> None:
    """Keep compiled rules for the next run; a folder that cannot be written is no error."""
    entries = [_entry(rule) for rule in compiled]
    place = folder()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", dir=place, delete=False) as file:
            json.dump({"rules": entries}, file, ensure_ascii=False, separators=(",", ":"))
        Path(file.name).replace(place / f"rules-{digest()}.json")
        old = sorted(place.glob("rules-*.json"), key=lambda path: path.stat().st_mtime)
        for path in old[:-MOST_KEPT]:
            path.unlink(missing_ok=True)
    except (OSError, TypeError, ValueError):
        return


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
        "promises": None
        if sign.promises is None
        else [None if promise is None else sorted(promise) for promise in sign.promises],
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
    literals, promises = entry["literals"], entry["promises"]
    return Sign(
        literals=None if literals is None else frozenset(literals),
        promises=None
        if promises is None
        else tuple(None if promise is None else frozenset(promise) for promise in promises),
        layers=frozenset(map(Layer, entry["layers"])),
    )
