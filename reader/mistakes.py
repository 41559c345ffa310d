"""The log of mistakes in reader itself: what a person sends along who reports one."""

import os
import traceback
from datetime import datetime
from pathlib import Path

from reader import __version__
from reader.folders import state_folder

LIMIT = 1 << 20  # bytes, after which the log is put aside and begun anew


def log_file() -> Path:
    """Where the log lies, there or not."""
    return state_folder() / "mistakes.log"


def keep(error: BaseException, about: str) -> str | None:
    """Add the traceback of a mistake to the log.

    Args:
        about: what was being done, in a line.

    Returns:
        Where the log lies, for people to read; None where it could not be written.
    """
    path = log_file()
    told = "".join(traceback.format_exception(error))
    head = f"{datetime.now().astimezone().isoformat(timespec='seconds')} reader {__version__}: {about}"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _add(path, f"{head}\n{told}\n".encode("utf-8", "backslashreplace")[:LIMIT])
    except OSError:
        return None
    return _at_home(path)


def _add(path: Path, entry: bytes) -> None:
    """One write, so that what several processes add does not mix; never through a link."""
    if path.exists() and path.stat().st_size > LIMIT:
        path.replace(path.with_suffix(".old.log"))
    out = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        os.write(out, entry)
    finally:
        os.close(out)


def _at_home(path: Path) -> str:
    """With "~" for the person's own folder, which is shorter in a narrow panel."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
