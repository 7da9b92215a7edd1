"""YAML as postlint reads it: a tree that knows its places, and a way to take it apart.

The only importer of ``yaml``. Not for what the values mean: packs, settings
and posts each take their own trees apart with :class:`Fields`.

Safer than YAML 1.1: only ``true`` and ``false`` are flags (``no`` and ``off``
are words, and ``NO`` is Norway), ``14:30`` and ``007`` are text, a day or a
moment is understood without seconds, two equal keys are an error, and
anchors, aliases, tags and a second document are refused.
"""

from __future__ import annotations

from postlint.yamlfile.fields import REQUIRED, Fields
from postlint.yamlfile.nodes import Key, Node, describe, of, plain
from postlint.yamlfile.reading import MAX_DEPTH, MAX_SIZE, read
from postlint.yamlfile.scalars import moment_of, resolve
from postlint.yamlfile.stored import restore, store

__all__ = [
    "MAX_DEPTH",
    "MAX_SIZE",
    "REQUIRED",
    "Fields",
    "Key",
    "Node",
    "describe",
    "moment_of",
    "of",
    "plain",
    "read",
    "resolve",
    "restore",
    "store",
]
