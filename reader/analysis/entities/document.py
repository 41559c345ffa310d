"""From the model's spans to entities: one name, one kind, over the whole document."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.entities import evidence
from reader.analysis.entities.repairs import pieces
from reader.analysis.entities.words import Piece, Words
from reader.analysis.model import Entity, EntityKind, Mention

Votes = dict[EntityKind, float]
_LABELS = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})


def entities(doc: Doc) -> list[Entity]:
    """The entities of a Doc, in the order in which they are first mentioned."""
    words = Words(doc)
    found = list(_candidates(doc, words))
    votes = _votes(words, found)
    kinds = {name: max(v, key=lambda kind: v[kind]) for name, v in votes.items() if v}
    spans = _propagated(words, kinds)
    spans |= {piece: words.surface(piece) for piece, _ in found if words.surface(piece) in kinds}
    return _assembled(doc, words, spans, kinds)


def _candidates(doc: Doc, words: Words) -> Iterator[tuple[Piece, str]]:
    """The repaired spans of the model, each with its label."""
    for ent in doc.ents:
        if ent.label_ in _LABELS:
            for piece in pieces(words, ent.start, ent.end, ent.label_):
                yield piece, ent.label_


def _votes(words: Words, found: list[tuple[Piece, str]]) -> dict[str, Votes]:
    """What speaks for each kind of each name, over all its mentions."""
    votes: dict[str, Votes] = {}
    for piece, label in found:
        name = words.surface(piece)
        if name not in votes:
            votes[name] = defaultdict(float)
            _add(votes[name], evidence.of_name(name))
        _add(votes[name], evidence.of_label(label))
        _add(votes[name], evidence.of_context(words, piece))
    return votes


def _add(votes: Votes, items: evidence.Evidence) -> None:
    for kind, weight in items:
        votes[kind] += weight


def _propagated(words: Words, kinds: dict[str, EntityKind]) -> dict[Piece, str]:
    """Every place where one of the names stands, the longest name first."""
    firsts: dict[str, list[list[str]]] = defaultdict(list)
    for name in sorted(kinds, key=len, reverse=True):
        parts = name.split(" ")
        firsts[parts[0]].append(parts)
    spans: dict[Piece, str] = {}
    for at, word in enumerate(words.texts):
        for parts in firsts.get(word, ()):
            if words.texts[at : at + len(parts)] == parts:
                spans[at, at + len(parts)] = " ".join(parts)
                break
    return spans


def _disjoint(spans: dict[Piece, str]) -> Iterator[tuple[Piece, str]]:
    """The spans in text order; of two that overlap, the longer."""
    kept: list[tuple[Piece, str]] = []
    for piece, name in sorted(spans.items(), key=lambda item: (item[0][0], -item[0][1])):
        if kept and kept[-1][0][1] > piece[0]:
            last = kept[-1][0]
            if piece[1] - piece[0] > last[1] - last[0]:
                kept[-1] = (piece, name)
            continue
        kept.append((piece, name))
    yield from kept


def _assembled(doc: Doc, words: Words, spans: dict[Piece, str], kinds: dict[str, EntityKind]) -> list[Entity]:
    text = doc.text
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for piece, name in _disjoint(spans):
        start, end = words.offsets(piece)
        mentions[name].append(Mention(start, end, text[start:end]))
    return [Entity(name, kinds[name], tuple(found)) for name, found in mentions.items()]
