"""A wheel brings what a first run would make."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the program lies as a wheel brings it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own code
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        file.extractall(folder / "installed")
    return folder / "installed"


def test_a_first_run_makes_nothing_anew(installed: Path, tmp_path: Path) -> None:
    environ = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "POSTLINT_CACHE_DIR": str(tmp_path),
        "POSTLINT_SERVER": "off",
    }
    text = "Join us in Kiev, the capital of Ukraine, on tuesday. vancouver is utilized!"
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-m", "postlint", "check", "--text", text, "-f", "concise"],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "outdated-exonym" in done.stdout
    kinds = {path.name.partition("-")[0] for path in tmp_path.iterdir()}
    assert kinds == {"program", "results"}


def test_what_is_packed_is_what_a_first_run_keeps(installed: Path) -> None:
    names = [path.name for path in (installed / "postlint" / "kept").iterdir()]
    kinds = {name.rpartition("-")[0] for name in names}
    assert kinds >= {"rules", "places", "targets", "capitals"}
    assert not [name for name in names if name.startswith(("program", "results"))]


def test_an_isolated_build_finds_its_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    told: list[dict[str, str]] = []
    monkeypatch.setattr(hook.subprocess, "run", lambda _, env, **__: told.append(env))
    monkeypatch.setattr(sys, "path", [*sys.path, "/overlay"])
    build = hook.ReadyMade(str(ROOT), {}, None, None, "", "wheel")
    with pytest.raises(RuntimeError, match="could not be kept"):  # for nothing was run
        build.initialize("standard", {"force_include": {}})
    assert "/overlay" in told[0]["PYTHONPATH"].split(os.pathsep)
