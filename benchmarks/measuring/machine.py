"""The machine that figures were taken on, without anything that names it."""

from __future__ import annotations

import os
import platform
import resource
import shutil
import subprocess
from importlib import metadata
from pathlib import Path
from typing import Final

from measuring.processes import KIBIBYTE

_GIBIBYTE: Final = 2**30
_BUSY: Final = 0.5


def described() -> str:
    """Return processor, cores, memory, system and interpreters in one line."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    parts = [
        f"{_processor()}, {cores()} cores",
        f"{pages / _GIBIBYTE:.0f} GiB",
        _system(),
        f"{platform.python_implementation()} {platform.python_version()}",
    ]
    return "; ".join([*parts, *_node()])


def cores() -> int:
    """Return how many processors this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0]} ({platform.machine()})" if names else platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()


def _node() -> list[str]:
    node = shutil.which("node")
    if node is None:
        return []
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return [f"Node {done.stdout.strip().removeprefix('v')}"]


def own_peak() -> int:
    """Return the peak memory of this process, in bytes: a child's begins with it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTE


def load() -> float:
    """Return the load of the last minute, as processes that run or wait for each core."""
    return os.getloadavg()[0] / cores()


def is_busy(load: float) -> bool:
    """Tell whether so much else ran that the wall clock says little."""
    return load > _BUSY


def libraries() -> str:
    """Return the versions of the libraries that most of the time is spent in."""
    names = ("spacy", "thinc", "numpy", "click", "rich", "google-re2", "pyahocorasick")
    found = []
    for name in names:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return ", ".join(found)
