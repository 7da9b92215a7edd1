"""``postlint lsp``: the language server, for editors that start it themselves."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from postlint import config, runner
from postlint.cli import rulebook, sources
from postlint.document import DEFAULT_PLATFORM
from postlint.errors import UsageError, did_you_mean
from postlint.linter import Linter
from postlint.platforms import PLATFORMS

if TYPE_CHECKING:
    from pathlib import Path

    from postlint.config import Settings
    from postlint.lsp.desk import Desk

_NEEDED = ("pygls", "lsprotocol")


@click.command(short_help="Speak with an editor: a language server.")
@click.option("--config", "config_path", metavar="FILE", help="Configuration of every file.")
@click.option("--profile", metavar="NAME", help="mission, ambassador, crisis, queue or un.")
@click.option("--mission", metavar="FILE", help="The mission's own facts.")
@click.option("--platform", metavar="NAME", help="Platform of posts that name none.")
@click.option("--lang", metavar="CODE", help="Language of posts that name none.")
@click.option("--model", metavar="NAME|PATH", help="Another installed spaCy pipeline.")
@click.option("--stdio", is_flag=True, help="Taken for granted; some editors say it.")
def command(  # noqa: PLR0913 - one parameter an option
    *,
    config_path: str | None,
    profile: str | None,
    mission: str | None,
    platform: str | None,
    lang: str | None,
    model: str | None,
    stdio: bool,  # noqa: ARG001 - there is no other way
) -> int:
    """Serve the Language Server Protocol on standard input and output.

    Each file is checked by the configuration nearest to it.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        problem = f"{missing[0]} is not installed; run: pip install 'postlint[lsp]'"
        raise UsageError(problem)
    if platform is not None and platform not in PLATFORMS:
        problem = f"--platform “{platform}”: {did_you_mean(platform, PLATFORMS)}"
        raise UsageError(problem)
    language = sources.language(lang)

    from postlint.lsp.desk import Desk, Desks
    from postlint.lsp.server import make

    def read(folder: Path) -> Settings:
        return rulebook.settings(config_path or _nearest(folder), profile)

    def furnish(base: Settings) -> Desk:
        facts = rulebook.mission(base, mission)
        if facts is not None and facts.crisis and not (profile or base.profile):
            base = rulebook.settings(base.path, "crisis")
        chosen = rulebook.rules(base, examples=False)
        linter = Linter(
            runner.compiled(chosen),
            model=model or base.model,
            platform=platform or base.platform or DEFAULT_PLATFORM,
            language=language or base.language,
            account=base.account,
            facts=facts,
        )
        return Desk(linter, chosen, rulebook.excluded(base), base.bilingual)

    make(Desks(read, furnish)).start_io()
    return 0


def _nearest(folder: Path) -> str | None:
    found = config.find(folder)
    return None if found is None else str(found)
