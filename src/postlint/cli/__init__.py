"""The command line: options in, exit status out; the only place that prints and exits."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # the module typing costs a quarter of a warm answer
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final, NoReturn

OK: Final = 0
FOUND: Final = 1
WRONG_USE: Final = 2
OUR_BUG: Final = 3
INTERRUPTED: Final = 130

YOUNG: Final = 100_000
"""Objects that are made before rubbish is looked for: a short command makes fewer, and no rings."""


def main(argv: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - one for each status
    """Run one command and return its exit status; no exception leaves it.

    0 nothing at or above ``--fail-on``; 1 findings; 2 wrong use or unusable
    input; 3 a bug of ours; 130 interrupted. A closed pipe is no error.
    """
    import click

    from postlint.cli.app import app
    from postlint.errors import PostlintError

    try:
        status = app.main(args=None if argv is None else list(argv), standalone_mode=False)
    except PostlintError as error:
        _say(str(error))
        return WRONG_USE
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG_USE
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        where = f" (see “{context.command_path} --help”)" if context is not None else ""
        _say(error.format_message() + where)
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort) as stop:
        how_far = stop.args or getattr(stop.__cause__, "args", ())
        _say(" ".join(["interrupted", *map(str, how_far)]))
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # Click turns a closed pipe into an exit.
        from postlint.cli.output import give_up_stdout

        give_up_stdout()
        return OK
    except Exception:  # noqa: BLE001 - the one place that turns a bug into a report
        import traceback

        traceback.print_exc()
        _say("this is a bug in postlint, not in your post; please report the lines above")
        return OUR_BUG
    return status if isinstance(status, int) else OK


def _say(problem: str) -> None:
    from postlint.cli.output import plain
    from postlint.reporters.visible import visible

    told = plain(f"postlint: {visible(problem)}", getattr(sys.stderr, "encoding", None))
    print(told, file=sys.stderr)  # noqa: T201 - the command line speaks


def run() -> None:
    """Enter from the console script; streams that were closed before it began swallow all."""
    from postlint.server import client

    status = client.ask(sys.argv, _serve)
    if status is not None:
        os._exit(status)
    gc.set_threshold(YOUNG, 20, 20)
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    _end(main())


def _end(status: int) -> NoReturn:
    """End the process as it stands: to take down all that it made takes a tenth of a short run."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(status)  # Python says what becomes of output that is lost
    os._exit(status)


def _serve() -> None:
    from postlint.cli.server import serve

    serve()
