from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from postlint import posts
from postlint.model import Acceptance, Media, Post, Unreadable


def read(raw: str) -> list[Post | Unreadable]:
    return list(posts.read(raw.encode(), "a.md"))


def one(raw: str) -> Post:
    (post,) = read(raw)
    assert isinstance(post, Post), post
    return post


FULL = """\
---
id: post-13
platform: [x, bluesky, x]
lang: pt-BR
account: head-of-mission
publish_at: 2026-11-24T14:30-05:00
embargo_until: 2026-11-24T12:00Z
reply_to: "@someone"
media:
  - {file: a.jpg, alt: "A boat", consent: true, taken: 2026-11-01, generated: false}
  - b.mp4
sources: https://example.org
translation_of: 12
accept:
  - rule: untrue/unsourced-figure
    reason: In the minister's speech.
    by: hom
    until: 2026-12-31
---

Hello
"""


def test_front_matter_gives_the_context() -> None:
    post = one(FULL)
    assert (post.text, post.source, post.line) == ("Hello", "a.md", 21)
    assert (post.id, post.platforms, post.language) == ("post-13", ("x", "bluesky"), "pt-BR")
    assert (post.account, post.reply_to, post.translation_of) == (
        "head-of-mission",
        "@someone",
        "12",
    )
    eastern = timezone(timedelta(hours=-5))
    assert post.publish_at == datetime(2026, 11, 24, 14, 30, tzinfo=eastern)
    assert post.embargo_until == datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert post.media == (
        Media("a.jpg", "A boat", consent=True, taken=date(2026, 11, 1), generated=False),
        Media("b.mp4"),
    )
    assert post.sources == ("https://example.org",)
    reason = "In the minister's speech."
    until = date(2026, 12, 31)
    assert post.accept == (Acceptance("untrue/unsourced-figure", reason, "hom", until, 15),)


BODIES = {
    "no front matter": ("Hello\n", "Hello", 1),
    "no last newline": ("Hello", "Hello", 1),
    "windows": ("Hello\r\nworld\r\n", "Hello\nworld", 1),
    "blank lines around": ("\n \n  Hello \n\n\n", "  Hello ", 3),
    "spaces stay": ("a  b\t\n\n c", "a  b\t\n\n c", 1),
    "hashtags first": ("#One #Two\n---\nx", "#One #Two\n---\nx", 1),
    "four dashes": ("----\nx\n----\n", "----\nx\n----", 1),
    "dashes and words": ("--- breaking ---\nx\n---\n", "--- breaking ---\nx\n---", 1),
    "dash list": ("- one\n- two\n", "- one\n- two", 1),
    "empty front matter": ("---\n---\nx\n", "x", 3),
    "comment in front matter": ("---\n# nothing\n---\n\nx", "x", 5),
    "blank lines before front matter": ("\n\n---\nlang: en\n---\nx", "x", 6),
    "rules in the body": ("---\nlang: en\n---\nx\n---\ny", "x\n---\ny", 4),
    "dashes with spaces": ("--- \nlang: en\n---\t\nx", "x", 4),
    "byte order mark": ("\ufeff---\nlang: en\n---\nx", "x", 4),
}


@pytest.mark.parametrize(("raw", "text", "line"), BODIES.values(), ids=BODIES)
def test_the_body_stays_as_it_is(raw: str, text: str, line: int) -> None:
    post = one(raw)
    assert (post.text, post.line) == (text, line)


def test_media_alone_is_a_post() -> None:
    assert one("---\nmedia: [a.jpg]\n---\n").text == ""


REFUSED = {
    "misspelt key": ("---\nplatfrom: x\n---\nHi", 2, 1, "did you mean “platform”?"),
    "unknown platform": ("---\nplatform: [x, blusky]\n---\nHi", 2, 15, "mean “bluesky”?"),
    "unknown account": ("---\naccount: private\n---\nHi", 2, 10, "institutional, personal"),
    "not a language": ("---\nlang: English\n---\nHi", 2, 7, "such as en, fr or pt-BR"),
    "not a moment": ("---\npublish_at: tomorrow\n---\nHi", 2, 13, "“tomorrow” is not a day"),
    "no such day": ("---\npublish_at: 2026-02-30\n---\nHi", 2, 13, "is not a day or moment"),
    "short reason": ("---\naccept: [{rule: a/b, reason: ok so}]\n---\nHi", 2, 30, "three words"),
    "no reason": ("---\naccept: [{rule: a/b}]\n---\nHi", 2, 10, "needs the key “reason”"),
    "media without file": ("---\nmedia: [{alt: x}]\n---\nHi", 2, 9, "needs the key “file”"),
    "media misspelt": ("---\nmedia: [{file: x, alt_text: y}]\n---\nHi", 2, 19, "“alt_text”"),
    "text in front matter": ("---\ntext: x\n---\nHi", 2, 1, "unknown key “text” in a draft"),
    "unclosed": ("---\nplatform: x\n\nHi\n", 1, 1, "no line “---” ends it"),
    "unclosed after blanks": ("\n\n---\nplatform: x", 3, 1, "no line “---” ends it"),
    "only the opening": ("---", 1, 1, "no line “---” ends it"),
    "not a mapping": ("---\njust words\n---\nHi", 2, 1, "a draft is a mapping of keys"),
    "broken yaml": ("---\nlang: en\nreply_to: @x\n---\nHi", 3, 11, "quotes"),
    "empty": ("", 1, 1, "nothing to check"),
    "blank": (" \n\n \n", 1, 1, "nothing to check"),
    "blank body": ("---\nlang: en\n---\n\n", 4, 1, "nothing to check"),
    "too long": ("x" * 100_001, 1, 1, "at most 100,000"),
}


@pytest.mark.parametrize(("raw", "line", "column", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_says_where(raw: str, line: int, column: int, says: str) -> None:
    (fault,) = read(raw)
    assert isinstance(fault, Unreadable), fault
    assert (fault.source, fault.line, fault.column) == ("a.md", line, column)
    assert says in fault.error


THREAD = "---\nthread: true\nlang: en\nmedia: [a.jpg]\n---\none\n\n---\n\ntwo\nand\n---\nthree\n"


def test_a_thread_is_several_posts() -> None:
    parts = [post for post in read(THREAD) if isinstance(post, Post)]
    assert [(p.id, p.text, p.line) for p in parts] == [
        ("part 1", "one", 6),
        ("part 2", "two\nand", 10),
        ("part 3", "three", 13),
    ]
    assert {p.language for p in parts} == {"en"}
    assert [len(p.media) for p in parts] == [1, 0, 0]


def test_a_threads_own_id_leads() -> None:
    named = THREAD.replace("lang: en", "id: talks")
    assert [getattr(p, "id", None) for p in read(named)][:2] == ["talks, part 1", "talks, part 2"]


def test_an_empty_part_is_refused() -> None:
    *_, fault = read(THREAD + "---\n")
    assert isinstance(fault, Unreadable)
    assert "part 4 of the thread is empty" in fault.error
