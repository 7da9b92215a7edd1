"""The command line as a user meets it: arguments in, exit status and two streams out."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from postlint.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PACK = """\
pack: ours
panel: untrue
language: any
rules:
  bad:
    severity: error
    message: "“{match}” is bad."
    why: "It is bad for us."
    how: "Say what is good."
    check: phrase
    words: [bad]
    examples: {flag: ["[[bad]]", "so [[bad]]"], pass: [good, badly]}
  weak:
    severity: warning
    message: "“{match}” is weak."
    why: "It is weak."
    how: "Say what is strong."
    check: phrase
    words: [weak]
    examples: {flag: ["[[weak]]", "so [[weak]]"], pass: [strong, weakly]}
  dull:
    severity: suggestion
    message: "“{match}” is dull."
    why: "It is dull."
    how: "Say what is not."
    check: phrase
    words: [dull]
    examples: {flag: ["[[dull]]", "so [[dull]]"], pass: [lively, dully]}
  secret:
    severity: error
    acceptable: false
    message: "“{match}” is secret."
    why: "It is secret."
    how: "Take it out."
    check: phrase
    words: [secret]
    examples: {flag: ["[[secret]]", "so [[secret]]"], pass: [open, secretly]}
  swapped:
    severity: warning
    message: "“{match}” is “{replacement}”."
    why: "It has a new name."
    how: "Say the new one."
    source: {title: A list, url: "https://example.org/list", date: 2025-01-01}
    check: swap
    swaps: {oldtown: Newtown}
    examples: {flag: ["[[Oldtown]]", "[[oldtown]]"], pass: [Newtown, old town]}
"""


class Done(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with a small pack, and go there; nothing above it is a configuration."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "rules.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "postlint.yaml").write_text("packs: [ours]\nselect: [ours]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(
    home: Path,  # noqa: ARG001 - every command runs there
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Done]:
    def run(*arguments: str, stdin: str | bytes = b"") -> Done:
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        status = main(arguments)
        return Done(status, *capsys.readouterr())

    return run
