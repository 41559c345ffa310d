"""A Doc's words as plain lists, which are many times faster to walk than its tokens, capitals read as if in normal case.

In a stretch of capital letters "STORM HITS ARVIL" is read as "Storm Hits Arvil", so that names found elsewhere in the text are
found in it. A word keeps its capitals where the rest of the text writes it so ("NATO")."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise

from spacy.tokens import Doc

from reader.analysis import lexicon
from reader.analysis.dictionary import Dictionary
from reader.analysis.entities import lists
from reader.article import Article

_DASHES = frozenset({"-", "--", "_", "–", "—"})
_AFTER_DATELINE = _DASHES | {",", "(", "/", ":"}
_TOP = 40  # blocks among which it is said who wrote it
_FEWEST = 3  # words in capitals, side by side, that make a stretch; fewer may be acronyms


class Capitals:
    """Where the words of one text stand in capitals.

    Attributes:
        stretches: spans without a small letter that hold enough words in capitals.
        openings: spans that open a line and stand before a comma, a bracket, a colon, a number or a dash.
    """

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        # Few words are in capitals: all that is looked for begins at one of them.
        self._numbers = [number for number, word in enumerate(texts) if word.isupper() and len(word) > 1]
        self.stretches = list(_stretches(texts, self._numbers))
        self.openings = list(_openings(texts, self._numbers))

    def datelines(self) -> Iterator[tuple[int, int]]:
        """Places in capitals that open a report: "ARVIL, Norway (Wire) -", "ARVIL 2019-08-31"."""
        whole = set(self.stretches)
        shouted = {number for start, end in whole for number in range(start, end)}
        for start, end in self.openings:
            second = " ".join(self._texts[end + 2 : end + 3])
            # "SAN TELMO DE ARCE, Sarrabia" is a stretch of its own, its comma with it.
            alone = (
                self._texts[end] == ","
                and self._texts[end + 1 : end + 2] != []
                and self._texts[end + 1].istitle()
            )
            alone = alone and ((start, end) in whole or (start, end + 1) in whole)
            if (start not in shouted or alone) and _opens_report(self._texts[end], second):
                yield start, end

    def in_normal_case(self) -> tuple[list[str], set[int]]:
        """The words with those of all-capital stretches in normal case, and the numbers of these.

        Every word keeps its length, so that offsets hold.
        """
        spans = chain(self.stretches, self.openings, self._places())
        shouted = {number for start, end in spans for number in range(start, end)}
        if not shouted:
            return self._texts, shouted
        usual = _usual_forms(self._texts, shouted)
        out = list(self._texts)
        for number in shouted:
            out[number] = _calmed(out[number], usual)
        return out, shouted

    def _places(self) -> Iterator[tuple[int, int]]:
        """Well-known places in capitals: "KENYA: 14 arrests"."""
        places = lists.places_in_capitals()
        for number in self._numbers:
            word = self._texts[number]
            if word in places and len(word) > 3:
                yield number, number + 1


def _stretches(texts: list[str], capitals: list[int]) -> Iterator[tuple[int, int]]:
    """Spans around words in capitals, to the words on either side that part them from others."""
    group: list[int] = []
    for number in capitals:
        if group and any(map(_parts, texts[group[-1] + 1 : number])):
            yield from _whole(texts, group)
            group = []
        group.append(number)
    yield from _whole(texts, group)


def _whole(texts: list[str], group: list[int]) -> Iterator[tuple[int, int]]:
    if len(group) < _FEWEST:
        return
    start, end = group[0], group[-1] + 1
    while start > 0 and not _parts(texts[start - 1]):
        start -= 1
    while end < len(texts) and not _parts(texts[end]):
        end += 1
    yield start, end


def _parts(word: str) -> bool:
    """Whether a word ends a stretch: it has a small letter, or it is the end of a line."""
    return not word.isupper() and (word.lower() != word.upper() or "\n" in word)


def _openings(texts: list[str], capitals: list[int]) -> Iterator[tuple[int, int]]:
    for number in capitals:
        if number == 0 or "\n" in texts[number - 1]:
            end = number
            while end < len(texts) and end - number < 4 and texts[end].replace(".", "").isupper():
                end += 1
            if end == number + 1 and texts[number].lower() in lexicon.words("entities_words", "function"):
                continue  # "WHO, which ..."
            if end < len(texts) and (texts[end] in _AFTER_DATELINE or texts[end][0].isdigit()):
                yield number, end


def _opens_report(after: str, second: str) -> bool:
    """Whether what follows words in capitals says that they are a dateline: ", Norway", "- Rain fell"."""
    if after in {",", "("}:
        return True
    return second.islower() if after in _DASHES else after[:4].isdigit() and len(after) > 3


def _usual_forms(texts: list[str], shouted: set[int]) -> dict[str, str]:
    """Word in capitals -> the form with a capital in which the rest of the text has it."""
    return {
        word.upper(): word
        for number, word in enumerate(texts)
        if word[0].isupper() and number not in shouted and len(word.upper()) == len(word)
    }


def _calmed(word: str, usual: Mapping[str, str]) -> str:
    if word.lower() in lexicon.words("entities_words", "function"):
        return word.lower()
    known = usual.get(word) or lists.places_in_capitals().get(word)
    if known is not None:
        return known
    calm = word.capitalize()
    short = len(word) <= 3 and calm not in lexicon.words("given_names", "given")
    return word if short or "." in word or len(calm) != len(word) else calm


Piece = tuple[int, int]
"""A half-open span of word numbers."""


class Words:
    """The words of one Doc, by number.

    Attributes:
        texts: the words, those of all-capital stretches as if in normal case.
        starts: the code point at which each begins.
        opens: whether a sentence begins with it, 1 or 0, as the next two.
        proper: whether the model takes it for a proper noun.
        noun: whether it takes it for a noun of any kind, or for a word it does not know.
        datelines: the places in capitals that open a report.
        shouted: whether it stood in an all-capital stretch.
        capitals: the numbers of the words that begin with a capital, in text order.
        signing: the numbers of the words in the lines that say who wrote it.
        dictionary: which words are English words.
    """

    __slots__ = (
        "_all",
        "_ends",
        "_pairs",
        "_small",
        "_surfaces",
        "capitals",
        "datelines",
        "dictionary",
        "noun",
        "opens",
        "proper",
        "shouted",
        "signing",
        "starts",
        "texts",
    )

    def __init__(self, doc: Doc) -> None:
        self._all: frozenset[str] | None = None
        self._pairs: Counter[tuple[str, str]] | None = None
        self.dictionary = Dictionary(doc.vocab)
        self._surfaces: dict[Piece, str] = {}
        rows = doc.to_array(["IDX", "SENT_START", "POS", "LENGTH"])
        self.starts: list[int] = rows[:, 0].tolist()
        self._ends: list[int] = (rows[:, 0] + rows[:, 3]).tolist()
        self.opens: bytes = (rows[:, 1] == 1).tobytes()
        proper, noun, unknown = (rows[:, 2] == doc.vocab.strings[tag] for tag in ("PROPN", "NOUN", "X"))
        self.proper: bytes = proper.tobytes()
        self.noun: bytes = (proper | noun | unknown).tobytes()
        # The text of the article is at hand; that of a Doc is put together anew each time.
        article = doc._.article
        text = article.model_text if article else doc.text
        texts = [text[start:end] for start, end in zip(self.starts, self._ends, strict=True)]
        raised = Capitals(texts)
        self.datelines: list[Piece] = list(raised.datelines())
        self.texts, self.shouted = raised.in_normal_case()
        self._small = [word.lower() for word in self.texts]
        self.signing = frozenset(self._signing(article))
        self.capitals = [number for number, word in enumerate(self.texts) if word[0].isupper()]

    def _signing(self, article: Article | None) -> Iterator[int]:
        """The words of bylines; of a bare text, of its first line where that begins with "By"."""
        if article is None:
            if self.small(0) == "by":
                yield from range(next((n for n, word in enumerate(self.texts) if "\n" in word), len(self)))
            return
        for block in article.blocks[:_TOP]:
            if block.kind == "byline":
                yield from range(bisect_left(self.starts, block.start), bisect_left(self.starts, block.end))

    def together(self, number: int) -> int:
        """How often the text has this word and the next side by side."""
        if self._pairs is None:
            self._pairs = Counter(pairwise(self.texts))
        return self._pairs[self.texts[number], self.at(number + 1)]

    def __len__(self) -> int:
        return len(self.texts)

    def at(self, number: int) -> str:
        """The word with this number, "" before the first and after the last."""
        try:
            return self.texts[number] if number >= 0 else ""
        except IndexError:
            return ""

    def small(self, number: int) -> str:
        """The same in small letters."""
        try:
            return self._small[number] if number >= 0 else ""
        except IndexError:
            return ""

    def is_noun(self, number: int) -> bool:
        """Whether there is a word with this number and the model takes it for a noun."""
        return number < len(self.texts) and bool(self.noun[number])

    def has_small(self, number: int) -> bool:
        """Whether the text also has this word in small letters."""
        if self._all is None:
            self._all = frozenset(self.texts)
        return self.texts[number].lower() in self._all

    def joined(self, number: int) -> bool:
        """Whether nothing, not even a space, stands between this word and the one before."""
        before = number - 1
        return before >= 0 and self._ends[before] == self.starts[number]

    def surface(self, piece: Piece) -> str:
        """The words of a piece with one space between them: the key by which names are told apart."""
        start, end = piece
        if end - start == 1:
            return self.texts[start]
        if piece not in self._surfaces:  # a dozen rules ask for the same ones
            self._surfaces[piece] = " ".join([w for w in self.texts[start:end] if not w.isspace()])
        return self._surfaces[piece]

    def plain(self, piece: Piece) -> str:
        """The text of a piece in normal case, with single spaces."""
        if piece[1] - piece[0] == 1:
            return self.texts[piece[0]].strip()
        numbers = [number for number in range(*piece) if not self.texts[number].isspace()]
        parts = [self.texts[n] if self.joined(n) else f" {self.texts[n]}" for n in numbers]
        return "".join(parts).strip()

    def offsets(self, piece: Piece) -> tuple[int, int]:
        """The code point span of a piece."""
        return self.starts[piece[0]], self._ends[piece[1] - 1]
