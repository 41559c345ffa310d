"""JSON files that several readers share: read without trust, changed under a lock, replaced whole."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from reader.atomic import UNFINISHED, replace_file

T = TypeVar("T")
LARGEST = 8 * 1024 * 1024  # bytes
LOCK = ".lock"
BROKEN = ".broken"
PATIENCE = 5.0
"""Seconds in which whoever else holds the lock has to let go of it: a change takes a few thousandths."""
_LOOK = 0.001  # seconds between two looks at the lock


def read(path: Path, parse: Callable[[object], T], empty: T) -> T:
    """What a file holds; ``empty`` where there is none. One that cannot be understood is set aside.

    Raises:
        OSError: it is there and cannot be read, or is larger than any that is written.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        text = path.read_text("utf-8")
        import json  # which a person who is new here does not need before the first frame

        return parse(json.loads(text))
    except FileNotFoundError:
        return empty
    except (ValueError, RecursionError):
        set_aside(path)
        return empty


def set_aside(path: Path) -> None:
    """Put a broken file out of the way, for a person to look at, beside those that were before."""
    aside, number = path.with_name(path.name + BROKEN), 1
    while os.path.lexists(aside):
        number += 1
        aside = path.with_name(f"{path.name}{BROKEN}-{number}")
    with suppress(OSError):
        path.rename(aside)


def write(path: Path, content: bytes) -> None:
    """Replace a file as a whole.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(path, content)


def encoded(data: object, parse: Callable[[object], object]) -> bytes:
    """What a file that keeps ``data`` holds, so that it can be read again whatever is in it.

    Raises:
        RefusedError: a file may not be so large, or ``parse`` would not take it back.
    """
    import json

    # Half of a surrogate pair, which a file may have had as an escape, is no reason to lose the rest.
    content = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    if len(content) > LARGEST:
        raise RefusedError(
            f"more than {LARGEST >> 20} MiB cannot be kept of one article; remove something first"
        )
    try:
        parse(json.loads(content))
    except (ValueError, RecursionError) as error:
        raise RefusedError(f"it cannot be kept ({error})") from error
    return content


class RefusedError(ValueError):
    """A change that is not made; one line that says why and what to do."""


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Alone among all readers that share the folder, which is its owner's alone.

    Raises:
        OSError: the folder cannot be written to, or somebody has held the lock for longer than ``patience`` seconds.
    """
    _make_private(folder)
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    lock = folder / LOCK
    with os.fdopen(os.open(lock, flags, 0o600), "r+b") as file:
        with suppress(OSError):  # of another account
            os.fchmod(file.fileno(), 0o600)
        try:
            import fcntl
        except ImportError:  # not a POSIX system: files are still replaced whole
            yield
            return
        end = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= end:
                    raise OSError(errno.EBUSY, "another program holds it", str(lock)) from None
                time.sleep(_LOOK)
        yield


def _make_private(folder: Path) -> None:
    """Make the folder, and take from others what they may do in the one that is made where nobody named any."""
    try:
        folder.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        if not folder.is_dir():
            raise
        if "READER_STATE_DIR" not in os.environ and folder.stat().st_mode & 0o077:
            with suppress(OSError):
                folder.chmod(0o700)


def prune(folder: Path, most: int, spare: Callable[[Path], bool]) -> None:
    """Take away the oldest files beyond ``most`` that nothing speaks for, and leftovers of broken writes."""
    with suppress(OSError):
        day_ago = time.time() - 86_400
        for part in folder.glob(f".*{UNFINISHED}"):
            if part.stat().st_mtime < day_ago:
                part.unlink(missing_ok=True)
        files = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[most:]:
            if not spare(path):
                path.unlink(missing_ok=True)
