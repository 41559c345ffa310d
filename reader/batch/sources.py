"""Sources -> items: files, folders, globs, JSON Lines and standard input, read as they are needed."""

import glob
import gzip
import io
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, cast

from reader.article.sanitise import visible
from reader.article.sources import form_of, is_address, standard_input
from reader.article.unpacking import MAX_BYTES
from reader.batch.errors import BatchError
from reader.batch.items import Item
from reader.export import apart
from reader.export.ours import is_failures, is_lines_export
from reader.export.writing import OutputError

RECORDS = {".jsonl", ".ndjson"}
DOCUMENTS = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".mhtml", ".mht"}
_ENDINGS = ".txt, .md, .html, .eml or .jsonl, each perhaps with .gz"


class Sources:
    """The documents of everything that was named, in the order in which it was named.

    A folder gives the articles and JSON Lines in it and below it, by name; a glob what it matches.

    Args:
        sources: paths, folders, globs, http(s) addresses, "-".
        outputs: files that the batch writes. What it wrote into one of the folders before is left out.
        stdin: where "-" reads from; standard input when None.
        stdout: where the batch writes to, if it does.

    Raises:
        BatchError: one of them is not there, or there is no file to read in any of them.
        OutputError: one of them is to be written over.
    """

    def __init__(
        self,
        sources: Sequence[str],
        outputs: Iterable[Path] = (),
        stdin: BinaryIO | None = None,
        stdout: BinaryIO | None = None,
    ) -> None:
        self._sources = sources
        self._stdin = stdin
        self._written = {apart.identity(path): path for path in outputs}
        self._written[apart.of_stream(stdout)] = Path("standard output")
        self._written.pop(None, None)
        if sources.count("-") > 1:
            raise BatchError("standard input (-) can be read once only")
        for source in sources:
            if not _is_elsewhere(source) and not _matches(source):
                raise BatchError(f"there is no file called {visible(source)}; check the path")
        if not any(_is_elsewhere(source) or next(self._paths([source]), None) for source in sources):
            names = " and ".join(map(visible, sources))
            raise BatchError(f"there is nothing to read in {names}; articles end in {_ENDINGS}")
        self._refuse_outputs()

    def total_bytes(self) -> int | None:
        """How much there is to read; None when nobody can tell."""
        if any(map(_is_elsewhere, self._sources)):
            return None
        return sum(_size(path) for path in self._paths(self._sources))

    def __iter__(self) -> Iterator[Item]:
        for source in self._sources:
            if source == "-":
                yield from _from_stream(self._stdin or standard_input())
            elif _is_elsewhere(source):
                yield Item(source)
            else:
                for path in self._paths([source]):
                    yield from _from_file(path)

    def _paths(self, sources: Sequence[str]) -> Iterator[Path]:
        for match in (match for source in sources if not _is_elsewhere(source) for match in _matches(source)):
            if not match.is_dir():
                yield match
            else:
                yield from (path for path in _walk(match) if self._output(path) is None)

    def _output(self, path: Path) -> Path | None:
        """The output that a file is."""
        return self._written.get(apart.identity(path)) if self._written else None

    def _refuse_outputs(self) -> None:
        if not self._written:
            return
        if "-" in self._sources:
            output = self._written.get(apart.of_stream(self._stdin or sys.stdin))
            if output is not None:
                raise OutputError(apart.said("-", output))
        for match in (
            match for source in self._sources if not _is_elsewhere(source) for match in _matches(source)
        ):
            for path in _walk(match) if match.is_dir() else [match]:
                output = self._output(path)
                if output is not None and not (
                    match.is_dir() and (is_lines_export(path) or is_failures(path))
                ):
                    raise OutputError(apart.said(path, output))


def _is_elsewhere(source: str) -> bool:
    return source == "-" or is_address(source)


def _matches(source: str) -> list[Path]:
    """The path of that name, or what matches it as a glob."""
    path = Path(source).expanduser()
    if path.exists():
        return [path]
    matches = glob.glob(str(path), recursive=True)  # noqa: PTH207  (Path.glob takes no absolute patterns)
    return [Path(match) for match in sorted(matches)]


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if form_of(name) in RECORDS | DOCUMENTS and not name.startswith("."):
                yield Path(root, name)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _from_file(path: Path) -> Iterator[Item]:
    if form_of(path.name) in RECORDS:
        yield from _records_in(path)
        return
    name = visible(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise OSError(0, f"larger than {MAX_BYTES // 2**20} MiB; split it first")
        data = path.read_bytes()
    except OSError as error:
        yield Item(name, bytes=_size(path), problem=f"it cannot be read: {error.strerror}")
        return
    yield Item(name, data=data, form=form_of(path.name), bytes=len(data))


def _records_in(path: Path) -> Iterator[Item]:
    try:
        with path.open("rb") as file:
            yield from _records(visible(path), _unpacked(file), file.tell)
    except OSError as error:
        yield Item(visible(path), problem=f"it cannot be read: {error.strerror}")


def _records(name: str, lines: Iterable[bytes], position: Callable[[], int] = lambda: 0) -> Iterator[Item]:
    """One item a line that is not blank; ``position`` tells how much of the input is read."""
    number, before = 0, 0
    try:
        for number, line in enumerate(lines, 1):
            if line.strip():
                at = position()
                yield Item(name, line=number, data=line.strip(), form=".jsonl", bytes=at - before)
                before = at
    except (EOFError, OSError, zlib.error) as error:
        reason = f"the rest cannot be unpacked ({visible(error)}); unpack it by other means"
        yield Item(name, line=number + 1, problem=reason)


def _from_stream(stream: BinaryIO) -> Iterator[Item]:
    """Standard input: JSON Lines when it begins with a bracket, else one article."""
    lines, head = iter(_unpacked(stream)), []
    for line in lines:
        head.append(line)
        if line.strip():
            break
    if head and head[-1].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield from _records("-", chain(head, lines))
    else:
        yield Item("-", data=b"".join(chain(head, lines)))


def _unpacked(stream: BinaryIO) -> Iterable[bytes]:
    buffered: Any = stream if hasattr(stream, "peek") else io.BufferedReader(cast(Any, stream))
    return gzip.GzipFile(fileobj=buffered) if buffered.peek(2)[:2] == b"\x1f\x8b" else buffered
