"""A rule made ready to run: its finder, and the guards that acquit or lower."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from postlint.checks import KINDS
from postlint.checks.regex import RegexFinder
from postlint.errors import PackError
from postlint.guards import GUARDS

if TYPE_CHECKING:
    from postlint.checks.kind import Finder
    from postlint.guards.guard import Acquits
    from postlint.model import Rule, Severity


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with everything that runs."""

    rule: Rule
    finder: Finder
    unless: tuple[Acquits, ...]
    lower: tuple[tuple[Acquits, Severity], ...]


def prove(rule: Rule) -> None:
    """Compile a rule to its last pattern, which ``compile_rule`` leaves to the first post.

    The shipped rules are proved by their tests, once; a user's at every load,
    for an error must come before the first post is read. Raises ``PackError``.
    """
    finder = compile_rule(rule).finder
    if isinstance(finder, RegexFinder):
        try:
            finder.engines()
        except ValueError as error:
            raise _refused(rule, error) from None


def compile_rule(rule: Rule) -> CompiledRule:
    """Compile a rule's check and guards; ``PackError`` names the rule's place."""
    try:
        return CompiledRule(
            rule,
            KINDS[rule.kind].compile(rule.options),
            tuple(GUARDS[name].compile(options) for name, options in rule.unless),
            tuple((GUARDS[name].compile(opts), level) for name, opts, level in rule.lower),
        )
    except ValueError as error:
        raise _refused(rule, error) from None


def _refused(rule: Rule, error: ValueError) -> PackError:
    problem = f"rule “{rule.id}”: {error}"
    return PackError(problem, rule.path, rule.line)
