"""``python -m postlint`` does what ``postlint`` does."""

from __future__ import annotations

from postlint.cli import run

if __name__ == "__main__":
    run()
