"""The examples of a rule as posts that one can read: where each one goes out, and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from postlint.reporters import words
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from postlint.model import Example
    from postlint.spans import Span

ACCOUNTS: Final[Mapping[str, str]] = {
    "institutional": "an institutional account",
    "personal": "a personal account",
    "head-of-mission": "the account of the head of mission",
}


@dataclass(frozen=True, slots=True)
class Case:
    """An example: what is known of the post, those before it in its queue, and its text."""

    setting: str
    before: tuple[Case, ...]
    text: str
    spans: tuple[Span, ...] = ()


def case_of(example: Example) -> Case:
    """Return an example as it is to be shown."""
    before = tuple(_queued(each) for each in example.context.get("queue", ()))
    return Case(setting(example.context), before, example.text, example.spans)


def _queued(written: object) -> Case:
    if isinstance(written, Mapping):
        return Case(setting(written), (), str(written.get("text", "")))
    return Case("", (), str(written))


def setting(context: Mapping[str, Any]) -> str:
    """Say in words what front matter says of a post; empty where it says nothing."""
    said = [_SAID[key](value) for key, value in context.items() if key in _SAID]
    text = "; ".join(filter(None, said))
    return text[:1].upper() + text[1:]


def _platforms(value: object) -> str:
    slugs = value if isinstance(value, list | tuple) else [value]
    return "on " + " and ".join(words.platform(str(slug)) for slug in slugs)


def _moment(value: object) -> str:
    """Write a day, or a day and hour, out; a text is taken for what it says."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
        except ValueError:
            return str(value)
    if not isinstance(value, date):
        return str(value)
    day = f"{value:%A} {value.day} {value:%B %Y}"
    if not isinstance(value, datetime):
        return day
    zone = value.tzname() or ""
    return f"{day}, {value:%H:%M}{' ' + zone if zone else ''}"


def _language(value: object) -> str:
    return f"in {words.LANGUAGES.get(str(value), str(value))}"


def _media(value: Sequence[Mapping[str, Any]]) -> str:
    return "; ".join(", ".join(_picture(item)) for item in value)


def _picture(item: Mapping[str, Any]) -> Iterator[str]:
    yield f"with {item['file']}"
    alt = item.get("alt")
    yield f"described as “{alt}”" if alt else "not described"
    if "taken" in item:
        yield f"taken on {_moment(item['taken'])}"
    if "consent" in item:
        yield "agreed to by whom it shows" if item["consent"] else "not agreed to by whom it shows"
    if item.get("generated"):
        yield "made by a machine"


def _known(value: object) -> str:
    return "the mission knows: " + "; ".join(_told(value))


def _told(value: object, name: str = "") -> Iterator[str]:
    """Yield a fact sheet's entries in words: “figures: subject scholarships, value 25”."""
    if isinstance(value, Mapping):
        flat = not any(isinstance(each, Mapping | list | tuple) for each in value.values())
        if name or flat:
            inside = ", ".join(f"{_plain(key)} {_scalar(each)}" for key, each in value.items())
            yield f"{name}: {inside}" if name else inside
        else:
            for key, each in value.items():
                yield from _told(each, _plain(key))
    elif isinstance(value, list | tuple) and any(isinstance(each, Mapping) for each in value):
        for each in value:
            yield from _told(each, name)
    else:
        yield f"{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{_plain(key)} {_scalar(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return " or ".join(map(_scalar, value))
    return str(value)


def _plain(key: object) -> str:
    return str(key).replace("_", " ")


_SAID: Final[Mapping[str, Callable[[Any], str]]] = {
    "id": lambda value: f"called “{value}”",
    "platform": _platforms,
    "account": lambda value: f"from {ACCOUNTS.get(value, value)}",
    "lang": _language,
    "reply_to": lambda value: f"in reply to {value}",
    "publish_at": lambda value: f"goes out {_moment(value)}",
    "embargo_until": lambda value: f"under embargo until {_moment(value)}",
    "translation_of": lambda value: f"the translation of “{value}”",
    "media": _media,
    "sources": lambda value: f"with the source {_scalar(value)}",
    "bilingual": lambda value: f"every post must come in {_scalar(value).replace(' or ', ' and ')}",
    "facts": _known,
    "severity": lambda value: f"as {'an error' if value == 'error' else f'a {value}'}",
}
