"""How a sentence and its words look in the parse, as signs with a name, for whoever weighs them without asking what they mean."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.labels import form, relation
from reader.analysis.syntax.view import Syntax

Signs = dict[str, float]
"""What is seen of something, by name: 1.0, or less for what holds of a part of it."""

# A tag and a relation that do not go together: one of the two is an error, and what hangs on it may be.
_of_verb = form("VBD VBZ VBP MD")
_of_noun = form("NN NNS NNP NNPS")
_of_small_word = form("IN DT RB")
_for_nouns = relation("compound amod nmod dobj pobj nsubj npadvmod appos attr")
_for_verbs = relation("aux auxpass advmod prep ccomp xcomp advcl relcl acl csubj")
_for_big_words = relation("nsubj dobj ROOT conj")
_unknown = relation("dep meta")
_STOPS = ".!?”\"’'"
_INSIDE = {"semicolon": ";", "colon": ":", "bracket": "(", "dash": "–—"}


def steps(signs: Signs, name: str, value: float, edges: Sequence[float]) -> None:
    """Add a sign for each edge that a number lies above: "words>3"."""
    for edge in edges:
        if value <= edge:
            return
        signs[f"{name}>{edge:g}"] = 1.0


def is_odd(token: Token) -> bool:
    """Whether the tag of a word and its relation contradict each other, as they do where a parse has gone wrong."""
    if _unknown(token) or (_of_verb(token) and _for_nouns(token)):
        return True
    return (_of_noun(token) and _for_verbs(token)) or (_of_small_word(token) and _for_big_words(token))


def sentence_signs(view: Syntax, lo: int, hi: int) -> Signs:
    """The signs of the sentence of these tokens: its length, its parts, and whether its parse looks sound."""
    tokens = [token for token in view.tokens(lo, hi) if not token.is_space]
    text = view.text[view.starts[lo] : view.ends[hi - 1]]
    signs: Signs = {}
    steps(signs, "words", len(tokens), (8, 15, 25, 35, 50))
    steps(signs, "verbs", sum(map(word.is_verb, tokens)), (0, 1, 3, 5))
    steps(signs, "nouns", sum(map(word.is_noun, tokens)), (3, 6, 10))
    steps(signs, "cues", sum(map(cues().is_cue, tokens)), (0, 1, 2))
    steps(signs, "commas", text.count(","), (0, 1, 3))
    steps(signs, "odd", sum(map(is_odd, tokens)), (0, 1, 2))
    signs |= {name: 1.0 for name, marks in _INSIDE.items() if any(mark in text for mark in marks)}
    holds = {
        "joined": any(map(word.is_conjunction, tokens)),
        "marks": any(view.marked[lo:hi]),
        "no_verb_above": not any(rel.is_main(token) and word.is_verbal(token) for token in tokens),
        "in_two": sum(map(rel.is_main, tokens)) > 1,
        "no_stop": bool(tokens) and tokens[-1].text[-1] not in _STOPS,
        "goes_on": bool(tokens) and tokens[0].text[0].islower(),
    }
    return signs | _true(holds.items())


def _true(answers: Iterable[tuple[str, bool]]) -> Signs:
    return {name: 1.0 for name, holds in answers if holds}


def holding(**answers: bool) -> Signs:
    """A sign for each answer that is yes."""
    return _true(answers.items())


def head_of(tokens: Sequence[Token]) -> Token:
    """Of some words in a row the one that hangs on a word outside of them; the last one where none does."""
    lo, hi = tokens[0].i, tokens[-1].i
    return next((token for token in tokens if not lo <= token.head.i <= hi), tokens[-1])


def hangs(name: str, token: Token) -> Signs:
    """By what relation a word hangs, and on what part of speech."""
    return {f"{name}_hangs:{token.dep_}": 1.0, f"{name}_on:{token.head.pos_}": 1.0}


def part(name: str, token: Token | None) -> Signs:
    """What part of speech a word is; no sign where there is none."""
    return {} if token is None else {f"{name}:{token.pos_}": 1.0}


def form_of(name: str, token: Token) -> Signs:
    """What form of its word it is."""
    return {f"{name}:{token.tag_}": 1.0}


def label_signs(view: Syntax, stretches: Iterable[tuple[int, int]]) -> Signs:
    """What the model says of the mentions of one name: its labels, and in how many it sees just these words.

    Args:
        stretches: the tokens of each mention.
    """
    doc, seen, whole, count = view.doc, set(), 0, 0
    for lo, hi in stretches:
        count += 1
        labels = {token.ent_type_ for token in view.tokens(lo, hi)}
        seen |= labels
        goes_on = hi < len(doc) and doc[hi].ent_iob_ == "I"
        whole += "" not in labels and doc[lo].ent_iob_ == "B" and not goes_on
    signs: Signs = {f"label:{label or 'none'}": 1.0 for label in seen}
    return signs | _shares("seen_whole", whole, count) | holding(labels=len(seen) > 1)


def _shares(name: str, some: int, of: int) -> Signs:
    """The share, and whether it is all or nothing."""
    share = some / max(of, 1)
    return {name: share} | holding(**{f"{name}_always": share == 1.0, f"{name}_never": share == 0.0})


def share_signs(name: str, answers: Sequence[bool]) -> Signs:
    """Of how many mentions something holds: the share, and whether of all or none."""
    return _shares(name, sum(answers), len(answers))
