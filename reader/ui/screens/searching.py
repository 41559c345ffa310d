"""Searching the text while one types."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.article import Article
from reader.ui.article_view import search
from reader.ui.article_view.layers import Places
from reader.ui.notices import Notices
from reader.ui.ports import Services
from reader.ui.screens.base import ReadingBase
from reader.ui.search_bar import SearchBar

if TYPE_CHECKING:
    from reader.analysis.model import Span

MOST_HITS = 20_000


class Searching(ReadingBase):
    """The search line, its hits, and the way through them."""

    def __init__(self, article: Article, services: Services, place: str = "") -> None:
        super().__init__(article, services, place)
        self.hits: list[Span] = []
        self.complete = True  # whether ``hits`` are all there are
        self._query = ""
        self._searched_from = 0

    async def action_search(self) -> None:
        """Open the search line."""
        if isinstance(self.app, Notices):
            self.app.hush()  # a notice would lie over the line
        bars = self.query(SearchBar)
        if not bars:
            await self.mount(SearchBar(), before=self.footer)
        self._searched_from = self.view.top_offset
        self.add_class("-searching")
        self.query_one(SearchBar).open()

    def action_hit(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, round the ends."""
        if not self.hits:
            self.say(
                "Search for something first" if not self._query else f"Nothing found for “{self._query}”"
            )
            return
        hit = self.view.marks.hit
        if hit in self.hits:
            at = self.hits.index(hit) + by
        else:
            first = bisect_left(self.hits, self.view.top_offset, key=lambda span: span.start)
            at = first if by > 0 else first - 1
        self._go_to_hit(self.hits[at % len(self.hits)])

    def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        """Look for what is typed so far."""
        self._query = message.query
        self.run_worker(self._find(message.query), group="search", exclusive=True)

    def on_search_bar_done(self) -> None:
        """Keep the hits and go back to the text."""
        self._close_search()

    def on_search_bar_cancelled(self) -> None:
        """Forget the search and go back to where it began."""
        self.forget_search()
        self._close_search()
        self.view.go_to_offset(self._searched_from)

    def forget_search(self) -> None:
        """Unmark all hits."""
        self.workers.cancel_group(self, "search")
        self.hits, self._query, self.complete = [], "", True
        self.view.mark(hits=Places(), hit=None)
        self.tell_where()

    @property
    def hits_in_words(self) -> str:
        """How many hits there are and which of them one is at."""
        if not self._query:
            return ""
        if not self.hits:
            return "none found" if self.complete else "searching …"
        total = f"{len(self.hits):,}" + ("" if self.complete else "+")
        hit = self.view.marks.hit
        return f"hit {self.hits.index(hit) + 1:,} of {total}" if hit in self.hits else f"{total} hits"

    async def _find(self, query: str) -> None:
        """Look through the text stretch by stretch, so that keys are heard meanwhile."""
        found = search.pattern(query)
        self.hits, self.complete = [], found is None
        self.view.mark(hits=Places(), hit=None)
        if found is None:
            self._tell_count()
            return
        for window in search.windows(self.article):
            self.hits += search.hits(found, self.article.text, window)
            if not self.view.marks.hit:
                self._go_to_first()
            if len(self.hits) >= MOST_HITS:
                break
            await asyncio.sleep(0)
        else:
            self.complete = True
        self.view.mark(hits=Places(self.hits))
        if self.hits and not self.view.marks.hit:
            self._go_to_hit(self.hits[0])
        self._tell_count()

    def _go_to_first(self) -> None:
        """Go to the first hit below where the search began, once it is known."""
        at = bisect_left(self.hits, self._searched_from, key=lambda span: span.start)
        if at < len(self.hits):
            self.view.mark(hits=Places(self.hits))
            self._go_to_hit(self.hits[at])

    def _go_to_hit(self, hit: Span) -> None:
        self.view.mark(hit=hit)
        if not self.view.in_view(hit.start, hit.end):
            self.view.centre(hit.start, hit.end)
        self._tell_count()

    def _tell_count(self) -> None:
        for bar in self.query(SearchBar):
            bar.count(self.hits_in_words)
        self.tell_where()

    def _close_search(self) -> None:
        self.remove_class("-searching")
        self.query_one(SearchBar).display = False
        self.view.focus()
