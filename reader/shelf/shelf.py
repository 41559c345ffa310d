"""The shelf: what the screen asks to keep, and gets back when the same text is opened again."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from reader.article import Article
from reader.article.sanitise import visible
from reader.folders import state_folder
from reader.shelf import files
from reader.shelf.records import (
    LONGEST_NOTE,
    MOST,
    TOO_LONG,
    Correction,
    Note,
    Recent,
    Record,
    as_data,
    export_notes,
    from_data,
    many,
    now,
)
from reader.shelf.store import Store

RECENTS = 50
_OPENING = 10_000  # characters in which the first line of an article stands
T = TypeVar("T")
NO_RECENTS: tuple[Recent, ...] = ()
NO_STATE: dict[str, object] = {}
ARTICLES = 1_000  # records without a word of the person's own; those with one are never thrown away


class Shelf:
    """Keeps things by the SHA-256 of the article's text, one file an article.

    Nothing here raises. What cannot be written is still there until the program ends, and
    ``trouble`` says in one line why. What goes beyond a limit is not kept at all, and ``refused`` says so.

    Args:
        folder: where it all lies; ``READER_STATE_DIR`` or the platform's folder when None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or state_folder()
        self._store = Store(self.folder)

    @property
    def trouble(self) -> str | None:
        """Why something could not be kept, in one line."""
        return self._store.trouble

    @property
    def refused(self) -> str | None:
        """Why the last change was not made, in one line; None where it was."""
        return self._store.refused

    def lasts(self, article: Article) -> bool:
        """Whether all that was to be kept of an article will be there next time."""
        return self._store.is_written(self._path(article))

    # What was open

    def recents(self) -> tuple[Recent, ...]:
        """The articles that were open, the last one first."""
        return self._store.read(self.folder / "recents.json", _recents, NO_RECENTS)

    def remember(self, article: Article) -> None:
        """Put an article first among the recent ones; a text from standard input cannot be opened again."""
        if not article.source or article.source == "-":
            return
        title = article.title or article.text[:_OPENING].strip().partition("\n")[0]
        latest = Recent(article.sha256, visible(title[:400])[:200], article.source, now())

        def put_first(recents: tuple[Recent, ...]) -> tuple[Recent, ...]:
            others = [each for each in recents if each.source != latest.source]
            return (latest, *others)[:RECENTS]

        path = self.folder / "recents.json"
        self._store.change(
            path, _recents, NO_RECENTS, put_first, lambda all_: [each._asdict() for each in all_]
        )
        files.prune(self.folder / "articles", ARTICLES, _written)

    # What is kept of one article

    def record(self, article: Article) -> Record:
        """All that is kept of an article."""
        if self._store.is_new:  # which is told without the hash of its text
            return Record()
        return self._store.read(self._path(article), from_data, Record())

    def written(self) -> dict[str, Record]:
        """All articles of which something of the person's own is kept, by the SHA-256 of their text."""
        paths = sorted((self.folder / "articles").glob("*.json"))
        records = ((path.stem, self._store.read(path, from_data, Record())) for path in paths)
        return {sha256: record for sha256, record in records if record.written}

    def position(self, article: Article) -> int:
        """Where reading stopped, an offset into the text."""
        return min(self.record(article).position, len(article.text))

    def set_position(self, article: Article, offset: int) -> None:
        """Keep where reading stopped."""
        self._update(article, lambda record: record._replace(position=max(0, offset)))

    def bookmarks(self, article: Article) -> tuple[int, ...]:
        """Offsets, in text order."""
        return self.record(article).bookmarks

    def toggle_bookmark(self, article: Article, offset: int) -> bool:
        """Set a bookmark, or take it away; whether there is one now."""

        def toggled(record: Record) -> Record:
            bookmarks = tuple(sorted(set(record.bookmarks) ^ {offset}))
            return record._replace(bookmarks=_bounded(bookmarks, record.bookmarks, "bookmarks"))

        return offset in self._update(article, toggled).bookmarks

    def notes(self, article: Article) -> tuple[Note, ...]:
        """Notes in text order."""
        return self.record(article).notes

    def add_note(self, article: Article, start: int, end: int, text: str) -> Note:
        """Keep one line about a passage."""
        note = Note(start, end, visible(text), now())
        self.keep_note(article, note)
        return note

    def keep_note(self, article: Article, note: Note) -> None:
        """Keep a note as it is."""

        def added(record: Record) -> Record:
            if len(note.text) > LONGEST_NOTE:
                raise files.RefusedError(TOO_LONG)
            notes = sorted((*record.notes, note), key=lambda each: (each.start, each.end, each.made))
            return record._replace(notes=_bounded(tuple(notes), record.notes, "notes"))

        self._update(article, added)

    def remove_note(self, article: Article, note: Note) -> None:
        """Throw a note away."""

        def without(record: Record) -> Record:
            return record._replace(notes=tuple(each for each in record.notes if each != note))

        self._update(article, without)

    def corrections(self, article: Article) -> tuple[Correction, ...]:
        """Corrections in text order, at most one of each thing of an item."""
        return self.record(article).corrections

    def correct(self, article: Article, correction: Correction) -> None:
        """Keep a correction in place of an earlier one of the same thing."""

        def corrected(record: Record) -> Record:
            others = (each for each in record.corrections if not each.same_item(correction))
            made = sorted((*others, correction), key=lambda each: (each.start, each.end, each.change))
            return record._replace(corrections=_bounded(tuple(made), record.corrections, "corrections"))

        self._update(article, corrected)

    def uncorrect(self, article: Article, correction: Correction) -> None:
        """Believe the machine again."""

        def without(record: Record) -> Record:
            kept = tuple(each for each in record.corrections if not each.same_item(correction))
            return record._replace(corrections=kept)

        self._update(article, without)

    def export_notes(self, article: Article) -> tuple[dict[str, Any], ...]:
        """What goes into the export under ``notes``."""
        return export_notes(article, self.record(article))

    # How the screen was left

    def screen(self) -> Mapping[str, object]:
        """How panels and the like were left, as the screen gave it."""
        return self._store.read(self.folder / "screen.json", _mapping, NO_STATE)

    def set_screen(self, state: Mapping[str, object]) -> None:
        """Keep how panels and the like were left: plain data, replaced as a whole."""
        self._store.change(self.folder / "screen.json", _mapping, NO_STATE, lambda _: dict(state), dict)

    def _path(self, article: Article) -> Path:
        return self.folder / "articles" / f"{article.sha256}.json"

    def _update(self, article: Article, change: Callable[[Record], Record]) -> Record:
        return self._store.change(self._path(article), from_data, Record(), change, as_data)


def _bounded(after: tuple[T, ...], before: tuple[T, ...], what: str) -> tuple[T, ...]:
    """What is kept of one sort, unless that becomes more than one article may have.

    Raises:
        RefusedError: it does.
    """
    if len(after) > max(MOST, len(before)):
        raise files.RefusedError(f"this article has {MOST:,} {what}, which is the most; remove one first")
    return after


def _recents(data: object) -> tuple[Recent, ...]:
    return many(Recent, data, lambda made: all(isinstance(text, str) for text in made))


def _mapping(data: object) -> dict[str, object]:
    if not isinstance(data, dict):
        raise ValueError("no mapping")
    return data


def _written(path: Path) -> bool:
    try:
        return files.read(path, from_data, Record()).written
    except OSError:
        return True
