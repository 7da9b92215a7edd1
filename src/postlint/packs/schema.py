"""The JSON Schema of a pack file, made from the kinds and guards, so that it is never stale."""

from __future__ import annotations

from typing import Any, Final

from postlint import tables
from postlint.checks import KINDS
from postlint.guards import GUARDS
from postlint.model import PANEL
from postlint.packs.rulefile import ACCOUNTS, LANGUAGES, SEVERITIES
from postlint.platforms import PLATFORMS

_TEXT: Final = {"type": "string"}
_WORD: Final = {"type": ["string", "number", "boolean"]}
"""A word of a list: YAML takes 24 and false for something else, the reader for words."""
_TEXTS: Final = {"type": ["array", "string"], "items": _TEXT}
_SEVERITY: Final = {"enum": list(SEVERITIES)}


def _guards() -> dict[str, Any]:
    named = {
        name: {
            "type": ["object", "array"] if "words" in guard.OPTIONS else "object",
            "items": _WORD,
            "properties": {key: option.schema() for key, option in guard.OPTIONS.items()},
            "additionalProperties": False,
            "description": (guard.__doc__ or "").strip(),
        }
        for name, guard in GUARDS.items()
    }
    by_name = {"type": "object", "properties": named, "additionalProperties": False}
    return {"type": "array", "items": {"anyOf": [{"enum": list(GUARDS)}, by_name]}}


def _lower() -> dict[str, Any]:
    named = {
        name: {
            "anyOf": [
                _SEVERITY,
                {
                    "type": "object",
                    "required": ["to"],
                    "properties": {
                        "to": _SEVERITY,
                        **{key: option.schema() for key, option in guard.OPTIONS.items()},
                    },
                    "additionalProperties": False,
                },
            ]
        }
        for name, guard in GUARDS.items()
    }
    return {"type": "object", "properties": named, "additionalProperties": False}


def _examples() -> dict[str, Any]:
    example = {
        "anyOf": [
            _TEXT,
            {"type": "object", "required": ["text"], "properties": {"text": _TEXT}},
        ]
    }
    several = {"type": "array", "items": example, "minItems": 2}
    return {
        "type": "object",
        "required": ["flag", "pass"],
        "properties": {"flag": several, "pass": several},
        "additionalProperties": False,
        "description": "[[ ]] marks what must be flagged; “pass” are near-misses.",
    }


def _common() -> dict[str, Any]:
    return {
        "severity": _SEVERITY,
        "message": _TEXT,
        "why": _TEXT,
        "how": _TEXT,
        "source": {
            "type": "object",
            "required": ["title"],
            "properties": {"title": _TEXT, "url": _TEXT, "date": _TEXT},
            "additionalProperties": False,
        },
        "unless": _guards(),
        "lower": _lower(),
        "when": {
            "type": "object",
            "properties": {
                "platforms": {"type": ["array", "string"], "items": {"enum": list(PLATFORMS)}},
                "accounts": {"type": ["array", "string"], "items": {"enum": list(ACCOUNTS)}},
                "reply": {"type": "boolean"},
            },
            "additionalProperties": False,
        },
        "supersedes": _TEXTS,
        "acceptable": {"type": "boolean"},
        "table": {"enum": list(tables.names())},
        "examples": _examples(),
    }


def _kind(name: str) -> dict[str, Any]:
    kind = KINDS[name]
    options = {key: option.schema() for key, option in kind.OPTIONS.items()}
    needed = [key for key, option in kind.OPTIONS.items() if option.required]
    common = _common()
    return {
        "type": "object",
        "description": (kind.__doc__ or "").strip(),
        "required": ["check", "severity", "message", "why", "how", "examples", *needed],
        "properties": {"check": {"const": name}, **common, **options},
        "additionalProperties": False,
    }


def pack_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12) of one file of a pack."""
    by_kind = [
        {
            "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
            "then": {"$ref": f"#/$defs/{name}"},
        }
        for name in KINDS
    ]
    rule = {
        "type": "object",
        "required": ["check"],
        "properties": {"check": {"enum": list(KINDS)}},
        "allOf": by_kind,
    }
    change = {
        "anyOf": [
            {"enum": ["off", *SEVERITIES]},
            {"type": "object", "properties": {"severity": _SEVERITY}},
        ],
        "description": "A change to a rule of a pack that this one extends.",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "postlint pack file",
        "type": "object",
        "required": ["pack"],
        "properties": {
            "pack": _TEXT,
            "panel": {"enum": list(PANEL)},
            "language": {"enum": list(LANGUAGES)},
            "extends": _TEXTS,
            "unless": {**_guards(), "description": "Guards that every rule of this file shares."},
            "words": {"type": "object", "additionalProperties": {"type": "array", "items": _WORD}},
            "rules": {
                "type": "object",
                "patternProperties": {"^[a-z0-9-]+$": rule, "^[a-z0-9-]+/[a-z0-9-]+$": change},
                "additionalProperties": False,
            },
        },
        "additionalProperties": False,
        "$defs": {name: _kind(name) for name in KINDS},
    }
