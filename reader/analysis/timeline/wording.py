"""Phrases of the parse as one line of text: without times, without clauses of their own, cut where it is too long."""

import re
from collections.abc import Iterable, Iterator, Set

from spacy.tokens import Doc, Token

from reader.analysis.lexicon import words

_LEFT_OUT = frozenset(
    {"relcl", "advcl", "parataxis", "punct", "cc", "conj", "appos", "mark", "npadvmod", "intj", "dep"}
)
_PARTING = frozenset({",", ";", "(", "–", "—", "-", "--", "_", ":"})
_APART = frozenset({"acl", "appos", "amod"})
_ASIDES = frozenset({"prep", "advmod", "acomp"})
# Conjoined names and things belong together; conjoined clauses do not.
_KEPT_IN_PHRASES = frozenset({"cc", "conj", "punct", "npadvmod"})


def phrase(head: Token, times: Set[int], without: Token | None = None) -> list[Token]:
    """The words below a head, in order.

    Args:
        times: the places of words that say when, all left out.
        without: a word that is left out with all below it.
    """
    found: list[Token] = []
    waiting = [head]
    while waiting:
        token = waiting.pop()
        if token.i in times or token.is_space or token == without:
            continue
        found.append(token)
        waiting.extend(child for child in token.children if _kept(child, token, times))
    found.sort(key=lambda token: token.i)
    return list(tidied(found))


def set_off(token: Token) -> bool:
    """Whether a comma, a dash or a bracket parts what hangs on a word from what stands before it."""
    start = token.left_edge.i
    return start > 0 and token.doc[start - 1].text in _PARTING


def _kept(child: Token, head: Token, times: Set[int]) -> bool:
    if _hyphened(child):
        return True
    dep = child.dep_
    aside = dep in _APART or (dep in _ASIDES and head.pos_ in ("VERB", "AUX"))
    if aside and child.i > head.i and set_off(child):
        return False
    if dep in ("acl", "appos") or spans(child, head):
        return True
    return (dep not in _LEFT_OUT or _belongs(child, head)) and not only_time(child, times)


def _hyphened(child: Token) -> bool:
    """ "state" in "state-owned"."""
    if child.whitespace_:
        return False
    after = child.doc[child.i + 1 : child.i + 3]
    return len(after) > 1 and after[0].text == "-" and after[1] == child.head


def spans(child: Token, verb: Token) -> bool:
    """Whether it is the length a verb cannot do without: "the trial lasted six weeks"."""
    return child.dep_ == "npadvmod" and verb.pos_ == "VERB" and verb.lemma_ in words("tense", "lasting")


def only_time(token: Token, times: Set[int]) -> bool:
    """Whether a preposition leads to nothing but a time."""
    if token.dep_ != "prep" and token.pos_ != "ADP":
        return False
    below = [child for child in token.children if not child.is_punct]
    return bool(below) and all(child.i in times for child in below)


def _belongs(child: Token, head: Token) -> bool:
    """Whether what is left out of clauses stays here: in a phrase of nouns, and the "that" of a statement."""
    if child.text == "-":
        return True
    if child.dep_ == "mark":
        return head.dep_ == "ccomp"
    return child.dep_ in _KEPT_IN_PHRASES and head.pos_ not in ("VERB", "AUX")


LONGEST = 100  # characters, about one line of a panel

_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]’”])|\s+('s|’s|n't|n’t)\b")
_SPACE_AFTER = re.compile(r"([(\[“$£€])\s+")


def text_of(tokens: Iterable[Token]) -> str:
    """Tokens as text, with a space wherever words were left out."""
    parts: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None and (last.whitespace_ or token.i != last.i + 1):
            parts.append(" ")
        parts.append(token.text)
        last = token
    return _SPACE_AFTER.sub(r"\1", _SPACE_BEFORE.sub(r"\1\2", "".join(parts)))


def tidied(tokens: list[Token]) -> Iterator[Token]:
    """Without quotation marks, punctuation beside a gap, an "and" that leads nowhere, and the "at" of a time left out."""
    kept = {token.i for token in tokens}
    last = tokens[-1].i if tokens else 0
    for token in tokens:
        alone = token.dep_ == "punct" and not {token.i - 1, token.i + 1} <= kept
        if alone or token.text in words("tense", "marks") or (token.dep_ == "cc" and token.i == last):
            continue
        if token.dep_ != "prep" or token.i + 1 in kept or not _is_time(token.doc, token.i + 1):
            yield token


def _is_time(doc: Doc, at: int) -> bool:
    return at < len(doc) and (doc[at].ent_type_ in ("DATE", "TIME") or doc[at].text[0].isdigit())


def line(text: str) -> str | None:
    """One line, cut at a word where it is too long; None for nothing."""
    whole = " ".join(text.split()).strip(" ,;:–—-")
    if len(whole) > LONGEST:
        whole = whole[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return whole or None
