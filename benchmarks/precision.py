"""Count what the packs say of real posts: how many are flagged, by which rules, at what severity.

    python benchmarks/precision.py posts/*.jsonl            shares and a table by rule
    python benchmarks/precision.py --show error FILE        every finding of a severity, to read
    python benchmarks/precision.py --rule untrue/x FILE     every finding of a rule

A file holds one JSON object a line with “text”, and perhaps “id” and “lang”.
Nothing of the files is kept: the texts are read and forgotten.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from postlint import packs, runner
from postlint.linter import Linter
from postlint.model import Post, Severity
from postlint.spans import SourceMap

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(path: Path) -> Iterator[Post]:
    """Yield the posts of a file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        entry = json.loads(line)
        text = entry["text"].replace("&amp;", "&").replace("&gt;", ">").replace("&lt;", "<")
        # Archives cut long posts and keep old lengths: length is judged elsewhere.
        yield Post(
            text=text,
            source=path.name,
            positions=SourceMap.plain(text, number),
            id=entry.get("id"),
            language=entry.get("lang"),
            platforms=("facebook",),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", choices=[s.word for s in Severity])
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("--platform", default=None)
    options = parser.parse_args()
    rules = runner.choose(packs.combine(()), select=[*options.rule, *options.pack])
    linter = Linter(runner.compiled(rules))
    began = time.perf_counter()
    posts = [post for path in options.files for post in read(path)]
    by_severity: Counter[Severity] = Counter()
    by_rule: Counter[tuple[str, str]] = Counter()
    for result in linter.lint(posts):
        if result.findings:
            by_severity[max(f.severity for f in result.findings)] += 1
        for name, word in {(f.rule.id, f.severity.word) for f in result.findings}:
            by_rule[name, word] += 1
        for finding in result.findings:
            if finding.severity.word == options.show or (options.rule and not options.show):
                start, end = finding.span.start, finding.span.end
                text = result.post.text
                shown = f"{text[:start]}[[{text[start:end]}]]{text[end:]}".replace("\n", " ")
                print(f"{finding.severity.word:10} {finding.rule.id} {result.post.id}\n    {shown}")
    seconds = time.perf_counter() - began
    total = len(posts)
    print(f"{total} posts in {seconds:.1f} s")
    errors, warnings = by_severity[Severity.ERROR], by_severity[Severity.WARNING]
    suggestions = by_severity[Severity.SUGGESTION]
    print(
        f"with an error {errors / total:.2%}; worst a warning {warnings / total:.2%}; "
        f"worst a suggestion {suggestions / total:.2%}"
    )
    for (name, word), count in by_rule.most_common():
        print(f"{count:6} {count / total:7.2%} {word:10} {name}")


if __name__ == "__main__":
    main()
