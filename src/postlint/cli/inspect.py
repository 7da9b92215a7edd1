"""``postlint inspect``: what postlint sees in a post, without judging it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from postlint.cli import output, sources
from postlint.errors import UsageError, did_you_mean
from postlint.inspection import inspect
from postlint.linter import open_document
from postlint.model import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORMATS = ("terminal", "json")


@click.command(short_help="Show what postlint sees in a post.")
@click.argument("paths", nargs=-1, metavar="[PATH...|-]")
@click.option("--text", help="Look at this text.")
@click.option(
    "-f", "--format", "format_", default="terminal", metavar="NAME", help="terminal or json."
)
@click.option(
    "--lang", metavar="CODE", help="Language of posts that name none (default: found out)."
)
@click.option("--stdin-filename", metavar="PATH", help="Name, and so format, of standard input.")
@sources.date_order
@click.option("--model", metavar="NAME|PATH", help="Another installed spaCy pipeline.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: Sequence[str],
    text: str | None,
    format_: str,
    lang: str | None,
    stdin_filename: str | None,
    date_order: str | None,
    model: str | None,
) -> int:
    """Show length per platform, names, sentences, readability and what shows before the fold."""
    if format_ not in _FORMATS:
        problem = f"--format “{format_}”: {did_you_mean(format_, _FORMATS)}"
        raise UsageError(problem)
    lang = sources.language(lang)
    seen, failed = [], False
    for item in sources.read(paths, text, stdin_filename, date_order):
        if isinstance(item, Unreadable):
            place = ":".join(str(p) for p in (item.source, item.line, item.column) if p)
            click.echo(f"postlint: {place}: {item.error}", err=True)
            failed = True
        else:
            seen.append(inspect(open_document(item, model, lang)))
    if format_ == "json":
        document = {"schema": 1, "posts": seen}
        output.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n", output.STDOUT)
    else:
        from postlint.reporters.inspection import render_inspection

        style = output.terminal_style()
        output.write("\n".join(render_inspection(post, style) for post in seen), output.STDOUT)
    return 2 if failed else 0
