"""The app: which article is on screen, opening another, and everything that is one key away from any of them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from reader.article import Article, ArticleError
from reader.article.several import Joined
from reader.config import Problem, set_value
from reader.config.settings import Settings
from reader.engine import AnalysisError, Analyst
from reader.ui.cursor import ShownCursor
from reader.ui.early.showing import place_of
from reader.ui.ending import EndedBySignal
from reader.ui.kept import moved_to
from reader.ui.messages import ItemChosen
from reader.ui.notices import Notices, dress
from reader.ui.palette import variables
from reader.ui.ports import Export, Opener, Services, Shelf
from reader.ui.screens.reading import ReadingScreen
from reader.ui.themes import put_on
from reader.ui.typeahead import TypeAhead

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from reader.analysis.model import Reading
    from reader.story import Story
    from reader.ui.commands import Commands
    from reader.ui.early.pictures import Pictures
    from reader.ui.early.terminal import EarlyTerminal
    from reader.ui.screens.start import StartScreen
    from reader.ui.screens.story import Spot


async def merged(articles: Sequence[Article], services: Services) -> Story:
    """The story of several articles; it is put together beside the screen, not in its way.

    Raises:
        AnalysisError: one of them cannot be read.
    """
    from reader.story import merge

    readings = [await _read(article, services) for article in articles]
    return await asyncio.to_thread(merge, articles, readings)


async def _read(article: Article, services: Services) -> Reading:
    from reader.shelf.applying import corrected

    return corrected(await services.analyst.read(article), services.shelf.corrections(article))


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
        screen.analysis.want(at)
        return screen

    def _start_screen(self) -> StartScreen:
        from reader.ui.screens.start import StartScreen, recent

        dress(self)
        return StartScreen(recent(self.services.shelf))

    def show_article(self, place: int, at: ItemChosen | None = None) -> None:
        """Put one of the articles on screen, instead of the one before; ``at`` an item when it is read."""
        self.place = place
        self.keep_places()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        first = self.screen  # Textual's first screen cannot be replaced, only covered
        if isinstance(first, ReadingScreen) and first.opened is self.articles[place]:
            first.analysis.want(at)
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
        from reader.ui.screens.sheet import Ask, Paths

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

    def action_reload(self) -> None:
        """Read the file or the page again, and show it at the same place."""
        from reader.ui.opening import Opening

        screen = self.screen
        if not isinstance(screen, ReadingScreen):
            return
        source = screen.opened.source or ""
        if self.services.opener is None:
            self.notify(_NOTHING_ELSE, severity="warning", markup=False)
        elif not source or source == "-":
            self.notify("What was piped in cannot be read again", markup=False)
        else:
            self.push_screen(Opening(source.partition("#")[0], self.services.opener), self._reloaded)

    def _reloaded(self, outcome: Article | Sequence[Article] | ArticleError | None) -> None:
        screen = next((each for each in reversed(self.screen_stack) if isinstance(each, ReadingScreen)), None)
        if isinstance(outcome, ArticleError):
            self.notify(str(outcome), severity="error", markup=False)
        if outcome is None or isinstance(outcome, ArticleError) or screen is None:
            return
        old = screen.opened
        found = [outcome] if isinstance(outcome, Article) else outcome
        new = next((each for each in found if (each.id, each.source) == (old.id, old.source)), None)
        if new is None:
            self.notify("The article is not there any more", severity="warning", markup=False)
        elif new.text == old.text:
            self.notify("It is as it was", markup=False)
        else:
            self._show_instead(old, new, screen)

    def _show_instead(self, old: Article, new: Article, screen: ReadingScreen) -> None:
        if screen.article.published_from == "option":  # the person said so
            new = replace(new, published=screen.article.published, published_from="option")
        self.services.shelf.set_position(new, moved_to(old.text, new.text, screen.view.top_offset))
        self.articles.replace(self.place, new)
        self.show_article(self.place)
        self.notify("Read again: the text has changed", markup=False)

    def keep_places(self) -> None:
        """Remember where one stopped in every article that is open."""
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen) and screen.is_mounted and screen.is_running:
                screen.keep_place()


class Theming(App[None]):
    """An app whose theme comes from the settings, and goes back there when another is chosen."""

    theme_problems: tuple[Problem, ...] = ()
    dressed = False

    def wear(self, name: str) -> None:
        """Put a theme on; where it cannot be used, the default, and the reason is shown when the app runs."""
        self.dressed = True
        self.theme_problems = put_on(self, name)

    def on_mount(self) -> None:
        """Say why the theme that was set is not on."""
        for problem in self.theme_problems:
            self.notify(str(problem), severity="warning", markup=False)

    def action_change_theme(self) -> None:
        """Choose a theme by its effect."""
        from reader.ui.screens.theme_picker import ThemePicker

        self.push_screen(ThemePicker(), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        """Set the theme for next time too."""
        if name is None:
            return
        try:
            set_value("theme", name)
        except OSError as error:
            reason = f"The theme is not kept: {error.filename}: {error.strerror}"
            self.notify(reason, severity="warning", markup=False)


def _commands() -> type[Commands]:
    from reader.ui.commands import Commands

    return Commands


class ReaderApp(OpenArticles, Notices, Theming, TypeAhead, ShownCursor, EndedBySignal):
    """Shows articles one at a time.

    Args:
        articles: what to read; none of them opens the start screen.
        analyst: reads them.
        settings: how it all looks, and the keys.
        shelf: what is kept of each article between runs.
        opener: opens a path or an address; None where nothing else may be opened.
        export: writes what was found; None where nothing can be written.
        notices: what the person should know from the start, one line each.
        pictures: of how screens were left; None where none are kept.
        early: the terminal, with what was shown on it before there was an app.
    """

    COMMANDS = {_commands}  # noqa: RUF012
    COMMAND_PALETTE_DISPLAY = "^p"
    CSS_PATH = "reader.tcss"
    TITLE = "reader"

    def __init__(
        self,
        articles: Sequence[Article],
        analyst: Analyst,
        settings: Settings,
        shelf: Shelf,
        *,
        opener: Opener | None,
        export: Export | None = None,
        notices: Sequence[str] = (),
        pictures: Pictures | None = None,
        early: EarlyTerminal | None = None,
    ) -> None:
        super().__init__(early)
        self.articles = Joined([articles])
        self.services = Services(analyst, settings, shelf, opener, export, pictures)
        self.place = 0
        self.notices = notices
        self.wear(settings.theme)
        self.cursor_wanted = settings.cursor
        if not settings.animation:
            self.animation_level = "none"

    def get_css_variables(self) -> dict[str, str]:
        """The variables of the theme, and ours; none before there is one, though Textual asks for them."""
        if not self.dressed:
            return {}
        self.theme_variables = variables(super().get_css_variables())
        return self.theme_variables

    def on_mount(self) -> None:
        """Take the keys of the settings, and say what has to be said."""
        self.set_keymap(dict(self.services.settings.keys))
        for notice in self.notices:
            self.notify(notice, severity="warning", markup=False)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Textual's own; as often as the number says that was typed before the key."""
        if isinstance(action, str) and isinstance(self.screen, ReadingScreen):
            action = self.screen.counted(action)
        return await super().run_action(action, default_namespace, namespaces)

    # From anywhere

    def action_redraw(self) -> None:
        """Draw the screen anew, whatever another program has written over it."""
        self.draw_anew()

    def action_help(self) -> None:
        """Show all keys."""
        from reader.ui.screens.help import Help

        self.push_screen(Help(self.services.settings.keys))

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Show a page in the browser there is, wherever that is."""
        from reader.ui.browsing import open_address

        open_address(self, url, super().open_url)

    async def action_quit(self) -> None:
        """Keep the place and leave."""
        self.leave()

    def leave(self) -> None:
        """Keep the place, and how the screen looks there, and leave."""
        self.keep_places()
        if isinstance(self.screen, ReadingScreen):
            self.screen.picturing.keep()
        self.exit()

    def let_go(self) -> None:
        """End the analysis."""
        self.services.analyst.close()
