"""A virtual view of the text, drawn row by row: wrapping, scrolling and drawing, whatever is marked in it."""

from collections.abc import Callable

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.article import Article
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.looks import Looks
from reader.ui.article_view.strips import MARGIN, Marks, Painter

_MOST_STRIPS = 2000
_NEAR = 4  # heights of the view that a jump glides over; further away there is nothing to follow
_FAR_OUT = 0.02  # of the height by which the scroll bar may be wrong
_AFTER = 2  # blank cells between the text and its scroll bar


class TextPane(ScrollView, can_focus=True, inherit_bindings=False):
    """One Article, set at the width there is and at most at ``measure``.

    Args:
        offset: where in the source the first row in view begins.
        glide: whether a jump glides; it takes half a second, so that pagers do not.
    """

    def __init__(
        self,
        article: Article,
        *,
        offset: int = 0,
        measure: int = 76,
        glide: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.article = article
        self.measure = measure
        self.glide = glide
        self.marks = Marks()
        self._layout = Layout(article, measure)
        self._anchor = offset  # stays at the top when the width changes
        self._fitted = Size(0, 0)
        self._painter: Painter | None = None
        self._drawing = False
        self._strips: dict[tuple[int, str, int], Strip] = {}
        self._selected: tuple[int, int] | None = None

    # Where one is

    @property
    def top_offset(self) -> int:
        """Where in the source the first row in view begins."""
        row = self._layout.row(self.scroll_offset.y)
        return row.offset if row and self.scroll_offset.y else 0

    @property
    def read_offset(self) -> int:
        """Where in the source the last row in view ends."""
        row = self._layout.row(self.scroll_offset.y + self.size.height - 1)
        return len(self.article.text) if row is None else row.piece.start if row.furniture else row.end

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
        y: int | None = None
        while y != (y := row()):
            here = self.scroll_offset.y if self._is_near(y) else y
            self._layout.ensure(min(y, here), max(y, here) + self.size.height)
        return y

    def _is_near(self, y: int) -> bool:
        return abs(y - self.scroll_offset.y) <= _NEAR * self.size.height

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw for the screen; a row that is drawn by itself is drawn for the mouse."""
        self._drawing = True
        try:
            return super().render_lines(crop)
        finally:
            self._drawing = False

    def render_line(self, y: int) -> Strip:
        """The strip at ``y`` of the view."""
        painter = self.painter
        row = self._layout.row(self.scroll_offset.y + y)
        if row is None:
            return Strip.blank(painter.width, painter.looks.plain)
        selected = self._selected
        touched = selected and selected[0] < row.end and row.start < selected[1]
        if not self._drawing:
            return painter.paint_located(row, selected if touched else None)
        if touched:
            return painter.paint(row, selected)
        key = (row.piece.start, row.piece.kind, row.number)
        if key not in self._strips:
            if len(self._strips) >= _MOST_STRIPS:
                self._strips.clear()
            self._strips[key] = painter.paint(row)
        return self._strips[key]

    @property
    def painter(self) -> Painter:
        """Draws the rows as they are marked now."""
        if self._painter is None:
            width = self.size.width
            left = MARGIN + max(0, width - MARGIN - self._layout.width - _AFTER) // 2
            self._painter = Painter(
                self.article.text, width, left, Looks(self, self.app.theme_variables), self.marks
            )
        return self._painter

    def notify_style_update(self) -> None:
        """Draw anew: the theme may have changed."""
        super().notify_style_update()
        self._redraw()

    def _redraw(self) -> None:
        self._painter = None
        self._strips.clear()
        self.refresh()

    def restate(self, article: Article) -> None:
        """The same text with something else stated about it, such as another publication day."""
        self.article = article
        self._layout = Layout(article, self._layout.width)
        self._fit()

    # Size and scrolling

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Textual's own; it comes before the first frame of a new size is drawn, the event after it."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if self.size and self.size != self._fitted:
            self._fit()
        return changed

    def _fit(self) -> None:
        """Set the text at the width there is and keep one's place."""
        current, anchor = self.marks.current, self._anchor
        stay = bool(current and self.in_view(current.start, current.start + 1, self._fitted.height))
        self._fitted = self.size
        measure = max(1, min(self.measure, self.size.width - MARGIN - _AFTER))
        if measure != self._layout.width:
            self._layout = self._layout.at(measure)
        self._redraw()
        self.go_to_offset(anchor)
        self._anchor = anchor
        if current and stay and not self.in_view(current.start, current.start + 1):
            self.centre(current.start, current.end)

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
