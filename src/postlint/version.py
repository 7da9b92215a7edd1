"""The version, for whoever needs it without the rest."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
