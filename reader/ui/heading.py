"""What the line above the text says: what one reads, when it was published, how far one is. Knows no widget."""

from rich.cells import cell_len

from reader.article import Article
from reader.article.sanitise import visible
from reader.ui.cells import pad

WORDS_A_MINUTE = 230
_LONG = 3  # hours from which they are told rather than minutes
_COUNTED = 200_000  # characters up to which words are counted rather than estimated
_CHARACTERS_A_WORD = 6.0


def time_left(article: Article, offset: int = 0) -> str:
    """The time it takes to read on from an offset, in hours where minutes say nothing; "" at the end."""
    left = minutes(article, offset)
    if left < _LONG * 60:
        return f"{left} min" if left else ""
    return f"{round(left / 60)} h"


def minutes(article: Article, offset: int = 0) -> int:
    """The minutes it takes to read on from an offset, rounded up; 0 at the end."""
    length = len(article.text)
    if not length or offset >= length:
        return 0
    words = article.words if length <= _COUNTED else length / _CHARACTERS_A_WORD
    return max(1, round(words * (length - offset) / length / WORDS_A_MINUTE))


def percent(article: Article, offset: int) -> int:
    """How much of the text lies before an offset, in percent."""
    length = len(article.text)
    return 100 if not length or offset >= length else 100 * offset // length


_PARTED = " · "
_TITLE = 26  # cells a title keeps at least


def how_far(article: Article, read_to: int) -> str:
    """The time that is left, and how much is read, of the text up to an offset."""
    left = time_left(article, read_to)
    far = f"{percent(article, read_to)} %"
    return f"{left}{_PARTED}{far}" if left else far


def parts(article: Article, place: str, progress: str, width: int) -> tuple[str, str]:
    """The title, filled up or cut to the room there is, and what stands to the right of it after two blanks.

    Args:
        place: which of several articles it is, "" for one.
        progress: what :func:`how_far` says.
        width: cells of the line.
    """
    right = _right(article, place, progress, width)
    title = visible(article.title or article.source or "")
    return pad(title, max(0, width - cell_len(right) - 2)), right


def _right(article: Article, place: str, progress: str, width: int) -> str:
    """As much of it as leaves room for a title, most needed last."""
    day = f"{article.published:%a %-d %b %Y}" if article.published else "day unknown"
    said = [part for part in (place, day, *progress.split(_PARTED)) if part]
    while len(said) > 1 and cell_len(_PARTED.join(said)) + _TITLE > width:
        said.pop(0)
    return _PARTED.join(said)
