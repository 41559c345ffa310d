"""What the line above the text says: what one reads, when it was published, and how far one is. Knows no widget."""

from rich.cells import cell_len

from reader.article import Article
from reader.article.sanitise import visible
from reader.ui.cells import pad
from reader.ui.progress import percent, time_left

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
