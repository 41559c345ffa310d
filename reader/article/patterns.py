"""Many patterns held against the beginnings of lines, of which most are never compiled.

To compile the patterns of a lexicon takes longer than to open an article. Most of them begin with plain
words, and a line that begins with none of these cannot match: so each is compiled when a line comes that
may. A pattern that begins otherwise is compiled with the first line.
"""

import re
from collections.abc import Iterable
from functools import cached_property

# What can be stepped over at once: an escape, a set of characters, a run of plain ones; else a single sign.
_STEP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\\[()|]+|.", re.S)
_PLAIN = re.compile(r"(?:[a-z ]|[^\x00-\x7f]|\\[^\w\s])*")
_MAY_BE_MISSING = ("?", "*", "{")


class Patterns:
    """Patterns of which one is to match the beginning of a line, whatever the case of its letters."""

    def __init__(self, patterns: Iterable[str]) -> None:
        told = [(pattern, openings(pattern)) for pattern in patterns]
        self._by_letter: dict[str, list[_Pattern]] = {}
        for made in (_Pattern(pattern, words) for pattern, words in told if words):
            for letter in {word[0] for word in made.words}:
                self._by_letter.setdefault(letter, []).append(made)
        self._openings = tuple(word for _, words in told for word in words)
        self._others = [pattern for pattern, words in told if not words]

    def match(self, line: str) -> bool:
        """Whether one of them matches the beginning of a line."""
        small = line.lower()
        may_match = self._by_letter[small[0]] if small.startswith(self._openings) else ()
        if any(each.match(line, small) for each in may_match):
            return True
        return bool(self._others and self._other.match(line))

    @cached_property
    def _other(self) -> re.Pattern[str]:
        return either(self._others)


def either(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that matches what any of these does, whatever the case of its letters."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


class _Pattern:
    def __init__(self, pattern: str, words: tuple[str, ...]) -> None:
        self._pattern, self.words = pattern, words

    def match(self, line: str, small: str) -> bool:
        return small.startswith(self.words) and self._compiled.match(line) is not None

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, re.I)


def openings(pattern: str) -> tuple[str, ...]:
    """What a line that a pattern matches must begin with, in small letters; empty where that is not plain."""
    return tuple(dict.fromkeys(found)) if all(found := _heads(pattern)) else ()


def _heads(pattern: str) -> list[str]:
    """The plain characters each alternative begins with, "" for one that begins otherwise."""
    choices, _ = _choices(pattern)
    if len(choices) > 1:
        return [head for choice in choices for head in _heads(choice)]
    if not pattern.startswith("(?:"):
        return _head(pattern)
    inside, rest = _choices(pattern[3:])
    heads = [head for choice in inside for head in _heads(choice)]
    if rest.startswith("?"):
        return heads + _heads(rest[1:])
    return [""] if rest.startswith(_MAY_BE_MISSING) else heads


def _choices(pattern: str) -> tuple[list[str], str]:
    """The alternatives up to the end of the group that they stand in, and what follows it."""
    choices: list[str] = []
    start = depth = 0
    for step in _STEP.finditer(pattern):
        sign = step[0]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        if depth < 0 or (sign == "|" and not depth):
            choices.append(pattern[start : step.start()])
            start = step.end()
        if depth < 0:
            return choices, pattern[start:]
    return [*choices, pattern[start:]], ""


def _head(pattern: str) -> list[str]:
    if pattern.startswith(r"\d"):
        return [""] if pattern[2:].startswith(("?", "*")) else list("0123456789")
    found = _PLAIN.match(pattern)
    plain = found[0].replace("\\", "") if found else ""
    rest = pattern[found.end() :] if found else pattern
    if not rest.startswith(_MAY_BE_MISSING):
        return [plain]
    if rest.startswith("?") and len(plain) == 1:
        return [plain, *_heads(rest[1:])]
    return [plain[:-1]]
