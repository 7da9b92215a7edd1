"""What a pipeline found in one text, column by column, white space included.

The neutral ground between the pipelines and `reading`; imports no library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class Columns:
    """The words of a text; a column that nobody asked for is empty.

    ``starts`` are the code points at which the words begin, ``heads`` indices
    into the words (a root's is its own), ``firsts`` tells which words begin a
    sentence, and ``names`` holds first word, end (exclusive) and label.
    """

    words: Sequence[str]
    starts: Sequence[int]
    spaces: Sequence[bool]
    heads: Sequence[int] = ()
    roles: Sequence[str] = ()
    tags: Sequence[str] = ()
    fine_tags: Sequence[str] = ()
    morphs: Sequence[str] = ()
    lemmas: Sequence[str] = ()
    firsts: Sequence[bool] = ()
    names: list[tuple[int, int, str]] = field(default_factory=list)
