"""What a cold start spends: imports by package, from ``-X importtime``, and the rest."""

from __future__ import annotations

import sys
from statistics import median
from typing import TYPE_CHECKING, Final

from measuring import importing, material
from measuring.bench import Bench, Section
from measuring.figures import NOTHING
from measuring.processes import Command, run
from measuring.scenarios.cold import RULE
from measuring.tables import markdown

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping, Sequence

BARE: Final = "bare Python"
_PLAIN, _TRIGGER = "no grammar", "with grammar"
_REST: Final = "all else: the interpreter, and the work itself"
_SMALL: Final = 0.001
_OTHERS: Final = "others"


def measure(bench: Bench) -> dict[str, Section]:
    """Import in turn, as the commands of the cold scenario do; medians of each package."""
    taken: dict[str, list[Counter[str]]] = {}
    seen: dict[str, set[str]] = {}
    for number in range(bench.few + 1):
        for command in _commands(bench):
            bench.tell(f"imports, round {number} of {bench.few}: {command.name}")
            timing, printed = run(command, bench.folder)
            imports = importing.read(printed)
            cost = importing.by_package(imports)
            cost[_REST] = round(timing.wall * 1e6) - cost.total()
            seen[command.name] = {each.module for each in imports}
            if number:
                taken.setdefault(command.name, []).append(cost)
    words = (
        "Wall clock of one process, by what it was spent on. What a library imports, of the "
        "standard library too, counts as the library's: leaving it out would save it. "
        "`-X importtime` itself makes every import somewhat slower."
    )
    costs = {name: medians(counters) for name, counters in taken.items()}
    title = "What a cold start spends"
    return {"imports": Section(title, words, [table(costs)], _warnings(seen))}


def _commands(bench: Bench) -> list[Command]:
    commands = [Command(BARE, _python("-c", "pass"))]
    wanted: dict[str, tuple[str, ...]] = {
        "--help": ("--help",),
        "rules": ("rules",),
        "explain": ("explain", RULE),
    }
    for name, text in ((_PLAIN, material.PLAIN), (_TRIGGER, material.WITH_TRIGGER)):
        file = material.write_page(bench.folder / f"imports {name}.md", [text.strip()])
        wanted[name] = ("check", str(file))
    for name, arguments in wanted.items():
        cold = bench.cold(f"imports {name}", *arguments)
        module = _python("-m", "postlint", *arguments)
        commands.append(Command(name, module, cold.environment, cold.prepare))
    return commands


def _python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-X", "importtime", *arguments)


def medians(counters: Sequence[Counter[str]]) -> dict[str, float]:
    """Return the median of each package over several runs, in seconds."""
    names = {name for counter in counters for name in counter}
    return {name: median(counter[name] for counter in counters) / 1e6 for name in names}


def table(costs: Mapping[str, Mapping[str, float]]) -> str:
    """Return the table of packages by scenario, the dearest first; the small ones together."""
    dearest: dict[str, float] = {}
    for cost in costs.values():
        for name, value in cost.items():
            dearest[name] = max(dearest.get(name, 0.0), value)
    small = {name for name, value in dearest.items() if value < _SMALL}
    fixed = [importing.OWN, importing.STANDARD]
    middle = sorted(dearest.keys() - small - {*fixed, _REST}, key=lambda n: -dearest[n])
    rows = [[name, *(_cell(cost.get(name)) for cost in costs.values())] for name in fixed + middle]
    if small:
        sums = [sum(cost.get(name, 0.0) for name in small) for cost in costs.values()]
        rows.append([_OTHERS, *(_cell(value) for value in sums)])
    rows.append([_REST, *(_cell(cost.get(_REST)) for cost in costs.values())])
    rows.append(["in all", *(_cell(sum(cost.values())) for cost in costs.values())])
    return markdown(["milliseconds", *costs], rows)


def _cell(value: float | None) -> str:
    return f"{value * 1000:.1f}" if value else NOTHING


def _warnings(seen: Mapping[str, set[str]]) -> list[str]:
    """Say whether the drafts are what they are meant to be: one without grammar, one with."""
    notes = []
    if _has_grammar(seen[_PLAIN]):
        notes.append("The draft that needs no grammar imported numpy: read its figures so.")
    if not _has_grammar(seen[_TRIGGER]):
        notes.append("The draft that asks for grammar did not import numpy: read its figures so.")
    return notes


def _has_grammar(modules: set[str]) -> bool:
    """Tell whether numpy was imported, on which the embedded model runs."""
    return any(module.partition(".")[0] == "numpy" for module in modules)
