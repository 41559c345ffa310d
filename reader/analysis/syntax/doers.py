"""Who does what a verb says, above all who does the saying: its subject, or the agent of a passive.

The parser hangs a verb of saying in many ways, and where it gives one no subject, the words right beside it name who it is:
"..., said the mayor". Words inside marks never do.
"""

from collections.abc import Callable

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.clauses import agent, ancestors, is_passive, noun_before
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.labels import part_of_speech, relation
from reader.analysis.syntax.view import Syntax

_STEPS = 6
_NEAR = 5  # tokens from "telling" to the marks, with those who are told
_inherits = relation("xcomp advcl pcomp conj prep dep parataxis ccomp acl relcl")
_opens_phrase = part_of_speech("NOUN PROPN PRON NUM DET ADJ")
_is_aside = part_of_speech("ADV AUX PART")
_is_part = relation("compound det amod poss nmod nummod quantmod case punct appos predet")
_does = relation("nsubj csubj")
Beside = Callable[[Syntax, int], Token | None]


def doer_after(view: Syntax, verb: Token) -> Token | None:
    """The doer of a cue that follows what was said; without a parse, what follows it comes first."""
    return _doer(view, verb, (_after, _before))


def doer_before(view: Syntax, verb: Token) -> Token | None:
    """The doer of a cue that comes before what was said."""
    return _doer(view, verb, (_before,))


def _doer(view: Syntax, verb: Token, beside: tuple[Beside, ...]) -> Token | None:
    if is_passive(verb):
        return agent(verb, view.is_marked)
    found = doer(view, verb)
    if found is None and word.is_gerund(verb):
        return _last_subject(view, verb)
    if found is not None or not word.is_perhaps_finite(verb):
        return found
    return next((near for look in beside if (near := look(view, verb.i)) is not None), None)


def _last_subject(view: Syntax, gerund: Token) -> Token | None:
    """ "Arvo waved, saying “…”": where the parse hangs the gerund on nothing, whoever did what was said before the comma."""
    start, _ = view.sentence_of(gerund.i)
    first = max(start, view.paragraph_of(gerund.i).lo)
    after = min(gerund.i + _NEAR, view.paragraph_of(gerund.i).hi)
    if gerund.i <= first or view.word(gerund.i - 1) != "," or not any(view.marked[gerund.i + 1 : after]):
        return None
    for at in range(gerund.i - 1, first - 1, -1):
        token = view.doc[at]
        if not view.marked[at] and rel.is_active_subject(token) and token.i < token.head.i < gerund.i:
            return token
    return None


def doer(view: Syntax, verb: Token) -> Token | None:
    """The doer the parser gives the verb, its own or that of the verb it depends on."""
    shares, active = False, not word.is_participle(verb)  # "she was seen, and denied it": the same subject
    for _ in range(_STEPS):
        if (own := _own(view, verb)) is not None:
            return own
        if is_passive(verb):
            subject = rel.first(verb.children, rel.is_passive_subject) if shares else None
            return agent(verb, view.is_marked) if subject is None else subject
        shares = active and (shares or rel.is_conjunct(verb) or rel.is_adverbial_clause(verb))
        if (
            (near := noun_before(verb)) is not None
            and not view.is_marked(near)
            and not is_time_or_amount(near)
        ):
            return near
        head = _governor(verb)
        if verb.lower_ == "as" and (quoted := _quoted(head)) is not None:
            return quoted
        if verb.lower_ == "as" and head is not None and is_passive(head):
            return rel.first(head.children, rel.is_passive_subject)
        if head is None or rel.is_of_noun(verb):
            return _modified(view, head)
        if rel.is_open_clause(verb) and word.is_base(verb) and (told := _told(head)) is not None:
            return told
        verb = head
    return None


def _quoted(verb: Token | None) -> Token | None:
    """Whom "the paper quoted Brandt as saying" quotes."""
    if verb is None or cues().lemma(verb) not in cues().quoting:
        return None
    return rel.first(verb.children, rel.is_object)


def _modified(view: Syntax, noun: Token | None) -> Token | None:
    """The noun a clause belongs to; for "issued a statement calling ..." whoever issued it."""
    if noun is None or not word.is_nominal(noun) or view.is_marked(noun):
        return None
    if rel.is_object(noun) and noun.lemma_.lower() in cues().nouns:
        return doer(view, noun.head) or noun
    return noun


def _governor(verb: Token) -> Token | None:
    """The word whose subject ``verb`` shares; for "..., adding" the cue around it, not the clause inside."""
    if verb.head.i == verb.i or not _inherits(verb):
        return None
    if goes_on(verb):
        return next(filter(cues().is_cue, ancestors(verb.head)), verb.head)
    if word.is_gerund(verb) and rel.is_adverbial_clause(verb):
        cue = next((token for token in ancestors(verb) if cues().takes(token, "quote")), None)
        return cue or verb.head
    return verb.head


def goes_on(verb: Token) -> bool:
    """ "Noted that it had cut spending, and asked why": joined to the report, where its tense is that of the cue."""
    clause = verb.head
    if not rel.is_conjunct(verb) or not word.is_past(verb) or not word.is_participle(clause):
        return False
    had = lexicon.words("syntax", "had")
    before = any(rel.is_active_helper(child) and child.lower_ in had for child in clause.children)
    return before and any(child.text == "," and clause.i < child.i < verb.i for child in clause.children)


def _own(view: Syntax, verb: Token) -> Token | None:
    """The verb's subject; of two, the nearer if it stands apart ("The man who ignored it, police said") or is the name.

    In "a study in the journal Water Futures found" the study is the subject, in "the union IF Verkstad said" the name.
    """
    found = [c for c in verb.children if _may_do(c) and not view.is_marked(c)]
    before = [child for child in found if child.i < verb.i]
    apart = [child for child in before[1:] if word.is_pronoun(child) or _stands_apart(child, before[0])]
    return next(iter([*apart[::-1], *before, *found]), None)


def _may_do(child: Token) -> bool:
    """Whether it can do something: neither a time ("a survey that February found") nor an amount ("19 km off Ostby, the institute said")."""
    if not _does(child) or word.is_blank(child):
        return False
    return not is_time_or_amount(child)


def is_time_or_amount(noun: Token) -> bool:
    """Whether a noun is only when or how much: "that February", "19 km"; not the minutes of a meeting."""
    only = word.is_time(noun) or word.is_amount(noun)
    return word.is_noun(noun) and only and not any(child.lower_ == "of" for child in noun.rights)


def _stands_apart(noun: Token, first: Token) -> bool:
    """Whether a noun after a first subject is no part of what describes that one."""
    return noun.doc[noun.left_edge.i - 1].is_punct or first.right_edge.i == first.i


def _told(verb: Token) -> Token | None:
    """ "He urged her to say": the one who is to say it."""
    if not cues().takes(verb, "infinitive"):
        return None
    return next((child for child in verb.children if rel.is_object(child) and word.is_nominal(child)), None)


def _after(view: Syntax, at: int) -> Token | None:
    paragraph = view.paragraph_of(at)
    if at + 1 >= paragraph.hi or view.marked[at + 1]:
        return None
    token = view.doc[at + 1]
    if word.is_time(token) or not _opens_phrase(token):
        return None
    return head_of(view, token, paragraph.hi)


def _before(view: Syntax, at: int) -> Token | None:
    paragraph = view.paragraph_of(at)
    at -= 1
    while at >= paragraph.lo and _is_aside(view.doc[at]) and not view.marked[at]:
        at -= 1
    if at < paragraph.lo or view.marked[at]:
        return None
    token = view.doc[at]
    if token.text == "," and at > paragraph.lo:
        return _renamed(view.doc[at - 1])
    return token if word.is_nominal(token) and not (word.is_time(token) or is_time_or_amount(token)) else None


def _renamed(name: Token) -> Token | None:
    """The institute of "..., the national institute, ISN, said"."""
    noun = name.head
    first = noun.left_edge.i
    set_off = rel.is_apposition(name) and word.is_noun(noun) and first > 0 and noun.doc[first - 1].text == ","
    return noun if set_off else None


def head_of(view: Syntax, token: Token, limit: int) -> Token | None:
    """Up from the first word of a noun phrase to its head, which stands before the token ``limit``."""
    while _is_part(token) and token.i < token.head.i < limit and not view.marked[token.head.i]:
        token = token.head
    return token if word.is_nominal(token) else None
