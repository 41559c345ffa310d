"""The app: which article is on screen, and everything that is one key away from any of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Article
from reader.article.several import Joined
from reader.config.settings import Settings
from reader.engine import Analyst
from reader.ui.articles import OpenArticles
from reader.ui.cursor import ShownCursor
from reader.ui.ending import EndedBySignal
from reader.ui.notices import Notices
from reader.ui.palette import variables
from reader.ui.ports import Export, Opener, Services, Shelf
from reader.ui.screens.reading import ReadingScreen
from reader.ui.theming import Theming
from reader.ui.typeahead import TypeAhead

if TYPE_CHECKING:
    from reader.ui.commands import Commands
    from reader.ui.early.pictures import Pictures
    from reader.ui.early.terminal import EarlyTerminal


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

    # From anywhere

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
            self.screen.keep_picture()
        self.exit()

    def let_go(self) -> None:
        """End the analysis."""
        self.services.analyst.close()
