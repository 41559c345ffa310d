"""Forms of a name that were never found alone but may stand in the text: last names, first words."""

from collections import defaultdict

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.names import Names
from reader.analysis.entities.people import last_name
from reader.analysis.entities.repairs import is_role
from reader.analysis.model import EntityKind


def last_names(names: Names, groups: dict[str, str], kinds: dict[str, EntityKind]) -> dict[str, str]:
    """Last names that were never found alone -> the group of the one person who bears each."""
    owners: dict[str, set[str]] = defaultdict(set)
    for text, group in groups.items():
        if kinds[group] == "person" and " " in text:
            owners[last_name(text.split(" "))].add(group)
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
        word.lower() in lexicon.words("entities_words", key) for key in ("compass", "function", "calendar")
    )
    given = word in lexicon.words("given_names", "given")
    return _can_stand_alone(word) and len(word) > 3 and not (common or small or given)


def _can_stand_alone(last: str) -> bool:
    return len(last) > 2 and last[0].isupper() and not lists.is_known(last) and last not in lists.demonyms()
