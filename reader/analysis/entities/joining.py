"""Which names are one: people's, short forms, acronyms, other names of a place."""

from collections import defaultdict
from collections.abc import Iterator

from reader.analysis.entities import lists
from reader.analysis.entities.finds import Find
from reader.analysis.entities.gather import ACRONYM
from reader.analysis.entities.names import SURE, Name, Names, Pair
from reader.analysis.entities.people import people
from reader.analysis.entities.words import Words


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
    return best - name.votes.get("organisation", 0.0) < SURE and not lists.is_known(name.text)


def _aliases(names: Names) -> Iterator[Pair]:
    seen: dict[str, str] = {}
    for text in names:
        row = lists.aliases().get(text)
        if row:
            yield text, seen.setdefault(row, text)
