"""Encodings, formats and folders."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint import posts
from postlint.errors import MissingFile, UsageError
from postlint.model import Post, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

BYTES = {
    "latin-1": (b"ok\r\ncaf\xe9", 2, 4, "byte 0xE9 at offset 7"),
    "cut character": ("😀".encode()[:3], 1, 1, "byte 0xF0 at offset 0"),
    "after a mark": (b"\xef\xbb\xbfab\xff", 1, 3, "0xFF"),
    "odd utf-16": (b"\xff\xfea", None, None, "broken UTF-16"),
    "nul": (b"a\nb\x00c", 2, 2, "NUL"),
    "utf-16 without mark": ("ab".encode("utf-16-le"), 1, 2, "NUL"),
    "word": (b"PK\x03\x04\x14", None, None, "office program"),
    "pdf": (b"%PDF-1.7\n\xe2", None, None, "office program"),
}


@pytest.mark.parametrize(("raw", "line", "column", "says"), BYTES.values(), ids=BYTES)
def test_other_encodings_say_what_to_do(
    raw: bytes, line: int | None, column: int | None, says: str
) -> None:
    (fault,) = posts.read(raw, "a.txt")
    assert isinstance(fault, Unreadable)
    assert (fault.line, fault.column) == (line, column)
    assert says in fault.error


@settings(max_examples=150, deadline=None)
@given(
    raw=st.binary(max_size=80)
    | st.lists(st.sampled_from([*"-[]{}:,\"'|>&*!%@`\n \t#?~abt1\\u", "text", "---\n"]))
    .map("".join)
    .map(str.encode),
    name=st.sampled_from(list(posts.READERS)),
)
def test_nothing_that_is_read_can_break_the_reader(raw: bytes, name: str) -> None:
    for found in posts.read(raw, "stdin", name):
        assert isinstance(found, Post | Unreadable)


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postlint.posts.encoding.MAX_BYTES", 10)
    (fault,) = posts.read(b"a" * 11, "a.txt")
    assert isinstance(fault, Unreadable)
    assert "too large: 11 bytes" in fault.error


FORMATS = {
    "a.md": "text",
    "A.MARKDOWN": "text",
    "a.txt": "text",
    "q.YML": "yaml",
    "q.yaml": "yaml",
    "q.json": "json",
    "q.ndjson": "jsonl",
    "q.CSV": "csv",
    "q.tsv": "csv",
    "q.jsonl": "jsonl",
    "stdin": None,
    "folder.json/draft": None,
}


@pytest.mark.parametrize(("source", "name"), FORMATS.items(), ids=FORMATS)
def test_the_name_says_the_format(source: str, name: str | None) -> None:
    assert posts.format_of(source) == name


def test_the_format_can_be_named() -> None:
    (post,) = posts.read(b'{"text": "One"}', "-", "jsonl")
    assert isinstance(post, Post)
    assert post.text == "One"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="did you mean “yaml”"):
        posts.read(b"", "-", "yalm")


def test_a_name_that_says_nothing_means_text() -> None:
    (post,) = posts.read(b"- text: x", "draft")
    assert isinstance(post, Post)
    assert post.text == "- text: x"


def test_a_file_that_cannot_be_opened_is_unreadable(tmp_path: Path) -> None:
    (fault,) = posts.read_file(str(tmp_path / "gone.md"))
    assert isinstance(fault, Unreadable)
    assert "cannot be opened: No such file" in fault.error


TREE = {
    "b.md": "Hello",
    "a.txt": "Hello",
    "photo.jpg": "",
    ".hidden.md": "Hello",
    ".git/x.md": "Hello",
    "queue.yaml": "- {lang: en, text: Hello}\n",
    "posts.yml": "posts:\n- lang: en\n  text: Hello\n",
    "pack.yaml": "rules:\n  a:\n    flag:\n    - {text: Hello}\n",
    "config.yaml": "platform: x\n",
    "queue.json": '[{"text": "Hello"}]',
    "package.json": '{"name": "text"}',
    "log.jsonl": '{"level": "info"}\n',
    "people.csv": "Name,Email\nA,a@b.example\n",
    "plan.csv": "Date,Text\n2026-11-24,Hello\n",
    "plan.alt.yaml": "posts: [{text: Hello}]\n",
    "week/1.md": "Hello",
    "week/queue.jsonl": '{"text": "Hello"}\n',
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, content in TREE.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    return tmp_path


def names(tree: Path, *paths: str) -> list[str]:
    found = posts.find([str(tree / path) for path in paths])
    return [os.path.relpath(path, tree) for path in found]


def test_a_folder_is_walked_in_order(tree: Path) -> None:
    assert names(tree, "") == [
        "a.txt",
        "b.md",
        "plan.csv",
        "posts.yml",
        "queue.json",
        "queue.yaml",
        "week/1.md",
        "week/queue.jsonl",
    ]


def test_a_named_file_is_always_read(tree: Path) -> None:
    named = [".hidden.md", "config.yaml", "photo.jpg"]
    assert names(tree, *named) == named


def test_each_file_comes_once(tree: Path) -> None:
    assert names(tree, "week/1.md", "week", "week/1.md") == ["week/1.md", "week/queue.jsonl"]


def test_linked_folders_do_not_go_round(tree: Path) -> None:
    (tree / "week" / "again").symlink_to(tree)
    assert names(tree, "week") == ["week/1.md", "week/queue.jsonl"]


def test_standard_input_passes_through() -> None:
    assert list(posts.find(["-"])) == ["-"]


def test_a_missing_path_is_an_error_at_once(tree: Path) -> None:
    with pytest.raises(MissingFile, match=r"gone\.md: no such file or folder"):
        posts.find([str(tree), str(tree / "gone.md")])
