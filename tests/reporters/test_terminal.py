"""The terminal page: what it must hold to, beyond its golden files."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from time import process_time

import pytest
from rich.cells import cell_len

from postlint.model import PANEL, Report, Result, Rule, Verdict
from postlint.reporters import REPORTERS, Style, terminal

PAINT = re.compile("\x1b\\[[0-9;]*m")
ADDRESS = re.compile("https?://")


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_page(width: int, report: Report) -> None:
    for line in terminal.render(report, Style(width=width)).splitlines():
        assert cell_len(line) <= width or ADDRESS.search(line), line


def test_color_changes_no_word(report: Report) -> None:
    painted = terminal.render(report, Style(color=True))
    assert PAINT.sub("", painted) == terminal.render(report, Style())


def test_nothing_of_a_post_reaches_the_terminal_raw(report: Report) -> None:
    page = terminal.render(report, Style())
    assert not set(page) & set("\x1b\x9b\u202e\u2069\u200b\r")


def test_no_pale_color(report: Report) -> None:
    codes = set(PAINT.findall(terminal.render(report, Style(color=True))))
    assert codes <= {f"\x1b[{code}m" for code in ("0", "1", "1;31", "1;32", "1;35", "1;36")}


def test_our_own_signs_are_plain_where_asked(report: Report) -> None:
    plain = replace(report, results=report.results[:1], unreadable=())
    assert "“" not in terminal.render(plain, Style(unicode=False))


def test_the_panel_speaks_in_its_own_words(report: Report) -> None:
    page = terminal.render(report, Style())
    for sentence in PANEL.values():
        assert f"  {sentence}" in page


def test_a_post_alone_is_never_cut_to_one_line(report: Report) -> None:
    alone = replace(report, results=report.results[-1:], unreadable=())
    page = terminal.render(alone, Style())
    assert "A  Don't be boring" in page
    assert "READY  nothing stands in the way" in page


def test_clean_posts_of_a_queue_take_one_line_each(report: Report) -> None:
    page = terminal.render(report, Style())
    assert len(re.findall("^READY  queue.csv row [45] ", page, re.MULTILINE)) == 2


def test_a_rule_explains_itself_once_a_post(report: Report) -> None:
    alone = replace(report, results=report.results[2:3], unreadable=())
    page = terminal.render(alone, Style())
    assert page.count("embarrass-government/insulted-leader") == 2
    assert page.count("  why ") == 1


def test_a_rule_without_words_leaves_no_label(report: Report) -> None:
    result = report.results[0]
    rule: Rule = replace(result.findings[1].rule, why="", how="", source=None)
    finding = replace(result.findings[1], rule=rule)
    alone = Report("0.1.0", (replace(result, findings=(finding,)),))
    page = terminal.render(alone, Style())
    assert not re.search("^  (why|instead|source)", page, re.MULTILINE)


def test_a_rule_that_takes_no_acceptance_says_so(report: Report) -> None:
    result = report.results[0]
    rule = replace(result.findings[1].rule, acceptable=False)
    finding = replace(result.findings[1], rule=rule)
    page = terminal.render(Report("0.1.0", (replace(result, findings=(finding,)),)), Style())
    assert "accept     not possible" in page


def test_a_french_message_keeps_its_no_break_spaces(report: Report) -> None:
    result = report.results[0]
    message = "dites «\u00a0non\u00a0!\u00a0» ou 40\u202f000 " * 9
    finding = replace(result.findings[1], message=message)
    alone = Report("0.1.0", (replace(result, findings=(finding,)),))
    for width in range(60, 90):
        page = terminal.render(alone, Style(width=width))
        assert not re.search("[«\u00a0]$|^ *[!»]", page, re.MULTILINE)
        assert page.count("40\u202f000") == 9


def test_a_long_address_is_never_broken(report: Report) -> None:
    address = "https://www.example.org/guidance/propriety-in-digital-and-social-media"
    assert terminal.render(report, Style(width=50)).count(f"\n{address}\n") == 3


def test_color_marks_the_match_in_its_line(report: Report) -> None:
    assert "is a \x1b[1;31mjerk\x1b[0m about" in terminal.render(report, Style(color=True))


ENVIRONMENTS = {
    "no color": {"NO_COLOR": "1", "TERM": "dumb"},
    "forced color": {"FORCE_COLOR": "1", "COLORTERM": "truecolor", "TERM": "xterm-256color"},
    "size": {"COLUMNS": "30", "LINES": "5"},
    "notebook": {"DATABRICKS_RUNTIME_VERSION": "1", "JUPYTER_COLUMNS": "30"},
}


@pytest.mark.parametrize("variables", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
@pytest.mark.parametrize("color", [False, True], ids=["plain", "color"])
def test_the_environment_changes_nothing(
    variables: dict[str, str], color: bool, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = Style(color=color)
    expected = terminal.render(report, style)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert terminal.render(report, style) == expected


def test_rich_is_loaded_only_when_a_page_is_rendered() -> None:
    program = (
        "import sys, postlint.reporters, postlint.reporters.inspection as page\n"
        "sys.exit('rich' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own words


def many(report: Report, telling: int, silent: int = 0) -> Report:
    told = report.results[0]
    ready = replace(told, findings=(), accepted=(), unused=(), verdict=Verdict.READY)

    def at(result: Result, number: int) -> Result:
        return replace(result, post=replace(result.post, id=f"row {number}"))

    results = [at(told, number) for number in range(telling)]
    results += [at(ready, telling + number) for number in range(silent)]
    return Report("0.1.0", tuple(results))


def test_many_posts_have_a_line_for_each_finding(report: Report) -> None:
    page = terminal.render(many(report, 60, 300), Style())
    assert "row 0: " in page
    assert "--format html" in page
    assert "300 READY" in page
    assert len([line for line in page.splitlines() if " row 59  " in line]) == len(
        {(found.rule.id, found.span) for found in report.results[0].findings}
    ) + len(report.results[0].accepted)
    assert "row 59  READY" not in page
    assert PAINT.sub("", terminal.render(many(report, 60), Style(color=True))) == terminal.render(
        many(report, 60), Style()
    )


def test_a_few_posts_among_many_are_told_in_full(report: Report) -> None:
    page = terminal.render(many(report, 3, 300), Style())
    assert "HOLD" in page
    assert "row 200" not in page
    assert "300 READY" in page


def test_thousands_of_findings_are_told_at_once(report: Report) -> None:
    start = process_time()
    terminal.render(many(report, 1_000, 9_000), Style(color=True))
    assert process_time() - start < 6


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_a_report_says_what_the_baseline_hides(name: str, report: Report) -> None:
    page = REPORTERS[name].render(replace(report, known=3), Style())
    assert "3 known findings of the baseline not shown" in page
    assert "of the baseline" not in REPORTERS[name].render(report, Style())
