"""YAML, JSON and JSON Lines say the same and fail alike."""

from __future__ import annotations

import pytest

from postlint import posts
from postlint.model import Post, Unreadable
from postlint.posts.spelling import Lines
from postlint.posts.yamlscalars import locate
from postlint.yamlfile import Node


def read(raw: str, source: str) -> list[Post | Unreadable]:
    return list(posts.read(raw.encode(), source))


WAYS = {
    "yaml list": ("q.yaml", "- {text: One, lang: en}\n- text: Two\n  id: b\n", ["post 1", "b"]),
    "yaml posts": (
        "q.yml",
        "posts:\n  - lang: en\n    text: |\n      One\n  - text: >-\n      Two\n    id: b\n",
        ["post 1", "b"],
    ),
    "json list": ("q.json", '[{"text": "One", "lang": "en"}, {"id": "b", "text": "Two"}]', None),
    "json posts": ("q.json", '{"posts": [{"text":"One"},\n{"text":"Two","id":"b"}]}', None),
    "json lines": ("q.jsonl", '{"text":"One"}\n\n{"id":"b","text":"Two"}\n', ["line 1", "b"]),
    "windows": ("q.ndjson", '{"text":"One"}\r\n{"id":"b","text":"Two"}\r\n', ["line 1", "b"]),
}


@pytest.mark.parametrize(("source", "raw", "ids"), WAYS.values(), ids=WAYS)
def test_entries_become_posts(source: str, raw: str, ids: list[str] | None) -> None:
    found = [post for post in read(raw, source) if isinstance(post, Post)]
    assert [post.text for post in found] == ["One", "Two"]
    assert [post.id for post in found] == (ids or ["post 1", "b"])


ALONE = {"yaml": ("q.yaml", "text: One\nlang: en\n"), "json": ("q.json", '{"text": "One"}')}


@pytest.mark.parametrize(("source", "raw"), ALONE.values(), ids=ALONE)
def test_one_entry_by_itself_has_no_number(source: str, raw: str) -> None:
    (post,) = read(raw, source)
    assert isinstance(post, Post)
    assert (post.text, post.id) == ("One", None)


def test_words_that_look_like_numbers_are_text() -> None:
    (year,) = read("- text: 2026\n  id: 007\n", "q.yaml")
    assert isinstance(year, Post)
    assert (year.text, year.id, year.positions.position(2)) == ("2026", "007", (1, 11))


BAD_ENTRIES = {
    "yaml unknown key": ("q.yaml", "- {text: One, lnag: en}\n- text: Two\n", 1, 15, "“lang”"),
    "yaml other name": ("q.yaml", "- message: One\n- text: Two\n", 1, 3, "under “text”"),
    "yaml cut by a comment": ("q.yaml", "- text: Go #Team\n- text: Two\n", 1, 11, "quotes"),
    "yaml hashtag first": ("q.yaml", "- text: #Team\n- text: Two\n", 1, 3, "nothing to check"),
    "yaml list as text": ("q.yaml", "- text: [a]\n- text: Two\n", 1, 9, "a list is not text"),
    "yaml no mapping": ("q.yaml", "- One\n- text: Two\n", 1, 3, "a post is a mapping"),
    "json empty": ("q.json", '[{"text": ""}, {"text": "Two"}]', 1, 12, "nothing to check"),
    "json unknown key": ("q.json", '[{"txt": "a"}, {"text": "Two"}]', 1, 3, "mean “text”?"),
    "line is no JSON": ("q.jsonl", '{"text": One}\n{"text": "Two"}', 1, 10, "double quotation"),
    "line is open": ("q.jsonl", '{"text": "One\n{"text": "Two"}', 1, 10, "closing quotation"),
    "line ends early": ("q.jsonl", '{"text": \n{"text": "Two"}', 1, 10, "value is missing"),
    "line has two": ("q.jsonl", '{"text":"a"} {}\n{"text": "Two"}', 1, 14, "something follows"),
    "line is a list": ("q.jsonl", '["One"]\n{"text": "Two"}', 1, 1, "a post is a mapping"),
}


@pytest.mark.parametrize(
    ("source", "raw", "line", "column", "says"), BAD_ENTRIES.values(), ids=BAD_ENTRIES
)
def test_a_bad_entry_does_not_spoil_the_next(
    source: str, raw: str, line: int, column: int, says: str
) -> None:
    bad, good = read(raw, source)
    assert isinstance(bad, Unreadable), bad
    assert (bad.line, bad.column) == (line, column), bad
    assert says in bad.error
    assert isinstance(good, Post)
    assert good.text == "Two"


BAD_FILES = {
    "yaml syntax": ("q.yaml", "- text: 'open\n", 1, 9, "closing quotation"),
    "yaml not a queue": ("q.yaml", "rules: {a: 1}\n", 1, 1, "a queue is a list of posts"),
    "yaml beside posts": ("q.yaml", "posts: [{text: a}]\nplatform: x\n", 2, 1, "“platform”"),
    "yaml empty": ("q.yaml", "# later\n", None, None, "the queue is empty"),
    "yaml no posts": ("q.yaml", "posts: []\n", 1, 1, "no posts"),
    "yaml half an emoji": ("q.yaml", '- text: "\\ud83d"\n', 1, 12, "half of a character"),
    "json equal keys": ("q.json", '[{"text": "a",\n "text": "b"}]', 2, 2, "already on line 1"),
    "json trailing comma": ("q.json", '[{"text": "a"},\n]', 1, 15, "remove this comma"),
    "json no comma": ("q.json", '[{"text": "a"} {}]', 1, 16, "a comma or “]” is missing"),
    "json no colon": ("q.json", '[{"text" "a"}]', 1, 10, "a colon is missing"),
    "json bare key": ("q.json", '[{text: "a"}]', 1, 3, "a key in double quotation marks"),
    "json single quotes": ("q.json", "['a']", 1, 2, "double quotation marks"),
    "json newline in text": ("q.json", '[{"text": "a\nb"}]', 1, 13, "written \\n"),
    "json escape": ("q.json", '[{"text": "\\x41"}]', 1, 12, "no such escape"),
    "json half an emoji": ("q.json", '[{"text": "\\ud83d"}]', 1, 11, "half of a character"),
    "json not a number": ("q.json", "[NaN]", 1, 2, "not JSON"),
    "json leading zero": ("q.json", "[007]", 1, 2, "not JSON"),
    "json unclosed": ("q.json", '[{"text": "a"}', 1, 15, "a comma or “]”"),
    "json empty": ("q.json", " \n", 2, 1, "a value is missing here, before the end"),
    "json deep": ("q.json", "[" * 99_999, 1, 65, "64 deep"),
    "json no queue": ("q.json", "3", 1, 1, "a queue is a list"),
    "lines empty": ("q.jsonl", "\n\n", None, None, "the queue is empty"),
}


@pytest.mark.parametrize(
    ("source", "raw", "line", "column", "says"), BAD_FILES.values(), ids=BAD_FILES
)
def test_a_broken_file_says_where(
    source: str, raw: str, line: int | None, column: int | None, says: str
) -> None:
    (fault,) = read(raw, source)
    assert isinstance(fault, Unreadable), fault
    assert (fault.source, fault.line, fault.column) == (source, line, column), fault
    assert says in fault.error


def test_numbers_of_any_size_are_read() -> None:
    (post,) = read('[{"text": "a", "reply_to": 1234567890123456789012, "id": 1.5e3}]', "q.json")
    assert isinstance(post, Post)
    assert (post.reply_to, post.id) == ("1234567890123456789012", "1.5e3")


BLOCKS = {
    "clip": ("|\n  One\n\n", "One"),
    "strip": ("|-\n  One\n\n", "One"),
    "keep": ("|+\n  One\n\n", "One\n\n"),
    "indicated": ("|2\n    One\n  two\n", "  One\ntwo"),
    "folded": (">\n  One\n  two\n\n  three\n   four\n  five\n", "One two\nthree\n four\nfive"),
}


@pytest.mark.parametrize(("block", "text"), BLOCKS.values(), ids=BLOCKS)
def test_blocks_end_where_the_writer_ended(block: str, text: str) -> None:
    (post,) = read(f"lang: en\ntext: {block}", "q.yaml")
    assert isinstance(post, Post)
    assert post.text == text
    last = post.text.rstrip("\n")[-1]
    place = post.positions.position(post.text.rindex(last))
    raw_lines = f"lang: en\ntext: {block}".split("\n")
    assert raw_lines[place.line - 1][place.column - 1] == last


def test_a_text_that_cannot_be_followed_stands_at_its_beginning() -> None:
    node = Node("other words", 1, 9, "other words", "", 8, 11)
    text, positions = locate("- text: One\n", node, Lines("- text: One\n"))
    assert text == "other words"
    assert positions.position(6) == (1, 9)
