"""The kinds of check, one module each; ``KINDS`` is the whole list.

The list is made when somebody asks for it, because a run needs only a few of
them: see ``packs.compiled``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from postlint.checks.every import KINDS

__all__ = ["KINDS"]


def __getattr__(name: str) -> Any:
    if name == "KINDS":
        from postlint.checks.every import KINDS

        return KINDS
    raise AttributeError(name)
