"""The plain corner of YAML that the shipped data files keep to, read without the YAML library.

Importing that library takes longer than the first paint may. Whatever is not plain here is left
to it: every file this reads, it reads as YAML does.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.plain_flow import NotPlainError, joined, read_flow

_ENTRY = re.compile(r"""(?:([A-Za-z][\w-]*)|"([^"\\]+)"):(?: +(\S.*))?""", re.S)
_SCALAR = re.compile(
    r""""(?P<double>[^"\\]*)"|'(?P<single>(?:[^']|'')*)'|(?P<number>(?:0|[1-9]\d*)(?:\.\d+)?)"""
    r"""|(?P<words>(?:[A-Za-z]|[^\x00-\x7f])[\w ,.;/'-]*)"""
)
_CONSTANTS = {"true": True, "false": False}
_AMBIGUOUS = {"true", "false", "yes", "no", "on", "off", "null"}

Scalar = str | bool | int | float
Plain = dict[str, Any]


def load(path: Path) -> Any:
    """The content of a shipped data file, read without the YAML library where it is plain.

    Raises:
        ValueError: the file is not YAML; the message names file, line and reason.
    """
    text = path.read_text("utf-8")
    plain = read_plain(text)
    return _by_library(path, text) if plain is None else plain


def _by_library(path: Path, text: str) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where it was built
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name}: {error}") from error


def read_plain(text: str) -> Plain | None:
    """A mapping of scalars, of lists and of mappings of scalars, one to a line; else None.

    A flow collection ("[a, b]") may stand wherever a scalar may.
    """
    made: Plain = {}
    try:
        for line, beneath in _parted(text):
            name, written = _entry(line)
            if name in made or (written is not None and beneath):
                return None
            made[name] = _collection(beneath) if written is None else _value(written)
    except NotPlainError:
        return None
    return made


def _parted(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each line that is not indented, with those beneath it that are, by two; comments and blanks apart."""
    if not all(line.isprintable() for line in text.splitlines()):
        raise NotPlainError
    told = [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    lines = joined(told)
    starts = [at for at, line in enumerate(lines) if not line.startswith("  ")]
    if starts[:1] != [0]:  # nothing at all, or something indented first
        raise NotPlainError
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start], [line[2:] for line in lines[start + 1 : end]]


def _entry(line: str) -> tuple[str, str | None]:
    found = _ENTRY.fullmatch(line)
    if found is None or (found[1] or "").lower() in _AMBIGUOUS:
        raise NotPlainError
    return found[1] or found[2], found[3]


def _collection(lines: list[str]) -> list[Any] | dict[str, Any]:
    if lines and all(line.startswith("- ") for line in lines):
        return [_value(line[2:]) for line in lines]
    entries = [_entry(line) for line in lines]
    made = {name: _value(written) for name, written in entries if written is not None}
    if not lines or len(made) < len(lines):
        raise NotPlainError
    return made


def _value(written: str) -> Any:
    return read_flow(written, _scalar) if written.startswith(("[", "{")) else _scalar(written)


def _scalar(written: str) -> Scalar:
    found = _SCALAR.fullmatch(written)
    if found is None:
        raise NotPlainError
    if found["double"] is not None:
        return found["double"]
    if found["single"] is not None:
        return found["single"].replace("''", "'")
    if found["number"]:
        return float(written) if "." in written else int(written)
    if written not in _CONSTANTS and written.lower() in _AMBIGUOUS:
        raise NotPlainError
    return _CONSTANTS.get(written, written)
