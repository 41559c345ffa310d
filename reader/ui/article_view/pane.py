"""A virtual view of the text, fitted to its width and drawn row by row, whatever is marked in it."""

from textual.geometry import Region, Size
from textual.strip import Strip

from reader.article import Article
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.looks import Looks
from reader.ui.article_view.marks import Marks
from reader.ui.article_view.parts import fitting, left_of, struck_out
from reader.ui.article_view.scrolling import ScrolledText
from reader.ui.article_view.strips import Painter

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
                self.article.text, width, left, looks, self.marks, struck_out(self.article)
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
