"""What a worker does with a chunk: items in, outcomes out. Imports spaCy only through the analyser."""

import faulthandler
import json
import tempfile
import threading
from typing import Any

from reader import __version__
from reader.analysis.model import Reading
from reader.article import Article, open_one
from reader.article.jsonl import from_record
from reader.article.opener import from_bytes
from reader.article.sanitise import visible
from reader.batch.errors import BatchError
from reader.batch.items import Chunk, Item, Outcome, Settings, beginning
from reader.export.document import document, record
from reader.export.json_text import json_line
from reader.shelf.applying import with_kept
from reader.shelf.records import Record

_LONGEST_REASON = 500
_one_at_a_time = threading.Lock()  # a cluster may run several chunks in one process


def run_chunk(settings: Settings, chunk: Chunk) -> list[Outcome]:
    """One outcome for each item, in order; whatever is wrong with a document is its outcome.

    Raises:
        BatchError: this is another version of reader than the one that asks.
    """
    if settings.version != __version__:
        raise BatchError(
            f"a worker has reader {__version__}, this is {settings.version}; install the same on all machines"
        )
    with _one_at_a_time:
        opened = [_attempt(_open_unless_asked_for, settings, item) for item in chunk]
        articles = [article for article in opened if isinstance(article, Article)]
        readings = iter(_read(settings, articles))
        return [
            _outcome(settings, item, made, next(readings))
            if isinstance(made, Article)
            else _failed(item, made)
            for item, made in zip(chunk, opened, strict=True)
        ]


def _open_unless_asked_for(settings: Settings, item: Item) -> Article | Outcome:
    """The article; in place of one that a person may keep something of, the question for that."""
    article = _open(settings, item)
    if item.kept is None and beginning(article.sha256) in settings.noted:
        return Outcome(article.id, asks=article.sha256)
    return article


def run_chunk_within(seconds: float, settings: Settings, chunk: Chunk) -> list[Outcome]:
    """As :func:`run_chunk`, in a process that ends where that takes longer: nothing else stops what it may be in."""
    with tempfile.TemporaryFile() as nobody_reads_it:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nobody_reads_it)
        try:
            return run_chunk(settings, chunk)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _attempt(function: Any, *args: Any) -> Any:
    """What the function returns, or what it raises: a document's error must not end the batch."""
    try:
        return function(*args)
    except Exception as error:
        return error


def _open(settings: Settings, item: Item) -> Article:
    if item.problem is not None:
        raise ValueError(item.problem)
    if item.data is None:
        return open_one(item.source, settings.options)
    if item.form == ".jsonl":
        return settings.options.as_asked(from_record(_parsed(item.data)))
    return from_bytes(item.data, settings.options, source=item.source, form=item.form)


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"the line is not UTF-8: {error.reason} at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"the line is not JSON: {error.msg} at character {error.pos + 1}") from error
    except ValueError as error:
        raise ValueError("the line holds a number too long to be read") from error
    if not isinstance(parsed, dict):
        raise ValueError("the line is no JSON object")
    return parsed


def _read(settings: Settings, articles: list[Article]) -> list[Reading | Exception]:
    """A Reading for each article; together, which is quicker, and one by one when that fails."""
    from reader.batch.loading import analyser

    analyse = analyser(settings.analyser, settings.model)
    together = _attempt(lambda: list(analyse(articles)))
    if isinstance(together, list) and len(together) == len(articles):
        return together
    return [_attempt(lambda article=article: next(iter(analyse([article])))) for article in articles]


def _outcome(settings: Settings, item: Item, article: Article, reading: Reading | Exception) -> Outcome:
    if not isinstance(reading, Exception):
        text = _attempt(_rendered, settings, article, reading, item.kept)
        if not isinstance(text, Exception):
            return Outcome(article.id, text=text)
        reading = text
    return Outcome(article.id, reason=_reason(reading))


def _rendered(settings: Settings, article: Article, reading: Reading, kept: Record | None) -> str:
    notes: tuple[dict[str, Any], ...] = ()
    if kept:
        reading, notes = with_kept(article, reading, kept)
    if settings.format == "yaml":
        from reader.export.yaml_text import dump

        return dump(document(article, reading, notes))
    return json_line(record(article, reading, notes))


def _failed(item: Item, error: Exception | Outcome) -> Outcome:
    if isinstance(error, Outcome):
        return error
    return Outcome(_id_of(item), reason=_reason(error))


def _id_of(item: Item) -> str | None:
    """The id of a record whose text is at fault."""
    parsed = _attempt(_parsed, item.data) if item.form == ".jsonl" and item.data else None
    return str(parsed["id"]) if isinstance(parsed, dict) and parsed.get("id") is not None else None


def _reason(error: Exception) -> str:
    """One line for people; the kind of error is named where its text alone would not say much."""
    text = visible(error)
    if not text or (
        not isinstance(error, ValueError) and type(error).__module__.partition(".")[0] != "reader"
    ):
        text = f"{type(error).__name__}: {text}"
    return text[:_LONGEST_REASON]
