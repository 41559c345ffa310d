"""What is part of a name and what only stands beside it: trims the ends of a span, and parts spans that hold several names."""

import re
from collections.abc import Collection, Iterator

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.words import Piece, Words
from reader.analysis.rules import Order, name, no, reads, rule

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S", "s'", "s’"})
MARKS = frozenset("\"“”‘’«»„'")
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
    if end - start > 1 and words.joined(start) and words.texts[start - 1][-1].isdigit():  # "4K Blu-ray"
        return True
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
        minute = words.at(start - 1) == "(" and words.at(end) == ")"  # "(Brandt 83)"
        return minute or (
            person
            or words.small(end - 2) in lexicon.words("entities_words", "numbered")
            or words.surface((start, end - 1)) in lists.places()
        )
    if small in lexicon.words("entities_words", "numbered"):
        return (
            small not in {"no", "no.", "nos", "nos."}
            or words.at(end)[:1].isdigit()
            or words.at(end + 1)[:1].isdigit()
        )
    return word == small and not word[0].isdigit()


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


_BREAKS = frozenset('()[]{}:;"“”„«»‹›<>|=*–—_?!') | {"``", "''", "--", "...", "…"}
_JOINTS = frozenset({"and", "-", "based", "&"})


def pieces(words: Words, start: int, end: int, label: str) -> Iterator[Piece]:
    """The names inside one span of the model: none, one, or several that were merged."""
    begun = start
    country = (
        words.at(start) in lexicon.words("places", "countries") and label == "PERSON" and end - start > 1
    )
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
    if word in {"(", ")"} and label == "ORG" and _is_inside_firm(words, start, at, end):
        return False
    if word in _BREAKS or "\n" in word:
        return True
    if word == ",":
        following = words.at(at + 1)
        legal = following in lists.table("entities_heads", "any")
        listed = label == "ORG" and any(w in {"and", "&"} for w in words.texts[at:end])
        return not legal and not listed
    if word == "/" and at > start and min(len(words.texts[at - 1]), len(words.at(at + 1))) > 1:
        return True  # "Ada Moss/Kolm Press"
    spaced = word in {"-", "/"} and at > 0 and not words.joined(at)
    if (
        spaced and label == "ORG" and (start, end) == (at - 1, at + 2)
    ):  # "Nor - Vik", as some agencies write it
        return lists.is_known(words.texts[start]) or lists.is_known(words.texts[end - 1])
    return spaced or (
        word in POSSESSIVES and label == "PERSON" and not _is_inside_title(words, start, at, end)
    )


def _is_inside_title(words: Words, start: int, at: int, end: int) -> bool:
    """Whether an "’s" stands within the name of a thing that the model takes for somebody: "Assassin’s Creed"."""
    plain = (
        len(words.texts[at]) > 1
        and at - start == 1
        and words.dictionary.is_word(words.small(start))
        and at + 1 < end
    )
    return plain and words.texts[at + 1][:1].isupper() and words.dictionary.is_word(words.small(at + 1))


def _is_inside_firm(words: Words, start: int, at: int, end: int) -> bool:
    """Whether a bracket belongs to the name of a firm: "Tern Leisure (Piers) Ltd"."""
    closing = next((number for number in range(at, min(at + 4, end)) if words.texts[number] == ")"), end)
    legal = closing + 1 < end and words.at(closing + 1) in lists.table("entities_heads", "any")
    return legal and "(" in words.texts[start : at + 1]


def split_known(words: Words, piece: Piece, known: Collection[str]) -> list[Piece]:
    """A piece that joins a known name to something else, parted: "Norvik’s Harbour Board", "General Brandt"."""
    start, end = piece
    if end - start > 1 and is_title(words.texts[start]) and words.surface((start + 1, end)) in known:
        return [(start + 1, end)]
    whose = _of_person(words, start, end)
    if whose:
        return [(start, whose), (whose + 1, end)]
    country = words.texts[start] in lexicon.words("places", "countries") and words.at(end - 1).isupper()
    for at in range(start + (1 if country else 2), end):
        if words.surface((start, at)) in known and words.surface((at, end)) in known:
            return [(start, at), (at, end)]
    for at in range(start + 1, end - 1):
        if words.texts[at] in _JOINTS or words.texts[at] in POSSESSIVES:
            left = words.surface((start, at))
            firm = words.texts[at] == "&" and not lists.is_known(left)  # "Corbel & Vane Homes"
            if (left in known or lists.is_known(left)) and not firm:
                right = trimmed(words, at + 1, end)
                return [(start, at), *(split_known(words, right, known) if right else ())]
    return [piece]


def _of_person(words: Words, start: int, end: int) -> int:
    """The number of the "of" in "Harbour Alliance of Ilse Brandt", 0 if there is none."""
    given = lexicon.words("given_names", "given")
    for at in range(max(start + 1, end - 4), end - 2):
        if (
            words.texts[at] == "of"
            and words.texts[at + 1] in given
            and words.texts[at + 1] not in lists.places()
        ):
            return at
    return 0


_BEFORE_SENTENCE = MARKS | frozenset("•*-–—:;([") | {"", "``", "--", "..."}


def begins(words: Words, number: int) -> bool:
    """Whether a word has a capital in any case: it opens a sentence, a line, a quotation or a label's text."""
    before = words.at(number - 1)
    return bool(words.opens[number]) or before in _BEFORE_SENTENCE or "\n" in before


@rule(
    "entities.opener_of_known",
    "An English word that opens a sentence is no part of the name behind it, where the text has that without it.",
    decides=[
        reads(
            "He joined Norvik Bank.\n\nDirectors Norvik Bank employs are rich.",
            no(name("Directors Norvik Bank")),
        )
    ],
    leaves=[reads("They met Rose Brandtner. Rose Brandtner smiled.", name("Rose Brandtner"))],
)
def opener_of_known(words: Words, piece: Piece, known: Collection[str], person: bool) -> bool:
    """Whether the rest of the piece is a name of the text, or a well-known one."""
    start, end = piece
    rest, small = words.surface((start + 1, end)), words.small(start)
    if rest not in known and not lists.is_known(rest):
        return False
    if any(words.texts[start] in lists.table("entities_heads", key) for key in ("first", "last", "opening")):
        return False
    if small in lexicon.words("entities_words", "openers") or words.dictionary.is_participle(small):
        return True
    if small in lexicon.words("entities_words", "compass"):
        return False
    return words.dictionary.has_ending(small) or (person and words.dictionary.is_described(small))


@rule(
    "entities.opener_of_person",
    "A verb, or a word such as “fellow”, that opens a sentence is no part of the name of somebody behind it.",
    decides=[reads("Hosting Brandtner on Friday, the mayor smiled.", no(name("Hosting Brandtner")))],
    leaves=[reads("Rose Halden smiled on Friday.", name("Rose Halden"))],
)
def opener_of_person(words: Words, piece: Piece, known: Collection[str], person: bool) -> bool:
    """Whether what follows the first word looks like somebody's name."""
    start, end = piece
    small = words.small(start)
    if words.texts[start + 1] in lexicon.words("given_names", "given") and end - start > 2:
        return words.dictionary.is_verb(small) or (person and words.dictionary.is_described(small))
    strange = words.texts[start + 1].istitle() and not words.dictionary.is_word(words.small(start + 1))
    if small in lexicon.words("entities_words", "openers"):
        return strange or (
            end - start > 2 and words.texts[start + 1].istitle() and words.texts[start + 2].istitle()
        )
    does = small.endswith("ing") and words.dictionary.is_verb(small)
    if person and does:
        return strange or end - start > 2
    return strange and words.dictionary.is_participle(small)


_OPENER: Order[[Words, Piece, Collection[str], bool], bool] = Order(
    "Does the first word of a span only open its sentence?", opener_of_known, opener_of_person
)


def without_opener(
    words: Words, piece: Piece, known: Collection[str], inside: Collection[str], *, person: bool
) -> Piece:
    """The piece without a first word that has its capital only from opening a sentence: "Hosting Brandt".

    ``known`` are the names of the text, ``inside`` those that stand where no sentence begins.
    """
    start, end = piece
    if end - start < 2 or not begins(words, start) or words.surface(piece) in inside:
        return piece
    given = words.texts[start] in lexicon.words("given_names", "given")
    title = words.at(start - 1) in MARKS and words.at(end) in MARKS
    if given or title or lists.is_known(words.surface(piece)) or not words.texts[start].istitle():
        return piece
    return (start + 1, end) if _OPENER.first(words, piece, known, person) else piece
