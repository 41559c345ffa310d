"""Where the themes lie: the shipped ones, and a person's own in the config folder."""

from pathlib import Path

from reader.config import config_folder
from reader.resources import folder

DEFAULT = "dark"


def files() -> dict[str, list[Path]]:
    """The theme files by name: a person's own first, and the shipped one of the same name after it."""
    found: dict[str, list[Path]] = {}
    for place in (config_folder() / "themes", folder("themes")):
        for path in sorted(place.glob("*.yaml")):
            found.setdefault(path.stem, []).append(path)
    return dict(sorted(found.items()))
