"""Small dialogs at the foot of the screen, which leave the article in sight: what they share, and those that ask."""

import asyncio
import os
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from reader.article.frontmatter import as_date
from reader.article.sanitise import visible
from reader.ui.cells import cut
from reader.ui.hints import Hint
from reader.ui.notices import Notices

T = TypeVar("T")


class Sheet(ModalScreen[T], Generic[T]):
    """A dialog over the last rows of the screen, in a Vertical whose first line is :meth:`title`."""

    DEFAULT_CSS = """
    Sheet { background: $background 0%; align: left bottom; }
    Sheet > Vertical { height: auto; max-height: 80%; background: $surface; padding: 0 1; }
    Sheet #title {
        height: 1; text-wrap: nowrap; color: $foreground-muted;
        link-style: not underline; link-color: $foreground-muted; link-background: $surface;
    }
    Sheet .wrong { color: $text-error; height: auto; }
    """

    def on_mount(self) -> None:
        """A notice would lie over the last row."""
        if isinstance(self.app, Notices):
            self.app.hush()

    def title_line(self, title: str, *hints: Hint) -> Static:
        """What is asked, and the keys that matter."""
        return Title(title, *hints)


class Title(Static):
    """One line: what is asked, cut where it is too long for the keys behind it, and what there is room for of these."""

    def __init__(self, title: str, *hints: Hint) -> None:
        super().__init__(titled(title, *hints), id="title")
        self._told = (title, hints)

    def tell(self, title: str, *hints: Hint) -> None:
        """Ask something else."""
        self._told = (title, hints)
        self.update(titled(title, *hints))

    def render(self) -> Content:
        """The line in the room there is."""
        title, hints = self._told
        least = min(cell_len(title), self.size.width // 2)
        while hints and self._left_by(hints) < least:
            hints = hints[:-1]
        return titled(cut(title, self._left_by(hints)), *hints)

    def _left_by(self, hints: tuple[Hint, ...]) -> int:
        """The cells that the keys leave for what is asked."""
        return self.size.width - 1 - sum(hint.width for hint in hints)


def titled(title: str, *hints: Hint) -> Content:
    """A title and the keys behind it, each of which can be clicked."""
    return Content("  ").join([Content.styled(f"{title} ", "bold $accent"), *(hint.drawn for hint in hints)])


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


class Sure(Sheet[bool | None]):
    """Gives True when the person wants it, None when they thought better of it.

    Args:
        question: what is to be done, and to what.
        yes: what it is, in a word or two.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "yes", "Do it", show=False),
        Binding("escape,q,n", "dismiss", "Never mind", show=False),
    ]

    def __init__(self, question: str, yes: str) -> None:
        super().__init__()
        self._question, self._yes = question, yes

    def compose(self) -> ComposeResult:
        """The question and its two answers, in one line."""
        with Vertical():
            yes, no = Hint("Enter", self._yes, "screen.yes"), Hint("Esc", "keep it", "screen.dismiss")
            yield self.title_line(self._question, yes, no)

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)


_LOOKED_AT = 5_000  # names in a folder


class Paths(Suggester):
    """Suggests the first file or folder, by name, that begins as what is typed does."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole path, a folder with a slash behind it; None for an address or where nothing fits."""
        if "://" in value or not value.strip():
            return None
        return await asyncio.to_thread(completed, value)


def completed(typed: str) -> str | None:
    """``typed`` with the rest of the first name that fits."""
    folder, _, begun = typed.rpartition("/")
    place = Path(f"{folder}/" if folder or typed.startswith("/") else ".").expanduser()
    try:
        with os.scandir(place) as entries:
            fitting = sorted(
                f"{entry.name}/" if entry.is_dir() else entry.name
                for entry in islice(entries, _LOOKED_AT)
                if entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
            )
    except OSError:
        return None
    harmless = (name for name in fitting if name == visible(name))
    rest = next(harmless, begun).removeprefix(begun)
    return typed + rest if rest else None
