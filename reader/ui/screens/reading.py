"""The screen one reads on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from reader.article import Article
from reader.engine import AnalysisError
from reader.ui import over
from reader.ui.article_view.layers import Places, layers_of
from reader.ui.article_view.view import ArticleView
from reader.ui.bindings import READING
from reader.ui.messages import AllShown, ItemChosen
from reader.ui.panels.arrangement import to_leave
from reader.ui.screens.dating import Dating
from reader.ui.screens.noting import Noting
from reader.ui.screens.picturing import Picturing
from reader.ui.screens.telling import Telling
from reader.ui.status import FooterLine, HeaderLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.analysis.explaining import Explained
    from reader.analysis.model import Claim, Quote, Reading, TimelineEntry
    from reader.ui.items import Item
    from reader.ui.notices import Notices

FOREIGN = "not in English, so nothing was looked for"
_LONG_SECONDS = 10.0  # after which the person is told that it takes long, and how to stop it
_STILL_SECONDS = 1.0  # after a move in which nothing is drawn that can wait


class ReadingScreen(Telling, Noting, Dating, Picturing, Screen[None]):
    """One article with what was found in it. The text is there at once; the marks follow."""

    BINDINGS: ClassVar[list[BindingType]] = [key.binding for key in READING]

    _said: int | None = None  # percent of the text that the panels say is read
    _share: float | None = None  # of the text that is read
    _long: Timer | None = None  # runs while an analysis does, until that takes long
    _under_way = False
    _moved = 0.0  # when the text last moved, of the monotonic clock

    def compose(self) -> ComposeResult:
        """The text and the panels between two lines."""
        settings = self.services.settings
        offset = self.services.shelf.position(self.article)
        yield HeaderLine()
        with Container(id="desk"):
            yield ArticleView(self.article, offset=offset, measure=settings.measure, glide=settings.animation)
            yield Static(id="panels-to-come", classes="side")
        yield FooterLine()

    def on_mount(self) -> None:
        """Show the text where one stopped, then begin to read it."""
        self.header.article = self.article
        self.header.place = self.place
        width = self.panels_left.width_in(self.app.size.width, self.services.settings.measure)
        self.query_one("#panels-to-come").styles.width = width
        self.watch(self.view, "scroll_y", self._tell_progress, init=False)
        self.view.focus()
        self.tell_where()
        self.call_after_refresh(self.begin)

    async def begin(self) -> None:
        """What waits until the text is on screen: the reading, and the panels, which cost more than all else."""
        desk = next(iter(self.query("#desk")), None)
        if desk is None or not desk.is_attached:  # the person has left already
            return
        self.header.read_to = self.view.read_offset  # only now is it known how much there is room for
        self.read()
        await asyncio.sleep(0)  # until the reading is under way, which other processors do
        over.style(self.app)
        self.fold()
        self.panels.room = desk.size.height
        self.panels.show_waiting()
        with self.app.batch_update():
            await desk.mount(self.panels)
            await self.query_one("#panels-to-come").remove()
        self.watch(self.panels, "arrangement", self.panels_arranged)
        if not self.is_attached:
            return
        self.standing.set()
        self.show_kept()
        self.call_after_refresh(self._remember)

    def _remember(self) -> None:
        """Put the article among those that were read, and say what there is to say about it."""
        self.services.shelf.remember(self.article)
        for notice in self.article.notices:
            self.say(notice, wrong=True)
        self.tell_trouble()

    # The reading

    def read(self) -> None:
        """Have the article analysed; what is there already stays until the new Reading comes."""
        self._said = self._share = None
        self._ended()
        self._under_way, self._long = True, self.set_timer(_LONG_SECONDS, self._say_it_takes_long)
        if self.standing.is_set():
            self.panels.show_waiting()
        if self.article.foreign and self.services.settings.any_language:
            self.article = replace(self.article, foreign=False)
        self.run_worker(self._read(self.article), group="reading", exclusive=True)

    async def _read(self, article: Article) -> None:
        if article.foreign:
            self._ended()
            await self.standing.wait()
            self.panels.show_foreign(FOREIGN)
            self.post_message(AllShown())
            return
        try:
            reading = await self.services.analyst.read(article, self._say_how_far)
        except AnalysisError as error:
            self._ended()
            await self.standing.wait()
            self.panels.show_failed(str(error))
            self.post_message(AllShown())
            self.say(str(error), wrong=True)
        else:
            self._ended()
            await self.standing.wait()
            self.show(reading)
            for notice in reading.notices:
                self.say(notice, wrong=True)
            self.call_after_refresh(self._seen)

    def _seen(self) -> None:
        """The panels are filled; once their heights are fitted too, it all looks as it will the next time."""
        self.call_after_refresh(self.take_picture)
        self.call_after_refresh(self.post_message, AllShown())

    def _say_how_far(self, share: float) -> None:
        """Say how much is read, but not while the text is being moved: drawing it would hold up the next key."""
        percent, self._share = round(100 * share), share
        still = monotonic() - self._moved > _STILL_SECONDS
        if self.standing.is_set() and percent != self._said and still:
            self._said = percent
            self.panels.show_waiting(share, long=self._long is None)

    def _say_it_takes_long(self) -> None:
        self._long = None
        self.say("The analysis takes long: Enter in a panel stops it")
        if self.standing.is_set():
            self.panels.show_waiting(self._share, long=True)

    def _ended(self) -> None:
        """No analysis is under way any more."""
        self._under_way = False
        if self._long is not None:
            self._long.stop()
            self._long = None

    def stop_reading(self) -> None:
        """Give the analysis up, whatever it is at: its process is ended, and begun again for the next one."""
        self._ended()
        self.workers.cancel_group(self, "reading")
        self.run_worker(asyncio.to_thread(self.services.analyst.close), group="stopping")
        self.panels.show_stopped()
        self.post_message(AllShown())

    def show(self, reading: Reading) -> None:
        """Mark what was found, and fill the panels."""
        reading = self.reading = self.with_corrections(reading)
        self.speaker = None
        self.view.mark(layers=layers_of(reading, self.shown), current=None, voice=None)
        dropped = len(self.found.claims) - len(reading.claims) if self.found else 0
        self.panels.show(self.article, reading, self.corrected_items(), dropped)
        self.tell_where()
        self.want(self.wanted)

    def want(self, item: ItemChosen | None) -> None:
        """Go to an item, as soon as the article is read."""
        self.wanted = item if self.reading is None else None
        if item and self.reading:
            self.post_message(item)

    def action_read_again(self) -> None:
        """Try the analysis again; what is in another language is read all the same."""
        self.article = replace(self.article, foreign=False)
        self.read()

    def action_notices(self) -> None:
        """Show again what was said of the article."""
        from reader.ui.screens.noticed import NoticesDialog

        of_reading = self.reading.notices if self.reading else ()
        said = (*self.article.notices, *of_reading, *cast("Notices", self.app).notices)
        self.app.push_screen(NoticesDialog(said))

    def action_why(self) -> None:
        """Show why the item one is at was found."""
        item = self.at
        if item is None or self.reading is None:
            self.say("Go to a quote, claim, time or name first")
            return
        from reader.analysis.explaining import explained
        from reader.ui.screens.why import WhyDialog

        self.app.push_screen(WhyDialog(explained(_found(self.reading, item), self.reading)))

    def on_reading_wanted(self) -> None:
        """A panel wants it tried again or, while it is under way, stopped."""
        if self._under_way:
            self.stop_reading()
        else:
            self.action_read_again()

    def _tell_progress(self) -> None:
        """Say how far one is, in the same frame in which the text has moved."""
        self._moved = monotonic()
        self.header.read_to = self.view.read_offset

    # Leaving

    def action_clear(self) -> None:
        """Clear what lies over the text: search, selection, filter, the current mark; then go to it."""
        self.clear_selection()
        if self.hits or self.hits_in_words:
            self.forget_search()
        elif self.speaker is not None:
            self.filter(None)
        elif self.focused is not self.view:
            self.show_text()
            self.view.focus()
        else:
            self.view.mark(current=None, hits=Places(), hit=None)
            self.tell_where()

    def keep_place(self) -> None:
        """Remember where one stopped, and how the panels stood."""
        self.services.shelf.set_position(self.article, self.view.top_offset)
        left = self.panels.arrangement if self.panels_made else self.panels_left
        self.services.shelf.set_screen(to_leave(left, self.panels_set))

    def on_unmount(self) -> None:
        """The article is left."""
        self.workers.cancel_node(self)

    def action_scroll(self, by: str, direction: int) -> None:
        """Move by a line, half a page, a page, or all the way."""
        height = self.view.size.height
        rows = {"line": 1, "half": height // 2, "page": max(1, height - 2)}
        if by == "all":
            self.view.go_to_offset(0) if direction < 0 else self.view.go_to_end()
        else:
            self.view.move(direction * rows[by])


def _found(reading: Reading, item: Item) -> Explained:
    """What a reading holds of an item on the screen."""
    if item.kind == "entity":
        return reading.entities[int(item.id[1:].partition(".")[0]) - 1]
    stretches: tuple[Quote | Claim | TimelineEntry, ...] = (
        *reading.quotes,
        *reading.claims,
        *reading.timeline,
    )
    return next(one for one in stretches if one.id == item.id)
