"""Profiles: a setting of the rules for an occasion, shipped as YAML beside the packs.

A profile changes severities, leaves rules out, says what account speaks and which names it writes;
configuration and command line still win over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.config import LEVELS, NEVER, OFF
from postlint.errors import ConfigError, UsageError, did_you_mean
from postlint.posts import ACCOUNTS
from postlint.tables import rules_folder
from postlint.values import dataclass
from postlint.yamlfile import Fields, read

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Profile:
    """What a profile sets; ``about`` is its reason in one sentence."""

    name: str
    about: str
    account: str | None
    ignore: tuple[str, ...]
    severity: Mapping[str, str]
    fail_on: str | None
    names: tuple[str, ...]
    """Tables of names that win over the shipped ones."""


def names() -> tuple[str, ...]:
    """Return the names of the shipped profiles."""
    return tuple(sorted(path.stem for path in (rules_folder() / "profiles").glob("*.yaml")))


def load(name: str) -> Profile:
    """Read a shipped profile; raises ``UsageError`` for a name that is none."""
    if name not in names():
        problem = f"“{name}” is not a profile; {did_you_mean(name, names())}"
        raise UsageError(problem)
    path = rules_folder() / "profiles" / f"{name}.yaml"
    node = read(path.read_text(encoding="utf-8"), str(path), error=ConfigError)
    fields = Fields(node, str(path), ConfigError, "profile")
    severity = fields.mapping("severity", "severity list")
    profile = Profile(
        name=name,
        about=fields.text("about"),
        account=fields.choice("account", ACCOUNTS, None),
        ignore=fields.texts("ignore"),
        severity={}
        if severity is None
        else {
            str(rule): severity.choice(rule, {OFF, *LEVELS}, noun="severity, nor “off”")
            for rule in severity.keys()  # noqa: SIM118 - not a dict
        },
        fail_on=fields.choice("fail_on", {NEVER, *LEVELS}, None, "severity, nor “never”"),
        names=tuple(str(path.parent / table) for table in fields.texts("names")),
    )
    fields.done()
    return profile
