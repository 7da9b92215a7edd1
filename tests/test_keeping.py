"""What kept things are named by."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from postlint import keeping, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def _written(folder: Path) -> None:
    (folder / "check.py").write_text("2", encoding="utf-8")


def _added(folder: Path) -> None:
    (folder / "below" / "other.py").write_text("", encoding="utf-8")


def _removed(folder: Path) -> None:
    (folder / "below" / "rule.yaml").unlink()


def _compiled(folder: Path) -> None:
    (folder / "__pycache__" / "check.pyc").write_bytes(b"2")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("check.py", "below/rule.yaml", "__pycache__/check.pyc"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("1", encoding="utf-8")
        os.utime(path, (1, 1))
    monkeypatch.setattr(keeping, "rules_folder", lambda: tmp_path)
    yield tmp_path
    keeping.program.cache_clear()


@pytest.mark.parametrize(
    ("change", "counts"),
    [(_written, True), (_added, True), (_removed, True), (_compiled, False)],
)
def test_another_file_makes_another_program(
    folder: Path, change: Callable[[Path], None], counts: bool
) -> None:
    keeping.program.cache_clear()
    before = keeping.program()
    change(folder)
    assert keeping.program() == before  # as long as the process lives
    keeping.program.cache_clear()
    assert (keeping.program() != before) is counts


def test_files_come_in_order_and_from_below(folder: Path) -> None:
    paths = [path for path, _, _ in shipped.files_in(str(folder))]
    assert paths == [str(folder / "below" / "rule.yaml"), str(folder / "check.py")]
