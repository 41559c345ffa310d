"""What has an amount: the subject of "rose 3%", the noun of "a $150,000 contract", X of "60% of X".

Finders stand in the order in which they are asked; the first that finds a noun names it, and says by which rule.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims import bare, changes, pairs
from reader.analysis.claims.bare import is_list
from reader.analysis.claims.quantity import QUOTES, Placed, Quantity, Tokens, gap
from reader.analysis.claims.units import unit_table
from reader.analysis.lexicon.patterns import one_of
from reader.analysis.rules import Order, claim, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words
from reader.analysis.syntax.antecedents import antecedents_of, noun_said_of
from reader.analysis.syntax.clauses import STEPS, is_passive
from reader.analysis.syntax.phrases import name_of, thing_of
from reader.late import late

_WORDS = "concepts"


class Site(NamedTuple):
    """Where an amount hangs in its clause: the last word of its own phrase, and what that hangs on."""

    on: Literal["top", "subject", "verb", "noun", "nothing"]
    token: Token
    head: Token


@dataclass
class Amount:
    """An amount, the amounts of its sentence, and the last word of it."""

    tokens: Tokens
    quantity: Quantity
    placed: Placed
    last: Token

    @cached_property
    def site(self) -> Site:
        """Where it hangs."""
        token = outermost(self.last, self.quantity)
        for _ in range(STEPS):
            head = token.head
            if head.i == token.i:
                return Site("top", token, head)
            if rel.is_subject(token):
                return Site("subject", token, head)
            if head.lower_ in lexicon.words(_WORDS, "apart"):
                return Site("nothing", token, head)
            if words.is_verbal(head):
                return Site("verb", token, head)
            if _hangs_on(token, head, self.quantity, self.placed):
                return Site("noun", token, head)
            token = head
        return Site("nothing", token, token)

    @cached_property
    def next(self) -> Token | None:
        """The word right behind it, a bracket between left out."""
        text = self.tokens.text
        brackets = _BRACKETS.match(text, self.quantity.end)
        at = brackets.end() if brackets else self.quantity.end
        word = self.tokens.after(at)
        return None if word is None or word.is_sent_start or text[at : word.idx].strip() else word


# --- The finders.

_ORDERED = 12  # words behind an amount in which "respectively" may stand
_BRACKETS = re.compile(r"\s*\([^()]{1,30}\)")
_BESIDE = late(
    rf"(?:,\s+|\s)(?:{one_of(_WORDS, 'now')}\s+)?(?P<word>{one_of(_WORDS, 'beside')})\s+(?:an?\s+)?$",
    re.IGNORECASE,
)


@rule(
    "claims.of_multiplied",
    "A verb of multiplying is of its object, or of its subject where it has none.",
    decides=[
        reads("The new pumps halved the water bill.", claim("halved", of="water bill")),
        reads("Fares doubled.", claim("doubled", of="Fares")),
    ],
    leaves=[reads("Fares rose 3%.", claim("3%", of="Fares"))],
)
def multiplied(amount: Amount) -> Token | None:
    """ "Halved the bill", "fares doubled"."""
    done = next((child for child in amount.last.children if rel.is_object(child)), None)
    return _meant(done) if done is not None else noun_said_of(amount.last)


@rule(
    "claims.of_what_follows",
    'An amount right before "of" is of what stands behind it: 60% of the voters.',
    decides=[reads("Half of the voters stayed at home.", claim("Half", of="voters"))],
    leaves=[reads("The mill paid £3m on the last day of March.", claim("£3m", of="mill"))],
)
def what_follows(amount: Amount) -> Token | None:
    """ "60% of X", "one count of X", "14 months of fighting"."""
    word = amount.next
    if word is None or word.lower_ != "of":
        return None
    return thing_of(word) or next(filter(words.is_gerund, word.children), None)


@rule(
    "claims.of_half_the",
    'A share right before "the" and a noun is of that noun: half the villas.',
    decides=[reads("Half the villas have sold.", claim("Half", of="villas"))],
    leaves=[reads("Half of the villas have sold.", claim("Half", of="villas"))],
)
def half_the(amount: Amount) -> Token | None:
    """ "Half the villas"."""
    last = amount.last
    if amount.quantity.form != "fraction" or not rel.is_before_determiner(last):
        return None
    return last.head if words.is_noun(last.head) and last.head.i > last.i else None


@rule(
    "claims.of_taken_off",
    'Money right before "off" is of what it is taken off: $550 off a laptop.',
    decides=[reads("The shop took $550 off a used laptop.", claim("$550", of="used laptop"))],
    leaves=[reads("The shop took $550 from a used laptop.", claim("$550", of="shop"))],
)
def taken_off(amount: Amount) -> Token | None:
    """ "$550 off a laptop"."""
    word = amount.next
    off = (
        word is not None
        and word.lower_ in lexicon.words(_WORDS, "off")
        and amount.quantity.kind in ("money", "percent")
    )
    return thing_of(word) if off and word is not None else None


@rule(
    "claims.of_money_in",
    'Money right before "in" is of what it is made of or goes to, where that has no article: £2m in damages.',
    decides=[reads("A report told of £2m in losses.", claim("£2m", of="losses"))],
    leaves=[reads("The boat costs £20 in the harbour.", claim("£20", of="boat"))],
)
def money_in(amount: Amount) -> Token | None:
    """ "$40,000 in cash", not "£20 in his pocket"."""
    word = amount.next
    if word is None or word.lower_ != "in" or amount.quantity.kind != "money" or rel.is_object(amount.last):
        return None
    stuff = thing_of(word)
    return stuff if stuff is None or not any(rel.is_determining(c) for c in stuff.children) else None


@rule(
    "claims.of_paid_for",
    "Money that is paid, spent or charged for something is of that.",
    decides=[reads("He paid $30 for a used bike.", claim("$30", of="used bike"))],
    leaves=[reads("The fund had $30 for a week.", claim("$30", of="fund"))],
)
def paid_for(amount: Amount) -> Token | None:
    """ "Paid $30 for X"."""
    word = amount.next
    if word is None or word.lower_ != "for" or amount.quantity.kind != "money" or not _is_paid(amount.last):
        return None
    return thing_of(word)


def _is_paid(last: Token) -> bool:
    for _ in range(4):
        if rel.is_object(last):
            return last.head.lemma_ in lexicon.words(_WORDS, "paying")
        last = last.head
    return False


@rule(
    "claims.of_modified",
    "An amount before a noun that it modifies is of that noun, or of what changed where the noun is a change.",
    decides=[
        reads("She signed a $150,000 contract.", claim("$150,000", of="contract")),
        reads("The mill reported a 6 percent fall in orders.", claim("6 percent", of="orders")),
    ],
    leaves=[reads("Forty boats sank.", claim("Forty boats", of=None))],
)
def modified(amount: Amount) -> Token | None:
    """ "A $150,000 contract"; a count belongs to its noun already, but for "a 12-page report"."""
    quantity, last = amount.quantity, amount.last
    if (
        quantity.kind == "count"
        and not amount.tokens.text.startswith("-", quantity.to)
        and not _is_front(last, quantity)
    ):
        return None
    starts = (token for token in (last, amount.tokens.at(quantity.at)) if token is not None)
    noun = next(
        (head for start in starts if (head := _head_right(start, last, amount.placed)) is not None), None
    )
    return noun if noun is None else _behind_change(noun, amount.placed)


def _is_front(last: Token, quantity: Quantity) -> bool:
    """Whether what is counted is the front of another noun: "a three course dinner"."""
    single = words.is_singular_thing(last) and quantity.low > 1 and last.head.i == last.i + 1
    return single and rel.is_compound_or_nominal(last) and words.is_singular_thing(last.head)


@rule(
    "claims.of_owner",
    'An amount behind a name with "\'s" is of who is named.',
    decides=[reads("Ostby's 900 farmers protested.", claim("900 farmers", of="Ostby"))],
    leaves=[reads("Monday's 900 visitors protested.", claim("900 visitors", of=None))],
)
def owner(amount: Amount) -> Token | None:
    """X of "X's 10 million children"."""
    mark = amount.tokens.before(amount.quantity.start)
    if mark is None or not words.is_possessive_mark(mark) or mark.i == 0:
        return None
    noun = mark.nbor(-1)
    return noun if words.is_noun(noun) and not _is_time(noun) else None


@rule(
    "claims.of_beside",
    'A noun right before "worth", "aged", "down", "at" and an amount has it.',
    decides=[
        reads("Police seized a van of silver worth £2m.", claim("£2m", of="silver")),
        reads("Tollund saw the biggest loss, with its shares down 11.9%.", claim("11.9%", of="shares")),
    ],
    leaves=[reads("The plane crashed near Burlington, 40 miles away.", claim("40 miles", of="plane"))],
)
def beside(amount: Amount) -> Token | None:
    """ "Levels at 40", "wages, up 3%"."""
    text, quantity = amount.tokens.text, amount.quantity
    match = _BESIDE.search(text, max(0, quantity.start - 24), quantity.start)
    if not match:
        return None
    noun, word = amount.tokens.before(match.start()), match["word"].lower()
    if noun is not None and word in lexicon.words(_WORDS, "of_head") and not _is_time(noun):
        noun = _head_noun(noun)
    if noun is None or not words.is_noun(noun) or _is_time(noun) or is_empty(noun):
        return None
    if any(token.is_sent_start for token in noun.doc[noun.i + 1 : noun.i + 4] if token.idx <= quantity.at):
        return None
    if (
        word in lexicon.words(_WORDS, "ways")
        and "," in match.group()
        and rel.is_prepositions_object(noun)
        and noun.head.lower_ not in ("of", "by")
    ):
        return noun_said_of(noun)
    held = amount.placed.holding(noun)
    if held is not None:
        return noun if word in lexicon.words(_WORDS, "of_counted") and held.kind == "count" else None
    if word == "by" and rel.is_of_contest(noun):
        return noun if rel.is_object(noun) else None
    return noun


def _head_noun(noun: Token) -> Token:
    """ "Savings in the budget at £2m" are savings: the noun at the head of the phrases in which a noun stands last."""
    for _ in range(STEPS):
        above = noun.head.head
        if rel.is_prepositions_object(noun) and words.is_verb(above):
            taken = noun.head.nbor(-1)  # "puts savings in the budget at": the model hangs "in" on the verb
            return taken if rel.is_object(taken) and taken.head == above and words.is_noun(taken) else noun
        if not rel.is_prepositions_object(noun) or not words.is_noun(above) or above.i > noun.i:
            return noun
        if not (rel.is_object(above) or rel.is_prepositions_object(above)):
            return noun
        noun = above
    return noun


@rule(
    "claims.of_ticker",
    "A share with a sign right behind a name is of what is named: Tollund +2.5%.",
    decides=[reads("Tollund +2.5%, Marrow -1.2%.", claim("2.5%", of="Tollund"), claim("-1.2%", of="Marrow"))],
    leaves=[reads("Growth in Ostby was -1.2%.", claim("-1.2%", of="Growth"))],
)
def ticker(amount: Amount) -> Token | None:
    """ "Tollund +2.5%"."""
    text, quantity = amount.tokens.text, amount.quantity
    signed = quantity.kind == "percent" and (
        text[quantity.at] in "-−–" or text[quantity.at - 1 : quantity.at] == "+"
    )
    before = (
        amount.tokens.before(quantity.at - (text[quantity.at - 1 : quantity.at] == "+")) if signed else None
    )
    return before if before is not None and words.is_noun(before) else None


@rule(
    "claims.of_complement",
    'An amount that is the subject of "to be" is of what it is said to be.',
    decides=[reads("Some £4m was the price.", claim("Some £4m", of="price"))],
    leaves=[reads("Some £4m was lost.", claim("Some £4m", of=None))],
)
def complement(amount: Amount) -> Token | None:
    """ "£4m was the price"."""
    on, _, verb = amount.site
    if on != "subject" or amount.quantity.kind == "count" or verb.lemma_ != "be":
        return None
    return next((child for child in verb.children if rel.is_attribute(child) and words.is_noun(child)), None)


@rule(
    "claims.of_object",
    'An amount behind "by", "to", "from", "at" or "for" is of the object of its verb: raised rates by 25 points.',
    decides=[
        reads(
            "The bank raised interest rates on Friday by 25 basis points.",
            claim("25 basis points", of="interest rates"),
        )
    ],
    leaves=[
        reads(
            "Interest rates rose on Friday by 25 basis points.", claim("25 basis points", of="Interest rates")
        )
    ],
)
def object_before(amount: Amount) -> Token | None:
    """ "Raised rates by 25 points"."""
    on, token, verb = amount.site
    if (
        on != "verb"
        or not rel.is_prepositional(token)
        or token.lower_ not in lexicon.words(_WORDS, "by_so_much")
    ):
        return None
    if amount.quantity.kind == "measure" and token.lower_ == "for":
        return None
    done = next((c for c in verb.children if rel.is_object(c) and c.i < token.i), None)
    if done is None:
        return None
    return (
        done
        if words.is_noun(done)
        else _meant(done) or (amount.last if words.is_personal_pronoun(done) else None)
    )


@rule(
    "claims.of_subject",
    "An amount is of the subject of its verb, unless the subject only expects it.",
    decides=[reads("Turnout was 61 percent.", claim("61 percent", of="Turnout"))],
    leaves=[reads("Analysts had expected $1.45 a share.", claim("$1.45 a share", of=None))],
)
def subject_of_verb(amount: Amount) -> Token | None:
    """ "Copper prices rose 5%"."""
    on, token, head = amount.site
    if on == "top":
        return noun_said_of(token) if words.is_verbal(token) else None
    if (
        on != "verb"
        or _is_foreseen(head, token)
        or (head.lemma_ in lexicon.words(_WORDS, "telling") and not is_passive(head))
    ):
        return None
    if (
        amount.quantity.kind == "count"
        and rel.is_object(token)
        and head.lemma_.lower() in lexicon.words("claim_sources", "befalls")
    ):
        return None  # who does it has no number of those it is done to
    if amount.quantity.kind == "measure" and _is_way_off(amount):
        return None
    if words.is_gerund(head) and head.lemma_ in lexicon.words(_WORDS, "holding") and not head.is_sent_start:
        holder = head.nbor(-1)
        if words.is_noun(holder) and rel.is_object(holder):
            return holder  # "an envelope holding $8,000"
    return noun_said_of(head)


@rule(
    "claims.of_noun",
    "An amount that hangs on a noun before it is of that noun: a range of 400 kilometres.",
    decides=[reads("Brandt owns a hotel with 40 rooms.", claim("40 rooms", of="hotel"))],
    leaves=[reads("She owns a fleet in 400 towns.", claim("400 towns", of=None))],
)
def noun_before(amount: Amount) -> Token | None:
    """The noun a phrase hangs on; for what something is ("is the home port for 60 …") the something."""
    on, token, head = amount.site
    if on != "noun" or (rel.is_apposition(token) and _is_quoted_apart(head, token)):
        return None
    counted, leading = amount.quantity.kind == "count", rel.is_prepositional(token)
    if (
        counted
        and leading
        and token.lower_ in lexicon.words(_WORDS, "places")
        and head.lower_ not in changes.nouns()
    ):
        return None  # where something is, not how much of it
    if leading and token.lower_ != "of":
        head = _behind_change(head, amount.placed)
    if rel.is_attribute(head) and counted:
        return noun_said_of(head.head) or head
    return head


def _meant(done: Token) -> Token | None:
    """What is done something to; for "it" in a clause beside another what that one takes: "improved its storage, doubling it"."""
    if words.is_noun(done):
        return done
    clause = done.head
    if rel.is_adverbial_clause(clause) and words.is_gerund(clause):
        return next((c for c in clause.head.children if rel.is_object(c) and words.is_noun(c)), None)
    return antecedents_of(done.doc).head_of(done)


def _is_quoted_apart(noun: Token, token: Token) -> bool:
    """Whether a quotation begins between the two: "the auditors, “38 per cent”" says nothing of the auditors."""
    return any(between.text in QUOTES for between in noun.doc[noun.i : token.i])


@rule(
    "claims.of_respective",
    'Amounts joined by "and" before "respectively" are of the subjects in their order.',
    decides=[
        reads(
            "Kolm and Marrow fell 6% and 4.7% respectively.",
            claim("6%", of="Kolm"),
            claim("4.7%", of="Marrow"),
        )
    ],
    leaves=[reads("Kolm and Marrow fell 6% and 4.7%.", claim("4.7%", of="Kolm"))],
)
def respective(amount: Amount) -> Token | None:
    """ "Shed 6% and 4.7% respectively"."""
    on, _, verb = amount.site
    last = amount.last
    behind = last.doc[last.i + 1 : min(last.i + _ORDERED, last.sent.end)]
    if on != "verb" or not any(token.lower_ in lexicon.words(_WORDS, "in_order") for token in behind):
        return None
    first = noun_said_of(verb)
    if first is None:
        return None
    nouns = [first, *(token for token in first.subtree if rel.is_conjunct(token) and words.is_noun(token))]
    same = [q for q in amount.placed.quantities if q.start > first.idx and q.kind == amount.quantity.kind]
    same = [q for q in same if q.unit == amount.quantity.unit]
    at = same.index(amount.quantity) if amount.quantity in same else -1
    return nouns[at] if 0 <= at < len(nouns) == len(same) else None


def _is_way_off(amount: Amount) -> bool:
    """ "A flash west of the town, 3,600 kilometres (2,200 miles) east of Orrin": where something is, set off from what is told."""
    after = amount.next
    set_off = amount.tokens.text[max(0, amount.quantity.start - 2) : amount.quantity.start] in (", ", "— ")
    return set_off and after is not None and after.lower_ in lexicon.words(_WORDS, "compass")


MULTIPLES = Order("What is multiplied?", multiplied)
FINDERS = Order(
    "What has an amount?",
    what_follows,
    half_the,
    taken_off,
    ticker,
    respective,
    money_in,
    paid_for,
    modified,
    owner,
    beside,
    complement,
    object_before,
    subject_of_verb,
    noun_before,
)

# --- What they ask of the parse.


def is_empty(noun: Token) -> bool:
    """Whether the noun is none that could have an amount: "a total of", "in front of", "20 miles south of"."""
    if noun.lower_ not in lexicon.words(_WORDS, "empty"):
        return noun.lower_ in lexicon.words(_WORDS, "light")
    return not any(rel.is_describing(child) for child in noun.children)


def _is_time(noun: Token) -> bool:
    return words.is_time(noun)


def _head_right(token: Token, last: Token, placed: Placed) -> Token | None:
    """The first noun right of ``last`` on the way up from ``token`` through modifiers."""
    for _ in range(STEPS):
        if not rel.leads_to_noun(token):
            return None
        head = token.head
        named = words.is_noun(head) or (words.is_gerund(head) and any(map(rel.is_article_of, head.lefts)))
        if head.i > last.i and named and not rel.is_adverbial(token) and not placed.hold(head):
            whole = head.head
            if rel.is_compound(head) and whole.i == head.i + 1 and words.is_noun(whole):
                head = whole
            return head if not _is_time(head) and not is_empty(head) else None
        if head.i <= last.i and not words.is_of_amount(head):
            return None
        token = head
    return None


def _behind_change(noun: Token, placed: Placed) -> Token:
    """For a noun of change what changed: "a 5% rise in wages"; else the noun."""
    changed = (found for found in _changed(noun) if not placed.hold(found))
    return next(changed, noun) if noun.lower_ in changes.nouns() else noun


def _changed(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if (
            child.lower_ in ("in", "of")
            and rel.is_prepositional(child)
            and (inside := thing_of(child)) is not None
        ):
            yield inside
    yield from (c for c in noun.children if rel.is_owner_or_compound(c) and words.is_noun(c))
    if not _is_foreseen(noun.head, noun) and (doer := noun_said_of(noun)) is not None:
        yield doer


def outermost(last: Token, quantity: Quantity) -> Token:
    """The highest token of the amount's own phrase."""
    token = last
    for _ in range(STEPS):
        if token.head.i == token.i or not quantity.start <= token.head.idx < quantity.end:
            return token
        if any(rel.is_subject(child) for child in token.head.children):
            return token  # the "exceed" of a bound, whose subject has the amount
        token = token.head
    return token


def _is_foreseen(verb: Token, token: Token) -> bool:
    """Whether the amount is what the subject expects, and so not the subject's: "analysts had expected $2 a share"."""
    return verb.lemma_ in lexicon.words("claim_sources", "foreseeing") and rel.is_object_or_measure(token)


def _hangs_on(token: Token, head: Token, quantity: Quantity, placed: Placed) -> bool:
    """Whether the head is a noun that the amount, at ``token``, says something about."""
    if not words.is_noun(head) or head.i > token.i or rel.is_conjunct(token) or is_empty(head):
        return False
    if quantity.kind == "count" and rel.is_apposition(token):
        return False
    return not placed.hold(head) or (quantity.kind == "measure" and rel.is_prepositional(token))


# --- From an amount beside it.

_LEVEL = late(
    rf"(?:\s+{one_of(_WORDS, 'asides')}\s+[\w'’ -]{{1,36}}?)?,?\s+(?:(?:and|[a-z]+ing)\s+)?"
    rf"(?:{one_of(_WORDS, 'levels')}\s+(?:[a-z]+\s+)?(?:{one_of(_WORDS, 'levels')}\s+)?|from\s+)",
    re.IGNORECASE,
)
_PERIOD = late(rf"\b{one_of(_WORDS, 'periods')}\s+$", re.IGNORECASE)


class Neighbours(NamedTuple):
    """Two amounts of one sentence, in text order."""

    text: str
    first: Quantity
    second: Quantity


@rule(
    "claims.of_level",
    "A level behind a change is of what changed: rose 30 cents to $2.80.",
    decides=[
        reads(
            "The losers were Ostby Mills, down 68 cents at $11, Tollund, down 4 cents at $2.80.",
            claim("$2.80", of="Tollund"),
        )
    ],
    leaves=[reads("The toll rose 30 cents. The fine is $2.80.", claim("$2.80", of="fine"))],
)
def of_level(pair: Neighbours) -> str | None:
    """ "Rose 64 points to 4,577"."""
    between = _LEVEL.fullmatch(gap(*pair, under=56))
    return pair.first.of if between and pair.first.change and pair.second.kind != "count" else None


_COMPARED = late(
    rf",?\s+(?:\w+ly\s+)?(?:{one_of(_WORDS, 'compared')}|(?:{one_of(_WORDS, 'ways')}\s+)?(?:by|from)|{one_of(_WORDS, 'ways')})\s+"
    rf"(?:(?:an?|the)\s+)?(?:\w+ly\s+revised\s+)?",
    re.IGNORECASE,
)


@rule(
    "claims.of_compared",
    "What an amount is compared with, or came from, is of the same thing: lowered its forecast to £84m, down from £89m.",
    decides=[
        reads(
            "Kolm lowered its revenue forecast to £84m, down from £89m.", claim("£89m", of="revenue forecast")
        ),
    ],
    leaves=[reads("The toll is £84m. The fine fell from £89m.", claim("£89m", of="fine"))],
)
def of_compared(pair: Neighbours) -> str | None:
    """ "At 21%, down three points", "38, compared with 41"."""
    between = _COMPARED.fullmatch(gap(*pair, under=48))
    alike = pair.second.kind == pair.first.kind or pair.second.unit in changes.RATES
    return pair.first.of if between and alike else None


@rule(
    "claims.of_list",
    "A member of a list with a hyphen is of what the last member is of.",
    decides=[reads("The mill offers four-, five- and six-cylinder engines.", claim("five", of="engines"))],
    leaves=[reads("The mill offers four boats and six-cylinder engines.", claim("four boats", of="mill"))],
)
def of_list(pair: Neighbours) -> str | None:
    """ "4- and 6-inch phones"."""
    between = gap(*pair, under=14)
    return pair.second.of if between.startswith("-") and is_list(between) else None


LEVELS = Order("What has a level behind a change, or what is compared with it?", of_level, of_compared)
LISTS = Order("What has a member of a list?", of_list)


def name(text: str, tokens: Tokens, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, in order, with what has them, where the text and its parse tell."""
    placed = Placed(quantities)
    out: list[Quantity] = []
    for quantity in quantities:
        level = LEVELS.first(Neighbours(text, out[-1], quantity)) if out and out[-1].of else None
        if level is not None:
            out.append(_held(quantity, level.answer, level.rule))
        elif _is_period(text, quantity) or pairs.is_equation(quantity, text):
            out.append(quantity)
        else:
            out.append(_named(tokens, quantity, placed, out))
    for at in range(len(out) - 2, -1, -1):
        listed = LISTS.first(Neighbours(text, out[at], out[at + 1]))
        out[at] = _held(out[at], listed.answer, listed.rule) if listed else out[at]
    return out


def _named(tokens: Tokens, quantity: Quantity, placed: Placed, named: Sequence[Quantity]) -> Quantity:
    """The quantity with what the first finder finds."""
    last = tokens.before(quantity.end)
    if last is None:
        return quantity
    finders = MULTIPLES if quantity.form == "multiple" and words.is_verb(last) else FINDERS
    found = finders.first(Amount(tokens, quantity, placed, last))
    return (
        quantity
        if found is None
        else _held(quantity, _words(tokens.text, found.answer, quantity, placed, named), found.rule)
    )


def _held(quantity: Quantity, of: str | None, by: str) -> Quantity:
    """With what has it; nothing has itself."""
    itself = of is not None and of.lower() == (quantity.unit or "").lower()
    if not of or (itself and bare.level_of_counted.name not in quantity.why):
        return quantity
    return replace(quantity, of=of, why=(*quantity.why, by))


def _is_period(text: str, quantity: Quantity) -> bool:
    """ "the last three months" is a time in which something is so, and belongs to nothing."""
    before = max(0, quantity.start - 12)
    return unit_table().is_time(quantity.unit) and _PERIOD.search(text, before, quantity.start) is not None


def _is_beyond(text: str, noun: Token, quantity: Quantity) -> bool:
    """Whether another sentence begins between the two, or it is only a time: what the model joins says nothing."""
    return (
        words.is_time(noun)
        or unit_table().is_time(noun.lower_)
        or _NEXT_SENTENCE.search(text, quantity.end, max(quantity.end, noun.idx)) is not None
    )


_NEXT_SENTENCE = re.compile(r"(?<=\w\w)[.!?;][”\"’]?\s+[A-Z]|¶")


def _words(
    text: str, noun: Token, quantity: Quantity, placed: Placed, named: Sequence[Quantity]
) -> str | None:
    """How the noun is named; one that is itself an amount by what is counted, or by what has it."""
    other = placed.holding(noun)
    if other is quantity or _is_beyond(text, noun, quantity):
        return None
    if other is None:
        return name_of(text, noun, placed.hold)
    return (
        other.unit if other.kind == "count" else next((q.of for q in named if q.start == other.start), None)
    )
