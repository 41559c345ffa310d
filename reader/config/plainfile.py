"""The bytes of a file a person may have put anything in the place of: read if it is a file, and never waited for."""

import os
import stat
from pathlib import Path

LARGEST = 256 * 1024  # bytes; a settings or theme file is a thousandth of that
_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe"),
    (stat.S_ISSOCK, "it is a socket"),
)


def is_there(path: Path) -> bool:
    """Whether there is anything of that name, be it a link that leads nowhere or what nobody may look at."""
    try:
        os.lstat(path)
    except OSError as error:
        return not isinstance(error, FileNotFoundError | NotADirectoryError)
    return True


def content_of(path: Path) -> bytes:
    """What the file holds.

    Raises:
        FileNotFoundError: there is nothing of that name.
        OSError: it cannot be read, or is no file; ``strerror`` says why.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        if wrong := _wrong_with(os.fstat(handle)):
            raise OSError(0, wrong, str(path))
        return os.read(handle, LARGEST)
    finally:
        os.close(handle)


def _wrong_with(about: os.stat_result) -> str | None:
    if not stat.S_ISREG(about.st_mode):
        return next((kind for is_one, kind in _KINDS if is_one(about.st_mode)), "it is a device")
    return "it is too large to be a file of settings" if about.st_size > LARGEST else None
