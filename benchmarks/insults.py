"""Precision and recall of the insult rules on hand-labelled posts.

    python benchmarks/insults.py labels/insults.csv posts/trump.en.jsonl
    python benchmarks/insults.py --show labels/insults.csv posts/trump.en.jsonl

The labels hold the id of each post and what it does: “target” insults a named
person or a state, “other” insults or runs down somebody else, or quotes an
insult, “none” does neither. A finding of an insult rule counts from a warning
up. Recall is over “target”; a finding on “other” is right but not required.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from precision import read

from postlint import packs, runner
from postlint.linter import Linter
from postlint.model import Severity

RULES = frozenset(
    {
        "embarrass-government/insulted-leader",
        "embarrass-government/insulted-state",
        "embarrass-government/insulted-public-figure",
        "embarrass-government/accused-of-lying",
        "embarrass-government/insulting-nickname-tag",
        "embarrass-government/sneer",
        "embarrass-government/mocked",
        "embarrass-government/jeering-nickname",
        "embarrass-yourself/stereotyped-nation",
        "embarrass-yourself/insulted-person",
    }
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("posts", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is missed or wrong")
    options = parser.parse_args()
    with options.labels.open(encoding="utf-8", newline="") as file:
        labels = {row["id"]: row["insult"] for row in csv.DictReader(file)}
    posts = [post for post in read(options.posts) if post.id in labels]
    linter = Linter(runner.compiled(r for r in packs.combine(()) if r.id in RULES))
    count = dict.fromkeys(("target", "other", "none"), 0)
    flagged = dict.fromkeys(count, 0)
    for result in linter.lint(posts):
        label = labels[str(result.post.id)]
        found = [f for f in result.findings if f.severity >= Severity.WARNING]
        count[label] += 1
        flagged[label] += bool(found)
        if options.show and bool(found) != (label == "target") and not (found and label == "other"):
            words = ", ".join(f"{f.rule.id} “{f.match}”" for f in found)
            if label != "other":
                print(f"{label:6} {words or 'missed'}\n    {' '.join(result.post.text.split())}")
    right = flagged["target"] + flagged["other"]
    print(f"{len(posts)} posts: {count}; flagged: {flagged}")
    print(f"recall {flagged['target'] / max(1, count['target']):.0%}")
    print(f"precision {right / max(1, right + flagged['none']):.0%}")


if __name__ == "__main__":
    main()
