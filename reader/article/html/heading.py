"""The head of an article among the pieces of its text: the headline stands once, and a byline by itself."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from reader.article.building import Builder
from reader.article.dateline import read as read_dateline
from reader.article.html.extraction import Piece, text_of
from reader.article.kinds import same_words
from reader.article.signed import author, is_dated

_AMONG = 4  # pieces in which headline and byline may stand again
_WORDS = range(3, 9)  # of a byline that runs into the text, "By" among them
_LONGEST_BYLINE = 200  # characters
_BETWEEN_NAMES = re.compile(r"\s*(?:,\s*and\s|,|;|&|\band\b)\s*")
_LONGEST_LINE = 120  # characters of a line of a head
_PARTING = (":", "|", "-", "–", "—", "»", "·", ">")
_FEWEST = 3  # words of a headline that runs into the text


def built(title: str | None, byline: str | None, pieces: list[Piece]) -> Builder:
    """The headline, once, and what follows it."""
    builder = Builder()
    builder.add("headline", title or "")
    for kind, words, level in (*_head(title, byline, pieces[:_AMONG]), *pieces[_AMONG:]):
        if kind in {"table", "code"}:
            builder.add_lines(kind, text_of(words))
        elif kind == "headline":
            builder.add("subhead", words, 1)
        else:
            builder.add(kind, words, level)
    return builder


def _head(title: str | None, byline: str | None, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The first pieces without the headline, with what ran into one another parted."""
    for kind, words, level in chain.from_iterable(map(_by_lines, pieces)):
        text = text_of(words)
        rest = _without_title(" ".join(text.split()), title) if title and kind != "subhead" else text
        if title and same_words(rest, title):
            continue
        by, rest = _parted(rest, byline) if kind == "paragraph" else ("", rest)
        if by:
            yield "byline", by, 0
        if rest:
            yield kind, words if rest.split() == text.split() else rest, level


def _by_lines(piece: Piece) -> Iterator[Piece]:
    """Headline, author and day that stand in lines of one paragraph, each by itself."""
    kind, words, _ = piece
    text = text_of(words)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    is_head = (
        kind == "paragraph"
        and 1 < len(lines) <= _AMONG
        and all(len(line) <= _LONGEST_LINE for line in lines)
        and any(_signs(line) for line in lines)
    )
    if not is_head:
        yield piece
        return
    for line in lines:
        yield ("byline" if _signs(line) else "paragraph"), line, 0


def _signs(line: str) -> bool:
    return author(line) is not None or is_dated(line)


def title_in_lines(title: str | None, pieces: list[Piece]) -> str | None:
    """The headline that a title only adds the site to, where one of the first lines of the text is that headline."""
    if not title:
        return title
    for kind, words, _ in pieces[:_AMONG]:
        if kind != "paragraph":  # what is marked as a heading below the title is one of a part
            continue
        first = text_of(words).split("\n")[0].strip()
        added = title.removesuffix(first) if len(first.split()) >= _FEWEST else title
        if added not in {"", title} and added.rstrip().endswith(_PARTING):
            return first
    return title


def _without_title(text: str, title: str) -> str:
    """The text without the headline that it runs on from: a new sentence, or a byline, has to begin after it."""
    rest = text.removeprefix(title)
    begins = re.match(r"\s+[A-ZÀ-Þ\"“]", rest)
    if rest == text or not begins or len(title.split()) < _FEWEST:
        return text
    return rest.strip()


def _parted(text: str, byline: str | None) -> tuple[str, str]:
    """The byline that opens the text, and the rest; the byline is "" where none does."""
    if byline and _are_names(text, byline):
        return text, ""
    if not text.startswith("By "):
        return "", text
    words = text.split(" ")
    for count in _WORDS:
        by, rest = " ".join(words[:count]), " ".join(words[count:])
        known = byline is not None and same_words(by.removeprefix("By "), byline)
        dateline = read_dateline(rest, bare=False)
        if rest and (known or (dateline is not None and dateline.places and by[3:].istitle())):
            return by, rest
    return "", text


def _are_names(line: str, byline: str) -> bool:
    """Whether a line names those who wrote it, in whatever way they are parted, and says nothing else."""
    named, known = (set(_BETWEEN_NAMES.split(text.casefold().removeprefix("by "))) for text in (line, byline))
    return len(line) <= _LONGEST_BYLINE and (named == known or same_words(line.removeprefix("By "), byline))
