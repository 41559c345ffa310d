"""How far a name reaches: runs of capitalised words, by which spans of the model are widened and joined, and names it missed are found."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.names import Find
from reader.analysis.entities.trimming import MARKS, POSSESSIVES, is_title, trimmed
from reader.analysis.entities.words import Piece, Words

_INSIDE = lexicon.words("entities_words", "inside") | {"&", "-"}
_LONGEST = 8
_YEAR = 4  # figures


def capital_runs(words: Words) -> Iterator[Piece]:
    """Maximal runs of capitalised words of normal lines, with the small words that names have inside."""
    start = end = 0
    for number in words.capitals:
        if number in words.shouted or _mere_opening(words, number):
            continue
        if number != end:
            if end > start:
                yield start, end
            start = number
        end = number + 1
        while words.at(end) in _INSIDE and _goes_on(words, end):
            end += 1
    if end > start:
        yield start, end


def _goes_on(words: Words, number: int) -> bool:
    """Whether a small word stands between two parts of one name: "Bank of Arvil", "Ilse von Brandt"."""
    word, following = words.texts[number], words.at(number + 1)
    if word == "of":
        person = following in lexicon.words("given_names", "given") and not lists.is_known(following)
        headed = words.texts[number - 1] in lists.table("entities_heads", "first")
        return headed and following[:1].isupper() and not person
    if word == "-":
        return words.joined(number) and words.joined(number + 1 if following else number)
    return following[:1].isupper() or following in _INSIDE


def _mere_opening(words: Words, number: int) -> bool:
    """Whether the capital is only that of a sentence's first word."""
    if words.texts[number].lower() in lists.never_first():
        return words.texts[number] != "I"  # "World War I"
    return bool(words.opens[number]) and not words.proper[number]


def headline_lines(words: Words) -> set[int]:
    """Numbers of the words in lines that have nearly every word capitalised: there, capitals say little."""
    found: set[int] = set()
    start = 0
    breaks = [number for number, word in enumerate(words.texts) if "\n" in word]
    for end in (*breaks, len(words)):
        if _is_headline(words, start, end):
            found.update(range(start, end))
        start = end + 1
    return found


def _is_headline(words: Words, start: int, end: int) -> bool:
    """Whether of more than three long words of a line more than three quarters have a capital, and no stop ends it."""
    if words.at(end - 1) == ".":
        return False
    capitals = bisect_left(words.capitals, end) - bisect_left(words.capitals, start)
    large = small = 0
    for word in words.texts[start:end]:
        if len(word) > 3 and word.isalpha():
            if word[0].isupper():
                large += 1
            else:
                small += 1
            if 3 * small >= capitals:
                return False  # as in nearly every line, after a few of its words
    return large + small > 3 and large > 3 * small


class Runs:
    """The runs of one text, by word."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.headline = headline_lines(words)
        self._pieces = list(capital_runs(words))
        calm = (piece for piece in self._pieces if piece[0] not in self.headline)
        self._of = {number: piece for piece in calm for number in range(*piece)}

    def widened(self, piece: Piece, taken: set[int], *, person: bool = False) -> Piece:
        """The piece with the capitalised words beside it that belong to the same name."""
        start, end = piece
        run = self._of.get(start)
        if run is None or run[1] < end:
            return piece
        while start > run[0] and end - start <= _LONGEST and self._joins(start - 1, taken, person):
            start -= 1
        while end < run[1] and end - start <= _LONGEST and self._joins(end, taken, person):
            end += 1
        return trimmed(self.words, start, end) or piece if end - start <= _LONGEST else piece

    def _joins(self, number: int, taken: set[int], person: bool = False) -> bool:
        """Whether the word can be part of the name beside it: no title, no people, no acronym."""
        word = self.words.texts[number]
        legal = lists.table("entities_heads", "any")
        acronym = word.isupper() and len(word) > 1 and word[1] != "." and word not in legal
        if word in lexicon.words("places", "countries") and "." in word:
            return False
        if word.lower() in lexicon.words("entities_titles", "leading") and "." in self.words.at(number + 1):
            return False  # "Assistant U.S. Attorney"
        if acronym or (person and (word == "of" or lists.is_known(word))):
            return False
        if number in taken or word in lists.demonyms() or is_title(word) or word == "-":
            return False
        return not self._before_title(number)

    def _is_aside(self, number: int) -> bool:
        """Whether the word is a title or a people, and no part of the name after it."""
        word = self.words.texts[number]
        return is_title(word) or word in lists.demonyms() or word == "-" or self._before_title(number)

    def _before_title(self, number: int) -> bool:
        """Whether the word belongs to an office that follows: "Commerce Secretary"."""
        following = self.words.at(number + 1)
        return following[:1].isupper() and is_title(following)

    def missed(self, taken: set[int]) -> Iterator[Piece]:
        """Runs in which the model saw nothing, without titles and peoples at their start."""
        for start, end in self._pieces:
            longest = 2 if start in self.headline else _LONGEST
            if end - start <= longest and taken.isdisjoint(range(start, end)):
                at = start
                while at < end and self._is_aside(at):
                    at += 1
                piece = trimmed(self.words, at, end) if at < end else None
                if piece:
                    yield piece


_MODEL = re.compile(r"\d{3}[\w-]*$|[A-Z]{1,3}-?\d")


def rejoined(words: Words, finds: list[Find]) -> Iterator[Find]:
    """Finds with nothing between them that the model parted wrongly, made one again."""
    last: Find | None = None
    for find in finds:
        if last and _adjacent(words, last.piece[1], find.piece[0]) and _belong(words, last, find):
            last = Find((last.piece[0], find.piece[1]), last.label)
            continue
        if last:
            yield last
        last = find
    if last:
        yield last


def with_nicknames(words: Words, finds: list[Find]) -> Iterator[Find]:
    """Finds with a given name, a name in marks and a last name as one: "Maria “Lucky” Santos"."""
    ends = {find.piece[1]: find for find in finds}
    whole: list[Find] = []
    for at in words.capitals:
        if words.at(at - 1) not in MARKS or words.at(at + 1) not in MARKS or at - 1 not in ends:
            continue
        first, last = ends[at - 1], at + 3
        named = words.at(at + 2)[:1].isupper() and not is_title(words.at(at + 2))
        if not named or first.label not in {"PERSON", "ORG"} or first.piece[1] - first.piece[0] > 2:
            continue
        last = next((find.piece[1] for find in finds if find.piece[0] <= at + 2 < find.piece[1]), last)
        whole.append(Find((first.piece[0], last), "PERSON"))
    held = {number for find in whole for number in range(*find.piece)}
    yield from sorted(
        [*whole, *(find for find in finds if find.piece[0] not in held)], key=lambda find: find.piece
    )


def _adjacent(words: Words, end: int, start: int) -> bool:
    """Whether nothing stands between, or a particle ("Ana van Osric"), or "of the" in an office's name."""
    between = " ".join(words.texts[end:start]) if start - end < 3 else ""
    if between in {"of", "of the", "for"} and words.texts[end - 1] in lists.table("entities_heads", "first"):
        return True
    particles = lexicon.words("entities_titles", "particles")
    return end == start or (end + 1 == start and words.texts[end] in particles)


def _belong(words: Words, left: Find, right: Find) -> bool:
    if words.texts[left.piece[1]] in {"of", "for"}:
        return left.label == "ORG" and right.label != "PERSON"
    maker = words.surface(left.piece) in lexicon.words("entities_heads", "makers")
    if maker and _MODEL.match(words.texts[right.piece[0]]):
        return True
    if any(lists.is_known(words.surface(find.piece)) for find in (left, right)):
        return False
    single = right.piece[1] - right.piece[0] == 1
    return left.label == right.label or (single and not words.at(right.piece[0]).isupper())


def widened(find: Find, runs: Runs, taken: set[int]) -> Piece:
    """The whole name of which the model saw a part; its words are added to those taken."""
    wide = runs.widened(find.piece, taken, person=find.label == "PERSON")
    wide = _with_model_number(runs.words, wide, taken)
    following = runs.words.at(wide[1])
    if (
        following[:1].isdigit()
        and wide[1] not in taken
        and _is_numbered(runs.words, wide, following, person=find.label == "PERSON")
    ):
        wide = wide[0], wide[1] + 1
    taken.update(range(*wide))
    return wide


def _is_numbered(words: Words, piece: Piece, number: str, *, person: bool) -> bool:
    """Whether a number belongs to the name before it: "FTSE 100", "a Latch Pro 2", "Local 88", or as the text has it twice."""
    start, end = piece
    if lists.is_known(f"{words.surface(piece)} {number}"):
        return True
    if words.is_noun(end + 1) or words.at(end + 1) in {"-", "–", "/", ":"} or not number.isdigit():
        return False
    if len(number) == _YEAR or words.texts[end - 1] in POSSESSIVES:
        return False
    if words.texts[end - 1] in lexicon.words("entities_heads", "numbered"):
        return True
    before = words.small(start - 1)
    if person and before not in {"a", "an", "the"}:
        return False
    again = words.together(end - 1) > 1
    return (before in {"a", "an", "its"} or (before == "the" and again) or again) and before != "("


def _with_model_number(words: Words, piece: Piece, taken: set[int]) -> Piece:
    """ "Boeing 747": the number belongs to the product's name."""
    start, end = piece
    makers = lexicon.words("entities_heads", "makers")
    if words.surface(piece) in makers and end not in taken and _MODEL.match(words.at(end)):
        end += 1
        while words.at(end)[:1].isupper() and end not in taken and end - start < 5:
            end += 1
    return start, end
