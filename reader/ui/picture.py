"""The screen as text for a terminal, as it will be when the article is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.screen import Screen


class Picture:
    """A screen of which nothing but the text has been moved since.

    Args:
        screen: it, when everything on it is drawn.
        text: the region of the text.
    """

    def __init__(self, screen: Screen[None], text: Region) -> None:
        self._size: Size = screen.size
        self._text = text
        self._strips: list[Strip] = screen._compositor.render_strips()

    def with_text_of(self, screen: Screen[None], text: Region) -> str | None:
        """The same with the text, and the line above it, as they are now; None where it is laid out otherwise."""
        if (screen.size, text) != (self._size, self._text):
            return None
        now = screen._compositor.render_strips()
        beside = range(text.y, text.bottom)
        strips = [
            now[y] if y == 0 else self._beside(y, now[y]) if y in beside else self._strips[y]
            for y in range(self._size.height)
        ]
        console = screen.app.console
        return "".join(f"\x1b[{y};1H{strip.render(console)}" for y, strip in enumerate(strips, 1))

    def _beside(self, y: int, now: Strip) -> Strip:
        """A row of the text, and what stood beside it."""
        return Strip.join([now.crop(0, self._text.right), self._strips[y].crop(self._text.right)])
