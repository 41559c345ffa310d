"""The screen one reads on."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from reader.article import Article
from reader.config.settings import PANELS
from reader.ui.article_view.marks import Places
from reader.ui.article_view.view import ArticleView
from reader.ui.bindings import READING, counted
from reader.ui.cells import BESIDE, ONE_PANE, STACKED
from reader.ui.messages import ItemChosen, SpeakerFiltered
from reader.ui.notices import dress
from reader.ui.panels.arrangement import to_leave
from reader.ui.ports import Services
from reader.ui.screens.analysing import Analysis
from reader.ui.screens.base import ReadingBase
from reader.ui.screens.correcting import Corrections, Dating
from reader.ui.screens.jumping import Jumps
from reader.ui.screens.keeping import Keeping, Notes
from reader.ui.screens.panes import Panes
from reader.ui.screens.picturing import Picturing
from reader.ui.screens.searching import Search, SearchBar
from reader.ui.screens.telling import Telling
from reader.ui.status import FooterLine, HeaderLine

if TYPE_CHECKING:
    from textual import events
    from textual.css.query import QueryType
    from textual.widget import Widget

    from reader.analysis.explaining import Explained
    from reader.analysis.model import Claim, Quote, Reading, TimelineEntry
    from reader.config.settings import PanelName
    from reader.ui.items import Item, ItemKind
    from reader.ui.notices import Notices


class ReadingScreen(ReadingBase, Screen[None]):
    """One article with what was found in it. The text is there at once; the marks follow.

    What each key does is done by one of the controllers the screen holds; here keys and messages are dealt out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(key.binding for key in READING),
        *(Binding(str(digit), f"count({digit})", show=False) for digit in range(10)),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-one"),
        (ONE_PANE, "-below"),
        (BESIDE, "-beside"),
        (STACKED, "-stacked"),
    ]

    def __init__(self, article: Article, services: Services, place: str = "") -> None:
        super().__init__(article, services, place)
        self.panes = Panes(self)
        self.jumps = Jumps(self)
        self.search = Search(self)
        self.corrections = Corrections(self)
        self.dating = Dating(self)
        self.keeping = Keeping(self)
        self.notes = Notes(self, self.keeping)
        self.picturing = Picturing(self)
        self.analysis = Analysis(self, self.corrections, self.picturing.take)
        self.telling = Telling(self, self.search, self.corrections)

    # Coming

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
        dress(self.app)
        self.panes.fold()
        self.panels.room = desk.size.height
        self.panels.show_waiting()
        with self.app.batch_update():
            await desk.mount(self.panels)
            await self.query_one("#panels-to-come").remove()
        self.watch(self.panels, "arrangement", self.panes.arranged)
        if not self.is_attached:
            return
        self.standing.set()
        self.notes.show()
        self.call_after_refresh(self._remember)

    def _remember(self) -> None:
        """Put the article among those that were read, and say what there is to say about it."""
        self.services.shelf.remember(self.article)
        for notice in self.article.notices:
            self.say(notice, wrong=True)
        self.tell_trouble()

    def on_resize(self, event: events.Resize) -> None:
        """Fold or unfold the panels.

        Textual tells of the size it starts with three times, and lays everything out each time.
        """
        if event.size == self.fitted == self.size:
            event.prevent_default().stop()
            return
        self.fitted = event.size
        if self.panels_made:
            self.panes.fold()
        self.tell_where()
        self.call_after_refresh(self.tell_where)  # the text has its new size only then

    # What one controller needs of another

    @property
    def one_pane(self) -> bool:
        """Whether there is room for the text or the panels only."""
        return self.panes.one_pane

    @property
    def text_covered(self) -> bool:
        """Whether a panel has the room of the text."""
        return self.panes.text_covered

    def show_text(self) -> None:
        """See to it that the text is on screen."""
        self.panes.show_text()

    def show_item(self, item: Item) -> None:
        """Mark an item, in the text and in its panel."""
        self.jumps.show_item(item)

    def show(self, reading: Reading) -> None:
        """Mark what was found, and fill the panels."""
        self.analysis.show(reading)

    def read(self) -> None:
        """Have the article analysed."""
        self.analysis.begin()

    def tell_where(self) -> None:
        """Bring header and footer up to date."""
        self.telling.tell()

    # Jumping

    def action_jump(self, kind: ItemKind, by: int) -> None:
        """Go to the next (``by`` 1) or previous (-1) item of a kind."""
        self.jumps.jump(kind, by)

    def action_unsure(self, by: int) -> None:
        """Go to the next (``by`` 1) or previous (-1) item that may well be wrong."""
        self.jumps.unsure(by)

    def action_travel(self, by: int) -> None:
        """Go back (-1) or forward (1) through the places visited."""
        self.jumps.travel(by)

    def action_filter(self) -> None:
        """Keep to the speaker of the current item, or show everyone again."""
        self.jumps.filter_or_not()

    def on_item_chosen(self, message: ItemChosen) -> None:
        """Something was chosen in a panel, or clicked in the text."""
        self.jumps.choose(message)

    def on_speaker_filtered(self, message: SpeakerFiltered) -> None:
        """A panel wants one speaker only."""
        self.jumps.filter(message.speaker)

    def action_scroll(self, by: str, direction: int) -> None:
        """Move by a line, half a page, a page, or all the way."""
        height = self.view.size.height
        rows = {"line": 1, "half": height // 2, "page": max(1, height - 2)}
        if by == "all":
            self.view.mark(current=None, hit=None)  # one is not at it any more: the next jump begins here
            self.view.go_to_offset(0) if direction < 0 else self.view.go_to_end()
            self.tell_where()
        else:
            self.view.move(direction * rows[by])

    def action_footnote(self) -> None:
        """Go to the next footnote, or back to its mark."""
        self.jumps.footnote()

    def action_count(self, digit: int) -> None:
        """Take one more digit of the number before a key."""
        self.count = min(10 * self.count + digit, 9999)
        self.tell_where()

    def counted(self, action: str) -> str:
        """An action as often as the number that was typed says; before the key of the panels it says which."""
        times, name = self.count, action.partition("(")[0]
        if not times or name == "count" or (name.startswith("caret_") and not self.view.caret):
            return action
        self.count = 0
        self.call_next(self.tell_where)
        if name == "panels_toggle":
            return f"panel_toggle('{PANELS[times - 1]}')" if times <= len(PANELS) else action
        return counted(action, times)

    # Searching

    async def action_search(self) -> None:
        """Open the search line."""
        await self.search.open()

    def action_hit(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, round the ends."""
        self.search.go(by)

    def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        """Look for what is typed so far."""
        self.search.look_for(message.query, expression=message.expression)

    def on_search_bar_done(self) -> None:
        """Keep the hits and go back to the text."""
        self.search.keep()

    def on_search_bar_cancelled(self) -> None:
        """Forget the search and go back to where it began."""
        self.search.give_up()

    # Looking

    def action_layers(self) -> None:
        """Choose what is marked in the text."""
        self.panes.choose_layers()

    def action_panels_toggle(self) -> None:
        """Hide or show the panels."""
        self.panes.toggle()

    def action_panels_focus(self) -> None:
        """To the panel of the item one is at, else to the one used last."""
        self.panes.focus()

    def action_panels_zoom(self) -> None:
        """Give the panel one is in all the room, or give it back."""
        self.panes.zoom()

    def action_panels_resize(self, columns: int) -> None:
        """Make the panels wider or narrower."""
        self.panes.resize(columns)

    def action_panel_toggle(self, name: PanelName) -> None:
        """Hide a panel that is on screen, or bring it there."""
        self.panes.toggle_panel(name)

    def focus_next(self, selector: str | type[QueryType] = "*") -> Widget | None:
        """As Textual's; with room for one pane, on from the last panel to the text means changing it."""
        if selector == "ArticleView":
            self.show_text()
        return super().focus_next(selector)

    def action_ask_day(self) -> None:
        """Ask on which day the article was published."""
        self.dating.ask()

    def on_publication_day_asked(self) -> None:
        """A panel wants to know the day of publication."""
        self.dating.ask()

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

    def action_read_again(self) -> None:
        """Try what failed again, or was not looked for; else read the file or the page again, at the same place."""
        if self.analysis.nothing_came:
            self.analysis.again()
        else:
            self.app.call_later(self.app.run_action, "reload")

    def on_reading_wanted(self) -> None:
        """A panel wants the analysis tried again or, while it is under way, stopped."""
        self.analysis.stop_or_again()

    def on_selecting_pane_caret_moved(self) -> None:
        """Other keys matter while words are selected."""
        self.tell_where()

    def on_rows_reached(self) -> None:
        """What the keys do is about another row."""
        self.tell_where()

    def on_descendant_focus(self) -> None:
        """Other keys matter in other places."""
        self.tell_where()

    def _tell_progress(self) -> None:
        """Say how far one is, in the same frame in which the text has moved."""
        self.analysis.moved()
        self.header.read_to = self.view.read_offset

    # Keeping

    def action_select_words(self) -> None:
        """Select words with the keys."""
        self.keeping.select_words()

    def action_copy(self, cited: bool = False) -> None:
        """Copy the passage as it stands in the source, or with its citation."""
        self.keeping.copy(cited=cited)

    def action_links(self) -> None:
        """Look through the links, and open or copy one."""
        self.keeping.links()

    def action_bookmark(self) -> None:
        """Set a bookmark, or take it away again."""
        self.notes.bookmark()

    def action_note(self) -> None:
        """Ask for a line about the passage."""
        self.notes.note()

    def action_marks(self) -> None:
        """Look through bookmarks and notes, and go to one of them."""
        self.notes.list()

    def action_correct(self) -> None:
        """Ask what is right about the item one is at."""
        self.corrections.correct()

    def action_uncorrect(self) -> None:
        """Take a correction back."""
        self.corrections.uncorrect()

    def action_export(self) -> None:
        """Write what was found to a file."""
        self.keeping.export()

    def action_open_source(self) -> None:
        """Show the page in a browser."""
        self.keeping.open_source()

    # Leaving

    def action_clear(self) -> None:
        """Clear what lies over the text: search, selection, filter, the current mark; then go to it."""
        self.clear_selection()
        if self.count:
            self.count = 0
            self.tell_where()
        elif self.search.hits or self.search.in_words:
            self.search.forget()
        elif self.speaker is not None:
            self.jumps.filter(None)
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
        kept = self.services.shelf.screen()
        self.services.shelf.set_screen({**kept, **to_leave(left, self.panels_set)})

    def on_unmount(self) -> None:
        """The article is left."""
        self.workers.cancel_node(self)


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
