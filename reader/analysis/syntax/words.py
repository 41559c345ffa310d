"""What a word is, so that nobody reads tags: ``is_noun(token)``, ``is_past(token)``, ``is_plural(token)``.

Each is a question to one token, answered from the model's part of speech or its finer tag.
"""

from spacy.strings import get_string_id
from spacy.tokens import Token

from reader.analysis.syntax.labels import form, part_of_speech

_AMOUNTS = frozenset(map(get_string_id, ("QUANTITY", "MONEY")))
_TIMES = frozenset(map(get_string_id, ("DATE", "TIME")))
_WORKS = frozenset(map(get_string_id, ("ORG", "PRODUCT", "WORK_OF_ART")))
_COUNTS = frozenset(map(get_string_id, ("CARDINAL", "DATE", "ORDINAL")))
_NAMES = frozenset(map(get_string_id, ("ORG", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT", "GPE", "PERSON")))
_NAMED_THINGS = frozenset(map(get_string_id, ("ORG", "WORK_OF_ART", "FAC")))
_DATE, _MONEY = get_string_id("DATE"), get_string_id("MONEY")
_PERSON, _ORGANISATION = get_string_id("PERSON"), get_string_id("ORG")

# --- Parts of speech.
is_noun = part_of_speech("NOUN PROPN")  # "boat", "Brandt"
is_thing = part_of_speech("NOUN")  # "boat", no name
is_name = part_of_speech("PROPN")
is_pronoun = part_of_speech("PRON")
is_nominal = part_of_speech("NOUN PROPN PRON NUM")  # what can head the words that name somebody
is_verb = part_of_speech("VERB")  # a verb that is no helper
is_verbal = part_of_speech("VERB AUX")
is_verb_or_thing = part_of_speech("VERB NOUN")  # "they dispute it", "the dispute"
is_helper = part_of_speech("AUX")
is_adjective = part_of_speech("ADJ")
is_adverb = part_of_speech("ADV")
is_number = part_of_speech("NUM")
is_symbol = part_of_speech("SYM")
is_particle = part_of_speech("PART")
is_preposition = part_of_speech("ADP")
is_article = part_of_speech("DET")  # determiners of all kinds
is_link = part_of_speech("ADP SCONJ PART")  # what only leads to something else
is_blank = part_of_speech("SPACE")
is_who = part_of_speech("PRON PROPN")  # what can stand alone for a person
is_of_document = part_of_speech("DET PRON ADJ NOUN PROPN")  # the words before a noun
is_of_role = part_of_speech("NOUN PROPN ADJ")
is_of_name = part_of_speech("PROPN NOUN X ADJ")  # what a name can end with, foreign words among them
opens_no_role = part_of_speech("DET PUNCT PRON SPACE PART")

# --- Forms of a verb.
is_past = form("VBD")  # "sank"
is_present = form("VBZ VBP")  # "sinks", "sink"
is_third_person = form("VBZ")  # "sinks"
is_plain_present = form("VBP")  # "they sink"
is_finite = form("VBD VBZ VBP")
is_told_form = form("VBD VBZ")  # the forms of "said X"
is_participle = form("VBN")  # "sunk", "was sunk"
is_gerund = form("VBG")  # "sinking"
is_base = form("VB")  # "to sink", "will sink"
is_any_participle = form("VBG VBN")
is_past_form = form("VBN VBD")
is_without_tense = form("VBN VBG VB")
is_verb_form = form("VBD VBN VBP VBZ VB VBG")
# What may be finite though the tagger errs: "rescued" as a participle, "reports" as nouns.
is_perhaps_finite = form("VBD VBZ VBP VBN NN NNS NNP NNPS")

# --- Forms of a noun.
is_plural = form("NNS NNPS")
is_plural_thing = form("NNS")
is_plural_name = form("NNPS")
is_singular_thing = form("NN")
is_singular_name = form("NNP")
is_any_name = form("NNP NNPS")

# --- Small words.
is_infinitive_to = form("TO")
is_numeral = form("CD")
is_money_sign = form("$")
is_possessive_mark = form("POS")  # the "'s" of "Brandt's"
is_possessive_pronoun = form("PRP$")
is_personal_pronoun = form("PRP")
is_owner_word = form("PRP$ POS")
is_determiner = form("DT PDT")
is_plain_determiner = form("DT")
is_conjunction = form("CC")
is_subordinator = form("IN")  # also prepositions: the tag does not tell them apart
is_question_word = form("WDT WP WRB")
is_relative_pronoun = form("WDT WP")
is_where = form("WRB")  # "where", "when", "how", "why"
opens_question = form("WDT WP WRB IN")
is_superlative = form("JJS RBS")
is_plain_adjective = form("JJ")

# --- Around a number.
opens_amount = form("CD $")
may_be_counted = form("NNS NNPS CD JJ")
is_common_or_plural = form("NN NNS NNPS")
is_participle_or_mark = form("VBN VBG POS")
goes_on_phrase = part_of_speech("NOUN PROPN ADJ NUM")
is_of_amount = part_of_speech("NUM SYM ADJ NOUN")
is_small = part_of_speech("DET ADV ADP")
leads_on = part_of_speech(
    "ADP DET PRON CCONJ PUNCT SCONJ PART"
)  # nothing that something is done to stands before "over"


def is_time(token: Token) -> bool:
    """Whether the model takes a word for part of a date or a time of day."""
    return token.ent_type in _TIMES


def is_date(token: Token) -> bool:
    """Whether the model takes a word for part of a date."""
    return bool(token.ent_type == _DATE)


def is_amount(token: Token) -> bool:
    """Whether the model takes a word for part of a sum or a measure; a share may be so many people."""
    return token.ent_type in _AMOUNTS


def is_in_entity(token: Token) -> bool:
    """Whether the model takes a word for part of a name, a number, a date."""
    return bool(token.ent_type)


def is_in_name(token: Token) -> bool:
    """Whether the model takes a word for part of a name that may hold a number word: "the Big Four"."""
    return token.ent_type in _NAMES


def may_be_person(token: Token) -> bool:
    """Whether the model takes a word for part of a person's name, or of one it may have mistaken, or knows nothing of it."""
    return token.ent_type in (_PERSON, _ORGANISATION, 0)


def is_money(token: Token) -> bool:
    """Whether the model takes a word for part of a sum of money."""
    return bool(token.ent_type == _MONEY)


def is_firm_work_or_building(token: Token) -> bool:
    """Whether the model takes a word for part of the name of an organisation, a work or a building."""
    return token.ent_type in _NAMED_THINGS


def is_person(token: Token) -> bool:
    """Whether the model takes a word for part of a person's name."""
    return bool(token.ent_type == _PERSON)


def is_organisation(token: Token) -> bool:
    """Whether the model takes a word for part of an organisation's name."""
    return bool(token.ent_type == _ORGANISATION)


def is_work(token: Token) -> bool:
    """Whether the model takes a name for that of an organisation, a product or a work: somewhere one can be read or heard."""
    return token.ent_type in _WORKS


def is_person_or_organisation(token: Token) -> bool:
    """Whether the model takes a word for part of the name of somebody who can speak."""
    return token.ent_type in (_PERSON, _ORGANISATION)


def is_count_or_time(token: Token) -> bool:
    """Whether the model takes a word for part of a number, a place in an order, or a date."""
    return token.ent_type in _COUNTS


def stands_for_another(token: Token) -> bool:
    """Whether a word has to be looked up: "she", "this"."""
    return is_pronoun(token) or is_personal_pronoun(token) or is_plain_determiner(token)


def is_hyphened_front(word: Token) -> bool:
    """Whether a hyphen right after makes it the front of a longer word: "ex" of "ex-treasurer"."""
    after = word.i + 1
    return not word.whitespace_ and after < len(word.doc) and word.doc[after].text == "-"
