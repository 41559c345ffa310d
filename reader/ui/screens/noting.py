"""Bookmarks and notes: setting them, seeing them in the margin, going back to them."""

from reader.ui.progress import percent
from reader.ui.screens.keeping import Keeping

BOOKMARK, NOTE = "⚑", "✎"
_SHOWN = 60  # characters of the text that stand for a bookmark


class Noting(Keeping):
    """What a reader leaves in an article."""

    def action_bookmark(self) -> None:
        """Set a bookmark at the passage or the first row in view, or take it away again."""
        offset = self.passage[0] if self.passage else self.view.top_offset
        set_now = self.services.shelf.toggle_bookmark(self.article, offset)
        self.show_kept()
        self.say("Bookmark set" if set_now else "Bookmark removed")

    def action_note(self) -> None:
        """Ask for a line about the passage."""
        from reader.ui.screens.ask import Ask

        if self.passage is None:
            self.say("Select words or go to an item first")
            return
        start, end = self.passage

        def keep(line: str | None) -> None:
            if line:
                self.services.shelf.add_note(self.article, start, end, line)
                self.show_kept()
                self.say("Noted")

        words = self._words(start, end, 30)
        self.app.push_screen(Ask(f"A note on “{words}”", example="one line"), keep)

    def action_marks(self) -> None:
        """Choose a bookmark or a note to go to."""
        from reader.ui.screens.marks import Mark, MarksDialog

        shelf, text = self.services.shelf, self.article
        marks = [
            *(
                Mark(at, BOOKMARK, percent(text, at), self._words(at, at + 120))
                for at in shelf.bookmarks(text)
            ),
            *(Mark(note.start, NOTE, percent(text, note.start), note.text) for note in shelf.notes(text)),
        ]
        if not marks:
            self.say("No bookmarks or notes yet")
            return
        self.app.push_screen(MarksDialog(sorted(marks, key=lambda mark: mark.offset)), self._go_to)

    def show_kept(self) -> None:
        """Show the sign of each bookmark and note in the margin."""
        shelf = self.services.shelf
        bookmarks = dict.fromkeys(shelf.bookmarks(self.article), BOOKMARK)
        self.view.mark(kept=bookmarks | {note.start: NOTE for note in shelf.notes(self.article)})

    def _go_to(self, offset: int | None) -> None:
        if offset is not None:
            self.view.centre(offset, offset + 1)

    def _words(self, start: int, end: int, most: int = _SHOWN) -> str:
        words = " ".join(self.article.text[start:end].split())
        return words if len(words) <= most else words[: most - 1].rstrip() + "…"
