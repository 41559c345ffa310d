"""Where the themes lie: the shipped ones, and a person's own in the config folder."""

from collections.abc import Iterator
from pathlib import Path

from reader.article.sanitise import visible
from reader.config import config_folder
from reader.resources import folder

DEFAULT, LIGHT = "dark", "light"
AUTO = "auto"
"""Light or dark, by the ground of the terminal."""
_LONGEST = 80  # characters


def worn(name: str) -> str:
    """The theme that is put on for a name; where light or dark could not be told, dark."""
    return DEFAULT if name == AUTO else name


def files() -> dict[str, list[Path]]:
    """The theme files by name: a person's own first, and the shipped one of the same name after it."""
    found: dict[str, list[Path]] = {}
    for path in _all():
        if is_name(path.stem):
            found.setdefault(path.stem, []).append(path)
    return dict(sorted(found.items()))


def misnamed() -> list[Path]:
    """Files whose names no theme can have: they stand in lists, in messages and in the settings."""
    return [path for path in _all() if not is_name(path.stem)]


def is_name(name: str) -> bool:
    """Whether a theme can be called so: one line of characters that are all drawn, and not many of them."""
    return 0 < len(name) <= _LONGEST and name == visible(name)


def _all() -> Iterator[Path]:
    for place in (config_folder() / "themes", folder("themes")):
        yield from sorted(place.glob("*.yaml"))
