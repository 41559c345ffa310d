"""Every key that can be remapped: what a settings file is checked against."""

from reader.ui.bindings import READING
from reader.ui.panels import default_keys


def all_keys() -> dict[str, str]:
    """The id of each action and its keys, as Textual writes them ("j,down")."""
    return {**{key.id: key.keys for key in READING}, **default_keys()}
