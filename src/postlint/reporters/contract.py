"""The JSON contract as plain values, for every reporter that prints them its own way."""

from __future__ import annotations

from postlint.reporters.json import document

__all__ = ["document"]
