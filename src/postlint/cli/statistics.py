"""``--statistics``: how many findings each rule has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import click

from postlint.cli import output
from postlint.reporters import gathered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.model import Report

FOR_PEOPLE: Final = frozenset({"terminal", "concise"})


def show(report: Report, pairs: Sequence[tuple[str, str]]) -> None:
    """Print the rules by their number of findings; beside a report for programs, to stderr."""
    taken = any(file == output.STDOUT and name not in FOR_PEOPLE for name, file in pairs)
    click.echo(table(report), err=taken, nl=False)


def table(report: Report) -> str:
    """Return one line for each rule: count, severity and id, the most frequent first.

    A post that goes to several platforms counts once; a rule whose severity
    guards have lowered has a line for each.
    """
    found = Counter((each.severity, each.rule.id) for _, each in gathered.findings(report))
    ranked = sorted(found.items(), key=lambda item: (-item[1], -item[0][0], item[0][1]))
    return "".join(f"{count:>6,}  {rank.word:<10}  {rule}\n" for (rank, rule), count in ranked)
