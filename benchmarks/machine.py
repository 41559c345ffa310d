"""Where and with what a table was measured."""

import os
import platform
from datetime import date
from importlib.metadata import version
from pathlib import Path

from reader import __version__

_PACKAGES = ("spacy", "textual")


def described() -> str:
    """One line: date, processor, cores, load, system, Python, versions."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    load = f"load {os.getloadavg()[0]:.1f} before"
    return (
        f"{date.today().isoformat()} · {_processor()}, {os.cpu_count()} cores, {load} · {platform.system()} "
        f"{platform.machine()} · Python {platform.python_version()} · reader {__version__}, {packages}"
    )


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    lines = about.read_text().splitlines() if about.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown processor")
