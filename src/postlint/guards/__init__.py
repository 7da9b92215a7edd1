"""The guards, one module each; ``GUARDS`` is the whole list.

The list is made when somebody asks for it, because a run needs only a few of
them: see ``packs.compiled``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from postlint.guards.every import GUARDS

__all__ = ["GUARDS"]


def __getattr__(name: str) -> Any:
    if name == "GUARDS":
        from postlint.guards.every import GUARDS

        return GUARDS
    raise AttributeError(name)
