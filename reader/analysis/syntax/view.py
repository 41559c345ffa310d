"""One view of a Doc, made once for all components: text, sentences, paragraphs and marks laid over the tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from weakref import WeakKeyDictionary, ref

from spacy.tokens import Doc, Token

from reader.analysis import sentences
from reader.analysis.blocks import paragraphs
from reader.analysis.syntax import words as word
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.marks import Stretch, stretches
from reader.analysis.syntax.phrases import extent

STOPS = frozenset(".!?")
_views: "WeakKeyDictionary[Doc, Syntax]" = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its place in code points and in tokens, its block kind, and its stretches inside marks."""

    index: int
    start: int
    end: int
    lo: int
    hi: int
    kind: str
    stretches: tuple[Stretch, ...]


def view_of(doc: Doc) -> "Syntax":
    """The view of a Doc, made when it is first asked for and kept as long as the Doc."""
    view = _views.get(doc)
    if view is None:
        sentences.part(doc)
        view = _views[doc] = Syntax(doc)
    return view


class Syntax:
    """What is asked of a parsed Doc again and again. Positions are token indices unless said otherwise.

    ``text`` has line breaks inside a paragraph as spaces, ``source`` has the article as it is.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = ref(doc)  # a strong one would keep both alive for ever
        article = doc._.article
        self.text: str = doc.text if article is None else article.model_text
        self.source: str = self.text if article is None else article.text
        columns = doc.to_array(["IDX", "LEMMA", "LENGTH", "SENT_START"])
        self.starts: list[int] = columns[:, 0].tolist()
        self.lemmas: list[int] = columns[:, 1].tolist()
        self.ends: list[int] = (columns[:, 0] + columns[:, 2]).tolist()
        self.sentences: list[int] = (columns[:, 3] == 1).nonzero()[0].tolist()
        self.paragraphs = [self._cut(paragraph) for paragraph in self._paragraphs(doc)]
        self._extents: dict[int, tuple[int, int]] = {}
        self.marked = bytearray(len(doc))  # 1 where a token stands inside marks
        for paragraph in self.paragraphs:
            for stretch in paragraph.stretches:
                lo, hi = self.tokens_of(stretch.start, stretch.end)
                self.marked[lo:hi] = b"\1" * (hi - lo)

    @property
    def doc(self) -> Doc:
        """The Doc this is a view of.

        Raises:
            ReferenceError: it is gone.
        """
        doc = self._doc()
        if doc is None:
            raise ReferenceError("the Doc of this view is gone")
        return doc

    @cached_property
    def edges(self) -> list[int]:
        """The first token of each paragraph, in text order."""
        return [paragraph.lo for paragraph in self.paragraphs]

    def _paragraphs(self, doc: Doc) -> Iterator[Paragraph]:
        spans = paragraphs(doc)
        blocks = doc._.article.blocks if doc._.article is not None else ()
        kinds = [block.kind for block in blocks] or ["paragraph"] * len(spans)
        rows = stretches(self.text, spans)
        for index, ((start, end), kind, row) in enumerate(zip(spans, kinds, rows, strict=True)):
            lo, hi = self.tokens_of(start, end)
            yield Paragraph(index, start, end, lo, hi, kind, tuple(row))

    def _cut(self, paragraph: Paragraph) -> Paragraph:
        """An unclosed quotation ends where a later sentence of its paragraph says who speaks there."""
        if not paragraph.stretches or paragraph.stretches[-1].closed:
            return paragraph
        last = paragraph.stretches[-1]
        end = self._narrated(*self.tokens_of(last.start, last.end))
        if end is None:
            return paragraph
        return replace(paragraph, stretches=(*paragraph.stretches[:-1], replace(last, end=end)))

    def _narrated(self, lo: int, hi: int) -> int | None:
        """Where the sentence with the first ", said X" begins, in code points; the comma if it is the first."""
        doc, begins = self.doc, lo
        for at in range(lo + 1, hi - 1):
            token = doc[at]
            if doc[at - 1].text in STOPS:
                begins = at
            elif doc[at - 1].text == "," and _says(token) and word.is_name(doc[at + 1]):
                before = doc[begins - 1] if begins > lo else doc[at - 1]
                return before.idx + len(before.text)
        return None

    # --- From code points to tokens and back.

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that begin inside a stretch of code points."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def span(self, lo: int, hi: int) -> tuple[int, int]:
        """Code points of the tokens from ``lo`` to before ``hi``."""
        return self.starts[lo], self.ends[hi - 1]

    def at(self, offset: int) -> Token | None:
        """The token that holds the character at ``offset``; the last one past the end, None before the first."""
        index = bisect_right(self.starts, offset) - 1
        return self.doc[index] if index >= 0 else None

    def after(self, offset: int) -> Token | None:
        """The first token that is not space and begins at or after ``offset``."""
        doc, index = self.doc, bisect_left(self.starts, offset)
        while index < len(doc) and doc[index].is_space:
            index += 1
        return doc[index] if index < len(doc) else None

    def before(self, offset: int) -> Token | None:
        """The last token that is not space and begins before ``offset``."""
        doc, index = self.doc, bisect_left(self.starts, offset) - 1
        while index >= 0 and doc[index].is_space:
            index -= 1
        return doc[index] if index >= 0 else None

    def word(self, at: int) -> str:
        """The text of a token, without making the token."""
        return self.text[self.starts[at] : self.ends[at]]

    def tokens(self, lo: int, hi: int) -> Iterator[Token]:
        """The tokens from ``lo`` to before ``hi``; of a few, spaCy's own spans cost more than the tokens."""
        return map(self.doc.__getitem__, range(lo, hi))

    def holds(self, mark: str, lo: int, hi: int) -> bool:
        """Whether a mark stands anywhere in the text of some tokens: a quick no, before they are looked at."""
        return lo < hi and self.text.find(mark, self.starts[lo], self.ends[hi - 1]) >= 0

    # --- Sentences, paragraphs, marks, phrases.

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The tokens of the sentence a token stands in; spaCy would go from token to token for it."""
        at = bisect_right(self.sentences, token)
        start = self.sentences[at - 1] if at else 0
        return start, self.sentences[at] if at < len(self.sentences) else len(self.starts)

    def paragraph_of(self, token: int) -> Paragraph:
        """The paragraph a token stands in."""
        return self.paragraphs[max(bisect_right(self.edges, token) - 1, 0)]

    def is_marked(self, token: Token) -> bool:
        """Whether a word stands inside quotation marks."""
        return bool(self.marked[token.i])

    def extent_of(self, head: Token) -> tuple[int, int]:
        """The tokens of the words that name the thing whose noun is ``head``; see :func:`phrases.extent`."""
        if head.i not in self._extents:
            self._extents[head.i] = extent(head)
        return self._extents[head.i]

    def left_of(self, paragraph: Paragraph, stretch: Stretch) -> tuple[int, int]:
        """Tokens from the start of the sentence, or the stretch before, up to this stretch."""
        hi, _ = self.tokens_of(stretch.start, stretch.end)
        at = hi
        while at > paragraph.lo and not self.marked[at - 1] and self.word(at - 1) not in STOPS:
            at -= 1
        return at, hi

    def right_of(self, paragraph: Paragraph, stretch: Stretch) -> tuple[int, int]:
        """Tokens from this stretch to the end of the sentence or the next stretch."""
        _, lo = self.tokens_of(stretch.start, stretch.end)
        at = lo
        while at < paragraph.hi and not self.marked[at] and self.word(at) not in STOPS:
            at += 1
        return lo, at


def _says(token: Token) -> bool:
    return cues().takes(token, "quote") and word.is_told_form(token)
