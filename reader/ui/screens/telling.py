"""The lines above and below the text: how far one is, which keys matter now, and where one is."""

from reader.article import Article
from reader.article.sanitise import visible
from reader.ui.hints import (
    AT_CORRECTED,
    AT_HIT,
    AT_ITEM,
    AT_QUOTE,
    CARET,
    FILTERED,
    IN_PANELS,
    INSTEAD_OF_TEXT,
    READ,
    SELECTED,
    WAITING,
    hints,
)
from reader.ui.screens.base import ReadingBase
from reader.ui.screens.correcting import Corrections
from reader.ui.screens.jumping import NAMES
from reader.ui.screens.searching import Search


def _with_its_own(keys: tuple[tuple[str, str], ...], article: Article) -> tuple[tuple[str, str], ...]:
    """The keys, and before the last two those for what this article has: links, and what was said of it."""
    links = any(run.kind == "link" and run.address for run in article.runs)
    own = [("links", "links")] * links + [("notices", "notices")] * bool(article.notices)
    return (*keys[:-2], *own, *keys[-2:])


class Telling:
    """Keeps both lines up to date."""

    def __init__(self, screen: ReadingBase, search: Search, corrections: Corrections) -> None:
        self._screen, self._search, self._corrections = screen, search, corrections

    def tell(self) -> None:
        """Bring header and footer up to date."""
        if not self._screen.is_mounted:
            return
        self._screen.header.read_to = self._screen.view.read_offset
        pairs = self._hints()
        own = self._screen.panels.hints() if pairs in (IN_PANELS, INSTEAD_OF_TEXT) else []
        self._screen.footer.hints = [*own, *hints(self._screen.services.settings.keys, *pairs)]
        self._screen.footer.where, self._screen.footer.about = self._where(), self._about()

    def _hints(self) -> tuple[tuple[str, str], ...]:
        if self._screen.view.caret:
            return CARET if self._screen.view.caret.anchor is None else SELECTED
        if (
            self._screen.focused
            and self._screen.panels_made
            and self._screen.panels in self._screen.focused.ancestors_with_self
        ):
            return INSTEAD_OF_TEXT if self._screen.one_pane else IN_PANELS
        if self._search.hits:
            return AT_HIT
        if self._screen.speaker is not None:
            return FILTERED
        if self._screen.current and self._corrections.touch(self._screen.current):
            return AT_CORRECTED
        if self._screen.current:
            return AT_QUOTE if self._screen.current.speaker else AT_ITEM
        return _with_its_own(READ if self._screen.reading else WAITING, self._screen.article)

    def _where(self) -> str:
        if self._screen.count:
            return f"{self._screen.count} …"
        if self._search.in_words:
            return self._search.in_words
        if self._screen.one_pane and self._screen.in_panels:
            return ""  # the keys need the room, and the row is marked
        if item := self._screen.at:
            said = "corrected · " if self._corrections.touch(item) else ""
            return f"{said}{NAMES[item.kind][0]} {item.order + 1} of {len(self._screen.items_of(item.kind))}"
        return ""

    def _about(self) -> tuple[str, ...]:
        """Who says the claim one is at, and whom the screen is filtered to; what matters most last."""
        if self._screen.one_pane and self._screen.in_panels:
            return ()
        speakers = self._screen.reading.speakers if self._screen.reading else ()
        names = {speaker.id: visible(speaker.name) for speaker in speakers}
        item = self._screen.at
        says = names.get(item.speaker or "") if item and item.speaker != self._screen.speaker else None
        only = names.get(self._screen.speaker or "")
        return tuple(part for part in (says, only and f"only {only}") if part)
