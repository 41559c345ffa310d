"""Speakers of several articles made one where their names are forms of one name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.entities.index import tidy
from reader.analysis.model import Quote, Reading, Speaker

_Words = tuple[str, ...]


@dataclass(frozen=True)
class Voice:
    """One speaker over all articles, with every quotation and the place of its article."""

    speaker: Speaker
    quotes: tuple[tuple[int, Quote], ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """The places of the articles they speak in."""
        return tuple(sorted({article for article, _ in self.quotes}))


def voices(readings: Sequence[Reading]) -> tuple[Voice, ...]:
    """Speakers of one name are one; those in the most articles come first."""
    names = FullNames(readings)
    found: dict[_Words, list[tuple[int, Quote]]] = {}
    speakers: dict[_Words, Speaker] = {}
    for place, reading in enumerate(readings):
        for speaker in reading.speakers:
            key = names.full(speaker.name)
            speakers[key] = _fuller(speakers.get(key), speaker)
            found.setdefault(key, []).extend((place, q) for q in reading.quotes if q.speaker == speaker.id)
    made = [Voice(speakers[key], tuple(quotes)) for key, quotes in found.items() if quotes]
    return tuple(sorted(made, key=lambda voice: -len(voice.articles)))


class FullNames:
    """Which full name a shorter one stands for: "Vance" for "Gregor Vance", "Brackwater" for its full name.

    A name of several articles is one; a short form that could be of two is left as it is.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._of: dict[_Words, set[_Words]] = {}
        for name, kind in _names(readings):
            words = _words(name)
            for short in _short(words, kind):
                self._of.setdefault(short, set()).add(words)

    def full(self, name: str) -> _Words:
        """The words of the fullest name that this is a form of."""
        words = _words(name)
        longer = self._of.get(words, set())
        return next(iter(longer)) if len(longer) == 1 else words


def _names(readings: Iterable[Reading]) -> Iterator[tuple[str, str]]:
    for reading in readings:
        yield from ((speaker.name, speaker.kind) for speaker in reading.speakers)
        yield from ((entity.name, entity.kind) for entity in reading.entities)


def _short(words: _Words, kind: str) -> Iterator[_Words]:
    """The forms a name is shortened to: a person's last names, what an organisation's name begins with."""
    if kind == "person":
        yield from (words[at:] for at in range(1, len(words)))
    elif kind == "organisation":
        yield from (words[:end] for end in range(1, len(words)))


def _words(name: str) -> _Words:
    return tuple(tidy(name).casefold().replace("’", "'").split())


def _fuller(known: Speaker | None, speaker: Speaker) -> Speaker:
    """The one of two descriptions that says more."""
    if known is None:
        return speaker
    says = [
        len(each.name) + 100 * bool(each.role) + 100 * bool(each.affiliation) for each in (known, speaker)
    ]
    return speaker if says[1] > says[0] else known
