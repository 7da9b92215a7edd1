"""``postlint check``: the main job."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from postlint import __version__, runner
from postlint.cli import output, rulebook, sources
from postlint.config import LEVELS, NEVER
from postlint.document import DEFAULT_PLATFORM
from postlint.errors import UsageError, did_you_mean
from postlint.linter import Linter
from postlint.model import Acceptance
from postlint.platforms import PLATFORMS
from postlint.reporters import REPORTERS, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.model import Report

_MANY = 200
_REASON = 3


class PairedCommand(click.Command):
    """A command that remembers which --output belongs to which --format."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the order of the raw arguments, which click does not tell."""
        ctx.meta["pairs"] = output.pair(args)
        return super().parse_args(ctx, args)


def _accept(values: Sequence[str]) -> tuple[Acceptance, ...]:
    found = []
    for value in values:
        rule, equals, reason = value.partition("=")
        if not equals or len(reason.split()) < _REASON:
            problem = f"--accept “{value}”: write RULE=reason, the reason in three words or more"
            raise UsageError(problem)
        found.append(Acceptance(rule.strip(), reason.strip(), by="command line"))
    return tuple(found)


def _day(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        problem = f"--now “{value}”: write a day such as 2026-11-24"
        raise UsageError(problem) from None


def _progress() -> Callable[[int], None]:
    """Return a counter for standard error where it is a terminal and somebody waits."""
    if not sys.stderr.isatty():
        return lambda _: None

    def show(done: int) -> None:
        if done % _MANY == 0:
            click.echo(f"\r{done:,} posts checked", nl=False, err=True)

    return show


def _status(report: Report, fail_on: str) -> int:
    if report.unreadable:
        return 2
    lowest = rulebook.threshold(fail_on)
    worst = max((f.severity for r in report.results for f in r.findings), default=0)
    return 1 if worst >= lowest else 0


@click.command(cls=PairedCommand, short_help="Judge posts: the main job.")
@click.argument("paths", nargs=-1, metavar="[PATH...|-]")
@click.option("--text", help="Check this text.")
@click.option("--platform", metavar="NAME", help="Platform of posts that name none (default: x).")
@click.option(
    "--lang", metavar="CODE", help="Language of posts that name none (default: found out)."
)
@click.option("-f", "--format", multiple=True, metavar="NAME", help="terminal, concise or json.")
@click.option("-o", "--output", multiple=True, metavar="FILE", help="File of the format before it.")
@rulebook.options
@click.option("--fail-on", metavar="LEVEL", help="error, warning, suggestion or never.")
@click.option("--stdin-filename", metavar="PATH", help="Name, and so format, of standard input.")
@click.option("--now", metavar="DATE", help="Check dates against this day.")
@click.option(
    "--accept", multiple=True, metavar="RULE=REASON", help="Accept a risk, with a reason."
)
@click.option("--model", metavar="NAME|PATH", help="Another installed spaCy pipeline.")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> int:
    """Check drafts and queues: files, folders, - for standard input, or --text.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong use or
    something unreadable, 3 a bug in postlint.
    """
    base = rulebook.settings(given["config_path"], given["profile"])
    fail_on = given["fail_on"] or base.fail_on or "error"
    _known("--fail-on", fail_on, {NEVER, *LEVELS})
    platform = given["platform"] or base.platform or DEFAULT_PLATFORM
    _known("--platform", platform, set(PLATFORMS))
    for name, _ in ctx.meta["pairs"]:
        _known("--format", name, set(REPORTERS))
    chosen = rulebook.rules(
        base, given["packs"], given["select"], given["ignore"], given["severity"]
    )
    accepted = _accept(given["accept"])
    for acceptance in accepted:
        _known("--accept", acceptance.rule, {rule.id for rule in chosen})
    linter = Linter(
        runner.compiled(chosen),
        model=given["model"] or base.model,
        today=_day(given["now"]),
        platform=platform,
        language=given["lang"] or base.language,
        account=base.account,
        accept=accepted,
    )
    read = sources.read(given["paths"], given["text"], given["stdin_filename"])
    report = runner.run(linter, read, __version__, _progress())
    for name, file in ctx.meta["pairs"]:
        style = output.terminal_style() if file == output.STDOUT else Style()
        output.write(REPORTERS[name].render(report, style), file)
    return _status(report, fail_on)


def _known(option: str, value: str, allowed: set[str]) -> None:
    if value not in allowed:
        problem = f"{option} “{value}”: {did_you_mean(value, allowed)}"
        raise UsageError(problem)
