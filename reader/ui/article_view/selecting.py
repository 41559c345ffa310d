"""Selecting words with the keys: a caret that is moved, and a stretch that begins where one says so."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from reader.ui.article_view.caret import Caret, Ways
from reader.ui.article_view.pane import TextPane
from reader.ui.article_view.selection import covering
from reader.ui.bindings import SELECTING


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
