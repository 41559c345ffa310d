"""Keeping how the screen looks, to be shown at once when the article is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.article_view.layers import Places
from reader.ui.early.pictures import Shot
from reader.ui.screens.base import ReadingBase

if TYPE_CHECKING:
    from reader.ui.picture import Picture


class Picturing(ReadingBase):
    """Takes a picture when the panels are filled, and keeps it with the text as it is left."""

    picture: Picture | None = None

    def take_picture(self) -> None:
        """Look at the screen while it is as it will be next time, but for the place in the text.

        What is on screen is kept at once where that is the place one comes back to: a window may just be closed.
        """
        self.picture = None
        if not self._as_opened:
            return
        from reader.ui.picture import Picture

        self.picture = Picture(self, self.view.region)
        if self.services.shelf.position(self.article) == self.view.top_offset:
            self._keep(again=False)

    @property
    def _as_opened(self) -> bool:
        """Whether nothing was done yet that changes more than the text."""
        fresh = self.shown == frozenset(self.services.settings.layers) and self.speaker is None
        here = self.is_current and self.focused is self.view and self.current is None
        return fresh and here and not self.app._notifications

    def keep_picture(self) -> None:
        """Keep how it looks at the place in the text, without what is marked there only now."""
        if self.picture is not None and self.services.pictures is not None and self.is_current:
            self.view.go_to_offset(
                self.view.top_offset
            )  # a blank row above it is not where one comes back to
            self.view.mark(current=None, hits=Places(), hit=None, voice=None, caret=None)
            self._keep()

    def _keep(self, *, again: bool = True) -> None:
        """Keep the picture; ``again`` in place of one that is there."""
        pictures, shot = self.services.pictures, Shot(self.article, self.place, *self.size)
        if self.picture is None or pictures is None or (not again and shot in pictures):
            return
        written = self.picture.with_text_of(self, self.view.region)
        if written is not None:
            pictures.keep(shot, written)
