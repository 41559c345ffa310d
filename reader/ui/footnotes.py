"""Footnotes: the marks in the text, the notes they point to, and the way between them."""

from collections.abc import Iterator
from typing import NamedTuple

from reader.article import Article
from reader.late import late

_LABEL = late(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3}|[a-z])[\])]?[.:)]?")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Footnote(NamedTuple):
    """Where the mark stands and where the note begins and ends."""

    mark: tuple[int, int]
    note: tuple[int, int]


def footnotes(article: Article) -> list[Footnote]:
    """Every mark of which the note is there, in text order."""
    notes = dict(_notes(article))
    found = []
    for run in article.runs:
        label = _label(article.text[run.start : run.end]) if run.kind == "mark" else None
        if label in notes and not notes[label][0] <= run.start < notes[label][1]:
            found.append(Footnote((run.start, run.end), notes[label]))
    return found


def _notes(article: Article) -> Iterator[tuple[str, tuple[int, int]]]:
    """What each note is called, and where it stands."""
    for block in article.blocks:
        if block.kind == "footnote":
            first = article.text[block.start : block.start + 8].split(maxsplit=1)
            if first and (label := _label(first[0])):
                yield label, (block.start, block.end)


def _label(words: str) -> str | None:
    """What a mark, or the beginning of a note, is called."""
    found = _LABEL.match(words.strip().translate(_RAISED))
    return found[1] if found else None
