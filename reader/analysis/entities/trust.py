"""Which spans of the model are believed: capitals deceive it at the head of a text and of a sentence."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis import lexicon
from reader.analysis.entities import evidence, lists
from reader.analysis.entities.finds import Find, is_likely
from reader.analysis.entities.words import Piece, Words
from reader.article.dateline import places_in


def datelines(doc: Doc, words: Words) -> Iterator[Find]:
    """The places reports open with, in capitals or where the article says that its dateline is."""
    yield from (Find(piece, evidence.DATELINE) for piece in words.datelines)
    article = doc._.article
    if article is None or article.dateline is None:
        return
    first = bisect_left(words.starts, article.dateline[0])
    if first in words.shouted and bisect_left(words.starts, article.dateline[1]) in words.shouted:
        return  # a headline
    known = {piece[0] for piece in words.datelines}
    for start, end in places_in(article.text, article.dateline[0]):
        piece = bisect_left(words.starts, start), bisect_left(words.starts, end)
        if piece[0] not in known and piece[0] < piece[1]:
            yield Find(piece, evidence.DATELINE)


def trusted(words: Words, finds: list[Find]) -> Iterator[Find]:
    """Without what the model sees in stretches of capitals, where it errs, unless the text has it elsewhere.

    In a text that is all in capitals, names of several words are let through.
    """
    if not words.shouted:
        yield from _no_mere_openings(words, finds)
        return
    most = len(words.shouted) > len(words) / 2
    calm = {words.surface(find.piece) for find in finds if find.piece[0] not in words.shouted}
    for find in _no_mere_openings(words, finds):
        name = words.surface(find.piece)
        let = most and (" " in name or is_likely(words, find.piece))
        if let or find.piece[0] not in words.shouted or name in calm or lists.is_known(name):
            yield find


def _no_mere_openings(words: Words, finds: list[Find]) -> Iterator[Find]:
    """Without single words that have their capital only from opening a sentence: "Scholars say"."""
    doubtful = {find.piece for find in finds if _is_mere_opening(words, find.piece)}
    if not doubtful:
        yield from finds
        return
    inside = {words.surface(find.piece) for find in finds if find.piece not in doubtful}
    for find in finds:
        if find.piece not in doubtful or words.surface(find.piece) in inside:
            yield find


def _is_mere_opening(words: Words, piece: Piece) -> bool:
    start, end = piece
    if end - start > 1 or not words.opens[start]:
        return False
    if words.small(start) in lexicon.words("entities_words", "common"):
        return True
    word = words.texts[start]
    return word.istitle() and not words.proper[start] and not lists.is_known(word)
