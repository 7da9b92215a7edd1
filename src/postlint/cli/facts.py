"""``postlint facts``: look after the mission's own fact sheets."""

from __future__ import annotations

from datetime import date

import click

from postlint import facts
from postlint.errors import UsageError

NO_FACTS = 0


@click.group(short_help="Check a mission's fact sheets.")
def command() -> None:
    """Look after the mission's own facts: people, figures, contacts, handles, names."""


@command.command("check", short_help="Validate a mission file or fact sheet.")
@click.argument("file")
@click.option("--now", metavar="DATE", help="Judge staleness on this day (default: today).")
def check(file: str, now: str | None) -> int:
    """Validate FILE, a mission file or fact sheet: list what is past its date or in doubt.

    In doubt are two values for one thing, and handles without their @.

    Exit status: 0 all current, 1 something is past its date or in doubt, 2 the
    file cannot be used.
    """
    try:
        today = date.today() if now is None else date.fromisoformat(now)  # noqa: DTZ011 - a local day
    except ValueError:
        problem = f"--now “{now}”: write a day such as 2026-11-24"
        raise UsageError(problem) from None
    sheet = facts.load(file)
    every = sheet.dated()
    past = 0
    for name, dated, problem in facts.stale(sheet, today):
        past += dated.stale(today)
        click.echo(f"{dated.path}:{dated.line}: {name} {problem} (source: {dated.source.title})")
    doubtful = list(dict.fromkeys(facts.doubts(sheet)))
    for name, dated, problem in doubtful:
        click.echo(f"{dated.path}:{dated.line}: {name} {problem}")
    found = f"{past} past their date" + (f", {len(doubtful)} in doubt" if doubtful else "")
    click.echo(f"{sheet.mission}: {len(every)} facts, {found}")
    return 1 if past or doubtful else 0
