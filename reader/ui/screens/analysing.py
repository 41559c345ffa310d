"""The reading of an article by the machine, while the person reads it: begun, watched, stopped, shown."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from reader.article import Article
from reader.engine import AnalysisError
from reader.ui.article_view.marks import layers_of
from reader.ui.messages import AllShown, ItemChosen
from reader.ui.screens.base import ReadingBase
from reader.ui.screens.correcting import Corrections

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from reader.analysis.model import Reading

FOREIGN = "not in English, so nothing was looked for"
_LONG_SECONDS = 10.0  # after which the person is told that it takes long, and how to stop it
_STILL_SECONDS = 1.0  # after a move in which nothing is drawn that can wait


class Analysis:
    """Has the article read, and fills the text and the panels with what is found.

    Args:
        screen: where it is shown.
        corrections: what the person knows better.
        seen: is called when all is shown as it will be the next time.
    """

    def __init__(self, screen: ReadingBase, corrections: Corrections, seen: Callable[[], object]) -> None:
        self._screen, self._corrections, self._seen = screen, corrections, seen
        self._wanted: ItemChosen | None = None  # where to go as soon as the article is read
        self._said: int | None = None  # percent of the text that the panels say is read
        self._share: float | None = None  # of the text that is read
        self._long: Timer | None = None  # runs while an analysis does, until that takes long
        self._under_way = False
        self._moved = 0.0  # when the text last moved, of the monotonic clock

    def moved(self) -> None:
        """The text is being moved: drawing anything else would hold up the next key."""
        self._moved = monotonic()

    def begin(self) -> None:
        """Have the article analysed; what is there already stays until the new Reading comes."""
        screen = self._screen
        self._said = self._share = None
        self._ended()
        self._under_way, self._long = True, screen.set_timer(_LONG_SECONDS, self._say_it_takes_long)
        if screen.standing.is_set():
            screen.panels.show_waiting()
        if screen.article.foreign and screen.services.settings.any_language:
            screen.article = replace(screen.article, foreign=False)
        screen.run_worker(self._read(screen.article), group="reading", exclusive=True)

    def again(self) -> None:
        """Try it again; what is in another language is read all the same."""
        self._screen.article = replace(self._screen.article, foreign=False)
        self._screen.read()

    @property
    def nothing_came(self) -> bool:
        """Whether no analysis is under way and there is nothing to show for the last one."""
        return not self._under_way and self._screen.reading is None

    def stop_or_again(self) -> None:
        """Stop it while it is under way, else try it again."""
        if self._under_way:
            self._stop()
        else:
            self.again()

    def show(self, reading: Reading) -> None:
        """Mark what was found, and fill the panels."""
        screen, corrections = self._screen, self._corrections
        reading = screen.reading = corrections.applied(reading)
        screen.speaker = None
        once = screen.services.settings.names == "once"
        paragraphs = [block.start for block in screen.article.blocks] if once else ()
        screen.view.mark(layers=layers_of(reading, screen.shown, paragraphs), current=None, voice=None)
        dropped = len(corrections.found.claims) - len(reading.claims) if corrections.found else 0
        screen.panels.show(screen.article, reading, corrections.items(), dropped)
        screen.tell_where()
        self.want(self._wanted)

    def want(self, item: ItemChosen | None) -> None:
        """Go to an item, as soon as the article is read."""
        self._wanted = item if self._screen.reading is None else None
        if item and self._screen.reading:
            self._screen.post_message(item)

    async def _read(self, article: Article) -> None:
        screen = self._screen
        if article.foreign:
            self._ended()
            await screen.standing.wait()
            screen.panels.show_foreign(FOREIGN)
            screen.post_message(AllShown())
            return
        try:
            reading = await screen.services.analyst.read(article, self._say_how_far)
        except AnalysisError as error:
            self._ended()
            await screen.standing.wait()
            screen.panels.show_failed(str(error))
            screen.post_message(AllShown())
            screen.say(str(error), wrong=True)
        else:
            self._ended()
            await screen.standing.wait()
            screen.show(reading)
            for notice in reading.notices:
                screen.say(notice, wrong=True)
            screen.call_after_refresh(self._all_shown)

    def _all_shown(self) -> None:
        """The panels are filled; once their heights are fitted too, it all looks as it will the next time."""
        self._screen.call_after_refresh(self._seen)
        self._screen.call_after_refresh(self._screen.post_message, AllShown())

    def _say_how_far(self, share: float) -> None:
        """Say how much is read, but not while the text is being moved."""
        percent, self._share = round(100 * share), share
        still = monotonic() - self._moved > _STILL_SECONDS
        if self._screen.standing.is_set() and percent != self._said and still:
            self._said = percent
            self._screen.panels.show_waiting(share, long=self._long is None)

    def _say_it_takes_long(self) -> None:
        self._long = None
        self._screen.say("The analysis takes long: Enter in a panel stops it")
        if self._screen.standing.is_set():
            self._screen.panels.show_waiting(self._share, long=True)

    def _ended(self) -> None:
        """No analysis is under way any more."""
        self._under_way = False
        if self._long is not None:
            self._long.stop()
            self._long = None

    def _stop(self) -> None:
        """Give the analysis up, whatever it is at: its process is ended, and begun again for the next one."""
        screen = self._screen
        self._ended()
        screen.workers.cancel_group(screen, "reading")
        screen.run_worker(asyncio.to_thread(screen.services.analyst.close), group="stopping")
        screen.panels.show_stopped()
        screen.post_message(AllShown())
