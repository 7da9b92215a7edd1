"""What kept things are named by."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from postlint import keeping, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _written(folder: Path) -> None:
    (folder / "check.py").write_text("2", encoding="utf-8")


def _added(folder: Path) -> None:
    (folder / "below" / "other.py").write_text("", encoding="utf-8")


def _removed(folder: Path) -> None:
    (folder / "below" / "rule.yaml").unlink()


def _compiled(folder: Path) -> None:
    (folder / "__pycache__" / "check.pyc").write_bytes(b"2")


def _opened_in_emacs(folder: Path) -> None:
    (folder / ".#check.py").symlink_to("somebody@somewhere.1")


def _touched(folder: Path) -> None:
    os.utime(folder / "check.py", (2, 2))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("check.py", "below/rule.yaml", "__pycache__/check.pyc", "kept/rules.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("1", encoding="utf-8")
        os.utime(path, (1, 1))
    monkeypatch.setattr(shipped, "rules_folder", lambda: tmp_path)
    yield tmp_path
    keeping.program.cache_clear()


def name() -> str:
    keeping.program.cache_clear()
    return keeping.program()


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        (_written, True),
        (_added, True),
        (_removed, True),
        (_touched, False),
        (_compiled, False),
        (_opened_in_emacs, False),
    ],
)
def test_another_file_makes_another_program(
    folder: Path, change: Callable[[Path], None], counts: bool
) -> None:
    before = name()
    change(folder)
    assert keeping.program() == before  # as long as the process lives
    assert (name() != before) is counts


def test_files_are_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []
    read = Path.read_bytes

    def reading(path: Path) -> bytes:
        seen.append(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", reading)
    first = name()
    assert folder / "check.py" in seen
    seen.clear()
    assert name() == first
    assert folder / "check.py" not in seen


def test_a_file_that_cannot_be_read_is_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(path: Path) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    refused = name()
    monkeypatch.undo()
    monkeypatch.setattr(shipped, "rules_folder", lambda: folder)
    assert name() != refused


@pytest.mark.usefixtures("folder")
def test_a_program_has_one_name_wherever_its_rules_stand() -> None:
    assert {"rules/check.py", "rules/below/rule.yaml", "keeping.py"} <= shipped.program().keys()
    assert not [each for each in shipped.program() if "kept/" in each or "__pycache__" in each]


def test_files_come_in_order_and_from_below(folder: Path) -> None:
    paths = [each.path for each in shipped.files_in(str(folder))]
    assert paths == [str(folder / "below" / "rule.yaml"), str(folder / "check.py")]
