"""Some thousand real posts at once: all packs, every finding."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from measuring import material, peers
from measuring.bench import QUIET, Bench, Section
from measuring.figures import Series
from measuring.processes import Command
from measuring.tables import compared, markdown

_PARSE: Final = Path(__file__).parents[1] / "parse.py"
PIPELINE: Final = "full pipeline over every post"
ONE: Final = "postlint --jobs 1"
TWO: Final = "postlint --jobs 2"


def measure(bench: Bench) -> dict[str, Section]:
    """Time postlint over a queue, its peers over one file of the same posts."""
    queue = material.write_queue(bench.folder / "posts.jsonl", bench.texts)
    page = material.write_page(bench.folder / "posts.md", bench.texts)
    check = ("check", str(queue), "--format", "concise", *QUIET)
    commands = [
        bench.cold(ONE, *check, "--jobs", "1"),
        bench.cold(TWO, *check, "--jobs", "2"),
        Command(PIPELINE, (sys.executable, str(_PARSE), str(queue))),
        *(peer.over(page) for peer in bench.peers),
    ]
    series = {name: Series(runs) for name, runs in bench.timed(commands, bench.few).items()}
    count, words = len(bench.texts), material.word_count(bench.texts)
    rates = [[name, f"{count / each.median('wall'):,.0f}"] for name, each in series.items()]
    return {
        "throughput": Section(
            "Throughput",
            f"{count:,} real posts ({words:,} words), all packs, every finding printed, no result "
            "kept. The others lint one file of these posts. The full pipeline is what each post "
            "would cost if grammar were not asked for on demand: parsing alone, no rule.",
            [compared(series, peers.PROSELINT), markdown(["command", "posts a second"], rates)],
            series=series,
        )
    }
