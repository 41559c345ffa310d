"""The plain corner of YAML that the shipped data files keep to, read without the YAML library.

Importing that library takes longer than the first paint may. Whatever is not plain here is left
to it: every file this reads, it reads as YAML does.
"""

import re

_LINE = re.compile(r"(?P<in>  )?(?P<name>[A-Za-z][\w-]*):(?: (?P<value>\S.*?))?\s*")
_QUOTED = re.compile(r'"([^"\\]*)"')
_WORDS = re.compile(r"[A-Za-z][\w ,.;-]*")
_CONSTANTS = {"true": True, "false": False}
_AMBIGUOUS = re.compile(r"true|false|yes|no|on|off|null", re.IGNORECASE)

Simple = dict[str, "str | bool | dict[str, str | bool]"]


def read_simple(text: str) -> Simple | None:
    """Lines ``name: value``, and beneath a name alone such lines indented by two; else None."""
    made: Simple = {}
    inside: dict[str, str | bool] | None = None
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None or (found["in"] and inside is None):
            return None
        target = inside if found["in"] and inside is not None else made
        if found["name"] in target:
            return None
        if found["value"] is None:
            if found["in"]:
                return None
            made[found["name"]] = inside = {}
            continue
        value = _value(found["value"])
        if value is None:
            return None
        target[found["name"]] = value
        inside = inside if found["in"] else None
    return made


def _value(written: str) -> str | bool | None:
    if quoted := _QUOTED.fullmatch(written):
        return quoted[1]
    if written in _CONSTANTS:
        return _CONSTANTS[written]
    return written if _WORDS.fullmatch(written) and not _AMBIGUOUS.fullmatch(written) else None
