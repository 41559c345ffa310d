"""Who does the saying: from a cue verb to the head of the noun phrase that is its subject."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from reader.analysis.quotes.cues import cues
from reader.analysis.quotes.page import Page

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
_ACTIVE_SUBJECT = frozenset({"nsubj", "csubj"})
_INHERITS = frozenset(
    {"xcomp", "advcl", "pcomp", "conj", "prep", "dep", "parataxis", "ccomp", "acl", "relcl"}
)
_OPENS_SUBJECT = NOMINAL | {"DET", "ADJ"}
_PART = frozenset(
    {"compound", "det", "amod", "poss", "nmod", "nummod", "quantmod", "case", "punct", "appos", "predet"}
)
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_ACTIVE = frozenset({"nsubj", "aux"})
_CLAUSES = frozenset({"acl", "advcl"})
_ASIDE = frozenset({"ADV", "AUX", "PART"})
_STEPS = 6


def subject_after(page: Page, verb: Token) -> Token | None:
    """The subject of a cue that follows what was said; without a parse, what follows it comes first."""
    return _subject(page, verb, (_after, _before))


def subject_before(page: Page, verb: Token) -> Token | None:
    """The subject of a cue that comes before what was said."""
    return _subject(page, verb, (_before,))


def _subject(
    page: Page, verb: Token, beside: tuple[Callable[[Page, int], Token | None], ...]
) -> Token | None:
    if is_passive(verb):
        return agent(page, verb)
    found = by_parse(page, verb)
    if found is not None or not _is_finite(verb):
        return found
    return next((near for look in beside if (near := look(page, verb.i)) is not None), None)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP", "VBN", "NN", "NNS", "NNP", "NNPS"}


def by_parse(page: Page, verb: Token) -> Token | None:
    """The subject the parser gives the verb, its own or that of the verb it depends on."""
    for _ in range(_STEPS):
        own = _own(page, verb)
        if own is not None:
            return own
        if is_passive(verb):
            return agent(page, verb)
        head = _governor(verb)
        if verb.lower_ == "as" and head is not None and is_passive(head):
            return next((child for child in head.children if child.dep_ == "nsubjpass"), None)
        if head is None or verb.dep_ in {"acl", "relcl"}:
            return _modified(page, head)
        if verb.dep_ == "xcomp" and verb.tag_ == "VB" and (told := _object(head)) is not None:
            return told
        verb = head
    return None


def _modified(page: Page, noun: Token | None) -> Token | None:
    """The noun a clause belongs to; for "issued a statement calling ..." whoever issued it."""
    if noun is None or noun.pos_ not in NOMINAL or page.marked[noun.i]:
        return None
    if noun.dep_ == "dobj" and noun.lemma_.lower() in cues().nouns:
        return by_parse(page, noun.head) or noun
    return noun


def _governor(verb: Token) -> Token | None:
    """The word whose subject ``verb`` shares; for "..., adding" the cue around it, not the clause inside."""
    if verb.head.i == verb.i or verb.dep_ not in _INHERITS:
        return None
    if goes_on(verb):
        return next((token for token in _ancestors(verb.head) if cues().is_cue(token)), verb.head)
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        above = list(_ancestors(verb))
        cue = next((token for token in above if cues().takes(token, "quote")), None)
        return cue or verb.head
    return verb.head


def goes_on(verb: Token) -> bool:
    """ "Noted that it had cut spending, and asked why": joined to the report, where its tense is that of the cue."""
    clause = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or clause.tag_ != "VBN":
        return False
    before = any(child.dep_ == "aux" and child.lower_ in ("had", "'d", "’d") for child in clause.children)
    comma = any(child.text == "," and clause.i < child.i < verb.i for child in clause.children)
    return before and comma


def _ancestors(token: Token) -> Iterator[Token]:
    while token.head.i != token.i:
        token = token.head
        yield token


def _own(page: Page, verb: Token) -> Token | None:
    """The verb's subject; of two, the nearer if it stands apart ("The man who ignored it, police said") or is the name.

    In "a study in the journal Water Futures found" the study is the subject, in "the union IF Verkstad said" the name.
    """
    found = [
        child
        for child in verb.children
        if child.dep_ in _ACTIVE_SUBJECT and child.pos_ != "SPACE" and not page.marked[child.i]
    ]
    before = [child for child in found if child.i < verb.i]
    apart = [child for child in before[1:] if child.pos_ == "PRON" or _stands_apart(page, child, before[0])]
    return next(iter([*apart[::-1], *before, *found]), None)


def _stands_apart(page: Page, noun: Token, first: Token) -> bool:
    """Whether a noun after a first subject is no part of what describes that one."""
    return page.doc[noun.left_edge.i - 1].is_punct or first.right_edge.i == first.i


def is_passive(verb: Token) -> bool:
    """ "Was told", and "the plan called ..."; not "has told"."""
    deps = {child.dep_ for child in verb.children}
    if not deps.isdisjoint(_PASSIVE):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in _CLAUSES and deps.isdisjoint(_ACTIVE)


def agent(page: Page, verb: Token) -> Token | None:
    """The one a passive verb names with "by"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj" and not page.marked[c.i]), None)
    return None


def _object(verb: Token) -> Token | None:
    """ "He urged her to say": the one who is to say it."""
    if not cues().takes(verb, "infinitive"):
        return None
    return next((child for child in verb.children if child.dep_ == "dobj" and child.pos_ in NOMINAL), None)


def antecedent(token: Token) -> Token | None:
    """What "who" or "which" stands for, when ``token`` is one and the parse says."""
    verb = token.head
    if token.lower_ in RELATIVE and verb.dep_ == "relcl" and verb.head.pos_ in NOMINAL:
        return verb.head
    return None


def _after(page: Page, at: int) -> Token | None:
    paragraph = page.paragraph_of(at)
    if at + 1 >= paragraph.hi or page.marked[at + 1]:
        return None
    token = page.doc[at + 1]
    if token.ent_type_ in {"DATE", "TIME"} or token.pos_ not in _OPENS_SUBJECT:
        return None
    return head_of(page, token, paragraph.hi)


def _before(page: Page, at: int) -> Token | None:
    paragraph = page.paragraph_of(at)
    at -= 1
    while at >= paragraph.lo and page.doc[at].pos_ in _ASIDE and not page.marked[at]:
        at -= 1
    if at < paragraph.lo or page.marked[at]:
        return None
    token = page.doc[at]
    return token if token.pos_ in NOMINAL and token.ent_type_ not in {"DATE", "TIME"} else None


def head_of(page: Page, token: Token, limit: int) -> Token | None:
    """Up from the first word of a noun phrase to its head."""
    while token.dep_ in _PART and token.i < token.head.i < limit and not page.marked[token.head.i]:
        token = token.head
    return token if token.pos_ in NOMINAL else None
