"""What "it" and "they" stand for: the nearest organisation, or group of people, that is a subject before it."""

from spacy.tokens import Token

from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.nouns import nouns
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_name, is_organisation, is_plural_thing


def body_before(page: Syntax, pronoun: Token) -> Token | None:
    """The head of who "it" or "they" means, or whom "one" is of, when its sentence or the one before names one."""
    fits = _FITS.get(pronoun.lower_)
    if fits is None:
        return None
    first = page.paragraph_of(pronoun.i).lo
    begin = max(page.sentence_of(pronoun.i)[0], first)
    if begin > first:  # one sentence back
        begin = max(page.sentence_of(begin - 1)[0], first)
    for at in range(pronoun.i - 1, begin - 1, -1):
        token = page.doc[at]
        if rel.is_subject(token) and not page.marked[at] and fits(token) and not _is_said(token, pronoun):
            return token
    return None


def _is_said(subject: Token, pronoun: Token) -> bool:
    """ "Users sleep badly, they said": whom the words are about need not be who speaks."""
    return rel.is_content(subject.head) and subject.head.head == pronoun.head


def renamed(head: Token) -> Token | None:
    """ "A union, the RMT, says": the name between commas, also where the model takes it for the next of a list."""
    doc = head.doc
    if any(map(rel.is_coordinator, head.rights)):
        return None
    for child in head.rights:
        before, after = child.left_edge.i - 1, child.right_edge.i + 1
        commas = doc[before].text == "," and after < len(doc) and doc[after].text == ","
        if rel.is_beside_noun(child) and commas and is_name(child):
            return child
    return None


def _is_body(token: Token) -> bool:
    return is_organisation(token) or nouns().kind(token) == "organisation"


def _is_group(token: Token) -> bool:
    """Several people by what they are: "researchers"."""
    return is_plural_thing(token) and token.lemma_.lower() in nouns().persons


_FITS = {"it": _is_body, **dict.fromkeys(("they", "one", "another"), _is_group)}
