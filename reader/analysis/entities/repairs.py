"""What is part of a name and what only stands beside it: splits and trims the spans of the model."""

import re
from collections.abc import Collection, Iterator

from reader.analysis.entities import lists
from reader.analysis.entities.words import Piece, Words

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S", "s'", "s’"})
_BREAKS = frozenset('()[]{}:;"“”„«»‹›<>|=*–—_?!') | {"``", "''", "--", "...", "…"}
_JOINTS = frozenset({"and", "-", "based", "&"})
_FLIGHT = re.compile(r"(?:flight|flights|no\.?|nos\.?|terminal|update|q[1-4]|h[12])$", re.I)


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")


def has_capital(word: str) -> bool:
    """Whether any letter of the word is a capital: "Norvik", "iPod", "d’Arvil"."""
    return word.lower() != word


def pieces(words: Words, start: int, end: int, label: str) -> Iterator[Piece]:
    """The names inside one span of the model: none, one, or several that were merged."""
    begun = start
    country = words.at(start) in lists.words("places", "countries") and label == "PERSON" and end - start > 1
    if country:  # "U.S. Surgeon General" is no person's name
        yield start, start + 1
        begun = start = start + 1
    for at in range(start, end + 1):
        if at == end or _parts(words, start, at, end, label):
            piece = trimmed(words, begun, at, person=label == "PERSON")
            if piece:
                yield piece
            begun = at + 1


def _parts(words: Words, start: int, at: int, end: int, label: str) -> bool:
    """Whether the word parts two names: a line end, a bracket, a quotation mark, most commas."""
    word = words.texts[at]
    if word in _BREAKS or "\n" in word:
        return True
    if word == ",":
        following = words.at(at + 1)
        legal = following in lists.table("entities_heads", "any")
        listed = label == "ORG" and any(w in {"and", "&"} for w in words.texts[at:end])
        return not legal and not listed
    spaced = word in {"-", "/"} and at > 0 and not words.joined(at)
    if (
        spaced and label == "ORG" and (start, end) == (at - 1, at + 2)
    ):  # "Nor - Vik", as some agencies write it
        return lists.is_known(words.texts[start]) or lists.is_known(words.texts[end - 1])
    return spaced or (word in POSSESSIVES and label == "PERSON")


def trimmed(words: Words, start: int, end: int, *, person: bool = False) -> Piece | None:
    """The span without article, title, possessive and small words at its ends; None if nothing is left."""
    if lists.is_known(words.surface((start, end))):
        return start, end
    while start < end and _droppable_first(words, start, end, person):
        start += 1
    while start < end and _droppable_last(words, start, end, person):
        end -= 1
    if start >= end or _no_name(words, start, end):
        return None
    return start, end


def _is_half_title(words: Words, number: int) -> bool:
    """Whether the word is only a part of an office: "Defense Secretary", "Secretary of State"."""
    leading = words.small(number) in lists.words("entities_titles", "leading")
    of = words.at(number - 1) == "of" and is_title(words.at(number - 2))
    return leading and (of or is_title(words.at(number + 1)))


def _is_title_before_name(words: Words, number: int) -> bool:
    """ "the Norvik Chairman Ilse Brandt": a title with a name after it."""
    return is_title(words.texts[number]) and words.at(number + 1)[:1].isupper()


def _is_half_demonym(words: Words, number: int) -> bool:
    """ "post-Soviet": what a hyphen ties to a small word is no beginning of a name."""
    tied = words.at(number - 1) == "-" and words.joined(number)
    return tied and words.texts[number] in lists.demonyms() and words.at(number - 2).islower()


def is_title(word: str) -> bool:
    """Whether a capitalised word is a form of address or an office."""
    small = word.lower()
    return small in lists.words("entities_titles", "titles")


def is_role(word: str) -> bool:
    """Whether a word is, or begins, an office: "Minister", "Prime"."""
    return is_title(word) or word.lower() in lists.words("entities_titles", "leading")


def split_known(words: Words, piece: Piece, known: Collection[str]) -> list[Piece]:
    """A piece that joins a known name to something else, parted: "Norvik’s Harbour Board", "General Brandt"."""
    start, end = piece
    if end - start > 1 and is_title(words.texts[start]) and words.surface((start + 1, end)) in known:
        return [(start + 1, end)]
    whose = _of_person(words, start, end)
    if whose:
        return [(start, whose), (whose + 1, end)]
    country = words.texts[start] in lists.words("places", "countries") and words.at(end - 1).isupper()
    for at in range(start + (1 if country else 2), end):
        if words.surface((start, at)) in known and words.surface((at, end)) in known:
            return [(start, at), (at, end)]
    for at in range(start + 1, end - 1):
        if words.texts[at] in _JOINTS or words.texts[at] in POSSESSIVES:
            left = words.surface((start, at))
            if left in known or lists.is_known(left):
                right = trimmed(words, at + 1, end)
                return [(start, at), *(split_known(words, right, known) if right else ())]
    return [piece]


def _of_person(words: Words, start: int, end: int) -> int:
    """The number of the "of" in "Harbour Alliance of Ilse Brandt", 0 if there is none."""
    given = lists.words("given_names", "given")
    for at in range(max(start + 1, end - 4), end - 2):
        if words.texts[at] == "of" and words.texts[at + 1] in given and not _is_place(words.texts[at + 1]):
            return at
    return 0


def _droppable_first(words: Words, start: int, end: int, person: bool) -> bool:
    word = words.texts[start]
    small = word.lower()
    if small in lists.words("entities_words", "never_first"):
        return not (word.isupper() and len(word) > 1 and end - start == 1)
    if not has_capital(word):
        return not _ORDINAL.match(word)
    if small in lists.words("entities_words", "speech"):
        return True
    if end - start > 1 and (_is_half_title(words, start) or _is_half_demonym(words, start)):
        return True
    if word in lists.demonyms() and end - start > 1 and _is_place(words.surface((start + 1, end))):
        return True
    if person and end - start > 1:
        return small in lists.words("entities_titles", "titles") or (
            small in lists.words("entities_titles", "leading") and is_title(words.texts[start + 1])
        )
    return small.endswith(".") and small in lists.words("entities_titles", "titles") and end - start > 1


def _is_place(name: str) -> bool:
    return any(name in lists.words("places", key) for key in ("countries", "regions", "cities"))


def _droppable_last(words: Words, start: int, end: int, person: bool) -> bool:
    word = words.texts[end - 1]
    if word in POSSESSIVES or not any(map(str.isalnum, word)):
        return True
    if (
        not person
        and end - start > 1
        and (_is_title_before_name(words, end - 1) or _is_half_title(words, end - 1))
    ):
        return True
    if word.lower() in lists.words("entities_titles", "honours"):
        return end - start > 2
    if word[0].isdigit() and end - start > 1:
        return (
            person or bool(_FLIGHT.match(words.texts[end - 2])) or _is_place(words.surface((start, end - 1)))
        )
    return (not has_capital(word) and not word[0].isdigit()) or bool(_FLIGHT.match(word))


def _no_name(words: Words, start: int, end: int) -> bool:
    if words.surface((start, end)) in lists.words("entities_heads", "no_names"):
        return True
    if end - start > 12 or not any(map(has_capital, words.texts[start:end])):
        return True
    if end - start == 1:
        word = words.texts[start]
        if words.joined(start) and words.texts[start - 1][-1].isdigit():  # a unit: "30GB"
            return True
        if _is_half_title(words, start) or word.lower() in lists.words("entities_titles", "suffixes"):
            return True
        if word.lower() in lists.words("entities_words", "compass") and words.small(start - 1) != "the":
            return True
        return (
            word in lists.demonyms()
            or word.lower() in lists.words("entities_words", "calendar")
            or is_title(word)
            or "@" in word
        )
    calendar = lists.words("entities_words", "calendar")
    if all(word.lower() in calendar or word.isdigit() for word in words.texts[start:end]):
        return True
    return all(is_role(word) or word.lower() in {"of", "and"} for word in words.texts[start:end])
