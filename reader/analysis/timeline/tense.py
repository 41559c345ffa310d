"""Which way a clause looks: back, ahead, or neither, read from the parse."""

from spacy.tokens import Token

from reader.analysis import lexicon

_VERBAL = frozenset({"VERB", "AUX"})


def governing_verb(token: Token) -> Token | None:
    """The verb of the clause a word stands in; None where there is none (a headline, a list)."""
    for _ in range(12):
        if token.pos_ in _VERBAL:
            return token
        if token.head is token or token.head.i == token.i:
            return None
        token = token.head
    return None


def direction(token: Token) -> int:
    """-1 where the clause tells of the past, 1 where it looks ahead, 0 where it does not say."""
    verb = governing_verb(token)
    while verb is not None:
        found = _of_verb(verb)
        if found or verb.dep_ in ("ROOT", "ccomp", "parataxis"):
            return found
        verb = governing_verb(verb.head) if verb.head.i != verb.i else None
    return 0


def _of_verb(verb: Token) -> int:
    """The direction of one verb by its own form, its auxiliaries and what it means."""
    if verb.tag_ == "TO" or verb.lemma_.lower() in _ahead():
        return 1
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") or child.tag_ == "TO"]
    words = {child.lower_ for child in helpers}
    if words & _modals():
        return 1
    if any(child.tag_ == "TO" for child in helpers):
        return -1 if words & {"have"} else 1
    if verb.tag_ in ("VBD",) or any(child.tag_ == "VBD" for child in helpers):
        return -1
    if words & {"has", "have", "'ve", "had", "'d"}:
        return -1
    if verb.tag_ == "VBN" and not helpers:
        return -1
    return 0


def _modals() -> frozenset[str]:
    return frozenset(lexicon.load("tense")["modals"])


def _ahead() -> frozenset[str]:
    return frozenset(lexicon.load("tense")["ahead"])
