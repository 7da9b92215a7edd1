"""Regular expressions that come from data, on RE2: linear in the text, whatever the pattern."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

MOST_MEMORY: Final = 8 << 20
"""Bytes that one compiled pattern may take; RE2 refuses a larger one."""


@lru_cache(maxsize=2048)
def linear(pattern: str, *, case: bool = False) -> Any:
    """Compile ``pattern``; ``ValueError`` carries the engine's reason."""
    import re2

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = case
    options.max_mem = MOST_MEMORY
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0]
        reason = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        msg = f"“{pattern}” is not a pattern that RE2 knows: {reason}"
        raise ValueError(msg) from None
