"""A virtual view of the text, drawn row by row: wrapping, scrolling and drawing, whatever is marked in it."""

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from reader.article import Article
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.looks import Looks
from reader.ui.article_view.pieces import pieces
from reader.ui.article_view.strips import MARGIN, Marks, Painter

_SLICE, _PAUSE = 0.008, 0.03
"""Seconds of wrapping at a time, and from one time to the next, while a long text settles."""
_MOST_STRIPS = 2000
_AFTER = 2  # blank cells between the text and its scroll bar


class TextPane(ScrollView, can_focus=True, inherit_bindings=False):
    """One Article, set at the width there is and at most at ``measure``.

    Args:
        offset: where in the source the first row in view begins.
        glide: whether a jump glides; it takes half a second, so that pagers do not.
    """

    class Moved(Message):
        """Other text has come into view."""

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
        self._pieces = pieces(article)
        self._layout = Layout(article.text, self._pieces, measure)
        self._anchor = offset  # stays at the top when the width changes
        self._fitted = Size(0, 0)
        self._painter: Painter | None = None
        self._strips: dict[tuple[int, str, int], Strip] = {}
        self._selected: tuple[int, int] | None = None
        self._settling: Timer | None = None

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

    @property
    def last_row(self) -> int:
        """The row at the top of the view when the end of the text is in it."""
        self._layout.ensure(self._layout.height - self.size.height, self._layout.height)
        return max(0, self._layout.height + 1 - self.size.height)

    def in_view(self, start: int, end: int, height: int | None = None) -> bool:
        """Whether a stretch is wholly on screen, or would be were the view so high."""
        top, height = self.scroll_offset.y, height or self.size.height
        return top <= self._layout.y_of(start) and self._layout.y_of(max(start, end - 1)) < top + height

    def centre(self, start: int, end: int) -> None:
        """Bring a stretch to the middle of the view; of one taller than the view, its beginning."""
        first, last = self._layout.y_of(start), self._layout.y_of(max(start, end - 1))
        self.go_to_row(first - max(0, self.size.height - (last - first + 1)) // 2)

    def go_to_offset(self, offset: int) -> None:
        """Bring the row that holds an offset to the top."""
        self.go_to_row(self._layout.y_of(offset) if offset else 0)

    def go_to_row(self, y: int) -> None:
        """Scroll so that row ``y`` is the first in view, as far as there is text."""
        self._layout.ensure(y, y + self.size.height)
        self._grow()
        self.scroll_to(y=max(0, y), animate=self.glide, immediate=True, force=True)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The strip at ``y`` of the view."""
        painter = self.painter
        row = self._layout.row(self.scroll_offset.y + y)
        if row is None:
            return Strip.blank(painter.width, painter.looks.plain)
        if self._selected and self._selected[0] < row.end and row.start < self._selected[1]:
            return painter.paint(row, self._selected)
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
        self._pieces = pieces(article)
        self._layout = Layout(article.text, self._pieces, self._layout.width)
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
            self._layout = Layout(self.article.text, self._pieces, measure)
        self._redraw()
        self.go_to_offset(anchor)
        self._anchor = anchor
        if current and stay and not self.in_view(current.start, current.start + 1):
            self.centre(current.start, current.end)
        self._settle()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Wrap what comes into view."""
        super().watch_scroll_y(old_value, new_value)
        y = self.scroll_offset.y
        self._layout.ensure(y, y + self.size.height)
        self._anchor = self.top_offset
        self._grow()
        self.post_message(self.Moved())

    def _settle(self) -> None:
        """Wrap a little more, the first row in view staying where it is; go on later if need be."""
        offset = self.top_offset
        before = self._layout.y_of(offset)
        settled = self._layout.settle(_SLICE)
        moved = self._layout.y_of(offset) - before
        self._grow()
        if moved and offset:
            anchor = self._anchor
            self.scroll_to(y=self.scroll_offset.y + moved, animate=False, immediate=True, force=True)
            self._anchor = anchor
        if settled and self._settling:
            self._settling.stop()
            self._settling = None
        elif not settled and not self._settling:
            self._settling = self.set_interval(_PAUSE, self._settle)

    def _grow(self) -> None:
        """Tell the scroll bar how many rows there are, and a blank one below them."""
        size = Size(self.size.width, self._layout.height + 1)
        if size != self.virtual_size:
            self.virtual_size = size
