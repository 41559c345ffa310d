"""The words the grammar knows, each under the classes it belongs to, and a text as a string of those classes.

The grammar does not look at letters: every token of a text becomes one character that stands for
the set of classes its word belongs to, and a rule is a regular expression over those characters.
That keeps the rules short and the search as fast as ``re`` is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.analysis import lexicon
from reader.analysis.numerals import CARDINALS, SCALES
from reader.analysis.timeline.days import holidays

OTHER = "x"  # the character of every word the grammar does not know
BREAK = "|"  # the end of a paragraph: nothing reaches across it
_ITSELF = "itself"  # the list of them in the lexicon
_FIRST_CODE = 0xE000  # private use area, so no code means anything to a regular expression

PUNCTUATION = {
    ",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "—": "dash", "/": "slash", "(": "open", ")": "close",
    "'s": "poss", "’s": "poss", "'": "apostrophe", "’": "apostrophe", '"': "mark", "“": "mark", "”": "mark",
    "+": "plus",
}  # fmt: skip


@cache
def entries() -> dict[str, dict[str, Any]]:
    """The time lexicon: for each class its words, each with the value the grammar computes with."""
    found = {}
    for name, words in lexicon.load("time").items():
        if name == _ITSELF:
            continue
        found[name] = words if isinstance(words, dict) else dict.fromkeys(words)
    found["card"] = {word: number for word, number in CARDINALS.items() if number}  # no "zero hours"
    found["scale"] = dict(SCALES)
    found["holiday"] = {name: name for name in holidays()}
    return found


def literals() -> frozenset[str]:
    """The words that stand for themselves in the patterns of the grammar."""
    return lexicon.words("time", _ITSELF)


def value(name: str, word: str) -> Any:
    """What a word of a class is worth: ``value("month", "may")`` is 5."""
    return entries()[name].get(word.replace("’", "'"))


def is_in(word: str, *names: str) -> bool:
    """Whether a word is of one of these classes, which may give it no value."""
    return any(word.replace("’", "'") in entries()[name] for name in names)


def digit_classes(text: str) -> Iterable[str]:
    """The classes a token of digits belongs to."""
    yield "digits"
    number = int(text) if len(text) < 10 else 0
    if 1 <= number <= 31 and len(text) <= 2:
        yield "daynum"
    if number <= 24 and len(text) <= 2:
        yield "hour"
    if len(text) == 2:
        yield "twodigits"
    if len(text) == 4 and 1000 <= number <= 2100:
        yield "yearnum"
    if len(text) == 4 and number // 100 < 24 and number % 100 < 60:
        yield "military"
    if len(text) in (3, 4) and number <= 2100:
        yield "oldyear"


_SHAPES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), classes)
    for pattern, classes in (
        (r"\d{4}-\d\d-\d\d(?:t[\d:.]+z?)?", ("iso",)),
        (r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}", ("slashed",)),
        (r"\d{1,2}:\d\d(?::\d\d)?", ("clock",)),
        (r"\d{1,2}\.\d\d", ("clockdot", "decimal")),
        (r"['’]?\d0s|\d{3}0['’]?s", ("decadenum",)),
        (r"['’]\d\d", ("shortyear",)),
        (r"(?:[12]?\d|3[01])(?:st|nd|rd|th)", ("dayord", "ordinal")),
        (r"\d+(?:st|nd|rd|th)", ("ordinal",)),
        (r"q[1-4]|[1-4]q", ("quarternum",)),
        (r"[1-4]q(?:\d{4}|\d\d)", ("quarteryear",)),
        (r"[12]h(?:\d{4}|\d\d)", ("halfyear",)),
        (r"h[12]", ("halfnum",)),
        (r"fy ?['’]?(?:\d{4}|\d\d)", ("fiscalyear",)),
        (r"[\d.,]*[.,][\d.,]*", ("decimal",)),
    )
)


NUMERIC = {
    "digits",
    "daynum",
    "hour",
    "twodigits",
    "yearnum",
    "oldyear",
    "military",
    *(name for _, names in _SHAPES for name in names),
}


def class_names() -> set[str]:
    """Every class a rule can name."""
    return {*entries(), *NUMERIC, *PUNCTUATION.values()}


class Vocabulary:
    """Gives each word its character, and each class of the grammar its set of characters.

    Args:
        literals: words that stand for themselves in the grammar's rules.
    """

    def __init__(self, literals: Iterable[str]) -> None:
        classes: dict[str, set[str]] = {}
        self.heads: dict[str, list[tuple[str, ...]]] = {}
        for name, words in entries().items():
            for word in words:
                classes.setdefault(word, set()).add(name)
                self._add_phrase(word)
        for word in literals:
            classes.setdefault(word, set()).add(word)
        for sign, name in PUNCTUATION.items():
            classes.setdefault(sign, set()).add(name)
        self._codes: dict[frozenset[str], str] = {}
        self._words = {word: self._code(frozenset(names)) for word, names in classes.items()}
        for number in (
            "0",
            "7",
            "12",
            "20",
            "25",
            "30",
            "45",
            "100",
            "999",
            "1500",
            "1999",
            "0430",
            "0999",
            "2359",
            "2500",
            "5" * 12,
        ):
            self._code(frozenset(digit_classes(number)))
        for _, names in _SHAPES:
            self._code(frozenset(names))

    def _add_phrase(self, word: str) -> None:
        """Remember a word of several parts under its first; the longest come first."""
        parts = tuple(word.split(" "))
        if len(parts) > 1:
            self.heads.setdefault(parts[0], []).append(parts)
            self.heads[parts[0]].sort(key=len, reverse=True)

    def _code(self, names: frozenset[str]) -> str:
        return self._codes.setdefault(names, chr(_FIRST_CODE + len(self._codes)))

    def codes(self, words: Iterable[str]) -> list[str]:
        """The character of each token, words in lower case."""
        known, code = self._words, self.code
        return [known.get(word) or (OTHER if word.isalpha() else code(word)) for word in words]

    def code(self, word: str) -> str:
        """The character of one token, its word in lower case."""
        known = self._words.get(word)
        if known is not None:
            return known
        if word[0] == "\n":
            return BREAK
        ends = word[0] + word[-2:]
        return self._code_of_number(word) if any(map(str.isdigit, ends)) else OTHER

    def _code_of_number(self, word: str) -> str:
        if word.isdigit() and word.isascii():
            return self._codes.get(frozenset(digit_classes(word)), OTHER)
        for shape, names in _SHAPES:
            if shape.fullmatch(word):
                return self._codes[frozenset(names)]
        return OTHER

    def characters(self, name: str) -> str:
        """The characters of all words of a class, as the inside of a regular expression's set."""
        found = "".join(code for names, code in self._codes.items() if name in names)
        if not found:
            raise ValueError(f"the grammar uses {name!r}, which no word belongs to")
        return found


_HYPHENS = frozenset({"-", "–"})
# Words of three letters and more come first, for most tokens are such words.
_TOKEN = re.compile(
    r"""[^\W\d_]{3,}
      | \n+
      | \d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?(?![\w-])             # 2022-01-07
      | \d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])             # 7/1/2022
      | \d{1,2}\.\d{1,2}\.\d{4}(?!\w|\.\d)                  # 7.1.2022
      | \d{1,2}:\d\d(?::\d\d)?(?!\d)                        # 10:30
      | ['’]?\d0s\b | \d{3}0['’]?s\b                       # 1990s, '90s
      | (?<!\w)['’]\d\d\b                                   # '98
      | \d+(?:st|nd|rd|th)\b
      | [1-4][QqHh](?:\d{4}|\d\d)\b                       # 3Q24
      | \d{1,3}(?:,\d{3})+(?:\.\d+)?
      | \d+\.\d+ | \d+
      | [QqHh][1-4]\b | [1-4][Qq]\b | FY\ ?['’]?\d{2,4}\b
      | [AaPp]\.[Mm]\b\.? | [AaPp][Mm]\b | B\.C\.(?:E\.)? | A\.D\.
      | o['’]clock\b
      | ['’]s\b
      | [^\W\d_]+
      | \S""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Scan:
    """Parallel lists of the tokens' offsets and words in lower case, and their characters in one string."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str


def scan(text: str, vocabulary: Vocabulary) -> Scan:
    """Cut a text into tokens; phrases the lexicon knows ("boxing day") are one."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    words = [text[start:end].lower() for start, end in spans]
    _join_phrases(starts, ends, words, vocabulary)
    codes = vocabulary.codes(words)
    dash = vocabulary.code("—")
    for i, word in enumerate(words):
        if word in _HYPHENS and text[starts[i] - 1 : starts[i]] == " ":
            codes[i] = dash  # it parts, where a hyphen joins
    return Scan(starts, ends, words, "".join(codes))


def _join_phrases(starts: list[int], ends: list[int], words: list[str], vocabulary: Vocabulary) -> None:
    """Make one token of each phrase, in place, from the end so that places stay right."""
    heads = vocabulary.heads
    for i in [i for i, word in enumerate(words) if word in heads][::-1]:
        for parts in heads[words[i]]:
            if size := _reach(words, i, parts):
                ends[i : i + size] = [ends[i + size - 1]]
                starts[i : i + size] = [starts[i]]
                words[i : i + size] = [" ".join(parts)]
                break


def _reach(words: list[str], at: int, parts: tuple[str, ...]) -> int:
    """How many tokens from a place a phrase takes up, 0 if it does not stand there.

    "valentine's" is one part of the phrase but two tokens.
    """
    i = at
    for part in parts:
        whole = part
        while whole:
            if i >= len(words) or not whole.startswith(word := words[i].replace("’", "'")):
                return 0
            whole = whole[len(word) :]
            i += 1
    return i - at
