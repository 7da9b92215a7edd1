"""``postlint pack``: test a pack by its examples, start one, print the schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from postlint import packs
from postlint.cli import output
from postlint.errors import UsageError
from postlint.linter import Linter
from postlint.reporters.words import many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.facts import Facts
    from postlint.model import Finding, Post, Rule
    from postlint.queues import Queue

_TEMPLATE = """# A pack of our own: rules are data, and their examples are their tests.
# postlint pack test {folder}
# postlint check --pack {folder} drafts/
pack: {name}
panel: boring                # which of the panel's four rules it serves
language: en                 # en, fr or any

# Change what the shipped packs do:
# extends: [boring]
words:
  worn-out: [synergy, paradigm shift]

rules:
  worn-out-words:
    severity: suggestion
    message: "“{{match}}” is worn out."
    why: "Nobody outside the building says it."
    how: "Say what happens, to whom."
    check: phrase
    words: ${{worn-out}}
    unless: [quoted, name]
    examples:
      flag:
        - "We are looking for [[synergy]] with our partners."
        - "It is a [[paradigm shift]] for ports."
      pass:
        - "Synergy Brewing opens its doors on Friday."
        - "“A paradigm shift,” the minister said, and laughed."
"""


@click.group(short_help="Test, start or describe rule packs.")
def command() -> None:
    """Test, start or describe rule packs."""


@command.command("test")
@click.argument("folders", nargs=-1, metavar="[DIR...]")
def test(folders: Sequence[str]) -> int:
    """Run the examples of packs (default: all shipped ones)."""
    from postlint.packs import testing

    rules = _rules(folders)
    examples, failures = 0, 0
    for rule in rules:
        compiled = packs.compile_rule(rule)

        def find(
            post: Post,
            facts: Facts | None,
            queue: Queue | None,
            compiled: packs.CompiledRule = compiled,
        ) -> list[Finding]:
            linter = Linter([compiled], facts=facts)
            results = list(linter.lint(queue.posts if queue else [post], queue))
            own = results[-len(post.platforms or "x") :]
            return [finding for result in own for finding in result.findings]

        examples += len(rule.flag) + len(rule.quiet)
        for failure in testing.run(rule, find):
            failures += 1
            click.echo(f"{rule.path}:{failure.example.line}: {rule.id}: {failure.problem}")
            click.echo(f"    {failure.example.text}")
    word = "pass" if not failures else f"— {failures} failed"
    click.echo(f"{many(len(rules), 'rule')}, {many(examples, 'example')} {word}")
    return 1 if failures else 0


def _rules(folders: Sequence[str]) -> tuple[Rule, ...]:
    """Return a folder's own rules; those that it merely extends are tested where they live."""
    if not folders:
        return packs.shipped()
    found: list[Rule] = []
    for folder in folders:
        name = Path(folder).name
        known = name in packs.SHIPPED and not Path(folder).is_dir()
        rules = packs.shipped([name]) if known else packs.load(folder).rules
        inside = str(Path(folder))
        found += [rule for rule in rules if known or rule.path.startswith(inside)]
    return tuple(found)


@command.command("new")
@click.argument("folder", metavar="DIR")
def new(folder: str) -> int:
    """Start a pack in DIR, with one rule that works."""
    path = Path(folder)
    target = path / "rules.yaml"
    if target.exists():
        problem = f"{target}: is there already; nothing was changed"
        raise UsageError(problem)
    name = "-".join("".join(c if c.isalnum() else " " for c in path.name.lower()).split()) or "ours"
    path.mkdir(parents=True, exist_ok=True)
    target.write_text(_TEMPLATE.format(name=name, folder=folder), encoding="utf-8")
    click.echo(f"{target} is there; try: postlint pack test {folder}")
    return 0


@command.command("schema")
def schema() -> int:
    """Print the JSON Schema of a pack file, for editors."""
    from postlint.packs.schema import pack_schema

    output.write(json.dumps(pack_schema(), ensure_ascii=False, indent=2) + "\n", output.STDOUT)
    return 0
