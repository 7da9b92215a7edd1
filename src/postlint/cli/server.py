"""``postlint server``: start, look at, and stop the server that keeps rules and grammar warm."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from postlint.errors import UsageError
from postlint.server import client, place, starting, state, wire

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.server import loopback, unix

READY: Final = "ready"
_idle = click.option(
    "--idle",
    type=click.FloatRange(min=0, min_open=True),
    default=state.IDLE,
    show_default=True,
    metavar="MINUTES",
    help="Go after so many minutes without a command.",
)


@click.group(short_help="Keep postlint warm, for checks that follow one another.")
def command() -> None:
    """Keep rules and grammar in memory, so that “check” and “inspect” answer at once.

    They use the server when it runs. With POSTLINT_SERVER=auto in the
    environment the first of them starts it; with POSTLINT_SERVER=off none uses
    it. Only you can reach it, and nothing leaves the machine.
    """


@command.command(short_help="Start the server.")
@_idle
@click.option("--foreground", is_flag=True, help="Stay here, for a service manager.")
def start(*, idle: float, foreground: bool) -> int:
    """Start a server, and return when it is ready."""
    if _told(wire.STATUS) is not None:
        click.echo("A server runs already: “postlint server status” says more.")
        return 0
    if foreground:
        serve(idle)
        return 0
    begun = time.monotonic()
    with os.fdopen(starting.in_background(lambda: serve(idle)), encoding="utf-8") as heard:
        said = heard.read().strip()
    if said not in (READY, ""):
        raise UsageError(said)
    click.echo(
        f"The server is ready, after {time.monotonic() - begun:.1f} s; "
        f"it goes after {idle:g} min without a command."
    )
    return 0


@command.command(short_help="Stop the server.")
def stop() -> int:
    """Stop the server; commands that it is answering are answered first."""
    if _told(wire.STOP) is None:
        click.echo("No server runs.")
    else:
        click.echo("The server has stopped.")
    return 0


@command.command(short_help="Show whether a server runs.")
def status() -> int:
    """Show the server that runs; exit status 1 where there is none."""
    fields = _told(wire.STATUS)
    mode = os.environ.get(client.VARIABLE, client.WHEN_THERE)
    if fields is None:
        click.echo("No server runs for this postlint.")
        click.echo("  start one  postlint server start")
        click.echo(f"  or let check start it, with {client.VARIABLE}=auto in the environment")
        return 1
    click.echo("\n".join(_screen(fields, mode)))
    return 0


def _screen(fields: Sequence[str], mode: str) -> list[str]:
    version, pid, begun, count, running, idle, most, memory = fields
    since = datetime.fromtimestamp(float(begun)).astimezone()
    today = since.date() == datetime.now().astimezone().date()
    answered = f"{int(count):,} {'command' if count == '1' else 'commands'}"
    used = {
        client.AUTO: "check and inspect, which also start it",
        client.OFF: f"nobody here: {client.VARIABLE}=off",
    }.get(mode, "check and inspect")
    lines = [
        f"A server runs since {since:%H:%M}{'' if today else f' on {since.day} {since:%B}'}.",
        f"  answered   {answered}, {running} under way",
        f"  idle       {_span(float(idle))}; goes after {_span(float(most))}",
        f"  used by    {used}",
        f"  version    {version}, process {pid}",
        f"  at         {_where()}",
    ]
    if memory != "0":
        lines.insert(5, f"  memory     {int(memory) / 1e6:.0f} MB")
    return lines


def _span(seconds: float) -> str:
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.3g} min"


def _where() -> str:
    if os.name == "nt":
        from postlint.server import visitor

        return visitor.path()
    from postlint.server import caller

    return caller.path()


def _told(letter: bytes) -> list[str] | None:
    """Ask the server about itself; None where none answers."""
    try:
        heard = _heard(letter)
    except (OSError, wire.Garbled):
        return None
    return None if heard is None else [each.decode() for each in wire.unpack(heard)]


def _heard(letter: bytes) -> bytes | None:
    if os.name == "nt":
        from postlint.server import visitor

        line = visitor.connect(visitor.path())
        if line is None:
            return None
        line.say(letter)
        return line.hear()[1]
    from postlint.server import caller

    plain = caller.connect()
    if plain is None:
        return None
    plain.sendall(wire.frame(letter))
    frames = wire.Frames()
    while data := plain.recv(4096):
        for _, content in frames.feed(data):
            return content
    return None


def serve(idle: float = state.IDLE) -> None:
    """Be the server until it has nothing more to do; says “ready”, or why not, on standard output.

    Where another one is there, this one is not needed, and returns.
    """
    try:
        starting.lock()
    except starting.Taken:
        _say("another server is about to start or to stop: try again in a moment")
        return
    except OSError as fault:
        _say(f"no server can be started: {fault}")
        return
    from postlint.cli import main, warming
    from postlint.tables import rules_folder

    about = state.State((Path(place.PACKAGE), rules_folder()), idle)
    warming.warm()
    server = _make(main, about, warming.rehearse)
    about.begin()
    _say(READY)
    server.serve()


def _make(
    main: Callable[[list[str]], int], about: state.State, rehearse: Callable[[], None]
) -> loopback.Server | unix.Server:
    identity = place.identity()
    stem = Path(place.folder()) / place.name(identity)
    if os.name == "nt":
        from postlint.server import loopback

        return loopback.Server(stem.with_suffix(".port"), main, about, identity)
    from postlint.server import unix

    return unix.Server(stem.with_suffix(".sock"), main, about, identity, rehearse)


def _say(words: str) -> None:
    """Tell whoever waits, and then nobody any more."""
    with suppress(OSError, ValueError):
        print(words, flush=True)  # noqa: T201
    nothing = os.open(os.devnull, os.O_RDWR)
    with suppress(OSError, ValueError):
        os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
