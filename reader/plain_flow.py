"""The flow collections of plain YAML: ``[a, b]`` and ``{a: 1, b: [2, 3]}``, over any number of lines."""

import re
from collections.abc import Callable
from typing import Any

_TOKEN = re.compile(
    r"""\s*([\[\]{},]|:(?=\s)|"[^"\\\n]*"|'(?:[^'\n]|'')*'|[^\s\[\]{},:"'#][^\[\]{},:"#\n]*)"""
)
_OPENS = re.compile(r"""\s*(?:[\w-]+|"[^"\\]*"): +[\[{]""")
_QUOTED = re.compile(r"""(?<![\w])(?:"[^"]*"|'[^']*')""")
_SIGNS = frozenset("[]{},:")
_END = ""


class NotPlainError(ValueError):
    """The YAML library has to read this."""


def read_flow(text: str, scalar: Callable[[str], Any]) -> Any:
    """The list or mapping that a text is.

    Args:
        text: begins with its bracket.
        scalar: makes a value of what is no collection.

    Raises:
        NotPlainError: it is none, or not plain enough.
    """
    flow = _Flow(text, scalar)
    made = flow.value()
    if flow.next() != _END:
        raise NotPlainError
    return made


def joined(lines: list[str]) -> list[str]:
    """Lines of YAML, those of one flow collection put together."""
    made: list[str] = []
    depth = 0
    for line in lines:
        if depth:
            made[-1] += "\n" + line.strip()
        else:
            made.append(line)
        if depth or _OPENS.match(line):
            bare = _QUOTED.sub("", line)
            depth += bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
    return made


class _Flow:
    """What is left of a flow collection."""

    def __init__(self, text: str, scalar: Callable[[str], Any]) -> None:
        self._text, self._scalar, self._at = text.rstrip(), scalar, 0
        self._token = self._found()

    def _found(self) -> str:
        if self._at == len(self._text):
            return _END
        found = _TOKEN.match(self._text, self._at)
        if found is None:
            raise NotPlainError
        self._at = found.end()
        return found[1].rstrip()

    def next(self) -> str:
        """Take the next token; ``_END`` after the last."""
        token = self._token
        self._token = self._found() if token != _END else _END
        return token

    def value(self) -> Any:
        """Take a value of any kind."""
        token = self.next()
        if token == "[":
            return self._list()
        if token == "{":
            return self._mapping()
        if token in _SIGNS or token == _END:
            raise NotPlainError
        return self._scalar(token)

    def _list(self) -> list[Any]:
        made: list[Any] = []
        while self._token != "]":
            made.append(self.value())
            self._parted("]")
        self.next()
        return made

    def _mapping(self) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while self._token != "}":
            name = self.value()
            if not isinstance(name, str) or name in made or self.next() != ":":
                raise NotPlainError
            made[name] = self.value()
            self._parted("}")
        self.next()
        return made

    def _parted(self, closes: str) -> None:
        """Take the comma that parts two members, or comes behind the last."""
        if self._token == ",":
            self.next()
        elif self._token != closes:
            raise NotPlainError
