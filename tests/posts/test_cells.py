"""The scanner of tables says what the standard library's says, and where."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from postlint import posts
from postlint.errors import PostError
from postlint.model import Post
from postlint.posts import cells
from postlint.posts.spelling import Lines, Spelling

if TYPE_CHECKING:
    from postlint.posts.cells import Record

FEW = settings(max_examples=200, deadline=None)
DIALECTS = [
    {"delimiter": separator, "quoting": quoting, "lineterminator": newline}
    for separator in ",;\t"
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)
    for newline in ("\n", "\r\n")
]

letters = st.sampled_from([*'ab é😀"",;\t', "\n", "\r\n", "\u2028", "\x85", "\ufeff", '""', "שלום"])
words = st.lists(letters, max_size=12).map("".join)
tables = st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=5)


def scan(text: str, separator: str) -> list[Record]:
    return list(cells.records(text, separator, "q.csv", Lines(text)))


def values(text: str, separator: str) -> list[list[str]]:
    return [[cells.value(text, cell) for cell in record.cells] for record in scan(text, separator)]


def unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@FEW
@given(table=tables, dialect=st.sampled_from(DIALECTS))
def test_what_a_writer_wrote_is_read(table: list[list[str]], dialect: dict[str, object]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, **dialect).writerows(table)  # type: ignore[arg-type]
    meant = [[unix(cell) for cell in row] for row in table]
    assert values(unix(file.getvalue()), str(dialect["delimiter"])) == meant


@FEW
@given(text=st.lists(letters, max_size=30).map("".join), separator=st.sampled_from(",;\t"))
def test_any_text_is_cut_like_the_standard_library_does(text: str, separator: str) -> None:
    text = unix(text)
    try:
        found = scan(text, separator)
    except PostError:
        with pytest.raises(csv.Error):
            list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
        return
    theirs = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    assert [record.row for record in found] == list(range(1, len(theirs) + 1))
    assert [len(record.cells) for record in found] == [len(row) or 1 for row in theirs]
    for record, row in zip(found, theirs, strict=True):
        for cell, meant in zip(record.cells, row, strict=False):
            assert cell.stray >= 0 or cells.value(text, cell) == meant


@FEW
@given(text=st.lists(letters, max_size=30).map("".join))
def test_every_character_of_a_cell_is_found_in_the_file(text: str) -> None:
    text = unix(text)
    try:
        found = scan(text, ",")
    except PostError:
        assume(False)
    file_lines = [line + "\n" for line in text.split("\n")]
    for cell in (cell for record in found for cell in record.cells if cell.stray < 0):
        spelling = Spelling()
        cells.spell(spelling, text, cell, cell.start, cell.end)
        words, positions = spelling.finish(Lines(text), cell.end)
        assert words == cells.value(text, cell)
        places = [positions.position(offset) for offset in range(len(words) + 1)]
        assert places == sorted(set(places))
        for character, (line, column) in zip(words, places, strict=False):
            assert file_lines[line - 1][column - 1] == character
        assert places[-1] == Lines(text).position(cell.end)


@FEW
@given(
    words=words.filter(str.strip),
    before=words,
    dialect=st.sampled_from(DIALECTS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_post_stands_where_the_sheet_has_it(
    words: str, before: str, dialect: dict[str, object], encoding: str
) -> None:
    file = io.StringIO(newline="")
    rows = [["Notes", "Text", "Lang"], [before, words, "fr"], ["", "after", "fr"]]
    csv.writer(file, **dialect).writerows(rows)  # type: ignore[arg-type]
    post, after = posts.read(file.getvalue().encode(encoding), "q.csv")
    assert isinstance(post, Post), post
    assert isinstance(after, Post), after
    assert (post.text, post.id, after.id) == (unix(words), "row 2", "row 3")
    file_lines = [line + "\n" for line in unix(file.getvalue()).split("\n")]
    places = [post.positions.position(offset) for offset in range(len(post.text) + 1)]
    assert places == sorted(set(places))
    for character, (line, column) in zip(post.text, places, strict=False):
        assert file_lines[line - 1][column - 1] == character


def test_an_open_quotation_mark_says_where_it_began() -> None:
    with pytest.raises(PostError) as caught:
        scan('a,b\n"x\ny",z\n\n1,"two\nthree\n', ",")
    assert (caught.value.line, caught.value.column) == (5, 3)
    assert "row 4: the quotation mark that begins a cell here, on line 5" in caught.value.problem


def test_what_follows_a_closing_quotation_mark_is_marked() -> None:
    (record,) = scan('"He said "hi", then",b', ",")
    assert [cell.stray for cell in record.cells] == [10, -1, -1]


def test_rows_and_cells_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MAX_ROWS", 3)
    monkeypatch.setattr(cells, "MAX_CELLS", 2)
    assert len(scan("a,b\n" * 3, ",")) == 3
    with pytest.raises(PostError, match="at most 3 rows"):
        scan("a,b\n" * 4, ",")
    with pytest.raises(PostError, match="row 2 is too long: at most 2 cells"):
        scan("a\na,b,c\n", ",")
