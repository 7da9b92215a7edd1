"""What ten times the posts cost: time a post, and memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measuring import material
from measuring.bench import QUIET, Bench, Section
from measuring.figures import Series, megabytes, seconds, times
from measuring.processes import in_turn
from measuring.tables import markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES: Final = (1_000, 10_000)
LARGEST: Final = 100_000


def measure(bench: Bench) -> dict[str, Section]:
    """Time queues of halves of real posts, each ten times as long as the one before."""
    sizes = (*SIZES, LARGEST) if bench.long else SIZES
    series = {}
    for size in sizes:
        queue = bench.folder / f"grown-{size}.jsonl"
        material.write_queue(queue, material.grown(bench.texts, size))
        arguments = ("check", str(queue), "--format", "concise", *QUIET, "--jobs", "1")
        runs = 1 if size > SIZES[0] else bench.few
        warm_up = size == SIZES[0]
        command = bench.cold(f"{size:,}", *arguments)
        timings = in_turn([command], bench.folder, runs, warm_up=warm_up, tell=bench.tell)
        series[f"{size:,}"] = Series(timings[command.name])
    notes = [] if bench.long else [f"{LARGEST:,} posts only with `--long`: not measured."]
    words = (
        "Queues of real posts and of halves of them joined anew, with made-up ids; one process, no "
        "result kept. The time a post includes the start; memory is the process's peak."
    )
    return {"growth": Section("Growth", words, [table(series)], notes, series)}


def table(series: Mapping[str, Series]) -> str:
    """Return the table of sizes (“1,000”): time in all and a post, ratio to the first, memory."""
    rows, first = [], 0.0
    for name, each in series.items():
        per_post = each.median("cpu") / int(name.replace(",", ""))
        first = first or per_post
        wall, cpu = seconds(each.median("wall")), seconds(each.median("cpu"))
        ratio = times(per_post / first)
        rows.append([name, wall, cpu, seconds(per_post), ratio, megabytes(each.peak())])
    first_name = next(iter(series), "the first")
    head = ["posts", "wall", "CPU", "CPU a post", f"to that of {first_name}", "peak memory"]
    return markdown(head, rows)
