"""Bookmarks and notes: going to one, deleting one, writing a note anew."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from reader.ui.bindings import MARKS
from reader.ui.choices import Choices
from reader.ui.hints import Hint, key_of
from reader.ui.kept import Kept, Mark, too_long
from reader.ui.screens.sheet import Sheet, Title


class MarksDialog(Sheet[Mark | None]):
    """Gives the mark that was chosen. What is deleted here can be brought back as long as it is open.

    Args:
        kept: the bookmarks and notes.
        changed: is told each time there are others.
        keymap: the keys that are not the usual ones, by binding id.
    """

    DEFAULT_CSS = """
    MarksDialog Choices { max-height: 10; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        *(key.binding for key in MARKS),
    ]

    def __init__(self, kept: Kept, changed: Callable[[], None], keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._kept, self._changed, self._keymap = kept, changed, keymap
        self._marks = kept.marks()
        self._deleted: list[Mark] = []

    def compose(self) -> ComposeResult:
        """A row a mark."""
        with Vertical():
            yield self.title_line("")
            yield Choices(*map(_row, self._marks))

    def on_mount(self) -> None:
        """Say which keys there are."""
        self._tell()

    @property
    def rows(self) -> Choices:
        """The rows."""
        return self.query_one(Choices)

    @property
    def mark(self) -> Mark | None:
        """The one the cursor is on."""
        at = self.rows.highlighted
        return None if at is None else self._marks[at]

    def action_pick(self) -> None:
        """Go to the mark the cursor is on."""
        self.dismiss(self.mark)

    def action_delete(self) -> None:
        """Throw the mark away."""
        if self.mark:
            self._deleted.append(self.mark)
            self._kept.remove(self.mark)
            self._show()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if self._deleted:
            mark = self._deleted.pop()
            if refused := self._kept.bring_back(mark):
                self._deleted.append(mark)
                self._say_refused(refused)
            self._show(mark)

    def action_reword(self) -> None:
        """Ask for other words for the note."""
        from reader.ui.screens.sheet import Ask

        mark = self.mark
        if mark is None or mark.note is None:
            return

        def keep(words: str | None) -> None:
            if words:
                if refused := self._kept.reword(mark, words):
                    self._say_refused(refused)
                self._show()

        title = f"The note on “{mark.words}”"
        self.app.push_screen(Ask(title, answer=mark.note.text, amend=True, check=too_long), keep)

    def _say_refused(self, why: str) -> None:
        self.app.notify(f"Not kept: {why}", severity="warning", timeout=8)

    @on(Choices.OptionSelected)
    def _chosen(self) -> None:
        self.action_pick()

    @on(Choices.OptionHighlighted)
    def _tell(self) -> None:
        """Offer what can be done with the mark the cursor is on."""
        hints = (
            [Hint("Enter", "go there", "screen.pick"), *self._hint("marks.delete", "delete")]
            if self.mark
            else []
        )
        if self.mark and self.mark.note:
            hints += self._hint("marks.reword", "reword")
        if self._deleted:
            hints += self._hint("marks.undo", "bring back")
        title = "Bookmarks and notes" if self._marks else "No bookmarks or notes"
        hints.append(Hint("Esc", "close", "screen.dismiss"))
        self.query_one(Title).tell(title, *hints)

    def _hint(self, id: str, says: str) -> list[Hint]:
        return [Hint(key_of(id, self._keymap), says, f"screen.{id.removeprefix('marks.')}")]

    def _show(self, at: Mark | None = None) -> None:
        """Show what there is now, with the cursor on a mark or where it was."""
        before = self.rows.highlighted or 0
        self._marks = self._kept.marks()
        self.rows.clear_options()
        self.rows.add_options(map(_row, self._marks))
        if self._marks:
            self.rows.highlighted = (
                self._marks.index(at) if at in self._marks else min(before, len(self._marks) - 1)
            )
        self._changed()
        self._tell()


def _row(mark: Mark) -> Content:
    says = mark.note.text if mark.note else mark.words
    about = f"  {mark.words}" if mark.note else ""
    return Content.assemble(
        f"{mark.sign} ", (f"{mark.percent:3} %  ", "$foreground-muted"), says, (about, "$foreground-muted")
    )
