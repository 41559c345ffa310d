"""What is kept of one article, and how it becomes plain data and comes back from it.

Everything is found again by its place in the text, not by the ids of a Reading: those change
when the article is read anew, its text never does.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple, TypeVar

from reader.article import Article
from reader.shelf.days import days_of

SCHEMA = 1
LONGEST_NOTE = 2_000  # characters
TOO_LONG = f"a note has {LONGEST_NOTE:,} characters at most; shorten it, or make two"
MOST = 1_000  # of each sort of mark in one article

Change = Literal["speaker", "dropped", "date"]
CHANGES: tuple[Change, ...] = ("speaker", "dropped", "date")


class MisfitError(ValueError):
    """Plain data that is no record."""


class Note(NamedTuple):
    """A line written about the passage ``start:end``; ``made`` is an ISO 8601 time."""

    start: int
    end: int
    text: str
    made: str


class Correction(NamedTuple):
    """What a person knows better about the item that stands at ``start:end``.

    Args:
        start: where the item starts, and ``end`` where it ends, as the Reading had it.
        change: ``speaker`` of a quote, a claim ``dropped``, the ``date`` of a time.
        value: the name of the speaker, None for nobody; the TIMEX3 value of the date ("2026-01-09",
            "2026-Q1"); None for a dropped claim.
        made: when, an ISO 8601 time.
    """

    start: int
    end: int
    change: Change
    value: str | None
    made: str

    def same_item(self, other: "Correction") -> bool:
        """Whether both change the same thing of the same item."""
        return (self.start, self.end, self.change) == (other.start, other.end, other.change)


class Recent(NamedTuple):
    """An article that was open; ``opened`` is an ISO 8601 time."""

    sha256: str
    title: str
    source: str
    opened: str


class Record(NamedTuple):
    """All that is kept of one article."""

    position: int = 0
    bookmarks: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def written(self) -> bool:
        """Whether there is something of the person's own in it."""
        return bool(self.bookmarks or self.notes or self.corrections)


T = TypeVar("T", Note, Correction, Recent)


def now() -> str:
    """The time to the millisecond, which tells the order of two corrections."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def as_data(record: Record) -> dict[str, object]:
    """A record as plain data."""
    notes, corrections = ([mark._asdict() for mark in marks] for marks in (record.notes, record.corrections))
    return {"schema": SCHEMA, **record._asdict(), "notes": notes, "corrections": corrections}


def from_data(data: object) -> Record:
    """The record in plain data.

    Raises:
        MisfitError: it is none.
    """
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise MisfitError("no record of an article")
    return Record(
        _whole(data.get("position", 0)),
        tuple(sorted({_whole(offset) for offset in _list(data.get("bookmarks", []))})),
        many(Note, data.get("notes", []), _fits),
        many(Correction, data.get("corrections", []), _fits_correction),
    )


def many(kind: type[T], data: object, fits: Callable[[T], bool]) -> tuple[T, ...]:
    """Each member of a list of mappings as a ``kind``.

    Raises:
        MisfitError: one of them is not.
    """
    made: list[T] = []
    for member in _list(data):
        if not isinstance(member, Mapping) or set(member) != set(kind._fields):
            raise MisfitError(f"no {kind.__name__}")
        made.append(kind(**member))
        if not fits(made[-1]):
            raise MisfitError(f"no {kind.__name__}")
    return tuple(made)


def export_notes(article: Article, record: Record) -> tuple[dict[str, Any], ...]:
    """The ``notes`` of an export: notes, bookmarks and corrections, in text order."""
    notes: Iterable[dict[str, Any]] = (
        *(
            {"kind": "note", **_passage(article, n.start, n.end), "note": n.text, "made": n.made}
            for n in record.notes
        ),
        *({"kind": "bookmark", **_passage(article, at, at)} for at in record.bookmarks),
        *(
            {
                "kind": "correction",
                **_passage(article, c.start, c.end),
                "change": c.change,
                "value": c.value,
                "made": c.made,
            }
            for c in record.corrections
        ),
    )
    return tuple(sorted(notes, key=lambda note: (note["start"], note["end"])))


def _passage(article: Article, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": article.text[start:end]}


def _fits(made: Note | Correction) -> bool:
    words = (made.text,) if isinstance(made, Note) else (made.value or "",)
    texts = all(isinstance(text, str) for text in (*words, made.made))
    return texts and 0 <= _whole(made.start) <= _whole(made.end)


def _fits_correction(made: Correction) -> bool:
    return (
        made.change in CHANGES
        and _fits(made)
        and (made.change != "date" or days_of(str(made.value)) is not None)
    )


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise MisfitError("no offset")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise MisfitError("no list")
    return value
