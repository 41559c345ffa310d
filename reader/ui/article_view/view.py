"""The article pane: a virtual view of the text, set at its width and drawn row by row, under the keys and the mouse.

Only what is looked at has been set: heights above one may turn out otherwise.
"""

from collections.abc import Callable
from itertools import groupby
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.article import Article
from reader.ui.article_view.layout import Layout, Row
from reader.ui.article_view.looks import Looks
from reader.ui.article_view.marks import Marks, Places
from reader.ui.article_view.parts import AFTER_WORDS, RowPainter, fitting, left_of, links_in, struck_out
from reader.ui.article_view.selection import Caret, Ways, covering, offset_in, paragraph_at, span, word_at
from reader.ui.bindings import SELECTING
from reader.ui.messages import ItemChosen


class Painter(RowPainter):
    """Draws rows. Args are those of RowPainter."""

    def paint(self, row: Row, selected: tuple[int, int] | None = None) -> Strip:
        """The strip of one row.

        Args:
            selected: the stretch of the source selected with the mouse.
        """
        runs = groupby(self.parts(row, selected), key=lambda part: part[1])
        segments = [Segment("".join(text for text, _, _ in parts), style) for style, parts in runs]
        return self._strip(segments)

    def paint_located(self, row: Row, selected: tuple[int, int] | None = None) -> Strip:
        """The same with every segment saying where in the source it is, for a mouse that selects."""
        return self._strip([_located(*part, row.offset) for part in self.parts(row, selected)])

    def _strip(self, segments: list[Segment]) -> Strip:
        strip = Strip(segments)
        return strip if strip.cell_length == self.width else strip.crop(0, self.width)


def _located(text: str, style: Style, x: int, y: int) -> Segment:
    """A segment that tells a mouse selection where it is: ``y`` is the offset of the row in the
    source, ``x`` the place in the row."""
    return Segment(text, style if x == AFTER_WORDS else style + Style.from_meta({"offset": (x, y)}))


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


_MOST_STRIPS = 2000


class TextPane(ScrolledText, can_focus=True, inherit_bindings=False):
    """One Article, set at the width there is and at most at ``measure``. Args are those of ScrolledText."""

    def __init__(
        self,
        article: Article,
        *,
        offset: int = 0,
        measure: int = 76,
        glide: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(article, offset, measure, glide, id)
        self.marks = Marks()
        self._fitted = Size(0, 0)
        self._painter: Painter | None = None
        self._drawing = False
        self._strips: dict[tuple[int, str, int], Strip] = {}
        self._selected: tuple[int, int] | None = None

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
            left = left_of(width, self._layout.width)
            looks = Looks(self, self.app.theme_variables)
            self._painter = Painter(
                self.article.text,
                width,
                left,
                looks,
                self.marks,
                struck_out(self.article),
                links_in(self.article),
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

    # Size

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
        measure = fitting(self.measure, self.size.width)
        if measure != self._layout.width:
            self._layout = self._layout.at(measure)
        self._redraw()
        self.go_to_offset(anchor)
        self._anchor = anchor
        if current and stay and not self.in_view(current.start, current.start + 1):
            self.centre(current.start, current.end)


class SelectingPane(TextPane):
    """A text pane with a caret while words are being selected, and without one else.

    What is selected is Textual's own selection, as with the mouse.
    """

    BINDINGS: ClassVar[list[BindingType]] = [key.binding for key in SELECTING]

    class CaretMoved(Message):
        """The caret, or what is selected with it, is another; or it is gone."""

    caret: Caret | None = None

    def start_selecting(self, start: int | None = None, end: int | None = None) -> None:
        """Show the caret: with ``start`` and ``end`` selected, else at the beginning of what is in view."""
        if start is not None and end is not None:
            self._move(Caret(self._ways.character(end, -1), start))
            return
        at = self._ways.first_from(self.scroll_offset.y)
        if at is not None:
            self._move(Caret(at))

    def stop_selecting(self) -> None:
        """Take the caret away, and what is selected with it."""
        if self.caret is not None:
            self._move(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the caret are other keys while there is none."""
        return self.caret is not None if action.startswith("caret_") else True

    def action_caret_character(self, by: int) -> None:
        """Go to the next or previous character."""
        self._go(self._ways.character(self._caret.at, by))

    def action_caret_word(self, by: int) -> None:
        """Go to the next or previous word, by which the stretch grows or shrinks."""
        self._move(self._ways.by_word(self._caret, by))

    def action_caret_word_end(self) -> None:
        """Go to the end of the word."""
        self._go(self._ways.word_end(self._caret.at))

    def action_caret_row(self, by: int) -> None:
        """Go a row down or up."""
        self._move(self._ways.row(self._caret, by))

    def action_caret_edge(self, by: int) -> None:
        """Go to the beginning or the end of the row."""
        self._go(self._ways.edge(self._caret.at, by))

    def action_caret_begin(self) -> None:
        """Let the stretch begin here."""
        self._move(Caret(self._caret.at, self._caret.at))

    def action_caret_turn(self) -> None:
        """Move the other end of the stretch."""
        self._move(self._caret.turned)

    def action_caret_leave(self) -> None:
        """Give the stretch up, then the caret."""
        self._move(None if self._caret.anchor is None else Caret(self._caret.at))

    @property
    def _ways(self) -> Ways:
        return Ways(self.article.text, self._layout)

    @property
    def _caret(self) -> Caret:
        assert self.caret is not None  # its actions are off while there is none
        return self.caret

    def _go(self, at: int) -> None:
        self._move(self._caret.to(at))

    def _move(self, caret: Caret | None) -> None:
        """Show the caret and its stretch where they are now."""
        self.caret = caret
        stretch = self._ways.stretch(caret) if caret else None
        self.screen.selections = {self: covering(*stretch, self._layout)} if stretch else {}
        self.draw_caret(None if caret is None else (caret.at, self._ways.end_of(caret.at)))
        if caret and not self.in_view(caret.at, caret.at + 1):
            self.centre(caret.at, caret.at + 1)
        self.post_message(self.CaretMoved())

    def draw_caret(self, stretch: tuple[int, int] | None) -> None:
        """Mark the character the caret is on."""
        raise NotImplementedError


class ArticleView(SelectingPane):
    """One Article and what is marked in it.

    Posts ItemChosen when marked words are clicked.
    """

    def mark(self, **changes: Any) -> None:
        """Change what is marked; the names are those of Marks."""
        self.marks = self.marks._replace(**changes)
        self._redraw()

    def hear(self, speaker: str | None) -> None:
        """Dim all but what one speaker says; None shows everything again."""
        quotes = self.marks.layers.items.get("quote", Places()).all
        self.mark(voice=None if speaker is None else Places([q for q in quotes if q.speaker == speaker]))

    # The terminal's cursor

    @property
    def cursor_cell(self) -> Offset | None:
        """The cell of the screen where the caret is, or the hit or item one is at begins, when it is in view."""
        if self.caret:
            return self.cell_of(self.caret.at)
        at = self.marks.hit or self.marks.current
        return None if at is None else self.cell_of(at.start)

    def cell_of(self, offset: int) -> Offset | None:
        """The cell of the screen that holds the character at an offset; None when it is out of view."""
        if not self.size or not self.in_view(offset, offset + 1):
            return None
        y = self._layout.y_of(offset)
        row = self._layout.row(y)
        if row is None:
            return None
        return self.content_region.offset + Offset(
            self.painter.cell_of(row, offset), y - self.scroll_offset.y
        )

    def draw_caret(self, stretch: tuple[int, int] | None) -> None:
        """Mark the character the caret is on."""
        self.mark(caret=stretch)

    # The mouse

    @property
    def selected(self) -> tuple[int, int] | None:
        """The stretch of the source selected with the mouse or the keys."""
        return self._selected

    def offset_at(self, x: int, y: int) -> int | None:
        """The offset of the character at a cell of the view, None beside the text."""
        row = self._layout.row(self.scroll_offset.y + y)
        if row is None:
            return None
        return offset_in(self.article.text, row, x - self.painter.left - row.piece.indent)

    def on_click(self, event: events.Click) -> None:
        """Choose what is marked here; twice selects the word, three times the paragraph."""
        event.prevent_default()
        self.stop_selecting()
        offset = self.offset_at(event.x, event.y)
        if offset is None:
            return
        if event.chain > 1:
            text, layout = self.article.text, self._layout
            found = word_at(text, offset) if event.chain == 2 else paragraph_at(layout, offset)
            self.screen.selections = {self: covering(*found, layout)}
        elif self._selected is None and (item := self.marks.layers.at(offset)):
            self.post_message(ItemChosen(item.kind, item.id))

    def selection_updated(self, selected: Selection | None) -> None:
        """Draw what is selected."""
        found = selected and span(selected, self.article.text, self._layout)
        self._selected = found if found and found[0] < found[1] else None
        self.refresh()

    def get_selection(self, selected: Selection) -> tuple[str, str] | None:
        """What is selected, as it stands in the source."""
        start, end = span(selected, self.article.text, self._layout)
        return self.article.text[start:end], "\n"
