"""Where the packs, tables and profiles that come with postlint stand."""

from __future__ import annotations

from pathlib import Path


def rules_folder() -> Path:
    """Return the folder of the shipped packs and tables: the wheel's, else the checkout's."""
    shipped = Path(__file__).parent / "rules"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "rules"
