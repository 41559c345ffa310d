"""What the controllers of the reading screen know of it: the article, its Reading, and the widgets that show them."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING, cast

from textual.geometry import Size

from reader.article import Article
from reader.config.settings import LayerName
from reader.ui.article_view.view import ArticleView
from reader.ui.items import Item, ItemKind
from reader.ui.panels.arrangement import Arrangement, as_left
from reader.ui.ports import Services
from reader.ui.status import FooterLine, HeaderLine

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.analysis.model import Reading
    from reader.ui.notices import Notices
    from reader.ui.panels.container import Panels

    _Screen = Screen[None]
else:
    _Screen = object  # of every class that is a screen Textual puts all keys, names and styles together anew


class ReadingBase(_Screen):
    """The state of one article on screen, and what its controllers ask of it and of each other.

    ``ReadingScreen`` is the screen. A controller is given it when it is made, asks it for what is here, and is
    held by it under a name: the jumps, the search, the corrections, what is kept, how the panes stand, and so on.
    """

    def __init__(self, article: Article, services: Services, place: str = "") -> None:
        super().__init__()
        self.article = self.opened = article
        self.services = services
        self.place = place
        self.reading: Reading | None = None
        self.shown: frozenset[LayerName] = frozenset(services.settings.layers)
        self.speaker: str | None = None
        settings = services.settings
        self.panels_set = Arrangement(settings.panels, width=settings.panel_width)
        self.fitted: Size | None = None  # what everything is laid out for
        self.count = 0  # the number typed before a key
        self.standing = asyncio.Event()  # set when the panels are on screen
        self.panels_left = as_left(services.shelf.screen(), self.panels_set)

    @cached_property
    def panels(self) -> Panels:
        """The panels. To make them takes longer than all else on the screen, so the text is shown first."""
        from reader.ui.panels.container import Panels

        panels = Panels(self.panels_left, measure=self.services.settings.measure, id="panels")
        panels.add_class("side")
        return panels

    @property
    def panels_made(self) -> bool:
        """Whether there are panels by now."""
        return "panels" in vars(self)

    @cached_property
    def view(self) -> ArticleView:
        """The text."""
        return self.query_one(ArticleView)

    @cached_property
    def header(self) -> HeaderLine:
        """The line above."""
        return self.query_one(HeaderLine)

    @cached_property
    def footer(self) -> FooterLine:
        """The line below."""
        return self.query_one(FooterLine)

    @property
    def current(self) -> Item | None:
        """The item one is at."""
        return self.view.marks.current

    @property
    def at(self) -> Item | None:
        """The item an action is about: of the row one is on in a panel, else the one marked in the text."""
        if not self.in_panels:
            return self.current
        kind, id = (self.panels.row and self.panels.row.item) or (None, "")
        return self.item(kind, id) if kind else None

    @property
    def in_panels(self) -> bool:
        """Whether the keyboard is in a panel."""
        return self.panels_made and self.panels.focused is not None

    def items_of(self, kind: ItemKind) -> tuple[Item, ...]:
        """The items of a kind in text order."""
        places = self.view.marks.layers.items.get(kind)
        return tuple(places.all) if places else ()

    def item(self, kind: ItemKind, id: str) -> Item | None:
        """The item of a kind that has this id."""
        return self.view.marks.layers.item(kind, id)

    def say(self, message: str, *, wrong: bool = False, seconds: float = 4) -> None:
        """Tell the person something in one notice."""
        self.app.notify(message, severity="warning" if wrong else "information", timeout=seconds)

    def say_kept(self, what: str, more: str = "") -> None:
        """Say what is kept now, or why it is not; where it cannot be written, that it holds only until one leaves."""
        if refused := self.services.shelf.refused:
            self.say(f"Not kept: {refused}", wrong=True, seconds=8)
        elif self.services.shelf.lasts(self.article):
            self.say(what + more)
        else:
            self.tell_trouble()
            self.say(f"{what}, but only until you leave{more}")

    def tell_trouble(self) -> None:
        """Say once why something cannot be kept."""
        if trouble := self.services.shelf.trouble:
            cast("Notices", self.app).warn_once(trouble)

    # What one controller needs of another

    @property
    def one_pane(self) -> bool:
        """Whether there is room for the text or the panels only."""
        raise NotImplementedError

    @property
    def text_covered(self) -> bool:
        """Whether a panel has the room of the text."""
        raise NotImplementedError

    def show_text(self) -> None:
        """See to it that the text is on screen."""
        raise NotImplementedError

    def show_item(self, item: Item) -> None:
        """Mark an item, in the text and in its panel."""
        raise NotImplementedError

    def show(self, reading: Reading) -> None:
        """Mark what was found, and fill the panels."""
        raise NotImplementedError

    def read(self) -> None:
        """Have the article analysed."""
        raise NotImplementedError

    def tell_where(self) -> None:
        """Bring header and footer up to date."""
        raise NotImplementedError
