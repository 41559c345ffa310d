"""Bookmarks and notes of one article: what a person left in it, in text order."""

from typing import NamedTuple

from reader.article import Article
from reader.article.sanitise import visible
from reader.shelf.records import LONGEST_NOTE, TOO_LONG, Note
from reader.ui.heading import percent
from reader.ui.ports import Shelf

BOOKMARK, NOTE = "⚑", "✎"
_SHOWN = 60  # characters of the text that stand for a bookmark


class Mark(NamedTuple):
    """A place worth coming back to: what stands there, and the note that was written about it, if any."""

    start: int
    end: int
    percent: int
    words: str
    note: Note | None = None

    @property
    def sign(self) -> str:
        """How it is marked in the margin."""
        return NOTE if self.note else BOOKMARK


def too_long(words: str) -> str | None:
    """What is wrong with the words of a note, if they are too many."""
    return TOO_LONG[0].upper() + TOO_LONG[1:] if len(visible(words)) > LONGEST_NOTE else None


class Kept:
    """What the shelf keeps of one article, to look through and to change."""

    def __init__(self, shelf: Shelf, article: Article) -> None:
        self._shelf, self._article = shelf, article

    def marks(self) -> list[Mark]:
        """Every bookmark and note."""
        found = [self._bookmark(at) for at in self._shelf.bookmarks(self._article)]
        found += [self._note(note) for note in self._shelf.notes(self._article)]
        return sorted(found, key=lambda mark: (mark.start, mark.end))

    def remove(self, mark: Mark) -> None:
        """Throw a bookmark or a note away."""
        if mark.note:
            self._shelf.remove_note(self._article, mark.note)
        else:
            self._shelf.toggle_bookmark(self._article, mark.start)

    def bring_back(self, mark: Mark) -> str | None:
        """Keep again what was thrown away, as it was; why that is not possible."""
        if mark.note:
            self._shelf.keep_note(self._article, mark.note)
        else:
            self._shelf.toggle_bookmark(self._article, mark.start)
        return self._shelf.refused

    def reword(self, mark: Mark, words: str) -> str | None:
        """Write other words in a note's place; why they were not kept, and the note stayed what it was."""
        if mark.note:
            self._shelf.remove_note(self._article, mark.note)
            self._shelf.keep_note(self._article, mark.note._replace(text=visible(words)))
            if refused := self._shelf.refused:
                self._shelf.keep_note(self._article, mark.note)
                return refused
        return None

    def _bookmark(self, at: int) -> Mark:
        words = shortened(self._article.text[at : at + 2 * _SHOWN])
        return Mark(at, at, percent(self._article, at), words)

    def _note(self, note: Note) -> Mark:
        words = shortened(self._article.text[note.start : note.end])
        return Mark(note.start, note.end, percent(self._article, note.start), words, note)


def shortened(passage: str, most: int = _SHOWN) -> str:
    """A passage on one line, cut where it is long."""
    return visible(passage, most)


_TOLD_BY = 60  # characters by which a place is found again


def moved_to(old: str, new: str, offset: int) -> int:
    """Where a place of a text is in a newer version of it: by the words that stand there, or stood before it.

    Example:
        >>> moved_to("One. Two. Three.", "Zero. One. Two. Three.", 5)
        11
    """
    for at in range(offset, max(-1, offset - 40 * _TOLD_BY), -_TOLD_BY):
        words = old[at : at + _TOLD_BY]
        places = [new.rfind(words, 0, at + len(words)), new.find(words, at)] if words.strip() else []
        if found := [place for place in places if place >= 0]:
            return min(found, key=lambda place: abs(place - at)) + offset - at
    return min(offset, len(new))
