"""What a person chose: settings and keys from one YAML file that is never trusted blindly."""

from reader.config.loading import load_settings
from reader.config.problems import Problem
from reader.config.settings import Settings
from reader.config.writing import as_yaml, line_of, set_value
from reader.folders import config_folder, settings_file

__all__ = [
    "Problem",
    "Settings",
    "as_yaml",
    "config_folder",
    "line_of",
    "load_settings",
    "set_value",
    "settings_file",
]
