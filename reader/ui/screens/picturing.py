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
        """Look at the screen while it is as it will be next time, but for the place in the text."""
        self.picture = None
        if self._as_opened:
            from reader.ui.picture import Picture

            self.picture = Picture(self, self.view.region)

    @property
    def _as_opened(self) -> bool:
        """Whether nothing was done yet that changes more than the text."""
        fresh = self.shown == frozenset(self.services.settings.layers) and self.speaker is None
        return fresh and self.is_current and self.focused is self.view and self.current is None

    def keep_picture(self) -> None:
        """Keep it, without what is marked in the text only now."""
        if self.picture is None or self.services.pictures is None or not self.is_current:
            return
        self.view.go_to_offset(
            self.view.top_offset
        )  # a blank row above the text is not where one comes back to
        self.view.mark(current=None, hits=Places(), hit=None, voice=None, caret=None)
        written = self.picture.with_text_of(self, self.view.region)
        if written is not None:
            self.services.pictures.keep(Shot(self.article, self.place, *self.size), written)
