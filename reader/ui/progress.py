"""How far one has read, and how long the rest takes."""

from reader.article import Article

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
