"""The word lists of the lexicon as tables, in the shape in which the rules ask for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from reader.analysis import lexicon
from reader.analysis.model import EntityKind

Table = Mapping[str, tuple[EntityKind, ...]]
_WELL_KNOWN = ("countries", "regions", "cities")  # lists of places


def _by_word(kinds: Mapping[Any, Iterable[str]]) -> Table:
    table: dict[str, tuple[EntityKind, ...]] = defaultdict(tuple)
    for kind, lines in kinds.items():
        for word in lexicon.split(lines):
            if kind not in table[word]:
                table[word] += (kind,)
    return dict(table)


@cache
def table(name: str, key: str) -> Table:
    """A list of words by kind, turned round: word -> the kinds it stands for."""
    return _by_word(lexicon.load(name)[key])


@cache
def nouns() -> Table:
    """Common nouns -> the kinds of name they stand beside."""
    content = lexicon.load("entities_nouns")
    return _by_word({kind: lines for kind, lines in content.items() if kind not in {"after", "of"}})


@cache
def demonyms() -> frozenset[str]:
    """Peoples, faiths and the like, singular and plural."""
    single = lexicon.words("demonyms", "demonyms")
    return single | {f"{word}s" for word in single}


@cache
def places() -> frozenset[str]:
    """The names of well-known countries, regions and cities."""
    return frozenset().union(*(lexicon.words("places", key) for key in _WELL_KNOWN))


@cache
def known() -> frozenset[str]:
    """The names of all lists of names."""
    return places().union(lexicon.words("places", "states"), table("entities_heads", "known"))


@cache
def never_first() -> frozenset[str]:
    """Words in small letters whose capital says nothing: no name begins with them."""
    return lexicon.words("entities_words", "never_first") | lexicon.words("entities_words", "calendar")


@cache
def never_alone() -> frozenset[str]:
    """Words in small letters that are no name by themselves: of the calendar, titles, "Jr"."""
    titles = lexicon.words("entities_titles", "titles") | lexicon.words("entities_titles", "suffixes")
    return titles | lexicon.words("entities_words", "calendar")


def is_known(name: str) -> bool:
    """Whether the whole name stands in one of the lists of names."""
    return name.replace(" '", "'").replace(" ’", "'") in known()


@cache
def places_in_capitals() -> Mapping[str, str]:
    """The words of well-known places, in capitals -> as they are written: "ES" -> "es"."""
    names = [name for key in _WELL_KNOWN for name in lexicon.words("places", key)]
    return {word.upper(): word for name in names for word in name.split() if not word.isupper()}


@cache
def formal_given_names() -> Mapping[str, str]:
    """Short forms of given names -> the first name of their row."""
    return {name: row[0] for row in lexicon.load("given_names")["nicknames"] for name in row}


@cache
def aliases() -> Mapping[str, str]:
    """Other names and short forms of a place -> the first name of its row."""
    return {name: row[0] for row in lexicon.load("places")["aliases"] for name in row}
