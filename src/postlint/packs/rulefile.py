"""Read one YAML file of a pack into rules; every mistake is refused with its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from postlint import tables
from postlint.checks import KINDS
from postlint.errors import PackError, did_you_mean
from postlint.guards import GUARDS
from postlint.lazily import Pattern
from postlint.model import PANEL, Rule, Severity, Source
from postlint.packs.examples import read_examples
from postlint.packs.values import read_options, unknown
from postlint.packs.wording import read_wording
from postlint.platforms import PLATFORMS
from postlint.values import dataclass
from postlint.yamlfile import Fields, Node, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.packs.wordlists import WordLists

LANGUAGES: Final = ("en", "fr", "any")
SEVERITIES: Final = {severity.word: severity for severity in Severity}
ACCOUNTS: Final = ("institutional", "personal", "head-of-mission")
RULE_KEYS: Final = (
    "severity",
    "message",
    "why",
    "how",
    "source",
    "check",
    "unless",
    "lower",
    "when",
    "supersedes",
    "acceptable",
    "table",
    "examples",
)
_NAME: Final = Pattern(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file, read as far as its head: the rules follow once all word lists are known."""

    path: str
    pack: str
    panel: str
    language: str
    words: Mapping[str, tuple[Node, ...]]
    extends: tuple[str, ...]
    rules: Fields | None
    fields: Fields
    """The whole head, for the guards under “unless” that all its rules share."""


def read_head(text: str, path: str) -> RuleFile:
    """Read what a file says of itself; raise ``PackError`` with its place."""
    fields = Fields(read(text, path, error=PackError), path, PackError, "pack file")
    pack = fields.text("pack")
    if not _NAME.match(pack):
        raise fields.fault(
            f"pack: “{pack}” is not a name in-lower-case-with-hyphens", fields.node("pack")
        )
    panel = fields.choice("panel", PANEL, pack if pack in PANEL else "boring", "rule of the panel")
    language = fields.choice("language", LANGUAGES, "any")
    words = fields.mapping("words", "word lists")
    head = RuleFile(
        path=path,
        pack=pack,
        panel=panel,
        language=language,
        words={} if words is None else {str(name): words.items(name) for name in words.keys()},  # noqa: SIM118
        extends=fields.choices("extends", PANEL, "shipped pack"),
        rules=fields.mapping("rules", "rules"),
        fields=fields,
    )
    fields.items("unless")
    fields.done()
    return head


def read_rules(head: RuleFile, lists: WordLists) -> Iterator[Rule]:
    """Yield the rules of a file whose names are plain; names with a slash change other packs."""
    if head.rules is None:
        return
    shared = tuple(read_guards(head.fields, "unless", lists))
    for name in head.rules.keys():  # noqa: SIM118
        if "/" in name:
            continue
        if not _NAME.match(name):
            raise head.rules.fault(
                f"“{name}” is not a rule’s name: in-lower-case-with-hyphens", name
            )
        fields = head.rules.mapping(name, "rule", required=True)
        assert fields is not None  # noqa: S101 - it is required
        rule = _rule(fields, head, str(name), lists)
        yield replace(rule, unless=(*rule.unless, *shared), line=name.line)


def _rule(fields: Fields, head: RuleFile, name: str, lists: WordLists) -> Rule:
    kind = fields.choice("check", KINDS, noun="kind of check")
    options = KINDS[kind].OPTIONS
    unknown(fields, {*RULE_KEYS, *options}, f"a rule of kind “{kind}”")
    flag, quiet = read_examples(fields)
    values = read_options(fields, options, lists, f"the kind “{kind}”")
    wording = read_wording(fields, kind, values)
    return Rule(
        id=f"{head.pack}/{name}",
        pack=head.pack,
        panel=head.panel,
        language=head.language,
        severity=SEVERITIES[fields.choice("severity", SEVERITIES)],
        message=wording.message,
        why=wording.why,
        how=wording.how,
        kind=kind,
        options=values,
        unless=tuple(read_guards(fields, "unless", lists)),
        lower=tuple(_lower(fields, lists)),
        when=_when(fields),
        supersedes=fields.texts("supersedes"),
        acceptable=fields.flag("acceptable", default=True),
        table=fields.choice("table", tables.names(), None, "table"),
        source=_source(fields),
        flag=flag,
        quiet=quiet,
        path=head.path,
    )


def read_guards(fields: Fields, key: str, lists: WordLists) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the guards of a list: a name, or a name with its options."""
    for node in fields.items(key):
        if isinstance(node.value, dict):
            inner = Fields(node, fields.path, fields.error, "guard")
            for name in inner.keys():  # noqa: SIM118
                yield _guard(inner, str(name), inner.node(name), lists)
        else:
            yield _guard(fields, str(node.value), None, lists, at=node)


def _guard(
    fields: Fields, name: str, node: Node | None, lists: WordLists, at: Node | None = None
) -> tuple[str, dict[str, Any]]:
    if name not in GUARDS:
        problem = f"“{name}” is not a guard; {did_you_mean(name, GUARDS)}"
        raise fields.fault(problem, at or node)
    options = GUARDS[name].OPTIONS
    if node is not None and isinstance(node.value, tuple) and "words" in options:
        node = Node({_key("words", node): node}, node.line, node.column)
    empty: Node = Node({}, *((at.line, at.column) if at else (fields.line, 1)))
    inner = Fields(empty if node is None else node, fields.path, fields.error, f"guard “{name}”")
    unknown(inner, set(options), f"the guard “{name}”")
    return name, read_options(inner, options, lists, f"the guard “{name}”")


def _key(text: str, node: Node) -> Any:
    from postlint.yamlfile import Key

    return Key.at(text, node.line, node.column)


def _lower(fields: Fields, lists: WordLists) -> Iterator[tuple[str, dict[str, Any], Severity]]:
    """Yield guards that lower: ``quoted: suggestion``, or ``near: {to: …, words: …}``."""
    inner = fields.mapping("lower", "guards that lower")
    if inner is None:
        return
    for name in inner.keys():  # noqa: SIM118
        node = inner.node(name)
        assert node is not None  # noqa: S101 - the key is there
        if not isinstance(node.value, dict):
            level = SEVERITIES[inner.choice(name, SEVERITIES, noun="severity")]
            yield *_guard(inner, str(name), None, lists, at=node), level
            continue
        options = Fields(node, fields.path, fields.error, f"guard “{name}”")
        level = SEVERITIES[options.choice("to", SEVERITIES, noun="severity")]
        rest = {key: value for key, value in node.value.items() if key != "to"}
        yield *_guard(inner, str(name), Node(rest, node.line, node.column), lists), level


def _when(fields: Fields) -> dict[str, Any]:
    inner = fields.mapping("when", "condition")
    if inner is None:
        return {}
    found: dict[str, Any] = {
        "platforms": inner.choices("platforms", PLATFORMS, "platform"),
        "accounts": inner.choices("accounts", ACCOUNTS, "kind of account"),
        "reply": inner.flag("reply", default=None),
    }
    inner.done()
    return {key: value for key, value in found.items() if value not in (None, ())}


def _source(fields: Fields) -> Source | None:
    inner = fields.mapping("source")
    if inner is None:
        return None
    source = Source(inner.text("title"), inner.text("url", None), inner.text("date", None))
    inner.done()
    return source
