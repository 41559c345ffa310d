"""What goes to a worker and what comes back: both small, plain and cheap to pickle."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from reader.article.options import AS_IT_IS, Options
from reader.shelf.records import Record

Format = Literal["jsonl", "yaml"]
DEFAULT_ANALYSER = "reader.batch.analyser:Analyser"


@dataclass(frozen=True, slots=True)
class Settings:
    """How every document of a batch is to be read; the same for all of them.

    Args:
        version: of reader, so that a cluster with another one is noticed.
        options: how they are opened.
        analyser: "module:name" of what makes Readings; see :class:`reader.batch.analyser.Analyser`.
        noted: how the SHA-256 of those texts begins of which a person keeps something; see :func:`beginning`.
    """

    model: str
    format: Format
    version: str
    options: Options = AS_IT_IS
    analyser: str = DEFAULT_ANALYSER
    noted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    """One document to read.

    Args:
        source: the path, address or "-" it is from, for people to read.
        line: which line of a JSON Lines source it is, from 1; None for a whole file.
        data: the line or the file as it was read; None for an address, which the worker fetches.
        form: the file ending that tells its kind, "" where none does.
        bytes: how much of the input is done with once it is, for the progress.
        problem: why it could not even be read, else None.
        kept: what a person keeps of it, where that was asked for; else None.
    """

    source: str
    line: int | None = None
    data: bytes | None = None
    form: str = ""
    bytes: int = 0
    problem: str | None = None
    kept: Record | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: ``text`` as it is to be written, or the reason why there is none.

    ``asks`` is the SHA-256 of a text that was not read, since it may be one that a person keeps something of: the
    item is to come again with that. So nothing of it goes to a worker that does not need it.
    """

    id: str | None
    text: str | None = None
    reason: str | None = None
    asks: str | None = None


TIME_LIMIT = 120
"""Seconds that one document may take; the workers are given a batch to read, not to be kept by."""
Kept = Mapping[str, Record]
"""What a person keeps of articles, by the SHA-256 of their text."""


def answered(item: Item, outcome: Outcome, kept: Kept) -> Item | None:
    """The item as it is to be read again, with what is kept of it; None where that was not asked for."""
    return None if outcome.asks is None else replace(item, kept=kept.get(outcome.asks, Record()))


def beginning(sha256: str) -> str:
    """So much of a hash that few other texts have it too, and that it does not tell which text it is of."""
    return sha256[:4]


Chunk = list[Item]
# More documents at once cost the model less each; fewer let all cores end together.
CHUNK_ITEMS, CHUNK_BYTES = 12, 48 * 1024


def chunked(items: Iterable[Item]) -> Iterator[Chunk]:
    """The items in lists of work for one worker.

    Where a chunk ends depends on nothing before its first item, so that a batch which goes on
    after a stop cuts the rest as it would have been cut.
    """
    chunk: Chunk = []
    size = 0
    for item in items:
        length = len(item.data or b"")
        if chunk and (len(chunk) >= CHUNK_ITEMS or size + length > CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += length
    if chunk:
        yield chunk
