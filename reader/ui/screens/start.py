"""What there is to read, when no article was named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from reader.article.sanitise import visible
from reader.late import late
from reader.resources import folder
from reader.ui.bindings import READING
from reader.ui.choices import Choices, heading
from reader.ui.hints import Hint, hints
from reader.ui.ports import Shelf
from reader.ui.status import FooterLine

_HEAD = 2000  # characters in which a sample states its title
_STATED = late(r"^(?:title:|<title>)\s*([^|<\n]*[^|<\s])", re.MULTILINE)  # a site may stand behind it
_FORMATS = {".txt": "plain text", ".md": "Markdown", ".html": "a web page"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be opened: where it is, what it is called, and a word about it."""

    source: str
    title: str
    about: str = ""


class StartScreen(Screen[None]):
    """Recent articles, then the samples.

    Args:
        recents: what was read before, the latest first.
    """

    DEFAULT_CSS = """
    StartScreen {
        align: center middle;
        FooterLine { dock: bottom; }
        #start { width: 1fr; max-width: 84; height: 1fr; padding: 1 2 0 2; }
        #name { height: auto; margin-bottom: 1; color: $foreground-muted; }
        Choices { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back to the article", show=False),
        Binding("o,slash", "app.open", "Open a path or an address", show=False),
        *(key.binding for key in READING if key.id in {"quit", "help", "commands", "theme", "open"}),
    ]

    class Chosen(Message):
        """This is to be read."""

        def __init__(self, source: str) -> None:
            super().__init__()
            self.source = source

    def __init__(self, recents: Sequence[Entry]) -> None:
        super().__init__()
        self._recents = recents

    def compose(self) -> ComposeResult:
        """A name, and everything that can be opened."""
        with Vertical(id="start"):
            name = Content.assemble(
                ("reader", "bold $accent"), "  who said what, which numbers, what happened when"
            )
            yield Static(name, id="name")
            read = {entry.source for entry in self._recents}  # a sample that was read stands there, and once
            left = [sample for sample in samples() if sample.source not in read]
            yield Choices(*_options("Read before", self._recents), *_options("Samples", left))
        yield FooterLine()

    def on_mount(self) -> None:
        """Take the keyboard."""
        self.query_one(Choices).focus()
        self.query_one(FooterLine).hints = [
            Hint("Enter", "read", "screen.pick"),
            Hint("o", "open a path or an address", "app.open"),
            *hints(self.app._keymap, ("help", "all keys"), ("quit", "quit")),
        ]

    def action_leave(self) -> None:
        """Go back to the article below, or out of the app where there is none."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def action_pick(self) -> None:
        """Open what the cursor is on."""
        self.query_one(Choices).action_select()

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        if event.option_id:
            self.post_message(self.Chosen(event.option_id))


def recent(shelf: Shelf) -> list[Entry]:
    """What was read before, the latest first."""
    return [Entry(entry.source, visible(entry.title), visible(entry.source)) for entry in shelf.recents()]


def samples() -> list[Entry]:
    """The articles that ship with reader."""
    try:
        paths = sorted(folder("samples").iterdir())
    except FileNotFoundError:
        return []
    found = (path for path in paths if path.suffix in _FORMATS)
    return [Entry(str(path), _title_of(path), _FORMATS[path.suffix]) for path in found]


def _title_of(sample: Path) -> str:
    """The headline: as its head states it, else its first line. To open all of them would take a while."""
    with sample.open(encoding="utf-8") as file:
        head = file.read(_HEAD)
    stated = _STATED.search(head)
    return visible(unescape(stated[1]) if stated else head.partition("\n")[0])


def _options(title: str, entries: Sequence[Entry]) -> list[Option]:
    if not entries:
        return []
    rows = (Option(_row(entry), entry.source) for entry in entries)
    return [heading(title), *rows, Option("", disabled=True)]


def _row(entry: Entry) -> Content:
    return Content.assemble(
        f"  {entry.title}", (f"  {entry.about}" if entry.about else "", "$foreground-muted")
    )
