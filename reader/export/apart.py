"""What is written kept apart from what is read: an output is never a file that the same run reads, by whatever name.

Files are told apart by device and inode, so that links, other spellings and redirections are seen through.
"""

import io
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, TextIO

from reader.article.sanitise import visible
from reader.article.sources import is_address
from reader.export.writing import OutputError

Identity = tuple[int, int]
"""Device and inode of a file."""


def identity(file: Path | int) -> Identity | None:
    """Of the file at a path, through links, or behind a descriptor; None where there is no file that has a content."""
    try:
        state = os.fstat(file) if isinstance(file, int) else file.stat()
    except (OSError, ValueError):  # there is none, or the name cannot be one
        return None
    return (state.st_dev, state.st_ino) if stat.S_ISREG(state.st_mode) else None


def of_stream(stream: BinaryIO | TextIO | None) -> Identity | None:
    """Of the file that a stream was redirected to or from; None where it was not."""
    try:
        return None if stream is None else identity(stream.fileno())
    except (OSError, ValueError, io.UnsupportedOperation):
        return None


def path_of(source: str) -> Path | None:
    """Where a source lies; None for an address and for standard input."""
    return None if source == "-" or is_address(source) else Path(source).expanduser()


def refuse_inputs(
    sources: Iterable[str],
    outputs: Iterable[Path],
    stdin: BinaryIO | TextIO | None,
    stdout: TextIO | None = None,
) -> None:
    """Nothing, unless one of the files to be written is one that is read.

    Args:
        stdin: where "-" reads from.
        stdout: where it is written to instead, or as well.

    Raises:
        OutputError: it is, and nothing of it has been touched.
    """
    read = {of_stream(stdin) if source == "-" else _of(source): source for source in sources}
    read.pop(None, None)
    for output in outputs:
        if (source := read.get(identity(output))) is not None:
            raise OutputError(said(source, output))
    if (source := read.get(of_stream(stdout))) is not None:
        raise OutputError(f"{visible(source)} is what standard output is written to; write to another file")


def said(source: str | Path, output: Path) -> str:
    """The line that refuses an output."""
    read = "standard input" if source == "-" else visible(source)
    as_well = "" if read == visible(output) else f", as {read}"
    return f"{visible(output)} is read{as_well}, and would be written over; name another output"


def _of(source: str) -> Identity | None:
    path = path_of(source)
    return None if path is None else identity(path)
