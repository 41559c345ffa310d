"""How rules are written and found: regular expressions over classes of words.

A rule is a pattern with the function that says what it means::

    @rule(
        "timeline.day_month",
        "(?P<day>daynum) of? (?P<month>month)",
        decides=[reads("The mill burnt on 12 May 1990.", when("12 May 1990", value="1990-05-12"))],
        leaves=[reads("They sold 40 May roses.", no(when("40 May")))],
    )
    def day_month(match: Match) -> Iterator[Expression]:
        'A day before its month: 12 May 1990.'

It is a row of `reader.analysis.rules`, whose line is the function's docstring.

In a pattern a small word is a class of `lexicon/time.yaml`, or stands for itself where it is in that file's list of
such words; a word in capitals is a macro. Everything else is ``re``. White space means nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.analysis.rules import Example, Rule, register
from reader.analysis.timeline import vocabulary
from reader.analysis.timeline.meaning import Expression, Meaning
from reader.analysis.timeline.vocabulary import OTHER, Scan, Vocabulary, scan

_MACRO = re.compile(r"(?<![\w<?])[A-Z]+(?![\w>])")
_CHOICE = re.compile(r"\(\?:(\[[^\]]*\](?:\|\[[^\]]*\])*)\)")
_NAME = re.compile(r"(?<![\w<])[a-z]+(?![\w>])")
# What the grammar's regular expressions are made of: groups, sets of characters, and operators.
_PIECE = re.compile(r"\(\?P<\w+>|\(\?[:=!]|[()|?*+]|\{\d+,\d*\}|\[[^\]]*\]")

_TWO = 2  # characters of a beginning
UNKNOWN = "any"  # in a pattern: a word the lexicon does not know


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a rule fits, in terms of its tokens."""

    found: re.Match[str]
    scan: Scan
    rule: str

    def has(self, group: str) -> bool:
        """Whether a group took part."""
        return group in self.found.re.groupindex and self.found.start(group) >= 0

    def words(self, group: str) -> list[str]:
        """The words of a group in lower case; none when it took no part."""
        return self.scan.words[slice(*self.found.span(group))] if self.has(group) else []

    @property
    def all(self) -> list[str]:
        """All its words in lower case."""
        return self.scan.words[slice(*self.found.span())]

    def word(self, group: str) -> str:
        """The words of a group as one string."""
        return " ".join(self.words(group))

    def value(self, group: str, *classes: str) -> Any:
        """The lexicon's value of the first word of a group that one of the classes knows."""
        for word in self.words(group):
            for name in classes:
                if (known := vocabulary.value(name, word)) is not None:
                    return known
        return None

    def holds(self, *classes: str, group: str | None = None) -> bool:
        """Whether one of its words, or of those of a group, is of one of the classes."""
        return any(
            vocabulary.is_in(word, *classes) for word in (self.all if group is None else self.words(group))
        )

    def express(self, meaning: Meaning, approximate: bool = False, group: str | int = 0) -> Expression:
        """An expression of the whole match, or of one of its groups."""
        first, after = self.found.span(group)
        start, end = self.scan.starts[first], self.scan.ends[after - 1]
        return Expression(start, end, meaning, (self.rule,), approximate or self.has("approx"))


Builder = Callable[[Match], Iterator[Expression]]
Row = Rule[[Match], Iterator[Expression]]
_PATTERNS: list[tuple[Row, str]] = []
_MACROS: dict[str, str] = {}


def macro(**patterns: str) -> None:
    """Give patterns a name in capitals that rules can use.

    Raises:
        ValueError: a name stands for another pattern already.
    """
    if twice := patterns.keys() & _MACROS.keys():
        raise ValueError(f"macros of the grammar with two meanings: {', '.join(sorted(twice))}")
    _MACROS.update(patterns)


def rule(
    name: str, *patterns: str, decides: Sequence[Example], leaves: Sequence[Example]
) -> Callable[[Builder], Row]:
    """Register a function as the meaning of some patterns, and as a rule. Of equal lengths the first rule wins."""

    def made(builder: Builder) -> Row:
        row = register(Rule(name, builder.__doc__ or "", builder, tuple(decides), tuple(leaves)))
        _PATTERNS.extend((row, pattern) for pattern in patterns)
        return row

    return made


def _expand(pattern: str) -> str:
    """Put macros in place of their names, and theirs in turn."""
    while (expanded := _MACRO.sub(lambda match: f"(?:{_MACROS[match[0]]})", pattern)) != pattern:
        pattern = expanded
    return pattern


def _one_set(choice: re.Match[str]) -> str:
    """ "[abcd]" for "(?:[ab]|[cd])"."""
    return f"[{''.join(sorted(set(choice[1]) - set('[]|')))}]"


class Pattern:
    """A regular expression and the rule it is of; ``match`` says where it fits and compiles it when it is first tried."""

    def __init__(self, row: Row, regex: str) -> None:
        self.row = row
        self._beginnings = beginnings(regex)
        self.match: Callable[[str, int], re.Match[str] | None] = self._compiled_first
        self._regex = regex

    @property
    def first(self) -> frozenset[str]:
        """The characters it can begin with."""
        return frozenset(code for beginning in self._beginnings for code in beginning[0][1:-1])

    def fits(self, first: str, second: str) -> bool:
        """Whether it can match where these two characters follow each other; nothing follows the last one."""
        return any(
            first in beginning[0] and (len(beginning) == 1 or (second != "" and second in beginning[1]))
            for beginning in self._beginnings
        )

    def _compiled_first(self, codes: str, at: int) -> re.Match[str] | None:
        self.match = re.compile(self._regex).match
        return self.match(codes, at)


Beginnings = set[tuple[str, ...]]


def beginnings(pattern: str) -> Beginnings:
    """What a pattern can begin with: the sets of its first two characters, or of one that can be all of it.

    Most places of a text are ruled out by two characters before any pattern is tried there, which makes the search four
    times as fast. Looking ahead is taken to allow everything.

    Raises:
        ValueError: the pattern is made of more than sets, groups and operators.
    """
    pieces = _PIECE.findall(pattern)
    if "".join(pieces) != pattern:
        raise ValueError(f"no pattern of the grammar: {pattern!a}")
    return _choice(pieces[::-1])


def _choice(pieces: list[str]) -> Beginnings:
    """Sequences parted by "|", up to the end of their group; takes from the end of the list what it has read."""
    found = _sequence(pieces)
    while pieces and pieces[-1] == "|":
        pieces.pop()
        found |= _sequence(pieces)
    return found


def _sequence(pieces: list[str]) -> Beginnings:
    """Sets and groups one after the other."""
    found: Beginnings = {()}
    while pieces and pieces[-1] not in ("|", ")"):
        found = _then(found, _repeated(pieces))
    return found


def _then(some: Beginnings, others: Beginnings) -> Beginnings:
    """One after the other, cut after two."""
    short = [one for one in some if len(one) < _TWO]
    return {one for one in some if len(one) == _TWO} | {
        (one + other)[:_TWO] for one in short for other in others
    }


def _repeated(pieces: list[str]) -> Beginnings:
    """One set or group, as often as "?", "*", "+" or "{0,3}" says."""
    piece = pieces.pop()
    found: Beginnings = {(piece,)}
    if piece.startswith("("):
        found = _choice(pieces)
        pieces.pop()
        found = {()} if piece in ("(?=", "(?!") else found
    if pieces and pieces[-1][0] in "?*+{":
        operator = pieces.pop()
        found = found if operator == "?" else found | _then(found, found)
        found = found | {()} if operator[0] in "?*" or operator.startswith("{0") else found
    return found


class Grammar:
    """All rules, ready to search.

    Args:
        modules: the names of the modules that hold them; of rules that fit equally far the earlier wins.
    """

    def __init__(self, modules: Sequence[str]) -> None:
        ordered = sorted(_PATTERNS, key=lambda one: modules.index(one[0].decide.__module__))
        patterns = [(row, _expand(pattern)) for row, pattern in ordered]
        names = {name for _, pattern in patterns for name in _NAME.findall(pattern)}
        names.discard(UNKNOWN)
        words = names - vocabulary.class_names()
        if unknown := words - vocabulary.literals():
            raise ValueError(f"neither a class nor a word of time.yaml: {', '.join(sorted(unknown))}")
        self.vocabulary = Vocabulary(sorted(words))
        self._sets = {name: f"[{self.vocabulary.characters(name)}]" for name in names} | {
            UNKNOWN: f"[{OTHER}]"
        }
        self._starting: dict[str, list[Pattern]] = {}
        for row, written in patterns:
            pattern = Pattern(row, self._regex(written))
            for code in pattern.first:
                self._starting.setdefault(code, []).append(pattern)
        self._start = re.compile(f"[{''.join(self._starting)}]")
        self._fitting: dict[str, list[Pattern]] = {}

    def _regex(self, pattern: str) -> str:
        """The regular expression of a pattern; a choice between classes becomes one set."""
        regex = _NAME.sub(lambda match: self._sets[match[0]], pattern).replace(" ", "")
        while (simpler := _CHOICE.sub(_one_set, regex)) != regex:
            regex = simpler
        return regex

    def find(self, text: str) -> list[Expression]:
        """Every expression of a text, in order, the longest at each place."""
        scanned = scan(text, self.vocabulary)
        found: list[Expression] = []
        at = 0
        while place := self._start.search(scanned.codes, at):
            expressions, at = self._at(scanned, place.start())
            found.extend(expressions)
        return found

    def _at(self, scanned: Scan, at: int) -> tuple[list[Expression], int]:
        """What stands at one place and where to go on."""
        codes = scanned.codes
        patterns = self._patterns_for(codes[at : at + 2])
        matches = [(match, pattern.row) for pattern in patterns if (match := pattern.match(codes, at))]
        for match, row in sorted(matches, key=lambda found: -found[0].end()):
            if row.is_on and (expressions := list(row.decide(Match(match, scanned, row.name)))):
                return expressions, match.end()
        return [], at + 1

    def _patterns_for(self, two: str) -> list[Pattern]:
        """The patterns that can fit where these two characters stand; there are few different ones."""
        patterns = self._fitting.get(two)
        if patterns is None:
            first, second = two[0], two[1:]
            patterns = [pattern for pattern in self._starting[first] if pattern.fits(first, second)]
            self._fitting[two] = patterns
        return patterns
