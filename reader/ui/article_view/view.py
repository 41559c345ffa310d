"""The article pane: a virtual view of the text, drawn row by row."""

from dataclasses import replace
from typing import Any

from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from reader.article import Article
from reader.ui.article_view import looks, selection
from reader.ui.article_view.layers import Places
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.pieces import pieces
from reader.ui.article_view.strips import MARGIN, Marks, Painter
from reader.ui.messages import ItemChosen

_SLICE, _PAUSE = 0.008, 0.03
"""Seconds of wrapping at a time, and from one time to the next, while a long text settles."""
_MOST_STRIPS = 2000
_AFTER = 2  # blank cells between the text and its scroll bar


class ArticleView(ScrollView, can_focus=True):
    """One Article and what is marked in it.

    Posts ItemChosen when marked words are clicked, and Moved when other text comes into view.
    """

    COMPONENT_CLASSES = looks.COMPONENT_CLASSES
    DEFAULT_CSS = looks.CSS

    class Moved(Message):
        """Other text has come into view."""

    def __init__(self, article: Article, *, measure: int = 76, glide: bool = False, id: str | None = None):
        super().__init__(id=id)
        self.article = article
        self.measure = measure
        self.glide = glide
        self.marks = Marks()
        self._pieces = pieces(article)
        self._layout = Layout(article.text, self._pieces, measure)
        self._anchor = 0  # the offset that stays at the top when the width changes
        self._painter: Painter | None = None
        self._strips: dict[tuple[int, str, int], Strip] = {}
        self._selected: tuple[int, int] | None = None
        self._settling: Timer | None = None

    # What is marked

    def mark(self, **changes: Any) -> None:
        """Change what is marked; the names are those of Marks."""
        self.marks = replace(self.marks, **changes)
        self._redraw()
        self._place_cursor()

    def hear(self, speaker: str | None) -> None:
        """Dim all but what one speaker says; None shows everything again."""
        quotes = self.marks.layers.items.get("quote", Places()).all
        self.mark(voice=None if speaker is None else Places([q for q in quotes if q.speaker == speaker]))

    @property
    def selected(self) -> tuple[int, int] | None:
        """The stretch of the source selected with the mouse."""
        return self._selected

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

    def in_view(self, start: int, end: int) -> bool:
        """Whether a stretch is wholly on screen."""
        top = self.scroll_offset.y
        return (
            top <= self._layout.y_of(start)
            and self._layout.y_of(max(start, end - 1)) < top + self.size.height
        )

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
        painter = self._painter or self._make_painter()
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

    def notify_style_update(self) -> None:
        """Draw anew: the theme may have changed."""
        super().notify_style_update()
        self._redraw()

    def _redraw(self) -> None:
        self._painter = None
        self._strips.clear()
        self.refresh()

    def _make_painter(self) -> Painter:
        width, measure = self.size.width, self._layout.width
        left = MARGIN + max(0, width - MARGIN - measure - _AFTER) // 2
        self._painter = Painter(self.article.text, width, left, looks.Looks(self), self.marks)
        return self._painter

    # Size and scrolling

    def on_resize(self, event: events.Resize) -> None:
        """Set the text at the new width and keep one's place."""
        measure = max(1, min(self.measure, self.size.width - MARGIN - _AFTER))
        current = self.marks.current
        stay = current if current and self.in_view(current.start, current.start + 1) else None
        if measure != self._layout.width:
            self._layout = Layout(self.article.text, self._pieces, measure)
        self._redraw()
        anchor = self._anchor
        self.go_to_offset(anchor)
        self._anchor = anchor
        if stay and not self.in_view(stay.start, stay.start + 1):
            self.centre(stay.start, stay.end)
        self._settle()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Wrap what comes into view."""
        super().watch_scroll_y(old_value, new_value)
        y = self.scroll_offset.y
        self._layout.ensure(y, y + self.size.height)
        self._anchor = self.top_offset
        self._grow()
        self._place_cursor()
        self.post_message(self.Moved())

    def _settle(self) -> None:
        """Wrap a little more, the first row in view staying where it is; go on later if need be."""
        offset = self.top_offset
        before = self._layout.y_of(offset)
        settled = self._layout.settle(_SLICE)
        moved = self._layout.y_of(offset) - before
        self._grow()
        if moved and offset:
            self.scroll_to(y=self.scroll_offset.y + moved, animate=False, immediate=True, force=True)
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

    def _place_cursor(self) -> None:
        """Put the terminal's own cursor on the current item, for those who follow it."""
        item = self.marks.current
        if item is None or self._painter is None or not self.has_focus:
            return
        y = self._layout.y_of(item.start)
        row = self._layout.row(y)
        if row and 0 <= y - self.scroll_offset.y < self.size.height:
            cell = self._painter.cell_of(row, item.start)
            self.app.cursor_position = self.content_region.offset + Offset(cell, y - self.scroll_offset.y)

    # The mouse

    def offset_at(self, x: int, y: int) -> int | None:
        """The offset of the character at a cell of the view, None beside the text."""
        row = self._layout.row(self.scroll_offset.y + y)
        if row is None or self._painter is None:
            return None
        return selection.offset_in(self.article.text, row, x - self._painter.left - row.piece.indent)

    def on_click(self, event: events.Click) -> None:
        """Choose what is marked here; twice selects the word, three times the paragraph."""
        event.prevent_default()
        offset = self.offset_at(event.x, event.y)
        if offset is None:
            return
        if event.chain > 1:
            text, layout = self.article.text, self._layout
            found = (
                selection.word_at(text, offset)
                if event.chain == 2
                else selection.paragraph_at(layout, offset)
            )
            self.screen.selections = {self: selection.covering(*found, layout)}
        elif self._selected is None and (item := self.marks.layers.at(offset)):
            self.post_message(ItemChosen(item.kind, item.id))

    def selection_updated(self, selected: Selection | None) -> None:
        """Draw what is selected."""
        found = selected and selection.span(selected, self.article.text, self._layout)
        self._selected = found if found and found[0] < found[1] else None
        self.refresh()

    def get_selection(self, selected: Selection) -> tuple[str, str] | None:
        """What is selected, as it stands in the source."""
        start, end = selection.span(selected, self.article.text, self._layout)
        return self.article.text[start:end], "\n"
