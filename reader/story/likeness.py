"""Which claims of two articles are about the same in other words.

What a claim is about is told by the words of its sentence. A word that few sentences of its article have
says more than one that most have; what is counted, and the word for an amount, say most. Two claims
are a pair where each is the likeliest of the other's article, and no third comes near.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.analysis import lexicon
from reader.story.amounts import disagree, ends
from reader.story.told import Told
from reader.story.words import heading

ENOUGH = 1.5  # two words that say something, or one with what is counted
CLEAR = 0.25  # by how much the likeliest is ahead of the next
_ASIDE = 0.6  # what a word of the sentence says that stands in another clause than the claim
_COMMON = 5  # sentences of an article in which a word stands that no longer tells them apart
_REACH = (
    3  # how many times the other an amount may be where nothing but words tells that they are of one thing
)
_FITS, _NEAR, _HEAD = 0.5, 0.25, 0.8


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    one: Told
    other: Told


class Likeness:
    """Compares claims that stand in groups of one article with those of others."""

    def __init__(self, groups: Sequence[Sequence[Told]]) -> None:
        self._alone = [each for group in groups for each in group]
        self._together = {
            (id(each), other.place)
            for group in groups
            for each in group
            for other in group
            if other.place != each.place
        }
        sentences = {(each.place, each.claim.sentence.start): each.stems for each in self._alone}
        self._often = Counter((place, word) for (place, _), words in sentences.items() for word in words)
        self._nouns = Counter((each.place, each.noun) for each in self._alone)

    def pairs(self) -> Iterator[tuple[Told, Told]]:
        """The pairs, the likeliest first."""
        scored = [pair for pair in self._likely() if pair.score >= ENOUGH]
        best: dict[tuple[int, int], list[_Pair]] = defaultdict(list)
        for pair in sorted(scored, key=lambda pair: -pair.score):
            best[id(pair.one), pair.other.place].append(pair)
            best[id(pair.other), pair.one.place].append(pair)
        for pair in sorted(scored, key=lambda pair: -pair.score):
            sides = (best[id(pair.one), pair.other.place], best[id(pair.other), pair.one.place])
            if all(_clear(pair, side) for side in sides):
                yield pair.one, pair.other

    def _likely(self) -> Iterator[_Pair]:
        """Those that share a word which is rare in both articles, or the word for the amount."""
        by_word: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for each in self._alone:
            rare = {word for word in each.stems if self._often[each.place, word] <= _COMMON}
            for word in rare | {f"={each.amount}"} if each.amount else rare:
                by_word[each.claim.kind, word].append(each)
        seen = set()
        for alike in by_word.values():
            for one, other in combinations(alike, 2):
                if one.place != other.place and (id(one), id(other)) not in seen:
                    seen.add((id(one), id(other)))
                    if self._possible(one, other):
                        yield _Pair(self._score(one, other), one, other)

    def _possible(self, one: Told, other: Told) -> bool:
        """Whether nothing says that they are about different things."""
        if (id(one), other.place) in self._together or (id(other), one.place) in self._together:
            return False
        if one.noun != other.noun or one.role != other.role or one.thing is not other.thing:
            return False
        if one.moves != other.moves or not _one_narrowing(one, other):
            return False
        if not one.clause & other.clause & one.stems & other.stems or not _of_one_size(one, other):
            return False
        return one.setting.fits(other.setting, one.claim.kind)

    def _score(self, one: Told, other: Told) -> float:
        shared = one.stems & other.stems
        score = sum(self._rarity(one, other, word) * _clause(one, other, word) for word in shared)
        if one.claim.kind == "count" and one.noun:
            score += 1 / math.sqrt(max(self._nouns[each.place, each.noun] for each in (one, other)))
        if one.amount and one.amount == other.amount:
            score += _HEAD
        if not disagree(one.claim, other.claim):
            return score + _FITS
        return score + (_NEAR if _near(one, other) else 0)

    def _rarity(self, one: Told, other: Told, word: str) -> float:
        return 1 / math.sqrt(max(1, self._often[one.place, word], self._often[other.place, word]))


def _clause(one: Told, other: Told, word: str) -> float:
    return 1 if word in one.clause and word in other.clause else _ASIDE


def _clear(pair: _Pair, side: Sequence[_Pair]) -> bool:
    """Whether a pair is ahead of all others of one of its claims."""
    rivals = (other for other in side if _says(other) != _says(pair))
    return all(pair.score - other.score >= CLEAR for other in rivals)


def _says(pair: _Pair) -> tuple[object, object]:
    """The two amounts: an article that gives one twice, in its headline and below, has no rivals in them."""
    return pair.one.claim.value, pair.other.claim.value


def _one_narrowing(one: Told, other: Told) -> bool:
    """Whether what narrows them can be one: neither names another kind ("net", "operating"), nor a part alone."""
    only, others = one.modifiers - other.modifiers, other.modifiers - one.modifiers
    kinds = lexicon.words("things", "narrowing")
    if one.claim.kind == "count":
        kinds |= lexicon.words("things", "narrowing_counts")
    return not (only and others) and not (only | others) & kinds


def _near(one: Told, other: Told, reach: float = 1.25) -> bool:
    low, high = sorted((ends(one.claim)[0], ends(other.claim)[0]))
    return low > 0 and high / low <= reach


def _of_one_size(one: Told, other: Told) -> bool:
    """Whether amounts are near enough to be of one thing where nothing but words tells so; ages are somebody's."""
    if one.age != other.age or (one.age and heading(one.claim.of) != heading(other.claim.of)):
        return False
    counted = one.claim.kind == "count" and one.noun is not None
    return counted or (one.amount is not None and one.amount == other.amount) or _near(one, other, _REACH)
