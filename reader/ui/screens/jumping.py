"""Going from item to item, and back through where one has been."""

from collections.abc import Sequence

from reader.article.sanitise import visible
from reader.ui.items import Item, ItemKind, Trail, step, unsure_ids
from reader.ui.messages import ItemChosen
from reader.ui.screens.base import ReadingBase

NAMES: dict[ItemKind, tuple[str, str]] = {
    "quote": ("quote", "quotes"),
    "claim": ("claim", "claims"),
    "time": ("time", "times"),
    "entity": ("name", "names"),
}


class Jumps:
    """Jumps, history, and the filter that keeps both to one speaker."""

    def __init__(self, screen: ReadingBase) -> None:
        self._screen = screen
        self._trail = Trail()
        self._from_mark: tuple[int, int] | None = None  # of the footnote one has gone to

    def jump(self, kind: ItemKind, by: int) -> None:
        """Go to the next (``by`` 1) or previous (-1) item of a kind."""
        if self._screen.reading is None:
            self._screen.say("Still reading; the marks come in a moment")
            return
        whose = " by this speaker" if self._screen.speaker else ""
        self._go(self._heard(kind), by, f"No {NAMES[kind][1]}{whose} in this article")

    def unsure(self, by: int) -> None:
        """Go to the next (``by`` 1) or previous (-1) item of any kind that may well be wrong."""
        reading = self._screen.reading
        if reading is None:
            self._screen.say("Still reading; the marks come in a moment")
            return
        unsure = unsure_ids(reading)
        found = [item for kind in NAMES for item in self._heard(kind) if item.id in unsure]
        found.sort(key=lambda item: item.start)
        self._go(found, by, "Nothing here that may well be wrong, as far as can be told")

    def _go(self, found: Sequence[Item], by: int, nothing: str) -> None:
        """To the next or the previous of some items, from where one is; or say that there is none."""
        current = self._screen.current
        seen = current and (
            self._screen.text_covered or self._screen.view.in_view(current.start, current.start + 1)
        )
        unseen = (
            self._screen.view.top_offset if by > 0 else self._screen.view.read_offset
        )  # what is in view comes first either way
        offset = current.start if current and seen else unseen
        item = step(found, offset, by, current if seen else None)
        if item is None:
            self._screen.say(nothing)
            return
        self.visit(item)

    def travel(self, by: int) -> None:
        """Go back (-1) or forward (1) through the places visited."""
        trail = self._trail.travel(by)
        if trail is None or trail.here is None:
            self._screen.say("That is as far back as it goes" if by < 0 else "That is the latest place")
            return
        self._trail = trail
        self.show_item(trail.here)

    def footnote(self) -> None:
        """Go to the next footnote whose mark is in view or below, and back to its mark."""
        from reader.analysis.model import Span
        from reader.ui.footnotes import footnotes

        view = self._screen.view
        if self._from_mark is not None:
            there, self._from_mark = self._from_mark, None
        else:
            notes = footnotes(self._screen.article)
            if not notes:
                self._screen.say("There are no footnotes in this article")
                return
            last = view.marks.hit
            after = last.end if last and view.in_view(last.start, last.end) else view.top_offset
            next_one = next((each for each in notes if each.mark[0] >= after), notes[0])
            self._from_mark, there = next_one.mark, next_one.note
        self._screen.show_text()
        view.mark(hit=Span(*there))
        if not view.in_view(*there):
            view.centre(*there)
        self._screen.tell_where()

    def filter_or_not(self) -> None:
        """Keep to the speaker of the current item, or show everyone again."""
        if self._screen.speaker is not None:
            self.filter(None)
        elif self._screen.current and self._screen.current.speaker:
            self.filter(self._screen.current.speaker)
        else:
            self._screen.say("Go to a quote of the speaker first, or to a row of the Speakers panel")

    def visit(self, item: Item) -> None:
        """Go to an item and remember it."""
        self._trail = self._trail.visit(item)
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        """Mark an item, in the text and in its panel."""
        self._from_mark = None
        self._screen.view.stop_selecting()
        self._screen.view.mark(current=item, hit=None)
        self._screen.view.centre(item.start, item.end)
        self._screen.panels.choose(item.kind, item.id)
        self._screen.tell_where()

    def filter(self, speaker: str | None) -> None:
        """Keep the whole screen to one speaker; None shows everyone."""
        self._screen.speaker = speaker
        self._screen.view.hear(speaker)
        self._screen.panels.filter(speaker)
        self._screen.tell_where()
        if speaker is not None:
            whose = f"Only what {self._name_of(speaker)} says"
            # the line of keys, which this covers, says whom one keeps to as long as one does
            self._screen.say(f"{whose}: quotes, numbers given, names and dates in the quotes", seconds=2)

    def _name_of(self, speaker: str) -> str:
        speakers = self._screen.reading.speakers if self._screen.reading else ()
        return next((visible(each.name) for each in speakers if each.id == speaker), "nobody")

    def choose(self, message: ItemChosen) -> None:
        """Something was chosen in a panel, or clicked in the text, where it then stays put."""
        item = self._screen.item(message.kind, message.id)
        if item is None:
            return
        self._trail = self._trail.visit(item)
        if self._screen.focused is self._screen.view:
            self._screen.view.mark(current=item, hit=None)
            self._screen.panels.choose(item.kind, item.id)
            self._screen.tell_where()
        else:
            there = (
                item == self._screen.current
                and not self._screen.text_covered
                and self._screen.view.in_view(item.start, item.end)
            )
            self.show_item(item)
            self._screen.show_text()
            if there:
                self._screen.say("The text is at these words already")

    def _heard(self, kind: ItemKind) -> Sequence[Item]:
        """The items of a kind that the filter leaves: the speaker's own, or what stands in their quotes."""
        found = self._screen.items_of(kind)
        voice = self._screen.view.marks.voice
        if voice is None:
            return found
        if kind in ("quote", "claim"):
            return [item for item in found if item.speaker == self._screen.speaker]
        return [item for item in found if next(voice.over(item.start, item.end), None)]
