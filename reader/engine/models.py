"""Which spaCy pipelines are installed, told without importing spaCy."""

import importlib.util
from pathlib import Path


def is_installed(model: str) -> bool:
    """Whether ``model`` names an installed package or a folder that holds a saved pipeline."""
    return (Path(model) / "meta.json").is_file() or folder_of(model) is not None


def folder_of(model: str) -> Path | None:
    """Where the package called ``model`` lies; None where there is none, whatever the current folder has of that name."""
    try:
        package = importlib.util.find_spec(model) if model.isidentifier() else None
    except ValueError:  # "__main__", which is a module and no package
        return None
    return Path(package.origin).parent if package and package.origin else None
