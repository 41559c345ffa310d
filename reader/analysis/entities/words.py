"""A Doc's words as plain lists, which are many times faster to walk than its tokens."""

from spacy.tokens import Doc

from reader.analysis.entities.capitals import Capitals

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
    """

    __slots__ = (
        "_all",
        "_ends",
        "_surfaces",
        "capitals",
        "datelines",
        "noun",
        "opens",
        "proper",
        "shouted",
        "starts",
        "texts",
    )

    def __init__(self, doc: Doc) -> None:
        self._all: frozenset[str] | None = None
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
        self.capitals = [number for number, word in enumerate(self.texts) if word[0].isupper()]

    def __len__(self) -> int:
        return len(self.texts)

    def at(self, number: int) -> str:
        """The word with this number, "" before the first and after the last."""
        return self.texts[number] if 0 <= number < len(self.texts) else ""

    def small(self, number: int) -> str:
        """The same in small letters."""
        return self.at(number).lower()

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
