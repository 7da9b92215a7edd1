"""What a server makes ready before it forks: a child finds all that a check imports."""

from __future__ import annotations

import os
import sys
from subprocess import run
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CODE = """
import sys
import postlint.cli.app, postlint.cli.server
from postlint.cli import main, warming
warming.warm()
before = set(sys.modules)
warming.rehearse()
main(["check", "draft.md"])
main(["inspect", "draft.md"])
sys.stdout.flush()
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
DRAFT = "---\nplatform: x\n---\nPresident Okoro is a clown. It was held. Join us at noon 🎉\n"


def test_a_child_has_nothing_to_import(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    environ = {**os.environ, "POSTLINT_CACHE_DIR": str(tmp_path)}
    done = run(  # noqa: S603 - our own code
        [sys.executable, "-c", CODE], env=environ, cwd=tmp_path, capture_output=True, check=True
    )
    assert b"clown" in done.stdout
    assert done.stderr.decode().split() == []
