"""Risks accepted in a comment: read, and no part of what is published."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import posts
from postlint.model import Acceptance, Post, Unreadable

ACCEPT = "<!-- postlint: accept untrue/figure because it is well known -->"


def only(raw: str) -> Post | Unreadable:
    (found,) = posts.read(raw.encode(), "a.md")
    return found


FORMS = {
    "short": (ACCEPT, Acceptance("untrue/figure", "it is well known", line=2)),
    "by and until": (
        "<!-- postlint: accept a/b because he said so (by hom, until 2026-12-31) -->",
        Acceptance("a/b", "he said so", "hom", date(2026, 12, 31), 2),
    ),
    "until alone": (
        "<!--postlint: accept a/b because he said so (until 2026-12-31)-->",
        Acceptance("a/b", "he said so", None, date(2026, 12, 31), 2),
    ),
    "over lines": (
        "<!-- postlint: accept a/b\n  because he\n  said so (by\nthe desk) -->",
        Acceptance("a/b", "he said so", "the desk", None, 2),
    ),
    "other parentheses": (
        "<!-- postlint: accept a/b because he said so (twice) -->",
        Acceptance("a/b", "he said so (twice)", line=2),
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_comment_accepts_a_risk(name: str) -> None:
    comment, wanted = FORMS[name]
    post = only(f"A big figure.\n{comment}\n")
    assert isinstance(post, Post), post
    assert (post.text, post.accept) == ("A big figure.", (wanted,))


PLACES = {
    "below": (f"One.\n\n{ACCEPT}\n", "One."),
    "above": (f"---\nid: a\n---\n\n{ACCEPT}\n\nOne.\n", "One."),
    "between paragraphs": (f"One.\n\n{ACCEPT}\n\nTwo.", "One.\n\nTwo."),
    "between lines": (f"One.\n{ACCEPT}\nTwo.", "One.\nTwo."),
    "behind a line": (f"One. {ACCEPT}\nTwo.", "One.\nTwo."),
    "within a line": (f"One {ACCEPT} two.", "One two."),
    "indented": (f"One.\n  {ACCEPT}  \nTwo.", "One.\nTwo."),
    "several": (f"{ACCEPT}\n{ACCEPT}\nOne.{ACCEPT}\n\n{ACCEPT}\n\n{ACCEPT}\n", "One."),
    "other comments stay": ("One.\n<!-- check this -->", "One.\n<!-- check this -->"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=repr)
@pytest.mark.parametrize("name", PLACES)
def test_a_comment_is_not_published(name: str, newline: str) -> None:
    raw, text = PLACES[name]
    post = only(raw.replace("\n", newline))
    assert isinstance(post, Post), post
    assert post.text == text
    assert len(post.accept) == raw.count(ACCEPT)


WRONG = {
    "another word": ("<!-- postlint: allow a/b because he said so -->", "not understood"),
    "no reason": ("<!-- postlint: accept a/b -->", "not understood"),
    "a short reason": ("<!-- postlint: accept a/b because so -->", "three words"),
    "a wrong day": (
        "<!-- postlint: accept a/b because he said so (until May) -->",
        "such as 2026-12-31",
    ),
    "open": ("<!-- postlint: accept a/b because he said so", "never closes"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_comment_is_refused_with_its_place(name: str) -> None:
    comment, problem = WRONG[name]
    found = only(f"One.\nTwo {comment}\n")
    assert isinstance(found, Unreadable), found
    assert problem in found.error
    assert (found.line, found.column) == (2, 5)


def test_in_a_thread_each_part_accepts_its_own() -> None:
    front = "---\nthread: true\naccept: [{rule: a/b, reason: in all of it}]\n---\n"
    raw = f"{front}One.\n{ACCEPT}\n---\nTwo.\n"
    first, second = posts.read(raw.encode(), "a.md")
    assert isinstance(first, Post)
    assert isinstance(second, Post)
    assert [each.rule for each in first.accept] == ["a/b", "untrue/figure"]
    assert [each.rule for each in second.accept] == ["a/b"]


PIECES = st.lists(
    st.sampled_from(
        ["a", "é😀", " ", "\n", "\n\n", ACCEPT, ACCEPT.replace(" ", "\n"), "<!-- x -->"]
    ),
    max_size=14,
)


@given(pieces=PIECES)
def test_every_character_is_found_again(pieces: list[str]) -> None:
    raw = "".join(pieces)
    found = only(raw)
    if not isinstance(found, Post):
        assert "nothing to check" in found.error
        return
    assert "postlint" not in found.text
    lines = raw.split("\n")
    places = [found.positions.position(offset) for offset in range(len(found.text))]
    assert places == sorted(set(places))
    for character, (line, column) in zip(found.text, places, strict=True):
        assert (lines[line - 1] + "\n")[column - 1] == character
