"""What is left of the words of an amount without those that say how exact it is: number and unit."""

import re
from functools import cache

from reader.analysis import lexicon

_OPENS_RANGE = ("between", "from")


def bare(words: str) -> str:
    """ "well over 1,000 people" -> "1,000 people"; a text that says nothing else stays as it is."""
    words = " ".join(words.split())
    while (match := _before().match(words)) and match.end() < len(words):
        words = words[match.end() :]
    return _after().sub("", words)


def multiplies(core: str) -> bool:
    """Whether an amount is a word that says which way, too: "doubled", "halving"."""
    multiples = lexicon.load("numbers")["multiples"]
    stems = (verb.removesuffix("e") for way in multiples.values() for verb in way)
    return core.casefold().startswith(tuple(stems))


@cache
def _before() -> re.Pattern[str]:
    comparators = lexicon.load("comparators")
    between = [word for word in comparators["between"] if word not in ("a", "an")]  # "a third"
    phrases = [phrase for phrases in comparators["before"].values() for phrase in phrases]
    return re.compile(
        rf"(?:{_any_of([*phrases, *between, *_OPENS_RANGE])})(?:\s+|-|(?=[^\w\s]|\d))", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    phrases = [phrase for phrases in lexicon.load("comparators")["after"].values() for phrase in phrases]
    return re.compile(rf"(?<=\w)\s?(?:{_any_of(phrases)})(?!\w)", re.IGNORECASE)


def _any_of(phrases: list[str]) -> str:
    """Any of the phrases, the longest first; spaces are any blanks."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
