"""Lines that say when an article was written, or by whom, and nothing else: "Published: 4 March 2026", "Words: Odile Marsh"."""

import re
from functools import cache
from pathlib import Path

from reader import plain_yaml

_CHRONICLE = 20_000  # characters of a text in which other days would stand by themselves
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NUMBER, _YEAR = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:19|20)\d\d"
_DAY = (
    rf"{_WEEKDAY}(?:{_NUMBER}(?: of)? {_MONTH}(?:,? {_YEAR})?|{_MONTH} {_NUMBER}(?:,? {_YEAR})?"
    rf"|{_YEAR}-\d\d-\d\d|\d\d?[./]\d\d?[./](?:\d\d|{_YEAR}))(?![^\Wt])"
)
_ZONE = r"(?: ?\(?(?-i:[A-Z]{1,2}T|[A-Z]{3,4}|Z)\b\)?| ?[+-]\d\d:?\d\d| local time)?"
_CLOCK = r"(?:\d{1,2}[:.h]\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)"
_TIME = rf"(?:at )?{_CLOCK}(?: ?hrs)?{_ZONE}"
_MOMENT = rf"(?:{_DAY}(?:(?:t|,? | ?[|•·–—-] ?){_TIME})?|{_TIME}(?:,| on)? {_DAY})"
_PARTED = r" ?[|•·/;,–—-]? ?"
_LENGTH = r"\d{1,3}[ -]min(?:ute)?s?(?: read)?"
_WORD = r"(?-i:[A-ZÀ-Þ])[\w.'’-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|van|von|der|la|bin|al)){{1,3}}"
_NAMES = rf"(?P<names>{_NAME}(?:(?:,? and |, | & | / ){_NAME}){{0,5}})"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,2}}"


def is_dated(line: str) -> bool:
    """Whether a line gives the day of the article, perhaps with what it is the day of, and nothing else."""
    return any(pattern.fullmatch(line) for pattern in (_dated(), _signed_and_dated()))


def is_change(line: str) -> bool:
    """Whether the day in such a line is that of a change."""
    return _change().match(line) is not None


def author(line: str) -> str | None:
    """Those who wrote it, where a line names them and says nothing else: "Words: Odile Marsh"."""
    found = _authors().fullmatch(line) or _signed_and_dated().fullmatch(line)
    return found["names"] if found else None


def is_one_of_many(line: str, text: str) -> bool:
    """Whether other days stand in lines of their own, too: the heads of a chronicle, none of them the day it was written."""
    if _bare().fullmatch(line) is None:
        return False
    return any(other[0] != line for other in _bare().finditer(text, 0, _CHRONICLE))


@cache
def _words() -> dict[str, str]:
    """The lexicon, each of its lists as a pattern."""
    lexicon = plain_yaml.load(Path(__file__).parent / "lexicon" / "signed.yaml")
    return {name: "|".join(sorted(words, key=len, reverse=True)) for name, words in lexicon.items()}


@cache
def _labelled() -> str:
    """A moment, with or without what happened at it."""
    return rf"(?:(?:{_words()['days']}|{_words()['changes']})(?: on| at)?(?: ?[:–—-])? )?{_MOMENT}"


@cache
def _dated() -> re.Pattern[str]:
    more = rf"(?:{_PARTED}(?:{_labelled()}|{_LENGTH})| ?[|•·–—-] ?{_PLACE})"
    return re.compile(rf"\(?{_labelled()}{more}{{0,3}}[.)]?", re.I)


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"\(?(?:{_words()['changes']})\b", re.I)


@cache
def _authors() -> re.Pattern[str]:
    by = rf"(?:(?:{_words()['authors']}|{_words()['works']}) )?by"
    return re.compile(rf"\(?(?:(?:{_words()['authors']}) ?:|{by}) {_NAMES}[.)]?", re.I)


@cache
def _signed_and_dated() -> re.Pattern[str]:
    return re.compile(rf"(?:by )?{_NAMES}(?:, | ?[|•·–—] ?){_labelled()}", re.I)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"^{_DAY}$", re.I | re.M)
