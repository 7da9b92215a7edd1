"""The scenarios, in the order of the page: each measures, and returns its sections by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measuring.scenarios import cached, cold, growth, imports, throughput, warm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from measuring.bench import Bench, Section

SCENARIOS: Final[Mapping[str, Callable[[Bench], dict[str, Section]]]] = {
    "cold": cold.measure,
    "imports": imports.measure,
    "cached": cached.measure,
    "warm": warm.measure,
    "throughput": throughput.measure,
    "growth": growth.measure,
}
NEEDS_POSTS: Final = frozenset({"throughput", "growth"})
"""Scenarios that say nothing without real posts."""
