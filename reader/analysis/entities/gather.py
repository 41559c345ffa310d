"""Where names stand: the spans of the model that are believed, repaired and widened, and what the model missed."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Span

from reader.analysis import lexicon
from reader.analysis.entities import evidence, lists
from reader.analysis.entities.names import Find, is_likely, is_named, likely
from reader.analysis.entities.runs import Runs, rejoined, widened, with_nicknames
from reader.analysis.entities.trimming import POSSESSIVES, begins, pieces, split_known, without_opener
from reader.analysis.entities.words import Piece, Words
from reader.article.dateline import places_in


def datelines(doc: Doc, words: Words) -> Iterator[Find]:
    """The places reports open with, in capitals or where the article says that its dateline is."""
    for piece in words.datelines:
        yield Find(piece, evidence.DATELINE)
        yield from _rest_of_dateline(words, piece[1])
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


_LONGEST_DATELINE = 14  # words


def _rest_of_dateline(words: Words, start: int) -> Iterator[Find]:
    """The country behind the place, and the agency in brackets: "ARVIL, Norway, March 17 (Norvik Press) -"."""
    end = start + 1
    while words.at(end)[:1].isupper() and words.small(end) not in lists.never_alone():
        end += 1
    if words.at(start) == "," and 1 < end - start < 5 and words.at(end) in {",", "(", "-", "--", "–", "—"}:
        yield Find((start + 1, end), evidence.DATELINE)
    opened = next(
        (at for at in range(start, min(start + _LONGEST_DATELINE, len(words))) if words.at(at) == "("), 0
    )
    closed = opened + 1
    while words.at(closed)[:1].isupper():
        closed += 1
    if (
        opened
        and closed > opened + 1
        and words.at(closed) == ")"
        and words.at(closed + 1) in {"-", "--", "–", "—"}
    ):
        yield Find((opened + 1, closed), "ORG")


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
    word, small = words.texts[start], words.small(start)
    if not word.istitle() or lists.is_known(word):
        return False
    common = words.dictionary.is_word(small) and words.has_small(start)
    plain = words.dictionary.has_ending(small) and word not in lists.table("entities_heads", "last")
    return not words.proper[start] or common or (plain and not is_likely(words, piece, 0.5))


_LABELS = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
ACRONYM = re.compile(r"[A-Z][A-Za-z&]?[A-Z&-]{0,6}[A-Z]s?$")


def gather(doc: Doc, words: Words, runs: Runs) -> list[Find]:
    """All names to be voted on, in text order, none overlapping another."""
    places = list(datelines(doc, words))
    opening = _numbers(places)
    ents = doc.ents  # made anew each time it is asked for
    finds = list(trusted(words, [find for find in _of_model(ents, words) if find.piece[0] not in opening]))
    finds = sorted(finds + places, key=lambda find: find.piece)
    finds = list(_headline_names(words, finds, runs))
    finds = list(with_nicknames(words, list(rejoined(words, finds))))
    known = {words.surface(find.piece) for find in finds}
    finds = [Find(part, find.label) for find in finds for part in split_known(words, find.piece, known)]
    known = {words.surface(find.piece) for find in finds}
    known |= _shared_last_names(words, finds)
    inside = {words.surface(find.piece) for find in finds if not begins(words, find.piece[0])}
    taken = _numbers(finds)
    finds = [Find(widened(find, runs, taken), find.label) for find in finds]
    finds = [_without_opener(words, find, known, inside) for find in finds]
    finds += list(_in_brackets(words, finds, taken))
    finds += list(_known_names(words, words.shouted | runs.headline | _numbered(words), taken))
    timed = {n for ent in ents if ent.label_ in _TIMES for n in range(ent.start, ent.end)}
    singles = {words.surface(find.piece) for find in finds if find.piece[1] - find.piece[0] == 1}
    finds += likely(words, list(runs.missed(taken | timed)), singles)
    return sorted(finds, key=lambda find: find.piece)


def _headline_names(words: Words, finds: list[Find], runs: Runs) -> Iterator[Find]:
    """Of what the model sees where every word has a capital, what is a name elsewhere too, or looks like one."""
    calm = {words.surface(find.piece) for find in finds if find.piece[0] not in runs.headline}
    for find in finds:
        start, end = find.piece
        person = find.label == "PERSON" and end - start < 4
        if (
            find.piece[0] not in runs.headline
            or end - start == 1
            or person
            or find.label == evidence.DATELINE
            or is_named(words, find.piece, calm)
        ):
            yield find
        else:
            yield from _names_within(words, find, calm)


def _names_within(words: Words, find: Find, calm: set[str]) -> Iterator[Find]:
    """The names of the text in a stretch of words with capitals; all of it where a word of it is no English word."""
    start, end = find.piece
    at, found = start, False
    while at < end:
        stop = next(
            (stop for stop in range(end, at, -1) if is_named(words, (at, stop), calm, whole=False)), None
        )
        if stop is not None:
            found = True
            yield Find((at, stop), find.label if stop - at > 1 else "")
        at = stop or at + 1
    if not found and not all(_is_common(words, at) for at in range(start, end)):
        yield find


def _is_common(words: Words, number: int) -> bool:
    """Whether a word is an English word, a small one or a sign."""
    small = words.small(number)
    function = small in lexicon.words("entities_words", "function")
    return function or not words.texts[number].isalpha() or words.dictionary.is_word(small)


def _shared_last_names(words: Words, finds: Iterable[Find]) -> set[str]:
    """The last words of people's names that end more than one form: "Brandt" of "Ilse Brandt" and "Ask Brandt"."""
    people = {words.surface(find.piece) for find in finds if find.label == "PERSON"}
    ends = [name.rpartition(" ")[2] for name in people if " " in name]
    return {end for end in ends if ends.count(end) > 1}


def _without_opener(words: Words, find: Find, known: set[str], inside: set[str]) -> Find:
    piece = without_opener(words, find.piece, known, inside, person=find.label == "PERSON")
    return Find(piece, find.label)


def _numbers(finds: Iterable[Find]) -> set[int]:
    """The numbers of all words of some names."""
    return {number for find in finds for number in range(*find.piece)}


def _of_model(ents: Iterable[Span], words: Words) -> Iterator[Find]:
    for ent in ents:
        if ent.label_ in _LABELS:
            for piece in pieces(words, ent.start, ent.end, ent.label_):
                country = words.surface(piece) in lexicon.words("places", "countries")
                label = "GPE" if country else ent.label_
                titled = label == "PERSON" and not POSSESSIVES.isdisjoint(words.texts[slice(*piece)])
                yield Find(piece, "WORK_OF_ART" if titled else label)


def _known_names(words: Words, numbers: set[int], taken: set[int]) -> Iterator[Find]:
    """Well-known names among words whose capitals say nothing: "ST LOUIS BEATEN AGAIN"."""
    for start in sorted(numbers - taken):
        for end in range(start + 4, start, -1):
            free = taken.isdisjoint(range(start, end))
            if free and lists.is_known(words.surface((start, min(end, len(words))))):
                taken.update(range(start, end))
                yield Find((start, min(end, len(words))), "")
                break


def _numbered(words: Words) -> set[int]:
    """Where a well-known name begins that ends with a number, which the model takes for an amount: "S&P 500"."""
    return {
        at
        for at in words.capitals
        if words.at(at + 1).isdigit() and lists.is_known(words.surface((at, at + 2)))
    }


def _in_brackets(words: Words, finds: list[Find], taken: set[int]) -> Iterator[Find]:
    """Acronyms that follow a name in brackets: "the Arvil Harbour Board (AHB)", "a network (OBNT)"."""
    named = {find.piece[1] for find in finds}
    for at in words.capitals:
        if words.at(at - 1) != "(" or words.at(at + 1) != ")":
            continue
        if at not in taken and ACRONYM.match(words.texts[at]):
            before = lists.nouns().get(words.small(at - 2), ())
            if at - 1 in named or "organisation" in before:
                taken.add(at)
                yield Find((at, at + 1), "")


def spread(words: Words, runs: Runs, names: Collection[str], taken: set[int]) -> list[Piece]:
    """The untaken places where one of the names stands whole, the longest name first."""
    lengths = _lengths(names)
    # Nearly all names begin with a capital, and few words do.
    proper = all(word[:1].isupper() for word in lengths)
    found: list[Piece] = []
    for at in words.capitals if proper else range(len(words)):
        word = words.texts[at]
        if word in lengths and at not in taken:
            piece = _match(words, at, lengths[word], names, taken)
            if piece and runs.widened(piece, taken) == piece:
                taken.update(range(*piece))
                found.append(piece)
    return found


def _lengths(names: Collection[str]) -> dict[str, list[int]]:
    """First word -> how many words the names that begin with it have, the most first."""
    found: dict[str, set[int]] = defaultdict(set)
    for name in names:
        found[name.partition(" ")[0]].add(name.count(" ") + 1)
    return {first: sorted(counts, reverse=True) for first, counts in found.items()}


def _match(
    words: Words, at: int, lengths: list[int], names: Collection[str], taken: set[int]
) -> Piece | None:
    for length in lengths:
        end = at + length
        fits = end <= len(words) and " ".join(words.texts[at:end]) in names
        if fits and taken.isdisjoint(range(at, end)):
            return at, end
    return None
