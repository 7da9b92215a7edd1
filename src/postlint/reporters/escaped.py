"""Text made harmless for other programs' formats: one function each for JSON, XML and addresses.

A draft is hostile until proven otherwise. Not for a format that only one reporter writes.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from postlint.lazily import Pattern
from postlint.reporters.visible import visible

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LONE_SURROGATE = Pattern("[\ud800-\udfff]")
NO_CHARACTER = Pattern("[\ufffe\uffff]")
"""What is legible and still no character of XML 1.0, § 2.2 (https://www.w3.org/TR/xml/#charsets)."""

NEW_LINE = Pattern("\r\n|\r|\n")
REPLACEMENT = "\ufffd"
UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
"""What may stand in an address as it is: RFC 3986, § 2.3."""

RESERVED = frozenset(b":/?#[]@!$&'()*+,;=%")
WEB = Pattern("https?://[^/]")

BREAK = "\u200b"
"""A zero-width space: it shows nothing, and ends what a site would make a link of."""

LINKED = Pattern(
    r"""(?<=[@~])(?=[\w"])               # @person, ~label
    | (?<=[#!%&$^])(?=[0-9"{])          # #12, !12 and other numbers of GitLab's
    | (?<=:)(?=//|[\w+-]+:)             # https://, :emoji:
    | (?m:^)(?=/\w)                     # /close
    | (?i:(?<=\bwww)(?=\.)|(?<=\bgh)(?=-[0-9])|(?<=\bmailto)(?=:)|(?<=\bxmpp)(?=:))""",
    re.VERBOSE,
)


MARKUP = Pattern(r"[\\`*_\[\]<>|~&$]")
TICKS = Pattern("`+")


def legible(text: str) -> str:
    """Spell out what would act or hide, line by line; the lines stay."""
    if text.isprintable():
        return text
    return "\n".join(visible(line) for line in NEW_LINE.split(text))


def marked_up(text: str) -> str:
    """Spell out what would act or hide, and what XML and HTML have no way to write."""
    return NO_CHARACTER.sub(REPLACEMENT, legible(text))


def one_line(text: str) -> str:
    """Fold all blanks, then spell out what would act or hide."""
    return visible(" ".join(text.split()))


def unlinked(text: str) -> str:
    """Let nobody be mentioned and nothing be linked where a site shows ``text`` as Markdown."""
    return LINKED.sub(BREAK, text)


def markdown(text: str) -> str:
    """Return one line that says in Markdown what ``text`` says, and does nothing else.

    At the start of a line “#”, “1.” and “-” would still act: put words of ours before it.
    """
    return MARKUP.sub(r"\\\g<0>", unlinked(one_line(text)))


def code(text: str) -> str:
    """Return one line as a code span of Markdown, in which nobody is mentioned."""
    shown = one_line(text)
    fence = "`" * (1 + max(map(len, TICKS.findall(shown)), default=0))
    pad = " " if fence != "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}" if shown else ""


def json_text(value: Any, indent: int | None = 2) -> str:
    """Return ``value`` as JSON that every parser takes: half a character becomes U+FFFD."""
    return LONE_SURROGATE.sub(REPLACEMENT, json.dumps(value, ensure_ascii=False, indent=indent))


def xml_text(root: Element) -> str:
    """Return a document whose attributes and texts are legible to people and to parsers."""
    from xml.etree.ElementTree import indent, tostring

    for element in root.iter():
        element.attrib.update({name: marked_up(text) for name, text in element.attrib.items()})
        element.text = element.text and marked_up(element.text)
    indent(root)
    body = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def percent(text: str, kept: frozenset[int] = UNRESERVED) -> str:
    """Percent-encode every byte of UTF-8 that is not among ``kept``."""
    data = text.encode("utf-8", "replace")
    return "".join(chr(byte) if byte in kept else f"%{byte:02X}" for byte in data)


def web_address(url: str | None) -> str | None:
    """Return an http address that no quote or bracket can end, else None."""
    if not url or not WEB.match(url):
        return None
    return percent(url, UNRESERVED | RESERVED - frozenset(b"[]()'"))
