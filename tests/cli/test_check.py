"""``postlint check``: what it reads, what it says, and what a script can rely on."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Done


def report(done: Done) -> Any:
    """Return the JSON report, once it keeps its schema."""
    document = json.loads(done.out)
    schema = json.loads((resources.files("postlint") / "schemas" / "report-1.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(document)
    return document


def rules_of(done: Done) -> list[str]:
    posts = report(done)["posts"]
    return [finding["rule"].partition("/")[2] for post in posts for finding in post["findings"]]


# ---------------------------------------------------------------- exit status


STATUSES = [
    ("A good day.", "error", 0),
    ("A bad day.", "error", 1),
    ("A weak day.", "error", 0),
    ("A weak day.", "warning", 1),
    ("A dull day.", "warning", 0),
    ("A dull day.", "suggestion", 1),
    ("A bad day.", "never", 0),
]


@pytest.mark.parametrize(("text", "level", "status"), STATUSES)
def test_findings_at_or_above_the_level_fail(
    text: str, level: str, status: int, run: Callable[..., Done]
) -> None:
    done = run("check", "--text", text, "--fail-on", level)
    assert (done.status, done.err) == (status, "")


def test_the_level_is_error_by_default(run: Callable[..., Done]) -> None:
    assert run("check", "--text", "weak").status == 0
    assert run("check", "--text", "bad").status == 1


def test_the_configuration_may_set_the_level(run: Callable[..., Done], home: Path) -> None:
    (home / "postlint.yaml").write_text("packs: [ours]\nselect: [ours]\nfail_on: warning\n")
    assert run("check", "--text", "weak").status == 1
    assert run("check", "--text", "weak", "--fail-on", "never").status == 0


WRONG_USE: dict[str, tuple[list[str], str]] = {
    "nothing": ([], "nothing to check: give a file, a folder, - for standard input, or --text"),
    "missing file": (["nofile.md"], "nofile.md: no such file or folder"),
    "text and path": (["--text", "x", "ours"], "give paths or --text, not both"),
    "option": (["--text", "x", "--fromat", "json"], "No such option.*Did you mean.*--format"),
    "format": (["--text", "x", "-f", "jsn"], "--format “jsn”: did you mean “json”"),
    "platform": (["--text", "x", "--platform", "twiter"], "--platform “twiter”: allowed: bluesky"),
    "level": (["--text", "x", "--fail-on", "eror"], "--fail-on “eror”: did you mean “error”"),
    "day": (["--text", "x", "--now", "tomorrow"], "--now “tomorrow”: write a day such as 2026"),
    "language": (["--text", "x", "--lang", "english?"], "--lang “english\\?”: write a language"),
    "rule": (["--text", "x", "--select", "ours/bda"], "no rule or pack is called “ours/bda”; did"),
    "pack": (["--text", "x", "--ignore", "our"], "no rule or pack is called “our”; did you mean “"),
    "severity": (["--text", "x", "--severity", "ours/bad=loud"], "--severity “ours/bad=loud”: al"),
    "no level": (["--text", "x", "--severity", "ours/bad"], "write RULE=LEVEL"),
    "level of no rule": (["--text", "x", "--severity", "ours/bda=off"], "no rule or pack"),
    "no reason": (["--text", "x", "--accept", "ours/bad"], "write RULE=reason, the reason in thr"),
    "short reason": (["--text", "x", "--accept", "ours/bad=because"], "in three words or more"),
    "accept no rule": (
        ["--text", "x", "--accept", "ours/bda=a b c"],
        "--accept “ours/bda”: no rule",
    ),
    "accept a near name": (["--text", "x", "--accept", "bda=a b c"], "“bda”: .*you mean “bad”"),
    "accept a secret": (["--text", "x", "--accept", "ours/secret=a b c"], "cannot be accepted"),
    "pack folder": (["--text", "x", "--pack", "theirs"], "theirs: there is no such pack folder"),
    "config": (
        ["--text", "x", "--config", "no.yaml"],
        "no.yaml: the configuration cannot be read: No such file or directory\n",
    ),
    "no value": (["--text", "x", "--format"], "requires an argument"),
    "two to stdout": (["--text", "x", "-f", "json", "-f", "concise"], "cannot share standard out"),
    "output alone": (["--text", "x", "-o", "a.json"], "--output a.json needs a --format"),
    "output twice": (["--text", "x", "-f", "json", "-o", "a", "-o", "b"], "belongs to no --format"),
    "no such folder": (["--text", "x", "-f", "json", "-o", "no/a.json"], "cannot be written"),
    "bad file name": (["a\0b"], "a.*b"),
}


@pytest.mark.parametrize("name", WRONG_USE)
def test_wrong_use_is_told_in_one_line(name: str, run: Callable[..., Done]) -> None:
    arguments, problem = WRONG_USE[name]
    done = run("check", *arguments)
    assert (done.status, done.out) == (2, "")
    assert re.search(problem, done.err), done.err
    assert done.err.startswith("postlint: ")
    assert done.err.count("\n") == 1


def test_a_broken_configuration_fails_closed(run: Callable[..., Done], home: Path) -> None:
    (home / "postlint.yaml").write_text("ignroe: [ours]\n")
    done = run("check", "--text", "bad")
    assert done.status == 2
    assert re.search(r"postlint\.yaml:1:1: unknown key “ignroe” .* did you mean “ignore”", done.err)


def test_a_broken_pack_fails_closed(run: Callable[..., Done], home: Path) -> None:
    rules = home / "ours" / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("check: swap", "check: swop"), "utf-8")
    done = run("check", "--text", "bad")
    assert done.status == 2
    assert re.search(r"rules\.yaml:44:12: .*“swop” is not .* did you mean “swap”", done.err)


def test_a_bug_of_ours_says_so(run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("postlint.runner.run", broken)
    done = run("check", "--text", "bad")
    assert done.status == 3
    assert "Traceback" in done.err
    assert done.err.endswith("not in your post; please report the lines above\n")


def test_an_interruption_is_no_bug(
    run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("postlint.runner.run", interrupted)
    done = run("check", "--text", "bad")
    assert (done.status, done.err.strip()) == (130, "postlint: interrupted")


# ---------------------------------------------------------------- what is read


def test_a_draft_with_front_matter(run: Callable[..., Done], home: Path) -> None:
    (home / "draft.md").write_text("---\nplatform: [x, bluesky]\n---\nA bad day.\n")
    posts = report(run("check", "draft.md", "-f", "json"))["posts"]
    assert [(post["platform"], post["line"]) for post in posts] == [("x", 4), ("bluesky", 4)]
    finding = posts[0]["findings"][0]
    assert (finding["start"], finding["end"]) == (
        {"line": 4, "column": 3},
        {"line": 4, "column": 6},
    )


def test_a_folder_is_walked(run: Callable[..., Done], home: Path) -> None:
    (home / "drafts").mkdir()
    (home / "drafts" / "b.md").write_text("bad")
    (home / "drafts" / "a.txt").write_text("good")
    (home / "drafts" / "picture.png").write_bytes(b"\x89PNG")
    posts = report(run("check", "drafts", "-f", "json"))["posts"]
    assert [post["source"] for post in posts] == ["drafts/a.txt", "drafts/b.md"]


def test_standard_input(run: Callable[..., Done]) -> None:
    done = run("check", "-", "-f", "json", stdin="bad")
    assert done.status == 1
    assert report(done)["posts"][0]["source"] == "-"


@pytest.mark.parametrize("dash", [["-"], []], ids=["dash", "no dash"])
def test_standard_input_may_have_a_name(dash: list[str], run: Callable[..., Done]) -> None:
    queue = '{"text": "one bad"}\n{"text": "two", "platform": "mastodon"}\n'
    done = run("check", *dash, "-f", "json", "--stdin-filename", "q.jsonl", stdin=queue)
    posts = report(done)["posts"]
    assert [(p["source"], p["line"], p["platform"]) for p in posts] == [
        ("q.jsonl", 1, "x"),
        ("q.jsonl", 2, "mastodon"),
    ]


def test_what_cannot_be_read_fails_but_the_rest_is_checked(
    run: Callable[..., Done], home: Path
) -> None:
    (home / "a.md").write_text("---\nplattform: x\n---\nA bad day.\n")
    (home / "b.md").write_bytes(b"\x00\xff\xfe\x00\x80")
    (home / "c.md").write_text("A dull day.\n")
    done = run("check", "a.md", "b.md", "c.md", "-f", "json", "--fail-on", "never")
    assert done.status == 2
    document = report(done)
    assert [post["source"] for post in document["posts"]] == ["c.md"]
    assert [one["source"] for one in document["unreadable"]] == ["a.md", "b.md"]
    assert "did you mean “platform”" in document["unreadable"][0]["error"]
    assert document["unreadable"][0]["line"] == 2


@pytest.mark.parametrize("text", ["", "   ", "\n"], ids=repr)
def test_an_empty_text_is_nothing_to_check(text: str, run: Callable[..., Done]) -> None:
    done = run("check", "--text", text, "-f", "json")
    assert done.status == 2
    assert "nothing to check" in report(done)["unreadable"][0]["error"]


def test_an_empty_folder_is_no_fault(run: Callable[..., Done], home: Path) -> None:
    (home / "drafts").mkdir()
    done = run("check", "drafts", "-f", "json")
    assert (done.status, report(done)["summary"]["posts"]) == (0, 0)


# ---------------------------------------------------------------- choosing


def test_rules_are_selected_and_ignored(run: Callable[..., Done]) -> None:
    text = "bad, weak and dull"
    assert rules_of(run("check", "--text", text, "-f", "json")) == ["bad", "weak", "dull"]
    only = run("check", "--text", text, "-f", "json", "--select", "ours/weak")
    assert rules_of(only) == ["weak"]
    but = run("check", "--text", text, "-f", "json", "--ignore", "ours/weak", "--ignore", "ours/d*")
    assert rules_of(but) == ["bad"]


def test_options_win_over_the_file(run: Callable[..., Done], home: Path) -> None:
    (home / "postlint.yaml").write_text(
        "packs: [ours]\nselect: [ours]\nseverity: {ours/bad: warning, ours/weak: off}\n"
    )
    text = "bad and weak"
    done = run("check", "--text", text, "-f", "json")
    assert (done.status, rules_of(done)) == (0, ["bad"])
    again = run("check", "--text", text, "-f", "json", "--severity", "ours/bad=error")
    assert (again.status, rules_of(again)) == (1, ["bad"])


def test_the_nearest_configuration_counts(
    run: Callable[..., Done], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = home / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert rules_of(run("check", "--text", "bad", "-f", "json")) == ["bad"]


def test_a_pack_may_be_added(run: Callable[..., Done], home: Path) -> None:
    (home / "postlint.yaml").unlink()
    done = run("check", "--text", "bad", "-f", "json", "--pack", "ours", "--select", "ours")
    assert rules_of(done) == ["bad"]


@pytest.mark.parametrize("how", ["command line", "front matter"])
def test_a_risk_is_accepted(how: str, run: Callable[..., Done], home: Path) -> None:
    if how == "command line":
        done = run(
            "check", "--text", "bad", "-f", "json", "--accept", "ours/bad=It is a quotation."
        )
    else:
        (home / "a.md").write_text(
            "---\naccept:\n  - {rule: ours/bad, reason: It is a quotation., by: hom}\n---\nbad\n"
        )
        done = run("check", "a.md", "-f", "json")
    assert done.status == 0
    document = report(done)
    (accepted,) = document["posts"][0]["accepted"]
    assert (accepted["rule"], accepted["reason"]) == ("ours/bad", "It is a quotation.")
    assert document["summary"]["accepted"] == 1


def test_a_risk_is_accepted_by_the_bare_name_of_its_rule(run: Callable[..., Done]) -> None:
    done = run("check", "--text", "bad", "-f", "json", "--accept", "bad=It is a quotation.")
    assert done.status == 0
    assert report(done)["posts"][0]["accepted"][0]["rule"] == "ours/bad"


def test_an_expired_acceptance_is_told(run: Callable[..., Done], home: Path) -> None:
    (home / "a.md").write_text(
        "---\naccept:\n  - {rule: ours/bad, reason: It is a name., until: 2026-01-31}\n---\nbad\n"
    )
    assert run("check", "a.md", "--now", "2026-01-31").status == 0
    done = run("check", "a.md", "-f", "json", "--now", "2026-02-01")
    assert done.status == 1
    (unused,) = report(done)["unused_acceptances"]
    assert (unused["why"], unused["line"]) == ("expired", 3)


def test_platform_and_language_of_the_run(run: Callable[..., Done]) -> None:
    done = run("check", "--text", "x", "-f", "json", "--platform", "bluesky", "--lang", "fr")
    post = report(done)["posts"][0]
    assert (post["platform"], post["language"], post["length"]["limit"]) == ("bluesky", "fr", 300)


def test_several_platforms_of_the_run(run: Callable[..., Done], home: Path) -> None:
    (home / "a.md").write_text("A good day.\n")
    (home / "b.md").write_text("---\nplatform: x\n---\nA good day.\n")
    two = ["--platform", "bluesky", "--platform", "linkedin", "-f", "json"]
    for given in (["--text", "A good day."], ["a.md"]):
        posts = report(run("check", *given, *two))["posts"]
        assert [post["platform"] for post in posts] == ["bluesky", "linkedin"]
    posts = report(run("check", "b.md", *two))["posts"]
    assert [post["platform"] for post in posts] == ["x"]


def test_a_language_that_most_rules_do_not_know_is_told(
    run: Callable[..., Done], home: Path
) -> None:
    (home / "postlint.yaml").write_text("fail_on: error\n")
    told = "rules know French: have somebody read <text>."
    assert told in run("check", "--text", "Bonjour.", "--lang", "fr").out
    assert "have somebody" not in run("check", "--text", "Hello.", "--lang", "en-CA").out


# ---------------------------------------------------------------- what is said


def test_several_reports_of_one_run(run: Callable[..., Done], home: Path) -> None:
    done = run(
        "check", "--text", "A bad day.", "--format", "json", "--output", "report.json",
        "--format", "terminal", "-f", "concise", "-o", "lines.txt",
    )  # fmt: skip
    assert done.status == 1
    assert "HOLD" in done.out
    document = json.loads((home / "report.json").read_text("utf-8"))
    assert document["posts"][0]["findings"][0]["match"] == "bad"
    assert (home / "lines.txt").read_text("utf-8") == ("<text>:1:3: error ours/bad “bad” is bad.\n")


def test_an_output_may_come_before_its_format(run: Callable[..., Done], home: Path) -> None:
    done = run("check", "--text", "bad", "--output=report.json", "--format=json")
    assert (done.status, done.out) == (1, "")
    assert json.loads((home / "report.json").read_text("utf-8"))["summary"]["error"] == 1


def test_a_file_is_replaced_whole(run: Callable[..., Done], home: Path) -> None:
    (home / "report.json").write_text("old")
    run("check", "--text", "bad", "-f", "json", "-o", "report.json")
    assert json.loads((home / "report.json").read_text("utf-8"))["schema"] == 1
    assert not list(home.glob(".postlint-*"))


def test_fixes_are_told(run: Callable[..., Done]) -> None:
    done = run("check", "--text", "In OLDTOWN", "-f", "json")
    finding = report(done)["posts"][0]["findings"][0]
    assert finding["fixes"] == [{"start": 3, "end": 10, "text": "NEWTOWN", "safe": False}]
    assert finding["url"] == "https://example.org/list"


def test_the_terminal_report_reads_well(run: Callable[..., Done]) -> None:
    done = run("check", "--text", "A bad day.")
    for words in (
        "HOLD",
        "Don't be untrue",
        "“bad” is bad.",
        "ours/bad",
        "^^^",
        "Say what is good.",
    ):
        assert words in done.out
    assert "\x1b" not in done.out


HOSTILE = ["\x1b[2J bad", "bad \x07\x9b31m", "[bold red]bad[/]", "bad \u202egood", "{bad} %s bad"]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("name", ["terminal", "concise"])
def test_a_hostile_draft_paints_nothing(name: str, text: str, run: Callable[..., Done]) -> None:
    done = run("check", "--text", text, "-f", name)
    assert done.status in {1, 2}
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.out + done.err)


def test_a_hostile_file_name_paints_nothing(run: Callable[..., Done], home: Path) -> None:
    (home / "\x1b[31mred.md").write_text("bad")
    for name in ("terminal", "concise"):
        done = run("check", str(home / "\x1b[31mred.md"), "-f", name)
        assert "\x1b" not in done.out + done.err


@pytest.mark.parametrize(
    ("variables", "colored"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
    ids=str,
)
def test_color_is_for_those_who_want_it(
    variables: dict[str, str],
    colored: bool,
    run: Callable[..., Done],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", "--text", "bad").out) is colored


def test_a_long_run_shows_how_far_it_is(
    run: Callable[..., Done], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "q.jsonl").write_text('{"text": "good"}\n' * 250)
    quiet = run("check", "q.jsonl", "-f", "concise")
    assert (quiet.status, quiet.err) == (0, "")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert "posts checked" in run("check", "q.jsonl", "-f", "concise").err
    assert run("check", "--text", "good", "-f", "concise").err == ""
