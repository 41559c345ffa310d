"""Asking for one line, below the text, which stays in sight."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from reader.article.frontmatter import as_date
from reader.ui.hint import Hint
from reader.ui.screens.sheet import Sheet

Check = Callable[[str], str | None]
"""What is wrong with an answer, None when nothing is."""


class Ask(Sheet[str | None]):
    """Gives the line typed, or None when the person thought better of it.

    Args:
        question: what is asked, in a few words.
        answer: what stands there to begin with.
        example: shown while nothing is typed.
        check: says what is wrong with an answer.
        suggester: completes what is typed; Tab takes what it says.
        amend: whether one writes on behind what stands there, instead of over it.
    """

    DEFAULT_CSS = """
    Ask #wrong { display: none; }
    Ask Input, Ask Input:focus { background: $surface; background-tint: transparent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Never mind", show=False),
        Binding("tab", "complete", "Complete", show=False, priority=True),
    ]

    def __init__(
        self,
        question: str,
        *,
        answer: str = "",
        example: str = "",
        check: Check | None = None,
        suggester: Suggester | None = None,
        amend: bool = False,
    ) -> None:
        super().__init__()
        self._question, self._answer, self._example = question, answer, example
        self._check, self._suggester, self._amend = check, suggester, amend

    def compose(self) -> ComposeResult:
        """The question, the line, and room for what is wrong with it."""
        with Vertical():
            keys = [Hint("Enter", "yes", "screen.answer"), Hint("Esc", "leave", "screen.dismiss")]
            if self._suggester:
                keys.insert(1, Hint("Tab", "complete", "screen.complete"))
            yield self.title_line(self._question, *keys)
            yield Input(
                self._answer,
                placeholder=self._example,
                compact=True,
                suggester=self._suggester,
                select_on_focus=not self._amend,
            )
            yield Static(id="wrong", classes="wrong")

    def action_complete(self) -> None:
        """Take what the suggester says."""
        self.query_one(Input).action_cursor_right()

    @on(Input.Submitted)
    def action_answer(self) -> None:
        """Give the line, or say what is wrong with it."""
        answer = self.query_one(Input).value.strip()
        wrong = self._check(answer) if self._check else None
        if wrong is None:
            self.dismiss(answer or None)
            return
        line = self.query_one("#wrong", Static)
        line.update(Content(wrong))
        line.display = True


def wrong_day(answer: str) -> str | None:
    """What is wrong with an answer that should be a day."""
    return None if as_date(answer) else "Write a whole date, such as 2026-01-07 or 7 January 2026"
