"""Correcting the machine: another speaker for a quote, a false claim dropped, a date set right."""

from reader.analysis.model import Reading
from reader.article.frontmatter import as_date
from reader.shelf.applying import corrected
from reader.shelf.records import Change, Correction, now
from reader.ui.items import Item
from reader.ui.screens.base import ReadingBase

_NOBODY = "-"


class Correcting(ReadingBase):
    """What a person knows better about the item they are at."""

    found: Reading | None = None
    """What the analysis found, before anybody corrected it."""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections of this article."""
        return tuple(self.services.shelf.corrections(self.article))

    def with_corrections(self, reading: Reading) -> Reading:
        """A Reading as the person has corrected it."""
        self.found = reading
        return corrected(reading, self.corrections)

    def is_corrected(self, item: Item) -> bool:
        """Whether something about an item is the person's word."""
        return any((each.start, each.end) == (item.start, item.end) for each in self.corrections)

    def action_correct(self) -> None:
        """Ask what is right about the item one is at."""
        item = self.current
        if item is None or item.kind == "entity":
            self.say("Go to a quotation, a claim or a time first")
        elif item.kind == "quote":
            self._ask(item, "speaker", "Who says this? (- for nobody)", self._speaker_of(item))
        elif item.kind == "time":
            self._ask(item, "date", "Which day is this?", "")
        else:
            self._correct(item, "dropped", None)
            self.say("Claim dropped; W takes that back")

    def action_uncorrect(self) -> None:
        """Take the last correction back."""
        if not self.corrections:
            self.say("Nothing has been corrected")
            return
        last = max(self.corrections, key=lambda each: each.made)
        self.services.shelf.uncorrect(self.article, last)
        self._show_again()
        self.say("The last correction is taken back")

    def _ask(self, item: Item, change: Change, question: str, answer: str) -> None:
        from reader.ui.screens.ask import Ask, wrong_day

        def keep(said: str | None) -> None:
            if said is None:
                return
            day = as_date(said) if change == "date" else None
            name = None if said == _NOBODY else said
            self._correct(item, change, day.isoformat() if day else name)
            self.say("Corrected; W takes that back")

        check = wrong_day if change == "date" else None
        self.app.push_screen(Ask(question, answer=answer, check=check), keep)

    def _correct(self, item: Item, change: Change, value: str | None) -> None:
        self.services.shelf.correct(self.article, Correction(item.start, item.end, change, value, now()))
        self._show_again()

    def _speaker_of(self, item: Item) -> str:
        speakers = self.reading.speakers if self.reading else ()
        return next((speaker.name for speaker in speakers if speaker.id == item.speaker), "")

    def _show_again(self) -> None:
        """Show what is true now, at the item one was at where it is still there."""
        at = self.current
        if self.found is None:
            return
        self.show(self.found)
        again = [item for item in self.items_of(at.kind) if item.start == at.start] if at else []
        if again:
            self.show_item(again[0])

    def show_item(self, item: Item) -> None:
        """Mark an item, in the text and in its panel."""
        raise NotImplementedError

    def show(self, reading: Reading) -> None:
        """Mark what was found, and fill the panels."""
        raise NotImplementedError
