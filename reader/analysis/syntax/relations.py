"""How a word hangs on another, so that nobody reads dependency labels.

``is_subject(token)`` asks of the relation of a word to ``token.head``; ``first(token.children, is_object)`` is the object of
a verb, or None.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from reader.analysis.syntax.labels import Question, relation

# --- Of a verb.
is_subject = relation("nsubj nsubjpass")
is_active_subject = relation("nsubj")
is_passive_subject = relation("nsubjpass")
is_clausal_subject = relation("csubj")  # "That it sank surprised him"
is_any_subject = relation("nsubj nsubjpass csubj expl")
is_existential = relation("expl")  # the "there" of "there were calls"
is_object = relation("dobj")
is_recipient = relation("dative")  # "gave the council a list"
is_taken = relation("dobj dative ccomp")  # whatever a verb takes
is_object_or_deed = relation("dobj xcomp")
is_told = relation("dobj dative")  # whom or what a verb is done to: "told reporters"
is_attribute = relation("attr")  # "is a driver"
is_quality = relation("acomp")  # "is tall"
is_predicate = relation("attr acomp dobj")
is_agent = relation("agent")  # the "by" of "was sold by X"
is_helping = relation("aux auxpass")
is_passive_helper = relation("auxpass")
is_active_helper = relation("aux")
is_negating = relation("neg")
is_particle_of = relation("prt")
is_adverbial = relation("advmod")
is_adverbial_noun = relation("npadvmod")  # "fell 3%", "lasted six weeks"
is_part_of_verb = relation("aux auxpass neg prt")  # "has", "been", "not" and "up" of "has not been given up"
is_taken = relation("dobj dative attr ccomp xcomp agent")  # what a verb is incomplete without
is_complement = relation("dobj dative attr ccomp xcomp agent acomp oprd prep advmod pobj")
is_leading = relation("prep agent")  # says something only with what follows it
is_subject_or_object = relation("nsubj nsubjpass dobj attr")

# --- Of a clause.
is_main = relation("ROOT")
is_content = relation("ccomp")  # "said that it sank"
is_open_clause = relation("xcomp")  # "wants to sink it": its subject stands above
is_adverbial_clause = relation("advcl")
is_relative_clause = relation("relcl")
is_noun_clause = relation("acl")  # "the plan to sink it", "the boat sunk by X"
is_of_noun = relation("acl relcl")
is_told_of_it = relation(
    "ccomp csubj relcl"
)  # what "it" leads to: "it was clear that he lied", "it is he who lied"
is_dependent_clause = relation("relcl ccomp advcl")
is_stating_clause = relation("ROOT ccomp conj")  # a clause that says something by itself
is_content_of_noun = relation("acl ccomp")  # "her claim that it sank"
is_further_clause = relation("conj advcl ccomp")  # "... and that it was late"
is_infinitive_clause = relation("xcomp ccomp")
is_beside = relation("parataxis")
opens_or_helps = relation("mark aux auxpass")
is_opener = relation("mark")  # the "that", "if", "because" of a clause
is_prepositional_clause = relation("pcomp")

# --- Of a noun.
is_apposition = relation("appos")
is_beside_noun = relation("appos conj")  # a name between commas, whichever the parse takes it for
is_owner = relation("poss")
is_compound = relation("compound")
is_adjectival = relation("amod")
is_nominal_modifier = relation("nmod")
is_numeric = relation("nummod")
is_article_of = relation("det")
is_before_determiner = relation("predet")  # the "half" of "half the villas"
is_modifier = relation("compound amod nmod poss nummod")
describes = relation("compound nummod amod nmod")  # "the May vote"
is_number_part = relation("quantmod")
is_prepositional = relation("prep")
is_prepositions_object = relation("pobj")

# --- Around an amount.
is_object_or_measure = relation("dobj npadvmod")  # "says £20m", which the model may take for a measure
is_determining = relation("det poss")
is_describing = relation("det amod compound poss")
leads_to_noun = relation(
    "compound amod nmod poss nummod quantmod npadvmod advmod"
)  # on the way from an amount to its noun
is_of_number = relation("nummod compound quantmod amod nmod")  # inside a phrase with a number
is_before_noun = relation("nummod nmod amod compound")
is_owner_or_compound = relation("poss compound")
is_adjectival_or_compound = relation("amod compound")
is_compound_or_nominal = relation("compound nmod")
is_subject_or_clause = relation("nsubj nsubjpass csubj")
is_added_clause = relation("acl relcl advcl")  # a clause that is no part of what its verb says
parts_phrase = relation("ROOT prep")
is_governed = relation("pobj dobj npadvmod")
is_of_contest = relation("dobj npadvmod nsubjpass attr")  # "beat Burlington by 2%"

# --- Anywhere.
is_conjunct = relation("conj")
is_joined = relation("conj preconj")  # "both he and she"
is_coordinator = relation("cc")
is_mark = relation("punct")
is_unknown = relation("dep")


def first(tokens: Iterable[Token], how: Question) -> Token | None:
    """The first of some tokens, mostly children of one, that hangs on its head in this way."""
    return next(filter(how, tokens), None)


def owner(noun: Token) -> Token | None:
    """Whose it is: the mayor of "the mayor's claim"."""
    return first(noun.lefts, is_owner)


def object_of(preposition: Token) -> Token | None:
    """What a preposition leads to."""
    return first(preposition.children, is_prepositions_object)
