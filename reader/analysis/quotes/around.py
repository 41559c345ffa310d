"""What a cue without a clause of its own interrupts or ends: "The crane, he said, had failed"."""

from collections.abc import Iterator

from spacy.tokens import Token

from reader.analysis.quotes.attribution import of_word
from reader.analysis.quotes.bounds import after_semicolon
from reader.analysis.quotes.content import Content, trimmed
from reader.analysis.stance import stances
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import RELATIVE
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer_after
from reader.analysis.syntax.nouns import is_mute
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_finite, is_past_form, is_verbal


def around(page: Syntax, verb: Token) -> Iterator[Content]:
    """The longer part of the sentence that the cue interrupts or ends."""
    source = doer_after(page, verb) if is_finite(verb) else None
    if source is None or _has_object(verb, source) or is_mute(source):
        return
    if source.i < verb.i and source.lower_ in RELATIVE:
        return  # "..., who said of it": the clause that "who" hangs on is not what was said
    lo, hi = page.extent_of(source)
    parts = _parts(page, verb, min(lo, verb.i), max(hi, verb.i + 1))
    if parts:
        yield from trimmed(page, *max(parts, key=lambda part: part[1] - part[0]), of_word(verb, source))


def _parts(page: Syntax, verb: Token, start: int, end: int) -> list[tuple[int, int]]:
    """What may be reported before and after a cue and its subject, which take up ``start:end``."""
    doc, (first, last) = page.doc, page.sentence_of(verb.i)
    first = after_semicolon(page, first, start)
    asked = is_past_form(doc[first]) and cues().lemma(doc[first]) in stances()["asking"]
    if asked or start <= first or doc[start - 1].text != ",":
        return []  # "Asked whether ..., he said"
    parts = [(first, start - 1)]
    if end < last and doc[end].text == ",":
        parts.append((end + 1, last))
        bare = not any(map(is_verbal, page.tokens(first, start - 1)))
        if bare and end + 1 < len(doc) and not page.marked[end + 1]:
            return parts[1:]  # "Her husband, she added, had ...": a subject alone is not what was said
    return [part for part in parts if not any(page.marked[part[0] : part[1]])]


def _has_object(verb: Token, source: Token) -> bool:
    """Whether the verb has what it reports already: "..., she wrote a book"; "told reporters" has not."""
    if cues().lemma(verb) in cues().addressing:
        return False
    return any(rel.is_object_or_deed(child) and child.i != source.i for child in verb.rights)
