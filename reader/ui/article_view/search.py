"""Searching the source: what is typed -> what it finds, in stretches short enough to keep a screen alive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

from reader.article import Article
from reader.article.sections import cuts

if TYPE_CHECKING:
    from reader.analysis.model import Span

_WINDOW = 200_000
_ALIKE = {
    "'": "['’‘‛`´]",
    '"': '["“”„‟«»]',
    "-": "[-‐‑‒–—−]",
}
"""What a keyboard has -> what it finds."""
_TOGETHER = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th"}
"""Letters that are no other letter with something on it -> how they are typed without them."""
_ONE = {
    two: "".join(one for one, as_typed in _TOGETHER.items() if as_typed == two)
    for two in ("ss", "ae", "oe", "th")
}
_BROKEN = r"(?:\u00ad|[-‐]\n[ \t]*)?"  # what may stand between two letters of one word: a hyphen at the end of a line
_ON_TOP = r"[\u0300-\u036f]*"
_PATIENCE = 0.5  # seconds a regular expression may take for one window


class PatternError(ValueError):
    """What is wrong with a regular expression, in a few words."""


class Pattern(Protocol):
    """What a query finds."""

    def finditer(self, text: str, start: int, end: int, /) -> Iterator[Any]: ...  # noqa: D102


def pattern(query: str, *, expression: bool = False) -> Pattern | None:
    """What a query finds, None when it is empty.

    Case counts only where a capital is typed. A blank finds any white space, so a phrase is found across the end
    of a line; so is a word that a hyphen parts there. Straight marks and hyphens find typographic ones, and a
    letter finds the same with an accent; one typed with its accent finds no other.

    Args:
        expression: it is a regular expression.

    Raises:
        PatternError: it is none.
    """
    words = query.split()
    if not words:
        return None
    flags = 0 if any(c.isupper() for c in query) else re.IGNORECASE
    if expression:
        return _Expression(query, flags)
    return re.compile(r"\s+".join(_BROKEN.join(_letters(word)) for word in words), flags)


def _letters(word: str) -> Iterator[str]:
    """What each letter of a word finds, or two of them together."""
    at = 0
    while at < len(word):
        one = _ONE.get(word[at : at + 2].lower())
        parts = [_found_by(character) for character in word[at : at + (2 if one else 1)]]
        yield f"(?:{_BROKEN.join(parts)}|[{one}{one.upper()}])" if one else parts[0]
        at += len(parts)


def _found_by(character: str) -> str:
    """What one character of a query finds."""
    if character in _ALIKE:
        return _ALIKE[character]
    own = re.escape(character)
    bases = _bases().get(character)
    if not bases:
        return own
    singles = "".join(each for each in bases if len(character) == 1)
    return f"[{own}{singles}]{_ON_TOP}"


@lru_cache(maxsize=1)
def _bases() -> Mapping[str, str]:
    """A letter as it is typed -> the letters with something on it that it finds."""
    found: dict[str, list[str]] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        base = _TOGETHER.get(letter.lower()) or unicodedata.normalize("NFD", letter)[0]
        if letter.isupper():
            base = base.upper()
        if base != letter and len(base) == 1 and base.isalpha():
            found.setdefault(base, []).append(letter)
    return {base: "".join(letters) for base, letters in found.items()}


class _Expression:
    """A regular expression that gives up before it holds up the keyboard."""

    def __init__(self, query: str, flags: int) -> None:
        import regex

        try:
            self._compiled = regex.compile(query, flags | regex.MULTILINE)
        except regex.error as error:
            raise PatternError(f"no regular expression: {error.msg}") from None

    def finditer(self, text: str, start: int, end: int, /) -> Iterator[Any]:
        try:
            yield from self._compiled.finditer(text, start, end, timeout=_PATIENCE)
        except TimeoutError:
            raise PatternError("this expression takes too long") from None


def windows(article: Article) -> Iterator[tuple[int, int]]:
    """The text in stretches that begin and end between blocks."""
    return pairwise([*cuts(article, _WINDOW), len(article.text)])


def hits(found: Pattern, text: str, window: tuple[int, int]) -> list[Span]:
    """Where a pattern matches within one window."""
    from reader.analysis.model import Span

    return [Span(*match.span()) for match in found.finditer(text, *window) if match.end() > match.start()]
