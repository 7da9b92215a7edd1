"""What may stand here: the keys of a post, their values, and the names of rules.

Goes by lines, not by a parser: what is being written is not yet right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from postlint.lazily import Pattern
from postlint.lsp import positions
from postlint.posts import ACCOUNTS, PLATFORMS
from postlint.reporters import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from postlint.lsp.judging import Judged
    from postlint.model import Rule
    from postlint.spans import Position

KEYS: Final[Mapping[str, str]] = {
    "platform": "Where it is published; a list means: check for each.",
    "lang": "Language of the text, such as en or fr.",
    "account": "Whose account it is.",
    "publish_at": "When it goes out: a day, or a moment with its offset.",
    "embargo_until": "Not to go out before.",
    "reply_to": "The handle that it answers.",
    "media": "Pictures and videos, each with its alt text.",
    "sources": "Addresses that bear the text out.",
    "translation_of": "The id of the post that it translates.",
    "accept": "Risks that somebody accepts for a stated reason.",
    "id": "A name for the post.",
}
ONLY_IN: Final[Mapping[str, Mapping[str, str]]] = {
    "text": {"thread": "true: each part between --- lines is a post of its own."},
    "queue": {"text": "The words of the post."},
}
INNER: Final[Mapping[str, Mapping[str, str]]] = {
    "media": {
        "file": "Name of the picture or video.",
        "alt": "What somebody who cannot see it should know.",
        "consent": "Whether those who are shown have agreed.",
        "taken": "The day on which it was taken.",
        "generated": "Whether a machine made it.",
    },
    "accept": {
        "rule": "The full id of the rule.",
        "reason": "Why the risk is accepted, in three words or more.",
        "by": "Who accepts it.",
        "until": "The last day on which it is accepted.",
    },
}
FLAGS: Final = ("true", "false")
VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "platform": PLATFORMS,
    "account": ACCOUNTS,
    "lang": tuple(words.LANGUAGES),
    "thread": FLAGS,
    "consent": FLAGS,
    "generated": FLAGS,
}
TRIGGERS: Final = (":", " ", "/", '"', "[")

_VALUE: Final = Pattern(
    r"""(?:.*[\s{,-]|)["']?(\w+)["']?:(?:[ ]|\s*["'])(?:\[?(?:[\w"'-]+,\s*)*["']?)([\w./-]*)"""
)
_ITEM: Final = Pattern(r"""([ ]*)-[ ]+["']?([\w./-]*)""")
_KEY: Final = Pattern(r"""([ ]*(?:-[ ]+)?(?:\{(?:.*,)?[ ]*)?["']?)(\w*)""")
_PARENT: Final = Pattern(r"""([ ]*)(?:-[ ]+)?["']?(\w+)["']?:(.*)""")
_FENCE: Final = Pattern(r"---[ \t]*")


def of(judged: Judged, place: types.Position) -> list[types.CompletionItem]:
    """Return what may be put in at a place; nothing in the text of a post."""
    at = judged.lines.from_units(place.line, place.character)
    kind = judged.sheet.format
    if kind == "csv" or (kind == "text" and not _in_front_matter(judged, at)):
        return []
    before = judged.lines.line(at.line)[: at.column - 1]
    value = _VALUE.fullmatch(before)
    if value:
        return _values(judged, at, value[1], value[2])
    parent = _parent(judged, at.line)
    item = _ITEM.fullmatch(before)
    if item and parent in VALUES:
        return _values(judged, at, parent, item[2])
    key = _KEY.fullmatch(before)
    if key is None or kind in {"json", "jsonl"}:
        return []
    inner = _inner(parent, before)
    shared = ONLY_IN["text" if kind == "text" else "queue"]
    keys = INNER[inner] if inner else {**KEYS, **shared}
    return [
        _item(judged, at, key[2], name, f"{name}: ", about, types.CompletionItemKind.Property)
        for name, about in keys.items()
    ]


def _inner(parent: str, before: str) -> str | None:
    """Return the key of whose items a key would be one."""
    if parent in INNER:
        return parent
    found = _PARENT.match(before)
    return found[2] if found and found[2] in INNER else None


def _values(judged: Judged, at: Position, key: str, typed: str) -> list[types.CompletionItem]:
    kind = types.CompletionItemKind.EnumMember
    if key == "rule":
        return [
            _item(judged, at, typed, rule.id, rule.id, _about(rule), kind)
            for rule in judged.known
            if rule.acceptable
        ]
    return [_item(judged, at, typed, each, each, "", kind) for each in VALUES.get(key, ())]


def _about(rule: Rule) -> str:
    return f"{rule.severity.word}: {rule.summary}"


def _item(  # noqa: PLR0913, PLR0917 - the parts of an item
    judged: Judged,
    at: Position,
    typed: str,
    label: str,
    new: str,
    about: str,
    kind: types.CompletionItemKind,
) -> types.CompletionItem:
    end = judged.lines.index(at)
    place = positions.extent(judged.lines, end - len(typed), end)
    return types.CompletionItem(
        label=label,
        kind=kind,
        detail=about or None,
        filter_text=label,
        text_edit=types.TextEdit(place, new),
    )


def _in_front_matter(judged: Judged, at: Position) -> bool:
    """Tell whether a line stands between the first two fences, or behind the only one."""
    numbers = range(1, at.line)
    above = [number for number in numbers if _FENCE.fullmatch(judged.lines.line(number))]
    if len(above) != 1 or any(judged.lines.line(n).strip() for n in range(1, above[0])):
        return False
    return _FENCE.fullmatch(judged.lines.line(at.line)) is None


def _parent(judged: Judged, number: int) -> str:
    """Return the key under whose list or mapping a line stands, empty where it is none."""
    words_here = judged.lines.line(number)
    own = len(words_here) - len(words_here.lstrip(" "))
    dashed = words_here.lstrip(" ").startswith("-")
    for above in _upwards(judged, number):
        key = _PARENT.fullmatch(above)
        indent = len(above) - len(above.lstrip(" "))
        if key and not key[3].strip() and (indent < own or (dashed and indent == own)):
            return key[2]
        if indent < own and key and above.lstrip(" ").startswith("-"):
            own, dashed = indent, True
    return ""


def _upwards(judged: Judged, number: int) -> Iterable[str]:
    for above in range(number - 1, 0, -1):
        found = judged.lines.line(above)
        if _FENCE.fullmatch(found):
            return
        if found.strip():
            yield found
