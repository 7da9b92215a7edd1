"""The settings and rules that a command's options ask for."""

from __future__ import annotations

import os
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from postlint.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from postlint.config import Settings
    from postlint.facts import Facts
    from postlint.model import Rule


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose rules to a command."""
    for option in reversed(
        [
            click.option(
                "--pack", "packs", multiple=True, metavar="DIR", help="Add a pack folder."
            ),
            click.option(
                "--select",
                multiple=True,
                metavar="RULE|PACK",
                help="Only these: a rule, a pack, or a pattern such as 'untrue/*'.",
            ),
            click.option(
                "--ignore",
                multiple=True,
                metavar="RULE|PACK",
                help="Not these.",
            ),
            click.option(
                "--severity",
                multiple=True,
                metavar="RULE=LEVEL",
                help="Another severity: error, warning, suggestion or off.",
            ),
            click.option("--config", "config_path", metavar="FILE", help="Configuration file."),
            click.option(
                "--profile", metavar="NAME", help="mission, ambassador, crisis, queue or un."
            ),
        ]
    ):
        command = option(command)
    return command


def mission(base: Settings, path: str | None) -> Facts | None:
    """Return the mission's own facts: of the file asked for, else of the configuration's."""
    where = path or base.mission
    if where is None:
        return None
    from postlint import facts

    return facts.load(where)


def settings(config_path: str | None, profile: str | None = None) -> Settings:
    """Return what the configuration, asked for or the nearest, says over its profile."""
    from postlint import config
    from postlint.config import Settings

    path = config_path or config.find(Path.cwd())
    base = Settings() if path is None else config.load(path)
    name = profile or base.profile
    if name is None:
        return base
    from postlint import profiles

    below = profiles.load(name)
    return replace(
        base,
        ignore=(*below.ignore, *base.ignore),
        severity={**below.severity, **base.severity},
        account=base.account or below.account,
        fail_on=base.fail_on or below.fail_on,
        names=(*below.names, *base.names),
    )


def files(base: Settings, facts: Facts | None, given: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the files and folders on which a run rests, besides its posts.

    Where there is no configuration, the places where one may appear are among them.
    """
    from postlint import config

    nearest = [str(Path.cwd() / name) for name in config.NAMES]
    named = [given["config_path"] or base.path, given["mission"] or base.mission]
    known = [each for each in [*named, given["baseline"]] if each]
    sheets = facts.files if facts is not None else ()
    return (*nearest, *known, *base.packs, *given["packs"], *sheets)


def parse_severities(pairs: Sequence[str]) -> dict[str, str]:
    """Return RULE=LEVEL options as a mapping; raises ``UsageError``."""
    from postlint.config import LEVELS, OFF

    found = {}
    for pair in pairs:
        rule, equals, level = pair.partition("=")
        if not equals or level not in {OFF, *LEVELS}:
            hint = did_you_mean(level, {OFF, *LEVELS}) if equals else "write RULE=LEVEL"
            problem = f"--severity “{pair}”: {hint}"
            raise UsageError(problem)
        found[rule] = level
    return found


def rules(  # noqa: PLR0913 - one parameter an option
    base: Settings,
    pack_folders: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Sequence[str] = (),
    *,
    examples: bool = True,
) -> tuple[Rule, ...]:
    """Return the rules of a run; options add to the file, and win over it."""
    from postlint import packs, runner

    every = packs.combine([*base.packs, *pack_folders], examples=examples)
    every = packs.with_names(every, base.names)
    chosen = replace(
        base,
        select=tuple(select) or base.select,
        ignore=(*base.ignore, *ignore),
        severity={**base.severity, **parse_severities(severity)},
    )
    return runner.choose(every, chosen.select, chosen.ignore, chosen.severity)


def known(base: Settings, pack_folders: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Return every rule that there is, those that are not selected too, as the file grades them.

    To be named and described: those of the shipped packs may come without examples.
    """
    from postlint import packs, runner
    from postlint.config import OFF

    severity = {name: level for name, level in base.severity.items() if level != OFF}
    every = packs.combine([*base.packs, *pack_folders], examples=False)
    every = packs.with_names(every, base.names)
    return runner.choose(every, severity=severity)


def excluded(base: Settings, patterns: Sequence[str] = ()) -> Callable[[str], bool]:
    """Return who tells whether a path is not to be checked, even where it is named.

    The file's patterns are meant from its own folder, those of options from
    here. A pattern matches a path or a folder above it; one without a slash,
    any part of it.
    """
    home = Path(base.path).parent if base.path else Path.cwd()
    every = [(home, each) for each in base.exclude] + [(Path.cwd(), each) for each in patterns]

    def is_excluded(path: str) -> bool:
        return any(_lies_in(path, folder, pattern) for folder, pattern in every)

    return is_excluded


def _lies_in(path: str, folder: Path, pattern: str) -> bool:
    parts = Path(os.path.relpath(path, folder)).parts
    pattern = pattern.removeprefix("./").rstrip("/")
    above = ("/".join(parts[: count + 1]) for count in range(len(parts)))
    return any(fnmatchcase(each, pattern) for each in (*parts, *above))


def threshold(word: str) -> int:
    """Return the lowest severity that makes a run fail; above all of them for “never”."""
    from postlint.config import LEVELS, NEVER

    return max(LEVELS.values()) + 1 if word == NEVER else LEVELS[word]
