"""``postlint explain``: a page about one rule that one would send to a colleague."""

from __future__ import annotations

import sys
import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from postlint import naming
from postlint.cli import cases, output, rulebook, rulepage
from postlint.cli.marking import marked
from postlint.errors import UsageError, did_you_mean
from postlint.reporters import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.cli.cases import Case
    from postlint.model import Rule
    from postlint.reporters import Style

FORMATS: Final = ("terminal", "markdown")
WIDEST: Final = 88
LABEL: Final = 9
BAR: Final = "  │ "
SECTIONS: Final = ("It flags what is marked", "It leaves alone")


def page(rule: Rule, style: Style) -> Iterator[str]:
    """Yield the lines of the page for a terminal."""
    yield rule.id
    yield rulepage.head(rule)
    yield ""
    for label, text in rulepage.parts(rule):
        yield from _wrapped(text, style.width, f"{label:<{LABEL}}", " " * LABEL)
        if label == "source" and rule.source and rule.source.url:
            yield f"{'':{LABEL}}{rule.source.url}"
    for title, examples in zip(SECTIONS, (rule.flag, rule.quiet), strict=True):
        yield from ("", title)
        for example in examples:
            yield ""
            yield from _shown(cases.case_of(example), style)


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _earlier(case: Case) -> Iterator[tuple[str, Case]]:
    for number, earlier in enumerate(case.before):
        yield ("And:" if number else "Already in the queue:"), earlier


def _said(case: Case) -> str:
    """Return the line above a post; behind others of its queue it always has one."""
    said = case.setting[:1].lower() + case.setting[1:] if case.before else case.setting
    said = ", ".join(filter(None, ["Then" if case.before else "", said]))
    return f"{said}:" if said else ""


def _shown(case: Case, style: Style) -> Iterator[str]:
    for title, earlier in _earlier(case):
        yield f"  {title}"
        yield from _shown(earlier, style)
    yield from _wrapped(_said(case), style.width, "  ", "  ")
    text = case.text or "(no text)"
    for line in marked(text, case.spans, style.width - len(BAR), color=style.color):
        yield (BAR + line).rstrip()


def document(rule: Rule) -> Iterator[str]:
    """Yield the lines of the page as Markdown."""
    yield f"# {escaped.code(rule.id)}"
    yield from ("", escaped.markdown(rulepage.head(rule)), "")
    for label, text in rulepage.parts(rule):
        url = escaped.web_address(rule.source.url if rule.source else None)
        linked = label == "source" and url
        words = f"[{escaped.markdown(text)}]({url})" if linked else escaped.markdown(text)
        words = escaped.code(text) if label == "accept" and rule.acceptable else words
        yield f"- **{label}** {words}"
    for title, examples in zip(SECTIONS, (rule.flag, rule.quiet), strict=True):
        yield from ("", f"## {title}")
        for example in examples:
            yield ""
            yield from _quoted(cases.case_of(example))


def _quoted(case: Case) -> Iterator[str]:
    for title, earlier in _earlier(case):
        yield from (title, "")
        yield from _quoted(earlier)
        yield ""
    if said := _said(case):
        yield from (escaped.markdown(said), "")
    text, last = "", 0
    for span in sorted(case.spans):
        text += _kept(case.text[last : span.start])
        text += f"<mark>{_kept(span.of(case.text))}</mark>"
        last = span.end
    text += _kept(case.text[last:])
    yield from (f"> {line}".rstrip() for line in (text or "(no text)").split("\n"))


def _kept(text: str) -> str:
    """Escape a piece of a post line by line, and keep the blanks at its ends."""
    lines = []
    for line in text.split("\n"):
        inside = escaped.markdown(line)
        head = " " if inside and line[:1].isspace() else ""
        tail = " " if line[-1:].isspace() else ""
        lines.append(head + inside + tail)
    return "\n".join(lines)


@click.command(short_help="Say what a rule is for, and what to write instead.")
@click.argument("rule")
@click.option(
    "-f", "--format", "format_", default="terminal", metavar="NAME", help="terminal or markdown."
)
@click.option("--pack", "packs", multiple=True, metavar="DIR", help="Add a pack folder.")
@click.option("--config", "config_path", metavar="FILE", help="Configuration file.")
def command(rule: str, format_: str, packs: Sequence[str], config_path: str | None) -> int:
    """Explain RULE: what, why, what instead, who says so, and examples.

    RULE is an id (pack/name), or a name that only one pack uses.
    """
    if format_ not in FORMATS:
        problem = f"--format “{format_}”: {did_you_mean(format_, FORMATS)}"
        raise UsageError(problem)
    from postlint.packs import with_examples

    every = rulebook.known(rulebook.settings(config_path), packs)
    found = with_examples(naming.find(every, rule))
    style = output.terminal_style()
    style = replace(style, width=min(WIDEST, style.width))
    lines = document(found) if format_ == "markdown" else page(found, style)
    output.write(output.plain("\n".join(lines) + "\n", sys.stdout.encoding), output.STDOUT)
    return 0
