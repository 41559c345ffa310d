"""Correcting the machine: another speaker for a quote, a false claim dropped, a date set right, the day of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reader.article.frontmatter import as_date
from reader.article.sanitise import visible
from reader.shelf.applying import corrected, is_of
from reader.shelf.days import as_value
from reader.shelf.records import Change, Correction, now
from reader.ui.hints import key_of
from reader.ui.items import Item, ItemKind
from reader.ui.kept import shortened
from reader.ui.screens.base import ReadingBase

if TYPE_CHECKING:
    from reader.analysis.model import Reading, TimelineEntry

_MARKS = "“”\"‘’' \n"  # around words that are put in quotation marks here


class Corrections:
    """What a person knows better about the item they are at."""

    def __init__(self, screen: ReadingBase) -> None:
        self._screen = screen
        self.found: Reading | None = None
        """What the analysis found, before anybody corrected it."""

    @property
    def made(self) -> tuple[Correction, ...]:
        """The corrections of this article."""
        return tuple(self._screen.services.shelf.corrections(self._screen.article))

    def applied(self, reading: Reading) -> Reading:
        """A Reading as the person has corrected it."""
        self.found = reading
        return corrected(reading, self.made)

    def touch(self, item: Item) -> bool:
        """Whether something about an item is the person's word."""
        return bool(self._of(item))

    def items(self) -> frozenset[tuple[ItemKind, str]]:
        """Every item about which something is the person's word."""
        kinds: tuple[ItemKind, ...] = ("quote", "time") if self.made else ()
        items = (item for kind in kinds for item in self._screen.items_of(kind))
        return frozenset((item.kind, item.id) for item in items if self.touch(item))

    def correct(self) -> None:
        """Ask what is right about the item one is at."""
        item = self._screen.at
        if item is None or item.kind == "entity":
            self._screen.say("Go to a quotation, a claim or a time first")
        elif item.kind == "quote":
            self._ask_who(item)
        elif item.kind == "time":
            self._ask_when(item)
        else:
            self._ask_whether(item)

    def uncorrect(self) -> None:
        """Take back what was corrected about the item one is at, else the last correction."""
        if not self.made:
            self._screen.say("Nothing has been corrected")
            return
        here = self._of(self._screen.at) if self._screen.at else ()
        last = max(here or self.made, key=lambda each: each.made)
        self._screen.services.shelf.uncorrect(self._screen.article, last)
        self._show_again(_at(last) if last.change == "dropped" else self._screen.at or _at(last))
        left = len(self.made)
        now = {"speaker": "has its found speaker", "dropped": "is a claim", "date": "has its found date"}
        more = f"; {left} more corrected in this article" if left else ""
        self._screen.say_kept(f"{self._words(last)} {now[last.change]} again", more)

    def _of(self, item: Item) -> tuple[Correction, ...]:
        changes = {"quote": "speaker", "claim": "dropped", "time": "date"}
        return tuple(c for c in self.made if c.change == changes.get(item.kind) and is_of(c, item))

    def _words(self, of: Item | Correction) -> str:
        """The words something is about, on one line and in quotation marks."""
        return f"“{shortened(self._screen.article.text[of.start : of.end].strip(_MARKS), 40)}”"

    def _done(self, what: str) -> None:
        """Say what was corrected, and how to take it back."""
        self._screen.say_kept(
            what, f" · {key_of('uncorrect', self._screen.services.settings.keys)} takes it back"
        )

    def _ask_whether(self, item: Item) -> None:
        from reader.ui.screens.sheet import Sure

        words = self._words(item)

        def keep(sure: bool | None) -> None:
            if sure:
                self._correct(item, "dropped", None)
                self._done(f"Dropped {words}")

        self._screen.app.push_screen(Sure(f"Drop the claim {words}?", "drop it"), keep)

    def _ask_who(self, item: Item) -> None:
        from reader.ui.screens.who import NOBODY, Who, known

        speaker, words = self._speaker_of(item), self._words(item)

        def keep(said: str | None) -> None:
            if said is not None and said != (speaker or NOBODY):
                self._correct(item, "speaker", None if said == NOBODY else said)
                self._done(f"{words} is now {'nobody’s' if said == NOBODY else f'by {visible(said)}'}")

        self._screen.app.push_screen(Who(known(self._screen.reading), speaker, words), keep)

    def _ask_when(self, item: Item) -> None:
        from reader.ui.screens.sheet import Ask

        words = self._words(item)

        def keep(said: str | None) -> None:
            if said is not None:
                self._correct(item, "date", as_value(said))
                self._done(f"{words} is now {visible(said)}")

        value = next((entry.value for entry in self._timeline() if entry.id == item.id), "")
        example = f"9 January 2026, 2026-01, 2026-Q1 (now {value})"
        self._screen.app.push_screen(Ask(f"When is {words}?", example=example, check=wrong_time), keep)

    def _timeline(self) -> tuple[TimelineEntry, ...]:
        return self._screen.reading.timeline if self._screen.reading else ()

    def _correct(self, item: Item, change: Change, value: str | None) -> None:
        self._screen.services.shelf.correct(
            self._screen.article, Correction(item.start, item.end, change, value, now())
        )
        self._show_again(item)

    def _speaker_of(self, item: Item) -> str | None:
        speakers = self._screen.reading.speakers if self._screen.reading else ()
        return next((speaker.name for speaker in speakers if speaker.id == item.speaker), None)

    def _show_again(self, at: Item) -> None:
        """Show what is true now, at an item where it is still there."""
        if self.found is None:
            return
        self._screen.show(self.found)
        again = [item for item in self._screen.items_of(at.kind) if item.start == at.start]
        if again:
            self._screen.show_item(again[0])


class Dating:
    """Asks for the publication day; everything that depends on it is read again."""

    def __init__(self, screen: ReadingBase) -> None:
        self._screen = screen

    def ask(self) -> None:
        """Ask on which day the article was published."""
        from reader.ui.screens.sheet import Ask, wrong_day

        day = self._screen.article.published
        question = Ask(
            "Published on", answer=str(day or ""), example="2026-01-07 or 7 January 2026", check=wrong_day
        )
        self._screen.app.push_screen(question, self._publish)

    def _publish(self, answer: str | None) -> None:
        day = as_date(answer)
        if day is not None:
            self.publish(day)

    def publish(self, day: date) -> None:
        """Take a day as the publication day, and read again what depends on it."""
        self._screen.article = replace(self._screen.article, published=day, published_from="option")
        self._screen.header.article = self._screen.article
        self._screen.view.restate(self._screen.article)
        self._screen.read()


def _at(made: Correction) -> Item:
    """What a correction is about."""
    kinds: dict[Change, ItemKind] = {"speaker": "quote", "dropped": "claim", "date": "time"}
    return Item(kinds[made.change], "", made.start, made.end, 0)


def wrong_time(answer: str) -> str | None:
    """What is wrong with an answer that should be a day or a TIMEX3 value."""
    if as_value(answer):
        return None
    return "Write a day (9 January 2026) or a value: 2026-01-09, 2026-01, 2026, 2026-Q1, 2026-W02, 2026-01-09T18:30"
