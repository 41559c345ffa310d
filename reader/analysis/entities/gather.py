"""Where names stand: the model's spans, repaired and widened, and what the model missed."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.analysis.entities import evidence, lists
from reader.analysis.entities.repairs import pieces, split_known
from reader.analysis.entities.runs import Runs
from reader.analysis.entities.words import Piece, Words

_LABELS = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_ENOUGH = 2.5  # weight of evidence at which capitalised words are a name without the model's word for it
ACRONYM = re.compile(r"[A-Z][A-Za-z&]?[A-Z&-]{0,6}[A-Z]s?$")


_MODEL = re.compile(r"\d{3}[\w-]*$|[A-Z]{1,3}-?\d")


@dataclass(frozen=True, slots=True)
class Find:
    """A name in its place; ``label`` is the model's, "" where it saw nothing."""

    piece: Piece
    label: str


def gather(doc: Doc, words: Words, runs: Runs) -> list[Find]:
    """All names to be voted on, in text order, none overlapping another."""
    datelines = list(_datelines(doc, words))
    opening = {number for find in datelines for number in range(*find.piece)}
    finds = list(_trusted(words, [find for find in _of_model(doc, words) if find.piece[0] not in opening]))
    finds = sorted(finds + datelines, key=lambda find: find.piece)
    finds = list(_rejoined(words, finds))
    known = {words.surface(find.piece) for find in finds}
    finds = [Find(part, find.label) for find in finds for part in split_known(words, find.piece, known)]
    taken = {number for find in finds for number in range(*find.piece)}
    finds = [Find(_widened(find, runs, taken), find.label) for find in finds]
    finds += list(_in_brackets(words, finds, taken))
    finds += list(_known_names(words, words.shouted | runs.headline, taken))
    timed = {n for ent in doc.ents if ent.label_ in _TIMES for n in range(ent.start, ent.end)}
    finds += [Find(piece, "") for piece in runs.missed(taken | timed) if _is_likely(words, piece)]
    return sorted(finds, key=lambda find: find.piece)


def _of_model(doc: Doc, words: Words) -> Iterator[Find]:
    for ent in doc.ents:
        if ent.label_ in _LABELS:
            for piece in pieces(words, ent.start, ent.end, ent.label_):
                country = words.surface(piece) in lists.words("places", "countries")
                yield Find(piece, "GPE" if country else ent.label_)


def _datelines(doc: Doc, words: Words) -> Iterator[Find]:
    """The places reports open with, in capitals or where the article says that its dateline is."""
    yield from (Find(piece, evidence.DATELINE) for piece in words.datelines)
    span = doc._.article and doc._.article.dateline
    start = bisect_left(words.starts, span[0]) if span else len(words)
    end = start
    while words.at(end)[:1].isupper() and words.starts[end] < span[1]:
        end += 1
    headline = start in words.shouted and bisect_left(words.starts, span[1]) in words.shouted
    if end > start and not headline and start not in {piece[0] for piece in words.datelines}:
        yield Find((start, end), evidence.DATELINE)


def _trusted(words: Words, finds: list[Find]) -> Iterator[Find]:
    """Without what the model sees in stretches of capitals, where it errs, unless the text has it elsewhere.

    In a text that is all in capitals, names of several words are let through.
    """
    most = len(words.shouted) > len(words) / 2
    calm = {words.surface(find.piece) for find in finds if find.piece[0] not in words.shouted}
    for find in _no_mere_openings(words, finds):
        name = words.surface(find.piece)
        let = most and (" " in name or _is_likely(words, find.piece))
        if let or find.piece[0] not in words.shouted or name in calm or lists.is_known(name):
            yield find


def _no_mere_openings(words: Words, finds: list[Find]) -> Iterator[Find]:
    """Without single words that have their capital only from opening a sentence: "Scholars say"."""
    doubtful = [_is_mere_opening(words, find.piece) for find in finds]
    inside = {words.surface(find.piece) for find, doubt in zip(finds, doubtful, strict=True) if not doubt}
    for find, doubt in zip(finds, doubtful, strict=True):
        if not doubt or words.surface(find.piece) in inside:
            yield find


def _is_mere_opening(words: Words, piece: Piece) -> bool:
    start, end = piece
    return (
        end - start == 1
        and words.opens[start]
        and words.texts[start].istitle()
        and not words.proper[start]
        and not lists.is_known(words.texts[start])
    )


def _known_names(words: Words, numbers: set[int], taken: set[int]) -> Iterator[Find]:
    """Well-known names among words whose capitals say nothing: "ST LOUIS BEATEN AGAIN"."""
    for start in sorted(numbers - taken):
        for end in range(start + 4, start, -1):
            free = taken.isdisjoint(range(start, end))
            if free and lists.is_known(words.surface((start, min(end, len(words))))):
                taken.update(range(start, end))
                yield Find((start, min(end, len(words))), "")
                break


def _rejoined(words: Words, finds: list[Find]) -> Iterator[Find]:
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
    particles = lists.words("entities_titles", "particles")
    return end == start or (end + 1 == start and words.texts[end] in particles)


def _belong(words: Words, left: Find, right: Find) -> bool:
    if words.texts[left.piece[1]] in {"of", "for"}:
        return left.label == "ORG"
    maker = words.surface(left.piece) in lists.words("entities_heads", "makers")
    if maker and _MODEL.match(words.texts[right.piece[0]]):
        return True
    if any(lists.is_known(words.surface(find.piece)) for find in (left, right)):
        return False
    single = right.piece[1] - right.piece[0] == 1
    return left.label == right.label or (single and not words.at(right.piece[0]).isupper())


def _widened(find: Find, runs: Runs, taken: set[int]) -> Piece:
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
    makers = lists.words("entities_heads", "makers")
    if words.surface(piece) in makers and end not in taken and _MODEL.match(words.at(end)):
        end += 1
        while words.at(end)[:1].isupper() and end not in taken and end - start < 5:
            end += 1
    return start, end


def _in_brackets(words: Words, finds: list[Find], taken: set[int]) -> Iterator[Find]:
    """Acronyms that follow a name in brackets: "the Arvil Harbour Board (AHB)", "a network (OBNT)"."""
    named = {find.piece[1] for find in finds}
    for bracket, word in enumerate(words.texts):
        at = bracket + 1
        if word == "(" and words.at(at + 1) == ")" and at not in taken and ACRONYM.match(words.at(at)):
            before = lists.nouns().get(words.small(bracket - 1), ())
            if bracket in named or "organisation" in before:
                taken.add(at)
                yield Find((at, at + 1), "")


def _is_likely(words: Words, piece: Piece) -> bool:
    weights: dict[str, float] = {}
    for kind, weight in (*evidence.of_name(words.surface(piece)), *evidence.of_context(words, piece)):
        weights[kind] = weights.get(kind, 0.0) + weight
    return max(weights.values(), default=0.0) >= _ENOUGH
