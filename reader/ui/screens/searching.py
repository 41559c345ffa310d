"""Searching the text while one types."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
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


class SearchBar(Horizontal):
    """Posts Typed at every change, Done on Enter, Cancelled on Escape."""

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

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    class Done(Message):
        """The search is to be kept."""

    class Cancelled(Message):
        """The search is to be forgotten."""

    def compose(self) -> ComposeResult:
        """A prompt, the query, the count of hits."""
        yield Label("/", id="prompt", markup=False)
        yield Input(compact=True, select_on_focus=True)
        yield Label("", id="count", markup=False)

    def open(self) -> None:
        """Take the keyboard."""
        self.display = True
        self.query_one(Input).focus()

    def count(self, words: str) -> None:
        """Say how many hits there are."""
        self.query_one("#count", Label).update(Content(words))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

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

    def look_for(self, query: str) -> None:
        """Look for what is typed so far."""
        self._query = query
        self._screen.run_worker(self._find(query), group="search", exclusive=True)

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
        self.hits, self._query, self.complete = [], "", True
        self._screen.view.mark(hits=Places(), hit=None)
        self._screen.tell_where()

    @property
    def in_words(self) -> str:
        """How many hits there are and which of them one is at."""
        if not self._query:
            return ""
        if not self.hits:
            return "none found" if self.complete else "searching …"
        total = f"{len(self.hits):,}" + ("" if self.complete else "+")
        hit = self._screen.view.marks.hit
        return f"hit {self.hits.index(hit) + 1:,} of {total}" if hit in self.hits else f"{total} hits"

    async def _find(self, query: str) -> None:
        """Look through the text stretch by stretch, so that keys are heard meanwhile."""
        found = search.pattern(query)
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
