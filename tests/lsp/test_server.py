"""What an editor is told over the wire, by a server that is a process."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lsp.conftest import Editor

ALL = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}


def titles(actions: list[dict[str, Any]]) -> list[str]:
    return [action["title"] for action in actions]


def test_a_draft_is_underlined(editor: Editor) -> None:
    found = editor.open("draft.md", "---\nlang: en\n---\n\nA bad, weak and dull day.\n")
    assert editor.places(found) == [
        ("ours/bad", 4, 2, 4, 5),
        ("ours/weak", 4, 7, 4, 11),
        ("ours/dull", 4, 16, 4, 20),
    ]
    assert [each["severity"] for each in found] == [1, 2, 3]
    assert found[0]["source"] == "postlint"
    assert found[0]["codeDescription"] == {"href": "https://example.org/list"}


EMOJI = "😀 bad 👩‍👩‍👧‍👦 weak 🇨🇦é dull\n"


@pytest.mark.parametrize(
    ("encodings", "columns"),
    [((), (3, 19, 30)), (("utf-8",), (5, 35, 51)), (("utf-32", "utf-16"), (2, 14, 23))],
    ids=["utf-16", "utf-8", "utf-32"],
)
def test_columns_are_right_beside_emoji(
    start: Callable[..., Editor], encodings: tuple[str, ...], columns: tuple[int, ...]
) -> None:
    editor = start(encodings=encodings)
    found = editor.open("emoji.md", EMOJI)
    assert tuple(place[2] for place in editor.places(found)) == columns
    said = editor.about("hover", "emoji.md", position={"line": 0, "character": columns[1]})
    assert said["range"] == found[1]["range"]


QUEUES = {
    "queue.yaml": (
        '- id: a\n  text: "so \\U0001F600 bad"\n- text: |\n    fine\n    weak\n',
        "yaml",
    ),
    "queue.json": ('[{"text": "\\ud83d\\ude00\\tbad"},\n {"text": "😀 weak"}]', "json"),
    "queue.csv": ('id,text\na,"so ""bad"""\nb,"first\n😀 weak"\n', "csv"),
}
FOUND = {
    "queue.yaml": [("ours/bad", 1, 23, 1, 26), ("ours/weak", 4, 4, 4, 8)],
    "queue.json": [("ours/bad", 0, 25, 0, 28), ("ours/weak", 1, 14, 1, 18)],
    "queue.csv": [("ours/bad", 1, 8, 1, 11), ("ours/weak", 3, 3, 3, 7)],
}


@pytest.mark.parametrize("name", QUEUES)
def test_queues_are_underlined_where_they_are_written(editor: Editor, name: str) -> None:
    assert editor.places(editor.open(name, *QUEUES[name])) == FOUND[name]


def test_other_files_are_left_alone(editor: Editor) -> None:
    assert editor.open("package.json", '{"name": "bad"}', "json") == []
    assert editor.open("settings.yaml", "lang: bad\n", "yaml") == []


@pytest.mark.parametrize(
    ("uri", "language", "text"),
    [("untitled:Untitled-1", "markdown", "bad"), ("untitled:q", "json", '[{"text": "bad"}]')],
    ids=["draft", "queue"],
)
def test_a_file_without_a_name_goes_by_its_language(
    editor: Editor, uri: str, language: str, text: str
) -> None:
    assert [each["code"] for each in editor.open(uri, text, language)] == ["ours/bad"]


def test_what_cannot_be_read_is_told_in_its_place(editor: Editor) -> None:
    (found,) = editor.open("broken.md", "---\nplatfrom: x\n---\nHello\n")
    assert (found["code"], found["severity"]) == ("unreadable", 1)
    assert found["range"]["start"] == {"line": 1, "character": 0}
    assert "platform" in found["message"]


def test_it_follows_what_is_typed(editor: Editor) -> None:
    editor.open("typed.md", "bad")
    for words in ("bad w", "bad we", "bad weak"):
        editor.change("typed.md", words)
    assert [each["code"] for each in editor.diagnostics("typed.md")] == ["ours/bad", "ours/weak"]
    uri = editor.uri("typed.md")
    told = [m for m in editor.kept if m.get("params", {}).get("uri") == uri]
    assert not told, "nobody wants to hear of what was typed on the way"


def test_a_question_waits_for_the_newest_text(editor: Editor) -> None:
    editor.open("asked.md", "fine")
    editor.change("asked.md", "so weak")
    assert (
        "weak"
        in editor.about("hover", "asked.md", position={"line": 0, "character": 4})["contents"][
            "value"
        ]
    )


def test_a_closed_file_is_wiped(editor: Editor) -> None:
    editor.open("closed.md", "bad")
    editor.tell("textDocument/didClose", textDocument={"uri": editor.uri("closed.md")})
    assert editor.about("codeLens", "closed.md") == []


def test_hover_says_why_and_what_instead(editor: Editor) -> None:
    editor.open("hover.md", "A bad day")
    said = editor.about("hover", "hover.md", position={"line": 0, "character": 3})
    words = said["contents"]["value"]
    assert "It is \\*bad\\* for us." in words
    assert "Say what is good." in words
    assert "(<https://example.org/list>)" in words
    assert editor.about("hover", "hover.md", position={"line": 0, "character": 8}) is None


def test_hover_explains_a_rule_that_is_named(editor: Editor) -> None:
    text = "---\naccept:\n  - {rule: ours/weak, reason: it is our house style}\n---\nweak\n"
    editor.open("named.md", text)
    said = editor.about("hover", "named.md", position={"line": 2, "character": 16})
    assert "It is weak." in said["contents"]["value"]


def test_the_report_card_stands_above_the_post(editor: Editor) -> None:
    editor.open("card.md", "---\nplatform: [x, bluesky]\n---\nA weak day\n")
    cards = editor.about("codeLens", "card.md")
    assert [card["range"]["start"]["line"] for card in cards] == [3, 3]
    assert cards[0]["command"]["title"] == (
        "REVIEW look again before you publish · A A C A · X 10 of 280"
    )


def test_a_fix_is_an_action(editor: Editor) -> None:
    text = "To Oldtown by bad roads\n"
    editor.open("fix.md", text)
    actions = editor.actions("fix.md", ALL, only=["quickfix"])
    fix = next(each for each in actions if each["title"].startswith("Replace"))
    assert fix["diagnostics"][0]["code"] == "ours/swapped"
    assert editor.edited(text, fix) == "To Newtown by bad roads\n"


SAFE = {
    "safe.md": ("grampa, bad\n", 'grand"pa, bad\n'),
    "safe.yaml": (
        "- text: 'my grampa’s'\n- text: \"a grampa\"\n",
        '- text: \'my grand"pa’s\'\n- text: "a grand\\"pa"\n',
    ),
    "safe.json": ('[{"text": "\\u00e9 grampa"}]', '[{"text": "\\u00e9 grand\\"pa"}]'),
    "safe.csv": ('id,text\na,"one, grampa"\n', 'id,text\na,"one, grand""pa"\n'),
}


@pytest.mark.parametrize("name", SAFE)
def test_safe_fixes_are_preferred_and_made_together(editor: Editor, name: str) -> None:
    text, mended = SAFE[name]
    editor.open(name, text, name.partition(".")[2])
    single = [a for a in editor.actions(name, ALL, only=["quickfix"]) if "Replace" in a["title"]]
    assert single
    assert all(action["isPreferred"] for action in single)
    (every,) = editor.actions(name, ALL, only=["source.fixAll"])
    assert every["kind"] == "source.fixAll.postlint"
    assert editor.edited(text, every) == mended


def test_a_secret_cannot_be_accepted(editor: Editor) -> None:
    editor.open("secret.md", "A secret, weak day")
    offered = [t for t in titles(editor.actions("secret.md", ALL)) if t.startswith("Accept")]
    assert offered == ["Accept this risk… (ours/weak)"]


DRAFTS = {
    "no front matter": "A weak day\n",
    "other keys": "---\nlang: en\n---\nA weak day\n",
    "a list": (
        "---\naccept:\n- rule: ours/bad\n  reason: as the minister said\nlang: en\n---\nbad, weak\n"
    ),
    "a flow list": ("---\naccept: [{rule: ours/bad, reason: as he said it}]\n---\nbad and weak\n"),
    "a thread": "---\nthread: true\n---\nfirst\n---\nweak\n",
}


@pytest.mark.parametrize("case", DRAFTS)
def test_a_risk_is_accepted_in_the_draft(editor: Editor, case: str) -> None:
    name, text = f"accept {case}.md", DRAFTS[case]
    editor.open(name, text)
    (action,) = [a for a in editor.actions(name, ALL) if "ours/weak" in a["title"]]
    editor.change(name, editor.edited(text, action))
    assert {each["code"] for each in editor.diagnostics(name)} == {"ours/weak", "no-reason-yet"}
    assert not [a for a in editor.actions(name, ALL) if a["title"].startswith("Accept")]
    editor.change(name, editor.edited(text, action).replace("say why here", "it is our style"))
    assert editor.diagnostics(name) == []


ENTRIES = {
    "entry.yaml": "- id: a\n  text: fine\n\n- text: |\n    - weak\n  lang: en\n- text: fine\n",
    "posts.yaml": (
        "posts:\n- text: weak\n  accept:\n    - rule: ours/bad\n      reason: it is not there\n"
    ),
    "entry.json": '[{"id": "a", "text": "weak"}]\n',
    "list.json": (
        '[{"accept": [{"rule": "ours/bad", "reason": "it is not there"}], "text": "weak"}]\n'
    ),
    "entry.jsonl": '{"text": "fine"}\n{"text": "weak"}\n',
}


@pytest.mark.parametrize("name", ENTRIES)
def test_a_risk_is_accepted_in_the_queue(editor: Editor, name: str) -> None:
    text = ENTRIES[name]
    editor.open(name, text, name.partition(".")[2])
    (action,) = [a for a in editor.actions(name, ALL) if "ours/weak" in a["title"]]
    editor.change(name, editor.edited(text, action))
    codes = {each["code"] for each in editor.diagnostics(name)}
    assert codes - {"unused-acceptance"} == {"ours/weak", "no-reason-yet"}


def test_a_table_has_no_place_for_a_reason(editor: Editor) -> None:
    editor.open("table.csv", "id,text\na,weak\n", "csv")
    assert not [t for t in titles(editor.actions("table.csv", ALL)) if t.startswith("Accept")]


def test_an_acceptance_that_accepts_nothing_is_faded(editor: Editor) -> None:
    text = "---\naccept:\n  - {rule: ours/weak, reason: it was there once}\n---\nfine\n"
    (found,) = editor.open("needless.md", text)
    assert (found["code"], found["tags"], found["range"]["start"]["line"]) == (
        "unused-acceptance",
        [1],
        2,
    )


COMPLETIONS = {
    "a key": ("---\npl|\n---\n", {"platform", "lang", "accept", "thread"}, {"text", "x"}),
    "a platform": ("---\nplatform: |\n---\n", {"x", "bluesky", "instagram"}, {"lang"}),
    "a second platform": ("---\nplatform: [x, blu|]\n---\n", {"bluesky"}, {"lang"}),
    "a platform of a list": ("---\nplatform:\n  - |\n---\n", {"bluesky"}, {"lang"}),
    "an account": ("---\naccount: i|\n---\n", {"institutional", "personal"}, {"x"}),
    "a rule": ("---\naccept:\n  - {rule: ours/w|}\n---\n", {"ours/weak"}, {"ours/secret"}),
    "a rule by itself": ("---\naccept:\n  - rule: |\n---\n", {"ours/weak", "ours/bad"}, {"x"}),
    "a key of a risk": (
        "---\naccept:\n  - rule: ours/bad\n    re|\n---\n",
        {"reason", "by", "until"},
        {"platform"},
    ),
    "a key of media": ("---\nmedia:\n  - |\n---\n", {"file", "alt"}, {"platform"}),
    "an unfinished head": ("---\n|", {"platform"}, set()),
    "the text": ("---\nlang: en\n---\npl|\n", set(), {"platform"}),
    "a plain text": ("pl|", set(), {"platform"}),
}


@pytest.mark.parametrize("case", COMPLETIONS)
def test_what_may_stand_here_is_offered(editor: Editor, case: str) -> None:
    marked, offered, not_offered = COMPLETIONS[case]
    labels = complete(editor, f"complete {case}.md", "markdown", marked)
    assert offered <= labels
    assert not not_offered & labels


def test_rules_are_offered_in_queues_too(editor: Editor) -> None:
    json_queue = '[{"text": "a", "accept": [{"rule": "|"}]}]'
    assert "ours/weak" in complete(editor, "complete.json", "json", json_queue)
    assert "text" in complete(editor, "complete.yaml", "yaml", "- id: a\n  t|\n")


def complete(editor: Editor, name: str, language: str, marked: str) -> set[str]:
    before, _, after = marked.partition("|")
    editor.open(name, before + after, language)
    place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
    return {item["label"] for item in editor.about("completion", name, position=place)}


def test_a_completion_replaces_what_was_typed(editor: Editor) -> None:
    text = "---\naccept:\n  - {rule: ours/we}\n---\n"
    editor.open("replaced.md", text)
    place = {"line": 2, "character": 18}
    items = editor.about("completion", "replaced.md", position=place)
    (item,) = [each for each in items if each["label"] == "ours/weak"]
    assert item["textEdit"]["range"]["start"] == {"line": 2, "character": 11}
    assert item["textEdit"]["range"]["end"] == place


def test_the_nearest_configuration_decides_and_is_read_anew(editor: Editor, folder: Path) -> None:
    below = folder / "below"
    below.mkdir()
    settings = below / "postlint.yaml"
    settings.write_text("packs: [../ours]\nselect: [ours]\nignore: [ours/bad]\n", encoding="utf-8")
    found = editor.open("below/a.md", "bad, weak")
    assert [each["code"] for each in found] == ["ours/weak"]
    settings.write_text("packs: [../ours]\nselect: [ours/bad]\n", encoding="utf-8")
    editor.tell("workspace/didChangeWatchedFiles", changes=[])
    assert [each["code"] for each in editor.diagnostics("below/a.md")] == ["ours/bad"]
    settings.write_text("platfrom: x\n", encoding="utf-8")
    editor.change("below/a.md", "bad")
    (fault,) = editor.diagnostics("below/a.md")
    assert fault["code"] == "configuration"
    assert "postlint.yaml:1:1" in fault["message"]


def test_a_platform_may_be_given(start: Callable[..., Editor]) -> None:
    editor = start("--platform", "bluesky", "--stdio")
    editor.open("a.md", "fine")
    (card,) = editor.about("codeLens", "a.md")
    assert card["command"]["title"].endswith("Bluesky 4 of 300")


def test_without_pygls_it_says_what_to_install() -> None:
    code = (
        "import sys, importlib.util as u; find = u.find_spec; "
        "u.find_spec = lambda name, *a: None if name == 'pygls' else find(name, *a); "
        "from postlint.cli import main; sys.exit(main(['lsp']))"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'postlint[lsp]'" in done.stderr


def test_a_lone_surrogate_does_not_end_the_server(editor: Editor) -> None:
    editor.open("surrogate.json", json.loads('"[{\\"text\\": \\"bad\\"}] \\ud800"'), "json")
    assert editor.open("after.md", "bad")
