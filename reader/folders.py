"""Where settings, what is kept between runs, and what can be made again lie."""

import os
from pathlib import Path


def config_folder() -> Path:
    """``READER_CONFIG_DIR``, else the platform's folder for settings."""
    return _folder("READER_CONFIG_DIR", "user_config_dir")


def state_folder() -> Path:
    """``READER_STATE_DIR``, else the platform's folder for what a program keeps between runs."""
    return _folder("READER_STATE_DIR", "user_state_dir")


def cache_folder() -> Path:
    """``READER_CACHE_DIR``, else the platform's folder for what can be made again."""
    return _folder("READER_CACHE_DIR", "user_cache_dir")


def settings_file() -> Path:
    """The one settings file, there or not."""
    return config_folder() / "settings.yaml"


def _folder(variable: str, kind: str) -> Path:
    if chosen := os.environ.get(variable):
        return Path(chosen).expanduser()
    import platformdirs

    return Path(getattr(platformdirs, kind)("reader", appauthor=False))
