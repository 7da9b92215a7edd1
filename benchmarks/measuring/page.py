"""The page of figures: nothing on it is written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from measuring import aims, machine
from measuring.figures import megabytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from measuring.bench import Section
    from measuring.peers import Peer

_HEAD: Final = """# Performance

Written by `benchmarks/speed.py`; do not edit, run it again (`benchmarks/README.md` says how).
"""
_METHOD: Final = (
    "Every figure is that of whole processes, from start to exit, and a median of several runs. "
    "Commands of one table ran in turn, so that a noisy minute fell on all of them. A ratio is the "
    "median of the ratios of neighbouring runs; below 1 means less than the other. CPU is the "
    "time of all processors, user and system. Peak memory is that of the largest process, and "
    "cannot be seen below the benchmark's own {own}. All tools ran with their default rules, "
    "textlint with those of write-good and alex."
)
_BUSY: Final = (
    "**The machine was busy with other work: trust the CPU times more than the wall clock.**"
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, on what and beside whom the figures were taken."""

    day: date
    version: str
    load: float
    peers: Sequence[Peer]
    missing: Sequence[str]


def render(sections: Mapping[str, Section], about: Circumstances) -> str:
    """Return the page in Markdown."""
    parts = [_HEAD, _circumstances(about), _METHOD.format(own=megabytes(machine.own_peak()))]
    if sections and machine.is_busy(about.load):
        parts.append(_BUSY)
    parts += ["## Aims", aims.table(sections)]
    for section in sections.values():
        parts += [f"## {section.title}", section.words, *section.tables, *section.notes]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _circumstances(about: Circumstances) -> str:
    lines = [
        f"- date: {about.day.isoformat()}, postlint {about.version}",
        f"- machine: {machine.described()}",
        f"- load before the first run: {about.load:.2f} processes a core",
        f"- libraries: {machine.libraries()}",
        *(f"- beside: {peer.name} {peer.version}" for peer in about.peers),
        *(f"- not beside: {problem}" for problem in about.missing),
    ]
    return "\n".join(lines)
