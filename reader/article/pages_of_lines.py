"""Lines as they stand on the pages of a document -> paragraphs as a person reads them.

Columns are read one after the other, running heads and page numbers are left out, words that were parted at the end of a
line are put together, and a paragraph goes on over columns and pages.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from reader.article.model import BlockKind

_EDGE = 3  # lines at the top and at the bottom of a page among which heads and numbers stand
_SAME_PLACE = 0.02  # of the height of a page: how far running heads move
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|seite|p\.?) ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/|\|) ?\d{1,4})?[\W_]*", re.I
)
_ENDS = (".", "!", "?", ":", ".”", '."', "!”", "?”", ".’", ".)", "…")
_HYPHENS = ("-", "\u00ad", "\u2010")
_LARGER, _SMALLER = 1.12, 0.9  # times the size of the text: a heading, a footnote
_HEADING_WORDS = 25
_ITEM = re.compile(r"(?:[•▪‣◦●■–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)]) +\S")
_CAPTION = re.compile(
    r"(?:fig(?:ure)?\.?|table|chart|graph|box|photo|picture|source|map) ?\d{0,3}[.:]? ", re.I
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page. Places are points from the left and from the bottom of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool = False
    page: int = 1


class Page(NamedTuple):
    """The lines of a page, as they stand in the file, and how high it is."""

    lines: Sequence[Line]
    height: float


class Paragraph(NamedTuple):
    """A paragraph, and the page it begins on."""

    kind: BlockKind
    text: str
    page: int


def paragraphs(pages: Sequence[Page]) -> tuple[list[Paragraph], int]:
    """The paragraphs of a document, and how many lines were left out of it: running heads and page numbers."""
    running = _running(pages)
    kept = [[line for line in page.lines if line not in running] for page in pages]
    sizes = Counter({0.0: 0})
    for line in (line for lines in kept for line in lines):
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0]
    known = {
        word.casefold() for lines in kept for line in lines for word in re.findall(r"\w+(?:-\w+)+", line.text)
    }
    made: list[Paragraph] = []
    open_notes: list[Paragraph] = []
    for lines, page in zip(kept, pages, strict=True):
        text = [line for line in lines if not _is_note(line, body, page.height)]
        notes = [line for line in lines if _is_note(line, body, page.height)]
        for column in columns(text):
            _add(made, column, body, known)
        for column in columns(notes):
            _add(open_notes, column, body, known, "footnote")
    return _headed(made) + open_notes, len(running)


def _running(pages: Sequence[Page]) -> set[Line]:
    """The lines at the edges of pages that stand there page after page, or only number it."""
    edges: list[tuple[Line, str]] = []
    for page in pages:
        by_height = sorted(page.lines, key=lambda line: -line.top)
        at_edge = dict.fromkeys(by_height[:_EDGE] + by_height[-_EDGE:])
        edges += [(line, _place(line, page.height)) for line in at_edge if _is_at_edge(line, page.height)]
    counts: Counter[str] = Counter()
    for place in (place for line, place in edges):
        counts[place] += 1
    numbers = sum(_PAGE_NUMBER.fullmatch(line.text) is not None for line, _ in edges)
    return {
        line
        for line, place in edges
        if counts[place] > 1 or (_PAGE_NUMBER.fullmatch(line.text) and (numbers > 1 or len(pages) == 1))
    }


def _is_at_edge(line: Line, height: float) -> bool:
    return line.top > 0.88 * height or line.bottom < 0.12 * height


def _place(line: Line, height: float) -> str:
    """The words of a line without their numbers, and where it stands."""
    words = re.sub(r"\d+", "#", line.text.casefold())
    return f"{words}@{round(line.bottom / height / _SAME_PLACE)}"


def _is_note(line: Line, body: float, height: float) -> bool:
    """Whether a line is small, and stands at the foot of its page."""
    return line.size < _SMALLER * body and line.top < 0.3 * height


def columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in the order in which they are read, column by column: what spans both parts what stands above and below it."""
    gutter = _gutter(lines)
    ordered = sorted(lines, key=lambda line: (-round(line.bottom, 0), line.left))
    if gutter is None:
        yield list(_rows(ordered))
        return
    left: list[Line] = []
    right: list[Line] = []
    for line in ordered:
        if line.left < gutter < line.right:
            yield from (column for column in (left, right, [line]) if column)
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    yield from (column for column in (left, right) if column)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the blank between two columns is; None where there is one column."""
    if len(lines) < 8:
        return None
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    places = [first + share / 100 * (last - first) for share in range(35, 66)]
    crossed = {x: sum(line.left < x < line.right for line in lines) for x in places}
    least = min(crossed.values())
    middle = [x for x in places if crossed[x] == least]
    gutter = middle[len(middle) // 2]
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.left >= gutter]
    if least > 0.3 * len(lines) or min(len(left), len(right)) < max(4, 0.2 * len(lines)):
        return None
    is_text = all(median(len(line.text) for line in side) > 15 for side in (left, right))
    return gutter if is_text else None


def _rows(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines that stand beside one another as one."""
    for _, beside in groupby(lines, key=lambda line: round(line.bottom, 0)):
        row = sorted(beside, key=lambda line: line.left)
        first = row[0]
        yield (
            first
            if len(row) == 1
            else Line(
                "   ".join(line.text for line in row),
                first.left,
                max(line.right for line in row),
                first.bottom,
                max(line.top for line in row),
                first.size,
                all(line.bold for line in row),
                first.page,
            )
        )


def _add(
    made: list[Paragraph], lines: Sequence[Line], body: float, known: set[str], kind: BlockKind | None = None
) -> None:
    """Add the lines of a column; the first may go on with the last paragraph of the column before."""
    if not lines:
        return
    pitch = _pitch(lines)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    before: Line | None = None
    for line in lines:
        is_kind = kind or _kind(line, body)
        goes_on = (
            _goes_on(before, line, pitch, left, right)
            if before is not None
            else bool(made) and len(lines) > 1 and _runs_over(made[-1], line)
        )
        same = bool(made) and made[-1].kind in (
            {is_kind, "listitem"} if is_kind == "paragraph" else {is_kind}
        )
        if same and goes_on and not _ITEM.match(line.text):
            made[-1] = made[-1]._replace(text=_joined(made[-1].text, line.text, known))
        else:
            made.append(
                Paragraph(
                    "listitem" if is_kind == "paragraph" and _ITEM.match(line.text) else is_kind,
                    line.text,
                    line.page,
                )
            )
        before = line


def _kind(line: Line, body: float) -> BlockKind:
    if line.size > _LARGER * body and len(line.text.split()) <= _HEADING_WORDS:
        return "subhead"
    if _CAPTION.match(line.text) and line.size < _SMALLER * body:
        return "caption"
    is_short = len(line.text.split()) <= 12 and not line.text.endswith((".", ",", ";"))
    return "subhead" if line.bold and is_short and any(map(str.isalpha, line.text)) else "paragraph"


def _pitch(lines: Sequence[Line]) -> float:
    """How far the lines of a column usually are below one another."""
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    near = [step for step, line in zip(steps, lines, strict=False) if 0 < step < 3 * line.size]
    return median(near) if near else 1.2 * lines[0].size


def _goes_on(before: Line, line: Line, pitch: float, left: float, right: float) -> bool:
    """Whether a line goes on with the paragraph of the line above it."""
    gap = before.bottom - line.bottom
    if gap > 1.35 * max(pitch, line.size) or abs(before.size - line.size) > 0.08 * line.size:
        return False
    if before.bold != line.bold and before.text.endswith(_ENDS):
        return False
    width = right - left
    is_set_in = line.left > left + 0.8 * line.size and before.left <= left + 0.8 * line.size
    if is_set_in and before.text.endswith(_ENDS) and line.left < left + 0.3 * width:
        return False
    ends_early = before.right < right - 0.15 * width
    return not (ends_early and before.text.endswith(_ENDS) and not line.text[:1].islower())


def _runs_over(before: Paragraph, line: Line) -> bool:
    """Whether a paragraph goes on in the next column, or on the next page."""
    if before.kind not in {"paragraph", "listitem"}:
        return before.kind == "footnote" and line.text[:1].islower()
    return (
        before.text.endswith(_HYPHENS)
        or (not before.text.rstrip('”"’) ').endswith(_ENDS) and len(before.text) > 40)
        or line.text[:1].islower()
    )


def _joined(text: str, line: str, known: set[str]) -> str:
    """Two lines as one: a word that was parted is whole again, unless it has its hyphen elsewhere too."""
    if not text.endswith(_HYPHENS) or not line[:1].isalpha() or not text[-2:-1].isalpha():
        return f"{text} {line}"
    head, tail = re.search(r"[\w-]*$", text[:-1]), re.match(r"[\w-]*", line)
    parted = f"{head[0] if head else ''}-{tail[0] if tail else ''}".casefold()
    if text.endswith(("-", "\u2010")) and (not line[0].islower() or parted in known):
        return f"{text}{line}"
    return text[:-1] + line


def _headed(made: list[Paragraph]) -> list[Paragraph]:
    """The first heading of the first page is the headline, where only a line or two stand above it."""
    for at, paragraph in enumerate(made[:4]):
        if paragraph.kind == "subhead" and paragraph.page == 1:
            return [*made[:at], paragraph._replace(kind="headline"), *made[at + 1 :]]
    return made
