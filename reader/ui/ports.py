"""What the screen needs of the rest of reader: settings, what is kept between runs, the export."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from reader.article import Article
from reader.article.options import Progress
from reader.config.settings import Settings
from reader.engine import Analyst
from reader.shelf.records import Correction, Note

if TYPE_CHECKING:
    from reader.analysis.model import Reading
    from reader.ui.early.pictures import Pictures

Opener = Callable[[str, Progress], Article | Sequence[Article]]
"""Opens a path or an address, which may hold many articles; raises ArticleError. The second is told how many bytes have come, and raises to give up."""
Export = Callable[[Article, "Reading"], Path]
"""Writes an article, what was found in it and what is kept of it on the shelf; says where."""


class Shelf(Protocol):
    """What is kept of each article between runs. Never raises; ``trouble`` says what could not be kept."""

    @property
    def trouble(self) -> str | None: ...  # noqa: D102
    @property
    def refused(self) -> str | None: ...  # noqa: D102
    def lasts(self, article: Article) -> bool: ...  # noqa: D102
    def recents(self) -> Sequence[Any]: ...  # noqa: D102
    def remember(self, article: Article) -> None: ...  # noqa: D102
    def position(self, article: Article) -> int: ...  # noqa: D102
    def set_position(self, article: Article, offset: int) -> None: ...  # noqa: D102
    def bookmarks(self, article: Article) -> Sequence[int]: ...  # noqa: D102
    def toggle_bookmark(self, article: Article, offset: int) -> bool: ...  # noqa: D102
    def notes(self, article: Article) -> Sequence[Note]: ...  # noqa: D102
    def corrections(self, article: Article) -> Sequence[Correction]: ...  # noqa: D102
    def correct(self, article: Article, correction: Correction) -> None: ...  # noqa: D102
    def uncorrect(self, article: Article, correction: Correction) -> None: ...  # noqa: D102
    def add_note(self, article: Article, start: int, end: int, text: str) -> object: ...  # noqa: D102
    def keep_note(self, article: Article, note: Note) -> None: ...  # noqa: D102
    def remove_note(self, article: Article, note: Note) -> None: ...  # noqa: D102
    def screen(self) -> Mapping[str, object]: ...  # noqa: D102
    def set_screen(self, state: Mapping[str, object]) -> None: ...  # noqa: D102


class Services(NamedTuple):
    """All that a screen works with besides the article itself."""

    analyst: Analyst
    settings: Settings
    shelf: Shelf
    opener: Opener | None
    export: Export | None = None
    pictures: Pictures | None = None
