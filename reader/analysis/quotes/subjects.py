"""Who does the saying: from a cue verb to the head of the noun phrase that is its subject."""

from spacy.tokens import Token

from reader.analysis.quotes.page import Page

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_INHERITS = frozenset({"xcomp", "advcl", "pcomp", "conj", "prep", "dep", "parataxis", "ccomp", "acl"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
_PART = frozenset(
    {"compound", "det", "amod", "poss", "nmod", "nummod", "quantmod", "case", "punct", "appos", "predet"}
)
_ASIDE = frozenset({"ADV", "AUX", "PART"})


def subject_of(page: Page, verb: Token) -> Token | None:
    """The one who says it: by the parse first, else the noun phrase that stands next to the verb."""
    return by_parse(page, verb) or beside(page, verb)


def by_parse(page: Page, verb: Token) -> Token | None:
    """The subject the parser gives the verb, its own or that of the verb it depends on."""
    seen = 0
    while seen < 6:
        own = _own(page, verb)
        if own is not None or _is_passive(verb):
            return own
        head = verb.head
        if head is verb:
            return None
        if verb.dep_ in {"acl", "relcl"} and head.pos_ in NOMINAL:
            return None if page.marked[head.i] else head
        if verb.dep_ not in _INHERITS:
            return None
        if verb.dep_ == "xcomp" and (told := _object(head)) is not None and verb.tag_ == "VB":
            return told
        verb, seen = head, seen + 1
    return None


def _own(page: Page, verb: Token) -> Token | None:
    for child in verb.children:
        if (
            child.dep_ in SUBJECTS
            and child.dep_ != "expl"
            and child.pos_ != "SPACE"
            and not page.marked[child.i]
        ):
            return antecedent(child, verb)
    return next(
        (
            pobj
            for child in verb.children
            if child.dep_ == "agent"
            for pobj in child.children
            if pobj.dep_ == "pobj"
        ),
        None,
    )


def antecedent(subject: Token, verb: Token) -> Token:
    """What "who" or "which" stands for, else the subject itself."""
    if subject.lower_ in RELATIVE and verb.dep_ == "relcl" and verb.head.pos_ in NOMINAL:
        return verb.head
    return subject


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def _object(verb: Token) -> Token | None:
    """ "He urged her to say": the one who is to say it."""
    return next((child for child in verb.children if child.dep_ == "dobj" and child.pos_ in NOMINAL), None)


def beside(page: Page, verb: Token) -> Token | None:
    """The noun phrase right after the verb ("said Mr X") or right before it ("Mr X has said")."""
    return _after(page, verb.i) or _before(page, verb.i)


def _after(page: Page, at: int) -> Token | None:
    paragraph = page.paragraph_of(at)
    if at + 1 >= paragraph.hi or page.marked[at + 1]:
        return None
    token = page.doc[at + 1]
    if token.ent_type_ in {"DATE", "TIME"} or token.pos_ not in NOMINAL | {"DET", "ADJ"}:
        return None
    return _head_of(page, token, paragraph.hi)


def _before(page: Page, at: int) -> Token | None:
    paragraph = page.paragraph_of(at)
    at -= 1
    while at >= paragraph.lo and page.doc[at].pos_ in _ASIDE and not page.marked[at]:
        at -= 1
    if at < paragraph.lo or page.marked[at]:
        return None
    token = page.doc[at]
    return token if token.pos_ in NOMINAL and token.ent_type_ not in {"DATE", "TIME"} else None


def _head_of(page: Page, token: Token, limit: int) -> Token | None:
    """Up from the first word of a noun phrase to its head."""
    while token.dep_ in _PART and token.i < token.head.i < limit and not page.marked[token.head.i]:
        token = token.head
    return token if token.pos_ in NOMINAL else None
