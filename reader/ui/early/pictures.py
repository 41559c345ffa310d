"""How the screen looked when an article was left: shown at once when it is opened again and nothing has changed.

The app draws over it as soon as it can show as much itself. A picture is found only for the same text, read by
the same model and rules, with the same settings, place, notes and corrections, on a screen of the same size and
colours.

"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.article import Article
from reader.article.sanitise import display
from reader.config.settings import Settings
from reader.folders import cache_folder
from reader.late import late
from reader.ui.theme_files import files, worn

if TYPE_CHECKING:
    from reader.checked import CheckedFolder
    from reader.shelf.records import Correction, Note


_COLOUR = r"[34]8;(?:2;\d{1,3};\d{1,3};\d{1,3}|5;\d{1,3})"
_WEIGHT = r"[0-79]|2[1-9]|(?:[34]|9|10)[0-79]"  # and the sixteen colours; 8 would hide what follows
_LOOK = rf"(?:{_COLOUR}|{_WEIGHT})"
_LOOKS = late(rf"\x1b\[(?:{_LOOK}(?:;{_LOOK})*)?m")
_ROW = late(r"\x1b\[(\d{1,4});1H")


def is_picture(written: str, rows: int) -> bool:
    """Whether it draws that many rows from the first on, and does nothing else to a terminal."""
    text = _LOOKS.sub("", written)
    if [int(row) for row in _ROW.findall(text)] != list(range(1, rows + 1)):
        return False
    text = _ROW.sub("", text)
    return "\n" not in text and display(text) == text


LIMIT = 16 * 1024 * 1024
_OF_THE_TERMINAL = ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS")


class Shot(NamedTuple):
    """What is on the screen: an article, which of several it is ("" for one), and the size of the screen."""

    article: Article
    place: str
    columns: int
    rows: int


class Left(Protocol):
    """What a person has left that is seen on the screen."""

    def position(self, article: Article) -> int: ...  # noqa: D102
    def bookmarks(self, article: Article) -> Sequence[int]: ...  # noqa: D102
    def notes(self, article: Article) -> Sequence[Note]: ...  # noqa: D102
    def corrections(self, article: Article) -> Sequence[Correction]: ...  # noqa: D102
    def screen(self) -> Mapping[str, object]: ...  # noqa: D102


class Pictures:
    """Pictures on disk, the oldest of which go first.

    Args:
        model: by which articles are read.
        settings: how everything looks.
        shelf: what is kept of each article.
        folder: where they lie; :func:`~reader.folders.cache_folder` when None.
    """

    def __init__(self, model: str, settings: Settings, shelf: Left, folder: Path | None = None) -> None:
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
        return [(str(path), path.stat().st_mtime_ns) for path in files().get(worn(self._settings.theme), ())]


_NAME = "screens"


def kept(folder: Path | None = None) -> CheckedFolder:
    """The folder of all pictures, to be looked at or cleared."""
    from reader.checked import CheckedFolder

    return CheckedFolder((folder or cache_folder()) / _NAME, ".screen", LIMIT)
