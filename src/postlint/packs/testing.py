"""Run the examples of rules: what must be flagged, exactly there, and what must stay silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from postlint import facts, posts
from postlint.queues import Queue
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from postlint.facts import Facts
    from postlint.model import Example, Finding, Post, Rule

Find: TypeAlias = "Callable[[Post, Facts | None, Queue | None], Iterable[Finding]]"


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not do what it says: the rule, the example's place and what happened."""

    rule: Rule
    example: Example
    problem: str


NOT_OF_A_POST: Final = frozenset({"severity", "facts", "queue", "bilingual"})
"""Keys of an example that say what is expected, what the mission knows, or what else goes out."""


def facts_of(rule: Rule, example: Example) -> Facts | None:
    """Return the fact sheet that an example brings along, None without one."""
    written = example.context.get("facts")
    return None if written is None else facts.of_values(written, rule.path, example.line)


def queue_of(rule: Rule, example: Example) -> Queue | None:
    """Return the posts that an example stands behind, and itself; None without any."""
    context = example.context
    if "queue" not in context:
        return None
    before = []
    for number, written in enumerate(context["queue"]):
        values = {"text": written} if isinstance(written, str) else dict(written)
        text = str(values.pop("text"))
        values.setdefault("lang", "en" if rule.language == "any" else rule.language)
        before.append(posts.from_values(text, values, rule.path, number + 1))
    own = post_of(rule, example)
    return Queue([*before, own], bilingual=context.get("bilingual", ()))


def post_of(rule: Rule, example: Example) -> Post:
    """Return the example as a post, with the front matter that it names."""
    context = {key: value for key, value in example.context.items() if key not in NOT_OF_A_POST}
    if "lang" not in context and rule.language != "any":
        context["lang"] = rule.language
    return posts.from_values(example.text, context, rule.path, example.line)


def run(rule: Rule, find: Find) -> Iterator[Failure]:
    """Yield the examples of a rule that fail; ``find`` lints a post with that rule alone.

    It is told the mission's facts, and the queue whose last post it is.
    """

    def found(example: Example) -> list[Finding]:
        known, queue = facts_of(rule, example), queue_of(rule, example)
        return list(find(post_of(rule, example), known, queue))

    for example in rule.flag:
        problem = _flagged(example, found(example))
        if problem:
            yield Failure(rule, example, problem)
    for example in rule.quiet:
        findings = found(example)
        if findings:
            marked = ", ".join(
                f"“{finding.match}” ({finding.severity.word})" for finding in findings
            )
            yield Failure(rule, example, f"a near-miss is flagged: {marked}")


def _flagged(example: Example, findings: list[Finding]) -> str | None:
    """Return what is wrong with the findings of an example that must be flagged."""
    if not findings:
        return "nothing is flagged"
    wanted, found = set(example.spans), {finding.span for finding in findings}
    if wanted and wanted != found:
        marked = ", ".join(f"“{span.of(example.text)}”" for span in sorted(found))
        return f"flagged is {marked}"
    severity = example.context.get("severity")
    words = {finding.severity.word for finding in findings}
    if severity is not None and words != {severity}:
        return f"the severity is {', '.join(sorted(words))}, not {severity}"
    return None
