"""The commands, each in a module of its own that is imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

COMMANDS: Final = {
    "check": "Judge posts: the main job.",
    "inspect": "Show what postlint sees in a post.",
    "explain": "Say what a rule is for, and what to write instead.",
    "rules": "List every rule.",
    "pack": "Test, start or describe rule packs.",
    "facts": "Check a mission's fact sheets.",
    "init": "Write a commented configuration file.",
    "server": "Keep postlint warm, for checks that follow one another.",
    "lsp": "Speak with an editor: a language server.",
}


class LazyGroup(click.Group):
    """A group that imports a command's module only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the list above."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"postlint.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where the word is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from postlint.errors import did_you_mean

            problem = f"“{args[0]}” is not a command; {did_you_mean(args[0], COMMANDS)}"
            raise click.UsageError(problem, ctx)
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001
    if value:
        from postlint import __version__

        click.echo(f"postlint {__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version.",
)
def app() -> None:
    """Check posts that are about to be published in a government's name.

    Four rules: don't embarrass yourself, don't embarrass the government, don't
    be untrue, don't be boring. Nothing ever leaves this machine.
    """
