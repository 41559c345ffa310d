"""Which names are one: last names, short forms, acronyms, other names of a place."""

from collections import defaultdict
from collections.abc import Iterator

from reader.analysis.entities import lists
from reader.analysis.entities.finds import Find
from reader.analysis.entities.gather import ACRONYM
from reader.analysis.entities.names import Name
from reader.analysis.entities.repairs import is_role
from reader.analysis.entities.words import Words
from reader.analysis.model import EntityKind

Pair = tuple[str, str]
Names = dict[str, Name]
_SURE = 3.0  # a lead of votes that a likeness of names does not outweigh


def joined(words: Words, finds: list[Find], names: Names) -> dict[str, str]:
    """Each name's text -> the text of the name that stands for its group."""
    parents = {text: text for text in names}

    def root(text: str) -> str:
        while parents[text] != text:
            parents[text] = parents[parents[text]]
            text = parents[text]
        return text

    for rule in (
        _people(names),
        _bracketed(words, finds, names),
        _initials(names),
        _short(names),
        _aliases(names),
    ):
        for short, full in rule:
            parents[root(short)] = root(full)
    return {text: root(text) for text in names}


def _people(names: Names) -> Iterator[Pair]:
    """Last names, given names and names with more or fewer middle names, each to its one full name."""
    people = [name for name in names.values() if " " in name.text and _is_person(name, names)]
    ends: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for person in people:
        given = lists.formal_given_names().get(person.parts[0], person.parts[0])
        ends[given, _last(person.parts)].append(person)
    by_last, by_first = defaultdict(list), defaultdict(list)
    for (_, last), same in ends.items():
        full = max(same, key=lambda name: len(name.text))
        by_last[last].append(full.text)
        for first in {person.parts[0] for person in same}:
            by_first[first].append(full.text)
        yield from ((person.text, full.text) for person in same)
    for name in names.values():
        if " " not in name.text and not name.royal and _may_be_person(name):
            owners = (
                by_last.get(name.text)
                or by_last.get(name.text.removesuffix("s"))
                or by_first.get(name.text)
                or []
            )
            if len(owners) == 1:
                yield name.text, owners[0]


def _last(parts: list[str]) -> str:
    """The last name among the words of a full name: not "Jr.", not "III"."""
    if len(parts) > 2 and parts[-1].lower() in lists.words("entities_titles", "suffixes"):
        return parts[-2]
    return parts[-1]


def _is_person(name: Name, names: Names) -> bool:
    """Whether a name of several words is a person's, by its own votes or by those of its last word."""
    if name.kind == "person" or not _may_be_person(name):
        return name.kind == "person"
    last = names.get(_last(name.parts))
    return last is not None and last.kind == "person"


def _may_be_person(name: Name) -> bool:
    best = max(name.votes.values(), default=0.0)
    return best - name.votes.get("person", 0.0) < _SURE


def _bracketed(words: Words, finds: list[Find], names: Names) -> Iterator[Pair]:
    """ "Arvil Harbour Board (AHB)": the acronym in brackets, also one of the name in another language."""
    ends = {find.piece[1]: words.surface(find.piece) for find in finds}
    for find in finds:
        start, end = find.piece
        short = words.surface(find.piece)
        full = ends.get(start - 1)
        if full and words.at(start - 1) == "(" and words.at(end) == ")" and ACRONYM.match(short):
            fits = _fits(short, full) or (names[full].kind == "organisation" and len(full.split(" ")) > 2)
            if fits and names[full].kind != "person":
                yield short, full


def _fits(short: str, full: str) -> bool:
    """Whether the letters of an acronym are initials of the name, in order."""
    rest = iter([part[0].upper() for part in full.replace("-", " ").split(" ") if part[:1].isalpha()])
    return all(letter in rest for letter in short.upper() if letter.isalpha())


def _initials(names: Names) -> Iterator[Pair]:
    """An acronym that is exactly the initials of one longer name of the text."""
    full: dict[str, list[str]] = defaultdict(list)
    for name in names.values():
        capitals = "".join(part[0] for part in name.parts if part[0].isupper())
        if len(capitals) > 2 and name.kind in {"organisation", "place"}:
            full[capitals].append(name.text)
    for name in names.values():
        owners = full.get(name.text.replace(".", ""), ())
        if len(owners) == 1 and " " not in name.text:
            yield name.text, owners[0]


def _short(names: Names) -> Iterator[Pair]:
    """A company with and without its legal form, and the short form that follows a full name."""
    legal = lists.table("entities_heads", "any")
    longer: dict[str, list[Name]] = defaultdict(list)
    for name in names.values():
        parts = name.parts
        if len(parts) > 1 and name.kind == "organisation":
            if parts[-1] in legal and " ".join(parts[:-1]) in names:
                yield name.text, " ".join(parts[:-1])
            for cut in range(1, len(parts)):
                longer[" ".join(parts[:cut])].append(name)
    yield from _heads(names)
    for name in names.values():
        owners = _shortest(longer.get(name.text, []))
        if len(owners) == 1 and owners[0].first < name.first and _may_be_organisation(name):
            yield name.text, owners[0].text


def _heads(names: Names) -> Iterator[Pair]:
    """ "Rovers" for "Marlow Rovers", where no other has that head."""
    ends: dict[str, list[Name]] = defaultdict(list)
    for name in names.values():
        if " " in name.text and name.kind == "organisation":
            ends[name.text.rpartition(" ")[2]].append(name)
    heads = lists.table("entities_heads", "last")
    for head, owners in ends.items():
        if head in names and "organisation" in heads.get(head, ()) and len(owners) == 1:
            yield head, owners[0].text


def _shortest(names: list[Name]) -> list[Name]:
    """Those that do not merely go on where another ends."""
    return [name for name in names if not any(name.text.startswith(other.text + " ") for other in names)]


def _may_be_organisation(name: Name) -> bool:
    best = max(name.votes.values(), default=0.0)
    return best - name.votes.get("organisation", 0.0) < _SURE and not lists.is_known(name.text)


def _aliases(names: Names) -> Iterator[Pair]:
    seen: dict[str, str] = {}
    for text in names:
        row = lists.aliases().get(text)
        if row:
            yield text, seen.setdefault(row, text)


def last_names(names: Names, groups: dict[str, str], kinds: dict[str, EntityKind]) -> dict[str, str]:
    """Last names that were never found alone -> the group of the one person who bears each."""
    owners: dict[str, set[str]] = defaultdict(set)
    for text, group in groups.items():
        if kinds[group] == "person" and " " in text:
            owners[_last(text.split(" "))].add(group)
    return {
        last: next(iter(bearers))
        for last, bearers in owners.items()
        if len(bearers) == 1 and last not in names and _can_stand_alone(last)
    }


def short_names(names: Names, groups: dict[str, str], kinds: dict[str, EntityKind]) -> dict[str, str]:
    """First words of organisations, never found alone -> the group of the one organisation they begin."""
    owners: dict[str, set[str]] = defaultdict(set)
    for text, group in groups.items():
        first, _, rest = text.partition(" ")
        phrase = rest.partition(" ")[0] in {"of", "and", "for", "&"}
        if rest and not phrase and kinds[group] == "organisation" and first not in names:
            owners[first].add(group)
    return {
        first: next(iter(group))
        for first, group in owners.items()
        if len(group) == 1 and _is_distinctive(first)
    }


def _is_distinctive(word: str) -> bool:
    """Whether a word stands for one organisation: not "National", not "Bank", not "Air"."""
    heads = (lists.table("entities_heads", key) for key in ("last", "first", "opening"))
    common = word.lower() in lists.nouns() or is_role(word) or any(word in table for table in heads)
    small = any(
        word.lower() in lists.words("entities_words", key) for key in ("compass", "function", "calendar")
    )
    given = word in lists.words("given_names", "given")
    return _can_stand_alone(word) and len(word) > 3 and not (common or small or given)


def _can_stand_alone(last: str) -> bool:
    return len(last) > 2 and last[0].isupper() and not lists.is_known(last) and last not in lists.demonyms()
