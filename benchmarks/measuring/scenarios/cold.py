"""A process for one short draft, and for questions that need no draft at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measuring import material, peers
from measuring.bench import QUIET, Bench, Section
from measuring.figures import Series
from measuring.tables import compared

if TYPE_CHECKING:
    from pathlib import Path

    from measuring.processes import Command

RULE: Final = "embarrass-yourself/doubled-word"
_DRAFTS: Final = {
    "plain": (
        material.PLAIN,
        "Cold: a short draft that needs no grammar",
        "No word of this draft asks for grammar.",
    ),
    "trigger": (
        material.WITH_TRIGGER,
        "Cold: a short draft that asks for grammar",
        "One word of this draft asks for grammar, so its one sentence goes through the pipeline.",
    ),
}
_KEPT: Final = (
    "A new process for each run. “postlint” finds its rules as an earlier run kept them, but no "
    "result; with `--no-cache` nothing kept is used; “first run ever” finds an empty cache folder."
)


def measure(bench: Bench) -> dict[str, Section]:
    """Time drafts beside the peers, and the commands that judge nothing."""
    sections = {"help": _questions(bench)}
    for key, (text, title, words) in _DRAFTS.items():
        file = material.write_page(bench.folder / f"{key}.md", [text.strip()])
        timings = bench.timed([*_own(bench, key, file), *_others(bench, file)], bench.runs)
        series = {name.removeprefix(f"{key}: "): Series(runs) for name, runs in timings.items()}
        table = compared(series, peers.PROSELINT)
        sections[key] = Section(title, f"{words} {_KEPT}", [table], series=series)
    return sections


def _own(bench: Bench, key: str, file: Path) -> list[Command]:
    check = ("check", str(file))
    return [
        bench.cold(f"{key}: postlint", *check),
        bench.cold(f"{key}: postlint --format concise", *check, "--format", "concise"),
        bench.cold(f"{key}: postlint --no-cache", *check, "--no-cache"),
        bench.first(f"{key}: postlint, first run ever", *check, *QUIET),
    ]


def _others(bench: Bench, file: Path) -> list[Command]:
    spacy = [each for each in peers.floors() if each.name == peers.IMPORT_SPACY]
    return [*(peer.over(file) for peer in bench.peers), *spacy]


def _questions(bench: Bench) -> Section:
    cache = bench.shelf()
    commands = [
        bench.postlint("postlint --help", "--help", cache=cache),
        bench.postlint("postlint rules", "rules", cache=cache),
        bench.postlint("postlint explain", "explain", RULE, cache=cache),
        bench.postlint(
            "an error of usage",
            *("check", "--formt", "json"),
            cache=cache,
            statuses=frozenset({2}),
        ),
        *(each for each in peers.floors() if each.name != peers.IMPORT_SPACY),
    ]
    timings = bench.timed(commands, bench.runs)
    series = {name: Series(runs) for name, runs in timings.items()}
    words = "Commands that judge no post, beside an interpreter that does nothing."
    return Section(
        "Cold: help, rules, errors of usage",
        words,
        [compared(series, "bare Python")],
        series=series,
    )
