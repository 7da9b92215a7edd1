"""Fixes put into the file they belong to; all else in it stays as it is, byte for byte.

A fix is spelled the way its place is quoted, and no file is changed that does
not read back as meant. Not for judging posts, and not for writing files.
"""

from __future__ import annotations

from postlint.fixes.edits import Skipped
from postlint.fixes.mending import Mended, mend
from postlint.fixes.rawfile import RawFile

__all__ = ["Mended", "RawFile", "Skipped", "mend"]
