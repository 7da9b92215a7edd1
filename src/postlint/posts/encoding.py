"""Bytes of a file to text whose only newline is the line feed.

Lines and columns are the same before and after, so nobody has to remember
which newline a file used.
"""

from __future__ import annotations

import codecs
import re

from postlint.errors import PostError

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is read."""

_SEQUENCE = rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_OFFICE = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf")


def decode(raw: bytes, source: str, legacy: str | None = None) -> str:
    """Return the text of a file: UTF-8 with or without a mark, or UTF-16 with one.

    With ``legacy``, a file that has nothing of UTF-8 is read in that encoding,
    and the log of “postlint” says so. Raises PostError for a file that is too
    large, not text, or in another encoding, with the line of the first bad byte.
    """
    if len(raw) > MAX_BYTES:
        raise PostError(_too_large(len(raw)), source)
    if raw.startswith(_OFFICE):
        problem = "a document of an office program, not text: save it as plain text"
        raise PostError(problem, source)
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = _wide(raw, source) if wide else _narrow(raw, source, legacy)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    nothing = text.find("\0")
    if nothing >= 0:
        line = text.count("\n", 0, nothing) + 1
        problem = "not text: it holds a NUL character; save it as plain text in UTF-8"
        raise PostError(problem, source, line, nothing - text.rfind("\n", 0, nothing))
    return text


def _too_large(size: int) -> str:
    return f"too large: {size:,} bytes, at most {MAX_BYTES:,} are read"


def _wide(raw: bytes, source: str) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as fault:
        problem = f"broken UTF-16 at byte {fault.start}: save the file as UTF-8"
        raise PostError(problem, source) from None


def _narrow(raw: bytes, source: str, legacy: str | None) -> str:
    try:
        return _utf8(raw, source)
    except PostError:
        # One good sequence of UTF-8 is no accident: the file is UTF-8, but damaged.
        if legacy is None or re.search(_SEQUENCE, raw):
            raise
        try:
            text = raw.decode(legacy)
        except UnicodeDecodeError:
            text = ""
        if not text:
            raise
    import logging

    logging.getLogger("postlint").warning("%s: not UTF-8, read as %s", source, legacy.title())
    return text


def _utf8(raw: bytes, source: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8").removeprefix("\ufeff")
        before = before.replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        problem = (
            f"not UTF-8: the byte 0x{raw[fault.start]:02X} at offset {fault.start}; "
            "save the file as UTF-8 (it may be Windows-1252 or Latin-1 now)"
        )
        raise PostError(problem, source, line, len(before) - before.rfind("\n")) from None
