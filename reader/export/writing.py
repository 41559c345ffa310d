"""Files that are either written whole or not at all."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from reader.article.sanitise import visible
from reader.atomic import replace_file
from reader.export.ours import begins_alike

MAKE_ROOM = "make room and give the same command again"


class OutputError(Exception):
    """The output cannot be written; one line that says why and what to do."""


def write_text(path: Path, text: str) -> None:
    """Write ``text`` to ``path``; what stood there stays until the new text is complete.

    Raises:
        OutputError: it cannot be written there.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe, a terminal, /dev/stdout
            path.write_text(text, "utf-8")
        else:
            _replace(path, text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        name = visible(path)
        mend = MAKE_ROOM if is_full(error) else "name another file with --output"
        raise OutputError(f"{name} cannot be written ({reason}); {mend}") from error


def is_full(error: Exception) -> bool:
    """Whether the disk, or what a person may use of it, is full."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write each of ``files`` (name -> text) into ``folder``, which is made if it is not there.

    Raises:
        OutputError: one of them cannot be written, or would replace a file that does not begin as it does.
    """
    for name, text in files.items():
        if (folder / name).exists() and not begins_alike(folder / name, text):
            raise OutputError(f"{visible(folder / name)} is there and is another table; name another folder")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        name = visible(folder)
        raise OutputError(f"{name} cannot be made a folder ({error.strerror}); name another") from error
    for name, text in files.items():
        write_text(folder / name, text)


def _replace(path: Path, text: str) -> None:
    path = path.resolve()  # through a link to the file it names
    mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
    replace_file(path, text.encode(), mode)


def _umask() -> int:
    """The process's mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def export_path(source: str | None, folder: Path, text: str) -> Path:
    """Where a key in the app writes an export of ``source``: a name in ``folder`` that overwrites nothing.

    A file that already holds the same text is that name.
    """
    stem = Path(source).stem if source and source != "-" else "article"
    stem = "".join(c if c.isalnum() or c in "-_." else "-" for c in stem).strip("-.")[:80] or "article"
    number = 1
    while True:
        path = folder / (f"{stem}.reader.yaml" if number == 1 else f"{stem}.reader-{number}.yaml")
        if not path.exists() or (path.is_file() and path.read_bytes() == text.encode("utf-8")):
            return path
        number += 1
