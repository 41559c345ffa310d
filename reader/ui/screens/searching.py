"""Searching the text while one types."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

from reader.ui.article_view import search
from reader.ui.article_view.marks import Places
from reader.ui.notices import Notices
from reader.ui.screens.base import ReadingBase

if TYPE_CHECKING:
    from reader.analysis.model import Span

MOST_HITS = 20_000


class Query(Input):
    """The line itself; of several lines that are pasted it takes all, since a search crosses the ends of lines."""

    def on_paste(self, event: events.Paste) -> None:
        """Take it as one line."""
        event.prevent_default()
        event.stop()
        words = " ".join(event.text.split())
        if self.selection.is_empty:
            self.insert_text_at_cursor(words)
        else:
            self.replace(words, *self.selection)


class SearchBar(Horizontal):
    """Posts Typed at every change, Done on Enter, Cancelled on Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "turn_expression", "Search for a regular expression", show=False, priority=True)
    ]

    DEFAULT_CSS = """
    SearchBar {
        height: 1; padding: 0 1;
        Label { width: auto; color: $foreground-muted; }
        #prompt { color: $accent; text-style: bold; }
        Input, Input:focus { width: 1fr; background: $background; background-tint: transparent; }
    }
    """

    class Typed(Message):
        """The query is now this."""

        def __init__(self, query: str, expression: bool) -> None:
            super().__init__()
            self.query, self.expression = query, expression

    class Done(Message):
        """The search is to be kept."""

    class Cancelled(Message):
        """The search is to be forgotten."""

    expression = False
    """Whether what is typed is a regular expression."""

    def compose(self) -> ComposeResult:
        """A prompt, the query, the count of hits."""
        yield Label("/", id="prompt", markup=False)
        yield Query(compact=True, select_on_focus=True)
        yield Label("", id="count", markup=False)

    def open(self) -> None:
        """Take the keyboard."""
        self.display = True
        line = self.query_one(Input)
        line.focus()
        if not line.value:
            self.count("")

    def count(self, words: str) -> None:
        """Say how many hits there are."""
        self.query_one("#count", Label).update(Content(words or self._offer))

    @property
    def _offer(self) -> str:
        return "^r words again" if self.expression else "^r regular expression"

    def action_turn_expression(self) -> None:
        """Take what is typed for a regular expression, or for words again."""
        self.expression = not self.expression
        self.query_one("#prompt", Label).update(Content("/ regular expression: " if self.expression else "/"))
        self.post_message(self.Typed(self.query_one(Input).value, self.expression))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value, self.expression))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done())

    def on_key(self, event: events.Key) -> None:
        """Escape gives the search up."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Cancelled())


class Search:
    """The search line, its hits, and the way through them."""

    def __init__(self, screen: ReadingBase) -> None:
        self._screen = screen
        self.hits: list[Span] = []
        self.complete = True  # whether ``hits`` are all there are
        self._query = ""
        self._wrong = ""  # what is wrong with a regular expression
        self._searched_from = 0

    async def open(self) -> None:
        """Open the search line."""
        if isinstance(self._screen.app, Notices):
            self._screen.app.hush()  # a notice would lie over the line
        bars = self._screen.query(SearchBar)
        if not bars:
            await self._screen.mount(SearchBar(), before=self._screen.footer)
        self._searched_from = self._screen.view.top_offset
        self._screen.add_class("-searching")
        self._screen.query_one(SearchBar).open()

    def go(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, round the ends."""
        if not self.hits:
            self._screen.say(
                "Search for something first" if not self._query else f"Nothing found for “{self._query}”"
            )
            return
        hit = self._screen.view.marks.hit
        if hit in self.hits:
            at = self.hits.index(hit) + by
        else:
            first = bisect_left(self.hits, self._screen.view.top_offset, key=lambda span: span.start)
            at = first if by > 0 else first - 1
        self._go_to_hit(self.hits[at % len(self.hits)])

    def look_for(self, query: str, *, expression: bool = False) -> None:
        """Look for what is typed so far."""
        self._query = query
        self._screen.run_worker(self._find(query, expression), group="search", exclusive=True)

    def keep(self) -> None:
        """Keep the hits and go back to the text."""
        self._close()

    def give_up(self) -> None:
        """Forget the search and go back to where it began."""
        self.forget()
        self._close()
        self._screen.view.go_to_offset(self._searched_from)

    def forget(self) -> None:
        """Unmark all hits."""
        self._screen.workers.cancel_group(self._screen, "search")
        self.hits, self._query, self._wrong, self.complete = [], "", "", True
        self._screen.view.mark(hits=Places(), hit=None)
        self._screen.tell_where()

    @property
    def in_words(self) -> str:
        """How many hits there are and which of them one is at."""
        if not self._query or self._wrong:
            return self._wrong
        if not self.hits:
            return "none found" if self.complete else "searching …"
        total = f"{len(self.hits):,}" + ("" if self.complete else "+")
        hit = self._screen.view.marks.hit
        return (
            f"hit {self.hits.index(hit) + 1:,} of {total}"
            if hit in self.hits
            else f"{total} hit{'' if len(self.hits) == 1 else 's'}"
        )

    async def _find(self, query: str, expression: bool) -> None:
        """Look through the text, and say what is wrong with a regular expression."""
        self._wrong = ""
        try:
            await self._look(search.pattern(query, expression=expression))
        except search.PatternError as error:
            self._wrong = str(error)
            self.hits, self.complete = [], True
            self._screen.view.mark(hits=Places(), hit=None)
            self._tell_count()

    async def _look(self, found: search.Pattern | None) -> None:
        """Look through the text stretch by stretch, so that keys are heard meanwhile."""
        self.hits, self.complete = [], found is None
        self._screen.view.mark(hits=Places(), hit=None)
        if found is None:
            self._tell_count()
            return
        for window in search.windows(self._screen.article):
            self.hits += search.hits(found, self._screen.article.text, window)
            if not self._screen.view.marks.hit:
                self._go_to_first()
            if len(self.hits) >= MOST_HITS:
                break
            await asyncio.sleep(0)
        else:
            self.complete = True
        self._screen.view.mark(hits=Places(self.hits))
        if self.hits and not self._screen.view.marks.hit:
            self._go_to_hit(self.hits[0])
        self._tell_count()

    def _go_to_first(self) -> None:
        """Go to the first hit below where the search began, once it is known."""
        at = bisect_left(self.hits, self._searched_from, key=lambda span: span.start)
        if at < len(self.hits):
            self._screen.view.mark(hits=Places(self.hits))
            self._go_to_hit(self.hits[at])

    def _go_to_hit(self, hit: Span) -> None:
        self._screen.view.mark(hit=hit)
        if not self._screen.view.in_view(hit.start, hit.end):
            self._screen.view.centre(hit.start, hit.end)
        self._tell_count()

    def _tell_count(self) -> None:
        for bar in self._screen.query(SearchBar):
            bar.count(self.in_words)
        self._screen.tell_where()

    def _close(self) -> None:
        self._screen.remove_class("-searching")
        self._screen.query_one(SearchBar).display = False
        self._screen.view.focus()
