"""How the screen looked when an article was left: shown at once when it is opened again and nothing has changed.

The app draws over it as soon as it can show as much itself. A picture is found only for the same text, read by
the same model and rules, with the same settings, place, notes and corrections, on a screen of the same size and
colours.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article
from reader.config.settings import Settings
from reader.folders import cache_folder
from reader.ui.early.harmless import is_picture
from reader.ui.theme_files import files

if TYPE_CHECKING:
    from reader.checked import CheckedFolder
    from reader.ui.ports import Shelf

LIMIT = 16 * 1024 * 1024
_OF_THE_TERMINAL = ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS")


class Shot(NamedTuple):
    """What is on the screen: an article, which of several it is ("" for one), and the size of the screen."""

    article: Article
    place: str
    columns: int
    rows: int


class Pictures:
    """Pictures on disk, the oldest of which go first.

    Args:
        model: by which articles are read.
        settings: how everything looks.
        shelf: what is kept of each article.
        folder: where they lie; :func:`~reader.folders.cache_folder` when None.
    """

    def __init__(self, model: str, settings: Settings, shelf: Shelf, folder: Path | None = None) -> None:
        self._model, self._settings, self._shelf = model, settings, shelf
        self._folder = folder or cache_folder()

    def find(self, shot: Shot) -> str | None:
        """What puts it on the terminal, where there is a picture and a Reading it can be of."""
        if not (self._folder / _NAME).is_dir():  # of a person who is new here, which is told without a hash
            return None
        from reader.engine.cache import Cache

        content = self._kept.get(self._name(shot))
        if content is None or not Cache(self._folder).has(shot.article, self._model):
            return None
        written = content.decode("utf-8", "replace")
        return written if is_picture(written, shot.rows) else None

    def __contains__(self, shot: Shot) -> bool:
        return self._name(shot) in self._kept

    def keep(self, shot: Shot, written: str) -> bool:
        """Keep a picture; False where that cannot be, or it is none."""
        return is_picture(written, shot.rows) and self._kept.put(self._name(shot), written.encode())

    @property
    def _kept(self) -> CheckedFolder:
        return kept(self._folder)

    def _name(self, shot: Shot) -> str:
        """A hash of everything that decides what is on the screen."""
        import hashlib

        from reader.engine.cachekey import key_of

        article, shelf = shot.article, self._shelf
        own = [shelf.position(article), *map(tuple, (shelf.bookmarks(article), shelf.notes(article)))]
        about = [
            *(key_of(article, self._model), article.source, article.published_from, shot[1:]),
            *(own, tuple(shelf.corrections(article)), shelf.screen()),
            *(self._settings, self._theme(), [os.environ.get(name) for name in _OF_THE_TERMINAL]),
        ]
        return hashlib.sha256(repr(about).encode("utf-8", "surrogatepass")).hexdigest()

    def _theme(self) -> list[tuple[str, int]]:
        """The files the theme comes from, and when they were changed."""
        return [(str(path), path.stat().st_mtime_ns) for path in files().get(self._settings.theme, ())]


_NAME = "screens"


def kept(folder: Path | None = None) -> CheckedFolder:
    """The folder of all pictures, to be looked at or cleared."""
    from reader.checked import CheckedFolder

    return CheckedFolder((folder or cache_folder()) / _NAME, ".screen", LIMIT)
