"""From the settings file to Settings, and to a list of what is wrong with it. Never raises."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reader.config.keys import conflicts, known, normal
from reader.config.plainfile import is_there
from reader.config.problems import Problem
from reader.config.settings import DEFAULTS, FIELDS, Settings
from reader.config.yamlfile import Located, read_mapping, read_plainly
from reader.folders import settings_file

Say = Callable[[int, str], None]


class UnfitError(ValueError):
    """A value that a setting cannot have; the message says what it can."""


def load_settings(
    path: Path | None = None, bindings: Callable[[], Mapping[str, str]] | None = None
) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, and everything in the file that was not followed.

    Args:
        path: the file; :func:`settings_file` when None. One that is not there sets nothing.
        bindings: tells the actions there are, each with its keys as Textual writes them ("j,down");
            it is asked where the file has keys. Without it, it is not checked which actions exist and
            what else a key does.
    """
    path = path or settings_file()
    if not is_there(path):
        return DEFAULTS, ()
    entries = read_plainly(path)
    if entries is not None:
        settings, problems = _followed(path, entries, bindings)
        if not problems:
            return settings, ()
    entries, wrong = read_mapping(path)  # with the lines that there is something to say about
    settings, problems = _followed(path, entries, bindings)
    return settings, tuple(sorted([*wrong, *problems], key=lambda problem: problem.line or 0))


def _followed(
    path: Path, entries: Mapping[str, Located], bindings: Callable[[], Mapping[str, str]] | None
) -> tuple[Settings, list[Problem]]:
    """The settings that the entries make, and what was not followed."""
    problems: list[Problem] = []
    made: dict[str, Any] = {}

    def say(line: int, reason: str) -> None:
        problems.append(Problem(path, line, reason))

    for name, entry in entries.items():
        if name not in FIELDS:
            say(entry.line, f"there is no setting {name!r}{like(name, FIELDS)}")
        elif name == "keys":
            made["keys"] = _keys(entry, bindings and bindings(), say)
        else:
            try:
                made[name] = _value(name, entry)
            except UnfitError as error:
                say(entry.line, f"{name} {error}")
    return replace(DEFAULTS, **made), problems


def like(name: str, names: Mapping[str, object] | tuple[str, ...]) -> str:
    """A word about what may have been meant."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(names), 1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _value(name: str, entry: Located) -> object:
    """A value of the type its default has, within the bounds of its field."""
    value, default, check = entry.plain, getattr(DEFAULTS, name), FIELDS[name].metadata
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise UnfitError("must be true or false")
    elif isinstance(default, int):
        if type(value) is not int or not check["least"] <= value <= check["most"]:
            raise UnfitError(f"must be a whole number from {check['least']} to {check['most']}")
    elif isinstance(default, tuple):
        if not isinstance(value, list) or not all(member in check["of"] for member in value):
            raise UnfitError(f"must be a list of some of: {', '.join(check['of'])}")
        return tuple(member for member in check["of"] if member in value)
    elif not isinstance(value, str) or not value:
        raise UnfitError("must be a name")
    elif value not in check.get("of", (value,)):
        raise UnfitError(f"must be one of: {', '.join(check['of'])}")
    return value


def _keys(entry: Located, bindings: Mapping[str, str] | None, say: Say) -> Mapping[str, str]:
    if not isinstance(entry.value, dict):
        say(entry.line, "keys must hold lines of the form action: key")
        return DEFAULTS.keys
    chosen: dict[str, str] = {}
    for id, wanted in entry.value.items():
        if bindings is not None and id not in bindings:
            say(wanted.line, f"there is no action {id!r} to give a key{like(id, bindings)}")
            continue
        try:
            chosen[id] = _key_list(wanted.plain)
        except UnfitError as error:
            say(wanted.line, f"{id} {error}")
    for id, other, key in list(conflicts(chosen, bindings or {})):
        say(entry.value[id].line, f"{id} cannot have the key {key!r}: {other} has it")
        chosen.pop(id, None)
    return MappingProxyType(chosen)


def _key_list(wanted: object) -> str:
    """Keys as Textual wants them: "s", ["s", "n"] or "s, n" is "s,n"."""
    if isinstance(wanted, int) and not isinstance(wanted, bool) and 0 <= wanted <= 9:
        wanted = str(wanted)
    if isinstance(wanted, str) and len(wanted) > 1:
        wanted = [key for key in wanted.split(",") if key.strip()]
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if not isinstance(wanted, list) or not wanted or not all(isinstance(key, (str, int)) for key in wanted):
        raise UnfitError("must be a key, or a list of keys")
    keys = [normal(str(key)) for key in wanted]
    for key, given in zip(keys, wanted, strict=True):
        if not known(key):
            raise UnfitError(f"has {given!r}, which is not the name of a key")
    return ",".join(dict.fromkeys(keys))
