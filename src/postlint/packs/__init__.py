"""Rule packs: folders of YAML that become frozen rules, or an error with its place."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postlint.errors import MissingFile, PackError
from postlint.model import PANEL
from postlint.packs import compiled, shelf
from postlint.packs.compiled import CompiledRule, compile_rule, prove
from postlint.shipped import rules_folder
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from postlint.model import Rule
    from postlint.packs.rulefile import RuleFile
    from postlint.yamlfile import Node

__all__ = [
    "SHIPPED",
    "CompiledRule",
    "Loaded",
    "combine",
    "compile_rule",
    "load",
    "shipped",
    "with_names",
]

SHIPPED: Final = tuple(PANEL)
SHARED: Final = "shared"
NAMING: Final = "naming"
_LARGEST: Final = 4 << 20


def _heads(folder: Path) -> list[RuleFile]:
    """Read the heads of all YAML files of a folder, in the order of their names."""
    from postlint.packs.rulefile import read_head

    if not folder.is_dir():
        problem = f"{folder}: there is no such pack folder"
        raise MissingFile(problem)
    heads = []
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]):
        if path.stat().st_size > _LARGEST:
            problem = f"is larger than {_LARGEST >> 20} MiB; split it by topic"
            raise PackError(problem, str(path))
        heads.append(read_head(_text(path), str(path)))
    if not heads:
        problem = "holds no .yaml file; “postlint pack new” starts one"
        raise PackError(problem, str(folder))
    return heads


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is no UTF-8 text"
        problem = f"cannot be read: {reason}"
        raise PackError(problem, str(path)) from None


def _words(heads: Iterable[RuleFile]) -> dict[str, tuple[Node, ...]]:
    lists: dict[str, tuple[Node, ...]] = {}
    for head in heads:
        for name, words in head.words.items():
            if name in lists:
                problem = f"the word list “{name}” is defined twice in this pack"
                raise PackError(problem, head.path, words[0].line if words else None)
            lists[name] = words
    return lists


@lru_cache(maxsize=1)
def _shared_words() -> dict[str, tuple[Node, ...]]:
    folder = rules_folder() / SHARED
    return _words(_heads(folder)) if folder.is_dir() else {}


def _read(heads: Sequence[RuleFile], rules: dict[str, Rule]) -> None:
    """Add the rules of one pack's files to ``rules``, then make the changes they ask for."""
    from postlint.packs.changes import apply_changes
    from postlint.packs.rulefile import read_rules
    from postlint.packs.wordlists import WordLists

    own = _words(heads)
    for head in heads:
        lists = WordLists({**_shared_words(), **own}, head.path)
        for rule in read_rules(head, lists):
            if rule.id in rules:
                other = rules[rule.id]
                problem = f"the rule “{rule.id}” is there already, at {other.path}:{other.line}"
                raise PackError(problem, rule.path, rule.line)
            rules[rule.id] = rule
        apply_changes(rules, head, lists)


@lru_cache(maxsize=8)
def _shipped_pack(name: str) -> tuple[Rule, ...]:
    rules: dict[str, Rule] = {}
    _read(_heads(rules_folder() / name), rules)
    return tuple(rules.values())


def shipped(names: Iterable[str] = SHIPPED) -> tuple[Rule, ...]:
    """Return the rules of shipped packs, in order."""
    return tuple(rule for name in names for rule in _shipped_pack(name))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A user's pack: its rules, with those of the packs in ``extends`` as it changes them."""

    rules: tuple[Rule, ...]
    extends: frozenset[str]


def load(folder: str | Path) -> Loaded:
    """Read a pack folder and prove its rules; raises ``MissingFile`` or ``PackError``."""
    heads = _heads(Path(folder))
    rules: dict[str, Rule] = {}
    for head in heads:
        for name in head.extends:
            rules.update({rule.id: rule for rule in _shipped_pack(name)})
    before = dict(rules)
    _read(heads, rules)
    for name, rule in rules.items():
        if before.get(name) is not rule:
            prove(rule)
    return Loaded(tuple(rules.values()), frozenset(name for head in heads for name in head.extends))


_READY: list[tuple[Rule, ...]] = []


def keep_ready() -> list[CompiledRule]:
    """Hold the shipped rules, compiled, as long as the process lives.

    For a process that watches the packs' files itself: nobody else looks at them again.
    """
    found = bare()
    _READY[:] = [shelf.take() or found]  # with signs, if they could be kept
    return compiled.keep_ready(_READY[0])


def bare() -> tuple[Rule, ...]:
    """Return the shipped rules without their examples, from an earlier run where it kept them."""
    if _READY:
        return _READY[0]
    kept = shelf.take()
    if kept is not None:
        return kept
    made = [compile_rule(rule) for rule in shipped()]
    shelf.put(made)
    return tuple(replace(each.rule, sign=each.sign, flag=(), quiet=()) for each in made)


def with_examples(rule: Rule) -> Rule:
    """Return a rule of ``bare`` with its examples."""
    if rule.flag:
        return rule
    kept = shelf.with_examples(rule)
    if kept is not None:
        return kept
    whole = next((each for each in shipped() if each.id == rule.id), rule)
    return replace(rule, flag=whole.flag, quiet=whole.quiet)


def combine(folders: Sequence[str | Path] = (), *, examples: bool = True) -> tuple[Rule, ...]:
    """Return the shipped rules as the packs of ``folders`` change and extend them, in order.

    Without ``examples``, which only tests and explanations need, an earlier
    run's work may serve.
    """
    if not (folders or examples):
        return bare()
    rules = {rule.id: rule for rule in shipped()}
    for folder in folders:
        loaded = load(folder)
        rules = {name: rule for name, rule in rules.items() if rule.pack not in loaded.extends}
        rules.update({rule.id: rule for rule in loaded.rules})
    return tuple(rules.values())


def with_names(rules: Sequence[Rule], tables: Sequence[str]) -> tuple[Rule, ...]:
    """Return the rules with a ministry's own tables of names, by path, in those about names.

    They win over what a pack says; raises ``MissingFile`` or ``PackError`` at once.
    """
    if not tables:
        return tuple(rules)
    changed = []
    for rule in rules:
        if rule.kind == NAMING:
            options = {**rule.options, "own": (*rule.options["own"], *tables)}
            rule = replace(rule, options=options, sign=None)  # noqa: PLW2901
            prove(rule)
        changed.append(rule)
    return tuple(changed)
