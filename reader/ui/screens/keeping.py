"""What one takes away: copies, bookmarks, notes, the export, the source in a browser."""

import asyncio
from pathlib import Path

from reader.ui.screens.base import ReadingBase

_READ = 20  # seconds in which an address can be read


class Keeping(ReadingBase):
    """Actions that keep something of the article."""

    _shown_address: str | None = None
    """That of another site, which the person has been shown."""

    @property
    def passage(self) -> tuple[int, int] | None:
        """The stretch an action is about: of the row one is on in a panel; else what is selected or marked."""
        if self.view.selected and not self.in_panels:
            return self.view.selected
        return (self.at.start, self.at.end) if self.at else None

    @property
    def nothing_here(self) -> str:
        """What to say where there is no passage."""
        if self.in_panels:
            return "This row stands for no words of the text; open it, or go to one that does"
        return "Select words or go to an item first"

    def action_select_words(self) -> None:
        """Select words with the keys, from the search hit or the item one is at, if it is in view."""
        at = self.at if self.in_panels else self.view.marks.hit or self.current
        self.show_text()
        self.view.focus()
        if at and self.view.in_view(at.start, at.start + 1):
            self.view.start_selecting(at.start, at.end)
        else:
            self.view.start_selecting()

    def action_copy(self) -> None:
        """Copy the passage as it stands in the source."""
        if self.passage is None:
            self.say(self.nothing_here)
            return
        start, end = self.passage
        self.app.copy_to_clipboard(self.article.text[start:end])
        words = len(self.article.text[start:end].split())
        self.view.stop_selecting()
        self.say(f"Copied {words} word{'' if words == 1 else 's'}")

    def action_export(self) -> None:
        """Write what was found to a file."""
        if self.services.export is None:
            self.say("There is nowhere to export to", wrong=True)
        elif self.reading is None:
            self.say("Still reading; export when the panels are filled")
        else:
            self.run_worker(self._export(), group="export", exclusive=True)

    async def _export(self) -> None:
        assert self.services.export is not None and self.reading is not None
        try:
            path = await asyncio.to_thread(self.services.export, self.article, self.reading)
        except Exception as error:  # whatever an exporter does, the article stays on screen
            self.say(f"Could not export: {error}", wrong=True)
        else:
            self.say(f"Exported to {path.name} in {_short(path.absolute().parent)}", seconds=8)

    def action_open_source(self) -> None:
        """Show the page in a browser; one of another site than the article came from is first shown in full."""
        from reader.article.webaddress import same_site, web_address

        url = web_address(self.article.url)
        came_from = web_address(self.article.source)
        if url is None:
            self.say("This article has no address to open")
        elif came_from and not same_site(url, came_from) and self._shown_address != url:
            self._shown_address = url
            self.say(f"The page names another site: {url}   again to open it", wrong=True, seconds=_READ)
        else:
            self.app.open_url(url)


def _short(folder: Path) -> str:
    """A folder as people write it."""
    home = Path.home()
    inside = folder.is_relative_to(home) and home != Path("/")
    return f"~/{folder.relative_to(home)}".removesuffix("/.") if inside else str(folder)
