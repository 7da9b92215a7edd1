"""What a user's pack changes in the packs that it extends: off, severities, words, wording."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from postlint.checks import KINDS
from postlint.errors import did_you_mean
from postlint.packs.rulefile import SEVERITIES
from postlint.packs.values import read_option, unknown
from postlint.packs.wording import read_wording

if TYPE_CHECKING:
    from postlint.model import Rule
    from postlint.packs.rulefile import RuleFile
    from postlint.packs.wordlists import WordLists
    from postlint.yamlfile import Fields

OFF: Final = "off"
_WORDING: Final = ("severity", "message", "why", "how")


def apply_changes(rules: dict[str, Rule], head: RuleFile, lists: WordLists) -> None:
    """Change ``rules`` (by id, in place) as a file's entries with a slash in their name say."""
    if head.rules is None:
        return
    for name in head.rules.keys():  # noqa: SIM118
        if "/" not in name:
            continue
        if name not in rules:
            hint = did_you_mean(name, rules)
            problem = f"no rule is called “{name}” in the packs that this one extends; {hint}"
            raise head.rules.fault(problem, name)
        node = head.rules.node(name)
        if node is not None and isinstance(node.value, dict):
            fields = head.rules.mapping(name, "change")
            assert fields is not None  # noqa: S101 - the node is a mapping
            rules[name] = _changed(rules[name], fields, lists)
            continue
        word = head.rules.choice(name, {OFF, *SEVERITIES}, noun="severity, nor “off”")
        if word == OFF:
            del rules[name]
        else:
            rules[name] = replace(rules[name], severity=SEVERITIES[word])


def _changed(rule: Rule, fields: Fields, lists: WordLists) -> Rule:
    """Return the rule with another severity, wording, or words."""
    kind = KINDS[rule.kind].OPTIONS
    lists_of = {key for key, option in kind.items() if option.shape in ("words", "swaps")}
    allowed = {*_WORDING, *kind, *(key + sign for key in lists_of for sign in "+-")}
    unknown(fields, allowed, f"a change of “{rule.id}”")
    severity = SEVERITIES[fields.choice("severity", SEVERITIES, rule.severity.word)]
    options: dict[str, Any] = dict(rule.options)
    for key, option in kind.items():
        if fields.has(key):
            options[key] = read_option(fields, key, option, lists)
        if key not in lists_of:
            continue
        if fields.has(f"{key}+"):
            more = read_option(fields, f"{key}+", option, lists)
            options[key] = (
                {**options[key], **more}
                if option.shape == "swaps"
                else (*(options[key] or ()), *more)
            )
        if fields.has(f"{key}-"):
            options[key] = _without(options[key] or (), fields, f"{key}-")
    wording = read_wording(fields, rule.kind, options, rule)
    return replace(rule, severity=severity, options=options, **wording._asdict())


def _without(words: Any, fields: Fields, key: str) -> Any:
    """Take the words under the key away; one that is not there is a mistake, not nothing."""
    less = set(fields.texts(key))
    for word in sorted(less.difference(words)):
        problem = f"{key}: “{word}” is not in the list; {did_you_mean(word, words)}"
        raise fields.fault(problem, fields.node(key))
    if isinstance(words, dict):
        return {old: new for old, new in words.items() if old not in less}
    return tuple(word for word in words if word not in less)
