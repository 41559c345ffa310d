"""Where it was said: "on Twitter", "told Deutschlandfunk", "in a statement"."""

from spacy.tokens import Token

from reader.analysis.lexicon import words
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_name, is_person, is_work

_PREPOSITIONS = frozenset({"on", "in", "to", "via", "during", "by", "with", "over", "at", "from"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "this"})


def medium_of(page: Syntax, cue: Token, source: Token | None) -> str | None:
    """The medium that stands with a cue verb or its subject, as worded, without its article."""
    if not cues().is_cue(cue):
        return None
    for child in (*cue.rights, *(source.rights if source is not None and source.i > cue.i else ())):
        if rel.is_told(child) and _is_outlet(child):
            return _text(page, child)
        if rel.is_prepositional(child) and child.lower_ in _PREPOSITIONS and not page.marked[child.i]:
            for carrier in child.children:
                if rel.is_prepositions_object(carrier) and _carries(child, carrier):
                    return _text(page, carrier)
    return None


def _carries(preposition: Token, noun: Token) -> bool:
    if noun.lemma_.lower() in words("media", "nouns") or _is_outlet(noun):
        return True
    return preposition.lower_ == "on" and is_name(noun) and is_work(noun)


def _is_outlet(noun: Token) -> bool:
    if not is_name(noun):
        return False
    name = [token.text for token in (*noun.lefts, noun) if is_name(token)]
    parts = words("media", "parts")
    known = noun.text in words("media", "names") or any(
        word in parts or word.endswith("funk") for word in name
    )
    return known and not is_person(noun)


def _text(page: Syntax, noun: Token) -> str:
    lo, hi = page.extent_of(noun)
    hi = next(
        (
            child.i
            for child in noun.rights
            if rel.is_prepositional(child) and child.lower_ not in {"of", "with"}
        ),
        hi,
    )
    while lo < noun.i and page.doc[lo].lower_ in _DETERMINERS:
        lo += 1
    start, end = page.span(lo, max(lo + 1, hi))
    return page.text[start:end]
