"""The columns of queues, by the names that people and publishing tools give them.

One literal table. Not for what stands in the cells.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from postlint.errors import PostError
from postlint.lazily import Pattern
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROLES: Final[Mapping[str, str]] = {
    "text": (
        "text, message, message text, content, post, caption, captions, tweet, tweet text, body,"
        " copy, post text, post content, texte, contenu, légende"
    ),
    "date": (
        "date, datetime, date & time, date time, scheduled at, schedule at, scheduled for,"
        " scheduled date, schedule date, scheduled time, scheduled,"
        " post at specific time, posting time, posting date, publish at, publish date,"
        " publication date, date de publication, date - intl. format or prompt"
    ),
    "time": "time, time 24hr, post time, publish time, heure",
    "link": "link, links, link(s), url, link url, lien, liens",
    "media": (
        "media, image, images, image url, image urls, image url(s), picture, pictures, photo,"
        " photos, media url, media urls, media url(s), gif url, gif urls, video url, video urls,"
        " video, videos, média, vidéo"
    ),
    "alt": (
        "alt, alt text, alt texts, alt text(s), image alt text, alternative text,"
        " texte de remplacement, texte alternatif"
    ),
    "platform": (
        "platform, platforms, network, networks, social network, channel, channels,"
        " account type, plateforme, réseau"
    ),
    "account": "account, account id, profile, profiles, handle, compte",
    "lang": "lang, language, langue",
    "id": "id, post id",
    "reply_to": "reply to, in reply to",
    "sources": "sources, source, source url",
    "embargo_until": "embargo until, embargo",
    "translation_of": "translation of",
    "accept": "accept, accepted risks",
    "comment": "first comment, follow up comment, comment(s)",
}
"""Role → names, compared by their letters and digits.

``Date (UTC)`` counts as ``Date``, ``Image URL 2`` as ``Image URL``.

Sprout: support.sproutsocial.com 115005864203. Publer: publer.com/help 18qhxcq.
SocialBee: help.socialbee.com/article/80. HighLevel: help.hoopai.com
social-csv-import. PostFast: help.postfa.st csv-format-for-bulk-import.
Ayrshare: ayrshare.com/docs/apis/post/bulk-post. Oktopost:
community.oktopost.com 386002. Read in November 2026.
"""

EXTRAS: Final = (
    "tags, tag, label, labels, label(s), title, link title, description, category, categories,"
    " campaign, campaign name, notes, note, comment, internal comment, status, approved, approver,"
    " author, owner, board, pinterest board id, album, pin board, fb album or google category,"
    " post subtype, cta, reminder, post type, watermark, gbp post type, gbp call to action,"
    " youtube title, youtube privacy, youtube video type, linkedin document url, fb content type,"
    " ig publish type, yt is short, media type, type, timezone, time zone, week, day, weekday,"
    " jour, recycle, expire at, ok, done, étiquettes, statut, titre, notes internes"
)
"""Columns of tools and planning sheets that say nothing of the words to be published."""

SEPARATORS: Final = (",", ";", "\t")

_ODD = Pattern(r"[\W_]+")
_HINT = Pattern(r"\([^()]*\)\s*$")
_NUMBER = Pattern(r"(?<=\D)\d{1,2}$")
_SEVERAL: Final = frozenset({"link", "media", "alt", "comment", "account", "id"})
_NUMBERED: Final = frozenset({"link", "media", "alt", "comment"})
_CLOSE: Final = 0.88
_SHORTEST, _LONGEST = 5, 40
_MOST_NAMES = 20


def compact(name: str) -> str:
    """Return a column's name as it is compared: its letters and digits, small."""
    return _ODD.sub("", name.casefold())


_ROLE_OF: Final[Mapping[str, str]] = {
    compact(name): role for role, names in ROLES.items() for name in names.split(",")
}
_EXTRA: Final = frozenset(compact(name) for name in EXTRAS.split(","))


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a queue is: role → indexes, in the order of the sheet.

    ``width`` is how many cells a row may fill; ``header`` tells whether the
    first row names the columns; ``order`` is the order of day and month, where
    the date's name says it; ``prompts`` tells whether a date may be words for
    the tool (“next Friday”).
    """

    roles: Mapping[str, tuple[int, ...]]
    width: int
    header: bool
    order: str | None = None
    prompts: bool = False

    @property
    def needed(self) -> int:
        """How many cells the shortest row has: spreadsheets may leave out empty ones at the end."""
        if "date" not in self.roles:
            return self.width
        return max(self.roles["text"] + self.roles["date"]) + 1


WITHOUT_HEADER: Final = Columns(
    {"date": (0,), "text": (1,), "link": (2,), "media": (3,)}, width=4, header=False
)
"""Hootsuite's bulk composer takes no header: date, message, link and, perhaps, pictures."""


def score(names: Sequence[str]) -> int:
    """Return how many of the names are known, 0 where none of them holds the words."""
    roles = [_role(name) for name in names]
    return sum(role is not None for role in roles) if "text" in roles else 0


def recognise(names: Sequence[str], source: str, line: int) -> Columns:
    """Return what the columns of a header are.

    Raises PostError where no column, or more than one, holds the words, for a
    name that is nearly a known one, and for unknown names where nothing but
    the words is known.
    """
    found: dict[str, tuple[int, ...]] = {}
    unknown = []
    for index, name in enumerate(names):
        role = _role(name)
        if role == "date" and "date" in found and compact(name).endswith("time"):
            role = "time"
        if role is None:
            unknown.append(name)
        elif role in found and role not in _SEVERAL:
            problem = f"two columns may hold the {role}: “{names[found[role][0]]}” and “{name}”"
            raise PostError(f"{problem}; rename one", source, line, 1)
        elif role:
            found[role] = (*found.get(role, ()), index)
    if "text" not in found:
        raise _wordless(names, source, line)
    for name in unknown[:_MOST_NAMES]:
        _refuse_near_miss(name, source, line, alone=len(found) == 1)
    date = names[found["date"][0]].casefold().replace(" ", "") if "date" in found else ""
    order = "dmy" if "dd/mm" in date else "mdy" if "mm/dd" in date else None
    return Columns(found, len(names), header=True, order=order, prompts="prompt" in date)


def _role(name: str) -> str | None:
    """Return the role of a column, empty for one to pass over, None for an unknown one."""
    plain = compact(name)
    if not plain or plain in _EXTRA:
        return ""
    role = _ROLE_OF.get(plain) or _ROLE_OF.get(compact(_HINT.sub("", name)))
    if role is None and (first := _ROLE_OF.get(_NUMBER.sub("", plain))) in _NUMBERED:
        return first
    return role


def _wordless(names: Sequence[str], source: str, line: int) -> PostError:
    listed = ", ".join(f"“{name[:40]}”" for name in names[:_MOST_NAMES])
    problem = (
        f"no column holds the words of the posts; the columns are {listed}: "
        "name one “text”, “message” or “content”, or begin each row with a date, as Hootsuite does"
    )
    return PostError(problem, source, line, 1)


def _refuse_near_miss(name: str, source: str, line: int, *, alone: bool) -> None:
    plain = compact(name)
    close = (
        get_close_matches(plain, _ROLE_OF, 1, _CLOSE) if _SHORTEST <= len(plain) <= _LONGEST else []
    )
    if close or alone:
        names = (word.strip() for words in ROLES.values() for word in words.split(","))
        meant = next((word for word in names if close and compact(word) == close[0]), None)
        hint = f"did you mean “{meant}”?" if meant else "no other column but the words is known"
        problem = f"unknown column “{name[:40]}”; {hint}"
        raise PostError(problem, source, line, 1)
