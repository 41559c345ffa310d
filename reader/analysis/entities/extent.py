"""How far a name reaches: joins what the model parted, and widens what it cut short."""

import re
from collections.abc import Iterator

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.finds import Find
from reader.analysis.entities.runs import Runs
from reader.analysis.entities.words import Piece, Words

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
    if following[:1].isdigit() and lists.is_known(f"{runs.words.surface(wide)} {following}"):  # "FTSE 100"
        wide = wide[0], wide[1] + 1
    taken.update(range(*wide))
    return wide


def _with_model_number(words: Words, piece: Piece, taken: set[int]) -> Piece:
    """ "Boeing 747": the number belongs to the product's name."""
    start, end = piece
    makers = lexicon.words("entities_heads", "makers")
    if words.surface(piece) in makers and end not in taken and _MODEL.match(words.at(end)):
        end += 1
        while words.at(end)[:1].isupper() and end not in taken and end - start < 5:
            end += 1
    return start, end
