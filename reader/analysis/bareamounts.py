"""What is left of the words of an amount without those that say how exact it is: number and unit.

Nearly all amounts are told apart by plain words: the panels are filled before a pattern of all of them is made.
"""

import re
from functools import cache

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.numerals.words import MULTIPLES

_OPENS_RANGE = ("between", "from")


def bare(words: str) -> str:
    """ "well over 1,000 people" -> "1,000 people"; a text that says nothing else stays as it is."""
    words = " ".join(words.split())
    while 0 < (end := _begins(words)) < len(words):
        words = words[end:]
    small = words.lower()
    return _after().sub("", words) if any(phrase in small for phrase in _phrases_after()) else words


def multiplies(core: str) -> bool:
    """Whether an amount is a word that says which way, too: "doubled", "halving"."""
    stems = (verb.removesuffix("e") for way in MULTIPLES.values() for verb in way)
    return core.casefold().startswith(tuple(stems))


def _begins(words: str) -> int:
    """Where an amount begins behind a phrase that says how exact it is, 0 where there is none."""
    small = words.lower()
    if not small.startswith(_phrases_before()):
        return 0
    phrases = (phrase for phrase in _phrases_before() if small.startswith(phrase))
    return next((end for phrase in phrases if (end := _parted(words, len(phrase)))), 0)


def _parted(words: str, end: int) -> int:
    """Where words go on that are parted from what ends there; 0 where they are not."""
    following = words[end : end + 1]
    if following in {" ", "-"}:
        return end + 1
    is_sign = bool(following) and not (following.isalnum() or following == "_")
    return end if is_sign or following.isdecimal() else 0


@cache
def _phrases_before() -> tuple[str, ...]:
    comparators = lexicon.load("comparators")
    between = [word for word in comparators["between"] if word not in ("a", "an")]  # "a third"
    phrases = [phrase for phrases in comparators["before"].values() for phrase in phrases]
    return _longest_first([*phrases, *between, *_OPENS_RANGE])


@cache
def _phrases_after() -> tuple[str, ...]:
    after = lexicon.load("comparators")["after"]
    return _longest_first([phrase for phrases in after.values() for phrase in phrases])


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s?{alternatives(_phrases_after())}(?!\w)", re.IGNORECASE)


def _longest_first(phrases: list[str]) -> tuple[str, ...]:
    return tuple(sorted((phrase.lower() for phrase in phrases), key=len, reverse=True))
