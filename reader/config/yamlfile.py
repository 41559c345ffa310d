"""YAML read with the line of every value, so that whoever wrote it can be told where."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.config.plainfile import content_of
from reader.config.problems import Problem
from reader.plain_yaml import read_plain

if TYPE_CHECKING:
    import yaml

_WIDEST = (
    1_000  # bits of a number; a longer one is taken as it is written, since it cannot be written out again
)
MOST = 20_000  # values; a file of aliases of aliases can hold billions


class Located(NamedTuple):
    """A value and its line. A mapping's values and a list's members are Located too."""

    value: object
    line: int

    @property
    def plain(self) -> object:
        """The value without lines."""
        if isinstance(self.value, dict):
            return {key: entry.plain for key, entry in self.value.items()}
        return [entry.plain for entry in self.value] if isinstance(self.value, list) else self.value


def read_plainly(path: Path) -> dict[str, Located] | None:
    """The entries of a file that is plain enough to be read without the YAML library, each at line 0; else None."""
    try:
        plain = read_plain(content_of(path).decode("utf-8"))
    except (OSError, ValueError, RecursionError):  # not UTF-8, or a number of thousands of digits
        return None
    return None if plain is None else {name: _nowhere(value) for name, value in plain.items()}


def _nowhere(value: object) -> Located:
    if isinstance(value, dict):
        return Located({name: _nowhere(inner) for name, inner in value.items()}, 0)
    return Located([_nowhere(each) for each in value] if isinstance(value, list) else value, 0)


def read_mapping(path: Path) -> tuple[dict[str, Located], list[Problem]]:
    """The entries of a YAML file that holds one mapping; empty with a reason where it does not."""
    try:
        content = content_of(path)
    except OSError as error:
        return {}, [Problem(path, None, f"cannot be read: {error.strerror or error}")]
    try:
        return _mapping_of(path, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return {}, [Problem(path, line, "is not UTF-8, which a text of YAML has to be")]
    except RecursionError:
        return {}, [Problem(path, None, "contains itself, or far too much")]


def _mapping_of(path: Path, text: str) -> tuple[dict[str, Located], list[Problem]]:
    """As :func:`read_mapping`.

    Raises:
        RecursionError: it holds itself, or more than any person writes.
    """
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return {}, [Problem(path, mark.line + 1 if mark else None, f"is not YAML: {_said(error)}")]
    except yaml.reader.ReaderError as error:
        reason = f"is not YAML: it has the character U+{error.character:04X}"
        return {}, [Problem(path, text.count("\n", 0, error.position) + 1, reason)]
    if root is None:
        return {}, []
    if not isinstance(root, yaml.MappingNode):
        return {}, [Problem(path, root.start_mark.line + 1, "must hold lines of the form name: value")]
    problems: list[Problem] = []
    return dict(_Reader(path, problems).entries(root)), problems


def _said(error: "yaml.MarkedYAMLError") -> str:
    """What the library says is wrong, and what people mostly did."""
    said = str(error.problem)
    if "'\\t'" in said:
        return "it is indented with a tab; use blanks"
    begun, found = error.context_mark, error.problem_mark
    if begun and found and begun.line != found.line:
        return f"{said}; perhaps something in line {begun.line + 1} is not closed"
    return said


class _Reader:
    """Turns nodes into values, and keeps what was wrong with them."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.path, self.problems, self.left = path, problems, MOST

    def read(self, node: object) -> Located:
        """The value of a node.

        Raises:
            RecursionError: it holds itself, or more than any person writes.
        """
        import yaml

        self.left -= 1
        if self.left < 0:
            raise RecursionError
        if isinstance(node, yaml.MappingNode):
            return Located(dict(self.entries(node)), node.start_mark.line + 1)
        if isinstance(node, yaml.SequenceNode):
            return Located([self.read(member) for member in node.value], node.start_mark.line + 1)
        assert isinstance(node, yaml.ScalarNode)
        return Located(self._scalar(node), node.start_mark.line + 1)

    def _scalar(self, node: "yaml.ScalarNode") -> object:
        import yaml

        loader = yaml.SafeLoader("")
        try:
            value = loader.construct_object(node, deep=True)
        except (yaml.YAMLError, ValueError):
            return node.value
        return node.value if isinstance(value, int) and value.bit_length() > _WIDEST else value

    def entries(self, node: "yaml.MappingNode") -> Iterator[tuple[str, Located]]:
        """The entries of a mapping whose names are words; it is said of any other name.

        Raises:
            RecursionError: as :meth:`read`.
        """
        import yaml

        seen: dict[str, int] = {}
        for key, value in node.value:
            name, line = key.value, key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                kind = "list" if isinstance(key, yaml.SequenceNode) else "mapping"
                self.problems.append(Problem(self.path, line, f"a {kind} stands where a name must stand"))
                continue
            if name in seen:
                reason = f"{name} is given a second time, after line {seen[name]}; the last one counts"
                self.problems.append(Problem(self.path, line, reason))
            seen[name] = line
            yield name, Located(self.read(value).value, line)
