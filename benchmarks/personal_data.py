"""Measure how much personal data is found, and what is found beside it.

    python benchmarks/personal_data.py synth_dataset_v2.json

For each kind: recall, over texts with spans (presidio-research, MIT). A value
counts when a finding of an identifier rule, at any severity, covers it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from postlint import packs, posts, runner
from postlint.linter import Linter
from postlint.spans import Span

KINDS = ("EMAIL_ADDRESS", "PHONE_NUMBER", "CREDIT_CARD", "IBAN_CODE", "US_SSN")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    rules = [rule for rule in packs.combine(examples=False) if rule.kind == "identifier"]
    linter = Linter(runner.compiled(rules))
    entries = json.loads(options.file.read_text(encoding="utf-8"))
    context = {"lang": "en", "platform": "facebook"}
    read = [posts.from_values(entry["full_text"], context, options.file.name) for entry in entries]
    wanted, found, beside = Counter[str](), Counter[str](), 0
    for entry, result in zip(entries, linter.lint(read), strict=True):
        spans = [finding.span for finding in result.findings]
        marked = [
            (s["entity_type"], Span(s["start_position"], s["end_position"])) for s in entry["spans"]
        ]
        for kind, span in marked:
            wanted[kind] += 1
            found[kind] += any(span.overlaps(other) for other in spans)
        beside += sum(not any(span.overlaps(other) for _, other in marked) for span in spans)
    for kind in KINDS:
        print(f"{kind:15} {found[kind]:4} of {wanted[kind]:4}  {found[kind] / wanted[kind]:.1%}")
    print(f"beside any marked value: {beside}")


if __name__ == "__main__":
    main()
