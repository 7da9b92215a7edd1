"""A rule made ready to run: its finder, and the guards that acquit or lower.

Ready does not mean made: until a post asks a rule, its sign is enough, and a
rule that nobody asks is never compiled.
"""

from __future__ import annotations

from copy import copy
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, cast

from postlint.errors import PackError
from postlint.packs.signs import FoundSign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from postlint.checks.kind import ByWays, Finder, Kind
    from postlint.document import Document
    from postlint.guards.guard import Acquits, Guard
    from postlint.lexicon import Spot
    from postlint.model import Hit, Rule, Severity, Sign


def _kind(name: str) -> Kind:
    """Return the module of one kind; ``checks.KINDS``, where names are checked, imports all."""
    return cast("Kind", import_module(f"postlint.checks.{name}"))


def _guard(name: str) -> Guard:
    return cast("Guard", import_module(f"postlint.guards.{name}"))


class CompiledRule:
    """A rule with everything that runs; each part is made at first use."""

    def __init__(self, rule: Rule) -> None:
        """Take a rule; nothing is made yet."""
        self.rule = rule

    def fits(self, rule: Rule) -> bool:
        """Tell whether the parts of this one serve another rule too."""
        own = self.rule
        same = own.options is rule.options and own.unless is rule.unless and own.lower is rule.lower
        return same and own.kind == rule.kind and own.sign is rule.sign

    def with_rule(self, rule: Rule) -> CompiledRule:
        """Return the same parts for a rule that they fit."""
        if rule is self.rule:
            return self
        other = copy(self)
        other.rule = rule
        return other

    @cached_property
    def finder(self) -> Finder:
        """The check; ``PackError`` where its options make no sense."""
        try:
            return _kind(self.rule.kind).compile(self.rule.options)
        except ValueError as error:
            raise _refused(self.rule, error) from None

    def find(
        self, document: Document, spots: Sequence[Spot] = (), ways: Sequence[int] | None = None
    ) -> Iterator[Hit]:
        """Yield bare hits; ``ways`` are those that are open in the text, None says nothing."""
        if ways is not None and self._by_ways is not None:
            return self._by_ways.find_by(document, ways)
        return self.finder.find(document, spots)

    @cached_property
    def _by_ways(self) -> ByWays | None:
        finder = self.finder
        return cast("ByWays", finder) if hasattr(type(finder), "find_by") else None

    @cached_property
    def unless(self) -> tuple[Acquits, ...]:
        """The guards that acquit a hit."""
        try:
            return tuple(_guard(name).compile(options) for name, options in self.rule.unless)
        except ValueError as error:
            raise _refused(self.rule, error) from None

    @cached_property
    def lower(self) -> tuple[tuple[Acquits, Severity], ...]:
        """The guards that lower the severity, each with the highest that is left."""
        try:
            return tuple(
                (_guard(name).compile(options), level) for name, options, level in self.rule.lower
            )
        except ValueError as error:
            raise _refused(self.rule, error) from None

    @cached_property
    def sign(self) -> Sign:
        """When the rule must be asked, told without running it."""
        if self.rule.sign is not None:
            return self.rule.sign
        finder = self.finder
        required = getattr(finder, "required", ())
        as_written = getattr(finder, "over_text", False)
        return FoundSign(finder.literals, required, finder.layers, as_written)


_READY: dict[int, CompiledRule] = {}
"""Rules kept ready, by their options' identity, which another severity does not change."""


def keep_ready(rules: Iterable[Rule]) -> list[CompiledRule]:
    """Compile rules for as long as the process lives: whoever asks for one again has it at once."""
    for rule in rules:
        _READY[id(rule.options)] = compile_rule(rule)
    return list(_READY.values())


def prove(rule: Rule) -> None:
    """Compile a rule to its last pattern, which ``compile_rule`` leaves to the first post.

    The shipped rules are proved by their tests, once; a user's at every load,
    for an error must come before the first post is read. Raises ``PackError``.
    """
    from postlint.checks.regex import RegexFinder

    finder = compile_rule(rule).finder
    if isinstance(finder, RegexFinder):
        try:
            finder.compile()
        except ValueError as error:
            raise _refused(rule, error) from None


def compile_rule(rule: Rule) -> CompiledRule:
    """Compile a rule's check and guards; ``PackError`` names the rule's place.

    A rule with a sign has been compiled before: its parts wait for a post, and
    those of a rule that is kept ready are there.
    """
    ready = _READY.get(id(rule.options))
    if ready is not None and ready.fits(rule):
        return ready.with_rule(rule)
    compiled = CompiledRule(rule)
    if rule.sign is None:
        _ = compiled.finder, compiled.unless, compiled.lower
    return compiled


def _refused(rule: Rule, error: ValueError) -> PackError:
    problem = f"rule “{rule.id}”: {error}"
    return PackError(problem, rule.path, rule.line)
