"""The article pane: the text with what is marked in it, under the mouse and the terminal's cursor."""

from typing import Any

from textual import events
from textual.geometry import Offset
from textual.selection import Selection

from reader.ui.article_view import selection
from reader.ui.article_view.layers import Places
from reader.ui.article_view.selecting import SelectingPane
from reader.ui.messages import ItemChosen


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
        return selection.offset_in(self.article.text, row, x - self.painter.left - row.piece.indent)

    def on_click(self, event: events.Click) -> None:
        """Choose what is marked here; twice selects the word, three times the paragraph."""
        event.prevent_default()
        self.stop_selecting()
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
