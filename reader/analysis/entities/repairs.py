"""What is part of a name and what only stands beside it: trims the ends of a span."""

import re

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.words import Piece, Words

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S", "s'", "s’"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")


def has_capital(word: str) -> bool:
    """Whether any letter of the word is a capital: "Norvik", "iPod", "d’Arvil"."""
    return word.lower() != word


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
    if words.small(number) not in lexicon.words("entities_titles", "leading"):
        return False
    of = words.at(number - 1) == "of" and is_title(words.at(number - 2))
    return of or is_title(words.at(number + 1))


def _is_title_before_name(words: Words, number: int) -> bool:
    """ "the Norvik Chairman Ilse Brandt": a title with a name after it."""
    return is_title(words.texts[number]) and words.at(number + 1)[:1].isupper()


def _is_half_demonym(words: Words, number: int) -> bool:
    """ "post-Soviet": what a hyphen ties to a small word is no beginning of a name."""
    tied = words.at(number - 1) == "-" and words.joined(number)
    return tied and words.texts[number] in lists.demonyms() and words.at(number - 2).islower()


def is_title(word: str) -> bool:
    """Whether a capitalised word is a form of address or an office."""
    return word.lower() in lexicon.words("entities_titles", "titles")


def is_role(word: str) -> bool:
    """Whether a word is, or begins, an office: "Minister", "Prime"."""
    return is_title(word) or word.lower() in lexicon.words("entities_titles", "leading")


def _droppable_first(words: Words, start: int, end: int, person: bool) -> bool:
    word = words.texts[start]
    small = word.lower()
    if small in lexicon.words("entities_words", "never_first"):
        return not (word.isupper() and len(word) > 1 and end - start == 1)
    if word == small:
        return not _ORDINAL.match(word)
    if small in lexicon.words("entities_words", "speech"):
        return True
    if end - start == 1:
        return False
    if _is_half_title(words, start) or _is_half_demonym(words, start):
        return True
    if word in lists.demonyms() and words.surface((start + 1, end)) in lists.places():
        return True
    if person:
        return is_title(word) and not (
            end - start == 2 and small in lexicon.words("entities_titles", "given")
        )
    return small in lexicon.words("entities_titles", "abbreviated") or (
        small.endswith(".") and is_title(word)
    )


def _droppable_last(words: Words, start: int, end: int, person: bool) -> bool:
    word = words.texts[end - 1]
    small = word.lower()
    if word in POSSESSIVES or not (word[0].isalnum() or any(map(str.isalnum, word))):
        return True
    if (
        not person
        and end - start > 1
        and (_is_title_before_name(words, end - 1) or _is_half_title(words, end - 1))
    ):
        return True
    if small in lexicon.words("entities_titles", "honours"):
        return end - start > 2
    if word[0].isdigit() and end - start > 1:
        return (
            person
            or words.small(end - 2) in lexicon.words("entities_words", "numbered")
            or words.surface((start, end - 1)) in lists.places()
        )
    return (word == small and not word[0].isdigit()) or small in lexicon.words("entities_words", "numbered")


def _no_name(words: Words, start: int, end: int) -> bool:
    name = words.surface((start, end))
    if name in lexicon.words("entities_heads", "no_names") or end - start > 12 or not has_capital(name):
        return True
    if end - start == 1:
        return _is_no_name(words, start)
    parts = words.texts[start:end]
    return all(map(_is_of_calendar, parts)) or all(map(_is_of_role, parts))


def _is_no_name(words: Words, number: int) -> bool:
    word = words.texts[number]
    small = word.lower()
    if small in lists.never_alone() or word in lists.demonyms() or "@" in word:
        return True
    if words.joined(number) and words.texts[number - 1][-1].isdigit():  # a unit: "30GB"
        return True
    if small in lexicon.words("entities_words", "compass") and words.small(number - 1) != "the":
        return True
    return _is_half_title(words, number)


def _is_of_calendar(word: str) -> bool:
    return word.lower() in lexicon.words("entities_words", "calendar") or word.isdigit()


def _is_of_role(word: str) -> bool:
    return is_role(word) or word.lower() in {"of", "and"}
