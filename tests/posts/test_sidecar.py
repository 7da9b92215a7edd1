"""Alt texts from a file beside the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postlint import posts
from postlint.model import Media, Post, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

QUEUE = "id,text,media\n,One,a.jpg\nsecond,Two,b.jpg|c.jpg\n,Three,\n"


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    path = tmp_path / "week.1.csv"
    path.write_text(QUEUE)
    return path


def read(queue: Path, alts: str) -> tuple[list[Post], list[Unreadable]]:
    queue.with_name("week.1.alt.yaml").write_text(alts)
    found = list(posts.read_file(str(queue)))
    good = [post for post in found if isinstance(post, Post)]
    return good, [fault for fault in found if isinstance(fault, Unreadable)]


WAYS = {"row": "row 2: A ferry.\n", "number": "2: A ferry.\n", "list": "row 2: [A ferry.]\n"}


@pytest.mark.parametrize("alts", WAYS.values(), ids=WAYS)
def test_a_row_gets_its_alt_text(queue: Path, alts: str) -> None:
    found, faults = read(queue, alts)
    assert not faults
    assert [post.media for post in found[:1]] == [(Media("a.jpg", "A ferry."),)]


def test_pictures_get_theirs_in_order(queue: Path) -> None:
    found, faults = read(queue, "second: ['', A quay.]\n")
    assert not faults
    assert found[1].media == (Media("b.jpg"), Media("c.jpg", "A quay."))


def test_the_queue_itself_counts_first(queue: Path) -> None:
    queue.write_text("text,media,alt\nOne,a.jpg,Own.\n")
    found, _ = read(queue, "2: Other.\n")
    assert found[0].media == (Media("a.jpg", "Own."),)


FAULTS = {
    "no such post": ("row 9: A ferry.\n", 1, "no post of week.1.csv is called “row 9”"),
    "too many": ("2: [A, B]\n", 1, "“2”: alt texts: 2, but pictures and videos: 1"),
    "no picture": ("\nrow 4: A ferry.\n", 2, "pictures and videos: 0"),
    "no mapping": ("- A ferry.\n", 1, "a file of alt texts is a mapping"),
    "no text": ("2: {a: b}\n", 1, "2: a mapping is not text"),
}


@pytest.mark.parametrize(("alts", "line", "says"), FAULTS.values(), ids=FAULTS)
def test_what_fits_nothing_is_said(queue: Path, alts: str, line: int, says: str) -> None:
    found, (fault,) = read(queue, alts)
    assert len(found) == 3
    assert says in fault.error
    assert (fault.source, fault.line) == (str(queue.with_name("week.1.alt.yaml")), line)


def test_an_empty_file_gives_nothing(queue: Path) -> None:
    assert read(queue, "# later\n")[1] == []


def test_it_is_no_queue_itself(queue: Path) -> None:
    read(queue, "posts:\n- text: One\n")
    assert list(posts.find([str(queue.parent)])) == [str(queue)]


@pytest.mark.parametrize("name", ["-", "", "/", "a" * 5000, "draft"])
def test_a_buffer_may_have_any_name(name: str) -> None:
    found = posts.with_alt_texts(posts.read(b"One", name, "text"), name)
    assert len(list(found)) == 1
