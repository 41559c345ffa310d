"""The plain corner of YAML that the shipped data files keep to, read without the YAML library.

Importing that library takes longer than the first paint may. Whatever is not plain here is left
to it: every file this reads, it reads as YAML does.
"""

import re
from collections.abc import Iterator

_ENTRY = re.compile(r"([A-Za-z][\w-]*):(?: +(\S.*))?")
_SCALAR = re.compile(
    r""""(?P<double>[^"\\]*)"|'(?P<single>(?:[^']|'')*)'|(?P<whole>0|[1-9]\d*)|(?P<words>[A-Za-z][\w ,.;-]*)"""
)
_CONSTANTS = {"true": True, "false": False}
_AMBIGUOUS = {"true", "false", "yes", "no", "on", "off", "null"}

Scalar = str | bool | int
Plain = dict[str, Scalar | list[Scalar] | dict[str, Scalar]]


class _NotPlainError(ValueError):
    """The YAML library has to read this."""


def read_plain(text: str) -> Plain | None:
    """A mapping of scalars, of lists of scalars and of mappings of scalars, one to a line; else None."""
    made: Plain = {}
    try:
        for line, beneath in _parted(text):
            name, written = _entry(line)
            if name in made or (written is not None and beneath):
                return None
            made[name] = _collection(beneath) if written is None else _scalar(written)
    except _NotPlainError:
        return None
    return made


def _parted(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each line that is not indented, with those beneath it that are, by two; comments and blanks apart."""
    if not all(line.isprintable() for line in text.splitlines()):
        raise _NotPlainError
    lines = [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    starts = [at for at, line in enumerate(lines) if not line.startswith("  ")]
    if starts[:1] != [0]:  # nothing at all, or something indented first
        raise _NotPlainError
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start], [line[2:] for line in lines[start + 1 : end]]


def _entry(line: str) -> tuple[str, str | None]:
    found = _ENTRY.fullmatch(line)
    if found is None or found[1].lower() in _AMBIGUOUS:
        raise _NotPlainError
    return found[1], found[2]


def _collection(lines: list[str]) -> list[Scalar] | dict[str, Scalar]:
    if lines and all(line.startswith("- ") for line in lines):
        return [_scalar(line[2:]) for line in lines]
    entries = [_entry(line) for line in lines]
    made = {name: _scalar(written) for name, written in entries if written is not None}
    if not lines or len(made) < len(lines):
        raise _NotPlainError
    return made


def _scalar(written: str) -> Scalar:
    found = _SCALAR.fullmatch(written)
    if found is None:
        raise _NotPlainError
    if found["double"] is not None:
        return found["double"]
    if found["single"] is not None:
        return found["single"].replace("''", "'")
    if found["whole"]:
        return int(written)
    if written not in _CONSTANTS and written.lower() in _AMBIGUOUS:
        raise _NotPlainError
    return _CONSTANTS.get(written, written)
