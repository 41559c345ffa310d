"""Disputes inside one article: two sources that give other figures for one thing, and a figure that is denied.

Stricter than between articles, where everything is told twice: both figures are somebody's, whom the article names, they
stand near each other, and are of one thing by their key, or by the words around them where one clause answers another.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import bounded
from reader.analysis.model import Reading
from reader.article import Article
from reader.late import late
from reader.story.amounts import disagree, ends
from reader.story.matter import Matter
from reader.story.told import Telling, Told

_NEAR = 1200  # characters: about three paragraphs
_BESIDE = 400  # those between a figure and one that answers it
_FAR = 10  # how many times the other a figure of one thing is, at most
_SHARED = 2  # words around two shares that make them of one thing
_ANSWERS = late(
    rf"{bounded(lexicon.words('things', 'putting'))}.{{0,30}}?{bounded(lexicon.words('things', 'totals'))}",
    re.IGNORECASE,
)
_COMPARES = late(bounded(lexicon.words("things", "comparing")), re.IGNORECASE)
_DENIES = late(bounded(lexicon.words("things", "denying")), re.IGNORECASE)


def disputes(article: Article, reading: Reading) -> tuple[Matter, ...]:
    """What sources of one article differ on, each with the two claims, in the order of the text."""
    told = sorted(Telling(0, article, reading), key=lambda each: each.claim.start)
    found: list[Matter] = []
    taken: set[str] = set()
    for one, other in _pairs(told, article.model_text):
        if not {one.claim.id, other.claim.id} & taken:
            taken |= {one.claim.id, other.claim.id}
            found.append(Matter(one.about, ((0, one.claim), (0, other.claim)), inside=True))
    return tuple(found)


def _pairs(told: Sequence[Told], text: str) -> Iterator[tuple[Told, Told]]:
    """The pairs in dispute, those that stand nearest first."""
    near = sorted(
        (pair for pair in combinations(told, 2) if pair[1].claim.start - pair[0].claim.end <= _NEAR),
        key=lambda pair: (pair[1].claim.start - pair[0].claim.end, pair[0].claim.start),
    )
    for one, other in near:
        if _is_denied(one, other, text) or _is_denied(other, one, text) or _is_countered(one, other, text):
            yield one, other


def _is_denied(one: Told, other: Told, text: str) -> bool:
    """Whether the other is nobody's because somebody denies just what the first says."""
    by = other.claim.by
    if by is None or by.speaker is not None or (one.claim.by is not None and one.claim.by.speaker is None):
        return False
    alike = (
        one.claim.value == other.claim.value and one.claim.unit == other.claim.unit and one.key == other.key
    )
    return alike and _DENIES.search(text, other.claim.sentence.start, other.claim.start) is not None


def _is_countered(one: Told, other: Told, text: str) -> bool:
    """Whether two whom the article names say what cannot both be true of one thing."""
    if not _are_sources(one, other) or one.role or other.role or one.claim.kind != other.claim.kind:
        return False
    if one.moves != other.moves or not disagree(one.claim, other.claim) or not _of_one_size(one, other):
        return False
    if (
        _COMPARES.search(text, one.claim.end, other.claim.start)
        and one.claim.sentence == other.claim.sentence
    ):
        return False  # a result beside what was expected of it
    beside = other.claim.start - one.claim.end <= _BESIDE
    if not one.setting.fits(other.setting, one.claim.kind, beside=beside):
        return False
    return _of_one_thing(one, other) or _answers(one, other, text)


def _are_sources(one: Told, other: Told) -> bool:
    """Whether each is somebody's, and not one's own two figures."""
    said = [each.claim.by.speaker if each.claim.by else None for each in (one, other)]
    return None not in said and said[0] != said[1]


def _of_one_thing(one: Told, other: Told) -> bool:
    if one.thing is not None or other.thing is not None:
        return one.thing is other.thing and one.key == other.key
    beside = other.claim.start - one.claim.end <= _BESIDE
    shared = len(one.clause & other.clause)
    narrowed = one.modifiers ^ other.modifiers
    if one.key == other.key and len(one.key) > 2:
        narrows = lexicon.words("things", "narrowing") | lexicon.words("things", "narrowing_counts")
        return not narrowed & narrows and (beside or shared > 0)
    if one.claim.kind == "count" or one.claim.unit != other.claim.unit or not beside:
        return False
    return shared >= (1 if one.claim.kind == "money" else _SHARED) or _same_amount(one, other)


def _same_amount(one: Told, other: Told) -> bool:
    return one.amount is not None and one.amount == other.amount


def _answers(one: Told, other: Told, text: str) -> bool:
    """ "12,000 came, the organisers said. Police put the number at 7,000." """
    if other.claim.start - one.claim.end > _BESIDE or (other.claim.unit not in (None, one.claim.unit)):
        return False
    return _ANSWERS.search(text, other.claim.sentence.start, other.claim.start) is not None


def _of_one_size(one: Told, other: Told) -> bool:
    low, high = sorted(abs(ends(each.claim)[0]) for each in (one, other))
    return low > 0 and high / low <= _FAR
