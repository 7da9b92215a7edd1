"""Count what the packs say of HateCheck's sentences, by functionality.

    python benchmarks/hatecheck.py hatecheck-en-dev.csv

A row a functionality: how many sentences, and the share whose gravest finding
is an error, a warning, a suggestion, or that have none. Names ending in _h are
hateful, those in _nh near-misses. Data: Röttger and others 2021, CC BY 4.0.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from pathlib import Path

from postlint import packs, posts, runner
from postlint.linter import Linter


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    linter = Linter(runner.compiled(packs.combine(examples=False)))
    with options.file.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    context = {"lang": "en", "platform": "facebook"}
    read = [posts.from_values(row["test_case"].strip(), context, options.file.name) for row in rows]
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for row, result in zip(rows, linter.lint(read), strict=True):
        worst = max((finding.severity for finding in result.findings), default=None)
        table[row["functionality"]]["none" if worst is None else worst.word] += 1
    print(f"{'functionality':22} {'n':>4} {'error':>6} {'warn':>6} {'sugg':>6} {'none':>6}")
    for name, counts in sorted(table.items(), key=lambda entry: (entry[0].endswith("_nh"), entry)):
        total = sum(counts.values())
        shares = (counts[word] / total for word in ("error", "warning", "suggestion", "none"))
        print(f"{name:22} {total:4} " + " ".join(f"{share:6.0%}" for share in shares))


if __name__ == "__main__":
    main()
