"""A table that is being read, and one row of it: cells by what their columns are.

Not for what a row becomes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from postlint.errors import PostError
from postlint.posts import cells
from postlint.values import dataclass
from postlint.yamlfile import Key, Node

if TYPE_CHECKING:
    from postlint.posts.cells import Cell, Record
    from postlint.posts.columns import Columns
    from postlint.posts.spelling import Lines
    from postlint.yamlfile.nodes import Value


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table's file, and what is known of all its rows."""

    text: str
    source: str
    lines: Lines
    columns: Columns
    order: str | None

    def value(self, cell: Cell) -> str:
        """Return what a cell says."""
        return cells.value(self.text, cell)

    def place(self, cell: Cell) -> tuple[int, int]:
        """Return the line and column of a cell's first character."""
        return self.lines.position(cell.start)

    def fault(self, problem: str, index: int) -> PostError:
        """Return the error for a problem at a code point of the file."""
        return PostError(problem, self.source, *self.lines.position(index))


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    sheet: Sheet
    record: Record

    @property
    def place(self) -> tuple[int, int]:
        """The line and column on which the row begins."""
        return self.sheet.place(self.record.cells[0])

    @property
    def blank(self) -> bool:
        """Tell whether no cell says anything."""
        return not any(self.sheet.value(cell).strip() for cell in self.record.cells)

    def filled(self, role: str) -> list[Cell]:
        """Return the cells of a role's columns that say something."""
        indexes = self.sheet.columns.roles.get(role, ())
        found = [self.record.cells[i] for i in indexes if i < len(self.record.cells)]
        return [cell for cell in found if self.sheet.value(cell).strip()]

    def one(self, role: str) -> tuple[Cell, str] | None:
        """Return the cell of a role and what it says without blanks around it, if anything."""
        for cell in self.filled(role):
            return cell, self.sheet.value(cell).strip()
        return None

    def node(self, value: object, cell: Cell) -> Node:
        """Return a tree for a plain value that stands in a cell."""
        place = self.sheet.place(cell)
        if isinstance(value, tuple):
            return Node(tuple(self.node(item, cell) for item in value), *place)
        if isinstance(value, dict):
            keyed = {Key.at(key, *place): self.node(item, cell) for key, item in value.items()}
            return Node(keyed, *place)
        return Node(cast("Value", value), *place, spelling=str(value), style='"')
