"""Bookmarks and notes: setting them, seeing them in the margin, going back to them."""

from reader.ui.kept import Kept, Mark, shortened, too_long
from reader.ui.screens.keeping import Keeping


class Noting(Keeping):
    """What a reader leaves in an article."""

    def action_bookmark(self) -> None:
        """Set a bookmark at the passage or the first row in view, or take it away again."""
        if self.in_panels and self.passage is None:
            self.say(self.nothing_here)
            return
        offset = self.passage[0] if self.passage else self.view.top_offset
        set_now = self.services.shelf.toggle_bookmark(self.article, offset)
        self.show_kept()
        self.say_kept("Bookmark set" if set_now else "Bookmark removed")

    def action_note(self) -> None:
        """Ask for a line about the passage."""
        from reader.ui.screens.ask import Ask

        if self.passage is None:
            self.say(self.nothing_here)
            return
        start, end = self.passage

        def keep(line: str | None) -> None:
            if line:
                self.services.shelf.add_note(self.article, start, end, line)
                self.view.stop_selecting()
                self.show_kept()
                self.say_kept("Noted")

        words = shortened(self.article.text[start:end], 30)
        self.app.push_screen(Ask(f"A note on “{words}”", example="one line", check=too_long), keep)

    def action_marks(self) -> None:
        """Look through bookmarks and notes, and go to one of them."""
        from reader.ui.screens.marks import MarksDialog

        if not self._kept.marks():
            self.say("No bookmarks or notes yet")
            return
        dialog = MarksDialog(self._kept, self.show_kept, self.services.settings.keys)
        self.app.push_screen(dialog, self._go_to)

    def show_kept(self) -> None:
        """Show the sign of each bookmark and note in the margin."""
        self.tell_trouble()
        self.view.mark(kept={mark.start: mark.sign for mark in self._kept.marks()})

    @property
    def _kept(self) -> Kept:
        return Kept(self.services.shelf, self.article)

    def _go_to(self, mark: Mark | None) -> None:
        if mark is not None:
            self.view.centre(mark.start, mark.start + 1)
