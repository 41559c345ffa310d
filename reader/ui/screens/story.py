"""Several articles as one story: each thing names the article it is from, and leads there."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.widgets.option_list import Option

from reader.article import Article
from reader.article.sanitise import visible
from reader.story import Story, letter
from reader.ui.cells import cut
from reader.ui.choices import Choices
from reader.ui.hint import Hint
from reader.ui.screens.story_rows import Spot, rows
from reader.ui.status import FooterLine

HINTS = (
    Hint("Enter", "go there", "screen.go"),
    Hint("Tab", "next part", "screen.part(1)"),
    Hint("j", "down", "focused.cursor_down"),
    Hint("k", "up", "focused.cursor_up"),
    Hint("Esc", "back", "screen.dismiss"),
)

_NAME, _KEYS = 36, 30  # cells of the name of an article in the footer, and those it leaves to the keys


class StoryScreen(ModalScreen[Spot | None]):
    """Speakers, numbers and dates of all articles; gives the spot that was chosen."""

    DEFAULT_CSS = """
    StoryScreen {
        align: center middle; background: $background;
        Vertical { width: 1fr; max-width: 120; height: 1fr; padding: 1 2 0 2; }
        Static {
            height: auto; color: $foreground-muted; margin-bottom: 1; text-wrap: nowrap; text-overflow: ellipsis;
        }
        &.-low Vertical { padding: 0 1; }
        &.-low Static { margin-bottom: 0; }
        Choices, Choices:focus { height: 1fr; }
        FooterLine { max-width: 120; padding: 0 2; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,M", "dismiss", "Back to the article", show=False),
        Binding("tab", "part(1)", show=False, priority=True),
        Binding("shift+tab", "part(-1)", show=False, priority=True),
    ]

    def __init__(self, articles: Sequence[Article], story: Story) -> None:
        super().__init__()
        self._articles, self._copies = articles, story.copies
        self.rows = list(rows(story))
        self.list = Choices(*(Option(row.content, disabled=row.spot is None) for row in self.rows))
        self.footer = FooterLine()

    def compose(self) -> ComposeResult:
        """Which letter is which article, every row, and the keys."""
        with Vertical():
            yield Static(Content("\n".join(map(self._named, range(len(self._articles))))))
            yield self.list
        yield self.footer

    def on_mount(self) -> None:
        """Say which keys there are."""
        self.footer.hints = HINTS

    def _named(self, place: int) -> str:
        article = self._articles[place]
        same = f" (the same text as {letter(self._copies[place])})" if place in self._copies else ""
        return f"{letter(place)}  {visible(article.title or article.source or 'Article')}{same}"

    def action_part(self, by: int) -> None:
        """Go to the first row of the next part that has any, or of the one before, round the ends."""
        parts = self._parts()
        at = self.list.highlighted or 0
        if parts and by > 0:
            self.list.highlighted = next((row for row in parts if row > at), parts[0])
        elif parts:
            self.list.highlighted = next((row for row in reversed(parts) if row < at), parts[-1])

    def _parts(self) -> list[int]:
        """The first row of each part that leads somewhere."""
        firsts, opened = [], False
        for at, row in enumerate(self.rows):
            opened = opened or row.opens
            if opened and row.spot:
                firsts.append(at)
                opened = False
        return firsts

    def action_go(self) -> None:
        """Go where the row one is at leads."""
        self.list.action_select()

    @on(Choices.OptionHighlighted)
    def _at(self, event: Choices.OptionHighlighted) -> None:
        """Name the article of the row."""
        spot = self.rows[event.option_index].spot
        room = min(_NAME, self.size.width - _KEYS)
        self.footer.where = cut(self._named(spot.place), room) if spot and room > 0 else ""

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        self.dismiss(self.rows[event.option_index].spot)
