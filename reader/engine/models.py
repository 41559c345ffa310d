"""Which spaCy pipelines are installed, told without importing spaCy."""

import importlib.util
from pathlib import Path


def is_installed(model: str) -> bool:
    """Whether ``model`` names an installed package or a folder that holds a saved pipeline."""
    if (Path(model) / "meta.json").is_file():
        return True
    if not model.isidentifier():
        return False
    return importlib.util.find_spec(model) is not None
