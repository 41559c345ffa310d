"""What speaks for a kind of name: the words around one mention of it.

The rules are rows as in `evidence`, and their votes are added up with those of the name's own words.
"""

import re
from collections.abc import Iterator

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.evidence import (
    Reason,
    Vote,
    Votes,
    all_votes,
    first_votes,
    shared_votes,
    votes_for,
)
from reader.analysis.entities.trimming import POSSESSIVES
from reader.analysis.entities.words import Piece, Words
from reader.analysis.rules import Order, name, reads, rule

_AGE = re.compile(r"\d{2}$")
_HYPHENS = frozenset("-–")
_OPENING_MARKS = frozenset("\"“‘«„'")
_CLOSING_MARKS = frozenset("\"”’»“'")


def of_context(words: Words, piece: Piece) -> Iterator[Reason]:
    """What the words around one mention say."""
    yield from first_votes(_BEFORE, words, piece[0])
    yield from _behind(words, piece)
    yield from all_votes(_AROUND, words, piece)


# --- Before a mention.


@rule(
    "entities.title_before",
    "Whoever stands behind a title is a person.",
    decides=[reads("Mr {ORG:Osric} spoke", name("Osric", kind="person"))],
    leaves=[reads("mr {ORG:Osric} spoke", name("Osric", kind="organisation"))],
)
def title_before(words: Words, start: int) -> Votes | None:
    word = words.at(start - 1)
    titles = lexicon.words("entities_titles", "titles")
    return votes_for("title", "person") if word.istitle() and word.lower() in titles else None


@rule(
    "entities.held",
    "What one has a stake in is a firm, not a place.",
    decides=[reads("a stake in {GPE:Norvik} fell", name("Norvik", kind="organisation"))],
    leaves=[reads("a house in {GPE:Norvik} fell", name("Norvik", kind="place"))],
)
def held(words: Words, start: int) -> Votes | None:
    held_in = words.small(start - 1) in lexicon.words("entities_words", "held_in")
    holding = held_in and words.small(start - 2) in lexicon.words("entities_words", "holdings")
    return votes_for("holding", "organisation") if holding else None


@rule(
    "entities.preposition_before",
    "A preposition of place stands before places.",
    decides=[reads("trains in {ORG:Arvil} stopped", name("Arvil", kind="place"))],
    leaves=[reads("shares in {ORG:Arvil} fell", name("Arvil", kind="organisation"))],
)
def preposition_before(words: Words, start: int) -> Votes | None:
    weight = lexicon.load("entities_weights")["preposition"].get(words.small(start - 1))
    return None if weight is None else (Vote("place", weight),)


@rule(
    "entities.direction_before",
    "What has a north or a south is a place.",
    decides=[reads("storms over southern {ORG:Arvil} went on", name("Arvil", kind="place"))],
    leaves=[reads("storms over {ORG:Arvil} went on", name("Arvil", kind="organisation"))],
)
def direction_before(words: Words, start: int) -> Votes | None:
    return (
        votes_for("direction", "place")
        if words.small(start - 1) in lexicon.words("places", "directions")
        else None
    )


@rule(
    "entities.noun_before",
    "The noun before a name, or before its comma, says what it is: “the airline Norvik”.",
    decides=[
        reads("the lawyer {ORG:Osric} spoke", name("Osric", kind="person")),
        reads("its finance minister, {GPE:Osric}, spoke", name("Osric", kind="person")),
        reads("the airline {PERSON:Norvik} said", name("Norvik", kind="organisation")),
    ],
    leaves=[reads("the morning {ORG:Osric} spoke", name("Osric", kind="organisation"))],
)
def noun_before(words: Words, start: int) -> Votes | None:
    at = start - 1
    comma = words.small(at) == ","
    if comma or words.at(at) in _OPENING_MARKS:
        at -= 1
    if comma and (led := _of_something(words, at)):
        at = led
    kinds = lists.nouns().get(words.small(at), ()) if at >= 0 and words.noun[at] else ()
    return shared_votes("noun_before_comma" if comma else "noun_before", kinds)


@rule(
    "entities.many_before",
    "One name behind the plural of a calling is a firm’s: “the auditors Norvik Vale”; two are people’s.",
    decides=[
        reads("the auditors {PERSON:Norvik Vale} left", name("Norvik Vale", kind="organisation")),
        reads("the brothers {ORG:Osric} and {ORG:Tam} left", name("Osric", kind="person")),
    ],
    leaves=[reads("the mornings {PERSON:Norvik Vale} left", name("Norvik Vale", kind="person"))],
)
def many_before(words: Words, piece: Piece) -> Votes | None:
    start, end = piece
    noun = words.small(start - 1)
    if not noun.endswith("s") or "person" not in lists.nouns().get(noun.removesuffix("s"), ()):
        return None
    if words.small(end) in {"and", ",", "&", "or"}:
        return votes_for("many_people", "person")
    return votes_for("many_in_firm", "organisation")


def _of_something(words: Words, at: int) -> int:
    """The head of a phrase that ends at a word: "speaker" of "the speaker of the authority"; 0 where there is none."""
    for number in range(at - 1, max(at - 4, 0), -1):
        if words.small(number) == "of":
            return number - 1 if words.is_noun(number - 1) else 0
        if not words.texts[number].isalpha():
            break
    return 0


@rule(
    "entities.of_before",
    "What a noun and its “of” say a name is: “the village of Arvil”, “the wife of Osric”.",
    decides=[
        reads("the village of {ORG:Arvil} slept", name("Arvil", kind="place")),
        reads("the valley of the {ORG:Orsel} lay dark", name("Orsel", kind="place")),
        reads("the widow of {ORG:Osric} left", name("Osric", kind="person")),
        reads("customers of {GPE:Norvik} met", name("Norvik", kind="organisation")),
    ],
    leaves=[reads("the noise of {ORG:Arvil} grew", name("Arvil", kind="organisation"))],
)
def of_before(words: Words, start: int) -> Votes | None:
    at = start - 2 if words.small(start - 1) == "the" else start - 1
    if words.small(at) not in {"of"}:
        return None
    noun = words.small(at - 1)
    table = lists.table("entities_nouns", "of")
    return shared_votes("of_before", table.get(noun) or table.get(noun.removesuffix("s"), ()))


@rule(
    "entities.works_at",
    "What somebody works for is a body: “an analyst at Norvik”, “the spokesman for Norvik”.",
    decides=[
        reads("an analyst at {GPE:Norvik} left", name("Norvik", kind="organisation")),
        reads("a spokesman for {LAW:Norvik} left", name("Norvik", kind="organisation")),
    ],
    leaves=[reads("a wedding at {GPE:Norvik} ended", name("Norvik", kind="place"))],
)
def works_at(words: Words, start: int) -> Votes | None:
    at = start - 2 if words.small(start - 1) == "the" else start - 1
    preposition, noun = words.small(at), words.small(at - 1)
    if preposition in {"at", "with", "for"} and noun in lexicon.words("entities_words", "employed"):
        return votes_for("works_for" if preposition == "for" else "works_at", "organisation")
    works = preposition == "for" and noun in lexicon.words("entities_words", "working")
    person = preposition == "at" and "person" in lists.nouns().get(noun, ())
    return votes_for("works_at", "organisation") if works or person else None


@rule(
    "entities.plays_before",
    "Whom one loses to or is at home to is a club.",
    decides=[reads("they drew at home to {PERSON:Norvik} again", name("Norvik", kind="organisation"))],
    leaves=[reads("they wrote home about {PERSON:Norvik} again", name("Norvik", kind="person"))],
)
def plays_before(words: Words, start: int) -> Votes | None:
    pair = f"{words.small(start - 2)} {words.small(start - 1)}"
    return votes_for("plays", "organisation") if pair in lexicon.words("entities_words", "plays") else None


@rule(
    "entities.aboard",
    "What one is aboard is a ship, or another thing.",
    decides=[reads("people aboard the {ORG:Osrica} slept", name("Osrica", kind="other"))],
    leaves=[reads("people behind the {ORG:Osrica} slept", name("Osrica", kind="organisation"))],
)
def aboard(words: Words, start: int) -> Votes | None:
    at = start - 2 if words.small(start - 1) == "the" else start - 1
    board = words.small(at) == "board" and words.small(at - 1) == "on"
    return votes_for("aboard", "other") if board or words.small(at) == "aboard" else None


@rule(
    "entities.speech_before",
    "Whoever a verb of saying stands before, behind a comma or a mark, is a person, or, less surely, a body.",
    decides=[reads("“So,” replied {PRODUCT:Osrica}.", name("Osrica", kind="person"))],
    leaves=[reads("“So,” shone {PRODUCT:Osrica}.", name("Osrica", kind="other"))],
)
def speech_before(words: Words, start: int) -> Votes | None:
    parted = words.at(start - 2) in _CLOSING_MARKS or words.at(start - 2) == ","
    if not parted or words.small(start - 1) not in lexicon.words("entities_words", "speech"):
        return None
    return (*votes_for("speech", "person"), *votes_for("speech_of_body", "organisation"))


_BEFORE: Order[[Words, int], Votes] = Order(
    "What does the word before a mention say?",
    held,
    works_at,
    plays_before,
    preposition_before,
    direction_before,
    title_before,
    of_before,
    aboard,
    speech_before,
    noun_before,
)


# --- Behind a mention.


@rule(
    "entities.water_behind",
    "What a river or a lagoon is called by, or what bursts its banks, is a place.",
    decides=[
        reads("the {ORG:Orsel} lagoon rose", name("Orsel", kind="place")),
        reads("{ORG:Orsel} burst its banks", name("Orsel", kind="place")),
    ],
    leaves=[reads("{ORG:Orsel} rose", name("Orsel", kind="organisation"))],
)
def water_behind(words: Words, end: int) -> Votes | None:
    banks = words.small(end + 2) == "banks" and words.small(end + 1) in lexicon.words(
        "entities_words", "own_banks"
    )
    water = words.small(end) in lexicon.words("entities_words", "waters")
    return votes_for("water", "place") if water or banks else None


@rule(
    "entities.speech_behind",
    "Whoever says something is a person, or, less surely, a body.",
    decides=[reads("{PRODUCT:Osrica} replied", name("Osrica", kind="person"))],
    leaves=[reads("{PRODUCT:Osrica} shone", name("Osrica", kind="other"))],
)
def speech_behind(words: Words, end: int) -> Votes | None:
    if words.small(end) not in lexicon.words("entities_words", "speech"):
        return None
    return (*votes_for("speech", "person"), *votes_for("speech_of_body", "organisation"))


@rule(
    "entities.lives_behind",
    "Whoever dies, marries or smiles is a person.",
    decides=[reads("{ORG:Osric} smiled", name("Osric", kind="person"))],
    leaves=[reads("{ORG:Osric} shone", name("Osric", kind="organisation"))],
)
def lives_behind(words: Words, end: int) -> Votes | None:
    lives = lexicon.words("entities_words", "lives")
    at = end + 1 if words.small(end) in {"was", "is", "has", "had"} else end
    return votes_for("lives", "person") if words.small(at) in lives else None


@rule(
    "entities.sails_behind",
    "What docks, capsizes or runs aground is a ship.",
    decides=[reads("the {ORG:Osrica} capsized", name("Osrica", kind="other"))],
    leaves=[reads("the {ORG:Osrica} shone", name("Osrica", kind="organisation"))],
)
def sails_behind(words: Words, end: int) -> Votes | None:
    at = end + 1 if words.small(end) in {"was", "is", "has", "had"} else end
    return (
        votes_for("sails", "other") if words.small(at) in lexicon.words("entities_words", "sails") else None
    )


@rule(
    "entities.plays_behind",
    "Who wins or loses by a score is a club.",
    decides=[reads("{PERSON:Osrica} drew 1-1 again", name("Osrica", kind="organisation"))],
    leaves=[reads("{PERSON:Osrica} drew a boat", name("Osrica", kind="person"))],
)
def plays_behind(words: Words, end: int) -> Votes | None:
    played = words.small(end) in lexicon.words("entities_words", "played")
    scored = words.at(end + 1).isdigit() and words.at(end + 2) in _HYPHENS and words.at(end + 3).isdigit()
    return votes_for("plays", "organisation") if played and scored else None


@rule(
    "entities.who_behind",
    "Whoever “who” is said of is a person.",
    decides=[
        reads("{ORG:Osric} who spoke", name("Osric", kind="person")),
        reads("{ORG:Osric}, who spoke", name("Osric", kind="person")),
    ],
    leaves=[reads("{ORG:Osric}, which spoke", name("Osric", kind="organisation"))],
)
def who_behind(words: Words, end: int) -> Votes | None:
    at = end + 1 if words.small(end) == "," else end
    said = words.small(at) == "who" or (at > end and words.small(at) == "whose")
    return votes_for("who", "person") if said else None


@rule(
    "entities.which_behind",
    "What “which” is said of is no person, and a body where it says something.",
    decides=[
        reads("{PERSON:Osrica}, which shone", name("Osrica", kind="organisation")),
        reads("{GPE:Osrica}, which said so", name("Osrica", kind="organisation")),
    ],
    leaves=[reads("{PERSON:Osrica}, which of them shone?", name("Osrica", kind="person"))],
)
def which_behind(words: Words, end: int) -> Votes | None:
    if words.small(end) != "," or words.small(end + 1) != "which" or words.small(end + 2) == "of":
        return None
    speaks = words.small(end + 2) in lexicon.words("entities_words", "speech")
    return (*votes_for("which", "person"), *(votes_for("which_said", "organisation") if speaks else ()))


@rule(
    "entities.state_behind",
    "A place is told from others of its name by its state: “Elgin, Ill.”.",
    decides=[reads("{ORG:Elgin}, Ill., is quiet", name("Elgin", kind="place"))],
    leaves=[reads("{ORG:Elgin}, ill, is quiet", name("Elgin", kind="organisation"))],
)
def state_behind(words: Words, end: int) -> Votes | None:
    state = words.small(end) == "," and words.at(end + 1) in lexicon.words("places", "states")
    return votes_for("state_behind", "place") if state else None


@rule(
    "entities.age_behind",
    "An age between commas or in brackets is a person's.",
    decides=[reads("{ORG:Osric}, 46, spoke", name("Osric", kind="person"))],
    leaves=[reads("{ORG:Osric}, 46 miles off, spoke", name("Osric", kind="organisation"))],
)
def age_behind(words: Words, end: int) -> Votes | None:
    if not _AGE.match(words.small(end + 1)):
        return None
    if words.small(end) == "," and words.at(end + 2) in {",", ".", ")"}:
        return votes_for("age", "person")
    return (
        votes_for("bracketed_age", "person") if words.small(end) == "(" and words.at(end + 2) == ")" else None
    )


@rule(
    "entities.country_in_brackets",
    "Who competes for a country has it in brackets behind the name.",
    decides=[reads("1. {ORG:Velma Osric} (Norway) 7:21", name("Velma Osric", kind="person"))],
    leaves=[reads("1. {ORG:Velma Osric} (Arvil) 7:21", name("Velma Osric", kind="organisation"))],
)
def country_in_brackets(words: Words, end: int) -> Votes | None:
    countries = lexicon.words("places", "countries")
    country = words.small(end) == "(" and words.at(end + 2) == ")" and words.at(end + 1) in countries
    return votes_for("bracketed_country", "person") if country else None


@rule(
    "entities.described_behind",
    "The noun phrase behind a name and its comma says what it is: “Norvik, an airline from the north,”.",
    decides=[
        reads("{ORG:Osric}, a retired lawyer from the north, spoke", name("Osric", kind="person")),
        reads(
            "{WORK_OF_ART:Hana Osric}, a 61-year-old basket weaver, spoke", name("Hana Osric", kind="person")
        ),
        reads("{PERSON:Norvik}, an airline from the north, said", name("Norvik", kind="organisation")),
    ],
    leaves=[reads("{PERSON:Norvik}, in an airline, spoke", name("Norvik", kind="person"))],
)
def described_behind(words: Words, end: int) -> Votes | None:
    article = words.small(end + 1) in lexicon.words("entities_words", "introducing")
    return _described(words, end + 2) if article and words.small(end) == "," else None


def _described(words: Words, at: int) -> Votes:
    """The head of a noun phrase, after its article: "a 61-year-old pharmacist", "an airline"."""
    noun = ""
    for number in range(at, at + 8):
        word = words.small(number)
        if word == "year" and words.small(number + 2) == "old":
            return votes_for("year_old", "person")
        if word == "-" or word.isdigit():
            continue
        if word in lexicon.words("entities_words", "ceases") or not word[:1].isalpha():
            break
        noun = word
    return shared_votes("described", lists.nouns().get(noun, ()))


@rule(
    "entities.result_behind",
    "Who stands in a table of figures or a line of results is a club, also where it is called by its city.",
    decides=[
        reads("{GPE:Norvik} 2 {GPE:Arvil} 1", name("Norvik", kind="organisation")),
        reads("{GPE:Norvik} 10 6 3 1", name("Norvik", kind="organisation")),
        reads("{GPE:Detroit} 5, {GPE:Toledo} 3", name("Detroit", kind="organisation")),
    ],
    leaves=[reads("{GPE:Norway} 5 {GPE:Sweden} 3", name("Norway", kind="place"))],
)
def result_behind(words: Words, end: int, piece: Piece) -> Votes | None:
    text = words.surface(piece)
    person = text.split(" ")[0] in lexicon.words("given_names", "given")
    if person or text in lexicon.words("places", "countries"):
        return None
    row = [words.at(number) for number in range(end, end + 3)]
    hyphen = row[1] in _HYPHENS and row[2].isdigit() and words.joined(end + 1) and len(row[0]) < 3
    scored = len(row[0]) < 3 and (hyphen or _scored_again(words, end, row[1]))
    if scored or all(word[:1].isdigit() or word[:1] == "." for word in row):
        return votes_for("result_of_known" if lists.is_known(text) else "result", "organisation")
    return None


def _scored_again(words: Words, at: int, following: str) -> bool:
    """Whether the score has another on its line: after it, or before it where it ends the line."""
    if following == ",":
        return words.at(at + 2)[:1].isupper() and any(words.at(at + n).isdigit() for n in (3, 4, 5))
    if following[:1].isupper():
        return any(words.at(at + n).isdigit() for n in (2, 3, 4))
    return ("\n" in following or not following) and any(words.at(at - n).isdigit() for n in (2, 3, 4))


@rule(
    "entities.noun_behind",
    "The noun behind a name, or behind its “'s”, says what has such a thing: “Norvik shares”.",
    decides=[
        reads("{GPE:Norvik} shares rose", name("Norvik", kind="organisation")),
        reads("the {ORG:Osric} administration said", name("Osric", kind="person")),
        reads("{ORG:Charling} peninsula", name("Charling", kind="place")),
    ],
    leaves=[reads("{GPE:Norvik} mornings rose", name("Norvik", kind="place"))],
)
def noun_behind(words: Words, end: int) -> Votes | None:
    return votes_for("noun_behind", *lists.table("entities_nouns", "after").get(words.small(end), ()))


# By the sign that stands behind the mention, so that few are asked.
_BEHIND_COMMA: Order[[Words, int], Votes] = Order(
    "What does the apposition behind a mention say?",
    state_behind,
    age_behind,
    who_behind,
    which_behind,
    described_behind,
)
_BEHIND_BRACKET: Order[[Words, int], Votes] = Order(
    "What does the bracket behind a mention say?", country_in_brackets, age_behind
)
_BEHIND_FIGURE: Order[[Words, int, Piece], Votes] = Order(
    "What do figures behind a mention say?", result_behind
)
_BEHIND_WORD: Order[[Words, int], Votes] = Order(
    "What does the word behind a mention say?",
    speech_behind,
    lives_behind,
    sails_behind,
    plays_behind,
    water_behind,
    who_behind,
    noun_behind,
)
_SIGNS = {",": _BEHIND_COMMA, "(": _BEHIND_BRACKET}


def _behind(words: Words, piece: Piece) -> Iterator[Reason]:
    end = piece[1] + (words.small(piece[1]) in POSSESSIVES)
    word = words.at(end)
    if word.isdigit():
        return first_votes(_BEHIND_FIGURE, words, end, piece)
    return first_votes(_SIGNS.get(word, _BEHIND_WORD), words, end)


# --- Around a mention.


@rule(
    "entities.maker_and_model",
    "A maker's name and one word more, after an article, is a product: “the Ford Osprey”.",
    decides=[reads("the {ORG:Ford Osprey} sold", name("Ford Osprey", kind="other"))],
    leaves=[reads("the {ORG:Ford Board} sold", name("Ford Board", kind="organisation"))],
)
def maker_and_model(words: Words, piece: Piece) -> Votes | None:
    start, end = piece
    if end - start != 2 or words.texts[start] not in lexicon.words("entities_heads", "makers"):
        return None
    led = words.small(start - 1) in lexicon.words("entities_words", "before_product")
    headed = any(words.texts[end - 1] in lists.table("entities_heads", key) for key in ("last", "any"))
    return votes_for("maker_and_model", "other") if led and not headed else None


@rule(
    "entities.bare_the",
    "A name behind “the” with no noun behind it is no person's.",
    decides=[reads("they heard the {PERSON:Osrics}.", name("Osrics", kind="organisation"))],
    leaves=[reads("they heard the {PERSON:Osrics} men.", name("Osrics", kind="person"))],
)
def bare_the(words: Words, piece: Piece) -> Votes | None:
    bare = words.small(piece[0] - 1) == "the" and not words.is_noun(piece[1])
    return votes_for("bare_the", "person") if bare else None


@rule(
    "entities.signs",
    "Who a byline names behind “by” or “and” is a person.",
    decides=[
        reads("By {ORG:Osric Vale} and {ORG:Norvik Feld}", name("Osric Vale", kind="person")),
        reads("By {ORG:Osric Vale} and {ORG:Norvik Feld}", name("Norvik Feld", kind="person")),
    ],
    leaves=[reads("Bought by {ORG:Osric Vale}", name("Osric Vale", kind="organisation"))],
)
def signs(words: Words, piece: Piece) -> Votes | None:
    before = words.small(piece[0] - 1).strip()
    if piece[0] not in words.signing or (
        before not in {"by", "and", "&", ""} and piece[0] - 1 in words.signing
    ):
        return None
    return votes_for("signs", "person")


@rule(
    "entities.signs_too",
    "A name of several words that a byline has behind a comma may be a person too.",
    decides=[reads("By {ORG:Osric Vale}, {ORG:Norvik Feld}", name("Norvik Feld", kind="person"))],
    leaves=[reads("By {ORG:Osric Vale}, {ORG:Norvik Press}", name("Norvik Press", kind="organisation"))],
)
def signs_too(words: Words, piece: Piece) -> Votes | None:
    behind_comma = piece[0] in words.signing and words.small(piece[0] - 1) == ","
    return votes_for("signs_too", "person") if behind_comma and piece[1] - piece[0] > 1 else None


@rule(
    "entities.one_of_them",
    "What there is “a” of is neither a person nor a place.",
    decides=[reads("she opened a {PERSON:Osrica}.", name("Osrica", kind="other"))],
    leaves=[reads("she saw {PERSON:Osrica}.", name("Osrica", kind="person"))],
)
def one_of_them(words: Words, piece: Piece) -> Votes | None:
    start, end = piece
    goes_on = words.is_noun(end) or words.at(end) in {",", "-", "–"} or words.small(end) in POSSESSIVES
    if words.small(start - 1) not in {"a", "an"} or goes_on:
        return None
    return (*votes_for("no_single_one", "person", "place"), *votes_for("single_one", "other"))


@rule(
    "entities.in_marks",
    "Several words with a capital alone in quotation marks are the title of a work.",
    decides=[reads("she sang “{PERSON:Salt Orsel}” twice", name("Salt Orsel", kind="other"))],
    leaves=[reads("she sang to “{PERSON:Orsel}” twice", name("Orsel", kind="person"))],
)
def in_marks(words: Words, piece: Piece) -> Votes | None:
    start, end = piece
    opened = words.at(start - 1) in _OPENING_MARKS
    if end - start < 2 or not opened:
        return None
    closed = words.at(end) in _CLOSING_MARKS
    return votes_for("in_marks", "other") if closed else None


@rule(
    "entities.line_label",
    "A name that opens a line and has a colon behind it is mostly that of whoever speaks.",
    decides=[reads("{LAW:Osric Vale}: No decision yet", name("Osric Vale", kind="person"))],
    leaves=[reads("with {LAW:Osric Vale}: No decision yet", name("Osric Vale", kind="other"))],
)
def line_label(words: Words, piece: Piece) -> Votes | None:
    before = words.at(piece[0] - 1)
    opens = not before or "\n" in before or before[:1].isdigit()
    return votes_for("line_label", "person") if opens and words.at(piece[1]) == ":" else None


@rule(
    "entities.the_many",
    "A plural behind “the”, with no noun behind it, is a team, a band or another body.",
    decides=[reads("they heard the {WORK_OF_ART:Osrics}.", name("Osrics", kind="organisation"))],
    leaves=[reads("they heard the {WORK_OF_ART:Osric}.", name("Osric", kind="other"))],
)
def the_many(words: Words, piece: Piece) -> Votes | None:
    last = words.texts[piece[1] - 1]
    if lists.is_known(words.surface(piece)) or last in lists.table("entities_heads", "last"):
        return None
    plural = last.endswith("s") and not last.endswith("ss") and len(last) > 3
    bare = (
        words.small(piece[0] - 1) == "the" and not words.is_noun(piece[1]) and words.small(piece[1]) != "and"
    )
    return votes_for("the_many", "organisation") if bare and plural else None


@rule(
    "entities.party_bracket",
    "In the bracket behind a politician stand the party and the place: “(Con, Arvil East)”.",
    decides=[
        reads("Ana Osric ({PERSON:Lib Dem}, {PERSON:Arvil Vale}) spoke", name("Arvil Vale", kind="place")),
        reads("Ana Osric ({PERSON:Lib Dem}) spoke", name("Lib Dem", kind="organisation")),
    ],
    leaves=[reads("Ana Osric ({PERSON:Norvik Dem}) spoke", name("Norvik Dem", kind="person"))],
)
def party_bracket(words: Words, piece: Piece) -> Votes | None:
    start, end = piece
    parties = lexicon.words("entities_words", "parties")
    if words.at(start - 1) == "(" and words.at(end) in {")", ","} and words.surface(piece) in parties:
        return votes_for("party_bracket", "organisation")
    if words.at(start - 1) != "," or words.at(end) != ")":
        return None
    opened = (
        words.at(start - 2 - n) == "(" and words.surface((start - 1 - n, start - 1)) in parties
        for n in (1, 2)
    )
    return votes_for("party_bracket", "place") if any(opened) else None


_AROUND: Order[[Words, Piece], Votes] = Order(
    "What do the words on both sides of a mention say?",
    maker_and_model,
    bare_the,
    many_before,
    the_many,
    one_of_them,
    in_marks,
    line_label,
    party_bracket,
    signs,
    signs_too,
)
