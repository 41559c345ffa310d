"""People of one document: which names are the same person's, and whom a last name alone means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.names import SURE, Name, Names, Pair


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a full name: its fullest form, where it first stands, how often it was found."""

    text: str
    first: int
    count: int


def people(names: Names) -> Iterator[Pair]:
    """Last names, given names and names with more or fewer middle names, each to its one full name."""
    by_last: dict[str, list[Person]] = defaultdict(list)
    by_first: dict[str, list[Person]] = defaultdict(list)
    for same in _same_people(names):
        full = max(same, key=lambda name: len(name.text))
        person = Person(full.text, min(name.first for name in same), sum(name.count for name in same))
        by_last[last_name(full.parts)].append(person)
        for first in {name.parts[0] for name in same}:
            by_first[first].append(person)
        yield from ((name.text, full.text) for name in same)
    for name in names.values():
        if " " not in name.text and not name.royal and _may_be_person(name):
            owners = (
                by_last.get(name.text) or by_last.get(name.text.removesuffix("s")) or by_first.get(name.text)
            )
            foremost = _foremost(owners or [], name.first)
            if foremost:
                yield name.text, foremost


def _same_people(names: Names) -> Iterable[list[Name]]:
    """Full names of people, those with the same given and last name together."""
    ends: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in names.values():
        if " " in name.text and _is_person(name, names):
            given = lists.formal_given_names().get(name.parts[0], name.parts[0])
            ends[given, last_name(name.parts)].append(name)
    return ends.values()


def _foremost(people: list[Person], first: int) -> str | None:
    """Whom a name alone means: the one who bears it, or the one the article is about, named before.

    Of two who share it, that is the one it names in full twice as often; else it is nobody.
    """
    ranked = sorted(people, key=lambda person: -person.count)
    if len(ranked) > 1 and (ranked[0].count < 2 * ranked[1].count or ranked[0].first > first):
        return None
    return ranked[0].text if ranked else None


def last_name(parts: list[str]) -> str:
    """The last name among the words of a full name: not "Jr.", not "III"."""
    if len(parts) > 2 and parts[-1].lower() in lexicon.words("entities_titles", "suffixes"):
        return parts[-2]
    return parts[-1]


def _is_person(name: Name, names: Names) -> bool:
    """Whether a name of several words is a person's, by its own votes or by those of its last word."""
    if name.kind == "person" or not _may_be_person(name):
        return name.kind == "person"
    last = names.get(last_name(name.parts))
    return last is not None and last.kind == "person"


def _may_be_person(name: Name) -> bool:
    best = max(name.votes.values(), default=0.0)
    return best - name.votes.get("person", 0.0) < SURE
