"""Opening another article while the app runs: in a thread of its own, with what has come so far, and a way out."""

import asyncio
import contextlib
import threading
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.article import Article, ArticleError
from reader.article.errors import CancelledError
from reader.article.fetch import shown, so_far
from reader.article.sanitise import visible
from reader.ui.bindings import READING
from reader.ui.ports import Opener

_UNSEEN = 0.2  # seconds in which nearly every file is open: nothing flashes up for those
_LONGEST = 150  # characters of what somebody else's error says
_CALM = 0.25  # seconds between two looks at how much has come

_KEYBOARD = (
    "- is what is piped in where reader is started; here it is the keyboard: name a file or an address"
)


class Attempt:
    """One article being opened; it can be given up at any moment.

    The thread is of no pool: nothing waits for it when the app ends, and giving up ends the fetch in it
    at its next look, before anything of the page is kept.

    Args:
        opener: opens it.
        source: the path or the address.
    """

    def __init__(self, opener: Opener, source: str) -> None:
        self._opener, self._source = opener, source
        self._given_up = threading.Event()
        self.size = 0
        """Bytes that have come over the network."""

    def give_up(self) -> None:
        """End it; what was opened after all is dropped."""
        self._given_up.set()

    async def outcome(self) -> Article | Sequence[Article] | ArticleError:
        """The article, or why there is none."""
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[Article | Sequence[Article] | ArticleError] = loop.create_future()

        def answer(result: Article | Sequence[Article] | ArticleError) -> None:
            if not opened.done():  # else nobody waits any more
                opened.set_result(result)

        def run() -> None:
            result = self._opened()
            with contextlib.suppress(RuntimeError):  # the app has ended in the meantime
                loop.call_soon_threadsafe(answer, result)

        threading.Thread(target=run, name=f"opening {self._source}", daemon=True).start()
        return await opened

    def _opened(self) -> Article | Sequence[Article] | ArticleError:
        if self._source.strip() == "-":
            return ArticleError(_KEYBOARD)
        try:
            return self._opener(self._source, self._look)
        except ArticleError as error:
            return error
        except Exception as error:  # one article must not take the others away
            what = f"{type(error).__name__}: {visible(error, _LONGEST)}"
            return ArticleError(
                f"{shown(self._source)} cannot be opened: a mistake in reader itself ({what})"
            )

    def _look(self, size: int) -> None:
        if self._given_up.is_set():
            raise CancelledError("given up")
        self.size = size


class Opening(ModalScreen[Article | Sequence[Article] | ArticleError | None]):
    """Gives the article, or why it cannot be opened; None when the person would not wait.

    Args:
        source: the path or the address.
        opener: opens it.
    """

    DEFAULT_CSS = """
    Opening {
        background: $background 0%; align: left bottom;
        Vertical { height: auto; background: $surface; padding: 0 1; display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "never_mind", "Never mind", show=False),
        Binding("ctrl+q", "app.quit", "Quit", show=False),
        *(key.binding for key in READING if key.id == "quit"),
        *(key._replace(action="another").binding for key in READING if key.id == "open"),
    ]

    def __init__(self, source: str, opener: Opener) -> None:
        super().__init__()
        self._name = shown(source)
        self._attempt = Attempt(opener, source)

    def compose(self) -> ComposeResult:
        """How far it is."""
        with Vertical():
            yield Static(id="so-far")

    def on_mount(self) -> None:
        """Begin, and show it once it takes its time."""
        self.run_worker(self._open())
        self.set_timer(_UNSEEN, self._appear)
        self.set_interval(_CALM, self._tell)

    def on_unmount(self) -> None:
        """Whatever the screen is left for, the fetch ends."""
        self._attempt.give_up()

    def action_never_mind(self) -> None:
        """Give up."""
        self.dismiss(None)

    def action_another(self) -> None:
        """Give up, and ask what to open instead."""
        self.dismiss(None)
        self.app.call_next(self.app.run_action, "open")

    async def _open(self) -> None:
        self.dismiss(await self._attempt.outcome())

    def _appear(self) -> None:
        self._tell()
        self.query_one(Vertical).display = True

    def _tell(self) -> None:
        says = f"Opening {self._name} … {so_far(self._attempt.size)}".rstrip()
        self.query_one("#so-far", Static).update(Content(f"{says}   Esc: never mind"))
