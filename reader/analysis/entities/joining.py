"""Which names are one: people's, short forms, acronyms, other names of a place; and whom a last name alone means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.gather import ACRONYM
from reader.analysis.entities.names import SURE, Find, Name, Names, Pair
from reader.analysis.entities.trimming import MARKS, is_role
from reader.analysis.entities.words import Piece, Words
from reader.analysis.model import EntityKind


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
    by_formal: dict[str, list[Person]] = defaultdict(list)
    for same in _same_people(names):
        full = max(same, key=lambda name: len(name.text))
        person = Person(full.text, min(name.first for name in same), sum(name.count for name in same))
        by_last[last_name(full.parts)].append(person)
        called = {_nickname(name.parts) for name in same} - {None}
        for first in {first_name(name.parts) for name in same} | called:
            by_first[str(first)].append(person)
            by_formal[_formal(str(first))].append(person)
        yield from ((name.text, full.text) for name in same)
        yield from _with_particle(full.text, names)
    for name in names.values():
        if (" " not in name.text or " - " in name.text) and not name.royal and _may_be_person(name):
            owners = (
                by_last.get(name.text)
                or by_last.get(name.text.removesuffix("s"))
                or by_first.get(name.text)
                or by_formal.get(_formal(name.text))
            )
            foremost = _foremost(owners or [], name.first)
            if foremost:
                yield name.text, foremost


def _with_particle(full: str, names: Names) -> Iterator[Pair]:
    """ "De Miranda" for "Luis de Miranda", "Bin Laden"."""
    particles = lexicon.words("entities_titles", "particles")
    parts = full.split(" ")
    for at in range(1, len(parts) - 1):
        if parts[at].lower() in particles:
            short = " ".join([parts[at].capitalize(), *parts[at + 1 :]])
            if short in names:
                yield short, full


def _same_people(names: Names) -> Iterable[list[Name]]:
    """Full names of people, those with the same given and last name together; an initial is that of the one it fits."""
    ends: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for name in names.values():
        if (
            " " in name.text
            and _is_person(name, names)
            and name.text
            not in (
                last_name(name.parts),
                first_name(name.parts),
            )
        ):
            ends[last_name(name.parts)][_formal(first_name(name.parts))].append(name)
    for bearers in ends.values():
        for first in [first for first in bearers if _is_initial(first)]:
            fitting = [other for other in bearers if other[0] == first[0] and not _is_initial(other)]
            if len(fitting) == 1:
                bearers[fitting[0]] += bearers.pop(first)
        yield from bearers.values()


def _formal(given: str) -> str:
    """A given name without its short form: "Walter" for "Walt"."""
    return lists.formal_given_names().get(given, given)


def _is_initial(given: str) -> bool:
    return len(given) == 2 and given[1] == "."


def _foremost(people: list[Person], first: int) -> str | None:
    """Whom a name alone means: the one who bears it, or the one the article is about, named before.

    Of two who share it, that is the one it names in full twice as often; else it is nobody.
    """
    ranked = sorted(people, key=lambda person: -person.count)
    if len(ranked) > 1 and (ranked[0].count < 2 * ranked[1].count or ranked[0].first > first):
        return None
    return ranked[0].text if ranked else None


def last_name(parts: list[str]) -> str:
    """The last name among the words of a full name: not "Jr.", not "III"; both halves of "Lind - Roe"."""
    if len(parts) > 2 and parts[-1].lower() in lexicon.words("entities_titles", "suffixes"):
        parts = parts[:-1]
    at = len(parts) - 1
    particles = lexicon.words("entities_titles", "particles")
    while at > 2 and parts[at - 1] == "-" and parts[at - 2].lower() not in particles:
        at -= 2
    return " ".join(parts[at:])


def first_name(parts: list[str]) -> str:
    """The given name a full name begins with: both halves of "Anna - Lena"."""
    end = 1
    while end + 2 < len(parts) and parts[end] == "-":
        end += 2
    return " ".join(parts[:end])


def _nickname(parts: list[str]) -> str | None:
    """The name in marks within a name: "Lucky" of "Maria “Lucky” Santos"."""
    return next((parts[at + 1] for at in range(1, len(parts) - 2) if parts[at] in MARKS), None)


def _is_person(name: Name, names: Names) -> bool:
    """Whether a name of several words is a person's, by its own votes or by those of its last word."""
    if name.kind == "person" or not _may_be_person(name):
        return name.kind == "person"
    last = names.get(last_name(name.parts))
    return last is not None and last.kind == "person"


def _may_be_person(name: Name) -> bool:
    return name.lead("person") < SURE


def joined(words: Words, finds: list[Find], names: Names) -> dict[str, str]:
    """Each name's text -> the text of the name that stands for its group."""
    parents = {text: text for text in names}

    def root(text: str) -> str:
        while parents[text] != text:
            parents[text] = parents[parents[text]]
            text = parents[text]
        return text

    for rule in (
        people(names),
        _bracketed(words, finds, names),
        _also_known(words, finds, names),
        _initials(names),
        _short(names),
        _aliases(names),
    ):
        for short, full in rule:
            parents[root(short)] = root(full)
    return {text: root(text) for text in names}


def _bracketed(words: Words, finds: list[Find], names: Names) -> Iterator[Pair]:
    """ "Arvil Harbour Board (AHB)": the acronym in brackets, also one of the name in another language."""
    ends = {find.piece[1]: find.piece for find in finds}
    for find in finds:
        start, end = find.piece
        if start - 1 not in ends or words.at(start - 1) != "(" or words.at(end) != ")":
            continue
        short, full = words.surface(find.piece), words.surface(ends[start - 1])
        if full and ACRONYM.match(short):
            fits = _fits(short, full) or (names[full].kind == "organisation" and len(full.split(" ")) > 2)
            if fits and names[full].kind != "person":
                yield short, full


def _also_known(words: Words, finds: list[Find], names: Names) -> Iterator[Pair]:
    """ "Augustin Farrow, known as Gus", "Verity Lind, born Verity Pascoe": two names of one person."""
    ends = {find.piece[1]: words.surface(find.piece) for find in finds}
    for find in finds:
        start, text = find.piece[0], words.surface(find.piece)
        at = start
        while at and words.small(at - 1) in lexicon.words("entities_words", "known_as") and start - at < 6:
            at -= 1
        if at == start or words.small(start - 1) not in lexicon.words("entities_words", "names_so"):
            continue
        parted = words.small(at - 1) in {",", "("}
        if not parted and words.small(at) not in {"is", "was"}:
            continue
        before = ends.get(at - 1 if parted else at)
        if before and names[before].kind == names[text].kind == "person":
            yield (text, before) if len(before) >= len(text) else (before, text)
    yield from _maiden_names(words, finds, names)


def _maiden_names(words: Words, finds: list[Find], names: Names) -> Iterator[Pair]:
    """ "She was born Verity Anne Pascoe": the one of the text with that given name."""
    for find in finds:
        name = names[words.surface(find.piece)]
        if words.small(find.piece[0] - 1) not in {"born", "née", "nee"} or " " not in name.text:
            continue
        given = first_name(name.parts)
        others = {other.text for other in names.values() if _shares_given(other, name, given)}
        if len({last_name(other.split(" ")) for other in others}) == 1:
            yield name.text, max(others, key=len)


def _shares_given(other: Name, name: Name, given: str) -> bool:
    """Whether another full name of a person begins with the same given name."""
    full = " " in other.text and other.kind == "person" and first_name(other.parts) == given
    return full and last_name(other.parts) != last_name(name.parts)


def _fits(short: str, full: str) -> bool:
    """Whether the letters of an acronym are initials of the name, in order."""
    rest = iter([part[0].upper() for part in full.replace("-", " ").split(" ") if part[:1].isalpha()])
    return all(letter in rest for letter in short.upper() if letter.isalpha())


def _initials(names: Names) -> Iterator[Pair]:
    """An acronym that is exactly the initials of one longer name of the text."""
    full: dict[str, set[str]] = defaultdict(set)
    for name in names.values():
        if len(name.parts) > 1 and name.kind in {"organisation", "place"}:
            for letters in _initial_letters(name.parts):
                if len(letters) > 2:
                    full[letters].add(name.text)
    for name in names.values():
        owners = full.get(name.text.replace(".", ""), ())
        if len(owners) == 1 and len(name.text) < 8 and " " not in name.text.replace(" & ", ""):
            yield name.text, next(iter(owners))


def _initial_letters(parts: list[str]) -> Iterator[str]:
    """What an acronym of a name may look like: "PG&S" and "PGS" of "Pacific Gas & Steam Co.", "BoE", also without its place."""
    legal = lists.table("entities_heads", "any")
    core = parts[:-1] if parts[-1] in legal else parts
    yield "".join(part[0] for part in parts if part[0].isupper())
    yield "".join(part[0] for part in core if part[0].isupper())
    yield "".join(part[0] for part in core if part[0].isalpha() or part == "&")
    yield " & ".join(
        "".join(part[0] for part in half.split(" ")) for half in " ".join(core).split(" & ") if half
    )
    if len(core) > 3 and (core[0] in lists.places() or core[0] in lists.demonyms()):
        yield "".join(part[0] for part in core[1:] if part[0].isupper())


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
    return name.lead("organisation") < SURE and not lists.is_known(name.text)


def _aliases(names: Names) -> Iterator[Pair]:
    seen: dict[str, str] = {}
    for text in names:
        row = lists.aliases().get(text)
        if row:
            yield text, seen.setdefault(row, text)


def single_names(names: Names, groups: dict[str, str], kinds: dict[str, EntityKind]) -> dict[str, str]:
    """Last and given names that were never found alone -> the group of the one person who bears each."""
    owners: dict[str, set[str]] = defaultdict(set)
    firsts: dict[str, set[str]] = defaultdict(set)
    for text, group in groups.items():
        if kinds[group] == "person" and " " in text:
            owners[last_name(text.split(" "))].add(group)
            firsts[first_name(text.split(" "))].add(group)
    given = lexicon.words("given_names", "given")
    for first, bearers in firsts.items():
        if first in given and first not in owners and first not in lists.never_alone():
            owners[first] = bearers
    return {
        single: next(iter(bearers))
        for single, bearers in owners.items()
        if len(bearers) == 1 and single not in names and _can_stand_alone(single)
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
        word.lower() in lexicon.words("entities_words", key) for key in ("compass", "function", "calendar")
    )
    given = word in lexicon.words("given_names", "given")
    return _can_stand_alone(word) and len(word) > 3 and not (common or small or given)


def _can_stand_alone(last: str) -> bool:
    return len(last) > 2 and last[0].isupper() and not lists.is_known(last) and last not in lists.demonyms()


_TITLES = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}


def titled(
    words: Words, pieces: list[Piece], groups: Mapping[str, str], kinds: Mapping[str, EntityKind]
) -> dict[Piece, str]:
    """Last names with a title -> the group of the one they fit, or a name of their own with the title.

    Those without a title, and those whose name's bearer they do fit, are left out.
    """
    marked = {
        piece: gender for piece in pieces if piece[1] - piece[0] == 1 and (gender := _title(words, piece))
    }
    bearers = _bearers(words, pieces, groups, kinds) if marked else {}
    found: dict[Piece, str] = {}
    for piece, gender in marked.items():
        name = words.surface(piece)
        known = bearers.get(name, {})
        fitting = [group for group, theirs in known.items() if theirs == gender]
        if not fitting:
            fitting = [group for group, theirs in known.items() if theirs is None]
            if len(fitting) > 1:
                continue
        if known and not fitting:
            found[piece] = f"{words.at(piece[0] - 1)} {name}".replace(". ", " ")
        elif (most := _named_most(words, pieces, groups, fitting)) is not None:
            found[piece] = most
    return found


def _named_most(words: Words, pieces: list[Piece], groups: Mapping[str, str], among: list[str]) -> str | None:
    """Of some groups the one named in full most often, the first of equals: whom the article is about."""
    forms = [groups[form] for form in map(words.surface, pieces) if " " in form]
    ranked = sorted(among, key=lambda group: (-forms.count(group), forms.index(group)))
    return ranked[0] if ranked else None


def _title(words: Words, piece: Piece) -> str | None:
    return _TITLES.get(words.small(piece[0] - 1).rstrip("."))


def _bearers(
    words: Words, pieces: list[Piece], groups: Mapping[str, str], kinds: Mapping[str, EntityKind]
) -> dict[str, dict[str, str | None]]:
    """Last name -> the people who bear it, each with "m", "f" or None where nothing tells."""
    found: dict[str, dict[str, str | None]] = defaultdict(dict)
    for piece in pieces:
        form = words.surface(piece)
        if " " in form and kinds.get(groups[form]) == "person":
            people = found[last_name(form.split(" "))]
            people[groups[form]] = people.get(groups[form]) or _gender(words, piece)
    return found


def _gender(words: Words, piece: Piece) -> str | None:
    """What the given name tells, or the word before it: "his wife, Karen Feld", "Mr Nils Feld"."""
    start = piece[0]
    before = words.small(start - 2 if words.at(start - 1) == "," else start - 1).rstrip(".")
    for gender, near, given in (("f", "female", "female_names"), ("m", "male", "male_names")):
        if before in lexicon.words("sources", near) or words.at(start) in lexicon.words("sources", given):
            return gender
    return None
