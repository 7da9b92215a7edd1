"""Continuous integration in one paste: what its files ask for works, as far as it runs here."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from postlint import posts

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
POSTLINT = Path(sys.executable).with_name("postlint")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((ROOT / "templates" / "gitlab-ci.yml").read_text("utf-8"))
BAD_LINE = 22

needs_bash = pytest.mark.skipif(
    not (shutil.which("bash") and POSTLINT.exists()), reason="runs the installed command in bash"
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Copy the example repository."""
    return shutil.copytree(ROOT / "examples" / "ci", tmp_path / "ci")


def accept(repository: Path) -> None:
    """Take the # from the lines that accept the risk."""
    queue = repository / "queue" / "week.yaml"
    text = re.sub(r"^    # (?=accept|  )", "    ", queue.read_text("utf-8"), flags=re.MULTILINE)
    queue.write_text(text, encoding="utf-8")


def bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{POSTLINT.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(  # noqa: S603 - our own script
        ["bash", "-eo", "pipefail", "-c", script],  # noqa: S607 - where bash is, the path says
        cwd=folder,
        env={**os.environ, "PATH": path, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


# ---------------------------------------------------------------- the example repository


@needs_bash
@pytest.mark.parametrize("accepted", [False, True], ids=["as it is", "accepted"])
def test_the_one_bad_post_fails_until_its_risk_is_accepted(
    accepted: bool, repository: Path
) -> None:
    if accepted:
        accept(repository)
    done = bash("postlint check queue --format json", repository)
    summary = json.loads(done.stdout)["summary"]
    assert done.returncode == (0 if accepted else 1)
    assert (summary["error"], summary["accepted"]) == ((0, 1) if accepted else (1, 0))


@needs_bash
def test_a_broken_configuration_fails_the_job(repository: Path) -> None:
    (repository / "postlint.yaml").write_text("profil: queue\n")
    done = bash("postlint check queue", repository)
    assert done.returncode == 2
    assert "did you mean “profile”" in done.stderr


# ---------------------------------------------------------------- GitHub


def test_every_input_of_the_action_is_declared_and_used() -> None:
    used = set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert used == ACTION["inputs"].keys()
    assert all({"description", "default"} == each.keys() for each in ACTION["inputs"].values())
    assert ACTION["runs"]["using"] == "composite"
    assert all("shell" in step for step in ACTION["runs"]["steps"] if "run" in step)


def test_no_input_becomes_part_of_a_script() -> None:
    assert not [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]


def inputs(**given: str) -> dict[str, str]:
    """Return the variables of the step that checks, as the runner fills them in."""
    values = {name: each["default"] for name, each in ACTION["inputs"].items()}
    values |= {name.replace("_", "-"): value for name, value in given.items()}
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
    names = {key: re.search(r"inputs\.([a-z-]+)", text) for key, text in step["env"].items()}
    return {key: values[found[1]] for key, found in names.items() if found}


@pytest.fixture
def action(repository: Path, tmp_path: Path) -> Callable[..., tuple[Any, Path]]:
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")

    def action(**given: str) -> tuple[Any, Path]:
        runner = {
            "POSTLINT": str(POSTLINT),
            "RUNNER_TEMP": str(tmp_path),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        }
        return bash(step["run"], repository, **inputs(**given), **runner), tmp_path

    return action


@needs_bash
def test_the_action_annotates_and_reports(
    action: Callable[..., tuple[Any, Path]], repository: Path
) -> None:
    done, runner = action(paths="queue", sarif="postlint.sarif")
    assert done.returncode == 1, done.stderr
    assert f"file=queue/week.yaml,line={BAD_LINE}" in done.stdout
    assert (runner / "output").read_text() == "status=1\n"
    assert "jerk" in (runner / "summary").read_text("utf-8")
    sarif = json.loads((repository / "postlint.sarif").read_text("utf-8"))
    assert [each["ruleId"] for each in sarif["runs"][0]["results"]] == [
        "embarrass-government/insulted-leader"
    ]


HOSTILE = "queue; touch pwned\n$(touch pwned)\n`touch pwned`"


@needs_bash
@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"paths": "queue", "fail-on": "never"}, 0),
        ({"paths": "queue", "args": "--select\nboring"}, 0),
        ({"paths": "queue", "config": "none.yaml"}, 2),
        ({"paths": "nowhere"}, 2),
        ({"paths": "queue", "fail-on": "sometimes"}, 2),
        ({"paths": "queue", "summary": "false"}, 1),
        ({"paths": HOSTILE}, 2),
    ],
    ids=lambda value: ascii(value)[:60],
)
def test_the_action_fails_as_the_command_does(
    given: dict[str, str],
    status: int,
    action: Callable[..., tuple[Any, Path]],
    repository: Path,
) -> None:
    done, runner = action(**{key.replace("-", "_"): value for key, value in given.items()})
    assert done.returncode == status, done.stderr
    assert (runner / "output").read_text() == f"status={status}\n"
    assert not (repository / "pwned").exists()


# ---------------------------------------------------------------- GitLab and pre-commit


@needs_bash
def test_the_gitlab_job_writes_its_reports(repository: Path) -> None:
    (script,) = GITLAB["postlint"]["script"]
    done = bash(script, repository, **{**GITLAB["variables"], "POSTLINT_PATHS": "queue"})
    assert done.returncode == 1, done.stderr
    wanted = GITLAB["postlint"]["artifacts"]["reports"]
    issues = json.loads((repository / wanted["codequality"]).read_text("utf-8"))
    assert [issue["location"]["path"] for issue in issues] == ["queue/week.yaml"]
    assert "<testsuites" in (repository / wanted["junit"]).read_text("utf-8")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_takes_what_the_readers_read(hook: dict[str, Any]) -> None:
    wanted = {end for ends in posts.ENDINGS.values() for end in ends}
    taken = {f".{end}" for end in re.findall(r"\w+", hook["files"].partition("(")[2])}
    assert wanted - {".markdown", ".text"} <= taken
    for name in ("postlint.yaml", "a/week.alt.yaml", "README.md", ".gitlab-ci.yml"):
        assert re.search(hook["exclude"], name)
    assert not re.search(hook["exclude"], "queue/week.yaml")
