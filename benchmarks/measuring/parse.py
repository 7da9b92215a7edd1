"""Send every post of a queue through the whole embedded pipeline, all layers, and nothing else.

    python parse.py QUEUE.jsonl

A process of its own, so that it is timed as the others are.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from postlint import language, prose
from postlint.model import Layer


def main() -> None:
    """Parse in one go, as the linter does with a batch."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    parses = language.load().parse(texts, [prose.sentences(t) for t in texts], frozenset(Layer))
    print(f"{len(parses):,} posts, {sum(len(parse.tokens) for parse in parses):,} words")


if __name__ == "__main__":
    main()
