"""The second run over the same draft, and over the same queue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measuring import material, peers
from measuring.bench import QUIET, Bench, Section, contents, renew
from measuring.figures import Series
from measuring.processes import run
from measuring.tables import compared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from measuring.processes import Command

_KEEPS_NONE: Final = (
    "This version keeps no results: the second run does the work of the first again."
)


def measure(bench: Bench) -> dict[str, Section]:
    """Time commands whose results an earlier run may have kept."""
    sections = {"cached": _drafts(bench)}
    if bench.texts:
        sections["cached-queue"] = _queue(bench)
    return sections


def _drafts(bench: Bench) -> Section:
    own, keeps = [], False
    texts = {"no grammar": material.PLAIN, "with grammar": material.WITH_TRIGGER}
    for name, text in texts.items():
        file = material.write_page(bench.folder / f"cached {name}.md", [text.strip()])
        command, kept = _primed(bench, f"postlint, {name}", ("check", str(file)))
        own.append(command)
        keeps = keeps or kept
    asking = material.write_page(bench.folder / "cached.md", [material.WITH_TRIGGER.strip()])
    names = (peers.PROSELINT, peers.ALEX)
    others = [peer.over(asking) for peer in bench.peers if peer.name in names]
    series = {n: Series(runs) for n, runs in bench.timed([*own, *others], bench.runs).items()}
    return Section(
        "Cached: the same draft again",
        "A new process for each run, over a draft that an earlier process has judged. "
        "The others keep nothing; they have the draft that asks for grammar.",
        [compared(series, peers.PROSELINT)],
        [] if keeps else [_KEEPS_NONE],
        series,
    )


def _queue(bench: Bench) -> Section:
    queue = material.write_queue(bench.folder / "cached.jsonl", bench.texts)
    page = material.write_page(bench.folder / "cached.md", bench.texts)
    arguments = ("check", str(queue), "--format", "concise")
    command, kept = _primed(bench, "postlint", (*arguments, *QUIET))
    others = [peer.over(page) for peer in bench.peers if peer.name == peers.PROSELINT]
    series = {n: Series(runs) for n, runs in bench.timed([command, *others], bench.few).items()}
    return Section(
        "Cached: the same queue again",
        f"A queue of {len(bench.texts):,} posts that an earlier process has judged.",
        [compared(series, peers.PROSELINT)],
        [] if kept else [_KEEPS_NONE],
        series,
    )


def _primed(bench: Bench, name: str, arguments: Sequence[str]) -> tuple[Command, bool]:
    """Run a command once; return it, and whether it kept anything that other posts did not."""
    cache: Path = bench.folder / "caches" / f"cached {name} {len(arguments)}"
    renew(cache, bench.shelf())
    before = contents(cache)
    command = bench.postlint(name, *arguments, cache=cache)
    run(command, bench.folder)
    return command, contents(cache) != before
