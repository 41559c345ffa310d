"""Which way a clause looks: back, ahead, or neither, read from the parse."""

from itertools import islice, pairwise

from spacy.tokens import Token

from reader.analysis.lexicon import words
from reader.analysis.syntax.saidwhen import begins

_VERBAL = frozenset({"VERB", "AUX"})
_NEAR = 3  # words up from a time to the adjective it goes with
_CLIMB = 12  # no date hangs deeper below its verb
_CLAUSES = frozenset({"ROOT", "ccomp", "parataxis"})


def governing_verb(token: Token) -> Token | None:
    """The verb of the clause a word stands in; None where there is none (a headline, a list)."""
    for _ in range(_CLIMB):
        if token.pos_ in _VERBAL:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def direction(token: Token) -> int:
    """-2 and -1 where the clause surely or likely tells of the past, 1 and 2 where it looks ahead, else 0."""
    verb = governing_verb(token)
    if found := _by_what_is_planned(token, verb):
        return found
    if verb is not None and said_before(token, verb):
        verb = governing_verb(verb.head) if verb.head != verb else None
    if verb is not None and (_said_then(token, verb) or _was_then(token, verb)):
        return -2
    if verb is not None and is_on(verb):
        return 2
    return _of_clauses(verb, _hangs_on(token, verb))


def _by_what_is_planned(token: Token, verb: Token | None) -> int:
    """The direction where something is due, set or moved to a time, or ahead of it; else 0."""
    if is_moved(token, verb):
        return 1 if _had(verb) else 2
    if token.head.lower_ in words("tense", "towards"):
        return -1 if _had(verb) else 1
    if is_set(token, verb) and verb is not None:
        return 2 if is_planned(verb) else 1
    if _ahead_of(token):
        return 1
    near = islice(token.ancestors, _NEAR)
    due = next((above for above in near if above.lower_ in words("tense", "due")), None)
    return _due(governing_verb(due)) if due is not None else 0


def _of_clauses(verb: Token | None, present: bool) -> int:
    """The direction of the first verb, from one up to that of its main clause, which looks back or ahead."""
    for _ in range(_CLIMB):
        if verb is None:
            return 0
        found = _of_verb(verb, present)
        if found or verb.dep_ in _CLAUSES or verb.head.i == verb.i:
            return found
        verb = governing_verb(verb.head)
    return 0


def _had(verb: Token | None) -> bool:
    """Whether a verb stands in the past perfect: "had been due to open"."""
    return verb is not None and any(child.lower_ in ("had", "'d") for child in verb.children)


def _hangs_on(token: Token, verb: Token | None) -> bool:
    """Whether a time is said of the verb itself: "meets on Friday", not "follows Friday's talks"."""
    above = token.head.head if token.head.pos_ == "ADP" else token.head
    return verb is not None and (above == verb or (above.head == verb and token.head.pos_ == "ADP"))


def _due(verb: Token | None) -> int:
    """ "is due in the fall", "was due in the fall", "had been due in the fall"."""
    if _had(verb):
        return -1
    return 2 if verb is not None and is_planned(verb) else 1


def said_before(token: Token, verb: Token) -> bool:
    """Whether a time in a reported clause is that of the report.

    What stands before "that" is no part of its clause: "a warning on Thursday that it could strike"; nor is the day in
    "said on Thursday it would strike".
    """
    if token.i < begins(verb):
        return True
    marks = (child for child in verb.children if child.dep_ == "mark")
    return any(mark.lower_ == "that" and mark.i > token.i for mark in marks)


def _ahead_of(token: Token) -> bool:
    """ "marched ahead of Tuesday's vote"."""
    return any(
        above.lower_ == "of" and above.head.lower_ == "ahead" for above in islice(token.ancestors, _NEAR)
    )


def _said_then(token: Token, verb: Token) -> bool:
    """ "vowed on Sunday to strike": the day right after such a verb is the one it was said on."""
    between = [word.lower_ for word in token.doc[verb.i + 1 : token.i]]
    was_said = verb.tag_ == "VBD" or any(
        child.tag_ == "VBD" and child.dep_ == "aux" for child in verb.children
    )
    return (
        was_said and verb.lemma_ in words("tense", "ahead") and token.i > verb.i and between in ([], ["on"])
    )


def _was_then(token: Token, verb: Token) -> bool:
    """ "expects 13 million, up from 12 million in February": what there was before belongs to the past."""
    between = [word.lower_ for word in token.doc[verb.i + 1 : token.i]]
    return any(way in ("up", "down") and then == "from" for way, then in pairwise(between))


def _of_verb(verb: Token, present: bool = True) -> int:
    """The direction of one verb, by its own form, its auxiliaries and what it means."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    said = {child.lower_ for child in helpers}
    perfect = bool(said & words("tense", "perfect"))
    if said & words("tense", "modals"):
        over = perfect and not said & words("tense", "will")
        return -1 if over or _could_not(verb, said) or _would_not(verb, said) else 2
    if verb.lemma_.lower() in words("tense", "ahead"):
        return -1 if "had" in said else 1 + is_planned(verb)
    if verb.lower_ in words("tense", "over"):
        return -2
    if any(child.tag_ == "TO" for child in helpers):
        return _of_infinitive(verb, governing_verb(verb.head), perfect, present)
    if verb.lemma_ == "be" and any(_yet_to_come(child) for child in verb.children):
        return 2  # "are to negotiate"
    if perfect or verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return -2
    if verb.tag_ == "VBN" and not helpers:
        return -1
    if verb.tag_ == "VBP" and verb.lower_ in words("tense", "one_form"):
        return 0
    if present and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in words("tense", "reporting"):
        return 1
    return 1 if present and verb.tag_ == "VBG" and helpers else 0


def _of_infinitive(verb: Token, above: Token | None, perfect: bool, present: bool) -> int:
    """The direction of "to meet", by the verb it hangs on."""
    if above is not None and above != verb and _ranked(verb):
        return _of_verb(above, present)
    if perfect or _had(above) or _tells_why(verb, above):
        return -1
    if above is None or above == verb:
        return 1
    is_to = above.tag_ in ("VBZ", "VBP") and above.lemma_ == "be" and verb.dep_ == "xcomp"
    return 2 if is_to or is_planned(above) else 1


def _tells_why(infinitive: Token, above: Token | None) -> bool:
    """ "held a vigil to mark the day": what was done has been done for it, and with it."""
    return above is not None and infinitive.dep_ in ("advcl", "csubj") and above.tag_ == "VBD"


def _could_not(verb: Token, said: set[str]) -> bool:
    """ "could not be reached", "neither of them could be found": it has been tried."""
    if "could" not in said:
        return False
    nobody = any(child.lower_ in words("tense", "none") for child in verb.subtree if child.i < verb.i)
    return nobody or any(child.dep_ == "neg" for child in verb.children)


def _would_not(verb: Token, said: set[str]) -> bool:
    """ "would not comment on Wednesday": nothing was said then."""
    silent = verb.lemma_ in words("tense", "silent")
    return silent and "would" in said and any(child.dep_ == "neg" for child in verb.children)


def _yet_to_come(verb: Token) -> bool:
    """The infinitive of "are to negotiate", not that of "was the first to resign"."""
    return verb.dep_ == "xcomp" and any(child.tag_ == "TO" for child in verb.children) and not _ranked(verb)


def is_ranked(word: Token) -> bool:
    """Whether a word picks one of many: a superlative, "first", "only"."""
    return word.tag_ in ("JJS", "RBS") or word.lower_ in words("tense", "ranks")


def _ranked(infinitive: Token) -> bool:
    """Whether it says among which something is the first or the strongest: it is as true as the clause it is in."""
    attributes = [child for child in infinitive.head.children if child.dep_ in ("attr", "acomp", "dobj")]
    for noun in [infinitive.head, *attributes]:
        if noun.i < infinitive.i and any(map(is_ranked, [noun, *noun.lefts])):
            return True
    return False


_TO = frozenset({"for", "to", "through", "until", "till"})
_PRESENT = frozenset({"VBZ", "VBP"})


def is_moved(token: Token, verb: Token | None) -> bool:
    """Whether a plan is moved to a time or away from it: "put off from 6 July", "brought forward to June"."""
    if verb is None or token.head.lower_ not in _TO | {"from"}:
        return False
    particles = words("tense", "particles")
    beside = any(child.lower_ in particles for child in verb.children)
    return verb.lemma_ in words("tense", "moving") or (
        verb.lemma_ in words("tense", "moving_with") and beside
    )


def is_set(token: Token, verb: Token | None) -> bool:
    """Whether a day is set for something: "has called a strike for Monday", "was extended to Friday"."""
    return verb is not None and token.head.lower_ in _TO and verb.lemma_ in words("tense", "setting")


def is_planned(verb: Token) -> bool:
    """Whether a clause tells, in the present, what is planned: "is slated for May", "expects", "is due"."""
    helpers = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not (verb.tag_ in _PRESENT or (verb.tag_ == "VBN" and helpers & _PRESENT)):
        return False
    due = verb.lemma_ == "be" and any(
        child.dep_ == "acomp" and child.lower_ in words("tense", "due") for child in verb.children
    )
    fixed = verb.lemma_ in words("tense", "setting") and any(
        child.dep_ == "auxpass" and child.tag_ in _PRESENT for child in verb.children
    )
    return due or verb.lemma_.lower() in words("tense", "ahead") or fixed


def is_on(verb: Token) -> bool:
    """Whether something that takes place by appointment "is": "the next round of talks is on Tuesday"."""
    if verb.lemma_ != "be" or verb.tag_ not in _PRESENT:
        return False
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "attr") and child.i < verb.i]
    return any(
        subject.lemma_ in words("tense", "appointments")
        or any(child.lower_ in words("tense", "coming") for child in subject.lefts)
        for subject in subjects
    )
