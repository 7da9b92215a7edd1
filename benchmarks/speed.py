"""Measure how fast postlint is, beside other linters, in one run; write docs/performance.md.

    python benchmarks/speed.py --posts FILE… --peers node_modules --output docs/performance.md
    python benchmarks/speed.py --only cold,cached       some scenarios, printed only
    python benchmarks/speed.py --long …                 100,000 posts too: minutes
    python benchmarks/speed.py --dry-run …              which peers are found; no figures

Scenarios: cold, imports, cached, warm, throughput, growth. A file of posts holds one
JSON object a line with “text”; without such files the last two are left out.
The others are measured where they are found, and nothing is ever fetched:

    pip install proselint                                   (beside this Python, or on PATH)
    npm install alex write-good textlint textlint-rule-alex textlint-rule-write-good harper.js

The posts are read and forgotten; all files go to a temporary folder. POSIX only.
"""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from measuring import machine, material, page, peers
from measuring.bench import Bench, Section
from measuring.processes import FailedError
from measuring.scenarios import NEEDS_POSTS, SCENARIOS

if TYPE_CHECKING:
    from collections.abc import Sequence

RUNS: Final = 11
FEW: Final = 3
POSTS: Final = 2_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure as asked; 2 where something cannot be measured."""
    options = _parser().parse_args(arguments)
    unknown = set(options.only) - SCENARIOS.keys()
    if unknown:
        print(f"no such scenario: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    load = machine.load()
    with tempfile.TemporaryDirectory(prefix="speed-") as folder:
        modules = options.peers.resolve() if options.peers else None
        found, missing = peers.find(modules, Path(folder))
        for problem in missing:
            _tell(f"not measured beside {problem}")
        bench = Bench(
            own=tuple(shlex.split(options.postlint)) if options.postlint else _own(),
            peers=found,
            folder=Path(folder),
            texts=material.sample(material.read(options.posts), options.count),
            runs=options.runs,
            few=options.few,
            long=options.long,
            tell=_tell,
        )
        try:
            sections = {} if options.dry_run else _measured(bench, options.only)
        except FailedError as fault:
            print(f"\n{fault}", file=sys.stderr)
            return 2
    today = datetime.now(UTC).date()
    about = page.Circumstances(today, metadata.version("postlint"), load, found, missing)
    text = page.render(sections, about)
    _tell("")
    print(text, end="")
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    summary, _, details = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary,
        epilog=details,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--posts", nargs="+", type=Path, default=[], metavar="FILE")
    parser.add_argument("--count", type=int, default=POSTS, help="posts, spread over the files")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="node_modules of the others")
    parser.add_argument("--output", type=Path, metavar="FILE")
    parser.add_argument("--only", type=lambda value: value.split(","), default=list(SCENARIOS))
    parser.add_argument("--runs", type=int, default=RUNS, help="of commands of about a second")
    parser.add_argument("--few", type=int, default=FEW, help="runs of longer commands")
    parser.add_argument("--long", action="store_true", help="100,000 posts too")
    parser.add_argument("--postlint", metavar="COMMAND", help="default: that of this Python")
    parser.add_argument("--dry-run", action="store_true", help="only look for the others")
    return parser


def _own() -> tuple[str, ...]:
    """Return how people call postlint: the script beside this Python, else its module."""
    script = Path(sys.executable).with_name("postlint")
    return (str(script),) if script.exists() else (sys.executable, "-m", "postlint")


def _measured(bench: Bench, wanted: Sequence[str]) -> dict[str, Section]:
    sections: dict[str, Section] = {}
    for name, measure in SCENARIOS.items():
        if name not in wanted:
            continue
        if name in NEEDS_POSTS and not bench.texts:
            note = "No files of posts were given: not measured."
            sections[name] = Section(name.capitalize(), "", notes=[note])
        else:
            sections |= measure(bench)
    return sections


def _tell(words: str) -> None:
    """Show what is being done on one line of standard error, where somebody watches."""
    if sys.stderr.isatty():
        print(f"\r\033[K{words[:78]}", end="" if words else "\r", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
