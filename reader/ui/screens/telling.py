"""The lines above and below the text: how far one is, which keys matter now, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from reader.ui.screens.correcting import Correcting
from reader.ui.screens.jumping import NAMES, Jumping
from reader.ui.screens.looking import Looking
from reader.ui.screens.searching import Searching

if TYPE_CHECKING:
    from textual.events import DescendantFocus


def _with_notices(keys: tuple[tuple[str, str], ...], article: Article) -> tuple[tuple[str, str], ...]:
    """The keys, and before the last two the one that calls back what was said of the article."""
    return (*keys[:-2], ("notices", "notices"), *keys[-2:]) if article.notices else keys


class Telling(Jumping, Searching, Correcting, Looking):
    """Keeps both lines up to date."""

    def on_selecting_pane_caret_moved(self) -> None:
        """Other keys matter while words are selected."""
        self.tell_where()

    def on_rows_reached(self) -> None:
        """What the keys do is about another row."""
        self.tell_where()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Other keys matter in other places."""
        self.tell_where()

    def tell_where(self) -> None:
        """Bring header and footer up to date."""
        if not self.is_mounted:
            return
        self.header.read_to = self.view.read_offset
        pairs = self._hints()
        own = self.panels.hints() if pairs in (IN_PANELS, INSTEAD_OF_TEXT) else []
        self.footer.hints = [*own, *hints(self.services.settings.keys, *pairs)]
        self.footer.where, self.footer.about = self._where(), self._about()

    def _hints(self) -> tuple[tuple[str, str], ...]:
        if self.view.caret:
            return CARET if self.view.caret.anchor is None else SELECTED
        if self.focused and self.panels_made and self.panels in self.focused.ancestors_with_self:
            return INSTEAD_OF_TEXT if self.one_pane else IN_PANELS
        if self.hits:
            return AT_HIT
        if self.speaker is not None:
            return FILTERED
        if self.current and self.is_corrected(self.current):
            return AT_CORRECTED
        if self.current:
            return AT_QUOTE if self.current.speaker else AT_ITEM
        return _with_notices(READ if self.reading else WAITING, self.article)

    def _where(self) -> str:
        if self.hits_in_words:
            return self.hits_in_words
        if self.one_pane and self.in_panels:
            return ""  # the keys need the room, and the row is marked
        if item := self.at:
            said = "corrected · " if self.is_corrected(item) else ""
            return f"{said}{NAMES[item.kind][0]} {item.order + 1} of {len(self.items_of(item.kind))}"
        return ""

    def _about(self) -> tuple[str, ...]:
        """Who says the claim one is at, and whom the screen is filtered to; what matters most last."""
        if self.one_pane and self.in_panels:
            return ()
        speakers = self.reading.speakers if self.reading else ()
        names = {speaker.id: visible(speaker.name) for speaker in speakers}
        item = self.at
        says = names.get(item.speaker or "") if item and item.speaker != self.speaker else None
        only = names.get(self.speaker or "")
        return tuple(part for part in (says, only and f"only {only}") if part)
