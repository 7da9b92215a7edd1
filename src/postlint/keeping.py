"""What may be kept between runs, in the user's own cache folder: JSON, named by what it is made of.

What a first run would make may come with the program, in a folder of its own.

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
from typing import TYPE_CHECKING, Any, Final

from postlint import shipped
from postlint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from mmap import mmap


MOST_PROGRAMS: Final = 8
"""Programs whose names are kept: checkouts and versions side by side."""


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
    """Return a name for this program as it is: for every byte of its files and of its rules.

    The name is kept too, so that they are read again only when the time or
    size of one has changed, or its place.
    """
    files = shipped.program()
    state = digest([repr(sorted(files.items())).encode()], 0)
    known = take("program", state)
    if isinstance(known, str):
        return known
    contents = (
        part
        for name in sorted(files)
        for part in (name.encode(), Path(files[name].path).read_bytes())
    )
    try:
        found = digest(contents, 0)
    except OSError:
        return state  # a file that cannot be read: such a program has a name of its own
    put("program", state, found, MOST_PROGRAMS)
    return found


def take(kind: str, name: str) -> Any:
    """Return what was kept as ``kind`` under that name, None where nothing readable is."""
    try:
        return json.loads(take_bytes(kind, name) or b"")
    except ValueError:
        return None


def take_bytes(kind: str, name: str) -> bytes | None:
    """Return the bytes that were kept, when the program was packed or by an earlier run."""
    for place in _places(kind, name):
        try:
            return place.read_bytes()
        except OSError:
            continue
    return None


def take_mapped(kind: str, name: str) -> mmap | None:
    """Return them as a map of the file, of which only what is looked at is ever loaded."""
    from mmap import ACCESS_READ, mmap

    for place in _places(kind, name):
        try:
            with place.open("rb") as file:
                return mmap(file.fileno(), 0, access=ACCESS_READ)
        except (OSError, ValueError):  # an empty file cannot be mapped
            continue
    return None


def _places(kind: str, name: str) -> tuple[Path, ...]:
    file = f"{kind}-{name}.json"
    return shipped.kept_folder() / file, folder() / file


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
        Path(file.name).replace(place / f"{kind}-{name}.json")
        old = sorted(place.glob(f"{kind}-*.json"), key=lambda path: path.stat().st_mtime)
        for path in old[:-most]:
            path.unlink(missing_ok=True)
    except OSError:
        return
