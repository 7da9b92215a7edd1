"""``postlint rules``: every rule, by pack."""

from __future__ import annotations

import json
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import click

from postlint.cli import output, rulebook
from postlint.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.model import Rule

_FORMATS = ("terminal", "json")


def _listed(rules: Sequence[Rule], width: int) -> str:
    lines: list[str] = []
    for pack in dict.fromkeys(rule.pack for rule in rules):
        own = [rule for rule in rules if rule.pack == pack]
        lines.append(f"{pack} ({len(own)})")
        for rule in own:
            name = rule.id.partition("/")[2]
            lines.append(f"  {name:<28} {rule.severity.word:<10} {rule.language}")
            lines += textwrap.wrap(
                rule.summary, width, initial_indent="      ", subsequent_indent="      "
            )
        lines.append("")
    return "\n".join(lines)


@click.command(short_help="List every rule.")
@click.option(
    "-f", "--format", "format_", default="terminal", metavar="NAME", help="terminal or json."
)
@rulebook.options
def command(
    format_: str,
    config_path: str | None,
    packs: Sequence[str],
    profile: str | None,
    **given: Any,
) -> int:
    """List every rule: id, severity, language and what it is for."""
    if format_ not in _FORMATS:
        problem = f"--format “{format_}”: {did_you_mean(format_, _FORMATS)}"
        raise UsageError(problem)
    chosen = rulebook.rules(rulebook.settings(config_path, profile), packs, examples=False, **given)
    if format_ == "terminal":
        text = _listed(chosen, min(100, output.terminal_style().width))
        output.write(output.plain(text, sys.stdout.encoding), output.STDOUT)
        return 0
    listed = [
        {
            "id": rule.id,
            "pack": rule.pack,
            "severity": rule.severity.word,
            "language": rule.language,
            "summary": rule.summary,
        }
        for rule in chosen
    ]
    output.write(json.dumps({"rules": listed}, ensure_ascii=False, indent=2) + "\n", output.STDOUT)
    return 0
