"""Going from item to item, and back through where one has been."""

from collections.abc import Sequence

from reader.article.sanitise import visible
from reader.ui.items import Item, ItemKind
from reader.ui.messages import ItemChosen, SpeakerFiltered
from reader.ui.navigation import step
from reader.ui.screens.base import ReadingBase

NAMES: dict[ItemKind, tuple[str, str]] = {
    "quote": ("quote", "quotes"),
    "claim": ("claim", "claims"),
    "time": ("date", "dates"),
    "entity": ("name", "names"),
}


class Jumping(ReadingBase):
    """Jumps, history, and the filter that keeps both to one speaker."""

    def action_jump(self, kind: ItemKind, by: int) -> None:
        """Go to the next (``by`` 1) or previous (-1) item of a kind."""
        if self.reading is None:
            self.say("Still reading; the marks come in a moment")
            return
        current = self.current
        seen = current and (self.text_covered or self.view.in_view(current.start, current.start + 1))
        unseen = (
            self.view.top_offset if by > 0 else self.view.read_offset
        )  # what is in view comes first either way
        offset = current.start if current and seen else unseen
        item = step(self._heard(kind), offset, by, current if seen else None)
        if item is None:
            whose = " by this speaker" if self.speaker else ""
            self.say(f"No {NAMES[kind][1]}{whose} in this article")
            return
        self.visit(item)

    def action_travel(self, by: int) -> None:
        """Go back (-1) or forward (1) through the places visited."""
        trail = self.trail.travel(by)
        if trail is None or trail.here is None:
            self.say("That is as far back as it goes" if by < 0 else "That is the latest place")
            return
        self.trail = trail
        self.show_item(trail.here)

    def action_filter(self) -> None:
        """Keep to the speaker of the current item, or show everyone again."""
        if self.speaker is not None:
            self.filter(None)
        elif self.current and self.current.speaker:
            self.filter(self.current.speaker)
        else:
            self.say("Go to a quote of the speaker first, or to a row of the Speakers panel")

    def visit(self, item: Item) -> None:
        """Go to an item and remember it."""
        self.trail = self.trail.visit(item)
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        """Mark an item, in the text and in its panel."""
        self.view.stop_selecting()
        self.view.mark(current=item, hit=None)
        self.view.centre(item.start, item.end)
        self.panels.choose(item.kind, item.id)
        self.tell_where()

    def filter(self, speaker: str | None) -> None:
        """Keep the whole screen to one speaker; None shows everyone."""
        self.speaker = speaker
        self.view.hear(speaker)
        self.panels.filter(speaker)
        self.tell_where()
        if speaker is not None:
            whose = f"Only what {self._name_of(speaker)} says"
            # the line of keys, which this covers, says whom one keeps to as long as one does
            self.say(f"{whose}: quotes, numbers given, names and dates in the quotes", seconds=2)

    def _name_of(self, speaker: str) -> str:
        speakers = self.reading.speakers if self.reading else ()
        return next((visible(each.name) for each in speakers if each.id == speaker), "nobody")

    def on_item_chosen(self, message: ItemChosen) -> None:
        """Something was chosen in a panel, or clicked in the text, where it then stays put."""
        item = self.item(message.kind, message.id)
        if item is None:
            return
        self.trail = self.trail.visit(item)
        if self.focused is self.view:
            self.view.mark(current=item, hit=None)
            self.panels.choose(item.kind, item.id)
            self.tell_where()
        else:
            there = item == self.current and not self.text_covered and self.view.in_view(item.start, item.end)
            self.show_item(item)
            self.show_text()
            if there:
                self.say("The text is at these words already")

    def on_speaker_filtered(self, message: SpeakerFiltered) -> None:
        """A panel wants one speaker only."""
        self.filter(message.speaker)

    def _heard(self, kind: ItemKind) -> Sequence[Item]:
        """The items of a kind that the filter leaves: the speaker's own, or what stands in their quotes."""
        found = self.items_of(kind)
        voice = self.view.marks.voice
        if voice is None:
            return found
        if kind in ("quote", "claim"):
            return [item for item in found if item.speaker == self.speaker]
        return [item for item in found if next(voice.over(item.start, item.end), None)]
