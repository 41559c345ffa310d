"""A batch from its sources to its output."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TextIO

from reader import __version__
from reader.analysis.defaults import DEFAULT_MODEL
from reader.article.options import AS_IT_IS, Options
from reader.batch.beside import failed_path, part_of, written_for
from reader.batch.errors import BatchError
from reader.batch.items import (
    DEFAULT_ANALYSER,
    TIME_LIMIT,
    Chunk,
    Format,
    Item,
    Kept,
    Outcome,
    Settings,
    beginning,
    chunked,
)
from reader.batch.journal import Mark, fingerprint
from reader.batch.pool import Pool
from reader.batch.progress import Meter
from reader.batch.recorder import Recorder, to_path, to_stream
from reader.batch.sources import Sources
from reader.batch.stopping import stoppable
from reader.engine.cachekey import model_version
from reader.export.writing import OutputError


@dataclass(frozen=True)
class Summary:
    """What became of a batch.

    Args:
        documents: how many were read and written, by this run and those it went on from.
        failed: how many were put aside.
        resumed: how many of both an earlier run had done.
        seconds: how long this run took.
        interrupted: it was stopped; the same command goes on.
        failures: the file of those that failed, when there is one.
        earlier: such a file that an earlier batch left, where nothing failed in this one.
    """

    documents: int
    failed: int
    resumed: int
    seconds: float
    interrupted: bool
    failures: Path | None
    earlier: Path | None = None


class Engine(Protocol):
    """Takes chunks and gives each back with its outcomes, in order."""

    def run(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, list[Outcome]]]:
        """Work through the chunks, a few at a time."""
        ...

    def close(self) -> None:
        """Stop, whatever is being done."""


def run_batch(
    sources: Sequence[str],
    output: Path | str | None,
    *,
    format: Format = "jsonl",
    workers: int | None = None,
    model: str = DEFAULT_MODEL,
    resume: bool = True,
    progress: TextIO | None = None,
    scheduler: str | None = None,
    options: Options = AS_IT_IS,
    kept: Kept | None = None,
    time_limit: float = TIME_LIMIT,
    follow_links: bool = False,
    analyser: str = DEFAULT_ANALYSER,
    stdin: BinaryIO | None = None,
    stdout: BinaryIO | None = None,
) -> Summary:
    """Read every document of the sources and write what was found, in their order.

    A document that fails is put aside with its reason. SIGINT and SIGTERM stop the batch; the
    same call then goes on where it was.

    Args:
        sources: files, folders, globs, JSON Lines (all also as .gz), addresses, "-" for standard input.
        output: a file for JSON Lines, a folder for YAML; None or "-" for standard output.
        workers: processes on this machine; all cores when None.
        resume: go on from a run of the same call that was stopped; False starts anew.
        progress: where to show how far it is, such as ``sys.stderr``.
        scheduler: address of a Dask scheduler, whose workers are used instead.
        options: how every document is opened.
        kept: corrections and notes to put into what is written, by the SHA-256 of the text they are
            about; :meth:`reader.shelf.Shelf.written` has what was kept on this machine. A worker is given
            what it needs of it, and a run that goes on from another takes what it is called with.
        time_limit: seconds that a document may take; one that takes longer is put aside.
        follow_links: read what links in a folder name outside of it.
        analyser: "module:name" of what makes the Readings.

    Raises:
        BatchError: the batch as a whole cannot be done or cannot go on.
    """
    path = None if output is None or str(output) == "-" else _through_a_link(Path(output))
    noted = frozenset(map(beginning, kept or ()))
    settings = Settings(model, format, __version__, options, analyser, noted)
    out = stdout or sys.stdout.buffer
    try:
        ours = written_for(path) if path else ()
        found = Sources(sources, ours, stdin, None if path else out, follow_links)
    except OutputError as error:
        raise BatchError(str(error)) from error
    if path is None:
        recorder = to_stream(settings, out)
    else:
        recorder = to_path(settings, path, _asked(settings, sources, follow_links), resume)
    meter = Meter(progress, found.total_bytes())
    done_before = recorder.mark.items
    with closing(recorder):
        engine = _engine(settings, workers, scheduler, kept or {}, time_limit)
        interrupted = _stopped(engine, found, recorder, meter)
        if not interrupted:
            recorder.finish()
    mark, failures = recorder.mark, _failures(path, recorder.mark, interrupted)
    earlier = failed_path(path) if path and not failures and failed_path(path).exists() else None
    return Summary(
        mark.items - mark.failed, mark.failed, done_before, meter.seconds, interrupted, failures, earlier
    )


def _asked(settings: Settings, sources: Sequence[str], follow_links: bool) -> dict[str, Any]:
    """What decides the output, beside what is kept of articles: that may change while a batch is stopped."""
    asked = asdict(settings)
    del asked["noted"]
    about = {
        "model_version": model_version(settings.model),
        "sources": list(sources),
        "follow_links": follow_links,
    }
    return {**asked, **about}


def _failures(path: Path | None, mark: Mark, interrupted: bool) -> Path | None:
    """The file of those that failed, when there is one; an interrupted batch has not given it its name yet."""
    if path is None or not mark.failed:
        return None
    return part_of(failed_path(path)) if interrupted else failed_path(path)


def _stopped(engine: Engine, found: Sources, recorder: Recorder, meter: Meter) -> bool:
    """Work until everything is written; True when it was stopped before."""
    before, failed_before = recorder.mark.items, recorder.mark.failed
    try:
        with stoppable() as stop, closing(engine):
            items = iter(found)
            _skip(items, recorder, meter)
            for chunk, outcomes in engine.run(chunked(items)):
                with stop.held():
                    recorder.take(chunk, outcomes)
                mark = recorder.mark
                size = sum(item.bytes for item in chunk)
                meter.advance(size, mark.items - before, mark.failed - failed_before)
    except KeyboardInterrupt:
        return True
    finally:
        meter.end()
    return False


def _skip(items: Iterator[Item], recorder: Recorder, meter: Meter) -> None:
    """Pass over what an earlier run has done.

    Raises:
        BatchError: that was another input.
    """
    last = None
    for last in islice(items, recorder.mark.items):
        meter.skip(last.bytes)
    if last is not None and fingerprint(last) != recorder.mark.last:
        raise BatchError("the input is not what the unfinished batch was reading; start anew with --fresh")


def _engine(
    settings: Settings, workers: int | None, scheduler: str | None, kept: Kept, time_limit: float
) -> Engine:
    if scheduler is not None:
        from reader.batch.cluster import Cluster

        return Cluster(settings, scheduler, kept, time_limit)
    return Pool(settings, workers or _cores(), kept, time_limit)


def _cores() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _through_a_link(path: Path) -> Path:
    """The file that is named, where a link names it: a link stays one."""
    return path.resolve() if path.is_symlink() else path
