"""What looks like a date and is none: verbs, names, quantities, identifiers, titles."""

from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from reader.analysis import lexicon
from reader.analysis.text import text_of
from reader.analysis.timeline.meaning import Calendar, Expression, Length, Reference, Repeat, Step

# What may stand right before a year's first digit; anything else makes it part of something longer.
_OPENERS = frozenset(" \n\t([{“\"‘'’`–—-/")
_HEAD = 6  # bylines stand among the first blocks
_ARTICLES = frozenset({"season", "holiday", "quarter", "century", "day_month", "half_year"})
_CAPITAL_RULES = frozenset({"month", "weekday", "holiday"})


def span_of(doc: Doc, expression: Expression) -> Span:
    """The words of the parse an expression covers, or touches where the two cut words differently."""
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at {expression.start}:{expression.end}")
    return span


def checked(doc: Doc, expression: Expression) -> Expression | None:
    """An expression that fits the grammar, if it is about time where it stands, else None."""
    if _says_when_written(doc, expression):
        return None
    span = span_of(doc, expression)
    if len(span) > 1 and span[0].lower_ == "last" and span[0].pos_ == "VERB":  # "to last six weeks"
        expression = replace(expression, start=span[1].idx)
        span = span[1:]
    if (
        len(span) > 1
        and span[0].pos_ in ("DET", "PRON")
        and span[0].head.i >= span.end
        and expression.rule in _ARTICLES
    ):
        expression = replace(
            expression, start=span[1].idx
        )  # in "the summer offensive" the article is not the summer's
        span = span[1:]
    return expression if _is_date(doc, span, expression) else None


def _is_date(doc: Doc, span: Span, expression: Expression) -> bool:
    if _in_name(doc, expression):
        return False
    meaning = expression.meaning
    if isinstance(meaning, Calendar):
        return _calendar(doc, span, expression, meaning)
    if isinstance(meaning, Length):
        return _length(span, expression)
    if isinstance(meaning, Reference):
        return _reference(span)
    if isinstance(meaning, Repeat):
        return _repeat(span)
    return True


def _says_when_written(doc: Doc, expression: Expression) -> bool:
    """Whether it stands in a byline or a dateline, which say when the text was written: no event."""
    article = doc._.article
    if article is None:
        return False
    if article.dateline and expression.end <= article.dateline[1]:
        return True
    head = article.blocks[:_HEAD]
    return any(block.kind == "byline" and block.start <= expression.start < block.end for block in head)


def _repeat(span: Span) -> bool:
    """Not a paper ("the Communist daily"), nor a speed ("60 miles an hour")."""
    if span[-1].lower_ in _words("papers"):
        return span.root.pos_ != "NOUN"
    return span[-1].lower_ not in ("hour", "minute", "second") or span[0].lower_ in ("every", "each")


def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("notdates")[name])


def _in_name(doc: Doc, expression: Expression) -> bool:
    """Capitals where a sentence does not begin: "USA Today", "This Week" are titles."""
    if not isinstance(expression.meaning, Step | Length | Repeat):
        return False
    words = doc.text[expression.start : expression.end].split()
    if any(word[0].isupper() for word in words[1:]):
        return True
    return words[0][0].isupper() and len(words) == 1 and _inside_sentence(doc, expression.start)


def _inside_sentence(doc: Doc, start: int) -> bool:
    """Whether a word in lower case or another capital stands right before."""
    before = text_of(doc)[max(0, start - 30) : start].rstrip(" ")
    return bool(before) and (before[-1].isalnum() or before[-1] in ",'’")


def _calendar(doc: Doc, span: Span, expression: Expression, meaning: Calendar) -> bool:
    word = doc.text[expression.start : expression.end]
    if expression.rule in _CAPITAL_RULES and word == word.lower():
        return False
    if expression.rule == "month":
        return _month(span[-1])
    if expression.rule == "season":
        return _season(doc, span, meaning)
    if expression.rule in ("year", "years"):
        return _year(doc, span, expression)
    if expression.rule == "half_year":
        return meaning.year is not None or _half(span)
    return expression.rule != "holiday" or not _more_of_a_name(span)


def _month(token: Token) -> bool:
    """Not a verb ("may", "march") and not somebody's name ("April", "Jan Kavan")."""
    if token.pos_ in ("VERB", "AUX") or token.ent_type_ in ("PERSON", "ORG", "WORK_OF_ART", "FAC"):
        return token.lower_ not in _words("ambiguous") and token.ent_type_ not in ("PERSON",)
    if token.i and token.lower_ in _words("ambiguous"):
        before = token.nbor(-1)
        return before.lower_ in _words("openers") or before.tag_ == "IN" or token.ent_type_ == "DATE"
    return True


def _season(doc: Doc, span: Span, meaning: Calendar) -> bool:
    """A season, not a fall from a ladder or the spring of a clock."""
    token = span[-1]
    if meaning.year is not None or len(span) > 2:
        return True
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lower_ not in ("fall", "spring"):
        return True
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and (after.lower_ in ("of", "in", "from", "to") or after.text == "-"):
        return False
    before = token.nbor(-1) if token.i else None
    return before is not None and before.lower_ in _words("openers")


def _half(span: Span) -> bool:
    """ "the first half" of a match is no half year unless money is about."""
    return any(token.ent_type_ == "MONEY" or token.lower_ in _words("business") for token in span.sent)


def _year(doc: Doc, span: Span, expression: Expression) -> bool:
    """A year, not a quantity, a number on a door or part of a name."""
    start, end, text = expression.start, expression.end, text_of(doc)
    if start and text[start - 1] not in _OPENERS:
        return False
    if text[end : end + 1] in ("%", "$", "€") or (
        text[end : end + 1] in ".,:" and text[end + 1 : end + 2].isdigit()
    ):
        return False
    token = span[-1]
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if len(span) > 1 or before is None:
        return True
    if before.text in _words("signs") or before.lower_ in _words("numbered"):
        return False
    if text[start - 1] == "-" and before.text == "-":
        return (
            span.start < 2
            or doc[span.start - 2].lower_ in _words("prefixes")
            or doc[span.start - 2].text.isdigit()
        )
    return not _counts(token, before, after)


def _counts(number: Token, before: Token, after: Token | None) -> bool:
    """Whether a number says how many: "sold 1950 bicycles", not "its 1950 elections"."""
    if after is None:
        return False
    if after.lower_ in _words("measures"):
        return True
    owned = before.tag_ in ("PRP$", "POS") or before.lower_ in _words("openers")
    return after.tag_ == "NNS" and number.head == after and not owned


def _length(span: Span, expression: Expression) -> bool:
    """Not "a second attack", not "three quarters of them"."""
    last = span[-1].lower_
    if last in ("second", "quarter", "quarters", "seconds") and last != "seconds":
        return (
            len(span) > 2
            and last == "quarters"
            and span[-2].text != "-"
            and text_of(span.doc)[expression.end : expression.end + 3] != " of"
        )
    return True


def _reference(span: Span) -> bool:
    """Not the "now" that opens a story ("Now the protests began") or only says that a state holds ("are now told")."""
    token = span[-1]
    if token.lower_ != "now" or len(span) > 1:
        return True
    verb = token.head
    if any(
        child.dep_ == "auxpass" and child.tag_ in ("VBP", "VBZ", "VBN") and child.i < verb.i
        for child in verb.children
    ):
        return False
    opens = token.is_sent_start or token.i == token.sent.start
    return not (opens and verb.tag_ == "VBD")


def _more_of_a_name(span: Span) -> bool:
    """ "White Christmas", "the Easter Rising" are names of their own."""
    token = span[0]
    before = token.nbor(-1) if token.i else None
    return before is not None and before.pos_ == "PROPN" and before.ent_type_ == "WORK_OF_ART"
