"""Put into the wheel what a first run would make of the packs and tables: it takes two seconds.

An editable installation gets none of it: its files change, and what they come to with them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MAKE = "from postlint.packing import make; make()"


class ReadyMade(BuildHookInterface):
    """Runs the program that is to be packed, over an empty cache folder."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make it, and name the folder to pack; raises where nothing was made."""
        if version == "editable":
            return
        self._folder = TemporaryDirectory()
        folder = Path(self._folder.name)
        environ = {
            **os.environ,
            # what this process found its libraries by, too: a build may be isolated
            "PYTHONPATH": os.pathsep.join([str(Path(self.root, "src")), *filter(None, sys.path)]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "POSTLINT_CACHE_DIR": str(folder),
        }
        subprocess.run([sys.executable, "-c", MAKE], env=environ, check=True)  # noqa: S603
        for path in folder.glob("program-*"):
            path.unlink()  # names the files of this machine
        if not list(folder.glob("rules-*")):
            self._folder.cleanup()
            problem = "the rules could not be kept"
            raise RuntimeError(problem)
        build_data["force_include"][str(folder)] = "postlint/kept"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        if version != "editable":
            self._folder.cleanup()
