"""What is kept between runs: the same rules, in a private folder, and nothing that can do harm."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from postlint import gazetteer, packs, posts, runner, tables
from postlint.cli import main
from postlint.linter import Linter
from postlint.packs import shelf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache" / "postlint"
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(folder))
    return folder


def test_the_second_run_takes_what_the_first_has_kept(place: Path) -> None:
    assert shelf.take() is None
    first, second = packs.combine(examples=False), packs.combine(examples=False)
    assert [rule.id for rule in first] == [rule.id for rule in second]
    assert all(rule.sign is not None and not rule.flag for rule in second)
    assert stat.S_IMODE(place.stat().st_mode) == 0o700 or sys.platform == "win32"


@pytest.mark.usefixtures("place")
def test_kept_rules_find_the_same() -> None:
    packs.combine(examples=False)
    fresh = Linter(runner.compiled(packs.shipped()))
    kept = Linter(runner.compiled(packs.combine(examples=False)))
    texts = [example.text for rule in packs.shipped()[::4] for example in rule.flag[:1]]
    read = [posts.from_values(text, {"lang": "en"}, "x") for text in texts]
    pairs = zip(fresh.lint(read), kept.lint(read), strict=True)
    for one, other in pairs:
        assert [(f.rule.id, f.span, f.severity, f.message) for f in one.findings] == [
            (f.rule.id, f.span, f.severity, f.message) for f in other.findings
        ]


@pytest.mark.parametrize("content", [b"", b"{", b'{"rules": [{}]}', b"[1]", b"\xff\xfe"])
def test_a_damaged_file_is_made_anew(place: Path, cache_folder: Path, content: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POSTLINT_CACHE_DIR", str(cache_folder))
        packs.combine(examples=False)
    kept = max(cache_folder.glob("rules-*.json"), key=lambda path: path.stat().st_mtime)
    place.mkdir(parents=True, mode=0o700)
    (place / kept.name).write_bytes(content)
    assert shelf.take() is None
    assert len(packs.combine(examples=False)) == len(packs.shipped())
    assert shelf.take() is not None


def test_a_folder_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert packs.combine(examples=False)


def test_tables_and_places_are_kept_and_mean_the_same(place: Path) -> None:
    def seen() -> object:
        gazetteer._built.cache_clear()
        gazetteer._known.cache_clear()
        tables.load.cache_clear()
        known = {name: gazetteer.about(name) for name in gazetteer.names()}
        return known, {name: tables.load(name).rows for name in tables.names()}

    fresh = seen()
    assert {path.name.rpartition("-")[0] for path in place.iterdir()} >= {
        "places",
        *(f"table-{name}" for name in tables.names()),
    }
    assert seen() == fresh


@pytest.mark.parametrize("content", [b"", b"[1]", b"{}", b'[1, 1, {"": 3}]'])
def test_a_damaged_table_is_read_anew(place: Path, content: bytes) -> None:
    tables.load.cache_clear()
    rows = tables.load("confusables").rows
    for kept in place.glob("table-confusables-*.json"):
        kept.write_bytes(content)
    tables.load.cache_clear()
    assert tables.load("confusables").rows == rows


def test_no_cache_keeps_no_findings(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--no-cache", "--text", "Good morning, Halifax!", "-f", "concise"]) == 0
    assert not list(place.glob("results-*"))
    capsys.readouterr()
