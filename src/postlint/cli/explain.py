"""``postlint explain``: a page about one rule that one would send to a colleague."""

from __future__ import annotations

import sys
import textwrap
from typing import TYPE_CHECKING

import click

from postlint import naming
from postlint.cli import output, rulebook
from postlint.model import PANEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.model import Example, Rule


def _marked(example: Example) -> str:
    text = example.text
    for span in sorted(example.spans, reverse=True):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    context = ", ".join(f"{k}: {v}" for k, v in example.context.items() if k != "severity")
    return text + (f"   ({context})" if context else "")


def page(rule: Rule, width: int) -> Iterator[str]:
    """Yield the lines of the page."""

    def part(label: str, text: str) -> Iterator[str]:
        yield from textwrap.wrap(
            text,
            width,
            initial_indent=f"{label:<9}",
            subsequent_indent=" " * 9,
            break_long_words=False,
            break_on_hyphens=False,
        )

    yield rule.id
    serves = f"{rule.severity.word} · {PANEL[rule.panel]}"
    yield f"{serves} · language: {rule.language} · check: {rule.kind}"
    yield ""
    yield from part("why", rule.why)
    yield from part("instead", rule.how)
    if rule.source is not None:
        dated = f" ({rule.source.date})" if rule.source.date else ""
        yield from part("source", f"{rule.source.title}{dated}")
        if rule.source.url:
            yield f"{'':9}{rule.source.url}"
    silent = [name for name, _ in rule.unless]
    if silent:
        yield from part("silent", "where it is " + ", ".join(dict.fromkeys(silent)))
    if rule.lower:
        lowered = ", ".join(f"{name} → {level.word}" for name, _, level in rule.lower)
        yield from part("milder", lowered)
    if not rule.acceptable:
        yield from part("risk", "This one cannot be accepted with a reason: take it out.")
    for title, examples in (("It flags", rule.flag), ("It leaves alone", rule.quiet)):
        yield ""
        yield title
        for example in examples:
            for line in _marked(example).split("\n"):
                yield from textwrap.wrap(
                    line,
                    width,
                    initial_indent="  · ",
                    subsequent_indent="    ",
                    break_long_words=False,
                    break_on_hyphens=False,
                )


@click.command(short_help="Say what a rule is for, and what to write instead.")
@click.argument("rule")
@click.option("--pack", "packs", multiple=True, metavar="DIR", help="Add a pack folder.")
@click.option("--config", "config_path", metavar="FILE", help="Configuration file.")
def command(rule: str, packs: Sequence[str], config_path: str | None) -> int:
    """Explain RULE: what, why, what instead, who says so, and examples."""
    every = rulebook.known(rulebook.settings(config_path), packs)
    width = min(88, output.terminal_style().width)
    text = "\n".join(page(naming.find(every, rule), width)) + "\n"
    output.write(output.plain(text, sys.stdout.encoding), output.STDOUT)
    return 0
