"""Going through a text of which only what is looked at has been set: heights above one may turn out otherwise."""

from collections.abc import Callable

from textual.geometry import Size
from textual.scroll_view import ScrollView

from reader.article import Article
from reader.ui.article_view.layout import Layout

_NEAR = 4  # heights of the view that a jump glides over; further away there is nothing to follow
_AROUND = (
    4  # rows above and below the view that are set with it, so that a step out of it goes where it should
)
_FAR_OUT = 0.02  # of the height by which the scroll bar may be wrong


class ScrolledText(ScrollView, inherit_bindings=False):
    """Where one is in an Article, and the ways to go elsewhere.

    Args:
        offset: where in the source the first row in view begins.
        measure: cells a row takes at most.
        glide: whether a jump glides; it takes half a second, so that pagers do not.
    """

    def __init__(self, article: Article, offset: int, measure: int, glide: bool, id: str | None) -> None:
        super().__init__(id=id)
        self.article = article
        self.measure = measure
        self.glide = glide
        self._layout = Layout(article, measure)
        self._anchor = offset  # stays at the top when the width changes

    @property
    def top_offset(self) -> int:
        """Where in the source the first row in view begins."""
        row = self._layout.row(self.scroll_offset.y)
        return row.offset if row and self.scroll_offset.y else 0

    @property
    def read_offset(self) -> int:
        """Where in the source the last row in view ends."""
        return self._layout.read_to(self.scroll_offset.y + self.size.height - 1)

    def in_view(self, start: int, end: int, height: int | None = None) -> bool:
        """Whether a stretch is wholly on screen, or would be were the view so high."""
        top = self._layout.row(self.scroll_offset.y)
        last = self._layout.row(self.scroll_offset.y + (height or self.size.height) - 1)
        below = len(self.article.text) if last is None else last.offset if last.furniture else last.end
        return top is not None and top.offset <= start and max(start, end - 1) < below

    def centre(self, start: int, end: int) -> None:
        """Bring a stretch to the middle of the view; of one taller than the view, its beginning."""

        def row() -> int:
            first, last = self._layout.y_of(start), self._layout.y_of(max(start, end - 1))
            return first - max(0, self.size.height - (last - first + 1)) // 2

        self._go_to(row)

    def go_to_offset(self, offset: int) -> None:
        """Bring the row that holds an offset to the top."""
        self._go_to(lambda: self._layout.y_of(offset) if offset else 0)

    def go_to_end(self) -> None:
        """Bring the last row into view."""
        self._go_to(lambda: self._layout.height + 1 - self.size.height)

    def move(self, rows: int) -> None:
        """Scroll down by so many rows; up when there are less than none."""
        place = self._layout.place_of(self.scroll_offset.y)
        self._go_to(lambda: self._layout.y_at(place) + rows)

    def _go_to(self, row: Callable[[], int]) -> None:
        """Scroll so that a row is the first in view, as far as there is text; gliding if it is near.

        Args:
            row: which; asked again when the text that comes into view turns out higher or lower.
        """
        y = self._settled(row)
        self._grow(y)
        glides = self.glide and self._is_near(y)
        self.scroll_to(y=max(0, y), animate=glides, immediate=True, force=True)

    def _settled(self, row: Callable[[], int]) -> int:
        """``row`` when all that is in view with it at the top, or on the way there, is set."""

        def around(y: int) -> tuple[int, int]:
            here = self.scroll_offset.y if self._is_near(y) else y
            return min(y, here) - _AROUND, max(y, here) + self.size.height + _AROUND

        return self._layout.settled(row, around)

    def _is_near(self, y: int) -> bool:
        return abs(y - self.scroll_offset.y) <= _NEAR * self.size.height

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Set what comes into view, one's place staying where it is on the screen."""
        super().watch_scroll_y(old_value, new_value)
        old, y = round(old_value), self.scroll_offset.y
        if abs(y - old) <= self.size.height:
            place = self._layout.place_of(old)
            should_be = self._settled(lambda: self._layout.y_at(place) + y - old)
        else:
            should_be = self._settled(lambda: y)
        self._grow(y)
        if should_be != y:  # by a wheel, into text above that is higher or lower than was thought
            self.scroll_to(y=should_be, animate=False, immediate=True, force=True)
            return
        self._anchor = self.top_offset

    def _grow(self, y: int) -> None:
        """Tell the scroll bar how many rows there are, and a blank one below them.

        Each time costs a layout of the whole screen: where the height is an estimate it is told
        when it is far out, or when its end is near.
        """
        width, height, told = self.size.width, self._layout.height + 1, self.virtual_size.height
        far_out = abs(height - told) > _FAR_OUT * height
        at_end = y + 2 * self.size.height >= min(height, told)
        if width != self.virtual_size.width or self._layout.exact or far_out or at_end:
            self.virtual_size = Size(width, height)
