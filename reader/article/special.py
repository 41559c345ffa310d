"""What a path can name besides a file: a folder, a device, a pipe that somebody writes to or has yet to."""

import os
import stat
from pathlib import Path
from select import select

from reader.article.errors import ArticleError
from reader.article.unpacking import read_bounded

WAIT = 5.0
"""Seconds in which somebody has to begin to write to a pipe; how long they take from then on is their affair."""


def contents(path: Path, mode: int, name: str) -> bytes:
    """What can be read from ``path``, which is no plain file.

    Args:
        mode: its kind, as ``os.stat`` gives it.
        name: the path for people to read.

    Raises:
        ArticleError: nothing can, or too much.
        OSError: as the system says.
    """
    if stat.S_ISDIR(mode):
        raise ArticleError(f"{name} is a folder; name a file in it")
    if stat.S_ISFIFO(mode):
        return _piped(path, name)
    if (stat.S_ISCHR(mode) or stat.S_ISBLK(mode)) and not _is_piped_in(path):
        raise ArticleError(f"{name} is a device and holds no article; name a file, or - for what is piped in")
    with path.open("rb") as stream:
        return read_bounded(stream)


def _piped(path: Path, name: str) -> bytes:
    """What somebody writes to a pipe; merely to open one that nobody writes to takes for ever."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as pipe:
        first: bytes | None = None
        if not select([pipe], [], [], WAIT)[0]:
            first = pipe.read(1)  # None where somebody is there who has yet to say something
        if first == b"":
            raise ArticleError(f"{name} is a pipe that nobody writes to; start first what writes to it")
        os.set_blocking(pipe.fileno(), True)
        return (first or b"") + read_bounded(pipe)


def _is_piped_in(path: Path) -> bool:
    """Whether it is standard input by another name, and that is not the keyboard."""
    try:
        return os.path.samestat(path.stat(), os.fstat(0)) and not os.isatty(0)
    except OSError:
        return False
