"""Keeping how the screen looks, to be shown at once when the article is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from reader.ui.article_view.marks import Places
from reader.ui.early.pictures import Shot
from reader.ui.screens.base import ReadingBase

if TYPE_CHECKING:
    from reader.ui.notices import Notices
    from reader.ui.takeover import Picture


class Picturing:
    """Takes a picture when the panels are filled, and keeps it with the text as it is left."""

    def __init__(self, screen: ReadingBase) -> None:
        self._screen = screen
        self._picture: Picture | None = None

    def take(self) -> None:
        """Look at the screen while it is as it will be next time, but for the place in the text.

        What is on screen is kept at once where that is the place one comes back to: a window may just be closed.
        """
        self._picture = None
        if not self._as_opened:
            return
        from reader.ui.takeover import Picture

        self._picture = Picture(self._screen, self._screen.view.region)
        if self._screen.services.shelf.position(self._screen.article) == self._screen.view.top_offset:
            self._keep(again=False)

    @property
    def _as_opened(self) -> bool:
        """Whether nothing was done yet that changes more than the text."""
        fresh = (
            self._screen.shown == frozenset(self._screen.services.settings.layers)
            and self._screen.speaker is None
        )
        here = (
            self._screen.is_current
            and self._screen.focused is self._screen.view
            and self._screen.current is None
        )
        return fresh and here and not cast("Notices", self._screen.app).noticed

    def keep(self) -> None:
        """Keep how it looks at the place in the text, without what is marked there only now."""
        if (
            self._picture is not None
            and self._screen.services.pictures is not None
            and self._screen.is_current
        ):
            self._screen.view.go_to_offset(
                self._screen.view.top_offset
            )  # a blank row above it is not where one comes back to
            self._screen.view.mark(current=None, hits=Places(), hit=None, voice=None, caret=None)
            self._keep()

    def _keep(self, *, again: bool = True) -> None:
        """Keep the picture; ``again`` in place of one that is there."""
        pictures, shot = (
            self._screen.services.pictures,
            Shot(self._screen.article, self._screen.place, *self._screen.size),
        )
        if self._picture is None or pictures is None or (not again and shot in pictures):
            return
        written = self._picture.with_text_of(self._screen, self._screen.view.region)
        if written is not None:
            pictures.keep(shot, written)
