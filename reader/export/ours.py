"""Files that reader wrote itself, told by how they begin: those may be written anew, others of their name may not."""

import json
import os
import stat
from pathlib import Path

_HEAD = 1 << 16  # bytes of a file that are looked at
FAILURE_KEYS = {"id", "source", "line", "reason", "input"}
"""What each line says of a document that was put aside."""


def is_yaml_export(path: Path) -> bool:
    """Whether an export in YAML stands there, or nothing at all."""
    head = _head(path)
    return head is not None and (not head or (head.startswith(b"schema: ") and b"\narticle:\n" in head))


def is_lines_export(path: Path) -> bool:
    """Whether exports stand there, one a line, or nothing at all."""
    head = _head(path)
    return head is not None and (not head or (head.startswith(b'{"id": ') and b', "schema": ' in head))


def is_failures(path: Path) -> bool:
    """Whether documents stand there that were put aside, or nothing at all."""
    head = _head(path)
    if not head:
        return head is not None
    line, whole, _ = head.partition(b"\n")
    if not whole:  # a line longer than the head: one that holds an article
        return all(f'"{key}": '.encode() in head for key in FAILURE_KEYS - {"input"}) and head.startswith(
            b'{"id": '
        )
    try:
        found = json.loads(line)
    except ValueError:
        return False
    return isinstance(found, dict) and set(found) == FAILURE_KEYS


def begins_alike(path: Path, text: str) -> bool:
    """Whether a file's first line is that of ``text``, as with two CSV tables of one kind; True of an empty one."""
    head = _head(path)
    return head is not None and (not head or _first(head) == _first(text.encode()))


def _first(content: bytes) -> bytes:
    return content.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].rstrip(b"\r")


def _head(path: Path) -> bytes | None:
    """How a file begins; None when there is no file of that name, or one that is a link or none that one can read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with os.fdopen(descriptor, "rb") as file:
        return file.read(_HEAD)
