"""Writes the outcomes of a batch down so that a stop at any moment loses nothing and doubles nothing."""

import sys
from itertools import takewhile
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from reader.batch.beside import Written, failed_path, holding, journal_path, part_of
from reader.batch.errors import BatchError
from reader.batch.failures import FailuresFile, FailuresSaid
from reader.batch.items import Chunk, Outcome, Settings
from reader.batch.journal import Journal, Mark, fingerprint
from reader.batch.outputs import LinesFile, Output, Stream, YamlFolder


class Recorder:
    """The output, the failures beside it and the journal, which go forward together.

    Args:
        output: where the documents go.
        failures: where those go that could not be read.
        journal: None where nothing can be resumed.
        marks: of the run this one goes on from.
    """

    def __init__(
        self,
        output: Output,
        failures: FailuresFile | FailuresSaid,
        journal: Journal | None,
        marks: list[Mark],
    ) -> None:
        self._output = output
        self._failures = failures
        self._journal = journal
        self.mark = marks[-1] if marks else Mark()
        if journal is not None:
            journal.start(marks)

    def take(self, chunk: Chunk, outcomes: list[Outcome]) -> None:
        """Write a chunk down; the mark comes last, when the system has everything before it."""
        for item, outcome in zip(chunk, outcomes, strict=True):
            if outcome.reason is None:
                self._output.write(item, outcome)
            else:
                self._failures.add(item, outcome)
        failures = self._failures.flush()
        written, files = self._output.flush()
        self.mark = Mark(
            items=self.mark.items + len(chunk),
            failed=self.mark.failed + sum(outcome.reason is not None for outcome in outcomes),
            output=written,
            failures=failures,
            last=fingerprint(chunk[-1]),
            files=files,
        )
        if self._journal is not None:
            self._journal.add(self.mark)

    def close(self) -> None:
        """Stop, leaving everything as it has to be to go on later."""
        self._failures.close()
        self._output.close()
        if self._journal is not None:
            self._journal.close()

    def finish(self) -> None:
        """The batch is complete: everything gets its own name."""
        self._failures.finish()
        self._output.finish()
        if self._journal is not None:
            self._journal.remove()


def to_stream(settings: Settings, stream: BinaryIO, errors: TextIO | None = None) -> Recorder:
    """A recorder that writes to standard output."""
    before = "---\n" if settings.format == "yaml" else ""
    return Recorder(Stream(stream, before), FailuresSaid(errors or sys.stderr), None, [])


def to_path(settings: Settings, path: Path, asked: dict[str, Any], resume: bool) -> Recorder:
    """A recorder that writes a file or a folder, going on where a stopped run left off.

    Raises:
        BatchError: it cannot be written there, or belongs to another batch.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise BatchError(f"{path} is no file; leave --output out to write to standard output, as into a pipe")
    try:
        if settings.format == "yaml":
            path.parent.mkdir(parents=True, exist_ok=True)
        journal = Journal(journal_path(path), asked)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        return _going_on(settings, path, journal, resume)
    except OSError as error:
        journal.close()
        raise _unwritable(path, error) from error
    except BatchError:
        journal.close()
        raise


def _going_on(settings: Settings, path: Path, journal: Journal, resume: bool) -> Recorder:
    """A recorder for what the marks of a journal leave to do."""
    goes_on = journal.is_of_a_stopped_run
    marks = _holding(journal.marks() if resume else [], settings, path)
    last = marks[-1] if marks else Mark()
    failures = FailuresFile(failed_path(path), last.failures.bytes, goes_on)
    try:
        return Recorder(_output(settings, path, marks, goes_on), failures, journal, marks)
    except (BatchError, OSError):
        failures.give_up()
        raise


def _output(settings: Settings, path: Path, marks: list[Mark], goes_on: bool) -> Output:
    if settings.format == "yaml":
        return YamlFolder(path, {file.name.lower() for mark in marks for file in mark.files})
    if path.is_dir():
        raise BatchError(f"{path} is a folder; name a file for JSON Lines, or ask for YAML")
    return LinesFile(path, marks[-1].output.bytes if marks else 0, goes_on)


def _unwritable(path: Path, error: OSError) -> BatchError:
    return BatchError(f"{path} cannot be written: {error.strerror}; name another place with --output")


def _holding(marks: list[Mark], settings: Settings, path: Path) -> list[Mark]:
    """The marks whose bytes are really in the files, each told by its hash: somebody else may have been there."""
    put_aside = holding(part_of(failed_path(path)), (mark.failures for mark in marks))
    if settings.format == "yaml":
        return list(takewhile(lambda mark: _has(path, mark), marks[:put_aside]))
    return marks[: min(put_aside, holding(part_of(path), (mark.output for mark in marks)))]


def _has(folder: Path, mark: Mark) -> bool:
    """Whether each file of a mark is in the folder as it was written."""
    paths = ((folder / f"{file.name}.yaml", file.sha256) for file in mark.files)
    return all(
        path.is_file() and holding(path, [Written(path.stat().st_size, sha256)]) for path, sha256 in paths
    )
