"""Fixes in files: the place is changed, and nothing else."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postlint import posts
from postlint.fixes import mend
from postlint.model import Fix, Post
from postlint.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from postlint.fixes import Mended

SWAPS = {"bad": "good", "dull": 'so-called "fun"', "ugly": "l'été", "later": "now: soon # ok"}


def swapping(swaps: dict[str, str]) -> Callable[[Sequence[Post]], Iterable[list[Fix]]]:
    def wanted(asked: Sequence[Post]) -> Iterable[list[Fix]]:
        pattern = re.compile(r"\b(" + "|".join(swaps) + r")\b")
        for post in asked:
            found = pattern.finditer(post.text)
            yield [Fix(Span(*match.span()), swaps[match.group()]) for match in found]

    return wanted


def mended(raw: bytes, source: str, swaps: dict[str, str] = SWAPS) -> Mended:
    reader = posts.READERS[posts.format_of(source) or "text"]
    return mend(raw, lambda it: list(posts.read(it, source)), swapping(swaps), reader.legacy)


FILES = {
    "a draft": ("a.md", "A bad day.\n", "A good day.\n"),
    "front matter stays": (
        "a.md",
        "---\nid: bad\n---\n\nA bad, bad day.\n\n",
        "---\nid: bad\n---\n\nA good, good day.\n\n",
    ),
    "newlines stay": ("a.md", "A\r\nbad\rday\n", "A\r\ngood\rday\n"),
    "json": (
        "q.json",
        '[{"text": "\\u00c0 bad\\tday 😀 bad"}, {"text": "ok"}]',
        '[{"text": "\\u00c0 good\\tday 😀 good"}, {"text": "ok"}]',
    ),
    "quotes in json": ("q.json", '[{"text":"dull"}]', '[{"text":"so-called \\"fun\\""}]'),
    "json lines": (
        "q.jsonl",
        '{"text": "bad"}\r\n{"text": "x"}',
        '{"text": "good"}\r\n{"text": "x"}',
    ),
    "quotes in double-quoted yaml": (
        "q.yaml",
        '- text: "a dull\n   day"\n',
        '- text: "a so-called \\"fun\\"\n   day"\n',
    ),
    "apostrophe in single-quoted yaml": ("q.yaml", "- text: 'ugly'\n", "- text: 'l''été'\n"),
    "plain yaml": ("q.yaml", "- text: bad day\n", "- text: good day\n"),
    "a block of yaml": (
        "q.yaml",
        "# bad\n- text: |\n    A dull\n    day later.\n  platform: x\n",
        '# bad\n- text: |\n    A so-called "fun"\n    day now: soon # ok.\n  platform: x\n',
    ),
    "before a comment": (
        "a.md",
        "A bad <!-- postlint: accept a/b because he said so --> bad\n",
        "A good <!-- postlint: accept a/b because he said so --> good\n",
    ),
    "before a fold with blanks": (
        "q.yaml",
        "- text: 'bad  \n\n    bad'",
        "- text: 'good  \n\n    good'",
    ),
    "a cell": ("q.csv", "id,text\n7,bad day\n", "id,text\n7,good day\n"),
    "a quoted cell": (
        "q.csv",
        'id,text\r\n7,"A dull,\r\n""bad"" day"\r\n8,bad\r\n',
        'id,text\r\n7,"A so-called ""fun"",\r\n""good"" day"\r\n8,good\r\n',
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_fix_is_spelled_as_its_place_is_quoted(name: str) -> None:
    source, before, after = FILES[name]
    assert mended(before.encode(), source).raw.decode() == after


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_stays(encoding: str) -> None:
    before, after = "id;text\r\n1;Été bad\r\n", "id;text\r\n1;Été good\r\n"
    assert mended(before.encode(encoding), "q.csv").raw == after.encode(encoding)


def test_a_legacy_encoding_stays_and_takes_what_it_can_say() -> None:
    raw = "id;text\r\n1;Été bad ugly\r\n".encode("windows-1252")
    swaps = {"bad": "œuvre", "ugly": "日本"}
    found = mended(raw, "q.csv", swaps)
    assert found.raw == "id;text\r\n1;Été œuvre ugly\r\n".encode("windows-1252")
    assert [skipped.fix.text for skipped in found.skipped] == ["日本"]


IMPOSSIBLE = {
    "a comma would end the cell": ("q.csv", "id,text\n7,bad day\n", {"bad": "a, b"}),
    "a hash would begin a comment": ("q.yaml", "- text: a bad day\n", {"bad": "good #1"}),
    "a colon would make a mapping": ("q.yaml", "- text: bad day\n", {"bad": "now: soon"}),
    "a file that is no text": ("a.md", "\udcff bad", {"bad": "good"}),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_be_written_is_left(name: str) -> None:
    source, before, swaps = IMPOSSIBLE[name]
    raw = before.encode("utf-8", "surrogateescape")
    found = mended(raw, source, swaps)
    assert (found.raw, found.made) == (raw, 0)


def test_one_impossible_fix_does_not_spoil_the_others() -> None:
    raw = b"- text: a bad day\n- text: a dull day\n- text: 'bad'\n"
    found = mended(raw, "q.yaml", {"bad": "good", "dull": "x #1"})
    assert found.raw == b"- text: a good day\n- text: a dull day\n- text: 'good'\n"
    assert (found.made, len(found.skipped)) == (2, 1)


def test_fixes_that_undo_one_another_change_nothing() -> None:
    raw = b"A bad dull day.\n"
    found = mended(raw, "a.md", {"bad": "good", "good": "bad"})
    assert (found.raw, found.made) == (raw, 0)


def test_fixes_without_end_are_not_made() -> None:
    found = mended(b"A bad day.\n", "a.md", {"bad": "very bad"})
    assert (found.raw, found.endless) == (b"A bad day.\n", True)


FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.lists(
    st.sampled_from(["bad", "dull", "ugly", "day", "😀", "é", '"', "'", ", ", ": ", "\n", " "]),
    min_size=1,
    max_size=12,
).map("".join)


@FEW
@given(texts=st.lists(WORDS, min_size=1, max_size=4), source=st.sampled_from(["q.json", "q.csv"]))
def test_mending_again_changes_nothing(texts: list[str], source: str) -> None:
    if source == "q.json":
        raw = json.dumps([{"text": text} for text in texts]).encode()
    else:
        cells = ['"' + text.replace('"', '""') + '"' for text in texts]
        raw = ("id,text\n" + "".join(f"{n},{cell}\n" for n, cell in enumerate(cells))).encode()
    once = mended(raw, source)
    twice = mended(once.raw, source)
    assert (twice.raw, twice.made) == (once.raw, 0)
    before, after = ([*posts.read(each, source)] for each in (raw, once.raw))
    for old, new in zip(before, after, strict=True):
        if isinstance(old, Post) and isinstance(new, Post):
            wanted = re.sub(r"\b(bad|dull|ugly)\b", lambda match: SWAPS[match.group()], old.text)
            assert new.text == wanted


@FEW
@given(
    texts=st.lists(WORDS, min_size=1, max_size=4),
    style=st.sampled_from([None, "|", ">", '"', "'"]),
    width=st.sampled_from([8, 80]),
)
def test_yaml_is_mended_or_left(texts: list[str], style: str | None, width: int) -> None:
    entries = [{"text": text, "id": "bad"} for text in texts]
    raw = yaml.safe_dump(entries, default_style=style, width=width, allow_unicode=True).encode()
    once = mended(raw, "q.yaml")
    twice = mended(once.raw, "q.yaml")
    assert (twice.raw, twice.made) == (once.raw, 0)
    before, after = ([*posts.read(each, "q.yaml")] for each in (raw, once.raw))
    for old, new in zip(before, after, strict=True):
        if isinstance(old, Post) and isinstance(new, Post):
            assert new.id == old.id
            assert bare(new.text) == bare(old.text)


def bare(text: str) -> list[str]:
    """Return what stays, whichever fixes were made."""
    for old, new in SWAPS.items():
        text = text.replace(new, old)
    return re.split(r"\b(?:bad|dull|ugly|later)\b", text)
