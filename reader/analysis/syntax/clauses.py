"""The clause of a word: the verb it stands under, who that is said of, who does it, and what it takes.

Two questions that are easily confused have two answers. In "The bill was drafted by Brandt" the clause is said of the bill
(`subject`), and Brandt does it (`doer`). Both look further up where a verb has no subject of its own:
"wants to sell", "came and sold", "the boat sunk by X".
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.labels import Question, relation

Passing = Callable[[Token], bool]
"""Which words cannot be the answer, such as those inside marks."""

STEPS = 12  # words up from anything to its verb: no phrase of a newspaper hangs deeper
RELATIVE = frozenset({"who", "which", "that", "whom"})
# A verb without a subject of its own has that of the verb it hangs on so.
shares_subject = relation("conj xcomp advcl")
_leans = relation("xcomp pcomp prep")
_is_passive_sign = relation("nsubjpass auxpass")
_is_active_sign = relation("nsubj aux")
_is_bare_clause = relation("acl advcl")


def nothing(token: Token) -> bool:
    """No word is passed over."""
    return False


def anything(token: Token) -> bool:
    """Every relation will do."""
    return True


def ancestors(token: Token) -> Iterator[Token]:
    """The words a word hangs on, the nearest first, up to the root of its sentence."""
    while token.head.i != token.i:
        token = token.head
        yield token


def governing_verb(token: Token) -> Token | None:
    """The verb of the clause a word stands in, itself if it is one; None where there is none (a headline, a list)."""
    for _ in range(STEPS):
        if word.is_verbal(token):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def main_verb(verb: Token | None) -> Token | None:
    """The verb that says what happened: "issued" for the "shoot" of "issued an order to shoot"."""
    for _ in range(STEPS):
        if verb is None or verb.head.i == verb.i:
            return verb
        infinitive = rel.is_noun_clause(verb) and any(map(word.is_infinitive_to, verb.children))
        if not _leans(verb) and not infinitive:
            return verb
        verb = governing_verb(verb.head)
    return verb


def helpers(verb: Token) -> list[Token]:
    """ "Has" and "been" of "has been sold"."""
    return [child for child in verb.children if rel.is_helping(child)]


def is_passive(verb: Token) -> bool:
    """ "Was told", and the bare participle of "the plan called ..."; not "has told"."""
    if any(map(_is_passive_sign, verb.children)):
        return True
    return word.is_participle(verb) and _is_bare_clause(verb) and not any(map(_is_active_sign, verb.children))


def agent(verb: Token, passing: Passing = nothing) -> Token | None:
    """The one a passive verb names with "by"."""
    by = rel.first(verb.children, rel.is_agent)
    if by is None:
        return None
    return next(
        (noun for noun in by.children if rel.is_prepositions_object(noun) and not passing(noun)), None
    )


def own_subject(verb: Token, passing: Passing = nothing) -> Token | None:
    """The subject the verb itself has, who does it or who it is done to.

    A noun that is the front of a hyphened word ("ex-", "cross-") only where there is no other.
    """
    found = [c for c in verb.children if rel.is_any_subject(c) and not word.is_blank(c) and not passing(c)]
    whole = (c for c in found if c.text != "-" and (not c.is_punct or word.is_noun(c)))
    return next((child for child in whole if not word.is_hyphened_front(child)), found[0] if found else None)


def last_joined(subject_: Token) -> Token:
    """Of "..., said the director, and admissions fell" the admissions, which the model joins to who says so."""
    verb = subject_.head
    saying = verb.head
    behind = rel.is_content(verb) and subject_.i == saying.i + 1 + (subject_.i - subject_.left_edge.i)
    if not behind or own_subject(saying) is not None:
        return subject_
    found = subject_
    for _ in range(STEPS):
        inner = [child for child in found.rights if rel.is_beside_noun(child) and child.i < verb.i]
        if not inner:
            return found
        found = inner[-1]
    return found


_runs_before = relation("aux auxpass neg advmod")


def noun_before(verb: Token) -> Token | None:
    """The noun right before a finite verb without a subject, which the model took for something else.

    "Lift rose by 4 mm and valve duration was increased": the duration, though the model has it for an object; with an
    apposition between: "while fishing, the worst sector, fell".
    """
    doc, at = verb.doc, verb.i
    helping = [child for child in verb.lefts if rel.is_helping(child)]
    if not (helping or word.is_finite(verb)) or verb.is_sent_start:
        return None
    for helper in helping:
        if (own := own_subject(helper)) is not None:
            return own
    while at > verb.sent.start and (_runs_before(doc[at - 1]) and doc[at - 1].head in (verb, *helping)):
        at -= 1
    if at == verb.sent.start:
        return None
    noun = doc[at - 1]
    if noun.text == "," and rel.is_conjunct(verb):
        return _before_apposition(doc[at - 1], verb)
    taken = rel.is_object(noun) and not word.is_finite(noun.head) and noun.head.i == noun.i - 1
    opened = rel.is_prepositions_object(noun) and noun.head.lower_ in lexicon.words("syntax", "also_openers")
    joined = rel.is_prepositions_object(noun) and any(map(rel.is_coordinator, doc[noun.head.i + 1 : noun.i]))
    # "fought on after a memo showed", "rose by 4 per cent and bond yields were pushed up"
    taken = taken or ((opened or joined) and rel.is_conjunct(verb))
    return noun if taken and word.is_thing(noun) and not word.is_time(noun) else None


def _before_apposition(comma: Token, verb: Token) -> Token | None:
    """What "fishing, the worst sector, fell" begins with, behind a word that joins clauses."""
    for at in range(comma.i - 1, max(comma.i - STEPS, verb.sent.start + 1), -1):
        token = comma.doc[at]
        if word.is_finite(token):
            return None
        if token.text == ",":
            noun, link = token.nbor(-1), token.nbor(-2)
            joins = rel.is_opener(link) or rel.is_coordinator(link)
            return noun if joins and (word.is_noun(noun) or word.is_gerund(noun)) else None
    return None


def subject(
    token: Token, shares: Question = shares_subject, passing: Passing = nothing, steps: int = STEPS
) -> Token | None:
    """Who or what the clause of a word is said of, also where the word shares the subject of the clause it hangs on.

    Args:
        token: mostly a verb; of any other word its own subject counts, which some have in headlines.
        shares: by which relations a word has the subject of the one above it.
        passing: words that cannot be it.

    Returns:
        The head of the noun phrase. Of a relative clause and of a participle it is the noun they describe.
    """
    for _ in range(steps):
        if (own := own_subject(token, passing)) is not None:
            return described(token) if is_relative(own) else own
        if (noun := described(token)) is not None:
            return noun
        if (told := controller(token)) is not None:
            return told
        if token.head.i == token.i or not shares(token):
            return None
        token = token.head
    return None


def described(clause: Token) -> Token | None:
    """The noun that a relative clause, an infinitive or a participle belongs to: "the plan, announced by the mayor"."""
    if rel.is_of_noun(clause):
        return clause.head
    start = clause.left_edge.i
    bare = word.is_participle(clause) and not any(map(rel.is_helping, clause.children))
    if not bare or not rel.is_adverbial_clause(clause) or start < 2 or clause.doc[start - 1].text != ",":
        return None
    before = clause.doc[start - 2]
    return before if word.is_noun(before) else None


def controller(infinitive: Token) -> Token | None:
    """Who is to do it: the firm of "ordered the firm to pay £2m"."""
    verb = infinitive.head
    if not word.is_base(infinitive) or not rel.is_open_clause(infinitive):
        return None
    if verb.lemma_ not in lexicon.words("concepts", "controlling"):
        return None
    objects = (child for child in verb.children if rel.is_object(child) and child.i < infinitive.i)
    return next(filter(word.is_noun, objects), None)


def relative_noun(token: Token) -> Token | None:
    """What "who" or "which" stands for, when the word is one and the parse says."""
    clause = token.head
    if token.lower_ not in RELATIVE or not rel.is_relative_clause(clause) or not word.is_nominal(clause.head):
        return None
    return _person_above(clause.head) if token.lower_ == "who" else clause.head


def _person_above(noun: Token) -> Token:
    """The writer of "a writer for Kelda News who ...": a firm or a place is no "who"."""
    preposition = noun.head
    if not word.is_organisation(noun) or not rel.is_prepositional(preposition):
        return noun
    above = preposition.head
    return above if word.is_noun(above) and not word.is_organisation(above) else noun


def content(verb: Token) -> Token | None:
    """The clause a verb takes as its object: "said that it had sunk"."""
    return rel.first(verb.children, rel.is_content)


def is_relative(subject_: Token) -> bool:
    """Whether a subject stands for the noun before its clause: "who", "which", "that"."""
    clause = subject_.head
    return rel.is_relative_clause(clause) and (
        word.is_relative_pronoun(subject_) or subject_.lower_ == "that"
    )
