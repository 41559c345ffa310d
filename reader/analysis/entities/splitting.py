"""Where one span of the model holds several names: parts them."""

from collections.abc import Collection, Iterator

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.repairs import POSSESSIVES, is_title, trimmed
from reader.analysis.entities.words import Piece, Words

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
    return spaced or (word in POSSESSIVES and label == "PERSON")


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
            if left in known or lists.is_known(left):
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
