"""Articles of one text: a report of an agency stands in many papers, each with a headline of its own.

Texts are one where most runs of five words of the shorter one stand in the other, in any order, so that a
paragraph more, less or changed makes no difference.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.model import Claim, Quote, Reading, TimelineEntry
from reader.article import Article

_RUN = 5  # words; so many in a row are rarely the same by chance
_ENOUGH = 20  # runs in a text that can be told to be another's
_SAME = 0.7  # of the runs of the shorter text, those that are in the other
_WORD = re.compile(r"\w+")


def copies(articles: Sequence[Article]) -> dict[int, int]:
    """The places of articles whose text an article before them has, each with the place of that one."""
    runs = [_runs(article) for article in articles]
    found: dict[int, int] = {}
    for place, article in enumerate(articles):
        for first in (each for each in range(place) if each not in found):
            if article.sha256 == articles[first].sha256 or _same(runs[place], runs[first]):
                found[place] = first
                break
    return found


def own(article: Article, reading: Reading, original: Article) -> Reading:
    """What is found in an article where it has words of its own, without what stands in the original too."""
    if article.sha256 == original.sha256:
        return replace(reading, quotes=(), claims=(), timeline=())
    whole = _plain(original.text)

    def new(item: Claim | Quote | TimelineEntry) -> bool:
        span = item if isinstance(item, Quote) else item.sentence
        return _plain(article.text[span.start : span.end]) not in whole

    return replace(
        reading,
        quotes=tuple(filter(new, reading.quotes)),
        claims=tuple(filter(new, reading.claims)),
        timeline=tuple(filter(new, reading.timeline)),
    )


def _runs(article: Article) -> frozenset[int]:
    """The runs of words of a text, by their hashes."""
    words = _WORD.findall(article.model_text.casefold())
    return frozenset(hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))


def _same(some: frozenset[int], others: frozenset[int]) -> bool:
    fewest = min(len(some), len(others))
    return fewest >= _ENOUGH and len(some & others) >= _SAME * fewest


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
