"""Taking the terminal over from the frame that was shown before there was an app, and taking a picture for the next time."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Region, Size
from textual.strip import Strip

from reader.ui.frugal import Frugally, Paper

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.message import Message
    from textual.screen import Screen

    from reader.ui.early.terminal import EarlyTerminal


_LATE = 3.0  # seconds in which an answer of the terminal may still come
_OTHER_SCREEN = "\x1b[?1049h"


def taking_over(early: EarlyTerminal) -> type[LinuxDriver]:
    """Textual's driver, which goes on where ``early`` left off: some terminals would clear the other screen
    when they are sent to it again, and the text would be gone for a moment."""

    class TakingOver(LinuxDriver):
        _answer: LateAnswer | None = None

        def start_application_mode(self) -> None:
            self._already_there, before = early.taken, early.before
            self._answer = LateAnswer() if early.answer_due else None
            early.hand_over()
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if self._already_there:
                self.attrs_before = before  # not those it has been given meanwhile
            self._already_there = early.answer_due = False
            typed, early.typed = early.typed.decode("utf-8", "replace"), b""
            for message in XTermParser().feed(typed) if typed else ():
                self.process_message(message)

        def process_message(self, message: Message) -> None:
            if self._answer is None or not isinstance(message, events.Key):
                super().process_message(message)
                return
            for each in self._answer.let_through(message):
                super().process_message(each)
            if self._answer.over:
                self._answer = None

        def write(self, data: str) -> None:
            if not (self._already_there and data == _OTHER_SCREEN):
                super().write(data)

    return TakingOver


class LateAnswer:
    """Keeps an answer that the terminal gives late, key by key as Textual then takes it, from being typed."""

    _BEGINS = "]11;rgb:"

    def __init__(self) -> None:
        self._held: list[events.Key] = []
        self._until = monotonic() + _LATE
        self.over = False

    def let_through(self, key: events.Key) -> list[events.Key]:
        """The keys that are none of the answer by now."""
        if not self._held and monotonic() > self._until:
            self.over = True
            return [key]
        self._held.append(key)
        text = "".join(each.character or "\0" for each in self._held).removeprefix("^")
        begins, rest = text[: len(self._BEGINS)], text[len(self._BEGINS) :]
        if not self._BEGINS.startswith(begins):
            held, self._held = self._held, []
            return held
        if rest.strip("0123456789abcdefABCDEF/"):  # what ends it
            self._held, self.over = [], True
        return []


class Picture:
    """A screen of which nothing but the text has been moved since.

    Args:
        screen: it, when everything on it is drawn.
        text: the region of the text.
    """

    def __init__(self, screen: Screen[None], text: Region) -> None:
        self._size: Size = screen.size
        self._text = text
        self._strips: list[Strip] = screen._compositor.render_strips()

    def with_text_of(self, screen: Screen[None], text: Region) -> str | None:
        """The same with the text, and the line above it, as they are now; None where it is laid out otherwise."""
        if (screen.size, text) != (self._size, self._text):
            return None
        now = screen._compositor.render_strips()
        beside = range(text.y, text.bottom)
        strips = [
            now[y] if y == 0 else self._beside(y, now[y]) if y in beside else self._strips[y]
            for y in range(self._size.height)
        ]
        console = screen.app.console
        return "".join(f"\x1b[{y};1H{strip.render(console)}" for y, strip in enumerate(strips, 1))

    def _beside(self, y: int, now: Strip) -> Strip:
        """A row of the text, and what stood beside it."""
        return Strip.join([now.crop(0, self._text.right), self._strips[y].crop(self._text.right)])


_LONGEST = 2.0  # seconds; whatever keeps the panels from being filled, the app is there then


class Uncovering(App[None]):
    """An app that draws nothing while it is covered, and then no more than what changes.

    Args:
        early: the terminal, with what was shown on it; None where there was nothing.
    """

    def __init__(self, early: EarlyTerminal | None = None) -> None:
        super().__init__(_driver(early))
        self.covered = early is not None and early.complete
        self._paper: Paper | None = None
        self._paper_size = Size(0, 0)

    def on_mount(self) -> None:
        """Wait for the panels, but not for ever; draw all again when the terminal was another's for a while."""
        if self.covered:
            self.set_timer(_LONGEST, self.uncover)
        self.app_resume_signal.subscribe(self, lambda _: self.draw_anew())

    def draw_anew(self) -> None:
        """Draw all of the screen, whatever is on the terminal."""
        self._paper = None
        self.refresh(layout=True)

    def on_all_shown(self) -> None:
        """The screen is what it was when it was left, or will not be."""
        self.uncover()

    def uncover(self) -> None:
        """Draw, from now on."""
        if self.covered:
            self.covered = False
            self.refresh()

    async def on_event(self, event: events.Event) -> None:
        """Textual's own; whoever does something with the mouse wants to see it."""
        if isinstance(event, events.MouseDown | events.MouseScrollUp | events.MouseScrollDown):
            self.uncover()
        await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self.covered:
            if isinstance(renderable, LayoutUpdate | ChopsUpdate):
                renderable = Frugally(renderable, self._known())
            super()._display(screen, renderable)

    def _known(self) -> Paper:
        """What is on the terminal; nothing is known of it when its size is another."""
        if self._paper is None or self._paper_size != self.size:
            named = COLOR_SYSTEMS.get(self.console.color_system or "", ColorSystem.TRUECOLOR)
            system = None if self.no_color else named
            page = self.screen.styles.background.rich_color if self.no_color else None
            self._paper, self._paper_size = Paper(system, page), self.size
        return self._paper


def _driver(early: EarlyTerminal | None) -> type[Driver] | None:
    return None if early is None else taking_over(early)
