"""What may be kept between runs, in the user's own cache folder: JSON, named by what it is made of.

Whatever does not fit exactly is made anew; what cannot be kept is simply not
kept. Never holds anybody's posts.
"""

from __future__ import annotations

import json
import os
import sys
from _blake2 import blake2b  # hashlib would load all of OpenSSL
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from postlint.shipped import files_in, rules_folder
from postlint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from mmap import mmap


def folder() -> Path:
    """Return the cache folder: as POSTLINT_CACHE_DIR says, else where the system keeps caches."""
    chosen = os.environ.get("POSTLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "postlint" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "postlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "postlint"


def digest(parts: Iterable[bytes], form: int) -> str:
    """Return a name for content made of these bytes by this version; ``form`` tells its layout."""
    seen = blake2b(f"{form} {VERSION} {sys.version_info[:2]}".encode(), digest_size=16)
    for part in parts:
        seen.update(part)
    return seen.hexdigest()


@cache
def program() -> str:
    """Return a name for this program as it is: every file of it and of its rules.

    They are told by path, time and size, for to read them all would take longer
    than most of what is kept by this name takes to make.
    """
    own, rules = Path(__file__).parent, rules_folder()
    folders = [own] if rules.is_relative_to(own) else [own, rules]
    states = (each for folder in folders for each in files_in(str(folder)))
    return digest((f"{each}\n".encode() for each in states), 0)


def take(kind: str, name: str) -> Any:
    """Return what was kept as ``kind`` under that name, None where nothing readable is."""
    try:
        return json.loads(take_bytes(kind, name) or b"")
    except ValueError:
        return None


def take_bytes(kind: str, name: str) -> bytes | None:
    """Return the bytes that were kept."""
    try:
        return _place(kind, name).read_bytes()
    except OSError:
        return None


def take_mapped(kind: str, name: str) -> mmap | None:
    """Return them as a map of the file, of which only what is looked at is ever loaded."""
    from mmap import ACCESS_READ, mmap

    try:
        with _place(kind, name).open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None


def _place(kind: str, name: str) -> Path:
    return folder() / f"{kind}-{name}.json"


def put(kind: str, name: str, content: object, most: int = 2) -> None:
    """Keep ``content``, and of that kind the newest ``most``; a failure to write is no error."""
    try:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        put_bytes(kind, name, text.encode(), most)
    except (TypeError, ValueError):
        return


def put_bytes(kind: str, name: str, content: bytes, most: int = 2) -> None:
    """Keep bytes as they are, as ``put`` does."""
    from tempfile import NamedTemporaryFile

    place = folder()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile("wb", dir=place, delete=False) as file:
            file.write(content)
        Path(file.name).replace(_place(kind, name))
        old = sorted(place.glob(f"{kind}-*.json"), key=lambda path: path.stat().st_mtime)
        for path in old[:-most]:
            path.unlink(missing_ok=True)
    except OSError:
        return
