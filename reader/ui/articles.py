"""The articles that are open: which of them is on screen, opening another, and all of them as one story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from reader.article import Article, ArticleError
from reader.article.several import Joined
from reader.engine import AnalysisError
from reader.ui import over
from reader.ui.early.showing import place_of
from reader.ui.messages import ItemChosen
from reader.ui.ports import Services
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from reader.ui.screens.start import StartScreen
    from reader.ui.screens.story_rows import Spot


_NOTHING_ELSE = "This page opens only what it was started with; reader serve --trust lets it open the rest"
_MOST_IN_A_STORY = 50


class OpenArticles(App[None]):
    """An app that shows articles one at a time."""

    articles: Joined
    services: Services
    place: int
    """Which of the articles is on screen, from 0."""

    def get_default_screen(self) -> Screen[Any]:
        """The first article, or what there is to read."""
        return self._reading_screen(0) if self.articles else self._start_screen()

    def _reading_screen(self, place: int, at: ItemChosen | None = None) -> ReadingScreen:
        screen = ReadingScreen(self.articles[place], self.services, place_of(self.articles, place))
        screen.want(at)
        return screen

    def _start_screen(self) -> StartScreen:
        from reader.ui.screens.start import StartScreen, recent

        over.style(self)
        return StartScreen(recent(self.services.shelf))

    def show_article(self, place: int, at: ItemChosen | None = None) -> None:
        """Put one of the articles on screen, instead of the one before; ``at`` an item when it is read."""
        self.place = place
        self.keep_places()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        first = self.screen  # Textual's first screen cannot be replaced, only covered
        if isinstance(first, ReadingScreen) and first.opened is self.articles[place]:
            first.want(at)
        else:
            self.push_screen(self._reading_screen(place, at))

    def action_article(self, by: int) -> None:
        """Go to the next or previous article, round the ends."""
        if len(self.articles) > 1:
            self.show_article((self.place + by) % len(self.articles))
        else:
            self.notify("There is no other article open", markup=False)

    def action_story(self) -> None:
        """Show all articles as one story."""
        if len(self.articles) < 2:
            self.notify("Open another article (O) to see both as one story", markup=False)
        elif len(self.articles) > _MOST_IN_A_STORY:
            self.notify(f"More than {_MOST_IN_A_STORY} articles are not one story", markup=False)
        else:
            self.notify("Reading all of them …", markup=False, timeout=2)
            self.run_worker(self._story(), group="story", exclusive=True)

    async def _story(self) -> None:
        from reader.ui.merging import merged
        from reader.ui.screens.story import StoryScreen

        articles = tuple(self.articles)
        try:
            story = await merged(articles, self.services)
        except AnalysisError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.push_screen(StoryScreen(articles, story), self._go_to)

    def _go_to(self, spot: Spot | None) -> None:
        """Show the article of a spot, at the spot."""
        if spot is not None:
            self.show_article(spot.place, ItemChosen(spot.kind, spot.id))

    # Opening another

    def action_start(self) -> None:
        """Show what else there is to read."""
        if self.services.opener is None:  # nor is it told what else there is
            self.notify(_NOTHING_ELSE, severity="warning", markup=False)
        else:
            self.push_screen(self._start_screen())

    def action_open(self) -> None:
        """Ask for a path or an address, and open it."""
        if self.services.opener is None:
            self.notify(_NOTHING_ELSE, severity="warning", markup=False)
            return
        from reader.ui.screens.ask import Ask
        from reader.ui.screens.paths import Paths

        question = Ask("Open", example="a path or an address", suggester=Paths())
        self.push_screen(question, self.open_source)

    def open_source(self, source: str | None) -> None:
        """Open an article and show it; one notice when that fails."""
        from reader.ui.opening import Opening

        if source and self.services.opener is not None:
            self.push_screen(Opening(source, self.services.opener), self._opened)

    def on_start_screen_chosen(self, message: StartScreen.Chosen) -> None:
        """Open what was chosen there."""
        self.open_source(message.source)

    def _opened(self, outcome: Article | Sequence[Article] | ArticleError | None) -> None:
        if isinstance(outcome, ArticleError):
            self.notify(str(outcome), severity="error", markup=False)
        elif outcome is not None:
            first = len(self.articles)
            self.articles.add([outcome] if isinstance(outcome, Article) else outcome)
            self.show_article(first)

    def keep_places(self) -> None:
        """Remember where one stopped in every article that is open."""
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen) and screen.is_mounted and screen.is_running:
                screen.keep_place()
