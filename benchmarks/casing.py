"""Count how much of what the packs find is still found in posts typed in one case.

    python benchmarks/casing.py                     the examples of all shipped rules
    python benchmarks/casing.py --show lower        those that a text in lower case loses or gains
    python benchmarks/casing.py --posts FILE…       real posts instead: shares by severity
    python benchmarks/casing.py --catalogue FILE    a list of faulty and right texts (bad, ok)

Every flagging example is linted as it is, in lower case and in capitals, by its
own rule alone; so is every near-miss. Rules about case itself are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postlint import packs, runner, social
from postlint.linter import Linter
from postlint.model import Severity
from postlint.packs import testing
from postlint.posts import from_values
from postlint.yamlfile import plain, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from postlint.model import Example, Post, Rule

ABOUT_CASE: Final = frozenset(
    {
        "boring/acronym-pile",
        "boring/unexpanded-acronym",
        "embarrass-government/insulting-nickname-tag",
        "embarrass-yourself/double-meaning-hashtag",
        "embarrass-yourself/false-friend-hashtag",
        "embarrass-yourself/run-together-hashtag",
        "embarrass-yourself/shouted-words",
    }
)
"""Rules that look at capitals themselves, in words or between the words of a hashtag."""


def _typed(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return a change of case that keeps the length, and links as they are."""

    def typed(text: str) -> str:
        links = [link.span for link in social.find(text).links]
        return "".join(
            char
            if len(new := change(char)) != 1 or any(s.start <= at < s.end for s in links)
            else new
            for at, char in enumerate(text)
        )

    return typed


TYPED: Final[Mapping[str, Callable[[str], str]]] = {
    "mixed": lambda text: text,
    "lower": _typed(str.lower),
    "upper": _typed(str.upper),
}


def _examples(rules: tuple[Rule, ...]) -> Iterator[tuple[Rule, Example, bool]]:
    for rule in rules:
        if rule.id not in ABOUT_CASE:
            yield from ((rule, example, True) for example in rule.flag)
            yield from ((rule, example, False) for example in rule.quiet)


def _found(rule: Rule, example: Example, case: str) -> list[str]:
    typed = replace(example, text=TYPED[case](example.text))
    post = testing.post_of(rule, typed)
    linter = Linter(runner.compiled((rule,)), facts=testing.facts_of(rule, typed))
    queue = testing.queue_of(rule, typed)
    first = len(queue) - 1 if queue is not None and hasattr(queue, "__len__") else 0
    found = [f for result in linter.lint([post], queue, first=first) for f in result.findings]
    if not example.spans:
        return [f.match for f in found]
    return [f.match for f in found if any(f.span.overlaps(span) for span in example.spans)]


def examples(show: str | None) -> None:
    """Print the shares of examples that are found, and of near-misses that stay quiet."""
    rules = packs.combine(())
    count: Counter[tuple[str, bool]] = Counter()
    total: Counter[bool] = Counter()
    for rule, example, flags in _examples(rules):
        if "queue" in example.context:
            continue
        base = bool(_found(rule, example, "mixed"))
        if base != flags:
            continue
        total[flags] += 1
        for case in TYPED:
            found = _found(rule, example, case)
            count[case, flags] += bool(found) == flags
            if case == show and bool(found) != flags:
                print(f"{'lost' if flags else 'GAINED':6} {rule.id}: {example.text!r} {found}")
    for case in TYPED:
        shares = [
            f"{word} {count[case, as_told]:5} of {all_of} ({count[case, as_told] / all_of:.1%})"
            for word, as_told, all_of in (
                ("flagged", True, total[True]),
                ("quiet", False, total[False]),
            )
        ]
        print(f"{case:6} {'; '.join(shares)}")


def catalogue(path: Path) -> None:
    """Print how many faulty texts (``bad``) are found, and right ones (``ok``) get a warning."""
    rules = [r for r in packs.combine(()) if r.id not in ABOUT_CASE]
    linter = Linter(runner.compiled(rules))
    entries = plain(read(path.read_text(encoding="utf-8"), str(path)))
    for case, typed in TYPED.items():
        shares = []
        for key, least in (("bad", Severity.SUGGESTION), ("ok", Severity.WARNING)):
            texts = [entry[key] for entry in entries if entry.get(key)]
            found = [r for text in texts for r in linter.lint([_post(typed(text), path)])]
            hits = sum(any(f.severity >= least for f in r.findings) for r in found)
            shares.append(f"{key}: {least.word} or worse in {hits} of {len(texts)}")
        print(f"{case:6} {'; '.join(shares)}")


def _post(text: str, path: Path) -> Post:
    return from_values(text, {"lang": "en"}, path.name, 1)


def _posts(path: Path, case: str) -> Iterator[Post]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        entry = json.loads(line)
        text = entry["text"].replace("&amp;", "&").replace("&gt;", ">").replace("&lt;", "<")
        context = {"lang": entry.get("lang") or "en", "platform": "facebook", "id": entry.get("id")}
        yield from_values(TYPED[case](text), {k: v for k, v in context.items() if v}, path, number)


def real(paths: list[Path], show: str | None) -> None:
    """Print the shares of real posts with errors and warnings, typed in each case."""
    rules = [r for r in packs.combine(()) if r.id not in ABOUT_CASE]
    linter = Linter(runner.compiled(rules))
    known: dict[str, set[str]] = {}
    for case in TYPED:
        worst: Counter[Severity] = Counter()
        posts = [post for path in paths for post in _posts(path, case)]
        for at, result in enumerate(linter.lint(posts)):
            loud = [f for f in result.findings if f.severity > Severity.SUGGESTION]
            if result.findings:
                worst[max(f.severity for f in result.findings)] += 1
            key = str(at)
            if case == "mixed":
                known[key] = {f.rule.id for f in loud}
            for f in loud:
                if case == show and f.rule.id not in known[key]:
                    text = result.post.text.replace("\n", " ")
                    print(f"NEW {f.severity.word} {f.rule.id} “{f.match}”\n    {text}")
        shares = ", ".join(f"{s.word} {worst[s] / len(posts):.2%}" for s in reversed(Severity))
        print(f"{case:6} {len(posts)} posts, worst: {shares}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--show", choices=list(TYPED))
    parser.add_argument("--posts", nargs="+", type=Path, default=[])
    parser.add_argument("--catalogue", type=Path)
    options = parser.parse_args()
    if options.catalogue:
        catalogue(options.catalogue)
    elif options.posts:
        real(options.posts, options.show)
    else:
        examples(options.show)


if __name__ == "__main__":
    main()
