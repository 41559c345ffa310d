"""What one takes away, and what one leaves: copies, the export, the source in a browser; bookmarks and notes."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from reader.ui.kept import Kept, Mark, shortened, too_long
from reader.ui.screens.base import ReadingBase

if TYPE_CHECKING:
    from reader.analysis.model import Span
    from reader.ui.items import Item

_READ = 20  # seconds in which an address can be read


class Keeping:
    """Actions that keep something of the article."""

    def __init__(self, screen: ReadingBase) -> None:
        self._screen = screen
        self._shown_address: str | None = None  # that of another site, which the person has been shown

    @property
    def passage(self) -> tuple[int, int] | None:
        """The stretch an action is about: of the row one is on in a panel; else what is selected, found or marked."""
        view = self._screen.view
        at: Item | Span | None = self._screen.at
        if not self._screen.in_panels:
            if view.selected:
                return view.selected
            at = view.marks.hit or at
        return (at.start, at.end) if at else None

    @property
    def nothing_here(self) -> str:
        """What to say where there is no passage."""
        if self._screen.in_panels:
            return "This row stands for no words of the text; open it, or go to one that does"
        return "Select words or go to an item first"

    def select_words(self) -> None:
        """Select words with the keys, from the search hit or the item one is at, if it is in view."""
        at = (
            self._screen.at if self._screen.in_panels else self._screen.view.marks.hit or self._screen.current
        )
        self._screen.show_text()
        self._screen.view.focus()
        if at and self._screen.view.in_view(at.start, at.start + 1):
            self._screen.view.start_selecting(at.start, at.end)
        else:
            self._screen.view.start_selecting()

    def copy(self, *, cited: bool = False) -> None:
        """Copy the passage as it stands in the source, or with where it is from."""
        if self.passage is None:
            self._screen.say(self.nothing_here)
            return
        start, end = self.passage
        words = len(self._screen.article.text[start:end].split())
        what = f"{words} word{'' if words == 1 else 's'}"
        self._screen.view.stop_selecting()
        if not cited:
            self.copy_text(self._screen.article.text[start:end], what)
            return
        from reader.ui.citing import cited as with_citation

        settings, speaker = self._screen.services.settings, self._speaker_of(start, end)

        text = with_citation(
            self._screen.article, start, end, speaker, markdown=settings.citation == "markdown"
        )
        self.copy_text(text, f"{what} with their citation")

    def copy_text(self, text: str, what: str) -> None:
        """Copy a text, and say which way it went."""
        self._screen.run_worker(self._copy(text, what), group="copy", exclusive=True)

    async def _copy(self, text: str, what: str) -> None:
        from reader.ui.copying import copy

        self._screen.say(f"Copied {what} to {await copy(self._screen.app, text)}")

    def _speaker_of(self, start: int, end: int) -> str | None:
        """Who says all of a passage."""
        reading = self._screen.reading
        if reading is None:
            return None
        ids = [quote.speaker for quote in reading.quotes if quote.start <= start and end <= quote.end]
        return next((each.name for each in reading.speakers if each.id in ids), None)

    def links(self) -> None:
        """Look through the links, and open or copy one."""
        from reader.ui.screens.links import LinksDialog, links_of

        links = links_of(self._screen.article)
        if not links:
            self._screen.say("There are no links in this article")
            return
        top = self._screen.view.top_offset
        near = next((place for place, link in enumerate(links) if link.start >= top), len(links) - 1)
        self._screen.app.push_screen(LinksDialog(links, near, self.copy_text), self._follow)

    def _follow(self, address: str | None) -> None:
        if address:
            self._screen.app.open_url(address)

    def export(self) -> None:
        """Write what was found to a file."""
        if self._screen.services.export is None:
            self._screen.say("There is nowhere to export to", wrong=True)
        elif self._screen.reading is None:
            self._screen.say("Still reading; export when the panels are filled")
        else:
            self._screen.run_worker(self._export(), group="export", exclusive=True)

    async def _export(self) -> None:
        assert self._screen.services.export is not None and self._screen.reading is not None
        try:
            path = await asyncio.to_thread(
                self._screen.services.export, self._screen.article, self._screen.reading
            )
        except Exception as error:  # whatever an exporter does, the article stays on screen
            self._screen.say(f"Could not export: {error}", wrong=True)
        else:
            self._screen.say(f"Exported to {path.name} in {_short(path.absolute().parent)}", seconds=8)

    def open_source(self) -> None:
        """Show the page in a browser; one of another site than the article came from is first shown in full."""
        from reader.article.webaddress import same_site, web_address

        url = web_address(self._screen.article.url)
        came_from = web_address(self._screen.article.source)
        if url is None:
            self._screen.say("This article has no address to open")
        elif came_from and not same_site(url, came_from) and self._shown_address != url:
            self._shown_address = url
            self._screen.say(
                f"The page names another site: {url}   again to open it", wrong=True, seconds=_READ
            )
        else:
            self._screen.app.open_url(url)


class Notes:
    """What a reader leaves in an article."""

    def __init__(self, screen: ReadingBase, keeping: Keeping) -> None:
        self._screen = screen
        self._keeping = keeping

    def bookmark(self) -> None:
        """Set a bookmark at the passage or the first row in view, or take it away again."""
        if self._screen.in_panels and self._keeping.passage is None:
            self._screen.say(self._keeping.nothing_here)
            return
        offset = self._keeping.passage[0] if self._keeping.passage else self._screen.view.top_offset
        set_now = self._screen.services.shelf.toggle_bookmark(self._screen.article, offset)
        self.show()
        self._screen.say_kept("Bookmark set" if set_now else "Bookmark removed")

    def note(self) -> None:
        """Ask for a line about the passage."""
        from reader.ui.screens.sheet import Ask

        if self._keeping.passage is None:
            self._screen.say(self._keeping.nothing_here)
            return
        start, end = self._keeping.passage

        def keep(line: str | None) -> None:
            if line:
                self._screen.services.shelf.add_note(self._screen.article, start, end, line)
                self._screen.view.stop_selecting()
                self.show()
                self._screen.say_kept("Noted")

        words = shortened(self._screen.article.text[start:end], 30)
        self._screen.app.push_screen(Ask(f"A note on “{words}”", example="one line", check=too_long), keep)

    def list(self) -> None:
        """Look through bookmarks and notes, and go to one of them."""
        from reader.ui.screens.marks import MarksDialog

        if not self._kept.marks():
            self._screen.say("No bookmarks or notes yet")
            return
        dialog = MarksDialog(self._kept, self.show, self._screen.services.settings.keys)
        self._screen.app.push_screen(dialog, self._go_to)

    def show(self) -> None:
        """Show the sign of each bookmark and note in the margin."""
        self._screen.tell_trouble()
        self._screen.view.mark(kept={mark.start: mark.sign for mark in self._kept.marks()})

    @property
    def _kept(self) -> Kept:
        return Kept(self._screen.services.shelf, self._screen.article)

    def _go_to(self, mark: Mark | None) -> None:
        if mark is not None:
            self._screen.view.centre(mark.start, mark.start + 1)


def _short(folder: Path) -> str:
    """A folder as people write it."""
    home = Path.home()
    inside = folder.is_relative_to(home) and home != Path("/")
    return f"~/{folder.relative_to(home)}".removesuffix("/.") if inside else str(folder)
