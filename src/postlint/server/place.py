"""Where a server and its clients meet, and how they know that they are of one kind.

The meeting place must be the user's own: a folder of somebody else's, or one
that others may write to, is not used. Servers of different versions, Pythons or
settings of Python have different names, and never meet.
"""

from __future__ import annotations

import os
import sys
from binascii import crc32
from stat import S_IMODE, S_ISDIR, S_ISSOCK

from postlint.version import VERSION

PACKAGE = __file__.rpartition(os.sep)[0].rpartition(os.sep)[0]
"""The folder of the package."""

_OTHERS = 0o077


class NoPlace(OSError):
    """There is no folder that a server may be met in; ``str()`` says why."""


def folder(*, make: bool = False) -> str:
    """Return the user's own folder for sockets, made where it is missing and ``make`` says so.

    Raises ``NoPlace`` where it is missing, is not the user's, or lets others in.
    """
    where = _where()
    if make:
        try:
            os.makedirs(where, mode=0o700, exist_ok=True)
        except OSError as fault:
            raise NoPlace(f"{where} cannot be made: {fault.strerror}") from None
    if not _is_own(where):
        raise NoPlace(f"{where} is not there, not yours, or open to others")
    return where


def _where() -> str:
    environ = os.environ
    if os.name == "nt":
        return os.path.join(environ.get("LOCALAPPDATA") or environ["USERPROFILE"], "postlint-run")
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    if runtime.startswith("/") and _is_own(runtime):
        return f"{runtime}/postlint"
    return f"{(environ.get('TMPDIR') or '/tmp').rstrip('/')}/postlint-{os.getuid()}"  # noqa: S108 - checked for its owner


def _is_own(path: str) -> bool:
    """Tell whether it is a folder, no link to one, that only this user can enter."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    if not S_ISDIR(found.st_mode):
        return False
    return os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & _OTHERS)


def is_own_socket(path: str) -> bool:
    """Tell whether a socket of the user's, that others cannot open, stands at ``path``."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    own = S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()
    return own and not S_IMODE(found.st_mode) & _OTHERS


def _flags() -> str:
    """Return Python's settings, without those that say nothing of an answer.

    In the C locale a first process is in UTF-8 mode and its children are not; how
    files and streams are encoded is compared by itself.
    """
    told = repr(sys.flags).replace("safe_path=True", "safe_path=False")
    return told.replace("utf8_mode=1", "utf8_mode=0")


def identity() -> bytes:
    """Return what a server must share with a client to answer as the client itself would.

    The version, the Python and its settings, the files, and the file system as
    it looks from here: a container sees another.
    """
    root, package = os.stat(os.sep), os.stat(PACKAGE)
    parts = [
        VERSION,
        sys.version,
        sys.prefix,
        PACKAGE,
        (root.st_dev, root.st_ino, package.st_dev, package.st_ino),
        _flags(),
        sys.warnoptions,
        sys._xoptions,  # noqa: SLF001 - its documented name
        sys.getfilesystemencoding(),
        sys.getfilesystemencodeerrors(),
        sorted(pair for pair in os.environ.items() if pair[0].startswith("PYTHON")),
    ]
    return repr(parts).encode("utf-8", "surrogatepass")


def name(identity: bytes) -> str:
    """Return the name of a server's files, without ending."""
    return f"{crc32(identity):08x}"
