"""The links of an article: each can be opened or copied."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from reader.article import Article
from reader.article.sanitise import visible
from reader.ui.choices import Choices
from reader.ui.hints import Hint
from reader.ui.screens.sheet import Sheet

_WORDS = 60  # characters of the words of a link


class Link(NamedTuple):
    """The words of a link, where they begin in the text, and where it leads."""

    words: str
    start: int
    address: str


def links_of(article: Article) -> list[Link]:
    """The links that lead somewhere, in text order; then the article's own address."""
    found = [
        Link(visible(article.text[run.start : run.end], _WORDS), run.start, run.address)
        for run in article.runs
        if run.kind == "link" and run.address
    ]
    own = [Link("this article", len(article.text), article.url)] if article.url else []
    return found + own


class LinksDialog(Sheet[str | None]):
    """Gives the address that is to be opened.

    Args:
        links: what there is.
        at: the one the cursor is on at first.
        copy: copies a text, and is told what that is.
    """

    DEFAULT_CSS = """
    LinksDialog Choices { max-height: 12; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,l", "dismiss", "Close", show=False),
        Binding("y", "copy", "Copy the address", show=False),
    ]

    def __init__(self, links: Sequence[Link], at: int, copy: Callable[[str, str], None]) -> None:
        super().__init__()
        self._links, self._at, self._copy = links, at, copy

    def compose(self) -> ComposeResult:
        """A row a link."""
        count = f"{len(self._links)} link{'' if len(self._links) == 1 else 's'}"
        keys = (
            Hint("Enter", "open", "screen.pick"),
            Hint("y", "copy its address", "screen.copy"),
            Hint("Esc", "close", "screen.dismiss"),
        )
        with Vertical():
            yield self.title_line(count, *keys)
            yield Choices(*map(_row, self._links))

    def on_mount(self) -> None:
        """Begin at the first link in view."""
        super().on_mount()
        self.query_one(Choices).highlighted = self._at

    def action_pick(self) -> None:
        """Open the one the cursor is on."""
        self.query_one(Choices).action_select()

    def action_copy(self) -> None:
        """Copy its address, and close."""
        place = self.query_one(Choices).highlighted
        if place is not None:
            self._copy(self._links[place].address, "the address")
            self.dismiss(None)

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        self.dismiss(self._links[event.option_index].address)


def _row(link: Link) -> Content:
    return Content.assemble(link.words, (f"  {visible(link.address)}", "$foreground-muted"))
