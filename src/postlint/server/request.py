"""A command as somebody called it: everything that its run can depend on."""

from __future__ import annotations

import os
import sys

from postlint.server.wire import Garbled, pack, unpack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO


class Request:
    """Arguments (the program's name first), folder, environment and the ways of the streams.

    ``place`` tells the folder apart from another of the same name elsewhere;
    ``streams`` are encoding, error handler, line buffering and write-through of
    standard input, output and error; ``package`` is that of Python's ``-m``.
    """

    __slots__ = ("argv", "cwd", "environ", "package", "path", "place", "streams", "umask")

    def __init__(  # noqa: PLR0913 - what a process is born with
        self,
        *,
        argv: Sequence[str],
        cwd: str,
        place: str,
        umask: int,
        streams: Sequence[str],
        package: str,
        path: Sequence[str],
        environ: Mapping[str, str],
    ) -> None:
        """Keep the parts."""
        self.argv = list(argv)
        self.cwd = cwd
        self.place = place
        self.umask = umask
        self.streams = list(streams)
        self.package = package
        self.path = list(path)
        self.environ = dict(environ)

    def encode(self) -> bytes:
        """Return the request as bytes."""
        fsencode = os.fsencode
        return pack(
            [
                pack([fsencode(each) for each in self.argv]),
                fsencode(self.cwd),
                self.place.encode(),
                str(self.umask).encode(),
                self.package.encode(),
                pack([each.encode() for each in self.streams]),
                pack([fsencode(each) for each in self.path]),
                pack([fsencode(part) for pair in self.environ.items() for part in pair]),
            ]
        )


def decode(content: bytes) -> Request:
    """Return a request from its bytes; raises ``Garbled``."""
    fsdecode = os.fsdecode
    try:
        argv, cwd, place, umask, package, streams, path, environ = unpack(content)
        pairs = [fsdecode(each) for each in unpack(environ)]
        found = Request(
            argv=[fsdecode(each) for each in unpack(argv)],
            cwd=fsdecode(cwd),
            place=place.decode(),
            umask=int(umask),
            package=package.decode(),
            streams=[each.decode() for each in unpack(streams)],
            path=[fsdecode(each) for each in unpack(path)],
            environ=dict(zip(pairs[::2], pairs[1::2], strict=True)),
        )
    except ValueError as fault:
        raise Garbled(str(fault)) from None
    if not found.argv or len(found.streams) != 3:  # noqa: PLR2004 - input, output, error
        raise Garbled("no command")
    return found


def of_this_process(argv: Sequence[str]) -> Request:
    """Return the request that this process would answer itself.

    Raises ``OSError`` where the folder it stands in is gone, ``AttributeError``
    where a standard stream is closed or replaced.
    """
    umask = os.umask(0o077)
    os.umask(umask)
    main = sys.modules.get("__main__")
    return Request(
        argv=argv,
        cwd=os.getcwd(),
        place=place_of("."),
        umask=umask,
        streams=[_way(each) for each in (sys.stdin, sys.stdout, sys.stderr)],
        package=getattr(main, "__package__", None) or "",
        path=sys.path,
        environ=os.environ,
    )


def place_of(folder: str) -> str:
    """Return what tells a folder apart from every other; raises ``OSError``."""
    found = os.stat(folder)
    return f"{found.st_dev} {found.st_ino}"


def _way(stream: TextIO) -> str:
    by_line, at_once = stream.line_buffering, stream.write_through  # type: ignore[attr-defined]
    return f"{stream.encoding} {stream.errors} {int(bool(by_line))} {int(at_once)}"
