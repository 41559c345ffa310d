"""Where names stand: the model's spans, repaired and widened, and what the model missed."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.extent import rejoined, widened
from reader.analysis.entities.finds import Find, likely
from reader.analysis.entities.runs import Runs
from reader.analysis.entities.splitting import pieces, split_known
from reader.analysis.entities.trust import datelines, trusted
from reader.analysis.entities.words import Words

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
    finds = list(rejoined(words, finds))
    known = {words.surface(find.piece) for find in finds}
    finds = [Find(part, find.label) for find in finds for part in split_known(words, find.piece, known)]
    taken = _numbers(finds)
    finds = [Find(widened(find, runs, taken), find.label) for find in finds]
    finds += list(_in_brackets(words, finds, taken))
    finds += list(_known_names(words, words.shouted | runs.headline | _numbered(words), taken))
    timed = {n for ent in ents if ent.label_ in _TIMES for n in range(ent.start, ent.end)}
    finds += likely(words, list(runs.missed(taken | timed)))
    return sorted(finds, key=lambda find: find.piece)


def _numbers(finds: Iterable[Find]) -> set[int]:
    """The numbers of all words of some names."""
    return {number for find in finds for number in range(*find.piece)}


def _of_model(ents: Iterable[Span], words: Words) -> Iterator[Find]:
    for ent in ents:
        if ent.label_ in _LABELS:
            for piece in pieces(words, ent.start, ent.end, ent.label_):
                country = words.surface(piece) in lexicon.words("places", "countries")
                yield Find(piece, "GPE" if country else ent.label_)


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
