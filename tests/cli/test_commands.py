"""The commands beside ``check``: explain, rules, pack, inspect, init, and the group itself."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from postlint import __version__, packs
from postlint.cli.app import COMMANDS
from postlint.packs.schema import pack_schema
from postlint.reporters import Style

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Done
    from postlint.model import Rule

# ---------------------------------------------------------------- the group


def test_help_lists_every_command(run: Callable[..., Done]) -> None:
    done = run("--help")
    assert done.status == 0
    assert all(re.search(rf"^  {name} ", done.out, re.MULTILINE) for name in COMMANDS)
    assert run("-h").out == done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, run: Callable[..., Done]) -> None:
    done = run(name, "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Usage: ")


def test_version(run: Callable[..., Done]) -> None:
    assert run("--version") == (0, f"postlint {__version__}\n", "")


def test_without_a_command_it_says_how(run: Callable[..., Done]) -> None:
    done = run()
    assert (done.status, done.out) == (2, "")
    assert "Commands:" in done.err


def test_a_misspelt_command_is_told(run: Callable[..., Done]) -> None:
    done = run("chek", "--text", "x")
    assert (done.status, done.out) == (2, "")
    assert "“chek” is not a command; did you mean “check”?" in done.err


# ---------------------------------------------------------------- rules


def test_rules_as_json(run: Callable[..., Done]) -> None:
    done = run("rules", "--format", "json")
    assert done.status == 0
    rules = json.loads(done.out)["rules"]
    assert rules[0] == {
        "id": "ours/bad",
        "pack": "ours",
        "severity": "error",
        "language": "any",
        "summary": "It is bad for us.",
    }
    assert len(rules) == 5


def test_rules_for_people(run: Callable[..., Done]) -> None:
    done = run("rules", "--severity", "ours/bad=off", "--ignore", "ours/dull")
    assert done.status == 0
    assert "ours (3)" in done.out
    assert re.search(r"^  weak +warning +any$", done.out, re.MULTILINE)
    assert not re.search(r"^  (bad|dull) ", done.out, re.MULTILINE)


def test_all_shipped_rules_are_listed(run: Callable[..., Done], home: Path) -> None:
    (home / "postlint.yaml").unlink()
    rules = json.loads(run("rules", "-f", "json").out)["rules"]
    assert {rule["id"] for rule in rules} == {rule.id for rule in packs.shipped()}


def test_rules_have_two_formats(run: Callable[..., Done]) -> None:
    done = run("rules", "-f", "xml")
    assert (done.status, done.out) == (2, "")
    assert "--format “xml”: allowed: json, terminal" in done.err


# ---------------------------------------------------------------- explain


def test_explain_shows_the_whole_rule(run: Callable[..., Done]) -> None:
    done = run("explain", "ours/swapped")
    assert (done.status, done.err) == (0, "")
    for words in (
        "ours/swapped",
        "warning · Don't be untrue",
        "why      It has a new name.",
        "instead  Say the new one.",
        "source   A list (2025-01-01)",
        "https://example.org/list",
        "It flags what is marked\n\n  │ Oldtown\n  │ ^^^^^^^\n",
        "It leaves alone\n\n  │ Newtown\n",
    ):
        assert words in done.out


def test_explain_says_what_cannot_be_accepted(run: Callable[..., Done]) -> None:
    assert "cannot be accepted" in run("explain", "ours/secret").out


def test_explain_takes_the_bare_name(run: Callable[..., Done]) -> None:
    assert run("explain", "swapped").out == run("explain", "ours/swapped").out


def test_explain_knows_rules_that_are_not_selected(run: Callable[..., Done]) -> None:
    name = packs.shipped()[0].id
    assert run("explain", name).out.startswith(name)


def test_explain_shows_a_queue_as_posts(run: Callable[..., Done]) -> None:
    text = run("explain", "near-duplicate").out
    assert "\n  Already in the queue:\n  │ " in text
    assert re.search(r"^  Then, as a warning:\n  │ .*\n  │ \^+$", text, re.MULTILINE)


def test_explain_as_markdown(run: Callable[..., Done]) -> None:
    text = run("explain", "swapped", "--format", "markdown").out
    assert text.startswith("# `ours/swapped`\n")
    assert "- **source** [A list (2025-01-01)](https://example.org/list)" in text
    assert "\n> <mark>Oldtown</mark>\n" in text
    assert run("explain", "swapped", "-f", "html").status == 2


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("swaped", "no rule is called “swaped”; did you mean “swapped”"),
        ("qqqqqqqq", "no rule is called “qqqqqqqq”; none of the .* is spelled like it"),
    ],
)
def test_explain_of_no_rule(name: str, problem: str, run: Callable[..., Done]) -> None:
    done = run("explain", name)
    assert (done.status, done.out) == (2, "")
    assert re.search(problem, done.err)
    assert len(done.err) < 300


@pytest.mark.parametrize("rule", packs.shipped(), ids=lambda rule: rule.id)
def test_every_shipped_rule_can_be_explained(rule: Rule) -> None:
    from postlint.cli.explain import page

    lines = list(page(rule, Style()))
    assert lines[0] == rule.id
    assert not any(word in line for line in lines for word in ("datetime.", "{'", "['"))
    assert max(map(len, lines)) <= 80 or any("http" in line for line in lines if len(line) > 80)
    assert not re.search(r"{\w+}", rule.why + rule.how), "only a message is filled in"
    assert all("\n" not in line for line in lines)


# ---------------------------------------------------------------- pack


def test_a_new_pack_passes_its_own_test(run: Callable[..., Done]) -> None:
    assert run("pack", "new", "rules/Our Mission!").status == 0
    done = run("pack", "test", "rules/Our Mission!")
    assert done == (0, "1 rule, 4 examples pass\n", "")
    assert "paradigm" in run(
        "check", "--text", "A paradigm shift.", "-f", "concise",
        "--pack", "rules/Our Mission!", "--select", "our-mission",
    ).out  # fmt: skip


def test_a_pack_is_never_overwritten(run: Callable[..., Done], home: Path) -> None:
    done = run("pack", "new", "ours")
    assert (done.status, done.out) == (2, "")
    assert "is there already; nothing was changed" in done.err
    assert "bad for us" in (home / "ours" / "rules.yaml").read_text("utf-8")


def test_a_failing_example_has_its_place(run: Callable[..., Done], home: Path) -> None:
    rules = home / "ours" / "rules.yaml"
    text = rules.read_text("utf-8").replace("[good, badly]", "[good, so bad]")
    rules.write_text(text.replace('"so [[weak]]"', '"[[so weak]]"'), "utf-8")
    done = run("pack", "test", "ours")
    assert done.status == 1
    assert "ours/rules.yaml:12: ours/bad: a near-miss is flagged: “bad” (error)" in done.out
    assert "ours/rules.yaml:20: ours/weak: flagged is “weak”" in done.out
    assert done.out.endswith("5 rules, 20 examples — 2 failed\n")


def test_a_broken_pack_cannot_be_tested(run: Callable[..., Done], home: Path) -> None:
    (home / "ours" / "rules.yaml").write_text("pack: ours\nrulez: {}\n")
    done = run("pack", "test", "ours")
    assert (done.status, done.out) == (2, "")
    assert "rules.yaml:2:1: unknown key “rulez”" in done.err


def test_the_schema_is_printed(run: Callable[..., Done]) -> None:
    done = run("pack", "schema")
    assert json.loads(done.out) == json.loads(json.dumps(pack_schema()))


# ---------------------------------------------------------------- inspect


def inspected(done: Done) -> Any:
    document = json.loads(done.out)
    schema = json.loads((resources.files("postlint") / "schemas" / "inspect-1.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(document)
    return document["posts"]


def test_inspect_as_json(run: Callable[..., Done]) -> None:
    text = "@ama See https://example.org #Canada 🎉. It is good."
    (post,) = inspected(run("inspect", "--text", text, "-f", "json"))
    assert [one["text"] for one in post["sentences"]][-1] == "It is good."
    for key, found in {
        "mentions": "@ama",
        "links": "https://example.org",
        "hashtags": "#Canada",
        "emoji": "🎉",
    }.items():
        (one,) = post[key]
        assert one["text"] == found
        assert text[one["span"]["start"] : one["span"]["end"]] == found
    assert post["length"]["x"]["limit"] == 280
    assert post["preview"].keys() == post["length"].keys()


def test_inspect_for_people(run: Callable[..., Done]) -> None:
    done = run("inspect", "--text", "Good morning, Halifax!")
    assert (done.status, done.err) == (0, "")
    assert "22 of 280" in done.out


def test_inspect_goes_on_after_what_it_cannot_read(run: Callable[..., Done], home: Path) -> None:
    (home / "a.md").write_text("---\nplattform: x\n---\nA.\n")
    (home / "b.md").write_text("B.\n")
    done = run("inspect", "a.md", "b.md", "-f", "json")
    assert done.status == 2
    assert [post["text"] for post in inspected(done)] == ["B."]
    assert "a.md:2:1: unknown key “plattform”" in done.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--text", "x", "-f", "xml"], "--format “xml”: allowed: json, terminal"),
        (["--text", "x", "--lang", "?"], "--lang “?”: write a language code"),
        (["nofile.md"], "nofile.md: no such file or folder"),
        ([], "nothing to"),
    ],
    ids=str,
)
def test_inspect_refuses(arguments: list[str], problem: str, run: Callable[..., Done]) -> None:
    done = run("inspect", *arguments)
    assert (done.status, done.out) == (2, "")
    assert problem in done.err


# ---------------------------------------------------------------- init


def test_init_writes_a_configuration_once(run: Callable[..., Done], home: Path) -> None:
    (home / "postlint.yaml").unlink()
    assert run("init").status == 0
    text = (home / "postlint.yaml").read_text("utf-8")
    assert run("check", "--text", "A good day.").status == 0
    done = run("init")
    assert (done.status, done.out) == (2, "")
    assert (home / "postlint.yaml").read_text("utf-8") == text
