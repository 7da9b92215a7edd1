"""The settings of a run, from a file and from the command line; unknown keys are refused."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postlint.errors import ConfigError, MissingFile
from postlint.model import NOTHING, Severity
from postlint.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES: Final = ("postlint.yaml", "postlint.yml", ".postlint.yaml")
LEVELS: Final = {severity.word: severity for severity in Severity}
NEVER: Final = "never"
OFF: Final = "off"
BILINGUAL: Final = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration file says; None where it is silent."""

    platform: str | None = None
    language: str | None = None
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    bilingual: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    fail_on: str | None = None
    account: str | None = None
    profile: str | None = None
    mission: str | None = None
    names: tuple[str, ...] = ()
    model: str | None = None
    path: str | None = None


def find(start: Path) -> Path | None:
    """Return the nearest configuration file in ``start`` or a folder above it."""
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
    return None


def load(path: str | Path) -> Settings:
    """Read a configuration file; raises ``MissingFile`` or ``ConfigError`` with its place.

    Pack folders, tables of names and the mission file are relative to the file.
    """
    from postlint.platforms import PLATFORMS
    from postlint.posts import ACCOUNTS
    from postlint.yamlfile import Fields, read

    where = Path(path)
    try:
        text = where.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is no UTF-8 text"
        problem = f"{where}: the configuration cannot be read: {reason}"
        raise MissingFile(problem) from None
    node = read(text, str(where), error=ConfigError)
    if node.value is None:
        return Settings(path=str(where))
    fields = Fields(node, str(where), ConfigError, "configuration")
    severities = fields.mapping("severity", "severity list")
    mission = fields.text("mission", None)
    settings = Settings(
        platform=fields.choice("platform", PLATFORMS, None),
        language=fields.text("lang", None),
        packs=tuple(str(where.parent / folder) for folder in fields.texts("packs")),
        select=fields.texts("select"),
        ignore=fields.texts("ignore"),
        exclude=fields.texts("exclude"),
        bilingual=fields.choices("bilingual", BILINGUAL, "language"),
        severity={}
        if severities is None
        else {
            str(rule): severities.choice(rule, {OFF, *LEVELS}, noun="severity, nor “off”")
            for rule in severities.keys()  # noqa: SIM118 - not a dict
        },
        fail_on=fields.choice("fail_on", {NEVER, *LEVELS}, None, "severity, nor “never”"),
        account=fields.choice("account", ACCOUNTS, None),
        profile=fields.text("profile", None),
        mission=None if mission is None else str(where.parent / mission),
        names=tuple(str(where.parent / table) for table in fields.texts("names")),
        model=fields.text("model", None),
        path=str(where),
    )
    fields.done()
    return settings
