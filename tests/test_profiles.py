from __future__ import annotations

import pytest

from postlint import packs, profiles, runner
from postlint.cli import main
from postlint.errors import UsageError


@pytest.mark.parametrize("name", profiles.names())
def test_a_profile_names_only_rules_that_exist(name: str) -> None:
    profile = profiles.load(name)
    rules = runner.choose(packs.shipped(), ignore=profile.ignore, severity=profile.severity)
    assert rules
    assert profile.about


def test_an_unknown_profile_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean “crisis”"):
        profiles.load("crises")


BORING = "The Embassy of Canada is pleased to announce the launch of the 2026 programme."


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--text", BORING], 0),
        (["--text", BORING, "--profile", "queue"], 1),
        (["--text", BORING, "--profile", "crisis"], 0),
        (["--text", BORING, "--profile", "queue", "--fail-on", "error"], 0),
        (["--text", "Hearing reports of an explosion near the port."], 0),
        (["--text", "Hearing reports of an explosion near the port.", "--profile", "crisis"], 1),
    ],
    ids=["usual", "queue", "crisis mutes boring", "option wins", "rumour", "rumour in a crisis"],
)
def test_a_profile_changes_the_outcome(
    arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", "concise", *arguments]) == status
    capsys.readouterr()
