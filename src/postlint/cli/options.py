"""The options of ``postlint check``, in the order in which its help shows them."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, Final

import click

from postlint.cli import rulebook, sources
from postlint.reporters import REPORTERS

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS: Final[tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...]] = (
    click.argument("paths", nargs=-1, metavar="[PATH...|-]"),
    click.option("--text", help="Check this text."),
    click.option(
        "--platform",
        "platforms",
        multiple=True,
        metavar="NAME",
        help="Platform of posts that name none (default: x); may be repeated.",
    ),
    click.option(
        "--lang", metavar="CODE", help="Language of posts that name none (default: found out)."
    ),
    click.option(
        "-f",
        "--format",
        multiple=True,
        metavar="NAME",
        help="One of: " + ", ".join(REPORTERS) + ".",
    ),
    click.option(
        "-o", "--output", multiple=True, metavar="FILE", help="File of the format before it."
    ),
    rulebook.options,
    click.option(
        "--fail-on",
        metavar="LEVEL",
        help="Exit with 1 from here up: error (the default), warning, suggestion or never.",
    ),
    click.option(
        "--stdin-filename", metavar="PATH", help="Name, and so format, of standard input."
    ),
    sources.date_order,
    click.option("--now", metavar="DATE", help="Check dates against this day."),
    click.option(
        "--accept", multiple=True, metavar="RULE=REASON", help="Accept a risk, with a reason."
    ),
    click.option(
        "--mission", metavar="FILE", help="The mission's own facts, to hold posts against."
    ),
    click.option("--model", metavar="NAME|PATH", help="Another installed spaCy pipeline."),
    click.option("--no-cache", is_flag=True, help="Judge every post anew, and keep no findings."),
    click.option("--fix", is_flag=True, help="Make the fixes that cannot change what a post says."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the others too."),
    click.option("--diff", is_flag=True, help="Show what --fix would change; write nothing."),
    click.option(
        "--exclude", multiple=True, metavar="PATTERN", help="Files not to check, named ones too."
    ),
    click.option("--baseline", metavar="FILE", help="Known findings, which are not told again."),
    click.option("--write-baseline", metavar="FILE", help="Write what is found now as a baseline."),
    click.option(
        "--jobs",
        type=click.IntRange(min=0),
        metavar="N",
        help="Processes that share a long queue; else as many as pay. 0: one for each processor.",
    ),
    click.option(
        "--watch",
        is_flag=True,
        help="Check again after each change of posts, configuration, packs or facts.",
    ),
    click.option("--statistics", is_flag=True, help="Count the findings by rule."),
)


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add them to the command."""
    return reduce(lambda made, option: option(made), reversed(OPTIONS), command)
