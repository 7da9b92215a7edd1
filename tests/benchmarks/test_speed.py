"""The arithmetic of the speed benchmark, on figures that nobody measured."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("resource", reason="the benchmark is for POSIX systems")

from measuring import aims, figures, importing, material, page, tables
from measuring.bench import Section, contents, renew
from measuring.figures import Series
from measuring.processes import Command, FailedError, Timing, clean_environment, in_turn, run
from measuring.scenarios import SCENARIOS, growth, imports

if TYPE_CHECKING:
    from pathlib import Path


def series(*walls: float, cpu: float = 0.5, peak: int = 50_000_000) -> Series:
    return Series([Timing(wall, cpu, peak) for wall in walls])


def test_median_is_the_middle_run() -> None:
    assert series(0.3, 9.0, 0.1).median("wall") == 0.3
    assert series(0.3, 9.0, 0.1).spread() == (0.1, 9.0)


def test_ratio_is_taken_round_by_round() -> None:
    # The second round was slow for both: the ratio does not notice.
    assert series(1.0, 10.0, 1.2).ratio(series(2.0, 20.0, 2.4), "wall") == 0.5


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.00162, "1.62 ms"),
        (0.0621, "62 ms"),
        (0.4812, "0.48 s"),
        (4.0, "4.00 s"),
        (12.34, "12.3 s"),
    ],
)
def test_seconds_are_written_as_they_are_read(value: float, written: str) -> None:
    assert figures.seconds(value) == written


def test_compared_names_ratios_to_the_yardstick() -> None:
    table = tables.compared({"ours": series(0.2, cpu=0.1), "theirs": series(0.1)}, "theirs")
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    assert cells[0][-2:] == ["wall, to theirs", "CPU, to theirs"]
    assert cells[2] == ["ours", "0.20 s", "0.20 s–0.20 s", "0.10 s", "50 MB", "2.00 ×", "0.20 ×"]
    assert cells[3] == ["theirs", "0.10 s", "0.10 s–0.10 s", "0.50 s", "50 MB", "1.00 ×", "1.00 ×"]
    assert len({len(line) for line in table.splitlines()}) == 1


def test_a_yardstick_that_did_not_run_leaves_ratios_empty() -> None:
    row = tables.compared({"ours": series(0.2)}, "theirs").splitlines()[-1]
    assert row.count(figures.NOTHING) == 3  # one of them stands between shortest and longest


def test_a_bar_in_a_cell_does_not_end_it() -> None:
    assert "a\\|b" in tables.markdown(["x", "y"], [["a|b", "1"]])


def test_growth_is_told_by_the_post() -> None:
    table = growth.table({"1,000": series(1.0, cpu=2.0), "10,000": series(9.0, cpu=10.0)})
    assert "1.00 ms | 0.50 ×" in " ".join(table.splitlines()[-1].replace(" |", " |").split())


PRINTED = """\
import time: self [us] | cumulative | imported package
import time:       100 |        100 |   _io
import time:       200 |        300 | io
import time:        10 |         10 |     json
import time:        30 |         40 |   click
import time:         5 |          5 |       numpy
import time:         6 |          6 |       decimal
import time:        20 |         31 |     spacy
import time:         7 |         38 |   postlint.language
import time:        50 |        128 | postlint.cli
and what the program itself says
"""


def test_imports_are_charged_to_the_outermost_library() -> None:
    found = importing.by_package(importing.read(PRINTED))
    assert found == {"standard library": 300, "click": 40, "spacy": 31, "postlint": 57}


def test_small_imports_are_told_together() -> None:
    counters = [Counter({"postlint": 9000, "tiny": 50, "click": ms * 1000}) for ms in (2, 8, 4)]
    table = imports.table({"--help": imports.medians(counters)})
    assert "| click " in table
    assert "4.0" in table
    assert "tiny" not in table
    assert "| others " in table


def test_aims_say_what_was_not_measured() -> None:
    assert aims.table({}).count("not measured") == len(aims.AIMS)


def test_aims_are_held_against_the_figures() -> None:
    drafts = {"postlint": series(0.14), "proselint": series(0.1)}
    large = {"100,000": series(60.0, peak=1_200_000_000)}
    sections = {"plain": Section("", "", series=drafts), "growth": Section("", "", series=large)}
    rows = {aim.words: aim.row(sections) for aim in aims.AIMS}
    assert rows["a draft that needs no grammar, cold"][1:] == [
        *("1.50 × proselint", "1.40 ×", "1.00 ×", "yes")
    ]
    assert rows["memory, 100,000 posts"][1:] == ["1,000 MB", "1,200 MB", figures.NOTHING, "no"]


def test_the_page_names_what_is_missing() -> None:
    about = page.Circumstances(date(2026, 11, 24), "1.0", 0.1, [], ["alex: not found"])
    text = page.render({"warm": Section("Warm", "", notes=["No server."])}, about)
    assert "- not beside: alex: not found" in text
    assert "## Warm\n\nNo server.\n" in text
    assert "busy" not in text
    assert "busy" in page.render(
        {"warm": Section("Warm", "")}, page.Circumstances(about.day, "1.0", 3.0, [], [])
    )


def test_samples_are_spread_and_of_one_language(tmp_path: Path) -> None:
    entries = [{"text": f"Post\n{n}.", "lang": "fr" if n == 3 else "en"} for n in range(9)]
    file = tmp_path / "posts.jsonl"
    file.write_text("\n".join(map(json.dumps, entries)), encoding="utf-8")
    texts = material.read([file])
    assert len(texts) == 8
    assert material.sample(texts, 4) == ["Post 0.", "Post 2.", "Post 5.", "Post 7."]


def test_grown_posts_begin_as_they_are_and_do_not_repeat() -> None:
    texts = [f"{n} b c d {n} f" for n in range(50)]
    made = material.grown(texts, 500)
    assert made[:50] == texts
    assert len(set(made)) == 500
    assert made == material.grown(texts, 500)


def test_commands_run_in_turn_each_prepared(tmp_path: Path) -> None:
    told: list[str] = []

    def command(name: str) -> Command:
        arguments = (sys.executable, "-c", "pass")
        return Command(name, arguments, prepare=lambda n: told.append(f"{name}{n}"))

    timings = in_turn([command("a"), command("b")], tmp_path, 2)
    assert told == ["a0", "b0", "a1", "b1", "a2", "b2"]
    assert [len(runs) for runs in timings.values()] == [2, 2]
    assert all(run.wall > 0 and run.peak > 0 for run in timings["a"])


def test_a_command_that_fails_is_no_figure(tmp_path: Path) -> None:
    command = Command("bad", (sys.executable, "-c", "raise SystemExit('no such file')"))
    run(command, tmp_path)
    strict = Command("bad", command.arguments, statuses=frozenset({0}))
    with pytest.raises(FailedError, match="bad ended with 1: no such file"):
        run(strict, tmp_path)


def test_the_environment_steers_nothing() -> None:
    given = {"PYTHONDONTWRITEBYTECODE": "1", "POSTLINT_CACHE_DIR": "x", "PATH": "/bin"}
    assert clean_environment(given) == {"PATH": "/bin", "NO_COLOR": "1", "POSTLINT_SERVER": "off"}


def test_a_renewed_cache_is_what_the_shelf_is(tmp_path: Path) -> None:
    shelf, cache = tmp_path / "shelf", tmp_path / "cache"
    shelf.mkdir()
    (shelf / "rules.json").write_text("{}", encoding="utf-8")
    renew(cache, shelf)
    (cache / "result.json").write_text("[]", encoding="utf-8")
    assert contents(cache) != contents(shelf)
    renew(cache, shelf)
    assert contents(cache) == contents(shelf)
    renew(cache, None)
    assert contents(cache) == set()


def test_every_scenario_has_its_own_module() -> None:
    assert {measure.__module__.rpartition(".")[2] for measure in SCENARIOS.values()} == set(
        SCENARIOS
    )
