"""Settings as YAML, for people to read; and one value changed without touching the rest of the file."""

import os
import re
from pathlib import Path

from reader.atomic import replace_file
from reader.config.plainfile import content_of
from reader.config.settings import FIELDS, Settings
from reader.folders import settings_file


def as_yaml(settings: Settings) -> str:
    """Every setting with its value and, as a comment, what it means."""
    lines: list[str] = []
    for name, each in FIELDS.items():
        lines += [f"# {each.metadata['says']}", f"{name}: {_written(getattr(settings, name))}"]
    return "\n".join(lines) + "\n"


def set_value(name: str, value: str | int | bool, path: Path | None = None) -> None:
    """Set one simple value in the settings file; comments and everything else stay as they are.

    Raises:
        OSError: the file cannot be read or written.
    """
    path = Path(os.path.realpath(path or settings_file()))  # a link to the file stays a link to it
    line = f"{name}: {_written(value)}"
    text = _text_of(path)
    text, found = _pattern(name).subn(lambda _: line, text, count=1)
    if not found:
        text = f"{text.rstrip()}\n{line}\n".lstrip()
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, text.encode())


def line_of(name: str, path: Path | None = None) -> int | None:
    """The line of the settings file that sets something, counted from 1; None where none does."""
    try:
        text = _text_of(path or settings_file())
    except OSError:
        return None
    found = _pattern(name).search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def _text_of(path: Path) -> str:
    """What the file holds; nothing where there is none.

    Raises:
        OSError: it cannot be read as text.
    """
    try:
        return content_of(path).decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise OSError(0, "it is not UTF-8", str(path)) from None


def _pattern(name: str) -> re.Pattern[str]:
    """A line that sets ``name``."""
    return re.compile(rf"^{re.escape(name)}[ \t]*:[^\n]*$", re.MULTILINE)


def _written(value: object) -> str:
    """JSON's way of writing a value is YAML's too; plain words need no quotes."""
    import json

    if isinstance(value, str):
        return (
            value if re.fullmatch(r"[A-Za-z][\w.-]*", value) and not _is_keyword(value) else json.dumps(value)
        )
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(_written(member) for member in value)}]"
    if isinstance(value, bool | int):
        return json.dumps(value)
    assert hasattr(value, "items")
    return "{" + ", ".join(f"{key}: {json.dumps(keys)}" for key, keys in value.items()) + "}"


def _is_keyword(word: str) -> bool:
    return word.lower() in {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
