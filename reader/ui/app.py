"""The app: which article is on screen, and everything that is one key away from any of them."""

from collections.abc import Awaitable, Callable, Iterable, Sequence

from textual.app import App, SystemCommand
from textual.screen import Screen

from reader.article import Article
from reader.config.settings import Settings
from reader.engine import Analyst
from reader.ui.bindings import READING
from reader.ui.palette import variables
from reader.ui.ports import Export, Opener, Services, Shelf
from reader.ui.screens.reading import ReadingScreen


class ReaderApp(App[None]):
    """Shows articles one at a time.

    Args:
        articles: what to read; none of them opens the start screen.
        analyst: reads them.
        settings: how it all looks, and the keys.
        shelf: what is kept of each article between runs.
        opener: opens a path or an address; None where nothing else can be opened.
        export: writes what was found; None where nothing can be written.
    """

    CSS_PATH = "reader.tcss"
    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        articles: Sequence[Article],
        analyst: Analyst,
        settings: Settings,
        shelf: Shelf,
        *,
        opener: Opener | None = None,
        export: Export | None = None,
    ) -> None:
        super().__init__()
        self.articles = list(articles)
        self.services = Services(analyst, settings, shelf, opener, export)
        self.place = 0
        if not settings.animation:
            self.animation_level = "none"

    def get_css_variables(self) -> dict[str, str]:
        """The variables of the theme, and ours."""
        return variables(super().get_css_variables())

    def on_mount(self) -> None:
        """Show the first article, or what there is to read."""
        self.set_keymap(dict(self.services.settings.keys))
        if self.articles:
            self.show_article(0)

    def show_article(self, place: int) -> None:
        """Put one of the articles on screen."""
        self.place = place
        many = len(self.articles) > 1
        words = f"{place + 1} of {len(self.articles)}" if many else ""
        screen = ReadingScreen(self.articles[place], self.services, words)
        if isinstance(self.screen, ReadingScreen):
            self.screen.keep_place()
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def action_article(self, by: int) -> None:
        """Go to the next or previous article, round the ends."""
        if len(self.articles) > 1:
            self.show_article((self.place + by) % len(self.articles))
        else:
            self.notify("There is no other article open", markup=False)

    async def action_quit(self) -> None:
        """Keep the place and leave."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.keep_place()
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything a key does, and choosing a theme."""
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)
        if isinstance(screen, ReadingScreen):
            for key in READING:
                if key.id != "commands":
                    yield SystemCommand(key.says, key.group, _runner(screen, key.action_on_screen))


def _runner(screen: ReadingScreen, action: str) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        await screen.run_action(action)

    return run


def run(
    articles: Sequence[Article],
    analyst: Analyst,
    settings: Settings,
    shelf: Shelf,
    *,
    opener: Opener | None = None,
    export: Export | None = None,
) -> int:
    """Show the articles until the person quits. The exit status: not 0 when the app broke down."""
    app = ReaderApp(articles, analyst, settings, shelf, opener=opener, export=export)
    app.run()
    return app.return_code or 0
