"""postlint: the linter for posts that are about to be published in a government's name."""

from __future__ import annotations

__version__ = "0.1.0"
