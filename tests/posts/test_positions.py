"""The heart of reading: every character of a post is found again in its file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, reject, settings
from hypothesis import strategies as st

from postlint import posts
from postlint.model import Post, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from postlint.spans import Position

FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SCRIPTS = (
    "abc XYZ 019 .,;:!?-_#@&*%|>'\"\\/{}[]()`~^=<$",
    "éàçœñßøÅ “”‘’…—€\u00a0\u202f",
    "Привіт Ελλάδα עברית العربية हिन्दी ไทย 中文 日本語 한국어",
    "😀👩‍👩‍👧‍👦🇨🇦👍🏽❤️𝕏",
    "\u200b\u200d\u2060\ufeff\u0301\u061c\u202e",
)
BREAKS = ("\n", "\n", "\n\n", "\r\n", "\r", "\t", "  ", "\x85", "\u2028", "\u2029")
WORDS = ("@canada", "#Fisheries", "https://x.example/a?b=c#d", "---", "- a", "key: value", "'", '"')

characters = st.one_of(*(st.sampled_from(script) for script in SCRIPTS))
texts = st.lists(
    st.one_of(
        characters,
        st.sampled_from(BREAKS),
        st.sampled_from(WORDS),
        st.text(characters, min_size=1, max_size=40),
        st.characters(codec="utf-8", exclude_characters="\0"),
    ),
    min_size=1,
    max_size=40,
).map("".join)

YAML_ESCAPES = dict(zip("0abtnvfre NLP_", "\0\a\b\t\n\v\f\r\x1b \x85\u2028\u2029\xa0", strict=True))


def one_newline(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def only_post(raw: str, source: str) -> Post:
    (post,) = posts.read(raw.encode(), source)
    assert isinstance(post, Post), post
    return post


def check_places(post: Post, raw: str, spells: Callable[[str, str], bool]) -> None:
    """Each character stands where the map says, or something that spells it does."""
    lines = one_newline(raw).split("\n")
    places = [post.positions.position(offset) for offset in range(len(post.text) + 1)]
    assert places == sorted(places)
    assert len(set(places[:-1])) == len(post.text)
    for character, place in zip(post.text, places, strict=False):
        rest = (lines[place.line - 1] + "\n")[place.column - 1 :]
        assert rest, (character, place)
        assert rest[0] == character or spells(rest, character), (character, rest[:12])
    check_bytes(post, places, [line.encode() for line in lines])


def check_bytes(post: Post, places: list[Position], lines: list[bytes]) -> None:
    """A column in bytes cuts the line where the column in characters does; asked in any order."""
    offsets = list(range(len(post.text) + 1))
    for offset in (*offsets, *offsets[::-7]):
        place = post.positions.in_bytes(offset)
        assert place is not None
        before = lines[place.line - 1][: place.column - 1]
        assert len(before.decode()) == places[offset].column - 1


def json_spells(rest: str, character: str) -> bool:
    escape = re.match(r"\\u[dD][89abAB]..\\u....|\\u....|\\.", rest)
    return escape is not None and one_newline(json.loads(f'"{escape.group()}"')) == character


def yaml_spells(rest: str, character: str) -> bool:
    if rest[0] in "\n\x85":
        return character in " \n"
    if rest.startswith("''"):
        return character == "'"
    escape = re.match(r"\\(?:x(..)|u(....)|U(........)|(.))", rest)
    if escape is None:
        return False
    *codes, simple = escape.groups()
    code = next(filter(None, codes), None)
    spelled = YAML_ESCAPES.get(simple, simple) if code is None else chr(int(code, 16))
    return one_newline(spelled) == character


@FEW
@given(text=texts, ascii_only=st.booleans(), indent=st.sampled_from([None, 1, 4]))
@example(text="\r\n\r", ascii_only=True, indent=None)
@example(text='😀\\"/\x7f\u2028', ascii_only=True, indent=None)
def test_json(text: str, ascii_only: bool, indent: int | None) -> None:
    entry = [{"text": text, "media": ["a.jpg"]}]
    raw = json.dumps(entry, ensure_ascii=ascii_only, indent=indent)
    post = only_post(raw, "q.json")
    assert post.text == one_newline(text)
    check_places(post, raw, json_spells)


@FEW
@given(text=texts, ascii_only=st.booleans())
def test_json_lines(text: str, ascii_only: bool) -> None:
    line = json.dumps({"media": ["a.jpg"], "text": text}, ensure_ascii=ascii_only)
    raw = f'{{"text": "first"}}\r\n{line}\r\n'
    _, post = posts.read(raw.encode(), "q.jsonl")
    assert isinstance(post, Post)
    assert (post.text, post.line) == (one_newline(text), 2)
    check_places(post, raw, json_spells)


STYLES = (None, "|", ">", '"', "'")


@FEW
@given(
    text=texts,
    style=st.sampled_from(STYLES),
    width=st.sampled_from([5, 20, 80, 10_000]),
    unicode=st.booleans(),
    indent=st.sampled_from([None, 4, 8]),
    newline=st.sampled_from(["\n", "\r\n"]),
    nested=st.booleans(),
)
def test_yaml(  # noqa: PLR0913, PLR0917 - the ways to write one text
    text: str,
    style: str | None,
    width: int,
    unicode: bool,
    indent: int | None,
    newline: str,
    nested: bool,
) -> None:
    entries: Any = [{"media": ["a.jpg"], "text": text}, {"text": "after"}]
    raw = yaml.safe_dump(
        {"posts": entries} if nested else entries,
        default_style=style,
        width=width,
        allow_unicode=unicode,
        indent=indent,
    ).replace("\n", newline)
    theirs = yaml.safe_load(raw)
    meant = (theirs["posts"] if nested else theirs)[0]["text"]
    found, after = posts.read(raw.encode(), "q.yaml")
    assert isinstance(found, Post), (found, raw)
    assert found.text in {one_newline(meant), one_newline(meant).removesuffix("\n")}
    check_places(found, raw, yaml_spells)
    assert isinstance(after, Post)
    assert after.text == "after"


pieces = st.lists(
    st.sampled_from(
        [*"ab é😀-:#'", " ", "  ", "\n", "\n", "\n\n  ", "\n    ", "\t", "\x85", "\u2028", "''"]
    )
    | st.sampled_from(
        ["\\\n", "\\n", "\\ ", "\\x41", "\\u00e9", "\\U0001F600", "\\\\", '\\"', "\\L"]
    ),
    max_size=24,
).map("".join)
openings = st.sampled_from(
    ["", "", "'", '"', "|", ">", "|-", ">+", "|2", ">1-", "|+3 # why", ">-  "]
)


@settings(FEW, max_examples=120, suppress_health_check=list(HealthCheck))
@given(
    opening=openings, body=pieces, indent=st.sampled_from(["  ", "    ", " "]), end=st.booleans()
)
def test_yaml_by_hand(opening: str, body: str, indent: str, end: bool) -> None:
    if opening[:1] in {"|", ">"}:
        body = "\n" + indent + body.replace("\n", "\n" + indent)
        closing = ""
    else:
        closing = opening
    raw = f"- text: {opening}{body}{closing}" + ("\n- text: after\n" if end else "")
    try:
        theirs = yaml.load(raw, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, AttributeError):
        reject()
    meant = theirs[0]["text"]
    assume(theirs[0].keys() == {"text"} and isinstance(meant, str) and meant.strip())
    found = next(posts.read(raw.encode(), "q.yaml"))
    if isinstance(found, Unreadable):
        assert "comment" in found.error, (raw, found)
        return
    assert found.text in {one_newline(meant), one_newline(meant).removesuffix("\n")}
    check_places(found, raw, yaml_spells)


@FEW
@given(text=texts, newline=st.sampled_from(["\n", "\r\n", "\r"]), front=st.booleans())
def test_text(text: str, newline: str, front: bool) -> None:
    matter = "---\nplatform: x\nmedia: [a.jpg]\n---\n" if front else "¡"
    raw = (matter + text).replace("\r\n", "\n").replace("\r", "\n").replace("\n", newline)
    post = only_post(raw, "a.md")
    assert post.text in one_newline(raw)
    check_places(post, raw, lambda *_: False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_columns_do_not_hang_on_the_encoding(encoding: str) -> None:
    (post,) = posts.read("é\r\n😀x".encode(encoding), "a.txt")
    assert isinstance(post, Post)
    assert post.text == "é\n😀x"
    assert post.positions.position(3) == (2, 2)
