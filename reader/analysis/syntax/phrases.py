"""The words of a noun phrase, from its head: the stretch that names it, its short name, all that is said of it.

"The three oldest boats of the fleet, built in Orrin, which sank": the stretch that names it (`extent`) ends at "fleet"; its
name (`name_span`) is "oldest boats of the fleet"; its words (`words_of`) are all but the relative clause.
"""

from collections.abc import Callable

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import squeeze
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.labels import form, part_of_speech, relation

Within = Callable[[Token], bool]
"""Which words belong to something else: an amount, a time."""

_kept = relation("prep cc conj compound nummod case amod nmod det")
_not_before = relation("punct cc advcl advmod mark ccomp relcl dep intj prep")
_is_unnamed = form("DT PRP$ CD $ WP$ PDT")
_is_foreign = part_of_speech("VERB AUX ADP CCONJ SCONJ")
_is_inside = relation("amod cc nmod")
_left_out = relation("relcl advcl parataxis punct cc conj appos mark npadvmod intj dep")
_apart = relation("acl appos amod")
_aside = relation("prep advmod acomp")
# Conjoined names and things belong together; conjoined clauses do not.
_kept_in_nouns = relation("cc conj punct npadvmod")
_described = relation("acl appos")
PARTING = frozenset({",", ";", "(", "–", "—", "-", "--", "_", ":"})
LONGEST_OF = 6  # tokens of an "of" phrase that is still part of a name for the thing


# --- The stretch that names it.


def extent(head: Token) -> tuple[int, int]:
    """Token span of the noun phrase of ``head``: apposition, relative clause and asides left out."""
    lo, hi = head.i, head.i + 1
    for child in head.lefts:
        if not _not_before(child):
            lo = min(lo, child.left_edge.i)
    for child in head.rights:
        if (bracket := _bracketed(head, child)) is not None:
            hi = max(hi, bracket)
        elif not rel.is_mark(child):
            if not _kept(child) or child.left_edge.i > hi or _is_beside_a_person(head, child):
                break
            hi = max(hi, _short_edge(child))
    return lo, _without_tail(head, hi)


def _is_beside_a_person(head: Token, child: Token) -> bool:
    """ "Ilse Brandt on Radio 4": what follows a person's name with a preposition is no part of it."""
    return rel.is_prepositional(child) and word.is_person(head) and child.lower_ != "of"


def _short_edge(child: Token) -> int:
    """The end of a dependent, before any relative clause or apposition inside it."""
    if rel.is_conjunct(child):
        return extent(child)[1]
    if rel.is_prepositional(child):
        nouns = filter(rel.is_prepositions_object, child.children)
        return max((extent(noun)[1] for noun in nouns), default=child.i)
    return child.right_edge.i + 1


def _bracketed(head: Token, child: Token) -> int | None:
    """The end of a bracket that follows the name: "Ilse Brandt (FDP)"."""
    doc = head.doc
    opening = child.i if child.text == "(" else child.i - 1
    if opening <= head.i or doc[opening].text != "(" or opening > head.i + 2:
        return None
    within = range(opening + 1, min(opening + 8, len(doc)))
    return next((at + 1 for at in within if doc[at].text == ")"), None)


def _without_tail(head: Token, hi: int) -> int:
    """Without a comma or an "and" that leads nowhere."""
    doc = head.doc
    while hi - 1 > head.i and (rel.is_coordinator(doc[hi - 1]) or doc[hi - 1].text in {",", "-", "–", "—"}):
        hi -= 1
    return hi


def renamed(head: Token) -> Token | None:
    """The name between commas: of "a union, the RMT, says", also where the model takes it for the next of a list."""
    doc = head.doc
    if any(map(rel.is_coordinator, head.rights)):
        return None
    for child in head.rights:
        before, after = child.left_edge.i - 1, child.right_edge.i + 1
        commas = doc[before].text == "," and after < len(doc) and doc[after].text == ","
        beside = rel.is_apposition(child) or rel.is_conjunct(child)
        if beside and commas and word.is_name(child):
            return child
    return None


# --- Its short name.


def name_span(noun: Token, within: Within) -> tuple[int, int]:
    """Code points of the noun with its modifiers and a short "of" phrase, without its determiner.

    Args:
        noun: the head of the phrase.
        within: whether a word belongs to an amount, and so not to the name.
    """
    left = noun
    while left.i > noun.left_edge.i and not left.is_sent_start and _belongs(left.nbor(-1), noun, within):
        left = left.nbor(-1)
    while left.i > 1 and left.nbor(-1).text == "-" and _touches(left.nbor(-2)) and _touches(left.nbor(-1)):
        left = left.nbor(-2)  # "ex-treasurer" is one word, however the parse hangs its parts
    if left.i > 1 and left.i < noun.i and left.nbor(-1).text == "-" and left.nbor(-2).like_num:
        left = left.nbor()  # of a "22-page document" the document
    while left.i < noun.i and (
        _is_unnamed(left) or left.is_punct or rel.is_coordinator(left) or word.is_possessive_mark(left)
    ):
        left = left.nbor()
    return left.idx, _stop(noun, within)


def name_of(text: str, noun: Token, within: Within = lambda token: False) -> str:
    """The words of :func:`name_span`, runs of white space as one space."""
    return squeeze(text[slice(*name_span(noun, within))])


def thing_of(preposition: Token) -> Token | None:
    """The noun that a preposition leads to, unless it is a time."""
    nouns = filter(rel.is_prepositions_object, preposition.children)
    return next((noun for noun in nouns if word.is_noun(noun) and not word.is_time(noun)), None)


def _is_numbered(name: Token, number: Token) -> bool:
    """ "The Ostby 500": figures right behind a name that no word of its own follows."""
    after = following(number)
    return (
        number.text.isdigit()
        and name.text[:1].isupper()
        and not word.is_time(name)
        and after is not None
        and not word.is_noun(after)
    )


def _joined(noun: Token) -> Token | None:
    """The next part of a hyphened word: "mother-in-law"."""
    hyphen = following(noun)
    if hyphen is None or hyphen.text != "-" or noun.whitespace_ or hyphen.whitespace_:
        return None
    part = following(hyphen)
    return part if part is not None and part.is_alpha else None


def _touches(token: Token) -> bool:
    """Whether no space stands between the word and the next."""
    return not token.whitespace_ and token.text[-1:].strip() != "" and not token.like_num


def _belongs(token: Token, noun: Token, within: Within) -> bool:
    if within(token) or (_is_foreign(token) and not _is_inside(token)):
        return False
    return noun.is_ancestor(token)


def _stop(noun: Token, within: Within) -> int:
    while (part := _joined(noun)) is not None:
        noun = part
    number = following(noun)
    if number is not None and word.is_name(noun) and _is_numbered(noun, number) and not within(number):
        return end(number)
    of = following(noun)
    if of is None or of.lower_ != "of" or not 0 < of.right_edge.i - of.i < LONGEST_OF:
        return end(noun)
    inside = of.doc[of.i : of.right_edge.i + 1]
    return end(noun) if any(within(token) for token in inside) else end(of.right_edge)


def end(token: Token) -> int:
    """The offset right after a word."""
    return int(token.idx) + len(token)


def following(token: Token) -> Token | None:
    """The word after this one in the same sentence."""
    index = token.i + 1
    return token.doc[index] if index < len(token.doc) and not token.doc[index].is_sent_start else None


# --- All that is said of it.


def words_of(head: Token, left_out: Within, without: Token | None = None) -> list[Token]:
    """The words below a head, a noun or a verb, in order: without what only says when, and without clauses of their own.

    Args:
        head: what the phrase is about.
        left_out: whether a word says when; it is left out with all below it.
        without: a word that is left out with all below it.
    """
    found: list[Token] = []
    waiting = [head]
    while waiting:
        token = waiting.pop()
        if left_out(token) or token.is_space or token == without:
            continue
        found.append(token)
        waiting.extend(child for child in token.children if _is_kept(child, token, left_out))
    found.sort(key=lambda token: token.i)
    return found


def _is_kept(child: Token, head: Token, left_out: Within) -> bool:
    if _is_part_of_word(child):
        return True
    aside = _apart(child) or (_aside(child) and word.is_verbal(head))
    if aside and child.i > head.i and is_set_off(child):
        return False
    if _described(child) or is_length_of(child, head):
        return True
    return (not _left_out(child) or _stays(child, head)) and not _is_only(child, left_out)


def is_set_off(token: Token) -> bool:
    """Whether a comma, a dash or a bracket parts what hangs on a word from what stands before it."""
    start = token.left_edge.i
    return start > 0 and token.doc[start - 1].text in PARTING


def is_length_of(child: Token, verb: Token) -> bool:
    """Whether it is the length a verb cannot do without: "the trial lasted six weeks"."""
    lasting = word.is_verb(verb) and verb.lemma_ in lexicon.words("tense", "lasting")
    return lasting and rel.is_adverbial_noun(child)


def _is_part_of_word(child: Token) -> bool:
    """ "state" in "state-owned"."""
    if child.whitespace_:
        return False
    after = child.doc[child.i + 1 : child.i + 3]
    return len(after) > 1 and after[0].text == "-" and after[1] == child.head


def _is_only(token: Token, left_out: Within) -> bool:
    """Whether a preposition leads to nothing but what is left out."""
    if not rel.is_prepositional(token) and not word.is_preposition(token):
        return False
    below = [child for child in token.children if not child.is_punct]
    return bool(below) and all(map(left_out, below))


def _stays(child: Token, head: Token) -> bool:
    """Whether what is left out of clauses stays here: in a phrase of nouns, and the "that" of a statement."""
    if child.text == "-":
        return True
    if rel.is_opener(child):
        return rel.is_content(head)
    return _kept_in_nouns(child) and not word.is_verbal(head)


# --- How many there are of it.

_FIGURES = 4  # a year has so many
_REACH = 4  # words between figures and the noun they count
_EARLY = 1300  # fewer years are written than counts


def counts(number: Token) -> bool:
    """Whether four figures that might be a year say how many: "1950 workers", "more than 2000 were hurt", "left 1900 dark"."""
    if len(number) != _FIGURES or not number.text.isdigit() or number.i + 1 == len(number.doc):
        return False
    before = None if number.is_sent_start or number.i == 0 else number.nbor(-1)
    lead = "" if before is None else before.lower_
    noun = _counted_noun(number)
    if noun is not None:
        return _counts_noun(number, noun, before)
    hedged = lead in lexicon.words("syntax", "counting_hedges")
    after = number.nbor()
    if hedged and (word.is_verbal(after) or after.lower_ == "of") and not word.is_third_person(after):
        return True
    if lead == "of" and before is not None and before.i > 0:
        return before.nbor(-1).lower_ in lexicon.words("syntax", "counted_totals")
    taken = rel.is_object(number) and before is not None and before == number.head
    if taken and number.head.lemma_ in lexicon.words("syntax", "taking_counts"):
        return True
    early = int(number.text) < _EARLY and lead not in lexicon.words("syntax", "year_openers")
    return early and rel.is_subject(number) and word.is_verbal(after) and not word.is_third_person(after)


def _counts_noun(number: Token, noun: Token, before: Token | None) -> bool:
    """Whether they count the plural behind them, and are not the year in which it was."""
    if noun.lower_ in lexicon.words("syntax", "yearly"):
        return False
    if before is None:
        return True
    if word.is_determiner(before) or word.is_owner_word(before):
        return noun.lower_ in lexicon.words("syntax", "many_things") or int(number.text) < _EARLY
    return before.lower_ not in lexicon.words("syntax", "year_openers")


def _counted_noun(number: Token) -> Token | None:
    """The plural that four figures stand before, also those of "1500 to 2000 casks"."""
    other = (
        number.nbor(2) if number.i + 2 < len(number.doc) and number.nbor().lower_ in ("to", "or") else None
    )
    if other is not None and len(other) == _FIGURES and other.text.isdigit():
        return _counted_noun(other)
    noun = number.head
    if not number.i < noun.i <= number.i + _REACH or not rel.describes(number):
        return None
    between = number.doc[number.i + 1 : noun.i]
    many = (
        word.is_plural_thing(noun)
        or noun.lower_ in lexicon.words("syntax", "many_things")
        or noun.lower_ in lexicon.load("counting")["collective"]
    )
    return (
        noun
        if many
        and not any(token.is_punct or token.is_sent_start or word.is_gerund(token) for token in between)
        else None
    )
