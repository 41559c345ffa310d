"""Asking for one line, below the text, which stays in sight."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.article.frontmatter import as_date

Check = Callable[[str], str | None]
"""What is wrong with an answer, None when nothing is."""


class Ask(ModalScreen[str | None]):
    """Gives the line typed, or None when the person thought better of it.

    Args:
        question: what is asked, in a few words.
        answer: what stands there to begin with.
        example: shown while nothing is typed.
        check: says what is wrong with an answer.
    """

    DEFAULT_CSS = """
    Ask {
        background: $background 0%; align: left bottom;
        Vertical { height: auto; background: $surface; padding: 0 1; }
        #question { color: $accent; text-style: bold; }
        #wrong { color: $text-error; display: none; }
        Input { background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Never mind", show=False)]

    def __init__(
        self, question: str, *, answer: str = "", example: str = "", check: Check | None = None
    ) -> None:
        super().__init__()
        self._question, self._answer, self._example = question, answer, example
        self._check = check

    def compose(self) -> ComposeResult:
        """The question, the line, and room for what is wrong with it."""
        with Vertical():
            yield Static(Content(f"{self._question}   Enter: yes · Esc: never mind"), id="question")
            yield Input(self._answer, placeholder=self._example, compact=True)
            yield Static(id="wrong")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        answer = event.value.strip()
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
