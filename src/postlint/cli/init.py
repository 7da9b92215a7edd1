"""``postlint init``: a commented configuration file."""

from __future__ import annotations

from pathlib import Path

import click

from postlint.errors import UsageError

TEMPLATE = """\
# postlint reads the nearest postlint.yaml in this folder or one above it.
# Every line here is the default; take away the # of what you change.

# platform: x            # of posts that name none: x, bluesky, mastodon, threads,
#                        # linkedin, facebook, instagram
# lang: en               # of posts that name none; without it the words decide
# fail_on: error         # exit status 1 from here up: error, warning, suggestion, never
# profile: mission       # mission, ambassador, crisis (nothing bores), queue (warnings fail), un
# account: institutional # of posts that name none: institutional, personal, head-of-mission
# mission: mission.yaml  # the mission's own facts, to hold posts against
# names: [names.yaml]    # names of places as your own ministry writes them: see docs/names.md
# packs: [rules/ours]    # folders with rules of your own; “postlint pack new rules/ours” starts one
# select: []             # only these rules or packs
# ignore: []             # not these: boring/emotion-opener, boring
# exclude: []            # files not to check, from here: archive, "*.old.md", drafts/2019-*
# bilingual: [en, fr]    # every post of a queue must have its version in these languages
# severity:              # another severity, or off
#   boring/jargon: off
# model: en_core_web_lg  # another installed spaCy pipeline
"""


@click.command(short_help="Write a commented configuration file.")
def command() -> int:
    """Write postlint.yaml into this folder, with every setting and its default."""
    path = Path("postlint.yaml")
    if path.exists():
        problem = f"{path}: is there already; nothing was changed"
        raise UsageError(problem)
    path.write_text(TEMPLATE, encoding="utf-8")
    click.echo(f"{path} is there; every line in it is a default.")
    return 0
