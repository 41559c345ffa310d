"""JSON files that several readers share: read without trust, changed under a lock, replaced whole."""

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


def read(path: Path, parse: Callable[[object], T], empty: T) -> T:
    """What a file holds; ``empty`` where there is none. One that cannot be understood is set aside.

    Raises:
        OSError: it is there and cannot be read.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError("too large")
        text = path.read_text("utf-8")
        import json  # which a person who is new here does not need before the first frame

        return parse(json.loads(text))
    except FileNotFoundError:
        return empty
    except (ValueError, RecursionError):
        set_aside(path)
        return empty


def set_aside(path: Path) -> None:
    """Put a broken file out of the way, for a person to look at; the last one of its name is kept."""
    with suppress(OSError):
        path.replace(path.with_name(path.name + BROKEN))


def write(path: Path, data: object) -> None:
    """Replace a file as a whole.

    Raises:
        OSError: it cannot be written.
    """
    import json

    path.parent.mkdir(parents=True, exist_ok=True)
    # Half of a surrogate pair, which a file may have had as an escape, is no reason to lose the rest.
    replace_file(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Alone among all readers that share the folder.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as file:
        try:
            import fcntl
        except ImportError:  # not a POSIX system: files are still replaced whole
            yield
            return
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


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
