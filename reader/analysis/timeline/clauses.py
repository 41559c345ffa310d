"""The clause a time belongs to, found in the parse: its verb, or the noun that names an event."""

from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.rules import Order, reads, rule, when
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.clauses import governing_verb, main_verb
from reader.analysis.syntax.tense import is_superlative, said_before

_CLIMB = 8
_YEAR = len("2010")


@dataclass(frozen=True, slots=True)
class Clause:
    """What a time is said of: a verb, a noun that names an event, or both unknown.

    ``noun`` is set where the time belongs to the noun itself ("the May 1987 election"); ``why`` names the rules that
    found it otherwise than straight up the parse.
    """

    verb: Token | None
    noun: Token | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class TimeInClause:
    """The words of a time, and what they hang on in the parse."""

    span: Span

    @cached_property
    def head(self) -> Token | None:
        """The word it hangs on, prepositions and the time's own words passed over."""
        return _content_head(self.span)

    @cached_property
    def verb(self) -> Token | None:
        """The verb it hangs on, where it hangs on no noun."""
        return None if self.head is None or word.is_noun(self.head) else _whole(governing_verb(self.head))


def clause_of(span: Span) -> Clause:
    """The clause a time modifies."""
    time = TimeInClause(span)
    found = CLAUSES.first(time)
    if found is not None:
        clause = replace(found.answer, why=(found.rule,))
    else:
        clause = Clause(None if time.head is None else _main(governing_verb(time.head)))
    if clause.noun is not None or time.verb is None:
        return clause
    there = THERE_WERE.first(clause)
    return replace(there.answer, why=(*clause.why, there.rule)) if there is not None else clause


def _whole(verb: Token | None) -> Token | None:
    """The verb a helper helps, itself if it is none."""
    return verb.head if verb is not None and rel.is_helping(verb) else verb


def _main(verb: Token | None) -> Token | None:
    """The verb that says what happened, also above what something was done for: "went" for "went to buy a stamp"."""
    found = main_verb(_whole(verb))
    for _ in range(_CLIMB):
        purpose = (
            found is not None
            and rel.is_adverbial_clause(found)
            and any(map(word.is_infinitive_to, found.children))
            and found.head.i < found.i
            and word.is_verbal(found.head)
        )
        if found is None or not purpose:
            return found
        found = main_verb(_whole(found.head))
    return found


@rule(
    "timeline.plan_given_up",
    "A day for which something was planned that is given up is told with that: a trip planned for Thursday was cancelled.",
    decides=[
        reads(
            "A trip to Orrin planned for Saturday was cancelled.",
            when("Saturday", event="A trip to Orrin planned for Saturday was cancelled", status="uncertain"),
        )
    ],
    leaves=[
        reads(
            "A trip to Orrin planned for Saturday was discussed.",
            when("Saturday", event="A trip to Orrin planned", status="planned"),
        )
    ],
)
def plan_given_up(time: TimeInClause) -> Clause | None:
    """The verb that tells that it is given up."""
    verb = time.verb
    planned = verb is not None and verb.lemma_ in (words("tense", "ahead") | words("tense", "setting"))
    if verb is None or not planned or not rel.is_of_noun(verb) or not rel.is_subject(verb.head):
        return None
    given_up = verb.head.head
    return Clause(given_up) if given_up.lemma_ in words("tense", "given_up") else None


@rule(
    "timeline.dated_thing",
    "A year that only dates a thing is told with the thing: the 2010 law, the Homes Act of 2008, its first win since 2011.",
    decides=[
        reads("The 2010 housing law bans sheds.", when("2010", event="The 2010 housing law")),
        reads(
            "Orrin clinched its first away win since 2011.",
            when("2011", event="its first away win since 2011"),
        ),
    ],
    leaves=[reads("The law was passed in 2010.", when("2010", event="The law was passed"))],
)
def dated_thing(time: TimeInClause) -> Clause | None:
    """The noun, where the year stands before it, or behind it with “of” or “since”."""
    root, head = time.span.root, time.head
    noun = _right_before(root.head)
    if head is not None and word.is_verbal(head) and noun is not None and noun.head == head:
        head = noun  # "clinched its first win since 2011", where the parse has "since" with the verb
    if (
        head is None
        or not word.is_thing(head)
        or len(time.span.text) != _YEAR
        or not time.span.text.isdigit()
    ):
        return None
    before = root.head == head and root.i < head.i and rel.describes(root)
    link = root.head
    behind = rel.is_prepositions_object(root) and link.head in (head, head.head) and link.i > head.i
    of = behind and link.lower_ in words("tense", "dates_with")
    of = of and link.head == head
    first = behind and link.lower_ in words("tense", "since") and any(map(is_superlative, head.lefts))
    if not (before or of or first) or head.lower_ in words("tense", "no_thing"):
        return None
    return Clause(governing_verb(head), head)


def _right_before(link: Token) -> Token | None:
    """The noun right before a preposition."""
    before = link.nbor(-1) if link.i else None
    return (
        before if before is not None and word.is_noun(before) and rel.is_subject_or_object(before) else None
    )


@rule(
    "timeline.since_a_noun",
    "A time right behind what it is counted from is the noun's: since independence thirty years ago.",
    decides=[
        reads(
            "Orrin has been calm since independence 30 years ago.",
            when("30 years ago", event="[Orrin’s] independence"),
        )
    ],
    leaves=[reads("Orrin became calm after the vote in 1996.", when("1996", event="the vote"))],
)
def since_a_noun(time: TimeInClause) -> Clause | None:
    """The noun, which the parse passes over for the verb."""
    named = _named_before(time.span)
    return Clause(main_verb(governing_verb(time.span.root)), named) if named is not None else None


@rule(
    "timeline.noun_of_an_event",
    "A time that belongs to a noun for a deed is the deed's: she recalled the May 1987 strike.",
    decides=[
        reads("She recalled the long May 1987 strike.", when("May 1987", event="the long May 1987 strike"))
    ],
    leaves=[reads("The strike began in 1987.", when("1987", event="The strike began"))],
)
def noun_of_an_event(time: TimeInClause) -> Clause | None:
    """The noun, with the verb of its clause."""
    head = time.head
    if head is None or not word.is_noun(head) or not _names_event(head) or _says_nothing(head, time.span):
        return None
    return Clause(governing_verb(head), head)


@rule(
    "timeline.day_it_was_said",
    "A time that stands before “that” or the reported clause is the report's: said on Tuesday it would close.",
    decides=[
        reads(
            "Helen Brandt said on Tuesday she had sold the mill.",
            when("Tuesday", event="Helen Brandt said on Tuesday she had sold the mill"),
        )
    ],
    leaves=[
        reads(
            "Helen Brandt said that she had sold the mill in 2019.",
            when("2019", event="[Helen Brandt] had sold the mill"),
        )
    ],
)
def day_it_was_said(time: TimeInClause) -> Clause | None:
    """The verb above the reported one."""
    verb = time.verb
    if verb is None or not said_before(time.span.root, verb):
        return None
    return Clause(main_verb(governing_verb(verb.head)))


@rule(
    "timeline.before_it_was_out",
    "A time that is the subject of a clause of time belongs to the one above: left before the year ended.",
    decides=[reads("Ilse Brandt left before the year ended.", when("the year", event="Ilse Brandt left"))],
    leaves=[reads("The year ended badly.", when("The year", event="The year ended badly"))],
)
def before_it_was_out(time: TimeInClause) -> Clause | None:
    """The verb above the one that only tells when."""
    verb, root = time.verb, time.span.root
    if (
        verb is None
        or not rel.is_adverbial_clause(verb)
        or not rel.is_active_subject(root)
        or root.head != verb
    ):
        return None
    return Clause(main_verb(governing_verb(verb.head)))


@rule(
    "timeline.there_were",
    "“There were calls for reform” tells of calls.",
    decides=[reads("There were loud calls for reform in 2019.", when("2019", event="loud calls for reform"))],
    leaves=[reads("The calls were loud in 2019.", when("2019", event="The calls were loud"))],
)
def there_were(clause: Clause) -> Clause | None:
    """What there was, in place of the clause."""
    children = list(clause.verb.children) if clause.verb is not None else []
    if not any(map(rel.is_existential, children)):
        return None
    return Clause(clause.verb, rel.first(children, rel.is_attribute))


CLAUSES: "Order[[TimeInClause], Clause]" = Order(
    "What is a time said of?",
    plan_given_up,
    since_a_noun,
    noun_of_an_event,
    dated_thing,
    day_it_was_said,
    before_it_was_out,
)
THERE_WERE: "Order[[Clause], Clause]" = Order("Does it only say that there was something?", there_were)


def _content_head(span: Span) -> Token | None:
    """The word a time hangs on, prepositions and the time's own words passed over."""
    token = span.root
    for _ in range(_CLIMB):
        if rel.is_conjunct(token) and (token.head.like_num or word.is_time(token.head)):
            token = token.head  # "between 2009 and 2018"
        if token.head.i == token.i:
            return None if span.start <= token.i < span.end else token
        token = token.head
        if not (span.start <= token.i < span.end) and not word.is_link(token):
            return token
    return token


def _says_nothing(noun: Token, span: Span) -> bool:
    """Whether only an article stands with a noun whose time is behind it: "a report on Tuesday" leaves open on what."""
    if noun.i > span.start or not (rel.is_taken(noun) or rel.is_prepositions_object(noun)):
        return False
    if rel.is_prepositions_object(noun) and noun.head.lower_ in words("tense", "leads_to_event"):
        return False
    if any(map(rel.is_existential, noun.head.children)):
        return False
    said = [child for child in noun.children if not (word.is_article(child) or child.i >= noun.i)]
    behind = [
        child
        for child in noun.rights
        if not span.start <= child.right_edge.i < span.end and not child.is_punct
    ]
    return not said and not behind


def _named_before(span: Span) -> Token | None:
    """The noun in "since independence thirty years ago", which the parse gives to the verb."""
    if span[-1].lower_ not in words("tense", "counted_from") or span.start < 2:
        return None
    noun = span.doc[span.start - 1]
    if (
        word.is_thing(noun)
        and rel.is_prepositions_object(noun)
        and noun.head.lower_ in words("tense", "leads_to_event")
    ):
        return noun
    return None


def _names_event(noun: Token) -> bool:
    """Whether a noun names what happened: there was one, or it is a word for a deed."""
    if any(map(rel.is_existential, noun.head.children)):
        return True
    if rel.is_subject(noun):
        return False
    if word.is_name(noun):  # "Storm Hilde"
        return any(part.lower_ in words("tense", "deeds") for part in [noun, *noun.lefts])
    return word.is_thing(noun) and (
        noun.lemma_ in words("tense", "deeds") or noun.lemma_.endswith(tuple(words("tense", "deed_endings")))
    )
