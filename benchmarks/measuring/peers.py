"""The other linters, where they are installed; nothing is ever fetched."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from measuring import material
from measuring.processes import ANY_STATUS, Command, FailedError, run

if TYPE_CHECKING:
    from collections.abc import Sequence

PROSELINT: Final = "proselint"
ALEX: Final = "alex"
IMPORT_SPACY: Final = "import spacy"
_DRIVER: Final = Path(__file__).with_name("harper.mjs")
_TEXTLINT_RULES: Final = ("write-good", "alex")


@dataclass(frozen=True, slots=True)
class Peer:
    """A linter that is here: how it is called on a file that is named last, and its version."""

    name: str
    arguments: Sequence[str]
    version: str
    statuses: frozenset[int] = frozenset({0, 1})

    def over(self, file: Path, name: str | None = None) -> Command:
        """Return the command that lints a file."""
        return Command(name or self.name, (*self.arguments, str(file)), statuses=self.statuses)


def find(modules: Path | None, folder: Path) -> tuple[list[Peer], list[str]]:
    """Return the peers that work, and a line about each that is missing or says nothing.

    ``modules`` is the node_modules that they were installed into; without it,
    and for proselint, PATH is searched. Each lints one faulty sentence in ``folder``.
    """
    wanted = (_proselint(), _write_good(modules), _alex(modules), _textlint(modules))
    names = (PROSELINT, "write-good", ALEX, "textlint", "harper.js")
    found, problems = [], []
    file = material.write_page(folder / "faulty.md", [material.FAULTY.strip()])
    for name, peer in zip(names, (*wanted, _harper(modules)), strict=True):
        problem = "not found" if peer is None else _problem(peer, file, folder)
        if peer is None or problem:
            problems.append(f"{name}: {problem}")
        else:
            found.append(peer)
    return found, problems


def _problem(peer: Peer, file: Path, folder: Path) -> str:
    try:
        _, printed = run(peer.over(file), folder)
    except (FailedError, OSError) as fault:
        return str(fault).splitlines()[0]
    return "" if printed.strip() else "finds nothing in a faulty sentence"


def _proselint() -> Peer | None:
    beside = Path(sys.executable).with_name(PROSELINT)
    program = str(beside) if beside.exists() else shutil.which(PROSELINT)
    if program is None:
        return None
    try:
        version = metadata.version(PROSELINT)
    except metadata.PackageNotFoundError:
        version = "of unknown version"
    return Peer(PROSELINT, (program, "check"), version)


def _write_good(modules: Path | None) -> Peer | None:
    program = _program("write-good", modules)
    if program is None:
        return None
    # Its exit status is the number of its suggestions.
    return Peer("write-good", (program,), _version("write-good", modules), ANY_STATUS)


def _alex(modules: Path | None) -> Peer | None:
    program = _program(ALEX, modules)
    return None if program is None else Peer(ALEX, (program,), _version(ALEX, modules))


def _textlint(modules: Path | None) -> Peer | None:
    program = _program("textlint", modules)
    if program is None or modules is None:
        return None
    rules = [part for rule in _TEXTLINT_RULES for part in ("--rule", rule)]
    base = ("--no-textlintrc", "--rules-base-directory", str(modules))
    versions = [f"{rule} {_version(f'textlint-rule-{rule}', modules)}" for rule in _TEXTLINT_RULES]
    version = f"{_version('textlint', modules)} with the rules {' and '.join(versions)}"
    return Peer("textlint", (program, *base, *rules), version)


def _harper(modules: Path | None) -> Peer | None:
    node = shutil.which("node")
    if node is None or modules is None or not (modules / "harper.js").is_dir():
        return None
    arguments = (node, str(_DRIVER), str(modules))
    return Peer("harper.js", arguments, _version("harper.js", modules))


def _program(name: str, modules: Path | None) -> str | None:
    beside = modules / ".bin" / name if modules else None
    return str(beside) if beside and beside.exists() else shutil.which(name)


def _version(package: str, modules: Path | None) -> str:
    try:
        described = (modules or Path()) / package / "package.json"
        return str(json.loads(described.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        return "of unknown version"


def floors() -> list[Command]:
    """Return what such tools stand on: a bare Python, a bare Node, spaCy's import."""
    commands = [Command("bare Python", (sys.executable, "-c", "pass"))]
    node = shutil.which("node")
    if node is not None:
        commands.append(Command("bare Node", (node, "-e", "0")))
    if _has_spacy():
        commands.append(Command(IMPORT_SPACY, (sys.executable, "-c", "import spacy")))
    return commands


def _has_spacy() -> bool:
    from importlib.util import find_spec

    return find_spec("spacy") is not None
