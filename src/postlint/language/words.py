"""Cuts a text into words as the English Web Treebank does; whole social pieces stay whole.

Plain Python, no model: training and use share it. Nothing is lost or changed,
the words and the spaces between them are the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from postlint.language.pieces import pieces
from postlint.lazily import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPEN = Pattern(
    r"(?:US|CA|AU|NZ|C|A)?[$£€¥₹₽₴₿¢]|\+(?!\d)|[^\w\s.@#'’+-]|['’‘](?!\d0s|(?:s|m|d|ll|re|ve|em|tis|twas)(?!\w))|[#@](?!\w)|#(?=\d)|-(?!\d)|_(?!\w)|\.(?!\d)"
)
_CLOSE = Pattern(
    r"(?:(?<=\d)(?:°[CF]|[ap]m|[ckmµ]m|km/h|k?g|ft|mph|lbs?|oz|[kmb]n?|ml|[kMG]Wh?|[kMGT]B|%|\+)"
    r"|[^\w\s.@#'’+°²³-]|[.@#'’+_-])$",
    re.IGNORECASE,
)
_INNER = Pattern(
    r"…|[—–―]|(?<=\w)[:;,](?=[^\W\d_])|(?<=[^\W\d_]),(?=\w)|(?<=[^\W\d_])/(?=[^\W\d_])"
    r"|(?<=\w)[<>=~|+*^&](?=\w{2})|(?<=[a-z0-9])[!?](?=\w)|(?<=[a-z])\.(?=[A-Z])"
    r"|(?<=\w)[()\[\]{}“”\"«»](?=\w)|(?<=\d)[+*x^-](?=\d)|(?<=\w)-(?=\w)"
)
_ENDING = Pattern(r"(?<=\w)(?:n['’]t|['’`](?:s|ll|re|ve|m|d|em))$", re.IGNORECASE)
_HYPHENATED = Pattern(
    r"(?:e|non|mid|anti|pre|re|post|over|co|multi|pro|ex|sub|semi|neo|psycho|cross|un|de|bi|tri|"
    r"inter|intra|counter|mis|vice|extra|ultra|micro|macro|mini|uh|x)-[^\W\d_]+",
    re.IGNORECASE,
)
_PHONE = Pattern(r"\d{3,}(?:-\d+)+")
_INITIALS = Pattern(r"(?:[^\W\d_]\.){2,}[A-Za-z]?\.?")
_SMILEY = Pattern(
    r"[<>]?[:;=8xX][-o*']?[)\](\[dDpP/\\|}{@*3oO0sS]+|[)\](\[dD][-o*']?[:;=]|<3+|</3|\^_*\^|[oO][._][oO]|-_+-|:'\("
)
_STEMS = "do|does|did|is|are|ar|was|were|has|have|had|ca|wo|could|would|should|ai|must|need|might"
_TOGETHER = Pattern(
    rf"(?P<not>{_STEMS})(?=nt$)|can(?=not$)|gon(?=na$)|wan(?=na$)|got(?=ta$)|gim(?=me$)|lem(?=me$)"
    r"|out(?=ta$)|i(?=m$|ve$)|(?:you|they|we)(?=ve$)|(?:you|they)(?=re$|ll$)"
    r"|(?:that|there|here|what|he|she)(?=s$)|it(?=ll$)|y['’](?=all$)|['’]t(?=is$|was$)",
    re.IGNORECASE,
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon sen sens rep reps gov gen col lt capt sgt cmdr adm amb st ave blvd "
    "ft mt inc ltd co corp bros jr sr vs etc e.g i.e eg a.m p.m no nos vol jan feb mar apr jun jul "
    "aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat dept est approx attn ext fig "
    "ph.d m.d u.s u.k u.n e.u".split()
)
_SPACES = Pattern(r"\S+|\s+")
_LONG = Pattern(r"\w+|[^\w\s]+")
_LONGEST = 120
_REACH = 8
"""A word that is longer than any word is cut at its marks only; an ending is at most this long."""


def words(text: str) -> tuple[list[str], list[bool]]:
    """Return the words, and whether one plain space follows each; other white space is a word."""
    found: list[str] = []
    spaces: list[bool] = []
    last = 0
    for start, end in pieces(text):
        _loose(text, last, start, found, spaces)
        found.append(text[start:end])
        spaces.append(False)
        last = end
    _loose(text, last, len(text), found, spaces)
    return found, spaces


def _loose(text: str, start: int, end: int, found: list[str], spaces: list[bool]) -> None:
    """Add what lies between two whole pieces."""
    for match in _SPACES.finditer(text, start, end):
        chunk = match.group()
        if not chunk.isspace():
            cut = _cut(chunk) if len(chunk) <= _LONGEST else tuple(_LONG.findall(chunk))
            found += cut
            spaces += [False] * len(cut)
            if chunk[-1] == "." and len(cut) > 1 and _is_initial(text, match.end(), cut):
                found[-2:] = ["".join(found[-2:])]
                spaces.pop()
            continue
        if found and chunk[0] == " ":
            spaces[-1] = True
            chunk = chunk[1:]
        if chunk:
            found.append(chunk)
            spaces.append(False)


def _is_initial(text: str, end: int, cut: tuple[str, ...]) -> bool:
    """Tell “J. Okoro” from “President X.”: an initial has a capitalised word behind it."""
    letter = cut[-2]
    return (
        cut[-1] == "."
        and len(letter) == 1
        and letter.isupper()
        and letter != "I"
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].isupper()
        and text[end + 2 : end + 3].isalpha()
    )


@lru_cache(maxsize=20_000)
def _cut(chunk: str) -> tuple[str, ...]:
    return tuple(_cut_once(chunk))


def _cut_once(chunk: str) -> Iterator[str]:
    """Yield the words of a chunk without white space: peel its ends, then look inside."""
    tail: list[str] = []
    while not _whole(chunk):
        opening = _OPEN.match(chunk)
        if opening and opening.end() < len(chunk):
            yield opening.group()
            chunk = chunk[opening.end() :]
            continue
        closing = _CLOSE.search(chunk, max(len(chunk) - _REACH, 0))
        if closing and closing.start() > 0:
            tail.append(closing.group())
            chunk = chunk[: closing.start()]
            continue
        ending = _ENDING.search(chunk, max(len(chunk) - _REACH, 0))
        if not ending or ending.start() == 0:
            yield from _inside(chunk)
            break
        tail.append(ending.group())
        chunk = chunk[: ending.start()]
    else:
        yield chunk
    yield from reversed(tail)


def _whole(chunk: str) -> bool:
    """Tell whether a chunk is one word although it holds marks."""
    if chunk.isalnum():
        return _TOGETHER.match(chunk) is None and not (
            chunk[0].isdigit() and _CLOSE.search(chunk) is not None
        )
    if chunk[-1] == ".":
        return chunk[:-1].lower() in _ABBREVIATIONS or _INITIALS.fullmatch(chunk) is not None
    return (
        _HYPHENATED.fullmatch(chunk) is not None
        or _PHONE.fullmatch(chunk) is not None
        or _SMILEY.fullmatch(chunk) is not None
    )


def _inside(chunk: str) -> Iterator[str]:
    """Yield the parts of a chunk whose ends are clean."""
    together = _TOGETHER.match(chunk)
    if together:
        yield chunk[: together.end()]
        yield chunk[together.end() :]
        return
    last = 0
    for match in _INNER.finditer(chunk):
        if match.start() > last:
            yield from _part(chunk[last : match.start()])
        yield match.group()
        last = match.end()
    if last < len(chunk):
        yield from _part(chunk[last:])


def _part(part: str) -> Iterator[str]:
    """Yield a part, with a contraction taken off its end."""
    ending = _ENDING.search(part)
    if ending and ending.start() > 0:
        yield part[: ending.start()]
        yield ending.group()
    else:
        yield part
