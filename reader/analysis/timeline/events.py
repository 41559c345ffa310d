"""The event of a time: the article's own words for it, cut by "…" and completed in square brackets, never put otherwise.

Of the clause of a time these words are taken: subject, verb with its helpers and negation, complements. What stands
between them is filled up where it is short (`Wording`), so that nothing is turned round; a pronoun is told by the name
in brackets. Where no clause is left that can be understood alone, there is no event.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from reader.analysis.lexicon import words
from reader.analysis.rules import Order, reads, rule, when
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.antecedents import antecedents_of
from reader.analysis.syntax.clauses import subject as subject_of
from reader.analysis.syntax.phrases import is_length_of, is_set_off, words_of
from reader.analysis.syntax.view import Syntax
from reader.analysis.timeline.clauses import Clause, dated_thing

_ENOUGH = 40  # words: more than a line holds
LONGEST = 120  # characters, about one line of a panel
_FILLED = 3  # words that may stand between two that are said without being cut


class Events:
    """Puts the events of one document into words.

    Args:
        times: the spans of all expressions, whose words belong in no event but as its subject or object.
    """

    def __init__(self, view: Syntax, times: Iterable[Span]) -> None:
        self._view = view
        spans = list(times)
        self._times = {i for span in spans if not _needed(span) for i in range(span.start, span.end)}
        self._subjects = Subjects(view, self._times)
        self._wording = Wording(view, {i for span in spans for i in range(span.start, span.end)})

    def event(self, clause: Clause, span: Span) -> tuple[str | None, tuple[str, ...]]:
        """The event of one time, None where nothing but the time is said, and the rules that chose its words."""
        if clause.noun is None and clause.verb is not None and (compared := COMPARED.first(span)):
            return self._compared(clause.verb, compared.answer), (*clause.why, compared.rule)
        return self._told(clause, span), clause.why

    def _told(self, clause: Clause, span: Span) -> str | None:
        if clause.noun is not None:
            dated = dated_thing.name in clause.why
            said = self._wording.of(
                self._dated(clause.noun, span) if dated else phrase(clause.noun, self._times)
            )
            owner = self._owner(clause, span)
            return f"[{owner}] {said}" if owner and said else said
        if clause.verb is None:
            sentence = _sentence(self._view, span[0])[:_ENOUGH]
            told = [token for token in sentence if not token.is_space and token.i not in self._times]
            said = self._wording.of(tidied(told))
            return said if said is not None and (" " in said or any(map(word.is_noun, told))) else None
        return self._clause(clause.verb, span)

    def _dated(self, noun: Token, span: Span) -> list[Token]:
        """ "The 2010 housing law", "its first win since 2011"."""
        doc, said = self._view.doc, phrase(noun, frozenset())
        first = min(token.i for token in said)
        while first and (word.is_article(doc[first - 1]) or word.is_owner_word(doc[first - 1])):
            first -= 1
        return [*doc[first : said[0].i], *said, *doc[noun.i + 1 : span.end]]

    def _compared(self, verb: Token, figures: Span) -> str | None:
        """ "Turnout … compared with 69 per cent": what is measured, and what it was then."""
        measured = measured_by(verb)
        told = [token for token in figures if token.i not in self._times]
        if measured is None or measured.i >= figures.start:
            return self._wording.of(tidied(told))
        whole, named = self._subjects.named(measured, verb)
        if max(token.i for token in whole) + 2 >= figures.start:
            return self._wording.of([*whole, *tidied(told)], named)
        said = [self._wording.of(whole, named), self._wording.of(tidied(told))]
        return line(
            " … ".join(part for part in said if part)
        )  # not the figure between them, which is a later one

    def _owner(self, clause: Clause, span: Span) -> str:
        """ "Orrin's" for the independence of the clause's subject, where the noun names no owner."""
        noun = clause.noun
        if noun is None or clause.verb is None or noun.i != span.start - 1 or any(noun.children):
            return ""
        subject = subject_of(clause.verb)
        named = (
            subject is not None
            and word.is_name(subject)
            and not any(map(rel.is_prepositional, subject.children))
        )
        return f"{text_of(phrase(subject, self._times))}’s" if subject is not None and named else ""

    def _clause(self, verb: Token, span: Span) -> str | None:
        """Subject, verb and complements, shortened from the end until they fit a line."""
        subject = subject_of(verb)
        inside = self._verb(verb)
        whole, named = self._subjects.named(subject, verb) if subject is not None else ([], {})
        kept = list(self._complements(verb, subject, inside))
        if rel.is_relative_clause(verb) and subject != verb.head and _lacks_object(verb):
            whole = [*phrase(verb.head, self._times, verb), *whole]
        if not whole and not any(token.i < verb.i for said in kept for token in said):
            whole = self._before(inside[0])
            if not whole and subject is not None and subject.i < verb.i:
                whole = list(
                    self._view.doc[subject.left_edge.i : subject.i + 1]
                )  # "November marks the beginning"
            if not whole and not word.is_participle(verb):
                return None
        if quoted := self._quoted(
            verb, [*whole, *inside, *(token for part in kept for token in part)], named
        ):
            return quoted
        if not kept and _wants_more(verb):
            if not verb.i < span.start <= verb.i + _FILLED:
                return None
            kept = [list(self._view.doc[verb.i + 1 : span.end])]  # "the next meeting is on 16 December"
        cut = False
        while True:
            said = self._wording.of([*whole, *inside, *(token for part in kept for token in part)], named)
            if said is None or len(said) <= LONGEST or len(kept) < 2:
                break
            kept.remove(max(kept, key=lambda part: part[-1].i))
            cut = True
        if said is None or " " not in said:
            return None
        return line(f"{said} …" if cut else said)

    def _quoted(self, verb: Token, said: list[Token], named: Mapping[int, str]) -> str | None:
        """With what was said, where it stands before the verb and there is room: "“We are late,” Ilse Brandt said"."""
        before = rel.first(verb.lefts, rel.is_content)
        if before is None or any(token.i < before.right_edge.i for token in said):
            return None
        whole = self._wording.of(
            [*self._view.doc[before.left_edge.i : before.right_edge.i + 1], *said], named
        )
        return whole if whole is not None and not whole.endswith("…") else None

    def _before(self, verb: Token) -> list[Token]:
        """The words before a verb for which the parse knows no subject, back to where its clause begins; none without a noun."""
        start = self._view.sentence_of(verb.i)[0]
        found: list[Token] = []
        for at in range(verb.i - 1, start - 1, -1):
            token = self._view.doc[at]
            opens = word.is_verb(token) or word.is_question_word(token) or rel.is_opener(token)
            if opens or (token.is_punct and token.text not in (",", "-")):
                break
            found.append(token)
        while found and (found[-1].i in self._times or found[-1].is_punct or rel.is_prepositional(found[-1])):
            found.pop()
        return found[::-1] if any(map(word.is_noun, found)) else []

    def _verb(self, verb: Token) -> list[Token]:
        """The verb with its helpers and what stands between them ("was already asleep")."""
        own = [child for child in verb.children if rel.is_part_of_verb(child) and child.i not in self._times]
        first = min((child.i for child in own), default=verb.i - 1)
        between = [child for child in verb.children if rel.is_adverbial(child) and first <= child.i < verb.i]
        inside = [child for child in between if child.i not in self._times]
        return sorted([*own, *inside, verb], key=lambda token: token.i)

    def _complements(self, verb: Token, subject: Token | None, inside: list[Token]) -> Iterator[list[Token]]:
        """What the clause says besides subject and verb: not what leads up to it, nor what it quotes."""
        start = min(verb.i, subject.i if subject is not None else verb.i)
        for child in verb.children:
            if not rel.is_complement(child) and not (
                is_length_of(child, verb) or _measures(child) or _purpose(child, verb)
            ):
                continue
            if child.i in self._times or child.i < start or child in inside:
                continue
            if child == subject or _is_aside(child, verb):
                continue
            said = phrase(child, self._times)
            if said[1:] or not rel.is_leading(child):
                yield said


class Wording:
    """Renders chosen words of one document as they stand there.

    Args:
        times: the places of words that say when, which may stand between two others.
    """

    def __init__(self, view: Syntax, times: Set[int]) -> None:
        self._view, self._doc, self._times = view, view.doc, times

    def of(self, tokens: Iterable[Token], named: Mapping[int, str] | None = None) -> str | None:
        """The words in text order, what is short between them filled up, what is long cut by "…".

        Args:
            named: what is put in brackets in the place of a word, by its place.

        Returns:
            One line; None for no words.
        """
        chosen = sorted({token.i for token in tokens if not token.is_space})
        while chosen and self._leads_nowhere(chosen):
            chosen.pop()
        while chosen and (self._doc[chosen[0]].is_punct and self._doc[chosen[0]].text not in _OPENING):
            chosen.pop(0)
        if not chosen:
            return None
        parts = [self._word(chosen[0], named)]
        for before, at in itertools.pairwise(chosen):
            parts.append(self._gap(before, at))
            parts.append(self._word(at, named))
        return line(balanced(self._marked(chosen, "".join(parts))))

    def _marked(self, chosen: list[int], text: str) -> str:
        """With the mark or bracket right before or behind that has its partner inside."""
        source = self._view.text
        before, after = self._view.starts[chosen[0]] - 1, self._view.ends[chosen[-1]]
        for opening, closing in _PAIRS:
            missing = text.count(opening) - text.count(closing)
            if missing == 1 and source[after : after + 1] == closing:
                text += closing
            elif missing == -1 and before >= 0 and source[before] == opening:
                text = opening + text
        if text.count('"') % 2:
            if source[after : after + 1] == '"':
                return text + '"'
            if before >= 0 and source[before] == '"':
                return '"' + text
        return text

    def _word(self, at: int, named: Mapping[int, str] | None) -> str:
        return named[at] if named and at in named else self._view.word(at)

    def _gap(self, before: int, at: int) -> str:
        """What stands between two of the words; a cut where it is long."""
        left = self._view.ends[before]
        right = self._view.starts[at]
        if at == before + 1:
            return self._view.text[left:right]
        between = [token for token in self._doc[before + 1 : at] if not token.is_space]
        return self._view.text[left:right] if self._fills(between) else " … "

    def _fills(self, between: list[Token]) -> bool:
        if any(token.is_sent_start for token in between):
            return False
        rest = [
            token
            for token in between
            if token.i not in self._times and not token.is_punct and not word.is_preposition(token)
        ]
        if not rest and len(between) <= _FILLED * 2:
            return True
        counted = [token for token in between if not token.is_punct]
        return len(counted) <= _FILLED and not any(word.is_verb(token) for token in counted)

    def _leads_nowhere(self, chosen: list[int]) -> bool:
        """Whether the last word is a mark, an "and", an article, or a preposition whose noun is left out."""
        last = self._doc[chosen[-1]]
        if last.is_punct:
            return last.text not in _CLOSING
        if rel.is_coordinator(last) or word.is_article(last):
            return True
        if last.lower_ in words("tense", "as_early") and last.i and last.nbor(-1).lower_ == "as":
            return last.i + 1 < len(last.doc) and last.nbor().lower_ == "as"
        if last.lower_ == "as" and last.i + 1 not in chosen and rel.is_adverbial(last):
            return True
        after = last.i + 1
        return rel.is_prepositional(last) and any(child.i >= after for child in last.children)


_OPENING, _CLOSING = frozenset("“\"‘'([$£€#"), frozenset("”\"’')]%")
_PAIRS = (("(", ")"), ("“", "”"))


def balanced(text: str) -> str:
    """The text without a mark that has no partner, and without a bracket that is not closed."""
    if text.count("(") > text.count(")") and text.rfind("(") > len(text) // 2:
        text = text[: text.rfind("(")]
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text


def _lacks_object(verb: Token) -> bool:
    """Whether a relative clause is about its object, "an email he sent"; not about a place, "where the lake dropped"."""
    return not any(word.is_where(child) or rel.is_object(child) for child in verb.children)


def _is_aside(child: Token, verb: Token) -> bool:
    """What says nothing of the event itself: a question word, a statement that is quoted, an afterthought."""
    if word.is_question_word(child):
        return child.i < verb.i
    if rel.is_content(child):
        return child.i < verb.i or any(other.text in words("tense", "marks") for other in child.subtree)
    return not rel.is_taken(child) and is_set_off(child)


def _purpose(child: Token, verb: Token) -> bool:
    """ "Went to buy a stamp", "needed to look into it"."""
    infinitive = rel.is_adverbial_clause(child) and any(map(word.is_infinitive_to, child.children))
    return infinitive and child.i > verb.i and not is_set_off(child)


def _wants_more(verb: Token) -> bool:
    """Whether a verb says nothing without what it takes: "the shops will be", "what I could do"."""
    return verb.lemma_ in words("tense", "light") and not any(map(rel.is_passive_helper, verb.children))


def _measures(child: Token) -> bool:
    """ "fell 3%", "moved ten yards"."""
    return rel.is_adverbial_noun(child) and any(part.like_num for part in child.subtree)


def _needed(span: Span) -> bool:
    """Whether a time is what its clause is about: "the trial lasted six weeks", "Monday is too late"."""
    head = span.root.head
    if not word.is_verbal(head):
        return False
    return rel.is_subject_or_object(span.root) or head.lemma_ in words("tense", "lasting")


class Subjects:
    """Names the subjects of one document.

    Args:
        times: the places of words that say when, which are no part of a name.
    """

    def __init__(self, view: Syntax, times: Set[int]) -> None:
        self._view, self._doc, self._times = view, view.doc, times

    @cached_property
    def _speakers(self) -> dict[str | None, str]:
        return {speaker.id: speaker.name for speaker in self._doc._.article_speakers}

    @cached_property
    def _mentions(self) -> dict[int, str]:
        """Who speaks, by the offset of the words that name them, pronouns among them."""
        quotes = [quote for quote in self._doc._.article_quotes if quote.mention]
        return {
            quote.mention.start: self._speakers[quote.speaker]
            for quote in quotes
            if quote.speaker in self._speakers
        }

    def named(self, subject: Token, verb: Token | None = None) -> tuple[list[Token], dict[int, str]]:
        """The subject's words, and whom a pronoun among them stands for, in brackets."""
        if subject.lower_ in words("tense", "speaker"):
            return [subject], self._bracketed(subject, self._speaker_at(subject, verb))
        alone = not any(map(rel.is_joined, subject.children))
        if alone and word.stands_for_another(subject):
            if subject.lower_ in words("tense", "empty") and verb is not None and _stands_for_nothing(verb):
                return [subject], {}
            name = self._mentions.get(subject.idx) or self._antecedent(subject)
            return [subject], self._bracketed(subject, name)
        return phrase(subject, self._times, verb), {}

    def _bracketed(self, pronoun: Token, name: str | None) -> dict[int, str]:
        return {pronoun.i: f"[{name}]"} if name else {}

    def _speaker_at(self, pronoun: Token, verb: Token | None) -> str | None:
        """Who says "I", where the verb's form goes with a name as well."""
        forms = {verb.lower_, *(child.lower_ for child in verb.children)} if verb is not None else set()
        if forms & words("tense", "of_the_speaker") or (verb is not None and word.is_plain_present(verb)):
            return None
        quotes = [quote for quote in self._doc._.article_quotes if quote.kind == "direct"]
        said = next((quote for quote in quotes if quote.start <= pronoun.idx < quote.end), None)
        return self._speakers.get(said.speaker) if said else None

    def _antecedent(self, pronoun: Token) -> str | None:
        """The name or the words of what a pronoun stands for; None where nobody knows."""
        antecedents = antecedents_of(self._doc)
        head = antecedents.head_of(pronoun)
        if head is None or head.i in self._times:
            return None
        return antecedents.named.name(head) or text_of(phrase(head, self._times, pronoun))


def _stands_for_nothing(verb: Token) -> bool:
    """ "it was clear that he lied", "it is the mayor who lied", "it took them five hours"."""
    if verb.lemma_ in words("tense", "takes_time"):
        return True
    if verb.lemma_ != "be":
        return False
    attributes = filter(rel.is_attribute, verb.children)
    below = [*verb.children, *(under for one in attributes for under in one.children)]
    return any(map(rel.is_told_of_it, below))


_REACH = 10  # words from "compared with" to the time


@rule(
    "timeline.figure_compared",
    "A time that ends a comparison is that of the earlier figure: up from 13 four years ago, compared with 9 in 2019.",
    decides=[
        reads(
            "Turnout rose to 71 per cent, compared with 69 per cent in 2019.",
            when("2019", event="Turnout … compared with 69 per cent"),
        )
    ],
    leaves=[reads("Turnout rose to 71 per cent in 2019.", when("2019", event="Turnout rose to 71 per cent"))],
)
def comparison_of(span: Span) -> Span | None:
    """The phrase a time stands at the end of, from "up from" to the figure; None where it ends no such phrase."""
    doc = span.doc
    end = _figure_end(span)
    figure = False
    for i in range(end - 1, max(end - 1 - _REACH, 0), -1):
        if (start := _comparator(doc[i])) is not None:
            return doc[start:end] if figure else None
        if word.is_verbal(doc[i]) or doc[i].is_sent_start or doc[i].text in (",", ";", ":", "–", "—"):
            return None
        figure = figure or doc[i].like_num
    return None


def measured_by(verb: Token) -> Token | None:
    """Whose figure a clause gives: its object where that is a thing ("a dividend of …"), else its subject."""
    for child in verb.children:
        counted = any(part.like_num for part in child.lefts)
        if rel.is_object(child) and word.is_thing(child) and not counted:
            return child
    return subject_of(verb)


def _figure_end(span: Span) -> int:
    """Where the words before a time end, its preposition and article left out."""
    end = span.start
    while end and _leads(span.doc[end - 1]) and _comparator(span.doc[end - 1]) is None:
        end -= 1
    return end


def _leads(token: Token) -> bool:
    return word.is_preposition(token) or word.is_article(token)


def _comparator(token: Token) -> int | None:
    """Where the comparison begins whose last word this is."""
    last = token.lower_
    if last in words("tense", "versus"):
        return token.i
    before = token.nbor(-1).lower_ if token.i else ""
    up_from = last in words("tense", "updown_from") and before in words("tense", "updown")
    compared = last in words("tense", "compared_with") and before in words("tense", "compared")
    return token.i - 1 if up_from or compared else None


COMPARED: "Order[[Span], Span]" = Order(
    "Does a time belong to a figure that is compared with?", comparison_of
)


# --- Words as a line.


def _sentence(view: Syntax, token: Token) -> Span:
    return view.doc[slice(*view.sentence_of(token.i))]


def phrase(head: Token, times: Set[int], without: Token | None = None) -> list[Token]:
    """The words below a head, in order, without those at the places of times and without one that is named."""
    return list(tidied(words_of(head, lambda token: token.i in times, without)))


def text_of(tokens: Iterable[Token]) -> str:
    """Tokens as text, with a space wherever words were left out."""
    parts: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None and (last.whitespace_ or token.i != last.i + 1):
            parts.append(" ")
        parts.append(token.text)
        last = token
    return "".join(parts)


def tidied(tokens: list[Token]) -> Iterator[Token]:
    """Without quotation marks, punctuation beside a gap, an "and" that leads nowhere, and the "at" of a time left out."""
    kept = {token.i for token in tokens}
    last = tokens[-1].i if tokens else 0
    for token in tokens:
        alone = rel.is_mark(token) and not {token.i - 1, token.i + 1} <= kept
        if alone or token.text in words("tense", "marks") or (rel.is_coordinator(token) and token.i == last):
            continue
        if not rel.is_prepositional(token) or token.i + 1 in kept or not _is_time(token.doc, token.i + 1):
            yield token


def _is_time(doc: Doc, at: int) -> bool:
    return at < len(doc) and (word.is_time(doc[at]) or doc[at].text[0].isdigit())


def line(text: str) -> str | None:
    """One line, cut at a word where it is too long; None for nothing."""
    whole = " ".join(text.split()).strip(" ,;:–—-")
    if len(whole) > LONGEST:
        whole = balanced(whole[:LONGEST].rsplit(" ", 1)[0].rstrip(",;: …")) + " …"
    return whole or None
